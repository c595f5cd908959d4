// The shelf and the office's receipt log: what was sent stays sealed here until verified backups hold it, a restored
// office is offered all of it again, and what a person or an erasure has decided is obeyed.

import { IDBObjectStore } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Casebook } from '#device/casebook.ts'
import { type Id, instant, type LaneId } from '#domain/ids.ts'
import { aCase, closeAll, enrolled, freshBrowser, naming, stored, unlocked, until, valuesOf, vaultOf } from '../support/browser.ts'
import { everyEnvelopeIsSomeones } from '../support/envelopes.ts'
import { type MemoryOffice, memoryOffice, newId } from '../support/memory-office.ts'

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

interface Kept {
  readonly id: Id
  readonly lane: LaneId
  readonly state?: string
  readonly rseq?: number
  readonly tries?: number
}
const [outbox, shelf] = ['outbox', 'shelf'].map((store) => async () => (await stored(await vaultOf(), store)) as Kept[]) as [
  () => Promise<Kept[]>,
  () => Promise<Kept[]>,
]
const receipts = async () => (await stored(await vaultOf(), 'meta')).find((item) => (item as { key: string }).key === 'receipts')
const log = () => [...office.enrolments.values()][0] ?? expect.fail('nobody is enrolled')

/** Saved, sent and settled. */
async function settled(casebook: Casebook, what = aCase(), name = 'Kari'): Promise<{ lane: LaneId; resident: Id; change: Id }> {
  const recorded = await casebook.record([naming(what.lane, what.resident, name)])
  await casebook.sendNow()
  expect(await outbox()).toEqual([])
  return { ...what, change: (recorded.ok && recorded.changes[0]) || newId() }
}

/** The office from an older copy: these are lost, and so is its log of what this device delivered. */
function restored(lost: readonly Id[]): void {
  const { receipts } = log()
  receipts.splice(0, receipts.length, ...receipts.filter((id) => !lost.includes(id)))
  log().epoch += 1
  for (const id of lost) office.verdicts.delete(id)
  for (const book of office.lanes.values()) {
    const kept = book.entries.filter(({ change }) => !lost.includes(change.id))
    if (kept.length === book.entries.length) continue
    book.entries.splice(0, book.entries.length, ...kept)
    book.epoch += 1
  }
}

test('a restored office is offered the whole shelf again, also of lanes that look as before', async () => {
  const { casebook } = await enrolled(office)
  const [first, second] = [await settled(casebook), await settled(casebook)]
  const drops = () => office.calls.filter(({ path }) => path.startsWith('/v1/drop/'))
  const before = drops().length
  restored([second.change])
  await casebook.sendNow()
  await casebook.sendNow()
  await casebook.sendNow()
  const again = drops()
    .slice(before)
    .flatMap(({ body }) => (JSON.parse(body) as { envs: { id: Id }[] }).envs.map(({ id }) => id))
  expect(new Set(again)).toEqual(new Set([first.change, second.change]))
  expect(office.journal(second.lane)?.entries).toHaveLength(1)
  expect(await outbox()).toEqual([])
  expect((await shelf()).map(({ id, rseq }) => [id, rseq])).toEqual(
    expect.arrayContaining([first, second].map(({ change }) => [change, log().receipts.indexOf(change) + 1])),
  )
  expect(valuesOf(await until(casebook, { ask: 'resident', lane: second.lane }), second.resident, 'displayName')).toEqual(['Kari'])
})

test('an office that has lost both the receipts and the access is obeyed only after the shelf lies ready to leave again', async () => {
  const { casebook, user } = await enrolled(office)
  const { lane, resident, change } = await settled(casebook)
  const draft = { id: newId(), lane, rec: resident, rev: 1, seen: {}, content: 'halvt skrevet', at: instant('2026-11-22T10:00:00Z') }
  await casebook.keepDraft(draft)
  restored([change])
  office.journal(lane)?.access.delete(user)
  const seen: { readonly lanes: number; readonly drafts: number; readonly isOffered: boolean }[] = []
  office.network.beforeSync = async () => {
    const lanes = (await stored(await vaultOf(), 'lane')).length
    const drafts = (await stored((await vaultOf()).replace('v-', 'd-'), 'draft')).length
    seen.push({ lanes, drafts, isOffered: office.verdicts.has(change) })
  }
  await casebook.sendNow()
  await casebook.sendNow()
  await casebook.sendNow()
  expect(seen.slice(0, 2)).toEqual([
    { lanes: 1, drafts: 1, isOffered: false },
    { lanes: 1, drafts: 1, isOffered: true },
  ])
  expect(seen.at(-1)).toEqual({ lanes: 0, drafts: 0, isOffered: true })
  expect(office.verdicts.get(change)).toMatchObject({ s: 'held', why: 'grant' })
})

