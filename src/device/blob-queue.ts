// Photos and letters on their way, as they lie in the vault: for each a head in clear (ids and numbers only) and its
// sealed pieces. Plain IndexedDB without a version and without keys, so that the service worker sends them too.

import type { Id } from '#domain/ids.ts'
import type { Bytes } from '#sealing/types.ts'
import type { BlobItem, Piece } from '#sync/blob.ts'

export const BLOBQ = 'blobq'
export interface PieceItem {
  readonly id: string
  readonly bytes: Bytes
}

export const pieceKey = (blob: Id, n: Piece): string => `${blob}/${n}`
/** A head and everything of it: its own id, and that with a stroke after it. */
export const allOf = (blob: Id): IDBKeyRange => IDBKeyRange.bound(blob, `${blob}/\uffff`)
export const isHeadKey = (key: unknown): key is Id => typeof key === 'string' && !key.includes('/')

/** The heads alone, oldest first, handed to `work` inside one transaction; the pieces are not read. */
export function withHeads<T>(
  db: IDBDatabase,
  mode: IDBTransactionMode,
  work: (heads: readonly BlobItem[], store: IDBObjectStore) => T,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction(BLOBQ, mode, { durability: 'strict' })
    const store = transaction.objectStore(BLOBQ)
    const results: T[] = []
    const keys = store.getAllKeys()
    keys.onsuccess = () => {
      const heads: BlobItem[] = []
      const wanted = keys.result.filter(isHeadKey)
      const read = () => results.push(work(heads.sort(byAge), store))
      if (wanted.length === 0) read()
      for (const key of wanted) {
        const found = store.get(key)
        found.onsuccess = () => {
          heads.push(found.result)
          if (heads.length === wanted.length) read()
        }
      }
    }
    transaction.oncomplete = () => {
      for (const result of results) resolve(result)
    }
    transaction.onabort = () => reject(transaction.error)
  })
}
const byAge = (a: BlobItem, b: BlobItem): number => a.savedAt - b.savedAt

/** Changes a head that is still there; undefined takes it and all its pieces away. */
export const changeHead = (db: IDBDatabase, blob: Id, change: (head: BlobItem) => BlobItem | undefined): Promise<void> =>
  withHeads(db, 'readwrite', (heads, store) => {
    const head = heads.find(({ id }) => id === blob)
    if (!head) return
    const next = change(head)
    if (next) store.put(next)
    else store.delete(allOf(blob))
  })

export function readPiece(db: IDBDatabase, blob: Id, n: Piece): Promise<Bytes | undefined> {
  return new Promise((resolve, reject) => {
    const found: IDBRequest<PieceItem | undefined> = db.transaction(BLOBQ).objectStore(BLOBQ).get(pieceKey(blob, n))
    found.onsuccess = () => resolve(found.result?.bytes)
    found.onerror = () => reject(found.error)
  })
}

/** Not yet known to be whole at the office: what a device must not be rid of. */
export const unsentBlobs = (db: IDBDatabase): Promise<readonly BlobItem[]> =>
  withHeads(db, 'readonly', (heads) => heads.filter(({ state }) => state === 'saved'))
