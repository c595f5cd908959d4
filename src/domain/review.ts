// Evaluations of the plan as they are read (DOMAIN.md 2.7): what the resident said, what became of each goal and measure,
// and what was decided. Reading only and defensive; two workers' evaluations of one visit stand apart.

import { later, type Maybe } from './case-view-order.ts'
import {
  AGREED_HOW,
  type AgreedHow,
  GOAL_RESULTS,
  type GoalResult,
  HOW_OFTEN,
  type HowOften,
  MEASURE_ONWARD,
  MEASURE_RESULTS,
  type MeasureOnward,
  type MeasureResult,
  REVIEW_DECISIONS,
  type ReviewDecision,
} from './codes.ts'
import type { Id, LocalDate } from './ids.ts'
import { grouped } from './plan-lineage.ts'
import { asText, code, date, number, part, ref, text, texts } from './reading.ts'
import { rowsOf } from './records.ts'
import { madeBy, type RecordRow } from './register.ts'

export interface GoalResultView {
  readonly goal: Id
  readonly result: GoalResult
  readonly note: Maybe<string>
}
export interface MeasureReviewView {
  readonly measure: Id
  readonly helped: Maybe<MeasureResult>
  readonly onward: Maybe<MeasureOnward>
  /** Whether we did our part, as the resident sees it. */
  readonly weDid: Maybe<MeasureResult>
  readonly note: Maybe<string>
}
export interface ReviewView {
  readonly id: Id
  readonly plan: Maybe<Id>
  readonly visit: Maybe<Id>
  readonly on: Maybe<LocalDate>
  readonly author: Maybe<Id>
  /** User ids and `resident`. */
  readonly participants: readonly string[]
  readonly residentsVoice: Maybe<string>
  readonly whatHelped: Maybe<string>
  readonly whatDidNot: Maybe<string>
  /** 1 to 5, the resident's trust in that we do what we say. */
  readonly trust: Maybe<number>
  readonly howOften: Maybe<HowOften>
  readonly decision: Maybe<ReviewDecision>
  readonly newEndDate: Maybe<LocalDate>
  readonly nextReview: Maybe<LocalDate>
  readonly crisisPlan: Maybe<{ readonly whatIf: Maybe<string>; readonly whom: Maybe<string> }>
  readonly agreedHow: Maybe<AgreedHow>
  readonly goals: readonly GoalResultView[]
  readonly measures: readonly MeasureReviewView[]
}

/** Newest first. */
export function readReviews(rows: readonly RecordRow[]): readonly ReviewView[] {
  const reviews = rowsOf(rows, 'planReview')
  if (reviews.length === 0) return []
  const goals = grouped(rowsOf(rows, 'goalResult'), reviewOf)
  const measures = grouped(rowsOf(rows, 'measureReview'), reviewOf)
  const agreed = new Map(rowsOf(rows, 'signature').map((row) => [ref(row, 'of'), code(row, 'how', AGREED_HOW)]))
  return reviews
    .map((row) =>
      reviewView(
        row,
        (goals.get(row.id) ?? []).flatMap(goalResultView),
        (measures.get(row.id) ?? []).flatMap(measureReviewView),
        agreed.get(row.id),
      ),
    )
    .sort((a, b) => later(a.on, b.on) || later(a.id, b.id))
}

function reviewView(
  row: RecordRow,
  goals: readonly GoalResultView[],
  measures: readonly MeasureReviewView[],
  agreedHow: Maybe<AgreedHow>,
): ReviewView {
  const [whatIf, whom] = [asText(part(row, 'crisisPlan', 'whatIf')), asText(part(row, 'crisisPlan', 'whom'))]
  return {
    id: row.id,
    plan: ref(row, 'plan'),
    visit: ref(row, 'visit'),
    on: date(row, 'on'),
    author: madeBy(row)?.actor,
    participants: texts(row, 'participants'),
    residentsVoice: text(row, 'residentsVoice'),
    whatHelped: text(row, 'whatHelped'),
    whatDidNot: text(row, 'whatDidNot'),
    trust: number(row, 'trust'),
    howOften: code(row, 'howOften', HOW_OFTEN),
    decision: code(row, 'decision', REVIEW_DECISIONS),
    newEndDate: date(row, 'newEndDate'),
    nextReview: date(row, 'nextReview'),
    crisisPlan: whatIf === undefined && whom === undefined ? undefined : { whatIf, whom },
    agreedHow,
    goals,
    measures,
  }
}

const reviewOf = (row: RecordRow): Id => ref(row, 'review') ?? row.id

function goalResultView(row: RecordRow): readonly GoalResultView[] {
  const goal = ref(row, 'goal')
  const result = code(row, 'result', GOAL_RESULTS)
  return goal && result ? [{ goal, result, note: text(row, 'note') }] : []
}

function measureReviewView(row: RecordRow): readonly MeasureReviewView[] {
  const measure = ref(row, 'measure')
  if (!measure) return []
  const helped = code(row, 'helped', MEASURE_RESULTS)
  const onward = code(row, 'onward', MEASURE_ONWARD)
  const weDid = code(row, 'weDid', MEASURE_RESULTS)
  return [{ measure, helped, onward, weDid, note: text(row, 'note') }]
}
