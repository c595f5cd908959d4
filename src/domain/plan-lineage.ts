// Goals and measures live through the versions of a plan: each version has its own records, and `cameFrom` says which one
// of the version before it was.

import type { Maybe } from './case-view-order.ts'
import type { Id } from './ids.ts'
import { ref } from './reading.ts'
import type { RecordRow } from './register.ts'

/** This record and the ones it came from, the newest first. A ring of records that point at each other ends where it began. */
export function lineageOf(row: RecordRow, all: readonly RecordRow[]): readonly Id[] {
  const lineage: Id[] = []
  for (let at: Maybe<Id> = row.id; at && !lineage.includes(at); ) {
    lineage.push(at)
    const here: Maybe<RecordRow> = all.find((other) => other.id === at)
    at = here && ref(here, 'cameFrom')
  }
  return lineage
}

export function grouped<T>(all: readonly T[], of: (one: T) => Id): ReadonlyMap<Id, readonly T[]> {
  const groups = new Map<Id, T[]>()
  for (const one of all) {
    const group = groups.get(of(one))
    if (group) group.push(one)
    else groups.set(of(one), [one])
  }
  return groups
}

/** Each version's own are in order, and a version's come before those of the next. */
export const ofLineage = <T>(lineage: readonly Id[], groups: ReadonlyMap<Id, readonly T[]>): readonly T[] =>
  [...lineage].reverse().flatMap((id) => groups.get(id) ?? [])
