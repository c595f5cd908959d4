// The rows of a lane on disk: several in one sealed block, pressed together first (decision 0018). A row that changes
// takes its whole block with it, so that nothing of what it was stays behind.

import type { Id } from '#domain/ids.ts'
import type { RecordRow } from '#domain/register.ts'
import { decrypt } from '#sealing/aes.ts'
import { fromUtf8 } from '#sealing/bytes.ts'
import { unsqueeze } from '#sealing/squeeze.ts'
import { parse, Row } from '#sync/wire.ts'
import type { RowItem } from './database.ts'
import type { Room, Rows } from './room.ts'
import { inChunks, openJson, placeBytes } from './sealed.ts'

/** Every row of these items; what does not open or is no row is left out. */
export async function openBlocks(room: Room, items: readonly RowItem[]): Promise<Rows> {
  const rows = new Map<Id, RecordRow>()
  for (const some of await inChunks(items, (item) => openBlock(room, item)))
    for (const json of some) {
      const row = parse(Row, json)
      if (row) rows.set(row.id, row)
    }
  return rows
}

/** Without `z` it is one row by itself, as the first release wrote it. */
async function openBlock(room: Room, item: RowItem): Promise<readonly unknown[]> {
  const { lane, id, z } = item
  if (z === undefined) return [await openJson(room.keys.dek, ['row', lane, id], item)]
  const bytes = await decrypt(room.keys.dek, item, placeBytes(['rows', lane, id, String(z)]))
  const json: unknown = bytes && JSON.parse(fromUtf8(z ? await unsqueeze(bytes) : bytes))
  return Array.isArray(json) ? json : []
}
