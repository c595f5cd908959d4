// Access on the device: given, taken and moved, with and without network. What is taken away leaves no words behind
// that were not one's own; what one wrote oneself still reaches the office.

import { IDBObjectStore } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Casebook } from '#device/casebook.ts'
import { sendAll } from '#device/send.ts'
import { type Id, instant, type LaneId } from '#domain/ids.ts'
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
import { everyEnvelopeIsSomeones } from '../support/envelopes.ts'
import { type MemoryOffice, memoryOffice, newId, offline } from '../support/memory-office.ts'

let office: MemoryOffice
beforeEach(() => {
  office = memoryOffice()
  freshBrowser(office)
})
afterEach(async () => {
  vi.useRealTimers()
  closeAll()
  await everyEnvelopeIsSomeones()
})

/** Every store that may hold words of a case, counted for one lane. */
async function traces(lane: LaneId): Promise<Record<string, number>> {
  const vault = await vaultOf()
  const count = async (name: string, store: string) =>
    ((await stored(name, store)) as { lane?: LaneId; id?: string }[]).filter((item) => item.lane === lane || item.id === lane).length
  return {
    lane: await count(vault, 'lane'),
    row: await count(vault, 'row'),
    card: await count(vault, 'card'),
    draft: await count(vault.replace('v-', 'd-'), 'draft'),
  }
}
const waitingItems = async () => (await stored(await vaultOf(), 'outbox')) as object[]
const NOTHING = { lane: 0, row: 0, card: 0, draft: 0 }

/** A case the device has, with a colleague's words in it. */
async function given(casebook: Casebook, user: Id): Promise<{ readonly lane: LaneId; readonly resident: Id }> {
  const { lane, resident } = aCase()
  office.give(lane, user)
  office.write(user, changeOf(naming(lane, resident, 'Kari Lyng')))
  await casebook.sendNow()
  await until(casebook, { ask: 'resident', lane }, ({ rows }) => rows.size === 1)
  return { lane, resident }
}
const take = (lane: LaneId, user: Id): void => void office.journal(lane)?.access.delete(user)
const aDraft = (lane: LaneId, rec: Id, content = 'halvt skrevet') => ({
  ...{ id: newId(), lane, rec, rev: 1, seen: {}, content },
  at: instant('2026-11-22T10:00:00Z'),
})

test('a case taken away takes its rows, card and drafts with it, and the half-written words reach the office first', async () => {
  const { casebook, user, words } = await enrolled(office)
  const { lane, resident } = await given(casebook, user)
  const draft = aDraft(lane, resident)
  await casebook.keepDraft(draft)
  take(lane, user)
  await casebook.sendNow()
  expect(await traces(lane)).toEqual(NOTHING)
  expect((await until(casebook, { ask: 'today' })).drafts).toEqual([])
  await casebook.sendNow()
  const parked = [...office.verdicts.values()].filter(({ s }) => s === 'parked')
  expect(parked.map(({ change }) => change?.set?.content?.v)).toEqual(['halvt skrevet'])
  casebook.close()
  const again = await unlocked(words)
  expect((await until(again, { ask: 'today' })).summaries).toEqual([])
})

test('a draft on disk from before the lock is sealed for the office too, before its case goes', async () => {
  const { casebook, user, words } = await enrolled(office)
  const { lane, resident } = await given(casebook, user)
  await casebook.keepDraft(aDraft(lane, resident))
  casebook.close()
  take(lane, user)
  office.network.instead = offline
  const again = await unlocked(words)
  office.network.instead = undefined
  await again.sendNow()
  await again.sendNow()
  expect(await traces(lane)).toEqual(NOTHING)
  expect([...office.verdicts.values()].filter(({ s }) => s === 'parked')).toHaveLength(1)
})

