// What is owed (DOMAIN.md 4.5, 1.9 and 2.4): how much, of what, whether the letter was read, and why. The same questions
// in the first visit and in an ordinary one, so that they make the same record.

import type { Condition, Step } from '#domain/guide.ts'
import { NO, option, say, UNSURE, YES } from './words.ts'

/** `when`: what was answered that says something is owed. */
export const debtSteps = (when: Condition, source: string): readonly Step[] => [
  {
    id: 'debt.amount',
    type: 'money',
    text: say('Hvor mye skylder du, så vidt du vet?', 'Kor mykje skuldar du, så vidt du veit?', 'How much do you owe, as far as you know?'),
    help: say('Det er lov å ikke vite.', 'Det er lov å ikkje vite.', 'It is fine not to know.'),
    source,
    showIf: [when],
    writes: [{ kind: 'arrears', part: 'amount' }],
    hint: 'H10',
  },
  {
    id: 'debt.what',
    type: 'multi',
    text: say('Hva er det du skylder på?', 'Kva er det du skuldar på?', 'What is it that you owe on?'),
    source,
    showIf: [when],
    options: [
      option('rent', say('Husleie', 'Husleige', 'Rent')),
      option('electricity', say('Strøm', 'Straum', 'Electricity')),
      option(
        'power_cut',
        say(
          'Strømmen er stengt, eller det er varslet',
          'Straumen er stengd, eller det er varsla',
          'The electricity is cut, or it has been warned of',
        ),
      ),
      option('loan', say('Lån', 'Lån', 'Loans')),
      option('other', say('Annet', 'Anna', 'Something else')),
    ],
    hasNote: true,
    writes: [
      {
        kind: 'observe',
        area: 'electricity_heat',
        basis: 'told_by_resident',
        when: ['power_cut'],
        text: say(
          'Strømmen er stengt, eller det er varslet.',
          'Straumen er stengd, eller det er varsla.',
          'The electricity is cut, or it has been warned of.',
        ),
      },
    ],
    raises: [
      { when: ['power_cut'], concern: 'C-NOPOWER' },
      { fact: 'evictionIsNear', when: ['rent'], concern: 'C-EVICT' },
    ],
  },
  {
    id: 'debt.letter',
    type: 'yesnounsure',
    text: say(
      'Har du fått brev om det, og har du fått lest det?',
      'Har du fått brev om det, og har du fått lese det?',
      'Have you had a letter about it, and have you been able to read it?',
    ),
    source: `${source}; N 6.3`,
    showIf: [when],
    options: [YES, NO, UNSURE],
    writes: [{ kind: 'arrears', part: 'read', says: { yes: 'yes', no: 'no', unsure: 'unknown' } }],
    hint: 'H12',
  },
]
