// The real device code against the real office, through a network that loses, delays, cuts, repeats, lies and refuses.
// Random sessions from a printed seed (BOFAST_SEED): 50 of them, 500 with BOFAST_LONG=1. When the network is whole again
// every saved change is at the office exactly once, the outbox is empty, and the device shows what the office has.

import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Answer, Casebook } from '#device/casebook.ts'
import { sendAll } from '#device/send.ts'
import { enrol, signIn, unlock } from '#device/vault.ts'
import { type Id, instant, type LaneId, laneOf } from '#domain/ids.ts'
import { patch } from '#domain/records.ts'
import { type RecordRow, seenOf } from '#domain/register.ts'
import { rowsOfLane } from '#office/rows.ts'
import { until } from '../support/browser.ts'
import { type ABrowser, aBrowser, installBrowsers } from '../support/browsers.ts'
import { aChange, aDesk, aId, type Desk, post } from '../support/caller.ts'
import { FAULTS, type Fault, type FaultProxy, startFaultProxy } from '../support/fault-proxy.ts'
import { aFilledDatabase, type FilledDatabase, startOffice, type TestOffice } from '../support/office.ts'

const SESSIONS = process.env.BOFAST_LONG === '1' ? 500 : 50
const SEED = Number(process.env.BOFAST_SEED ?? Math.floor(Math.random() * 1e9))

let database: FilledDatabase
let office: TestOffice
let db: pg.Pool
let proxy: FaultProxy
let desk: Desk
const people: Person[] = []

interface Person {
  readonly browser: ABrowser
  readonly words: string
  readonly user: Id
  casebook: Casebook | undefined
  readonly saved: Id[]
}

beforeAll(async () => {
  database = await aFilledDatabase('2026-11-23')
  const many = `--import ${join(import.meta.dirname, '..', 'support', 'many-drops.ts')}`
  office = await startOffice({ today: '2026-11-23', env: { ...database.env, NODE_OPTIONS: many } })
  db = new pg.Pool({ connectionString: database.url, options: '-c search_path=bofast' })
  const { rows } = await db.query<{ office: string }>(`select office from account where account = 'ingrid'`)
  proxy = await startFaultProxy(office.url, rows[0]?.office ?? '')
  installBrowsers(() => proxy.url)
  desk = await aDesk(office.url)
})
afterEach(() => {
  proxy.meet = () => ({ fault: 'none', at: 0 })
  for (const person of people.splice(0)) person.casebook?.close()
})
afterAll(async () => {
  await proxy?.close()
  await db?.end()
  await office?.remove()
  await database?.remove()
})

async function aPerson(account: string, skewMs = 0): Promise<Person> {
  const browser = aBrowser(skewMs)
  const made = await browser.run(async () => {
    const ticket = await signIn(account, `demo-${account}`)
    if (ticket.kind !== 'ticket') throw new Error(ticket.kind)
    const enrolled = await enrol(ticket.ticket, 'Prøvetelefon')
    if (enrolled.kind !== 'enrolled') throw new Error(enrolled.kind)
    const casebook = await enrolled.open()
    await casebook.sendNow()
    return { words: enrolled.words, casebook, user: casebook.me }
  })
  const person: Person = { browser, saved: [], ...made }
  people.push(person)
  return person
}

async function opened(person: Person): Promise<Casebook> {
  const casebook = person.casebook ?? (await person.browser.run(() => unlock(person.words)))
  if (!('watch' in casebook)) throw new Error(casebook.kind)
  person.casebook = casebook
  return casebook
}
function locked(person: Person): void {
  person.casebook?.close()
  person.casebook = undefined
}