test('a note written without network about a case that moved meanwhile arrives, is held, and settles when it is let through', async () => {
  const { casebook, user } = await enrolled(office)
  const { lane, resident } = await given(casebook, user)
  office.network.instead = offline
  const recorded = await casebook.record([naming(lane, resident, 'Skrevet uten nett', { displayName: [] })])
  const change = (recorded.ok && recorded.changes[0]) || newId()
  const other = newId()
  take(lane, user)
  office.give(lane, other)
  office.network.instead = undefined
  await casebook.sendNow()
  await casebook.sendNow()
  expect(await traces(lane)).toEqual(NOTHING)
  const held = await until(casebook, { ask: 'resident', lane }, ({ sending }) => sending.held.length === 1)
  expect(held.sending.held).toMatchObject([{ change, why: 'grant', type: 'resident' }])
  expect(valuesOf(held, resident, 'displayName')).toEqual(['Skrevet uten nett'])
  office.release(change)
  await casebook.sendNow()
  await casebook.sendNow()
  const after = await until(casebook, { ask: 'sending' }, ({ sending }) => sending.held.length === 0)
  expect(after.states.size).toBe(0)
  expect(((await stored(await vaultOf(), 'shelf')) as { id: Id }[]).map(({ id }) => id)).toContain(change)
  expect(await traces(lane)).toEqual(NOTHING)
})

test('what the device counts agrees with what lies in the outbox at every step', async () => {
  const { casebook, user } = await enrolled(office)
  const { lane, resident } = await given(casebook, user)
  const foreign = aCase()
  office.give(foreign.lane, newId())
  const agree = async () => {
    await casebook.sendNow()
    const items = (await stored(await vaultOf(), 'outbox')) as { state: string; draft?: object }[]
    const notes = items.filter(({ draft }) => !draft)
    const of = (...states: string[]) => notes.filter(({ state }) => states.includes(state)).length
    const { sending, states } = await until(casebook, { ask: 'sending' })
    const { waiting, atOffice, held } = sending
    expect([waiting.length, atOffice.length, held.length, states.size]).toEqual([
      of('saved', 'sent'),
      of('custody'),
      of('held'),
      notes.length,
    ])
    return { waiting: waiting.length, atOffice: atOffice.length, held: held.length, drafts: sending.draftsWaiting }
  }
  office.network.instead = offline
  await casebook.record([naming(lane, resident, 'A')])
  await casebook.record([naming(foreign.lane, foreign.resident, 'B')])
  await casebook.keepDraft(aDraft(lane, resident))
  await casebook.parkDrafts?.()
  expect(await agree()).toEqual({ waiting: 2, atOffice: 0, held: 0, drafts: 1 })
  office.network.instead = undefined
  office.network.tamper = (lines) => lines.filter((line) => !line.includes('"k":"end"'))
  expect(await agree()).toEqual({ waiting: 0, atOffice: 1, held: 1, drafts: 0 })
  office.network.tamper = (lines) => lines
  expect(await agree()).toEqual({ waiting: 0, atOffice: 0, held: 1, drafts: 0 })
})

test('a look that was given for some hours ends while the app is open, and without network', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const { casebook, user } = await enrolled(office)
  const { lane } = await given(casebook, user)
  const kept = await given(casebook, user)
  const until3h = new Date(Date.now() + 3 * 3_600_000).toISOString()
  office.give(lane, user).view += 1
  office.network.tamper = (lines) => lines.map((line) => line.replace(`"l":"${lane}","mode"`, `"l":"${lane}","until":"${until3h}","mode"`))
  await casebook.sendNow()
  office.network.instead = offline
  vi.setSystemTime(Date.now() + 2 * 3_600_000)
  await casebook.sendNow()
  expect((await traces(lane)).row).toBe(1)
  vi.setSystemTime(Date.now() + 3_601_000)
  await casebook.sendNow()
  expect(await traces(lane)).toEqual(NOTHING)
  expect((await until(casebook, { ask: 'today' })).summaries.map((one) => one.lane)).toEqual([kept.lane])
})

