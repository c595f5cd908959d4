// What makes a protection weaker than it is now. Decided here for who may write it (access.ts) and for the device, which
// never shows less protection than the office last said.

import { ADDRESS_PROTECTIONS, SAFETY_LEVELS } from './codes-at-once.ts'
import { effective } from './effective.ts'
import type { Json } from './ids.ts'
import type { RecordType } from './records.ts'
import type { Field, RecordRow } from './register.ts'

const rank = (codes: readonly string[], v: Json | undefined): number => codes.indexOf(String(v ?? codes[0]))
const levelOf = (v: Json | undefined): Json | undefined =>
  typeof v === 'object' && v !== null && !Array.isArray(v) ? Object.entries(v).find(([key]) => key === 'level')?.[1] : undefined

/** Would this write make a protection weaker than what counts now? Then the role is needed (DESIGN.md 3). */
export function isLoosening(row: RecordRow | undefined, type: RecordType, field: Field, v: Json): boolean {
  const now = row ? effective(row, field) : undefined
  if (type === 'resident' && field === 'addressProtection') return rank(ADDRESS_PROTECTIONS, v) < rank(ADDRESS_PROTECTIONS, now)
  if (type === 'resident' && field === 'safetyFlag') return rank(SAFETY_LEVELS, levelOf(v)) < rank(SAFETY_LEVELS, levelOf(now))
  if (type === 'resident' && field === 'contactStop') return v === null && now !== null && now !== undefined
  if (type === 'consent' && field === 'withdrawn') return v === null && now !== null && now !== undefined
  if (type === 'visit' && field === 'workers') return removesAny(now, v)
  return false
}

const removesAny = (before: Json | undefined, after: Json): boolean => {
  const kept = new Set(Array.isArray(after) ? after : [])
  return Array.isArray(before) && before.some((worker) => !kept.has(worker))
}
