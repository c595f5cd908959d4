// The month's budget: lines in and lines out, each told or seen; the balance is counted and never written (DOMAIN.md 2.19).
// A new month may begin with the lines of the one before.

import type { BudgetLineView, BudgetView } from './case-view-money.ts'
import { BUDGET_KINDS, BUDGET_LINES, BUDGET_SOURCES, type BudgetKind } from './codes.ts'
import { strike } from './home-save.ts'
import { type Id, isId, type Json, type LaneId } from './ids.ts'
import { oreFrom, oreTyped } from './money.ts'
import { asCode, asGroup, asText } from './reading.ts'
import { patch } from './records.ts'
import { type Patch, type RecordRow, seenOf } from './register.ts'
import { ok, type Result, refuse } from './result.ts'

/** One line as it is typed. `id`: the line it changes; '' = a new one. */
export interface BudgetLineForm {
  readonly id: string
  readonly kind: string
  /** A code of `BUDGET_LINES`, or words. */
  readonly label: string
  readonly amount: string
  readonly source: string
}
export interface BudgetForm {
  /** «2026-11» */
  readonly month: string
  readonly lines: readonly BudgetLineForm[]
}
export type BudgetRefusal =
  | { readonly kind: 'needsMonth' }
  | { readonly kind: 'needsLine' }
  | { readonly kind: 'badLineAmount'; readonly at: number }
  | { readonly kind: 'needsLabel'; readonly at: number }

export interface BudgetWith {
  readonly lane: LaneId
  readonly newId: () => Id
  readonly rows: ReadonlyMap<Id, RecordRow>
  /** The budget that is changed. */
  readonly budget?: BudgetView | undefined
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/
const isWritten = (line: BudgetLineForm): boolean => line.amount.trim() !== ''

export function saveBudget(form: BudgetForm, w: BudgetWith): Result<readonly Patch[], BudgetRefusal> {
  const wrong = problemIn(form)
  if (wrong) return refuse(wrong)
  const rec = w.budget?.id ?? w.newId()
  const row = w.rows.get(rec)
  const own = w.budget && row ? (w.budget.month === form.month ? [] : [monthPatch(row, form.month)]) : [newBudget(w, rec, form.month)]
  const written = form.lines.filter(isWritten)
  const lines = written.flatMap((line, order) => linePatch(line, order, rec, w))
  const kept = new Set(written.map(({ id }) => id))
  // A line whose amount stands in two versions is shown empty, and is no more taken away for that.
  const gone = (w.budget?.lines ?? [])
    .filter(({ id, amount }) => amount !== undefined && !kept.has(id))
    .flatMap(({ id }) => removal(w.rows.get(id)))
  return ok([...own, ...lines, ...gone])
}

function problemIn({ month, lines }: BudgetForm): BudgetRefusal | undefined {
  if (!MONTH.test(month)) return { kind: 'needsMonth' }
  const badAmount = lines.findIndex((line) => isWritten(line) && oreFrom(line.amount) === undefined)
  if (badAmount !== -1) return { kind: 'badLineAmount', at: badAmount }
  const unnamed = lines.findIndex((line) => isWritten(line) && line.label.trim() === '')
  if (unnamed !== -1) return { kind: 'needsLabel', at: unnamed }
  return lines.some(isWritten) ? undefined : { kind: 'needsLine' }
}

const newBudget = (w: BudgetWith, rec: Id, month: string): Patch => patch(w.lane, 'budget', rec, { month, madeWith: 'resident' })
const monthPatch = (row: RecordRow, month: string): Patch => patch(row.lane, 'budget', row.id, { month }, { seen: seenOf(row) })
const removal = (row: RecordRow | undefined): readonly Patch[] => (row ? [strike(row, 'removed')] : [])

function linePatch(line: BudgetLineForm, order: number, budget: Id, w: BudgetWith): readonly Patch[] {
  const set = {
    kind: asCode(line.kind, BUDGET_KINDS) ?? 'expense',
    label: line.label.trim(),
    amount: oreFrom(line.amount) ?? 0,
    source: asCode(line.source, BUDGET_SOURCES) ?? 'told',
  } as const
  const row = isId(line.id) ? w.rows.get(line.id) : undefined
  if (!row) return [patch(w.lane, 'budgetLine', w.newId(), { budget, ...set, order })]
  const before = w.budget?.lines.find(({ id }) => id === row.id)
  const changed = {
    ...(before?.kind === set.kind ? {} : { kind: set.kind }),
    ...(before?.label === set.label ? {} : { label: set.label }),
    ...(before?.amount === set.amount ? {} : { amount: set.amount }),
    ...(before?.source === set.source ? {} : { source: set.source }),
  }
  return Object.keys(changed).length === 0 ? [] : [patch(row.lane, 'budgetLine', row.id, changed, { seen: seenOf(row) })]
}

const INCOME: readonly string[] = ['income', 'bostotte']
const kindOf = (label: string): BudgetKind => (INCOME.includes(label) ? 'income' : 'expense')
export const emptyLine = (kind: BudgetKind, label = ''): BudgetLineForm => ({ id: '', kind, label, amount: '', source: 'told' })

/** The lines everybody is asked about, in the order they are asked (G3 3.9). */
export const firstLines = (): readonly BudgetLineForm[] => BUDGET_LINES.map((label) => emptyLine(kindOf(label), label))

export const linesTyped = (budget: BudgetView): readonly BudgetLineForm[] =>
  budget.lines.map((line) => ({ ...lineTyped(line), id: line.id }))
/** The lines of an earlier month, as new ones; told again until somebody has seen them. */
export const copiedLines = (budget: BudgetView): readonly BudgetLineForm[] =>
  budget.lines.map((line) => ({ ...lineTyped(line), source: 'told' }))
const lineTyped = ({ kind, label, amount, source }: BudgetLineView): BudgetLineForm => ({
  id: '',
  kind,
  label,
  amount: oreTyped(amount),
  source: source ?? 'told',
})

/** What the lines come to as they are typed; what is no amount yet counts as nothing. */
export function typedBalance(lines: readonly BudgetLineForm[]): {
  readonly income: number
  readonly expense: number
  readonly balance: number
} {
  const of = (kind: BudgetKind): number => lines.reduce((sum, line) => sum + (line.kind === kind ? (oreFrom(line.amount) ?? 0) : 0), 0)
  const [income, expense] = [of('income'), of('expense')]
  return { income, expense, balance: income - expense }
}

/** A line as a draft kept it. */
export function lineKept(v: Json): readonly BudgetLineForm[] {
  const said = asGroup(v)
  const word = (key: string): string => asText(said?.[key]) ?? ''
  return said ? [{ id: word('id'), kind: word('kind'), label: word('label'), amount: word('amount'), source: word('source') }] : []
}

/** «2026-10» → the months beside it. */
export function monthBeside(month: string, by: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + by
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
}