test('a look that ended while the app was locked shows nothing when it opens', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const { casebook, user, words } = await enrolled(office)
  const { lane, resident } = await given(casebook, user)
  const soon = new Date(Date.now() + 60_000).toISOString()
  office.give(lane, user).view += 1
  office.network.tamper = (lines) => lines.map((line) => line.replace(`"l":"${lane}","mode"`, `"l":"${lane}","until":"${soon}","mode"`))
  await casebook.sendNow()
  await casebook.keepDraft(aDraft(lane, resident))
  casebook.close()
  office.network.instead = offline
  vi.setSystemTime(Date.now() + 61_000)
  const again = await unlocked(words)
  expect((await until(again, { ask: 'today' })).summaries).toEqual([])
  expect(await traces(lane)).toEqual(NOTHING)
  expect((await stored(await vaultOf(), 'outbox')) as object[]).toHaveLength(1)
})

test('with other rights in a case it is taken afresh: what one may no longer read is gone', async () => {
  const { casebook, user } = await enrolled(office)
  const { lane, resident } = await given(casebook, user)
  const household = newId()
  office.write(user, changeOf(patch(lane, 'household', household, { name: 'Hjemmet' })))
  await casebook.sendNow()
  await until(casebook, { ask: 'resident', lane }, ({ rows }) => rows.size === 2)
  const book = office.give(lane, user, 'named')
  book.view += 1
  office.network.tamper = (lines) => lines.filter((line) => !line.includes(`"id":"${household}"`))
  await casebook.sendNow()
  const { rows } = await until(casebook, { ask: 'resident', lane }, (answer) => !answer.rows.has(household))
  expect([...rows.keys()]).toEqual([resident])
  expect((await traces(lane)).row).toBe(1)
})

test('a case that is given back comes whole', async () => {
  const { casebook, user } = await enrolled(office)
  const { lane, resident } = await given(casebook, user)
  take(lane, user)
  await casebook.sendNow()
  office.give(lane, user).view += 1
  await casebook.sendNow()
  expect(valuesOf(await until(casebook, { ask: 'resident', lane }, ({ rows }) => rows.size > 0), resident, 'displayName')).toEqual([
    'Kari Lyng',
  ])
})

test('a case that is missing from an answer is kept: only the word gone takes it away', async () => {
  const { casebook, user } = await enrolled(office)
  const { lane } = await given(casebook, user)
  take(lane, user)
  office.network.tamper = (lines) => lines.filter((line) => !line.includes('"k":"gone"'))
  await casebook.sendNow()
  await casebook.sendNow()
  expect((await traces(lane)).row).toBe(1)
})

test('what the worker hears while the app is locked is obeyed before anything is shown, also offline, and the unsent note still leaves', async () => {
  const { casebook, user, words } = await enrolled(office)
  const { lane, resident } = await given(casebook, user)
  const other = await given(casebook, user)
  const { network, state } = office
  network.instead = offline
  await casebook.keepDraft(aDraft(lane, resident))
  await casebook.record([naming(other.lane, other.resident, 'Sendes låst')])
  casebook.close()
  network.instead = undefined
  state.dropWord = { gone: [lane, aCase().lane] }
  expect(await sendAll({ isUrgent: true })).toMatchObject({ outcome: 'done', waiting: 0 })
  expect((await traces(lane)).row).toBe(1)
  network.instead = offline
  const again = await unlocked(words)
  const first = await until(again, { ask: 'today' })
  expect([first.summaries.map((one) => one.lane), first.drafts]).toEqual([[other.lane], []])
  expect(await traces(lane)).toEqual(NOTHING)
  expect((await traces(other.lane)).row).toBe(1)
  expect(await waitingItems()).toHaveLength(2)
  take(lane, user)
  await again.record([naming(lane, resident, 'Om saken som er borte')])
  network.instead = undefined
  await again.sendNow()
  expect([...office.verdicts.values()].filter(({ s }) => s === 'parked')).toHaveLength(1)
  expect([...office.verdicts.values()].some(({ change }) => change?.set?.displayName?.v === 'Om saken som er borte')).toBe(true)
})

