// A plan while it is being made, as the wizard holds it: from nothing, from a plan nobody has said yes to yet, or as the
// next version of one that runs. A later edit of a signed plan and a renewal are the same thing: a new version with goals
// and measures of its own, each saying which one it was (`cameFrom`), and nothing counts before the resident's yes.

import { addMonths } from './calendar.ts'
import type { Maybe } from './case-view-order.ts'
import type { GoalView, MeasureView, PlanView } from './case-view-plan.ts'
import type { GoalArea, GoalStatus, MeasureKind, MeasureStatus } from './codes.ts'
import type { Frequency } from './frequency.ts'
import type { Id, LocalDate } from './ids.ts'

export interface GoalDraft {
  readonly id: Id
  /** Of a sub-goal: its main goal. */
  readonly parent: Maybe<Id>
  readonly text: string
  readonly area: GoalArea
  readonly horizon: 'short' | 'long'
  readonly baseline: Maybe<number>
  readonly target: Maybe<number>
  readonly dueDate: Maybe<LocalDate>
  readonly status: GoalStatus
  readonly cameFrom: Maybe<Id>
}
export interface MeasureDraft {
  readonly id: Id
  readonly goals: readonly Id[]
  readonly text: string
  readonly kind: MeasureKind
  readonly responsible: readonly string[]
  readonly residentsPart: string
  readonly servicesPart: string
  readonly frequency: Maybe<Frequency>
  /** Without dates of its own it follows the plan's. */
  readonly startDate: Maybe<LocalDate>
  readonly endDate: Maybe<LocalDate>
  readonly reportClause: MeasureView['reportClause']
  readonly withoutTalk: string
  readonly status: MeasureStatus
  readonly cameFrom: Maybe<Id>
}
export interface PlanDraft {
  readonly plan: Id
  readonly version: number
  readonly previous: Maybe<Id>
  readonly why: PlanView['why']
  readonly wish: string
  readonly background: string
  readonly onResident: string
  readonly onServices: string
  readonly goals: readonly GoalDraft[]
  readonly measures: readonly MeasureDraft[]
  readonly startDate: Maybe<LocalDate>
  readonly endDate: Maybe<LocalDate>
  readonly reviewEveryMonths: Maybe<number>
  readonly nextReview: Maybe<LocalDate>
  readonly oftenText: string
  readonly often: Maybe<Frequency>
  /** No condition while its text is empty. */
  readonly condition: { readonly text: string; readonly setBy: string; readonly legalBasis: string }
  readonly partOfIndividualPlan: boolean
}

/** From nothing. `after`: plans of this home that are over; the new one has the number after theirs. */
export const newPlan = (plan: Id, today: LocalDate, reviewEveryMonths: number, after: readonly PlanView[] = []): PlanDraft => ({
  plan,
  version: Math.max(0, ...after.map(({ version }) => version)) + 1,
  previous: undefined,
  why: undefined,
  wish: '',
  background: '',
  onResident: '',
  onServices: '',
  goals: [],
  measures: [],
  startDate: today,
  endDate: undefined,
  reviewEveryMonths,
  nextReview: addMonths(today, reviewEveryMonths),
  oftenText: '',
  often: undefined,
  condition: { text: '', setBy: '', legalBasis: '' },
  partOfIndividualPlan: false,
})

export const newGoal = (id: Id, parent?: Id): GoalDraft => ({
  id,
  parent,
  text: '',
  area: parent ? 'other' : 'keep_home',
  horizon: parent ? 'short' : 'long',
  baseline: undefined,
  target: undefined,
  dueDate: undefined,
  status: 'open',
  cameFrom: undefined,
})

export const newMeasure = (id: Id, kind: MeasureKind, text: string, goals: readonly Id[]): MeasureDraft => ({
  id,
  goals,
  text,
  kind,
  responsible: [],
  residentsPart: '',
  servicesPart: '',
  frequency: undefined,
  startDate: undefined,
  endDate: undefined,
  reportClause: undefined,
  withoutTalk: '',
  status: 'planned',
  cameFrom: undefined,
})

