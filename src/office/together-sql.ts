// The statements of what is settled together (together.ts): a lane and all its changes need, read in one go under the
// lane's lock; custody, journal, records, verdicts and receipts written by one statement each.

import { type Id, type LaneId, laneKind } from '#domain/ids.ts'
import { CHAIN_START } from '#sync/chain.ts'
import { sharingOf } from '#sync/judge.ts'
import type { Change } from '#sync/wire.ts'
import type { Arrival } from './custody.ts'
import { one, type Tx } from './db.ts'
import type { Lane } from './journal.ts'
import { grantAuthor, WRITER } from './lane-access.ts'
import type { LaneFound, LaneWork } from './lane-work.ts'
import type { Office } from './office.ts'
import { type LogEnd, lockLog } from './receipts.ts'
import { COLUMNS, rowValues } from './rows.ts'
import { AWAITING, type Verdict } from './verdict.ts'

/** Here for the first time. */
export interface Fresh {
  readonly arrival: Arrival
  readonly digest: Buffer
  readonly verdict: Verdict
}
export interface Found extends LaneFound {
  /** Ids that are in custody already. */
  readonly known: readonly { readonly id: Id; readonly user: Id; readonly digest: string; readonly isErased: boolean }[]
  /** Something held in the lane waits for what has not come yet. */
  readonly isAwaited: boolean
}

const LOCK = 'select head, head_hash as hash from lane where id = $1 for update'
/** $1 lane, $2 author, $3 records, $4 roots, $5 ids, $6 covered ids, $7 also the journals of whatever a signature freezes, $8 what copies are judged by, with every consent (null: none). */
const READ = `
  with roots as (select unnest($4::text[]) as id union select root from record where lane = $1 and id = any($3) and root is not null),
    near as (select ${COLUMNS} from record where lane = $1 and id in (select unnest($3::text[]) union select id from roots
      union select r.id from roots join record r on r.lane = $1 and r.root = roots.id union select unnest($8::text[])
      union select id from record where lane = $1 and type = 'consent' and $8::text[] is not null))
  select a.roles, x.role,
    exists (select 1 from verdict v where v.lane = $1 and ${AWAITING}) as "isAwaited",
    (select coalesce(json_agg(k), '[]'::json) from (select c.id, c.user_id as "user", encode(c.digest, 'hex') as digest,
       exists (select 1 from verdict v where v.id = c.id and v.state = 'erased') as "isErased" from custody c where c.id = any($5)) k) as known,
    (select coalesce(json_agg(n), '[]'::json) from near n) as rows,
    (select coalesce(json_agg(e order by e.seq), '[]'::json) from (select rec, body, actor, seq from change
       where lane = $1 and body is not null and rec = any(case when $7 then array(select id from near) else $3 end)) e) as entries,
    (select coalesce(json_agg(s), '[]'::json) from (select distinct on (rec) rec, seq, id as by, at from change
       where lane = $1 and kind = 'sign' and rec in (select id from roots) order by rec, seq) s) as signs,
    (select coalesce(json_agg(id), '[]'::json) from change where lane = $1 and id = any($6)) as applied
  from ${WRITER}`

export interface Read {
  readonly before: Lane | undefined
  readonly log: LogEnd | undefined
  readonly found: Found
}
/** Nothing for almost every drop: only a copy that was given to somebody asks what she may know. */
function sharedBy(changes: readonly Change[]): readonly Id[] | null {
  const shared = changes.flatMap((change) => sharingOf(change) ?? [])
  return shared.length > 0 ? shared : null
}

/** All at once: the database takes them in this order, each with what the one before it locked. */
export async function lockAndRead(tx: Tx, lane: LaneId | undefined, { user, enrol }: Arrival, arrivals: readonly Arrival[]): Promise<Read> {
  const changes = arrivals.flatMap(({ change }) => (change ? [change] : []))
  const covered = changes.flatMap(({ covers = {} }) => Object.values(covers).flatMap((fields) => Object.values(fields).flat()))
  const values = [
    ...[lane ?? null, user, [...new Set(changes.map(({ rec }) => rec))], [...new Set(changes.flatMap(({ root }) => root ?? []))]],
    ...[arrivals.map(({ id }) => id), covered, changes.some(({ kind }) => kind === 'sign'), sharedBy(changes)],
  ]
  const [locked, log, found] = await Promise.all([
    tx.query<Lane>({ name: 'together-lock', text: LOCK, values: [lane ?? null] }),
    enrol ? lockLog(tx, enrol) : undefined,
    tx.query<Found>({ name: 'together-read', text: READ, values }),
  ])
  return { before: locked.rows[0], log: log && one(log.rows), found: one(found.rows) }
}

