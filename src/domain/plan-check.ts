// What is wrong with a plan, or only worth a thought. A draft may always be kept as it is; what stops stands in the way of
// agreeing on it. The limits come from outside (rules/plan-limits.ts).

import { addMonths } from './calendar.ts'
import type { Maybe } from './case-view-order.ts'
import type { MeasureView } from './case-view-plan.ts'
import type { ConsentKind } from './codes.ts'
import { type ConsentView, standsOn } from './consent.ts'
import type { Id, LocalDate } from './ids.ts'
import { consentsMissing, type Known, lacksTalk } from './plan-consents.ts'
import { type MeasureDraft, mainGoals, type PlanDraft, subGoals } from './plan-draft.ts'

export interface PlanLimits {
  readonly maxMonths: number
  readonly mainGoals: number
  readonly subGoals: number
  readonly goalLength: number
}
export interface CheckWith extends Known {
  readonly limits: PlanLimits
}

const STOPS = [
  'wishMissing',
  'goalMissing',
  'tooManyMainGoals',
  'goalEmpty',
  'goalTooLong',
  'expectationsMissing',
  'startMissing',
  'endMissing',
  'endBeforeStart',
  'planTooLong',
  'reviewMissing',
  'reviewOutside',
  'oftenMissing',
  'measureEmpty',
  'measureWithoutWho',
  'measureWithoutOften',
  'measureEndBeforeStart',
  'measureOutside',
  'goalDateOutside',
  'participateMissing',
] as const
const WARNINGS = ['tooManySubGoals', 'conditionWithoutBasis', 'consentMissing', 'talkMissing'] as const
export type ProblemKind = (typeof STOPS)[number] | (typeof WARNINGS)[number]
export const PROBLEM_KINDS: readonly ProblemKind[] = [...STOPS, ...WARNINGS]

export interface Problem {
  readonly kind: ProblemKind
  readonly severity: 'stop' | 'warn'
  /** The goal or measure it is about, by its words. */
  readonly of?: { readonly id: Id; readonly text: string }
  readonly n?: number
  readonly consents?: readonly ConsentKind[]
}
type More = Omit<Problem, 'kind' | 'severity'>
const problem = (kind: ProblemKind, more: More = {}): Problem => ({
  kind,
  severity: WARNINGS.some((warning) => warning === kind) ? 'warn' : 'stop',
  ...more,
})
const when = (is: boolean, kind: ProblemKind, more: More = {}): readonly Problem[] => (is ? [problem(kind, more)] : [])
const isBlank = (text: string): boolean => text.trim() === ''

/** In the order of the wizard. */
export function checkPlan(draft: PlanDraft, by: CheckWith): readonly Problem[] {
  return [
    ...when(isBlank(draft.wish), 'wishMissing'),
    ...goalProblems(draft, by.limits),
    ...draft.measures.flatMap((measure) => measureProblems(measure, draft, by)),
    ...when(isBlank(draft.onResident) || isBlank(draft.onServices), 'expectationsMissing'),
    ...when(!isBlank(draft.condition.text) && isBlank(draft.condition.legalBasis), 'conditionWithoutBasis'),
    ...periodProblems(draft, by.limits),
    ...reviewProblems(draft),
    ...when(!participates(by.consents, by.today), 'participateMissing'),
  ]
}

export const stopsAgreeing = (problems: readonly Problem[]): readonly Problem[] => problems.filter(({ severity }) => severity === 'stop')

/** The service agreement: a yes to taking part at all (DOMAIN.md 2.19). */
export const participates = (consents: readonly ConsentView[], today: LocalDate): boolean =>
  consents.some((consent) => consent.kind === 'participate' && standsOn(consent, today))

function goalProblems(draft: PlanDraft, limits: PlanLimits): readonly Problem[] {
  const main = mainGoals(draft).length
  const open = subGoals(draft).filter(({ status }) => status === 'open' || status === 'in_progress' || status === 'partly').length
  return [
    ...when(main === 0, 'goalMissing'),
    ...when(main > limits.mainGoals, 'tooManyMainGoals', { n: limits.mainGoals }),
    ...draft.goals.flatMap(({ id, text, dueDate }) => [
      ...when(isBlank(text), 'goalEmpty', { of: { id, text } }),
      ...when(text.trim().length > limits.goalLength, 'goalTooLong', { of: { id, text }, n: limits.goalLength }),
      ...when(dueDate !== undefined && isOutside(dueDate, draft), 'goalDateOutside', { of: { id, text } }),
    ]),
    ...when(open > limits.subGoals, 'tooManySubGoals', { n: limits.subGoals }),
  ]
}

function measureProblems(measure: MeasureDraft, draft: PlanDraft, by: CheckWith): readonly Problem[] {
  const of = { id: measure.id, text: measure.text }
  const { startDate = draft.startDate, endDate = draft.endDate } = measure
  const isBackwards = startDate !== undefined && endDate !== undefined && endDate < startDate
  const missing = consentsMissing(measure, by)
  // What goes on from the version before may well have begun before this one.
  const was = agreedBefore(measure, draft, by)
  const isEarly = measure.cameFrom === undefined && measure.startDate !== undefined && isOutside(measure.startDate, draft)
  return [
    ...when(isBlank(measure.text), 'measureEmpty', { of }),
    ...softened(when(measure.responsible.length === 0, 'measureWithoutWho', { of }), was?.responsible.length === 0),
    ...softened(when(measure.frequency === undefined, 'measureWithoutOften', { of }), was !== undefined && was.frequency === undefined),
    ...when(isBackwards && (measure.startDate ?? measure.endDate) !== undefined, 'measureEndBeforeStart', { of }),
    ...when(!isBackwards && (isEarly || (measure.endDate !== undefined && isOutside(measure.endDate, draft))), 'measureOutside', { of }),
    ...when(missing.length > 0, 'consentMissing', { of, consents: missing }),
    ...when(lacksTalk(measure, by), 'talkMissing', { of }),
  ]
}

/** What stood empty in the version that was agreed on stops no change of other words: it is said, and may stand. */
const agreedBefore = ({ cameFrom }: MeasureDraft, { previous }: PlanDraft, { plans }: CheckWith): Maybe<MeasureView> =>
  plans.find((plan) => plan.id === previous && plan.isSigned)?.measures.find(({ id }) => id === cameFrom)
const softened = (problems: readonly Problem[], isSoft: boolean): readonly Problem[] =>
  isSoft ? problems.map((one) => ({ ...one, severity: 'warn' })) : problems

function periodProblems({ startDate, endDate }: PlanDraft, { maxMonths }: PlanLimits): readonly Problem[] {
  if (startDate === undefined || endDate === undefined)
    return [...when(startDate === undefined, 'startMissing'), ...when(endDate === undefined, 'endMissing')]
  return [
    ...when(endDate < startDate, 'endBeforeStart'),
    ...when(endDate > addMonths(startDate, maxMonths), 'planTooLong', { n: maxMonths }),
  ]
}

function reviewProblems(draft: PlanDraft): readonly Problem[] {
  const { nextReview, reviewEveryMonths } = draft
  return [
    ...when(nextReview === undefined || reviewEveryMonths === undefined, 'reviewMissing'),
    ...when(nextReview !== undefined && isOutside(nextReview, draft), 'reviewOutside'),
    ...when(isBlank(draft.oftenText) && draft.often === undefined, 'oftenMissing'),
  ]
}

const isOutside = (day: LocalDate, { startDate, endDate }: PlanDraft): boolean =>
  (startDate !== undefined && day < startDate) || (endDate !== undefined && day > endDate)