test('a receipt line that does not fit what was asked moves nothing, and no case is given up on its word', async () => {
  const { casebook, user } = await enrolled(office)
  const { lane } = await settled(casebook)
  await casebook.sendNow()
  const before = await receipts()
  const other = await settled(casebook)
  office.journal(lane)?.access.delete(user)
  office.network.tamper = (lines) =>
    lines.map((line) => line.replace(/"k":"receipts","mode":"delta","from":\d+/, '"k":"receipts","mode":"delta","from":7'))
  await casebook.sendNow()
  expect((await stored(await vaultOf(), 'lane')) as { id: LaneId }[]).toHaveLength(2)
  office.network.tamper = (lines) => lines.filter((line) => !line.includes('"k":"receipts"'))
  await casebook.sendNow()
  expect((await stored(await vaultOf(), 'lane')) as { id: LaneId }[]).toHaveLength(2)
  office.network.tamper = (lines) => lines
  await casebook.sendNow()
  expect(((await stored(await vaultOf(), 'lane')) as { id: LaneId }[]).map(({ id }) => id)).toEqual([other.lane])
  expect(await receipts()).not.toEqual(before)
})

test('a change whose answer was lost learns its place in the log from the next sync', async () => {
  const { casebook } = await enrolled(office)
  const { lane, resident } = aCase()
  office.network.losesAnswerTo = '/v1/drop'
  await casebook.record([naming(lane, resident, 'Kari')])
  await casebook.sendNow()
  const all = [...(await outbox()), ...(await shelf())]
  expect(all.map(({ rseq }) => rseq)).toEqual([1])
  expect(await receipts()).toMatchObject({ seq: 1 })
})

test('what is settled leaves the shelf only when two backups hold it and fourteen days have passed', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const { casebook } = await enrolled(office)
  const [first, second] = [await settled(casebook), await settled(casebook)]
  const wait = async (days: number, safe: number | null) => {
    vi.setSystemTime(Date.now() + days * 86_400_000)
    office.enrolments.forEach((enrolment) => {
      enrolment.safe = safe
    })
    await casebook.sendNow()
    return (await shelf()).map(({ id }) => id)
  }
  const both = expect.arrayContaining([first.change, second.change])
  expect(await wait(30, null)).toEqual(both)
  const third = await settled(casebook)
  expect(await wait(13, 3)).toEqual([third.change])
  expect(await wait(2, 3)).toEqual([])
})

test('a backup that holds the first alone lets only the first go', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const { casebook } = await enrolled(office)
  const [, second] = [await settled(casebook), await settled(casebook)]
  log().safe = 1
  vi.setSystemTime(Date.now() + 15 * 86_400_000)
  await casebook.sendNow()
  expect((await shelf()).map(({ id }) => id)).toEqual([second.change])
})

test('what a person keeps closed leaves the view, is shown apart with its words’ kind, and can be let through after all', async () => {
  const { casebook, words } = await enrolled(office)
  const { lane, resident } = aCase()
  office.give(lane, newId())
  const recorded = await casebook.record([naming(lane, resident, 'Kari')])
  const change = (recorded.ok && recorded.changes[0]) || newId()
  await casebook.sendNow()
  office.keepClosed(change)
  await casebook.sendNow()
  const { sending, rows, states } = await until(casebook, { ask: 'resident', lane })
  expect(sending).toMatchObject({ held: [], waiting: [], atOffice: [], closed: [{ change, lane, type: 'resident', why: 'grant' }] })
  expect([rows.size, states.size]).toEqual([0, 0])
  casebook.close()
  const again = await unlocked(words)
  expect((await until(again, { ask: 'sending' })).sending.closed.map((one) => one.change)).toEqual([change])
  office.give(lane, office.userId('siv'))
  office.verdicts.set(change, { ...(office.verdicts.get(change) ?? expect.fail('not there')), s: 'held' })
  office.release(change)
  office.network.tamper = (lines) => lines.map((line) => line.replace('"mine":[]', `"mine":["${change}"]`))
  await again.sendNow()
  const after = await until(again, { ask: 'resident', lane })
  expect(after.sending.closed).toEqual([])
  expect(valuesOf(after, resident, 'displayName')).toEqual(['Kari'])
})

