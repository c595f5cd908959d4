// The way from the outbox to the office and back: nothing is lost, nothing counts twice, nothing settles by itself.

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Casebook } from '#device/casebook.ts'
import { sendAll } from '#device/send.ts'
import { unlock, waitingCount } from '#device/vault.ts'
import type { Id, LaneId } from '#domain/ids.ts'
import { patch } from '#domain/records.ts'
import {
  aCase,
  changeOf,
  closeAll,
  enrolled,
  freshBrowser,
  naming,
  stored,
  unlocked,
  until,
  valuesOf,
  vaultOf,
} from '../support/browser.ts'
import { type MemoryOffice, memoryOffice, newId, offline, portal } from '../support/memory-office.ts'

let office: MemoryOffice
beforeEach(() => {
  office = memoryOffice()
  freshBrowser(office)
})
afterEach(closeAll)

const outbox = async () => (await stored(await vaultOf(), 'outbox')) as { id: string; state: string; tries: number; nextAt: number }[]

test('a change whose answer was lost is sent again with the same id, and counts once', async () => {
  const { casebook } = await enrolled(office)
  const { lane, resident } = aCase()
  const recorded = await casebook.record([naming(lane, resident, 'Kari')], { holdMs: 1 })
  casebook.close()
  await new Promise((resolve) => setTimeout(resolve, 5))
  office.network.losesAnswerTo = '/v1/drop'
  expect(await sendAll()).toMatchObject({ outcome: 'unreachable', waiting: 1 })
  expect((await outbox()).map(({ state }) => state)).toEqual(['sent'])
  office.network.losesAnswerTo = undefined
  expect(await sendAll({ isUrgent: true })).toMatchObject({ outcome: 'done', waiting: 0 })
  expect((await outbox()).map(({ state }) => state)).toEqual(['custody'])
  const drops = office.calls.filter((call) => call.path.startsWith('/v1/drop/'))
  const ids = drops.flatMap((call) => (JSON.parse(call.body) as { envs: { id: string }[] }).envs.map(({ id }) => id))
  expect(ids).toHaveLength(2)
  expect(new Set(ids)).toEqual(new Set(recorded.ok ? recorded.changes : []))
  expect(office.journal(lane)?.entries).toHaveLength(1)
})

test('without any network nothing is tried, so nothing reads as sent', async () => {
  const { casebook } = await enrolled(office)
  const { lane, resident } = aCase()
  Object.defineProperty(navigator, 'onLine', { value: false, configurable: true })
  try {
    await casebook.record([naming(lane, resident, 'Kari')])
    await casebook.sendNow()
    expect(await outbox()).toMatchObject([{ state: 'saved', tries: 0 }])
  } finally {
    Reflect.deleteProperty(navigator, 'onLine')
  }
  expect(await sendAll({ isUrgent: true })).toMatchObject({ outcome: 'done', waiting: 0 })
})

test('a change is marked sent on disk before the request leaves', async () => {
  const { casebook } = await enrolled(office)
  const seen: string[] = []
  office.network.instead = async () => {
    seen.push(...(await outbox()).map(({ state, tries, nextAt }) => `${state} ${tries} ${nextAt > Date.now()}`))
    throw new TypeError('no network')
  }
  const { lane, resident } = aCase()
  await casebook.record([naming(lane, resident, 'Kari')])
  await casebook.sendNow()
  expect(seen[0]).toBe('sent 1 true')
})

test('a change settles only when its own id comes back with the lane', async () => {
  const { casebook } = await enrolled(office)
  const { lane, resident } = aCase()
  office.network.tamper = (lines) => lines.filter((line) => !line.includes('"k":"end"'))
  const recorded = await casebook.record([naming(lane, resident, 'Kari')])
  await casebook.sendNow()
  await casebook.sendNow()
  expect((await outbox()).map(({ state }) => state)).toEqual(['custody'])
  expect(await stored(await vaultOf(), 'shelf')).toEqual([])
  expect(valuesOf(await until(casebook, { ask: 'resident', lane }), resident, 'displayName')).toEqual(['Kari'])
  office.network.tamper = (lines) =>
    lines.map((line) => line.replace(/"mine":\[[^\]]*\]/, '"mine":[]').replace(/"known":\[.*?\],"erased"/, '"known":[],"erased"'))
  await casebook.sendNow()
  expect((await outbox()).map(({ state }) => state)).toEqual(['custody'])
  office.network.tamper = (lines) => lines
  await casebook.sendNow()
  expect(await outbox()).toEqual([])
  const shelf = (await stored(await vaultOf(), 'shelf')) as { id: string }[]
  expect(shelf.map(({ id }) => id)).toEqual(recorded.ok ? [...recorded.changes] : [])
})

