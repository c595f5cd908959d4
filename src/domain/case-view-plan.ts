// The plan with its goals and measures, as every screen reads it (DOMAIN.md 2.5 and 2.6).
// Reading only and always defensive. A goal whose parent cannot be found stands as a main goal: nothing disappears.

import { inOrder, later, type Maybe, oldestFirst } from './case-view-order.ts'
import {
  GOAL_AREAS,
  GOAL_STATUSES,
  type GoalArea,
  type GoalStatus,
  HORIZONS,
  MEASURE_KINDS,
  MEASURE_RESULTS,
  MEASURE_STATUSES,
  type MeasureKind,
  type MeasureResult,
  type MeasureStatus,
  PLAN_STATUSES,
  type PlanStatus,
} from './codes.ts'
import { effective } from './effective.ts'
import type { Frequency } from './frequency.ts'
import type { Id, Instant, LocalDate } from './ids.ts'
import { asFrequency } from './plan-frequency.ts'
import { grouped, lineageOf, ofLineage } from './plan-lineage.ts'
import { asAgreed, isYesLost, notBegun, standingSignatures } from './plan-standing.ts'
import { rank } from './plan-versions.ts'
import { asDate, asNumber, asText, code, date, flag, ids, number, part, ref, text, texts } from './reading.ts'
import { rowsOf } from './records.ts'
import { headsOf, isVoid, madeBy, type RecordRow } from './register.ts'
import { type SignatureView, signatureView } from './signatures.ts'

export interface ScoreView {
  readonly id: Id
  readonly goal: Id
  readonly on: Maybe<LocalDate>
  readonly by: 'resident' | 'worker'
  readonly score: number
  readonly note: Maybe<string>
  readonly visit: Maybe<Id>
  readonly author: Maybe<Id>
}
export interface GoalView {
  readonly id: Id
  readonly text: string
  readonly area: GoalArea
  readonly horizon: 'short' | 'long'
  readonly status: GoalStatus
  readonly baseline: Maybe<number>
  readonly target: Maybe<number>
  readonly dueDate: Maybe<LocalDate>
  /** This goal and the ones it came from in the versions before, the newest first. */
  readonly lineage: readonly Id[]
  /** Of the whole lineage, oldest first; the last one is where it stands now. */
  readonly scores: readonly ScoreView[]
  readonly subGoals: readonly GoalView[]
}
export interface LogView {
  readonly id: Id
  readonly measure: Id
  readonly on: Maybe<LocalDate>
  readonly done: MeasureResult
  readonly note: Maybe<string>
  readonly visit: Maybe<Id>
  readonly author: Maybe<Id>
}
export interface MeasureView {
  readonly id: Id
  readonly text: string
  readonly kind: MeasureKind
  readonly status: MeasureStatus
  readonly goals: readonly Id[]
  /** User ids, `resident`, or free text for somebody else. */
  readonly responsible: readonly string[]
  readonly residentsPart: Maybe<string>
  readonly servicesPart: Maybe<string>
  readonly frequency: Maybe<Frequency>
  readonly startDate: Maybe<LocalDate>
  readonly endDate: Maybe<LocalDate>
  readonly reportClause: Maybe<{ readonly on: string; readonly to: string; readonly when: string }>
  readonly requiresConsent: boolean
  /** Why it may begin without the talk N 6.2 asks for. */
  readonly withoutTalk: Maybe<string>
  /** This measure and the ones it came from in the versions before, the newest first. */
  readonly lineage: readonly Id[]
  /** Of the whole lineage, oldest first. */
  readonly log: readonly LogView[]
}
export interface PlanView {
  readonly id: Id
  readonly version: number
  /** The version this one came from, and why it was made. */
  readonly previous: Maybe<Id>
  readonly why: Maybe<'renewal' | 'change'>
  readonly status: PlanStatus
  readonly endReason: Maybe<string>
  /** When its end was written. */
  readonly endedAt: Maybe<Instant>
  readonly partOfIndividualPlan: boolean
  readonly residentsWish: Maybe<string>
  readonly background: Maybe<string>
  readonly expectationsOnResident: Maybe<string>
  readonly expectationsOnServices: Maybe<string>
  readonly startDate: Maybe<LocalDate>
  readonly endDate: Maybe<LocalDate>
  readonly reviewEveryMonths: Maybe<number>
  readonly nextReview: Maybe<LocalDate>
  readonly lastReviewOn: Maybe<LocalDate>
  readonly frequency: { readonly text: Maybe<string>; readonly rule: Maybe<Frequency> }
  readonly statedCondition: Maybe<{ readonly text: string; readonly setBy: Maybe<string>; readonly legalBasis: Maybe<string> }>
  readonly mainGoals: readonly GoalView[]
  readonly measures: readonly MeasureView[]
  /** Signed by the resident: agreed words are frozen, later edits are proposals. */
  readonly isSigned: boolean
  /** Of the words that stand. */
  readonly signatures: readonly SignatureView[]
  /** The yes was to other words than stand now: read again. */
  readonly isYesLost: boolean
  /** Who wrote this version first, and when. */
  readonly made: Maybe<Made>
}
interface Made {
  readonly by: Id
  readonly at: Instant
}

