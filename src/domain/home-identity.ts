// The national identity number of a resident: desk only, for those who coordinate the case (DOMAIN.md 2.1).

import type { Id, LaneId } from './ids.ts'
import { digitsOf, isNationalId } from './national-id.ts'
import { text } from './reading.ts'
import { patch, type RowOf, rowsOf } from './records.ts'
import { isVoid, type Patch, type RecordRow, type Seen, seenOf } from './register.ts'
import { ok, type Result, refuse } from './result.ts'

export const identityOf = (rows: ReadonlyMap<Id, RecordRow>): RowOf<'identity'> | undefined =>
  rowsOf(rows.values(), 'identity').find((row) => !isVoid(row))
export const numberIn = (row: RecordRow | undefined): string => (row && text(row, 'nationalId')) ?? ''

interface SaveIdentity {
  readonly lane: LaneId
  readonly row: RecordRow | undefined
  readonly typed: string
  readonly newId: () => Id
  readonly seen?: Seen
}
/** An empty field takes the number away. */
export function saveIdentity({ lane, row, typed, newId, seen }: SaveIdentity): Result<readonly Patch[], { readonly kind: 'notANumber' }> {
  const nationalId = digitsOf(typed)
  if (nationalId === numberIn(row)) return ok([])
  if (nationalId !== '' && !isNationalId(nationalId)) return refuse({ kind: 'notANumber' })
  return ok([patch(lane, 'identity', row?.id ?? newId(), { nationalId }, row ? { seen: seen ?? seenOf(row) } : {})])
}
