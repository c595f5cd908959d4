// What is owed, what can be paid, and the month's money (DOMAIN.md 2.17, 2.19). Each is one record for the visit, put
// together from its steps, and lives on after it: arrears are paid, an arrangement is agreed with the creditor, a budget is
// made anew. So none has a root. What nobody knows is left out; money is never guessed.

import type { StepAnswer } from './answers.ts'
import { type Basis, TRISTATE, type Tristate } from './codes.ts'
import { agreed } from './effective.ts'
import type { Id, Json } from './ids.ts'
import { asCode, asNumber, date, ref, text } from './reading.ts'
import { patch, rowsOf } from './records.ts'
import { type Field, isVoid, type Patch, type RecordRow } from './register.ts'
import { codesIn, givenValue } from './visit-answers.ts'
import { type Finishing, fieldPut, givenIn, numberIn, type Said, written } from './visit-shared.ts'

const MONTH = 7
const monthOf = ({ on }: Finishing): string => on.slice(0, MONTH)

/** Into the open one of the same lease and month when there is one, never a second beside it. */
export function arrearsPatches(f: Finishing): readonly Patch[] {
  const said = givenIn(f, 'arrears')
  const set = arrearsSet(said)
  if (!set) return []
  const open = openArrears(f).find((row) => text(row, 'period') === monthOf(f))
  if (open) return written(f, 'arrears', open.id, Object.entries(set))
  const tenancy = f.view.home.tenancy
  const about = { ...(tenancy ? { tenancy } : {}), period: monthOf(f), visit: f.draft.visit }
  return written(f, 'arrears', f.newId(), Object.entries({ ...about, ...set }))
}

/** Undefined when she owes nothing, as far as anybody said. */
function arrearsSet(said: readonly Said<'arrears'>[]): Readonly<Record<Field, Json>> | undefined {
  const of = (part: Said<'arrears'>['write']['part']) => said.find(({ write }) => write.part === part)
  const amount = numberIn(of('amount')?.answer)
  if (said.every(({ write }) => write.part === 'amount') && !amount) return undefined
  const basis = basisIn(of('amount') ?? said[0])
  const set: Record<Field, Json> = { basis, source: basis === 'seen' ? 'letter_seen' : 'told_by_resident' }
  fieldPut(set, 'amount', amount)
  fieldPut(set, 'reminderUnderstood', answered(of('read')))
  fieldPut(set, 'agreedByResident', answered(of('agrees')))
  return set
}
const basisIn = (said: Said<'arrears'> | undefined): Basis => (said?.answer?.kind === 'given' && said.answer.basis) || 'told_by_resident'
function answered(said: Said<'arrears'> | undefined): Tristate | undefined {
  const [code] = codesIn(said?.answer)
  return code === undefined ? undefined : (said?.write.says?.[code] ?? asCode(code, TRISTATE) ?? 'unknown')
}

const openArrears = (f: Finishing): readonly RecordRow[] =>
  rowsOf(f.rows.values(), 'arrears').filter(
    (row) => !isVoid(row) && date(row, 'paidDate') === undefined && ref(row, 'tenancy') === f.view.home.tenancy,
  )

/** What can be paid now and every month: proposed only. The creditor agrees elsewhere, and then its terms get their dates. */
export function arrangementPatches(f: Finishing): readonly Patch[] {
  const said = givenIn(f, 'arrangement')
  const of = (part: Said<'arrangement'>['write']['part']) => numberIn(said.find(({ write }) => write.part === part)?.answer) ?? 0
  const [payNow, perTerm] = [of('payNow'), of('perTerm')]
  if (payNow + perTerm <= 0) return []
  const landlord = f.view.home.landlord
  const set = {
    ...(landlord ? { creditor: landlord } : {}),
    ...(payNow > 0 ? { payNow } : {}),
    ...termsOf(totalIn(f), payNow, perTerm),
    negotiatedBy: f.me,
    agreedByResident: { on: f.on },
    visit: f.draft.visit,
    status: 'proposed',
  }
  const mineOrTheirs = rowsOf(f.rows.values(), 'paymentArrangement').find(
    (row) => !isVoid(row) && ref(row, 'visit') === f.draft.visit && text(row, 'status') === 'proposed',
  )
  return mineOrTheirs
    ? written(f, 'paymentArrangement', mineOrTheirs.id, Object.entries({ ...set, negotiatedBy: ref(mineOrTheirs, 'negotiatedBy') ?? f.me }))
    : written(f, 'paymentArrangement', f.newId(), Object.entries(set))
}

/** As many whole terms as it takes, and the rest in the last one; never more a month than is left. */
export function termsOf(total: number | undefined, payNow: number, perTerm: number): Readonly<Record<Field, Json>> {
  if (total === undefined) return perTerm > 0 ? { perTerm } : {}
  const left = Math.max(0, total - payNow)
  if (perTerm <= 0) return { total }
  const each = Math.min(perTerm, left)
  const terms = each > 0 ? Math.ceil(left / each) : 0
  const last = left - each * (terms - 1)
  return { total, ...(terms > 0 ? { perTerm: each, terms } : {}), ...(terms > 0 && last !== each ? { last } : {}) }
}

/** As she said it today, else as the newest open one has it; never while two versions stand. */
function totalIn(f: Finishing): number | undefined {
  const today = givenIn(f, 'arrears').find(({ write }) => write.part === 'amount')
  const newest = [...openArrears(f)].sort((a, b) => ((text(a, 'period') ?? '') < (text(b, 'period') ?? '') ? 1 : -1))[0]
  return numberIn(today?.answer) ?? (newest && asNumber(agreed(newest, 'amount')))
}

/** With its lines in the order they were asked. Two who wrote down the same made one. */
export function budget(f: Finishing, answer: StepAnswer | undefined): readonly Patch[] {
  const value = givenValue(answer)
  if (value?.is !== 'budget') return []
  const lines = value.lines
    .filter(({ amount }) => amount > 0)
    .map(({ kind, code, label, amount, source }, i) => ({ kind, label: label?.trim() || code, amount, source, order: i + 1 }))
  if (lines.length === 0 || hasBudget(f, lines)) return []
  const made = f.newId()
  return [
    patch(f.view.lane, 'budget', made, { month: monthOf(f), madeWith: 'resident', visit: f.draft.visit }),
    ...lines.map((line) => patch(f.view.lane, 'budgetLine', f.newId(), { budget: made, ...line })),
  ]
}
type Line = { readonly kind: string; readonly label: string; readonly amount: number; readonly order: number }
function hasBudget({ rows, draft }: Finishing, lines: readonly Line[]): boolean {
  const all = [...rows.values()].filter((row) => !isVoid(row))
  const linesOf = (of: Id) => rowsOf(all, 'budgetLine').filter((row) => ref(row, 'budget') === of)
  const isSame = (row: RecordRow, { kind, label, amount }: Line) =>
    text(row, 'kind') === kind && text(row, 'label') === label && asNumber(agreed(row, 'amount')) === amount
  return rowsOf(all, 'budget')
    .filter((row) => ref(row, 'visit') === draft.visit)
    .some(({ id }) => linesOf(id).length === lines.length && lines.every((line) => linesOf(id).some((row) => isSame(row, line))))
}
