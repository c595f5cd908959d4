// What a guide may know of the case while a visit is walked: facts for its conditions, words for its `{…}` marks, and
// the goals, agreements and services it asks about one by one. Computed once from the view, today and what the screen has
// around the case (visit-known.ts).

import { addMonths } from './calendar.ts'
import type { CaseView } from './case-view.ts'
import type { TaskView } from './case-view-events.ts'
import { activeGoals, type GoalView, type MeasureView } from './case-view-plan.ts'
import { type VisitView, visitDay } from './case-view-visits.ts'
import type { MeasureKind, MeasureStatus, PlanStatus } from './codes.ts'
import { FACTS, type Fact } from './guide.ts'
import type { Id, LocalDate } from './ids.ts'
import { isLive, isUnanswered } from './plan-versions.ts'
import type { ReviewView } from './review.ts'
import { type Fills, fillsIn, isEvictionNear, type Known, knownOf, type Surroundings } from './visit-known.ts'

export interface VisitContext {
  readonly facts: ReadonlySet<Fact>
  readonly fills: Fills
  /** What the fills are made of: in another language, `fillsIn` with its words. */
  readonly known: Known
  readonly goals: readonly GoalView[]
  /** What was agreed at earlier visits and is still open. */
  readonly agreed: readonly TaskView[]
  /** Active measures in which somebody else comes to the resident. */
  readonly services: readonly MeasureView[]
  /** Measures an evaluation looks back on, and among them those in which we have promised something. */
  readonly measures: readonly MeasureView[]
  readonly commitments: readonly MeasureView[]
  readonly today: LocalDate
}

/** Measures one can ask «kom hjelpen?» about (DOMAIN.md 4.5, G2 2.6). */
const SERVICES: readonly MeasureKind[] = ['home_help', 'nursing', 'gp', 'support_contact', 'addiction_clinic']

/** The visit itself is left out of what has been before, so that facts stand still while two workers write. */
export function visitContext(view: CaseView, visit: Id, today: LocalDate, around?: Surroundings): VisitContext {
  const agreed = view.agreedLast.tasks.filter((task) => task.status === 'open' && task.visit !== visit)
  const reviews = view.reviews.filter((review) => review.visit === visit)
  const goals = goalsToAsk(view.plan, reviews)
  const measures = measuresToAsk(view.plan, reviews)
  const commitments = measures.filter(hasOurPart)
  const services = view.plan?.measures.filter((measure) => measure.status === 'active' && SERVICES.includes(measure.kind)) ?? []
  const known = knownOf(view, visit, today, around)
  const holds: Holds = {
    ...ofThePlan(view, visit, reviews),
    ...ofTheHome(view, visit, today, around?.oldAge),
    ...ofTheNotice(known, today),
    hasOpenTasks: agreed.length > 0,
    hasActiveGoals: goals.length > 0,
    hasServiceMeasures: services.length > 0,
    hasMeasuresToReview: measures.length > 0,
    hasCommitments: commitments.length > 0,
  }
  const facts = new Set(FACTS.filter((fact) => holds[fact]))
  return { facts, fills: fillsIn(known, around?.words), known, goals, agreed, services, measures, commitments, today }
}
type Holds = Readonly<Record<Fact, boolean>>

function ofThePlan(view: CaseView, visit: Id, reviews: readonly ReviewView[]) {
  const { plan, plans } = view
  // A draft a colleague has just made at this visit takes nobody's question away.
  const begun = view.visits.find(({ id }) => id === visit)?.started
  const isNew = ({ status, made }: CaseView['plans'][number]) =>
    status === 'draft' && begun !== undefined && made !== undefined && made.at >= begun
  return {
    hasPlan: plan?.status === 'active' || plan?.status === 'in_evaluation',
    hasPlanToReview: plan !== undefined && (REVIEWED.includes(plan.status) || reviews.length > 0),
    hasNoPlan: !plans.some((one) => (isLive(one) || isUnanswered(one)) && !isNew(one)),
  }
}

