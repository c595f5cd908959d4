// G6, evaluation of the plan, version 2 (DOMAIN.md 4.5, rows 6.1 to 6.11): the same questions as version 1, with the
// refusal that is respected at once and «Stopp» at any time. A change of meaning is a new version, never an edit of this.

import type { Block, Guide } from '#domain/guide.ts'
import { localDate } from '#domain/ids.ts'
import { AFTER_2, END_STEPS_2, REFUSAL, START_2, whileItGoesOn2 } from './blocks-2.ts'
import { G6_V1 } from './g6.ts'
import { blockIn } from './words.ts'

const reviewed = (id: string): Block => ({
  ...blockIn(G6_V1, id),
  showIf: [...whileItGoesOn2, { kind: 'fact', fact: 'hasPlanToReview' }],
})
const goals = reviewed('goals')

export const G6_V2: Guide = {
  ...G6_V1,
  version: 2,
  validFrom: localDate('2026-01-01'),
  blocks: [
    START_2,
    AFTER_2,
    reviewed('then'),
    { ...goals, showIf: [...(goals.showIf ?? []), { kind: 'fact', fact: 'hasActiveGoals' }] },
    reviewed('help'),
    reviewed('onward'),
    REFUSAL,
    { ...blockIn(G6_V1, 'end'), steps: END_STEPS_2 },
  ],
}
