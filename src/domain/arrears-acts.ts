// What is owed for one period: written down, put right, and ticked paid. The amount may be left open while nobody knows it,
// and is not touched while two versions of it stand (DOMAIN.md 2.17, 2.22).

import type { ArrearsView } from './case-view-money.ts'
import { ARREARS_SOURCES, TRISTATE } from './codes.ts'
import { type Id, isLocalDate, type Json, type LaneId, type LocalDate } from './ids.ts'
import { oreFrom, oreTyped } from './money.ts'
import { asCode } from './reading.ts'
import { patch } from './records.ts'
import { type Patch, type RecordRow, type Seen, seenOf } from './register.ts'
import { ok, type Result, refuse } from './result.ts'
import { seenBy } from './visit-start.ts'

/** What is owed. */
export const ARREARS_KINDS = ['rent', 'electricity', 'loan', 'other'] as const

/** As typed; '' where nothing is written. */
export interface ArrearsForm {
  readonly what: string
  readonly period: string
  readonly amount: string
  readonly dueDate: string
  readonly understood: string
  readonly source: string
  readonly reminderSent: string
}
export type ArrearsRefusal =
  | { readonly kind: 'pickWhat' }
  | { readonly kind: 'needsPeriod' }
  | { readonly kind: 'badAmount' }
  | { readonly kind: 'noAmount' }
  | { readonly kind: 'reminderAhead' }

export interface ArrearsWith {
  readonly lane: LaneId
  readonly today: LocalDate
  readonly me: Id
  readonly newId: () => Id
  readonly tenancy: Id | undefined
  /** What stands, and how it was read when the form opened. */
  readonly row?: RecordRow | undefined
  readonly view?: ArrearsView | undefined
  readonly seen?: Seen | undefined
}

export function saveArrears(form: ArrearsForm, w: ArrearsWith): Result<readonly Patch[], ArrearsRefusal> {
  const what = asCode(form.what, ARREARS_KINDS)
  const period = form.period.trim()
  const amount = form.amount.trim() === '' ? undefined : oreFrom(form.amount)
  if (!what && !w.view?.what) return refuse({ kind: 'pickWhat' })
  if (period === '') return refuse({ kind: 'needsPeriod' })
  if (form.amount.trim() !== '' && amount === undefined) return refuse({ kind: 'badAmount' })
  if (amount === 0) return refuse({ kind: 'noAmount' })
  if (isLocalDate(form.reminderSent) && form.reminderSent > w.today) return refuse({ kind: 'reminderAhead' })
  const typed: Readonly<Record<keyof ArrearsForm, Json | undefined>> = {
    what,
    period,
    amount,
    dueDate: isLocalDate(form.dueDate) ? form.dueDate : undefined,
    understood: asCode(form.understood, TRISTATE),
    source: asCode(form.source, ARREARS_SOURCES),
    reminderSent: isLocalDate(form.reminderSent) ? form.reminderSent : undefined,
  }
  const set = changes(typed, form, w)
  if (w.row) return ok(Object.keys(set).length === 0 ? [] : [{ ...base(w, w.row.id), set, seen: seenBy(w.me, w.row, w.seen) }])
  const tenancy: Readonly<Record<string, Json>> = w.tenancy ? { tenancy: w.tenancy } : {}
  return ok([{ ...base(w, w.newId()), set: { ...tenancy, ...set } }])
}
const base = ({ lane }: ArrearsWith, rec: Id): Pick<Patch, 'lane' | 'rec' | 'type'> => ({ lane, rec, type: 'arrears' })

/** Only what was typed anew: an amount in two versions stays so until somebody says which. */
function changes(typed: Readonly<Record<keyof ArrearsForm, Json | undefined>>, form: ArrearsForm, w: ArrearsWith): Record<string, Json> {
  const before = arrearsTyped(w.view)
  const set: Record<string, Json> = {}
  for (const key of FORM_KEYS) {
    const v = typed[key]
    if (form[key].trim() === before[key] || (v === undefined && before[key] === '')) continue
    set[key === 'understood' ? 'reminderUnderstood' : key] = v ?? null
  }
  return set
}
const FORM_KEYS = ['what', 'period', 'amount', 'dueDate', 'understood', 'source', 'reminderSent'] as const

export const arrearsTyped = (of: ArrearsView | undefined): ArrearsForm => ({
  what: of?.what ?? '',
  period: of?.period ?? '',
  amount: oreTyped(of?.amount),
  dueDate: of?.dueDate ?? '',
  understood: of?.understood ?? '',
  source: of?.source ?? '',
  reminderSent: of?.reminderSent ?? '',
})

/** Ticked paid on a day, or not paid after all. */
export const payArrears = (row: RecordRow, on: LocalDate | undefined): Patch => ({
  ...patch(row.lane, 'arrears', row.id, {}, { seen: seenOf(row) }),
  set: { paidDate: on ?? null },
})
