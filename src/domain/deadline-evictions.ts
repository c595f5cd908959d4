// The dates of an eviction: the tenant's answer to the namsfogd (D4), when it may happen (D5), the day before (D9), the
// belongings after it (D10), the creditor's warning (D11) and the protest against a notice to quit (D12).
// DOMAIN.md 3.3. The tenant's own dates are given as a safe one and a legal last one, and the safe one counts.

import { addDays, addMonths, addWeeks, legalRoll, type OfficeCalendar, rollBack } from './calendar.ts'
import { type Counted, type Dates, type Deadline, type Given, passedOver, settle, waitingTime } from './deadline.ts'
import type { WarningFact } from './deadline-facts.ts'
import { type Proceedings, proceedingsOf } from './deadline-proceedings.ts'
import type { LocalDate } from './ids.ts'

export function evictionDeadlines(given: Given): readonly Deadline[] {
  const { matter } = given
  return [
    ...proceedingsOf(matter).flatMap((one) => [
      ...objectionDue(given, one),
      ...evictionExpected(given, one),
      ...dayBefore(given, one),
      ...belongings(given, one),
    ]),
    ...matter.creditorWarnings.flatMap((warning) => petitionAfterWarning(given, warning)),
    ...matter.quitNotices.flatMap((notice) => protestDue(given, notice)),
  ]
}

/** Two weeks from the day it was put to the tenant; by the date of our copy when nobody knows that day (N 6.7). */
function objectionDue(given: Given, one: Proceedings): readonly Deadline[] {
  const basisDate = one.servedDate ?? one.copyDate
  if (!basisDate) return []
  return settle(given, {
    rule: 'D4',
    ...basisOf(one),
    basisDate,
    isEstimate: !one.servedDate,
    closedBy: () => one.objectionSettledBy ?? one.endedBy,
    count: ({ weeks }, from) => tenantsDates(addWeeks(from, weeks), { unit: 'weeks', amount: weeks, from }, given.calendar),
  })
}

/** The set date as soon as there is one; before that an estimate from the notice of time, before that a window. */
function evictionExpected(given: Given, one: Proceedings): readonly Deadline[] {
  const draft = { rule: 'D5', ...basisOf(one), closedBy: () => one.endedBy } as const
  if (one.scheduledAt) return settle(given, { ...draft, basisDate: one.scheduledAt, count: (_, on) => theDay(on) })
  if (one.noticeOfTimeSent)
    return settle(given, {
      ...draft,
      basisDate: one.noticeOfTimeSent,
      isEstimate: true,
      count: ({ weeks }, from) => estimated(from, weeks, given.calendar),
    })
  const first = one.firstNamsfogdNotice
  if (!first) return []
  return settle(given, {
    ...draft,
    basisDate: first,
    isEstimate: true,
    count: ({ windowFromDays, windowToDays }, from) => {
      const dueOn = addDays(from, windowFromDays)
      const counted: Counted = { unit: 'days', amount: windowFromDays, from, days: [dueOn], skipped: [] }
      return { dueOn, windowUntil: addDays(from, windowToDays), counted }
    },
  })
}

const theDay = (on: LocalDate): Dates => ({ dueOn: on, counted: { unit: 'date', amount: 0, from: on, days: [on], skipped: [] } })

function estimated(from: LocalDate, weeks: number, calendar: OfficeCalendar): Dates {
  const nominalOn = addWeeks(from, weeks)
  const dueOn = legalRoll(nominalOn)
  const skipped = passedOver(nominalOn, addDays(dueOn, -1), calendar)
  return { dueOn, nominalOn, counted: { unit: 'weeks', amount: weeks, from, days: [nominalOn], skipped } }
}

/** The last office day before the eviction. It lasts until the eviction day has passed: late is better than silent. */
function dayBefore(given: Given, one: Proceedings): readonly Deadline[] {
  if (!one.scheduledAt) return []
  return settle(given, {
    rule: 'D9',
    ...basisOf(one),
    basisDate: one.scheduledAt,
    closedBy: () => one.endedBy,
    count: ({ daysBefore }, on) => {
      const before = addDays(on, -daysBefore)
      const dueOn = rollBack(before, given.calendar)
      const skipped = passedOver(addDays(dueOn, 1), before, given.calendar)
      return { opensOn: dueOn, dueOn, lastsUntil: on, counted: { unit: 'days', amount: daysBefore, from: on, days: [before], skipped } }
    },
  })
}

function belongings(given: Given, one: Proceedings): readonly Deadline[] {
  if (!one.executedAt) return []
  return settle(given, {
    rule: 'D10',
    ...basisOf(one),
    basisDate: one.executedAt,
    count: ({ days }, from) => {
      const nominalOn = addDays(from, days)
      const dueOn = rollBack(nominalOn, given.calendar)
      const skipped = passedOver(addDays(dueOn, 1), nominalOn, given.calendar)
      const counted: Counted = { unit: 'days', amount: days, from, days: [nominalOn], skipped }
      return { dueOn, safeOn: dueOn, nominalOn, lastsUntil: nominalOn, counted }
    },
  })
}

const petitionAfterWarning = (given: Given, warning: WarningFact): readonly Deadline[] =>
  settle(given, {
    rule: 'D11',
    basis: warning.id,
    basisType: 'creditorWarning',
    basisDate: warning.on,
    closedBy: () => warning.settledBy,
    count: ({ weeks }, from) => waitingTime(from, weeks),
  })

const protestDue = (given: Given, notice: WarningFact): readonly Deadline[] =>
  settle(given, {
    rule: 'D12',
    basis: notice.id,
    basisType: 'quitNotice',
    basisDate: notice.on,
    closedBy: () => notice.settledBy,
    count: ({ months }, from) => tenantsDates(addMonths(from, months), { unit: 'months', amount: months, from }, given.calendar),
  })

/** The court's roll gives the legal last day, ours back to an office day gives the safe one (DOMAIN.md 3.2). */
function tenantsDates(nominalOn: LocalDate, count: Pick<Counted, 'unit' | 'amount' | 'from'>, calendar: OfficeCalendar): Dates {
  const safeOn = rollBack(nominalOn, calendar)
  const legalOn = legalRoll(nominalOn)
  const skipped = passedOver(safeOn, legalOn, calendar)
  return { dueOn: safeOn, safeOn, legalOn, nominalOn, counted: { ...count, days: [nominalOn], skipped } }
}

const basisOf = ({ basis, basisType, alsoBasis }: Proceedings) => ({ basis, basisType, alsoBasis })
