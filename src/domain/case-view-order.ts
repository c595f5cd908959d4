// In which order the parts of a case view stand; the same rows always give the same order.

import { date, number } from './reading.ts'
import { madeBy, type RecordRow } from './register.ts'

/** Every view has all its keys; what nobody has written is undefined. */
export type Maybe<T> = T | undefined

/** For sorting newest first; what has no date comes last. */
export const later = (a: Maybe<string>, b: Maybe<string>): number => ((a ?? '') === (b ?? '') ? 0 : (a ?? '') < (b ?? '') ? 1 : -1)

/** By `on`, then by when it was written, then by id. */
export const oldestFirst = <T extends RecordRow>(rows: readonly T[]): readonly T[] =>
  [...rows].sort((a, b) => later(date(b, 'on'), date(a, 'on')) || later(madeBy(b)?.at, madeBy(a)?.at) || later(b.id, a.id))

/** By `order`, then the oldest first. */
export function inOrder<T extends RecordRow>(rows: readonly T[]): readonly T[] {
  return [...oldestFirst(rows)].sort((a, b) => (number(a, 'order') ?? Infinity) - (number(b, 'order') ?? Infinity) || 0)
}
