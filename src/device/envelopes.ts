// What lies in the outbox and on the shelf, and the outbox as it is opened while locked: plain IndexedDB without a
// version and without keys, so that the page and the service worker share it and neither ever upgrades it.

import type { Id } from '#domain/ids.ts'
import type { SealedChange } from '#sealing/envelope.ts'
import { nextTry } from '#sync/outbox.ts'
import type * as stores from '#sync/stores.ts'

export type Parcel = stores.Parcel<SealedChange>
export type OutboxItem = stores.OutboxItem<SealedChange>
export type ShelfItem = stores.ShelfItem<SealedChange>
export type Moves = stores.Moves<SealedChange>

const STORE = 'outbox'
const SHELF = 'shelf'

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
    const saved = store.index('state').getAll('saved')
    const sent = store.index('state').getAll('sent')
    const results: T[] = []
    sent.onsuccess = () => {
      const items: OutboxItem[] = [...saved.result, ...sent.result]
      results.push(work(items.sort(byAge), store))
    }
    transaction.oncomplete = () => {
      for (const result of results) resolve(result)
    }
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
    const transaction = db.transaction([STORE, SHELF], 'readwrite', { durability: 'strict' })
    const [outbox, shelf] = [transaction.objectStore(STORE), transaction.objectStore(SHELF)]
    for (const result of results) {
      const found = outbox.get(result.id)
      found.onsuccess = () => {
        const item: OutboxItem | undefined = found.result
        if (item) move(outbox, shelf, decide(item, result))
      }
    }
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
  })
}

function move(outbox: IDBObjectStore, shelf: IDBObjectStore, moves: Moves): void {
  for (const id of moves.dropOutbox) outbox.delete(id)
  for (const id of moves.dropShelf) shelf.delete(id)
  for (const item of moves.putOutbox) outbox.put(item)
  for (const item of moves.putShelf) shelf.put(item)
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
