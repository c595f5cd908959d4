// Erasure destroys content, not history (DESIGN.md 1, decision 12; 6): first the ledger, on disk; then everything that
// was written, everywhere in the database, by the one function that may; then an entry of its own in the journal, so
// that the lane moves and every device takes the record without it. The hashes stay, and so does the chain.

import { randomBytes } from 'node:crypto'
import { type Id, type LaneId, laneKind, laneSubject } from '#domain/ids.ts'
import { digestOf, nextHash, SALT_BYTES, utf8 } from '#sync/chain.ts'
import { entryFrom, replacedBy } from '#sync/fold.ts'
import { SCHEMA } from '#sync/wire.ts'
import type { Acted } from '../access-change.ts'
import { type Queryable, type Tx, transaction } from '../db.ts'
import { derive, rederiveMatter } from '../derive.ts'
import { log } from '../log.ts'
import { newId } from '../new-id.ts'
import { now, type Office } from '../office.ts'
import { sha256 } from '../sha256.ts'
import { destroyDrafts, draftsOf } from './erased-drafts.ts'
import { refoldLane } from './fold.ts'
import type { Of } from './ledger.ts'

/**
 * `ids` undefined: the whole case. Who may was asked before. Asked again, the answer is the same, and what has come to an
 * erased case since goes too. Throws when the ledger could not be written: then nothing was done.
 */
export async function eraseChanges(office: Office, by: Id, lane: LaneId, ids: readonly Id[] | undefined, reason: string): Promise<Acted> {
  const standing = await standingOf(office, lane, ids)
  if (standing === 'not-found' || standing === 'not-possible') return standing
  const owners = await ownersOf(office.pool, lane, ids)
  if (standing === 'stands') {
    const drafts = await draftsOf(office, lane, ids)
    const entry: Of<'erase'> = { what: 'erase', entry: newId(), lane, by, ids: ids ? [...ids] : null, owners, drafts }
    await office.ledger.write([entry])
    await transaction(office.pool, (tx) => carryOut(office, tx, entry, reason))
    log('erased', { lane, count: owners.length })
    office.moved(lane)
    await rederiveMatter(office, lane)
  }
  await office.keep({ custody: owners.map(([id]) => id) })
  return 'done'
}

type Standing = 'stands' | 'gone' | 'not-found' | 'not-possible'

async function standingOf(office: Office, lane: LaneId, ids: readonly Id[] | undefined): Promise<Standing> {
  const there = await office.pool.query('select 1 from lane where id = $1 and office = $2', [lane, office.id])
  if (there.rowCount === 0) return 'not-found'
  if (!ids) return ['case', 'inquiry'].includes(laneKind(lane)) ? standingOfLane(office.pool, lane) : 'not-possible'
  const known = await office.pool.query<{ is_erased: boolean }>(
    `select exists (select 1 from verdict v where v.id = w.id and v.state = 'erased') as is_erased from unnest($2::text[]) as w (id)
     where exists (select 1 from change c where c.id = w.id and c.lane = $1 and c.kind <> 'erase')
        or exists (select 1 from verdict v where v.id = w.id and v.lane = $1)`,
    [lane, [...new Set(ids)]],
  )
  if (known.rows.length < new Set(ids).size) return 'not-found'
  return known.rows.every((row) => row.is_erased) ? 'gone' : 'stands'
}

async function standingOfLane(db: Queryable, lane: LaneId): Promise<Standing> {
  const { rowCount } = await db.query(
    `select 1 from erasure where lane = $1 and ids is null and not exists (
       select 1 from verdict v join custody c on c.id = v.id where v.lane = $1 and c.raw is not null)`,
    [lane],
  )
  return rowCount ? 'gone' : 'stands'
}

/** Whose they were, so that the ledger alone can answer a device that offers them again. */
async function ownersOf(db: Queryable, lane: LaneId, ids: readonly Id[] | undefined): Promise<[Id, Id, Id | null][]> {
  const { rows } = await db.query<{ id: Id; user: Id; enrol: Id | null }>(
    `select c.id, c.user_id as user, c.enrol from custody c where case when $2::text[] is null
       then c.id in (select id from change where lane = $1 union select id from verdict where lane = $1)
       else c.id = any($2) or c.claims = any($2) end order by c.id`,
    [lane, ids ?? null],
  )
  return rows.map(({ id, user, enrol }) => [id, user, enrol])
}

