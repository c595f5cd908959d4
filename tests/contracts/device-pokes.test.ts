// Pokes: one stream for a browser however many tabs it has, handed on when its tab closes, and a look each minute where
// there is no stream at all.

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aCase, changeOf, closeAll, enrolled, freshBrowser, naming, unlocked, until } from '../support/browser.ts'
import { type MemoryOffice, memoryOffice } from '../support/memory-office.ts'

let office: MemoryOffice
beforeEach(() => {
  office = memoryOffice()
  freshBrowser(office)
})
afterEach(() => {
  vi.useRealTimers()
  closeAll()
})

const streams = (n: number): Promise<void> => vi.waitFor(() => expect(office.pokers.size).toBe(n), { timeout: 60_000, interval: 10 })

test('two tabs share one stream, both show what it brings, and the second takes over when the first closes', async () => {
  const { casebook, user, words } = await enrolled(office)
  await streams(1)
  const other = await unlocked(words)
  await other.sendNow()
  const { lane, resident } = aCase()
  office.give(lane, user)
  const shown = [casebook, other].map((by) => until(by, { ask: 'today' }, ({ summaries }) => summaries.length === 1))
  office.write(user, changeOf(naming(lane, resident, 'Kari')))
  await Promise.all(shown)
  expect(office.pokers.size).toBe(1)
  expect(office.calls.filter(({ path }) => path === '/v1/pokes')).toHaveLength(1)
  const [first] = office.pokers
  casebook.close()
  await vi.waitFor(() => expect([...office.pokers].filter((one) => one !== first)).toHaveLength(1), { timeout: 60_000 })
  expect(office.calls.filter(({ path }) => path === '/v1/pokes')).toHaveLength(2)
  const coming = until(other, { ask: 'today' }, ({ summaries }) => summaries.length === 2)
  const next = aCase()
  office.give(next.lane, user)
  office.write(user, changeOf(naming(next.lane, next.resident, 'Per')))
  expect((await coming).summaries).toHaveLength(2)
})

test('where pokes do not come through, a look each minute brings what is new', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const { fetch } = office
  globalThis.fetch = async (input, init) => {
    if (String(input) === '/v1/pokes') throw new TypeError('no stream here')
    return fetch(input, init)
  }
  const { casebook, user } = await enrolled(office)
  const { lane, resident } = aCase()
  office.give(lane, user)
  office.write(user, changeOf(naming(lane, resident, 'Kari')))
  const coming = until(casebook, { ask: 'today' }, ({ summaries }) => summaries.length === 1)
  await vi.advanceTimersByTimeAsync(60_000)
  expect((await coming).summaries).toHaveLength(1)
})
