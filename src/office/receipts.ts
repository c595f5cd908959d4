// The office's own gapless log of what each enrolment delivered, the lane `enrol/{id}` of DESIGN.md 5: written with each
// custody, read by the device at the start of each sync. A log that is not the one the device knew means that the office
// was restored, and the device offers its whole shelf again.

import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import type { Id } from '#domain/ids.ts'
import { CHAIN_START, digestOf, nextHash, SALT_BYTES } from '#sync/chain.ts'
import { receiptsMode } from '#sync/lane-plan.ts'
import type { SyncLine } from '#sync/wire.ts'
import type { SyncRequest } from '#sync/wire-doors.ts'
import { one, type Queryable, type Tx } from './db.ts'
import { sha256 } from './sha256.ts'

export interface Arrived {
  readonly id: Id
  readonly digest: Buffer
  /** What could not be opened. */
  readonly badBytes: number
}
const WRITE = `
  with log as (insert into receipt (enrol, rseq, id, salt, hash)
    select $1, x.rseq, x.id, x.salt, x.hash from unnest($2::bigint[], $3::text[], $4::bytea[], $5::text[]) as x (rseq, id, salt, hash)
    order by x.rseq)
  update enrolment set rseq = $6, rhash = $7, bad_bytes = bad_bytes + $8 where id = $1`

export interface LogEnd {
  readonly rseq: number
  readonly rhash: string
}

/** The enrolment's row is locked last of all (DESIGN.md 6, lock order). */
export const lockLog = (tx: Tx, enrol: Id): Promise<pg.QueryResult<LogEnd>> =>
  tx.query<LogEnd>({ name: 'receipts-lock', text: 'select rseq, rhash from enrolment where id = $1 for update', values: [enrol] })

/**
 * Under that lock: the next places, in the order given. The salts are drawn here, so that a restored office which hears
 * the same arrivals once more has another log, and the phone notices.
 */
export async function nextReceipts(enrol: Id, before: LogEnd, arrived: readonly Arrived[]): Promise<(tx: Tx) => Promise<unknown>> {
  let [rseq, hash] = [before.rseq, before.rhash]
  const log: { readonly rseq: number; readonly id: Id; readonly salt: Buffer; readonly hash: string }[] = []
  for (const { id, digest } of arrived) {
    const salt = randomBytes(SALT_BYTES)
    rseq += 1
    hash = await nextHash(sha256, hash, rseq, id, await digestOf(sha256, salt, digest))
    log.push({ rseq, id, salt, hash })
  }
  const columns = [log.map((one) => one.rseq), log.map(({ id }) => id), log.map(({ salt }) => salt), log.map((one) => one.hash)]
  const bad = arrived.reduce((sum, { badBytes }) => sum + badBytes, 0)
  return (tx) => tx.query({ name: 'receipts-write', text: WRITE, values: [enrol, ...columns, rseq, hash, bad] })
}

/** One alone; resolves to its place. */
export async function receipt(tx: Tx, enrol: Id, arrived: Arrived): Promise<number> {
  const before = one((await lockLog(tx, enrol)).rows)
  await (await nextReceipts(enrol, before, [arrived]))(tx)
  return before.rseq + 1
}

type ReceiptsLine = Extract<SyncLine, { k: 'receipts' }>
interface LogRead {
  readonly head: number
  readonly hash: string
  /** The log's hash at the device's own place. */
  readonly here: string | null
  readonly ids: Id[]
}

/** One statement, so one moment of the log. After a reset it is given from its start. */
export async function receiptsLine(db: Queryable, enrol: Id, asked: SyncRequest['receipts']): Promise<ReceiptsLine> {
  const [seq, hash] = asked ?? [0, CHAIN_START]
  const { rows } = await db.query<LogRead>(
    `select e.rseq as head, e.rhash as hash, h.hash as here,
       (select coalesce(json_agg(r.id order by r.rseq), '[]'::json) from receipt r
          where r.enrol = e.id and r.rseq > case when h.hash = $3 then h.rseq else 0 end) as ids
     from enrolment e left join receipt h on h.enrol = e.id and h.rseq = $2 where e.id = $1`,
    [enrol, Math.min(seq, Number.MAX_SAFE_INTEGER), hash],
  )
  const { here, ...log } = one(rows)
  const mode = receiptsMode(seq, hash, here ?? undefined)
  return { k: 'receipts', mode, from: mode === 'delta' ? seq : 0, ...log }
}

/** Every id of this enrolment that was erased: gone from its shelf too. */
export async function erasedOf(db: Queryable, enrol: Id): Promise<Id[]> {
  const { rows } = await db.query<{ id: Id }>(
    `select distinct v.id from verdict v join receipt r on r.id = v.id where v.state = 'erased' and r.enrol = $1`,
    [enrol],
  )
  return rows.map(({ id }) => id)
}

/** How far in this log two verified backups have come; null = nowhere yet. */
export async function safeOf(db: Queryable, enrol: Id): Promise<number | null> {
  const { rows } = await db.query<{ rseq: number }>('select rseq from safe_mark where enrol = $1', [enrol])
  return rows[0]?.rseq ?? null
}
