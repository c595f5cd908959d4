// One deadline: what it says, and how it is made of a basis event, a rule version and what closes it. The rules that use
// it are in deadline-notices, -at-once, -evictions and -terms; the way in is deadlines.ts.

import {
  addDays,
  addWeeks,
  daysOff,
  type OfficeCalendar,
  rollBack,
  type SkippedDay,
  weekday,
  weekdaysOnly,
  workdaysAfter,
} from './calendar.ts'
import type { DoneMarkFact, Matter } from './deadline-facts.ts'
import { type DeadlinePack, type DeadlineRule, type RuleCode, type RuleParams, ruleNamed, ruleOn } from './deadline-rules.ts'
import type { Id, LocalDate } from './ids.ts'

export type DeadlineKind = 'ours' | 'theirs' | 'tenants' | 'reminder'
export type DeadlinePriority = 'normal' | 'high' | 'now'
export type BasisType =
  | 'inquiry'
  | 'letter'
  | 'alarm'
  | 'evictionCase'
  | 'creditorWarning'
  | 'quitNotice'
  | 'plan'
  | 'tenancy'
  | 'safety'
  | 'transfer'
  | 'consent'
  | 'guardian'

/** What is still to be done before a D6 closes (O-1 to O-4). */
export type Duty =
  | 'first_assessment'
  | 'individual_followup'
  | 'special_assessment'
  | 'child_welfare_assessment'
  | 'conclusion'
  | 'tell_namsfogd'
  | 'settle_alarm'

/** How the date came about, so that a text can count it aloud: «Mottatt fre 20.11. Tre virkedager: man 23., …». */
export interface Counted {
  readonly unit: 'workdays' | 'days' | 'weeks' | 'months' | 'date'
  readonly amount: number
  /** The day counted from; it never counts itself. */
  readonly from: LocalDate
  /** The workdays counted, or the one day the count ends on before any rolling. */
  readonly days: readonly LocalDate[]
  readonly skipped: readonly SkippedDay[]
}

/** The dates a rule gives. `dueOn` is the one that counts: our latest, their earliest, the tenant's safe one (0.8). */
export interface Dates {
  readonly opensOn?: LocalDate
  readonly dueOn: LocalDate
  readonly safeOn?: LocalDate
  readonly legalOn?: LocalDate
  readonly nominalOn?: LocalDate
  /** The last day of an estimate that is a window. */
  readonly windowUntil?: LocalDate
  /** After this day the deadline is over by itself (D9, D10, expiries). */
  readonly lastsUntil?: LocalDate
  readonly counted: Counted
}

type State = { readonly state: 'open' } | { readonly state: 'closed'; readonly closedBy: Id }
interface Extras {
  readonly needs?: readonly Duty[]
  /** D1 runs from the first receipt; this is our own, when it came later. */
  readonly receivedHereOn?: LocalDate
  /** D1: an earlier notice of the same kind whose letter may be used again with a new paragraph. */
  readonly sameNoticeAs?: Id
}

/** Derived, never stored as truth (DESIGN.md 1, decision 10). The id is made elsewhere, from `rule` and `basis`. */
export type Deadline = Dates &
  State &
  Extras & {
    readonly rule: RuleCode
    readonly basis: Id
    readonly basisType: BasisType
    readonly basisDate: LocalDate
    readonly kind: DeadlineKind
    readonly isTask: boolean
    readonly priority: DeadlinePriority
    readonly isEstimate: boolean
    /** An own duty due on a Saturday: the last Monday to Friday before it (DOMAIN.md 3.2). */
    readonly lastOfficeDay?: LocalDate
    readonly ruleVersion: string
  }

/** All that decides. Today is not part of it: nothing here changes at midnight. */
export interface Given {
  readonly matter: Matter
  readonly calendar: OfficeCalendar
  readonly packs: readonly DeadlinePack[]
}

export interface Draft<C extends RuleCode> {
  readonly rule: C
  readonly basis: Id
  readonly basisType: BasisType
  readonly basisDate: LocalDate
  /** Other records that stand for the same event: a mark on one of them is a mark on this. */
  readonly alsoBasis?: readonly Id[]
  readonly isEstimate?: boolean
  readonly extras?: Extras
  readonly count: (params: RuleParams[C], from: LocalDate) => Dates
  /** The record that closes it, if any; it may depend on the dates. */
  readonly closedBy?: (dates: Dates) => Id | undefined
}

const NATURE: Readonly<Record<RuleCode, { kind: DeadlineKind; isTask: boolean; priority: DeadlinePriority }>> = {
  D1: { kind: 'ours', isTask: true, priority: 'high' },
  D2: { kind: 'ours', isTask: true, priority: 'normal' },
  D3: { kind: 'theirs', isTask: false, priority: 'normal' },
  D4: { kind: 'tenants', isTask: true, priority: 'high' },
  D5: { kind: 'theirs', isTask: false, priority: 'high' },
  D6: { kind: 'ours', isTask: true, priority: 'now' },
  D7: { kind: 'ours', isTask: true, priority: 'normal' },
  D8: { kind: 'ours', isTask: true, priority: 'normal' },
  D9: { kind: 'reminder', isTask: true, priority: 'high' },
  D10: { kind: 'tenants', isTask: true, priority: 'high' },
  D11: { kind: 'theirs', isTask: false, priority: 'normal' },
  D12: { kind: 'tenants', isTask: false, priority: 'normal' },
  D13: { kind: 'ours', isTask: true, priority: 'normal' },
  D14: { kind: 'ours', isTask: true, priority: 'normal' },
}

