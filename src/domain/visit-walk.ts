// Walking a guide: which questions are shown, which one comes next, how far each block has come, and what must be there
// before Ferdig. Pure; the guide is data, the answers are the draft's. The order may always be left (DOMAIN.md 4.1).

import type { GoalAnswer, RaisedConcern, StepAnswer } from './answers.ts'
import { addMonths } from './calendar.ts'
import type { TaskView } from './case-view-events.ts'
import { type GoalView, latestScore, type MeasureView } from './case-view-plan.ts'
import type { ConcernCode, Outcome } from './codes.ts'
import { OUTCOMES } from './codes.ts'
import type { Block, Guide, Step } from './guide.ts'
import { type Id, isLocalDate, type LocalDate } from './ids.ts'
import { type Answers, codesIn, givenValue, hasAny, isAnswered, isGiven, raisedBy } from './visit-answers.ts'
import { unconfirmedEnd } from './visit-confirmed.ts'
import type { VisitContext } from './visit-context.ts'
import { blocksShown, stepsShown } from './visit-stopped.ts'
import { visitsAgainstStop } from './visit-taps.ts'

export interface Walk {
  readonly guide: Guide
  readonly answers: Answers
  readonly context: VisitContext
}
/** One question on one screen. Goals are one screen each; agreements and services are lists on one screen. */
export interface Screen {
  /** The step's id, with `@` and the goal's id where a step is asked for each goal. `VisitDraft.at` holds it. */
  readonly key: string
  readonly block: Block
  readonly step: Step
  readonly goal?: GoalView
  readonly tasks?: readonly TaskView[]
  readonly measures?: readonly MeasureView[]
}

export const shownBlocks = (walk: Walk): readonly Block[] => blocksShown(walk)

/** Every screen that is shown now, in the guide's order. */
export const screensOf = (walk: Walk): readonly Screen[] => shownBlocks(walk).flatMap((block) => screensIn(walk, block))

function screensIn(walk: Walk, block: Block): readonly Screen[] {
  const { context } = walk
  return stepsShown(walk, block).flatMap((step): readonly Screen[] => {
    if (step.type === 'goalScore') return context.goals.map((goal) => ({ key: `${step.id}@${goal.id}`, block, step, goal }))
    if (step.type !== 'measureCheck' && step.type !== 'measureReview') return [{ key: step.id, block, step }]
    return [{ key: step.id, block, step, ...listOf(step, context) }]
  })
}

function listOf({ type, writes }: Step, context: VisitContext): Pick<Screen, 'tasks' | 'measures'> {
  if (type === 'measureReview') return { measures: context.measures }
  if (writes.some((write) => write.kind === 'taskStatus')) return { tasks: context.agreed }
  return { measures: writes.some((write) => write.kind === 'weDid') ? context.commitments : context.services }
}

/** The screen after this one, or `review` after the last. A key that is no longer shown leads to what follows its place. */
export const nextKey = (walk: Walk, key: string): string => screensOf(walk)[placeAfter(walk, key)]?.key ?? 'review'

/** The screen before this one; undefined at the first. From `review`: the last screen. */
export function previousKey(walk: Walk, key: string): string | undefined {
  const screens = screensOf(walk)
  if (key === 'review') return screens.at(-1)?.key
  const at = screens.findIndex((screen) => screen.key === key)
  return screens[(at === -1 ? placeAfter(walk, key) : at) - 1]?.key
}

function placeAfter(walk: Walk, key: string): number {
  const screens = screensOf(walk)
  const at = screens.findIndex((screen) => screen.key === key)
  if (at !== -1) return at + 1
  const order = walk.guide.blocks.flatMap((block) => block.steps.map((step) => step.id))
  const place = order.indexOf(key.split('@')[0] ?? key)
  const following = screens.findIndex((screen) => order.indexOf(screen.step.id) > place)
  return following === -1 ? screens.length : following
}

/** Info without something to tap is read, not answered, and counts nowhere. */
const isQuestion = (screen: Screen): boolean => screen.step.type !== 'info' || (screen.step.options ?? []).length > 0

/** How one screen stands; a goal has its own answer inside the step's. */
export function screenAnswer(screen: Screen, answers: Answers): StepAnswer | undefined {
  const answer = answers[screen.step.id]
  if (!screen.goal || answer?.kind !== 'given') return answer
  const goal = goalAnswer(screen, answers)
  if (goal?.none) return { kind: goal.none }
  return goal?.score === undefined && goal?.goalResult === undefined ? undefined : answer
}

export function goalAnswer(screen: Screen, answers: Answers): GoalAnswer | undefined {
  const value = givenValue(answers[screen.step.id])
  return value?.is === 'scores' && screen.goal ? value.scores[screen.goal.id] : undefined
}

