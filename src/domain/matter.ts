// From the records of a lane to the facts the deadline engine reads, and from several lanes to one matter: inquiry
// lane + linked case lane (DESIGN.md 3, «Lanes and matters»). Effective values only; what is not known is left out.
// The facts travel in every summary, so they hold dates, codes and ids, never free text.

import { PLAN_STATUSES, type PlanStatus, SAFETY_LEVELS, TRISTATE, type Tristate } from './codes-at-once.ts'
import {
  type AlarmFact,
  ASSESSMENT_KINDS,
  type AssessmentFact,
  CLOSE_REASONS,
  type ContactFact,
  type DoneMarkFact,
  EMPTY_MATTER,
  EVICTION_STAGES,
  type EvictionCaseFact,
  INQUIRY_KINDS,
  type InquiryFact,
  LETTER_TEMPLATES,
  type LetterFact,
  type Matter,
  type PlanFact,
  type SafetyFact,
  type TenancyFact,
} from './deadline-facts.ts'
import { effective } from './effective.ts'
import { type LocalDate, localDate } from './ids.ts'
import { type Agreed, asAgreed, isYesLost } from './plan-standing.ts'
import { asCode, asDate, asDateTime, asGroup, asList, asNumber, asText, code, date, ids, number, part, ref, text } from './reading.ts'
import { rowsOf } from './records.ts'
import { headsOf, isVoid, madeBy, type RecordRow } from './register.ts'

export type MatterFacts = Matter

/** Facts of one lane's rows, void ones left out; that they were struck counts for the plan they were to renew. */
export function matterFacts(rows: readonly RecordRow[]): Matter {
  const standing = rows.filter((row) => !isVoid(row))
  return {
    ...EMPTY_MATTER,
    inquiries: rowsOf(standing, 'inquiry').flatMap(inquiryFact),
    letters: rowsOf(standing, 'letter').flatMap(letterFact),
    contacts: [...rowsOf(standing, 'contactAttempt').flatMap(attemptFact), ...rowsOf(standing, 'visit').flatMap(visitFact)],
    assessments: rowsOf(standing, 'assessment').flatMap(assessmentFact),
    alarms: rowsOf(standing, 'concern').flatMap(alarmFact),
    evictionCases: rowsOf(standing, 'evictionCase').flatMap(evictionCaseFact),
    plans: plansOf(standing, rows.filter(isVoid)),
    tenancies: rowsOf(standing, 'tenancy').flatMap(tenancyFact),
    safety: rowsOf(standing, 'resident').flatMap(safetyFact),
    consents: rowsOf(standing, 'consent').map((row) => ({
      id: row.id,
      validTo: date(row, 'validTo'),
      endedBy: part(row, 'withdrawn', 'on') === undefined ? undefined : row.id,
    })),
    doneMarks: rowsOf(standing, 'doneMark').flatMap(doneMarkFact),
    children: childrenOf(standing),
  }
}

/** One matter of several lanes: everything side by side; children: yes beats unknown and no. */
export function mergeMatters(matters: readonly Matter[]): Matter {
  return matters.reduce<Matter>(
    (whole, matter) => ({
      inquiries: [...whole.inquiries, ...matter.inquiries],
      letters: [...whole.letters, ...matter.letters],
      contacts: [...whole.contacts, ...matter.contacts],
      assessments: [...whole.assessments, ...matter.assessments],
      transfers: [...whole.transfers, ...matter.transfers],
      alarms: [...whole.alarms, ...matter.alarms],
      evictionCases: [...whole.evictionCases, ...matter.evictionCases],
      creditorWarnings: [...whole.creditorWarnings, ...matter.creditorWarnings],
      quitNotices: [...whole.quitNotices, ...matter.quitNotices],
      plans: [...whole.plans, ...matter.plans],
      tenancies: [...whole.tenancies, ...matter.tenancies],
      safety: [...whole.safety, ...matter.safety],
      consents: [...whole.consents, ...matter.consents],
      guardians: [...whole.guardians, ...matter.guardians],
      doneMarks: [...whole.doneMarks, ...matter.doneMarks],
      children: strongest([whole.children, matter.children]),
    }),
    { ...EMPTY_MATTER, children: 'no' },
  )
}

const strongest = (known: readonly Tristate[]): Tristate => (known.includes('yes') ? 'yes' : known.includes('unknown') ? 'unknown' : 'no')

