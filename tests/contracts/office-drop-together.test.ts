// A drop is settled by lane (decision 0016). Whatever comes in it, the outcome is that of the same envelopes dropped one
// at a time: the same answers, journals, records and verdicts. A bad one stops nobody, and what is cut short is made good.

import { join } from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Id, type LaneId, laneOf } from '#domain/ids.ts'
import { checkAll } from '#office/check.ts'
import type { Arrival } from '#office/custody.ts'
import { inGroups } from '#office/together.ts'
import type { Change, DropResult } from '#sync/wire.ts'
import { aChange, aDraft, aId, aPhone, nowInstant, type Phone, post } from '../support/caller.ts'
import { aFilledDatabase, type FilledDatabase, poolOn, startOffice, type TestOffice } from '../support/office.ts'

const MANY_DROPS = join(import.meta.dirname, '..', 'support', 'many-drops.ts')

interface Place {
  readonly database: FilledDatabase
  readonly office: TestOffice
  readonly db: pg.Pool
  readonly marit: Phone
}
let together: Place
let apart: Place

async function aPlace(): Promise<Place> {
  const database = await aFilledDatabase('2026-11-23')
  const env = { ...database.env, NODE_OPTIONS: `--import ${MANY_DROPS}` }
  const office = await startOffice({ today: '2026-11-23', env })
  return { database, office, db: poolOn(database.url), marit: await aPhone(office.url, 'marit') }
}
beforeAll(async () => {
  together = await aPlace()
  apart = await aPlace()
  for (const { db } of [together, apart]) await refusing(db)
  await alone(apart.db)
})
afterAll(async () => {
  for (const place of [together, apart]) {
    await place?.db.end()
    await place?.office.remove()
    await place?.database.remove()
  }
})

const aLane = (): LaneId => laneOf('case', aId())
const named = (lane: LaneId): Change => aChange(lane, aId(), 'resident', { displayName: 'Samlet Testesen' })
const note = (lane: LaneId, text: string, rec = aId(), more: Partial<Change> = {}): Change =>
  aChange(lane, rec, 'complaint', { text }, more)
function signOf(root: Change, covers: readonly Change[]): Change {
  const { set: _none, ...bare } = aChange(root.lane, root.rec, root.type, {})
  const fields = (change: Change) => Object.fromEntries(Object.keys(change.set ?? {}).map((field) => [field, [change.id]]))
  return { ...bare, kind: 'sign', root: root.rec, covers: Object.fromEntries(covers.map((one) => [one.rec, fields(one)])) }
}

/** Words that the database refuses (`refusing`). */
const trips = (lane: LaneId): Change => note(lane, 'Snubler')
const refusing = (db: pg.Pool) =>
  db.query(`create function refuse() returns trigger language plpgsql as $$ begin
    if position('Snubler' in new.body) > 0 then raise exception 'odd' using errcode = '22021'; end if; return new; end $$;
    create trigger refuse before insert on change for each row execute function refuse()`)

/** What is settled together says of each a moment of its own; a database that refuses this has each taken alone. */
const alone = (db: pg.Pool) =>
  db.query(`create function alone() returns trigger language plpgsql as $$ begin
    if new.received_at <> now() then raise exception 'alone' using errcode = '55000'; end if; return new; end $$;
    create trigger alone before insert on custody for each row execute function alone()`)

type Sealed = (phone: Phone) => Promise<unknown>
const good =
  (change: Change): Sealed =>
  (phone) =>
    phone.seal(change)

/** A hundred, with everything in the middle that does not go the straight way. `isTwice`: ids that come twice, too. */
function aDrop([one, other, third]: readonly [LaneId, LaneId, LaneId], isTwice: boolean): readonly Sealed[] {
  const [first, child] = [note(one, 'Rot'), note(one, 'Del', aId())]
  const part: Change = { ...child, root: first.rec }
  const late = note(other, 'Kommer etter sin signatur')
  const stands = note(one, 'Står')
  const draft = aId()
  const broken = note(one, 'x')
  const odd: readonly Sealed[] = [
    good(first),
    good(part),
    good(signOf(first, [first, part])),
    good(note(one, 'Etter signaturen', part.rec, { root: first.rec })),
    good(signOf(late, [late])),
    good(note(other, 'Mens noe venter')),
    good(late),
    good(note(other, 'Etter signaturen', late.rec)),
    good(aChange(laneOf('user', aId()), aId(), 'safetyReport', { what: 'Ikke min' })),
    async (phone) => ({ ...((await phone.seal(broken)) as object), ct: 'AAAA' }),
    async () => 'ikke en konvolutt',
    good(aDraft(one, draft, 1, 'Halvskrevet')),
    good(note(one, 'Ferdig', aId(), { finishes: draft })),
    good(aDraft(one, draft, 2, 'For sent')),
    good(trips(third)),
    good({ ...note(third, 'Ukjent form'), schema: 99 }),
    good(stands),
    good({ ...note(one, 'Samme id'), ...(isTwice ? { id: stands.id } : {}) }),
    good(note(one, 'Annen type', first.rec, { type: 'budget' })),
    good(aChange(third, aId(), 'resident', { addressProtection: 'confidential' })),
  ]
  const rest = Array.from({ length: 76 }, (_, n) => good(note([one, other, third][n % 3] ?? one, `Nr. ${n}`)))
  const mixed = rest.flatMap((env, n) => (n % 3 === 1 && odd[(n - 1) / 3] ? [odd[(n - 1) / 3] as Sealed, env] : [env]))
  return [good(named(one)), good(named(other)), good(named(third)), ...mixed]
}