/** It fell by two or more since last time: ask why, without blame (DOMAIN.md 4.5, G2 2.3). */
export function asksWhy(screen: Screen, answers: Answers): boolean {
  const now = goalAnswer(screen, answers)
  if (!screen.goal || now?.score === undefined || !screen.step.followUp?.when.includes('drop')) return false
  const before = latestScore(screen.goal, now.by) ?? latestScore(screen.goal)
  const last = before?.score ?? screen.goal.baseline
  return last !== undefined && last - now.score >= 2
}

/** Does this answer open the step's second question? For lists: ask with the one item's result. */
export const asksFollowUp = (step: Step, answer: StepAnswer | undefined): boolean => hasAny(codesIn(answer), step.followUp?.when ?? [])

export type BlockState =
  | { readonly kind: 'done' }
  | { readonly kind: 'begun'; readonly n: number; readonly of: number }
  | { readonly kind: 'notBegun' }
  | { readonly kind: 'notTalkedAbout' }

/** «Ikke snakket om» is a block that was passed over on purpose: every question skipped. */
export function blockState(walk: Walk, block: Block): BlockState {
  const answers = screensIn(walk, block)
    .filter(isQuestion)
    .map((screen) => screenAnswer(screen, walk.answers))
  const n = answers.filter(isAnswered).length
  if (answers.length > 0 && answers.every((answer) => answer?.kind === 'skipped')) return { kind: 'notTalkedAbout' }
  if (n === answers.length) return { kind: 'done' }
  return n === 0 ? { kind: 'notBegun' } : { kind: 'begun', n, of: answers.length }
}

/** The short bars: one for each block that is shown, `part` from 0 to 1. */
export function progress(walk: Walk, at: string): readonly { readonly block: Block; readonly part: number; readonly isCurrent: boolean }[] {
  const current = screensOf(walk).find((screen) => screen.key === at)?.block
  return shownBlocks(walk).map((block) => ({ block, part: partOf(blockState(walk, block)), isCurrent: block === current }))
}

const partOf = (state: BlockState): number => (state.kind === 'begun' ? state.n / state.of : state.kind === 'notBegun' ? 0 : 1)

/** Where a screen stands in its block: «Målene · 2 av 3». */
export function placeInBlock(walk: Walk, key: string): { readonly n: number; readonly of: number } | undefined {
  const block = screensOf(walk).find((screen) => screen.key === key)?.block
  if (!block) return undefined
  const screens = screensIn(walk, block)
  return { n: screens.findIndex((screen) => screen.key === key) + 1, of: screens.length }
}

export interface Gap {
  readonly block: Block
  /** Nothing of the block was talked about; then it stands as one line. */
  readonly isWholeBlock: boolean
  readonly screens: readonly Screen[]
}
/** «Ikke med denne gangen»: what was not talked about. It is fine, and stops nothing. */
export function gaps(walk: Walk): readonly Gap[] {
  return shownBlocks(walk).flatMap((block): readonly Gap[] => {
    const questions = screensIn(walk, block).filter(isQuestion)
    const open = questions.filter((screen) => {
      const answer = screenAnswer(screen, walk.answers)
      return !isAnswered(answer) || answer?.kind === 'skipped'
    })
    return open.length === 0 ? [] : [{ block, isWholeBlock: open.length === questions.length, screens: open }]
  })
}

/** Pass over a block: what nobody has answered in it becomes skipped. */
export function skipBlock(walk: Walk, block: Block): Answers {
  const untouched = screensIn(walk, block).filter(
    (screen) => isQuestion(screen) && !screen.step.isRequired && !isAnswered(screenAnswer(screen, walk.answers)),
  )
  const answers: Record<string, StepAnswer> = { ...walk.answers }
  for (const screen of untouched) answers[screen.step.id] = skipped(screen, answers)
  return answers
}

function skipped(screen: Screen, answers: Answers): StepAnswer {
  const value = givenValue(answers[screen.step.id])
  if (!screen.goal || value?.is !== 'scores') return { kind: 'skipped' }
  const none: GoalAnswer = { none: 'skipped', by: 'resident' }
  return { kind: 'given', value: { is: 'scores', scores: { ...value.scores, [screen.goal.id]: none } } }
}

