// A visit put in the book: what kind, when, who and how it came about (DOMAIN.md 2.9), moved to another time, and two in
// the book that are one visit (DESIGN.md 3, «A guided visit in records»). Pure; a no to contact stands here too.

import { addDays } from './calendar.ts'
import type { CaseView } from './case-view.ts'
import { type VisitView, visitDay } from './case-view-visits.ts'
import { AGREED_VISIT, VISIT_KINDS, type VisitKind } from './codes.ts'
import { type Id, isLocalDate, isLocalDateTime, type LocalDate, type LocalDateTime, timeOf } from './ids.ts'
import { asCode } from './reading.ts'
import { patch } from './records.ts'
import type { Patch, RecordRow, Seen } from './register.ts'
import { ok, type Result, refuse } from './result.ts'
import { isNotForHome, needsTwo } from './visit-allowed.ts'
import { seenBy } from './visit-start.ts'

/** As typed; '' where nothing is written or chosen. `workers`: user ids with a space between. */
export interface BookingForm {
  readonly kind: string
  readonly date: string
  readonly from: string
  readonly to: string
  readonly workers: string
  readonly agreedHow: string
  readonly why: string
  /** «Det er et annet besøk»: said of one that stands close by. */
  readonly apart: string
  /** «Vi møtes et annet sted»: `yes`, where nobody is to go home to her. */
  readonly elsewhere: string
}
export type BookingRefusal =
  | { readonly kind: 'needsKind' }
  | { readonly kind: 'needsDay' }
  | { readonly kind: 'needsTime' }
  | { readonly kind: 'endBeforeStart' }
  | { readonly kind: 'tooFarAhead' }
  | { readonly kind: 'needsWorker' }
  /** She does not want to be contacted, and has not asked for this one (DOMAIN.md 4.3). */
  | { readonly kind: 'contactStop' }
  | { readonly kind: 'needsTwo' }
  /** Nobody is to go home to her. */
  | { readonly kind: 'notHome' }
  /** One that day already, within two hours. */
  | { readonly kind: 'closeBy'; readonly visit: Id }

export interface BookingWith {
  readonly view: CaseView
  /** She said so, and no new notice has come since (visit-known.ts). */
  readonly isContactStopped: boolean
  readonly today: LocalDate
  readonly newId: () => Id
}

const MOST_AHEAD_DAYS = 366
const CLOSE_MINUTES = 120
export const workersIn = (form: Pick<BookingForm, 'workers'>): readonly Id[] =>
  form.workers.split(' ').filter((one): one is Id => one !== '')

export function bookVisit(form: BookingForm, w: BookingWith): Result<readonly Patch[], BookingRefusal> {
  const kind = asCode(form.kind, VISIT_KINDS)
  if (!kind) return refuse({ kind: 'needsKind' })
  const planned = plannedIn(form, w.today)
  if (!planned.ok) return planned
  const workers = workersIn(form)
  const wrong = wrongWith(form, { kind, workers, start: planned.value.start }, w)
  if (wrong) return refuse(wrong)
  const agreedHow = asCode(form.agreedHow, AGREED_VISIT)
  const why = form.why.trim()
  const more = { ...(agreedHow ? { agreedHow } : {}), ...(why ? { why } : {}) }
  return ok([patch(w.view.lane, 'visit', w.newId(), { kind, planned: planned.value, workers, status: 'planned', ...more })])
}

function plannedIn(
  form: BookingForm,
  today: LocalDate,
): Result<{ readonly start: LocalDateTime; readonly end?: LocalDateTime }, BookingRefusal> {
  if (!isLocalDate(form.date)) return refuse({ kind: 'needsDay' })
  const start = `${form.date}T${form.from}`
  if (!isLocalDateTime(start)) return refuse({ kind: 'needsTime' })
  if (form.date > addDays(today, MOST_AHEAD_DAYS)) return refuse({ kind: 'tooFarAhead' })
  const end = `${form.date}T${form.to}`
  if (form.to === '') return ok({ start })
  if (!isLocalDateTime(end)) return refuse({ kind: 'needsTime' })
  return end <= start ? refuse({ kind: 'endBeforeStart' }) : ok({ start, end })
}

