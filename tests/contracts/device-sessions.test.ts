// Saves of one editing session: one change at the office as long as nothing has left, and never anything lost.

import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Casebook } from '#device/casebook.ts'
import type { Id, LaneId } from '#domain/ids.ts'
import { patch } from '#domain/records.ts'
import { seenOf } from '#domain/register.ts'
import { aCase, changeOf, closeAll, enrolled, freshBrowser, naming, stored, until, valuesOf, vaultOf } from '../support/browser.ts'
import { everyEnvelopeIsSomeones } from '../support/envelopes.ts'
import { type MemoryOffice, memoryOffice, newId, offline } from '../support/memory-office.ts'

let office: MemoryOffice
beforeEach(() => {
  office = memoryOffice()
  freshBrowser(office)
})
afterEach(async () => {
  closeAll()
  await everyEnvelopeIsSomeones()
})

const outbox = async () => (await stored(await vaultOf(), 'outbox')) as { id: Id; n: number; state: string }[]
const setsOf = (lane: LaneId) => office.journal(lane)?.entries.map(({ change }) => change.set) ?? []
const HOLD = { holdMs: 60_000 }

interface Editing {
  readonly casebook: Casebook
  readonly lane: LaneId
  readonly resident: Id
  readonly base: Id
  readonly session: Id
}
/** A resident the office has, and an editor open on it. */
async function editing(): Promise<Editing> {
  const { casebook } = await enrolled(office)
  const { lane, resident } = aCase()
  const recorded = await casebook.record([naming(lane, resident, 'Kari')])
  await casebook.sendNow()
  await until(casebook, { ask: 'sending' }, ({ sending }) => sending.atOffice.length + sending.waiting.length === 0)
  return { casebook, lane, resident, base: (recorded.ok && recorded.changes[0]) || newId(), session: newId() }
}

test('ten saves in one editing session reach the office as one change over what the editor first showed', async () => {
  const { casebook, lane, resident, base, session } = await editing()
  const seen = { displayName: [base] }
  for (let i = 0; i < 9; i++) await casebook.record([naming(lane, resident, `Kari ${i}`, seen)], { session, ...HOLD })
  await casebook.record([patch(lane, 'resident', resident, { phone: '40000001' }, { seen: {} })], { session, ...HOLD })
  expect(await outbox()).toHaveLength(1)
  const shown = await until(casebook, { ask: 'resident', lane })
  expect(valuesOf(shown, resident, 'displayName')).toEqual(['Kari 8'])
  await casebook.record([naming(lane, resident, 'Kari Lyng', seenOf(shown.rows.get(resident)))], { session, holdMs: 0 })
  await casebook.sendNow()
  expect(setsOf(lane)).toEqual([
    { displayName: { v: 'Kari', over: [] } },
    { displayName: { v: 'Kari Lyng', over: [base] }, phone: { v: '40000001', over: [] } },
  ])
  expect(valuesOf(await until(casebook, { ask: 'resident', lane }), resident, 'displayName')).toEqual(['Kari Lyng'])
})

test('once a send was tried the next save is a change of its own that names the one before', async () => {
  const { casebook, lane, resident, base, session } = await editing()
  office.network.instead = offline
  await casebook.record([naming(lane, resident, 'Første', { displayName: [base] })], { session })
  await casebook.sendNow()
  expect((await outbox()).map(({ state }) => state)).toEqual(['sent'])
  const [first] = await outbox()
  await casebook.record([naming(lane, resident, 'Andre', { displayName: first ? [first.id] : [] })], { session, ...HOLD })
  await casebook.record([naming(lane, resident, 'Tredje', { displayName: first ? [first.id] : [] })], { session })
  expect(await outbox()).toHaveLength(2)
  office.network.instead = undefined
  await casebook.sendNow()
  expect(setsOf(lane).map((set) => set?.displayName?.v)).toEqual(['Kari', 'Første', 'Tredje'])
  expect(valuesOf(await until(casebook, { ask: 'resident', lane }), resident, 'displayName')).toEqual(['Tredje'])
})

test('another session, another record and a save that ends a draft replace nothing', async () => {
  const { casebook, lane, resident, base, session } = await editing()
  const seen = { displayName: [base] }
  await casebook.record([naming(lane, resident, 'A', seen)], { session, ...HOLD })
  await casebook.record([naming(lane, resident, 'B', seen)], { session: newId(), ...HOLD })
  await casebook.record([patch(lane, 'household', newId(), { name: 'Hjemmet' })], { session, ...HOLD })
  await casebook.record([naming(lane, resident, 'C', seen)], { session, finishes: newId(), ...HOLD })
  await casebook.record([naming(lane, resident, 'D', seen)], { session, ...HOLD })
  expect(await outbox()).toHaveLength(5)
})

test('what a signature covers is never replaced', async () => {
  const { casebook, lane, session } = await editing()
  const plan = newId()
  await casebook.record([patch(lane, 'plan', plan, { version: 1 }, { root: plan })], { session, ...HOLD })
  await casebook.record([], { sign: { lane, root: plan }, ...HOLD })
  await casebook.record([patch(lane, 'plan', plan, { background: 'Etterpå' }, { root: plan })], { session, ...HOLD })
  expect(await outbox()).toHaveLength(3)
})

test('what another of one’s own changes has replaced is not taken away from under it', async () => {
  const { casebook, lane, resident, base, session } = await editing()
  const first = await casebook.record([naming(lane, resident, 'A', { displayName: [base] })], { session, ...HOLD })
  const id = (first.ok && first.changes[0]) || newId()
  await casebook.record([naming(lane, resident, 'B', { displayName: [id] })], HOLD)
  await casebook.record([patch(lane, 'resident', resident, { phone: '40000001' })], { session, ...HOLD })
  expect(await outbox()).toHaveLength(3)
  expect(valuesOf(await until(casebook, { ask: 'resident', lane }), resident, 'displayName')).toEqual(['B'])
})

test('undoing the last save of a session brings back the one before', async () => {
  const { casebook, lane, resident, base, session } = await editing()
  const seen = { displayName: [base] }
  await casebook.record([naming(lane, resident, 'A', seen)], { session, ...HOLD })
  const second = await casebook.record([naming(lane, resident, 'B', seen)], { session, ...HOLD })
  expect(second.ok && (await second.undo())).toBe(true)
  expect(await outbox()).toHaveLength(1)
  expect(valuesOf(await until(casebook, { ask: 'resident', lane }), resident, 'displayName')).toEqual(['A'])
  await casebook.record([naming(lane, resident, 'C', seen)], { session, holdMs: 0 })
  await casebook.sendNow()
  expect(setsOf(lane).map((set) => set?.displayName?.v)).toEqual(['Kari', 'C'])
})

test('what a colleague wrote while the editor was open stands beside the last save, unseen and not replaced', async () => {
  const { casebook, lane, resident, base, session } = await editing()
  const seen = { displayName: [base] }
  await casebook.record([naming(lane, resident, 'A', seen)], { session, ...HOLD })
  const colleague = newId()
  office.give(lane, colleague)
  office.write(colleague, changeOf(naming(lane, resident, 'Kollega', seen)))
  await casebook.sendNow()
  await casebook.record([naming(lane, resident, 'B', seen)], { session, holdMs: 0 })
  await casebook.sendNow()
  expect(valuesOf(await until(casebook, { ask: 'resident', lane }), resident, 'displayName')).toEqual(['B', 'Kollega'])
})
