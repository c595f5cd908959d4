// The registers of notices, complaints, money and stays (DOMAIN.md 2.11 to 2.19). Money is integer øre.
// `Fields` in records.ts holds all of them; reading is defensive, since a newer device may have written more.

import type {
  ArrangementStatus,
  ArrearsSource,
  Basis,
  BudgetKind,
  BudgetSource,
  Cause,
  ComplaintAbout,
  ComplaintFrom,
  ComplaintHandled,
  ComplaintStatus,
  StayKind,
  Tristate,
} from './codes.ts'
import type { Id, Json, LaneId, LocalDate, LocalDateTime } from './ids.ts'

export interface NoticeFields {
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
}
