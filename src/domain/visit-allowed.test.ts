// What stands in the way of starting a visit, and what never does.

import { expect, test } from 'vitest'
import { type CaseView, readCase } from './case-view.ts'
import type { VisitView } from './case-view-visits.ts'
import { localDate, localDateTime } from './ids.ts'
import { inTheWay, isOver } from './visit-allowed.ts'
import { aCase, JON, MARIT, TODAY, VISIT } from './visit-fixture.ts'

const view = readCase(aCase())
const visit = view?.visits.find(({ id }) => id === VISIT)
if (!view || !visit) throw new Error('no case')
const now = { today: TODAY, clock: '10:00' }
const withSafety = (level: CaseView['resident']['safety']['level']) => ({
  resident: { ...view.resident, safety: { level, reason: undefined, reviewBy: undefined } },
})
const stopped = { resident: { ...view.resident, contactStop: { since: TODAY, scope: 'about_this_notice' } } }
const alone: VisitView = { ...visit, workers: [MARIT] }
const way = (given: Pick<CaseView, 'resident'>, of: VisitView, at = now) => inTheWay({ view: given, visit: of, me: MARIT, now: at })

test('nothing stands in the way of an ordinary visit, alone or together', () => {
  expect([way(view, visit), way(view, alone)]).toEqual([undefined, undefined])
})

test('where two are to come, nobody starts alone; two may, and a telephone call needs one', () => {
  for (const level of ['two_workers', 'not_alone_not_home'] as const) {
    expect(way(withSafety(level), alone)).toBe('twoWorkers')
    expect(way(withSafety(level), visit)).toBeUndefined()
    expect(way(withSafety(level), { ...visit, workers: [JON] })).toBeUndefined()
    expect(way(withSafety(level), { ...alone, kind: 'phone' })).toBeUndefined()
  }
  expect(way(withSafety('caution'), alone)).toBeUndefined()
})

test('a contact stop stops what is planned, whoever comes; what is under way may be finished', () => {
  expect(way(stopped, visit)).toBe('contactStop')
  expect(way(stopped, { ...visit, status: 'in_progress' })).toBeUndefined()
})

test('nothing stands in the way of writing afterwards', () => {
  const later = { today: localDate('2026-11-25'), clock: '08:00' }
  expect(isOver(visit, later)).toBe(true)
  expect([way(stopped, visit, later), way(withSafety('two_workers'), alone, later)]).toEqual([undefined, undefined])
})

test('today a visit is over when the time agreed for its end has passed', () => {
  const until: VisitView = { ...visit, end: localDateTime('2026-11-24T11:45') }
  expect([
    isOver(visit, { ...now, clock: '23:00' }),
    isOver(until, { ...now, clock: '11:44' }),
    isOver(until, { ...now, clock: '11:45' }),
  ]).toEqual([false, false, true])
})
