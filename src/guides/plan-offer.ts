// The last question of the first visit and of the moving-in visit: shall we make a simple plan together (DOMAIN.md 4.5,
// 1.22 and 5.21). A yes makes a plan in draft; a no is met as every no is (4.3), and asks for nothing.

import type { Block, Condition } from '#domain/guide.ts'
import { whileItGoesOn2 } from './blocks-2.ts'
import { option, say } from './words.ts'

const WANTS = 'plan.wants'
const COME_BY = 'plan.comeBy'
const no: Condition = { kind: 'answered', step: WANTS, is: ['no'] }

/** She has not said that we are not to get in touch. */
export const mayComeBy: Condition = { kind: 'answeredNot', step: COME_BY, is: ['no_contact'] }

export const planOffer = (source: string, hint: 'H05' | 'H07'): Block => ({
  id: 'plan',
  title: say('Planen', 'Planen', 'The plan'),
  showIf: [...whileItGoesOn2, { kind: 'fact', fact: 'hasNoPlan' }],
  steps: [
    {
      id: WANTS,
      type: 'single',
      text: say(
        'Vil du at vi lager en enkel plan sammen?',
        'Vil du at vi lagar ein enkel plan saman?',
        'Would you like us to make a simple plan together?',
      ),
      source,
      options: [
        option(
          'yes',
          say('Ja', 'Ja', 'Yes'),
          say('Vi lager den sammen etter besøket.', 'Vi lagar han saman etter besøket.', 'We make it together after the visit.'),
        ),
        option('think', say('Jeg vil tenke på det', 'Eg vil tenkje på det', 'I will think about it')),
        option('no', say('Nei', 'Nei', 'No')),
      ],
      writes: [{ kind: 'planDraft', when: ['yes'] }],
      hint,
    },
    {
      id: 'plan.fine',
      type: 'info',
      text: say(
        '«Det er helt greit. Du bestemmer selv.»',
        '«Det er heilt greitt. Du bestemmer sjølv.»',
        '“That is quite all right. It is up to you.”',
      ),
      source: 'N 4.6; DOMAIN 4.3',
      showIf: [no],
      writes: [],
      hint: 'H01',
    },
    {
      id: COME_BY,
      type: 'single',
      text: say(
        'Er det greit at jeg kommer innom igjen en gang, eller vil du helst ringe selv?',
        'Er det greitt at eg kjem innom att ein gong, eller vil du helst ringje sjølv?',
        'Is it all right if I drop by again some time, or would you rather ring yourself?',
      ),
      source: 'N 4.6; DOMAIN 4.3',
      showIf: [no],
      options: [
        option('may_be_contacted', say('Kom gjerne innom', 'Kom gjerne innom', 'Do drop by')),
        option('will_call_self', say('Jeg ringer selv', 'Eg ringjer sjølv', 'I will ring')),
        option('no_contact', say('Ikke kontakt meg om dette', 'Ikkje kontakt meg om dette', 'Do not contact me about this')),
      ],
      writes: [{ kind: 'refusal' }, { kind: 'contactStop', when: ['no_contact'] }],
    },
  ],
})