/** A plan as it stands, for changing its words. */
export function draftOf(plan: PlanView): PlanDraft {
  const { id, version, previous, why, startDate, endDate, reviewEveryMonths, nextReview, frequency, statedCondition } = plan
  return {
    plan: id,
    version,
    previous,
    why,
    wish: plan.residentsWish ?? '',
    background: plan.background ?? '',
    onResident: plan.expectationsOnResident ?? '',
    onServices: plan.expectationsOnServices ?? '',
    goals: plan.mainGoals.flatMap((main) => [goalDraft(main), ...main.subGoals.map((sub) => goalDraft(sub, main.id))]),
    measures: plan.measures.map((measure) => measureDraft(measure, plan)),
    startDate,
    endDate,
    reviewEveryMonths,
    nextReview,
    oftenText: frequency.text ?? '',
    often: frequency.rule,
    condition: {
      text: statedCondition?.text ?? '',
      setBy: statedCondition?.setBy ?? '',
      legalBasis: statedCondition?.legalBasis ?? '',
    },
    partOfIndividualPlan: plan.partOfIndividualPlan,
  }
}

const goalDraft = ({ id, lineage, text, area, horizon, baseline, target, dueDate, status }: GoalView, parent?: Id): GoalDraft => ({
  id,
  parent,
  text,
  area,
  horizon,
  baseline,
  target,
  dueDate,
  status,
  cameFrom: lineage[1],
})

function measureDraft(measure: MeasureView, plan: PlanView): MeasureDraft {
  const { id, goals, text, kind, responsible, frequency, reportClause, status, lineage, startDate, endDate } = measure
  const isAsPlan = startDate === plan.startDate && endDate === plan.endDate
  return {
    id,
    goals,
    text,
    kind,
    responsible,
    residentsPart: measure.residentsPart ?? '',
    servicesPart: measure.servicesPart ?? '',
    frequency,
    startDate: isAsPlan ? undefined : startDate,
    endDate: isAsPlan ? undefined : endDate,
    reportClause,
    withoutTalk: measure.withoutTalk ?? '',
    status,
    cameFrom: lineage[1],
  }
}

const OVER = { goal: ['reached', 'not_reached', 'dropped_by_resident', 'replaced'], measure: ['done', 'stopped', 'declined'] } as const
const isOver = (kind: keyof typeof OVER, status: string): boolean => OVER[kind].some((over) => over === status)

/** The version after a plan that runs: what is not finished goes along, with records of its own. */
export function nextVersion(plan: PlanView, why: 'renewal' | 'change', today: LocalDate, newId: () => Id): PlanDraft {
  const before = draftOf(plan)
  const goals = withParents(
    before.goals.filter((goal) => !isOver('goal', goal.status)),
    before.goals,
  )
  const ids = new Map(goals.map((goal) => [goal.id, newId()]))
  const mapped = (of: readonly Id[]): readonly Id[] => of.flatMap((id) => ids.get(id) ?? [])
  return {
    ...before,
    ...(why === 'renewal' ? periodFrom(today, before) : {}),
    plan: newId(),
    version: plan.version + 1,
    previous: plan.id,
    why,
    goals: goals.map((goal) => ({
      ...goal,
      id: mapped([goal.id])[0] ?? goal.id,
      parent: mapped(goal.parent ? [goal.parent] : [])[0],
      cameFrom: goal.id,
    })),
    measures: before.measures
      .filter((measure) => !isOver('measure', measure.status))
      .map((measure) => ({ ...measure, id: newId(), goals: mapped(measure.goals), cameFrom: measure.id })),
  }
}

/** A sub-goal that goes on takes its main goal along. */
const withParents = (kept: readonly GoalDraft[], all: readonly GoalDraft[]): readonly GoalDraft[] =>
  all.filter((goal) => kept.includes(goal) || kept.some((sub) => sub.parent === goal.id))

/** How long the renewed plan is to last is asked anew. */
const periodFrom = (today: LocalDate, { reviewEveryMonths = 3 }: PlanDraft): Partial<PlanDraft> => ({
  startDate: today,
  endDate: undefined,
  nextReview: addMonths(today, reviewEveryMonths),
})

export const mainGoals = (draft: PlanDraft): readonly GoalDraft[] => draft.goals.filter((goal) => !isSub(goal, draft.goals))
export const subGoals = (draft: PlanDraft): readonly GoalDraft[] => draft.goals.filter((goal) => isSub(goal, draft.goals))
const isSub = (goal: GoalDraft, all: readonly GoalDraft[]): boolean => all.some((main) => main.id === goal.parent)

/** A goal taken out takes its sub-goals along; measures lose what they were for. */
export function withoutGoal(draft: PlanDraft, id: Id): PlanDraft {
  const gone = draft.goals.filter((goal) => goal.id === id || goal.parent === id).map((goal) => goal.id)
  return {
    ...draft,
    goals: draft.goals.filter((goal) => !gone.includes(goal.id)),
    measures: draft.measures.map((measure) => ({ ...measure, goals: measure.goals.filter((goal) => !gone.includes(goal)) })),
  }
}
