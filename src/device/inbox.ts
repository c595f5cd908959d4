// Fetching what is new: one proven question with all cursors, one stream of lanes for an answer. Nothing is taken
// from a lane that did not come whole; absence never means gone; `updatedAt` moves only when the office said `done`.

import { type Id, isInstant, isLocalDate, type LaneId } from '#domain/ids.ts'
import type { OutboxState } from '#sync/outbox.ts'
import { type Received, receiver } from '#sync/receive.ts'
import { type Cursor, parse, SCHEMA, SyncLine } from '#sync/wire.ts'
import type { SyncRequest } from '#sync/wire-doors.ts'
import { applyKnown, applyLane, cursorOf, removeLanes } from './apply.ts'
import type { Progress } from './casebook.ts'
import { nowAt } from './clock.ts'
import { ask, linesOf, patience } from './converse.ts'
import { storageFault, vaultName } from './database.ts'
import { withLock } from './lock.ts'
import { refreshOutbox } from './outbox.ts'
import type { Room, Told } from './room.ts'
import { openJson, sealJson } from './sealed.ts'

export type Synced = 'done' | 'unreachable'

interface SyncHow extends Pick<SyncRequest, 'dropCookie'> {
  readonly progress?: (at: Progress) => void
}

/** Never throws for network or storage: the device then keeps what it has. */
export async function sync(room: Room, how: SyncHow = {}): Promise<Synced> {
  return withLock(`bofast-sync-${vaultName(room.file.db)}`, async () => {
    const wait = patience()
    try {
      return await converse(room, wait, how)
    } catch (error) {
      if (room.flags.isOpen) storageFault(error)
      return 'unreachable'
    } finally {
      wait.end()
    }
  })
}

interface Asked {
  readonly request: SyncRequest
  readonly states: ReadonlyMap<Id, OutboxState>
}

/** From disk, not memory: another tab may have come further. */
async function question(room: Room): Promise<Asked> {
  const lanes: Record<LaneId, Cursor> = {}
  for (const item of await room.db.lane.toArray()) lanes[item.id] = cursorOf(item)
  const open = (await room.db.outbox.orderBy('n').toArray()).filter((item) => item.state !== 'saved').slice(0, 5000)
  return {
    request: { lanes, open: open.map((item) => item.id), schema: SCHEMA },
    states: new Map(open.map((item) => [item.id, item.state])),
  }
}

async function converse(room: Room, wait: ReturnType<typeof patience>, { progress, dropCookie }: SyncHow): Promise<Synced> {
  const asked = await question(room)
  const body = JSON.stringify({ ...asked.request, ...(dropCookie ? { dropCookie } : {}) })
  const response = await ask(room, { method: 'POST', path: '/v1/sync', body, signal: wait.signal })
  if (!response?.ok || !/ndjson/.test(response.headers.get('Content-Type') ?? '')) return 'unreachable'
  const receive = receiver()
  const count = { lanes: 0, of: 0 }
  const missed = { lanes: 0 }
  for await (const text of linesOf(response, wait.heard)) {
    if (!room.flags.isOpen) break
    const line = lineOf(text)
    if (!line || line.k === 'lane') missed.lanes += 1
    const received = receive(line)
    if (!received) continue
    if (await take(room, received, asked, missed.lanes === 0)) missed.lanes -= 1
    if (received.kind === 'start') count.of = received.lanes
    if (received.kind === 'lane') count.lanes += 1
    progress?.({ ...count })
    if (received.kind === 'done') return 'done'
  }
  return 'unreachable'
}

/** Undefined for what is not a line of the wire: it takes its lane with it. */
function lineOf(text: string): SyncLine | undefined {
  try {
    return parse(SyncLine, JSON.parse(text))
  } catch {
    return undefined
  }
}

/** True when a lane was applied. `isWhole`: every lane of this answer was. */
async function take(room: Room, received: Received, asked: Asked, isWhole: boolean): Promise<boolean> {
  switch (received.kind) {
    case 'start':
      return false
    case 'lane': {
      const isApplied = await applyLane(room, received.answer)
      if (isApplied) room.news({ kind: 'lanes', lanes: [received.answer.lane] })
      return isApplied
    }
    case 'gone':
      await removeLanes(room, received.lanes)
      room.news({ kind: 'lanes', lanes: received.lanes })
      return false
    case 'done': {
      await room.turn(() => applyKnown(room, received.done, { states: asked.states, isWhole }))
      await refreshOutbox(room)
      await learn(room, received.done.now, received.done.today)
      room.news({ kind: 'outbox' })
      return false
    }
  }
}

async function learn(room: Room, now: string, today: string | undefined): Promise<void> {
  const day = isLocalDate(today) ? today : undefined
  const told: Told = { skewMs: Date.parse(now) - Date.now(), updatedAt: nowAt(Date.now(), day), ...(day ? { today: day } : {}) }
  room.flags.told = told
  await room.db.meta.put({ key: 'told', ...(await sealJson(room.keys.dek, ['meta', 'told'], told)) })
}

/** What the office told last time, until it is reached again. */
export async function recall(room: Room): Promise<void> {
  const saved = await room.db.meta.get('told')
  const told = saved && (await openJson(room.keys.dek, ['meta', 'told'], saved))
  if (isTold(told)) room.flags.told = told
}

const isTold = (value: unknown): value is Told =>
  typeof value === 'object' &&
  value !== null &&
  'skewMs' in value &&
  (value.skewMs === null || typeof value.skewMs === 'number') &&
  (!('today' in value) || isLocalDate(value.today)) &&
  (!('updatedAt' in value) || isInstant(value.updatedAt))
