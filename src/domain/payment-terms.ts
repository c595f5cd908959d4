// How a debt is paid down: so much each time gives how many times, so many times gives how much, and on which days. Øre in
// and øre out; the terms always add up to the debt (DOMAIN.md 2.17).

import { addDays, addMonths, dayNumber } from './calendar.ts'
import { type LocalDate, localDate } from './ids.ts'
import { ok, type Result, refuse } from './result.ts'

export interface Terms {
  readonly perTerm: number
  readonly terms: number
  /** The last one, never more than the others. */
  readonly last: number
}
export type TermsRefusal =
  /** Nothing is left to pay down, or the amount is none. */
  | { readonly kind: 'badTotal' }
  | { readonly kind: 'payNowTooMuch' }
  | { readonly kind: 'badPerTerm' }
  | { readonly kind: 'perTermAboveTotal' }
  | { readonly kind: 'badTerms' }
  | { readonly kind: 'tooManyTerms' }
  /** So little that it cannot be parted so many times. */
  | { readonly kind: 'tooSmall' }

/** Longer than three years is no arrangement anybody can see the end of. */
export const MOST_TERMS = 36
const KRONE = 100

export function termsOf(rest: number, perTerm: number): Result<Terms, TermsRefusal> {
  if (!isAmount(perTerm)) return refuse({ kind: 'badPerTerm' })
  if (perTerm > rest) return refuse({ kind: 'perTermAboveTotal' })
  const terms = Math.ceil(rest / perTerm)
  if (terms > MOST_TERMS) return refuse({ kind: 'tooManyTerms' })
  return ok({ perTerm, terms, last: rest - perTerm * (terms - 1) })
}

/** Whole kroner each time where it can be; the last one takes what is left. */
export function perTermOf(rest: number, terms: number): Result<Terms, TermsRefusal> {
  if (!Number.isInteger(terms) || terms < 1) return refuse({ kind: 'badTerms' })
  if (terms > MOST_TERMS) return refuse({ kind: 'tooManyTerms' })
  for (const unit of [KRONE, 1]) {
    const perTerm = Math.min(rest, Math.ceil(rest / terms / unit) * unit)
    const last = rest - perTerm * (terms - 1)
    if (last > 0) return ok({ perTerm, terms, last })
  }
  return refuse({ kind: 'tooSmall' })
}

/** What is left after what is paid at once. */
export function restOf(total: number | undefined, payNow: number): Result<number, TermsRefusal> {
  if (total === undefined || !isAmount(total)) return refuse({ kind: 'badTotal' })
  return payNow >= total ? refuse({ kind: 'payNowTooMuch' }) : ok(total - payNow)
}
const isAmount = (ore: number): boolean => Number.isInteger(ore) && ore > 0

/** The first on its own day, the others on the due day of each month after it; a month without the 31st has its last day. */
export function dueDates(first: LocalDate, dueDay: number, terms: number): readonly LocalDate[] {
  const month = localDate(`${first.slice(0, 7)}-01`)
  return Array.from({ length: terms }, (_, n) => (n === 0 ? first : dayOf(addMonths(month, n), dueDay)))
}
function dayOf(month: LocalDate, day: number): LocalDate {
  const days = dayNumber(addMonths(month, 1)) - dayNumber(month)
  return addDays(month, Math.min(day, days) - 1)
}

export interface Term {
  readonly due: LocalDate
  readonly amount: number
  readonly order: number
}
/** Each term with its day and amount; what is paid at once stands first, on the day it begins. */
export function schedule(of: Terms, plan: { first: LocalDate; dueDay: number; payNow: number; begins: LocalDate }): readonly Term[] {
  const days = dueDates(plan.first, plan.dueDay, of.terms)
  const terms = days.map((due, n) => ({ due, amount: n === of.terms - 1 ? of.last : of.perTerm, order: n + 1 }))
  return plan.payNow > 0 ? [{ due: plan.begins, amount: plan.payNow, order: 0 }, ...terms] : terms
}