test('an answer made for another cursor is refused and changes nothing', async () => {
  const { casebook, user } = await enrolled(office)
  const { lane, resident } = aCase()
  office.give(lane, user)
  office.write(user, changeOf(naming(lane, resident, 'Kari')))
  await casebook.sendNow()
  office.write(user, changeOf(patch(lane, 'household', newId(), { name: 'Hjemmet' })))
  office.network.tamper = (lines) => lines.map((line) => line.replace('"from":1', '"from":0'))
  await casebook.sendNow()
  expect((await until(casebook, { ask: 'resident', lane })).rows.size).toBe(1)
  office.network.tamper = (lines) => lines
  await casebook.sendNow()
  expect((await until(casebook, { ask: 'resident', lane }, (answer) => answer.rows.size === 2)).rows.size).toBe(2)
})

test('a lane with a line that cannot be read is left as it was, and the others are taken', async () => {
  const { casebook, user } = await enrolled(office)
  const [bad, good] = [aCase(), aCase()]
  for (const { lane, resident } of [bad, good]) {
    office.give(lane, user)
    office.write(user, changeOf(naming(lane, resident, 'Kari')))
    office.write(user, changeOf(patch(lane, 'household', newId(), { name: 'Hjemmet' })))
  }
  office.network.tamper = (lines) =>
    lines.map((line) => (line.includes('"household"') && line.includes(bad.lane) ? '{"k":"row","row":{}}' : line))
  await casebook.sendNow()
  expect((await until(casebook, { ask: 'today' })).summaries.map(({ lane }) => lane)).toEqual([good.lane])
  office.network.tamper = (lines) => lines
  await casebook.sendNow()
  expect((await until(casebook, { ask: 'today' })).summaries).toHaveLength(2)
})

test('what is held for a person stays in view with its reason until somebody lets it through', async () => {
  const { casebook } = await enrolled(office)
  const { lane, resident } = aCase()
  office.give(lane, newId())
  const recorded = await casebook.record([naming(lane, resident, 'Kari')])
  await casebook.sendNow()
  const answer = await until(casebook, { ask: 'resident', lane })
  expect(valuesOf(answer, resident, 'displayName')).toEqual(['Kari'])
  expect(answer.sending.held.map(({ why }) => why)).toEqual(['grant'])
  office.give(lane, office.userId('siv'))
  for (const change of recorded.ok ? recorded.changes : []) office.release(change)
  await casebook.sendNow()
  expect((await until(casebook, { ask: 'sending' })).sending).toMatchObject({ held: [], waiting: [] })
})

test('a signature over words that were changed meanwhile freezes nothing, not even on the phone that signed', async () => {
  const { casebook, user } = await enrolled(office)
  const { lane, resident } = aCase()
  office.give(lane, user)
  office.write(user, changeOf(naming(lane, resident, 'Kari')))
  const plan = newId()
  office.write(user, changeOf(patch(lane, 'plan', plan, { residentsWish: 'Ro' })))
  await casebook.sendNow()
  await until(casebook, { ask: 'resident', lane }, ({ rows }) => rows.has(plan))
  office.network.instead = offline
  const signature = patch(lane, 'signature', newId(), { of: plan, who: 'Kari', role: 'resident', textHash: 'h' })
  await casebook.record([signature], { sign: { lane, root: plan } })
  expect((await until(casebook, { ask: 'resident', lane })).rows.get(plan)?.frozen).toBeDefined()
  office.write(user, changeOf(patch(lane, 'plan', plan, { expectationsOnResident: 'Jeg ringer' })))
  office.network.instead = undefined
  await casebook.sendNow()
  const answer = await until(casebook, { ask: 'resident', lane }, ({ sending }) => sending.held.length === 1)
  expect(answer.sending.held.map(({ why }) => why)).toEqual(['stale-sign'])
  expect(answer.rows.get(plan)?.frozen).toBeUndefined()
})

