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
import { AGREED_VISIT, type AgreedVisit, BASES } from './codes.ts'
import { effective } from './effective.ts'
import { dateOf, type Id, type Instant, type Json, type LocalDate, type LocalDateTime } from './ids.ts'
import { asCode, asDateTime, asGroup, asInstant, asNumber, asText, flag, grouped, ids, part, ref, text, texts } from './reading.ts'
import { rowsOf, type StoredAnswer } from './records.ts'
import type { RecordRow } from './register.ts'
import { type ContributionBrief, type VisitBrief, visitBriefsIn } from './summary.ts'

export interface ContributionView extends ContributionBrief {
  readonly guide: Maybe<{ readonly code: string; readonly version: number }>
  readonly note: Maybe<string>
  /** Step id → answer; given, skipped and declined are told apart. */
  readonly answers: Readonly<Record<string, StoredAnswer>>
  readonly addenda: readonly { readonly id: Id; readonly text: string; readonly made: Maybe<Made> }[]
}
export interface VisitView extends VisitBrief {
  readonly end: Maybe<LocalDateTime>
  readonly agreedHow: Maybe<AgreedVisit>
  readonly guide: Maybe<{ readonly code: string; readonly version: number }>
  readonly started: Maybe<Instant>
  readonly ended: Maybe<Instant>
  readonly outcomeNote: Maybe<string>
  readonly othersPresent: readonly string[]
  readonly voluntaryInfoGiven: boolean
  readonly activities: readonly string[]
  readonly residentSawNotes: Maybe<string>
  /** Visits close by that somebody said are others. */
  readonly apart: readonly Id[]
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
  const brief = visitBriefsIn(rows)
  const within = writtenIn(rows, left)
  const visits = rowsOf(rows, 'visit').map((row) => visitView(row, brief(row), within))
  return visits.sort((a, b) => later(visitSort(a), visitSort(b)) || later(a.id, b.id))
}

/** The agreed time, else when it was started. */
export const visitSort = (visit: VisitView): Maybe<string> => visit.start ?? visit.started
/** The civil day of a visit, known only when a time was agreed. */
export const visitDay = (visit: VisitView): Maybe<LocalDate> => visit.start && dateOf(visit.start)

/** What was written in each visit, each kind gathered once. */
function writtenIn(rows: readonly RecordRow[], left: Left) {
  const visit = (thing: { readonly visit: Maybe<Id> }): Maybe<Id> => thing.visit
  return {
    contribution: grouped(rowsOf(rows, 'contribution'), ({ id }) => id),
    addenda: grouped(rowsOf(rows, 'addendum'), (row) => ref(row, 'of')),
    observations: grouped(left.observations, visit),
    goalScores: grouped(left.goalScores, visit),
    measureLogs: grouped(left.measureLogs, visit),
    tasks: grouped(left.tasks, visit),
    concerns: grouped(left.concerns, visit),
    contactAttempts: grouped(left.contactAttempts, visit),
  }
}
type Within = ReturnType<typeof writtenIn>

function visitView(row: RecordRow, brief: VisitBrief, within: Within): VisitView {
  return {
    ...brief,
    contributions: brief.contributions.map((contribution) => contributionView(contribution, within)),
    end: asDateTime(part(row, 'planned', 'end')),
    agreedHow: asCode(effective(row, 'agreedHow'), AGREED_VISIT),
    guide: guideRef(row),
    started: asInstant(effective(row, 'started')),
    ended: asInstant(effective(row, 'ended')),
    outcomeNote: asText(part(row, 'outcome', 'note')),
    othersPresent: texts(row, 'othersPresent'),
    voluntaryInfoGiven: flag(row, 'voluntaryInfoGiven'),
    activities: texts(row, 'activities'),
    residentSawNotes: text(row, 'residentSawNotes'),
    apart: ids(row, 'apart'),
    observations: within.observations(row.id),
    goalScores: within.goalScores(row.id),
    measureLogs: within.measureLogs(row.id),
    tasks: within.tasks(row.id),
    concerns: within.concerns(row.id),
    contactAttempts: within.contactAttempts(row.id),
  }
}

function guideRef(row: RecordRow): Maybe<{ readonly code: string; readonly version: number }> {
  const guide = asText(part(row, 'guide', 'code'))
  return guide ? { code: guide, version: asNumber(part(row, 'guide', 'version')) ?? 1 } : undefined
}

const QUESTION = 'q.'
/** Each question of a contribution is one register, so that two answers never overwrite each other. */
export const questionField = (step: string): string => `${QUESTION}${step}`

function contributionView(brief: ContributionBrief, within: Within): ContributionView {
  const [row] = within.contribution(brief.id)
  const answers = Object.keys(row?.regs ?? {}).flatMap((field): (readonly [string, StoredAnswer])[] => {
    const answer = row && field.startsWith(QUESTION) ? asStoredAnswer(effective(row, field)) : undefined
    return answer ? [[field.slice(QUESTION.length), answer]] : []
  })
  return {
    ...brief,
    guide: row && guideRef(row),
    note: row && text(row, 'note'),
    answers: Object.fromEntries(answers),
    addenda: within.addenda(brief.id).map((addendum) => ({ id: addendum.id, text: text(addendum, 'text') ?? '', made: made(addendum) })),
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
