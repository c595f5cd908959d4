// Which registers with two values are a question to people, and what each choice writes. Money and plain facts: one of
// them is used. Free text is never merged: the first stays, the other becomes a note that names who wrote it.

import type { TwoVersions } from '#domain/case-view.ts'
import { OUTCOMES, OUTCOMES_HELD } from '#domain/codes.ts'
import { effective } from '#domain/effective.ts'
import { type Id, isId, isLocalDate, isLocalDateTime, type Json } from '#domain/ids.ts'
import { asCode, asGroup } from '#domain/reading.ts'
import { patch } from '#domain/records.ts'
import { type Field, fieldsInTwoVersions, headsOf, type Patch, type RecordRow } from '#domain/register.ts'
import { resolveVersions } from '#domain/visit-read.ts'
import { isCoded } from './value-words.ts'

export type Version = TwoVersions['versions'][number]

/** Clock stamps and places in an order: two values are no disagreement between people. */
const NOT_ASKED: readonly string[] = ['started', 'ended', 'finishedAt', 'order', 'guide', 'at', 'void']

/**
 * A status follows from the outcome it was written with, so one question settles both. A withdrawn consent asks nothing:
 * the withdrawal holds at once and needs nobody's agreement (DOMAIN.md 2.22).
 */
export const isAsked = (type: string, field: Field, others: readonly Field[]): boolean =>
  !NOT_ASKED.includes(field) && !(field === 'status' && others.includes('outcome')) && !(type === 'consent' && field === 'withdrawn')

export const questionsOf = (all: readonly TwoVersions[]): readonly TwoVersions[] =>
  all.filter((two) =>
    isAsked(
      two.type,
      two.field,
      all.filter((other) => other.rec === two.rec).map((other) => other.field),
    ),
  )

const NAMES_AND_NUMBERS: readonly Field[] = ['phone', 'phone2', 'email', 'address', 'displayName', 'name', 'period']
/** Words somebody wrote: both may be true at once. */
export const isFreeText = (type: string, field: Field, v: Json): boolean =>
  typeof v === 'string' && !isCoded(type, field) && !NAMES_AND_NUMBERS.includes(field) && !isLocalDate(v) && !isLocalDateTime(v) && !isId(v)

export const isText = ({ type, field, versions }: TwoVersions): boolean => versions.every(({ v }) => v === '' || isFreeText(type, field, v))

/** Where it is from: the version's own source, or the one the same person wrote in the record. */
export function sourceOf(
  row: RecordRow | undefined,
  { v, actor }: Version,
): { readonly basis: Json | undefined; readonly note: Json | undefined } {
  const group = asGroup(v)
  const beside = (field: Field) => (row ? headsOf(row, field).find((head) => head.actor === actor)?.v : undefined)
  return { basis: group?.basis ?? beside('basis'), note: group ? undefined : beside('note') }
}

/** Use this one: a write over every head, so that all devices agree. */
export function takeVersion(row: RecordRow, field: Field, v: Json): readonly Patch[] {
  return [withStatus(row, resolveVersions(row, field, v), field, v)]
}

/** Both, as two notes: the first stays the value, each other one is written down with its author's name. */
export function keepBoth(row: RecordRow, two: TwoVersions, newId: () => Id, noted: (version: Version) => string): readonly Patch[] {
  const [first, ...others] = two.versions
  if (first === undefined) return []
  const notes = others.map((other) => patch(row.lane, 'addendum', newId(), { of: row.id, text: noted(other) }))
  return [...takeVersion(row, two.field, first.v), ...notes]
}

/** The outcome of a visit decides its status: both are settled at once. */
function withStatus(row: RecordRow, made: Patch, field: Field, v: Json): Patch {
  const outcome = asCode(asGroup(v)?.code, OUTCOMES)
  if (row.type !== 'visit' || field !== 'outcome' || outcome === undefined || !fieldsInTwoVersions(row).includes('status')) return made
  const held = OUTCOMES_HELD.includes(outcome)
  const cancelled = outcome === 'cancelled_by_resident' || outcome === 'cancelled_by_service'
  const status = held ? 'done' : cancelled ? 'cancelled' : 'not_done'
  return { ...made, set: { ...made.set, status }, seen: { ...made.seen, status: headsOf(row, 'status').map((head) => head.by) } }
}

/** What stands undisputed in the same record, for the one who settles. */
export const agreedFields = (row: RecordRow): readonly Field[] =>
  Object.keys(row.regs).filter(
    (field) => (headsOf(row, field).length === 1 || !fieldsInTwoVersions(row).includes(field)) && effective(row, field) !== null,
  )
