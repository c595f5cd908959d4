// Who complained: kept at the office apart from the complaint, read at the desk by those who coordinate the case, and on no
// phone whoever has it: not the first time, not as what moved, not afresh, not after a restart (DOMAIN.md 2.17, N 5.6 box).

import { rmSync } from 'node:fs'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Id, type LaneId, laneOf } from '#domain/ids.ts'
import type { Cursor } from '#sync/wire.ts'
import { anAccount } from '../support/accounts.ts'
import { aChange, aDesk, aId, anEdit, aPhone, type Desk, type Phone } from '../support/caller.ts'
import { databaseOf, dataFolder, poolOn, startOffice, type TestOffice } from '../support/office.ts'

const data = dataFolder()
/** Nobody's: the words are only looked for. */
const NAME = 'Nabo Hemmeligsen'
const WHAT = 'Høy musikk etter klokka 23.'
let office: TestOffice
let db: pg.Pool
/** Coordinates, with a phone and a desk. */
let tor: { readonly phone: Phone; readonly desk: Desk }
let marit: Phone
/** Follows the case up, with a desk of her own. */
let saks: Desk
let lane: LaneId
let complaint: Id
let reporter: Id

beforeAll(async () => {
  office = await startOffice({ data, today: '2026-11-23' })
  db = poolOn(await databaseOf(data))
  await anAccount(db, 'tor', ['followup_worker', 'case_worker', 'leader'])
  await anAccount(db, 'saks', ['case_worker'])
  tor = { phone: await aPhone(office.url, 'tor'), desk: await aDesk(office.url, 'tor') }
  saks = await aDesk(office.url, 'saks')
  marit = await aPhone(office.url, 'marit')
  lane = laneOf('case', aId())
  const told = aChange(lane, aId(), 'complaint', { about: 'noise', text: WHAT, fromRole: 'neighbour', receivedAt: '2026-11-20' })
  const who = aChange(lane, aId(), 'reporter', { complaint: told.rec, name: NAME, phone: '00000117' })
  complaint = told.rec
  reporter = who.rec
  const answer = await tor.desk.send(aChange(lane, aId(), 'resident', { displayName: 'Nora Testesen' }), told, who)
  expect(answer.json.results).toMatchObject([{ s: 'applied' }, { s: 'applied' }, { s: 'applied' }])
  const give = [
    { user: marit.user, role: 'worker' },
    { user: saks.user, role: 'worker' },
  ]
  expect((await tor.desk.act('access', { lane, give, take: [], reason: 'Deles' })).json).toEqual({ ok: true })
})
afterAll(async () => {
  await db?.end()
  await office?.remove()
  rmSync(data, { recursive: true, force: true })
})

type Read = Awaited<ReturnType<Phone['sync']>>
const cursorsOf = (read: Read): Record<string, Cursor> =>
  Object.fromEntries([...read.lanes.values()].map((one): [string, Cursor] => [one.l, [one.head, one.hash, one.view]]))
const phones = (): readonly Phone[] => [tor.phone, marit]
function saysNothing(read: Read): void {
  const said = JSON.stringify(read.lines)
  expect(said).not.toContain(NAME)
  expect(said).not.toContain('00000117')
  expect(read.rows.filter((row) => row.id === reporter || row.type === 'reporter')).toEqual([])
}
const rowsAt = async (desk: Desk): Promise<readonly { id: Id; type: string }[]> =>
  (await desk.ask({ ask: 'resident', lane })).json.rows as { id: Id; type: string }[]

test('a phone gets the complaint, and nothing of who complained: the coordinator’s no more than the worker’s', async () => {
  for (const phone of phones()) {
    const read = await phone.sync()
    saysNothing(read)
    expect(read.rows.some((row) => row.id === complaint && row.type === 'complaint')).toBe(true)
    expect(read.lines.filter((line) => line.k === 'start')[0]).toMatchObject({ rows: read.rows.length })
  }
})

test('no phone gets it as what moved, nor afresh, nor when its cursor is of another chain', async () => {
  for (const phone of phones()) {
    const before = await phone.sync()
    const row = (await rowsAt(tor.desk)).find((one) => one.id === reporter)
    const edit = anEdit(row as Parameters<typeof anEdit>[0], 'name', NAME)
    expect((await tor.desk.send(edit)).json.results).toMatchObject([{ s: 'applied' }])
    const moved = await phone.sync(cursorsOf(before))
    saysNothing(moved)
    expect(moved.lanes.get(lane)?.mode).toBe('delta')
    const [head, , view] = cursorsOf(moved)[lane] ?? [0, '', 1]
    for (const cursor of [[head, 'f'.repeat(64), view] as Cursor, [head, moved.lanes.get(lane)?.hash ?? '', view + 7] as Cursor])
      saysNothing(await phone.sync({ ...cursorsOf(moved), [lane]: cursor }))
  }
})

test('at the desk it is in the case of one who coordinates it, in nobody else’s, and in no list', async () => {
  expect((await rowsAt(tor.desk)).some(({ id }) => id === reporter)).toBe(true)
  expect((await rowsAt(saks)).some(({ id }) => id === complaint)).toBe(true)
  const theirs = (await saks.ask({ ask: 'resident', lane })).text
  expect(theirs).toContain(WHAT)
  expect(theirs).not.toContain(NAME)
  for (const desk of [tor.desk, saks])
    for (const ask of ['today', 'residents', 'inbox', 'held', 'sending']) expect((await desk.ask({ ask })).text).not.toContain(NAME)
})

test('who does not coordinate cannot write one, from a phone or a desk; a complaint anybody may', async () => {
  const who = () => aChange(lane, aId(), 'reporter', { complaint, name: 'En annen', phone: '' })
  expect(await marit.send(who())).toMatchObject([{ s: 'held', why: 'field' }])
  expect((await saks.send(who())).json.results).toMatchObject([{ s: 'held', why: 'field' }])
  expect(
    await marit.send(aChange(lane, aId(), 'complaint', { about: 'smell', fromRole: 'anonymous', receivedAt: '2026-11-22' })),
  ).toMatchObject([{ s: 'applied' }])
})

test('a restart and what the office prints say nothing of it', async () => {
  await office.stop()
  await office.restart()
  await db.end()
  db = poolOn(await databaseOf(data))
  for (const phone of phones()) saysNothing(await phone.sync())
  expect(office.printed()).not.toContain(NAME)
})

test('an erasure of who complained reaches it everywhere, and leaves the complaint', async () => {
  const { rows: before } = await db.query<{ id: Id }>('select id from change where lane = $1 and rec = $2', [lane, reporter])
  const desk = await aDesk(office.url, 'tor')
  expect((await desk.act('erase', { lane, ids: before.map(({ id }) => id), reason: 'Naboen ba om det' })).json).toEqual({ ok: true })
  const tables = await db.query<{ name: string }>(`select tablename as name from pg_tables where schemaname = 'bofast'`)
  for (const { name } of tables.rows) {
    const { rowCount } = await db.query(`select 1 from ${name} t where position($1 in t::text) > 0 limit 1`, [NAME])
    expect([name, rowCount]).toEqual([name, 0])
  }
  const text = (await desk.ask({ ask: 'resident', lane })).text
  expect(text).not.toContain(NAME)
  expect(text).toContain(WHAT)
})
