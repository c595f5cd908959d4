// G2, ordinary follow-up visit, version 2 (DOMAIN.md 4.5, rows 2.1 to 2.11): as version 1, with the refusal that is
// respected at once, «Stopp» at any time, what is owed, and a letter that may be photographed once it has been read
// together. A change of meaning is a new version, never an edit of this one.

import type { Block, Guide, Step } from '#domain/guide.ts'
import { localDate } from '#domain/ids.ts'
import { AFTER_2, CHILD_STEPS_2, END_STEPS_2, inTheHome2, REFUSAL, START_2, whileItGoesOn2 } from './blocks-2.ts'
import { debtSteps } from './debt-steps.ts'
import { G2_V1 } from './g2.ts'
import { blockIn, say, stepIn } from './words.ts'

const SINCE = blockIn(G2_V1, 'since')
const GOALS = blockIn(G2_V1, 'goals')
const RENT = blockIn(G2_V1, 'rent')
const EVERYDAY = blockIn(G2_V1, 'everyday')
const END = blockIn(G2_V1, 'end')

const paid = stepIn(RENT, 'rent.paid')
const unpaid = { kind: 'answered', step: 'rent.paid', is: ['no'] } as const
const debt = { id: 'debt', steps: debtSteps(unpaid, 'DOMAIN 4.5 G2 2.4; O-6') }

const RENT_2: Block = {
  ...RENT,
  showIf: whileItGoesOn2,
  steps: [
    {
      ...paid,
      writes: [...paid.writes, { kind: 'arrears', part: 'owes', when: ['no'] }],
      raises: [{ fact: 'evictionIsNear', when: ['no'], concern: 'C-EVICT' }],
    },
    stepIn(RENT, 'rent.why'),
    stepIn(debt, 'debt.amount'),
    stepIn(debt, 'debt.letter'),
    stepIn(RENT, 'rent.post'),
    stepIn(RENT, 'rent.readPost'),
    {
      id: 'rent.photo',
      type: 'photo',
      text: say('Skal vi ta bilde av brevet?', 'Skal vi ta bilete av brevet?', 'Shall we take a picture of the letter?'),
      source: 'DOMAIN 4.5 G2 2.5; N 6.3',
      showIf: [inTheHome2, { kind: 'answered', step: 'rent.post', is: ['yes'] }, { kind: 'answered', step: 'rent.readPost', is: ['read'] }],
      photo: { kind: 'letter_in' },
      writes: [],
    },
  ],
}

const seen = stepIn(EVERYDAY, 'everyday.seen')
const SEEN_2: Step = {
  ...seen,
  showIf: [inTheHome2],
  raises: [
    ...(seen.raises ?? []),
    { area: 'electricity_heat', atMost: 1, concern: 'C-NOPOWER' },
    { area: 'visitors', atMost: 1, concern: 'C-EXPLOIT' },
  ],
}

export const G2_V2: Guide = {
  ...G2_V1,
  version: 2,
  validFrom: localDate('2026-01-01'),
  blocks: [
    START_2,
    AFTER_2,
    { ...SINCE, showIf: whileItGoesOn2 },
    { ...GOALS, showIf: [...whileItGoesOn2, { kind: 'fact', fact: 'hasActiveGoals' }] },
    RENT_2,
    {
      ...EVERYDAY,
      showIf: whileItGoesOn2,
      steps: [
        { ...stepIn(EVERYDAY, 'everyday.together'), showIf: [inTheHome2] },
        stepIn(EVERYDAY, 'everyday.neighbours'),
        SEEN_2,
        ...CHILD_STEPS_2,
      ],
    },
    REFUSAL,
    {
      ...END,
      steps: [{ ...stepIn(END, 'end.plan'), showIf: [...whileItGoesOn2, { kind: 'fact', fact: 'hasPlan' }] }, ...END_STEPS_2],
    },
  ],
}
