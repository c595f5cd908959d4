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
import type { Id, Json, LocalDate } from './ids.ts'
import { asCode, asDate, asGroup, asList, asNumber, asText, code, date, flag, ids, number, part, ref, text, texts } from './reading.ts'
import { type Frequency, rowsOf } from './records.ts'
import { madeBy, type RecordRow } from './register.ts'

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
  /** Oldest first; the last one is where it stands now. */
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
  /** Oldest first. */
  readonly log: readonly LogView[]
}
export interface PlanView {
  readonly id: Id
  readonly version: number
  readonly status: PlanStatus
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
  readonly signatures: readonly { readonly id: Id; readonly who: string; readonly how: string; readonly on: Maybe<LocalDate> }[]
}
const LIVE: readonly PlanStatus[] = ['active', 'in_evaluation', 'paused']

/** The plan that counts now: a live one before any other, then the highest version, then the latest start. */
export function readPlan(rows: readonly RecordRow[]): Maybe<PlanView> {
  const plans = rowsOf(rows, 'plan').map((row) => planView(row, rows))
  const isLive = (plan: PlanView): number => (LIVE.includes(plan.status) ? 1 : 0)
  return plans.sort((a, b) => isLive(b) - isLive(a) || b.version - a.version || later(a.startDate, b.startDate) || later(a.id, b.id))[0]
}

/** What one scores at a visit: open sub-goals, and open main goals that have none. */
export function activeGoals(plan: Maybe<PlanView>): readonly GoalView[] {
  const goals = plan?.mainGoals.flatMap((main) => (main.subGoals.length > 0 ? main.subGoals : [main])) ?? []
  return goals.filter((goal) => goal.status === 'open' || goal.status === 'in_progress' || goal.status === 'partly')
}

export const latestScore = (goal: GoalView, by?: 'resident' | 'worker'): Maybe<ScoreView> =>
  goal.scores.filter((score) => !by || score.by === by).at(-1)

function planView(row: RecordRow, rows: readonly RecordRow[]): PlanView {
  const condition = asText(part(row, 'statedCondition', 'text'))
  return {
    id: row.id,
    version: number(row, 'version') ?? 1,
    status: code(row, 'status', PLAN_STATUSES) ?? 'draft',
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
    mainGoals: goalTree(row.id, rows),
    measures: inOrder(rowsOf(rows, 'measure').filter((measure) => ref(measure, 'plan') === row.id)).map((measure) =>
      measureView(measure, rows),
    ),
    isSigned: row.frozen !== undefined,
    signatures: rowsOf(rows, 'signature')
      .filter((signature) => ref(signature, 'of') === row.id)
      .map((signature) => ({
        id: signature.id,
        who: text(signature, 'who') ?? '',
        how: text(signature, 'how') ?? '',
        on: date(signature, 'on'),
      })),
  }
}

function goalTree(plan: Id, rows: readonly RecordRow[]): readonly GoalView[] {
  const goals = inOrder(rowsOf(rows, 'goal').filter((goal) => ref(goal, 'plan') === plan))
  const parentOf = (goal: RecordRow): Maybe<RecordRow> => goals.find((other) => other.id === ref(goal, 'parent'))
  const isSub = (goal: RecordRow): boolean => {
    const parent = parentOf(goal)
    return parent !== undefined && parentOf(parent) === undefined
  }
  const subsOf = (main: RecordRow) => goals.filter((goal) => isSub(goal) && ref(goal, 'parent') === main.id)
  return goals.filter((goal) => !isSub(goal)).map((main) => goalView(main, rows, subsOf(main)))
}

function goalView(row: RecordRow, rows: readonly RecordRow[], subs: readonly RecordRow[]): GoalView {
  return {
    id: row.id,
    text: text(row, 'text') ?? '',
    area: code(row, 'area', GOAL_AREAS) ?? 'other',
    horizon: code(row, 'horizon', HORIZONS) ?? 'short',
    status: code(row, 'status', GOAL_STATUSES) ?? 'open',
    baseline: number(row, 'baseline'),
    target: number(row, 'target'),
    dueDate: date(row, 'dueDate'),
    scores: readScores(rows).filter((score) => score.goal === row.id),
    subGoals: subs.map((sub) => goalView(sub, rows, [])),
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

function measureView(row: RecordRow, rows: readonly RecordRow[]): MeasureView {
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
    log: readLogs(rows).filter((log) => log.measure === row.id),
  }
}

const UNITS = ['day', 'week', 'month'] as const
const WEEKDAYS = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'] as const
function asFrequency(v: Maybe<Json>): Maybe<Frequency> {
  const group = asGroup(v)
  const unit = asCode(group?.unit, UNITS)
  const every = asNumber(group?.every)
  if (!group || !unit || !every) return undefined
  const times = asNumber(group.times)
  const timeOfDay = asText(group.timeOfDay)
  const weekdays = asList(group.weekdays).flatMap((day) => asCode(day, WEEKDAYS) ?? [])
  return {
    unit,
    every,
    ...(times === undefined ? {} : { times }),
    ...(weekdays.length > 0 ? { weekdays } : {}),
    ...(timeOfDay ? { timeOfDay } : {}),
    ...(group.fixedTime === true ? { fixedTime: true } : {}),
    ...(group.fixedPerson === true ? { fixedPerson: true } : {}),
  }
}
