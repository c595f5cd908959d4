// Two tabs of one browser, and the worker beside them, show the same.

import { afterEach, beforeEach, expect, test } from 'vitest'
import { sendAll } from '#device/send.ts'
import { tellTabsOfSending } from '#device/tabs.ts'
import { instant } from '#domain/ids.ts'
import { aCase, changeOf, closeAll, enrolled, freshBrowser, naming, unlocked, until, valuesOf } from '../support/browser.ts'
import { type MemoryOffice, memoryOffice, newId, offline } from '../support/memory-office.ts'

let office: MemoryOffice
beforeEach(() => {
  office = memoryOffice()
  freshBrowser(office)
})
afterEach(closeAll)

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
