// «Slik går det»: each goal over time as the resident and the workers rate it, through every version of the plan; what
// came of each measure; what was promised and kept on both sides; and the evaluations (DOMAIN.md 2.6, 2.7). Pure reading.
// Every rating is kept apart with who wrote it: two who heard different things are both right, and nothing is averaged.

import type { CaseView } from './case-view.ts'
import type { TaskView } from './case-view-events.ts'
import type { Maybe } from './case-view-order.ts'
import type { GoalView, LogView, MeasureView, PlanView, ScoreView } from './case-view-plan.ts'
import type { GoalStatus, MeasureOnward, MeasureResult, MeasureStatus, PlanStatus } from './codes.ts'
import { type Id, isId, type LocalDate } from './ids.ts'
import { grouped } from './plan-lineage.ts'
import type { ReviewView } from './review.ts'

export interface GoalProgress {
  /** The goal as it stands in the newest version that has it. */
  readonly id: Id
  readonly text: string
  readonly status: GoalStatus
  readonly baseline: Maybe<number>
  readonly target: Maybe<number>
  /** Of the plan that counts now; else of an earlier version that did not take it along. */
  readonly isNow: boolean
  /** Main goals are reached through their sub-goals: shown with a rating only when somebody gave one. */
  readonly isMain: boolean
  /** Oldest first. */
  readonly scores: readonly ScoreView[]
}
export type Counts = Readonly<Record<MeasureResult, number>>
export interface MeasureProgress {
  readonly id: Id
  readonly text: string
  readonly status: MeasureStatus
  readonly isNow: boolean
  readonly counts: Counts
  /** Newest first. */
  readonly log: readonly LogView[]
  /** What evaluations said of it, newest first. */
  readonly reviewed: readonly {
    readonly on: Maybe<LocalDate>
    readonly helped: Maybe<MeasureResult>
    readonly onward: Maybe<MeasureOnward>
  }[]
}
export type PromiseState = 'kept' | 'open' | 'late' | 'fell_away'
export interface Promised {
  readonly id: Id
  readonly title: string
  readonly assignee: Maybe<string>
  readonly due: Maybe<LocalDate>
  readonly state: PromiseState
}
export interface OurPart {
  readonly review: Id
  readonly measure: Id
  readonly text: string
  readonly on: Maybe<LocalDate>
  readonly weDid: MeasureResult
  readonly note: Maybe<string>
}
export interface ProgressView {
  readonly goals: readonly GoalProgress[]
  readonly measures: readonly MeasureProgress[]
  /** What was agreed at visits, by who took it on; what is not done yet first. */
  readonly promises: { readonly resident: readonly Promised[]; readonly us: readonly Promised[]; readonly others: readonly Promised[] }
  /** «Gjorde vi vår del?», as the resident answered, newest first. */
  readonly ourPart: readonly OurPart[]
  readonly reviews: readonly ReviewView[]
}

export function readProgress(view: CaseView, today: LocalDate): ProgressView {
  const agreed = view.plans.filter((plan) => !AHEAD.includes(plan.status))
  return {
    goals: goalsOf(agreed, view.plan),
    measures: measuresOf(agreed, view),
    promises: promisesOf(view.tasks, today),
    ourPart: ourPartOf(view),
    reviews: view.reviews,
  }
}

/** A version nobody has agreed to is not where the goal stands. */
const AHEAD: readonly PlanStatus[] = ['draft', 'offered', 'declined']

function goalsOf(plans: readonly PlanView[], now: Maybe<PlanView>): readonly GoalProgress[] {
  const all = plans.flatMap((plan) => plan.mainGoals.flatMap((main) => [main, ...main.subGoals].map((one) => ({ one, plan }))))
  return newestOf(all).flatMap(({ one, plan }) => {
    const isMain = one.subGoals.length > 0
    return isMain && one.scores.length === 0 ? [] : [goalProgress(one, plan === now, isMain)]
  })
}
const goalProgress = ({ id, text, status, baseline, target, scores }: GoalView, isNow: boolean, isMain: boolean): GoalProgress => ({
  ...{ id, text, status, baseline, target, scores },
  ...{ isNow, isMain },
})

function measuresOf(plans: readonly PlanView[], { plan: now, reviews }: CaseView): readonly MeasureProgress[] {
  const told = grouped(
    reviews.flatMap(({ on, measures }) => measures.map(({ measure, helped, onward }) => ({ measure, on, helped, onward }))),
    ({ measure }) => measure,
  )
  const all = plans.flatMap((plan) => plan.measures.map((one) => ({ one, plan })))
  return newestOf(all).map(({ one, plan }) => ({
    ...{ id: one.id, text: one.text, status: one.status, isNow: plan === now },
    counts: countsOf(one),
    log: [...one.log].reverse(),
    reviewed: one.lineage.flatMap((id) => told.get(id) ?? []).map(({ on, helped, onward }) => ({ on, helped, onward })),
  }))
}

function countsOf({ log }: MeasureView): Counts {
  const counts: Record<MeasureResult, number> = { yes: 0, partly: 0, no: 0, not_relevant: 0 }
  for (const { done } of log) counts[done] += 1
  return counts
}

/** The same goal or measure through the versions is one; the plans come with the one that counts now first. */
function newestOf<T extends { readonly one: { readonly lineage: readonly Id[] } }>(all: readonly T[]): readonly T[] {
  const shown = new Set<Id>()
  return all.filter(({ one: { lineage } }) => {
    const isShown = lineage.some((id) => shown.has(id))
    for (const id of lineage) shown.add(id)
    return !isShown
  })
}

/** Only what was agreed at a visit is a promise; what the office has set itself to do is not (case-view.ts, `agreedLast`). */
function promisesOf(tasks: readonly TaskView[], today: LocalDate): ProgressView['promises'] {
  const agreed = tasks.filter((task) => task.visit !== undefined)
  const of = (is: (assignee: Maybe<string>) => boolean) => agreed.filter((task) => is(task.assignee)).map((task) => promised(task, today))
  return {
    resident: of((assignee) => assignee === 'resident'),
    us: of((assignee) => isId(assignee)),
    others: of((assignee) => assignee !== 'resident' && !isId(assignee)),
  }
}

function promised({ id, title, assignee, due, status }: TaskView, today: LocalDate): Promised {
  const state = status === 'done' ? 'kept' : status === 'dropped' ? 'fell_away' : due !== undefined && due < today ? 'late' : 'open'
  return { id, title, assignee, due, state }
}

function ourPartOf({ reviews, plans }: CaseView): readonly OurPart[] {
  const measures = new Map(plans.flatMap((plan) => plan.measures.map((measure) => [measure.id, measure] as const)))
  return reviews.flatMap((review) =>
    review.measures.flatMap(({ measure, weDid, note }) => {
      const known = measures.get(measure)
      return weDid && known ? [{ review: review.id, measure, text: known.servicesPart ?? known.text, on: review.on, weDid, note }] : []
    }),
  )
}
