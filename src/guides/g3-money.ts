// G3, the money (DOMAIN.md 4.5, rows 3.9 and 3.10): a simple budget, and what can be paid.

import type { Block } from '#domain/guide.ts'
import { NO, say, YES } from './words.ts'

export const MONEY: Block = {
  id: 'money',
  title: say('Pengene', 'Pengane', 'The money'),
  steps: [
    {
      id: 'money.budget',
      type: 'budget',
      text: say(
        'Hva kommer inn hver måned, og hva går ut?',
        'Kva kjem inn kvar månad, og kva går ut?',
        'What comes in each month, and what goes out?',
      ),
      help: say(
        'Cirka holder. Det dere ikke vet, står tomt.',
        'Cirka held. Det de ikkje veit, står tomt.',
        'Roughly is enough. Leave empty what you do not know.',
      ),
      source: 'DOMAIN 4.5 G3 3.9; N 3.8; N 4.3 box',
      lines: [
        { code: 'income', kind: 'income', text: say('Inntekt', 'Inntekt', 'Income') },
        { code: 'bostotte', kind: 'income', text: say('Bostøtte', 'Bustøtte', 'Housing allowance') },
        { code: 'rent', kind: 'expense', text: say('Husleie', 'Husleige', 'Rent') },
        { code: 'electricity', kind: 'expense', text: say('Strøm', 'Straum', 'Electricity') },
        { code: 'loans', kind: 'expense', text: say('Lån', 'Lån', 'Loans') },
        { code: 'food', kind: 'expense', text: say('Mat', 'Mat', 'Food') },
        { code: 'other', kind: 'expense', text: say('Annet', 'Anna', 'Other') },
      ],
      writes: [{ kind: 'budget' }],
      hint: 'H13',
    },
    {
      id: 'money.adviser',
      type: 'taskOffer',
      text: say(
        'Det mangler penger hver måned. Vil du snakke med en økonomisk rådgiver?',
        'Det manglar pengar kvar månad. Vil du snakke med ein økonomisk rådgivar?',
        'There is too little money each month. Would you like to talk to a money adviser?',
      ),
      source: 'DOMAIN 4.5 G3 3.9; N 3.8',
      showIf: [{ kind: 'negative', step: 'money.budget' }],
      options: [YES, NO],
      writes: [
        {
          kind: 'offeredTask',
          when: ['yes'],
          title: say('Avtal time hos økonomisk rådgiver.', 'Avtal time hos økonomisk rådgivar.', 'Book time with a money adviser.'),
        },
        { kind: 'grant', code: 'okonomisk_radgivning', status: 'offered', when: ['yes'] },
        { kind: 'grant', code: 'okonomisk_radgivning', status: 'declined_by_resident', when: ['no'] },
      ],
    },
    {
      id: 'pay.now',
      type: 'money',
      text: say('Hva kan du betale nå?', 'Kva kan du betale no?', 'What can you pay now?'),
      help: say('Null er også et svar.', 'Null er òg eit svar.', 'Nothing is an answer too.'),
      source: 'DOMAIN 4.5 G3 3.10; N 6.2',
      writes: [{ kind: 'arrangement', part: 'payNow' }],
    },
    {
      id: 'pay.monthly',
      type: 'money',
      text: say(
        'Hva kan du betale hver måned framover?',
        'Kva kan du betale kvar månad framover?',
        'What can you pay each month from here?',
      ),
      help: say(
        'Heller lite som holder enn mye som ryker.',
        'Heller lite som held enn mykje som ryk.',
        'Better a little that holds than a lot that fails.',
      ),
      source: 'DOMAIN 4.5 G3 3.10; N 6.2',
      writes: [{ kind: 'arrangement', part: 'perTerm' }],
    },
  ],
}
