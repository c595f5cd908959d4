// The outbox machine: no rejection, and no way back except when the office does not know an id.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isWaiting, nextState, type OutboxEvent, type OutboxState, waitAfter } from './outbox.ts'

const event: fc.Arbitrary<OutboxEvent> = fc.oneof(
  fc.constant<OutboxEvent>({ kind: 'trying' }),
  fc.constant<OutboxEvent>({ kind: 'unreachable' }),
  fc.constant<OutboxEvent>({ kind: 'unknown' }),
  fc.constantFrom('applied', 'held').map((s): OutboxEvent => ({ kind: 'answered', s })),
)
const RANK: Record<OutboxState, number> = { saved: 0, sent: 1, custody: 2, held: 2 }

test('whatever happens a change never leaves the outbox by itself, and moves back only when it is unknown', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 30 }), (events) => {
      let state: OutboxState = 'saved'
      for (const one of events) {
        const next = nextState(state, one)
        if (next === 'settled' || next === 'closed' || next === 'erased' || next === 'parked') return false
        if (one.kind === 'unknown' ? next !== 'saved' : RANK[next] < RANK[state]) return false
        state = next
      }
      return true
    }),
    { numRuns: 10_000, seed: 20261122 },
  )
})

test('a network error leaves the state as it was, and only settling or erasing ends it', () => {
  for (const state of ['saved', 'sent', 'custody', 'held'] as const) {
    expect(nextState(state, { kind: 'unreachable' })).toBe(state)
    expect(nextState(state, { kind: 'settled' })).toBe('settled')
    for (const s of ['erased', 'closed', 'parked'] as const) expect(nextState(state, { kind: 'answered', s })).toBe(s)
  }
  expect(['saved', 'sent', 'custody', 'held'].filter((state) => isWaiting(state as OutboxState))).toEqual(['saved', 'sent'])
})

test('waits grow from seconds to fifteen minutes and never pass it', () => {
  expect(waitAfter(0, 0)).toBe(1_000)
  expect(waitAfter(0, 0.999)).toBeLessThan(2_001)
  for (let tries = 1; tries < 60; tries++) {
    expect(waitAfter(tries, 0.5)).toBeGreaterThanOrEqual(waitAfter(tries - 1, 0.5))
    expect(waitAfter(tries, 0.999)).toBeLessThanOrEqual(15 * 60_000)
  }
})
