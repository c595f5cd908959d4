// Saves a page about a person, a household or a home: only registers somebody changed, each with what stood there when the
// page opened. A weaker protection is only for a coordinator (access.ts). What is moved from stays as history.

import { checkHome, checkPart, type HomeRemark } from './home-check.ts'
import { fieldsOf, type HomeField, placeOf } from './home-fields.ts'
import { askedAll, type HomeForm } from './home-form.ts'
import { entered, type HomeRows, type HomeWrite, writesOf } from './home-values.ts'
import type { Id, Json, LaneId, LocalDate } from './ids.ts'
import { isLoosening } from './loosening.ts'
import { text } from './reading.ts'
import { patch } from './records.ts'
import type { Field, Patch, RecordRow } from './register.ts'
import { ok, type Result, refuse } from './result.ts'
import { seenBy } from './visit-start.ts'

export interface SaveWith {
  readonly lane: LaneId
  readonly rows: ReadonlyMap<Id, RecordRow>
  readonly me: Id
  readonly today: LocalDate
  readonly newId: () => Id
  /** Coordinates this case. */
  readonly mayLoosen: boolean
}
export type HomeRefusal =
  | { readonly kind: 'stopped'; readonly remarks: readonly HomeRemark[] }
  | { readonly kind: 'mayNotLoosen'; readonly at: HomeField }

/** Nothing changed gives no patches. */
export function saveHome(form: HomeForm, w: SaveWith): Result<readonly Patch[], HomeRefusal> {
  const keys = fieldsOf(form.part)
  const stops = [...checkPart(form.part, form.values), ...checkHome(keys, askedAll(form, w.rows), w.today)]
  const stopping = stops.filter(({ weight }) => weight === 'stop')
  if (stopping.length > 0) return refuse({ kind: 'stopped', remarks: stopping })
  const rows = rowsOfForm(form, w)
  const writes = withSetBy(writesOf(keys, form.base, form.values, rows), w.me)
  const loosened = w.mayLoosen ? undefined : keyLoosened(keys, writes, rows)
  if (loosened) return refuse({ kind: 'mayNotLoosen', at: loosened })
  if (writes.length === 0) return ok([])
  return ok([...writes.map((write) => patchOf(write, form, w)), ...alongside(form, writes, w)])
}

const rowsOfForm = (form: HomeForm, w: SaveWith): HomeRows =>
  Object.fromEntries(Object.entries(form.recs).flatMap(([type, rec]) => (w.rows.get(rec) ? [[type, w.rows.get(rec)]] : [])))

/** Whose remark a safety flag is stands in it (DOMAIN.md 2.1). */
const withSetBy = (writes: readonly HomeWrite[], me: Id): readonly HomeWrite[] =>
  writes.map(({ type, set }) => {
    const flag = set.safetyFlag
    return { type, set: isGroup(flag) ? { ...set, safetyFlag: { ...flag, setBy: me } } : set }
  })
const isGroup = (v: Json | undefined): v is { readonly [key: string]: Json } => typeof v === 'object' && v !== null && !Array.isArray(v)

function keyLoosened(keys: readonly HomeField[], writes: readonly HomeWrite[], rows: HomeRows): HomeField | undefined {
  const isLoosened = (key: HomeField): boolean => {
    const { type, field } = placeOf(key)
    const v = writes.find((write) => write.type === type)?.set[field]
    return v !== undefined && isLoosening(rows[type], type, field, v)
  }
  return keys.find(isLoosened)
}

function patchOf({ type, set }: HomeWrite, form: HomeForm, w: SaveWith): Patch {
  const rec = form.recs[type] ?? w.newId()
  const row = w.rows.get(rec)
  if (!row) return { lane: w.lane, rec, type, set: { ...firstOf(type, form, w), ...set } }
  return { lane: w.lane, rec, type, set, seen: seenBy(w.me, row, form.seen[rec]) }
}

/** What a record must have from its first write. */
function firstOf(type: HomeWrite['type'], form: HomeForm, w: SaveWith): Readonly<Record<Field, Json>> {
  if (type === 'household') return { name: nameIn(w), childrenKnown: 'unknown' }
  if (type !== 'tenancy') return {}
  const start = entered(form.values, 'tenancy.startDate')
  const dwelling = form.recs.dwelling
  return { status: start > w.today ? 'planned' : 'active', ...(dwelling ? { dwelling } : {}) }
}
const nameIn = ({ rows }: SaveWith): string => {
  for (const row of rows.values()) if (row.type === 'resident') return text(row, 'displayName') ?? ''
  return ''
}

/** What follows from the page beyond its own fields. */
function alongside(form: HomeForm, writes: readonly HomeWrite[], w: SaveWith): readonly Patch[] {
  if (form.part === 'moveOut') return movingOut(form, writes, w)
  return writes.some(({ type }) => type === 'dwelling') ? lease(form, writes, w) : []
}

/** A new home belongs to the lease there is, unless that has one, or is written now and names it itself. */
function lease(form: HomeForm, writes: readonly HomeWrite[], w: SaveWith): readonly Patch[] {
  const { dwelling, tenancy } = form.recs
  if (dwelling === undefined || tenancy === undefined || w.rows.has(dwelling)) return []
  const row = w.rows.get(tenancy)
  if (!row) return writes.some(({ type }) => type === 'tenancy') ? [] : [patch(w.lane, 'tenancy', tenancy, { dwelling, status: 'active' })]
  return text(row, 'dwelling') === undefined
    ? [patch(w.lane, 'tenancy', tenancy, { dwelling }, { seen: seenBy(w.me, row, form.seen[tenancy]) })]
    : []
}

/** The lease is ended and the home becomes a part of the history. */
function movingOut(form: HomeForm, writes: readonly HomeWrite[], w: SaveWith): readonly Patch[] {
  const { tenancy, dwelling } = form.recs
  const row = tenancy && w.rows.get(tenancy)
  if (!tenancy || !row || !writes.some(({ type }) => type === 'tenancy')) return []
  const home = dwelling && w.rows.get(dwelling)
  const kind = home && text(home, 'dwellingKind')
  const [from, why] = [text(row, 'startDate'), entered(form.values, 'tenancy.endReason')]
  const set = {
    text: (home && text(home, 'address')) ?? '',
    to: entered(form.values, 'tenancy.endDate'),
    ...(kind ? { kind } : {}),
    ...(from ? { from } : {}),
    ...(why ? { why } : {}),
  }
  return [
    patch(w.lane, 'tenancy', tenancy, { status: 'ended' }, { seen: seenBy(w.me, row, form.seen[tenancy]) }),
    { lane: w.lane, rec: w.newId(), type: 'housingPeriod', set },
  ]
}

/** «Feilført»: it stays in the office's history and counts no more. Names everything somebody had on the screen. */
export const strike = (row: RecordRow, reason: string): Patch => ({
  lane: row.lane,
  rec: row.id,
  type: row.type,
  set: { void: { reason } },
  seen: { void: Object.values(row.regs).flatMap((heads) => heads.map((head) => head.by)) },
})
