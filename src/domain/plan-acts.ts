// What may be done with a plan, and what becomes of it (DOMAIN.md 2.5): offered, agreed, paused, evaluated, renewed, ended.
// The resident may stop at any time, with one tap and no reason; the service must say why. Nothing else follows from it:
// the lease and the services are records of their own (DOMAIN.md 0.5).

import { PLAN_STATUSES, type PlanStatus } from './codes.ts'
import type { Id } from './ids.ts'
import { code } from './reading.ts'
import { patch } from './records.ts'
import type { Patch, RecordRow, Seen } from './register.ts'
import { ok, type Result, refuse } from './result.ts'
import { seenBy } from './visit-start.ts'

export const PLAN_ACTS = [
  'offer',
  'decline',
  'agree',
  'pause',
  'resume',
  'evaluate',
  'renew',
  'complete',
  'endByResident',
  'endByService',
] as const
export type PlanAct = (typeof PLAN_ACTS)[number]

const ENDING = { endByResident: 'ended_by_resident', endByService: 'ended_by_service' } as const
const GOING_ON = { ...ENDING, renew: 'renewed', complete: 'completed' } as const
const AFTER: Readonly<Record<PlanStatus, Readonly<Partial<Record<PlanAct, PlanStatus>>>>> = {
  draft: { ...ENDING, offer: 'offered', decline: 'declined', agree: 'active' },
  offered: { ...ENDING, decline: 'declined', agree: 'active' },
  active: { ...GOING_ON, pause: 'paused', evaluate: 'in_evaluation' },
  paused: { ...GOING_ON, resume: 'active', evaluate: 'in_evaluation' },
  // Looked at together, it may also simply go on, or rest.
  in_evaluation: { ...GOING_ON, resume: 'active', pause: 'paused' },
  expired: { ...GOING_ON, evaluate: 'in_evaluation' },
  declined: {},
  renewed: {},
  completed: {},
  ended_by_resident: {},
  ended_by_service: {},
}

/** Undefined when it cannot be done now. */
export const statusAfter = (status: PlanStatus, act: PlanAct): PlanStatus | undefined => AFTER[status][act]
export const actsOn = (status: PlanStatus): readonly PlanAct[] => PLAN_ACTS.filter((act) => statusAfter(status, act) !== undefined)

export type ActRefusal = { readonly kind: 'notNow'; readonly status: PlanStatus } | { readonly kind: 'reasonMissing' }

export interface Acting {
  readonly me: Id
  /** Asked of the service when it ends the plan. */
  readonly reason?: string
  /** What was on the screen. */
  readonly seen?: Seen
  /** As it counts, when that is not what was written (plan-standing.ts). */
  readonly status?: PlanStatus
}

/** Everything but agreeing, which needs words that were read (plan-agree.ts). */
export function actOnPlan(row: RecordRow, act: Exclude<PlanAct, 'agree'>, acting: Acting): Result<Patch, ActRefusal> {
  const { me, reason = '', seen, status = code(row, 'status', PLAN_STATUSES) ?? 'draft' } = acting
  const next = statusAfter(status, act)
  if (next === undefined) return refuse({ kind: 'notNow', status })
  if (act === 'endByService' && reason.trim() === '') return refuse({ kind: 'reasonMissing' })
  const why = reason.trim() === '' ? {} : { endReason: reason.trim() }
  return ok(patch(row.lane, 'plan', row.id, { status: next, ...why }, { seen: seenBy(me, row, seen) }))
}

/** Of two made at the same time one is taken; the other is set aside with its reason and stays in the record. */
export const setAside = (row: RecordRow, reason: string): Patch =>
  patch(
    row.lane,
    'plan',
    row.id,
    { void: { reason } },
    { seen: { void: Object.values(row.regs).flatMap((heads) => heads.map(({ by }) => by)) } },
  )
