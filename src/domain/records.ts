// Every record type and its registers (DOMAIN.md 2; list items are records of their own, DESIGN.md 3).
// `Fields` is what a register holds when we wrote it; reading is defensive, since a newer device may have written more.

import type {
  Area,
  Basis,
  ConcernAction,
  ConcernCode,
  ContactResult,
  ContactWay,
  GoalArea,
  GoalStatus,
  GroupRole,
  MeasureKind,
  MeasureResult,
  MeasureStatus,
  Outcome,
  PlanStatus,
  Role,
  SafetyLevel,
  TenureType,
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
  'agendaItem',
  'decision',
  'letterCopy',
  // marks
  'doneMark',
  'readReceipt',
  'safetyReport',
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
    birthYear: number
    pronoun: string
    phone: string
    phone2: string
    email: string
    language: { code: string; interpreterNeeded: boolean }
    clientStatus: string
    addressProtection: string
    income: { incomeDay?: number; mainIncome?: string }
    whatWorks: string
    whatDoesNotWork: string
    safetyFlag: { level: SafetyLevel; reason?: string; reviewBy?: LocalDate }
    contactStop: { since: LocalDate; scope: string } | null
    keyAgreement: string
    status: string
  }
  household: {
    name: string
    childrenKnown: Tristate
    childrenCount: number
    childrenBirthYears: readonly number[]
    pets: string
    resources: string
  }
  householdMember: { displayName: string; relation: string; birthYear: number; livesHere: string }
  housingPeriod: { text: string; kind: string; from: string; to: string }
  relative: { name: string; relation: string; phone: string; mayContact: boolean }
  dwelling: {
    address: string
    unitNumber: string
    floor: string
    dwellingKind: string
    rooms: number
    earmark: string
    accessNote: string
    environmentNote: string
    hazardNote: string
  }
  tenancy: {
    dwelling: Id
    tenureType: TenureType
    landlord: string
    writtenLease: Tristate
    startDate: LocalDate
    endDate: LocalDate
    rentMonthly: number
    rentDueDay: number
    paymentMethod: string
    evictionClause: Tristate
    status: string
  }
  plan: {
    version: number
    background: string
    residentsWish: string
    expectationsOnResident: string
    expectationsOnServices: string
    period: { startDate: LocalDate; endDate: LocalDate }
    review: { everyMonths: number; next: LocalDate }
    frequency: { text: string; rule?: Frequency }
    statedCondition: { text: string; setBy: string; legalBasis: string } | null
    status: PlanStatus
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
  }
  measureLog: { measure: Id; on: LocalDate; done: MeasureResult; note: string; visit: Id }
  group: { purpose: string; status: string; period: { startDate: LocalDate; endDate?: LocalDate } }
  groupMember: {
    group: Id
    name: string
    roleCode: GroupRole
    agency: string
    phone: string
    email: string
    isCoordinator: boolean
    responsibility: string
    mayKnow: readonly string[]
    order: number
  }
  meeting: { group: Id; plannedAt: LocalDateTime; place: string; kind: string; status: string }
  consent: { kind: string; text: string; how: string; given: { by: string; on: LocalDate } | null; withdrawn: { on: LocalDate } | null }
  signature: { of: Id; who: string; how: string; on: LocalDate }
  visit: {
    kind: VisitKind
    guide: { code: string; version: number }
    planned: { start: LocalDateTime; end?: LocalDateTime }
    workers: readonly Id[]
    started: Instant
    ended: Instant
    outcome: { code: Outcome; note?: string }
    entryBasis: string
    othersPresent: readonly string[]
    voluntaryInfoGiven: boolean
    activities: readonly string[]
    residentSawNotes: string
    status: VisitStatus
    sameAs: Id
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
  contactAttempt: { on: LocalDate; way: ContactWay; direction: 'in' | 'out'; result: ContactResult; note: string; visit: Id; inquiry: Id }
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
    causeCategory: readonly string[]
    amount: number
    scheduledAt: LocalDateTime
    executedAt: LocalDate
    outcome: string
    householdWithChildren: Tristate
  }
  letter: { inquiry: Id; template: string; status: string; sentDate: LocalDate; copies: readonly Json[] }
  complaint: { receivedAt: LocalDate; about: string; text: string; fromRole: string }
  arrears: { period: string; amount: number; dueDate: LocalDate; paidDate: LocalDate; basis: Basis }
  paymentArrangement: { creditor: string; total: number; perTerm: number; terms: number; status: string }
  assessment: { kind: string; on: LocalDate; highAge: Tristate; needsHelp: Tristate; children: Tristate; conclusion: string }
  doneMark: { rule: string; basis: Id; basisDate: LocalDate; on: LocalDate }
  readReceipt: { of: Id; visit: Id }
  safetyReport: { visit: Id; what: string }
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
