// The wall around what is given to somebody outside the own team, at the office and in the order of the lane: what came
// before a withdrawal stands as given, what comes after is held and stands nowhere. The real office and PostgreSQL.

import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Topic } from '#domain/codes.ts'
import { type Id, type Json, type LaneId, laneOf } from '#domain/ids.ts'
import type { RecordRow } from '#domain/register.ts'
import type { Change, DropResult } from '#sync/wire.ts'
import { anOffice } from '../support/an-office.ts'
import { aChange, aDesk, aId, anEdit, aPhone, type Desk, type Phone } from '../support/caller.ts'

const at = anOffice({ tor: ['case_worker'], eva: ['followup_worker'] })
let tor: Desk
let eva: Phone

beforeAll(async () => {
  eva = await aPhone(at.url, 'eva')
  tor = await aDesk(at.url, 'tor')
})
beforeEach(async () => {
  eva = await aPhone(at.url, 'eva', eva.marker)
})

interface Home {
  readonly lane: LaneId
  readonly hege: Id
  readonly consent: Id
  readonly meeting: Id
  readonly items: Readonly<Record<'appointments' | 'health', Id>>
}
const ON = '2026-11-23'

/** Hege may know about appointments; the meeting also talked about health. */
async function aHome(topics: readonly Topic[] = ['appointments']): Promise<Home> {
  const lane = laneOf('case', aId())
  const [hege, consent, meeting, appointments, health] = [aId(), aId(), aId(), aId(), aId()]
  await tor.send(
    aChange(lane, aId(), 'resident', { displayName: 'Samtykke Testesen' }),
    aChange(lane, hege, 'groupMember', { name: 'Hege', roleCode: 'home_help' }),
    aChange(lane, consent, 'consent', { kind: 'share_with_member', about: hege, topics, text: 'Ja', given: { by: 'S', on: ON } }),
    aChange(lane, meeting, 'meeting', { status: 'held' }),
    aChange(lane, appointments, 'agendaItem', { meeting, title: 'Avtaler', topic: 'appointments' }),
    aChange(lane, health, 'agendaItem', { meeting, title: 'Helse', topic: 'health' }),
  )
  const give = [{ user: eva.user, role: 'worker' }]
  expect((await tor.act('access', { lane, give, take: [], reason: 'Følger opp' })).status).toBe(200)
  return { lane, hege, consent, meeting, items: { appointments, health } }
}

const copy = ({ lane, hege, meeting, items }: Home, more: Readonly<Record<string, Json>> = {}): Change =>
  aChange(lane, aId(), 'copyGiven', {
    ...{ of: meeting, kind: 'minutes', to: 'Hege', member: hege, on: ON, how: 'post', items: [items.appointments] },
    ...more,
  })
const rowsOf = async ({ lane }: Home): Promise<RecordRow[]> => (await eva.sync()).rows.filter((row) => row.lane === lane)
const given = async (home: Home): Promise<Id[]> => (await rowsOf(home)).filter(({ type }) => type === 'copyGiven').map(({ id }) => id)
const withdrawal = async (home: Home): Promise<Change> => {
  const row = (await rowsOf(home)).find(({ id }) => id === home.consent)
  if (!row) throw new Error('no consent')
  return anEdit(row, 'withdrawn', { on: ON })
}
const atDesk = async (...changes: readonly Change[]) => (await tor.send(...changes)).json.results as DropResult[]
const says = (results: readonly DropResult[]) => results.map(({ s, why }) => [s, why])
const HELD = ['held', 'consent']
const APPLIED = ['applied', undefined]

test('before the office knows of a withdrawal made offline, what the desk gives stands as given; after it, nothing more does', async () => {
  const home = await aHome()
  const offline = await withdrawal(home)
  const before = copy(home)
  expect(says(await atDesk(before))).toEqual([APPLIED])
  expect(says(await eva.send(offline))).toEqual([APPLIED])
  const after = copy(home)
  expect(says(await atDesk(after))).toEqual([HELD])
  expect(await given(home)).toEqual([before.rec])
  const { rows } = await at.db.query('select 1 from record where lane = $1 and id = $2', [home.lane, after.rec])
  expect(rows).toEqual([])
})

