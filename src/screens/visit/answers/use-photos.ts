// Taking a picture and taking it away again. A picture is made anew, sealed in the queue, and its document recorded, in that
// order and at the tap; if one of them cannot be, nothing of it is left and all that is written stands.

import { useEffect, useRef, useState } from 'react'
import type { Attached, Casebook, RecordRefusal } from '#device/casebook.ts'
import type { DocumentKind } from '#domain/codes.ts'
import type { Id } from '#domain/ids.ts'
import { type MayTake, photoTaken, voidPhoto } from '#domain/photo.ts'
import { type PhotoFault, remade } from '../../parts/photo-file.ts'
import { useCasebook } from '../../use-session.tsx'
import type { Asked } from './asked.ts'

type Allowed = Extract<MayTake, { readonly is: 'yes' }>
export type TakingFault = PhotoFault | RecordRefusal['kind']
type Undo = () => Promise<boolean>

/** What can still be taken back without a trace, for as long as the page lives. */
const UNDO = new WeakMap<Casebook, Map<Id, readonly Undo[]>>()

export function usePhotos(asked: Asked) {
  const casebook = useCasebook()
  const latest = useRef(asked)
  useEffect(() => {
    latest.current = asked
  })
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<TakingFault>()
  const [removed, setRemoved] = useState<'isGone' | 'isVoid'>()
  const documents = documentsIn(asked)
  const write = (change: (documents: readonly Id[]) => readonly Id[]) => {
    const next = change(documentsIn(latest.current))
    latest.current.onValue(next.length === 0 ? undefined : { is: 'photos', documents: next }, 'now')
  }
  const take = async (file: File, allowed: Allowed, of: { readonly kind: DocumentKind; readonly title: string }) => {
    setBusy(true)
    setRemoved(undefined)
    const taken = await keep(casebook, asked, file, allowed, of)
    setBusy(false)
    setFault(typeof taken === 'string' ? taken : undefined)
    if (typeof taken !== 'string') write((before) => [...before, taken.document])
  }
  const remove = async (document: Id) => {
    setFault(undefined)
    const row = asked.around.rows.get(document)
    const isGone = await takenBack(casebook, document)
    const recorded = isGone || !row ? undefined : await casebook.record([voidPhoto(row)])
    if (recorded?.ok === false) return setFault(recorded.refusal.kind)
    setRemoved(isGone ? 'isGone' : 'isVoid')
    write((before) => before.filter((one) => one !== document))
  }
  return { documents, take, remove, isBusy, fault, removed, canTake: casebook.attach !== undefined }
}

const documentsIn = ({ value }: Asked): readonly Id[] => (value?.is === 'photos' ? value.documents : [])

async function keep(
  casebook: Casebook,
  { around }: Asked,
  file: File,
  { consent, deleteOn }: Allowed,
  of: { readonly kind: DocumentKind; readonly title: string },
): Promise<{ readonly document: Id } | TakingFault> {
  const made = await remade(file)
  if (!made.ok) return made.fault
  const { lane } = around.view
  const id = casebook.newId()
  const attached = await casebook.attach?.({ lane, rec: id, bytes: made.bytes, type: made.type })
  if (!attached?.ok) return faultOf(attached)
  const { blob } = attached
  const document = photoTaken({
    lane,
    id,
    ...of,
    file: { blob, type: made.type, bytes: made.bytes.length },
    consent: consent.id,
    takenOn: around.today,
    deleteOn,
    visit: around.visit,
  })
  const recorded = await casebook.record([document])
  if (!recorded.ok) {
    await attached.undo()
    return recorded.refusal.kind
  }
  const known = UNDO.get(casebook) ?? new Map<Id, readonly Undo[]>()
  UNDO.set(casebook, known.set(id, [recorded.undo, attached.undo]))
  return { document: id }
}

function faultOf(attached: Attached | undefined): TakingFault {
  const kind = attached?.ok === false ? attached.refusal.kind : 'failed'
  return kind === 'wrongType' || kind === 'carriesMetadata' ? 'failed' : kind
}

/** True when both the words and the picture are gone from here and were never sent. */
async function takenBack(casebook: Casebook, document: Id): Promise<boolean> {
  const undos = UNDO.get(casebook)?.get(document) ?? []
  UNDO.get(casebook)?.delete(document)
  const gone = await Promise.all(undos.map((undo) => undo()))
  return gone.length > 0 && gone.every(Boolean)
}
