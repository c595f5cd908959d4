// «Feilført»: my own part is struck and never deleted, a colleague's stands, and the visit can be written again.

import { expect, test } from 'vitest'
import { readCase } from './case-view.ts'
import { questionField } from './case-view-visits.ts'
import { instant, localDateTime } from './ids.ts'
import { patch } from './records.ts'
import { isVoid, type Patch, seenOf } from './register.ts'
import { aCase, applied, HYGIENE, idsFrom, JON, LANE, MARIT, NOW, setsOf, TODAY, testId, VISIT } from './visit-fixture.ts'
import { quickNote } from './visit-quick.ts'
import { startVisit } from './visit-start.ts'
import { agreedHere, readStruck, strike } from './visit-struck.ts'

const [MINE, HIS, SCORE, TASK, WORRY, NEXT] = [testId(70), testId(71), testId(72), testId(73), testId(74), testId(75)]

/** Marit has written her part: a goal score, an agreement, a concern. */
function written() {
  const before = aCase()
  return applied(before, [
    patch(LANE, 'visit', VISIT, { status: 'done', outcome: { code: 'home_full' } }, { seen: seenOf(before.get(VISIT)) }),
    patch(LANE, 'contribution', MINE, { visit: VISIT, worker: MARIT, finishedAt: NOW, note: 'Var hos feil person' }, { root: MINE }),
    patch(LANE, 'goalScore', SCORE, { goal: HYGIENE, on: TODAY, by: 'resident', score: 1, visit: VISIT }, { root: MINE }),
    patch(LANE, 'task', TASK, { title: 'Ringe', visit: VISIT, status: 'open' }),
    patch(LANE, 'concern', WORRY, { code: 'C-HEALTH', visit: VISIT, status: 'open' }),
  ])
}

/** With the next visit, as Marit's answer says when. */
function agreed(by = MARIT, at = '2026-12-01T10:00') {
  const next = { kind: 'followup', planned: { start: localDateTime(at) }, workers: [MARIT], status: 'planned' } as const
  const said: Patch = {
    lane: LANE,
    rec: MINE,
    type: 'contribution',
    root: MINE,
    set: { [questionField('end.next')]: { v: { start: '2026-12-01T10:00' } } },
  }
  return applied(applied(written(), [said]), [patch(LANE, 'visit', NEXT, next)], by)
}

test('what I wrote counts no more, and stays in the history with who struck it and why', () => {
  const rows = written()
  const after = applied(rows, strike(rows, VISIT, MARIT, 'wrong_person'))
  for (const id of [MINE, SCORE, TASK, WORRY]) expect([id, after.has(id), isVoid(after.get(id) ?? fail())]).toEqual([id, true, true])
  const view = readCase(after)
  expect(view?.visits.find(({ id }) => id === VISIT)).toMatchObject({ status: 'planned', contributions: [] })
  expect(view?.visits.find(({ id }) => id === VISIT)?.outcome).toBeUndefined()
  expect(view?.tasks.some(({ id }) => id === TASK)).toBe(false)
  expect(view?.concerns).toEqual([])
  expect(readStruck(after)).toMatchObject([{ id: MINE, visit: VISIT, on: TODAY, worker: MARIT, why: 'wrong_person', by: MARIT, at: NOW }])
})

test('the next visit that was agreed in it stays in the book, is named, and can be cancelled in the same tap', () => {
  const rows = agreed()
  expect(agreedHere(rows, VISIT, MARIT)).toEqual([{ id: NEXT, start: '2026-12-01T10:00' }])
  const kept = applied(rows, strike(rows, VISIT, MARIT, 'mistake'))
  expect(readCase(kept)?.visits.find(({ id }) => id === NEXT)?.status).toBe('planned')
  const gone = applied(rows, strike(rows, VISIT, MARIT, 'mistake', [NEXT]))
  expect(readCase(gone)?.visits.find(({ id }) => id === NEXT)?.status).toBe('cancelled')
  expect(agreedHere(gone, VISIT, MARIT)).toEqual([])
})

