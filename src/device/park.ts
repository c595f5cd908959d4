// Drafts leave the phone (DESIGN.md 2, Drafts): sealed like a change and put into the outbox, for the office to park
// until the work is saved or thrown away, so that a lost phone loses minutes and not visits. Never a value in a record.

import { type Id, isId, type Json, type LaneId } from '#domain/ids.ts'
import type { Seen } from '#domain/register.ts'
import { sealBytes } from '#sealing/envelope.ts'
import type { ParkedLine } from '#sync/receive.ts'
import { supersededParked } from '#sync/stores.ts'
import { Change, parse, SCHEMA } from '#sync/wire.ts'
import type { Draft } from './casebook.ts'
import { keepDraft, openDraft } from './drafts.ts'
import { type EnvelopeItem, envelopedOf, type OutboxItem } from './envelopes.ts'
import { stampOf } from './record.ts'
import type { Room } from './room.ts'
import { inChunks } from './sealed.ts'
import { intoStorage, quietly } from './storage.ts'

/** Draft and `rev` of what goes to the office; without `draft` it is thrown away there too. */
interface Leaving extends Pick<Draft, 'id' | 'lane' | 'rec' | 'rev'> {
  readonly draft?: Draft
}

/**
 * Every open draft (of these ids) that is newer than what was parked goes into the outbox, in one strict transaction. Of
 * lanes that are given up every draft goes, since an office that was restored may have lost what was parked. Not within
 * `room.turn`. Never throws for storage: what could not be parked is still on the phone, and is tried again. Resolves to
 * how many went.
 */
export async function parkDrafts(room: Room, lanes?: readonly LaneId[], ids?: readonly Id[]): Promise<number> {
  const wanted = [...room.drafts.values()].filter(
    (draft) => (lanes ? lanes.includes(draft.lane) : isUnparked(room, draft)) && (ids?.includes(draft.id) ?? true),
  )
  return leave(room, wanted.map(leavingOf), { mayFreeBallast: lanes !== undefined })
}
const leavingOf = (draft: Draft): Leaving => ({ id: draft.id, lane: draft.lane, rec: draft.rec, rev: draft.rev, draft })

/** Those that could not leave when their case did: sealed for the office as soon as there is room, and gone then. */
export async function parkLeft(room: Room): Promise<void> {
  const items = await room.db.draft.filter(({ left }) => left === 1).toArray()
  const opened = (await inChunks(items, (item) => openDraft(room, item))).filter((draft) => draft !== undefined)
  for (const draft of opened)
    if ((await leave(room, [leavingOf(draft)], { mayFreeBallast: true })) > 0) await room.db.draft.delete(draft.id)
}

export const isUnparked = (room: Room, { id, rev }: Draft): boolean => (room.kept.get(id)?.parked ?? -1) < rev

/** Thrown away here: then at the office too, if a copy was ever on its way there. Before the draft itself goes. */
export async function parkDiscard(room: Room, id: Id): Promise<void> {
  const draft = room.drafts.get(id)
  const parked = room.kept.get(id)?.parked
  if (draft && parked !== undefined) await leave(room, [{ id, lane: draft.lane, rec: draft.rec, rev: Math.max(draft.rev, parked) + 1 }])
}

async function leave(room: Room, all: readonly Leaving[], { mayFreeBallast } = { mayFreeBallast: false }): Promise<number> {
  const sealed = (await Promise.all(all.map((one) => parcel(room, one)))).filter((item) => item !== undefined)
  if (sealed.length === 0) return 0
  let isAway = false
  await quietly(room, () =>
    room.turn(async () => {
      if (!room.flags.isOpen) return
      // The room in reserve is for what somebody saves, not for a copy of a draft; but for the only words there are.
      isAway = (await intoStorage(room, () => addDrafts(room, sealed), { mayFreeBallast })) === undefined
      if (isAway) await note(room, sealed)
    }),
  )
  if (isAway) room.news({ kind: 'outbox' })
  return isAway ? sealed.length : 0
}

interface DraftParcel {
  readonly item: OutboxItem & Required<Pick<OutboxItem, 'draft'>>
  readonly bytes: EnvelopeItem
}

