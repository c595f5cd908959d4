// What lies in the outbox and on the shelf, and the outbox as it is opened while locked: plain IndexedDB without a
// version and without keys, so that the page and the service worker share it and neither ever upgrades it. So the worker
// of a new build may meet the vault of an older one, whose items carry their envelopes with them: it takes both.

import type { Id } from '#domain/ids.ts'
import { fromBase64 } from '#sealing/bytes.ts'
import { envelopeOf, type SealedChange } from '#sealing/envelope.ts'
import type { Sealed } from '#sealing/types.ts'
import { isWaiting, nextTry } from '#sync/outbox.ts'
import type * as stores from '#sync/stores.ts'

/** What the queue must know of an envelope. */
interface Enveloped {
  readonly enrol: string
  readonly kid: number
  /** Characters on the wire. */
  readonly size?: number
  /** Only in a vault that no page of this build has opened yet. */
  readonly iv?: string
  readonly ct?: string
}
export type Parcel = stores.Parcel<Enveloped>
export type OutboxItem = stores.OutboxItem<Enveloped>
export type ShelfItem = stores.ShelfItem<Enveloped>
export type Moves = stores.Moves<Enveloped>
export interface EnvelopeItem extends Sealed {
  readonly id: Id
}

const STORE = 'outbox'
const SHELF = 'shelf'
const ENVELOPE = 'envelope'

/** As it leaves: the bytes beside the item, or from before they lay there. */
function wireOf({ id, envelope: { enrol, kid, iv, ct } }: Parcel, sealed: Sealed | undefined): SealedChange | undefined {
  if (sealed) return envelopeOf(id, enrol, kid, sealed)
  return iv !== undefined && ct !== undefined ? { id, enrol, kid, iv, ct } : undefined
}

export const envelopedOf = (id: Id, enrol: string, kid: number, sealed: Sealed): Enveloped => ({
  enrol,
  kid,
  size: JSON.stringify(envelopeOf(id, enrol, kid, sealed)).length,
})

/** An item of an older build, in two. */
export function splitEnvelope<P extends Parcel>(item: P): { readonly item: P; readonly envelope?: EnvelopeItem } {
  const { enrol, kid, iv, ct } = item.envelope
  if (iv === undefined || ct === undefined) return { item }
  const envelope = { id: item.id, iv: fromBase64(iv), ct: fromBase64(ct) }
  return { item: { ...item, envelope: envelopedOf(item.id, enrol, kid, envelope) }, envelope }
}

/** Of what these moves touch, the ids that lie nowhere any more: their envelopes go too. */
export function goneFrom({ dropOutbox, dropShelf, putOutbox, putShelf }: Moves): readonly Id[] {
  const stay = new Set([...putOutbox, ...putShelf].map(({ id }) => id))
  return [...dropOutbox, ...dropShelf].filter((id) => !stay.has(id))
}

/** Undefined when there is no such database, or it has no outbox yet. */
export function openOutbox(name: string): Promise<IDBDatabase | undefined> {
  return new Promise((resolve) => {
    const request = indexedDB.open(name)
    request.onupgradeneeded = () => request.transaction?.abort() // it did not exist: leave no empty one behind
    request.onerror = () => resolve(undefined)
    request.onsuccess = () => {
      const db = request.result
      db.onversionchange = () => db.close()
      if (db.objectStoreNames.contains(STORE)) return resolve(db)
      db.close()
      return resolve(undefined)
    }
  })
}

/** All unsent envelopes, oldest first, handed to `work` inside one transaction; resolves when it is on disk. */
export function withWaiting<T>(
  db: IDBDatabase,
  mode: IDBTransactionMode,
  work: (items: readonly OutboxItem[], store: IDBObjectStore) => T,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction(STORE, mode, { durability: 'strict' })
    const store = transaction.objectStore(STORE)
    const all: IDBRequest<OutboxItem[]> = store.getAll()
    const results: T[] = []
    all.onsuccess = () => {
      results.push(work(all.result.filter(({ state }) => isWaiting(state)).sort(byAge), store))
    }
    transaction.oncomplete = () => {
      for (const result of results) resolve(result)
    }
    transaction.onabort = () => reject(transaction.error)
  })
}

/** The envelopes of these as they leave; what a page has taken away meanwhile is missing. */
export function readEnvelopes(db: IDBDatabase, items: readonly OutboxItem[]): Promise<readonly SealedChange[]> {
  const split = db.objectStoreNames.contains(ENVELOPE)
  return new Promise((resolve, reject) => {
    const transaction = db.transaction(split ? ENVELOPE : STORE)
    const found = items.map((item): IDBRequest<Sealed | undefined> | undefined =>
      split ? transaction.objectStore(ENVELOPE).get(item.id) : undefined,
    )
    transaction.oncomplete = () => resolve(items.flatMap((item, i) => wireOf(item, found[i]?.result) ?? []))
    transaction.onabort = () => reject(transaction.error)
  })
}

/** Photos or letters lie here, on their way or whole at the office: only then is what knows them fetched. */
export function hasBlobs(db: IDBDatabase): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const count = db.transaction('blobq').objectStore('blobq').count()
    count.onsuccess = () => resolve(count.result > 0)
    count.onerror = () => reject(count.error)
  })
}

export interface Left {
  /** Envelopes not yet known to be at the office, and the earliest time to try again (milliseconds). */
  readonly waiting: number
  readonly nextAt?: number
}
export function leftOf(waiting: readonly OutboxItem[]): Left {
  const nextAt = nextTry(waiting)
  return { waiting: waiting.length, ...(nextAt === undefined ? {} : { nextAt }) }
}

export const byAge = (a: Parcel, b: Parcel): number => a.n - b.n

/** Moves what these are about, if it is still in the outbox, as `decide` says: one transaction over both stores. */
export function moveItems<R extends { readonly id: Id }>(
  db: IDBDatabase,
  results: readonly R[],
  decide: (item: OutboxItem, result: R) => Moves,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const names = [STORE, SHELF, ENVELOPE].filter((name) => db.objectStoreNames.contains(name))
    const transaction = db.transaction(names, 'readwrite', { durability: 'strict' })
    const stores = names.map((name) => transaction.objectStore(name))
    const outbox = transaction.objectStore(STORE)
    for (const result of results) {
      const found = outbox.get(result.id)
      found.onsuccess = () => {
        const item: OutboxItem | undefined = found.result
        if (item) move(stores, decide(item, result))
      }
    }
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
  })
}

function move([outbox, shelf, envelope]: readonly IDBObjectStore[], moves: Moves): void {
  for (const id of moves.dropOutbox) outbox?.delete(id)
  for (const id of moves.dropShelf) shelf?.delete(id)
  for (const item of moves.putOutbox) outbox?.put(item)
  for (const item of moves.putShelf) shelf?.put(item)
  for (const id of goneFrom(moves)) envelope?.delete(id)
}

/** Names of every vault on this browser, whoever's it is: there is no registry of users. */
export async function vaultNames(): Promise<readonly string[]> {
  if (!('databases' in indexedDB)) return []
  return (await indexedDB.databases()).flatMap(({ name }) => (name?.startsWith('v-') ? [name] : []))
}

export function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name)
    request.onsuccess = () => resolve()
    request.onerror = () => resolve()
    request.onblocked = () => resolve() // goes when the last tab that holds it closes
  })
}
