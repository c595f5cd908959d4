// Writing to a store that may be full or closed under us: free the ballast and try once more, or open anew and try
// once more. What then still fails is a refusal, and the text stays with whoever called.

import type { RecordRefusal } from './casebook.ts'
import { storageFault } from './database.ts'
import type { Room } from './room.ts'

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

async function attempt(write: () => Promise<void>) {
  try {
    await write()
    return undefined
  } catch (error) {
    return storageFault(error)
  }
}

const freeBallast = async (room: Room): Promise<boolean> => (await attempt(() => room.db.ballast.clear())) === undefined

async function reopen(room: Room): Promise<boolean> {
  const { vault, notes } = room.db
  for (const db of [vault, notes]) db.close({ disableAutoOpen: false })
  const fault = await attempt(async () => {
    await vault.open()
    await notes.open()
  })
  return fault === undefined
}

/** Room kept for the note that finds the disk full. Random, so that nothing can press it together. */
export async function layBallast(room: Room): Promise<void> {
  if ((await room.db.ballast.count()) > 0) return
  const bytes = new Uint8Array(BALLAST_BYTES)
  for (let at = 0; at < BALLAST_BYTES; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536))
  await attempt(async () => {
    await room.db.ballast.put({ id: 1, bytes })
  })
}

/** For work nobody waits for: a casebook closed under it, or a store that fails, ends it without a word. */
export async function quietly(room: Room, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (room.flags.isOpen) storageFault(error)
  }
}
