// From a patch to a change: what `over` names decides what is replaced, so it is tested by itself.

import { expect, test } from 'vitest'
import { type Id, id, instant, laneId } from '#domain/ids.ts'
import { overFor, patchToChange, type Stamp, signChange } from './change.ts'
import { Change, parse } from './wire.ts'

const idOf = (n: number): Id => id(`${n}`.padStart(22, 'A'))
const lane = laneId(`case/${idOf(1)}`)
let last = 100
const stamp: Stamp = { newId: () => idOf(last++), at: instant('2026-11-22T10:00:00Z'), tz: 'Europe/Oslo', skewMs: null, app: 'test' }
const patch = { lane, rec: idOf(2), type: 'resident', set: { displayName: 'Kari' } } as const

test('a new record replaces nothing', () => {
  expect(patchToChange(patch, stamp, []).set).toEqual({ displayName: { v: 'Kari', over: [] } })
})

test('over names what was shown, and behind one’s own unsettled writes the ones they replaced', () => {
  const settled = idOf(3)
  const first = patchToChange({ ...patch, seen: { displayName: [settled] } }, stamp, [])
  const second = patchToChange({ ...patch, seen: { displayName: [first.id] } }, stamp, [first])
  expect(second.set?.displayName?.over).toEqual([first.id])
  const third = overFor('displayName', [second.id], [first, second])
  expect(new Set(third)).toEqual(new Set([second.id, first.id]))
  expect(third).not.toContain(settled)
  expect(overFor('phone', [second.id], [first, second])).toEqual([second.id])
})

test('what a colleague wrote and nobody showed is never named', () => {
  const change = patchToChange({ ...patch, seen: { displayName: [idOf(5)] } }, stamp, [])
  expect(change.set?.displayName?.over).not.toContain(idOf(6))
})

test('what comes out is a change of the wire', () => {
  expect(parse(Change, patchToChange({ ...patch, root: idOf(9) }, stamp, [], idOf(8)))).toMatchObject({ root: idOf(9), finishes: idOf(8) })
  const head = { by: idOf(7), actor: idOf(8), at: stamp.at, v: 'x', over: [] }
  const root = { lane, id: idOf(2), type: 'resident', seq: 1, regs: { displayName: [head] } } as const
  expect(parse(Change, signChange(lane, root, [root], stamp))?.covers).toEqual({ [idOf(2)]: { displayName: [idOf(7)] } })
})
