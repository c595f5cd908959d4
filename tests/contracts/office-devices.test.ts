// Devices that come and go: revoked, superseded, lost; and what the office says to each.

import { beforeAll, expect, test } from 'vitest'
import { type LaneId, laneOf } from '#domain/ids.ts'
import { anAccount } from '../support/accounts.ts'
import { anOffice } from '../support/an-office.ts'
import { aChange, aDesk, aId, aPhone, call, type Desk, type Phone, post } from '../support/caller.ts'

const at = anOffice()
let ingrid: Desk
let people = 0

beforeAll(async () => {
  ingrid = await aDesk(at.url)
})

const aWorker = async (): Promise<string> => {
  people += 1
  await anAccount(at.db, `arbeider${people}`, ['followup_worker'])
  return `arbeider${people}`
}
const aCase = async (phone: Phone): Promise<LaneId> => {
  const lane = laneOf('case', aId())
  expect(await phone.send(aChange(lane, aId(), 'resident', { displayName: 'Test Testesen' }))).toMatchObject([{ s: 'applied' }])
  return lane
}
const standing = async (phone: Phone): Promise<boolean> =>
  phone.sync().then(
    () => true,
    (refusal: Error) => {
      expect(refusal.message).toMatch(/^sync: 401 \{"ok":false,"code":"revoked"/)
      return false
    },
  )
async function hearing(phone: Phone, signal = new AbortController().signal): Promise<AsyncIterator<Uint8Array>> {
  const stream = await fetch(`${at.url}/v1/pokes`, { headers: await phone.proof('GET', '/v1/pokes'), signal })
  if (!stream.body) throw new Error('no stream')
  const heard = stream.body[Symbol.asyncIterator]()
  await heard.next()
  return heard
}
/** Until it says so, or is closed. */
async function saying(stream: AsyncIterator<Uint8Array>, what: string): Promise<void> {
  for (let next = await stream.next(); !next.done; next = await stream.next())
    if (new TextDecoder().decode(next.value).includes(what)) return
}
const reason = 'Mistet på bussen'

test('a leader revokes a phone: its stream closes, its reads stop, and what it sends is held', async () => {
  const phone = await aPhone(at.url, await aWorker())
  const lane = await aCase(phone)
  // Every listener is looked at again at its ping; this one began before, so its ping comes before the phone's would.
  const over = new AbortController()
  const other = await hearing(await aPhone(at.url, await aWorker()), over.signal)
  const heard = await hearing(phone)
  const isPinged = saying(other, 'ping').then(
    () => 'pinged',
    () => 'over',
  )
  expect((await ingrid.act('revoke', { enrolment: phone.enrol, reason })).json).toEqual({ ok: true })
  expect(await Promise.race([saying(heard, 'never').then(() => 'closed'), isPinged])).toBe('closed')
  over.abort()
  expect(await isPinged).toBe('over')
  expect(await standing(phone)).toBe(false)
  expect((await call(at.url, '/v1/pokes', { headers: await phone.proof('GET', '/v1/pokes') })).json.code).toBe('revoked')
  const late = aChange(lane, aId(), 'complaint', { text: 'Sent' })
  const answer = await phone.drop([await phone.seal(late)])
  expect(answer.json).toMatchObject({ ok: true, stop: true, results: [{ id: late.id, s: 'held', why: 'revoked' }] })
  expect((await ingrid.act('revoke', { enrolment: phone.enrol, reason: 'igjen' })).json).toEqual({ ok: true })
  const { rows } = await at.db.query('select revoked_by, revoked_why from enrolment where id = $1', [phone.enrol])
  expect(rows).toEqual([{ revoked_by: ingrid.user, revoked_why: reason }])
})

test('a revoked phone is heard for thirty days and two thousand changes, and then keeps what it has', async () => {
  const phone = await aPhone(at.url, await aWorker())
  await ingrid.act('revoke', { enrolment: phone.enrol, reason })
  const drop = async () => {
    const answer = await phone.drop([await phone.seal(aChange(laneOf('case', aId()), aId(), 'complaint', { text: 'x' }))])
    return [answer.status, answer.json.code, answer.headers.get('Retry-After')]
  }
  const revokedAt = (days: number) =>
    at.db.query(`update enrolment set revoked_at = now() - $2 * interval '1 day' where id = $1`, [phone.enrol, days])
  await revokedAt(29)
  expect(await drop()).toEqual([200, undefined, null])
  await revokedAt(31)
  expect(await drop()).toEqual([429, 'quota', '900'])
  await revokedAt(1)
  const ids = Array.from({ length: 1998 }, aId)
  await at.db.query(
    `with kept as (insert into custody (id, office, enrol, user_id, digest, raw)
       select unnest($1::text[]), $2, $3, $4, '', '' returning id)
     insert into receipt (enrol, rseq, id, hash) select $3, 1000 + row_number() over (), id, '' from unnest($1::text[]) as k (id)`,
    [ids, phone.office, phone.enrol, phone.user],
  )
  expect(await drop()).toEqual([200, undefined, null])
  expect(await drop()).toEqual([429, 'quota', '900'])
})

test('only a leader or an administrator revokes, and only a device that is here', async () => {
  const phone = await aPhone(at.url, await aWorker())
  await anAccount(at.db, 'saks', ['case_worker'])
  await anAccount(at.db, 'admin', ['admin'])
  const [saks, admin] = [await aDesk(at.url, 'saks'), await aDesk(at.url, 'admin')]
  expect((await saks.act('revoke', { enrolment: phone.enrol, reason })).status).toBe(404)
  expect((await ingrid.act('revoke', { enrolment: aId(), reason })).status).toBe(404)
  expect((await ingrid.act('revoke', { enrolment: phone.enrol })).status).toBe(400)
  await at.db.query(`update enrolment set office = 'another' where id = $1`, [phone.enrol])
  expect((await ingrid.act('revoke', { enrolment: phone.enrol, reason })).status).toBe(404)
  await at.db.query('update enrolment set office = $2 where id = $1', [phone.enrol, phone.office])
  expect(await standing(phone)).toBe(true)
  expect((await admin.act('revoke', { enrolment: phone.enrol, reason })).status).toBe(200)
  expect(await standing(phone)).toBe(false)
})

test('a new enrolment in the same browser takes the place of the old one, whose drops apply normally', async () => {
  const account = await aWorker()
  const old = await aPhone(at.url, account)
  const lane = await aCase(old)
  const fresh = await aPhone(at.url, account, old.marker)
  expect([await standing(old), await standing(fresh)]).toEqual([false, true])
  const left = await old.drop([await old.seal(aChange(lane, aId(), 'complaint', { text: 'Ventet' }))])
  expect(left.json).toMatchObject({ ok: true, results: [{ s: 'applied' }] })
  expect(left.json.stop).toBeUndefined()
  expect((await fresh.sync()).rows.some((row) => row.lane === lane && row.type === 'complaint')).toBe(true)
})

test('another person in the same browser takes nobody’s place', async () => {
  const first = await aPhone(at.url, await aWorker())
  const second = await aPhone(at.url, await aWorker(), first.marker)
  expect([await standing(first), await standing(second)]).toEqual([true, true])
})

test('of three phones the oldest stands no more, and one that is revoked or was replaced does not count', async () => {
  const account = await aWorker()
  const [one, two] = [await aPhone(at.url, account), await aPhone(at.url, account)]
  const three = await aPhone(at.url, account)
  expect(await Promise.all([one, two, three].map(standing))).toEqual([false, true, true])
  await ingrid.act('revoke', { enrolment: two.enrol, reason })
  const four = await aPhone(at.url, account)
  expect(await Promise.all([three, four].map(standing))).toEqual([true, true])
  const five = await aPhone(at.url, account, four.marker)
  expect(await Promise.all([three, four, five].map(standing))).toEqual([true, false, true])
})

test('phones that enrol at the same moment leave two that stand', async () => {
  const account = await aWorker()
  const phones = await Promise.all(Array.from({ length: 5 }, () => aPhone(at.url, account)))
  const all = await Promise.all(phones.map(standing))
  expect(all.filter((stands) => stands)).toHaveLength(2)
})

test('a browser that has lost its notes learns what never arrived, as long as that phone stands', async () => {
  const account = await aWorker()
  const phone = await aPhone(at.url, account)
  const card = async (cookie: string) => (await call(at.url, '/v1/office', { headers: { Cookie: cookie } })).json
  expect(phone.marker).toBe(`bofast-phone=${phone.enrol}`)
  expect((await card('')).lost).toBeUndefined()
  const oldest = '2026-11-22T08:00:00.000Z'
  await post(at.url, `/v1/drop/${phone.enrol}`, { envs: [], left: 3, oldest }, { Cookie: phone.cookie })
  expect((await card(phone.marker)).lost).toEqual({ left: 3, oldest, seen: expect.stringMatching(/^\d{4}-.*Z$/) })
  for (const strange of ['bofast-phone=1', `bofast-phone=${aId()}`, 'bofast-phone=%00']) expect((await card(strange)).lost).toBeUndefined()
  const fresh = await aPhone(at.url, account, phone.marker)
  expect((await card(phone.marker)).lost).toBeUndefined()
  expect((await card(fresh.marker)).lost).toMatchObject({ left: 0, oldest: null })
  await ingrid.act('revoke', { enrolment: fresh.enrol, reason })
  expect((await card(fresh.marker)).lost).toBeUndefined()
})

test('the marker opens nothing: neither a sync nor a drop', async () => {
  const phone = await aPhone(at.url, await aWorker())
  expect((await post(at.url, '/v1/sync', { lanes: {}, open: [], schema: 1 }, { Cookie: phone.marker })).status).toBe(401)
  const nothing = { envs: [], left: 0, oldest: null }
  expect((await post(at.url, `/v1/drop/${phone.enrol}`, nothing, { Cookie: phone.marker })).status).toBe(401)
})
