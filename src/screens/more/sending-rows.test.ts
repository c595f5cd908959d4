import { expect, test } from 'vitest'
import type { Waiting } from '#device/casebook.ts'
import { id, instant, laneOf } from '#domain/ids.ts'
import { recordsIn, sendingRows } from './sending-rows.ts'

const idOf = (letter: string) => id(letter.repeat(22))
const aChange = (change: string, rec: string, type: string, more: Partial<Waiting> = {}): Waiting => ({
  change: idOf(change),
  lane: laneOf('case', idOf('h')),
  rec: idOf(rec),
  type,
  state: 'saved',
  at: instant('2026-11-24T09:00:00Z'),
  ...more,
})

test('several changes of one record are one thing that waits', () => {
  expect(recordsIn([aChange('a', 'v', 'visit'), aChange('b', 'v', 'visit'), aChange('e', 't', 'task')])).toBe(2)
})

test('what belongs to one home stands on one row, the visit named first', () => {
  const [row, ...rest] = sendingRows([aChange('a', 'o', 'observation'), aChange('b', 'p', 'observation'), aChange('e', 'v', 'visit')])
  expect(rest).toEqual([])
  expect(row?.what).toEqual([
    { type: 'visit', n: 1 },
    { type: 'observation', n: 2 },
  ])
})

test('a concern stands on a row of its own, before everything else', () => {
  const rows = sendingRows([aChange('a', 'v', 'visit', { at: instant('2026-11-24T10:00:00Z') }), aChange('b', 'k', 'concern')])
  expect(rows.map((row) => row.isConcern)).toEqual([true, false])
})

test('a row has come as far as the change that lags behind', () => {
  expect(sendingRows([aChange('a', 'v', 'visit', { state: 'sent' }), aChange('b', 't', 'task')])[0]?.state).toBe('saved')
})