/** Every version of the plan, the one that counts now first, then the newest. `struck`: the versions that are void. */
export function readPlans(rows: readonly RecordRow[], struck: readonly RecordRow[] = []): readonly PlanView[] {
  const from: From = {
    goals: rowsOf(rows, 'goal'),
    measures: rowsOf(rows, 'measure'),
    signatures: rowsOf(rows, 'signature'),
    scores: grouped(readScores(rows), (score) => score.goal),
    logs: grouped(readLogs(rows), (log) => log.measure),
  }
  const plans = asAgreed(
    rowsOf(rows, 'plan').map((row) => planView(row, from)),
    rowsOf(struck, 'plan').map((row) => ref(row, 'previous')),
  )
  return plans
    .map(notBegun)
    .sort((a, b) => rank(b) - rank(a) || b.version - a.version || later(a.startDate, b.startDate) || later(a.id, b.id))
}

/** The versions that were set aside, with their words. */
export function struckPlans(rows: readonly RecordRow[]): readonly PlanView[] {
  return readPlans(rows.filter((row) => isVoid(row) === (row.type === 'plan')))
}

/** What the views of goals and measures are made of, read once for every version. */
interface From {
  readonly goals: readonly RecordRow[]
  readonly measures: readonly RecordRow[]
  readonly signatures: readonly RecordRow[]
  readonly scores: ReadonlyMap<Id, readonly ScoreView[]>
  readonly logs: ReadonlyMap<Id, readonly LogView[]>
}

/** What one scores at a visit: open sub-goals, and open main goals that have none. */
export function activeGoals(plan: Maybe<PlanView>): readonly GoalView[] {
  const goals = plan?.mainGoals.flatMap((main) => (main.subGoals.length > 0 ? main.subGoals : [main])) ?? []
  return goals.filter((goal) => goal.status === 'open' || goal.status === 'in_progress' || goal.status === 'partly')
}

export const latestScore = (goal: GoalView, by?: 'resident' | 'worker'): Maybe<ScoreView> =>
  goal.scores.filter((score) => !by || score.by === by).at(-1)

const ENDED: readonly PlanStatus[] = ['completed', 'ended_by_resident', 'ended_by_service']
function planView(row: RecordRow, from: From): PlanView {
  const condition = asText(part(row, 'statedCondition', 'text'))
  const said = from.signatures.filter((signature) => ref(signature, 'of') === row.id).map(signatureView)
  const made = madeBy(row)
  return {
    id: row.id,
    version: number(row, 'version') ?? 1,
    previous: ref(row, 'previous'),
    why: code(row, 'why', ['renewal', 'change']),
    status: code(row, 'status', PLAN_STATUSES) ?? 'draft',
    endReason: text(row, 'endReason'),
    endedAt: headsOf(row, 'status').find(({ v }) => ENDED.some((status) => status === v))?.at,
    partOfIndividualPlan: flag(row, 'partOfIndividualPlan'),
    residentsWish: text(row, 'residentsWish'),
    background: text(row, 'background'),
    expectationsOnResident: text(row, 'expectationsOnResident'),
    expectationsOnServices: text(row, 'expectationsOnServices'),
    startDate: asDate(part(row, 'period', 'startDate')),
    endDate: asDate(part(row, 'period', 'endDate')),
    reviewEveryMonths: asNumber(part(row, 'review', 'everyMonths')),
    nextReview: asDate(part(row, 'review', 'next')),
    lastReviewOn: date(row, 'lastReviewOn'),
    frequency: { text: asText(part(row, 'frequency', 'text')), rule: asFrequency(part(row, 'frequency', 'rule')) },
    statedCondition: condition
      ? {
          text: condition,
          setBy: asText(part(row, 'statedCondition', 'setBy')),
          legalBasis: asText(part(row, 'statedCondition', 'legalBasis')),
        }
      : undefined,
    mainGoals: goalTree(row.id, from),
    measures: inOrder(from.measures.filter((measure) => ref(measure, 'plan') === row.id)).map((measure) => measureView(measure, from)),
    isSigned: row.frozen !== undefined,
    signatures: standingSignatures(said, row.frozen?.at),
    isYesLost: isYesLost(said, row.frozen?.at),
    made: made && { by: made.actor, at: made.at },
  }
}

