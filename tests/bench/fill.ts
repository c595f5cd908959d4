// Fills the real office's database quickly with people and cases, row for row what its own journal would have written:
// changes chained by the product's own chain, records by its own fold. (Through the door, 10,000 changes take minutes.)

import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { type Id, id, instant, type Json, type LaneId, laneOf } from '#domain/ids.ts'
import type { RecordType } from '#domain/records.ts'
import { summariseLane } from '#domain/summary.ts'
import { sha256 } from '#office/sha256.ts'
import { CHAIN_START, digestOf, nextHash, SALT_BYTES, utf8 } from '#sync/chain.ts'
import { foldRecord } from '#sync/fold.ts'
import type { Change } from '#sync/wire.ts'
import { aChange, aId } from '../support/caller.ts'
import { type Visit, visits } from './visits.ts'

export interface Filler {
  /** Another field worker, with the password of the demo's Marit. */
  readonly worker: (account: string) => Promise<Id>
  readonly person: (account: string) => Promise<Id>
  readonly share: (lane: LaneId, user: Id) => Promise<void>
  /** `count` visits in cases of `each`, every one saved so many times, for this worker. */
  readonly cases: (user: Id, how: { count: number; each: number; saves?: number; isOwnLanes?: boolean }) => Promise<readonly LaneId[]>
  /** More of the journal for one case: what others did while a phone was away. */
  readonly more: (lane: LaneId, user: Id, changes: readonly Change[]) => Promise<void>
  readonly close: () => Promise<void>
}

export const visitSet = ({ kind, status, start, workers, outcome }: Visit): Record<string, Json> => ({
  kind,
  status,
  planned: { start },
  workers,
  outcome,
})

export async function filler(url: string): Promise<Filler> {
  const db = new pg.Client({ connectionString: url, options: '-c search_path=bofast' })
  await db.connect()
  return {
    worker: async (account) => {
      const user = aId()
      await db.query(
        `insert into account (id, office, account, roles, kdf, salt, hash)
         select $1, office, $2, roles, kdf, salt, hash from account where account = 'marit'`,
        [user, account],
      )
      return user
    },
    person: async (account) => (await db.query<{ id: Id }>('select id from account where account = $1', [account])).rows[0]?.id ?? id(''),
    share: (lane, user) => share(db, lane, user),
    cases: (user, how) => fillCases(db, user, how),
    more: (lane, user, changes) => append(db, lane, user, changes),
    close: () => db.end(),
  }
}

type Db = pg.Client

async function fillCases(
  db: Db,
  user: Id,
  { count, each, saves = 1, isOwnLanes = false }: { count: number; each: number; saves?: number; isOwnLanes?: boolean },
): Promise<readonly LaneId[]> {
  const lanes: LaneId[] = []
  const all = visits(count, each)
  for (let n = 0; n * each < count; n++) {
    const mine = all.slice(n * each, (n + 1) * each)
    const lane = laneOf('case', isOwnLanes ? aId() : id(mine[0]?.resident ?? ''))
    lanes.push(lane)
    await append(db, lane, user, caseChanges(lane, n, mine, saves, isOwnLanes))
    await share(db, lane, user)
  }
  return lanes
}

async function share(db: Db, lane: LaneId, user: Id): Promise<void> {
  await db.query(`insert into access (office, user_id, lane, view, role) select office, id, $2, 1, 'worker' from account where id = $1`, [
    user,
    lane,
  ])
}

function caseChanges(lane: LaneId, n: number, mine: readonly Visit[], saves: number, isOwnLanes: boolean): readonly Change[] {
  const named = aChange(lane, id(lane.slice(5)), 'resident', {
    displayName: `Prøveperson ${n}`,
    status: 'open',
    clientStatus: 'active',
    addressProtection: 'none',
  })
  const changes = [named]
  for (const visit of mine) {
    const rec = isOwnLanes ? aId() : id(visit.id)
    let last = aChange(lane, rec, 'visit', visitSet(visit), { at: instant(`${visit.start}:00.000Z`) })
    changes.push(last)
    for (let s = 1; s < saves; s++) {
      last = aChange(
        lane,
        rec,
        'visit',
        {},
        { set: { outcome: { v: { ...visit.outcome, note: `${s} ${visit.outcome.note}` }, over: [last.id] } } },
      )
      changes.push(last)
    }
  }
  return changes
}

