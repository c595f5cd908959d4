// Fetching what is new: one proven question with all cursors, one stream of lanes for an answer. Nothing is taken
// from a lane that did not come whole; absence never means gone; `updatedAt` moves only when the office said `done`.

import { type Id, isLocalDate, type LaneId } from '#domain/ids.ts'
import { type OutboxState, toGiveUp } from '#sync/outbox.ts'
import { type Done, type ReceiptsAt, type Received, receiver } from '#sync/receive.ts'
import { type Cursor, parse, SCHEMA, SyncLine } from '#sync/wire.ts'
import type { SyncRequest } from '#sync/wire-doors.ts'
import { applyKnown, applyLane, applyReceipts, cursorOf, receiptsAt } from './apply.ts'
import type { Progress } from './casebook.ts'
import { nowAt } from './clock.ts'
import { ask, linesOf, patience } from './converse.ts'
import { storageFault, vaultName } from './database.ts'
import { removeLanes } from './leave-lanes.ts'
import { withLock } from './lock.ts'
import { refreshOutbox } from './outbox.ts'
import { answerOf } from './reach.ts'
import type { Room, Told } from './room.ts'
import { sealJson } from './sealed.ts'
import { steadily } from './storage.ts'

export type Synced = 'done' | 'unreachable'
export interface Heard {
  readonly synced: Synced
  /** The office asked for silence. */
  readonly waitMs?: number
}
export const UNREACHABLE: Heard = { synced: 'unreachable' }

interface SyncHow extends Pick<SyncRequest, 'dropCookie'> {
  readonly progress?: (at: Progress) => void
}

/** Never throws for network or storage: the device then keeps what it has. */
export async function sync(room: Room, how: SyncHow = {}): Promise<Heard> {
  return withLock(`bofast-sync-${vaultName(room.file.db)}`, async () => {
    const wait = patience()
    try {
      return await steadily(room, () => converse(room, wait, how))
    } catch (error) {
      if (room.flags.isOpen) storageFault(error)
      return UNREACHABLE
    } finally {
      wait.end()
    }
  })
}

interface Asked {
  readonly request: SyncRequest
  readonly states: ReadonlyMap<Id, OutboxState>
  readonly receipts: ReceiptsAt
}

/** What one answer has told so far. */
interface Hearing {
  readonly asked: Asked
  /** The receipt log is the one we knew, and what it says is on disk. */
  isLogKnown: boolean
  /** Lanes begun and not applied, and lines that could not be read. */
  missed: number
}

/** From disk, not memory: another tab may have come further. */
async function question(room: Room): Promise<Asked> {
  const lanes: Record<LaneId, Cursor> = {}
  for (const item of await room.db.lane.toArray()) lanes[item.id] = cursorOf(item)
  const open = (await room.db.outbox.orderBy('n').toArray()).filter((item) => item.state !== 'saved').slice(0, 5000)
  const receipts = await receiptsAt(room.db)
  return {
    request: { lanes, open: open.map((item) => item.id), schema: SCHEMA, receipts: [receipts.seq, receipts.hash] },
    states: new Map(open.map((item) => [item.id, item.state])),
    receipts,
  }
}

async function converse(room: Room, wait: ReturnType<typeof patience>, { progress, dropCookie }: SyncHow): Promise<Heard> {
  const asked = await question(room)
  const body = JSON.stringify({ ...asked.request, ...(dropCookie ? { dropCookie } : {}) })
  const response = await ask(room, { method: 'POST', path: '/v1/sync', body, signal: wait.signal })
  if (!response?.ok || !/ndjson/.test(response.headers.get('Content-Type') ?? '')) return response ? refusal(room, response) : UNREACHABLE
  room.flags.refused = undefined
  const hearing: Hearing = { asked, isLogKnown: false, missed: 0 }
  return hear(room, linesOf(response, wait.heard), hearing, progress)
}

/** The next lane is read while the last one is being applied; nothing else overtakes a lane. */
async function hear(room: Room, lines: AsyncIterable<string>, hearing: Hearing, progress?: (at: Progress) => void): Promise<Heard> {
  const receive = receiver()
  const count = { lanes: 0, of: 0 }
  let applying = Promise.resolve()
  try {
    for await (const text of lines) {
      if (!room.flags.isOpen) break
      const line = lineOf(text)
      if (!line || line.k === 'lane') hearing.missed += 1
      const received = receive(line)
      if (!received) continue
      await applying
      applying = take(room, received, hearing)
      applying.catch(() => undefined) // heard where it is awaited
      if (received.kind !== 'lane') await applying
      if (received.kind === 'start') count.of = received.lanes
      if (received.kind === 'lane') count.lanes += 1
      progress?.({ ...count })
      if (received.kind === 'done') return { synced: 'done' }
    }
    return UNREACHABLE
  } finally {
    await applying
  }
}

/** The office said no to this account or device: its reads have ended, and that is not the same as no network. */
async function refusal(room: Room, response: Response): Promise<Heard> {
  const said = await answerOf(response, room.file.office)
  if (said.kind === 'refused' && said.status === 401 && said.code !== 'clock')
    room.flags.refused = said.code === 'account' ? 'account' : 'device'
  return said.kind !== 'answer' && said.waitMs !== undefined ? { ...UNREACHABLE, waitMs: said.waitMs } : UNREACHABLE
}

/** Undefined for what is not a line of the wire: it takes its lane with it. */
function lineOf(text: string): SyncLine | undefined {
  try {
    return parse(SyncLine, JSON.parse(text))
  } catch {
    return undefined
  }
}

async function take(room: Room, received: Received, hearing: Hearing): Promise<void> {
  switch (received.kind) {
    case 'start':
      return
    case 'parked':
      return (await import('./park.ts')).adoptParked(room, received.line)
    case 'receipts': {
      const isTaken = await room.turn(() => applyReceipts(room, received.line, hearing.asked.receipts))
      hearing.isLogKnown = isTaken && received.line.mode === 'delta'
      if (received.line.mode === 'reset') await (await import('./blobs.ts')).askAgain(room)
      return
    }
    case 'lane':
      if (!(await applyLane(room, received.answer))) return
      hearing.missed -= 1
      return room.news({ kind: 'lanes', lanes: [received.answer.lane] })
    case 'gone': {
      // An office that does not know our receipts may not know our access either: it is asked again, after the shelf
      // has been offered to it.
      if (!hearing.isLogKnown) return
      const lanes = toGiveUp(received.lanes, await room.db.outbox.toArray())
      await removeLanes(room, lanes)
      return room.news({ kind: 'lanes', lanes })
    }
    case 'done':
      return finish(room, received.done, hearing)
  }
}

/** `isWhole`: every lane of this answer was applied. */
async function finish(room: Room, done: Done, { asked, missed }: Hearing): Promise<void> {
  await room.turn(() => applyKnown(room, done, { states: asked.states, isWhole: missed === 0 }))
  await refreshOutbox(room)
  await learn(room, done.now, done.today)
  room.news({ kind: 'outbox' })
}

async function learn(room: Room, now: string, today: string | undefined): Promise<void> {
  const day = isLocalDate(today) ? today : undefined
  const told: Told = { skewMs: Date.parse(now) - Date.now(), updatedAt: nowAt(Date.now(), day), ...(day ? { today: day } : {}) }
  room.flags.told = told
  await room.db.word.delete('dropped') // the answer has said it better
  await room.db.meta.put({ key: 'told', ...(await sealJson(room.keys.dek, ['meta', 'told'], told)) })
}
