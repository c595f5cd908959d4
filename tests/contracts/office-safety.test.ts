// What a worker tells of her own safety: read at the desk by a leader who coordinates the case, and by herself. By no case
// worker, no other leader, on nobody's phone, and never among what is known of the resident (DOMAIN.md 2.19; 4.4, C-STAFF).

import { beforeAll, expect, test } from 'vitest'
import { type Id, type LaneId, laneOf } from '#domain/ids.ts'
import { anOffice } from '../support/an-office.ts'
import { aChange, aDesk, aId, aPhone, type Desk, type Phone } from '../support/caller.ts'

const WHAT = 'Han sto i veien for døra.'
const at = anOffice({
  tor: ['followup_worker', 'case_worker', 'leader'],
  saks: ['case_worker'],
  leder: ['case_worker', 'leader'],
  eva: ['followup_worker', 'case_worker'],
})
/** Leads, and coordinates the case, with a phone and a desk. */
let tor: { readonly phone: Phone; readonly desk: Desk }
/** Coordinates the case, and does not lead. */
let saks: Desk
/** Leads, and has another case. */
let other: Desk
/** Writes of her own safety; no desk. */
let marit: Phone
/** Writes of her own safety at a desk, and does not lead. */
let eva: Desk
let lane: LaneId
let report: Id

beforeAll(async () => {
  tor = { phone: await aPhone(at.url, 'tor'), desk: await aDesk(at.url, 'tor') }
  saks = await aDesk(at.url, 'saks')
  other = await aDesk(at.url, 'leder')
  eva = await aDesk(at.url, 'eva')
  marit = await aPhone(at.url, 'marit')
  lane = laneOf('case', aId())
  await tor.desk.send(aChange(lane, aId(), 'resident', { displayName: 'Nora Testesen' }))
  await other.send(aChange(laneOf('case', aId()), aId(), 'resident', { displayName: 'Ola Testesen' }))
  const give = [
    { user: marit.user, role: 'worker' },
    { user: eva.user, role: 'worker' },
    { user: saks.user, role: 'coordinator' },
  ]
  expect((await tor.desk.act('access', { lane, give, take: [], reason: 'Deles' })).json).toEqual({ ok: true })
  const told = aChange(laneOf('user', marit.user), aId(), 'safetyReport', { visit: aId(), case: lane, felt: 'no', what: WHAT })
  report = told.rec
  expect(await marit.send(told)).toMatchObject([{ s: 'applied' }])
})

const reportsAt = async (desk: Desk): Promise<readonly { id: Id; lane: LaneId }[]> =>
  (await desk.ask({ ask: 'safety' })).json.rows as { id: Id; lane: LaneId }[]
const readsOf = async (user: Id): Promise<readonly string[]> =>
  (await at.db.query<{ lane: string }>(`select lane from access_event where user_id = $1 and what = 'safety'`, [user])).rows.map(
    (row) => row.lane,
  )

test('the leader who coordinates the case reads it, with its name, and that is logged', async () => {
  const { json, text } = await tor.desk.ask({ ask: 'safety' })
  expect(json.rows).toMatchObject([{ id: report, type: 'safetyReport', lane: laneOf('user', marit.user) }])
  expect(text).toContain(WHAT)
  expect(json.summaries).toMatchObject([{ lane, name: 'Nora Testesen' }])
  expect(await readsOf(tor.desk.user)).toEqual([laneOf('user', marit.user)])
})

test('a coordinator who does not lead, and a leader who does not coordinate, get none', async () => {
  for (const desk of [saks, other, eva]) {
    const { json, text } = await desk.ask({ ask: 'safety' })
    expect([json.ok, json.rows, json.summaries]).toEqual([true, [], []])
    expect(text).not.toContain(WHAT)
    expect(await readsOf(desk.user)).toEqual([])
  }
})

test('one’s own stands there for whoever wrote it, and is no news to the log', async () => {
  const own = aChange(laneOf('user', eva.user), aId(), 'safetyReport', { visit: aId(), case: lane, what: 'Hund løs' })
  expect((await eva.send(own)).json.results).toMatchObject([{ s: 'applied' }])
  expect((await reportsAt(eva)).map(({ id }) => id)).toEqual([own.rec])
  expect(await readsOf(eva.user)).toEqual([])
  expect(new Set((await reportsAt(tor.desk)).map(({ id }) => id))).toEqual(new Set([report, own.rec]))
})

test('nothing of it is among the resident’s rows, in a list, or on anybody’s phone but the author’s', async () => {
  for (const desk of [tor.desk, saks, eva])
    for (const ask of [{ ask: 'resident', lane }, { ask: 'inbox' }, { ask: 'residents' }])
      expect((await desk.ask(ask)).text).not.toContain(WHAT)
  expect(JSON.stringify((await tor.phone.sync()).lines)).not.toContain(WHAT)
  expect((await marit.sync()).rows.map(({ id }) => id)).toContain(report)
})

test('whoever loses the case, or the role, loses the report', async () => {
  const role = (roles: readonly string[]) => at.db.query('update account set roles = $2 where id = $1', [tor.desk.user, roles])
  await role(['followup_worker', 'case_worker'])
  expect(await reportsAt(tor.desk)).toEqual([])
  await role(['followup_worker', 'case_worker', 'leader'])
  expect(await reportsAt(tor.desk)).toHaveLength(2)
  expect((await saks.act('access', { lane, give: [{ user: tor.desk.user, role: 'worker' }], take: [], reason: 'Byttet' })).json.ok).toBe(
    true,
  )
  expect(await reportsAt(tor.desk)).toEqual([])
})

test('of a home with a strictly protected address the report is there without its words', async () => {
  const hidden = laneOf('case', aId())
  await other.send(aChange(hidden, aId(), 'resident', { displayName: 'Skjult Testesen', addressProtection: 'strictly_confidential' }))
  const told = aChange(laneOf('user', marit.user), aId(), 'safetyReport', {
    visit: aId(),
    case: hidden,
    what: 'I Hemmelig gate.',
    leaderTold: { on: '2026-11-23', how: 'Ringte fra Hemmelig gate' },
  })
  expect(await marit.send(told)).toMatchObject([{ s: 'applied' }])
  const { json, text } = await other.ask({ ask: 'safety' })
  expect(json).toMatchObject({ rows: [{ id: told.rec }], summaries: [] })
  expect(text).not.toContain('Hemmelig gate')
  expect(text).toContain('"leaderTold":[{')
  expect(text).toContain('"v":{"on":"2026-11-23"}')
})
