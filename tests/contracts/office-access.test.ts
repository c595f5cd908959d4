// Who gets a case and who loses it: the whole matrix at the door, what the phones hear, and that a case is never left
// without somebody to decide about what is held.

import { beforeAll, expect, test } from 'vitest'
import { type Id, instant, type LaneId, laneOf } from '#domain/ids.ts'
import type { Cursor } from '#sync/wire.ts'
import { anAccount } from '../support/accounts.ts'
import { anOffice } from '../support/an-office.ts'
import { aChange, aDesk, aId, aPhone, type Desk, type Phone } from '../support/caller.ts'

const at = anOffice({ tor: ['case_worker'], liv: ['leader'] })
let marit: Phone
let jon: Phone
let ingrid: Desk
/** A case worker without the case, and one who is leader. */
let tor: Desk
let liv: Desk

beforeAll(async () => {
  marit = await aPhone(at.url, 'marit')
  jon = await aPhone(at.url, 'jon')
  ingrid = await aDesk(at.url)
  tor = await aDesk(at.url, 'tor')
  liv = await aDesk(at.url, 'liv')
})

const reason = 'Ny fordeling'
/** A case of Tor's desk: he coordinates it. */
async function torsCase(): Promise<LaneId> {
  const lane = laneOf('case', aId())
  const made = await tor.send(aChange(lane, aId(), 'resident', { displayName: 'Flytt Testesen' }))
  expect(made.json.results).toMatchObject([{ s: 'applied' }])
  return lane
}
const give = (user: Id, role = 'worker', more = {}) => ({ give: [{ user, role, ...more }], take: [], reason })
const status = async (desk: Desk, lane: LaneId, how: object) => (await desk.act('access', { lane, ...how })).status
const accessOf = async (desk: Desk, lane: LaneId) =>
  ((await desk.ask({ ask: 'resident', lane })).json.access as { user: Id; role: string }[]).map(({ user, role }) => [user, role])

test('a coordinator gives a case, moves it from one to another and changes a role, and the phones follow', async () => {
  const lane = await torsCase()
  expect((await tor.act('access', { lane, ...give(marit.user) })).json).toEqual({ ok: true })
  expect(await accessOf(tor, lane)).toEqual([
    [tor.user, 'coordinator'],
    [marit.user, 'worker'],
  ])
  const first = (await marit.sync()).lanes.get(lane)
  const cursor: Cursor = [first?.head ?? 0, first?.hash ?? '', first?.view ?? 0]
  expect(first).toMatchObject({ mode: 'snap', view: 1 })
  expect(await status(tor, lane, { give: [{ user: jon.user, role: 'worker' }], take: [marit.user], reason })).toBe(200)
  expect((await marit.sync({ [lane]: cursor })).gone).toEqual([lane])
  expect((await jon.sync()).lanes.get(lane)).toMatchObject({ head: 1 })
  expect(await status(tor, lane, give(marit.user, 'named'))).toBe(200)
  expect((await marit.sync({ [lane]: cursor })).lanes.get(lane)).toMatchObject({ mode: 'snap', view: 2 })
  const { rows } = await at.db.query('select ended_by, ended_why, by, reason from access where lane = $1 and user_id = $2 order by view', [
    lane,
    marit.user,
  ])
  expect(rows[0]).toEqual({ ended_by: tor.user, ended_why: reason, by: tor.user, reason })
})

test('asked again the answer is the same, and no device takes the case afresh for it', async () => {
  const lane = await torsCase()
  const until = instant('2030-01-01T00:00:00.000Z')
  for (let i = 0; i < 2; i += 1) expect(await status(tor, lane, give(marit.user, 'worker', { until }))).toBe(200)
  for (let i = 0; i < 2; i += 1) expect(await status(tor, lane, { give: [], take: [jon.user], reason })).toBe(200)
  const { rows } = await at.db.query('select view, until from access where lane = $1 and user_id = $2', [lane, marit.user])
  expect(rows).toEqual([{ view: 1, until: new Date(until) }])
  expect((await marit.sync()).lanes.get(lane)).toMatchObject({ until })
})

test('only a coordinator of the lane or a leader of the office may; to everybody else the case is not there', async () => {
  const lane = await torsCase()
  await status(tor, lane, give(marit.user))
  await anAccount(at.db, 'per', ['case_worker'])
  await anAccount(at.db, 'adm', ['admin'])
  const [per, adm] = [await aDesk(at.url, 'per'), await aDesk(at.url, 'adm')]
  for (const role of ['worker', 'named']) {
    await status(tor, lane, give(per.user, role))
    expect(await status(per, lane, give(jon.user))).toBe(404)
  }
  expect(await status(adm, lane, give(adm.user))).toBe(404)
  expect(await status(tor, laneOf('case', aId()), give(marit.user))).toBe(404)
  for (const kind of ['user', 'office'] as const) expect(await status(liv, laneOf(kind, marit.user), give(jon.user))).toBe(404)
  expect(await status(liv, laneOf('office', marit.office), give(jon.user, 'coordinator'))).toBe(404)
  expect(await status(liv, lane, give(jon.user))).toBe(200)
  expect(await status(ingrid, lane, give(per.user, 'coordinator'))).toBe(200)
  expect(await status(per, lane, { give: [], take: [tor.user], reason })).toBe(200)
  expect(await status(tor, lane, give(tor.user, 'coordinator'))).toBe(404)
})

