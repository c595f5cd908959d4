// Where somebody sleeps for a time: a place, from and to. A new stay ends the one that is open, on the day it begins, so
// that she sleeps in one place at a time (DOMAIN.md 2.19, G7 7.2).

import { STAY_KINDS } from './codes.ts'
import { type Id, isLocalDate, type LaneId, type LocalDate } from './ids.ts'
import { asCode } from './reading.ts'
import { patch } from './records.ts'
import { type Patch, type RecordRow, type Seen, seenOf } from './register.ts'
import { ok, type Result, refuse } from './result.ts'
import { type StayView, stayNow } from './stay-view.ts'
import { seenBy } from './visit-start.ts'

/** As typed; '' where nothing is written. */
export interface StayForm {
  readonly kind: string
  readonly place: string
  readonly from: string
  readonly to: string
}
export type StayRefusal =
  | { readonly kind: 'pickKind' }
  | { readonly kind: 'needsFrom' }
  | { readonly kind: 'toBeforeFrom' }
  | { readonly kind: 'endAhead' }

export interface StayWith {
  readonly lane: LaneId
  readonly today: LocalDate
  readonly me: Id
  readonly newId: () => Id
  readonly rows: ReadonlyMap<Id, RecordRow>
  readonly stays: readonly StayView[]
  readonly row?: RecordRow | undefined
  readonly seen?: Seen | undefined
}

export function saveStay(form: StayForm, w: StayWith): Result<readonly Patch[], StayRefusal> {
  const kind = asCode(form.kind, STAY_KINDS)
  if (!kind) return refuse({ kind: 'pickKind' })
  if (!isLocalDate(form.from)) return refuse({ kind: 'needsFrom' })
  const to = isLocalDate(form.to) ? form.to : undefined
  if (to && to < form.from) return refuse({ kind: 'toBeforeFrom' })
  const place = form.place.trim()
  if (!w.row) {
    const made = patch(w.lane, 'stay', w.newId(), { kind, ...(place ? { place } : {}), from: form.from, ...(to ? { to } : {}) })
    return ok([made, ...endingOf(form.from, w)])
  }
  const view = w.stays.find(({ id }) => id === w.row?.id)
  const set = {
    ...(view?.kind === kind ? {} : { kind }),
    ...((view?.place ?? '') === place ? {} : { place }),
    ...(view?.from === form.from ? {} : { from: form.from }),
    ...(view?.to === to ? {} : { to: to ?? null }),
  }
  return ok(Object.keys(set).length === 0 ? [] : [{ ...patch(w.lane, 'stay', w.row.id, {}, { seen: seenBy(w.me, w.row, w.seen) }), set }])
}

/** The stay that a new one from this day would end; one that began after it is let be. */
export function endedBy(from: LocalDate, stays: readonly StayView[]): StayView | undefined {
  return stayNow(
    stays.filter(({ to }) => to === undefined),
    from,
  )
}
function endingOf(from: LocalDate, w: StayWith): readonly Patch[] {
  const open = endedBy(from, w.stays)
  const row = open && w.rows.get(open.id)
  return row ? [patch(row.lane, 'stay', row.id, { to: from }, { seen: seenOf(row) })] : []
}

/** She has left: today, or the day she did. */
export function endStay(row: RecordRow, on: LocalDate, today: LocalDate): Result<Patch, StayRefusal> {
  return on > today ? refuse({ kind: 'endAhead' }) : ok(patch(row.lane, 'stay', row.id, { to: on }, { seen: seenOf(row) }))
}

export const stayTyped = (stay: StayView | undefined, today: LocalDate): StayForm => ({
  kind: stay?.kind ?? '',
  place: stay?.place ?? '',
  from: stay?.from ?? (stay ? '' : today),
  to: stay?.to ?? '',
})
