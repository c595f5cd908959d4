// The resident's yes to the words that were read, and ours: signatures, the yes to taking part when it is not there yet, the
// plan becomes the one that counts, the version before it is renewed, and every measure begins that has what it asks for.
// Recorded together with a signature over the plan's root, which freezes the words (DESIGN.md 3).

import type { PlanView } from './case-view-plan.ts'
import type { AgreedHow } from './codes.ts'
import type { Id, LaneId } from './ids.ts'
import { statusAfter } from './plan-acts.ts'
import { type CheckWith, checkPlan, type Problem, participates, stopsAgreeing } from './plan-check.ts'
import { askingOf, mayBegin } from './plan-consents.ts'
import { draftOf } from './plan-draft.ts'
import { isLive } from './plan-versions.ts'
import { patch } from './records.ts'
import type { Patch, RecordRow } from './register.ts'
import { ok, type Result, refuse } from './result.ts'
import { seenBy } from './visit-start.ts'

export interface Agreeing {
  readonly lane: LaneId
  readonly me: Id
  readonly newId: () => Id
  readonly rows: ReadonlyMap<Id, RecordRow>
  readonly check: CheckWith
  /** Who says yes for the home, and how. */
  readonly who: string
  readonly as: 'resident' | 'guardian'
  readonly how: AgreedHow
  /** Who heard it: the worker, who signs as well. */
  readonly witness: string
  /** What was drawn on the screen, if anything. */
  readonly drawn?: string | undefined
  /** Of the words that were read (`planText`). */
  readonly textHash: string
  /** The words of the yes to taking part, as they were shown. */
  readonly participate: string
}
export type AgreeRefusal =
  | { readonly kind: 'notNow'; readonly status: PlanView['status'] }
  | { readonly kind: 'notReady'; readonly problems: readonly Problem[] }

export function agreeOnPlan(plan: PlanView, agreeing: Agreeing): Result<readonly Patch[], AgreeRefusal> {
  const isAgain = isLive(plan) && !plan.isSigned
  if (statusAfter(plan.status, 'agree') === undefined && !isAgain) return refuse({ kind: 'notNow', status: plan.status })
  // The yes to taking part is given with this very act.
  const problems = stopsAgreeing(checkPlan(draftOf(plan), agreeing.check)).filter(({ kind }) => kind !== 'participateMissing')
  if (problems.length > 0) return refuse({ kind: 'notReady', problems })
  return ok([
    ...participation(agreeing),
    ...signatures(plan, agreeing),
    ...(isAgain ? [] : moved(plan.id, 'active', agreeing)),
    ...before(plan, agreeing),
    ...beginning(plan, agreeing),
  ])
}

function participation({ check, lane, newId, who, as, how, witness, participate }: Agreeing): readonly Patch[] {
  if (participates(check.consents, check.today)) return []
  const given = {
    by: who,
    on: check.today,
    as: as === 'guardian' ? ('guardian' as const) : ('self' as const),
    ...(witness ? { witness } : {}),
  }
  return [patch(lane, 'consent', newId(), { kind: 'participate', text: participate, version: 1, how, given })]
}

function signatures({ id, version }: PlanView, agreeing: Agreeing): readonly Patch[] {
  const { lane, newId, check, who, as, how, witness, textHash } = agreeing
  const drawn = how === 'signature_on_screen' && agreeing.drawn ? { drawn: agreeing.drawn } : {}
  const same = { of: id, how, on: check.today, version, textHash }
  return [
    patch(lane, 'signature', newId(), { ...same, who, role: as, ...(witness ? { witness } : {}), ...drawn }),
    ...(witness ? [patch(lane, 'signature', newId(), { ...same, who: witness, role: 'worker' })] : []),
  ]
}

function moved(rec: Id, status: 'active' | 'renewed', { lane, rows, me }: Agreeing): readonly Patch[] {
  const row = rows.get(rec)
  return row ? [patch(lane, 'plan', rec, { status }, { seen: seenBy(me, row, shownOf(row)) })] : []
}
const shownOf = (row: RecordRow) => ({ status: (row.regs.status ?? []).map(({ by }) => by) })

function before({ previous }: PlanView, agreeing: Agreeing): readonly Patch[] {
  const was = agreeing.check.plans.find(({ id }) => id === previous)
  return was && isLive(was) ? moved(was.id, 'renewed', agreeing) : []
}

function beginning({ measures }: PlanView, { check, lane, rows, me }: Agreeing): readonly Patch[] {
  const ready = measures.filter((measure) => measure.status === 'planned' && mayBegin(askingOf(measure), check))
  return ready.flatMap(({ id }) => {
    const row = rows.get(id)
    return row ? [patch(lane, 'measure', id, { status: 'active' }, { seen: seenBy(me, row, shownOf(row)) })] : []
  })
}
