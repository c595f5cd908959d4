import { expect, test } from 'vitest'
import type { Draft } from '#device/casebook.ts'
import { EMPTY_MATTER } from '#domain/deadline-facts.ts'
import { type Id, id, instant, laneOf, localDate, localDateTime } from '#domain/ids.ts'
import type { CaseSummary, VisitBrief } from '#domain/summary.ts'
import { dayPlan, stateOf } from './day-plan.ts'

const idOf = (letter: string): Id => id(letter.repeat(22))
const me = idOf('m')
const colleague = idOf('c')
const today = localDate('2026-11-24') // a Tuesday

const aVisit = (letter: string, start: string, more: Partial<VisitBrief> = {}): VisitBrief => ({
  lane: laneOf('case', idOf('h')),
  id: idOf(letter),
  kind: 'followup',
  status: 'planned',
  start: localDateTime(start),
  workers: [me],
  twoOutcomes: false,
  contributions: [],
  ...more,
})
const aHome = (visits: readonly VisitBrief[]): CaseSummary => ({
  lane: laneOf('case', idOf('h')),
  resident: idOf('r'),
  name: 'Testine Eksempelsen',
  safety: 'none',
  isContactStopped: false,
  visits,
  openConcerns: [],
  twoVersions: [],
  complaintDates: [],
  facts: EMPTY_MATTER,
})
const aDraft = (visit: Id, at: string): Draft => ({
  id: idOf('d'),
  lane: laneOf('case', idOf('h')),
  rec: idOf('k'),
  rev: 1,
  seen: {},
  content: { visit, answers: {}, at },
  at: instant('2026-11-24T10:24:00Z'),
})
const planOf = (visits: readonly VisitBrief[], drafts: readonly Draft[] = []) => dayPlan({ summaries: [aHome(visits)], drafts, today, me })
const idsOf = (stops: readonly { readonly visit: VisitBrief }[]): readonly Id[] => stops.map((stop) => stop.visit.id)

test('today’s visits come in order of time, my own before a colleague’s', () => {
  const visits = [
    aVisit('b', '2026-11-24T13:00'),
    aVisit('a', '2026-11-24T09:00', { workers: [colleague] }),
    aVisit('e', '2026-11-24T11:00'),
  ]
  expect(idsOf(planOf(visits).next)).toEqual([idOf('e'), idOf('b'), idOf('a')])
})

test('the visit with a draft stands alone on top, at the exact question, and not among the next ones', () => {
  const plan = planOf([aVisit('a', '2026-11-24T09:00'), aVisit('b', '2026-11-24T13:00')], [aDraft(idOf('a'), 'goals.score')])
  expect(plan.running?.visit.id).toBe(idOf('a'))
  expect(plan.running?.at).toBe('goals.score')
  expect(idsOf(plan.next)).toEqual([idOf('b')])
})

test('a draft of a quick note is no running visit', () => {
  const note: Draft = { ...aDraft(idOf('a'), ''), content: { text: 'Notat' } }
  expect(planOf([aVisit('a', '2026-11-24T09:00')], [note]).running).toBeUndefined()
})

test('what is done today sinks below, whatever the outcome', () => {
  const plan = planOf([aVisit('a', '2026-11-24T09:00', { status: 'not_done', outcome: 'not_home' }), aVisit('b', '2026-11-24T13:00')])
  expect(idsOf(plan.done)).toEqual([idOf('a')])
  expect(idsOf(plan.next)).toEqual([idOf('b')])
})

test('a planned visit of yesterday that nobody wrote about is still shown', () => {
  expect(idsOf(planOf([aVisit('a', '2026-11-23T09:00')]).unwritten)).toEqual([idOf('a')])
})

test('a visit begun some day before and never finished is not among the next, however long ago', () => {
  const plan = planOf([aVisit('a', '2026-11-02T09:00', { status: 'in_progress' }), aVisit('b', '2026-11-24T13:00')])
  expect(idsOf(plan.unwritten)).toEqual([idOf('a')])
  expect(idsOf(plan.next)).toEqual([idOf('b')])
})

test('the days after are those of this week; next week waits', () => {
  const plan = planOf([aVisit('a', '2026-11-24T09:00'), aVisit('b', '2026-11-27T09:00'), aVisit('e', '2026-11-30T09:00')])
  expect(plan.later.map((day) => day.on)).toEqual(['2026-11-27'])
})

test('with nothing today and nothing this week, the next day that has visits is shown', () => {
  const plan = planOf([aVisit('a', '2026-12-01T09:00'), aVisit('b', '2026-12-02T09:00')])
  expect(plan.later.map((day) => day.on)).toEqual(['2026-12-01'])
})

test('a visit joined into another is shown once', () => {
  const plan = planOf([aVisit('a', '2026-11-24T09:00'), aVisit('b', '2026-11-24T09:00', { sameAs: idOf('a') })])
  expect(idsOf(plan.next)).toEqual([idOf('a')])
})

test('one’s own part has come as far as the change that lags behind', () => {
  const changes = [idOf('x'), idOf('y'), idOf('z')]
  expect(
    stateOf(
      { changes },
      new Map([
        [idOf('x'), 'sent'],
        [idOf('y'), 'saved'],
      ]),
    ),
  ).toBe('saved')
  expect(stateOf({ changes }, new Map())).toBe('settled')
})
