// What the wizard made goes into the record: new records, or only what was changed. The draft is finished with it.

import { useState } from 'react'
import type { RecordRefusal } from '#device/casebook.ts'
import { savePlan } from '#domain/plan-save.ts'
import { useSay } from '../use-say.tsx'
import { useCasebook } from '../use-session.tsx'
import type { Editing } from './editing.tsx'
import { closePlan } from './plan-draft.ts'

export function useSavePlan({ view, answer, keeper }: Pick<Editing, 'view' | 'answer' | 'keeper'>) {
  const say = useSay()
  const casebook = useCasebook()
  const [refusal, setRefusal] = useState<RecordRefusal['kind']>()
  const [isBusy, setBusy] = useState(false)
  const save = async (done: () => void): Promise<void> => {
    setBusy(true)
    await keeper.flush()
    const { content, keptAt } = keeper.held()
    const saving = { lane: view.lane, me: casebook.me, rows: answer.rows, base: content.base, seen: content.seen }
    const patches = savePlan(content.plan, { ...saving, reason: say('planEdit.takenOut') })
    const recorded = await casebook.record(patches, keptAt === undefined ? {} : { finishes: keeper.id })
    setBusy(false)
    if (!recorded.ok) return setRefusal(recorded.refusal.kind)
    if (keptAt !== undefined && patches.length === 0) await casebook.dropDraft(keeper.id)
    closePlan(casebook, view.lane)
    done()
  }
  // A next version nobody has said anything in is no proposal.
  const { content, keptAt } = keeper.held()
  const hasNothing = keptAt === undefined && content.plan.previous !== undefined && content.base === undefined
  return { save, refusal, isBusy, hasNothing }
}
