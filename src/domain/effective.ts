// Which value counts while two versions stand: meaning beats clock (DOMAIN.md 2.22, DESIGN.md 3). Everything that
// computes uses the effective value; every screen still shows both. A register without a policy: the last head by time
// is shown first, and nothing may be computed from it that cannot bear the other (money is never chosen).

import { ADDRESS_PROTECTIONS, SAFETY_LEVELS } from './codes.ts'
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

/** Field → policy, as DOMAIN.md 2.22. The highest rank is effective. */
const POLICIES: Readonly<Record<string, Rank | typeof earliest>> = {
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
}

const byTime = (a: Head, b: Head): number => (a.at === b.at ? (a.by < b.by ? 1 : -1) : a.at < b.at ? 1 : -1)

function rankOf(type: RecordType, field: Field): (a: Head, b: Head) => number {
  const policy = POLICIES[`${type}.${field}`]
  if (!policy) return byTime
  if (policy === earliest) return (a, b) => (String(a.v) === String(b.v) ? byTime(a, b) : String(a.v) < String(b.v) ? -1 : 1)
  return (a, b) => policy(b.v) - policy(a.v) || byTime(a, b)
}

/** The head that counts, or undefined when nobody has written the register. */
export function effectiveHead(row: RecordRow, field: Field): Head | undefined {
  return [...headsOf(row, field)].sort(rankOf(row.type, field))[0]
}

export const effective = (row: RecordRow, field: Field): Json | undefined => effectiveHead(row, field)?.v

/** The effective value unless two versions stand: for money and everything nobody may choose by itself. */
export const agreed = (row: RecordRow, field: Field): Json | undefined =>
  versionsOf(row, field).length > 1 ? undefined : effective(row, field)
