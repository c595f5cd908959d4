// The device's half of a sync: only whole lanes come out.

import { expect, test } from 'vitest'
import { type Id, id, laneId } from '#domain/ids.ts'
import type { RecordRow } from '#domain/register.ts'
import { applied, fits, type LaneAnswer, receiver } from './receive.ts'
import { parse, SyncLine } from './wire.ts'

const idOf = (n: number): Id => id(`${n}`.padStart(22, 'A'))
const lane = laneId(`case/${idOf(1)}`)
const other = laneId(`case/${idOf(2)}`)
const row = (n: number, of = lane): RecordRow => ({ lane: of, id: idOf(n), type: 'resident', seq: n, regs: {} })
const start = { k: 'lane', l: lane, mode: 'delta', from: 0, head: 2, hash: 'x', view: 1, mine: [] }
const end = { k: 'end', l: lane }
const answers = (lines: readonly unknown[]) => {
  const receive = receiver()
  return lines.flatMap((line) => {
    const received = receive(parse(SyncLine, line))
    return received?.kind === 'lane' ? [received.answer] : []
  })
}

test('a lane comes out at its end, with its rows', () => {
  expect(answers([start, { k: 'row', row: row(10) }, { k: 'row', row: row(11) }, end])).toMatchObject([
    { lane, cursor: [2, 'x', 1], rows: [row(10), row(11)] },
  ])
})

test('a lane that is cut, torn, or mixed with another never comes out', () => {
  expect(answers([start, { k: 'row', row: row(10) }])).toEqual([])
  expect(answers([start, { k: 'row', row: { broken: true } }, end])).toEqual([])
  expect(answers([start, 'not a line', end])).toEqual([])
  expect(answers([start, { k: 'row', row: row(10, other) }, end])).toEqual([])
  expect(answers([start, { k: 'end', l: other }, end])).toEqual([])
  expect(answers([start, { k: 'gone', lanes: [] }, end])).toEqual([])
  expect(answers([{ k: 'row', row: row(10) }, end])).toEqual([])
})

test('a lane after a torn one comes out whole', () => {
  expect(answers([start, 'torn', end, { ...start, l: other }, { k: 'row', row: row(10, other) }, { k: 'end', l: other }])).toMatchObject([
    { lane: other },
  ])
})

test('an answer fits only the cursor it was made for', () => {
  const [answer] = answers([{ ...start, from: 3 }, end]) as [LaneAnswer]
  expect([fits(answer, [3, 'x', 1]), fits(answer, [4, 'x', 1]), fits(answer, undefined)]).toEqual([true, false, false])
})

test('a delta lies over what was there; a snapshot is all there is', () => {
  const before = new Map([[idOf(10), row(10)]])
  const [delta] = answers([start, { k: 'row', row: row(11) }, end]) as [LaneAnswer]
  expect([...applied(delta, before).keys()]).toEqual([idOf(10), idOf(11)])
  expect([...applied({ ...delta, mode: 'snap' }, before).keys()]).toEqual([idOf(11)])
})
