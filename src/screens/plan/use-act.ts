// One act on the plan at the tap: recorded, and taken back for ten seconds.

import { useState } from 'react'
import type { PlanView } from '#domain/case-view-plan.ts'
import { actOnPlan, type PlanAct } from '#domain/plan-acts.ts'
import { seenOf } from '#domain/register.ts'
import { useUi } from '../ui-store.ts'
import { useSay } from '../use-say.tsx'
import { useCasebook } from '../use-session.tsx'
import type { OfPlan } from './editing.tsx'

const UNDO_MS = 10_000
export type Tapped = Extract<PlanAct, 'offer' | 'decline' | 'pause' | 'resume' | 'endByResident' | 'endByService'>

export function useAct({ answer, plan }: OfPlan & { readonly plan: PlanView }) {
  const say = useSay()
  const casebook = useCasebook()
  const offerUndo = useUi((ui) => ui.offerUndo)
  const [refusal, setRefusal] = useState<string>()
  const act = async (what: Tapped, reason = ''): Promise<void> => {
    const row = answer.rows.get(plan.id)
    if (!row) return
    const done = actOnPlan(row, what, { me: casebook.me, reason, seen: seenOf(row), status: plan.status })
    if (!done.ok)
      return setRefusal(
        done.refusal.kind === 'notNow'
          ? say('planEdit.notNow', { status: say(`term.planStatus.${done.refusal.status}`) })
          : say('planEdit.reasonMissing'),
      )
    const recorded = await casebook.record([done.value], { holdMs: UNDO_MS })
    setRefusal(recorded.ok ? undefined : say(`refusal.${recorded.refusal.kind}`))
    if (recorded.ok) offerUndo({ text: say(`planEdit.did.${what}`), undo: recorded.undo })
  }
  return { act, refusal }
}
