// Appending one change to its lane, inside the custody transaction: lock the lane, judge, take the next number, chain,
// fold the record from its own journal, derive what is derived (DESIGN.md 6). The order is the same for phone, desk and
// demo. Lock order: lane, then enrolment.

import { randomBytes } from 'node:crypto'
import { mayCreateLane } from '#domain/access.ts'
import type { Role } from '#domain/codes.ts'
import { type Id, type LaneId, laneKind, laneSubject } from '#domain/ids.ts'
import type { RecordRow } from '#domain/register.ts'
import { CHAIN_START, digestOf, nextHash, SALT_BYTES, utf8 } from '#sync/chain.ts'
import { entryFrom, foldRecord } from '#sync/fold.ts'
import { type Judgement, judge, type Standing, sharingOf } from '#sync/judge.ts'
import type { Change } from '#sync/wire.ts'
import { Again, one, type Tx } from './db.ts'
import { derive, isGuard, tryOut } from './derive.ts'
import { grantAuthor, roleOfAuthor, type StoredWriter, WRITER, writerFrom } from './lane-access.ts'
import type { Office } from './office.ts'
import { COLUMNS, rowFrom, rowValues, type StoredRow, saveRow, saving } from './rows.ts'
import { sha256 } from './sha256.ts'

export interface Append {
  readonly change: Change
  readonly actor: Id
  readonly enrol?: Id
  /** The office writes by itself: an account's own `user` record. */
  readonly isOfficeOwn?: boolean
  /** On a coordinator's word: the guards of access and field are lifted, the others hold (DESIGN.md 3, Guards). */
  readonly releasedBy?: Id
  /** The caller settles the lane after its last change (settle.ts); what guards others is derived here all the same. */
  readonly isSettledLater?: boolean
}
export type Appended = { readonly s: 'applied'; readonly seq: number } | Exclude<Judgement, { s: 'applied' }>

export interface Lane {
  readonly head: number
  readonly hash: string
}

export const append = async (office: Office, tx: Tx, what: Append): Promise<Appended> =>
  appendIn(office, tx, what, await lockLane(tx, what.change.lane))

/** `lane`: locked by the caller, or not there yet. */
export async function appendIn(office: Office, tx: Tx, what: Append, lane: Lane | undefined): Promise<Appended> {
  const { change } = what
  if (change.kind === 'sign' && change.root !== change.rec) return { s: 'held', why: 'bad' }
  const { standing, entries } = await standingOf(tx, what, lane !== undefined)
  const judgement = judge(change, standing)
  if (judgement.s === 'held') return judgement
  const before = lane ?? (await createLane(office, tx, change.lane))
  if (!lane && !standing.writer.laneRole) await grantFirst(office, tx, what, standing.writer.roles)
  const seq = before.head + 1
  const row = await write(tx, what, seq, before.hash, entries)
  if (change.kind === 'sign') await freezeRoot(tx, change)
  if (!what.isSettledLater || isGuard(change)) await derive(office, tx, change.lane, seq)
  else if (row) tryOut(row)
  return { s: 'applied', seq }
}

/** Whoever makes a lane has it; where its author may not make one, it is the coordinator's who let the change through. */
async function grantFirst(office: Office, tx: Tx, { change, actor, releasedBy }: Append, roles: readonly Role[]): Promise<void> {
  const isAuthors = !releasedBy || mayCreateLane(roles, change.lane)
  await grantAuthor(tx, office.id, isAuthors ? actor : releasedBy, change.lane, isAuthors ? roleOfAuthor(roles) : 'coordinator')
}

async function lockLane(tx: Tx, lane: LaneId): Promise<Lane | undefined> {
  const { rows } = await tx.query<Lane>('select head, head_hash as hash from lane where id = $1 for update', [lane])
  return rows[0]
}

/** Two first changes at once: the later one starts over and finds the lane. */
async function createLane(office: Office, tx: Tx, lane: LaneId): Promise<Lane> {
  const made = await tx.query('insert into lane (id, office, kind, head_hash) values ($1, $2, $3, $4) on conflict do nothing', [
    lane,
    office.id,
    laneKind(lane),
    CHAIN_START,
  ])
  if (made.rowCount !== 1) throw new Again()
  return { head: 0, hash: CHAIN_START }
}

interface StoredEntry {
  readonly body: string
  readonly actor: Id
  readonly seq: number
}
interface Found extends StoredWriter {
  readonly rows: readonly StoredRow[]
  readonly entries: readonly StoredEntry[]
}
interface Stands {
  readonly standing: Standing
  /** The record's own journal so far. */
  readonly entries: readonly StoredEntry[]
}

