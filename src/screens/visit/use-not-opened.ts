// «Åpnet ikke» at a closed door: one tap, saved as it is in Raskt notat, with ten seconds to take it back.

import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { RecordRefusal } from '#device/casebook.ts'
import { quickNote } from '#domain/visit-quick.ts'
import { clockOf } from '#texts/format.ts'
import { paths } from '../paths.ts'
import { useUi } from '../ui-store.ts'
import { useSay } from '../use-say.tsx'
import type { VisitHere } from './use-visit.ts'

const UNDO_MS = 10_000

export function useNotOpened({ casebook, answer, view, lane, visit }: VisitHere) {
  const say = useSay()
  const navigate = useNavigate()
  const offerUndo = useUi((ui) => ui.offerUndo)
  const [refusal, setRefusal] = useState<RecordRefusal['kind']>()
  const save = async () => {
    const { me, newId } = casebook
    const at = casebook.now()
    const with_ = { view, rows: answer.rows, me, today: casebook.today(), clock: clockOf(at).replace('.', ':'), at, newId }
    const noted = quickNote({ outcome: 'no_answer' }, with_)
    const recorded = await casebook.record(noted.patches, { sign: { lane, root: noted.contribution }, holdMs: UNDO_MS })
    if (!recorded.ok) return setRefusal(recorded.refusal.kind)
    offerUndo({ text: say('visit.notOpenedSaved'), undo: recorded.undo, backTo: paths.visit(lane, visit.id) })
    void navigate(paths.today)
  }
  return { save, refusal }
}
