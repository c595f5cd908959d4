// Taking custody (DESIGN.md 1 decision 4, and 6): whatever arrives is kept before it is judged, and never rejected.
// What cannot be applied is held for a person. The same id with the same bytes from the same person gets the stored
// answer; the same id with other bytes is held as a clash under an id the office makes.

import { createHash } from 'node:crypto'
import pg from 'pg'
import type { Id } from '#domain/ids.ts'
import { nextHash } from '#sync/chain.ts'
import type { Change, DropResult, HeldReason } from '#sync/wire.ts'
import { retryAwaiting } from './awaiting.ts'
import { one, type Queryable, type Tx, transaction } from './db.ts'
import { rederiveMatter } from './derive.ts'
import { append } from './journal.ts'
import { log } from './log.ts'
import { newId } from './new-id.ts'
import type { Office } from './office.ts'
import { sha256 } from './sha256.ts'
import { say, type Verdict } from './verdict.ts'

export interface Arrival {
  readonly id: Id
  readonly user: Id
  readonly enrol?: Id
  /** As it came: the sealed envelope, or the desk's change. */
  readonly raw: string
  /** Undefined when it could not be opened or parsed. */
  readonly change: Change | undefined
  readonly isRevoked?: boolean
  readonly isOfficeOwn?: boolean
}

const digestOfRaw = (raw: string): Buffer => createHash('sha256').update(raw).digest()

/** One transaction; answers after the commit. */
export async function take(office: Office, arrival: Arrival): Promise<DropResult> {
  const result = await attempt(office, arrival)
  if (result.s === 'applied' && arrival.change) {
    office.moved(arrival.change.lane)
    await rederiveMatter(office, arrival.change.lane)
    await retryAwaiting(office, arrival.change.lane)
  }
  if (result.s === 'held') log('held', { change: result.id, ...(arrival.enrol ? { enrol: arrival.enrol } : {}) })
  return result
}

async function attempt(office: Office, arrival: Arrival): Promise<DropResult> {
  try {
    return await transaction(office.pool, (tx) => custody(office, tx, arrival))
  } catch (error) {
    if (!arrival.change || !isPoison(error)) throw error
    log('poison', { change: arrival.id })
    return transaction(office.pool, (tx) => custody(office, tx, { ...arrival, change: undefined }))
  }
}

/** Content that trips our own code, or that the database refuses as data: a person looks at it, the rest goes on. */
const isPoison = (error: unknown): boolean =>
  error instanceof TypeError || error instanceof RangeError || (error instanceof pg.DatabaseError && /^(22|23|54)/.test(error.code ?? ''))

async function custody(office: Office, tx: Tx, arrival: Arrival): Promise<DropResult> {
  const digest = digestOfRaw(arrival.raw)
  if (!(await keep(office, tx, arrival.id, arrival, digest, null))) return known(office, tx, arrival, digest)
  const verdict = await decide(office, tx, arrival)
  await say(tx, arrival.id, 1, verdict, arrival.change)
  const rseq = arrival.enrol
    ? await receipt(tx, arrival.enrol, arrival.id, digest, verdict.why === 'bad' ? arrival.raw.length : 0)
    : undefined
  return { id: arrival.id, ...verdict, ...(rseq === undefined ? {} : { rseq }) }
}

async function keep(office: Office, tx: Tx, id: Id, arrival: Arrival, digest: Buffer, claims: Id | null): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into custody (id, office, enrol, user_id, digest, raw, claims) values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    [id, office.id, arrival.enrol ?? null, arrival.user, digest, Buffer.from(arrival.raw), claims],
  )
  return rowCount === 1
}

async function decide(office: Office, tx: Tx, arrival: Arrival): Promise<Verdict> {
  if (arrival.isRevoked) return { s: 'held', why: 'revoked' }
  if (!arrival.change) return { s: 'held', why: 'bad' }
  const { change, user, enrol, isOfficeOwn = false } = arrival
  return append(office, tx, { change, actor: user, isOfficeOwn, ...(enrol ? { enrol } : {}) })
}

/** The office's own gapless log of what this enrolment delivered; its row is locked last. */
async function receipt(tx: Tx, enrol: Id, id: Id, digest: Buffer, badBytes: number): Promise<number> {
  const { rows } = await tx.query<{ rseq: number; rhash: string }>('select rseq, rhash from enrolment where id = $1 for update', [enrol])
  const before = one(rows)
  const rseq = before.rseq + 1
  const hash = await nextHash(sha256, before.rhash, rseq, id, digest)
  await tx.query('insert into receipt (enrol, rseq, id, hash) values ($1, $2, $3, $4)', [enrol, rseq, id, hash])
  await tx.query('update enrolment set rseq = $2, rhash = $3, bad_bytes = bad_bytes + $4 where id = $1', [enrol, rseq, hash, badBytes])
  return rseq
}

/** The id is here already: the stored answer for the same bytes from the same person, else a clash. */
async function known(office: Office, tx: Tx, arrival: Arrival, digest: Buffer): Promise<DropResult> {
  const { rows } = await tx.query<{ user_id: Id; digest: Buffer }>('select user_id, digest from custody where id = $1', [arrival.id])
  const there = one(rows)
  if (there.user_id === arrival.user && there.digest.equals(digest)) return one(await answersOf(tx, arrival.user, [arrival.id]))
  const own = newId()
  if (await keep(office, tx, own, arrival, digest, arrival.id)) {
    await say(tx, own, 1, { s: 'held', why: 'clash' }, arrival.change)
    if (arrival.enrol) await receipt(tx, arrival.enrol, own, digest, 0)
  }
  return { id: arrival.id, s: 'held', why: 'clash' }
}

/** What is in custody is never a draft. */
type Answered = DropResult & { readonly s: Exclude<DropResult['s'], 'parked'> }

/** Where each of this person's ids is now. An id that is not in the answer is not known here. */
export async function answersOf(db: Queryable, user: Id, ids: readonly Id[]): Promise<readonly Answered[]> {
  const { rows } = await db.query<{ id: Id; state: Answered['s']; seq: number | null; why: HeldReason | null; rseq: number | null }>(
    `select distinct on (c.id) c.id, v.state, v.seq, v.why, r.rseq from custody c
     join verdict v on v.id = c.id left join receipt r on r.id = c.id
     where c.user_id = $1 and c.id = any($2) and c.claims is null order by c.id, v.n desc`,
    [user, ids],
  )
  return rows.map(({ id, state, seq, why, rseq }) => ({
    id,
    s: state,
    ...(seq === null ? {} : { seq }),
    ...(rseq === null ? {} : { rseq }),
    ...(why === null ? {} : { why }),
  }))
}
