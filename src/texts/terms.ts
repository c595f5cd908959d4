// The glossary: which code lists have words, and how a code finds its word. Keys are `term.<list>.<code>`; the words are
// in nb/terms*.ts and their twins. Lists of the domain come from there, so a new code or record type without words does
// not compile. Lists the records hold as plain text (DOMAIN.md 2) are named here once.

import {
  ADDRESS_PROTECTIONS,
  AREAS,
  BASES,
  CLIENT_STATUSES,
  CONCERN_ACTIONS,
  CONCERN_CODES,
  CONSENT_KINDS,
  CONTACT_RESULTS,
  CONTACT_WAYS,
  GOAL_AREAS,
  GOAL_STATUSES,
  GROUP_ROLES,
  HORIZONS,
  LANE_ROLES,
  MEASURE_KINDS,
  MEASURE_RESULTS,
  MEASURE_STATUSES,
  OUTCOMES,
  PLAN_STATUSES,
  ROLES,
  SAFETY_LEVELS,
  TENURE_TYPES,
  TRISTATE,
  VISIT_KINDS,
  VISIT_STATUSES,
} from '#domain/codes.ts'
import { ASSESSMENT_KINDS, CLOSE_REASONS, EVICTION_STAGES, INQUIRY_KINDS, LETTER_TEMPLATES } from '#domain/deadline-facts.ts'
import { RECORD_TYPES } from '#domain/records.ts'

export const TERM_LISTS = {
  role: ROLES,
  laneRole: LANE_ROLES,
  clientStatus: CLIENT_STATUSES,
  addressProtection: ADDRESS_PROTECTIONS,
  safetyLevel: SAFETY_LEVELS,
  tristate: TRISTATE,
  tenureType: TENURE_TYPES,
  planStatus: PLAN_STATUSES,
  goalArea: GOAL_AREAS,
  goalStatus: GOAL_STATUSES,
  goalLevel: ['0', '1', '2', '3', '4'],
  reportOn: ['absence'],
  horizon: HORIZONS,
  measureKind: MEASURE_KINDS,
  measureStatus: MEASURE_STATUSES,
  measureResult: MEASURE_RESULTS,
  groupRole: GROUP_ROLES,
  visitKind: VISIT_KINDS,
  visitStatus: VISIT_STATUSES,
  outcome: OUTCOMES,
  area: AREAS,
  areaLevel: ['0', '1', '2', '3', '4'],
  basis: BASES,
  concernCode: CONCERN_CODES,
  concernAction: CONCERN_ACTIONS,
  urgency: ['now', 'today', 'this_week'],
  contactWay: CONTACT_WAYS,
  contactDirection: ['in', 'out'],
  contactResult: CONTACT_RESULTS,
  taskStatus: ['open', 'done', 'dropped'],
  weekday: ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'],
  recordType: RECORD_TYPES,
  inquiryKind: INQUIRY_KINDS,
  inquiryStatus: [
    'new',
    'assessed',
    'letter_sent',
    'in_contact',
    'not_reached',
    'special_assessment',
    'forwarded',
    'linked_to_case',
    'closed',
  ],
  closeReason: CLOSE_REASONS,
  senderRole: [
    'landlord',
    'landlord_agent',
    'municipal_landlord',
    'coop_board',
    'namsfogd',
    'court',
    'neighbour',
    'resident',
    'relative',
    'service',
    'loan_manager',
    'district',
    'gp',
    'prison',
    'police',
  ],
  channel: ['letter', 'digital_post', 'email_secure', 'phone', 'in_person', 'system'],
  evictionStage: EVICTION_STAGES,
  evictionType: ['eviction_rental', 'forced_sale'],
  assessmentKind: ASSESSMENT_KINDS,
  duty: [
    'first_assessment',
    'individual_followup',
    'special_assessment',
    'child_welfare_assessment',
    'conclusion',
    'tell_namsfogd',
    'settle_alarm',
  ],
  letterTemplate: LETTER_TEMPLATES,
  complaintAbout: ['noise', 'smell', 'visitors', 'threats', 'waste', 'damage', 'hygiene_common_area', 'animals', 'fire', 'other'],
  complaintFrom: ['neighbour', 'board', 'caretaker', 'anonymous'],
  consentKind: CONSENT_KINDS,
  consentState: ['given', 'withdrawn', 'refused', 'unanswered'],
  signedHow: ['on_screen', 'signature_on_screen', 'paper', 'oral_witnessed', 'electronic_later'],
  paymentMethod: ['invoice', 'avtalegiro', 'direct_by_social_service', 'benefit_deduction', 'guardian_pays', 'cash', 'other'],
  income: ['wage', 'disability', 'aap', 'unemployment', 'pension', 'social_assistance', 'qualification', 'student', 'none', 'other'],
  contactStopScope: ['about_this_notice', 'all_visits'],
  residentStatus: ['open', 'dormant', 'closed', 'transferred', 'deceased'],
  meetingKind: ['group', 'cooperation_committee', 'phone', 'video'],
  meetingStatus: ['planned', 'held', 'cancelled', 'moved'],
  transferReason: ['active_elsewhere', 'passive_elsewhere_address', 'address_elsewhere', 'moved'],
  stayKind: ['night_shelter', 'temporary_unit', 'with_others', 'institution', 'outdoors'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type TermList = keyof typeof TERM_LISTS
export type TermKey = { readonly [L in TermList]: `term.${L}.${(typeof TERM_LISTS)[L][number]}` }[TermList]

type SayTerm = (key: TermKey) => string

/** The word of a code that may be newer than this build: unknown codes and nothing at all give undefined. */
export function termOf(say: SayTerm, list: TermList, code: string | number | undefined): string | undefined {
  const key = `term.${list}.${code}`
  return isTermKey(key) ? say(key) : undefined
}

const KEYS: ReadonlySet<string> = new Set(
  Object.entries(TERM_LISTS).flatMap(([list, codes]) => codes.map((code) => `term.${list}.${code}`)),
)
const isTermKey = (key: string): key is TermKey => KEYS.has(key)