/** Envelopes sealed once: the same bytes twice are the same envelope. */
async function sealed(drop: readonly Sealed[], phone: Phone, isTwice: boolean): Promise<readonly unknown[]> {
  const envs = await Promise.all(drop.map((seal) => seal(phone)))
  return isTwice ? [...envs, envs[40]] : envs
}

/** Everything the office knows now, without what no two offices have in common: salts, hashes, times, ids of its own. */
async function outcome({ db, marit }: Place) {
  const rows = async (sql: string) =>
    (await db.query(sql, [marit.enrol])).rows.map((row) => JSON.stringify(row).replaceAll(marit.user, 'marit'))
  const of = 'select id from custody where enrol = $1'
  return {
    journal: await rows(`select lane, seq::int, id, rec, kind, actor, at, schema, body from change where enrol = $1 order by lane, seq`),
    heads: await rows(`select id, head::int, derived::int from lane where id in (select lane from change where enrol = $1) order by id`),
    records: await rows(`select lane, id, type, root, seq::int, regs, frozen_seq::int, frozen_by from record
      where lane in (select lane from change where enrol = $1) order by lane, seq, id`),
    verdicts: await rows(`select coalesce(c.claims, c.id) as id, c.claims is not null as clash, v.n, v.state, v.lane, v.seq::int, v.why
      from verdict v join custody c on c.id = v.id where v.id in (${of}) order by 1, 2, v.n`),
    parked: await rows(
      `select draft, lane, body, done_at is not null as done from parked where user_id = (select user_id from enrolment where id = $1) order by 1`,
    ),
    deadlines: await rows(
      `select lane, rule, basis, due from deadline where lane in (select lane from change where enrol = $1) order by 1, 2, 3`,
    ),
    access: await rows(`select lane, view, role from access where lane in (select lane from change where enrol = $1) order by 1, 2`),
  }
}

const ids = async ({ db, marit }: Place): Promise<readonly Id[]> =>
  (
    await db.query<{ id: Id }>(
      'select coalesce(c.claims, c.id) as id from receipt r join custody c on c.id = r.id where r.enrol = $1 order by r.rseq',
      [marit.enrol],
    )
  ).rows.map((row) => row.id)

const bare = (results: readonly DropResult[]) => results.map(({ rseq: _place, ...result }) => result)

const KINDS = ['applied', 'parked', 'bad', 'signed', 'awaits', 'later', 'grant']

async function expectSame(drop: readonly Sealed[], isTwice: boolean): Promise<void> {
  const answer = await together.marit.drop(await sealed(drop, together.marit, isTwice))
  expect(answer.status).toBe(200)
  const results: DropResult[] = []
  for (const env of await sealed(drop, apart.marit, isTwice))
    results.push(...((await apart.marit.drop([env])).json.results as DropResult[]))
  const said = answer.json.results as DropResult[]
  expect(said.length).toBe(isTwice ? 100 : 99)
  expect(bare(said)).toEqual(bare(results))
  const seen = new Set(said.map(({ s, why }) => String(why ?? s)))
  expect([...KINDS, ...(isTwice ? ['clash'] : [])].filter((kind) => !seen.has(kind))).toEqual([])
  expect(await outcome(together)).toEqual(await outcome(apart))
  for (const { db } of [together, apart]) expect(await checkAll(db)).toMatchObject({ brokenLanes: [], brokenReceipts: [] })
}

test('a hundred for one home, with everything in the middle and ids that come twice, come out as the same hundred one at a time', async () => {
  const lane = aLane()
  await expectSame(aDrop([lane, lane, lane], true), true)
  expect(await ids(together)).toEqual(await ids(apart))
})

test('a hundred for three homes in turn come out as the same hundred one at a time', async () => {
  await expectSame(aDrop([aLane(), aLane(), aLane()], false), false)
  expect([...(await ids(together))].sort()).toEqual([...(await ids(apart))].sort())
})

