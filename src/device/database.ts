// The two databases of one person on one device (DESIGN.md 7): the vault writes with strict durability, the drafts
// relaxed, since durability is set per database. In clear there are only ids and numbers; the rest is ciphertext.

import { Dexie, type Table, type Transaction } from 'dexie'
import type { Id, Instant, LaneId } from '#domain/ids.ts'
import type { Bytes } from '#sealing/types.ts'
import { type EnvelopeItem, type OutboxItem, type ShelfItem, splitEnvelope } from './envelopes.ts'

export interface Sealed {
  readonly iv: Bytes
  readonly ct: Bytes
}
/** How far this device has come in a lane; `until` ends an emergency look, also offline. */
export interface LaneItem {
  readonly id: LaneId
  readonly seq: number
  readonly hash: string
  readonly view: number
  readonly until?: Instant
  /** Into how many blocks its rows are cut; missing on what the first release wrote. */
  readonly cut?: number
}
/** A block of rows (blocks.ts). The first release wrote each row by itself, under its own id and without `z`. */
export interface RowItem extends Sealed {
  readonly lane: LaneId
  readonly id: string
  /** 1 = pressed together before it was sealed. */
  readonly z?: 0 | 1
}
export interface CardItem extends Sealed {
  readonly lane: LaneId
}
interface MetaItem extends Sealed {
  readonly key: string
}
/** How far this device has come in the office's receipt log: lies in `meta` beside what is sealed, ids and numbers only. */
interface ReceiptsItem {
  readonly key: 'receipts'
  readonly seq: number
  readonly hash: string
}
/** What the office last said in answer to a drop, until a sync says it better: in `meta`, ids and a flag only. */
export interface DropWord {
  readonly key: 'dropped'
  /** This device was revoked. */
  readonly stop: boolean
  /** Cases this person has lost. */
  readonly gone: readonly LaneId[]
}
export interface DraftItem extends Sealed {
  readonly id: Id
  readonly lane: LaneId
  readonly rec: Id
  readonly rev: number
  /** Milliseconds on this device; missing on what an earlier build wrote. */
  readonly keptAt?: number
  /** The `rev` that was last put into the outbox to be parked at the office. */
  readonly parked?: number
  /** Its case is no longer ours and it could not be parked yet: never opened to be shown, only to leave (leave-lanes.ts). */
  readonly left?: 1
}

export interface Databases {
  readonly vault: Dexie
  readonly notes: Dexie
  readonly meta: Table<MetaItem, string>
  readonly receipts: Table<ReceiptsItem, 'receipts'>
  readonly word: Table<DropWord, 'dropped'>
  readonly lane: Table<LaneItem, LaneId>
  readonly row: Table<RowItem, [LaneId, string]>
  readonly card: Table<CardItem, LaneId>
  readonly outbox: Table<OutboxItem, Id>
  /** The sealed bytes of what lies in outbox and on shelf, written once. */
  readonly envelope: Table<EnvelopeItem, Id>
  readonly shelf: Table<ShelfItem, Id>
  readonly ballast: Table<{ readonly id: number; readonly bytes: Bytes }, number>
  readonly draft: Table<DraftItem, Id>
}

export const vaultName = (db: string): string => `v-${db}`
export const draftsName = (db: string): string => `d-${db}`

const VAULT_STORES = {
  meta: 'key',
  lane: 'id',
  row: '[lane+id]',
  card: 'lane',
  outbox: 'id,[lane+rec],state,n,nextAt',
  shelf: 'id,lane,rseq',
  blobq: 'id',
  ballast: 'id',
}

/** Until version 3 each item carried its envelope as text, and was rewritten with it at every change of state. */
async function splitAll(transaction: Transaction): Promise<void> {
  for (const name of ['outbox', 'shelf']) {
    const store = transaction.table(name)
    for (const id of await store.toCollection().primaryKeys()) {
      const { item, envelope } = splitEnvelope(await store.get(id))
      await store.put(item)
      if (envelope) await transaction.table('envelope').put(envelope)
    }
  }
}

/** What other tabs make us hear. */
export interface Heard {
  /** A tab with an older build holds the database, and has not let go for three seconds. */
  readonly onBlocked?: () => void
  /** A tab with a newer build wants to upgrade: keep what is being written, and close. */
  readonly onUpgrade?: () => void
}
const BLOCKED_MS = 3_000

function listenTo(database: Dexie, { onBlocked, onUpgrade }: Heard): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  database.on('blocked', () => {
    timer ??= setTimeout(() => onBlocked?.(), BLOCKED_MS)
  })
  database.on('ready', () => clearTimeout(timer))
  if (!onUpgrade) return
  database.on('versionchange', ({ newVersion }) => {
    if (newVersion === null) return true // deleted: close at once, as usual
    onUpgrade()
    return false
  })
}

export function openDatabases(db: string, heard: Heard = {}): Databases {
  const vault = new Dexie(vaultName(db), { chromeTransactionDurability: 'strict', indexedDB, IDBKeyRange })
  vault.version(1).stores(VAULT_STORES)
  vault.version(2).stores({ shelf: 'id,lane,rseq,closed' })
  vault.version(3).stores({ outbox: 'id,n', shelf: 'id,rseq,closed', envelope: 'id' }).upgrade(splitAll)
  const notes = new Dexie(draftsName(db), { chromeTransactionDurability: 'relaxed', indexedDB, IDBKeyRange })
  notes.version(1).stores({ draft: 'id,[lane+rec],rev' })
  for (const database of [vault, notes]) listenTo(database, heard)
  return {
    vault,
    notes,
    meta: vault.table('meta'),
    receipts: vault.table('meta'),
    word: vault.table('meta'),
    lane: vault.table('lane'),
    row: vault.table('row'),
    card: vault.table('card'),
    outbox: vault.table('outbox'),
    envelope: vault.table('envelope'),
    shelf: vault.table('shelf'),
    ballast: vault.table('ballast'),
    draft: notes.table('draft'),
  }
}

export function closeDatabases(databases: Databases): void {
  databases.vault.close({ disableAutoOpen: true })
  databases.notes.close({ disableAutoOpen: true })
}

/** Every row of one lane, as a range of the primary key. */
export const laneRange = (lane: LaneId): [[LaneId, string], [LaneId, string]] => [
  [lane, ''],
  [lane, '\uffff'],
]

export type StorageFault = 'full' | 'lost'
/** What went wrong, by kind and never by message. Anything the storage did not cause is thrown on. */
export function storageFault(error: unknown): StorageFault {
  const named = [error, error instanceof Error && 'inner' in error ? error.inner : undefined]
  const names = named.map((one) => (typeof one === 'object' && one !== null && 'name' in one ? String(one.name) : ''))
  if (names.some((name) => name === 'QuotaExceededError')) return 'full'
  if (names.some((name) => LOST.has(name))) return 'lost'
  throw error
}
const LOST = new Set([
  'DatabaseClosedError',
  'InvalidStateError',
  'UnknownError',
  'AbortError',
  'OpenFailedError',
  'TransactionInactiveError',
  'TimeoutError',
  'NotFoundError',
])
