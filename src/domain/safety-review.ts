// «Gjennomgått»: somebody who coordinates has looked again at how safe a visit is. Two at every visit is kept for so many
// days more, or made milder; why it was there stays with it until nothing is left (DOMAIN.md 2.1; 4.4, C-STAFF).

import { addDays } from './calendar.ts'
import { SAFETY_LEVELS, type SafetyLevel } from './codes.ts'
import type { Id, LocalDate } from './ids.ts'
import { asCode, asText, part } from './reading.ts'
import { patch } from './records.ts'
import { type Patch, type RecordRow, seenOf } from './register.ts'

/** Days until it is looked at again. */
const REVIEW_DAYS = 30
export type Reviewed = 'kept' | Extract<SafetyLevel, 'caution' | 'none'>

export function reviewSafety(row: RecordRow, reviewed: Reviewed, me: Id, today: LocalDate): readonly Patch[] {
  const now = asCode(part(row, 'safetyFlag', 'level'), SAFETY_LEVELS) ?? 'none'
  const level = reviewed === 'kept' ? now : reviewed
  const reason = asText(part(row, 'safetyFlag', 'reason'))
  const more = level === 'none' ? {} : { reviewBy: addDays(today, REVIEW_DAYS), ...(reason ? { reason } : {}) }
  return [patch(row.lane, 'resident', row.id, { safetyFlag: { level, setBy: me, ...more } }, { seen: seenOf(row) })]
}
