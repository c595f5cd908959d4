// The deadlines of things that run out: plan review (D7), plan end (D8), safety flag, consent, guardian and unconfirmed
// transfer (D13), fixed-term lease (D14). DOMAIN.md 3.3. Each is due on the last office day on or before its date.

import { addDays, addMonths, addWorkdays, type OfficeCalendar, rollBack } from './calendar.ts'
import { type Counted, type Dates, type Deadline, type Given, passedOver, settle, workdayCount } from './deadline.ts'
import type { ExpiryFact, PlanFact, SafetyFact, TenancyFact, TransferFact } from './deadline-facts.ts'
import type { LocalDate } from './ids.ts'

export function termDeadlines(given: Given): readonly Deadline[] {
  const { plans, tenancies, safety, transfers, consents, guardians } = given.matter
  return [
    ...plans.flatMap((plan) => [...reviewDue(given, plan), ...planEnd(given, plan)]),
    ...tenancies.flatMap((tenancy) => leaseEnd(given, tenancy)),
    ...safety.flatMap((flag) => safetyReview(given, flag)),
    ...transfers.flatMap((transfer) => receiptDue(given, transfer)),
    ...consents.flatMap((consent) => expiry(given, 'consent', consent)),
    ...guardians.flatMap((guardian) => expiry(given, 'guardian', guardian)),
  ]
}

type Course = 'ahead' | 'running' | 'over'
/** A pause does not stop the clock; a plan that has run out without a review is a task, not a deletion (DOMAIN.md 2.5). */
const COURSE: Readonly<Record<PlanFact['status'], Course | 'ran_out'>> = {
  draft: 'ahead',
  offered: 'ahead',
  declined: 'ahead',
  active: 'running',
  paused: 'running',
  in_evaluation: 'running',
  expired: 'ran_out',
  renewed: 'over',
  completed: 'over',
  ended_by_resident: 'over',
  ended_by_service: 'over',
}

/** A review moves the basis date, so the next one is owed at once (DESIGN.md 3). */
function reviewDue(given: Given, plan: PlanFact): readonly Deadline[] {
  if (COURSE[plan.status] === 'ahead') return []
  return settle(given, {
    rule: 'D7',
    basis: plan.id,
    basisType: 'plan',
    basisDate: plan.lastReviewOn ?? plan.startDate,
    closedBy: () => (COURSE[plan.status] === 'running' ? undefined : plan.id),
    count: ({ everyMonths, opensDaysBefore }, from) => {
      const amount = plan.reviewEveryMonths ?? everyMonths
      return onOrBefore(addMonths(from, amount), opensDaysBefore, { unit: 'months', amount, from }, given.calendar)
    },
  })
}

function planEnd(given: Given, plan: PlanFact): readonly Deadline[] {
  if (!plan.endDate || COURSE[plan.status] === 'ahead') return []
  return settle(given, {
    rule: 'D8',
    basis: plan.id,
    basisType: 'plan',
    basisDate: plan.endDate,
    closedBy: () => (COURSE[plan.status] === 'over' ? plan.id : undefined),
    count: ({ opensDaysBefore }, on) => atDate(on, opensDaysBefore, given.calendar),
  })
}

function leaseEnd(given: Given, tenancy: TenancyFact): readonly Deadline[] {
  if (!tenancy.endDate || tenancy.termKind === 'open_ended') return []
  return settle(given, {
    rule: 'D14',
    basis: tenancy.id,
    basisType: 'tenancy',
    basisDate: tenancy.endDate,
    closedBy: () => (tenancy.status === 'ended' ? tenancy.id : undefined),
    count: ({ opensDaysBefore }, on) => atDate(on, opensDaysBefore, given.calendar),
  })
}

/** By the date set for the review, else so many months after the flag was set. A flag is never silently dropped. */
function safetyReview(given: Given, flag: SafetyFact): readonly Deadline[] {
  const basisDate = flag.reviewBy ?? flag.setOn
  if (!basisDate || flag.level === 'none') return []
  return settle(given, {
    rule: 'D13',
    basis: flag.id,
    basisType: 'safety',
    basisDate,
    count: ({ safetyMonths, opensDaysBefore }, from) =>
      flag.reviewBy
        ? atDate(from, opensDaysBefore, given.calendar)
        : onOrBefore(addMonths(from, safetyMonths), opensDaysBefore, { unit: 'months', amount: safetyMonths, from }, given.calendar),
  })
}

/** A task only once the other district has had its workday to confirm. */
const receiptDue = (given: Given, transfer: TransferFact): readonly Deadline[] =>
  settle(given, {
    rule: 'D13',
    basis: transfer.id,
    basisType: 'transfer',
    basisDate: transfer.sentOn,
    closedBy: () => (transfer.receiptConfirmedOn ? transfer.id : undefined),
    count: ({ transferWorkdays }, from) => {
      const dueOn = addWorkdays(from, transferWorkdays, given.calendar)
      return { opensOn: dueOn, dueOn, counted: workdayCount(from, transferWorkdays, given.calendar) }
    },
  })

/** Renew before it runs out; afterwards it no longer holds and there is nothing left to renew. */
function expiry(given: Given, basisType: 'consent' | 'guardian', one: ExpiryFact): readonly Deadline[] {
  if (!one.validTo) return []
  return settle(given, {
    rule: 'D13',
    basis: one.id,
    basisType,
    basisDate: one.validTo,
    closedBy: () => one.endedBy,
    count: ({ opensDaysBefore }, on) => ({ ...atDate(on, opensDaysBefore, given.calendar), lastsUntil: on }),
  })
}

const atDate = (on: LocalDate, opensDaysBefore: number, calendar: OfficeCalendar): Dates =>
  onOrBefore(on, opensDaysBefore, { unit: 'date', amount: 0, from: on }, calendar)

function onOrBefore(
  nominalOn: LocalDate,
  opensDaysBefore: number,
  count: Pick<Counted, 'unit' | 'amount' | 'from'>,
  calendar: OfficeCalendar,
): Dates {
  const dueOn = rollBack(nominalOn, calendar)
  const skipped = passedOver(addDays(dueOn, 1), nominalOn, calendar)
  return { opensOn: addDays(nominalOn, -opensDaysBefore), dueOn, nominalOn, counted: { ...count, days: [nominalOn], skipped } }
}