test('the results of a drop say the places their receipts have, without a gap', async () => {
  const { marit, db } = together
  const before = (await ids(together)).length
  const lanes = [aLane(), aLane()]
  const changes = [...lanes.map(named), ...Array.from({ length: 10 }, (_, n) => note(lanes[n % 2] ?? aLane(), `Nr. ${n}`))]
  const results = await marit.send(...changes)
  const { rows } = await db.query<{ id: Id; rseq: number }>('select id, rseq::int from receipt where enrol = $1 and rseq > $2', [
    marit.enrol,
    before,
  ])
  expect(new Map(results.map(({ id, rseq }) => [id, rseq]))).toEqual(new Map(rows.map(({ id, rseq }) => [id, rseq])))
  for (const lane of lanes) {
    const places = results.filter((_, i) => changes[i]?.lane === lane).map(({ rseq }) => rseq ?? 0)
    expect(places).toEqual([...places].sort((a, b) => a - b))
  }
  expect(Math.max(...results.map(({ rseq }) => rseq ?? 0))).toBe(before + 12)
})

/** The database's own backend is ended in the middle of a write, `times` times. */
async function killing(db: pg.Pool, table: string, times: number, work: () => Promise<unknown>): Promise<void> {
  await db.query(`create sequence struck; create function strike() returns trigger language plpgsql as $$ begin
    if nextval('struck') <= ${times} then perform pg_terminate_backend(pg_backend_pid()); end if; return new; end $$;
    create trigger strike before insert on ${table} for each row execute function strike()`)
  await work()
  await db.query(`drop trigger strike on ${table}; drop function strike; drop sequence struck`)
}

test.each(['custody', 'change', 'verdict', 'receipt'])(
  'a backend killed while it writes the %s loses nothing, and the phone hears of all of them',
  async (table) => {
    const { marit, db } = together
    const lane = aLane()
    const changes = [named(lane), ...Array.from({ length: 9 }, (_, n) => note(lane, `Nr. ${n}`))]
    const envs = await Promise.all(changes.map((change) => marit.seal(change)))
    let first = 0
    await killing(db, table, 2, async () => {
      first = (await marit.drop(envs)).status
    })
    const again = await marit.drop(envs)
    expect([[200, 503].includes(first), again.status]).toEqual([true, 200])
    expect((again.json.results as DropResult[]).map(({ id, s }) => [id, s])).toEqual(changes.map(({ id }) => [id, 'applied']))
    const { rows } = await db.query('select id from change where lane = $1 order by seq', [lane])
    expect(rows.map((row) => row.id)).toEqual(changes.map((change) => change.id))
    expect(await checkAll(db)).toMatchObject({ brokenLanes: [], brokenReceipts: [] })
  },
)

test('the same drop twice at once stands once, in order', async () => {
  const { marit, db } = together
  const lanes = [aLane(), aLane(), aLane()]
  const changes = [...lanes.map(named), ...Array.from({ length: 60 }, (_, n) => note(lanes[n % 3] ?? aLane(), `Nr. ${n}`))]
  const envs = await Promise.all(changes.map((change) => marit.seal(change)))
  const answers = await Promise.all([marit.drop(envs), marit.drop(envs), marit.drop([...envs].reverse())])
  for (const answer of answers) expect((answer.json.results as DropResult[]).map(({ s }) => s)).toEqual(envs.map(() => 'applied'))
  const { rows } = await db.query('select 1 from change where lane = any($1)', [lanes])
  expect(rows).toHaveLength(changes.length)
  expect(await checkAll(db)).toMatchObject({ brokenLanes: [], brokenReceipts: [] })
})

test('a phone that has more to send has its lanes derived with its last drop, and else in a moment', async () => {
  const { marit, db, office } = together
  const lane = aLane()
  const behind = async () => (await db.query('select derived < head as behind from lane where id = $1', [lane])).rows[0]?.behind
  const other = aLane()
  const offer = async (left: number, to = lane) => {
    const envs = [await marit.seal(note(to, 'Mer kommer'))]
    return (await post(office.url, `/v1/drop/${marit.enrol}`, { envs, left, oldest: nowInstant() }, { Cookie: marit.cookie })).status
  }
  await marit.send(named(lane), named(other))
  expect(await offer(7)).toBe(200)
  expect(await offer(0, other)).toBe(200)
  expect(await behind()).toBe(false)
  expect(await offer(7)).toBe(200)
  await expect.poll(behind, { timeout: 60_000 }).toBe(false)
})

test('two lanes in turn are two groups, each in its own order; a draft stands alone, and an id that comes twice keeps all in order', () => {
  const [one, other] = [aLane(), aLane()]
  const user = aId()
  const arrival = (change: Change | undefined, as = aId()): Arrival => ({ id: change?.id ?? as, user, raw: '', change })
  const [a, b, c, d] = [note(one, 'a'), note(other, 'b'), note(one, 'c'), note(other, 'd')].map((change) => arrival(change))
  const bad = arrival(undefined)
  const draft = arrival(aDraft(one, aId(), 1, 'x'))
  const groups = (...all: (Arrival | undefined)[]) => inGroups(all.flatMap((found) => found ?? []))
  expect(groups(a, b, bad, c, d)).toEqual([
    [a, c],
    [b, bad, d],
  ])
  expect(groups(a, draft, c)).toEqual([[a], [draft], [c]])
  expect(groups(a, b, c, { ...(a as Arrival) })).toEqual([[a], [b], [c, a]])
})
