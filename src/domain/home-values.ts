// What stands in the registers as text for fields on a screen, and back again. Reading is defensive; writing keeps what
// this build does not know inside a group, and touches only registers in which something was changed.

import { addMonths } from './calendar.ts'
import { agreed, effective } from './effective.ts'
import { fieldsOf, HOME_FIELDS, type HomeField, type HomePart, type HomeType, isHomeField, kindOf, placeOf } from './home-fields.ts'
import { isLocalDate, type Json } from './ids.ts'
import { oreFrom, oreTyped } from './money.ts'
import { asGroup } from './reading.ts'
import type { Field, RecordRow } from './register.ts'

/** As typed, by field; '' = nothing is written. */
export type HomeValues = Readonly<Partial<Record<HomeField, string>>>
export const entered = (values: HomeValues, key: HomeField): string => values[key] ?? ''

/** The rows a page is about, one of each type. */
export type HomeRows = Readonly<Partial<Record<HomeType, RecordRow>>>

export function valuesOf(keys: readonly HomeField[], rows: HomeRows): HomeValues {
  return Object.fromEntries(keys.map((key) => [key, valueIn(rows[placeOf(key).type], key)]))
}
export const allValuesOf = (rows: HomeRows): HomeValues => valuesOf(Object.keys(HOME_FIELDS).filter(isHomeField), rows)

function valueIn(row: RecordRow | undefined, key: HomeField): string {
  const { field, part } = placeOf(key)
  // Money is never chosen while two versions stand (DOMAIN.md 2.22).
  const v = row && (kindOf(key).is === 'kroner' ? agreed(row, field) : effective(row, field))
  return asTyped(key, part === undefined ? v : asGroup(v)?.[part])
}

function asTyped(key: HomeField, v: Json | undefined): string {
  if (v === undefined || v === null) return ''
  switch (kindOf(key).is) {
    case 'flag':
      return typeof v === 'boolean' ? (v ? 'yes' : 'no') : ''
    case 'kroner':
      return typeof v === 'number' ? oreTyped(v) : ''
    case 'years':
      return Array.isArray(v) ? v.filter((year) => typeof year === 'number').join(', ') : ''
    case 'year':
    case 'count':
    case 'monthDay':
      return typeof v === 'number' ? String(v) : ''
    case 'date':
      return isLocalDate(v) ? v : ''
    case 'text':
    case 'long':
    case 'phone':
    case 'email':
    case 'language':
    case 'code':
      return typeof v === 'string' ? v : ''
  }
}

export const yearsIn = (typed: string): readonly string[] => typed.split(/[\s,;]+/).filter((year) => year !== '')

/** As it is kept; null = taken away. What no field can mean was refused before (home-check.ts). */
function asKept(key: HomeField, typed: string): Json {
  const words = typed.trim()
  if (words === '') return null
  switch (kindOf(key).is) {
    case 'flag':
      return words === 'yes'
    case 'kroner':
      return oreFrom(words) ?? null
    case 'years':
      return yearsIn(words).map(Number)
    case 'year':
    case 'count':
    case 'monthDay':
      return Number(words)
    case 'phone':
      return words.replace(/[\s\u00a0]/g, '')
    case 'date':
    case 'text':
    case 'long':
    case 'email':
    case 'language':
    case 'code':
      return words
  }
}

