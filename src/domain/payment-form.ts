// A payment arrangement as it is typed, what is said about it, and the record it becomes: a proposal until both sides have
// said yes (payment-acts.ts). Terms are computed both ways, and never out of an amount nobody has agreed on.

import type { ArrangementView } from './case-view-money.ts'
import { PAYMENT_METHODS } from './codes.ts'
import { type Id, isLocalDate, type LaneId, type LocalDate } from './ids.ts'
import { oreFrom, oreTyped } from './money.ts'
import { dueDates, perTermOf, restOf, type Terms, type TermsRefusal, termsOf } from './payment-terms.ts'
import { asCode } from './reading.ts'
import { type Fields, patch } from './records.ts'
import type { Patch, RecordRow, Seen } from './register.ts'
import { ok, type Result, refuse } from './result.ts'
import { seenBy } from './visit-start.ts'

/** As typed; '' where nothing is written. */
export interface ArrangementForm {
  readonly creditor: string
  readonly total: string
  readonly payNow: string
  /** perTerm, terms: which of the two is typed; the other follows. */
  readonly by: string
  readonly perTerm: string
  readonly terms: string
  readonly dueDay: string
  readonly firstDate: string
  readonly how: string
}
export type ArrangementRefusal =
  | TermsRefusal
  | { readonly kind: 'needsCreditor' }
  | { readonly kind: 'badPayNow' }
  | { readonly kind: 'badDueDay' }
  | { readonly kind: 'needsFirst' }
  | { readonly kind: 'firstPast' }

export interface Reckoned extends Terms {
  readonly total: number
  readonly payNow: number
}
/** What the amounts come to, as soon as they can be reckoned. */
export function reckon(form: Pick<ArrangementForm, 'total' | 'payNow' | 'by' | 'perTerm' | 'terms'>): Result<Reckoned, ArrangementRefusal> {
  const total = oreFrom(form.total)
  const payNow = form.payNow.trim() === '' ? 0 : oreFrom(form.payNow)
  if (payNow === undefined) return refuse({ kind: 'badPayNow' })
  const rest = restOf(total, payNow)
  if (!rest.ok || total === undefined) return rest.ok ? refuse({ kind: 'badTotal' }) : rest
  const terms = form.by === 'terms' ? perTermOf(rest.value, wholeFrom(form.terms) ?? 0) : termsOf(rest.value, oreFrom(form.perTerm) ?? 0)
  return terms.ok ? ok({ ...terms.value, total, payNow }) : terms
}

const wholeFrom = (typed: string): number | undefined => (/^\d{1,4}$/.test(typed.trim()) ? Number(typed) : undefined)
const LAST_DAY = 31

export interface ArrangementWith {
  readonly lane: LaneId
  readonly today: LocalDate
  readonly me: Id
  readonly newId: () => Id
  readonly row?: RecordRow | undefined
  readonly seen?: Seen | undefined
}
export function saveArrangement(form: ArrangementForm, w: ArrangementWith): Result<Patch, ArrangementRefusal> {
  const creditor = form.creditor.trim()
  if (creditor === '') return refuse({ kind: 'needsCreditor' })
  const reckoned = reckon(form)
  if (!reckoned.ok) return reckoned
  const dueDay = form.dueDay.trim() === '' ? undefined : wholeFrom(form.dueDay)
  if (form.dueDay.trim() !== '' && (dueDay === undefined || dueDay < 1 || dueDay > LAST_DAY)) return refuse({ kind: 'badDueDay' })
  const first = form.firstDate
  if (!isLocalDate(first)) return refuse({ kind: 'needsFirst' })
  if (first < w.today) return refuse({ kind: 'firstPast' })
  const { total, payNow, perTerm, terms, last } = reckoned.value
  const day = dueDay ?? Number(first.slice(8))
  const how = asCode(form.how, PAYMENT_METHODS)
  const set = {
    ...{ creditor, total, perTerm, terms, last, payNow, dueDay: day, firstDate: first },
    ...lastDateOf(first, day, terms),
    ...(how ? { how } : {}),
  }
  const fresh: Partial<Fields['paymentArrangement']> = w.row ? {} : { status: 'proposed', negotiatedBy: w.me }
  const rec = w.row?.id ?? w.newId()
  return ok(patch(w.lane, 'paymentArrangement', rec, { ...set, ...fresh }, w.row ? { seen: seenBy(w.me, w.row, w.seen) } : {}))
}
function lastDateOf(first: LocalDate, dueDay: number, terms: number): { readonly lastDate?: LocalDate } {
  const lastDate = dueDates(first, dueDay, terms).at(-1)
  return lastDate ? { lastDate } : {}
}

export const arrangementTyped = (of: ArrangementView | undefined): ArrangementForm => ({
  creditor: of?.creditor ?? '',
  total: oreTyped(of?.total),
  payNow: of?.payNow ? oreTyped(of.payNow) : '',
  by: of?.perTerm === undefined && of?.terms !== undefined ? 'terms' : 'perTerm',
  perTerm: oreTyped(of?.perTerm),
  terms: of?.terms === undefined ? '' : String(of.terms),
  dueDay: of?.dueDay === undefined ? '' : String(of.dueDay),
  firstDate: of?.firstDate ?? '',
  how: of?.how ?? '',
})

/** What stands as it would be typed: the plan the record already says, also one a visit wrote with parts missing. */
export const reckonedOf = (of: ArrangementView): Result<Reckoned, ArrangementRefusal> => {
  const form = arrangementTyped(of)
  // With a number of terms the amounts are what was agreed, whichever way they were found.
  return of.terms !== undefined && of.perTerm !== undefined && of.last !== undefined && addsUp(of)
    ? ok({ total: of.total ?? 0, payNow: of.payNow ?? 0, perTerm: of.perTerm, terms: of.terms, last: of.last })
    : reckon(form)
}
const addsUp = ({
  total = 0,
  payNow = 0,
  perTerm = 0,
  terms = 0,
  last = 0,
}: Partial<Record<keyof Reckoned, number | undefined>>): boolean =>
  total > 0 && terms > 0 && terms <= 36 && perTerm > 0 && last > 0 && payNow + perTerm * (terms - 1) + last === total