/** A civil date, also out of a date and time. */
const dayOf = (row: RecordRow, field: string): LocalDate | undefined => {
  const v = effective(row, field)
  const at = asDateTime(v)
  return asDate(v) ?? (at === undefined ? undefined : localDate(at.slice(0, 10)))
}

const evictionDates = (row: RecordRow) => ({
  servedDate: date(row, 'servedDate'),
  copyDate: date(row, 'copyDate'),
  firstNamsfogdNotice: date(row, 'firstNamsfogdNotice'),
  noticeOfTimeSent: date(row, 'noticeOfTimeSent'),
  scheduledAt: dayOf(row, 'scheduledAt'),
  executedAt: dayOf(row, 'executedAt'),
  objectionSettledBy: ref(row, 'objectionSettledBy'),
})

function inquiryFact(row: RecordRow): InquiryFact[] {
  const kind = code(row, 'kind', INQUIRY_KINDS)
  const receivedDate = date(row, 'receivedDate')
  if (kind === undefined || receivedDate === undefined) return []
  return [
    {
      id: row.id,
      kind,
      receivedDate,
      noticeDate: date(row, 'noticeDate'),
      isClosed: text(row, 'status') === 'closed' || text(row, 'status') === 'forwarded',
      closeReason: code(row, 'closeReason', CLOSE_REASONS),
      isClient: ['active', 'passive'].includes(text(row, 'clientStatusAtReceipt') ?? ''),
      ...evictionDates(row),
    },
  ]
}

function letterFact(row: RecordRow): LetterFact[] {
  const template = code(row, 'template', LETTER_TEMPLATES)
  if (template === undefined) return []
  const copies = asList(effective(row, 'copies')).map((copy) => asGroup(copy))
  return [
    {
      id: row.id,
      inquiry: ref(row, 'inquiry'),
      template,
      sentDate: date(row, 'sentDate'),
      copiesDecided: copies.every((copy) => copy?.sentDate !== undefined || copy?.decided !== undefined),
    },
  ]
}

const HEARD = ['reached', 'refused']
function attemptFact(row: RecordRow): ContactFact[] {
  const on = date(row, 'on')
  if (on === undefined) return []
  const isHeard = text(row, 'direction') === 'in' || HEARD.includes(text(row, 'result') ?? '')
  return [{ id: row.id, on, heard: isHeard, inquiry: ref(row, 'inquiry') }]
}

/**
 * A visit where somebody answered is heard, a no too (DOMAIN.md 2.14); one that found nobody is an attempt. While two
 * workers tell of different outcomes it is heard only if both say so, so that the deadline stands until they agree.
 */
const UNHEARD = ['not_home', 'no_answer', 'wrong_address', 'moved', 'cancelled_by_service']
function visitFact(row: RecordRow): ContactFact[] {
  const outcomes = headsOf(row, 'outcome').flatMap((head) => asText(asGroup(head.v)?.code) ?? [])
  const start = asDateTime(part(row, 'planned', 'start'))
  if (outcomes.length === 0 || start === undefined) return []
  return [{ id: row.id, on: localDate(start.slice(0, 10)), heard: outcomes.every((outcome) => !UNHEARD.includes(outcome)) }]
}

function assessmentFact(row: RecordRow): AssessmentFact[] {
  const kind = code(row, 'kind', ASSESSMENT_KINDS)
  const on = date(row, 'on')
  return kind === undefined || on === undefined ? [] : [{ id: row.id, kind, on, inquiry: ref(row, 'inquiry') }]
}

/** C-EVICT calls on the office at once (DOMAIN.md 4.4). */
function alarmFact(row: RecordRow): AlarmFact[] {
  const made = madeBy(row)
  const raisedOn = made && asDate(made.at.slice(0, 10))
  if (text(row, 'code') !== 'C-EVICT' || raisedOn === undefined) return []
  return [{ id: row.id, raisedOn, settledBy: text(row, 'status') === 'handled' ? row.id : undefined }]
}

function evictionCaseFact(row: RecordRow): EvictionCaseFact[] {
  const stage = code(row, 'stage', EVICTION_STAGES)
  if (stage === undefined) return []
  const type = text(row, 'type') === 'forced_sale' ? 'forced_sale' : 'eviction_rental'
  return [{ id: row.id, type, stage, inquiries: ids(row, 'inquiries'), ...evictionDates(row) }]
}

