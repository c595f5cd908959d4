// How it goes, out of the records of a case: through versions, with every rating kept, and both sides' promises alike.

import { describe, expect, test } from 'vitest'
import { readCase } from './case-view.ts'
import type { MeasureResult } from './codes.ts'
import { TEST_PACK } from './deadline-builders.ts'
import { deadlinesOf } from './deadlines.ts'
import { type Id, type LaneId, localDate } from './ids.ts'
import { matterFacts } from './matter.ts'
import { readProgress } from './progress.ts'
import { addLog, addScore, evaluationAhead, planEvaluation } from './progress-acts.ts'
import { patch } from './records.ts'
import { type RecordRow, seenOf } from './register.ts'
import { aCase, applied, FOOD, HOME_HELP, HYGIENE, JON, LANE, LAST_VISIT, MARIT, TODAY, testId, VISIT } from './visit-fixture.ts'

const D = localDate
const WEEKDAYS = { saturdayIsWorkday: false, closedDays: [] }
const PLAN = testId(20)
const NEXT = testId(200)
const [HYGIENE_2, FOOD_2, HOME_HELP_2, REVIEW] = [testId(201), testId(202), testId(203), testId(204)]

const seen = (rows: ReadonlyMap<Id, RecordRow>, id: Id) => ({ seen: seenOf(rows.get(id)) })
const started = () => {
  const rows = aCase()
  return applied(rows, [
    patch(
      LANE,
      'plan',
      PLAN,
      { period: { startDate: D('2026-09-01'), endDate: D('2027-03-01') }, review: { everyMonths: 3, next: D('2026-12-01') } },
      seen(rows, PLAN),
    ),
  ])
}
/** Version 2, which took one goal and the measure along and left the other goal behind. */
function renewed(status: 'draft' | 'offered' | 'active' = 'active'): Map<Id, RecordRow> {
  const rows = started()
  const before = status === 'active' ? [patch(LANE, 'plan', PLAN, { status: 'renewed' }, seen(rows, PLAN))] : []
  return applied(rows, [
    ...before,
    patch(LANE, 'plan', NEXT, {
      version: 2,
      previous: PLAN,
      status,
      period: { startDate: D('2026-11-24'), endDate: D('2027-11-24') },
      review: { everyMonths: 3, next: D('2027-02-24') },
    }),
    patch(LANE, 'goal', HYGIENE_2, {
      plan: NEXT,
      text: 'Dusje selv',
      area: 'hygiene',
      status: 'open',
      order: 1,
      cameFrom: HYGIENE,
      target: 4,
    }),
    patch(LANE, 'measure', HOME_HELP_2, {
      plan: NEXT,
      text: 'Hjemmehjelp annenhver uke',
      kind: 'home_help',
      status: 'active',
      cameFrom: HOME_HELP,
      servicesPart: 'Fast person',
    }),
  ])
}
const progressOf = (rows: ReadonlyMap<Id, RecordRow>, today = TODAY) => {
  const view = readCase(rows)
  if (!view) throw new Error('no resident')
  return readProgress(view, today)
}
const log = (n: number, measure: Id, done: MeasureResult, on: string) => addLog({ lane: LANE, rec: testId(n), on: D(on) }, measure, done)
const score = (n: number, goal: Id, by: 'resident' | 'worker', value: number, on: string) =>
  addScore({ lane: LANE, rec: testId(n), on: D(on) }, goal, by, value)

