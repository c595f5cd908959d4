// A neighbour complaint written down and followed up, and apart from it who complained: a record of its own that the desk
// alone has, for those who coordinate (DOMAIN.md 2.17, N 5.6 box). What is written says what, not who.

import { COMPLAINT_ABOUT, COMPLAINT_FROM, COMPLAINT_HANDLED, COMPLAINT_STATUSES } from './codes.ts'
import { effective } from './effective.ts'
import { strike } from './home-save.ts'
import { type Id, isLocalDate, type Json, type LaneId, type LocalDate } from './ids.ts'
import { asCode, asText, ref, text } from './reading.ts'
import { type Fields, patch, rowsOf } from './records.ts'
import { isVoid, type Patch, type RecordRow, type Seen } from './register.ts'
import { ok, type Result, refuse } from './result.ts'
import { seenBy } from './visit-start.ts'

/** As typed; '' where nothing is chosen. */
export interface ComplaintForm {
  readonly about: string
  readonly text: string
  readonly receivedAt: string
  readonly occurredAt: string
  readonly fromRole: string
  readonly handledHow: string
  readonly replySent: string
  readonly status: string
}
/** Typed at the desk and kept in no draft. */
export interface ReporterForm {
  readonly name: string
  readonly phone: string
}
export interface ComplaintWith {
  readonly lane: LaneId
  readonly today: LocalDate
  readonly me: Id
  readonly newId: () => Id
  /** The dwelling it is about. */
  readonly dwelling: Id | undefined
  readonly row?: RecordRow | undefined
  readonly seen?: Seen | undefined
  /** Missing wherever it may not be written. */
  readonly reporter?: { readonly form: ReporterForm; readonly row: RecordRow | undefined; readonly seen: Seen | undefined } | undefined
}
export type ComplaintRefusal =
  | { readonly kind: 'pickAbout' }
  | { readonly kind: 'pickFrom' }
  | { readonly kind: 'needsReceived' }
  | { readonly kind: 'receivedAhead' }
  | { readonly kind: 'occurredAfter' }
  | { readonly kind: 'replyBefore' }
  | { readonly kind: 'handledHow' }

export function saveComplaint(form: ComplaintForm, w: ComplaintWith): Result<readonly Patch[], ComplaintRefusal> {
  const problem = problemOf(form, w.today)
  if (problem) return refuse({ kind: problem })
  const rec = w.row?.id ?? w.newId()
  const first = w.row ? {} : { receivedBy: w.me, ...(w.dwelling ? { dwelling: w.dwelling } : {}) }
  const set = { ...first, ...changed(w.row, registersOf(form)) }
  const seen = w.row ? { seen: seenBy(w.me, w.row, w.seen) } : {}
  const own: readonly Patch[] = Object.keys(set).length === 0 ? [] : [{ lane: w.lane, rec, type: 'complaint', set, ...seen }]
  return ok([...own, ...reporterPatch(rec, w)])
}

function problemOf(form: ComplaintForm, today: LocalDate): ComplaintRefusal['kind'] | undefined {
  const { receivedAt, occurredAt, replySent } = form
  if (!asCode(form.about, COMPLAINT_ABOUT)) return 'pickAbout'
  if (!asCode(form.fromRole, COMPLAINT_FROM)) return 'pickFrom'
  if (!isLocalDate(receivedAt)) return 'needsReceived'
  if (receivedAt > today) return 'receivedAhead'
  if (isLocalDate(occurredAt) && occurredAt > receivedAt) return 'occurredAfter'
  if (isLocalDate(replySent) && (replySent < receivedAt || replySent > today)) return 'replyBefore'
  // Followed up without having done anything is an answer too, and is said.
  if (form.status === 'handled' && !asCode(form.handledHow, COMPLAINT_HANDLED)) return 'handledHow'
  return undefined
}

const registersOf = (form: ComplaintForm): Partial<Fields['complaint']> => {
  const [occurredAt, replySent, handledHow] = [dayIn(form.occurredAt), dayIn(form.replySent), asCode(form.handledHow, COMPLAINT_HANDLED)]
  const [about, fromRole, receivedAt] = [asCode(form.about, COMPLAINT_ABOUT), asCode(form.fromRole, COMPLAINT_FROM), dayIn(form.receivedAt)]
  return {
    ...(about ? { about } : {}),
    text: form.text.trim(),
    ...(receivedAt ? { receivedAt } : {}),
    ...(occurredAt ? { occurredAt } : {}),
    ...(fromRole ? { fromRole } : {}),
    ...(handledHow ? { handledHow } : {}),
    ...(replySent ? { replySent } : {}),
    status: asCode(form.status, COMPLAINT_STATUSES) ?? 'open',
  }
}
const dayIn = (typed: string): LocalDate | undefined => (isLocalDate(typed) ? typed : undefined)

/** Only what is another than what stands; nothing is taken away by being left open. */
const changed = (row: RecordRow | undefined, set: Partial<Fields['complaint']>): Readonly<Record<string, Json>> =>
  Object.fromEntries(Object.entries(set).filter(([field, v]) => v !== ((row && effective(row, field)) ?? '')))

function reporterPatch(complaint: Id, { lane, me, newId, reporter }: ComplaintWith): readonly Patch[] {
  if (!reporter) return []
  const { form, row, seen } = reporter
  const name = form.name.trim()
  const phone = form.phone.replace(/[\s\u00a0]/g, '')
  if (!row) return name || phone ? [patch(lane, 'reporter', newId(), { complaint, name, phone })] : []
  const set = { ...(name === (text(row, 'name') ?? '') ? {} : { name }), ...(phone === (text(row, 'phone') ?? '') ? {} : { phone }) }
  return Object.keys(set).length === 0 ? [] : [patch(lane, 'reporter', row.id, set, { seen: seenBy(me, row, seen) })]
}

/** «Feilført»: who complained goes with it, wherever that is known. */
export const strikeComplaint = (complaint: RecordRow, rows: ReadonlyMap<Id, RecordRow>): readonly Patch[] =>
  [complaint, ...reportersOf(rows, complaint.id)].map((row) => strike(row, 'mistake'))

const reportersOf = (rows: ReadonlyMap<Id, RecordRow>, complaint: Id): readonly RecordRow[] =>
  rowsOf(rows.values(), 'reporter').filter((row) => !isVoid(row) && ref(row, 'complaint') === complaint)

/** Who complained; the rows have it only at a desk that coordinates. */
export const reporterOf = (rows: ReadonlyMap<Id, RecordRow>, complaint: Id | undefined): RecordRow | undefined =>
  complaint === undefined ? undefined : reportersOf(rows, complaint)[0]

export const reporterIn = (row: RecordRow | undefined): ReporterForm => ({
  name: (row && asText(effective(row, 'name'))) ?? '',
  phone: (row && asText(effective(row, 'phone'))) ?? '',
})
