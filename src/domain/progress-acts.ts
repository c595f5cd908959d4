// What is written on «Slik går det»: a line in the log of a measure, a rating of a goal, and the visit an evaluation is
// made in. Each belongs to whoever writes it and is only ever added (DOMAIN.md 2.6).

import type { CaseView } from './case-view.ts'
import type { MeasureResult } from './codes.ts'
import type { Id, LaneId, LocalDate, LocalDateTime } from './ids.ts'
import { patch } from './records.ts'
import type { Patch } from './register.ts'

export interface Adding {
  readonly lane: LaneId
  readonly rec: Id
  readonly on: LocalDate
}
export const addLog = ({ lane, rec, on }: Adding, measure: Id, done: MeasureResult): Patch =>
  patch(lane, 'measureLog', rec, { measure, on, done })

export const addScore = ({ lane, rec, on }: Adding, goal: Id, by: 'resident' | 'worker', score: number): Patch =>
  patch(lane, 'goalScore', rec, { goal, on, by, score })

/** The evaluation that is agreed or under way, if there is one: nobody makes a second. */
export const evaluationAhead = (view: CaseView): CaseView['visits'][number] | undefined =>
  view.visits.filter((visit) => visit.kind === 'plan_review' && (visit.status === 'planned' || visit.status === 'in_progress')).at(-1)

export interface Planning {
  readonly visit: Id
  readonly start: LocalDateTime
  readonly workers: readonly Id[]
  readonly guide: { readonly code: string; readonly version: number }
}
export const planEvaluation = ({ lane }: CaseView, { visit, start, workers, guide }: Planning): Patch =>
  patch(lane, 'visit', visit, { kind: 'plan_review', guide, planned: { start }, workers, status: 'planned' })
