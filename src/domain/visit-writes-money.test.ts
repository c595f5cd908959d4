// What is owed, what can be paid and the month's money, put together from the answers of a visit.

import { expect, test } from 'vitest'
import type { StepAnswer } from './answers.ts'
import type { Step } from './guide.ts'
import { patch } from './records.ts'
import { fieldsInTwoVersions } from './register.ts'
import { aCase, applied, JON, LANE, MARIT, setsOf, TODAY, testId, VISIT, withRecord } from './visit-fixture.ts'
import { amount, finished, given, one, step } from './visit-writes-fixture.ts'
import { termsOf } from './visit-writes-money.ts'

const LEASE = testId(340)
const ARREARS = testId(320)
const leased = () => withRecord(aCase(), patch(LANE, 'tenancy', LEASE, { status: 'active', landlord: 'Utleie AS' }))
const ARREARS_STEPS: readonly Step[] = [
  step('read', [{ kind: 'arrears', part: 'read', says: { read: 'yes', unread: 'no' } }]),
  step('owes', [{ kind: 'arrears', part: 'owes', when: ['yes'] }]),
  step('amount', [{ kind: 'arrears', part: 'amount' }], { type: 'money' }),
  step('agrees', [{ kind: 'arrears', part: 'agrees', says: { yes: 'yes', no: 'no', unsure: 'unknown' } }]),
]
const PAY: readonly Step[] = [
  ...ARREARS_STEPS,
  step('now', [{ kind: 'arrangement', part: 'payNow' }], { type: 'money' }),
  step('monthly', [{ kind: 'arrangement', part: 'perTerm' }], { type: 'money' }),
]
type Answers = Record<string, StepAnswer>
const arrearsOf = (answers: Answers, rows = leased()) => setsOf(finished(ARREARS_STEPS, answers, { rows }).patches, 'arrears')

test('what was said of a debt is one record for the lease and the month', () => {
  const all = { read: one('unread'), owes: one('yes'), amount: amount(1_840_000), agrees: one('no') }
  expect(arrearsOf(all)).toEqual([
    {
      tenancy: LEASE,
      period: '2026-11',
      visit: VISIT,
      basis: 'told_by_resident',
      source: 'told_by_resident',
      amount: 1_840_000,
      reminderUnderstood: 'no',
      agreedByResident: 'no',
    },
  ])
})

test('an amount nobody knows is left out, and nothing is owed where nobody said so', () => {
  expect(arrearsOf({ owes: one('yes') })[0]).not.toHaveProperty('amount')
  expect(arrearsOf({ owes: one('no') })).toEqual([])
  expect(arrearsOf({ amount: amount(0) })).toEqual([])
  expect(arrearsOf({ amount: { kind: 'declined' } })).toEqual([])
  expect(arrearsOf({ agrees: one('unsure') })[0]).toMatchObject({ agreedByResident: 'unknown' })
})

test('what was read in the letter says so', () => {
  const seen: StepAnswer = { kind: 'given', value: { is: 'number', number: 500_00 }, basis: 'seen' }
  expect(arrearsOf({ amount: seen })[0]).toMatchObject({ basis: 'seen', source: 'letter_seen' })
})

const open = (set: object = {}) =>
  withRecord(
    leased(),
    patch(LANE, 'arrears', ARREARS, {
      tenancy: LEASE,
      period: '2026-11',
      amount: 500_00,
      basis: 'told_by_resident',
      source: 'told_by_resident',
      ...set,
    }),
    JON,
  )

test('an open one of the same lease and month is written in, never a second beside it', () => {
  const { patches } = finished(ARREARS_STEPS, { amount: amount(700_00) }, { rows: open() })
  expect(patches.filter(({ type }) => type === 'arrears')).toMatchObject([{ rec: ARREARS, set: { amount: 700_00 } }])
  expect(arrearsOf({ amount: amount(500_00) }, open())).toEqual([])
  expect(arrearsOf({ amount: amount(700_00) }, open({ period: '2026-10' }))).toMatchObject([{ period: '2026-11', amount: 700_00 }])
  expect(arrearsOf({ amount: amount(700_00) }, open({ tenancy: testId(341) }))).toMatchObject([{ tenancy: LEASE }])
  expect(arrearsOf({ amount: amount(700_00) }, open({ paidDate: TODAY }))).toMatchObject([{ period: '2026-11' }])
})

test('an amount a colleague wrote meanwhile is kept beside mine, and an equal one is no question', () => {
  const twice = (of: number) => {
    const row = finished(ARREARS_STEPS, { amount: amount(of) }, { rows: open(), shown: leased() }).rows.get(ARREARS)
    return row && fieldsInTwoVersions(row)
  }
  expect(twice(700_00)).toEqual(['amount'])
  expect(twice(500_00)).toEqual([])
})

