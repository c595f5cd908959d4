// Half-made work leaves the phone, comes back to a new one, and is written by one tab at a time.

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Casebook, Draft } from '#device/casebook.ts'
import { instant } from '#domain/ids.ts'
import { openBytes } from '#sealing/envelope.ts'
import type { Sealed } from '#sealing/types.ts'
import { Change, parse } from '#sync/wire.ts'
import { aCase, closeAll, enrolled, freshBrowser, naming, stored, unlocked, until, vaultOf } from '../support/browser.ts'
import { everyEnvelopeIsSomeones } from '../support/envelopes.ts'
import { type MemoryOffice, memoryOffice, newId, offline } from '../support/memory-office.ts'

let office: MemoryOffice
beforeEach(() => {
  office = memoryOffice()
  freshBrowser(office)
})
afterEach(async () => {
  closeAll()
  vi.useRealTimers()
  vi.unstubAllGlobals()
  await everyEnvelopeIsSomeones()
})

const aDraft = (more: Partial<Draft> = {}): Draft => ({
  id: newId(),
  lane: aCase().lane,
  rec: newId(),
  rev: 1,
  seen: {},
  content: { note: 'halvferdig' },
  at: instant('2026-11-22T10:00:00.000Z'),
  ...more,
})

/** The drafts in the outbox, opened with the key the office has. */
async function inOutbox(): Promise<Change[]> {
  const items = (await stored(await vaultOf(), 'outbox')) as { id: string; envelope: { enrol: string }; draft?: object; n: number }[]
  const bytes = new Map(((await stored(await vaultOf(), 'envelope')) as (Sealed & { id: string })[]).map((one) => [one.id, one]))
  const opened = items
    .filter((item) => item.draft)
    .sort((a, b) => a.n - b.n)
    .map(async ({ id, envelope }) => {
      const sealed = bytes.get(id)
      if (!sealed) throw new Error('no envelope')
      const keys = [...office.enrolments.values()].map((enrolment) => enrolment.keys.seal)
      const texts = await Promise.all(keys.map((key) => openBytes(key, envelope.enrol, id, sealed)))
      const change = parse(
        Change,
        texts.find((text) => text !== undefined),
      )
      if (!change) throw new Error('not opened by any enrolment')
      return change
    })
  return Promise.all(opened)
}
/** The browser itself knows that there is none: nothing is tried. */
const noNetwork = (): void => {
  office.network.instead = offline
  vi.stubGlobal('navigator', { onLine: false, locks: navigator.locks })
}
const park = (casebook: Casebook): Promise<void> => casebook.parkDrafts?.() ?? Promise.reject(new Error('not a phone'))

test('an open draft is sealed for the office as a draft, with its words, and never as a value', async () => {
  const { casebook: before, words } = await enrolled(office)
  noNetwork()
  const draft = aDraft({ rev: 3 })
  await before.keepDraft(draft)
  await park(before)
  before.close()
  const casebook = await unlocked(words)
  const [change] = await inOutbox()
  expect(change).toMatchObject({ kind: 'draft', draft: draft.id, rev: 3, lane: draft.lane, rec: draft.rec, type: 'contribution' })
  expect(change?.set).toEqual({ content: { v: draft.content, over: [] }, seen: { v: {}, over: [] } })
  const answer = await until(casebook, { ask: 'resident', lane: draft.lane })
  expect([...answer.rows]).toEqual([])
  expect(answer.states.size).toBe(0)
  expect(answer.sending.waiting).toEqual([])
  expect(answer.drafts).toEqual([draft])
})

test('what was parked is not parked again; what is newer takes the place of what has not left', async () => {
  const { casebook, words } = await enrolled(office)
  noNetwork()
  const draft = aDraft()
  await casebook.keepDraft(draft)
  await park(casebook)
  await park(casebook)
  casebook.close()
  const again = await unlocked(words)
  await park(again)
  expect((await inOutbox()).map(({ rev }) => rev)).toEqual([1])
  await again.keepDraft({ ...draft, rev: 2, content: { note: 'mer' } })
  await park(again)
  const left = await inOutbox()
  expect(left.map(({ rev, set }) => [rev, set?.content?.v])).toEqual([[2, { note: 'mer' }]])
})

