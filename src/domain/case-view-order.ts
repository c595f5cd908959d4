// In which order the parts of a case view stand; the same rows always give the same order.

import { date, number } from './reading.ts'
import { madeBy, type RecordRow } from './register.ts'

/** Every view has all its keys; what nobody has written is undefined. */
export type Maybe<T> = T | undefined

/** For sorting newest first; what has no date comes last. */
export const later = (a: Maybe<string>, b: Maybe<string>): number => ((a ?? '') === (b ?? '') ? 0 : (a ?? '') < (b ?? '') ? 1 : -1)

/** By `on`, then by when it was written, then by id. Each row is read once, not once for every comparison. */
export const oldestFirst = <T extends RecordRow>(rows: readonly T[]): readonly T[] =>
  rows
    .map((row) => ({ row, on: date(row, 'on'), at: madeBy(row)?.at }))
    .sort((a, b) => later(b.on, a.on) || later(b.at, a.at) || later(b.row.id, a.row.id))
    .map(({ row }) => row)

/** By `order`, then the oldest first. */
export function inOrder<T extends RecordRow>(rows: readonly T[]): readonly T[] {
  return [...oldestFirst(rows)].sort((a, b) => (number(a, 'order') ?? Infinity) - (number(b, 'order') ?? Infinity) || 0)
}
