// Records what a person did, says so with «Angre» for ten seconds, and keeps the refusal in words when it could not be
// saved: nothing that was typed goes away. For the forms about a resident; a visit and a note have keepers of their own.

import { useState } from 'react'
import type { RecordHow, RecordRefusal } from '#device/casebook.ts'
import type { Id } from '#domain/ids.ts'
import { puttingBack } from '#domain/put-back.ts'
import type { Patch, RecordRow } from '#domain/register.ts'
import { useUi } from './ui-store.ts'
import { useCasebook } from './use-session.tsx'

const UNDO_MS = 10_000

interface Said {
  /** «Lagret: bostøtte, søkt»; none = said by the screen itself. */
  readonly text?: string
  readonly backTo?: string
  /** Not held back: it leaves at once, and cannot be taken back without a trace (a withdrawal, a signature). */
  readonly atOnce?: boolean
  /** What stood when it was done: at the desk, where it is at the office already, «Angre» writes that again. */
  readonly before?: ReadonlyMap<Id, RecordRow>
}

export function useRecording() {
  const casebook = useCasebook()
  const offerUndo = useUi((ui) => ui.offerUndo)
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<RecordRefusal['kind']>()
  /** True when it is saved: on the phone on disk, at the desk at the office. */
  const record = async (
    patches: readonly Patch[],
    { text, backTo, atOnce = false, before }: Said = {},
    how: RecordHow = {},
  ): Promise<boolean> => {
    if (patches.length === 0) return true
    setBusy(true)
    const recorded = await casebook.record(patches, atOnce ? how : { holdMs: UNDO_MS, ...how })
    setBusy(false)
    setRefusal(recorded.ok ? undefined : recorded.refusal.kind)
    if (!recorded.ok) return false
    const back = casebook.kind === 'desk' && before ? puttingBack(patches, recorded.changes, before) : undefined
    const isHeldBack = !atOnce && casebook.kind !== 'desk'
    const undo = isHeldBack ? recorded.undo : back && (async () => (await casebook.record(back)).ok)
    if (text !== undefined) offerUndo({ text, ...(undo ? { undo } : {}), ...(backTo === undefined ? {} : { backTo }) })
    return true
  }
  return { record, isBusy, refusal }
}
