// The only merge: a pure function of the set of writes.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Id, id, instant, type Json, laneId } from '#domain/ids.ts'
import { type Entry, foldRecord, foldRegisters, layer } from './fold.ts'
import type { Change } from './wire.ts'

const idOf = (n: number): Id => id(`${n}`.padStart(22, 'A'))
const lane = laneId(`case/${idOf(999)}`)
const rec = idOf(500)

const entry = (n: number, v: Json, over: readonly number[], more: Partial<Change> = {}): Entry => ({
  change: {
    id: idOf(n),
    v: 1,
    schema: 1,
    lane,
    rec,
    type: 'resident',
    kind: 'set',
    set: { name: { v, over: over.map(idOf) } },
    at: instant(`2026-11-22T10:00:${String(n % 60).padStart(2, '0')}Z`),
    tz: 'Europe/Oslo',
    skewMs: null,
    app: 'test',
    ...more,
  },
  actor: idOf(700 + n),
  seq: n,
})
const names = (entries: readonly Entry[]): Json[] => (foldRegisters({}, entries).name ?? []).map((head) => head.v)

function* permutations<T>(all: readonly T[]): Generator<readonly T[]> {
  if (all.length <= 1) yield all
  for (const [i, first] of all.entries())
    for (const rest of permutations([...all.slice(0, i), ...all.slice(i + 1)])) if (all.length > 1) yield [first, ...rest]
}

test('a write that saw another replaces it; one that did not stands beside it', () => {
  expect(names([entry(1, 'a', []), entry(2, 'b', [1])])).toEqual(['b'])
  expect(names([entry(1, 'a', []), entry(2, 'b', [])])).toEqual(['a', 'b'])
  expect(names([entry(1, 'a', []), entry(2, 'b', []), entry(3, 'c', [1, 2])])).toEqual(['c'])
})

test('all orders of up to six writes, with duplicates, fold to the same', () => {
  const write = fc.record({ v: fc.constantFrom('a', 'b', 'c'), over: fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 3 }) })
  fc.assert(
    fc.property(fc.array(write, { minLength: 1, maxLength: 6 }), (writes) => {
      const entries = writes.map(({ v, over }, i) =>
        entry(
          i + 1,
          v,
          over.filter((n) => n <= i),
        ),
      )
      const expected = JSON.stringify(foldRegisters({}, entries))
      for (const order of permutations(entries))
        if (JSON.stringify(foldRegisters({}, [...order, ...order.slice(0, 2)])) !== expected) return false
      return true
    }),
    { numRuns: 60, seed: 20261122 },
  )
})

test('a fold of standing heads and later writes is the fold of everything', () => {
  const all = [entry(1, 'a', []), entry(2, 'b', []), entry(3, 'c', [1]), entry(4, 'd', [2, 3])]
  for (let cut = 0; cut <= all.length; cut++)
    expect(foldRegisters(foldRegisters({}, all.slice(0, cut)), all.slice(cut))).toEqual(foldRegisters({}, all))
})

test('nobody replaces their own write by naming it', () => {
  expect(names([entry(1, 'a', [1])])).toEqual(['a'])
})

test('the first signature in lane order freezes the record, whatever order they came in', () => {
  const signs = [entry(3, null, [], { kind: 'sign' }), entry(2, null, [], { kind: 'sign' })]
  const row = foldRecord(lane, rec, [...signs, entry(1, 'a', [])])
  expect(row?.frozen?.by).toBe(idOf(2))
  expect(row?.seq).toBe(3)
  expect(foldRecord(lane, rec, signs)).toBeUndefined()
})

test('a draft is never a value', () => {
  expect(foldRecord(lane, rec, [entry(1, 'a', []), entry(2, 'b', [1], { kind: 'draft' })])?.regs.name?.map((head) => head.v)).toEqual(['a'])
})

test('own unsettled changes lie on top of the rows of the office, new records too', () => {
  const row = foldRecord(lane, rec, [entry(1, 'a', [])])
  if (!row) throw new Error('no row')
  const other = idOf(501)
  const view = layer(new Map([[rec, row]]), [
    { ...entry(2, 'b', [1]), seq: 0 },
    { ...entry(3, 'n', [], { rec: other }), seq: 0 },
  ])
  expect(view.get(rec)?.regs.name?.map((head) => head.v)).toEqual(['b'])
  expect(view.get(rec)?.seq).toBe(1)
  expect(view.get(other)?.regs.name?.map((head) => head.v)).toEqual(['n'])
  expect(row.regs.name?.map((head) => head.v)).toEqual(['a'])
})
