// What a worker may rely on when a screen says «Lagret på telefonen».

import { forceCloseDatabase, IDBDatabase, IDBObjectStore } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Draft } from '#device/casebook.ts'
import { instant } from '#domain/ids.ts'
import { patch } from '#domain/records.ts'
import { seenOf } from '#domain/register.ts'
import { aCase, closeAll, enrolled, freshBrowser, naming, stored, unlocked, until, valuesOf, vaultOf } from '../support/browser.ts'
import { type MemoryOffice, memoryOffice, newId, offline } from '../support/memory-office.ts'

let office: MemoryOffice
beforeEach(() => {
  office = memoryOffice()
  freshBrowser(office)
})
afterEach(() => {
  closeAll()
  vi.useRealTimers()
})

const aDraft = (more: Partial<Draft> = {}): Draft => ({
  id: newId(),
  lane: aCase().lane,
  rec: newId(),
  rev: 1,
  seen: {},
  content: { note: 'halvferdig' },
  at: instant('2026-11-22T10:00:00Z'),
  ...more,
})

test('a note saved offline is there after the app is closed and opened again', async () => {
  const { casebook, words } = await enrolled(office)
  office.network.instead = offline
  const { lane, resident } = aCase()
  expect((await casebook.record([naming(lane, resident, 'Kari Lyng')])).ok).toBe(true)
  casebook.close()
  const again = await unlocked(words)
  const answer = await until(again, { ask: 'resident', lane })
  expect(valuesOf(answer, resident, 'displayName')).toEqual(['Kari Lyng'])
  expect((await until(again, { ask: 'today' })).summaries.map((summary) => summary.name)).toEqual(['Kari Lyng'])
  expect(answer.sending.waiting).toHaveLength(1)
  office.network.instead = undefined
  await again.sendNow()
  expect(office.rowsOf(lane)).toHaveLength(1)
})

test('when the disk is full nothing of the change is left, and the caller is told', async () => {
  const { casebook } = await enrolled(office)
  office.network.instead = offline
  const { lane, resident } = aCase()
  const add = IDBObjectStore.prototype.add
  let adds = 0
  IDBObjectStore.prototype.add = function (...args) {
    adds += 1
    if (adds % 2 === 0) throw new DOMException('full', 'QuotaExceededError')
    return add.apply(this, args)
  }
  const recorded = await casebook.record([naming(lane, resident, 'Kari'), patch(lane, 'household', newId(), { name: 'Hjemmet' })])
  IDBObjectStore.prototype.add = add
  expect(recorded).toEqual({ ok: false, refusal: { kind: 'storageFull' } })
  expect(await stored(await vaultOf(), 'outbox')).toEqual([])
  const answer = await until(casebook, { ask: 'resident', lane })
  expect([...answer.rows]).toEqual([])
  expect(answer.states.size).toBe(0)
  expect((await casebook.record([naming(lane, resident, 'Kari')])).ok).toBe(true)
})

test('a full disk gives up its ballast for the note', async () => {
  const { casebook } = await enrolled(office)
  office.network.instead = offline
  const vault = await vaultOf()
  expect(await stored(vault, 'ballast')).toHaveLength(1)
  const add = IDBObjectStore.prototype.add
  let isFirst = true
  IDBObjectStore.prototype.add = function (...args) {
    if (!isFirst) return add.apply(this, args)
    isFirst = false
    throw new DOMException('full', 'QuotaExceededError')
  }
  const { lane, resident } = aCase()
  const recorded = await casebook.record([naming(lane, resident, 'Kari')])
  IDBObjectStore.prototype.add = add
  expect(recorded.ok).toBe(true)
  expect(await stored(vault, 'ballast')).toEqual([])
})

