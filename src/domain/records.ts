// Every record type and its registers (DOMAIN.md 2; list items are records of their own, DESIGN.md 3).
// `Fields` is what a register holds when we wrote it; reading is defensive, since a newer device may have written more.

import type {
  AgreedHow,
  AgreedVisit,
  Area,
  ArrangementStatus,
  ArrearsSource,
  Attendance,
  Basis,
  BudgetKind,
  BudgetSource,
  Cause,
  ComplaintAbout,
  ComplaintFrom,
  ComplaintHandled,
  ComplaintStatus,
  ConcernAction,
  ConcernCode,
  ConsentKind,
  ContactResult,
  ContactWay,
  DocumentKind,
  EntryBasis,
  GoalArea,
  GoalStatus,
  GrantStatus,
  GroupRole,
  MeasureKind,
  MeasureResult,
  MeasureStatus,
  Outcome,
  PaperKind,
  PlanStatus,
  RefusalAnswer,
  ReviewDecision,
  Role,
  SafetyLevel,
  StayKind,
  TenureType,
  Topic,
  Tristate,
  VisitKind,
  VisitStatus,
} from './codes.ts'
import type { Id, Instant, Json, LaneId, LocalDate, LocalDateTime } from './ids.ts'
import type { Field, Patch, RecordRow, Seen } from './register.ts'

export const RECORD_TYPES = [
  // office lane
  'office',
  'user',
  'agency',
  // case lane: the person and the home
  'resident',
  'household',
  'householdMember',
  'housingPeriod',
  'relative',
  'dwelling',
  'tenancy',
  // case lane: plan and group
  'plan',
  'goal',
  'goalScore',
  'measure',
  'measureLog',
  'group',
  'groupMember',
  'meeting',
  'consent',
  'signature',
  // case lane: visits and what they leave
  'visit',
  'contribution',
  'observation',
  'concern',
  'contactAttempt',
  'task',
  'addendum',
  'checkIn',
  // notices and the case about the home
  'inquiry',
  'evictionCase',
  'letter',
  'complaint',
  'arrears',
  'paymentArrangement',
  'assessment',
  'instalment',
  'budget',
  'budgetLine',
  'stay',
  'grant',
  'serviceDecision',
  'transfer',
  'document',
  'planReview',
  'goalResult',
  'measureReview',
  'agendaItem',
  'decision',
  'letterCopy',
  // marks
  'doneMark',
  'readReceipt',
  'safetyReport',
  // what was handed over, and to whom
  'copyGiven',
  // desk only: never on a device
  'identity',
  'reporter',
] as const
export type RecordType = (typeof RECORD_TYPES)[number]

export interface Frequency {
  readonly unit: 'day' | 'week' | 'month'
  readonly every: number
  readonly times?: number
  readonly weekdays?: readonly ('MON' | 'TUE' | 'WED' | 'THU' | 'FRI' | 'SAT' | 'SUN')[]
  readonly timeOfDay?: string
  readonly fixedTime?: boolean
  readonly fixedPerson?: boolean
}

/** An answer in a contribution: given, skipped or declined are three different things (DOMAIN.md 4.1 rule 2). */
export type StoredAnswer =
  | { readonly v: Json; readonly basis?: Basis; readonly note?: string }
  | { readonly skipped: true }
  | { readonly declined: true }

