// Visits with all that was written in them, one contribution for each worker (DOMAIN.md 2.9; DESIGN.md 3, «A guided
// visit in records»). Reading only; two workers' parts are never merged.

import {
  type ConcernView,
  type ContactAttemptView,
  type Left,
  type Made,
  made,
  type ObservationView,
  type TaskView,
} from './case-view-events.ts'
import { later, type Maybe } from './case-view-order.ts'
import type { LogView, ScoreView } from './case-view-plan.ts'
import { BASES } from './codes.ts'
import { effective } from './effective.ts'
import { dateOf, type Id, type Instant, type Json, type LocalDate, type LocalDateTime } from './ids.ts'
import { asCode, asDateTime, asGroup, asInstant, asNumber, asText, flag, part, ref, text, texts } from './reading.ts'
import { rowsOf, type StoredAnswer } from './records.ts'
import type { RecordRow } from './register.ts'
import { type ContributionBrief, type VisitBrief, visitBrief } from './summary.ts'

export interface ContributionView extends ContributionBrief {
  readonly guide: Maybe<{ readonly code: string; readonly version: number }>
  readonly note: Maybe<string>
  /** Step id → answer; given, skipped and declined are told apart. */
  readonly answers: Readonly<Record<string, StoredAnswer>>
  readonly addenda: readonly { readonly id: Id; readonly text: string; readonly made: Maybe<Made> }[]
}
export interface VisitView extends VisitBrief {
  readonly end: Maybe<LocalDateTime>
  readonly guide: Maybe<{ readonly code: string; readonly version: number }>
  readonly started: Maybe<Instant>
  readonly ended: Maybe<Instant>
  readonly outcomeNote: Maybe<string>
  readonly othersPresent: readonly string[]
  readonly voluntaryInfoGiven: boolean
  readonly activities: readonly string[]
  readonly residentSawNotes: Maybe<string>
  readonly contributions: readonly ContributionView[]
  readonly observations: readonly ObservationView[]
  readonly goalScores: readonly ScoreView[]
  readonly measureLogs: readonly LogView[]
  readonly tasks: readonly TaskView[]
  readonly concerns: readonly ConcernView[]
  readonly contactAttempts: readonly ContactAttemptView[]
}
/** Newest first; what is planned ahead therefore stands before what has been. */
export function readVisits(rows: readonly RecordRow[], left: Left): readonly VisitView[] {
  const contributions = rowsOf(rows, 'contribution')
  const receipts = rowsOf(rows, 'readReceipt')
  const visits = rowsOf(rows, 'visit').map((row) => visitView(row, visitBrief(row, contributions, receipts), rows, left))
  return visits.sort((a, b) => later(visitSort(a), visitSort(b)) || later(a.id, b.id))
}

/** The agreed time, else when it was started. */
export const visitSort = (visit: VisitView): Maybe<string> => visit.start ?? visit.started
/** The civil day of a visit, known only when a time was agreed. */
export const visitDay = (visit: VisitView): Maybe<LocalDate> => visit.start && dateOf(visit.start)

function visitView(row: RecordRow, brief: VisitBrief, rows: readonly RecordRow[], left: Left): VisitView {
  const here = (thing: { readonly visit: Maybe<Id> }): boolean => thing.visit === row.id
  return {
    ...brief,
    contributions: brief.contributions.map((contribution) => contributionView(contribution, rows)),
    end: asDateTime(part(row, 'planned', 'end')),
    guide: guideRef(row),
    started: asInstant(effective(row, 'started')),
    ended: asInstant(effective(row, 'ended')),
    outcomeNote: asText(part(row, 'outcome', 'note')),
    othersPresent: texts(row, 'othersPresent'),
    voluntaryInfoGiven: flag(row, 'voluntaryInfoGiven'),
    activities: texts(row, 'activities'),
    residentSawNotes: text(row, 'residentSawNotes'),
    observations: left.observations.filter(here),
    goalScores: left.goalScores.filter(here),
    measureLogs: left.measureLogs.filter(here),
    tasks: left.tasks.filter(here),
    concerns: left.concerns.filter(here),
    contactAttempts: left.contactAttempts.filter(here),
  }
}

function guideRef(row: RecordRow): Maybe<{ readonly code: string; readonly version: number }> {
  const guide = asText(part(row, 'guide', 'code'))
  return guide ? { code: guide, version: asNumber(part(row, 'guide', 'version')) ?? 1 } : undefined
}

const QUESTION = 'q.'
/** Each question of a contribution is one register, so that two answers never overwrite each other. */
export const questionField = (step: string): string => `${QUESTION}${step}`

function contributionView(brief: ContributionBrief, rows: readonly RecordRow[]): ContributionView {
  const row = rows.find((found) => found.id === brief.id)
  const answers = Object.keys(row?.regs ?? {}).flatMap((field): (readonly [string, StoredAnswer])[] => {
    const answer = row && field.startsWith(QUESTION) ? asStoredAnswer(effective(row, field)) : undefined
    return answer ? [[field.slice(QUESTION.length), answer]] : []
  })
  return {
    ...brief,
    guide: row && guideRef(row),
    note: row && text(row, 'note'),
    answers: Object.fromEntries(answers),
    addenda: rowsOf(rows, 'addendum')
      .filter((addendum) => ref(addendum, 'of') === brief.id)
      .map((addendum) => ({ id: addendum.id, text: text(addendum, 'text') ?? '', made: made(addendum) })),
  }
}

function asStoredAnswer(v: Maybe<Json>): Maybe<StoredAnswer> {
  const group = asGroup(v)
  if (!group) return undefined
  if (group.skipped === true) return { skipped: true }
  if (group.declined === true) return { declined: true }
  if (group.v === undefined) return undefined
  const basis = asCode(group.basis, BASES)
  const note = asText(group.note)
  return { v: group.v, ...(basis ? { basis } : {}), ...(note ? { note } : {}) }
}
