// «Angre» where an act has left already: what stood before stands again, and what somebody else wrote meanwhile is not lost.

import { expect, test } from 'vitest'
import { type Id, localDateTime } from './ids.ts'
import { puttingBack } from './put-back.ts'
import { patch } from './records.ts'
import { headsOf, type Patch, type RecordRow, seenOf } from './register.ts'
import { applied, JON, LANE, MARIT, testId } from './visit-fixture.ts'

const MEETING = testId(95)
const AT = localDateTime('2026-12-03T13:00')
const planned = () => applied(new Map(), [patch(LANE, 'meeting', MEETING, { plannedAt: AT, status: 'planned' })])
const row = (rows: ReadonlyMap<Id, RecordRow>): RecordRow => {
  const found = rows.get(MEETING)
  if (!found) throw new TypeError('no meeting')
  return found
}
const moved = (rows: ReadonlyMap<Id, RecordRow>): Patch =>
  patch(
    LANE,
    'meeting',
    MEETING,
    { plannedAt: localDateTime('2026-12-04T13:00'), status: 'moved', place: 'Biblioteket' },
    { seen: seenOf(row(rows)) },
  )
/** The id the write got. */
const changeOf = (rows: ReadonlyMap<Id, RecordRow>): Id => headsOf(row(rows), 'status')[0]?.by ?? testId(1)

test('what stood before stands again, and what stood empty is empty', () => {
  const before = planned()
  const act = moved(before)
  const after = applied(before, [act])
  const back = puttingBack([act], [changeOf(after)], before)
  expect(back?.map(({ set }) => set)).toEqual([{ plannedAt: AT, status: 'planned', place: null }])
  const undone = applied(after, back ?? [], MARIT)
  expect(headsOf(row(undone), 'status').map(({ v }) => v)).toEqual(['planned'])
})

test('what somebody else wrote meanwhile stands beside it', () => {
  const before = planned()
  const act = moved(before)
  const after = applied(before, [act])
  const jons = applied(after, [patch(LANE, 'meeting', MEETING, { status: 'cancelled' }, { seen: seenOf(row(before)) })], JON)
  const undone = applied(jons, puttingBack([act], [changeOf(after)], before) ?? [])
  expect(headsOf(row(undone), 'status').map(({ v }) => v)).toEqual(['cancelled', 'planned'])
})

test('what was made anew, or settled between two, is not put back by itself', () => {
  const before = planned()
  expect(puttingBack([moved(before)], [testId(2)], new Map())).toBeUndefined()
  const two = applied(before, [patch(LANE, 'meeting', MEETING, { status: 'cancelled' })], JON)
  expect(puttingBack([moved(two)], [testId(2)], two)).toBeUndefined()
  expect(puttingBack([moved(before)], [], before)).toBeUndefined()
})
