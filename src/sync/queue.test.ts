// What a failed try writes on what waits behind it.

import { expect, test } from 'vitest'
import { id, laneId } from '#domain/ids.ts'
import { nextBatch, postponed } from './queue.ts'
import type { OutboxItem } from './stores.ts'

const NOW = 1_000_000
const named = (n: number) => id(`q${n}`.padEnd(22, 'x'))
const item = (n: number, more: Partial<OutboxItem<{ enrol: string }>>): OutboxItem<{ enrol: string }> => ({
  id: named(n),
  lane: laneId(`case/${named(90)}`),
  rec: named(80),
  office: named(70),
  n,
  envelope: { enrol: 'e' },
  state: 'saved',
  tries: 1,
  nextAt: NOW - 1,
  savedAt: 0,
  ...more,
})

test('a silence the office asked for ends when it said: after a later failure of our own, «Send nå» tries again', () => {
  const waiting = [item(1, { tries: 3, nextAt: NOW + 600_000 }), item(2, { waits: 'bidden' }), item(3, { waits: 'bidden', tries: 0 })]
  const moved = postponed(waiting, new Set([named(1)]), NOW, undefined)
  const after = waiting.map((one) => moved.find((other) => other.id === one.id) ?? one)
  expect(after.map(({ nextAt, waits }) => [nextAt, waits])).toEqual([
    [NOW + 600_000, undefined],
    [NOW + 600_000, undefined],
    [NOW + 600_000, 'behind'],
  ])
  const urgent = { now: NOW + 1000, isUrgent: true, tried: new Set<never>(), most: 10 }
  expect(nextBatch(after, urgent).map(({ n }) => n)).toEqual([1, 2, 3])
})

test('what the office asks for now holds everything back, also urgently, until then', () => {
  const waiting = [item(1, { nextAt: NOW + 10 }), item(2, {})]
  const moved = postponed(waiting, new Set([named(1)]), NOW, 5000)
  const after = waiting.map((one) => moved.find((other) => other.id === one.id) ?? one)
  expect(nextBatch(after, { now: NOW + 4000, isUrgent: true, tried: new Set(), most: 10 })).toEqual([])
  expect(nextBatch(after, { now: NOW + 5000, isUrgent: true, tried: new Set(), most: 10 })).toHaveLength(2)
})