describe('goals over time', () => {
  test('the ratings of a goal follow it through the versions, oldest first', () => {
    const rows = applied(renewed(), [
      score(301, HYGIENE_2, 'resident', 4, '2026-12-08'),
      score(302, HYGIENE_2, 'worker', 3, '2026-12-01'),
      score(303, HYGIENE, 'worker', 2, '2026-11-10'),
    ])
    const [goal] = progressOf(rows).goals
    expect([goal?.id, goal?.text, goal?.isNow, goal?.target]).toEqual([HYGIENE_2, 'Dusje selv', true, 4])
    expect(goal?.scores.map(({ on, by, score: value }) => [on, by, value])).toEqual([
      ['2026-11-10', 'worker', 2],
      ['2026-11-17', 'resident', 3],
      ['2026-12-01', 'worker', 3],
      ['2026-12-08', 'resident', 4],
    ])
  })
  test('a goal the next version left behind is still told of, as an earlier one', () => {
    const rows = applied(renewed(), [score(301, FOOD, 'resident', 2, '2026-11-10')])
    expect(progressOf(rows).goals.map(({ id, isNow }) => [id, isNow])).toEqual([
      [HYGIENE_2, true],
      [FOOD, false],
    ])
  })
  test.each(['draft', 'offered'] as const)('a version that is only %s is not where the goal stands', (status) => {
    const wished = patch(LANE, 'goal', FOOD_2, { plan: NEXT, text: 'Ha folk på besøk', status: 'open', order: 2 })
    expect(progressOf(applied(renewed(status), [wished])).goals.map(({ id }) => id)).toEqual([HYGIENE, FOOD])
  })
  test('two workers who rated the same goal on the same day are both kept, each with her name', () => {
    const one = applied(started(), [score(301, HYGIENE, 'resident', 2, '2026-11-24')], MARIT)
    const both = applied(one, [score(302, HYGIENE, 'resident', 3, '2026-11-24')], JON)
    const today = progressOf(both).goals[0]?.scores.filter(({ on }) => on === '2026-11-24')
    expect(today?.map(({ score: value, author }) => [value, author])).toEqual([
      [2, MARIT],
      [3, JON],
    ])
  })
  test('a main goal is reached through its sub-goals, and stands here only when somebody rated it', () => {
    const main = testId(21)
    expect(progressOf(started()).goals.map(({ id }) => id)).not.toContain(main)
    const rated = progressOf(applied(started(), [score(301, main, 'worker', 1, '2026-11-10')])).goals
    expect(rated.find(({ id }) => id === main)).toMatchObject({ isMain: true, isNow: true })
  })
  test('goals that point at each other end nothing and are each told of once', () => {
    const rows = applied(renewed(), [patch(LANE, 'goal', FOOD_2, { plan: NEXT, text: 'Mat', status: 'open', cameFrom: FOOD_2 })])
    expect(progressOf(rows).goals.filter(({ id }) => id === FOOD_2)).toHaveLength(1)
  })
})

describe('measures', () => {
  test('the log follows a measure through the versions, newest first, and is counted', () => {
    const rows = applied(renewed(), [
      log(401, HOME_HELP, 'yes', '2026-09-10'),
      log(402, HOME_HELP, 'no', '2026-09-17'),
      log(403, HOME_HELP_2, 'partly', '2026-12-01'),
      log(404, HOME_HELP_2, 'yes', '2026-12-15'),
      log(405, HOME_HELP_2, 'not_relevant', '2026-12-22'),
    ])
    const [measure] = progressOf(rows).measures
    expect([measure?.id, measure?.counts]).toEqual([HOME_HELP_2, { yes: 2, partly: 1, no: 1, not_relevant: 1 }])
    expect(measure?.log.map(({ on }) => on)).toEqual(['2026-12-22', '2026-12-15', '2026-12-01', '2026-09-17', '2026-09-10'])
  })
})