test('a case that is taken away vanishes from the device, and what was unsent still leaves', async () => {
  const { casebook, user } = await enrolled(office)
  const { lane, resident } = aCase()
  office.give(lane, user)
  office.write(user, changeOf(naming(lane, resident, 'Kari Lyng')))
  await casebook.sendNow()
  await until(casebook, { ask: 'resident', lane })
  office.network.instead = offline
  const household = newId()
  const recorded = await casebook.record([patch(lane, 'household', household, { name: 'Hjemmet' })], { holdMs: 400 })
  office.journal(lane)?.access.delete(user)
  office.network.instead = undefined
  await casebook.sendNow()
  expect(await stored(await vaultOf(), 'row')).toEqual([])
  expect(await stored(await vaultOf(), 'card')).toEqual([])
  expect((await until(casebook, { ask: 'today' })).summaries).toEqual([])
  expect((await until(casebook, { ask: 'resident', lane })).rows.has(resident)).toBe(false)
  await until(casebook, { ask: 'sending' }, (answer) => answer.sending.held.length === 1)
  expect(office.verdicts.get((recorded.ok && recorded.changes[0]) || newId())).toMatchObject({ s: 'held', why: 'grant' })
})

test('the outbox leaves while the app is locked: no key is needed', async () => {
  const { casebook } = await enrolled(office)
  office.network.instead = offline
  const { lane, resident } = aCase()
  await casebook.record([naming(lane, resident, 'Kari')])
  casebook.close()
  expect(await waitingCount()).toBe(1)
  office.network.instead = undefined
  expect(await sendAll({ isUrgent: true })).toEqual({ outcome: 'done', waiting: 0 })
  expect(office.rowsOf(lane)).toHaveLength(1)
  expect(await waitingCount()).toBe(0)
})

test('a captive portal changes nothing but the number of tries', async () => {
  const { casebook, words } = await enrolled(office)
  const { lane, resident } = aCase()
  office.network.instead = portal
  await casebook.record([naming(lane, resident, 'Kari')])
  const before = (await until(casebook, { ask: 'sending' })).sending.updatedAt
  expect(await casebook.sendNow()).toBe('unreachable')
  const results = (await outbox()).map(({ id }) => ({ id, s: 'applied' }))
  office.network.instead = () => Promise.resolve(Response.json({ ok: true, results })) // all but the office's own header
  expect(await casebook.sendNow()).toBe('unreachable')
  expect((await outbox()).map(({ state }) => state)).toEqual(['sent'])
  expect((await until(casebook, { ask: 'sending' })).sending).toMatchObject({ isOnline: false, updatedAt: before })
  expect((await unlock(words)).kind).toBe('field')
})

test('after a failed try the wait is on disk and grows; only an urgent round passes it', async () => {
  const { casebook } = await enrolled(office)
  casebook.close()
  const casebookAgain = await unlocked((await enrolled(office, 'per')).words)
  office.network.instead = offline
  const { lane, resident } = aCase()
  await casebookAgain.record([naming(lane, resident, 'Kari')], { holdMs: 1 })
  casebookAgain.close()
  await new Promise((resolve) => setTimeout(resolve, 5))
  const waits: number[] = []
  for (let i = 0; i < 4; i++) {
    const now = Date.now()
    await sendAll({ isUrgent: true, chance: () => 0.5, now: () => now })
    const [item] = await outbox()
    waits.push((item?.nextAt ?? 0) - now)
  }
  for (const [i, wait] of waits.entries()) expect(wait).toBeGreaterThan(i === 0 ? 1_000 : (waits[i - 1] ?? 0))
  office.network.instead = undefined
  expect(await sendAll()).toMatchObject({ outcome: 'nothing', waiting: 1 })
  expect(await sendAll({ isUrgent: true })).toEqual({ outcome: 'done', waiting: 0 })
})

