// The month's budget: lines in and out, a balance that is always counted, and the lines of the month before.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type BudgetForm,
  type BudgetWith,
  copiedLines,
  emptyLine,
  firstLines,
  linesTyped,
  monthBeside,
  saveBudget,
  typedBalance,
} from './budget-acts.ts'
import { type BudgetView, readBudgets } from './case-view-money.ts'
import type { Id } from './ids.ts'
import { patch } from './records.ts'
import { isVoid, type RecordRow } from './register.ts'
import { aCase, applied, idsFrom, JON, LANE, testId } from './visit-fixture.ts'

const newId = idsFrom(7300)
type Rows = ReadonlyMap<Id, RecordRow>
const budgetsOf = (rows: Rows) => readBudgets([...rows.values()].filter((row) => !isVoid(row)))
const with_ = (rows: Rows, budget?: BudgetView): BudgetWith => ({ lane: LANE, newId, rows, budget })
const saved = (form: BudgetForm, rows: Rows, budget?: BudgetView) => {
  const made = saveBudget(form, with_(rows, budget))
  if (!made.ok) throw new Error(made.refusal.kind)
  return { rows: applied(rows, made.value), patches: made.value }
}
const line = (kind: 'income' | 'expense', label: string, amount: string) => ({ ...emptyLine(kind, label), amount })
const NOVEMBER: BudgetForm = {
  month: '2026-11',
  lines: [
    line('income', 'income', '24 800'),
    line('expense', 'rent', '13 000'),
    line('expense', 'Hund', '900,50'),
    line('expense', 'food', ''),
  ],
}

test('a budget is a month with its lines; a line without an amount is left out', () => {
  const { rows } = saved(NOVEMBER, aCase())
  const [budget] = budgetsOf(rows)
  expect(budget).toMatchObject({ month: '2026-11', sums: { income: 2_480_000, expense: 1_390_050, balance: 1_089_950 } })
  expect(budget?.lines.map(({ label, source }) => [label, source])).toEqual([
    ['income', 'told'],
    ['rent', 'told'],
    ['Hund', 'told'],
  ])
})

test.each<[string, Partial<BudgetForm>, object]>([
  ['no month', { month: '' }, { kind: 'needsMonth' }],
  ['a month that is none', { month: '2026-13' }, { kind: 'needsMonth' }],
  ['no amount', { lines: firstLines() }, { kind: 'needsLine' }],
  ['an amount that is none', { lines: [line('income', 'income', '1'), line('expense', 'rent', 'mye')] }, { kind: 'badLineAmount', at: 1 }],
  ['an amount for nothing', { lines: [line('expense', ' ', '100')] }, { kind: 'needsLabel', at: 0 }],
])('%s is refused', (_name, form, refusal) => expect(saveBudget({ ...NOVEMBER, ...form }, with_(aCase()))).toMatchObject({ refusal }))

test('a change writes the lines that changed, and takes away those that were emptied', () => {
  const { rows } = saved(NOVEMBER, aCase())
  const [budget] = budgetsOf(rows)
  const lines = linesTyped(budget as BudgetView).map((one) => (one.label === 'rent' ? { ...one, amount: '12 000', source: 'seen' } : one))
  const changed = saved(
    { month: '2026-11', lines: lines.map((one) => (one.label === 'Hund' ? { ...one, amount: '' } : one)) },
    rows,
    budget,
  )
  expect(changed.patches).toHaveLength(2)
  const [after] = budgetsOf(changed.rows)
  expect(after?.lines.map(({ label, amount, source }) => [label, amount, source])).toEqual([
    ['income', 2_480_000, 'told'],
    ['rent', 1_200_000, 'seen'],
  ])
  expect(saved({ month: '2026-11', lines: linesTyped(after as BudgetView) }, changed.rows, after).patches).toEqual([])
})

test('a line in two versions leaves the budget without a balance until somebody says which', () => {
  const { rows } = saved(NOVEMBER, aCase())
  const rent = budgetsOf(rows)[0]?.lines[1]?.id as Id
  const two = applied(rows, [patch(LANE, 'budgetLine', rent, { amount: 999 })], JON)
  const [budget] = budgetsOf(two)
  expect(budget?.sums).toBeUndefined()
  expect(budget?.lines.find(({ id }) => id === rent)?.amount).toBeUndefined()
  // Saving the rest of it does not take away the line nobody has settled.
  const form = { month: '2026-11', lines: linesTyped(budget as BudgetView) }
  expect(saved(form, two, budget).patches.filter(({ rec }) => rec === rent)).toEqual([])
})

test('a new month takes the lines of the last one as new ones, told again', () => {
  const { rows } = saved({ ...NOVEMBER, lines: NOVEMBER.lines.map((one) => ({ ...one, source: 'seen' })) }, aCase())
  const [november] = budgetsOf(rows)
  const next = saved({ month: monthBeside('2026-11', 1), lines: copiedLines(november as BudgetView) }, rows)
  const [december, before] = budgetsOf(next.rows)
  expect([december?.month, before?.month]).toEqual(['2026-12', '2026-11'])
  expect(december?.sums).toEqual(november?.sums)
  expect(december?.lines.every(({ source }) => source === 'told')).toBe(true)
  expect(before?.lines).toEqual(november?.lines)
})

test('what a visit wrote is read as it stands, also without order or source', () => {
  const rows = applied(aCase(), [
    patch(LANE, 'budget', testId(401), { month: '2026-11' }),
    patch(LANE, 'budgetLine', testId(402), { budget: testId(401), kind: 'income', label: 'income', amount: 100 }),
    patch(LANE, 'budgetLine', testId(403), { budget: testId(401), kind: 'expense', label: 'loans', amount: 150 }),
  ])
  expect(budgetsOf(rows)[0]?.sums?.balance).toBe(-50)
})

test('the balance while it is typed is the balance that is read', () => {
  const amounts = fc.array(fc.tuple(fc.constantFrom('income' as const, 'expense' as const), fc.integer({ min: 0, max: 999_999 })), {
    minLength: 1,
    maxLength: 12,
  })
  fc.assert(
    fc.property(amounts, (all) => {
      const lines = all.map(([kind, kroner], n) => line(kind, `Linje ${n}`, String(kroner)))
      const [budget] = budgetsOf(saved({ month: '2026-11', lines }, aCase()).rows)
      expect(budget?.sums).toEqual(typedBalance(lines))
    }),
    { numRuns: 50 },
  )
})

test('the months beside a month cross the year', () => {
  expect([monthBeside('2026-12', 1), monthBeside('2026-01', -1), monthBeside('2026-11', 0)]).toEqual(['2027-01', '2025-12', '2026-11'])
})
