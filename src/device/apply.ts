// Applying what the office said: one whole lane per transaction, only while the cursor is still the one the answer was
// made for. What the answer brings back of one's own settles in that same transaction (DESIGN.md 5).

import type { LaneId } from '#domain/ids.ts'
import { type LaneSummary, summariseLane } from '#domain/summary.ts'
import { applied, type Done, fits, type LaneAnswer, type Receipts, type ReceiptsAt, receiptsFit } from '#sync/receive.ts'
import { type AskedAbout, offShelf, onKnown, onLane, onReceipts } from '#sync/stores.ts'
import type { Cursor } from '#sync/wire.ts'
import { type CardItem, type Databases, type LaneItem, laneRange, type RowItem } from './database.ts'
import { goneFrom, type Moves, type OutboxItem, type ShelfItem } from './envelopes.ts'
import { isAlwaysOpen, putCard, savedRows, sealCard } from './lanes.ts'
import { type Room, type Rows, touch } from './room.ts'
import { cutFor, sealBlocks } from './seal-blocks.ts'

const BLOCKS_AT_ONCE = 64

export const cursorOf = (item: LaneItem): Cursor => [item.seq, item.hash, item.view]

interface Prepared {
  readonly answer: LaneAnswer
  readonly item: LaneItem
  readonly rows: Rows
  readonly sealed: readonly RowItem[]
  /** These are all blocks of the lane; else the disk must be cut as they are. */
  readonly isWhole: boolean
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
  const cut = cutFor(rows.size)
  const isWhole = answer.mode !== 'delta' || (await cutAt(room, lane, answer.from)) !== cut
  const summary = summariseLane(rows.values())
  const [seq, hash, view] = cursor
  return {
    answer,
    item: { id: lane, seq, hash, view, cut, ...(answer.until ? { until: answer.until } : {}) },
    rows,
    sealed: await sealBlocks(room, lane, rows, cut, isWhole ? undefined : answer.rows),
    isWhole,
    summary,
    card: await sealCard(room, lane, summary),
  }
}

/** Memory may be behind the disk when another tab moved the lane; the transaction sees to it that the disk is not. */
const rowsAt = async (room: Room, lane: LaneId, seq: number): Promise<Rows> =>
  (room.lanes.get(lane)?.seq === seq ? room.rows.get(lane) : undefined) ?? (await savedRows(room, lane))

const cutAt = async (room: Room, lane: LaneId, seq: number): Promise<number | undefined> => {
  const known = room.lanes.get(lane)
  return (known?.seq === seq ? known : await room.db.lane.get(lane))?.cut
}

function commit(room: Room, { answer, item, sealed, isWhole, card }: Prepared): Promise<boolean> {
  const { vault, lane, row, outbox, shelf, envelope } = room.db
  return vault.transaction('rw', [lane, row, room.db.card, outbox, shelf, envelope], async () => {
    const now = await lane.get(answer.lane)
    if (!fits(answer, now && cursorOf(now)) || (!isWhole && now?.cut !== item.cut)) return false
    if (isWhole)
      await row
        .where('[lane+id]')
        .between(...laneRange(answer.lane))
        .delete()
    for (let i = 0; i < sealed.length; i += BLOCKS_AT_ONCE) await row.bulkPut(sealed.slice(i, i + BLOCKS_AT_ONCE))
    await room.db.card.put(card)
    await lane.put(item)
    await applyMoves(room.db, onLane(answer, await outboxFor(room, answer), await shelfFor(room, answer), Date.now()))
    return true
  })
}

/** A reset concerns everything of its lane, else only what came back. */
const outboxFor = async ({ db }: Room, { mode, mine }: LaneAnswer): Promise<readonly OutboxItem[]> =>
  mode === 'reset' ? db.outbox.toArray() : (await db.outbox.bulkGet([...mine])).filter((item) => item !== undefined)

const shelfFor = async ({ db }: Room, { mode, lane, mine }: LaneAnswer): Promise<readonly ShelfItem[]> => {
  const back = (await db.shelf.bulkGet([...mine])).filter((item) => item !== undefined)
  return mode === 'reset' ? [...back, ...(await db.shelf.filter((item) => item.lane === lane).toArray())] : back
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

export const receiptsAt = async ({ receipts }: Databases): Promise<ReceiptsAt> => (await receipts.get('receipts')) ?? { seq: 0, hash: '' }

/**
 * The office's receipt log: cursor and what it causes in one transaction. False when the line does not fit what we asked
 * from: another tab was first.
 */
export async function applyReceipts(room: Room, line: Receipts, asked: ReceiptsAt): Promise<boolean> {
  const { vault, receipts, outbox, shelf, envelope } = room.db
  const isQuiet = line.mode === 'delta' && line.head === asked.seq && (await shelf.where('rseq').above(line.head).count()) === 0
  if (isQuiet) return receiptsFit(line, asked, asked)
  return vault.transaction('rw', [receipts, outbox, shelf, envelope], async () => {
    if (!receiptsFit(line, asked, await receiptsAt(room.db))) return false
    await applyMoves(room.db, onReceipts(line, await outbox.toArray(), await concerned(room.db, line)))
    await receipts.put({ key: 'receipts', seq: line.head, hash: line.hash })
    return true
  })
}

/** All but what is known to lie before our place in the log: found by the keys, without reading the whole shelf. */
async function concerned({ shelf }: Databases, { mode, from }: Receipts): Promise<readonly ShelfItem[]> {
  if (mode === 'reset') return shelf.toArray()
  const before = new Set(await shelf.where('rseq').belowOrEqual(from).primaryKeys())
  const ids = (await shelf.toCollection().primaryKeys()).filter((id) => !before.has(id))
  return (await shelf.bulkGet(ids)).filter((item) => item !== undefined)
}

/** What the office knows of the ids we asked about, what it has erased, and how far its backups reach. */
export async function applyKnown(room: Room, done: Done, asked: AskedAbout): Promise<void> {
  const { vault, outbox, shelf, envelope } = room.db
  const now = Date.now()
  await vault.transaction('rw', [outbox, shelf, envelope], async () => {
    const items = await outbox.bulkGet(done.known.map(({ id }) => id))
    for (const [i, known] of done.known.entries()) {
      const item = items[i]
      if (item) await applyMoves(room.db, onKnown(item, known, asked, now))
    }
    const kept = done.safe === null ? [] : await shelf.where('rseq').belowOrEqual(done.safe).toArray()
    const safe = [...offShelf(kept, done.safe, now)]
    await outbox.bulkDelete(done.erased)
    await shelf.bulkDelete([...done.erased, ...safe])
    await envelope.bulkDelete([...done.erased, ...safe])
  })
}

/** Inside the caller's transaction. */
async function applyMoves({ outbox, shelf, envelope }: Databases, moves: Moves): Promise<void> {
  const gone = [...goneFrom(moves)]
  if (moves.dropOutbox.length > 0) await outbox.bulkDelete([...moves.dropOutbox])
  if (moves.dropShelf.length > 0) await shelf.bulkDelete([...moves.dropShelf])
  if (moves.putOutbox.length > 0) await outbox.bulkPut([...moves.putOutbox])
  if (moves.putShelf.length > 0) await shelf.bulkPut([...moves.putShelf])
  if (gone.length > 0) await envelope.bulkDelete(gone)
}
