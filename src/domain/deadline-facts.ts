// The plain facts the deadline engine reads about one matter: inquiry lane, linked case lane and office lane together
// (DESIGN.md 3, "Lanes and matters"). Effective values only (DOMAIN.md 2.22), no voided records, no free text.
// Whoever reads records into facts leaves out what is not known; nothing here is guessed.

import type { PlanStatus, SafetyLevel, Tristate } from './codes.ts'
import type { Id, LocalDate } from './ids.ts'

type Maybe<T> = T | undefined

export const INQUIRY_KINDS = [
  'arrears_notice',
  'other_default',
  'petition_copy',
  'forced_sale_notice',
  'eviction_scheduled',
  'eviction_tomorrow_phone',
  'eviction_done',
  'namsfogd_special_concern',
  'namsfogd_capacity',
  'neighbour_complaint',
  'self_referral',
  'relative_concern',
  'service_concern',
  'loan_default',
  'prison_or_hospital_release',
] as const
export type InquiryKind = (typeof INQUIRY_KINDS)[number]

export const CLOSE_REASONS = [
  'resolved_paid',
  'resolved_agreement',
  'help_started',
  'help_declined',
  'moved',
  'transferred',
  'eviction_done_followed',
  'no_basis',
  'duplicate',
] as const
export type CloseReason = (typeof CLOSE_REASONS)[number]

export const EVICTION_STAGES = [
  'default',
  'notified',
  'petitioned',
  'served',
  'decided',
  'scheduled',
  'postponed',
  'averted',
  'executed',
  'withdrawn',
  'moved_voluntarily',
  'sale_ordered',
  'sold',
  'cancelled',
] as const
export type EvictionStage = (typeof EVICTION_STAGES)[number]

export const ASSESSMENT_KINDS = [
  'first',
  'individual_followup',
  'special',
  'child_welfare',
  'post_eviction',
  'capacity',
  'before_measures',
] as const
export type AssessmentKind = (typeof ASSESSMENT_KINDS)[number]

export const LETTER_TEMPLATES = ['L1', 'L2', 'L3', 'L4', 'L5', 'L6', 'L7', 'L8', 'L9'] as const
export type LetterTemplate = (typeof LETTER_TEMPLATES)[number]

/** Dates of one eviction, whether they were read off a notice or stand on the eviction case (DOMAIN.md 2.11, 2.12). */
export interface EvictionDates {
  readonly servedDate?: Maybe<LocalDate>
  /** The date printed on the copy we got, when it is not the notice's own date. */
  readonly copyDate?: Maybe<LocalDate>
  readonly firstNamsfogdNotice?: Maybe<LocalDate>
  readonly noticeOfTimeSent?: Maybe<LocalDate>
  /** The date that stands now: a postponement without a new date leaves it out. */
  readonly scheduledAt?: Maybe<LocalDate>
  readonly executedAt?: Maybe<LocalDate>
  /** What says that the tenant's objection is sent, or confirmed not wanted. */
  readonly objectionSettledBy?: Maybe<Id>
}

export interface InquiryFact extends EvictionDates {
  readonly id: Id
  readonly kind: InquiryKind
  /** Our own receipt, as a person confirmed it. */
  readonly receivedDate: LocalDate
  /** Receipt by the district that forwarded it to us; D1 runs from the first (DOMAIN.md 3.3, further rule 1). */
  readonly firstReceivedDate?: Maybe<LocalDate>
  readonly noticeDate?: Maybe<LocalDate>
  readonly isClosed: boolean
  readonly closeReason?: Maybe<CloseReason>
  readonly isClient: boolean
  readonly tenancy?: Maybe<Id>
}

export interface EvictionCaseFact extends EvictionDates {
  readonly id: Id
  readonly type: 'eviction_rental' | 'forced_sale'
  readonly stage: EvictionStage
  readonly inquiries: readonly Id[]
}

