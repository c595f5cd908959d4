// Records made anew from their journal: after an erasure those that lost a write, after a restore all of them. An erase
// entry moves its record, so that devices replace it; a record with no write left keeps its id and type and says nothing.

import type { Id, Instant, LaneId } from '#domain/ids.ts'
import { RECORD_TYPES } from '#domain/records.ts'
import type { RecordRow } from '#domain/register.ts'
import { entryFrom, foldRecord } from '#sync/fold.ts'
import type { Tx } from '../db.ts'
import { saveRow } from '../rows.ts'

interface Written {
  readonly rec: Id
  readonly kind: string
  readonly body: string
  readonly actor: Id
  readonly seq: number
}
interface Sign {
  readonly rec: Id
  readonly seq: number
  readonly by: Id
  readonly at: Instant
}

/** Inside a transaction that holds the lane. `recs` undefined: every record of the lane. */
export async function refoldLane(tx: Tx, lane: LaneId, recs?: readonly Id[]): Promise<void> {
  const { rows } = await tx.query<Written>(
    `select rec, kind, body, actor, seq from change
     where lane = $1 and body is not null and ($2::text[] is null or rec = any($2)) order by seq`,
    [lane, recs ?? null],
  )
  const signs = await signsOf(tx, lane)
  const byRecord = new Map<Id, Written[]>()
  for (const row of rows) byRecord.set(row.rec, [...(byRecord.get(row.rec) ?? []), row])
  for (const [rec, written] of byRecord) {
    const row = rowOf(lane, rec, written)
    if (row) await saveRow(tx, frozen(row, signs))
  }
}

async function signsOf(tx: Tx, lane: LaneId): Promise<ReadonlyMap<Id, Sign>> {
  const { rows } = await tx.query<Sign>(`select rec, seq, id as by, at from change where lane = $1 and kind = 'sign' order by seq desc`, [
    lane,
  ])
  return new Map(rows.map((sign) => [sign.rec, sign])) // the first signature in lane order wins
}

function rowOf(lane: LaneId, rec: Id, written: readonly Written[]): RecordRow | undefined {
  const entries = written.map(({ body, actor, seq }) => entryFrom(body, actor, seq))
  const row = foldRecord(lane, rec, entries)
  if (row) return row
  const erased = written.findLast(({ kind }) => kind === 'erase')
  return erased && emptyRow(lane, rec, erased)
}

function emptyRow(lane: LaneId, rec: Id, { body, seq }: Written): RecordRow | undefined {
  const said: { readonly type?: string; readonly root?: Id } = JSON.parse(body)
  const type = RECORD_TYPES.find((known) => known === said.type)
  return type && { lane, id: rec, type, seq, regs: {}, ...(said.root ? { root: said.root } : {}) }
}

/** What a signature froze stays frozen, also when the signature's own words were erased. */
function frozen(row: RecordRow, signs: ReadonlyMap<Id, Sign>): RecordRow {
  const sign = signs.get(row.root ?? row.id)
  return sign ? { ...row, frozen: { seq: sign.seq, by: sign.by, at: sign.at }, seq: Math.max(row.seq, sign.seq) } : row
}
