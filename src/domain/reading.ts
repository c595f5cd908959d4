// Reading registers defensively: a newer device may have written what this build does not know, so a value of the
// wrong shape reads as absent. Always the effective value (effective.ts).

import { effective } from './effective.ts'
import {
  type Id,
  type Instant,
  isId,
  isInstant,
  isLocalDate,
  isLocalDateTime,
  type Json,
  type LocalDate,
  type LocalDateTime,
} from './ids.ts'
import type { Field, RecordRow } from './register.ts'

export const text = (row: RecordRow, field: Field): string | undefined => asText(effective(row, field))
export const number = (row: RecordRow, field: Field): number | undefined => asNumber(effective(row, field))
export const flag = (row: RecordRow, field: Field): boolean => effective(row, field) === true
export const date = (row: RecordRow, field: Field): LocalDate | undefined => asDate(effective(row, field))
export const ref = (row: RecordRow, field: Field): Id | undefined => asId(effective(row, field))
export const list = (row: RecordRow, field: Field): readonly Json[] => asList(effective(row, field))
export const texts = (row: RecordRow, field: Field): readonly string[] => list(row, field).filter((v) => typeof v === 'string')
export const ids = (row: RecordRow, field: Field): readonly Id[] => list(row, field).filter(isId)
export const code = <T extends string>(row: RecordRow, field: Field, codes: readonly T[]): T | undefined =>
  asCode(effective(row, field), codes)

/** One part of a register that holds a group, like `period.startDate`. */
export function part(row: RecordRow, field: Field, key: string): Json | undefined {
  return asGroup(effective(row, field))?.[key]
}

export const asText = (v: Json | undefined): string | undefined => (typeof v === 'string' && v !== '' ? v : undefined)
export const asNumber = (v: Json | undefined): number | undefined => (typeof v === 'number' ? v : undefined)
export const asDate = (v: Json | undefined): LocalDate | undefined => (isLocalDate(v) ? v : undefined)
export const asDateTime = (v: Json | undefined): LocalDateTime | undefined => (isLocalDateTime(v) ? v : undefined)
export const asInstant = (v: Json | undefined): Instant | undefined => (isInstant(v) ? v : undefined)
export const asId = (v: Json | undefined): Id | undefined => (isId(v) ? v : undefined)
export const asCode = <T extends string>(v: Json | undefined, codes: readonly T[]): T | undefined => codes.find((known) => known === v)
export const asList = (v: Json | undefined): readonly Json[] => (Array.isArray(v) ? v : [])
export const asGroup = (v: Json | undefined): Readonly<Record<string, Json>> | undefined =>
  typeof v === 'object' && v !== null && !Array.isArray(v) ? Object.fromEntries(Object.entries(v)) : undefined

/** Things by what they belong to, gathered once: with 500 visits behind, nobody looks through all of it for each of them. */
export function grouped<T>(all: Iterable<T>, of: (one: T) => Id | undefined): (key: Id) => readonly T[] {
  const found = new Map<Id, T[]>()
  for (const one of all) {
    const key = of(one)
    if (key === undefined) continue
    const known = found.get(key)
    if (known) known.push(one)
    else found.set(key, [one])
  }
  return (key) => found.get(key) ?? []
}
