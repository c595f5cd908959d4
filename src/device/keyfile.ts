// The key file: slots and wrapped keys of the one enrolment of this browser (DESIGN.md 8), as JSON in the origin's
// private file system; where that is missing, in one IndexedDB store with the weaker promise. Nothing personal in it.
// Read before unlock, so no Dexie and no schema library here.

import { type Id, isId, isLocalDate, type LocalDate } from '#domain/ids.ts'
import type { StoredSealed, WordsSlot } from '#sealing/slots.ts'
import workerUrl from './keyfile-worker.ts?worker&url'
import { scriptUrl } from './script-url.ts'

export interface KeyFile {
  readonly v: 1
  readonly office: Id
  readonly officeName?: string
  readonly user: Id
  readonly enrol: Id
  readonly kid: number
  /** Random; names the databases `v-<db>` and `d-<db>`. */
  readonly db: string
  readonly slots: readonly WordsSlot[]
  readonly dek: StoredSealed
  readonly transport: StoredSealed
  /** Only in a demo office, where the words are no secret. */
  readonly demo?: { readonly words: string; readonly today?: LocalDate }
  readonly lang?: string
}

const NAME = 'bofast-keys'

export async function readKeyFile(): Promise<KeyFile | undefined> {
  const text = (await readOpfs()) ?? (await readStore())
  return text === undefined ? undefined : keyFileFrom(text)
}

/** True when it was read back as written. */
export async function writeKeyFile(file: KeyFile): Promise<boolean> {
  const text = JSON.stringify(file)
  if (!(await writeOpfs(text))) await writeStore(text)
  return JSON.stringify(await readKeyFile()) === text
}

/** Overwritten first: removing a file leaves its bytes on disk. */
export async function deleteKeyFile(): Promise<void> {
  const root = await opfs()
  if (root && (await readOpfs()) !== undefined) {
    await writeOpfs('')
    await root.removeEntry(NAME).catch(() => undefined)
  }
  await writeStore(undefined)
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null
const isSealed = (value: unknown): value is StoredSealed => isObject(value) && typeof value.iv === 'string' && typeof value.ct === 'string'
const isSlot = (value: unknown): value is WordsSlot =>
  isObject(value) &&
  value.kind === 'words' &&
  value.kdf === 'PBKDF2-SHA256' &&
  typeof value.rounds === 'number' &&
  typeof value.salt === 'string' &&
  isSealed(value.wrapped)
const isDemo = (value: unknown): boolean =>
  value === undefined || (isObject(value) && typeof value.words === 'string' && (value.today === undefined || isLocalDate(value.today)))

/** A slot of a kind this build does not know is passed over, not an error. */
const isKeyFile = (value: unknown): value is KeyFile =>
  isObject(value) &&
  value.v === 1 &&
  isId(value.office) &&
  isId(value.user) &&
  isId(value.enrol) &&
  typeof value.kid === 'number' &&
  typeof value.db === 'string' &&
  Array.isArray(value.slots) &&
  value.slots.some(isSlot) &&
  isSealed(value.dek) &&
  isSealed(value.transport) &&
  isDemo(value.demo)

function keyFileFrom(text: string): KeyFile | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isKeyFile(value) ? value : undefined
  } catch {
    return undefined // overwritten or torn: the same as none
  }
}

async function opfs(): Promise<FileSystemDirectoryHandle | undefined> {
  if (typeof navigator === 'undefined' || typeof Worker === 'undefined' || !navigator.storage?.getDirectory) return undefined
  return navigator.storage.getDirectory().catch(() => undefined)
}

async function readOpfs(): Promise<string | undefined> {
  try {
    const root = await opfs()
    return root && (await (await (await root.getFileHandle(NAME)).getFile()).text())
  } catch {
    return undefined // not there yet
  }
}

async function writeOpfs(text: string): Promise<boolean> {
  if (!(await opfs())) return false
  const worker = new Worker(scriptUrl(workerUrl), { type: 'module' })
  const written = await new Promise<boolean>((resolve) => {
    worker.addEventListener('message', (event) => resolve(event.data === 'written'))
    worker.addEventListener('error', () => resolve(false))
    worker.postMessage({ name: NAME, text })
  })
  worker.terminate()
  return written
}

const STORE = 'file'
function openStore(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

function inStore(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest): Promise<unknown> {
  return openStore().then(
    (db) =>
      new Promise((resolve, reject) => {
        const transaction = db.transaction(STORE, mode, { durability: 'strict' })
        const request = work(transaction.objectStore(STORE))
        const end = () => db.close()
        transaction.oncomplete = () => {
          end()
          resolve(request.result)
        }
        transaction.onabort = () => {
          end()
          reject(transaction.error)
        }
      }),
  )
}

/** Looking must leave nothing behind: an office PC has no key file, and no database of ours either. */
const isStored = async (): Promise<boolean> =>
  !('databases' in indexedDB) || (await indexedDB.databases()).some(({ name }) => name === NAME)

async function readStore(): Promise<string | undefined> {
  if (!(await isStored())) return undefined
  const text = await inStore('readonly', (store) => store.get('keys'))
  return typeof text === 'string' ? text : undefined
}

const writeStore = (text: string | undefined): Promise<unknown> =>
  inStore('readwrite', (store) => (text === undefined ? store.delete('keys') : store.put(text, 'keys')))
