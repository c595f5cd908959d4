// Nothing is answered as done before it also lies outside the database: an office in this process whose `keep` can be
// made to fail. And what a drop that is refused says.

import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type LaneId, laneOf } from '#domain/ids.ts'
import { officeApp } from '#office/app.ts'
import { readConfig } from '#office/config.ts'
import type { Promised } from '#office/office.ts'
import { type Running, startOffice } from '#office/start.ts'
import { toBase64 } from '#sealing/bytes.ts'
import { newTransportKey } from '#sealing/transport.ts'
import type { Change } from '#sync/wire.ts'
import { anAccount } from '../support/accounts.ts'
import { type Answer, aChange, aDesk, aDraft, aId, aPhone, call, type Desk, type Phone, post, ticketFor } from '../support/caller.ts'
import { aDatabase, dataFolder, type TestDatabase } from '../support/office.ts'

let database: TestDatabase
let running: Running
let server: Server
let db: pg.Pool
let url: string
let phone: Phone
let tor: Desk
let liv: Desk
let lane: LaneId
let isFailing = false
const kept: Promised[] = []

beforeAll(async () => {
  database = await aDatabase()
  const env = { DATABASE_URL: database.url, BOFAST_DATA: dataFolder(), PORT: '0', BOFAST_TODAY: '2026-11-23' }
  running = await startOffice(readConfig({ ...env, BOFAST_SECRET: `${env.BOFAST_DATA}/key.json` }, [], import.meta.dirname))
  db = new pg.Pool({ connectionString: database.url, options: '-c search_path=bofast' })
  const keep = async (what: Promised) => {
    if (isFailing) throw new Error('the disk is full')
    kept.push(what)
  }
  const hub = {
    moved: () => undefined,
    ended: () => undefined,
    listen: () => () => undefined,
    quiet: () => undefined,
    close: async () => undefined,
  }
  server = createServer(getRequestListener(officeApp({ ...running.office, keep }, hub).fetch))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  await anAccount(db, 'tor', ['case_worker'])
  await anAccount(db, 'liv', ['leader'])
  await anAccount(db, 'per', ['followup_worker'])
  phone = await aPhone(url, 'per')
  tor = await aDesk(url, 'tor')
  liv = await aDesk(url, 'liv')
  lane = laneOf('case', aId())
  await tor.send(aChange(lane, aId(), 'resident', { displayName: 'Lovet Testesen' }))
  await tor.act('access', { lane, give: [{ user: phone.user, role: 'worker' }], take: [], reason })
})
beforeEach(() => {
  isFailing = false
  kept.length = 0
})
afterAll(async () => {
  await new Promise((done) => server?.close(done))
  await db?.end()
  await running?.stop()
  await database?.remove()
})

const reason = 'Prøve'
/** Fails once, is asked again, and keeps then: what the second answer said, and what was kept before it. */
async function retried(ask: () => Promise<Answer>): Promise<{ answer: Answer; what: Promised }> {
  isFailing = true
  kept.length = 0
  const refused = await ask()
  expect([refused.status, refused.json]).toEqual([503, { ok: false, code: 'unavailable' }])
  expect(refused.headers.get('Bofast-Office')).toBe(phone.office)
  expect(refused.headers.get('Retry-After')).toMatch(/^[3-7]$/)
  expect(refused.headers.getSetCookie()).toEqual([])
  expect(kept).toEqual([])
  isFailing = false
  const answer = await ask()
  const what = kept.at(-1)
  if (!what) throw new Error('nothing was kept')
  return { answer, what }
}
const complaint = (): Change => aChange(lane, aId(), 'complaint', { text: 'x' })

test('a drop is answered only when what it brought is kept: applied, held, parked, and the access that came of it', async () => {
  const made = aChange(laneOf('case', aId()), aId(), 'resident', { displayName: 'Ny Testesen' })
  const held = aChange(laneOf('user', tor.user), aId(), 'safetyReport', { what: 'x' })
  const draft = aDraft(lane, aId(), 1, 'halvt')
  const finished = { ...complaint(), finishes: draft.draft ?? aId() }
  const envs = await Promise.all([made, held, draft, finished].map((change) => phone.seal(change)))
  const { answer, what } = await retried(() => phone.drop([...envs, 7]))
  expect(answer.json.results).toMatchObject([{ s: 'applied', seq: 1 }, { s: 'held' }, { s: 'parked' }, { s: 'applied' }, { why: 'bad' }])
  expect(what.custody).toEqual([made.id, held.id, finished.id, (answer.json.results as { id: string }[])[4]?.id])
  expect(what.access).toEqual([{ user: phone.user, lane: made.lane }])
  expect(what.parked).toEqual([draft.draft, draft.draft])
  const count = await db.query('select count(*)::int as count from custody where id = any($1)', [what.custody])
  expect(count.rows[0].count).toBe(4)
})