test('a word that a later answer no longer says, or that a sync has answered better, is forgotten', async () => {
  const { casebook, user, words } = await enrolled(office)
  const { lane } = await given(casebook, user)
  office.network.instead = offline
  for (const holdMs of [100_000, 200_000]) await casebook.record([naming(lane, newId(), 'x')], { holdMs })
  casebook.close()
  office.network.instead = undefined
  const sendAfter = (ms: number) => sendAll({ now: () => Date.now() + ms })
  const said = async () => ((await stored(await vaultOf(), 'meta')) as { key: string }[]).filter(({ key }) => key === 'dropped')
  office.state.dropWord = { gone: [lane] }
  await sendAfter(150_000)
  expect(await said()).toEqual([{ key: 'dropped', stop: false, gone: [lane] }])
  office.state.dropWord = {}
  await sendAfter(250_000)
  expect(await said()).toEqual([])
  const again = await unlocked(words)
  office.state.dropWord = { gone: [lane] }
  await again.record([naming(lane, newId(), 'x')])
  await again.sendNow()
  expect(await waitingItems()).toEqual([])
  expect(await said()).toEqual([])
  expect((await traces(lane)).lane).toBe(1)
})

test('a phone that was revoked while locked opens with no case in it, says so at once, and sends what it has', async () => {
  const { casebook, user, words } = await enrolled(office)
  const { lane, resident } = await given(casebook, user)
  office.network.instead = offline
  await casebook.record([naming(lane, resident, 'Skrevet før')])
  casebook.close()
  office.network.instead = undefined
  office.state.dropWord = { stop: true }
  await sendAll({ isUrgent: true })
  office.network.instead = offline
  for (let i = 0; i < 2; i += 1) {
    const again = await unlocked(words)
    const { summaries, sending, office: rows } = await until(again, { ask: 'today' })
    expect([sending.refused, rows]).toEqual(['device', []])
    expect(summaries.filter((one) => one.lane !== lane)).toEqual([])
    expect(await traces(lane)).toEqual(NOTHING)
    expect(await waitingItems()).toHaveLength(1)
    again.close()
  }
})

test('a half-written draft of a lost case is never thrown away by a full phone, nor shown, and leaves when there is room', async () => {
  const { casebook, user, words } = await enrolled(office)
  const { lane, resident } = await given(casebook, user)
  await casebook.keepDraft(aDraft(lane, resident))
  take(lane, user)
  const add = IDBObjectStore.prototype.add
  IDBObjectStore.prototype.add = () => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  await casebook.sendNow()
  expect(await traces(lane)).toEqual({ ...NOTHING, draft: 1 })
  expect((await until(casebook, { ask: 'today' })).drafts).toEqual([])
  casebook.close()
  office.network.instead = offline
  const again = await unlocked(words)
  expect((await until(again, { ask: 'today' })).drafts).toEqual([])
  IDBObjectStore.prototype.add = add
  office.network.instead = undefined
  await again.sendNow()
  await again.sendNow()
  expect(await traces(lane)).toEqual(NOTHING)
  const parked = [...office.verdicts.values()].filter(({ s }) => s === 'parked')
  expect(parked.map(({ change }) => change?.set?.content?.v)).toEqual(['halvt skrevet'])
})

test('the reserve is given up for the draft of a lost case, since it is the only copy', async () => {
  const { casebook, user } = await enrolled(office)
  const { lane, resident } = await given(casebook, user)
  await casebook.keepDraft(aDraft(lane, resident))
  take(lane, user)
  const add = IDBObjectStore.prototype.add
  let isFirst = true
  IDBObjectStore.prototype.add = function (...args) {
    if (!isFirst) return add.apply(this, args)
    isFirst = false
    throw new DOMException('full', 'QuotaExceededError')
  }
  await casebook.sendNow()
  IDBObjectStore.prototype.add = add
  expect([isFirst, await stored(await vaultOf(), 'ballast')]).toEqual([false, []])
  expect(await traces(lane)).toEqual(NOTHING)
  await casebook.sendNow()
  expect([...office.verdicts.values()].filter(({ s }) => s === 'parked')).toHaveLength(1)
})
