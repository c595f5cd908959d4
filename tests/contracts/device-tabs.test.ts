// Two tabs of one browser, and the worker beside them, show the same.

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sendAll } from '#device/send.ts'
import { tellTabsOfSending } from '#device/tabs.ts'
import { unlock } from '#device/vault.ts'
import { instant } from '#domain/ids.ts'
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
import { type MemoryOffice, memoryOffice, newId, offline } from '../support/memory-office.ts'

let office: MemoryOffice
beforeEach(() => {
  office = memoryOffice()
  freshBrowser(office)
})
afterEach(() => {
  closeAll()
  vi.unstubAllGlobals()
})

test('what is saved in one tab is seen in the other, and is sent once', async () => {
  const { casebook, words } = await enrolled(office)
  const other = await unlocked(words)
  office.network.instead = offline
  const { lane, resident } = aCase()
  await casebook.record([naming(lane, resident, 'Kari')])
  const answer = await until(other, { ask: 'resident', lane }, (seen) => seen.rows.has(resident))
  expect(valuesOf(answer, resident, 'displayName')).toEqual(['Kari'])
  office.network.instead = undefined
  await Promise.all([casebook.sendNow(), other.sendNow()])
  expect(office.journal(lane)?.entries).toHaveLength(1)
  await until(other, { ask: 'sending' }, ({ sending }) => sending.waiting.length + sending.atOffice.length === 0)
})

test('what one tab fetched is seen in the other, and a draft too', async () => {
  const { casebook, words, user } = await enrolled(office)
  const other = await unlocked(words)
  const { lane, resident } = aCase()
  office.give(lane, user)
  office.write(user, changeOf(naming(lane, resident, 'Kari')))
  const coming = until(other, { ask: 'today' }, ({ summaries }) => summaries.length === 1)
  await casebook.sendNow()
  expect((await coming).summaries[0]?.name).toBe('Kari')
  const draft = { id: newId(), lane, rec: resident, rev: 1, seen: {}, content: 'halv', at: instant('2026-11-22T10:00:00Z') }
  await casebook.keepDraft(draft)
  expect((await until(other, { ask: 'today' }, ({ drafts }) => drafts.length === 1)).drafts).toEqual([draft])
})

test('what the worker sent while the page lay still is shown when it says so', async () => {
  const { casebook } = await enrolled(office)
  office.network.instead = offline
  const { lane, resident } = aCase()
  await casebook.record([naming(lane, resident, 'Kari')])
  await casebook.sendNow()
  office.network.instead = undefined
  await sendAll({ isUrgent: true })
  tellTabsOfSending()
  const { sending } = await until(casebook, { ask: 'sending' }, (answer) => answer.sending.waiting.length === 0)
  expect(sending.atOffice.length).toBeLessThanOrEqual(1)
})

/** Another tab with a newer build: its database has one version more. */
function newerBuild(name: string, version: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
const versionOf = async (name: string): Promise<number> =>
  (await indexedDB.databases()).find((one) => one.name === name)?.version ?? Number.NaN

test('a tab that must make way for a newer build says so first, so that what is being written is kept', async () => {
  const { casebook, words } = await enrolled(office)
  office.network.instead = offline
  const page = new EventTarget()
  vi.stubGlobal('dispatchEvent', (event: Event) => page.dispatchEvent(event))
  const { lane, resident } = aCase()
  const draft = { id: newId(), lane, rec: resident, rev: 1, seen: {}, content: 'i siste liten', at: instant('2026-11-22T10:00:00.000Z') }
  const left = new Promise<boolean>((resolve) =>
    page.addEventListener('bofast-upgrade', async () => {
      const kept = await casebook.keepDraft(draft)
      casebook.close()
      resolve(kept.ok)
    }),
  )
  const [vault, drafts] = [await vaultOf(), (await vaultOf()).replace('v-', 'd-')]
  const upgraded = await newerBuild(vault, (await versionOf(vault)) + 10)
  expect(await left).toBe(true)
  upgraded.close()
  expect(await stored(drafts, 'draft')).toHaveLength(1)
  const again = await unlocked(words)
  expect((await until(again, { ask: 'today' })).drafts).toEqual([draft])
})

test('a tab in which nobody hears makes way all the same', async () => {
  await enrolled(office)
  const vault = await vaultOf()
  const upgraded = await newerBuild(vault, (await versionOf(vault)) + 10)
  expect(upgraded.version).toBeGreaterThan(10)
  upgraded.close()
})

test('unlocking says after three seconds that another tab holds the store, and goes on when that one lets go', async () => {
  const { casebook, words } = await enrolled(office)
  casebook.close()
  const vault = await vaultOf()
  expect(await versionOf(vault)).toBeGreaterThan(1)
  indexedDB.deleteDatabase(vault)
  const frozen = await newerBuild(vault, 1) // an old tab that does not listen
  const blocked = vi.fn()
  const opening = unlock(words, blocked)
  await vi.waitFor(() => expect(blocked).toHaveBeenCalledTimes(1), 60_000)
  frozen.close()
  const again = await opening
  expect(again.kind).toBe('field')
  if ('close' in again) again.close()
})
