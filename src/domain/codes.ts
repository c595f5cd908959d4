// The closed code lists of DOMAIN.md 2, each once. Words for them live in texts/terms.ts.

export const ROLES = ['followup_worker', 'case_worker', 'leader', 'admin'] as const
export type Role = (typeof ROLES)[number]

export const LANE_ROLES = ['worker', 'coordinator', 'named'] as const
export type LaneRole = (typeof LANE_ROLES)[number]

export const CLIENT_STATUSES = ['active', 'passive', 'none', 'unknown'] as const
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

export const GOAL_AREAS = [
  'keep_home',
  'pay_rent',
  'debt',
  'income',
  'home_care',
  'hygiene',
  'food',
  'furniture',
  'neighbours',
  'house_rules',
  'health_self_care',
  'substance_use',
  'network',
  'leisure',
  'work_activity',
  'children',
  'move',
  'own_home',
  'other',
] as const
export type GoalArea = (typeof GOAL_AREAS)[number]
export const GOAL_STATUSES = ['open', 'in_progress', 'reached', 'partly', 'not_reached', 'dropped_by_resident', 'replaced'] as const
export type GoalStatus = (typeof GOAL_STATUSES)[number]
export const HORIZONS = ['short', 'long'] as const

export const MEASURE_KINDS = [
  'visit',
  'home_help',
  'nursing',
  'gp',
  'detox',
  'addiction_clinic',
  'blood_test',
  'support_contact',
  'economic_advice',
  'payment_routine',
  'control_economy',
  'furniture',
  'training',
  'group_meeting',
  'activity_work',
  'contact_landlord',
  'other',
] as const
export type MeasureKind = (typeof MEASURE_KINDS)[number]
export const MEASURE_STATUSES = ['planned', 'active', 'paused', 'done', 'stopped', 'declined'] as const
export type MeasureStatus = (typeof MEASURE_STATUSES)[number]
export const MEASURE_RESULTS = ['yes', 'partly', 'no', 'not_relevant'] as const
export type MeasureResult = (typeof MEASURE_RESULTS)[number]

export const GROUP_ROLES = [
  'resident',
  'followup_worker',
  'case_worker',
  'home_help',
  'gp',
  'detox',
  'psych_nurse',
  'social_curator',
  'police',
  'housing_office',
  'support_contact',
  'landlord',
  'relative',
  'guardian',
  'other',
] as const
export type GroupRole = (typeof GROUP_ROLES)[number]

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

export const AREAS = [
  'cleanliness',
  'maintenance',
  'fire_safety',
  'food',
  'hygiene',
  'furniture',
  'post',
  'economy',
  'electricity_heat',
  'neighbours',
  'noise',
  'house_rules',
  'health',
  'substance',
  'mood',
  'network',
  'children',
  'visitors',
  'activity',
  'own_wish',
] as const
export type Area = (typeof AREAS)[number]
export const BASES = ['seen', 'told_by_resident', 'told_by_other', 'assessment'] as const
export type Basis = (typeof BASES)[number]

export const CONCERN_CODES = [
  'C-ACUTE',
  'C-CHILD',
  'C-AGE',
  'C-CAPACITY',
  'C-HEALTH',
  'C-FIRE',
  'C-VIOLENCE',
  'C-EVICT',
  'C-HOMELESS',
  'C-NOPOWER',
  'C-GUARDIAN',
  'C-EXPLOIT',
  'C-STAFF',
] as const
export type ConcernCode = (typeof CONCERN_CODES)[number]
export const CONCERN_ACTIONS = [
  'called_emergency',
  'called_child_welfare',
  'called_doctor',
  'told_leader',
  'talked_with_resident',
  'assessed_no_action',
] as const
export type ConcernAction = (typeof CONCERN_ACTIONS)[number]

export const CONTACT_WAYS = ['phone', 'sms', 'letter', 'door', 'via_relative', 'via_guardian', 'via_other_service', 'digital'] as const
export type ContactWay = (typeof CONTACT_WAYS)[number]
export const CONTACT_RESULTS = [
  'reached',
  'left_message',
  'no_answer',
  'wrong_number',
  'refused',
  'returned_mail',
  'third_party_only',
] as const
export type ContactResult = (typeof CONTACT_RESULTS)[number]

export const CHANGE_STATES = ['draft', 'saved', 'sent', 'custody', 'held', 'settled'] as const
/** Where a change is; the words are DESIGN.md 4. */
export type ChangeState = (typeof CHANGE_STATES)[number]
