// What is owed, how it is paid down and the month's money: the economic records of a case as they are read (DOMAIN.md 2.17, 2.19). Money is never chosen and never summed while two versions of it stand (DOMAIN.md 2.22).

import { type Made, made } from './case-view-events.ts'
import { inOrder, later, type Maybe } from './case-view-order.ts'
import {
  ARRANGEMENT_STATUSES,
  ARREARS_SOURCES,
  type ArrangementStatus,
  type ArrearsSource,
  BASES,
  type Basis,
  BUDGET_KINDS,
  BUDGET_SOURCES,
  type BudgetKind,
  type BudgetSource,
  TRISTATE,
  type Tristate,
} from './codes.ts'
import { agreed } from './effective.ts'
import type { Id, LocalDate } from './ids.ts'
import { asDate, asNumber, code, date, number, part, ref, text } from './reading.ts'
import { type RowOf, rowsOf } from './records.ts'
import { type Field, fieldsInTwoVersions, type RecordRow, versionsOf } from './register.ts'

export interface ArrearsView {
  readonly id: Id
  readonly period: Maybe<string>
  /** Øre; undefined also while two versions stand: money is never chosen. */
  readonly amount: Maybe<number>
  /** Both, while two versions stand; the smaller first. */
  readonly amounts: readonly number[]
  readonly dueDate: Maybe<LocalDate>
  readonly paidDate: Maybe<LocalDate>
  readonly basis: Maybe<Basis>
  readonly what: Maybe<string>
  readonly source: Maybe<ArrearsSource>
  readonly reminderSent: Maybe<LocalDate>
  readonly understood: Maybe<Tristate>
  readonly agreedByResident: Maybe<Tristate>
  readonly visit: Maybe<Id>
  readonly made: Maybe<Made>
}
export interface InstalmentView {
  readonly id: Id
  /** The same instalment, made twice by two who began the arrangement without knowing of each other. */
  readonly copies: readonly Id[]
  readonly due: Maybe<LocalDate>
  readonly amount: Maybe<number>
  readonly order: number
  readonly paid: Maybe<LocalDate>
}
export interface ArrangementView {
  readonly id: Id
  readonly creditor: Maybe<string>
  readonly total: Maybe<number>
  readonly payNow: Maybe<number>
  readonly perTerm: Maybe<number>
  readonly terms: Maybe<number>
  readonly last: Maybe<number>
  readonly dueDay: Maybe<number>
  readonly firstDate: Maybe<LocalDate>
  readonly how: Maybe<string>
  readonly residentOn: Maybe<LocalDate>
  readonly creditorOn: Maybe<LocalDate>
  /** Undefined while two versions of it stand. */
  readonly status: Maybe<ArrangementStatus>
  /** Something in it stands in two versions: nothing is done with it until somebody says which. */
  readonly isTwo: boolean
  /** In the order they fall due. */
  readonly instalments: readonly InstalmentView[]
  readonly visit: Maybe<Id>
  readonly made: Maybe<Made>
}
export interface BudgetLineView {
  readonly id: Id
  readonly kind: BudgetKind
  /** A code of `BUDGET_LINES`, or somebody's own words. */
  readonly label: string
  readonly amount: Maybe<number>
  readonly source: Maybe<BudgetSource>
}
export interface BudgetView {
  readonly id: Id
  /** «2026-11» */
  readonly month: string
  readonly lines: readonly BudgetLineView[]
  /** Of the lines that have an amount; undefined when an amount stands in two versions. */
  readonly sums: Maybe<{ readonly income: number; readonly expense: number; readonly balance: number }>
  readonly visit: Maybe<Id>
  readonly made: Maybe<Made>
}
/** Newest first. */
export const readArrears = (rows: readonly RecordRow[]): readonly ArrearsView[] =>
  rowsOf(rows, 'arrears')
    .map((row) => ({
      id: row.id,
      period: text(row, 'period'),
      amount: money(row, 'amount'),
      amounts: versionsOf(row, 'amount')
        .flatMap(({ v }) => asNumber(v) ?? [])
        .sort((a, b) => a - b),
      dueDate: date(row, 'dueDate'),
      paidDate: date(row, 'paidDate'),
      basis: code(row, 'basis', BASES),
      what: text(row, 'what'),
      source: code(row, 'source', ARREARS_SOURCES),
      reminderSent: date(row, 'reminderSent'),
      understood: code(row, 'reminderUnderstood', TRISTATE),
      agreedByResident: code(row, 'agreedByResident', TRISTATE),
      visit: ref(row, 'visit'),
      made: made(row),
    }))
    .sort((a, b) => later(a.dueDate ?? a.period, b.dueDate ?? b.period) || later(a.id, b.id))

const money = (row: RecordRow, field: Field): Maybe<number> => asNumber(agreed(row, field))

