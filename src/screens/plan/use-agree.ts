// The resident's yes to the words that were read: what it is over is remembered when the page is opened, so that a word that
// came in meanwhile is never agreed on unread. Ten seconds take it all back.

import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { RecordRefusal } from '#device/casebook.ts'
import type { PlanView } from '#domain/case-view-plan.ts'
import type { AgreedHow } from '#domain/codes.ts'
import { type AgreeRefusal, agreeOnPlan } from '#domain/plan-agree.ts'
import { planText } from '#domain/plan-text.ts'
import { paths } from '../paths.ts'
import { useUi } from '../ui-store.ts'
import { useSay } from '../use-say.tsx'
import { useCasebook } from '../use-session.tsx'
import type { OfPlan } from './editing.tsx'
import { knownOf } from './problems.tsx'

const UNDO_MS = 10_000
export interface Yes {
  readonly who: string
  readonly as: 'resident' | 'guardian'
  readonly how: AgreedHow
  readonly witness: string
  readonly drawn?: string | undefined
}

export function useAgree({ view, answer, plan }: OfPlan & { readonly plan: PlanView }) {
  const say = useSay()
  const casebook = useCasebook()
  const navigate = useNavigate()
  const offerUndo = useUi((ui) => ui.offerUndo)
  const words = planText(plan)
  const [read, setRead] = useState(words)
  const [refusal, setRefusal] = useState<RecordRefusal['kind'] | AgreeRefusal>()
  const agree = async (yes: Yes): Promise<void> => {
    const textHash = await casebook.fingerprint(read)
    const check = knownOf(view, answer)
    const { me, newId } = casebook
    const done = agreeOnPlan(plan, {
      lane: view.lane,
      me,
      newId,
      rows: answer.rows,
      check,
      ...yes,
      textHash,
      participate: say('planEdit.participate'),
    })
    if (!done.ok) return setRefusal(done.refusal)
    const recorded = await casebook.record(done.value, { sign: { lane: view.lane, root: plan.id }, holdMs: UNDO_MS })
    if (!recorded.ok) return setRefusal(recorded.refusal.kind)
    void navigate(paths.plan(view.lane))
    offerUndo({ text: say('planEdit.agreed'), undo: recorded.undo, backTo: paths.plan(view.lane, 'read', plan.id) })
  }
  return { agree, refusal, hasMoved: words !== read, readAgain: () => setRead(words) }
}
