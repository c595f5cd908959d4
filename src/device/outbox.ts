// One's own changes that are not settled: sealed on disk, opened in memory after unlock. The service worker and other
// tabs move them too, so what is on disk is read again whenever one of them says so.

import type { Id, LaneId } from '#domain/ids.ts'
import { openBytes } from '#sealing/envelope.ts'
import type { Entry } from '#sync/fold.ts'
import { isWaiting } from '#sync/outbox.ts'
import { Change, parse } from '#sync/wire.ts'
import type { Sending, States, Waiting } from './casebook.ts'
import { instantOf } from './clock.ts'
import { byAge, type OutboxItem, type Parcel, type ShelfItem } from './envelopes.ts'
import { openLane } from './lanes.ts'
import { isOffline } from './outside.ts'
import { type Closed, type Opened, type Pending, type Room, touch } from './room.ts'
import { inChunks } from './sealed.ts'
import { BUDGET_BYTES } from './storage.ts'

/** Reads the outbox and opens what memory does not have. Lanes with changes are opened, so that lists show them. */
export async function refreshOutbox(room: Room): Promise<void> {
  await room.turn(() => readOutbox(room))
  await openChangedLanes(room)
}

/** What lies in the outbox, and what was kept closed on the shelf. */
export const itemsOnDisk = ({ db }: Room): Promise<[OutboxItem[], ShelfItem[]]> =>
  Promise.all([db.outbox.toArray(), db.shelf.where('closed').equals(1).toArray()])

/** In the caller's turn. */
export async function readOutbox(room: Room, onDisk?: [OutboxItem[], ShelfItem[]]): Promise<void> {
  if (!room.flags.isOpen) return
  const [items, shut] = onDisk ?? (await itemsOnDisk(room))
  const changes = items.filter((item) => !item.draft)
  const opened = await openItems(room, changes)
  const closed = await openItems(room, shut)
  if (!room.flags.isOpen) return
  const before = [...room.pending.values()]
  room.pending.clear()
  for (const pending of opened) room.pending.set(pending.item.id, pending)
  room.closed.clear()
  for (const one of closed) room.closed.set(one.item.id, one)
  room.leaving.clear()
  for (const { draft } of items) if (draft) room.leaving.set(draft.id, Math.max(draft.rev, room.leaving.get(draft.id) ?? -1))
  touch(
    room,
    [...before, ...opened].map(({ item }) => item.lane),
  )
}

export async function openChangedLanes(room: Room): Promise<void> {
  const lanes = new Set([...room.pending.values()].map(({ item }) => item.lane))
  for (const lane of lanes) await openLane(room, lane)
}

/** What memory has is not read again. */
async function openItems<P extends Parcel>(room: Room, items: readonly P[]): Promise<(Opened & { readonly item: P })[]> {
  const known = (id: Id): Opened | undefined => room.pending.get(id) ?? room.closed.get(id)
  const fresh = items.map(({ id }) => id).filter((id) => !known(id)?.entry)
  const read = fresh.length > 0 ? await room.db.envelope.bulkGet(fresh) : []
  const sealed = new Map(fresh.map((id, i) => [id, read[i]]))
  return inChunks(items, async (item) => {
    const { entry, bytes = sealed.get(item.id) } = known(item.id) ?? {}
    const change = entry ? undefined : bytes && parse(Change, await openBytes(room.keys.seal, item.envelope.enrol, item.id, bytes))
    const now = entry ?? (change && entryOf(room, change))
    return { item, ...(bytes ? { bytes } : {}), ...(now ? { entry: now } : {}) }
  })
}

/** The author of what one sealed oneself is oneself; seq 0 = in no lane yet. */
export const entryOf = (room: Room, change: Change): Entry => ({ change, actor: room.file.user, seq: 0 })

/** Own unsettled changes of one record, oldest first: what an `over` reaches behind to. */
export function unsettledOf(room: Room, lane: LaneId, rec: Id): readonly Change[] {
  return [...room.pending.values()]
    .filter(({ item }) => item.lane === lane && item.rec === rec)
    .sort((a, b) => byAge(a.item, b.item))
    .flatMap(({ entry }) => (entry ? [entry.change] : []))
}

export const statesOf = (room: Room): States => new Map([...room.pending.values()].map(({ item }) => [item.id, item.state]))

export function sendingOf(room: Room): Sending {
  const all = [...room.pending.values()].sort((a, b) => byAge(a.item, b.item)).map(waitingOf)
  const { isReached, isSyncing, refused, isPersistent, isNearlyFull, usedBytes, told } = room.flags
  return {
    isOnline: isReached && !isOffline(),
    waiting: all.filter(({ state }) => state === 'saved' || state === 'sent'),
    atOffice: all.filter(({ state }) => state === 'custody'),
    held: all.filter(({ state }) => state === 'held'),
    closed: [...room.closed.values()].sort((a, b) => byAge(a.item, b.item)).map(closedOf),
    draftsWaiting: draftsWaiting(room),
    isSyncing,
    ...(refused ? { refused } : {}),
    canSendWhileLocked: 'SyncManager' in globalThis,
    ...(told.updatedAt ? { updatedAt: told.updatedAt } : {}),
    ...(isPersistent === undefined ? {} : { isPersistent }),
    ...(usedBytes === undefined ? {} : { usedBytes }),
    budgetBytes: BUDGET_BYTES,
    ...(isNearlyFull ? { isNearlyFull } : {}),
  }
}

/** Newer than what was parked, or not yet known to be at the office. */
const draftsWaiting = (room: Room): number =>
  [...room.drafts.values()].filter(({ id, rev }) => (room.kept.get(id)?.parked ?? -1) < rev || room.leaving.has(id)).length

const waitingOf = ({ item, entry }: Pending): Waiting =>
  lineOf(item, entry, item.state, item.savedAt, item.waits === 'tooLarge' ? 'too-large' : item.why)

const closedOf = ({ item, entry }: Closed): Waiting => lineOf(item, entry, 'held', item.settledAt, item.why)

const lineOf = (item: Parcel, entry: Entry | undefined, state: Waiting['state'], at: number, why: string | undefined): Waiting => ({
  change: item.id,
  lane: item.lane,
  rec: item.rec,
  type: entry?.change.type ?? '',
  state,
  at: entry?.change.at ?? instantOf(at),
  ...(why ? { why } : {}),
})

export const hasWaiting = (room: Room): boolean =>
  room.leaving.size > 0 || [...room.pending.values()].some(({ item }) => isWaiting(item.state))