/** A case the desk has made and given to both. */
async function aSharedCase(): Promise<{ readonly lane: LaneId; readonly resident: Id }> {
  const [lane, resident] = [laneOf('case', aId()), aId()]
  await desk.send(aChange(lane, resident, 'resident', { displayName: 'Test Testesen', phone: '00000000' }))
  await access(lane, people, true)
  return { lane, resident }
}
async function access(lane: LaneId, who: readonly Person[], isGiven: boolean): Promise<void> {
  const users = who.map(({ user }) => user)
  const how = isGiven ? { give: users.map((user) => ({ user, role: 'worker' })), take: [] } : { give: [], take: users }
  const answer = await post(office.url, '/v1/desk/access', { lane, ...how, reason: 'Prøve' }, desk.headers)
  expect(answer.status).toBe(200)
}
/** Whatever is held is let through. */
async function releaseAll(): Promise<void> {
  const { json } = await desk.ask({ ask: 'held' })
  for (const { id } of json.held as { id: Id }[])
    await post(office.url, '/v1/desk/held', { id, how: 'release', reason: 'Prøve' }, desk.headers)
}

const outboxOf = (person: Person): Promise<{ id: Id; state: string }[]> =>
  person.browser.run(async () => {
    const [name = ''] = (await indexedDB.databases()).flatMap(({ name }) => (name?.startsWith('v-') ? [name] : []))
    const { stored } = await import('../support/browser.ts')
    return (await stored(name, 'outbox')) as { id: Id; state: string }[]
  })
const viewOf = async (person: Person, lane: LaneId): Promise<Answer> => {
  const casebook = await opened(person)
  return person.browser.run(() => until(casebook, { ask: 'resident', lane }))
}

