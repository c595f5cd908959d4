// A visit in the book: what is asked for, what stands in its way, moving it, and two that are one.

import { expect, test } from 'vitest'
import { type CaseView, readCase } from './case-view.ts'
import type { Matter } from './deadline-facts.ts'
import { localDate, localDateTime } from './ids.ts'
import { matterFacts } from './matter.ts'
import { patch } from './records.ts'
import { type BookingForm, bookVisit, mayBeSame, moveVisit, sayWhether } from './visit-book.ts'
import { aCase, applied, idsFrom, JON, LANE, MARIT, TODAY, testId, withRecord } from './visit-fixture.ts'
import { isContactStoppedFor } from './visit-known.ts'

const rows = aCase()
const viewOf = (given = rows): CaseView => {
  const view = readCase(given)
  if (!view) throw new Error('the home has a resident')
  return view
}
const form: BookingForm = {
  kind: 'arrears',
  date: '2026-12-01',
  from: '10:00',
  to: '11:00',
  workers: `${MARIT} ${JON}`,
  agreedHow: 'announced_by_letter',
  why: ' Lese brevet sammen ',
  apart: '',
  elsewhere: '',
}
const book = (set: Partial<BookingForm> = {}, view = viewOf(), matter?: Pick<Matter, 'inquiries'>) =>
  bookVisit({ ...form, ...set }, { view, isContactStopped: isContactStoppedFor(view.resident, matter), today: TODAY, newId: idsFrom(500) })
const refusalOf = (set: Partial<BookingForm>, view = viewOf(), matter?: Pick<Matter, 'inquiries'>) => {
  const made = book(set, view, matter)
  return made.ok ? undefined : made.refusal.kind
}

test('a visit in the book says what kind, when, who, how it was agreed and what for', () => {
  const made = book()
  expect(made.ok && made.value.map(({ type, set }) => [type, set])).toEqual([
    [
      'visit',
      {
        kind: 'arrears',
        planned: { start: '2026-12-01T10:00', end: '2026-12-01T11:00' },
        workers: [MARIT, JON],
        status: 'planned',
        agreedHow: 'announced_by_letter',
        why: 'Lese brevet sammen',
      },
    ],
  ])
})

test('each thing that is missing or cannot be has its own refusal', () => {
  expect(refusalOf({ kind: '' })).toBe('needsKind')
  expect(refusalOf({ date: '2026-02-30x' })).toBe('needsDay')
  expect(refusalOf({ from: '' })).toBe('needsTime')
  expect(refusalOf({ to: '09:00' })).toBe('endBeforeStart')
  expect(refusalOf({ date: '2036-12-01' })).toBe('tooFarAhead')
  expect(refusalOf({ workers: '' })).toBe('needsWorker')
  expect(refusalOf({ to: '' })).toBeUndefined()
})

const withResident = (set: Record<string, never> | object): CaseView => viewOf(applied(rows, [patch(LANE, 'resident', testId(10), set)]))

test('a contact stop stands in the way, unless the resident asked for the visit', () => {
  const stopped = withResident({ contactStop: { since: localDate('2026-11-20'), scope: 'all_visits' } })
  expect(refusalOf({}, stopped)).toBe('contactStop')
  expect(refusalOf({ agreedHow: 'at_residents_request' }, stopped)).toBeUndefined()
})

test('a new notice lifts a contact stop for the book too, and an older one does not', () => {
  const stopped = withResident({ contactStop: { since: localDate('2026-11-20'), scope: 'all_visits' } })
  const noticed = (on: string) =>
    matterFacts([
      ...withRecord(rows, patch(LANE, 'inquiry', testId(620), { kind: 'arrears_notice', receivedDate: localDate(on) })).values(),
    ])
  expect(refusalOf({}, stopped, noticed('2026-11-20'))).toBe('contactStop')
  expect(refusalOf({}, stopped, noticed('2026-11-21'))).toBeUndefined()
})

test('where two are to come, one alone is not enough, but a phone call is', () => {
  const careful = withResident({ safetyFlag: { level: 'two_workers' } })
  expect(refusalOf({ workers: MARIT }, careful)).toBe('needsTwo')
  expect(refusalOf({ workers: MARIT, kind: 'phone' }, careful)).toBeUndefined()
  expect(refusalOf({}, careful)).toBeUndefined()
})

test('where nobody is to go home to her, it is said, and a meeting elsewhere or a call goes on', () => {
  const careful = withResident({ safetyFlag: { level: 'not_alone_not_home' } })
  expect([refusalOf({}, careful), refusalOf({ kind: 'followup' }, careful)]).toEqual(['notHome', 'notHome'])
  expect(refusalOf({ elsewhere: 'yes' }, careful)).toBeUndefined()
  expect(refusalOf({ elsewhere: 'yes', workers: MARIT }, careful)).toBe('needsTwo')
  expect(refusalOf({ kind: 'accompany' }, careful)).toBeUndefined()
  expect(refusalOf({ kind: 'phone', workers: MARIT }, careful)).toBeUndefined()
})

const other = testId(610)
const planned = (visit: ReturnType<typeof testId>, start: string) =>
  patch(LANE, 'visit', visit, { kind: 'followup', planned: { start: localDateTime(start) }, workers: [JON], status: 'planned' })

test('one that stands within two hours the same day is shown first, and said to be another one', () => {
  const view = viewOf(applied(rows, [planned(other, '2026-12-01T11:45')]))
  const made = book({}, view)
  expect(made.ok ? undefined : made.refusal).toEqual({ kind: 'closeBy', visit: other })
  expect(refusalOf({ apart: other }, view)).toBeUndefined()
  expect(refusalOf({ from: '08:00', to: '' }, view)).toBeUndefined()
})

test('moving keeps what it is and who comes', () => {
  const there = applied(rows, [planned(other, '2026-12-01T11:45')])
  const row = there.get(other)
  const made = row && moveVisit(row, { date: '2026-12-02', from: '09:00', to: '' }, { today: TODAY, me: MARIT })
  expect(made?.ok && made.value[0]?.set).toEqual({ planned: { start: '2026-12-02T09:00' } })
})

test('two made on two phones are asked about once, and nothing moves when they are the same', () => {
  const twin = testId(611)
  const there = applied(rows, [planned(other, '2026-12-01T10:00'), planned(twin, '2026-12-01T11:00')])
  const view = viewOf(there)
  const [a, b] = [other, twin].map((visit) => view.visits.find(({ id }) => id === visit))
  if (!a || !b) throw new Error('both stand there')
  expect(mayBeSame(a, view)?.id).toBe(twin)
  const same = sayWhether(true, [b, a], there, MARIT)
  expect(same.map(({ rec, set }) => [rec, set])).toEqual([[twin, { sameAs: other }]])
  expect(mayBeSame(a, viewOf(applied(there, same)))).toBeUndefined()
  const two = sayWhether(false, [a, b], there, MARIT)
  const after = viewOf(applied(there, two))
  expect(after.visits.every((visit) => mayBeSame(visit, after) === undefined)).toBe(true)
  expect(after.visits.map(({ sameAs }) => sameAs)).toEqual(after.visits.map(() => undefined))
})
