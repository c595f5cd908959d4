// Saves a quick note at the tap, signs it and takes the draft away; ten seconds take it all back. A concern is not held
// back for ten seconds: it leaves at once.

import { useState } from 'react'
import type { Answer, RecordRefusal } from '#device/casebook.ts'
import type { CaseView } from '#domain/case-view.ts'
import type { Id } from '#domain/ids.ts'
import { isContactStoppedFor } from '#domain/visit-known.ts'
import { type QuickNote, quickNote } from '#domain/visit-quick.ts'
import { clockOf } from '#texts/format.ts'
import { useUi } from '../ui-store.ts'
import { useSay } from '../use-say.tsx'
import { useCasebook } from '../use-session.tsx'
import { matterIn } from '../visit/surroundings.ts'
import { closeNote, type NoteKeeper, reopenNote } from './note-draft.ts'

const UNDO_MS = 10_000

export interface SavedNote {
  readonly outcome: Exclude<QuickNote['outcome'], 'concern'>
  readonly contribution: Id
}
interface SaveWith {
  readonly answer: Answer
  readonly view: CaseView
  readonly keeper: NoteKeeper
}

export function useSaveNote({ answer, view, keeper }: SaveWith) {
  const say = useSay()
  const casebook = useCasebook()
  const offerUndo = useUi((ui) => ui.offerUndo)
  const [saved, setSaved] = useState<SavedNote>()
  const [refusal, setRefusal] = useState<RecordRefusal['kind']>()
  const { lane } = view
  const act = async (note: QuickNote) => {
    await keeper.flush()
    const { text } = keeper.held().content
    const draft = keeper.held().keptAt === undefined ? undefined : keeper.draft()
    const noted = quickNote({ ...note, text }, noteWith(answer, view, casebook))
    const isConcern = note.outcome === 'concern'
    const recorded = await casebook.record(noted.patches, {
      sign: { lane, root: noted.contribution },
      ...(isConcern ? {} : { holdMs: UNDO_MS, ...(draft ? { finishes: draft.id } : {}) }),
    })
    if (!recorded.ok) return setRefusal(recorded.refusal.kind)
    setRefusal(undefined)
    if (note.outcome === 'concern') {
      if (noted.concern) keeper.change({ text: '', concern: { id: noted.concern, code: note.concern, note: '' } }, 'now')
      return
    }
    closeNote(casebook, lane)
    setSaved({ outcome: note.outcome, contribution: noted.contribution })
    const takeBack = async () => {
      const isUndone = await recorded.undo()
      if (isUndone && draft) await reopenNote(casebook, draft)
      if (isUndone) setSaved(undefined)
      return isUndone
    }
    offerUndo({ text: say('note.savedAs', { what: say(`note.${note.outcome}`) }), undo: takeBack })
  }
  return { save: (note: QuickNote) => void act(note), saved, refusal }
}

function noteWith(answer: Answer, view: CaseView, casebook: ReturnType<typeof useCasebook>) {
  const at = casebook.now()
  const { me, newId } = casebook
  const isContactStopped = isContactStoppedFor(view.resident, matterIn(answer, view))
  return { view, isContactStopped, rows: answer.rows, me, today: answer.today, clock: clockOf(at).replace('.', ':'), at, newId }
}