/** The network is whole, every case is theirs again: rounds until nothing is left, then the same on both sides. */
async function healed(lanes: readonly LaneId[], why: string): Promise<void> {
  proxy.meet = () => ({ fault: 'none', at: 0 })
  for (const lane of lanes) await access(lane, people, true)
  let left: readonly { id: Id; state: string }[] = []
  for (let round = 0; round < 60; round++) {
    for (const person of people) {
      const casebook = await opened(person)
      await person.browser.run(() => sendAll({ isUrgent: true, now: () => Date.now() + 3_600_000 }))
      await person.browser.run(() => casebook.sendNow())
    }
    left = (await Promise.all(people.map(outboxOf))).flat()
    if (left.length === 0) break
    if (left.some(({ state }) => state === 'held')) await releaseAll()
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  expect(left, why).toEqual([])
  for (const person of people) await person.browser.run(async () => (await opened(person)).sendNow())
  await expectExactlyOnce(why)
  for (const lane of lanes) await expectSameRows(lane, why)
}

async function expectExactlyOnce(why: string): Promise<void> {
  const saved = people.flatMap((person) => person.saved)
  const { rows } = await db.query<{ id: Id; state: string; n: number }>(
    `select distinct on (c.id) c.id, v.state, (select count(*)::int from change x where x.id = c.id) as n
     from custody c join verdict v on v.id = c.id where c.id = any($1) order by c.id, v.n desc`,
    [saved],
  )
  expect(rows.length, why).toBe(saved.length)
  expect(
    rows.filter(({ state, n }) => state !== 'applied' || n !== 1),
    why,
  ).toEqual([])
  const clashes = await db.query('select 1 from custody where claims is not null')
  expect(clashes.rowCount, why).toBe(0)
}

const byId = (a: RecordRow, b: RecordRow): number => (a.id < b.id ? -1 : 1)
async function expectSameRows(lane: LaneId, why: string): Promise<void> {
  const there = (await rowsOfLane(db, lane)).map((row) => ({ ...row, seq: Number(row.seq) })).sort(byId)
  for (const person of people) expect([...(await viewOf(person, lane)).rows.values()].sort(byId), why).toEqual(there)
}

/** Small, and the same everywhere (mulberry32). */
function chances(seed: number) {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const pick = <T>(all: readonly T[]): T => all[Math.floor(next() * all.length)] ?? expect.fail('nothing to pick from')
  return { next, pick }
}
type Chances = ReturnType<typeof chances>

function weather(by: Chances): void {
  const kinds: Fault[] = Array.from({ length: 1 + Math.floor(by.next() * 4) }, () => by.pick(FAULTS))
  const often = by.pick([0.15, 0.4, 0.7, 1])
  proxy.meet = () => ({ fault: by.next() < often ? by.pick(kinds) : 'none', at: by.next() })
}

const STEPS = ['note', 'note', 'note', 'edit', 'edit', 'draft', 'sync', 'sync', 'worker', 'lock', 'weather', 'move', 'together'] as const

async function step(by: Chances, person: Person, lane: LaneId): Promise<void> {
  const { browser } = person
  switch (by.pick(STEPS)) {
    case 'note':
      return note(person, lane, by)
    case 'edit':
      return edit(person, lane, by)
    case 'draft': {
      const casebook = await opened(person)
      const draft = { id: aId(), lane, rec: aId(), rev: 1, seen: {}, content: 'halvt', at: instant('2026-11-23T10:00:00Z') }
      await browser.run(() => casebook.keepDraft(draft))
      return browser.run(async () => casebook.parkDrafts?.())
    }
    case 'sync':
      return browser.run(async () => void (await (await opened(person)).sendNow()))
    case 'worker':
      return browser.run(async () => void (await sendAll({ isUrgent: by.next() < 0.5 })))
    case 'lock':
      return locked(person)
    case 'weather':
      return weather(by)
    case 'move':
      return access(lane, [person], by.next() < 0.5)
    case 'together': {
      const casebook = await opened(person)
      await browser.run(() => Promise.all([casebook.sendNow(), sendAll({ isUrgent: true }), casebook.sendNow(), sendAll()]))
    }
  }
}

async function note(person: Person, lane: LaneId, by: Chances): Promise<void> {
  const casebook = await opened(person)
  const many = by.next() < 0.1 ? 30 : 1
  for (let i = 0; i < many; i++) {
    const what = patch(lane, 'household', aId(), { name: `Rom ${Math.floor(by.next() * 1e6)}` })
    const recorded = await person.browser.run(() => casebook.record([what]))
    expect(recorded.ok).toBe(true)
    if (recorded.ok) person.saved.push(...recorded.changes)
  }
}

async function edit(person: Person, lane: LaneId, by: Chances): Promise<void> {
  const rows = [...(await viewOf(person, lane)).rows.values()]
  if (rows.length === 0) return note(person, lane, by)
  const row = by.pick(rows)
  const seen = seenOf(row)
  const set = row.type === 'resident' ? { phone: `${Math.floor(by.next() * 1e8)}` } : { name: `Ny ${Math.floor(by.next() * 1e6)}` }
  const recorded = await person.browser.run(async () => (await opened(person)).record([{ lane, rec: row.id, type: row.type, set, seen }]))
  if (recorded.ok) person.saved.push(...recorded.changes)
}

/** Every third session without Web Locks, which correctness must not depend on. */
async function maybeWithoutLocks(session: number, work: () => Promise<void>): Promise<void> {
  if (session % 3 !== 0) return work()
  Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true })
  try {
    await work()
  } finally {
    Reflect.deleteProperty(navigator, 'locks')
  }
}

test(`after ${SESSIONS} sessions through a network that does its worst, every note is at the office once and both sides agree`, async () => {
  process.stdout.write(`device-faults: seed ${SEED}\n`)
  await aPerson('marit')
  await aPerson('jon')
  let cases = [await aSharedCase(), await aSharedCase()]
  for (let session = 0; session < SESSIONS; session++) {
    const why = `BOFAST_SEED=${SEED}, session ${session}`
    const by = chances(SEED + session)
    if (session > 0 && session % 10 === 0) cases = [await aSharedCase(), await aSharedCase()]
    await maybeWithoutLocks(session, async () => {
      weather(by)
      const steps = 8 + Math.floor(by.next() * 8)
      for (let i = 0; i < steps; i++) await step(by, by.pick(people), by.pick(cases).lane)
      await healed(
        cases.map(({ lane }) => lane),
        why,
      )
    })
    for (const person of people) person.saved.splice(0)
  }
  expect([...FAULTS].filter((fault) => !proxy.met.has(fault))).toEqual([])
}, 1_800_000)