test('a clash is kept under the id it lies under, and what it wakes is kept with it', async () => {
  const first = complaint()
  await phone.send(first)
  const other = await phone.seal({ ...first, rec: aId() })
  const { what } = await retried(() => phone.drop([other]))
  const { rows } = await db.query('select id from custody where claims = $1', [first.id])
  expect(what.custody).toEqual([rows[0].id])
  const late = complaint()
  const { set: _set, ...bare } = aChange(lane, late.rec, 'complaint', {})
  const sign: Change = { ...bare, kind: 'sign', root: late.rec, covers: { [late.rec]: { text: [late.id] } } }
  await phone.send(sign)
  await phone.send({ ...late, root: late.rec })
  expect(kept.at(-1)?.custody).toEqual([late.id, sign.id])
})

test('the desk’s changes, its decisions, a move of a case and a revocation are kept before they are answered', async () => {
  const atDesk = complaint()
  const sent = await retried(() => tor.send(atDesk))
  expect([sent.answer.json.results, sent.what.custody]).toMatchObject([[{ s: 'applied' }], [atDesk.id]])
  const held = aChange(lane, aId(), 'letter', { template: 'L1' })
  expect(await phone.send(held)).toMatchObject([{ why: 'field' }])
  const decided = await retried(() => tor.act('held', { id: held.id, how: 'release', reason }))
  expect([decided.answer.json, decided.what.custody]).toEqual([{ ok: true }, [held.id]])
  const moved = await retried(() => tor.act('access', { lane, give: [{ user: liv.user, role: 'named' }], take: [aId()], reason }))
  expect(moved.answer.json).toEqual({ ok: true })
  expect(moved.what.access?.[0]).toEqual({ user: liv.user, lane })
  const lost = await aPhone(url, 'jon')
  const revoked = await retried(() => liv.act('revoke', { enrolment: lost.enrol, reason }))
  expect([revoked.answer.json, revoked.what.enrolments]).toEqual([{ ok: true }, [lost.enrol]])
})

test('a new phone and a new cookie are kept before the phone hears of them', async () => {
  const before = await aPhone(url, 'marit')
  const key = toBase64(newTransportKey())
  const enrol = async () =>
    post(url, '/v1/enrolments', { ticket: await ticketFor(url, 'marit'), key, name: 'x' }, { Cookie: before.marker })
  const { answer, what } = await retried(enrol)
  expect(answer.status).toBe(200)
  expect(what.enrolments).toContain(answer.json.enrol)
  const body = JSON.stringify({ lanes: {}, open: [], schema: 1, dropCookie: 'lost' })
  const renew = async () => {
    const headers = { 'Content-Type': 'application/json', ...(await phone.proof('POST', '/v1/sync', body)) }
    return call(url, '/v1/sync', { method: 'POST', body, headers })
  }
  const renewed = await retried(renew)
  expect([renewed.answer.status, renewed.what.enrolments]).toEqual([200, [phone.enrol]])
  phone = await aPhone(url, 'per', phone.marker)
})

test('what a drop that is refused says: who, how much, how long, and that it may come again', async () => {
  const nothing = { envs: [], left: 0, oldest: null }
  const at = (cookie: string, body: unknown = nothing) => post(url, `/v1/drop/${phone.enrol}`, body, { Cookie: cookie })
  const stranger = await at('bofast-drop=x')
  expect([stranger.status, stranger.json]).toEqual([401, { ok: false, code: 'not-enrolled' }])
  for (const body of [
    { ...nothing, envs: Array(101).fill(7) },
    { ...nothing, more: 'x'.repeat(1_100_000) },
  ]) {
    const large = await at(phone.cookie, body)
    expect([large.status, large.json]).toEqual([413, { ok: false, code: 'too-large' }])
  }
  await db.query('update enrolment set bad_bytes = 6000000 where id = $1', [phone.enrol])
  const full = await at(phone.cookie)
  expect([full.status, full.json, full.headers.get('Retry-After')]).toEqual([429, { ok: false, code: 'quota' }, '900'])
  await db.query('update enrolment set bad_bytes = 0, kid = kid + 1 where id = $1', [phone.enrol])
  const before = await db.query('select count(*)::int as count from custody')
  const sealed = await phone.seal(complaint())
  const keyless = await at(phone.cookie, { ...nothing, envs: [sealed] })
  expect([keyless.status, keyless.json]).toEqual([503, { ok: false, code: 'key-unavailable' }])
  expect((await db.query('select count(*)::int as count from custody')).rows).toEqual(before.rows)
  await db.query('update enrolment set kid = kid - 1 where id = $1', [phone.enrol])
  expect((await at(phone.cookie, { ...nothing, envs: [sealed] })).json.results).toMatchObject([{ s: 'applied' }])
  let busy = await at(phone.cookie)
  while (busy.status === 200) busy = await at(phone.cookie)
  expect([busy.status, busy.json]).toEqual([429, { ok: false, code: 'too-many' }])
  const wait = Number(busy.headers.get('Retry-After'))
  expect(wait).toBeGreaterThan(0)
  expect(wait).toBeLessThanOrEqual(60)
})
