// Reading a photo or a letter that is whole: found only by a record that refers to it, opened one piece at a time, so
// that memory does not grow with it.

import type { Id, LaneId } from '#domain/ids.ts'
import type { Bytes } from '#sealing/types.ts'
import type { BlobType } from '#sync/blob.ts'
import { placeOf } from './blob.ts'
import { one, type Queryable } from './db.ts'
import { KeyUnavailable } from './enrolment.ts'
import type { Office } from './office.ts'

export interface WholeBlob {
  readonly id: Id
  readonly lane: LaneId
  readonly rec: Id
  readonly bytes: number
  readonly type: BlobType
  readonly count: number
}

interface Head {
  readonly by: Id
  readonly v: unknown
}
interface Found extends WholeBlob {
  readonly state: 'whole' | 'held'
  readonly enrol: Id
  readonly regs: Readonly<Record<string, readonly Head[]>>
}

/** A whole blob that a record of its own lane refers to, as that record stands now. Who may read it is the caller's. */
export async function findWhole(db: Queryable, blob: Id): Promise<WholeBlob | undefined> {
  const { rows } = await db.query<Found>(
    `select b.id, b.lane, b.rec, b.bytes, b.type, b.count, b.state, b.enrol, r.regs from blob b
     join record r on r.lane = b.lane and r.id = b.rec
     where b.id = $1 and (b.state = 'whole' or b.why = 'revoked') and not exists (select 1 from blob_erased e where e.id = b.id)`,
    [blob],
  )
  if (!rows[0]) return undefined
  const { regs, state, enrol, ...whole } = rows[0]
  const heads = Object.values(regs).flatMap((some) => some.filter(({ v }) => refersTo(v, blob)))
  return heads.length > 0 && (state === 'whole' || (await isLetThrough(db, enrol, heads))) ? whole : undefined
}

/** From a revoked phone nothing is applied unless a person releases it: whoever let the words through let the photo too. */
async function isLetThrough(db: Queryable, enrol: Id, heads: readonly Head[]): Promise<boolean> {
  const { rowCount } = await db.query(
    `select 1 from change c join enrolment e on e.id = $1 where c.id = any($2) and c.received_at > e.revoked_at limit 1`,
    [enrol, heads.map(({ by }) => by)],
  )
  return rowCount === 1
}

const refersTo = (value: unknown, blob: Id): boolean =>
  typeof value === 'object' && value !== null && 'blob' in value && value.blob === blob

/** One piece after another, each read when it is asked for; ends with an error where one is gone or does not open. */
export async function* plainPieces(office: Office, { id, count }: WholeBlob): AsyncGenerator<Bytes> {
  for (let n = 0; n < count; n++) {
    const { rows } = await office.pool.query<{ kid: number; iv: Buffer; ct: Buffer }>(
      'select kid, iv, ct from blob_chunk where blob = $1 and n = $2 and kid is not null',
      [id, n],
    )
    const { kid, iv, ct } = one(rows)
    const plain = await office.key.unwrap(kid, { iv: new Uint8Array(iv), ct: new Uint8Array(ct) }, placeOf(id, n, count))
    if (typeof plain === 'string') throw new KeyUnavailable()
    yield plain
  }
}