test('the order in which the office gets them decides, also when one phone sends both in one drop', async () => {
  const first = await aHome()
  const [gone, given1] = [await withdrawal(first), copy(first)]
  expect(says(await eva.send(given1, gone))).toEqual([APPLIED, APPLIED])
  expect(await given(first)).toEqual([given1.rec])
  const second = await aHome()
  expect(says(await eva.send(await withdrawal(second), copy(second)))).toEqual([APPLIED, HELD])
  expect(await given(second)).toEqual([])
})

test('a phone that did not know is held like the desk, taken together with others or alone', async () => {
  const home = await aHome()
  expect(says(await atDesk(await withdrawal(home)))).toEqual([APPLIED])
  expect(says(await eva.send(copy(home)))).toEqual([HELD])
  expect(says(await eva.send(copy(home), aChange(home.lane, aId(), 'task', { title: 'Ring' }), copy(home)))).toEqual([HELD, APPLIED, HELD])
  expect(await given(home)).toEqual([])
})

test('a yes and what it allows may come in the same drop', async () => {
  const home = await aHome([])
  const { lane, hege } = home
  const yes = aChange(lane, aId(), 'consent', {
    kind: 'share_with_member',
    about: hege,
    topics: ['appointments'],
    given: { by: 'S', on: ON },
  })
  expect(says(await eva.send(copy(home), yes, copy(home)))).toEqual([HELD, APPLIED, APPLIED])
})

test('what the consent does not cover is held: another topic, a plan, a consent that has run out, somebody nobody knows', async () => {
  const home = await aHome()
  const { items } = home
  const all = [
    copy(home),
    copy(home, { items: [items.appointments, items.health] }),
    copy(home, { items: [aId()] }),
    copy(home, { kind: 'plan', items: [] }),
    copy(home, { kind: 'invitation', items: [] }),
    copy(home, { member: aId() }),
    copy(home, { member: 'hege' }),
  ]
  expect(says(await atDesk(...all))).toEqual([APPLIED, HELD, HELD, HELD, APPLIED, HELD, HELD])
  for (const one of [copy(home), copy(home, { items: [items.health] })]) await eva.send(one)
  expect(await given(home)).toHaveLength(3)
  const short = await aHome([])
  const yes = { kind: 'share_with_member', about: short.hege, topics: ['appointments'], given: { by: 'S', on: ON }, validTo: '2026-11-24' }
  await tor.send(aChange(short.lane, aId(), 'consent', yes))
  expect(says(await atDesk(copy(short, { on: '2026-11-24' }), copy(short, { on: '2026-11-25' })))).toEqual([APPLIED, HELD])
})

test('a copy without a member, and one to the own team, need no consent', async () => {
  const home = await aHome([])
  const jon = aId()
  await tor.send(aChange(home.lane, jon, 'groupMember', { name: 'Jon', roleCode: 'followup_worker' }))
  const { member: _member, ...set } = copy(home).set ?? {}
  expect(says(await atDesk({ ...copy(home), set }, copy(home, { member: jon, items: [home.items.health] })))).toEqual([APPLIED, APPLIED])
})

test('what was handed over all the same is written down as given on a coordinator’s word', async () => {
  const home = await aHome([])
  const late = copy(home)
  expect(says(await eva.send(late))).toEqual([HELD])
  expect((await tor.act('held', { id: late.id, how: 'release', reason: 'Levert på papir før vi visste' })).json).toEqual({ ok: true })
  expect(await given(home)).toEqual([late.rec])
})

test('a consent is never edited: who was asked about what stands, a second answer and a copy made different are held', async () => {
  const home = await aHome()
  const row = (await rowsOf(home)).find(({ id }) => id === home.consent)
  const there = copy(home)
  await tor.send(there)
  const copied = (await rowsOf(home)).find(({ id }) => id === there.rec)
  if (!row || !copied) throw new Error('no row')
  const edits = [
    anEdit(row, 'topics', ['appointments', 'health']),
    anEdit(row, 'given', { by: 'En annen', on: ON }),
    anEdit(row, 'text', 'Noe annet'),
    anEdit(row, 'about', aId()),
    anEdit(copied, 'items', [home.items.health]),
    anEdit(copied, 'member', aId()),
  ]
  for (const edit of edits) expect(says(await atDesk(edit))).toEqual([['held', 'field']])
  expect(says(await atDesk(copy(home, { items: [home.items.health] })))).toEqual([HELD])
})
