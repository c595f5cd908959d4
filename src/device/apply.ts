// Applying what the office said: one whole lane per transaction, only while the cursor is still the one the answer was
// made for. What the answer brings back of one's own settles in that same transaction (DESIGN.md 5).

import type { Id, LaneId } from '#domain/ids.ts'
import { type LaneSummary, summariseLane } from '#domain/summary.ts'
import { applied, type Done, fits, type LaneAnswer } from '#sync/receive.ts'
import { offShelf } from '#sync/stores.ts'
import type { Cursor } from '#sync/wire.ts'
import { type CardItem, type LaneItem, laneRange, type RowItem } from './database.ts'
import type { OutboxItem, ShelfItem } from './envelopes.ts'
import { dropLane, putCard, savedRows, sealCard, sealRow } from './lanes.ts'
import { type Room, type Rows, touch } from './room.ts'
import { inChunks } from './sealed.ts'
import { answered } from './send.ts'

const ROWS_AT_ONCE = 2_000

export const cursorOf = (item: LaneItem): Cursor => [item.seq, item.hash, item.view]

interface Prepared {
  readonly answer: LaneAnswer
  readonly item: LaneItem
  readonly rows: Rows
  readonly sealed: readonly RowItem[]
  readonly summary: LaneSummary | undefined
  readonly card: CardItem
}

/** False when the answer no longer fits: another tab was first, and the next sync asks from there. */
export async function applyLane(room: Room, answer: LaneAnswer): Promise<boolean> {
  const prepared = await prepare(room, answer)
  return room.turn(async () => {
    if (!room.flags.isOpen || !(await commit(room, prepared))) return false
    remember(room, prepared)
    return true
  })
}

async function prepare(room: Room, answer: LaneAnswer): Promise<Prepared> {
  const { lane, cursor } = answer
  const before = answer.mode === 'delta' ? await rowsAt(room, lane, answer.from) : new Map()
  const rows = applied(answer, before)
  const summary = summariseLane(rows.values())
  const [seq, hash, view] = cursor
  return {
    answer,
    item: { id: lane, seq, hash, view, ...(answer.until ? { until: answer.until } : {}) },
    rows,
    sealed: await inChunks(answer.rows, (row) => sealRow(room, row)),
    summary,
    card: await sealCard(room, lane, summary),
  }
}

/** Memory may be behind the disk when another tab moved the lane; the transaction sees to it that the disk is not. */
const rowsAt = async (room: Room, lane: LaneId, seq: number): Promise<Rows> =>
  (room.lanes.get(lane)?.seq === seq ? room.rows.get(lane) : undefined) ?? (await savedRows(room, lane))

function commit(room: Room, { answer, item, sealed, card }: Prepared): Promise<boolean> {
  const { vault, lane, row, outbox, shelf } = room.db
  return vault.transaction('rw', [lane, row, room.db.card, outbox, shelf], async () => {
    const now = await lane.get(answer.lane)
    if (!fits(answer, now && cursorOf(now))) return false
    if (answer.mode !== 'delta')
      await row
        .where('[lane+id]')
        .between(...laneRange(answer.lane))
        .delete()
    for (let i = 0; i < sealed.length; i += ROWS_AT_ONCE) await row.bulkPut(sealed.slice(i, i + ROWS_AT_ONCE))
    await room.db.card.put(card)
    await lane.put(item)
    await settle(room, answer.mine)
    if (answer.mode === 'reset') await offerAgain(room, answer)
    return true
  })
}

/** From the outbox to the shelf; inside the caller's transaction. */
async function settle(room: Room, ids: readonly Id[]): Promise<void> {
  const { outbox, shelf } = room.db
  const items = (await outbox.bulkGet([...ids])).filter((item) => item !== undefined)
  await shelf.bulkPut(items.map(onShelf))
  await outbox.bulkDelete(items.map((item) => item.id))
}

function onShelf({ id, lane, rec, office, n, envelope, rseq }: OutboxItem): ShelfItem {
  return { id, lane, rec, office, n, envelope, settledAt: Date.now(), ...(rseq === undefined ? {} : { rseq }) }
}

/** The office's chain is not the one we knew: what it may have lost is offered again, with the same ids. */
async function offerAgain(room: Room, answer: LaneAnswer): Promise<void> {
  const { outbox, shelf } = room.db
  const items = (await shelf.where('lane').equals(answer.lane).toArray()).filter(({ id }) => !answer.mine.includes(id))
  const again = items.map(({ settledAt, ...item }): OutboxItem => {
    return { ...item, state: 'saved', tries: 0, nextAt: 0, savedAt: settledAt, again: 1 }
  })
  await outbox.bulkPut(again)
  await shelf.bulkDelete(items.map(({ id }) => id))
}

function remember(room: Room, { answer, item, rows, summary }: Prepared): void {
  const { lane } = answer
  room.lanes.set(lane, item)
  if (room.rows.has(lane) || [...room.pending.values()].some((pending) => pending.item.lane === lane) || isAlwaysOpen(lane))
    room.rows.set(lane, rows)
  for (const id of answer.mine) room.pending.delete(id)
  putCard(room, lane, summary)
  touch(room, [lane])
}

export const isAlwaysOpen = (lane: LaneId): boolean => lane.startsWith('office/')

/** Access ended: rows, card and drafts go. Unsent envelopes stay: the words in them are the worker's own. */
export async function removeLanes(room: Room, lanes: readonly LaneId[]): Promise<void> {
  const { vault, lane, row, card, notes, draft } = room.db
  await room.turn(async () => {
    await notes.transaction('rw', draft, () => draft.filter((item) => lanes.includes(item.lane)).delete())
    await vault.transaction('rw', [lane, row, card], async () => {
      for (const id of lanes)
        await row
          .where('[lane+id]')
          .between(...laneRange(id))
          .delete()
      await card.bulkDelete([...lanes])
      await lane.bulkDelete([...lanes])
    })
    for (const id of lanes) dropLane(room, id)
  })
}

export interface AskedAbout {
  /** The states when we asked: a change that has moved since is left alone. */
  readonly states: ReadonlyMap<Id, OutboxItem['state']>
  /** Every lane of the answer was applied. */
  readonly isWhole: boolean
}

/**
 * What the office knows of the ids we asked about. Applied, already in custody when we asked, and yet in no lane of a
 * whole answer: then our rows have held it since before (or the lane is no longer ours), and it settles here.
 */
export async function applyKnown(room: Room, done: Done, asked: AskedAbout): Promise<void> {
  const { vault, outbox, shelf } = room.db
  await vault.transaction('rw', [outbox, shelf], async () => {
    for (const { id, s, why } of done.known) {
      const item = await outbox.get(id)
      if (!item || item.state !== asked.states.get(id)) continue
      if (s === 'unknown') await outbox.put({ ...item, state: 'saved', nextAt: 0 })
      else if (s === 'applied' && item.state === 'custody' && asked.isWhole) await settle(room, [id])
      else if (s !== 'closed') {
        const next = answered(item, { s, ...(why ? { why } : {}) })
        if (next) await outbox.put(next)
        else await outbox.delete(id)
      }
    }
    await outbox.bulkDelete(done.erased)
    await shelf.bulkDelete(done.erased)
    await clearShelf(room, done)
  })
}

/** Leaves the shelf when verified backups hold it and 14 days have passed. */
async function clearShelf(room: Room, done: Done): Promise<void> {
  const { shelf } = room.db
  if (done.safe !== null)
    await shelf.bulkDelete([...offShelf(await shelf.where('rseq').belowOrEqual(done.safe).toArray(), done.safe, Date.now())])
}