test('250 changes made offline leave in batches, oldest first', async () => {
  const { casebook } = await enrolled(office)
  const { lane, resident } = aCase()
  office.network.instead = offline
  await casebook.record([naming(lane, resident, 'Kari')])
  for (let i = 0; i < 249; i++) await casebook.record([patch(lane, 'household', newId(), { name: `Rom ${i}` })])
  office.network.instead = undefined
  await casebook.sendNow()
  const names = office.journal(lane)?.entries.map(({ change }) => change.set?.name?.v)
  expect(names).toEqual([undefined, ...Array.from({ length: 249 }, (_, i) => `Rom ${i}`)])
  expect(await outbox()).toEqual([])
  expect(office.calls.filter((call) => call.path.startsWith('/v1/drop/')).every((call) => call.body.length <= 1_048_576)).toBe(true)
})

test('an office that was restored from an older copy is offered the shelf again', async () => {
  const { casebook } = await enrolled(office)
  const { lane, resident } = aCase()
  await casebook.record([naming(lane, resident, 'Kari')])
  await casebook.sendNow()
  const household = newId()
  await casebook.record([patch(lane, 'household', household, { name: 'Hjemmet' })])
  await casebook.sendNow()
  const book = office.journal(lane)
  const lost = book?.entries.pop()
  if (!book || !lost) throw new Error('nothing in the journal')
  office.verdicts.delete(lost.change.id)
  book.epoch += 1
  await casebook.sendNow()
  await casebook.sendNow()
  expect(office.rowsOf(lane).map((row) => row.id)).toContain(household)
  expect(await outbox()).toEqual([])
  expect((await until(casebook, { ask: 'resident', lane })).rows.has(household)).toBe(true)
})

test('an id the office has applied settles without its lane only when every lane of the answer came whole', async () => {
  const { casebook } = await enrolled(office)
  const { lane, resident } = aCase()
  await casebook.record([naming(lane, resident, 'Kari')])
  office.network.tamper = (lines) => lines.map((line) => line.replace(/"mine":\[[^\]]*\]/, '"mine":[]'))
  await casebook.sendNow()
  await casebook.sendNow()
  await casebook.sendNow()
  expect(await outbox()).toEqual([])
  expect(valuesOf(await until(casebook, { ask: 'resident', lane }), resident, 'displayName')).toEqual(['Kari'])
})

test('a phone whose clock is hours wrong learns the time of the office and is let in', async () => {
  office.state.skewMs = 5 * 3_600_000
  const { casebook } = await enrolled(office)
  expect(await casebook.sendNow()).toBe('done')
  expect(office.calls.filter((call) => call.path === '/v1/sync').length).toBeGreaterThan(1)
})

test('a poke brings what a colleague wrote without being asked', async () => {
  const { casebook, user } = await enrolled(office)
  const { lane, resident } = aCase()
  office.give(lane, user)
  await casebook.sendNow()
  await vi.waitFor(() => expect(office.pokers.size).toBe(1), 60_000)
  const coming = until(casebook, { ask: 'today' }, (answer) => answer.summaries.length === 1)
  office.write(user, changeOf(naming(lane, resident, 'Kari')))
  expect((await coming).summaries[0]?.name).toBe('Kari')
})

const envsOf = (body: string): Id[] => (JSON.parse(body) as { envs: { id: Id }[] }).envs.map(({ id }) => id)
const isDrop = ({ path }: { readonly path: string }): boolean => path.startsWith('/v1/drop/')
const refusing = (status: number, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify({ ok: false, code: 'x' }), {
    status,
    headers: { 'Content-Type': 'application/json', 'Bofast-Office': office.id, ...headers },
  })

/** The office answers a drop like this instead of taking it; undefined lets it through. */
function dropsMeet(answer: (envs: readonly Id[]) => Response | undefined): Id[][] {
  const tried: Id[][] = []
  const { fetch } = office
  globalThis.fetch = async (input, init) => {
    if (!isDrop({ path: String(input) })) return fetch(input, init)
    const envs = envsOf(String(init?.body))
    tried.push(envs)
    return answer(envs) ?? fetch(input, init)
  }
  return tried
}