/** Undefined for what the wire would not take: the office could only hold it as bad. */
async function parcel(room: Room, leaving: Leaving): Promise<DraftParcel | undefined> {
  const { enrol, kid, office } = room.file
  const change = parse(Change, changeOf(room, leaving))
  if (!change) return undefined
  const now = Date.now()
  const { id, lane, rec } = change
  const bytes = { id, ...(await sealBytes(room.keys.seal, enrol, change)) }
  const envelope = envelopedOf(id, enrol, kid, bytes)
  const draft = { id: leaving.id, rev: leaving.rev }
  return { item: { id, lane, rec, office, n: 0, envelope, state: 'saved', tries: 0, nextAt: now, savedAt: now, draft }, bytes }
}

function changeOf(room: Room, { id, lane, rec, rev, draft }: Leaving): Change {
  const { newId: made, ...stamp } = stampOf(room)
  const set = draft && { content: { v: draft.content, over: [] }, seen: { v: seenJson(draft), over: [] } }
  const type = room.rows.get(lane)?.get(rec)?.type ?? 'contribution'
  return { id: made(), v: 1, schema: SCHEMA, ...stamp, lane, rec, type, kind: 'draft', draft: id, rev, ...(set ? { set } : {}) }
}
const seenJson = ({ seen }: Draft) => Object.fromEntries(Object.entries(seen).map(([field, ids]) => [field, [...ids]]))

/** An older one that has not left gives way; one as new as this (from another tab) is enough. */
function addDrafts(room: Room, sealed: readonly DraftParcel[]): Promise<void> {
  const { vault, outbox, envelope } = room.db
  return vault.transaction('rw', [outbox, envelope], async () => {
    let n = (await outbox.orderBy('n').last())?.n ?? 0
    for (const { item, bytes } of sealed) {
      const there = await outbox.filter(({ draft }) => draft?.id === item.draft.id).toArray()
      if (there.some(({ draft }) => draft && draft.rev >= item.draft.rev)) continue
      const old = [...supersededParked(there, item.draft.id, item.draft.rev)]
      await outbox.bulkDelete(old)
      await envelope.bulkDelete(old)
      n += 1
      await outbox.add({ ...item, n })
      await envelope.add(bytes)
    }
  })
}

/** A crash before this parks the same words once more, which changes nothing at the office. */
async function note(room: Room, sealed: readonly DraftParcel[]): Promise<void> {
  for (const { draft } of sealed.map(({ item }) => item)) {
    room.leaving.set(draft.id, draft.rev)
    room.kept.set(draft.id, { at: room.kept.get(draft.id)?.at ?? 0, parked: draft.rev })
    await intoStorage(room, async () => void (await room.db.draft.update(draft.id, { parked: draft.rev })), { mayFreeBallast: false })
  }
}

/**
 * A draft that an earlier device of the same person had parked: kept here as one's own, unless this device knows a newer
 * one, has finished it, or has thrown it away. Not within `room.turn`.
 */
export async function adoptParked(room: Room, line: ParkedLine): Promise<void> {
  const { draft: id, rev, lane, rec, at } = line
  const isFinished = [...room.pending.values()].some(({ entry }) => entry?.change.finishes === id)
  const known = Math.max(room.drafts.get(id)?.rev ?? -1, room.kept.get(id)?.parked ?? -1, room.leaving.get(id) ?? -1)
  const { content, seen } = line
  if (isFinished || known >= rev || !isJson(content)) return
  room.kept.set(id, { at: Date.now(), parked: rev })
  const kept = await keepDraft(room, { id, lane, rec, rev, at, seen: isSeen(seen) ? seen : {}, content })
  if (!kept.ok) room.kept.delete(id)
}

/** Came out of `JSON.parse`, so anything that is there is JSON. */
const isJson = (value: unknown): value is Json => value !== undefined
const isSeen = (value: unknown): value is Seen =>
  typeof value === 'object' && value !== null && Object.values(value).every((ids) => Array.isArray(ids) && ids.every(isId))