export interface Owed {
  readonly open: readonly ArrearsView[]
  /** Øre, of those whose amount is known and stands in one version; undefined when there is none. */
  readonly sum: Maybe<number>
  /** How many stand in two versions, and of how many nobody knows the amount. */
  readonly inTwo: number
  readonly unknown: number
}
export function owed(arrears: readonly ArrearsView[]): Owed {
  const open = arrears.filter(({ paidDate }) => paidDate === undefined)
  const known = open.flatMap(({ amount }) => amount ?? [])
  const inTwo = open.filter(({ amounts }) => amounts.length > 1).length
  return {
    open,
    sum: known.length === 0 ? undefined : known.reduce((sum, one) => sum + one, 0),
    inTwo,
    unknown: open.length - known.length - inTwo,
  }
}

/** Newest first. */
export function readArrangements(rows: readonly RecordRow[]): readonly ArrangementView[] {
  const found = rowsOf(rows, 'paymentArrangement')
  if (found.length === 0) return []
  const terms = rowsOf(rows, 'instalment')
  return found
    .map((row) =>
      arrangementView(
        row,
        terms.filter((term) => ref(term, 'arrangement') === row.id),
      ),
    )
    .sort((a, b) => later(a.made?.at, b.made?.at) || later(a.id, b.id))
}

export const arrangementView = (row: RecordRow, terms: readonly RowOf<'instalment'>[]): ArrangementView => ({
  id: row.id,
  creditor: text(row, 'creditor'),
  total: money(row, 'total'),
  payNow: money(row, 'payNow'),
  perTerm: money(row, 'perTerm'),
  terms: money(row, 'terms'),
  last: money(row, 'last'),
  dueDay: money(row, 'dueDay'),
  firstDate: asDate(agreed(row, 'firstDate')),
  how: text(row, 'how'),
  residentOn: asDate(part(row, 'agreedByResident', 'on')),
  creditorOn: asDate(part(row, 'agreedByCreditor', 'on')),
  status: versionsOf(row, 'status').length > 1 ? undefined : (code(row, 'status', ARRANGEMENT_STATUSES) ?? 'proposed'),
  isTwo: fieldsInTwoVersions(row).length > 0,
  instalments: instalmentsOf(terms),
  visit: ref(row, 'visit'),
  made: made(row),
})

/** Two who began the same arrangement while both were offline made each instalment twice: it is one, paid when either is. */
function instalmentsOf(rows: readonly RowOf<'instalment'>[]): readonly InstalmentView[] {
  const byOrder = new Map<string, RecordRow[]>()
  for (const row of rows) {
    const key = String(number(row, 'order') ?? row.id)
    byOrder.set(key, [...(byOrder.get(key) ?? []), row])
  }
  return [...byOrder.values()]
    .flatMap((copies) => {
      const [first] = [...copies].sort((a, b) => later(b.id, a.id))
      return first ? [instalmentView(first, copies)] : []
    })
    .sort((a, b) => a.order - b.order || later(b.due, a.due))
}
function instalmentView(row: RecordRow, copies: readonly RecordRow[]): InstalmentView {
  const paid = copies.flatMap((copy) => asDate(part(copy, 'paid', 'on')) ?? [])
  return {
    id: row.id,
    copies: copies.map(({ id }) => id),
    due: date(row, 'due'),
    amount: money(row, 'amount'),
    order: number(row, 'order') ?? 0,
    paid: paid.sort()[0],
  }
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/
/** Newest first. */
export function readBudgets(rows: readonly RecordRow[]): readonly BudgetView[] {
  const lines = inOrder(rowsOf(rows, 'budgetLine'))
  return rowsOf(rows, 'budget')
    .flatMap((row) => {
      const month = text(row, 'month')
      if (!month || !MONTH.test(month)) return []
      const own = lines.filter((line) => ref(line, 'budget') === row.id)
      return [{ id: row.id, month, lines: own.map(lineView), sums: sumsOf(own), visit: ref(row, 'visit'), made: made(row) }]
    })
    .sort((a, b) => later(a.month, b.month) || later(a.made?.at, b.made?.at) || later(a.id, b.id))
}
const lineView = (row: RecordRow): BudgetLineView => ({
  id: row.id,
  kind: code(row, 'kind', BUDGET_KINDS) ?? 'expense',
  label: text(row, 'label') ?? '',
  amount: money(row, 'amount'),
  source: code(row, 'source', BUDGET_SOURCES),
})
function sumsOf(lines: readonly RecordRow[]): BudgetView['sums'] {
  if (lines.some((line) => versionsOf(line, 'amount').length > 1)) return undefined
  const of = (kind: BudgetKind): number => lines.map(lineView).reduce((sum, line) => sum + (line.kind === kind ? (line.amount ?? 0) : 0), 0)
  const [income, expense] = [of('income'), of('expense')]
  return { income, expense, balance: income - expense }
}