const NOT_AGREED: readonly PlanStatus[] = ['draft', 'offered', 'declined']
const MAY_BE_RENEWED: readonly PlanStatus[] = ['active', 'in_evaluation', 'paused', 'expired']

/**
 * What everybody stands behind (plan-standing.ts): nothing is due of a proposal. A version with an agreed one after it is
 * renewed, whatever its own register has come to say; then nothing of it is due either.
 */
function plansOf(rows: readonly RecordRow[], struck: readonly RecordRow[]): readonly PlanFact[] {
  const before = rowsOf(struck, 'plan').map((row) => ref(row, 'previous'))
  const plans = asAgreed(versionsOf(rows), before)
  const renewed = new Set(plans.flatMap(({ status, previous }) => (NOT_AGREED.includes(status) ? [] : (previous ?? []))))
  const reviews = rowsOf(rows, 'planReview').filter((row) => text(row, 'decision'))
  return plans.flatMap(({ row, status }) => {
    const reviewed = reviews.flatMap((review) => (ref(review, 'plan') === row.id ? (date(review, 'on') ?? []) : []))
    return planFact(row, renewed.has(row.id) && MAY_BE_RENEWED.includes(status) ? 'renewed' : status, reviewed)
  })
}

function versionsOf(rows: readonly RecordRow[]): readonly (Agreed & { readonly row: RecordRow })[] {
  const signed = rowsOf(rows, 'signature')
  return rowsOf(rows, 'plan').map((row) => {
    const said = signed.filter((signature) => ref(signature, 'of') === row.id).map((yes) => ({ textHash: text(yes, 'textHash') }))
    const status = code(row, 'status', PLAN_STATUSES) ?? 'draft'
    return { row, id: row.id, previous: ref(row, 'previous'), status, isYesLost: isYesLost(said, row.frozen?.at) }
  })
}

/** The last of all evaluations with a decision: two that were made apart did both take place. */
function lastReview(row: RecordRow, reviewed: readonly LocalDate[]): LocalDate | undefined {
  return [...headsOf(row, 'lastReviewOn').flatMap((head) => asDate(head.v) ?? []), ...reviewed].sort().at(-1)
}

function planFact(row: RecordRow, status: PlanStatus, reviewed: readonly LocalDate[]): PlanFact[] {
  const startDate = asDate(part(row, 'period', 'startDate'))
  if (startDate === undefined) return []
  return [
    {
      id: row.id,
      status,
      startDate,
      endDate: asDate(part(row, 'period', 'endDate')),
      reviewEveryMonths: asNumber(part(row, 'review', 'everyMonths')),
      lastReviewOn: lastReview(row, reviewed),
    },
  ]
}

const TENANCY_STATUSES = ['planned', 'active', 'notice_given', 'ended'] as const
function tenancyFact(row: RecordRow): TenancyFact[] {
  const status = code(row, 'status', TENANCY_STATUSES)
  return status === undefined
    ? []
    : [{ id: row.id, status, endDate: date(row, 'endDate'), termKind: code(row, 'termKind', ['fixed', 'open_ended'] as const) }]
}

function safetyFact(row: RecordRow): SafetyFact[] {
  const level = asCode(part(row, 'safetyFlag', 'level'), SAFETY_LEVELS)
  return level === undefined || level === 'none' ? [] : [{ id: row.id, level, reviewBy: asDate(part(row, 'safetyFlag', 'reviewBy')) }]
}

function doneMarkFact(row: RecordRow): DoneMarkFact[] {
  const rule = text(row, 'rule')
  const basis = ref(row, 'basis')
  const basisDate = date(row, 'basisDate')
  const on = date(row, 'on')
  return rule === undefined || basis === undefined || basisDate === undefined || on === undefined
    ? []
    : [{ id: row.id, rule, basis, basisDate, on }]
}

function childrenOf(rows: readonly RecordRow[]): Tristate {
  const said = rows.flatMap((row) => {
    if (row.type === 'household' && (number(row, 'childrenCount') ?? 0) > 0) return ['yes' as const]
    return row.type === 'household' || row.type === 'inquiry' ? (code(row, 'childrenKnown', TRISTATE) ?? []) : []
  })
  return said.length === 0 ? 'unknown' : said.includes('yes') ? 'yes' : said.every((one) => one === 'no') ? 'no' : 'unknown'
}