/** $1 lane, $2 author, $3 records, $4 root, $5 record, $6 also the lane's consents. Under the lane's lock all of it stands still. */
const STANDING = `
  select a.roles, x.role,
    (select coalesce(json_agg(r), '[]'::json) from (select ${COLUMNS} from record where lane = $1 and (id = any($3) or root = $4
       or root = (select root from record where lane = $1 and id = $5) or ($6 and type = 'consent'))) r) as rows,
    (select coalesce(json_agg(e order by e.seq), '[]'::json) from (select body, actor, seq from change
       where lane = $1 and rec = $5 and body is not null) e) as entries
  from ${WRITER}`

async function standingOf(tx: Tx, { change, actor, isOfficeOwn, releasedBy }: Append, laneExists: boolean): Promise<Stands> {
  const { lane, rec } = change
  const shared = sharingOf(change)
  const records = [rec, ...(change.root ? [change.root] : []), ...(shared ?? [])]
  const found = one((await tx.query<Found>(STANDING, [lane, actor, records, change.root ?? null, rec, shared !== undefined])).rows)
  const rows = found.rows.map(rowFrom)
  const row = rows.find((candidate) => candidate.id === rec)
  const root = change.root ?? row?.root
  const applied = await appliedOf(tx, change)
  const standing: Standing = {
    writer: isOfficeOwn ? { user: actor, roles: [], laneRole: 'coordinator' } : writerFrom(actor, lane, found),
    // Another person's own lane is never made for them: it counts as there, and closed.
    laneExists: laneExists || (laneKind(lane) === 'user' && laneSubject(lane) !== actor),
    row,
    rootRows: root ? rows.filter((candidate) => candidate.id === root || candidate.root === root) : [],
    isApplied: (id) => applied.has(id),
    ...(shared ? { sharing: rows } : {}),
    ...(releasedBy ? { isReleased: true } : {}),
  }
  return { standing, entries: found.entries }
}

async function appliedOf(tx: Tx, change: Change): Promise<ReadonlySet<Id>> {
  const named = Object.values(change.covers ?? {}).flatMap((fields) => Object.values(fields).flat())
  if (named.length === 0) return new Set()
  const { rows } = await tx.query<{ id: Id }>('select id from change where lane = $1 and id = any($2)', [change.lane, named])
  return new Set(rows.map((row) => row.id))
}

const WRITE = `
  with entry as (insert into change (lane, seq, id, rec, kind, actor, enrol, at, schema, salt, body, hash)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12))`
const MOVE = 'update lane set head = $2, head_hash = $12 where id = $1'

/** The entry, the lane's head and the record as its whole journal folds to, in one statement. */
async function write(tx: Tx, what: Append, seq: number, previous: string, before: readonly StoredEntry[]): Promise<RecordRow | undefined> {
  const { change, actor, enrol } = what
  const { lane, id, rec, kind, at, schema } = change
  const salt = randomBytes(SALT_BYTES)
  const body = JSON.stringify(change)
  const hash = await nextHash(sha256, previous, seq, id, await digestOf(sha256, salt, utf8(body)))
  const values = [lane, seq, id, rec, kind, actor, enrol ?? null, at, schema, salt, body, hash]
  const row = await foldOf(tx, lane, rec, [...before, { body, actor, seq }])
  if (row) await tx.query(`${WRITE}, folded as (${saving(values.length + 1)}) ${MOVE}`, [...values, ...rowValues(row)])
  else await tx.query(`${WRITE} ${MOVE}`, values)
  return row
}

/** The record from its own journal, and frozen when its root is signed. */
async function foldOf(tx: Tx, lane: LaneId, rec: Id, entries: readonly StoredEntry[]): Promise<RecordRow | undefined> {
  const row = foldRecord(
    lane,
    rec,
    entries.map(({ body, actor, seq }) => entryFrom(body, actor, seq)),
  )
  return row?.root && row.root !== row.id ? withRootsSign(tx, row, row.root) : row
}

async function refold(tx: Tx, lane: LaneId, rec: Id): Promise<void> {
  const { rows } = await tx.query<StoredEntry>(
    'select body, actor, seq from change where lane = $1 and rec = $2 and body is not null order by seq',
    [lane, rec],
  )
  const row = await foldOf(tx, lane, rec, rows)
  if (row) await saveRow(tx, row)
}

/** What a signature froze stays frozen, also when the record is later marked void. */
async function withRootsSign(tx: Tx, row: RecordRow, root: Id): Promise<RecordRow> {
  const { rows } = await tx.query<{ seq: number; by: Id; at: Change['at'] }>(
    `select seq, id as by, at from change where lane = $1 and rec = $2 and kind = 'sign' order by seq limit 1`,
    [row.lane, root],
  )
  const frozen = rows[0]
  return frozen ? { ...row, frozen, seq: Math.max(row.seq, frozen.seq) } : row
}

/** A signature freezes every record of its root, and moves them, so that every device hears of it. */
async function freezeRoot(tx: Tx, sign: Change): Promise<void> {
  const { rows } = await tx.query<{ id: Id }>('select id from record where lane = $1 and root = $2 and id <> $2', [sign.lane, sign.rec])
  for (const { id } of rows) await refold(tx, sign.lane, id)
}
