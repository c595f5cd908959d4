// The versions of a plan: which one counts now, which are changes that wait for the resident's yes, and when two people
// made the same one without knowing of each other (DOMAIN.md 2.5).

import type { Maybe } from './case-view-order.ts'
import type { PlanStatus } from './codes.ts'
import type { Id, LocalDate } from './ids.ts'

interface Version {
  readonly id: Id
  readonly version: number
  readonly previous: Maybe<Id>
  readonly status: PlanStatus
}

const LIVE: readonly PlanStatus[] = ['active', 'in_evaluation', 'paused']
export const isLive = (plan: Pick<Version, 'status'>): boolean => LIVE.includes(plan.status)
const OVER: readonly PlanStatus[] = ['renewed', 'completed', 'ended_by_resident', 'ended_by_service', 'declined']
/** Nothing lies ahead of it any more. */
export const isOver = (plan: Pick<Version, 'status'>): boolean => OVER.includes(plan.status)
/** Words that still may be changed freely: nobody has said yes to them. */
export const isUnanswered = (plan: Pick<Version, 'status'>): boolean => plan.status === 'draft' || plan.status === 'offered'

/** A live one before any other; a change the resident said no to never stands in the place of the plan it was of. */
export const rank = (plan: Version): number => (isLive(plan) ? 2 : plan.status === 'declined' && plan.previous ? 0 : 1)

/** Drafts and offers above the plan that counts, which stands first: each needs the resident's yes. */
export function proposalsOf<V extends Version>(plans: readonly V[]): readonly V[] {
  const [now, ...others] = plans
  return now && isLive(now) ? others.filter((plan) => isUnanswered(plan) && plan.version > now.version) : []
}

/** The same version made twice, by two who did not know of each other: one of them is to be chosen. */
export function rivalsOf<V extends Version>(plans: readonly V[]): readonly V[] {
  const open = plans.filter((plan) => isLive(plan) || isUnanswered(plan))
  return open.filter((plan) => open.some((other) => other.id !== plan.id && other.version === plan.version))
}

/** Past its end without anybody having looked at it together: a task, never a deletion (DOMAIN.md 2.5). */
export function statusOn(plan: Pick<Version, 'status'> & { readonly endDate: Maybe<LocalDate> }, today: LocalDate): PlanStatus {
  const isOver = plan.endDate !== undefined && plan.endDate < today
  return isOver && (plan.status === 'active' || plan.status === 'paused') ? 'expired' : plan.status
}