/** Fields that only mean something with another answer. A field not asked is not kept in a group either. */
const ASKED_WHEN: Readonly<Partial<Record<HomeField, (values: HomeValues) => boolean>>> = {
  'resident.safetyFlag.reason': (v) => !['', 'none'].includes(entered(v, 'resident.safetyFlag.level')),
  'resident.safetyFlag.reviewBy': (v) => !['', 'none'].includes(entered(v, 'resident.safetyFlag.level')),
  'resident.contactStop.since': (v) => entered(v, 'resident.contactStop.scope') !== '',
  'resident.contactStop.saidTo': (v) => entered(v, 'resident.contactStop.scope') !== '',
  'household.childrenCount': (v) => entered(v, 'household.childrenKnown') === 'yes',
  'household.childrenBirthYears': (v) => entered(v, 'household.childrenKnown') === 'yes',
  'household.childArrangement': (v) => entered(v, 'household.childrenKnown') === 'yes',
  'tenancy.landlord': isRented,
  'tenancy.manager': isRented,
  'tenancy.shortTermGround': (v) => isShortTerm(v) || entered(v, 'tenancy.shortTermGround') !== '',
  'tenancy.headLandlord': (v) => ['private_sublet', 'municipal_hired_in'].includes(entered(v, 'tenancy.tenureType')),
  'tenancy.depositSupport.amount': (v) => ['guarantee', 'loan'].includes(entered(v, 'tenancy.depositSupport.kind')),
  'tenancy.depositSupport.inspectionDate': (v) => ['guarantee', 'loan'].includes(entered(v, 'tenancy.depositSupport.kind')),
  'tenancy.notifyReservation.source': (v) => entered(v, 'tenancy.notifyReservation.on') !== '',
}
const OWNED: readonly string[] = ['owner', 'condominium', 'coop_share', 'family_or_friends', 'none', '']
export function isRented(values: HomeValues): boolean {
  return !OWNED.includes(entered(values, 'tenancy.tenureType'))
}
/** husleieloven § 9-3: three years at least (N 2.3.2); under reform, a matter for the rule pack when it comes. */
const SHORTEST_FIXED_MONTHS = 36
/** A fixed term that needs a ground for being so short. */
export function isShortTerm(values: HomeValues): boolean {
  const [start, end] = [entered(values, 'tenancy.startDate'), entered(values, 'tenancy.endDate')]
  if (entered(values, 'tenancy.termKind') !== 'fixed' || !isLocalDate(start) || !isLocalDate(end)) return false
  return end >= start && end < addMonths(start, SHORTEST_FIXED_MONTHS)
}
export const isAskedIn = (values: HomeValues, key: HomeField): boolean => ASKED_WHEN[key]?.(values) ?? true
export const askedIn = (part: HomePart, values: HomeValues): readonly HomeField[] => fieldsOf(part).filter((key) => isAskedIn(values, key))

export interface HomeWrite {
  readonly type: HomeType
  readonly set: Readonly<Record<Field, Json>>
}
/** The registers in which something differs from what the page opened with, whole, by type. */
export function writesOf(keys: readonly HomeField[], base: HomeValues, values: HomeValues, rows: HomeRows): readonly HomeWrite[] {
  const changed = keys.filter((key) => normal(key, base) !== normal(key, values))
  const byType = new Map<HomeType, Record<Field, Json>>()
  for (const key of changed) {
    const { type, field, part } = placeOf(key)
    const set = byType.get(type) ?? {}
    set[field] = part === undefined ? asKept(key, entered(values, key)) : groupOf(keys, type, field, values, rows[type])
    byType.set(type, set)
  }
  return [...byType].map(([type, set]) => ({ type, set }))
}

/** Spaces and how a number is written are no change. */
const normal = (key: HomeField, values: HomeValues): string => JSON.stringify(asKept(key, entered(values, key)))

/** A group is one register: what was typed laid over what stands, with what this build does not know. */
function groupOf(keys: readonly HomeField[], type: HomeType, field: Field, values: HomeValues, row: RecordRow | undefined): Json {
  const group: Record<string, Json> = { ...(row && asGroup(effective(row, field))) }
  for (const key of keys) {
    const place = placeOf(key)
    if (place.type !== type || place.field !== field || place.part === undefined) continue
    const kept = isAskedIn(values, key) ? asKept(key, entered(values, key)) : null
    if (kept === null) delete group[place.part]
    else group[place.part] = kept
  }
  return Object.keys(group).length === 0 ? null : group
}