const settledAt = async (person: Person): Promise<void> => {
  for (let round = 0; round < 4; round++) await person.browser.run(async () => void (await (await opened(person)).sendNow()))
}
const phonesIn = async (person: Person, lane: LaneId, rec: Id): Promise<unknown[]> =>
  ((await viewOf(person, lane)).rows.get(rec)?.regs.phone ?? []).map(({ v }) => v).sort()

/** Recorded against what this device shows now, and not sent. */
async function writes(person: Person, lane: LaneId, rec: Id, set: Readonly<Record<string, string>>): Promise<void> {
  const row = (await viewOf(person, lane)).rows.get(rec)
  const recorded = await person.browser.run(async () =>
    (await opened(person)).record([{ lane, rec, type: 'resident', set, seen: seenOf(row) }], { holdMs: 60_000 }),
  )
  expect(recorded.ok).toBe(true)
}
/** Past the hold, as the worker of each browser sends. */
const leaves = (person: Person): Promise<unknown> =>
  person.browser.run(() => sendAll({ isUrgent: true, now: () => Date.now() + 3_600_000 }))

const DAY_MS = 86_400_000
const ORDERS: Readonly<Record<string, (a: Person, b: Person) => Promise<unknown>>> = {
  'the first, then the second': async (a, b) => [await leaves(a), await leaves(b)],
  'the second, then the first': async (a, b) => [await leaves(b), await leaves(a)],
  'both at once': (a, b) => Promise.all([leaves(a), leaves(b)]),
  'the first settled before the second left': async (a, b) => [await leaves(a), await settledAt(a), await leaves(b)],
}
for (const [name, skews] of Object.entries({ right: [0, 0], 'a day behind': [-DAY_MS, 0], 'a day ahead': [DAY_MS, -DAY_MS] } as const))
  test(`one field written on two devices whose clocks are ${name} shows both, in whatever order they arrive`, async () => {
    const [a, b] = [await aPerson('marit', skews[0]), await aPerson('jon', skews[1])]
    for (const send of Object.values(ORDERS)) {
      const { lane, resident } = await aSharedCase()
      for (const person of [a, b]) await settledAt(person)
      await writes(a, lane, resident, { phone: '11111111' })
      await writes(b, lane, resident, { phone: '22222222' })
      await send(a, b)
      for (const person of [a, b, a]) await settledAt(person)
      const both = [await phonesIn(a, lane, resident), await phonesIn(b, lane, resident)]
      expect(both).toEqual([
        ['11111111', '22222222'],
        ['11111111', '22222222'],
      ])
      await expectSameRows(lane, name)
    }
  })

test('different fields of one record, or one field in turns, never become two versions', async () => {
  const [a, b] = [await aPerson('marit', DAY_MS), await aPerson('jon', -DAY_MS)]
  const { lane, resident } = await aSharedCase()
  for (const person of [a, b]) await settledAt(person)
  await writes(a, lane, resident, { phone: '11111111' })
  await writes(b, lane, resident, { preferredName: 'Kari' })
  await Promise.all([leaves(a), leaves(b)])
  for (const person of [a, b, a]) await settledAt(person)
  for (let turn = 0; turn < 6; turn++) {
    const [by, other] = turn % 2 === 0 ? [a, b] : [b, a]
    await writes(by, lane, resident, { phone: `3000000${turn}` })
    await leaves(by)
    for (const person of [by, other]) await settledAt(person)
    expect(await phonesIn(other, lane, resident)).toEqual([`3000000${turn}`])
  }
  const { rows } = await viewOf(a, lane)
  expect(Object.values(rows.get(resident)?.regs ?? {}).every((heads) => heads.length === 1)).toBe(true)
  expect(rows.get(resident)?.regs.preferredName?.map(({ v }) => v)).toEqual(['Kari'])
  await expectSameRows(lane, 'in turns')
})
