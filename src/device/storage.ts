// Writing to a store that may be full or closed under us: free the ballast and try once more, or open anew and try
// once more. What then still fails is a refusal, and the text stays with whoever called.

import type { RecordRefusal } from './casebook.ts'
import { storageFault } from './database.ts'
import type { Room } from './room.ts'

/**
 * What we allow ourselves on a phone: ten times a caseload of 25 (about 5 MB, DESIGN.md 1), which leaves room for the
 * shelf and for photos, and no more than every browser in use has let a page keep without asking.
 */
export const BUDGET_BYTES = 50 * 1024 * 1024
const BALLAST_BYTES = 512 * 1024
type StorageRefusal = Extract<RecordRefusal['kind'], 'storageFull' | 'storageLost'>

/** Undefined when it is on disk. `write` must bear being run twice. */
export async function intoStorage(
  room: Room,
  write: () => Promise<void>,
  { mayFreeBallast } = { mayFreeBallast: true },
): Promise<StorageRefusal | undefined> {
  const fault = await attempt(write)
  if (!fault) return undefined
  if (!room.flags.isOpen) return 'storageLost'
  const isMended = fault === 'full' ? mayFreeBallast && (await freeBallast(room)) : await reopen(room)
  const again = isMended ? await attempt(write) : fault
  return again && (again === 'full' ? 'storageFull' : 'storageLost')
}

/** The same for what reads, or writes so that it may be run twice: once more on a new connection. Throws what remains. */
export async function steadily<T>(room: Room, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!room.flags.isOpen || storageFault(error) !== 'lost' || !(await reopen(room))) throw error
    return await work()
  }
}

async function attempt(write: () => Promise<void>) {
  try {
    await write()
    return undefined
  } catch (error) {
    return storageFault(error)
  }
}

/** The room in reserve is given up for a note; that is said, once, until there is room again. */
async function freeBallast(room: Room): Promise<boolean> {
  const isFreed = (await attempt(() => room.db.ballast.clear())) === undefined
  if (isFreed) room.flags.isNearlyFull = true
  return isFreed
}

async function reopen(room: Room): Promise<boolean> {
  const { vault, notes } = room.db
  for (const db of [vault, notes]) db.close({ disableAutoOpen: false })
  const fault = await attempt(async () => {
    await vault.open()
    await notes.open()
  })
  return fault === undefined
}

/**
 * Room kept for the note that finds the disk full. Random, so that nothing can press it together. Laid again only where
 * there is room for it twice, so that it is not given up and laid with every save.
 */
export async function layBallast(room: Room): Promise<void> {
  const { ballast } = room.db
  if ((await ballast.count()) > 0) return
  const fault = await attempt(async () => {
    await ballast.bulkPut([1, 2].map((id) => ({ id, bytes: random(BALLAST_BYTES) })))
    await ballast.delete(2)
  })
  if (fault) room.flags.isNearlyFull = true
  else delete room.flags.isNearlyFull
}

function random(length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length)
  for (let at = 0; at < length; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536))
  return bytes
}

/** For work nobody waits for: a casebook closed under it, or a store that fails, ends it without a word. */
export async function quietly(room: Room, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (room.flags.isOpen) storageFault(error)
  }
}
