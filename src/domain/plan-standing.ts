// Whether a plan is agreed on is the office's freeze of its words, never the status alone (DESIGN.md 3): a yes over words
// that were changed meanwhile is held, while the status it wrote stands. Until a new yes the version before goes on.

import type { Maybe } from './case-view-order.ts'
import type { MeasureView, PlanView } from './case-view-plan.ts'
import type { PlanStatus } from './codes.ts'
import type { Id, Instant } from './ids.ts'
import { isLive, isUnanswered } from './plan-versions.ts'
import type { SignatureView } from './signatures.ts'

/** Those over the words that were frozen; old ones say nothing of which words, and count when the plan is frozen. */
export function standingSignatures(all: readonly SignatureView[], frozenAt: Maybe<Instant>): readonly SignatureView[] {
  if (frozenAt === undefined) return []
  const last = all
    .filter(({ textHash, at }) => textHash !== undefined && at !== undefined && at <= frozenAt)
    .sort(byTime)
    .at(-1)
  return all.filter(({ textHash }) => textHash === undefined || textHash === last?.textHash)
}
const byTime = (a: SignatureView, b: SignatureView): number => ((a.at ?? '') < (b.at ?? '') ? -1 : 1)

/** Somebody said yes, but to other words than stand now. */
export const isYesLost = (all: readonly Pick<SignatureView, 'textHash'>[], frozenAt: Maybe<Instant>): boolean =>
  frozenAt === undefined && all.some(({ textHash }) => textHash !== undefined)

/** As much of a version as decides whether it stands. */
export interface Agreed {
  readonly id: Id
  readonly previous: Maybe<Id>
  readonly status: PlanStatus
  readonly isYesLost: boolean
}

/**
 * A lost yes leaves a proposal, and the version it was to take the place of goes on as it was agreed. `struck`: which
 * version each struck one came from; striking it does not bring the renewal about either. Deadlines read the same.
 */
export function asAgreed<P extends Agreed>(plans: readonly P[], struck: readonly Maybe<Id>[]): readonly P[] {
  const offered = plans.map((plan): P => (plan.isYesLost && isLive(plan) ? { ...plan, status: 'offered' } : plan))
  const goesOn = ({ id, status }: P): boolean => {
    const after = offered.filter(({ previous }) => previous === id)
    const isRenewed = after.some((next) => !isUnanswered(next) && next.status !== 'declined')
    return status === 'renewed' && !isRenewed && (after.length > 0 || struck.includes(id))
  }
  return offered.map((plan): P => (goesOn(plan) ? { ...plan, status: 'active' } : plan))
}

/** Nothing has begun of words nobody stands behind, whatever an act has written that was held or came first. */
export function notBegun(plan: PlanView): PlanView {
  const hasYes = !isUnanswered(plan) && plan.status !== 'declined'
  const measures = plan.measures.map((one): MeasureView => (one.status === 'active' ? { ...one, status: 'planned' } : one))
  return hasYes ? plan : { ...plan, measures }
}
