// Who may read and write what (DOMAIN.md 2.20, DESIGN.md 3 and 9). Access to a lane follows the access table alone;
// a field may narrow it, never widen it. Decided here for the office (which holds the change) and for the screens
// (which do not offer what would be held).

import type { LaneRole, Role } from './codes.ts'
import { isAnswered } from './consent.ts'
import { effective } from './effective.ts'
import { type Id, type Json, type LaneId, laneKind } from './ids.ts'
import { isLoosening } from './loosening.ts'
import type { RecordType } from './records.ts'
import { type Field, madeBy, type RecordRow } from './register.ts'

export interface Writer {
  readonly user: Id
  readonly roles: readonly Role[]
  /** The writer's role in this lane now; undefined = no access. */
  readonly laneRole: LaneRole | undefined
}

const COORDINATING: readonly Role[] = ['case_worker', 'leader']
export const isCoordinator = (writer: Writer): boolean => writer.laneRole === 'coordinator'

/** May this person make the first change of a lane of this kind? */
export function mayCreateLane(roles: readonly Role[], lane: LaneId): boolean {
  const kind = laneKind(lane)
  if (kind === 'office') return false
  return kind === 'user' || roles.some((role) => role === 'followup_worker' || COORDINATING.includes(role))
}

/** Add-only records belong to their author: nobody else writes them, save to mark them void (DESIGN.md 1, decision 11). */
const AUTHORED: readonly RecordType[] = [
  'observation',
  'goalScore',
  'measureLog',
  'contactAttempt',
  'contribution',
  'addendum',
  'readReceipt',
  'checkIn',
  'safetyReport',
]
/** Read at the desk by those who coordinate the case, and never on a device: her number, and who complained. */
export const DESK_ONLY: readonly RecordType[] = ['identity', 'reporter']
const OFFICE_ONLY: readonly RecordType[] = ['office', 'user', 'agency', 'letter', ...DESK_ONLY]

/** Given, refused or withdrawn, and never edited: what was said stands as it was said (DOMAIN.md 2.19). */
function mayAnswer(writer: Writer, field: Field, v: Json, row: RecordRow): boolean {
  if (field === 'withdrawn') return !isLoosening(row, 'consent', field, v) || isCoordinator(writer)
  if (field === 'refused') return v !== null
  if (field === 'void') return isCoordinator(writer) || (madeBy(row)?.actor === writer.user && !isNo(row))
  return ['given', 'how', 'validTo'].includes(field) && !isAnswered(row)
}
/** A no is never taken away by marking it a mistake. */
const isNo = (row: RecordRow): boolean => ['refused', 'withdrawn'].some((field) => (effective(row, field) ?? null) !== null)

/** May this person write this field of this record? `row` is the record as it stands, undefined when new. */
export function mayWriteField(writer: Writer, type: RecordType, field: Field, v: Json, row: RecordRow | undefined): boolean {
  if (!writer.laneRole) return false
  if (OFFICE_ONLY.includes(type)) return isCoordinator(writer)
  if (AUTHORED.includes(type) && row && madeBy(row)?.actor !== writer.user) return field === 'void' && isCoordinator(writer)
  if (type === 'consent' && row) return mayAnswer(writer, field, v, row)
  if (type === 'copyGiven' && row) return field === 'void'
  if (type === 'contribution' && field === 'worker') return v === writer.user
  return !isLoosening(row, type, field, v) || isCoordinator(writer)
}
