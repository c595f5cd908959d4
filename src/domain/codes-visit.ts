// The closed lists of what a visit and the short forms beside it write (DOMAIN.md 2.9 to 2.19), each once. Words for them
// live in texts/*/terms-visit.ts under `term.<list>.<code>`.

/** How the visit came about. */
export const AGREED_VISIT = ['agreed', 'announced_by_letter', 'unannounced', 'at_residents_request'] as const
export type AgreedVisit = (typeof AGREED_VISIT)[number]
/** `emergency` asks why, and who was called. */
export const ENTRY_BASES = ['invited', 'key_agreement', 'emergency', 'not_entered'] as const
export type EntryBasis = (typeof ENTRY_BASES)[number]

/** Why it has become hard to keep the home (N 1.1, 1.2; G1 1.19, G3 3.6). */
export const CAUSES = [
  'money',
  'ability',
  'priorities',
  'knowledge',
  'motivation',
  'illness',
  'substance',
  'health',
  'others_here',
  'landlord_default',
  'other',
] as const
export type Cause = (typeof CAUSES)[number]

export const COMPLAINT_ABOUT = [
  'noise',
  'smell',
  'visitors',
  'threats',
  'waste',
  'damage',
  'hygiene_common_area',
  'animals',
  'fire',
  'other',
] as const
export type ComplaintAbout = (typeof COMPLAINT_ABOUT)[number]
/** `resident`: the one who lives here complains of something in the house (G4 4.6). */
export const COMPLAINT_FROM = ['neighbour', 'board', 'caretaker', 'anonymous', 'resident'] as const
export type ComplaintFrom = (typeof COMPLAINT_FROM)[number]
export const COMPLAINT_HANDLED = ['called', 'knocked', 'talk', 'letter', 'forwarded', 'none'] as const
export type ComplaintHandled = (typeof COMPLAINT_HANDLED)[number]
export const COMPLAINT_STATUSES = ['open', 'disputed', 'handled'] as const
export type ComplaintStatus = (typeof COMPLAINT_STATUSES)[number]

export const ARREARS_SOURCES = ['told_by_resident', 'letter_seen', 'landlord', 'notice'] as const
export type ArrearsSource = (typeof ARREARS_SOURCES)[number]
export const ARRANGEMENT_STATUSES = ['proposed', 'active', 'kept', 'broken', 'completed'] as const
export type ArrangementStatus = (typeof ARRANGEMENT_STATUSES)[number]

export const BUDGET_KINDS = ['income', 'expense'] as const
export type BudgetKind = (typeof BUDGET_KINDS)[number]
/** The lines of the simple budget, in the order they are asked (G3 3.9). */
export const BUDGET_LINES = ['income', 'bostotte', 'rent', 'electricity', 'loans', 'food', 'other'] as const
export type BudgetLineCode = (typeof BUDGET_LINES)[number]
export const BUDGET_SOURCES = ['told', 'seen'] as const
export type BudgetSource = (typeof BUDGET_SOURCES)[number]

export const STAY_KINDS = ['night_shelter', 'temporary_unit', 'with_others', 'institution', 'outdoors'] as const
export type StayKind = (typeof STAY_KINDS)[number]

export const REFUSAL_ANSWERS = ['wants_help', 'will_think', 'will_call_self', 'may_be_contacted', 'no_contact', 'no_answer'] as const
export type RefusalAnswer = (typeof REFUSAL_ANSWERS)[number]

export const DOCUMENT_KINDS = [
  'inquiry',
  'letter_out',
  'letter_in',
  'phone_note',
  'visit_note',
  'advice_note',
  'post_eviction_note',
  'plan',
  'plan_review',
  'minutes',
  'decision_copy',
  'lease',
  'photo',
  'other',
] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]
