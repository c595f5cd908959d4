// What takes an act back where it has already left (the desk): what stood before is written over these very writes, and
// nothing else. Between them somebody may have written something of her own; that is not touched, and becomes a question.

import { effective } from './effective.ts'
import type { Id, Json } from './ids.ts'
import { headsOf, isVoid, type Patch, type RecordRow, type Seen } from './register.ts'

/**
 * `changes`: their ids, one for each patch. Undefined when it cannot be put back as it was: something new was made, or two
 * versions stood and were settled by it.
 */
export function puttingBack(
  patches: readonly Patch[],
  changes: readonly Id[],
  rows: ReadonlyMap<Id, RecordRow>,
): readonly Patch[] | undefined {
  const back = patches.map((made, i) => backOf(made, changes[i], rows.get(made.rec)))
  const whole = back.flatMap((one) => one ?? [])
  return whole.length > 0 && whole.length === patches.length ? whole : undefined
}

function backOf(made: Patch, by: Id | undefined, row: RecordRow | undefined): Patch | undefined {
  const fields = Object.keys(made.set)
  if (by === undefined || !row || isVoid(row) || fields.some((field) => headsOf(row, field).length > 1)) return undefined
  const set: Record<string, Json> = {}
  const seen: Record<string, Seen[string]> = {}
  for (const field of fields) {
    set[field] = effective(row, field) ?? null
    seen[field] = [by]
  }
  return { ...made, set, seen }
}
