// Which blocks and steps are shown. When she stops in the middle of a talk no more is asked, but what was said before stays
// as it was said, to be seen in «Se over» and written at Ferdig (DOMAIN.md 4.3).

import type { Block, Guide, Step } from './guide.ts'
import { type Answers, allHold, isGiven } from './visit-answers.ts'
import type { VisitContext } from './visit-context.ts'

interface Asking {
  readonly guide: Guide
  readonly answers: Answers
  readonly context: VisitContext
}

export function blocksShown(asking: Asking): readonly Block[] {
  const { guide, answers, context } = asking
  const before = beforeStop(asking)
  const wasBegun = (block: Block): boolean =>
    before !== undefined && allHold(block.showIf, before, context.facts) && block.steps.some((step) => wasAnswered(step, before, context))
  return guide.blocks.filter((block) => allHold(block.showIf, answers, context.facts) || wasBegun(block))
}

export function stepsShown(asking: Asking, block: Block): readonly Step[] {
  const { answers, context } = asking
  const before = beforeStop(asking)
  const isOpen = allHold(block.showIf, answers, context.facts)
  const isAsked = (step: Step): boolean =>
    isOpen && allHold(step.showIf, answers, context.facts) && (!step.isByButton || isGiven(answers[step.id]))
  return block.steps.filter((step) => isAsked(step) || (before !== undefined && wasAnswered(step, before, context)))
}

const wasAnswered = (step: Step, before: Answers, { facts }: VisitContext): boolean =>
  isGiven(before[step.id]) && allHold(step.showIf, before, facts)

/** The answers as they were; undefined while nobody has stopped. */
function beforeStop({ guide, answers }: Asking): Answers | undefined {
  const pressed = buttonsOf(guide).filter((step) => isGiven(answers[step]))
  if (pressed.length === 0) return undefined
  return Object.fromEntries(Object.entries(answers).filter(([step]) => !pressed.includes(step)))
}

const BUTTONS = new WeakMap<Guide, readonly string[]>()
function buttonsOf(guide: Guide): readonly string[] {
  const known = BUTTONS.get(guide)
  if (known) return known
  const found = guide.blocks.flatMap((block) => block.steps).flatMap((step) => (step.isByButton ? [step.id] : []))
  BUTTONS.set(guide, found)
  return found
}