describe('promises', () => {
  const promise = (n: number, set: { assignee?: string; due?: string; status: 'open' | 'done' | 'dropped'; visit?: Id }) =>
    patch(LANE, 'task', testId(n), {
      title: `Avtale ${n}`,
      visit: LAST_VISIT,
      ...set,
      ...(set.due ? { due: D(set.due) } : {}),
    } as Parameters<typeof patch<'task'>>[3])
  test('the resident’s and ours stand in the same words: kept, not yet, late or fallen away', () => {
    const rows = applied(started(), [
      promise(501, { assignee: 'resident', status: 'done' }),
      promise(502, { assignee: 'resident', status: 'open', due: '2026-11-20' }),
      promise(503, { assignee: MARIT, status: 'dropped' }),
      promise(504, { assignee: JON, status: 'open', due: '2026-11-24' }),
      promise(505, { assignee: 'Hjemmehjelpen', status: 'open' }),
      promise(506, { status: 'open' }),
    ])
    const { promises } = progressOf(rows)
    const states = (all: readonly { readonly title: string; readonly state: string }[]) =>
      Object.fromEntries(all.map(({ title, state }) => [title, state]))
    expect(states(promises.resident)).toEqual({ 'Avtale 501': 'kept', 'Avtale 502': 'late' })
    expect(states(promises.us)).toEqual({ 'Kjøpe stoler': 'open', 'Avtale 503': 'fell_away', 'Avtale 504': 'open' })
    expect(states(promises.others)).toEqual({ 'Avtale 505': 'open', 'Avtale 506': 'open' })
  })
  test('what the office set itself to do is not a promise anybody made at a visit', () => {
    const rows = applied(started(), [patch(LANE, 'task', testId(501), { title: 'Ring huseier', status: 'open', assignee: MARIT })])
    expect(progressOf(rows).promises.us.map(({ title }) => title)).toEqual(['Kjøpe stoler'])
  })
})

describe('evaluations', () => {
  const reviewed = (plan: Id, on: string, set: object = { decision: 'renew' }) => [
    patch(LANE, 'planReview', REVIEW, { plan, visit: VISIT, on: D(on), residentsVoice: 'Det går.', ...set }),
    patch(LANE, 'measureReview', testId(601), {
      review: REVIEW,
      measure: HOME_HELP,
      helped: 'yes',
      onward: 'keep',
      weDid: 'partly',
      note: 'Nesten',
    }),
    patch(LANE, 'goalResult', testId(602), { review: REVIEW, goal: HYGIENE, result: 'partly' }),
  ]
  test('what an evaluation said follows the measure into the next version, and our part is told in its own words', () => {
    const progress = progressOf(applied(renewed(), reviewed(PLAN, '2026-11-24')))
    expect(progress.reviews).toHaveLength(1)
    expect(progress.measures[0]?.reviewed).toEqual([{ on: '2026-11-24', helped: 'yes', onward: 'keep' }])
    expect(progress.ourPart).toEqual([
      { review: REVIEW, measure: HOME_HELP, text: 'Hjemmehjelp', on: '2026-11-24', weDid: 'partly', note: 'Nesten' },
    ])
  })
  test('the newest stands first, and one this build cannot date comes last', () => {
    const other = (n: number, on?: string) => patch(LANE, 'planReview', testId(n), { plan: PLAN, ...(on ? { on: D(on) } : {}) })
    const rows = applied(started(), [other(701, '2026-04-16'), other(702), other(703, '2026-10-15')])
    expect(progressOf(rows).reviews.map(({ on }) => on)).toEqual(['2026-10-15', '2026-04-16', undefined])
  })
  test('an evaluation is made once: the one agreed or under way is found again', () => {
    const rows = started()
    const view = readCase(rows)
    if (!view) throw new Error('no resident')
    expect(evaluationAhead(view)).toBeUndefined()
    const planned = planEvaluation(view, {
      visit: testId(801),
      start: '2026-12-01T10:00' as never,
      workers: [MARIT],
      guide: { code: 'G6', version: 1 },
    })
    const after = readCase(applied(rows, [planned]))
    expect(after && evaluationAhead(after)?.id).toBe(testId(801))
  })
})

