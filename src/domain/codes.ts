// The closed code lists of DOMAIN.md 2, each once. Words for them live in texts/terms.ts.

export * from './codes-at-once.ts'
export * from './codes-visit.ts'

export const LANE_ROLES = ['worker', 'coordinator', 'named'] as const
export type LaneRole = (typeof LANE_ROLES)[number]

export const CLIENT_STATUSES = ['active', 'passive', 'none', 'unknown'] as const
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
  'addiction_clinic',
  'economic_adviser',
  'chief_doctor',
  'child_welfare',
  'living_environment_service',
  'volunteer_org',
  'other',
] as const
export type GroupRole = (typeof GROUP_ROLES)[number]

/** What a member of the group may be told about: one consent per person and topics (DOMAIN.md 2.8, `consentScope`). */
export const TOPICS = ['plan', 'appointments', 'home', 'economy', 'health', 'substance', 'children', 'work'] as const
export type Topic = (typeof TOPICS)[number]

/** DOMAIN.md 2.19; the two that a measure asks for (2.6) stand last. */
export const CONSENT_KINDS = [
  'participate',
  'share_with_member',
  'share_minutes',
  'arrears_notification',
  'bostotte_transport',
  'direct_deduction',
  'key_access',
  'photo',
  'measure_report_clause',
  'contact_relative',
  'sms_reminders',
  'interpreter',
  'control_economy',
  'blood_test',
] as const
export type ConsentKind = (typeof CONSENT_KINDS)[number]
/** How somebody said yes, to a consent or a plan. «Muntlig enig, bevitnet» first: a signature is never needed. */
export const AGREED_HOW = ['oral_witnessed', 'signature_on_screen', 'paper', 'electronic_later'] as const
export type AgreedHow = (typeof AGREED_HOW)[number]

export const CONTACT_PREFERENCES = ['call', 'sms', 'letter', 'visit', 'via_relative', 'via_guardian'] as const
export const MAIN_INCOMES = [
  'wage',
  'disability',
  'aap',
  'unemployment',
  'pension',
  'social_assistance',
  'qualification',
  'student',
  'none',
  'other',
] as const
export const RESIDENT_STATUSES = ['open', 'dormant', 'closed', 'transferred', 'deceased'] as const
export const MEMBER_RELATIONS = ['self', 'spouse', 'cohabitant', 'child', 'parent', 'sibling', 'tenant', 'other'] as const
export const LIVES_HERE = ['full', 'part', 'visiting', 'moved_out'] as const
export const CHILD_ARRANGEMENTS = ['lives_here', 'shared', 'access_weekends', 'none'] as const
export const DWELLING_KINDS = [
  'flat',
  'bedsit',
  'house',
  'shared_house',
  'night_shelter',
  'temporary_unit',
  'permanent_supported',
  'care_home',
  'other',
] as const
export const EARMARKS = ['none', 'special_11_1', 'transitional_11_2', 'both'] as const
export const TENANCY_STATUSES = ['planned', 'active', 'notice_given', 'ended'] as const
export const TENANCY_END_REASONS = [
  'moved',
  'notice_by_tenant',
  'notice_by_landlord',
  'evicted',
  'forced_sale',
  'expired',
  'deceased',
  'exchanged',
] as const
export const TERM_KINDS = ['fixed', 'open_ended'] as const
export const PAYMENT_METHODS = [
  'invoice',
  'avtalegiro',
  'direct_by_social_service',
  'benefit_deduction',
  'guardian_pays',
  'cash',
  'other',
] as const
export const DEPOSIT_SUPPORTS = ['none', 'guarantee', 'loan'] as const

export const MEETING_KINDS = ['group', 'cooperation_committee', 'phone', 'video'] as const
export const ATTENDANCES = ['attended', 'absent', 'sent_apology'] as const
export type Attendance = (typeof ATTENDANCES)[number]
export const GRANT_STATUSES = ['considered', 'offered', 'applied', 'granted', 'refused', 'declined_by_resident', 'ended'] as const
export type GrantStatus = (typeof GRANT_STATUSES)[number]
export const REVIEW_DECISIONS = ['renew', 'change', 'complete', 'pause', 'end', 'unsure'] as const
export type ReviewDecision = (typeof REVIEW_DECISIONS)[number]
export const GOAL_RESULTS = ['reached', 'partly', 'not_reached', 'dropped_by_resident'] as const
export type GoalResult = (typeof GOAL_RESULTS)[number]
/** What becomes of a measure after an evaluation (DOMAIN.md 4.5, G6 6.3). */
export const MEASURE_ONWARD = ['keep', 'change', 'stop'] as const
export type MeasureOnward = (typeof MEASURE_ONWARD)[number]
export const HOW_OFTEN = ['too_often', 'right', 'too_seldom'] as const
export type HowOften = (typeof HOW_OFTEN)[number]
/** What is handed over on paper or read aloud, and to whom (`copyGiven`). */
export const PAPER_KINDS = ['plan', 'consent', 'agreement', 'minutes', 'key_data', 'invitation'] as const
export type PaperKind = (typeof PAPER_KINDS)[number]
export const HANDED_HOW = ['handed_over', 'post', 'secure_mail', 'read_aloud', 'shared'] as const

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
