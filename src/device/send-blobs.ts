// Photos and letters leave behind all text: before every piece the outbox is asked whether it has anything due. Used by
// the page and by the service worker, also while the app is locked. What the office has is never remembered here but
// asked of it, with the manifest: so a cut, a kill and a restored office are all the same to it.

import type { Id } from '#domain/ids.ts'
import { BlobAnswer, type BlobItem, nextPiece, onBlobAnswer, onOtherBytes, onTrying, type Piece } from '#sync/blob.ts'
import { parse } from '#sync/wire.ts'
import { changeHead, readPiece, withHeads } from './blob-queue.ts'
import { openOutbox, vaultNames, withWaiting } from './envelopes.ts'
import { withLock } from './lock.ts'
import { reach } from './reach.ts'
import { type SendHow, send } from './send.ts'

export interface BlobsSent {
  /** textFirst: something in the outbox is due, and goes before anything more is sent from here. */
  readonly outcome: 'nothing' | 'done' | 'unreachable' | 'textFirst'
  readonly needsCookie?: true
  /** Not yet known to be whole at the office, and the earliest time to try again (milliseconds). */
  readonly waiting: number
  readonly nextAt?: number
}
const NOTHING: BlobsSent = { outcome: 'nothing', waiting: 0 }

/** A piece over a thin line takes its time; 256 KiB in this long is 17 kbit/s. */
const PATIENCE_MS = 120_000
const TURNS = 100

/** Everything of every vault of this browser, text in between whenever there is some. Resolves to how many still wait. */
export async function sendAllBlobs(how: SendHow = {}): Promise<number> {
  let waiting = 0
  for (const name of await vaultNames()) {
    let sent = await sendBlobs(name, how)
    for (let turn = 0; sent.outcome === 'textFirst' && turn < TURNS; turn++) {
      await send(name, how)
      sent = await sendBlobs(name, how)
    }
    waiting += sent.waiting
  }
  return waiting
}

/** Sends what waits in one vault, oldest first. Never throws for the network or a missing database. */
export async function sendBlobs(name: string, how: SendHow = {}): Promise<BlobsSent> {
  return withLock(`bofast-blobs-${name}`, async () => {
    const db = await openOutbox(name)
    if (!db) return NOTHING
    try {
      return await drain(db, how)
    } finally {
      db.close()
    }
  })
}

type Stop = Pick<BlobsSent, 'outcome' | 'needsCookie'>

async function drain(db: IDBDatabase, how: SendHow): Promise<BlobsSent> {
  const tried = new Set<Id>()
  let stop: Stop | undefined
  while (!stop) {
    if (await hasDueText(db, how)) stop = { outcome: 'textFirst' }
    else {
      const item = await markNext(db, how, tried)
      stop = item ? await deliver(db, item, how) : { outcome: tried.size > 0 ? 'done' : 'nothing' }
    }
  }
  return { ...stop, ...(await withHeads(db, 'readonly', leftOf)) }
}

function leftOf(heads: readonly BlobItem[]): Pick<BlobsSent, 'waiting' | 'nextAt'> {
  const saved = heads.filter(({ state }) => state === 'saved')
  return { waiting: saved.length, ...(saved.length > 0 ? { nextAt: Math.min(...saved.map(({ nextAt }) => nextAt)) } : {}) }
}

const hasDueText = (db: IDBDatabase, { now = Date.now }: SendHow): Promise<boolean> =>
  withWaiting(db, 'readonly', (items) => items.some(({ nextAt }) => nextAt <= now()))

/** Urgent passes the backoff of what is unsent, never the daily question about what is whole or held. */
function markNext(db: IDBDatabase, how: SendHow, tried: Set<Id>): Promise<BlobItem | undefined> {
  const { isUrgent = false, now = Date.now, chance = Math.random } = how
  return withHeads(db, 'readwrite', (heads, store) => {
    const due = heads.filter((head) => !tried.has(head.id) && (head.nextAt <= now() || (isUrgent && head.state === 'saved')))
    const item = due.find(({ state }) => state === 'saved') ?? due[0]
    if (!item) return undefined
    tried.add(item.id)
    store.put(onTrying(item, now(), chance()))
    return item
  })
}

/** The manifest, then whatever the office says it lacks. Undefined: on to the next one. */
async function deliver(db: IDBDatabase, item: BlobItem, how: SendHow): Promise<Stop | undefined> {
  const { now = Date.now, chance = Math.random } = how
  const sent = new Set<Piece>()
  for (let n: Piece | undefined = 'm'; n !== undefined; ) {
    if (sent.size > 0 && (await hasDueText(db, how))) return pause(db, item, { outcome: 'textFirst' }, now())
    const heard = await put(db, item, n)
    if (heard === undefined) return undefined
    if (!('ok' in heard)) return refused(db, item, heard, sent.size > 0, how)
    sent.add(n)
    const next = onBlobAnswer(item, heard, now())
    if (next?.state !== 'saved') {
      await changeHead(db, item.id, () => next)
      return undefined
    }
    if (item.state !== 'saved' && sent.size === 1) await changeHead(db, item.id, () => onTrying(next, now(), chance())) // it was restored
    n = nextPiece(heard.have, item.count)
    if (n !== undefined && sent.has(n)) return { outcome: 'unreachable' } // it does not keep what it is given: later
  }
  return { outcome: 'unreachable' } // it has all of it and does not say whole: later
}

interface Refusal {
  readonly status?: number
  readonly waitMs?: number
}

/** The office's word, why there is none, or undefined when the piece is not here any more. */
async function put(db: IDBDatabase, item: BlobItem, n: Piece): Promise<BlobAnswer | Refusal | undefined> {
  const body = await readPiece(db, item.id, n)
  if (!body) return undefined
  const headers = { 'Content-Type': 'application/octet-stream', 'Bofast-Pieces': String(item.count) }
  const path = `/v1/drop/${item.enrol}/blob/${item.id}/${n}`
  const reached = await reach({ method: 'PUT', path, body, headers, signal: AbortSignal.timeout(PATIENCE_MS) }, item.office)
  if (reached.kind === 'answer') return parse(BlobAnswer, reached.json) ?? {}
  const { status, waitMs } = reached
  const isOurOffice = reached.kind === 'refused'
  return { ...(isOurOffice && status !== undefined ? { status } : {}), ...(waitMs === undefined ? {} : { waitMs }) }
}

/** Nothing is lost: it stays as it is, and waits. Pieces that arrived before begin the backoff anew. */
async function refused(db: IDBDatabase, item: BlobItem, { status, waitMs = 0 }: Refusal, hasMoved: boolean, how: SendHow) {
  const { now = Date.now, chance = Math.random } = how
  if (status === 409) {
    await changeHead(db, item.id, (head) => onOtherBytes(head, now()))
    return undefined
  }
  await changeHead(db, item.id, (head) => {
    const next = onTrying(hasMoved ? { ...head, tries: 0 } : { ...head, tries: item.tries }, now(), chance())
    return { ...next, nextAt: Math.max(next.nextAt, now() + waitMs) }
  })
  return { outcome: 'unreachable', ...(status === 401 ? { needsCookie: true } : {}) } satisfies Stop
}

async function pause(db: IDBDatabase, { id }: BlobItem, stop: Stop, now: number): Promise<Stop> {
  await changeHead(db, id, (head) => ({ ...head, tries: 0, nextAt: now }))
  return stop
}