test('an answer to a send that says closed puts the envelope on the shelf and never out of reach', async () => {
  const { casebook } = await enrolled(office)
  const { lane, resident } = aCase()
  office.give(lane, newId())
  office.network.losesAnswerTo = '/v1/drop'
  const recorded = await casebook.record([naming(lane, resident, 'Kari')])
  const change = (recorded.ok && recorded.changes[0]) || newId()
  office.network.tamper = () => []
  await casebook.sendNow()
  office.keepClosed(change)
  office.network.losesAnswerTo = undefined
  await casebook.sendNow()
  expect(await outbox()).toEqual([])
  expect((await shelf()).map(({ id }) => id)).toEqual([change])
})

test('what was erased goes from outbox and shelf, and comes back with no later answer', async () => {
  const { casebook } = await enrolled(office)
  const first = await settled(casebook)
  const held = aCase()
  office.give(held.lane, newId())
  const recorded = await casebook.record([naming(held.lane, held.resident, 'Per')])
  await casebook.sendNow()
  office.erase(first.change)
  if (recorded.ok && recorded.changes[0]) office.erase(recorded.changes[0])
  await casebook.sendNow()
  expect([await outbox(), await shelf()]).toEqual([[], []])
  restored([])
  await casebook.sendNow()
  expect([await outbox(), await shelf()]).toEqual([[], []])
  const answer = await until(casebook, { ask: 'resident', lane: first.lane })
  expect(valuesOf(answer, first.resident, 'displayName')).toEqual([])
})

test('an id the office does not know is saved again and sent with the same bytes', async () => {
  const { casebook } = await enrolled(office)
  const { lane, resident } = aCase()
  office.give(lane, newId())
  const recorded = await casebook.record([naming(lane, resident, 'Kari')])
  const change = (recorded.ok && recorded.changes[0]) || newId()
  await casebook.sendNow()
  office.verdicts.delete(change)
  await casebook.sendNow()
  await casebook.sendNow()
  expect(office.verdicts.get(change)).toMatchObject({ s: 'held', why: 'grant' })
  expect((await outbox()).map(({ id, state }) => [id, state])).toEqual([[change, 'held']])
  const sent = office.calls
    .filter(({ path }) => path.startsWith('/v1/drop/'))
    .map(({ body }) => JSON.stringify((JSON.parse(body) as { envs: object[] }).envs))
  expect(sent).toHaveLength(2)
  expect(sent[1]).toBe(sent[0])
})

test('the receipt cursor lies on disk with what it caused, or neither does', async () => {
  const { casebook } = await enrolled(office)
  await settled(casebook)
  const before = await receipts()
  restored([])
  const { put } = IDBObjectStore.prototype
  IDBObjectStore.prototype.put = function (value: unknown, ...more) {
    if ((value as { key?: string }).key === 'receipts') throw new DOMException('torn', 'UnknownError')
    return put.call(this, value, ...more)
  }
  try {
    await casebook.sendNow()
    expect([await receipts(), (await outbox()).length, (await shelf()).length]).toEqual([before, 0, 1])
  } finally {
    IDBObjectStore.prototype.put = put
  }
  await casebook.sendNow()
  expect(await receipts()).not.toEqual(before)
})

test('an office restored to just the place we knew in its log is offered what came to the shelf after it', async () => {
  const { casebook } = await enrolled(office)
  const first = await settled(casebook)
  await casebook.sendNow()
  const place = await receipts()
  const misfit = /"k":"receipts","mode":"delta","from":1/
  office.network.tamper = (lines) => lines.map((line) => line.replace(misfit, '"k":"receipts","mode":"delta","from":9'))
  const second = await settled(casebook, first, 'Kari Lyng')
  expect([await receipts(), (await shelf()).length]).toEqual([place, 2])
  log().receipts.pop()
  office.verdicts.delete(second.change)
  office.network.tamper = (lines) => lines
  await casebook.sendNow()
  await casebook.sendNow()
  expect(log().receipts).toContain(second.change)
})
