// Every limit of the plan, one at a time: a plan everything is right with, and one thing wrong in it.

import { expect, test } from 'vitest'
import { addMonths } from './calendar.ts'
import { localDate } from './ids.ts'
import { checkPlan, PROBLEM_KINDS, type ProblemKind, stopsAgreeing } from './plan-check.ts'
import { hasTalked } from './plan-consents.ts'
import { type MeasureDraft, newGoal, newMeasure, nextVersion, type PlanDraft } from './plan-draft.ts'
import { aDraft, frozen, KEEP_HOME, knowing, NEW_PLAN, PAY_RENT, VISITS, viewOf, withPlan } from './plan-fixture.ts'
import { patch } from './records.ts'
import { applied, idsFrom, LANE, TODAY, testId } from './visit-fixture.ts'

const participates = patch(LANE, 'consent', testId(700), { kind: 'participate', given: { by: 'Testine', on: TODAY } })
const rows = applied(withPlan(), [participates])
const kinds = (draft: PlanDraft, more: Parameters<typeof knowing>[1] = {}) => checkPlan(draft, knowing(rows, more)).map(({ kind }) => kind)
const measured = (set: Partial<MeasureDraft>): PlanDraft => ({
  ...aDraft(),
  measures: aDraft().measures.map((measure) => ({ ...measure, ...set })),
})
const subs = (n: number) => Array.from({ length: n }, (_, i) => ({ ...newGoal(testId(720 + i), KEEP_HOME), text: `Delmål ${i}` }))
const mains = (n: number) => Array.from({ length: n }, (_, i) => ({ ...newGoal(testId(740 + i)), text: `Mål ${i}` }))
const day = localDate

/** One thing wrong each, and the one problem it is. */
const WRONG: Readonly<Record<Exclude<ProblemKind, 'participateMissing'>, PlanDraft>> = {
  wishMissing: { ...aDraft(), wish: ' ' },
  goalMissing: { ...aDraft(), goals: [] },
  tooManyMainGoals: { ...aDraft(), goals: mains(3) },
  goalEmpty: { ...aDraft(), goals: [...aDraft().goals, newGoal(testId(760), KEEP_HOME)] },
  goalTooLong: { ...aDraft(), goals: aDraft().goals.map((goal) => (goal.id === PAY_RENT ? { ...goal, text: 'x'.repeat(161) } : goal)) },
  expectationsMissing: { ...aDraft(), onServices: '' },
  startMissing: { ...aDraft(), startDate: undefined },
  endMissing: { ...aDraft(), endDate: undefined },
  endBeforeStart: { ...aDraft(), endDate: day('2026-11-23'), nextReview: undefined, reviewEveryMonths: 3 },
  planTooLong: { ...aDraft(), endDate: addMonths(TODAY, 13) },
  reviewMissing: { ...aDraft(), nextReview: undefined },
  reviewOutside: { ...aDraft(), nextReview: day('2027-06-01') },
  oftenMissing: { ...aDraft(), often: undefined, oftenText: '' },
  measureEmpty: measured({ text: '' }),
  measureWithoutWho: measured({ responsible: [] }),
  measureWithoutOften: measured({ frequency: undefined }),
  measureEndBeforeStart: measured({ startDate: day('2027-02-01'), endDate: day('2027-01-01') }),
  measureOutside: measured({ endDate: day('2027-08-01') }),
  goalDateOutside: { ...aDraft(), goals: aDraft().goals.map((goal) => ({ ...goal, dueDate: day('2028-01-01') })) },
  tooManySubGoals: { ...aDraft(), goals: [...aDraft().goals, ...subs(5)] },
  conditionWithoutBasis: { ...aDraft(), condition: { text: 'Må ta imot oss', setBy: 'Utleier', legalBasis: '' } },
  consentMissing: measured({ kind: 'blood_test' }),
  talkMissing: measured({ kind: 'control_economy', status: 'planned' }),
}

test('a plan with one goal, one measure, both sides and an end is ready to be agreed on', () => {
  expect(kinds(aDraft())).toEqual([])
})

/** What necessarily comes along with another thing that is wrong. */
const ALONG: readonly string[] = ['reviewMissing', 'consentMissing']
test.each(Object.entries(WRONG))('a plan with %s in it is told so, and of nothing that is right', (kind, draft) => {
  expect([...new Set(kinds(draft))].filter((told) => told === kind || !ALONG.includes(told))).toEqual([kind])
})

test('every kind of problem has a case above', () => {
  expect([...Object.keys(WRONG), 'participateMissing'].sort()).toEqual([...PROBLEM_KINDS].sort())
})

test('without a yes to taking part nobody agrees on anything; a yes withdrawn is none', () => {
  expect(kinds(aDraft(), { consents: [] })).toEqual(['participateMissing'])
  const withdrawn = applied(rows, [patch(LANE, 'consent', testId(700), { withdrawn: { on: TODAY } })])
  expect(kinds(aDraft(), { consents: viewOf(withdrawn).consents })).toEqual(['participateMissing'])
})

