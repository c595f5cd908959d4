// G6, evaluation of the plan, version 2 (DOMAIN.md 4.5, rows 6.1 to 6.11): the same questions as version 1, with the
// refusal that is respected at once, «Stopp» at any time, and a name drawn under it by whoever wants to. A change of
// meaning is a new version, never an edit of this.

import type { Block, Guide, Step } from '#domain/guide.ts'
import { localDate } from '#domain/ids.ts'
import { AFTER_2, END_STEPS_2, REFUSAL, START_2, whileItGoesOn2 } from './blocks-2.ts'
import { G6_V1 } from './g6.ts'
import { blockIn, option, say, stepIn } from './words.ts'

const reviewed = (id: string): Block => ({
  ...blockIn(G6_V1, id),
  showIf: [...whileItGoesOn2, { kind: 'fact', fact: 'hasPlanToReview' }],
})
const goals = reviewed('goals')
const onward = reviewed('onward')

/** Said aloud and heard comes first; a drawn name is one more way, and never needed (DOMAIN.md 4.5, 6.11). */
const AGREED: Step = {
  id: 'onward.agreed',
  type: 'signature',
  text: stepIn(onward, 'onward.agreed').text,
  signs: say(
    '«Dette er slik jeg ser det, og slik vil jeg ha det videre.»',
    '«Dette er slik eg ser det, og slik vil eg ha det vidare.»',
    '“This is how I see it, and how I want it from here.”',
  ),
  source: 'DOMAIN 4.5 G6 6.11; N 5.4',
  options: [option('no', say('Nei, ikke helt', 'Nei, ikkje heilt', 'No, not quite'))],
  hasNote: true,
  writes: [
    { kind: 'reviewAgreed', how: 'oral_witnessed', when: ['oral_witnessed'] },
    { kind: 'reviewAgreed', how: 'paper', when: ['paper'] },
    { kind: 'reviewAgreed', how: 'signature_on_screen', when: ['signature_on_screen'] },
  ],
}

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
    { ...onward, steps: onward.steps.map((step) => (step.id === AGREED.id ? AGREED : step)) },
    REFUSAL,
    { ...blockIn(G6_V1, 'end'), steps: END_STEPS_2 },
  ],
}