/** The registers of each type. Money is integer øre. Types without an entry hold plain JSON registers of DOMAIN.md 2. */
export interface Fields {
  office: {
    name: string
    phone: string
    municipality: string
    emergency: { police: string; health: string; fire: string; childWelfare: string }
  }
  user: { name: string; roles: readonly Role[]; phone: string }
  agency: { name: string; kind: string; phone: string }
  resident: {
    displayName: string
    legalName: string
    birthYear: number
    pronoun: string
    phone: string
    phone2: string
    email: string
    contactPreference: string
    safeContactNote: string
    language: { code: string; interpreterNeeded: boolean }
    clientStatus: string
    addressProtection: string
    income: { incomeDay?: number; mainIncome?: string }
    whatWorks: string
    whatDoesNotWork: string
    guardian: { name: string; phone?: string; mandate?: string; from?: LocalDate; to?: LocalDate } | null
    safetyFlag: { level: SafetyLevel; reason?: string; reviewBy?: LocalDate; setBy?: Id }
    contactStop: { since: LocalDate; scope: string; saidTo?: string; visit?: Id } | null
    keyAgreement: string
    /** How she can be reached while she has no home (G7 7.6). */
    reachedAt: string
    /** Why it became hard, as she sees it; of the home now, `evictionCase.causeCategory` (N 1.2). */
    causes: readonly Cause[]
    status: string
  }
  household: {
    name: string
    childrenKnown: Tristate
    childrenCount: number
    childrenBirthYears: readonly number[]
    childArrangement: string
    pets: string
    resources: string
  }
  householdMember: { displayName: string; relation: string; birthYear: number; livesHere: string }
  housingPeriod: { text: string; kind: string; from: string; to: string; why: string }
  relative: { name: string; relation: string; phone: string; mayContact: boolean }
  dwelling: {
    address: string
    unitNumber: string
    postal: { code: string; city: string }
    floor: string
    dwellingKind: string
    rooms: number
    sizeM2: number
    lift: boolean
    stepFree: boolean
    boardContact: string
    /** The part of town, as the office names it. */
    district: string
    /** Whom neighbours may ring (N 5.6). */
    neighbourContact: { name: string; phone?: string; area?: string; from?: LocalDate; to?: LocalDate } | null
    earmark: string
    accessNote: string
    environmentNote: string
    hazardNote: string
  }
  tenancy: {
    dwelling: Id
    tenureType: TenureType
    landlord: string
    manager: string
    headLandlord: string
    arrangedByMunicipality: boolean
    writtenLease: Tristate
    startDate: LocalDate
    endDate: LocalDate
    termKind: string
    moveInDeadline: LocalDate
    rentMonthly: number
    heatingIncluded: boolean
    rentDueDay: number
    paymentMethod: string
    evictionClause: Tristate
    notifyReservation: { on: LocalDate; source?: string } | null
    informedOfNotifyRoutines: LocalDate
    earmarkInfoGivenOn: LocalDate
    /** Why a fixed term is shorter than three years (N 2.3.2). */
    shortTermGround: string
    terminationGrounds: string
    depositSupport: { kind: string; amount?: number; inspectionDate?: LocalDate } | null
    status: string
    endReason: string
  }
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
  identity: { nationalId: string }
  visit: {
    kind: VisitKind
    guide: { code: string; version: number }
    planned: { start: LocalDateTime; end?: LocalDateTime }
    workers: readonly Id[]
    started: Instant
    ended: Instant
    outcome: { code: Outcome; note?: string }
    agreedHow: AgreedVisit
    entryBasis: EntryBasis
    /** In an emergency: why one went in, and who was called (DOMAIN.md 2.9). */
    emergency: { reason: string; called: string }
    /** Who holds the plan when several visit; the others propose (UX.md 3, «Two workers, same visit»). */
    holdsPlan: Id
    /** What she answered when she did not want help (DOMAIN.md 4.3). */
    refusal: { answer: RefusalAnswer; again?: LocalDate }
    othersPresent: readonly string[]
    voluntaryInfoGiven: boolean
    adviceGiven: readonly string[]
    activities: readonly string[]
    residentSawNotes: string
    status: VisitStatus
    /** «Samme besøk» as that one; the ones it was said to be apart from. */
    sameAs: Id
    apart: readonly Id[]
    why: string
  }
  /** One worker's part of a visit and its own root; beside these, one register per question id (a StoredAnswer). */
  contribution: { visit: Id; worker: Id; guide: { code: string; version: number }; finishedAt: Instant; note: string; feltSafe: string }
  observation: { visit: Id; area: Area; level: number; basis: Basis; text: string; goal: Id; correctedBy: Id }
  concern: {
    code: ConcernCode
    visit: Id
    basis: Basis
    urgency: 'now' | 'today' | 'this_week'
    raisedFrom: string
    action: { taken: ConcernAction; on: LocalDate; note?: string } | null
    status: 'open' | 'handled'
  }
  contactAttempt: {
    on: LocalDate
    /** «14:30» on the clock in Oslo. */
    clock: string
    way: ContactWay
    direction: 'in' | 'out'
    result: ContactResult
    note: string
    visit: Id
    inquiry: Id
  }
  /** `assignee`: a user id, or `resident`, or free text for somebody else. */
  task: { title: string; assignee: string; due: LocalDate; visit: Id; status: 'open' | 'done' | 'dropped'; doneOn: LocalDate }
  addendum: { of: Id; text: string }
  checkIn: { visit: Id; at: Instant; expectedOut: Instant; out: Instant }
  inquiry: {
    kind: string
    sender: { role: string; name?: string; phone?: string }
    channel: string
    noticeDate: LocalDate
    receivedDate: LocalDate
    personText: string
    amount: { due?: number; months?: number }
    petitionDate: LocalDate
    servedDate: LocalDate
    noticeOfTimeSent: LocalDate
    scheduledAt: LocalDateTime
    executedAt: LocalDate
    childrenKnown: Tristate
    status: string
    linkedCase: LaneId
    requestedFromUs: string
  }
  evictionCase: {
    type: string
    ground: string
    stage: string
    inquiries: readonly Id[]
    causeCategory: readonly Cause[]
    amount: number
    scheduledAt: LocalDateTime
    executedAt: LocalDate
    outcome: string
    householdWithChildren: Tristate
  }
  letter: { inquiry: Id; template: string; status: string; sentDate: LocalDate; copies: readonly Json[] }
  /** Who complained is never here: `reporter`, at the desk only (DOMAIN.md 2.17, N 5.6 box). */
  complaint: {
    dwelling: Id
    receivedAt: LocalDate
    receivedBy: Id
    about: ComplaintAbout
    text: string
    occurredAt: LocalDate
    fromRole: ComplaintFrom
    handledHow: ComplaintHandled
    replySent: LocalDate
    visit: Id
    /** Does she know herself in it, and her side of it. */
    recognised: 'yes' | 'no' | 'partly'
    residentsSide: string
    by: 'resident' | 'others'
    status: ComplaintStatus
  }
  reporter: { complaint: Id; name: string; phone: string }
  /** Øre. `amount` is missing while nobody knows it. */
  arrears: {
    tenancy: Id
    period: string
    amount: number
    dueDate: LocalDate
    paidDate: LocalDate
    basis: Basis
    reminderSent: LocalDate
    /** Has the letter been read and understood (N 6.3). */
    reminderUnderstood: Tristate
    /** What she says of the amount: right, wrong, or not known. */
    agreedByResident: Tristate
    source: ArrearsSource
    /** rent, electricity, loan: what is owed. */
    what: string
    visit: Id
  }
  /** Øre. `last`: the last term where it differs from the others. */
  paymentArrangement: {
    creditor: string
    total: number
    perTerm: number
    terms: number
    last: number
    payNow: number
    dueDay: number
    firstDate: LocalDate
    lastDate: LocalDate
    how: string
    negotiatedBy: Id
    agreedByResident: { on: LocalDate } | null
    agreedByCreditor: { on: LocalDate } | null
    visit: Id
    status: ArrangementStatus
  }
  instalment: { arrangement: Id; due: LocalDate; amount: number; paid: { on: LocalDate; amount: number } | null; order: number }
  /** `month`: «2026-11». The balance is always counted from the lines. */
  budget: { month: string; madeWith: string; visit: Id }
  budgetLine: { budget: Id; kind: BudgetKind; label: string; amount: number; source: BudgetSource; order: number }
  stay: { kind: StayKind; place: string; from: LocalDate; to: LocalDate; dwelling: Id; visit: Id }
  /** A picture or a scanned letter: `file` names the sealed blob; without its own consent none of a home (DOMAIN.md 2.19). */
  document: {
    kind: DocumentKind
    title: string
    file: { blob: Id; type: string; bytes: number }
    consent: Id
    takenOn: LocalDate
    /** Destroyed after this day. */
    deleteOn: LocalDate
    visit: Id
  }
  /** Each of the questions with its reason; `conclusion` at most 1,500 characters (O-4). */
  assessment: {
    kind: string
    on: LocalDate
    visit: Id
    inquiry: Id
    highAge: Tristate
    needsHelp: Tristate
    children: Tristate
    reason: string
    forward: { answer: 'yes' | 'no' | 'maybe'; to?: string; reason?: string }
    ownMeasures: { answer: 'yes' | 'no'; which?: string; reason?: string }
    conclusion: string
  }
  doneMark: { rule: string; basis: Id; basisDate: LocalDate; on: LocalDate }
  readReceipt: { of: Id; visit: Id }
  /** In the worker's own lane, never in the resident's file. `case`: whose leader is to see it. */
  safetyReport: { visit: Id; what: string; felt: string; case: LaneId; leaderTold: { on: LocalDate; how?: string }; measures: string }
}
export type KnownType = keyof Fields
type FieldsOf<T extends KnownType> = Fields[T] & { void: { reason: string } }

