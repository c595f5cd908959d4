// Raskt notat, starting a visit, acknowledging and settling: what one tap leaves.

import { expect, test } from 'vitest'
import { readCase } from './case-view.ts'
import { type Id, instant, localDateTime } from './ids.ts'
import { patch } from './records.ts'
import { type RecordRow, seenOf } from './register.ts'
import { aCase, applied, CHAIRS, idsFrom, JON, LANE, MARIT, NOW, setsOf, TODAY, testId, VISIT, withRecord } from './visit-fixture.ts'
import { type QuickNote, quickNote } from './visit-quick.ts'
import { doneTask, markRead, resolveVersions } from './visit-read.ts'
import { handleConcern, raiseConcern, startVisit } from './visit-start.ts'

const viewOf = (rows: ReadonlyMap<Id, RecordRow>) => {
  const view = readCase(rows)
  if (!view) throw new Error('no resident')
  return view
}
const note = (quick: QuickNote, rows: ReadonlyMap<Id, RecordRow> = aCase(), me: Id = MARIT, isContactStopped = false) =>
  quickNote(quick, { view: viewOf(rows), isContactStopped, rows, me, today: TODAY, clock: '13:05', at: NOW, newId: idsFrom(3000) })
const rowIn = (rows: ReadonlyMap<Id, RecordRow>, rec: Id): RecordRow => {
  const row = rows.get(rec)
  if (!row) throw new Error('no such row')
  return row
}
/** A case with nothing planned today. */
const quietDay = () => {
  const rows = aCase()
  rows.delete(VISIT)
  return rows
}

test.each(['not_home', 'no_answer'] as const)('%s uses today’s planned visit and counts as an attempt at the door', (outcome) => {
  const { patches, visit, contribution } = note({ outcome })
  expect(visit).toBe(VISIT)
  expect(setsOf(patches, 'visit')).toEqual([{ outcome: { code: outcome }, ended: NOW, status: 'not_done' }])
  expect(setsOf(patches, 'contribution')).toEqual([{ visit: VISIT, worker: MARIT, guide: { code: 'quick', version: 1 }, finishedAt: NOW }])
  expect(setsOf(patches, 'contactAttempt')).toEqual([{ on: TODAY, way: 'door', direction: 'out', result: 'no_answer', visit: VISIT }])
  expect(patches.find((made) => made.type === 'contribution')?.root).toBe(contribution)
})

test('talking at the door is a visit that was held, with the note and no attempt', () => {
  const { patches } = note({ outcome: 'home_at_door', text: ' Alt vel. ' })
  expect(setsOf(patches, 'visit')).toMatchObject([{ outcome: { code: 'home_at_door' }, status: 'done' }])
  expect(setsOf(patches, 'contribution')).toMatchObject([{ note: 'Alt vel.' }])
  expect(setsOf(patches, 'contactAttempt')).toEqual([])
})

test('a new time agreed cancels today’s visit and plans the next with the same workers', () => {
  const { patches } = note({ outcome: 'cancelled_by_resident', nextVisit: localDateTime('2026-11-26T11:00') })
  expect(setsOf(patches, 'visit')).toMatchObject([
    { outcome: { code: 'cancelled_by_resident' }, status: 'cancelled' },
    { kind: 'followup', planned: { start: '2026-11-26T11:00' }, workers: [MARIT, JON], status: 'planned' },
  ])
  expect(setsOf(note({ outcome: 'cancelled_by_resident' }).patches, 'visit')).toHaveLength(1)
})

test('after a no to contact a new time is made only when it is said that the resident asked for it, and is written so', () => {
  const next = { outcome: 'cancelled_by_resident', nextVisit: localDateTime('2026-11-26T11:00') } as const
  const of = (isStopped: boolean, isAskedFor?: true) =>
    setsOf(note({ ...next, ...(isAskedFor ? { isAskedFor } : {}) }, aCase(), MARIT, isStopped).patches, 'visit')
  expect(of(true, true)[1]).toMatchObject({ status: 'planned', agreedHow: 'at_residents_request' })
  expect(of(true)).toMatchObject([{ outcome: { code: 'cancelled_by_resident' }, status: 'cancelled' }])
  expect(of(false)[1]).not.toHaveProperty('agreedHow')
})

test('a concern is raised at once and leaves the planned visit planned', () => {
  const { patches, visit, concern } = note({ outcome: 'concern', concern: 'C-CHILD', text: 'Gråt.' })
  expect(visit).toBe(VISIT)
  expect(setsOf(patches, 'visit')).toEqual([])
  expect(patches.find((made) => made.type === 'concern')?.rec).toBe(concern)
  expect(setsOf(patches, 'concern')).toMatchObject([
    { code: 'C-CHILD', urgency: 'today', status: 'open', visit: VISIT, raisedFrom: 'quick' },
  ])
})

