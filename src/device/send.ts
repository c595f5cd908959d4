// The one way out of the device, used by the page and by the service worker, also while the app is locked: it reads
// the outbox and nothing else and needs no keys. A change is marked `sent` on disk before the request leaves, since
// from then on its outcome is unknown; only the office's own answer moves it on.

import type { Id } from '#domain/ids.ts'
import { nextState, waitAfter } from '#sync/outbox.ts'
import { onAnswer } from '#sync/stores.ts'
import { DropAnswer, type DropResult, LIMITS, parse } from '#sync/wire.ts'
import type { DropRequest } from '#sync/wire-doors.ts'
import { type Left, leftOf, moveItems, type OutboxItem, openOutbox, vaultNames, withWaiting } from './envelopes.ts'
import { withLock } from './lock.ts'
import { postJson } from './reach.ts'

export interface SendHow {
  /** Do not wait out the backoff; what is held back for `undo` waits all the same. */
  readonly isUrgent?: boolean
  readonly now?: () => number
  readonly chance?: () => number
}
export interface Sent extends Left {
  readonly outcome: 'nothing' | 'done' | 'unreachable'
  /** The office does not know this browser any more: its cookie is gone. Only an unlocked page can ask for a new one. */
  readonly needsCookie?: true
}

const NOTHING: Sent = { outcome: 'nothing', waiting: 0 }
const BODY_BYTES = LIMITS.bodyBytes - 4096
/** After so many tries the oldest goes alone first, so that one bad batch cannot stop the queue for ever. */
const TRIES_BEFORE_ALONE = 3

/** Sends what waits in every vault of this browser. */
export async function sendAll(how: SendHow = {}): Promise<Sent> {
  let all = NOTHING
  for (const name of await vaultNames()) all = worse(all, await send(name, how))
  return all
}

function worse(a: Sent, b: Sent): Sent {
  const outcomes = [a.outcome, b.outcome]
  const outcome = outcomes.includes('unreachable') ? 'unreachable' : outcomes.includes('done') ? 'done' : 'nothing'
  const next = [a.nextAt, b.nextAt].filter((at) => at !== undefined)
  return { outcome, waiting: a.waiting + b.waiting, ...(next.length > 0 ? { nextAt: Math.min(...next) } : {}) }
}

/** Sends what waits in one vault, oldest first. Never throws for the network or a missing database. */
export async function send(name: string, how: SendHow = {}): Promise<Sent> {
  return withLock(`bofast-send-${name}`, async () => {
    const db = await openOutbox(name)
    if (!db) return NOTHING
    try {
      return await drain(db, how)
    } finally {
      db.close()
    }
  })
}

async function drain(db: IDBDatabase, how: SendHow): Promise<Sent> {
  const tried = new Set<Id>()
  for (;;) {
    const batch = await mark(db, how, tried)
    const [first] = batch.items
    if (!first) return { outcome: tried.size > 0 ? 'done' : 'nothing', ...batch.left }
    const results = await drop(first, batch)
    if (typeof results === 'object') await keep(db, results)
    else return { outcome: 'unreachable', ...(results ? { needsCookie: true } : {}), ...(await withWaiting(db, 'readonly', leftOf)) }
  }
}

interface Batch {
  readonly items: readonly OutboxItem[]
  readonly left: Left
  readonly oldest: number
}

/** Chooses a batch and marks it in the same transaction: state, tries and the next time, all before the request. */
function mark(db: IDBDatabase, how: SendHow, tried: Set<Id>): Promise<Batch> {
  const { now = Date.now, chance = Math.random } = how
  return withWaiting(db, 'readwrite', (waiting, store) => {
    const left = waiting.filter((item) => !tried.has(item.id))
    const items = fitting(ready(left, how.isUrgent === true || tried.size > 0, now()), tried.size === 0)
    for (const item of items) {
      const state = nextState(item.state, { kind: 'trying' })
      if (state === 'settled' || state === 'closed' || state === 'erased' || state === 'parked') continue
      store.put({ ...item, state, tries: item.tries + 1, nextAt: now() + waitAfter(item.tries, chance()) })
      tried.add(item.id)
    }
    return { items, left: leftOf(waiting), oldest: Math.min(...waiting.map((item) => item.savedAt)) }
  })
}

/**
 * All or none: once anything is due, everything goes with it, so that the oldest is always first. What was never tried
 * and is not due is held back for `undo`.
 */
function ready(left: readonly OutboxItem[], isUrgent: boolean, now: number): readonly OutboxItem[] {
  if (!isUrgent && !left.some((item) => item.nextAt <= now)) return []
  return left.filter((item) => item.tries > 0 || item.nextAt <= now)
}

/** One enrolment's oldest, as many as one body may hold. */
function fitting(ready: readonly OutboxItem[], isFirst: boolean): readonly OutboxItem[] {
  const [oldest] = ready
  if (!oldest) return []
  if (isFirst && oldest.tries >= TRIES_BEFORE_ALONE) return [oldest]
  let bytes = 0
  const fits = (item: OutboxItem): boolean => {
    bytes += JSON.stringify(item.envelope).length + 1
    return bytes <= BODY_BYTES
  }
  const own = ready.filter((item) => item.envelope.enrol === oldest.envelope.enrol).slice(0, LIMITS.envelopes)
  return own.filter((item, i) => fits(item) || i === 0)
}

/** The office's results, or undefined: then nothing is known and everything stays as marked. */
async function drop(first: OutboxItem, batch: Batch): Promise<readonly DropResult[] | 'noCookie' | undefined> {
  const request: Omit<DropRequest, 'envs'> & { readonly envs: readonly object[] } = {
    envs: batch.items.map((item) => item.envelope),
    left: batch.left.waiting - batch.items.length,
    oldest: new Date(batch.oldest).toISOString(),
  }
  const reached = await postJson(`/v1/drop/${first.envelope.enrol}`, request, first.office)
  if (reached.kind === 'refused' && reached.status === 401) return 'noCookie'
  return reached.kind === 'answer' ? parse(DropAnswer, reached.json)?.results : undefined
}

const keep = (db: IDBDatabase, results: readonly DropResult[]): Promise<void> =>
  moveItems(db, results, (item, result) => onAnswer(item, result, Date.now()))