/** A moment apart each, as if they had come one by one: what waits is tried again in that order. */
const APART = `now() + x.n * interval '1 microsecond'`
const CUSTODY = `
  insert into custody (id, office, enrol, user_id, digest, raw, received_at)
  select x.id, $1, $2, $3, x.digest, x.raw, ${APART}
  from unnest($4::text[], $5::bytea[], $6::bytea[]) with ordinality as x (id, digest, raw, n) order by x.n`

/** When the same came on another way since we looked, all of it starts over (`twoWays`). */
export const writeCustody = (office: Office, tx: Tx, { user, enrol }: Arrival, fresh: readonly Fresh[]): Promise<unknown> =>
  tx.query({
    name: 'together-custody',
    text: CUSTODY,
    values: [
      ...[office.id, enrol ?? null, user],
      fresh.map(({ arrival }) => arrival.id),
      fresh.map(({ digest }) => digest),
      fresh.map(({ arrival }) => Buffer.from(arrival.raw)),
    ],
  })

const CHANGES = `
  with entries as (insert into change (lane, seq, id, rec, kind, actor, enrol, at, schema, salt, body, hash)
      select $1, x.seq, x.id, x.rec, x.kind, $2, $3, x.at, x.schema, x.salt, x.body, x.hash
      from unnest($4::bigint[], $5::text[], $6::text[], $7::text[], $8::text[], $9::int[], $10::bytea[], $11::text[], $12::text[])
        as x (seq, id, rec, kind, at, schema, salt, body, hash) order by x.seq),
    folded as (insert into record (${COLUMNS})
      select $1, x.id, x.type, x.root, x.seq, x.regs::json, x.frozen_seq, x.frozen_by, x.frozen_at
      from unnest($13::text[], $14::text[], $15::text[], $16::bigint[], $17::text[], $18::bigint[], $19::text[], $20::text[])
        as x (id, type, root, seq, regs, frozen_seq, frozen_by, frozen_at)
      on conflict (lane, id) do update set type = excluded.type, root = excluded.root, seq = excluded.seq, regs = excluded.regs,
        frozen_seq = excluded.frozen_seq, frozen_by = excluded.frozen_by, frozen_at = excluded.frozen_at)
  update lane set head = $21, head_hash = $22 where id = $1`

/** The entries, the records as their whole journals fold to, and the lane's new head. */
export function writeLane(tx: Tx, { enrol }: Arrival, work: LaneWork): Promise<unknown> {
  const { lane, author, written, head, hash } = work
  const rows = [...work.touched].flatMap((rec) => work.rows.get(rec) ?? []).map(rowValues)
  const of = (key: 'id' | 'rec' | 'kind' | 'at' | 'schema') => written.map(({ change }) => change[key])
  return tx.query({
    name: 'together-changes',
    text: CHANGES,
    values: [
      ...[lane, author, enrol ?? null, written.map(({ seq }) => seq)],
      ...[of('id'), of('rec'), of('kind'), of('at'), of('schema')],
      ...[written.map(({ salt }) => salt), written.map(({ body }) => body), written.map((entry) => entry.hash)],
      ...[1, 2, 3, 4, 5, 6, 7, 8].map((column) => rows.map((row) => row[column])),
      ...[head, hash],
    ],
  })
}

/** Of two first changes at once the later one starts over (`twoWays`), and finds the lane. */
export async function createLane(office: Office, tx: Tx, { lane, author, granted }: LaneWork): Promise<void> {
  await tx.query('insert into lane (id, office, kind, head_hash) values ($1, $2, $3, $4)', [lane, office.id, laneKind(lane), CHAIN_START])
  if (granted) await grantAuthor(tx, office.id, author, lane, granted)
}

const VERDICTS = `
  insert into verdict (id, n, state, lane, seq, why, at)
  select x.id, 1, x.state, x.lane, x.seq, x.why, ${APART}
  from unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::text[]) with ordinality as x (id, state, lane, seq, why, n)
  order by x.n`

export const writeVerdicts = (tx: Tx, fresh: readonly Fresh[]): Promise<unknown> =>
  tx.query({
    name: 'together-verdicts',
    text: VERDICTS,
    values: [
      fresh.map(({ arrival }) => arrival.id),
      fresh.map(({ verdict }) => verdict.s),
      fresh.map(({ arrival }) => arrival.change?.lane ?? null),
      fresh.map(({ verdict }) => verdict.seq ?? null),
      fresh.map(({ verdict }) => verdict.why ?? null),
    ],
  })