test.each(['not_home', 'no_answer', 'home_at_door', 'cancelled_by_resident', 'concern'] as const)(
  '%s with nothing planned today makes an unannounced visit of its own, shown in today’s list',
  (outcome) => {
    const quick: QuickNote = outcome === 'concern' ? { outcome, concern: 'C-HEALTH' } : { outcome }
    const rows = quietDay()
    const { patches, visit } = note(quick, rows)
    expect(setsOf(patches, 'visit')).toMatchObject([
      { kind: 'attempt_unannounced', workers: [MARIT], planned: { start: '2026-11-24T13:05' } },
    ])
    const shown = viewOf(applied(rows, patches)).visits.find((found) => found.id === visit)
    expect(shown?.status).not.toBe('planned')
    expect(shown?.contributions).toHaveLength(1)
  },
)

test('a quick note on a colleague’s visit adds me to it', () => {
  const other = testId(4)
  expect(setsOf(note({ outcome: 'not_home' }, aCase(), other).patches, 'visit')).toMatchObject([{ workers: [MARIT, JON, other] }])
})

test('starting a visit a colleague has begun adds only my own part', () => {
  const at = instant('2026-11-24T10:00:00.000Z')
  const rows = aCase()
  const first = startVisit(rowIn(rows, VISIT), MARIT, { code: 'G2', version: 1 }, at, idsFrom(4000))
  expect(setsOf(first.patches, 'visit')).toEqual([{ status: 'in_progress', started: at }])
  const begun = applied(rows, first.patches)
  const second = startVisit(rowIn(begun, VISIT), JON, { code: 'G2', version: 1 }, at, idsFrom(5000))
  expect(second.patches.map((made) => made.type)).toEqual(['contribution'])
  const third = startVisit(rowIn(begun, VISIT), testId(4), { code: 'G2', version: 1 }, at, idsFrom(6000))
  expect(setsOf(third.patches, 'visit')).toEqual([{ workers: [MARIT, JON, testId(4)] }])
})

test('a concern handled after it was saved is no longer open', () => {
  const raised = withRecord(aCase(), raiseConcern(LANE, { id: testId(800), code: 'C-FIRE', visit: VISIT, fromStep: 'everyday.seen' }))
  const handled = handleConcern(LANE, testId(800), { taken: 'told_leader', on: TODAY }, MARIT, raised.get(testId(800)))
  expect(viewOf(raised).concerns).toMatchObject([{ status: 'open' }])
  const view = viewOf(withRecord(raised, handled))
  expect(view.concerns).toMatchObject([{ status: 'handled', action: { taken: 'told_leader', on: TODAY } }])
  expect(view.twoVersions).toEqual([])
})

test('a colleague’s note can be acknowledged once, and one’s own never', () => {
  const part = testId(810)
  const rows = withRecord(aCase(), patch(LANE, 'contribution', part, { visit: VISIT, worker: JON }, { root: part }), JON)
  const receipt = markRead(rowIn(rows, part), rows, MARIT, idsFrom(7000))
  expect(receipt?.set).toEqual({ of: part, visit: VISIT })
  const read = receipt ? withRecord(rows, receipt, MARIT) : rows
  expect(markRead(rowIn(read, part), read, MARIT, idsFrom(7100))).toBeUndefined()
  expect(markRead(rowIn(rows, part), rows, JON, idsFrom(7200))).toBeUndefined()
  expect(viewOf(read).visits.find((visit) => visit.id === VISIT)?.contributions[0]?.readBy).toMatchObject([{ user: MARIT }])
})

test('a ticked task is done on the day it was ticked', () => {
  const rows = aCase()
  const view = viewOf(withRecord(rows, doneTask(rowIn(rows, CHAIRS), MARIT, TODAY, seenOf(rows.get(CHAIRS)))))
  expect(view.tasks).toMatchObject([{ id: CHAIRS, status: 'done', doneOn: TODAY }])
})

test('settling two versions is one value over both', () => {
  const first = withRecord(aCase(), patch(LANE, 'visit', VISIT, { outcome: { code: 'home_full' } }), MARIT)
  const both = withRecord(first, patch(LANE, 'visit', VISIT, { outcome: { code: 'home_short' } }), JON)
  expect(viewOf(both).twoVersions).toHaveLength(1)
  const settled = withRecord(both, resolveVersions(rowIn(both, VISIT), 'outcome', { code: 'home_full' }))
  expect(viewOf(settled).twoVersions).toEqual([])
  expect(viewOf(settled).visits.find((visit) => visit.id === VISIT)?.outcome).toBe('home_full')
})
