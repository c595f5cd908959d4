// A payment arrangement over time: proposed until both sides have said yes, then under way with its instalments, then kept,
// broken or paid to the end (DOMAIN.md 2.17). Each step is refused in words when it cannot be taken; a broken one may be
// taken up again.

import { type ArrangementView, arrangementView, type InstalmentView } from './case-view-money.ts'
import type { ArrangementStatus } from './codes.ts'
import type { Id, LocalDate } from './ids.ts'
import { type ArrangementRefusal, reckonedOf } from './payment-form.ts'
import { schedule, type Term } from './payment-terms.ts'
import { ref } from './reading.ts'
import { patch, rowsOf } from './records.ts'
import { isVoid, type Patch, type RecordRow, seenOf } from './register.ts'
import { ok, type Result, refuse } from './result.ts'

export interface PaymentWith {
  readonly rows: ReadonlyMap<Id, RecordRow>
  readonly today: LocalDate
  readonly newId: () => Id
}
export type PaymentRefusal =
  | ArrangementRefusal
  | { readonly kind: 'twoVersions' }
  | { readonly kind: 'notNext' }
  | { readonly kind: 'notAgreed' }
  | { readonly kind: 'agreedAhead' }
  | { readonly kind: 'nothingPaid' }
  | { readonly kind: 'overdue' }
  | { readonly kind: 'notAllPaid' }
  | { readonly kind: 'alreadyAgreed' }
  | { readonly kind: 'notPaying' }

const NEXT: Readonly<Record<ArrangementStatus, readonly ArrangementStatus[]>> = {
  proposed: ['active'],
  active: ['kept', 'broken', 'completed'],
  kept: ['broken', 'completed'],
  broken: ['active'],
  completed: [],
}

function rowAndView(rows: PaymentWith['rows'], of: Id): { readonly row: RecordRow; readonly view: ArrangementView } | undefined {
  const row = [...rowsOf(rows.values(), 'paymentArrangement')].find((one) => one.id === of && !isVoid(one))
  const terms = rowsOf(rows.values(), 'instalment').filter((term) => !isVoid(term) && ref(term, 'arrangement') === of)
  return row && { row, view: arrangementView(row, terms) }
}

/** Who has said yes, and when. Said before it begins, and never ahead of time. */
export function agreeTo(of: Id, side: 'resident' | 'creditor', on: LocalDate, w: PaymentWith): Result<Patch, PaymentRefusal> {
  const found = rowAndView(w.rows, of)
  if (found?.view.status !== 'proposed') return refuse({ kind: found?.view.isTwo ? 'twoVersions' : 'notNext' })
  if (on > w.today) return refuse({ kind: 'agreedAhead' })
  if ((side === 'resident' ? found.view.residentOn : found.view.creditorOn) !== undefined) return refuse({ kind: 'alreadyAgreed' })
  const set = side === 'resident' ? { agreedByResident: { on } } : { agreedByCreditor: { on } }
  return ok(patch(found.row.lane, 'paymentArrangement', of, set, { seen: seenOf(found.row) }))
}

/** The next step; beginning it makes its instalments. */
export function moveArrangement(of: Id, to: ArrangementStatus, w: PaymentWith): Result<readonly Patch[], PaymentRefusal> {
  const found = rowAndView(w.rows, of)
  if (!found) return refuse({ kind: 'notNext' })
  const { row, view } = found
  if (view.isTwo) return refuse({ kind: 'twoVersions' })
  if (view.status === undefined || !NEXT[view.status].includes(to)) return refuse({ kind: 'notNext' })
  const problem = problemWith(view, to, w.today)
  if (problem) return refuse(problem)
  const moved = patch(row.lane, 'paymentArrangement', of, { status: to }, { seen: seenOf(row) })
  if (view.status !== 'proposed') return ok([moved])
  const planned = plannedTerms(view, w.today)
  if (!planned.ok) return planned
  const made = planned.value.map((term) => patch(row.lane, 'instalment', w.newId(), { arrangement: of, ...term, paid: null }))
  // A visit may have written a proposal with parts left out: what it came to is written with it.
  return ok([{ ...moved, set: { ...moved.set, ...reckonedSet(view) } }, ...made])
}

/** What may come next from here, whether or not it can be done today. */
export const nextSteps = ({ status, isTwo }: ArrangementView): readonly ArrangementStatus[] => (status && !isTwo ? NEXT[status] : [])

function problemWith(view: ArrangementView, to: ArrangementStatus, today: LocalDate): PaymentRefusal | undefined {
  const unpaid = view.instalments.filter(({ paid }) => paid === undefined)
  switch (to) {
    case 'proposed':
      return { kind: 'notNext' }
    case 'active':
      if (view.status === 'broken') return undefined
      return view.residentOn && view.creditorOn ? undefined : { kind: 'notAgreed' }
    case 'kept':
      if (unpaid.length === view.instalments.length) return { kind: 'nothingPaid' }
      return unpaid.some(({ due }) => due !== undefined && due < today) ? { kind: 'overdue' } : undefined
    case 'broken':
      return undefined
    case 'completed':
      return unpaid.length > 0 || view.instalments.length === 0 ? { kind: 'notAllPaid' } : undefined
  }
}

/** The instalments a proposal would have if it began today. */
export function plannedTerms(view: ArrangementView, today: LocalDate): Result<readonly Term[], PaymentRefusal> {
  if (view.isTwo) return refuse({ kind: 'twoVersions' })
  const reckoned = reckonedOf(view)
  if (!reckoned.ok) return reckoned
  const first = view.firstDate
  if (first === undefined) return refuse({ kind: 'needsFirst' })
  if (first < today) return refuse({ kind: 'firstPast' })
  const { payNow } = reckoned.value
  return ok(schedule(reckoned.value, { first, dueDay: view.dueDay ?? Number(first.slice(8)), payNow, begins: today }))
}

function reckonedSet(view: ArrangementView): Readonly<Record<string, number>> {
  const reckoned = reckonedOf(view)
  if (!reckoned.ok) return {}
  const { perTerm, terms, last } = reckoned.value
  return {
    ...(view.perTerm === perTerm ? {} : { perTerm }),
    ...(view.terms === terms ? {} : { terms }),
    ...(view.last === last ? {} : { last }),
  }
}

/** Ticked paid on a day, or not paid after all: every copy of it says the same. */
export function payInstalment(
  of: Id,
  term: InstalmentView,
  on: LocalDate | undefined,
  w: PaymentWith,
): Result<readonly Patch[], PaymentRefusal> {
  const found = rowAndView(w.rows, of)
  const status = found?.view.status
  if (!found || status === undefined || status === 'proposed' || status === 'completed') return refuse({ kind: 'notPaying' })
  const paid = on ? { on, amount: term.amount ?? 0 } : null
  return ok(
    term.copies.flatMap((copy) => {
      const row = w.rows.get(copy)
      return row ? [patch(row.lane, 'instalment', copy, { paid }, { seen: seenOf(row) })] : []
    }),
  )
}