/** A typed patch. `rec` is a fresh random id for a new record; `seen` comes from the row the editor showed. */
export function patch<T extends KnownType>(
  lane: LaneId,
  type: T,
  rec: Id,
  set: Partial<FieldsOf<T>>,
  more: { readonly seen?: Seen; readonly root?: Id } = {},
): Patch {
  const written: Record<Field, Json> = {}
  for (const [field, v] of Object.entries(set)) if (v !== undefined) written[field] = toJson(v)
  return { lane, rec, type, set: written, ...more }
}

export const isJson = (v: unknown): v is Json =>
  v === null ||
  ['string', 'boolean'].includes(typeof v) ||
  (typeof v === 'number' && Number.isFinite(v)) ||
  (Array.isArray(v) ? v.every(isJson) : typeof v === 'object' && Object.values(v).every((inner) => inner === undefined || isJson(inner)))

/** The register that says whether a member came to a meeting. */
export const presenceField = (member: Id): Field => `present.${member}`
export type Present = Readonly<Record<Id, Attendance>>

function toJson(v: unknown): Json {
  if (isJson(v)) return v
  throw new TypeError('a register holds plain JSON')
}

export type RowOf<T extends RecordType> = RecordRow & { readonly type: T }
export const isType = <T extends RecordType>(row: RecordRow, type: T): row is RowOf<T> => row.type === type
export const rowsOf = <T extends RecordType>(rows: Iterable<RecordRow>, type: T): readonly RowOf<T>[] => {
  const found: RowOf<T>[] = []
  for (const row of rows) if (isType(row, type)) found.push(row)
  return found
}