describe('the deadlines of a plan that was evaluated', () => {
  const open = (rows: ReadonlyMap<Id, RecordRow>) =>
    deadlinesOf({ matter: matterFacts([...rows.values()]), calendar: WEEKDAYS, packs: [TEST_PACK] })
      .filter(({ state, rule }) => state === 'open' && (rule === 'D7' || rule === 'D8'))
      .map(({ rule, basis, nominalOn }) => [rule, basis, nominalOn])
  const review = (n: number, on: string, set: object = { decision: 'unsure' }) =>
    patch(LANE, 'planReview', testId(n), { plan: PLAN, on: D(on), ...set })

  test('an evaluation with a decision moves the next one, also when the plan’s own register lags behind', () => {
    expect(open(started())).toEqual([
      ['D7', PLAN, '2026-12-01'],
      ['D8', PLAN, '2027-03-01'],
    ])
    expect(open(applied(started(), [review(901, '2026-11-24')]))[0]).toEqual(['D7', PLAN, '2027-02-24'])
  })
  test('an evaluation nobody came to the end of leaves it due', () => {
    expect(open(applied(started(), [review(901, '2026-11-24', {})]))[0]).toEqual(['D7', PLAN, '2026-12-01'])
  })
  test('of two evaluations made apart the later one counts, whoever wrote last', () => {
    const rows = started()
    const early = applied(rows, [patch(LANE, 'plan', PLAN, { lastReviewOn: D('2026-11-24') }, seen(rows, PLAN))])
    const both = applied(early, [patch(LANE, 'plan', PLAN, { lastReviewOn: D('2026-11-10') })], JON)
    expect(open(both)[0]).toEqual(['D7', PLAN, '2027-02-24'])
  })
  test('a plan renewed into its next version leaves nothing due, even when its own state was not written', () => {
    expect(open(renewed())).toEqual([
      ['D7', NEXT, '2027-02-24'],
      ['D8', NEXT, '2027-11-24'],
    ])
    const rows = renewed('draft')
    const agreed = applied(rows, [patch(LANE, 'plan', NEXT, { status: 'active' }, seen(rows, NEXT))])
    expect(open(agreed)).toEqual([
      ['D7', NEXT, '2027-02-24'],
      ['D8', NEXT, '2027-11-24'],
    ])
  })
  test('a next version nobody has said yes to changes nothing', () => {
    for (const status of ['draft', 'offered'] as const)
      expect(open(renewed(status))).toEqual([
        ['D7', PLAN, '2026-12-01'],
        ['D8', PLAN, '2027-03-01'],
      ])
  })
  test('a plan that ran out is a task until it is renewed', () => {
    const rows = started()
    const expired = applied(rows, [patch(LANE, 'plan', PLAN, { status: 'expired' }, seen(rows, PLAN))])
    expect(open(expired)).toEqual([['D8', PLAN, '2027-03-01']])
    const next = { version: 2, previous: PLAN, status: 'active', period: { startDate: D('2027-03-02'), endDate: D('2028-03-01') } } as const
    expect(open(applied(expired, [patch(LANE, 'plan', NEXT, next)])).filter(([, basis]) => basis === PLAN)).toEqual([])
  })
})

test('five goals, twenty measures and three hundred log lines are read through once, not once for each', () => {
  const measures = Array.from({ length: 20 }, (_, n) => testId(5000 + n))
  let reads = 0
  const rows = applied(started(), [
    ...measures.map((id, n) => patch(LANE as LaneId, 'measure', id, { plan: PLAN, text: `Tiltak ${n}`, kind: 'other', status: 'active' })),
    ...Array.from({ length: 300 }, (_, n) => log(6000 + n, measures[n % 20] ?? HOME_HELP, 'yes', '2026-10-01')),
  ])
  const counting = new Map(
    [...rows].map(([id, row]) => [
      id,
      row.type === 'measureLog'
        ? {
            ...row,
            get regs() {
              reads += 1
              return row.regs
            },
          }
        : row,
    ]),
  )
  const progress = progressOf(counting)
  expect(progress.measures.flatMap(({ log: lines }) => lines)).toHaveLength(300)
  expect(reads / 300).toBeLessThan(40)
})
