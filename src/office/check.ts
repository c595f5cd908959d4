// Is every lane's chain whole: every number there, every hash the one that follows, as many as its head says; and the
// same for the receipts of every enrolment (DESIGN.md 6, Self-check)? An erased body leaves its hash behind, so what
// follows it can still be checked from there. What is broken is said and counted, never repaired. Read in small steps:
// the office goes on working meanwhile, and what is appended meanwhile is left for the next time.

import type { Id, LaneId } from '#domain/ids.ts'
import { CHAIN_START, digestOf, nextHash, utf8 } from '#sync/chain.ts'
import type { Queryable } from './db.ts'
import { log } from './log.ts'
import { sha256 } from './sha256.ts'

interface Link {
  readonly seq: number
  readonly id: Id
  readonly hash: string
  readonly salt?: Uint8Array | null
  readonly body?: string | null
  readonly digest?: Uint8Array | null
}
interface End {
  readonly head: number | string
  readonly hash: string
}

const STEP = 500
const CHANGES = 'select seq, id, salt, body, hash from change where lane = $1 and seq > $2 and seq <= $3 order by seq limit $4'
const LANE = 'select head, head_hash as hash from lane where id = $1'
/** A backup is looked through in the tables it was made of: where receipts have no salt yet, the name means the outer null. */
const RECEIPTS = `select r.* from (select null::bytea as salt) early cross join lateral (
    select r.rseq as seq, r.id, salt, r.hash, c.digest from receipt r left join custody c on c.id = r.id
    where r.enrol = $1 and r.rseq > $2 and r.rseq <= $3) r order by r.seq limit $4`
const ENROLMENT = 'select rseq as head, rhash as hash from enrolment where id = $1'

/** The number of the first change that does not fit, or undefined. */
export const chainFault = (db: Queryable, lane: LaneId): Promise<number | undefined> => faultIn(db, LANE, CHANGES, lane)
const receiptFault = (db: Queryable, enrol: Id): Promise<number | undefined> => faultIn(db, ENROLMENT, RECEIPTS, enrol)

/** The end is read first: what comes after it is not looked at. */
async function faultIn(db: Queryable, endSql: string, linkSql: string, of: string): Promise<number | undefined> {
  const end = (await db.query<End>(endSql, [of])).rows[0]
  if (!end) return undefined
  const head = Number(end.head)
  let [at, previous] = [0, CHAIN_START]
  while (at < head) {
    const { rows } = await db.query<Link>(linkSql, [of, at, head, STEP])
    if (rows.length === 0) return at + 1
    for (const link of rows) {
      at += 1
      if (Number(link.seq) !== at || !(await follows(previous, at, link))) return at
      previous = link.hash
    }
  }
  return end.hash === previous ? undefined : head
}

async function follows(previous: string, seq: number, link: Link): Promise<boolean> {
  const { id, salt, body, hash } = link
  if (link.digest !== undefined) {
    if (link.digest === null) return false
    const digest = salt ? await digestOf(sha256, salt, link.digest) : link.digest // an early receipt has no salt
    return (await nextHash(sha256, previous, seq, id, digest)) === hash
  }
  if (!salt || body === null || body === undefined) return true
  return (await nextHash(sha256, previous, seq, id, await digestOf(sha256, salt, utf8(body)))) === hash
}

export interface Checked {
  readonly lanes: number
  readonly brokenLanes: readonly { readonly lane: LaneId; readonly seq: number }[]
  readonly enrolments: number
  readonly brokenReceipts: readonly { readonly enrol: Id; readonly rseq: number }[]
}

const PAGE = 200
async function* idsIn<T extends string>(db: Queryable, table: 'lane' | 'enrolment'): AsyncGenerator<T> {
  for (let last = ''; ; ) {
    const { rows } = await db.query<{ id: T }>(`select id from ${table} where id > $1 order by id limit ${PAGE}`, [last])
    for (const { id } of rows) {
      yield id
      last = id
    }
    if (rows.length < PAGE) return
  }
}

const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** All lanes and all receipts. `isOver` is asked between two lanes. */
export async function checkAll(db: Queryable, isOver: () => boolean = () => false): Promise<Checked> {
  const [brokenLanes, brokenReceipts]: [{ lane: LaneId; seq: number }[], { enrol: Id; rseq: number }[]] = [[], []]
  let [lanes, enrolments] = [0, 0]
  for await (const lane of idsIn<LaneId>(db, 'lane')) {
    if (isOver()) break
    const seq = await chainFault(db, lane)
    if (seq !== undefined) brokenLanes.push({ lane, seq })
    lanes += 1
    await breath()
  }
  for await (const enrol of idsIn<Id>(db, 'enrolment')) {
    if (isOver()) break
    const rseq = await receiptFault(db, enrol)
    if (rseq !== undefined) brokenReceipts.push({ enrol, rseq })
    enrolments += 1
    await breath()
  }
  return { lanes, brokenLanes, enrolments, brokenReceipts }
}

const SAID = 100
/** The office looks itself through and writes down what is broken: ids and numbers only. */
export async function selfCheck(db: Queryable, isOver: () => boolean): Promise<void> {
  const { lanes, brokenLanes, brokenReceipts } = await checkAll(db, isOver)
  if (isOver()) return
  for (const { lane, seq } of brokenLanes.slice(0, SAID)) log('chain-broken', { lane, count: seq })
  for (const { enrol, rseq } of brokenReceipts.slice(0, SAID)) log('receipts-broken', { enrol, count: rseq })
  log('checked', { count: lanes })
}
