// What follows a visit that did not become a talk (B-NOT and the *After it* of DOMAIN.md 2.9), and the end of every
// guide: B-END and B-SAFE, second version. A refusal has its own block, and is asked for no agreements.

import type { Outcome } from '#domain/codes.ts'
import type { Block, Condition, Step } from '#domain/guide.ts'
import { AFTER, END_STEPS } from './blocks.ts'
import { REFUSAL_ANSWER } from './blocks-2-refusal.ts'
import { after, DECLINED, GOES_ON, HAPPENED, notAfter, notStopped } from './blocks-2-start.ts'
import { say, stepIn } from './words.ts'

/** Nobody was reached: is there a child, old age, or somebody who needs help (O-3). */
const HINTS: Readonly<Record<string, string>> = { 'after.signs': 'H23', 'after.childWorry': 'H24' }

/** The short way for everything but a refusal. */
export const AFTER_2: Block = {
  ...AFTER,
  showIf: [after(...HAPPENED)],
  steps: AFTER.steps.filter((step) => step.id !== 'after.refusal').map((step) => withHint(withoutDeclined(step))),
}

function withHint(step: Step): Step {
  const hint = HINTS[step.id]
  return hint ? { ...step, hint } : step
}

function withoutDeclined(step: Step): Step {
  const showIf = step.showIf?.map((condition) =>
    condition.kind === 'answered' ? { ...condition, is: condition.is.filter((code) => !DECLINED.some((one) => one === code)) } : condition,
  )
  return showIf ? { ...step, showIf } : step
}

const GONE: readonly Outcome[] = ['deceased', 'wrong_address', 'moved']
const wantsHelp: Condition = { kind: 'answered', step: REFUSAL_ANSWER, is: ['wants_help'] }
/** She did not refuse, or wanted help after all. */
const notRefused: readonly Condition[] = [
  { kind: 'any', of: [notAfter(...DECLINED), wantsHelp] },
  { kind: 'any', of: [notStopped, wantsHelp] },
]
const met = after(...GOES_ON, 'home_at_door')

const old = { id: 'end', steps: END_STEPS }
const safe = stepIn(old, 'end.safe')

/** `beforeNext`: what else must hold for a next visit to be asked about, as that she has not said «ikke kontakt meg». */
export const endSteps2 = (...beforeNext: readonly Condition[]): readonly Step[] => [
  { ...stepIn(old, 'end.agreements'), showIf: [notAfter(...GONE, 'not_home', 'no_answer'), ...notRefused] },
  { ...stepIn(old, 'end.next'), showIf: [notAfter(...GONE), ...notRefused, ...beforeNext] },
  { ...stepIn(old, 'end.read'), showIf: [met, notStopped] },
  { ...stepIn(old, 'end.thanks'), showIf: [met] },
  {
    ...safe,
    followUp: {
      when: ['a_bit', 'no'],
      text: say(
        'Hva skjedde? Trenger du å snakke med noen?',
        'Kva skjedde? Treng du å snakke med nokon?',
        'What happened? Do you need to talk to somebody?',
      ),
    },
    writes: [...safe.writes, { kind: 'twoWorkers', when: ['no'] }],
  },
]

export const END_STEPS_2: readonly Step[] = endSteps2()
