// The national identity number: kept at the office, read at the desk by those who coordinate the case, and on no phone
// whoever has it: not the first time, not as what moved, not afresh, not after the office was restored (DOMAIN.md 2.1).

import { rmSync } from 'node:fs'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Id, type LaneId, laneOf } from '#domain/ids.ts'
import type { Cursor } from '#sync/wire.ts'
import { anAccount } from '../support/accounts.ts'
import { aChange, aDesk, aId, anEdit, aPhone, type Desk, type Phone } from '../support/caller.ts'
import { databaseOf, dataFolder, poolOn, startOffice, type TestOffice } from '../support/office.ts'

const data = dataFolder()
/** Not a number of anybody's: the words are only looked for. */
const NUMBER = '99999900000'
let office: TestOffice
let db: pg.Pool
/** Coordinates, with a phone and a desk. */
let tor: { readonly phone: Phone; readonly desk: Desk }
let marit: Phone
/** Follows the case up, with a desk of her own. */
let saks: Desk
let lane: LaneId
let number: Id

beforeAll(async () => {
  office = await startOffice({ data, today: '2026-11-23' })
  db = poolOn(await databaseOf(data))
  await anAccount(db, 'tor', ['followup_worker', 'case_worker', 'leader'])
  await anAccount(db, 'saks', ['case_worker'])
  tor = { phone: await aPhone(office.url, 'tor'), desk: await aDesk(office.url, 'tor') }
  saks = await aDesk(office.url, 'saks')
  marit = await aPhone(office.url, 'marit')
  lane = laneOf('case', aId())
  const made = aChange(lane, aId(), 'identity', { nationalId: NUMBER })
  number = made.rec
  const answer = await tor.desk.send(aChange(lane, aId(), 'resident', { displayName: 'Nora Testesen' }), made)
  expect(answer.json.results).toMatchObject([{ s: 'applied' }, { s: 'applied' }])
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
  expect(JSON.stringify(read.lines)).not.toContain(NUMBER)
  expect(read.rows.filter((row) => row.id === number || row.type === 'identity')).toEqual([])
}
const rowsAt = async (desk: Desk): Promise<readonly { id: Id; type: string }[]> =>
  (await desk.ask({ ask: 'resident', lane })).json.rows as { id: Id; type: string }[]

test('no phone gets it the first time, the coordinator’s no more than the worker’s, and what it is told to expect is what comes', async () => {
  for (const phone of phones()) {
    const read = await phone.sync()
    saysNothing(read)
    expect(read.rows.some((row) => row.lane === lane && row.type === 'resident')).toBe(true)
    const [start] = read.lines.filter((line) => line.k === 'start')
    expect(start).toMatchObject({ rows: read.rows.length })
  }
})

test('no phone gets it as what moved, and the lane’s chain stands on every phone as at the office', async () => {
  for (const phone of phones()) {
    const before = await phone.sync()
    const row = (await rowsAt(tor.desk)).find((one) => one.id === number)
    const edit = anEdit(row as Parameters<typeof anEdit>[0], 'nationalId', NUMBER)
    expect((await tor.desk.send(edit)).json.results).toMatchObject([{ s: 'applied' }])
    const moved = await phone.sync(cursorsOf(before))
    saysNothing(moved)
    expect(moved.lanes.get(lane)?.mode).toBe('delta')
    const { rows } = await db.query<{ head: number; head_hash: string }>('select head, head_hash from lane where id = $1', [lane])
    expect(moved.lanes.get(lane)).toMatchObject({ head: Number(rows[0]?.head), hash: rows[0]?.head_hash })
    // Its own cursor is good for the next time: nothing is fetched afresh because something was left out.
    const [same] = [await phone.sync({ ...cursorsOf(before), ...cursorsOf(moved) })]
    expect(same?.lanes.has(lane)).toBe(false)
  }
})

test('no phone gets it when its cursor is of another chain, as after a restore, or of another view', async () => {
  for (const phone of phones()) {
    const read = await phone.sync()
    const [head, , view] = cursorsOf(read)[lane] ?? [0, '', 1]
    const restored = await phone.sync({ ...cursorsOf(read), [lane]: [head, 'f'.repeat(64), view] })
    expect(restored.lanes.get(lane)?.mode).toBe('reset')
    saysNothing(restored)
    const afresh = await phone.sync({ ...cursorsOf(read), [lane]: [head, read.lanes.get(lane)?.hash ?? '', view + 7] })
    expect(afresh.lanes.get(lane)?.mode).toBe('snap')
    saysNothing(afresh)
  }
})

test('at the desk it is in the case of one who coordinates it, in nobody else’s, and in no list', async () => {
  expect((await rowsAt(tor.desk)).some(({ id }) => id === number)).toBe(true)
  expect((await rowsAt(saks)).some(({ type }) => type === 'resident')).toBe(true)
  expect((await saks.ask({ ask: 'resident', lane })).text).not.toContain(NUMBER)
  for (const desk of [tor.desk, saks])
    for (const ask of ['today', 'residents', 'inbox', 'held', 'sending']) expect((await desk.ask({ ask })).text).not.toContain(NUMBER)
})

test('who does not coordinate cannot write one, from a phone or a desk', async () => {
  const [mine, theirs] = [aChange(lane, aId(), 'identity', { nationalId: '1' }), aChange(lane, aId(), 'identity', { nationalId: '2' })]
  expect(await marit.send(mine)).toMatchObject([{ s: 'held', why: 'field' }])
  expect((await saks.send(theirs)).json.results).toMatchObject([{ s: 'held', why: 'field' }])
})

test('a restart and what the office prints say nothing of it', async () => {
  await office.stop()
  await office.restart()
  await db.end()
  db = poolOn(await databaseOf(data))
  for (const phone of phones()) saysNothing(await phone.sync())
  expect(office.printed()).not.toContain(NUMBER)
})

test('an erasure reaches it everywhere', async () => {
  const { rows: before } = await db.query<{ id: Id }>('select id from change where lane = $1 and rec = $2', [lane, number])
  const desk = await aDesk(office.url, 'tor')
  expect((await desk.act('erase', { lane, ids: before.map(({ id }) => id), reason: 'Feil person' })).json).toEqual({ ok: true })
  const tables = await db.query<{ name: string }>(`select tablename as name from pg_tables where schemaname = 'bofast'`)
  for (const { name } of tables.rows) {
    const { rowCount } = await db.query(`select 1 from ${name} t where position($1 in t::text) > 0 limit 1`, [NUMBER])
    expect([name, rowCount]).toEqual([name, 0])
  }
  expect((await desk.ask({ ask: 'resident', lane })).text).not.toContain(NUMBER)
})
