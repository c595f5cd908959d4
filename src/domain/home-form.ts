// A page that is open for changing: which records it is about, what stood there when it opened, and what is typed now.
// Plain text all through, so that half a page can be kept and found again. And which records are «the home» now.

import { addMonths } from './calendar.ts'
import {
  fieldsOf,
  HOME_TYPES,
  type HomeField,
  type HomePart,
  type HomeType,
  ITEM_TYPE,
  isHomeField,
  isHomePart,
  isItemPart,
  placeOf,
} from './home-fields.ts'
import { currentTenancy, dwellingOf } from './home-now.ts'
import { allValuesOf, entered, type HomeRows, type HomeValues, valuesOf } from './home-values.ts'
import { type Id, isId, type Json, type LocalDate } from './ids.ts'
import { asGroup, asList, asText } from './reading.ts'
import { rowsOf } from './records.ts'
import { isVoid, type RecordRow, type Seen, seenOf } from './register.ts'

export interface HomeForm {
  readonly part: HomePart
  /** The records it writes, made beforehand for those that are new. */
  readonly recs: Readonly<Partial<Record<HomeType, Id>>>
  /** What stood there when it opened. */
  readonly base: HomeValues
  readonly values: HomeValues
  readonly seen: Readonly<Record<Id, Seen>>
}

/** The lease that runs, else one that is planned, else the one that ended last; and the dwelling it names. */
export function homeRows(rows: Iterable<RecordRow>): HomeRows {
  const standing = [...rows].filter((row) => !isVoid(row))
  const tenancy = currentTenancy(standing)
  const dwelling = dwellingOf(standing, tenancy)
  const [resident] = rowsOf(standing, 'resident')
  const [household] = rowsOf(standing, 'household')
  return {
    ...(resident ? { resident } : {}),
    ...(household ? { household } : {}),
    ...(tenancy ? { tenancy } : {}),
    ...(dwelling ? { dwelling } : {}),
  }
}

/** Opens a page with what stands there now. `item`: which relative, member or period; none = a new one. */
export function openForm(part: HomePart, rows: ReadonlyMap<Id, RecordRow>, item: Id | undefined, newId: () => Id): HomeForm {
  const about = rowsFor(part, rows, item)
  const types = [...new Set(fieldsOf(part).map((key) => placeOf(key).type))]
  const extra: readonly HomeType[] = types.some((type) => type === 'dwelling' || type === 'tenancy') ? ['dwelling', 'tenancy'] : []
  const recs = Object.fromEntries([...new Set([...types, ...extra])].map((type) => [type, about[type]?.id ?? newId()]))
  const base = valuesOf(fieldsOf(part), about)
  const seen = Object.fromEntries(Object.values(about).map((row) => [row.id, seenOf(row)]))
  return { part, recs, base, values: base, seen }
}

function rowsFor(part: HomePart, rows: ReadonlyMap<Id, RecordRow>, item: Id | undefined): HomeRows {
  if (part === 'start' || part === 'moveIn') return {}
  if (!isItemPart(part)) return homeRows(rows.values())
  const row = item && rows.get(item)
  return row && row.type === ITEM_TYPE[part] ? { [ITEM_TYPE[part]]: row } : {}
}

/** What is typed, over everything else that is known: rules compare across pages. */
export function askedAll(form: HomeForm, rows: ReadonlyMap<Id, RecordRow>): HomeValues {
  if (form.part === 'start') return form.values
  const { resident, household, dwelling, tenancy } = homeRows(rows.values())
  const isMoving = form.part === 'moveIn'
  const known: HomeRows = {
    ...(resident ? { resident } : {}),
    ...(household ? { household } : {}),
    ...(dwelling && !isMoving ? { dwelling } : {}),
    ...(tenancy && !isMoving ? { tenancy } : {}),
  }
  return { ...allValuesOf(known), ...form.values }
}

/** One answer changed, and what it brings with it where nothing is written yet: the day a refusal was said, a day to look again. */
export function answered(form: HomeForm, key: HomeField, typed: string, today: LocalDate): HomeForm {
  const values = { ...form.values, [key]: typed }
  return { ...form, values: { ...values, ...brought(key, typed, values, today) } }
}
const LOOK_AGAIN_MONTHS = 3
function brought(key: HomeField, typed: string, values: HomeValues, today: LocalDate): HomeValues {
  if (key === 'resident.contactStop.scope' && typed === '') return { 'resident.contactStop.since': '', 'resident.contactStop.saidTo': '' }
  if (key === 'resident.contactStop.scope' && entered(values, 'resident.contactStop.since') === '')
    return { 'resident.contactStop.since': today }
  const isFlagged = key === 'resident.safetyFlag.level' && typed !== 'none' && typed !== ''
  if (isFlagged && entered(values, 'resident.safetyFlag.reviewBy') === '')
    return { 'resident.safetyFlag.reviewBy': addMonths(today, LOOK_AGAIN_MONTHS) }
  return {}
}

export const isChanged = (form: HomeForm): boolean =>
  fieldsOf(form.part).some((key) => entered(form.values, key).trim() !== entered(form.base, key).trim())

const isTypedText = (entry: readonly [string, Json]): entry is readonly [HomeField, string] =>
  isHomeField(entry[0]) && typeof entry[1] === 'string'
const typedIn = (v: Json | undefined): HomeValues => Object.fromEntries(Object.entries(asGroup(v) ?? {}).filter(isTypedText))

/** As a draft keeps it. */
export const formJson = ({ part, recs, base, values, seen }: HomeForm): Json => ({
  part,
  recs: { ...recs },
  base: { ...base },
  values: { ...values },
  seen: { ...seen },
})

/** A page as it was kept; undefined when it is not one of ours. */
export function formFrom(v: Json | undefined): HomeForm | undefined {
  const group = asGroup(v)
  const part = asText(group?.part)
  if (part === undefined || !isHomePart(part)) return undefined
  const kept = asGroup(group?.recs) ?? {}
  const recs = Object.fromEntries(HOME_TYPES.flatMap((type) => (isId(kept[type]) ? [[type, kept[type]]] : [])))
  const seen = Object.fromEntries(
    Object.entries(asGroup(group?.seen) ?? {}).flatMap(([rec, of]) => (isId(rec) ? [[rec, seenFrom(of)]] : [])),
  )
  return { part, recs, base: typedIn(group?.base), values: typedIn(group?.values), seen }
}
const seenFrom = (v: Json): Seen =>
  Object.fromEntries(Object.entries(asGroup(v) ?? {}).map(([field, ids]) => [field, asList(ids).filter(isId)]))
