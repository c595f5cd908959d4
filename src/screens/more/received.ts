// One's own visits the office is known to have, newest first: nothing of mine in them is on its way any more. Made from
// summaries alone, so that a list of what was sent never opens a note. Pure.

import type { States } from '#device/casebook.ts'
import type { Id, Instant } from '#domain/ids.ts'
import type { CaseSummary, VisitBrief } from '#domain/summary.ts'
import { stateOf } from '../today/day-plan.ts'

export interface Received {
  readonly home: CaseSummary
  readonly visit: VisitBrief
  /** When I finished my part. */
  readonly at: Instant
}

const SHOWN = 5

export function receivedOf(summaries: readonly CaseSummary[], states: States, me: Id): readonly Received[] {
  const mine = summaries.flatMap((home) => home.visits.flatMap((visit) => ofVisit(home, visit, states, me)))
  return mine.sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, SHOWN)
}

function ofVisit(home: CaseSummary, visit: VisitBrief, states: States, me: Id): readonly Received[] {
  const part = visit.contributions.find((one) => one.worker === me)
  const at = part?.finishedAt
  return part && at && stateOf(part, states) === 'settled' ? [{ home, visit, at }] : []
}