test.each([
  [1_000_00, 0, 300_00, { total: 1_000_00, perTerm: 300_00, terms: 4, last: 100_00 }],
  [1_000_00, 400_00, 300_00, { total: 1_000_00, perTerm: 300_00, terms: 2 }],
  [1_000_00, 0, 2_000_00, { total: 1_000_00, perTerm: 1_000_00, terms: 1 }],
  [1_000_00, 1_000_00, 300_00, { total: 1_000_00 }],
  [1_000_00, 200_00, 0, { total: 1_000_00 }],
  [undefined, 0, 300_00, { perTerm: 300_00 }],
] as const)('%s owed, %s now and %s a month', (total, now, each, terms) => {
  expect(termsOf(total, now, each)).toEqual(terms)
})

test('the terms add up to the debt, whatever can be paid', () => {
  for (let total = 1; total < 400; total += 7)
    for (let now = 0; now < 60; now += 13)
      for (let each = 1; each < 90; each += 11) {
        const { terms = 0, perTerm = 0, last = perTerm } = termsOf(total, now, each) as { terms?: number; perTerm?: number; last?: number }
        expect(now + (terms > 0 ? perTerm * (terms - 1) + last : 0)).toBe(Math.max(total, now))
      }
})

const arrangementOf = (answers: Answers, rows = leased()) => setsOf(finished(PAY, answers, { rows }).patches, 'paymentArrangement')
test('what can be paid is proposed, with the creditor of the lease and the debt that was said or stands', () => {
  const proposed = { creditor: 'Utleie AS', negotiatedBy: MARIT, agreedByResident: { on: TODAY }, visit: VISIT, status: 'proposed' }
  expect(arrangementOf({ amount: amount(1_000_00), now: amount(400_00), monthly: amount(300_00) })).toEqual([
    { ...proposed, payNow: 400_00, total: 1_000_00, perTerm: 300_00, terms: 2 },
  ])
  expect(arrangementOf({ monthly: amount(300_00) }, open())).toEqual([
    { ...proposed, total: 500_00, perTerm: 300_00, terms: 2, last: 200_00 },
  ])
  expect(arrangementOf({ monthly: amount(300_00) })).toEqual([{ ...proposed, perTerm: 300_00 }])
  expect(arrangementOf({ now: amount(0), monthly: amount(0) })).toEqual([])
  expect(setsOf(finished(PAY, { monthly: amount(300_00) }, { rows: open() }).patches, 'instalment')).toEqual([])
})

test('two who heard the same made one proposal', () => {
  const answers = { amount: amount(1_000_00), monthly: amount(300_00) }
  const jon = applied(leased(), finished(PAY, answers, { rows: leased(), me: JON, contribution: testId(701) }).patches, JON)
  expect(setsOf(finished(PAY, answers, { rows: jon, shown: leased(), from: 3000 }).patches, 'paymentArrangement')).toEqual([])
  expect(setsOf(finished(PAY, answers, { rows: jon, shown: leased(), from: 3000 }).patches, 'arrears')).toEqual([])
})

const LINES = [
  { kind: 'income', code: 'income', amount: 1_500_000, source: 'seen' },
  { kind: 'expense', code: 'rent', amount: 900_000, source: 'told' },
  { kind: 'expense', code: 'food', amount: 0, source: 'told' },
  { kind: 'expense', code: 'other', label: ' Hundemat ', amount: 50_000, source: 'told' },
] as const
test('a budget keeps its lines in order, without those that are nothing', () => {
  const steps = [step('budget', [{ kind: 'budget' }], { type: 'budget' })]
  const first = finished(steps, { budget: given({ is: 'budget', lines: LINES }) })
  expect(setsOf(first.patches, 'budget')).toEqual([{ month: '2026-11', madeWith: 'resident', visit: VISIT }])
  expect(setsOf(first.patches, 'budgetLine').map(({ label, order, kind }) => [label, order, kind])).toEqual([
    ['income', 1, 'income'],
    ['rent', 2, 'expense'],
    ['Hundemat', 3, 'expense'],
  ])
  const again = finished(steps, { budget: given({ is: 'budget', lines: LINES }) }, { rows: first.rows, from: 3000 })
  expect(setsOf(again.patches, 'budget')).toEqual([])
  const other = finished(steps, { budget: given({ is: 'budget', lines: LINES.slice(0, 2) }) }, { rows: first.rows, from: 3000 })
  expect(setsOf(other.patches, 'budget')).toHaveLength(1)
})

test('nothing of it belongs to a contribution: it lives on after the visit', () => {
  const { patches } = finished(PAY, { amount: amount(1_000_00), monthly: amount(300_00) }, { rows: leased() })
  expect(patches.filter(({ root, type }) => root !== undefined && type !== 'contribution')).toEqual([])
})