/** Recorded with the network off, so that all of them wait and none was tried. */
async function waiting(n: number): Promise<{ readonly casebook: Casebook; readonly lane: LaneId; readonly ids: readonly Id[] }> {
  const { casebook } = await enrolled(office)
  const { lane, resident } = aCase()
  Object.defineProperty(navigator, 'onLine', { value: false, configurable: true })
  const ids: Id[] = []
  for (let i = 0; i < n; i++) {
    const recorded = await casebook.record([
      i === 0 ? naming(lane, resident, 'Kari') : patch(lane, 'household', newId(), { name: `Rom ${i}` }),
    ])
    if (recorded.ok) ids.push(...recorded.changes)
  }
  casebook.close()
  Reflect.deleteProperty(navigator, 'onLine')
  return { casebook, lane, ids }
}

test('one envelope the office finds too large stays and is seen, and all the others go past it', async () => {
  const { lane, ids } = await waiting(30)
  const large = ids[11] ?? newId()
  dropsMeet((envs) => (envs.includes(large) ? refusing(413) : undefined))
  await sendAll({ isUrgent: true })
  expect(office.journal(lane)?.entries).toHaveLength(29)
  expect(await outbox()).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ id: large, state: 'sent', waits: 'tooLarge' }),
      expect.objectContaining({ state: 'custody' }),
    ]),
  )
  const tried = dropsMeet(() => undefined)
  await sendAll({ isUrgent: true })
  expect(tried).toEqual([])
  await sendAll({ now: () => Date.now() + 16 * 60_000 })
  expect(tried).toEqual([[large]])
  expect(office.journal(lane)?.entries).toHaveLength(30)
})

test('one envelope the office cannot bear never stands in the way of the ninety-nine others', async () => {
  const { lane, ids } = await waiting(100)
  const bad = ids[40] ?? newId()
  dropsMeet((envs) => (envs.includes(bad) ? refusing(500) : undefined))
  for (let i = 0; i < 4; i++) await sendAll({ isUrgent: true })
  expect(office.journal(lane)?.entries).toHaveLength(99)
  expect((await outbox()).filter(({ state }) => state === 'sent').map(({ id }) => id)).toEqual([bad])
})

test('when the office asks for silence nothing more is sent before that, not even urgently or what is saved meanwhile', async () => {
  for (const status of [429, 503]) {
    const { casebook } = await enrolled(office, `travel${status}`)
    const tried = dropsMeet(() => refusing(status, { 'Retry-After': '600' }))
    const { lane, resident } = aCase()
    await casebook.record([naming(lane, resident, 'Kari')])
    await casebook.sendNow()
    await casebook.record([patch(lane, 'household', newId(), { name: 'Hjemmet' })])
    await casebook.sendNow()
    casebook.close()
    await sendAll({ isUrgent: true })
    expect(tried).toHaveLength(1)
    const { nextAt = 0 } = await sendAll()
    expect(nextAt).toBeGreaterThan(Date.now() + 500_000)
    dropsMeet(() => undefined)
    await sendAll({ isUrgent: true, now: () => Date.now() + 601_000 })
    expect(office.journal(lane)?.entries).toHaveLength(2)
  }
})

test('an office that asks for silence while we fetch is not asked again before that', async () => {
  const { casebook } = await enrolled(office)
  const { fetch } = office
  let asked = 0
  globalThis.fetch = async (input, init) => {
    if (String(input) !== '/v1/sync') return fetch(input, init)
    asked += 1
    return refusing(503, { 'Retry-After': '60' })
  }
  await casebook.sendNow()
  await casebook.sendNow()
  expect(asked).toBe(1)
})

test('after a failed batch what lay behind it waits as long, instead of trying again at once', async () => {
  await waiting(130)
  const tried = dropsMeet(() => new Response('', { status: 502 }))
  const now = Date.now()
  const { nextAt = 0 } = await sendAll({ isUrgent: true, now: () => now })
  await sendAll({ now: () => now + 1 })
  expect(tried).toHaveLength(1)
  expect(nextAt).toBeGreaterThan(now + 500)
  dropsMeet(() => undefined)
  expect(await sendAll({ isUrgent: true })).toMatchObject({ outcome: 'done', waiting: 0 })
})