export interface LetterFact {
  readonly id: Id
  readonly inquiry?: Maybe<Id>
  readonly template: LetterTemplate
  /** Absent until it is sent. */
  readonly sentDate?: Maybe<LocalDate>
  /** Every copy it calls for is decided, yes or no (O-2). */
  readonly copiesDecided: boolean
}

/** A contact attempt, a call in, or a visit: `heard` when the person was reached or came to us; a refusal is heard. */
export interface ContactFact {
  readonly id: Id
  readonly on: LocalDate
  readonly heard: boolean
  readonly inquiry?: Maybe<Id>
}

export interface AssessmentFact {
  readonly id: Id
  readonly kind: AssessmentKind
  readonly on: LocalDate
  readonly inquiry?: Maybe<Id>
}

export interface TransferFact {
  readonly id: Id
  readonly inquiry?: Maybe<Id>
  readonly sentOn: LocalDate
  readonly receiptConfirmedOn?: Maybe<LocalDate>
}

/** Any other event that calls for something at once, like a C-EVICT concern raised at a visit (DOMAIN.md 4.4). */
export interface AlarmFact {
  readonly id: Id
  readonly raisedOn: LocalDate
  readonly settledBy?: Maybe<Id>
}

export interface PlanFact {
  readonly id: Id
  readonly status: PlanStatus
  readonly startDate: LocalDate
  readonly endDate?: Maybe<LocalDate>
  readonly reviewEveryMonths?: Maybe<number>
  readonly lastReviewOn?: Maybe<LocalDate>
}

export interface TenancyFact {
  readonly id: Id
  readonly status: 'planned' | 'active' | 'notice_given' | 'ended'
  readonly endDate?: Maybe<LocalDate>
  readonly termKind?: Maybe<'fixed' | 'open_ended'>
}

export interface SafetyFact {
  readonly id: Id
  readonly level: SafetyLevel
  readonly setOn?: Maybe<LocalDate>
  readonly reviewBy?: Maybe<LocalDate>
}

/** A consent or a guardian's mandate: ended by a withdrawal or a renewal before its date. */
export interface ExpiryFact {
  readonly id: Id
  readonly validTo?: Maybe<LocalDate>
  readonly endedBy?: Maybe<Id>
}

/** The creditor's own warning to the tenant (D11) or a notice to quit the tenant may protest against (D12). */
export interface WarningFact {
  readonly id: Id
  readonly on: LocalDate
  readonly settledBy?: Maybe<Id>
}

/** Somebody said that it is done. `basisDate` is the date it was counted from when she said so. */
export interface DoneMarkFact {
  readonly id: Id
  readonly rule: string
  readonly basis: Id
  readonly basisDate: LocalDate
  readonly on: LocalDate
  readonly ruleVersion?: Maybe<string>
}

export interface Matter {
  readonly inquiries: readonly InquiryFact[]
  readonly letters: readonly LetterFact[]
  readonly contacts: readonly ContactFact[]
  readonly assessments: readonly AssessmentFact[]
  readonly transfers: readonly TransferFact[]
  readonly alarms: readonly AlarmFact[]
  readonly evictionCases: readonly EvictionCaseFact[]
  readonly creditorWarnings: readonly WarningFact[]
  readonly quitNotices: readonly WarningFact[]
  readonly plans: readonly PlanFact[]
  readonly tenancies: readonly TenancyFact[]
  readonly safety: readonly SafetyFact[]
  readonly consents: readonly ExpiryFact[]
  readonly guardians: readonly ExpiryFact[]
  readonly doneMarks: readonly DoneMarkFact[]
  /** Household, notice and eviction case together: yes beats unknown and no (DOMAIN.md 2.22). */
  readonly children: Tristate
}

export const EMPTY_MATTER: Matter = {
  inquiries: [],
  letters: [],
  contacts: [],
  assessments: [],
  transfers: [],
  alarms: [],
  evictionCases: [],
  creditorWarnings: [],
  quitNotices: [],
  plans: [],
  tenancies: [],
  safety: [],
  consents: [],
  guardians: [],
  doneMarks: [],
  children: 'unknown',
}
