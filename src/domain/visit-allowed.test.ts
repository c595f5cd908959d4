// What stands in the way of starting a visit, and what never does.

import { expect, test } from 'vitest'
import { type CaseView, readCase } from './case-view.ts'
import type { VisitView } from './case-view-visits.ts'
import { VISIT_KINDS } from './codes.ts'
import { localDate } from './ids.ts'
import { inTheWay, isOver } from './visit-allowed.ts'
import { aCase, JON, MARIT, TODAY, VISIT } from './visit-fixture.ts'

const view = readCase(aCase())
const visit = view?.visits.find(({ id }) => id === VISIT)
if (!view || !visit) throw new Error('no case')
const withSafety = (level: CaseView['resident']['safety']['level']) => ({
  resident: { ...view.resident, safety: { level, reason: undefined, reviewBy: undefined } },
})
const stopped = { resident: { ...view.resident, contactStop: { since: TODAY, scope: 'about_this_notice' } } }
const alone: VisitView = { ...visit, workers: [MARIT] }
const way = (given: Pick<CaseView, 'resident'>, of: VisitView, today = TODAY) => inTheWay({ view: given, visit: of, me: MARIT, today })

test('nothing stands in the way of an ordinary visit, alone or together', () => {
  expect([way(view, visit), way(view, alone)]).toEqual([undefined, undefined])
})

test('where two are to come, nobody starts alone; two may, and a telephone call needs one', () => {
  expect(way(withSafety('two_workers'), alone)).toBe('twoWorkers')
  expect(way(withSafety('two_workers'), visit)).toBeUndefined()
  expect(way(withSafety('two_workers'), { ...visit, workers: [JON] })).toBeUndefined()
  expect(way(withSafety('two_workers'), { ...alone, kind: 'phone' })).toBeUndefined()
  expect(way(withSafety('caution'), alone)).toBeUndefined()
})

test('where nobody is to go home to her, not even two start there; elsewhere two may, and anybody may ring', () => {
  const careful = withSafety('not_alone_not_home')
  expect(VISIT_KINDS.filter((kind) => way(careful, { ...visit, kind }) !== 'notHome')).toEqual(['accompany', 'phone', 'other'])
  expect([way(careful, visit), way(careful, alone)]).toEqual(['notHome', 'notHome'])
  const elsewhere = (of: VisitView) => inTheWay({ view: careful, visit: of, me: MARIT, today: TODAY, isElsewhere: true })
  expect([elsewhere(visit), elsewhere(alone)]).toEqual([undefined, 'twoWorkers'])
  expect(way(careful, { ...alone, kind: 'accompany' })).toBe('twoWorkers')
  expect(way(careful, { ...alone, kind: 'phone' })).toBeUndefined()
  expect(way(careful, { ...visit, status: 'in_progress' })).toBeUndefined()
})

test('a contact stop stops what is planned, whoever comes; what is under way may be finished', () => {
  expect(way(stopped, visit)).toBe('contactStop')
  expect(way(stopped, { ...visit, status: 'in_progress' })).toBeUndefined()
})

test('a visit she asked for herself may be started past a contact stop', () => {
  expect(way(stopped, { ...visit, agreedHow: 'at_residents_request' })).toBeUndefined()
  expect(way(stopped, { ...visit, agreedHow: 'agreed' })).toBe('contactStop')
})

test('nothing stands in the way of writing afterwards', () => {
  const later = localDate('2026-11-25')
  expect([isOver(visit, TODAY), isOver(visit, later)]).toEqual([false, true])
  expect([way(stopped, visit, later), way(withSafety('not_alone_not_home'), alone, later)]).toEqual([undefined, undefined])
})
