// Record rows between the database and the rooms above: the same shape as the wire's, so that a phone and a desk read
// exactly what the journal folded to.

import { DESK_ONLY } from '#domain/access.ts'
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

/** The line of a sync as the database writes it: the shape of `rowFrom`, without taking the words apart and together again. */
export const ROW_LINE = `'{"k":"row","row":{"lane":' || to_json(lane)::text || ',"id":' || to_json(id)::text || ',"type":' || to_json(type)::text
  || ',"seq":' || seq || ',"regs":' || regs::text || coalesce(',"root":' || to_json(root)::text, '')
  || coalesce(',"frozen":{"seq":' || frozen_seq || ',"by":' || to_json(frozen_by)::text || ',"at":' || to_json(frozen_at)::text || '}', '') || '}}'`

/** Some rows are never on a device, whoever has it (DOMAIN.md 2.1, 2.17); a lane's chain moves on past them. */
export const ON_DEVICES = `type not in (${DESK_ONLY.map((type) => `'${type}'`).join(', ')})`

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
  await db.query(saving(1), [...rowValues(row)])
}

/** The statement that saves a row, its nine values numbered from `first`: alone or as a part of another one. */
export const saving = (first: number): string =>
  `insert into record (${COLUMNS}) values (${Array.from({ length: 9 }, (_, i) => `$${first + i}`).join(', ')})
   on conflict (lane, id) do update set type = excluded.type, root = excluded.root, seq = excluded.seq, regs = excluded.regs,
     frozen_seq = excluded.frozen_seq, frozen_by = excluded.frozen_by, frozen_at = excluded.frozen_at`

export const rowValues = (row: RecordRow): readonly unknown[] => [
  row.lane,
  row.id,
  row.type,
  row.root ?? null,
  row.seq,
  JSON.stringify(row.regs),
  row.frozen?.seq ?? null,
  row.frozen?.by ?? null,
  row.frozen?.at ?? null,
]
