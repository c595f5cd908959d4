// The closed code lists that I dag and the lists of residents read, apart so that the first screen brings no others.

export const ROLES = ['followup_worker', 'case_worker', 'leader', 'admin'] as const
export type Role = (typeof ROLES)[number]

export const ADDRESS_PROTECTIONS = [
  'none',
  'client_address',
  'confidential',
  'strictly_confidential_abroad',
  'strictly_confidential',
] as const
export const SAFETY_LEVELS = ['none', 'caution', 'two_workers', 'not_alone_not_home'] as const
export type SafetyLevel = (typeof SAFETY_LEVELS)[number]
export const TRISTATE = ['yes', 'no', 'unknown'] as const
export type Tristate = (typeof TRISTATE)[number]

export const TENURE_TYPES = [
  'owner',
  'condominium',
  'coop_share',
  'private_rental',
  'private_sublet',
  'municipal_owned',
  'municipal_hired_in',
  'nonprofit_rental',
  'special_11_1',
  'transitional_11_2',
  'temporary_stay',
  'family_or_friends',
  'none',
] as const
export type TenureType = (typeof TENURE_TYPES)[number]

export const PLAN_STATUSES = [
  'draft',
  'offered',
  'declined',
  'active',
  'paused',
  'in_evaluation',
  'renewed',
  'completed',
  'ended_by_resident',
  'ended_by_service',
  'expired',
] as const
export type PlanStatus = (typeof PLAN_STATUSES)[number]

export const VISIT_KINDS = [
  'mapping',
  'followup',
  'arrears',
  'neighbour_complaint',
  'move_in',
  'plan_review',
  'post_eviction',
  'attempt_unannounced',
  'accompany',
  'phone',
  'other',
] as const
export type VisitKind = (typeof VISIT_KINDS)[number]
export const VISIT_STATUSES = ['planned', 'in_progress', 'done', 'not_done', 'cancelled'] as const
export type VisitStatus = (typeof VISIT_STATUSES)[number]
export const OUTCOMES = [
  'home_full',
  'home_short',
  'home_at_door',
  'not_home',
  'no_answer',
  'declined_entry',
  'declined_service',
  'cancelled_by_resident',
  'cancelled_by_service',
  'moved',
  'intoxicated',
  'unwell',
  'unsafe_left',
  'wrong_address',
  'hospital_or_detox',
  'imprisoned',
  'deceased',
  'phone_instead',
] as const
export type Outcome = (typeof OUTCOMES)[number]
/** Outcomes in which the visit took place; every other one is «ikke gjennomført», never a failure (DOMAIN.md 0.4). */
export const OUTCOMES_HELD: readonly Outcome[] = ['home_full', 'home_short', 'home_at_door', 'phone_instead']

export const CHANGE_STATES = ['draft', 'saved', 'sent', 'custody', 'held', 'settled'] as const
/** Where a change is; the words are DESIGN.md 4. */
export type ChangeState = (typeof CHANGE_STATES)[number]
