// G1, money, second half (DOMAIN.md 4.5, rows 1.9 to 1.11): what is owed, the housing allowance, and the post.

import type { Block } from '#domain/guide.ts'
import { debtSteps } from './debt-steps.ts'
import { INCOME_STEPS } from './g1-income.ts'
import { NO, option, say, UNSURE, YES } from './words.ts'

export const MONEY: Block = {
  id: 'money',
  title: say('Økonomi', 'Økonomi', 'Money'),
  canWait: true,
  steps: [
    ...INCOME_STEPS,
    {
      id: 'money.owes',
      type: 'yesnounsure',
      text: say(
        'Er det noe du skylder – husleie, strøm, lån?',
        'Er det noko du skuldar – husleige, straum, lån?',
        'Do you owe anything – rent, electricity, loans?',
      ),
      source: 'DOMAIN 4.5 G1 1.9; N 6',
      options: [YES, NO, UNSURE],
      writes: [{ kind: 'arrears', part: 'owes', when: ['yes'] }],
      hint: 'H10',
    },
    ...debtSteps({ kind: 'answered', step: 'money.owes', is: ['yes'] }, 'DOMAIN 4.5 G1 1.9; N 6'),
    {
      id: 'money.bostotte',
      type: 'single',
      text: say('Får du bostøtte? Har du søkt?', 'Får du bustøtte? Har du søkt?', 'Do you get housing allowance? Have you applied?'),
      source: 'DOMAIN 4.5 G1 1.10; N 3.2',
      options: [
        option('gets', say('Ja, jeg får', 'Ja, eg får', 'Yes, I get it')),
        option('applied', say('Har søkt, venter på svar', 'Har søkt, ventar på svar', 'Have applied, waiting for an answer')),
        option('no', say('Nei, har ikke søkt', 'Nei, har ikkje søkt', 'No, have not applied')),
        option('refused', say('Har fått avslag', 'Har fått avslag', 'Was turned down')),
        UNSURE,
      ],
      writes: [
        { kind: 'grant', code: 'bostotte', status: 'granted', when: ['gets'] },
        { kind: 'grant', code: 'bostotte', status: 'applied', when: ['applied'] },
        { kind: 'grant', code: 'bostotte', status: 'refused', when: ['refused'] },
      ],
    },
    {
      id: 'money.apply',
      type: 'taskOffer',
      text: say('Skal vi søke om bostøtte?', 'Skal vi søkje om bustøtte?', 'Shall we apply for housing allowance?'),
      help: say('Søk innen den 25. i måneden.', 'Søk innan den 25. i månaden.', 'Apply by the 25th of the month.'),
      source: 'DOMAIN 4.5 G1 1.10; N 3.2',
      showIf: [{ kind: 'answered', step: 'money.bostotte', is: ['no', 'unsure'] }],
      options: [YES, NO],
      writes: [
        { kind: 'offeredTask', when: ['yes'], title: say('Søk om bostøtte.', 'Søk om bustøtte.', 'Apply for housing allowance.') },
        { kind: 'grant', code: 'bostotte', status: 'offered', when: ['yes'] },
        { kind: 'grant', code: 'bostotte', status: 'declined_by_resident', when: ['no'] },
      ],
    },
    {
      id: 'money.post',
      type: 'single',
      text: say(
        'Åpner du posten din? Vil du at vi ser på den sammen?',
        'Opnar du posten din? Vil du at vi ser på han saman?',
        'Do you open your post? Would you like us to look at it together?',
      ),
      source: 'DOMAIN 4.5 G1 1.11; N 6.3',
      options: [
        option('opened', say('Jeg åpner posten', 'Eg opnar posten', 'I open my post')),
        option(
          'unopened_together',
          say('Noe er uåpnet. Vi ser på det sammen', 'Noko er uopna. Vi ser på det saman', 'Some is unopened. We look at it together'),
        ),
        option(
          'unopened_self',
          say('Noe er uåpnet. Jeg tar det selv', 'Noko er uopna. Eg tek det sjølv', 'Some is unopened. I will deal with it'),
        ),
      ],
      hasNote: true,
      writes: [
        {
          kind: 'observe',
          area: 'post',
          basis: 'told_by_resident',
          levels: { opened: 4, unopened_together: 2, unopened_self: 2 },
        },
        {
          kind: 'task',
          to: 'me',
          due: 'today',
          when: ['unopened_together'],
          title: say(
            'Se på posten sammen med beboeren.',
            'Sjå på posten saman med bebuaren.',
            'Look at the post together with the resident.',
          ),
        },
      ],
      hint: 'H12',
    },
  ],
}