test('undo within the hold leaves no trace, on the device or at the office', async () => {
  const { casebook } = await enrolled(office)
  const { lane, resident } = aCase()
  const recorded = await casebook.record([naming(lane, resident, 'Feil'), patch(lane, 'household', newId(), { name: 'Feil' })], {
    holdMs: 60_000,
  })
  if (!recorded.ok) throw new Error('refused')
  await casebook.sendNow()
  expect(office.rowsOf(lane)).toEqual([])
  expect(await recorded.undo()).toBe(true)
  expect(await stored(await vaultOf(), 'outbox')).toEqual([])
  expect((await until(casebook, { ask: 'today' })).summaries).toEqual([])
  await casebook.sendNow()
  expect(office.verdicts.size).toBe(0)
})

test('undo takes nothing back once a send has been tried', async () => {
  const { casebook } = await enrolled(office)
  office.network.instead = offline
  const { lane, resident } = aCase()
  const recorded = await casebook.record([naming(lane, resident, 'Kari')])
  await casebook.sendNow()
  expect(recorded.ok && (await recorded.undo())).toBe(false)
  expect(await stored(await vaultOf(), 'outbox')).toHaveLength(1)
})

test('a write replaces what the editor showed when it opened, not what stands when it is saved', async () => {
  const { casebook, user } = await enrolled(office)
  const { lane, resident } = aCase()
  await casebook.record([naming(lane, resident, 'Første')])
  await casebook.sendNow()
  const opened = (await until(casebook, { ask: 'resident', lane })).rows.get(resident)
  const other = await enrolledOther(lane)
  other.write(naming(lane, resident, 'Kollegaens', seenOf(opened)))
  await casebook.sendNow()
  await casebook.record([naming(lane, resident, 'Min', seenOf(opened))])
  await casebook.sendNow()
  const answer = await until(casebook, { ask: 'resident', lane })
  expect(valuesOf(answer, resident, 'displayName')).toEqual(['Kollegaens', 'Min'])
  expect(user).not.toBe(other.user)
})

test('two saves in a row offline do not become two versions', async () => {
  const { casebook } = await enrolled(office)
  office.network.instead = offline
  const { lane, resident } = aCase()
  await casebook.record([naming(lane, resident, 'Karri')])
  const shown = (await until(casebook, { ask: 'resident', lane })).rows.get(resident)
  await casebook.record([naming(lane, resident, 'Kari', seenOf(shown))])
  office.network.instead = undefined
  await casebook.sendNow()
  expect(office.rowsOf(lane)[0]?.regs.displayName?.map((head) => head.v)).toEqual(['Kari'])
})

test('a signature covers the root as it stands, with what is saved in the same breath', async () => {
  const { casebook, user } = await enrolled(office)
  const { lane, resident } = aCase()
  await casebook.record([naming(lane, resident, 'Kari')])
  await casebook.sendNow()
  const contribution = newId()
  const part = patch(lane, 'contribution', contribution, { worker: user, note: 'Alt vel' }, { root: contribution })
  await casebook.record([part])
  const recorded = await casebook.record([patch(lane, 'contribution', contribution, { feltSafe: 'yes' }, { root: contribution })], {
    sign: { lane, root: contribution },
  })
  expect(recorded.ok && recorded.changes.length).toBe(2)
  await casebook.sendNow()
  expect(office.rowsOf(lane).find((row) => row.id === contribution)?.frozen).toBeDefined()
  expect((await until(casebook, { ask: 'resident', lane })).rows.get(contribution)?.frozen).toBeDefined()
})

test('a protection loosened on the device has no effect before the office agrees', async () => {
  const { casebook } = await enrolled(office)
  const { lane, resident } = aCase()
  office.give(lane, office.userId('siv'))
  await casebook.record([naming(lane, resident, 'Kari'), patch(lane, 'resident', resident, { safetyFlag: { level: 'two_workers' } })])
  await casebook.sendNow()
  const shown = (await until(casebook, { ask: 'resident', lane })).rows.get(resident)
  await casebook.record([patch(lane, 'resident', resident, { safetyFlag: { level: 'none' } }, { seen: seenOf(shown) })])
  await casebook.sendNow()
  const answer = await until(casebook, { ask: 'today' })
  expect(answer.summaries[0]?.safety).toBe('two_workers')
  expect(answer.sending.held.map((held) => held.why)).toEqual(['field'])
})