interface Booked {
  readonly kind: VisitKind
  readonly workers: readonly Id[]
  readonly start: LocalDateTime
}
function wrongWith(form: BookingForm, booked: Booked, { view, isContactStopped }: BookingWith): BookingRefusal | undefined {
  if (booked.workers.length === 0) return { kind: 'needsWorker' }
  if (isContactStopped && form.agreedHow !== 'at_residents_request') return { kind: 'contactStop' }
  if (isNotForHome(view, booked.kind) && form.elsewhere !== 'yes') return { kind: 'notHome' }
  if (booked.kind !== 'phone' && needsTwo(view) && booked.workers.length < 2) return { kind: 'needsTwo' }
  const near = view.visits.find((other) => other.status !== 'cancelled' && other.id !== form.apart && areClose(other.start, booked.start))
  return near ? { kind: 'closeBy', visit: near.id } : undefined
}

const minutesOf = (at: LocalDateTime): number => {
  const [hours = 0, minutes = 0] = timeOf(at).split(':').map(Number)
  return hours * 60 + minutes
}
/** The same day, within two hours of each other. */
const areClose = (a: LocalDateTime | undefined, b: LocalDateTime | undefined): boolean =>
  a !== undefined && b !== undefined && a.slice(0, 10) === b.slice(0, 10) && Math.abs(minutesOf(a) - minutesOf(b)) <= CLOSE_MINUTES

/** Another time for one that has not begun. What it is and who comes stays. */
export function moveVisit(
  row: RecordRow,
  form: Pick<BookingForm, 'date' | 'from' | 'to'>,
  { today, me, seen }: { readonly today: LocalDate; readonly me: Id; readonly seen?: Seen },
): Result<readonly Patch[], BookingRefusal> {
  const planned = plannedIn({ kind: '', workers: '', agreedHow: '', why: '', apart: '', elsewhere: '', ...form }, today)
  if (!planned.ok) return planned
  return ok([patch(row.lane, 'visit', row.id, { planned: planned.value }, { seen: seenBy(me, row, seen) })])
}

/** Two in the book that may be one: made on two phones, the same day and within two hours, and nobody has said. */
export function mayBeSame(visit: VisitView, view: Pick<CaseView, 'visits'>): VisitView | undefined {
  if (visit.sameAs !== undefined || visitDay(visit) === undefined) return undefined
  return view.visits.find(
    (other) =>
      other.id !== visit.id &&
      other.sameAs === undefined &&
      areOpen(visit, other) &&
      areClose(visit.start, other.start) &&
      !other.apart.includes(visit.id) &&
      !visit.apart.includes(other.id),
  )
}
/** Somebody stands in the middle of it, or it is still ahead: what is over and has its own words is let be. */
const areOpen = (...both: readonly VisitView[]): boolean =>
  both.every(({ status }) => status === 'planned' || status === 'in_progress' || status === 'done') &&
  both.some(({ status }) => status !== 'done')

/** «Samme besøk»: the later one points at the earlier one; nothing moves. «To besøk»: it is not asked again. */
export function sayWhether(
  isSame: boolean,
  pair: readonly [VisitView, VisitView],
  rows: ReadonlyMap<Id, RecordRow>,
  me: Id,
): readonly Patch[] {
  const [first, later] = [...pair].sort((a, b) => ((a.start ?? '') + a.id < (b.start ?? '') + b.id ? -1 : 1))
  const row = later && rows.get(later.id)
  if (!first || !later || !row) return []
  const set = isSame ? { sameAs: first.id } : { apart: [...later.apart, first.id] }
  return [patch(row.lane, 'visit', row.id, set, { seen: seenBy(me, row) })]
}
