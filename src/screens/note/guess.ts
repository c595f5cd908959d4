// Whose door is it? A guess from today's list and the clock, and why, so that nobody need trust it blindly.

import { dateOf, type Id, type LaneId, type LocalDate, timeOf } from '#domain/ids.ts'
import type { CaseSummary, VisitBrief } from '#domain/summary.ts'

export interface Guess {
  readonly lane: LaneId
  readonly why: 'running' | 'now' | 'next' | 'last'
  readonly visit: VisitBrief
}
interface GuessFrom {
  readonly summaries: readonly CaseSummary[]
  readonly today: LocalDate
  /** «09:30» */
  readonly clock: string
  readonly me: Id
}

/** A visit counts as «now» from a quarter before until an hour after it was agreed. */
const EARLY = 15
const LATE = 60

export function guessResident({ summaries, today, clock, me }: GuessFrom): Guess | undefined {
  const mine = summaries
    .flatMap((home) => home.visits)
    .filter((visit) => visit.workers.includes(me) && isOpen(visit) && visit.start !== undefined && dateOf(visit.start) === today)
    .sort((a, b) => ((a.start ?? '') < (b.start ?? '') ? -1 : 1))
  const running = mine.find((visit) => visit.status === 'in_progress')
  if (running) return { lane: running.lane, why: 'running', visit: running }
  const at = minutes(clock)
  const now = mine.find((visit) => startOf(visit) - EARLY <= at && at <= startOf(visit) + LATE)
  if (now) return { lane: now.lane, why: 'now', visit: now }
  const next = mine.find((visit) => startOf(visit) > at)
  if (next) return { lane: next.lane, why: 'next', visit: next }
  const last = mine.at(-1)
  return last && { lane: last.lane, why: 'last', visit: last }
}

const isOpen = ({ status }: VisitBrief): boolean => status === 'planned' || status === 'in_progress'
const startOf = ({ start }: VisitBrief): number => (start ? minutes(timeOf(start)) : 0)
const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))

/** The few to choose between with one tap: the guess, then today's others, in the order of the day. */
export function nearAtHand(
  { summaries, today, me }: Omit<GuessFrom, 'clock'>,
  first: LaneId | undefined,
  most = 3,
): readonly CaseSummary[] {
  const isToday = (visit: VisitBrief) => visit.start !== undefined && dateOf(visit.start) === today && visit.workers.includes(me)
  const startsAt = (home: CaseSummary) => home.visits.find(isToday)?.start ?? '9999'
  const others = summaries
    .filter((home) => home.lane !== first && home.visits.some(isToday))
    .sort((a, b) => (startsAt(a) < startsAt(b) ? -1 : 1))
  return [...summaries.filter((home) => home.lane === first), ...others].slice(0, most)
}