test('of a draft the highest revision wins, and it opens again after lock', async () => {
  const { casebook, words } = await enrolled(office)
  const draft = aDraft({ rev: 2, content: { note: 'nyest' } })
  await casebook.keepDraft(draft)
  const late = await casebook.keepDraft({ ...draft, rev: 1, content: { note: 'gammel' } })
  expect(late.ok).toBe(false)
  casebook.close()
  const again = await unlocked(words)
  expect((await until(again, { ask: 'today' })).drafts).toEqual([draft])
})

test('a saved change ends its draft, also when the app died between the two', async () => {
  const { casebook, words } = await enrolled(office)
  office.network.instead = offline
  const draft = aDraft()
  await casebook.keepDraft(draft)
  const { lane, resident } = aCase()
  await casebook.record([naming(lane, resident, 'Kari')], { finishes: draft.id })
  expect((await until(casebook, { ask: 'today' })).drafts).toEqual([])
  await casebook.keepDraft(draft) // as it lies on disk when the tab dies before the deletion
  casebook.close()
  const again = await unlocked(words)
  expect((await until(again, { ask: 'today' })).drafts).toEqual([])
})

/** A colleague with access to the lane, writing at the office. */
async function enrolledOther(lane: ReturnType<typeof aCase>['lane']) {
  const { changeOf } = await import('../support/browser.ts')
  const user = office.userId('per')
  office.give(lane, user)
  return { user, write: (what: Parameters<typeof changeOf>[0]) => office.write(user, changeOf(what)) }
}

/** Every connection this browser has opened since; closed as a browser closes them, without asking. */
function connections(): IDBDatabase[] {
  const opened: IDBDatabase[] = []
  const open = indexedDB.open.bind(indexedDB)
  indexedDB.open = (...args) => {
    const request = open(...args)
    request.addEventListener('success', () => opened.push(request.result))
    return request
  }
  return opened
}

test('a note, a draft and what the office says are kept when the browser has closed the connection under them', async () => {
  const held = connections()
  const { casebook, user } = await enrolled(office)
  const cut = () => {
    for (const [i, db] of held.splice(0).entries()) i % 2 === 0 ? db.close() : forceCloseDatabase(db as never)
  }
  office.network.instead = offline
  for (let round = 0; round < 5; round += 1) {
    const { lane, resident } = aCase()
    cut()
    expect((await casebook.record([naming(lane, resident, `Kari ${round}`)])).ok).toBe(true)
    cut()
    expect((await casebook.keepDraft(aDraft())).ok).toBe(true)
  }
  expect(await stored(await vaultOf(), 'outbox')).toHaveLength(5)
  office.network.instead = undefined
  const { lane, resident } = aCase()
  office.give(lane, user)
  const { changeOf } = await import('../support/browser.ts')
  office.write(user, changeOf(naming(lane, resident, 'Fra kontoret')))
  cut()
  expect(await casebook.sendNow()).toBe('done')
  const { summaries, sending, drafts } = await until(casebook, { ask: 'today' }, (answer) => answer.sending.waiting.length === 0)
  expect(summaries).toHaveLength(6)
  expect(sending.atOffice).toEqual([])
  expect(drafts).toHaveLength(5)
})

