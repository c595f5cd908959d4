import type { SameAs } from '../catalogue.ts'
import type { resident as nb } from '../nb/resident.ts'

const COUNTS = ['ingen', 'eitt', 'to', 'tre', 'fire', 'fem', 'seks', 'sju', 'åtte', 'ni', 'ti']
const count = (n: number): string => COUNTS[n] ?? String(n)
const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)

export const resident: SameAs<typeof nb> = {
  'residents.title': 'Bebuarar',
  'residents.search': 'Søk på namn eller adresse',
  'residents.none': 'Her kjem bebuarane du følgjer opp, når kontoret har gitt deg nokon.',
  'residents.noneFound': ({ words }) => `Fann ingen som heiter eller bur «${words}».`,
  'residents.visit': ({ day, time }) => `besøk ${day} kl.\u00a0${time}`,
  'residents.today': 'i\u00a0dag',
  'resident.works': 'Dette verkar',
  'resident.worksNot': ({ what }) => `Verkar ikkje: ${what}`,
  'resident.askWorks': 'Spør kva som verkar.',
  'resident.writeWorks': 'Skriv eit notat',
  'resident.noKey': 'Ingen nøkkelavtale.',
  'resident.contactStop': ({ what, since }) => `${what}${since === undefined ? '' : `, sagt ${since}`}. Leiaren kan lyfte det.`,
  'resident.nextDeadline': 'Neste frist',
  'resident.agreed': 'Avtalt sist',
  'resident.by': ({ date }) => `innan ${date}`,
  'resident.ticked': 'Avtalen er gjord.',
  'resident.opened': 'Avtalen er opna igjen.',
  'resident.notTicked': 'Ikkje lagra. Prøv igjen.',
  'resident.plan': 'Samarbeidsplanen',
  'resident.planOpen': 'Opne planen',
  'resident.quote': ({ words }) => `«${words}»`,
  'resident.goals': ({ main, sub }) => (sub === 0 ? `${capital(count(main))} mål` : `${capital(count(main))} mål, ${count(sub)} delmål`),
  'resident.until': ({ date }) => `til ${date}`,
  'resident.callGroup': 'Ring nokon i gruppa',
  'resident.wholeGroup': 'Heile gruppa',
  'resident.smsNamed': ({ name }) => `Send SMS til ${name}`,
  'resident.happened': 'Det som har hendt',
  'resident.earlier': 'Vis det som var før',
  'resident.concern': ({ what }) => (/^uro\b/i.test(what) ? capital(what) : `Uro: ${what}`),
  'resident.unknownConcern': 'Sjå på kontoret',
  'resident.complaint': ({ about }) => (about === '' ? 'Naboklage' : `Naboklage: ${about}`),
  'resident.planStarted': 'Samarbeidsplanen tok til',
  'resident.planReviewed': 'Planen vart evaluert',
  'resident.twoVersions': 'To versjonar',
  'resident.twoVersionsHelp': 'De skreiv ulikt. Kva stemmer?',
  'resident.notHeld': 'ikkje gjennomført',
  'resident.start': 'Start besøk',
  'resident.continue': 'Hald fram med besøket',
  'resident.note': 'Raskt notat',
}
