// T2 (DESIGN.md 12): one change in the outbox against a model that says only where it may be. 10,000 runs of random
// answers, lanes, receipts and questions: it is always in exactly one place, never rejected, and never settled without
// its row or its answer.

import { expect, test } from 'vitest'
import { type Id, id, laneId } from '#domain/ids.ts'
import { nextState } from '#sync/outbox.ts'
import { type Moves, type OutboxItem, offShelf, onAnswer, onKnown, onLane, onReceipts, type ShelfItem } from '#sync/stores.ts'
import { type Chance, chanceFrom } from './simulation/chance.ts'

const RUNS = Number(process.env.RUNS ?? 10_000)
const SEED = Number(process.env.SEED ?? 20_261_122)
const lane = laneId('case/AAAAAAAAAAAAAAAAAAAAAA')
const [change, office] = [id('BBBBBBBBBBBBBBBBBBBBBB'), id('CCCCCCCCCCCCCCCCCCCCCC')]
const SAVED: OutboxItem<string> = {
  id: change,
  lane,
  rec: office,
  office,
  n: 1,
  envelope: 'e',
  state: 'saved',
  tries: 0,
  nextAt: 0,
  savedAt: 0,
}

interface Places {
  readonly outbox: Map<Id, OutboxItem<string>>
  readonly shelf: Map<Id, ShelfItem<string>>
  /** Erased, parked, or pruned when two backups hold it: nowhere, and lawfully so. */
  isGone: boolean
}

function move({ outbox, shelf }: Places, moves: Moves<string>): void {
  for (const one of moves.dropOutbox) outbox.delete(one)
  for (const one of moves.dropShelf) shelf.delete(one)
  for (const item of moves.putOutbox) outbox.set(item.id, item)
  for (const item of moves.putShelf) shelf.set(item.id, item)
}

const ACTS: readonly ((places: Places, chance: Chance) => void)[] = [
  ({ outbox }) => {
    const item = outbox.get(change)
    const state = item && nextState(item.state, { kind: 'trying' })
    if (item && (state === 'saved' || state === 'sent' || state === 'custody' || state === 'held'))
      outbox.set(change, { ...item, state, tries: item.tries + 1 })
  },
  (places, chance) => {
    const item = places.outbox.get(change)
    const s = chance.pick(['applied', 'held', 'closed', 'erased'] as const) ?? 'held'
    if (!item || item.tries === 0) return
    move(places, onAnswer(item, { s, rseq: 1 }, 0))
    if (s === 'erased') places.isGone = true
  },
  (places, chance) => {
    const mode = chance.pick(['delta', 'snap', 'reset'] as const) ?? 'delta'
    const mine = chance.is(0.5) ? [change] : []
    const answer = { lane, mode, from: 0, cursor: [1, 'h', 1] as [number, string, number], mine, rows: [] }
    move(places, onLane(answer, [...places.outbox.values()], [...places.shelf.values()], 0))
  },
  (places, chance) => {
    const ids = chance.is(0.5) ? [change] : []
    const line = {
      k: 'receipts' as const,
      mode: chance.pick(['delta', 'reset'] as const) ?? 'delta',
      from: 0,
      head: ids.length,
      hash: 'h',
      ids,
    }
    move(places, onReceipts(line, [...places.outbox.values()], [...places.shelf.values()]))
  },
  (places, chance) => {
    const item = places.outbox.get(change)
    const s = chance.pick(['applied', 'held', 'closed', 'unknown'] as const) ?? 'unknown'
    if (!item || item.state === 'saved') return
    const states = new Map([[change, chance.is(0.8) ? item.state : ('saved' as const)]])
    move(places, onKnown(item, { id: change, s }, { states, isWhole: chance.is(0.5) }, 0))
  },
  (places, chance) => {
    const now = chance.is(0.2) ? 15 * 86_400_000 : 1
    const safe = chance.is(0.5) ? 1 : null
    for (const one of offShelf([...places.shelf.values()], safe, now)) {
      if (safe === null || now === 1) throw new Error('pruned too early')
      places.shelf.delete(one)
      places.isGone = true
    }
  },
]

test(`${RUNS} runs: a change is always in exactly one place`, { timeout: 240_000 }, () => {
  process.stdout.write(`outbox model: SEED=${SEED}\n`)
  for (let n = 0; n < RUNS; n++) {
    const chance = chanceFrom(SEED + n)
    const places: Places = { outbox: new Map([[change, SAVED]]), shelf: new Map(), isGone: false }
    for (let step = 0; step < 40 && !places.isGone; step++) {
      chance.pick(ACTS)?.(places, chance)
      const found = places.outbox.size + places.shelf.size
      if (found !== (places.isGone ? 0 : 1)) throw new Error(`SEED=${SEED + n} RUNS=1 step ${step}: in ${found} places`)
      const item = places.outbox.get(change)
      if (item && item.tries === 0 && item.state !== 'saved') throw new Error(`SEED=${SEED + n} RUNS=1: ${item.state} and never tried`)
    }
  }
})

test('states never move back but by an office that does not know the change', () => {
  for (const state of ['saved', 'sent', 'custody', 'held'] as const) {
    expect(nextState(state, { kind: 'unreachable' })).toBe(state)
    expect(nextState(state, { kind: 'unknown' })).toBe('saved')
    expect(nextState(state, { kind: 'trying' })).toBe(state === 'saved' ? 'sent' : state)
  }
})