/** As the journal does: next numbers, chained, every touched record folded from all of its changes. */
async function append(db: Db, lane: LaneId, user: Id, changes: readonly Change[]): Promise<void> {
  const account = await db.query<{ office: Id }>('select office from account where id = $1', [user])
  const office = account.rows[0]?.office
  await db.query(`insert into lane (id, office, kind, head_hash) values ($1, $2, 'case', $3) on conflict do nothing`, [
    lane,
    office,
    CHAIN_START,
  ])
  const before = await db.query<{ head: string; hash: string }>('select head, head_hash as hash from lane where id = $1', [lane])
  let [seq, hash] = [Number(before.rows[0]?.head), before.rows[0]?.hash ?? CHAIN_START]
  const entries = []
  for (const change of changes) {
    const salt = randomBytes(SALT_BYTES)
    const body = JSON.stringify(change)
    seq += 1
    hash = await nextHash(sha256, hash, seq, change.id, await digestOf(sha256, salt, utf8(body)))
    entries.push({ change, seq, salt, body, hash })
  }
  await insertChanges(db, lane, user, entries)
  await db.query('update lane set head = $2, head_hash = $3 where id = $1', [lane, seq, hash])
  await refold(db, lane, user, office ?? '', seq)
}

interface Made {
  readonly change: Change
  readonly seq: number
  readonly salt: Buffer
  readonly body: string
  readonly hash: string
}

async function insertChanges(db: Db, lane: LaneId, user: Id, entries: readonly Made[]): Promise<void> {
  for (let i = 0; i < entries.length; i += 1000) {
    const some = entries.slice(i, i + 1000)
    await db.query(
      `insert into change (lane, seq, id, rec, kind, actor, at, schema, salt, body, hash)
       select $1, c.seq, c.id, c.rec, c.kind, $2, c.at, 1, c.salt, c.body, c.hash
       from unnest($3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[], $8::bytea[], $9::text[], $10::text[])
         as c (seq, id, rec, kind, at, salt, body, hash)`,
      [
        lane,
        user,
        ...(['seq', 'id', 'rec', 'kind', 'at', 'salt', 'body', 'hash'] as const).map((key) => some.map((one) => columnOf(one, key))),
      ],
    )
  }
}

const columnOf = (one: Made, key: 'seq' | 'id' | 'rec' | 'kind' | 'at' | 'salt' | 'body' | 'hash'): unknown =>
  key === 'id' || key === 'rec' || key === 'kind' || key === 'at' ? one.change[key] : one[key]

async function refold(db: Db, lane: LaneId, user: Id, office: string, seq: number): Promise<void> {
  const { rows } = await db.query<{ rec: Id; type: RecordType; body: string; seq: string }>(
    'select rec, body, seq from change where lane = $1 order by seq',
    [lane],
  )
  const byRec = new Map<Id, { change: Change; actor: Id; seq: number }[]>()
  for (const { rec, body, seq: at } of rows)
    byRec.set(rec, [...(byRec.get(rec) ?? []), { change: JSON.parse(body), actor: user, seq: Number(at) }])
  const records = [...byRec].flatMap(([rec, entries]) => foldRecord(lane, rec, entries) ?? [])
  await db.query('delete from record where lane = $1', [lane])
  await db.query(
    `insert into record (lane, id, type, root, seq, regs) select $1, r.id, r.type, r.root, r.seq, r.regs::json
     from unnest($2::text[], $3::text[], $4::text[], $5::bigint[], $6::text[]) as r (id, type, root, seq, regs)`,
    [
      lane,
      records.map((row) => row.id),
      records.map((row) => row.type),
      records.map((row) => row.root ?? null),
      records.map((row) => row.seq),
      records.map((row) => JSON.stringify(row.regs)),
    ],
  )
  await db.query(
    `insert into summary (lane, office, seq, body) values ($1, $2, $3, $4)
     on conflict (lane) do update set seq = excluded.seq, body = excluded.body`,
    [lane, office, seq, JSON.stringify(summariseLane(records) ?? null)],
  )
}
