// Large answers go out a few at a time (DESIGN.md 11): in the order they were asked for, and a slow one holds up nobody.

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { turns } from '#office/turns.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Five that ask at once for one of two places, noting when it is their turn. */
function five() {
  const { take } = turns(2, 500)
  const begun: number[] = []
  const leave = [1, 2, 3, 4, 5].map(async (n) => {
    const end = await take()
    begun.push(n)
    return end
  })
  return { begun, leave: async (n: number) => (await leave[n - 1])?.() }
}

test('no more begin than there are places, and the next in line begins when one leaves', async () => {
  const { begun, leave } = five()
  await vi.advanceTimersByTimeAsync(0)
  expect(begun).toEqual([1, 2])
  await leave(2)
  await vi.advanceTimersByTimeAsync(0)
  expect(begun).toEqual([1, 2, 3])
})

test('one that takes too long goes on, and the next begins beside it; its leaving then frees nothing twice', async () => {
  const { begun, leave } = five()
  await vi.advanceTimersByTimeAsync(500)
  expect(begun).toEqual([1, 2, 3, 4])
  await leave(1)
  await leave(1)
  await vi.advanceTimersByTimeAsync(0)
  expect(begun).toEqual([1, 2, 3, 4])
})
