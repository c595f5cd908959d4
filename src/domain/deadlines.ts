// The deadline engine (DOMAIN.md 3.1 to 3.4): from the facts of a matter, the office's calendar and the dated rule packs
// to every deadline D1 to D14. Pure and without a clock: the same facts give the same deadlines on phone, desk and
// server, in any order and any time zone (DESIGN.md 1, decision 10). Today only decides what is open and what is late.

import { type OfficeCalendar, workdaysBetween, workdaysLate } from './calendar.ts'
import type { Deadline, DeadlinePriority, Given } from './deadline.ts'
import { evictionDeadlines } from './deadline-evictions.ts'
import { noticeDeadlines } from './deadline-notices.ts'
import { RULE_CODES } from './deadline-rules.ts'
import { termDeadlines } from './deadline-terms.ts'
import type { LocalDate } from './ids.ts'

/** Open and closed, in order of due date. One per rule and basis; none where the packs have no such rule. */
export function deadlinesOf(given: Given): readonly Deadline[] {
  return [...noticeDeadlines(given), ...evictionDeadlines(given), ...termDeadlines(given)].sort(byUrgency)
}

/** Is it on somebody's list today: not closed, already opened, and not over by itself (D9, D10, expiries). */
export const isOpenOn = (deadline: Deadline, today: LocalDate): boolean =>
  isLiving(deadline, today) && (!deadline.opensOn || deadline.opensOn <= today)

/** `stillUntil`: the last day that can still be used though the day that counts has passed (legal last day, estimate). */
export type Standing =
  | { readonly kind: 'late' | 'passed'; readonly workdays: number; readonly stillUntil?: LocalDate }
  | { readonly kind: 'today' }
  | { readonly kind: 'ahead'; readonly workdays: number }

/** Where it stands against today, in the office's workdays. A task is late; a date that is nobody's task has passed.
 *  Never moved silently (DOMAIN.md 3.3, further rule 7). 0 workdays: due or late within a weekend or holiday. */
export function standing(deadline: Deadline, today: LocalDate, calendar: OfficeCalendar): Standing {
  const { dueOn, isTask } = deadline
  if (dueOn === today) return { kind: 'today' }
  if (dueOn > today) return { kind: 'ahead', workdays: workdaysBetween(today, dueOn, calendar) }
  const last = lastUsable(deadline)
  const stillUntil = last && last >= today ? { stillUntil: last } : {}
  return { kind: isTask ? 'late' : 'passed', workdays: workdaysLate(today, dueOn, calendar), ...stillUntil }
}

function lastUsable({ kind, legalOn, nominalOn, windowUntil, lastsUntil }: Deadline): LocalDate | undefined {
  return kind === 'tenants' ? (legalOn ?? nominalOn) : (windowUntil ?? lastsUntil)
}

/** The one to show first: what is late or comes next, opened or not. Dates that have passed and are nobody's task are
 *  left out, since nothing waits for them. */
export function nearest(deadlines: readonly Deadline[], today: LocalDate): Deadline | undefined {
  const awaited = deadlines.filter((one) => isLiving(one, today) && (one.isTask || (lastUsable(one) ?? one.dueOn) >= today))
  return awaited.sort(byUrgency)[0]
}

const isLiving = ({ state, lastsUntil }: Deadline, today: LocalDate): boolean => state === 'open' && (!lastsUntil || lastsUntil >= today)

const PRIORITY: Readonly<Record<DeadlinePriority, number>> = { now: 0, high: 1, normal: 2 }
function byUrgency(a: Deadline, b: Deadline): number {
  if (a.dueOn !== b.dueOn) return a.dueOn < b.dueOn ? -1 : 1
  const rank = PRIORITY[a.priority] - PRIORITY[b.priority] || RULE_CODES.indexOf(a.rule) - RULE_CODES.indexOf(b.rule)
  return rank || (a.basis < b.basis ? -1 : a.basis > b.basis ? 1 : 0)
}