for (const name of ['InvalidStateError', 'UnknownError', 'AbortError'])
  test(`${name} from the store is mended once; when it lasts, nothing is called saved and nothing half is there`, async () => {
    const { transaction } = IDBDatabase.prototype
    let faults = 0
    IDBDatabase.prototype.transaction = function (...args) {
      faults -= 1
      if (faults >= 0) throw new DOMException('the connection was lost', name)
      return transaction.apply(this, args)
    }
    try {
      const { casebook } = await enrolled(office)
      office.network.instead = offline
      const { lane, resident } = aCase()
      faults = 1
      expect((await casebook.record([naming(lane, resident, 'Kari')])).ok).toBe(true)
      const draft = aDraft()
      faults = 1
      expect((await casebook.keepDraft(draft)).ok).toBe(true)
      faults = 1_000
      const lost = { ok: false, refusal: { kind: 'storageLost' } }
      expect(await casebook.record([naming(lane, resident, 'Borte')])).toEqual(lost)
      expect(await casebook.keepDraft({ ...draft, rev: 2, content: 'borte' })).toEqual(lost)
      faults = 0
      const answer = await until(casebook, { ask: 'resident', lane })
      expect(valuesOf(answer, resident, 'displayName')).toEqual(['Kari'])
      expect(answer.drafts).toEqual([draft])
      expect((await casebook.keepDraft({ ...draft, rev: 3, content: 'her igjen' })).ok).toBe(true)
    } finally {
      IDBDatabase.prototype.transaction = transaction
    }
  })

test('a fetch whose connection was lost under it is done on a new one at once', async () => {
  const { transaction } = IDBDatabase.prototype
  let isLost = false
  IDBDatabase.prototype.transaction = function (...args) {
    const takes = isLost && [args[0]].flat().includes('card') && args[1] === 'readwrite'
    isLost &&= !takes
    if (takes) throw new DOMException('the connection was lost', 'UnknownError')
    return transaction.apply(this, args)
  }
  try {
    const { casebook, user } = await enrolled(office)
    const { lane, resident } = aCase()
    office.give(lane, user)
    const { changeOf } = await import('../support/browser.ts')
    office.write(user, changeOf(naming(lane, resident, 'Fra kontoret')))
    isLost = true
    expect(await casebook.sendNow()).toBe('done')
    expect(isLost).toBe(false)
    expect((await until(casebook, { ask: 'today' })).summaries.map(({ name }) => name)).toEqual(['Fra kontoret'])
  } finally {
    IDBDatabase.prototype.transaction = transaction
  }
})

test('a save that needed the reserve says that the phone is nearly full, until there is room again', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const { casebook, words } = await enrolled(office)
  office.network.instead = offline
  const { add, put } = IDBObjectStore.prototype
  let isFull = true
  const full = (): never => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  const vault = await vaultOf()
  IDBObjectStore.prototype.add = function (...args) {
    if (isFull) isFull = false
    else return add.apply(this, args)
    return full()
  }
  IDBObjectStore.prototype.put = function (...args) {
    return this.name === 'ballast' ? full() : put.apply(this, args)
  }
  const { lane, resident } = aCase()
  expect((await casebook.record([naming(lane, resident, 'Kari')])).ok).toBe(true)
  expect((await until(casebook, { ask: 'sending' })).sending.isNearlyFull).toBe(true)
  casebook.close()
  const again = await unlocked(words)
  await until(again, { ask: 'sending' }, ({ sending }) => sending.isNearlyFull === true)
  Object.assign(IDBObjectStore.prototype, { add, put })
  await until(again, { ask: 'sending' }, ({ sending }) => sending.usedBytes !== undefined)
  vi.advanceTimersByTime(60_000)
  await until(again, { ask: 'sending' }, ({ sending }) => sending.isNearlyFull === undefined)
  expect(await stored(vault, 'ballast')).toHaveLength(1)
})

test('the phone counts its own bytes: what is saved is in the count, and the budget stands beside it', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const { casebook } = await enrolled(office)
  office.network.instead = offline
  const before = (await until(casebook, { ask: 'sending' }, ({ sending }) => sending.usedBytes !== undefined)).sending
  const words = 'ord '.repeat(25_000)
  await casebook.keepDraft(aDraft({ content: words }))
  vi.advanceTimersByTime(60_000)
  const grown = (before.usedBytes ?? 0) + words.length
  const after = await until(casebook, { ask: 'sending' }, ({ sending }) => (sending.usedBytes ?? 0) > grown)
  expect(after.sending.usedBytes).toBeLessThan(grown + 2_000)
  expect(after.sending.budgetBytes).toBeGreaterThan(10 * 5_000_000)
})
