// Fetched soon after unlock, since nobody waits for it: counts what we hold, and lays the ballast again when there is
// room. The browser's own estimate is not asked: it is rounded, counts caches and other people's pages, and promises
// nothing (DESIGN.md 7).

import type { Table } from 'dexie'
import type { BlobItem } from '#sync/blob.ts'
import { BLOBQ, isHeadKey } from './blob-queue.ts'
import { onMinute } from './outside.ts'
import type { Room } from './room.ts'
import { layBallast, quietly } from './storage.ts'

const AT_ONCE = 500

/** Counts now, and each minute while visible. Returns the way to stop. */
export function startHousekeeping(room: Room): () => void {
  const keep = () =>
    quietly(room, async () => {
      if (!room.flags.isOpen) return
      if (room.flags.isNearlyFull) await layBallast(room)
      const usedBytes = await bytesHeld(room)
      if (!room.flags.isOpen) return
      room.flags.usedBytes = usedBytes
      room.news({ kind: 'flags' })
    })
  void keep()
  return onMinute(() => void keep())
}

/** Bytes of every value in both databases as they lie there; what the engine adds around them is not counted. */
async function bytesHeld(room: Room): Promise<number> {
  let bytes = 0
  for (const table of [...room.db.vault.tables, ...room.db.notes.tables])
    bytes += table.name === BLOBQ ? await bytesOfPhotos(room.db.vault.table(BLOBQ)) : await bytesIn(table)
  return bytes
}

/** The heads say how large they are: the pieces are not read for it. */
async function bytesOfPhotos(table: Table<BlobItem, string>): Promise<number> {
  const heads = await table.bulkGet((await table.toCollection().primaryKeys()).filter(isHeadKey))
  return heads.reduce((sum, head) => sum + (head?.bytes ?? 0), 0)
}

/** A few at a time, so that the whole caseload never lies in memory twice. */
async function bytesIn(table: Table<unknown, unknown>): Promise<number> {
  let bytes = 0
  for (let from = 0; ; from += AT_ONCE) {
    const some = await table.offset(from).limit(AT_ONCE).toArray()
    for (const value of some) bytes += sizeOf(value)
    if (some.length < AT_ONCE) return bytes
  }
}

const NUMBER_BYTES = 8
function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.length
  if (value instanceof Uint8Array) return value.byteLength
  if (typeof value !== 'object' || value === null) return NUMBER_BYTES
  return Object.entries(value).reduce((sum, [key, inner]) => sum + key.length + sizeOf(inner), 0)
}