test('a network too weak for many at a time is asked for ever fewer, and everything comes through', async () => {
  const { lane } = await waiting(60)
  const tried = dropsMeet((envs) => (envs.length > 8 ? new Response('', { status: 504 }) : undefined))
  for (let i = 0; i < 20 && (await sendAll({ isUrgent: true })).waiting > 0; i++);
  expect(office.journal(lane)?.entries).toHaveLength(60)
  expect(tried.some((envs) => envs.length > 8)).toBe(true)
})

test('a device the office will not have any more says so, and not that there is no network', async () => {
  const { casebook } = await enrolled(office)
  for (const [code, refused] of [
    ['revoked', 'device'],
    ['account', 'account'],
  ]) {
    for (const enrolment of office.enrolments.values()) Object.assign(enrolment, { refusal: { status: 401, code } })
    expect(await casebook.sendNow()).toBe('unreachable')
    expect((await until(casebook, { ask: 'sending' })).sending).toMatchObject({ isOnline: true, refused })
  }
  for (const enrolment of office.enrolments.values()) Object.assign(enrolment, { refusal: undefined })
  expect(await casebook.sendNow()).toBe('done')
  expect((await until(casebook, { ask: 'sending' })).sending.refused).toBeUndefined()
})

test('two pages and the worker that all send at once, without any lock, settle each change once', async () => {
  const { casebook, words } = await enrolled(office)
  const other = await unlocked(words)
  const { fetch } = office
  globalThis.fetch = async (input, init) => {
    const answer = await fetch(input, init)
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 20))
    return answer
  }
  const { lane, resident } = aCase()
  await casebook.record([naming(lane, resident, 'Kari')])
  const all: Promise<unknown>[] = []
  for (let i = 0; i < 20; i++) {
    const by = i % 2 === 0 ? casebook : other
    all.push(by.record([patch(lane, 'household', newId(), { name: `Rom ${i}` })]))
    all.push(casebook.sendNow(), other.sendNow(), sendAll({ isUrgent: true }))
  }
  await Promise.all(all)
  for (const by of [casebook, other, casebook]) await by.sendNow()
  expect(await outbox()).toEqual([])
  expect(office.journal(lane)?.entries).toHaveLength(21)
  expect(await stored(await vaultOf(), 'shelf')).toHaveLength(21)
  const [here, there] = [await until(casebook, { ask: 'resident', lane }), await until(other, { ask: 'resident', lane })]
  expect([here.rows.size, there.rows.size, here.states.size]).toEqual([21, 21, 0])
})

test('an office that goes silent in the middle of an answer is given up on, and what was whole is kept', async () => {
  const { casebook, user } = await enrolled(office)
  const [first, second] = [aCase(), aCase()]
  for (const { lane, resident } of [first, second]) {
    office.give(lane, user)
    office.write(user, changeOf(naming(lane, resident, 'Kari')))
  }
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    const { fetch } = office
    let isSilent = false
    globalThis.fetch = async (input, init) => {
      const whole = await fetch(input, init)
      if (String(input) !== '/v1/sync') return whole
      const text = await whole.text()
      const cut = text.slice(0, text.lastIndexOf('"k":"lane"'))
      const silent = new ReadableStream<Uint8Array>({
        start: (stream) => {
          stream.enqueue(new TextEncoder().encode(cut))
          init?.signal?.addEventListener('abort', () => stream.error(new DOMException('aborted', 'AbortError')))
          isSilent = true
        },
      })
      return new Response(silent, { headers: whole.headers })
    }
    let isGoing = true
    const going = casebook.sendNow().finally(() => {
      isGoing = false
    })
    while (isGoing) {
      await new Promise((resolve) => setImmediate(resolve))
      if (isSilent) await vi.advanceTimersByTimeAsync(500) // before that, patience would be over before anything is asked
    }
    expect(await going).toBe('unreachable')
  } finally {
    vi.useRealTimers()
  }
  expect((await stored(await vaultOf(), 'lane')) as object[]).toHaveLength(1)
})