test('two tabs that park the same words at once put one copy in the outbox', async () => {
  const { casebook, words } = await enrolled(office)
  noNetwork()
  const other = await unlocked(words)
  const draft = aDraft()
  await casebook.keepDraft(draft)
  await until(other, { ask: 'today' }, ({ drafts }) => drafts.length === 1)
  await Promise.all([park(casebook), park(other)])
  expect((await inOutbox()).map(({ rev }) => rev)).toEqual([1])
})

test('an older copy that has been tried stays, and the newer one goes after it', async () => {
  const { casebook } = await enrolled(office)
  const draft = aDraft()
  await casebook.keepDraft(draft)
  office.network.losesAnswerTo = '/v1/drop'
  await park(casebook)
  await casebook.sendNow()
  await casebook.keepDraft({ ...draft, rev: 2 })
  office.network.instead = offline
  await park(casebook)
  expect((await inOutbox()).map(({ rev }) => rev)).toEqual([1, 2])
})

test('two minutes without a keystroke and a draft leaves; one that is being written does not', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'], now: Date.now() })
  const { casebook } = await enrolled(office)
  office.network.instead = offline
  const leave = (...drafts: Draft[]) =>
    vi.waitFor(async () => expect((await inOutbox()).map(({ draft }) => draft)).toEqual(drafts.map(({ id }) => id)), 60_000)
  const [idle, busy] = [aDraft(), aDraft()]
  await casebook.keepDraft(idle)
  vi.setSystemTime(Date.now() + 110_000)
  await casebook.keepDraft(busy)
  expect((await until(casebook, { ask: 'sending' })).sending.draftsWaiting).toBe(2)
  await vi.advanceTimersByTimeAsync(10_000)
  await leave(idle)
  vi.setSystemTime(Date.now() + 105_000)
  await casebook.keepDraft({ ...busy, rev: 2 })
  await vi.advanceTimersByTimeAsync(110_000)
  expect((await inOutbox()).map(({ draft }) => draft)).toEqual([idle.id])
  await vi.advanceTimersByTimeAsync(10_000)
  await leave(idle, busy)
})

test('hiding the app parks every open draft, also what is written in the last moment', async () => {
  const page = new EventTarget()
  const seen = { visibilityState: 'visible' }
  vi.stubGlobal('document', seen)
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page))
  const { casebook } = await enrolled(office)
  noNetwork()
  const [open, last] = [aDraft(), aDraft()]
  await casebook.keepDraft(open)
  seen.visibilityState = 'hidden'
  page.dispatchEvent(new Event('visibilitychange'))
  await vi.waitFor(async () => expect((await inOutbox()).map(({ draft }) => draft)).toEqual([open.id]), 60_000)
  await casebook.keepDraft(last)
  await vi.waitFor(async () => expect((await inOutbox()).map(({ draft }) => draft).sort()).toEqual([open.id, last.id].sort()), 60_000)
})

test('a draft that could not be sealed before the lock waits for unlock, and leaves then when it is old enough', async () => {
  const { casebook, words } = await enrolled(office)
  office.network.instead = offline
  const draft = aDraft()
  await casebook.keepDraft(draft)
  casebook.close()
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 121_000 })
  await unlocked(words)
  await vi.waitFor(async () => expect((await inOutbox()).map(({ draft: id }) => id)).toEqual([draft.id]), 60_000)
})

test('a draft thrown away is thrown away at the office too, and only if it was ever parked', async () => {
  const { casebook } = await enrolled(office)
  noNetwork()
  const [parked, never] = [aDraft(), aDraft()]
  await casebook.keepDraft(parked)
  await park(casebook)
  await casebook.keepDraft({ ...parked, rev: 2 })
  await casebook.keepDraft(never)
  await casebook.dropDraft(parked.id)
  await casebook.dropDraft(never.id)
  const left = await inOutbox()
  expect(left.map(({ draft, rev, set }) => [draft, rev, set])).toEqual([[parked.id, 3, undefined]])
  expect((await until(casebook, { ask: 'today' })).drafts).toEqual([])
})

