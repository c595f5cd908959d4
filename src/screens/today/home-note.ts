// The one note a visit card may carry, the most pressing first: an eviction, a deadline that is due, neighbours who have
// complained, safety, and what is due within two weeks. Undefined = nothing to say.

import { addDays } from '#domain/calendar.ts'
import type { Deadline } from '#domain/deadline.ts'
import { isOpenOn, nearest } from '#domain/deadlines.ts'
import type { CaseSummary } from '#domain/summary.ts'
import { caseDeadlines, type DeadlineTone, deadlineLine, deadlineTone, evictionAhead, type Speech } from '../deadline-words.ts'

export interface HomeNote {
  readonly tone: DeadlineTone
  readonly text: string
  readonly isSafety?: true
}

const COMPLAINTS = 3
const COMPLAINT_DAYS = 30
const SOON_DAYS = 14

export function homeNote(home: CaseSummary, speech: Speech): HomeNote | undefined {
  const { say, today, calendar } = speech
  const deadlines = caseDeadlines(home.facts, calendar)
  const said = (deadline: Deadline): HomeNote => ({ tone: deadlineTone(deadline, speech), text: deadlineLine(deadline, speech) })
  const eviction = evictionAhead(deadlines, today)
  if (eviction) return said(eviction)
  const next = nearest(deadlines, today)
  if (next && isOpenOn(next, today) && deadlineTone(next, speech) === 'care') return said(next)
  const complaints = home.complaintDates.filter((on) => on > addDays(today, -COMPLAINT_DAYS) && on <= today).length
  if (complaints >= COMPLAINTS) return { tone: 'care', text: say('today.complaints', { n: complaints, days: COMPLAINT_DAYS }) }
  if (home.safety === 'two_workers' || home.safety === 'not_alone_not_home')
    return { tone: 'calm', text: say(`term.safetyLevel.${home.safety}`), isSafety: true }
  return next && next.dueOn <= addDays(today, SOON_DAYS) ? said(next) : undefined
}
