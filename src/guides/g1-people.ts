// G1, people and health (DOMAIN.md 4.5, rows 1.16 to 1.20): who means something, who helps, health as far as it matters
// for the home, and why it has become hard, as she sees it.

import type { Block } from '#domain/guide.ts'
import { CAUSE_OPTIONS } from './scales.ts'
import { NO, option, say, YES } from './words.ts'

const HEALTH = 'people.health'
const HELPERS = 'people.helpers'

export const PEOPLE: Block = {
  id: 'people',
  title: say('Nettverk og helse', 'Nettverk og helse', 'People and health'),
  canWait: true,
  steps: [
    {
      id: 'people.close',
      type: 'people',
      text: say(
        'Har du noen rundt deg som hjelper eller betyr noe?',
        'Har du nokon rundt deg som hjelper eller betyr noko?',
        'Do you have people around you who help or mean something?',
      ),
      help: say(
        'Vi tar bare kontakt med dem du sier ja til.',
        'Vi tek berre kontakt med dei du seier ja til.',
        'We contact only those you say yes to.',
      ),
      source: 'DOMAIN 4.5 G1 1.16; N 4.7',
      people: {
        relations: [
          option('partner', say('Partner', 'Partnar', 'Partner')),
          option('parent', say('Forelder', 'Forelder', 'Parent')),
          option('child', say('Barn', 'Barn', 'Child')),
          option('sibling', say('Søsken', 'Sysken', 'Sibling')),
          option('friend', say('Venn', 'Ven', 'Friend')),
          option('neighbour', say('Nabo', 'Nabo', 'Neighbour')),
          option('other', say('Annen', 'Annan', 'Other')),
        ],
        asksContact: true,
      },
      writes: [{ kind: 'relatives' }],
    },
    {
      id: 'people.gp',
      type: 'single',
      text: say(
        'Har du fastlege, og har du det du trenger av hjelp der?',
        'Har du fastlege, og har du det du treng av hjelp der?',
        'Do you have a GP, and do you get the help you need there?',
      ),
      source: 'DOMAIN 4.5 G1 1.17; N 4.4',
      options: [
        option('yes', say('Ja', 'Ja', 'Yes')),
        option('untreated', say('Ja, men noe er ikke behandlet', 'Ja, men noko er ikkje behandla', 'Yes, but something is not treated')),
        option('no', say('Nei', 'Nei', 'No')),
      ],
      hasNote: true,
      writes: [
        {
          kind: 'observe',
          area: 'health',
          basis: 'told_by_resident',
          when: ['untreated', 'no'],
          text: say(
            'Får ikke den hjelpen som trengs hos lege.',
            'Får ikkje den hjelpa som trengst hos lege.',
            'Does not get the help that is needed from a doctor.',
          ),
        },
        { kind: 'grant', code: 'fastlege', status: 'considered', when: ['untreated', 'no'] },
      ],
      raises: [{ when: ['untreated', 'no'], concern: 'C-HEALTH' }],
    },
    {
      id: 'people.gpHelp',
      type: 'taskOffer',
      text: say('Skal vi ringe fastlegen sammen?', 'Skal vi ringje fastlegen saman?', 'Shall we ring the GP together?'),
      source: 'DOMAIN 4.5 G1 1.17; N 4.4',
      showIf: [{ kind: 'answered', step: 'people.gp', is: ['untreated', 'no'] }],
      options: [YES, NO],
      writes: [
        {
          kind: 'offeredTask',
          when: ['yes'],
          title: say(
            'Ring fastlegen sammen med beboeren.',
            'Ring fastlegen saman med bebuaren.',
            'Ring the GP together with the resident.',
          ),
        },
        { kind: 'grant', code: 'fastlege', status: 'offered', when: ['yes'] },
        { kind: 'grant', code: 'fastlege', status: 'declined_by_resident', when: ['no'] },
      ],
    },
    {
      id: HEALTH,
      type: 'single',
      text: say(
        'Er det noe med helse eller rus som gjør det vanskelig å bo her? Du kan svare kort.',
        'Er det noko med helse eller rus som gjer det vanskeleg å bu her? Du kan svare kort.',
        'Is there anything about health or substance use that makes it hard to live here? You can answer briefly.',
      ),
      source: 'DOMAIN 4.5 G1 1.18; N 1.2; N 4.4',
      options: [
        option('no', say('Nei', 'Nei', 'No')),
        option('a_little', say('Litt', 'Litt', 'A little')),
        option('yes', say('Ja', 'Ja', 'Yes')),
      ],
      writes: [{ kind: 'observe', area: 'health', basis: 'told_by_resident', levels: { no: 4, a_little: 2, yes: 1 } }],
      hint: 'H25',
    },
    {
      id: 'people.whatHelps',
      type: 'text',
      text: say('Hva ville hjulpet?', 'Kva ville hjelpt?', 'What would help?'),
      source: 'DOMAIN 4.5 G1 1.18; N 4.4',
      showIf: [{ kind: 'answered', step: HEALTH, is: ['yes'] }],
      writes: [{ kind: 'observe', area: 'health', basis: 'told_by_resident' }],
    },
    {
      id: 'people.causes',
      type: 'multi',
      text: say(
        'Hva tror du er grunnen til at det er blitt vanskelig?',
        'Kva trur du er grunnen til at det har vorte vanskeleg?',
        'What do you think is the reason it has become hard?',
      ),
      source: 'DOMAIN 4.5 G1 1.19; N 1.2',
      options: CAUSE_OPTIONS,
      hasNote: true,
      writes: [{ kind: 'causes' }],
      hint: 'H11',
    },
    {
      id: HELPERS,
      type: 'people',
      text: say('Hvem andre hjelper deg i dag?', 'Kven andre hjelper deg i dag?', 'Who else helps you today?'),
      source: 'DOMAIN 4.5 G1 1.20; N 5.4; N App.1',
      people: {
        relations: [
          option('home_help', say('Hjemmehjelp', 'Heimehjelp', 'Home help')),
          option('gp', say('Fastlege', 'Fastlege', 'GP')),
          option('psych_nurse', say('Psykisk helsehjelp', 'Psykisk helsehjelp', 'Mental health care')),
          option('addiction_clinic', say('Ruspoliklinikk', 'Ruspoliklinikk', 'Addiction clinic')),
          option('support_contact', say('Støttekontakt', 'Støttekontakt', 'Support contact')),
          option('case_worker', say('Saksbehandler i NAV', 'Saksbehandlar i NAV', 'Case worker at NAV')),
          option('guardian', say('Verge', 'Verje', 'Guardian')),
          option('other', say('Andre', 'Andre', 'Others')),
        ],
      },
      writes: [],
    },
    {
      id: 'people.group',
      type: 'taskOffer',
      text: say(
        'Vil du at de som hjelper deg, møtes i en ansvarsgruppe?',
        'Vil du at dei som hjelper deg, møtest i ei ansvarsgruppe?',
        'Would you like those who help you to meet in a responsibility group?',
      ),
      help: say('Du er selv med, og bestemmer hvem.', 'Du er sjølv med, og bestemmer kven.', 'You are part of it, and decide who is.'),
      source: 'DOMAIN 4.5 G1 1.20; N 5.4; N App.1',
      showIf: [{ kind: 'atLeast', step: HELPERS, n: 3 }],
      options: [YES, NO],
      writes: [
        {
          kind: 'offeredTask',
          when: ['yes'],
          title: say(
            'Lag ansvarsgruppe sammen med beboeren.',
            'Lag ansvarsgruppe saman med bebuaren.',
            'Make a responsibility group with the resident.',
          ),
        },
      ],
      hint: 'H31',
    },
  ],
}
