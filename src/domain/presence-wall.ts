// Nothing is decided about the resident before it is answered whether he was there (DOMAIN.md 2.8): asked by the screen
// before a decision or approved minutes are written, and by the office again, at that place in the order of the lane.

import { effective } from './effective.ts'
import type { Id, Json } from './ids.ts'
import { asId } from './reading.ts'
import type { RecordType } from './records.ts'
import type { Field, RecordRow } from './register.ts'

/** The screen asks it of what was just answered, before the row says so. */
export const isPresenceAnswered = (present: Json | undefined): boolean => typeof present === 'boolean'
export const isAnsweredIn = (meeting: RecordRow | undefined): boolean =>
  meeting?.type === 'meeting' && isPresenceAnswered(effective(meeting, 'residentPresent'))

/** As much of a change as says whether it decides. */
interface Written {
  readonly rec: Id
  readonly type: RecordType
  readonly set?: Readonly<Record<Field, { readonly v: Json }>> | undefined
}

/** The meeting in which this decides something; undefined = it decides nothing, or answers in the same breath. */
export function decidedIn({ rec, type, set = {} }: Written): Id | undefined {
  if (type === 'decision') return asId(set.meeting?.v)
  const approves = type === 'meeting' && (set.minutesApproved?.v ?? null) !== null
  return approves && typeof set.residentPresent?.v !== 'boolean' ? rec : undefined
}
