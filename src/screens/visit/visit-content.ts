// A visit draft as it is kept: the answers, and for each record what was on the screen when the visit was opened.

import type { Draft } from '#device/casebook.ts'
import type { VisitDraft } from '#domain/answers.ts'
import { type Id, isId, type Json } from '#domain/ids.ts'
import { text } from '#domain/reading.ts'
import type { RecordType } from '#domain/records.ts'
import { type RecordRow, type Seen, seenOf } from '#domain/register.ts'

export interface OpenDraft extends VisitDraft {
  /** Record → register → heads shown. A colleague's later words are never replaced unseen. */
  readonly seen: Readonly<Record<Id, Seen>>
}

export const contentToJson = (content: OpenDraft): Json => JSON.parse(JSON.stringify(content))

/** Undefined for a draft of something else. */
export function visitContent(draft: Draft): OpenDraft | undefined {
  return isOpenDraft(draft.content) ? draft.content : undefined
}

export const draftOfVisit = (drafts: readonly Draft[], visit: Id): Draft | undefined =>
  drafts.find((draft) => visitContent(draft)?.visit === visit)

/** Only this app writes it and it is sealed at rest: the outer shape tells whose draft it is. */
const isOpenDraft = (v: unknown): v is OpenDraft =>
  isGroup(v) &&
  isId(v.visit) &&
  isId(v.contribution) &&
  isGroup(v.guide) &&
  isGroup(v.answers) &&
  Array.isArray(v.concerns) &&
  isGroup(v.seen) &&
  typeof v.at === 'string'
const isGroup = (v: unknown): v is Readonly<Record<string, unknown>> => typeof v === 'object' && v !== null && !Array.isArray(v)

/** What «Ferdig» may write in besides new records: the visit, the household, the agreements from last time, and what the
 * answers may move. Of everything else only those registers, so that a draft stays small. */
export function seenAtOpen(rows: ReadonlyMap<Id, RecordRow>, visit: Id): Readonly<Record<Id, Seen>> {
  const shown = [...rows.values()].filter((row) => row.id === visit || row.type === 'household' || isOpenTask(row) || movedBy(row))
  return Object.fromEntries(shown.map((row) => [row.id, seenOf(movedOnly(row))]))
}
const isOpenTask = (row: RecordRow): boolean => row.type === 'task' && text(row, 'status') === 'open'
/** domain/visit-writes-*.ts, visit-fields.ts and review-writes.ts, register by register. */
const MOVED: Readonly<Partial<Record<RecordType, readonly string[]>>> = {
  plan: ['status', 'review', 'lastReviewOn'],
  goal: ['status'],
  measure: ['status'],
  resident: ['income', 'causes', 'reachedAt', 'safetyFlag', 'contactStop', 'whatWorks', 'whatDoesNotWork'],
  tenancy: [
    'writtenLease',
    'rentDueDay',
    'paymentMethod',
    'evictionClause',
    'informedOfNotifyRoutines',
    'earmarkInfoGivenOn',
    'notifyReservation',
    'rentMonthly',
    'heatingIncluded',
  ],
  evictionCase: ['causeCategory'],
  arrears: ['amount', 'basis', 'source', 'reminderUnderstood', 'agreedByResident'],
  paymentArrangement: ['creditor', 'payNow', 'perTerm', 'total', 'terms', 'last', 'agreedByResident'],
  complaint: ['recognised', 'residentsSide', 'by', 'status'],
  grant: ['status', 'on', 'discussedOn'],
  consent: ['withdrawn'],
  relative: ['phone', 'relation', 'mayContact'],
  householdMember: ['livesHere', 'relation'],
}
const movedBy = (row: RecordRow): boolean => MOVED[row.type] !== undefined
function movedOnly(row: RecordRow): RecordRow {
  const fields = MOVED[row.type]
  return fields ? { ...row, regs: Object.fromEntries(Object.entries(row.regs).filter(([field]) => fields.includes(field))) } : row
}
