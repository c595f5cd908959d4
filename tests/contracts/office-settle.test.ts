// What is derived from a lane follows its changes once for each call and not once for each change (DESIGN.md 6), except
// what says who may have the lane at all. What a kill cuts short is found again.

import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { type LaneId, laneOf } from '#domain/ids.ts'
import { anOffice } from '../support/an-office.ts'
import { aChange, aId, aPhone, type Phone, post } from '../support/caller.ts'
import { startOffice } from '../support/office.ts'

const at = anOffice()
let marit: Phone

beforeAll(async () => {
  marit = await aPhone(at.url, 'marit')
})

const aConcern = (lane: LaneId) => aChange(lane, aId(), 'concern', { code: 'fire', status: 'open' })
async function aCase(): Promise<LaneId> {
  const lane = laneOf('case', aId())
  await marit.send(aChange(lane, aId(), 'resident', { displayName: 'Treg Testesen' }))
  return lane
}

type Changes = Parameters<Phone['seal']>[0][]
const drop = async (...changes: Changes) => offer(await sealed(changes))
const sealed = (changes: Changes) => Promise.all(changes.map((change) => marit.seal(change)))
const offer = (envs: readonly unknown[]) =>
  post(at.url, `/v1/drop/${marit.enrol}`, { envs, left: 0, oldest: null }, { Cookie: marit.cookie })

interface Derived {
  readonly head: number
  readonly derived: number
  readonly seq: number | null
  readonly concerns: number
}
async function derivedOf(lane: LaneId): Promise<Derived | undefined> {
  const { rows } = await at.db.query(
    'select l.head::int, l.derived::int, s.seq::int, s.body from lane l left join summary s on s.lane = l.id where l.id = $1',
    [lane],
  )
  const [row] = rows
  return row && { head: row.head, derived: row.derived, seq: row.seq, concerns: row.body?.openConcerns?.length ?? 0 }
}

/** Whatever is written to a table, with the transaction that wrote it. */
async function watched<T>(work: () => Promise<T>): Promise<{ readonly change: string[]; readonly summary: string[] }> {
  await at.db.query(`create table written (tab text, lane text, tx text);
    create function note_written() returns trigger language plpgsql as $$ begin
      insert into written values (tg_table_name, new.lane, pg_current_xact_id()::text); return null; end $$;
    create trigger watch after insert or update on change for each row execute function note_written();
    create trigger watch after insert or update on summary for each row execute function note_written()`)
  await work()
  const { rows } = await at.db.query<{ tab: string; tx: string }>('select tab, tx from written')
  await at.db.query('drop trigger watch on change; drop trigger watch on summary; drop function note_written; drop table written')
  const of = (tab: string) => rows.filter((row) => row.tab === tab).map(({ tx }) => tx)
  return { change: of('change'), summary: of('summary') }
}

test('a drop derives each lane once after its last change, in a transaction of its own, and before it is answered', async () => {
  const [one, other] = [await aCase(), await aCase()]
  const { change, summary } = await watched(() => drop(...[one, other, one, one, other].map(aConcern)))
  expect(new Set(change).size).toBe(2)
  expect(new Set(summary).size).toBe(2)
  expect(summary.filter((tx) => change.includes(tx))).toEqual([])
  expect(await derivedOf(one)).toEqual({ head: 4, derived: 4, seq: 4, concerns: 3 })
  expect(await derivedOf(other)).toEqual({ head: 3, derived: 3, seq: 3, concerns: 2 })
})

test('that a home is protected is known in the same transaction as the change that says so', async () => {
  const resident = aId()
  const lane = laneOf('case', aId())
  await marit.send(aChange(lane, resident, 'resident', { displayName: 'Skjult Testesen' }))
  const raised = aChange(lane, resident, 'resident', { addressProtection: 'strictly_confidential' })
  const { change, summary } = await watched(() => drop(raised, aConcern(lane)))
  expect(change).toHaveLength(2)
  expect(summary[0]).toBe(change[0])
  const { rows } = await at.db.query('select is_shielded from summary where lane = $1', [lane])
  expect(rows).toEqual([{ is_shielded: true }])
})

test('to which case a notice belongs is known in the same transaction as the change that says so', async () => {
  const home = await aCase()
  const notice = laneOf('inquiry', aId())
  const { change, summary } = await watched(() => drop(aChange(notice, aId(), 'inquiry', { kind: 'concern', linkedCase: home })))
  expect(summary[0]).toBe(change[0])
  const { rows } = await at.db.query('select linked_case from link where lane = $1', [notice])
  expect(rows).toEqual([{ linked_case: home }])
})

/** The database goes away for whoever derives: what was committed before stands. */
const cutDeriving = () =>
  at.db.query(`create function cut_short() returns trigger language plpgsql as $$ begin
    raise exception 'away' using errcode = '57P03'; end $$;
    create trigger cut before update on summary for each row execute function cut_short()`)
const mendDeriving = () => at.db.query('drop trigger cut on summary; drop function cut_short')

test('a phone whose drop was cut short before the deriving is asked again, and its lane is right then', async () => {
  const lane = await aCase()
  const envs = await sealed([aConcern(lane)])
  await cutDeriving()
  expect((await offer(envs)).status).toBe(503)
  await mendDeriving()
  expect(await derivedOf(lane)).toEqual({ head: 2, derived: 1, seq: 1, concerns: 0 })
  expect((await offer(envs)).status).toBe(200)
  expect(await derivedOf(lane)).toEqual({ head: 2, derived: 2, seq: 2, concerns: 1 })
})

test('an office that was killed before the deriving derives what is behind when it starts', async () => {
  const lane = await aCase()
  await cutDeriving()
  expect((await drop(aConcern(lane), aConcern(lane))).status).toBe(503)
  await at.office.kill()
  await mendDeriving()
  const next = await startOffice({ today: '2026-11-23', env: { ...at.env, BOFAST_DEMO: 'off' }, data: at.office.data })
  onTestFinished(next.remove)
  expect(await derivedOf(lane)).toEqual({ head: 3, derived: 3, seq: 3, concerns: 2 })
})

test('no lane of the demo is behind when its office opens', async () => {
  const { rows } = await at.db.query(`select id from lane where kind in ('case', 'inquiry') and derived < head`)
  expect(rows).toEqual([])
})
