// The one way out of the device, used by the page and by the service worker, also while the app is locked: it reads
// the outbox and nothing else and needs no keys. A change is marked `sent` on disk before the request leaves, since
// from then on its outcome is unknown; only the office's own answer moves it on.

import type { Id } from '#domain/ids.ts'
import { afterFault, marked, mostNext, nextBatch, postponed, tooLarge } from '#sync/queue.ts'
import { onAnswer } from '#sync/stores.ts'
import { DropAnswer, type DropResult, parse } from '#sync/wire.ts'
import type { DropRequest } from '#sync/wire-doors.ts'
import type { DropWord } from './database.ts'
import { type Left, leftOf, moveItems, type OutboxItem, openOutbox, readEnvelopes, vaultNames, withWaiting } from './envelopes.ts'
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

/** One way through the queue. */
interface Round {
  readonly tried: Set<Id>
  most: number | undefined
  faults: number
}

async function drain(db: IDBDatabase, how: SendHow): Promise<Sent> {
  const round: Round = { tried: new Set(), most: undefined, faults: 0 }
  for (;;) {
    const batch = await mark(db, how, round)
    if (batch.items.length === 0) return { outcome: round.tried.size > 0 ? 'done' : 'nothing', ...batch.left }
    const heard = await drop(db, batch)
    if (heard.kind === 'results') {
      await keep(db, heard.results)
      await keepWord(db, heard.word)
      round.most = mostNext(batch.items.length)
    } else if (!(await goOn(db, batch, heard, round, how))) {
      return { outcome: 'unreachable', ...(heard.needsCookie ? { needsCookie: true } : {}), ...(await withWaiting(db, 'readonly', leftOf)) }
    }
  }
}

interface Batch {
  readonly items: readonly OutboxItem[]
  readonly left: Left
  /** Of changes, not of drafts on their way to be parked. */
  readonly notes: number
  readonly oldest: number
}

/** Chooses a batch and marks it in the same transaction: state, tries and the next time, all before the request. */
function mark(db: IDBDatabase, { isUrgent = false, now = Date.now, chance = Math.random }: SendHow, round: Round): Promise<Batch> {
  return withWaiting(db, 'readwrite', (waiting, store) => {
    const items = nextBatch(waiting, { now: now(), isUrgent, tried: round.tried, most: round.most })
    for (const item of items) {
      store.put(marked(item, now(), chance()))
      round.tried.add(item.id)
    }
    const notes = waiting.filter((item) => !item.draft)
    const behind = notes.filter((item) => !items.includes(item)).length
    return { items, left: leftOf(waiting), notes: behind, oldest: Math.min(...notes.map((item) => item.savedAt)) }
  })
}

interface Fault {
  readonly kind: 'fault'
  readonly status?: number
  readonly waitMs?: number
  readonly needsCookie?: true
}
type Word = Pick<DropAnswer, 'stop' | 'gone'>
type Heard = { readonly kind: 'results'; readonly results: readonly DropResult[]; readonly word: Word } | Fault

/** The office's results; or nothing is known, and everything stays as marked. */
async function drop(db: IDBDatabase, { items, notes, oldest }: Batch): Promise<Heard> {
  const request: Omit<DropRequest, 'envs' | 'oldest'> & { readonly envs: readonly object[]; readonly oldest: string | null } = {
    envs: await readEnvelopes(db, items),
    left: notes,
    oldest: Number.isFinite(oldest) ? new Date(oldest).toISOString() : null,
  }
  const [first] = items
  const reached = await postJson(`/v1/drop/${first?.envelope.enrol}`, request, first?.office)
  const said = reached.kind === 'answer' ? parse(DropAnswer, reached.json) : undefined
  if (said) return { kind: 'results', results: said.results, word: said }
  if (reached.kind === 'answer') return { kind: 'fault' }
  const { status, waitMs } = reached
  return {
    kind: 'fault',
    ...(status === undefined ? {} : { status }),
    ...(waitMs === undefined ? {} : { waitMs }),
    ...(reached.kind === 'refused' && status === 401 ? { needsCookie: true } : {}),
  }
}

/** Half of it, or past the one that is to blame; false when there is no use in more today. */
async function goOn(db: IDBDatabase, { items }: Batch, { status, waitMs }: Fault, round: Round, how: SendHow): Promise<boolean> {
  const { now = Date.now } = how
  const ids = new Set(items.map((item) => item.id))
  const next = waitMs === undefined ? afterFault(status, items.length, round.faults) : 'stop'
  round.faults += 1
  if (next === 'halve') {
    for (const id of ids) round.tried.delete(id)
    round.most = Math.ceil(items.length / 2)
  }
  await withWaiting(db, 'readwrite', (waiting, store) => {
    if (next === 'stop') for (const item of postponed(waiting, ids, now(), waitMs)) store.put(item)
    if (next === 'pass' && status === 413) for (const item of waiting) if (ids.has(item.id)) store.put(tooLarge(item, now()))
  })
  return next !== 'stop'
}

const keep = (db: IDBDatabase, results: readonly DropResult[]): Promise<void> =>
  moveItems(db, results, (item, result) => onAnswer(item, result, Date.now()))

/**
 * What the office said besides is obeyed at unlock (drop-word.ts), since here there are no keys. Each answer takes the
 * place of the one before. Where there is no room for it, the next answer says it again.
 */
function keepWord(db: IDBDatabase, { stop = false, gone = [] }: Word): Promise<void> {
  return new Promise((resolve) => {
    const transaction = db.transaction('meta', 'readwrite', { durability: 'strict' })
    const meta = transaction.objectStore('meta')
    const word: DropWord = { key: 'dropped', stop, gone }
    const before = meta.getKey(word.key)
    before.onsuccess = () => {
      if (stop || gone.length > 0) meta.put(word)
      else if (before.result !== undefined) meta.delete(word.key)
    }
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => resolve()
  })
}