/** How it went: the answer itself, or what a later answer makes of it («passer det nå?» nei → kort besøk). */
export function outcomeOf(walk: Walk): Outcome | undefined {
  const steps = screensOf(walk).map((screen) => screen.step)
  const told = steps.find((step) => step.writes.some((write) => write.kind === 'outcome' && !write.to))
  const outcome = OUTCOMES.find((code) => told && codesIn(walk.answers[told.id]).includes(code))
  if (outcome !== 'home_full') return outcome
  const corrections = steps.flatMap((step) =>
    step.writes.flatMap((write) =>
      write.kind === 'outcome' && write.to && hasAny(codesIn(walk.answers[step.id]), write.when ?? []) ? [write.to] : [],
    ),
  )
  return corrections.at(-1) ?? outcome
}

/** Concerns the shown answers raise that the draft does not hold yet, each code once with the step it came from. */
export function newConcerns(
  walk: Walk,
  held: readonly RaisedConcern[],
): readonly { readonly code: ConcernCode; readonly fromStep: string }[] {
  const known = new Set<ConcernCode>(held.map((concern) => concern.code))
  const found: { readonly code: ConcernCode; readonly fromStep: string }[] = []
  for (const { step } of screensOf(walk))
    for (const code of raisedBy(step, walk.answers[step.id], walk.context.facts)) {
      if (!known.has(code)) found.push({ code, fromStep: step.id })
      known.add(code)
    }
  return found
}

export type FinishRefusal =
  | { readonly kind: 'needsOutcome'; readonly at: string }
  | { readonly kind: 'needsWhoWasThere'; readonly at: string }
  /** A date that cannot be: before tomorrow, or further ahead than may be (DOMAIN.md 2.5: at most 12 months). */
  | { readonly kind: 'needsPossibleDate'; readonly at: string; readonly latest: LocalDate }
  /** A new visit was agreed with somebody who does not want to be contacted (DOMAIN.md 4.3). */
  | { readonly kind: 'contactStopped'; readonly at: string }
  /** A plan is never ended without the resident being asked whether this is how she sees it (DOMAIN.md 4.5, 6.11). */
  | { readonly kind: 'needsPlanConfirmed'; readonly at: string }
  /** `concern` is missing when the answer was never saved as a concern: raise it first. */
  | { readonly kind: 'needsConcernAction'; readonly code: ConcernCode | undefined; readonly concern: Id | undefined; readonly at: string }
  | { readonly kind: 'needsConcernReason'; readonly code: ConcernCode; readonly concern: Id; readonly at: string }

/** The only things that stop Ferdig (DOMAIN.md 4.1 rule 1, 4.4), in the order they are to be mended. */
export function mustHave(walk: Walk, held: readonly RaisedConcern[]): readonly FinishRefusal[] {
  const missing = screensOf(walk).filter((screen) => screen.step.isRequired && !isGiven(walk.answers[screen.step.id]))
  return [
    ...missing.map(({ key, step }): FinishRefusal => ({ kind: isOutcomeStep(step) ? 'needsOutcome' : 'needsWhoWasThere', at: key })),
    ...impossibleDates(walk),
    ...visitsAgainstStop(screensOf(walk), walk).map((at): FinishRefusal => ({ kind: 'contactStopped', at })),
    ...unconfirmedEnd(screensOf(walk), walk.answers).map((at): FinishRefusal => ({ kind: 'needsPlanConfirmed', at })),
    ...newConcerns(walk, held).map(
      ({ code, fromStep }): FinishRefusal => ({ kind: 'needsConcernAction', code, concern: undefined, at: fromStep }),
    ),
    ...held.flatMap(unhandled),
  ]
}

export const latestDate = (monthsAhead: number, { today }: VisitContext): LocalDate => addMonths(today, monthsAhead)

/** Said where it was answered, and again before Ferdig; what was written is kept as it stands. */
export function impossibleDates(walk: Walk): readonly Extract<FinishRefusal, { readonly kind: 'needsPossibleDate' }>[] {
  return screensOf(walk).flatMap(({ key, step }) => {
    const value = givenValue(walk.answers[step.id])
    if (step.monthsAhead === undefined || value?.is !== 'text' || value.text === '') return []
    const latest = latestDate(step.monthsAhead, walk.context)
    const isPossible = isLocalDate(value.text) && value.text > walk.context.today && value.text <= latest
    return isPossible ? [] : [{ kind: 'needsPossibleDate' as const, at: key, latest }]
  })
}

export const isOutcomeStep = (step: Step): boolean => step.writes.some((write) => write.kind === 'outcome' && !write.to)

/** «Ingen handling» is an answer too, but it needs its reason (DOMAIN.md 4.4). */
function unhandled({ id, code, fromStep, action, note }: RaisedConcern): readonly FinishRefusal[] {
  if (!action) return [{ kind: 'needsConcernAction', code, concern: id, at: fromStep }]
  if (action === 'assessed_no_action' && !note?.trim()) return [{ kind: 'needsConcernReason', code, concern: id, at: fromStep }]
  return []
}