test('twelve months to the day is not too long, and one day more is', () => {
  expect(kinds({ ...aDraft(), endDate: addMonths(TODAY, 12) })).toEqual([])
  expect(kinds({ ...aDraft(), endDate: day('2027-11-25') })).toEqual(['planTooLong'])
})

test('what is only worth a thought does not stop anybody', () => {
  const draft = { ...WRONG.tooManySubGoals, condition: WRONG.conditionWithoutBasis.condition }
  expect(stopsAgreeing(checkPlan(draft, knowing(rows)))).toEqual([])
})

test('word to others asks for a consent of its own, and a yes to the blood tests is none to that', () => {
  const tested = measured({ kind: 'blood_test', reportClause: { on: 'absence', to: 'police', when: 'immediately' } })
  const [told] = checkPlan(tested, knowing(rows))
  expect(told).toMatchObject({ kind: 'consentMissing', consents: ['blood_test', 'measure_report_clause'] })
  const yes = patch(LANE, 'consent', testId(701), { kind: 'blood_test', about: VISITS, given: { by: 'Testine', on: TODAY } })
  const [left] = checkPlan(tested, knowing(applied(rows, [yes])))
  expect(left).toMatchObject({ consents: ['measure_report_clause'] })
})

test('a yes for another measure does not count', () => {
  const yes = patch(LANE, 'consent', testId(701), { kind: 'blood_test', about: testId(799), given: { by: 'Testine', on: TODAY } })
  expect(kinds(measured({ kind: 'blood_test' }), { consents: viewOf(applied(rows, [yes])).consents })).toContain('consentMissing')
})

test('a yes to telling the doctor goes on in the next version, and is no yes to telling the police', () => {
  const clause = (to: string) => ({ on: 'absence', to, when: 'immediately' })
  const before = withPlan({ ...measured({ reportClause: clause('gp') }) })
  const yes = patch(LANE, 'consent', testId(701), { kind: 'measure_report_clause', about: VISITS, given: { by: 'Testine', on: TODAY } })
  const known = knowing(applied(before, [participates, yes]))
  const next = (to: string) =>
    checkPlan(measured({ id: testId(791), cameFrom: VISITS, reportClause: clause(to) }), known).map(({ kind }) => kind)
  expect(next('gp')).toEqual([])
  expect(next('police')).toEqual(['consentMissing'])
})

test('managing the economy needs a talk first, or a reason why there was none', () => {
  const draft = measured({ kind: 'control_economy' })
  expect(kinds(draft)).toContain('talkMissing')
  expect(kinds(draft, { hasTalked: true })).not.toContain('talkMissing')
  expect(kinds(measured({ kind: 'control_economy', withoutTalk: 'Innlagt, avtalt med verge' }))).not.toContain('talkMissing')
  const talk = patch(LANE, 'contactAttempt', testId(702), { on: day('2026-11-20'), result: 'reached' })
  expect(hasTalked(viewOf(applied(rows, [talk])), TODAY, 30)).toBe(true)
  expect(hasTalked(viewOf(applied(rows, [{ ...talk, set: { ...talk.set, result: 'no_answer' } }])), TODAY, 30)).toBe(false)
  expect(hasTalked(viewOf(applied(rows, [talk])), day('2027-01-20'), 30)).toBe(false)
})

test('a measure taken along from the version before may have begun before this one', () => {
  const early = { startDate: day('2026-01-01'), endDate: day('2027-01-01') }
  expect(kinds(measured(early))).toEqual(['measureOutside'])
  expect(kinds(measured({ ...early, cameFrom: testId(790) }))).toEqual([])
})

test('a new measure is planned, of the kind that was chosen', () => {
  expect(newMeasure(testId(780), 'home_help', 'Hjemmehjelp', [])).toMatchObject({ status: 'planned', kind: 'home_help', responsible: [] })
})

test('what stood empty in the version that was agreed on stops no change; emptied now, it does', () => {
  const next = (draft: PlanDraft) => {
    const agreed = frozen(applied(withPlan(draft), [participates]), NEW_PLAN)
    const { plan } = viewOf(agreed)
    if (!plan) throw new TypeError('no plan')
    return { draft: nextVersion(plan, 'change', TODAY, idsFrom(2000)), known: knowing(agreed) }
  }
  const empty = next(measured({ frequency: undefined }))
  expect(checkPlan(empty.draft, empty.known)).toMatchObject([{ kind: 'measureWithoutOften', severity: 'warn' }])
  const full = next(aDraft())
  const emptied = { ...full.draft, measures: full.draft.measures.map((measure) => ({ ...measure, frequency: undefined })) }
  expect(stopsAgreeing(checkPlan(emptied, full.known))).toMatchObject([{ kind: 'measureWithoutOften' }])
})
