// Which value counts while two versions stand: meaning beats clock (DOMAIN.md 2.22, DESIGN.md 3). Everything that
// computes uses the effective value; every screen still shows both. No policy reads a clock. A register without one: the
// last head by time is shown first, and nothing may be computed from it that cannot bear the other (`agreed`).
// The other rows of 2.22 are enforced elsewhere: what is only added to belongs to its author (access.ts, AUTHORED), a
// signed plan is frozen (sync/judge.ts), and who told of a complaint is written in no record that leaves the desk.

import { ADDRESS_PROTECTIONS, SAFETY_LEVELS } from './codes-at-once.ts'
import type { Json } from './ids.ts'
import type { RecordType } from './records.ts'
import { type Field, type Head, headsOf, type RecordRow, versionsOf } from './register.ts'

type Rank = (v: Json) => number
const at = (v: Json, key: string): Json | undefined =>
  typeof v === 'object' && v !== null && !Array.isArray(v) ? Object.entries(v).find(([k]) => k === key)?.[1] : undefined
const inOrder =
  (codes: readonly string[], read: (v: Json) => Json | undefined = (v) => v): Rank =>
  (v) =>
    codes.indexOf(String(read(v)))
const setWins: Rank = (v) => (v === null ? 0 : 1)
/** Civil dates and times compare as text; earlier ranks higher. */
const earliest = 'earliest'
/** Money: while two stand there is none. */
const never = 'never'

/** Field → policy, as DOMAIN.md 2.22. The highest rank is effective. `visit.outcome` has none: the two are asked. */
export const POLICIES: Readonly<Record<string, Rank | typeof earliest | typeof never>> = {
  'resident.contactStop': setWins,
  'resident.addressProtection': inOrder(ADDRESS_PROTECTIONS),
  'resident.safetyFlag': inOrder(SAFETY_LEVELS, (v) => at(v, 'level')),
  'household.childrenKnown': inOrder(['no', 'unknown', 'yes']),
  'inquiry.childrenKnown': inOrder(['no', 'unknown', 'yes']),
  'evictionCase.householdWithChildren': inOrder(['no', 'unknown', 'yes']),
  'consent.withdrawn': setWins,
  'concern.status': inOrder(['handled', 'open']),
  'task.status': inOrder(['open', 'dropped', 'done']),
  'inquiry.receivedDate': earliest,
  'inquiry.scheduledAt': earliest,
  'evictionCase.scheduledAt': earliest,
  'letter.status': inOrder(['sent']),
  // «Jeg vil ikke mer» counts at once, whatever somebody else did with the plan meanwhile (N 4.6); else the furthest on.
  'plan.status': inOrder([
    'draft',
    'offered',
    'declined',
    'active',
    'paused',
    'in_evaluation',
    'expired',
    'completed',
    'renewed',
    'ended_by_service',
    'ended_by_resident',
  ]),
  'arrears.amount': never,
  'evictionCase.amount': never,
  'inquiry.amount': never,
  'tenancy.rentMonthly': never,
  'paymentArrangement.*': never,
}
const policyOf = (type: RecordType, field: Field) => POLICIES[`${type}.${field}`] ?? POLICIES[`${type}.*`]

const byTime = (a: Head, b: Head): number => (a.at === b.at ? (a.by < b.by ? 1 : -1) : a.at < b.at ? 1 : -1)

/** Of equal rank: by value and id, so that every device and every clock finds the same one. */
const byValue = (a: Head, b: Head): number => {
  const [of, than] = [JSON.stringify(a.v) + a.by, JSON.stringify(b.v) + b.by]
  return of < than ? -1 : of > than ? 1 : 0
}

function rankOf(type: RecordType, field: Field): (a: Head, b: Head) => number {
  const policy = policyOf(type, field)
  if (!policy) return byTime
  if (typeof policy === 'string') return byValue // as text: the earliest date first
  return (a, b) => policy(b.v) - policy(a.v) || byValue(a, b)
}

/** The head that counts, or undefined when nobody has written the register, or when there is none to choose. */
export function effectiveHead(row: RecordRow, field: Field): Head | undefined {
  const heads = headsOf(row, field)
  if (heads.length < 2) return heads[0]
  if (policyOf(row.type, field) === never && versionsOf(row, field).length > 1) return undefined
  return [...heads].sort(rankOf(row.type, field))[0]
}

export const effective = (row: RecordRow, field: Field): Json | undefined => effectiveHead(row, field)?.v

/** The effective value unless two versions stand: for everything nobody may choose by itself. */
export const agreed = (row: RecordRow, field: Field): Json | undefined =>
  versionsOf(row, field).length > 1 ? undefined : effective(row, field)
