// «Les og kvitter»: one receipt for each worker's part of the visit that this person has not read before, and the bar
// that takes it back. Says true when it was recorded, so that the reader may go on to the next.

import { useState } from 'react'
import type { RecordRefusal } from '#device/casebook.ts'
import type { VisitView } from '#domain/case-view-visits.ts'
import type { Id } from '#domain/ids.ts'
import type { Patch, RecordRow } from '#domain/register.ts'
import { markRead, takeBackRead } from '#domain/visit-read.ts'
import { useUi } from '../ui-store.ts'
import { useSay } from '../use-say.tsx'
import { useCasebook } from '../use-session.tsx'
import { useDesk } from './desk-state.tsx'

export interface Doing {
  readonly isBusy: boolean
  readonly refusal: RecordRefusal | undefined
}

/** The receipts that are missing; none when all is one's own or read. */
export function receiptsFor(visit: VisitView, rows: ReadonlyMap<Id, RecordRow>, me: Id, newId: () => Id): readonly Patch[] {
  return visit.contributions
    .filter((one) => one.finishedAt !== undefined)
    .flatMap((one) => {
      const row = rows.get(one.id)
      return (row && markRead(row, rows, me, newId)) ?? []
    })
}

interface Done {
  readonly text: string
  readonly backTo?: string
  /** What takes one of the patches back, given the change it became: at the desk it is sent already. */
  readonly takeBack: (patch: Patch, written: Id) => Patch
}

/** Records patches and offers to take them back. */
export function useDo(): Doing & { readonly act: (patches: readonly Patch[], done: Done) => Promise<boolean> } {
  const { record } = useDesk()
  const offerUndo = useUi((ui) => ui.offerUndo)
  const [doing, setDoing] = useState<Doing>({ isBusy: false, refusal: undefined })
  const act = async (patches: readonly Patch[], { takeBack, ...done }: Done) => {
    if (doing.isBusy || patches.length === 0) return false
    setDoing({ isBusy: true, refusal: undefined })
    const recorded = await record(patches)
    setDoing({ isBusy: false, refusal: recorded.ok ? undefined : recorded.refusal })
    if (!recorded.ok) return false
    const undoing = patches.flatMap((patch, i) => {
      const written = recorded.changes[i]
      return written === undefined ? [] : takeBack(patch, written)
    })
    offerUndo({ ...done, undo: async () => (await record(undoing)).ok })
    return true
  }
  return { ...doing, act }
}

/** For one visit of one case. */
export function useAcknowledge(visit: VisitView, rows: ReadonlyMap<Id, RecordRow>, name: string, backTo: string) {
  const say = useSay()
  const casebook = useCasebook()
  const { isBusy, refusal, act } = useDo()
  const acknowledge = () =>
    act(receiptsFor(visit, rows, casebook.me, casebook.newId), { text: say('read.done', { name }), backTo, takeBack: takeBackRead })
  return { isBusy, refusal, acknowledge }
}