test('a saved change that finishes a draft needs no discard beside it', async () => {
  const { casebook } = await enrolled(office)
  office.network.instead = offline
  const draft = aDraft()
  const { lane, resident } = aCase()
  await casebook.keepDraft(draft)
  await park(casebook)
  await casebook.record([naming(lane, resident, 'Kari')], { finishes: draft.id })
  expect((await inOutbox()).map(({ set }) => set === undefined)).toEqual([false])
  expect((await until(casebook, { ask: 'sending' })).sending.waiting).toHaveLength(1)
})

test('a full phone parks nothing, keeps its reserve for what is saved, and tries again later', async () => {
  const { casebook } = await enrolled(office)
  office.network.instead = offline
  await casebook.keepDraft(aDraft())
  const { IDBObjectStore } = await import('fake-indexeddb')
  const add = IDBObjectStore.prototype.add
  IDBObjectStore.prototype.add = () => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  await park(casebook)
  IDBObjectStore.prototype.add = add
  expect(await inOutbox()).toEqual([])
  expect(await stored(await vaultOf(), 'ballast')).toHaveLength(1)
  await park(casebook)
  expect(await inOutbox()).toHaveLength(1)
})

test('a new phone finds the half-written visit of the one before, and a newer one of its own stays', async () => {
  const { casebook } = await enrolled(office)
  const [theirs, mine] = [aDraft({ rev: 4, content: { note: 'fra den gamle' } }), aDraft({ rev: 9, content: { note: 'nyere her' } })]
  await casebook.keepDraft(mine)
  const line = (draft: Draft, rev: number) => {
    const { id, lane, rec, at, content, seen } = draft
    return JSON.stringify({ k: 'parked', draft: id, rev, lane, rec, type: 'contribution', at, content, seen })
  }
  office.network.tamper = ([start = '', ...rest]) => [start, line(theirs, 4), line({ ...mine, content: 'eldre' }, 8), ...rest]
  await casebook.sendNow()
  const { drafts, sending } = await until(casebook, { ask: 'today' }, (answer) => answer.drafts.length === 2)
  expect(drafts).toContainEqual(theirs)
  expect(drafts).toContainEqual(mine)
  expect(sending.draftsWaiting).toBe(1)
  noNetwork()
  await casebook.dropDraft(theirs.id)
  office.network.instead = undefined
  await casebook.sendNow()
  expect((await until(casebook, { ask: 'today' })).drafts).toEqual([mine])
})

test('a draft that was finished here does not come back from the office', async () => {
  const { casebook } = await enrolled(office)
  const draft = aDraft()
  await casebook.keepDraft(draft)
  noNetwork()
  const { lane, resident } = aCase()
  await casebook.record([naming(lane, resident, 'Kari')], { finishes: draft.id })
  office.network.instead = undefined
  const { id, rec, at, content } = draft
  const line = JSON.stringify({ k: 'parked', draft: id, rev: 7, lane: draft.lane, rec, type: 'contribution', at, content })
  office.network.tamper = ([start = '', ...rest]) => [start, line, ...rest]
  await casebook.sendNow()
  expect((await until(casebook, { ask: 'today' })).drafts).toEqual([])
})

type Who = 'mine' | 'elsewhere'
function holding(casebook: Casebook, id: Draft['id']) {
  const said: Who[] = []
  const free = casebook.holdDraft(id, (who) => said.push(who))
  return { said, free }
}

for (const how of ['Web Locks', 'claims between tabs'] as const)
  test(`the second editor of a draft may only read, and takes over when the first lets go (${how})`, async () => {
    if (how !== 'Web Locks') vi.stubGlobal('navigator', {})
    try {
      const { casebook, words } = await enrolled(office)
      const other = await unlocked(words)
      const draft = aDraft()
      await casebook.keepDraft(draft)
      const first = holding(casebook, draft.id)
      await vi.waitFor(() => expect(first.said).toEqual(['mine']), 60_000)
      const second = holding(other, draft.id)
      await vi.waitFor(() => expect(second.said).toEqual(['elsewhere']), 60_000)
      await casebook.keepDraft({ ...draft, rev: 2 })
      first.free()
      await vi.waitFor(() => expect(second.said.at(-1)).toBe('mine'), 60_000)
      expect((await until(other, { ask: 'today' }, ({ drafts }) => drafts[0]?.rev === 2)).drafts).toHaveLength(1)
      expect(first.said).toEqual(['mine'])
      second.free()
    } finally {
      vi.unstubAllGlobals()
    }
  })
