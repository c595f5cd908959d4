// The registers of the plan, the group, consents and what is granted (DOMAIN.md 2.5 to 2.8, 2.18, 2.19).
// `Fields` in records.ts holds all of them; reading is defensive, since a newer device may have written more.

import type {
  AgreedHow,
  ConsentKind,
  GoalArea,
  GoalStatus,
  GrantStatus,
  GroupRole,
  MeasureKind,
  MeasureResult,
  MeasureStatus,
  PaperKind,
  PlanStatus,
  ReviewDecision,
  Topic,
} from './codes.ts'
import type { Frequency } from './frequency.ts'
import type { Id, LocalDate, LocalDateTime } from './ids.ts'

export interface PlanFields {
  plan: {
    version: number
    /** The version this one came from, and why it was made; none for the first. */
    previous: Id
    why: 'renewal' | 'change'
    background: string
    residentsWish: string
    expectationsOnResident: string
    expectationsOnServices: string
    period: { startDate: LocalDate; endDate: LocalDate }
    review: { everyMonths: number; next: LocalDate }
    frequency: { text: string; rule?: Frequency }
    statedCondition: { text: string; setBy: string; legalBasis: string } | null
    partOfIndividualPlan: boolean
    status: PlanStatus
    endReason: string
    lastReviewOn: LocalDate
  }
  goal: {
    plan: Id
    parent: Id
    text: string
    area: GoalArea
    horizon: 'short' | 'long'
    baseline: number
    target: number
    dueDate: LocalDate
    status: GoalStatus
    order: number
    /** The same goal in the version before. */
    cameFrom: Id
  }
  goalScore: { goal: Id; on: LocalDate; by: 'resident' | 'worker'; score: number; note: string; visit: Id }
  measure: {
    plan: Id
    goals: readonly Id[]
    text: string
    kind: MeasureKind
    responsible: readonly string[]
    residentsPart: string
    servicesPart: string
    frequency: Frequency
    period: { startDate: LocalDate; endDate?: LocalDate }
    reportClause: { on: string; to: string; when: string } | null
    requiresConsent: boolean
    status: MeasureStatus
    order: number
    /** The same measure in the version before. */
    cameFrom: Id
    /** Why it was begun without the talk N 6.2 asks for. */
    withoutTalk: string
  }
  measureLog: { measure: Id; on: LocalDate; done: MeasureResult; note: string; visit: Id }
  group: {
    purpose: string
    status: string
    period: { startDate: LocalDate; endDate?: LocalDate }
    /** The one who coordinates: a member of the group. One register, so that there is one or a question, never two. */
    coordinator: Id
    meetingEvery: Frequency
  }
  /** What a member may know stands in consents of hers, never here. `user` when she works at this office. */
  groupMember: {
    group: Id
    name: string
    roleCode: GroupRole
    user: Id
    agency: string
    phone: string
    email: string
    responsibility: string
    period: { from: LocalDate; to?: LocalDate }
    order: number
  }
  /** Beside these, one register `present.<member id>` each, an `Attendance`. */
  meeting: {
    group: Id
    plannedAt: LocalDateTime
    place: string
    kind: string
    status: string
    /** Must be answered before anything is decided about the resident (DOMAIN.md 2.8). */
    residentPresent: boolean
    residentAbsenceReason: string
    minutes: string
    minutesApproved: { on: LocalDate } | null
    follows: Id
  }
  agendaItem: { meeting: Id; title: string; topic: Topic; raisedBy: string; minutes: string; order: number }
  decision: { meeting: Id; item: Id; text: string; topic: Topic; responsible: string; due: LocalDate; task: Id }
  /** Only given, refused or withdrawn; a new yes is a new record (DOMAIN.md 2.19). `about`: a member, a measure, a relative. */
  consent: {
    kind: ConsentKind
    text: string
    version: number
    about: Id
    topics: readonly Topic[]
    scope: string
    how: AgreedHow
    given: { by: string; on: LocalDate; as?: 'self' | 'guardian'; witness?: string } | null
    validTo: LocalDate
    refused: { on: LocalDate } | null
    withdrawn: { on: LocalDate; how?: string } | null
  }
  /** `textHash`: SHA-256, base64url, of the words that were shown and read (`planText`). */
  signature: {
    of: Id
    who: string
    role: 'resident' | 'guardian' | 'worker'
    how: AgreedHow
    on: LocalDate
    version: number
    textHash: string
    witness: string
    /** Drawn on the screen: an SVG path in a box of 600 × 200, rounded to whole points. */
    drawn: string
  }
  copyGiven: { of: Id; kind: PaperKind; to: string; member: Id; on: LocalDate; how: string; items: readonly Id[] }
  planReview: {
    plan: Id
    visit: Id
    on: LocalDate
    participants: readonly string[]
    whatHelped: string
    whatDidNot: string
    residentsVoice: string
    trust: number
    howOften: 'too_often' | 'right' | 'too_seldom'
    decision: ReviewDecision
    newEndDate: LocalDate
    nextReview: LocalDate
    crisisPlan: { whatIf: string; whom: string }
  }
  goalResult: { review: Id; goal: Id; result: GoalStatus; note: string }
  measureReview: { review: Id; measure: Id; helped: MeasureResult; onward: 'keep' | 'change' | 'stop'; weDid: MeasureResult; note: string }
  grant: { code: string; status: GrantStatus; on: LocalDate; discussedOn: LocalDate; reason: string; note: string }
  serviceDecision: {
    service: string
    legalBasis: string
    decidedOn: LocalDate
    validTo: LocalDate
    evaluateOn: LocalDate
    referenceNo: string
  }
}
