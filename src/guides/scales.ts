// Answers that several guides share: where the resident stands (0 to 4), how an area of the home is (0 to 4), and why it
// has become hard. Scales stand best first, as they are shown; the number is the option's code.

import type { Area } from '#domain/codes.ts'
import type { GuideText, Option } from '#domain/guide.ts'
import { option, say } from './words.ts'

/** The resident's own rating of a goal (DOMAIN.md 2.6). */
export const GOAL_SCALE: readonly Option[] = [
  option('4', say('Klarer selv', 'Klarer sjølv', 'Manages alone')),
  option('3', say('Går som regel', 'Går som regel', 'Mostly works')),
  option('2', say('Går av og til', 'Går av og til', 'Works now and then')),
  option('1', say('Går tungt', 'Går tungt', 'Hard going')),
  option('0', say('Går ikke', 'Går ikkje', 'Does not work')),
]

export const WELL_SCALE: readonly Option[] = [
  option('4', say('Bra', 'Bra', 'Good')),
  option('3', say('Ganske bra', 'Ganske bra', 'Fairly good')),
  option('2', say('Sånn passe', 'Sånn passe', 'So-so')),
  option('1', say('Vanskelig', 'Vanskeleg', 'Difficult')),
  option('0', say('Veldig vanskelig', 'Svært vanskeleg', 'Very difficult')),
]

/** How urgent something in the home is (DOMAIN.md 2.10: 0 acute to 4 well). */
export const AREA_LEVELS: readonly Option[] = [
  option('3', say('Bør sees på', 'Bør sjåast på', 'Worth a look')),
  option('2', say('Må tas tak i', 'Må takast tak i', 'Needs doing something about')),
  option('1', say('Alvorlig', 'Alvorleg', 'Serious')),
  option('0', say('Akutt', 'Akutt', 'Acute')),
]

const AREA_WORDS: Readonly<Record<Exclude<Area, 'own_wish'>, GuideText>> = {
  cleanliness: say('Renhold', 'Reinhald', 'Cleanliness'),
  maintenance: say('Vedlikehold og skader', 'Vedlikehald og skadar', 'Maintenance and damage'),
  fire_safety: say('Brannsikkerhet', 'Branntryggleik', 'Fire safety'),
  food: say('Mat', 'Mat', 'Food'),
  hygiene: say('Hygiene', 'Hygiene', 'Hygiene'),
  furniture: say('Møbler og utstyr', 'Møblar og utstyr', 'Furniture and equipment'),
  post: say('Uåpnet post', 'Uopna post', 'Unopened post'),
  economy: say('Økonomi', 'Økonomi', 'Money'),
  electricity_heat: say('Strøm og varme', 'Straum og varme', 'Electricity and heating'),
  neighbours: say('Naboer', 'Naboar', 'Neighbours'),
  noise: say('Uro', 'Uro', 'Noise'),
  house_rules: say('Husordensregler', 'Husordensreglar', 'House rules'),
  health: say('Helse', 'Helse', 'Health'),
  substance: say('Rus', 'Rus', 'Substance use'),
  mood: say('Humør', 'Humør', 'Mood'),
  network: say('Nettverk', 'Nettverk', 'Network'),
  children: say('Barn', 'Barn', 'Children'),
  visitors: say('Andre som oppholder seg her', 'Andre som held til her', 'Others staying here'),
  activity: say('Arbeid og aktivitet', 'Arbeid og aktivitet', 'Work and activity'),
}

export const AREA_OPTIONS: readonly Option[] = Object.entries(AREA_WORDS).map(([code, text]) => ({ code, text }))

/** «Hva tror du er grunnen?» (DOMAIN.md 4.5, G1 1.19 and G3 3.6; N 1.2). */
export const CAUSE_OPTIONS: readonly Option[] = [
  option('money', say('Pengene strekker ikke til', 'Pengane strekk ikkje til', 'The money does not last')),
  option('ability', say('Det er vanskelig å få til', 'Det er vanskeleg å få til', 'It is hard to manage')),
  option('priorities', say('Annet har vært viktigere', 'Anna har vore viktigare', 'Other things mattered more')),
  option('knowledge', say('Jeg visste ikke', 'Eg visste ikkje', 'I did not know')),
  option('motivation', say('Jeg orket ikke', 'Eg orka ikkje', 'I had no strength for it')),
  option('illness', say('Sykdom', 'Sjukdom', 'Illness')),
  option('others_here', say('Andre bor her', 'Andre bur her', 'Others live here')),
  option('other', say('Annet', 'Anna', 'Something else')),
]