const OLD_AGE = 75
function ofTheHome(view: CaseView, visit: Id, today: LocalDate, oldAge = OLD_AGE) {
  const before = view.visits.filter((other) => other.id !== visit && other.sameAs !== visit)
  const { birthYear } = view.resident
  return {
    firstVisitOrSixMonths: !before.some((other) => wasInformed(other, addMonths(today, -6))),
    childrenLiveHere: childrenLiveHere(view, today),
    isSublet: view.home.tenure === 'private_sublet',
    hasTenancy: view.home.tenancy !== undefined && view.home.status !== 'ended',
    // The whole year somebody turns 75: the day is not on the device.
    isOld: birthYear !== undefined && Number(today.slice(0, 4)) - birthYear >= oldAge,
    hasGroup: view.group !== undefined,
  }
}

/** True exactly when the marks of their questions can be filled. */
function ofTheNotice(known: Known, today: LocalDate) {
  return {
    hasNotice: known.notice !== undefined,
    hasAmountDue: known.amount !== undefined,
    hasPetition: known.isPetitioned,
    hasEvictionDate: known.evictionDate !== undefined,
    evictionIsNear: isEvictionNear(known, today),
    hasObjectionDate: known.objection !== undefined,
    hasBelongingsDate: known.belongings !== undefined,
    hasComplaint: known.complaint !== undefined,
    hasManyComplaints: known.complaints > 1,
  }
}

/** One that has run out is evaluated all the same (DOMAIN.md 2.5). */
const REVIEWED: readonly PlanStatus[] = ['active', 'in_evaluation', 'paused', 'expired']

/** Also those a colleague has just said are reached, in this very visit: nobody's questions fall away under her hands. */
function goalsToAsk(plan: CaseView['plan'], reviews: readonly ReviewView[]): readonly GoalView[] {
  const told = new Set(reviews.flatMap((review) => review.goals.map(({ goal }) => goal)))
  if (told.size === 0) return activeGoals(plan)
  const open = new Set(activeGoals(plan))
  return leafGoals(plan).filter((goal) => open.has(goal) || told.has(goal.id))
}
const leafGoals = (plan: CaseView['plan']): readonly GoalView[] =>
  plan?.mainGoals.flatMap((main) => (main.subGoals.length > 0 ? main.subGoals : [main])) ?? []

const RUNNING: readonly MeasureStatus[] = ['planned', 'active', 'paused']
function measuresToAsk(plan: CaseView['plan'], reviews: readonly ReviewView[]): readonly MeasureView[] {
  const told = new Set(reviews.flatMap((review) => review.measures.map(({ measure }) => measure)))
  return plan?.measures.filter((measure) => RUNNING.includes(measure.status) || told.has(measure.id)) ?? []
}
/** Something in it is not the resident's alone. */
const hasOurPart = ({ servicesPart, responsible }: MeasureView): boolean =>
  servicesPart !== undefined || responsible.some((one) => one !== 'resident')

/** `{name}` marks; a mark nobody can fill stays as it is, so that it is seen. */
export const fill = (text: string, fills: Fills): string => text.replace(/\{(\w+)\}/g, (mark, name: string) => fills[name] ?? mark)
/** Read afterwards: what a mark stood for that day is not kept, so it is left open. */
export const fillAfterwards = (text: string, fills: Fills): string => fill(text, fills).replace(/\{\w+\}/g, '…')

/** An instant is compared as text with a day: a day too early or late changes nothing after six months. */
const wasInformed = (visit: VisitView, since: LocalDate): boolean =>
  visit.voluntaryInfoGiven && (visitDay(visit) ?? visit.started ?? '') >= since

function childrenLiveHere({ household }: CaseView, today: LocalDate): boolean {
  if (household.childrenKnown === 'yes' || (household.childrenCount ?? 0) > 0) return true
  const year = Number(today.slice(0, 4))
  return household.members.some(
    (member) => member.relation === 'child' && member.livesHere !== 'moved_out' && year - (member.birthYear ?? year) <= 18,
  )
}