/** Done stays done for these, also when the basis date is corrected later; the others are owed again (DESIGN.md 3). */
const DONE_FOR_GOOD: readonly RuleCode[] = ['D1', 'D2', 'D6']

/** One deadline, or none where the office's packs have no such rule. */
export function settle<C extends RuleCode>(given: Given, draft: Draft<C>): readonly Deadline[] {
  const rule = ruleOn(given.packs, draft.rule, draft.basisDate)
  if (!rule) return []
  const dates = draft.count(rule.params, draft.basisDate)
  const closedBy = draft.closedBy?.(dates)
  if (closedBy) return [built(given, draft, rule, draft.basisDate, dates, { state: 'closed', closedBy })]
  const mark = markOn(given.matter.doneMarks, draft)
  if (mark) return [asMarked(given, draft, rule, mark)]
  return [built(given, draft, rule, draft.basisDate, dates, { state: 'open' })]
}

function markOn<C extends RuleCode>(marks: readonly DoneMarkFact[], draft: Draft<C>): DoneMarkFact | undefined {
  const basis = [draft.basis, ...(draft.alsoBasis ?? [])]
  const mine = inOrder(marks.filter((mark) => mark.rule === draft.rule && basis.includes(mark.basis)))
  const sameDate = mine.find((mark) => mark.basisDate === draft.basisDate)
  return sameDate ?? (DONE_FOR_GOOD.includes(draft.rule) ? mine[0] : undefined)
}

/** A closed task keeps the basis date and the rule version it had when it was done (DOMAIN.md 3.3, further rules 4, 5). */
function asMarked<C extends RuleCode>(given: Given, draft: Draft<C>, current: DeadlineRule<C>, mark: DoneMarkFact): Deadline {
  const then = ruleOn(given.packs, draft.rule, mark.basisDate) ?? current
  const rule = (mark.ruleVersion && ruleNamed(given.packs, draft.rule, mark.ruleVersion)) || then
  const dates = draft.count(rule.params, mark.basisDate)
  return built(given, draft, rule, mark.basisDate, dates, { state: 'closed', closedBy: mark.id })
}

function built<C extends RuleCode>(
  given: Given,
  draft: Draft<C>,
  rule: DeadlineRule<C>,
  basisDate: LocalDate,
  dates: Dates,
  state: State,
): Deadline {
  const nature = NATURE[draft.rule]
  const lastOfficeDay = nature.kind === 'ours' ? officeDayBefore(dates, given.calendar) : undefined
  return {
    rule: draft.rule,
    basis: draft.basis,
    basisType: draft.basisType,
    basisDate,
    ...nature,
    ...dates,
    ...state,
    ...draft.extras,
    isEstimate: draft.isEstimate ?? false,
    ...(lastOfficeDay ? { lastOfficeDay } : {}),
    ruleVersion: rule.version,
  }
}

/** For what is due on a Saturday, unless it only begins then. */
function officeDayBefore({ opensOn, dueOn }: Dates, calendar: OfficeCalendar): LocalDate | undefined {
  if (weekday(dueOn) !== 6) return undefined
  const before = rollBack(dueOn, calendar)
  return opensOn && before < opensOn ? undefined : before
}

/** Days passed over between two dates, in the calendar safe dates use (DOMAIN.md 3.2). */
export const passedOver = (first: LocalDate, last: LocalDate, calendar: OfficeCalendar): readonly SkippedDay[] =>
  daysOff(first, last, weekdaysOnly(calendar))

export function workdayCount(from: LocalDate, amount: number, calendar: OfficeCalendar): Counted {
  const days = workdaysAfter(from, amount, calendar)
  return { unit: 'workdays', amount, from, days, skipped: daysOff(addDays(from, 1), days.at(-1) ?? from, calendar) }
}

/** A date others must wait for. Never rolled: a waiting time is not extended, and we plan for the worst (D3, D11). */
export function waitingTime(from: LocalDate, weeks: number): Dates {
  const dueOn = addWeeks(from, weeks)
  return { dueOn, counted: { unit: 'weeks', amount: weeks, from, days: [dueOn], skipped: [] } }
}

/** Earliest first, ties by id, so that two devices name the same record. */
export function inOrder<T extends { readonly id: Id; readonly on: LocalDate }>(facts: readonly T[]): readonly T[] {
  return [...facts].sort((a, b) => (a.on === b.on ? byId(a, b) : a.on < b.on ? -1 : 1))
}
const byId = (a: { readonly id: Id }, b: { readonly id: Id }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