test('a coordinator remains, has a desk, and is of this office', async () => {
  const lane = await torsCase()
  await anAccount(at.db, 'borte', ['case_worker'])
  const borte = (await at.db.query(`update account set disabled_at = now() where account = 'borte' returning id`)).rows[0].id
  const away = (await at.db.query(`select id from account where account = 'liv'`)).rows[0].id
  const not: object[] = [
    { give: [], take: [tor.user], reason },
    give(tor.user, 'worker'),
    give(tor.user, 'coordinator', { until: '2030-01-01T00:00:00.000Z' }),
    give(jon.user, 'worker', { until: '2020-01-01T00:00:00.000Z' }),
    give(jon.user, 'coordinator'),
    give(borte),
    give(aId()),
    { give: [{ user: jon.user, role: 'worker' }], take: [jon.user], reason },
    {
      give: [
        { user: jon.user, role: 'worker' },
        { user: jon.user, role: 'named' },
      ],
      take: [],
      reason,
    },
  ]
  for (const how of not) expect([how, (await tor.act('access', { lane, ...how })).json]).toEqual([how, { ok: false, code: 'not-possible' }])
  await at.db.query(`update account set office = 'another' where id = $1`, [away])
  expect(await status(tor, lane, give(away))).toBe(409)
  await at.db.query('update account set office = $2 where id = $1', [away, marit.office])
  for (const how of [{ ...give(jon.user), reason: ' ' }, { ...give(jon.user, 'owner') }, { give: [], reason }])
    expect(await status(tor, lane, how)).toBe(400)
  expect(await accessOf(tor, lane)).toEqual([[tor.user, 'coordinator']])
})

test('two coordinators who take each other’s case at once leave one of them', async () => {
  for (let i = 0; i < 5; i += 1) {
    const lane = await torsCase()
    await status(tor, lane, give(ingrid.user, 'coordinator'))
    const both = await Promise.all([
      status(tor, lane, { give: [], take: [ingrid.user], reason }),
      status(ingrid, lane, { give: [], take: [tor.user], reason }),
    ])
    expect(both.filter((one) => one === 200)).toHaveLength(1)
    const { rowCount } = await at.db.query(`select 1 from access where lane = $1 and role = 'coordinator' and ended_at is null`, [lane])
    expect(rowCount).toBe(1)
  }
})

test('a case with a protected address is given by a leader only, and giving it changes no protection', async () => {
  const lane = await torsCase()
  const resident = aId()
  await tor.send(aChange(lane, resident, 'resident', { displayName: 'Skjult Testesen', addressProtection: 'confidential' }))
  expect(await status(tor, lane, give(marit.user))).toBe(409)
  expect(await status(tor, lane, { give: [], take: [marit.user], reason })).toBe(200)
  expect(await status(liv, lane, give(marit.user))).toBe(200)
  const row = (await marit.sync()).rows.find((one) => one.id === resident)
  expect(row?.regs.addressProtection?.[0]?.v).toBe('confidential')
})

test('who loses a case hears of it, and so does who gets it', async () => {
  const lane = await torsCase()
  await status(tor, lane, give(marit.user))
  const hear = async (phone: Phone) => {
    const stream = await fetch(`${at.url}/v1/pokes`, { headers: await phone.proof('GET', '/v1/pokes') })
    if (!stream.body) throw new Error('no stream')
    return stream.body[Symbol.asyncIterator]()
  }
  const streams = [await hear(marit), await hear(jon)]
  await status(tor, lane, { give: [{ user: jon.user, role: 'worker' }], take: [marit.user], reason })
  for (const stream of streams) {
    let heard = ''
    while (!heard.includes(lane)) heard += new TextDecoder().decode((await stream.next()).value)
    await stream.return?.()
  }
})

test('the demo’s workers have different cases, so that one can be moved', async () => {
  const { rows } = await at.db.query(
    `select lane, array_agg(user_id) as users from access where ended_at is null and lane like 'case/%' group by lane`,
  )
  const has = (user: Id) => rows.filter((row) => row.users.includes(user)).map((row) => row.lane)
  expect(has(marit.user).some((lane) => !has(jon.user).includes(lane))).toBe(true)
  expect(has(ingrid.user).length).toBeGreaterThan(3)
})

test('what a phone sends is answered with the cases its person has lost since it was enrolled, and with no others', async () => {
  await anAccount(at.db, 'mister', ['followup_worker'])
  const before = await torsCase()
  const early = await aPhone(at.url, 'mister')
  await tor.act('access', { lane: before, ...give(early.user) })
  await tor.act('access', { lane: before, give: [], take: [early.user], reason })
  const phone = await aPhone(at.url, 'mister')
  const goneNow = async (of: Phone) => (await of.drop([])).json.gone
  expect([await goneNow(early), await goneNow(phone)]).toEqual([[before], undefined])
  const [kept, taken, back, lapsed, shielded] = [await torsCase(), await torsCase(), await torsCase(), await torsCase(), await torsCase()]
  for (const lane of [kept, taken, back, lapsed, shielded]) expect(await status(tor, lane, give(phone.user))).toBe(200)
  expect(await goneNow(phone)).toBeUndefined()
  for (const lane of [taken, back]) await tor.act('access', { lane, give: [], take: [phone.user], reason })
  await tor.act('access', { lane: back, ...give(phone.user) })
  await at.db.query(`update access set until = now() where lane = $1 and user_id = $2`, [lapsed, phone.user])
  await at.db.query('update summary set is_shielded = true where lane = $1', [shielded])
  const gone = (await goneNow(phone)) as LaneId[]
  expect([...gone].sort()).toEqual([taken, lapsed, shielded].sort())
  const cursors = Object.fromEntries([kept, taken, back, lapsed, shielded].map((lane): [string, Cursor] => [lane, [1, 'x', 1]]))
  expect([...(await phone.sync(cursors)).gone].sort()).toEqual([...gone].sort())
  expect(await goneNow(jon)).toBeUndefined()
})