interface Lane {
  readonly head: number
  readonly hash: string
}
interface Rec {
  readonly id: Id
  readonly type: string
  readonly root: Id | null
}

/** Inside a transaction; the same entry again destroys again and adds nothing. */
export async function carryOut(office: Office, tx: Tx, entry: Of<'erase'>, reason: string): Promise<void> {
  const { lane, ids, by } = entry
  const held = await tx.query<Lane>('select head, head_hash as hash from lane where id = $1 for update', [lane])
  const isDone = (await tx.query('select 1 from erasure where entry = $1', [entry.entry])).rowCount === 1
  const replaced = await replacedIn(tx, lane, ids ?? [])
  const lost = await tx.query<{ rec: Id }>('select destroy_content($1, $2, $3, $4, $5) as rec', [entry.entry, lane, ids, by, reason])
  await destroyDrafts(office, tx, entry)
  const before = held.rows[0]
  if (!before) return
  const recs = lost.rows.map(({ rec }) => rec)
  if (!isDone)
    await appendErasure(
      tx,
      entry,
      before,
      ids === null ? [{ id: laneSubject(lane), type: '', root: null }] : await recsOf(tx, lane, recs),
      replaced,
    )
  if (ids === null) return
  await refoldLane(tx, lane, recs)
  const after = await tx.query<{ head: number }>('select head from lane where id = $1', [lane])
  await derive(office, tx, lane, after.rows[0]?.head ?? before.head)
}

/** By record, while the words are still there: what the writes to be destroyed had replaced stays replaced. */
async function replacedIn(tx: Tx, lane: LaneId, ids: readonly Id[]): Promise<ReadonlyMap<Id, ReturnType<typeof replacedBy>>> {
  const { rows } = await tx.query<{ rec: Id; body: string }>(
    `select rec, body from change where lane = $1 and id = any($2) and kind = 'set' and body is not null`,
    [lane, ids],
  )
  const changes = rows.map(({ rec, body }) => ({ rec, change: entryFrom(body, rec, 0).change }))
  const of = (rec: Id) => replacedBy(changes.filter((one) => one.rec === rec).map((one) => one.change))
  return new Map(rows.map(({ rec }) => [rec, of(rec)]))
}

async function recsOf(tx: Tx, lane: LaneId, recs: readonly Id[]): Promise<readonly Rec[]> {
  const { rows } = await tx.query<Rec>('select id, type, root from record where lane = $1 and id = any($2) order by id', [lane, recs])
  // What was held, or lies in no record, moves the lane all the same.
  return rows.length > 0 ? rows : [{ id: laneSubject(lane), type: '', root: null }]
}

/** One entry for each record that lost a write: its number is what the record moves to. */
async function appendErasure(
  tx: Tx,
  { lane, by, entry }: Of<'erase'>,
  before: Lane,
  recs: readonly Rec[],
  replaced: Awaited<ReturnType<typeof replacedIn>>,
): Promise<void> {
  let { head, hash } = before
  for (const { id: rec, type, root } of recs) {
    const [id, salt, at] = [newId(), randomBytes(SALT_BYTES), now()]
    const body = JSON.stringify({
      id,
      v: 1,
      kind: 'erase',
      lane,
      rec,
      type,
      ...(root ? { root } : {}),
      replaced: replaced.get(rec),
      entry,
      at,
    })
    head += 1
    hash = await nextHash(sha256, hash, head, id, await digestOf(sha256, salt, utf8(body)))
    await tx.query(
      `insert into change (lane, seq, id, rec, kind, actor, at, schema, salt, body, hash) values ($1, $2, $3, $4, 'erase', $5, $6, $7, $8, $9, $10)`,
      [lane, head, id, rec, by, at, SCHEMA, salt, body, hash],
    )
  }
  await tx.query('update lane set head = $2, head_hash = $3 where id = $1', [lane, head, hash])
}
