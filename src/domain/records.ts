// Every record type and its registers (DOMAIN.md 2; list items are records of their own, DESIGN.md 3).
// `Fields` is what a register holds when we wrote it; reading is defensive, since a newer device may have written more.

import type { Attendance, Basis } from './codes.ts'
import type { NoticeFields } from './fields-notice.ts'
import type { PersonFields } from './fields-person.ts'
import type { PlanFields } from './fields-plan.ts'
import type { VisitFields } from './fields-visit.ts'

import type { Id, Json, LaneId } from './ids.ts'
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

/** An answer in a contribution: given, skipped or declined are three different things (DOMAIN.md 4.1 rule 2). */
export type StoredAnswer =
  | { readonly v: Json; readonly basis?: Basis; readonly note?: string }
  | { readonly skipped: true }
  | { readonly declined: true }

/** The registers of each type. Money is integer øre. Types without an entry hold plain JSON registers of DOMAIN.md 2. */
export interface Fields extends PersonFields, PlanFields, NoticeFields, VisitFields {}
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
