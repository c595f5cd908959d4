// What stands on I dag: which visit is running, which come next, what is done, and what the days after hold. Pure.
// My own visits come before those others do; a visit joined into another is shown once.

import type { Draft, States } from '#device/casebook.ts'
import { addDays, weekday } from '#domain/calendar.ts'
import { CHANGE_STATES, type ChangeState } from '#domain/codes-at-once.ts'
import { dateOf, type Id, isId, type Json, type LocalDate } from '#domain/ids.ts'
import { asGroup, asText } from '#domain/reading.ts'
import type { CaseSummary, ContributionBrief, VisitBrief } from '#domain/summary.ts'

export interface Stop {
  readonly home: CaseSummary
  readonly visit: VisitBrief
  readonly isMine: boolean
}
export interface Running extends Stop {
  readonly draft: Draft
  /** The step that was open, or `overview` or `review`. */
  readonly at: string
}
export interface DayPlan {
  readonly running: Running | undefined
  readonly next: readonly Stop[]
  /** Planned on a day that has just passed and nothing written; or begun some day before, and never finished. */
  readonly unwritten: readonly Stop[]
  readonly done: readonly Stop[]
  /** The rest of the week; where that and today are empty, the first day that has visits. */
  readonly later: readonly { readonly on: LocalDate; readonly stops: readonly Stop[] }[]
}

export interface DayGiven {
  readonly summaries: readonly CaseSummary[]
  readonly drafts: readonly Draft[]
  readonly today: LocalDate
  readonly me: Id
}

export function dayPlan({ summaries, drafts, today, me }: DayGiven): DayPlan {
  const stops = summaries.flatMap((home) => stopsOf(home, me)).sort(byTime)
  const running = runningOf(stops, drafts)
  const rest = stops.filter((stop) => stop.visit.id !== running?.visit.id)
  const ahead = rest.filter((stop) => isAhead(stop.visit))
  const next = ahead.filter((stop) => dayOf(stop) === today)
  return {
    running,
    next: mineFirst(next),
    unwritten: ahead.filter(
      (stop) =>
        (dayOf(stop) ?? today) < today && (stop.visit.status !== 'planned' || (dayOf(stop) ?? '') >= addDays(today, -UNWRITTEN_DAYS)),
    ),
    done: rest.filter((stop) => !isAhead(stop.visit) && dayOf(stop) === today),
    later: laterDays(ahead, today, next.length === 0 && running === undefined),
  }
}

const UNWRITTEN_DAYS = 7

const stopsOf = (home: CaseSummary, me: Id): readonly Stop[] =>
  home.visits
    .filter((visit) => !home.visits.some((other) => other.id === visit.sameAs))
    .map((visit) => ({ home, visit, isMine: visit.workers.includes(me) }))

const isAhead = (visit: VisitBrief): boolean => visit.status === 'planned' || visit.status === 'in_progress'
const dayOf = ({ visit }: Stop): LocalDate | undefined => visit.start && dateOf(visit.start)
const byTime = (a: Stop, b: Stop): number => ((a.visit.start ?? '') < (b.visit.start ?? '') ? -1 : 1)
const mineFirst = (stops: readonly Stop[]): readonly Stop[] => [
  ...stops.filter((stop) => stop.isMine),
  ...stops.filter((stop) => !stop.isMine),
]

/** The visit whose draft was touched last. */
function runningOf(stops: readonly Stop[], drafts: readonly Draft[]): Running | undefined {
  const newestFirst = [...drafts].sort((a, b) => (a.at < b.at ? 1 : -1))
  for (const draft of newestFirst) {
    const place = visitPlace(draft.content)
    const stop = place && stops.find(({ visit }) => visit.id === place.visit)
    if (stop) return { ...stop, draft, at: place.at }
  }
  return undefined
}

/** Where a visit draft stands; undefined for drafts of other kinds. */
export function visitPlace(content: Json): { readonly visit: Id; readonly at: string } | undefined {
  const group = asGroup(content)
  const visit = group?.visit
  return group?.answers !== undefined && isId(visit) ? { visit, at: asText(group.at) ?? 'overview' } : undefined
}

function laterDays(ahead: readonly Stop[], today: LocalDate, isEmptyToday: boolean): DayPlan['later'] {
  const coming = ahead.filter((stop) => (dayOf(stop) ?? today) > today)
  const sunday = addDays(today, 7 - weekday(today))
  const first = coming[0] && dayOf(coming[0])
  const last = isEmptyToday && first !== undefined && first > sunday ? first : sunday
  const days = [...new Set(coming.flatMap((stop) => dayOf(stop) ?? []))].filter((day) => day <= last)
  return days.map((on) => ({ on, stops: mineFirst(coming.filter((stop) => dayOf(stop) === on)) }))
}

/** How far one's own part of a visit has come: as far as the change that lags behind. */
export function stateOf(contribution: Pick<ContributionBrief, 'changes'>, states: States): ChangeState {
  const open = contribution.changes.flatMap((change) => states.get(change) ?? [])
  const least = Math.min(CHANGE_STATES.indexOf('settled'), ...open.map((state) => CHANGE_STATES.indexOf(state)))
  return CHANGE_STATES[least] ?? 'settled'
}