test('a visit at another time, by somebody else, moved or begun, was not agreed here to be cancelled', () => {
  expect(agreedHere(agreed(MARIT, '2026-12-01T11:00'), VISIT, MARIT)).toEqual([])
  expect(agreedHere(agreed(JON), VISIT, MARIT)).toEqual([])
  const rows = agreed()
  const seen = seenOf(rows.get(NEXT))
  const moved = applied(rows, [patch(LANE, 'visit', NEXT, { planned: { start: localDateTime('2026-12-02T10:00') } }, { seen })], JON)
  expect(agreedHere(moved, VISIT, MARIT)).toEqual([])
  expect(agreedHere(applied(rows, [patch(LANE, 'visit', NEXT, { status: 'in_progress' }, { seen })]), VISIT, MARIT)).toEqual([])
  expect(setsOf(strike(moved, VISIT, MARIT, 'mistake', [NEXT]), 'visit').filter(({ status }) => status === 'cancelled')).toEqual([])
})

test('a new time given in a quick note was agreed there too', () => {
  const rows = aCase()
  const nextVisit = localDateTime('2026-12-01T10:00')
  const with_ = { view: readCase(rows) ?? fail(), rows, me: MARIT, today: TODAY, clock: '23:10', at: NOW, newId: idsFrom(300) }
  const noted = quickNote({ outcome: 'cancelled_by_resident', nextVisit }, { ...with_, isContactStopped: false })
  const after = applied(rows, noted.patches)
  expect(agreedHere(after, noted.visit, MARIT)).toMatchObject([{ start: nextVisit }])
  const later = [patch(LANE, 'visit', NEXT, { kind: 'followup', planned: { start: nextVisit }, workers: [MARIT], status: 'planned' })]
  expect(agreedHere(applied(after, later, MARIT, instant('2026-11-25T08:00:00.000Z')), noted.visit, MARIT)).toHaveLength(1)
})

test('a colleague’s part stands, and so does how the visit went', () => {
  const rows = applied(written(), [patch(LANE, 'contribution', HIS, { visit: VISIT, worker: JON, finishedAt: NOW }, { root: HIS })], JON)
  const patches = strike(rows, VISIT, MARIT, 'mistake')
  expect(setsOf(patches, 'visit')).toEqual([])
  const view = readCase(applied(rows, patches))
  expect(view?.visits.find(({ id }) => id === VISIT)).toMatchObject({ status: 'done', outcome: 'home_full', contributions: [{ id: HIS }] })
})

test('a concern somebody else has dealt with is not struck', () => {
  const rows = applied(written(), [patch(LANE, 'concern', WORRY, { action: { taken: 'told_leader', on: TODAY } })], JON)
  const after = applied(rows, strike(rows, VISIT, MARIT, 'mistake'))
  expect(isVoid(after.get(WORRY) ?? fail())).toBe(false)
  expect(isVoid(after.get(MINE) ?? fail())).toBe(true)
})

test('a visit made by a quick note alone never was; nobody strikes what is not her own', () => {
  const with_ = { view: readCase(aCase()) ?? fail(), rows: aCase(), me: MARIT, today: TODAY, clock: '23:10', at: NOW, newId: idsFrom(300) }
  const rows = new Map([...applied(new Map(), [patch(LANE, 'resident', testId(10), { displayName: 'Prøve' })])])
  const alone = readCase(rows) ?? fail()
  const noted = quickNote({ outcome: 'not_home' }, { ...with_, view: alone, isContactStopped: false, rows })
  const after = applied(rows, noted.patches)
  const struck = applied(after, strike(after, noted.visit, MARIT, 'never'))
  expect(readCase(struck)?.visits).toEqual([])
  expect(readCase(struck)?.contactAttempts).toEqual([])
  expect(readStruck(struck)).toHaveLength(1)
  expect(strike(after, noted.visit, JON, 'never')).toEqual([])
})

test('a struck visit can be begun and written again', () => {
  const rows = written()
  const after = applied(rows, strike(rows, VISIT, MARIT, 'mistake'))
  const begun = startVisit(after.get(VISIT) ?? fail(), MARIT, { code: 'G2', version: 1 }, NOW, idsFrom(500))
  expect(readCase(applied(after, begun.patches))?.visits.find(({ id }) => id === VISIT)?.contributions).toHaveLength(1)
})

const fail = (): never => {
  throw new Error('not there')
}
