// Half-made work, encrypted in its own database with relaxed durability. The highest `rev` wins; a draft that a saved
// change finishes is deleted after that change is on disk, and at start if the tab died in between.

import { type Id, isId, isInstant, isLaneId } from '#domain/ids.ts'
import type { Draft, Recorded } from './casebook.ts'
import type { DraftItem } from './database.ts'
import type { Room } from './room.ts'
import { inChunks, openJson, sealJson } from './sealed.ts'
import { intoStorage } from './storage.ts'

export async function keepDraft(room: Room, draft: Draft): Promise<Recorded> {
  const { id, lane, rec, rev } = draft
  const sealed = await sealJson(room.keys.dek, ['draft', lane, id], draft)
  const keptAt = Date.now()
  const parked = room.kept.get(id)?.parked
  const item: DraftItem = { id, lane, rec, rev, keptAt, ...(parked === undefined ? {} : { parked }), ...sealed }
  const fault = await room.turn(async () => {
    let isThere = false
    const refused = await intoStorage(room, async () => {
      isThere = await putNewer(room, item)
    })
    if (!refused && !isThere) return 'storageLost'
    const known = room.drafts.get(id)
    if (refused || (known && known.rev >= rev)) return refused
    room.drafts.set(id, draft)
    room.kept.set(id, { ...room.kept.get(id), at: keptAt })
    return undefined
  })
  if (fault) return { ok: false, refusal: { kind: fault } }
  room.news({ kind: 'drafts' })
  return { ok: true, changes: [], undo: () => Promise.resolve(false) }
}

/** False when another tab has written as much or more: what is not on disk is never called kept. */
function putNewer(room: Room, item: DraftItem): Promise<boolean> {
  const { notes, draft } = room.db
  return notes.transaction('rw', draft, async () => {
    const there = await draft.get(item.id)
    const parked = Math.max(item.parked ?? -1, there?.parked ?? -1)
    if (there && there.rev >= item.rev) return there.rev === item.rev && there.keptAt === item.keptAt // written by the try before
    await draft.put({ ...item, ...(parked < 0 ? {} : { parked }) })
    return true
  })
}

export async function dropSavedDraft(room: Room, id: Id): Promise<void> {
  await room.turn(async () => {
    await intoStorage(room, () => room.db.draft.delete(id))
    room.drafts.delete(id)
  })
  room.news({ kind: 'drafts' })
}

/** What is on disk, less what own unsettled changes have finished. */
export const refreshDrafts = (room: Room): Promise<void> => room.turn(() => readDrafts(room))

export async function readDrafts(room: Room, onDisk?: readonly DraftItem[]): Promise<void> {
  const finished = new Set([...room.pending.values()].flatMap(({ entry }) => entry?.change.finishes ?? []))
  const items = (onDisk ?? (await room.db.draft.toArray())).filter(({ left }) => !left)
  const drafts = await inChunks(items, (item) => openDraft(room, item))
  if (!room.flags.isOpen) return
  room.drafts.clear()
  for (const { id, keptAt = 0, parked } of items) room.kept.set(id, { at: keptAt, ...(parked === undefined ? {} : { parked }) })
  for (const draft of drafts) if (draft && !finished.has(draft.id)) room.drafts.set(draft.id, draft)
  const done = items.filter((item) => finished.has(item.id)).map((item) => item.id)
  if (done.length > 0) await room.db.draft.bulkDelete(done)
}

export async function openDraft(room: Room, item: DraftItem): Promise<Draft | undefined> {
  const draft = await openJson(room.keys.dek, ['draft', item.lane, item.id], item)
  return isDraft(draft) ? draft : undefined
}

const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  isId(value.id) &&
  'lane' in value &&
  isLaneId(value.lane) &&
  'rec' in value &&
  isId(value.rec) &&
  'rev' in value &&
  typeof value.rev === 'number' &&
  'at' in value &&
  isInstant(value.at) &&
  'seen' in value &&
  'content' in value
