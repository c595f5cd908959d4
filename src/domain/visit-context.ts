// What a guide may know of the case while a visit is walked: facts for its conditions, words for its `{…}` marks, and
// the goals, agreements and services it asks about one by one. Computed once from the view and today.

import { addMonths } from './calendar.ts'
import type { CaseView } from './case-view.ts'
import type { TaskView } from './case-view-events.ts'
import { activeGoals, type GoalView, type MeasureView } from './case-view-plan.ts'
import { type VisitView, visitDay } from './case-view-visits.ts'
import type { MeasureKind } from './codes.ts'
import { FACTS, type Fact } from './guide.ts'
import type { Id, LocalDate } from './ids.ts'

export interface VisitContext {
  readonly facts: ReadonlySet<Fact>
  readonly fills: Fills
  readonly goals: readonly GoalView[]
  /** What was agreed at earlier visits and is still open. */
  readonly agreed: readonly TaskView[]
  /** Active measures in which somebody else comes to the resident. */
  readonly services: readonly MeasureView[]
}
export type Fills = Readonly<Record<string, string>>

/** Measures one can ask «kom hjelpen?» about (DOMAIN.md 4.5, G2 2.6). */
const SERVICES: readonly MeasureKind[] = ['home_help', 'nursing', 'gp', 'support_contact', 'addiction_clinic']

/** The visit itself is left out of what has been before, so that facts stand still while two workers write. */
export function visitContext(view: CaseView, visit: Id, today: LocalDate): VisitContext {
  const before = view.visits.filter((other) => other.id !== visit && other.sameAs !== visit)
  const agreed = view.agreedLast.tasks.filter((task) => task.status === 'open' && task.visit !== visit)
  const goals = activeGoals(view.plan)
  const services = view.plan?.measures.filter((measure) => measure.status === 'active' && SERVICES.includes(measure.kind)) ?? []
  const holds: Readonly<Record<Fact, boolean>> = {
    firstVisitOrSixMonths: !before.some((other) => wasInformed(other, addMonths(today, -6))),
    childrenLiveHere: childrenLiveHere(view, today),
    hasOpenTasks: agreed.length > 0,
    hasActiveGoals: goals.length > 0,
    hasServiceMeasures: services.length > 0,
    hasPlan: view.plan?.status === 'active' || view.plan?.status === 'in_evaluation',
  }
  return { facts: new Set(FACTS.filter((fact) => holds[fact])), fills: { name: view.resident.name }, goals, agreed, services }
}

/** `{name}` marks; a mark nobody can fill stays as it is, so that it is seen. */
export const fill = (text: string, fills: Fills): string => text.replace(/\{(\w+)\}/g, (mark, name: string) => fills[name] ?? mark)

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
