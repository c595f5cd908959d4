// Making this browser a phone (DESIGN.md 8): keys made here, the transport key told to the office, all of it wrapped
// under the six words, the key file written and read back, and only then called done.

import { type Id, isId } from '#domain/ids.ts'
import { randomBytes, toBase64 } from '#sealing/bytes.ts'
import { makeWordsSlot, openWordsSlot, wrapSecret } from '#sealing/slots.ts'
import { newTransportKey } from '#sealing/transport.ts'
import type { Bytes } from '#sealing/types.ts'
import { newWords } from '#sealing/words.ts'
import { unsentBlobs } from './blob-queue.ts'
import type { Casebook } from './casebook.ts'
import { closeDatabases, draftsName, openDatabases, vaultName } from './database.ts'
import { deleteDatabase, leftOf, openOutbox, vaultNames, withWaiting } from './envelopes.ts'
import { newId } from './ids.ts'
import { type KeyFile, readKeyFile, writeKeyFile } from './keyfile.ts'
import { postJson } from './reach.ts'
import type { Enrolled, EnrolRefusal, OfficeInfo, UnlockRefusal } from './vault.ts'

/** The words of every demo device: the lock screen fills them in by one tap, and nothing real is ever behind them. */
const DEMO_WORDS = 'granstol solbenk fjordlykt hagevindu stjerneball lekdrage'

interface Made {
  readonly words: string
  readonly vaultKey: Bytes
  readonly transport: Bytes
  readonly file: Omit<KeyFile, 'office' | 'user' | 'enrol' | 'kid'>
}

type OpenWith = (vaultKey: Bytes, file: KeyFile) => Promise<Casebook | UnlockRefusal>

export async function enrolThis(
  ticket: string,
  deviceName: string,
  office: OfficeInfo,
  openWith: OpenWith,
): Promise<Enrolled | EnrolRefusal> {
  const made = await makeKeys(office.isDemo ? DEMO_WORDS : newWords())
  const reached = await postJson('/v1/enrolments', { ticket, key: toBase64(made.transport), name: deviceName }, office.office)
  if (reached.kind !== 'answer') return { kind: reached.kind }
  const { enrol, user, kid } = reached.json
  if (!isId(enrol) || !isId(user) || typeof kid !== 'number') return { kind: 'unreachable' }
  const demo = office.isDemo ? { demo: { words: made.words, ...(office.today ? { today: office.today } : {}) } } : {}
  const file: KeyFile = { ...made.file, office: office.office, officeName: office.name, user, enrol, kid, ...demo }
  if (!(await isKept(made, file))) return { kind: 'storageLost' }
  await sweep(file)
  return { kind: 'enrolled', words: made.words, isPersistent: await askToPersist(), open: () => opened(openWith, made, file) }
}

async function makeKeys(words: string): Promise<Made> {
  const vaultKey = randomBytes(32)
  const transport = newTransportKey()
  const [slot, dek, wrapped] = await Promise.all([
    makeWordsSlot(words, vaultKey),
    wrapSecret(vaultKey, 'dek', randomBytes(32)),
    wrapSecret(vaultKey, 'transport', transport),
  ])
  const db: Id = newId()
  return { words, vaultKey, transport, file: { v: 1, db, slots: [slot], dek, transport: wrapped } }
}

/** Written, read back and really opened by the words; then the databases are made. */
async function isKept(made: Made, file: KeyFile): Promise<boolean> {
  if (!(await writeKeyFile(file))) return false
  const slot = (await readKeyFile())?.slots[0]
  const vaultKey = slot && (await openWordsSlot(slot, made.words))
  if (!vaultKey || toBase64(vaultKey) !== toBase64(made.vaultKey)) return false
  const databases = openDatabases(file.db)
  await databases.vault.open()
  await databases.notes.open()
  closeDatabases(databases)
  return true
}

/** Older vaults of this browser: their drafts cannot be read any more; they go when nothing in them waits. */
async function sweep(file: KeyFile): Promise<void> {
  for (const name of await vaultNames()) {
    if (name === vaultName(file.db)) continue
    const db = await openOutbox(name)
    const waiting = db ? (await withWaiting(db, 'readonly', leftOf)).waiting + (await unsentBlobs(db)).length : 0
    db?.close()
    await deleteDatabase(draftsName(name.slice(2)))
    if (waiting === 0) await deleteDatabase(name)
  }
}

async function askToPersist(): Promise<boolean> {
  if (typeof navigator === 'undefined' || !('storage' in navigator) || !hasPersist(navigator.storage)) return false
  return navigator.storage.persist().catch(() => false)
}
const hasPersist = (storage: object): storage is { readonly persist: () => Promise<boolean> } => 'persist' in storage

async function opened(openWith: OpenWith, made: Made, file: KeyFile): Promise<Casebook> {
  const casebook = await openWith(made.vaultKey, file)
  if (!('watch' in casebook)) throw new TypeError('the key file was just verified')
  return casebook
}
