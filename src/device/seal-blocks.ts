// The rows of a lane cut into blocks and sealed (decision 0018). Fetched with the rounds: what only reads does without.

import type { Id, LaneId } from '#domain/ids.ts'
import type { RecordRow } from '#domain/register.ts'
import { encrypt } from '#sealing/aes.ts'
import { toUtf8 } from '#sealing/bytes.ts'
import { canSqueeze, squeeze } from '#sealing/squeeze.ts'
import type { RowItem } from './database.ts'
import type { Room, Rows } from './room.ts'
import { inChunks, placeBytes } from './sealed.ts'

/** About 48 KB of text, a fourth of it on disk. */
const MOST_ROWS = 32
const AT_ONCE = 8

/** Into how many blocks a lane of so many rows is cut: a power of two, so that it seldom changes. */
export const cutFor = (rows: number): number => 2 ** Math.max(0, Math.ceil(Math.log2(rows / MOST_ROWS)))

function blockOf(id: Id, cut: number): number {
  let sum = 0
  for (let i = 0; i < id.length; i++) sum = (Math.imul(sum, 31) + id.charCodeAt(i)) >>> 0
  return sum % cut
}

/** The blocks these rows of the lane lie in, sealed with everything else in them. All blocks when no rows are named. */
export function sealBlocks(room: Room, lane: LaneId, rows: Rows, cut: number, moved?: readonly RecordRow[]): Promise<readonly RowItem[]> {
  const touched = moved && new Set(moved.map((row) => blockOf(row.id, cut)))
  const blocks = new Map<number, RecordRow[]>()
  for (const row of rows.values()) {
    const n = blockOf(row.id, cut)
    if (touched?.has(n) ?? true) blocks.set(n, [...(blocks.get(n) ?? []), row])
  }
  return inChunks([...blocks], ([n, some]) => sealBlock(room, lane, String(n), some), AT_ONCE)
}

async function sealBlock(room: Room, lane: LaneId, id: string, rows: readonly RecordRow[]): Promise<RowItem> {
  const text = toUtf8(JSON.stringify(rows))
  const z = canSqueeze() ? 1 : 0
  const sealed = await encrypt(room.keys.dek, z ? await squeeze(text) : text, placeBytes(['rows', lane, id, String(z)]))
  return { lane, id, z, ...sealed }
}