function goalTree(plan: Id, from: From): readonly GoalView[] {
  const goals = inOrder(from.goals.filter((goal) => ref(goal, 'plan') === plan))
  const parentOf = (goal: RecordRow): Maybe<RecordRow> => goals.find((other) => other.id === ref(goal, 'parent'))
  const isSub = (goal: RecordRow): boolean => {
    const parent = parentOf(goal)
    return parent !== undefined && parentOf(parent) === undefined
  }
  const subsOf = (main: RecordRow) => goals.filter((goal) => isSub(goal) && ref(goal, 'parent') === main.id)
  return goals.filter((goal) => !isSub(goal)).map((main) => goalView(main, from, subsOf(main)))
}

function goalView(row: RecordRow, from: From, subs: readonly RecordRow[]): GoalView {
  const lineage = lineageOf(row, from.goals)
  return {
    id: row.id,
    text: text(row, 'text') ?? '',
    area: code(row, 'area', GOAL_AREAS) ?? 'other',
    horizon: code(row, 'horizon', HORIZONS) ?? 'short',
    status: code(row, 'status', GOAL_STATUSES) ?? 'open',
    baseline: number(row, 'baseline'),
    target: number(row, 'target'),
    dueDate: date(row, 'dueDate'),
    lineage,
    scores: ofLineage(lineage, from.scores),
    subGoals: subs.map((sub) => goalView(sub, from, [])),
  }
}

/** Every score of the case, oldest first. */
export const readScores = (rows: readonly RecordRow[]): readonly ScoreView[] =>
  oldestFirst(rowsOf(rows, 'goalScore')).flatMap((row) => {
    const goal = ref(row, 'goal')
    const score = number(row, 'score')
    if (!goal || score === undefined) return []
    const by = code(row, 'by', ['resident', 'worker']) ?? 'worker'
    return [
      { id: row.id, goal, score, by, on: date(row, 'on'), note: text(row, 'note'), visit: ref(row, 'visit'), author: madeBy(row)?.actor },
    ]
  })

/** Every log line of every measure, oldest first. */
export const readLogs = (rows: readonly RecordRow[]): readonly LogView[] =>
  oldestFirst(rowsOf(rows, 'measureLog')).flatMap((row) => {
    const measure = ref(row, 'measure')
    const done = code(row, 'done', MEASURE_RESULTS)
    if (!measure || !done) return []
    return [
      { id: row.id, measure, done, on: date(row, 'on'), note: text(row, 'note'), visit: ref(row, 'visit'), author: madeBy(row)?.actor },
    ]
  })

function measureView(row: RecordRow, from: From): MeasureView {
  const lineage = lineageOf(row, from.measures)
  const to = asText(part(row, 'reportClause', 'to'))
  return {
    id: row.id,
    text: text(row, 'text') ?? '',
    kind: code(row, 'kind', MEASURE_KINDS) ?? 'other',
    status: code(row, 'status', MEASURE_STATUSES) ?? 'planned',
    goals: ids(row, 'goals'),
    responsible: texts(row, 'responsible'),
    residentsPart: text(row, 'residentsPart'),
    servicesPart: text(row, 'servicesPart'),
    frequency: asFrequency(effective(row, 'frequency')),
    startDate: asDate(part(row, 'period', 'startDate')),
    endDate: asDate(part(row, 'period', 'endDate')),
    reportClause: to
      ? { to, on: asText(part(row, 'reportClause', 'on')) ?? '', when: asText(part(row, 'reportClause', 'when')) ?? '' }
      : undefined,
    requiresConsent: flag(row, 'requiresConsent'),
    withoutTalk: text(row, 'withoutTalk'),
    lineage,
    log: ofLineage(lineage, from.logs),
  }
}
