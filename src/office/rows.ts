// Record rows between the database and the rooms above: the same shape as the wire's, so that a phone and a desk read
// exactly what the journal folded to.

import type { Id, Instant, LaneId } from '#domain/ids.ts'
import type { RecordType } from '#domain/records.ts'
import type { RecordRow, Registers } from '#domain/register.ts'
import type { Queryable } from './db.ts'

export interface StoredRow {
  readonly lane: LaneId
  readonly id: Id
  readonly type: RecordType
  readonly root: Id | null
  readonly seq: number
  readonly regs: Registers
  readonly frozen_seq: number | null
  readonly frozen_by: Id | null
  readonly frozen_at: Instant | null
}

export const COLUMNS = 'lane, id, type, root, seq, regs, frozen_seq, frozen_by, frozen_at'

export function rowFrom(stored: StoredRow): RecordRow {
  const { lane, id, type, root, seq, regs, frozen_seq, frozen_by, frozen_at } = stored
  const isFrozen = frozen_seq !== null && frozen_by !== null && frozen_at !== null
  return {
    lane,
    id,
    type,
    seq,
    regs,
    ...(root ? { root } : {}),
    ...(isFrozen ? { frozen: { seq: frozen_seq, by: frozen_by, at: frozen_at } } : {}),
  }
}

export async function rowsOfLane(db: Queryable, lane: LaneId): Promise<readonly RecordRow[]> {
  const { rows } = await db.query<StoredRow>(`select ${COLUMNS} from record where lane = $1 order by seq, id`, [lane])
  return rows.map(rowFrom)
}

export async function saveRow(db: Queryable, row: RecordRow): Promise<void> {
  await db.query(
    `insert into record (${COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (lane, id) do update set type = excluded.type, root = excluded.root, seq = excluded.seq, regs = excluded.regs,
       frozen_seq = excluded.frozen_seq, frozen_by = excluded.frozen_by, frozen_at = excluded.frozen_at`,
    [
      row.lane,
      row.id,
      row.type,
      row.root ?? null,
      row.seq,
      JSON.stringify(row.regs),
      row.frozen?.seq ?? null,
      row.frozen?.by ?? null,
      row.frozen?.at ?? null,
    ],
  )
}
