// Neighbour complaints as they are read, and how often they come. Who complained is in no view of the case: it is kept
// apart, at the desk only (DOMAIN.md 2.17, N 5.6 box).

import { addDays } from './calendar.ts'
import type { Made } from './case-view-events.ts'
import { later, type Maybe } from './case-view-order.ts'
import { COMPLAINT_STATUSES, type ComplaintStatus } from './codes.ts'
import type { Id, LocalDate } from './ids.ts'
import { date, ref, text } from './reading.ts'
import { rowsOf } from './records.ts'
import { fieldsInTwoVersions, madeBy, type RecordRow } from './register.ts'

export interface ComplaintView {
  readonly id: Id
  readonly receivedAt: Maybe<LocalDate>
  readonly occurredAt: Maybe<LocalDate>
  readonly about: Maybe<string>
  readonly text: Maybe<string>
  readonly fromRole: Maybe<string>
  readonly handledHow: Maybe<string>
  readonly replySent: Maybe<LocalDate>
  readonly recognised: Maybe<string>
  readonly residentsSide: Maybe<string>
  readonly visit: Maybe<Id>
  readonly status: ComplaintStatus
  readonly isTwo: boolean
  readonly made: Maybe<Made>
}

/** Newest first. */
export const readComplaints = (rows: readonly RecordRow[]): readonly ComplaintView[] =>
  rowsOf(rows, 'complaint')
    .map((row) => ({
      id: row.id,
      receivedAt: date(row, 'receivedAt'),
      occurredAt: date(row, 'occurredAt'),
      about: text(row, 'about'),
      text: text(row, 'text'),
      fromRole: text(row, 'fromRole'),
      handledHow: text(row, 'handledHow'),
      replySent: date(row, 'replySent'),
      recognised: text(row, 'recognised'),
      residentsSide: text(row, 'residentsSide'),
      visit: ref(row, 'visit'),
      status: COMPLAINT_STATUSES.find((known) => known === text(row, 'status')) ?? 'open',
      isTwo: fieldsInTwoVersions(row).length > 0,
      made: madeAt(row),
    }))
    .sort((a, b) => later(a.receivedAt, b.receivedAt) || later(a.id, b.id))

function madeAt(row: RecordRow): Maybe<Made> {
  const head = madeBy(row)
  return head && { by: head.actor, at: head.at }
}

/** What she complains of herself is not counted against her. */
export const isOfHome = ({ fromRole }: Pick<ComplaintView, 'fromRole'>): boolean => fromRole !== 'resident'

const WINDOW_DAYS = 30
export interface HowOften {
  readonly lately: number
  readonly inAll: number
}
/** In the thirty days that end with `today`, and in all. One without a day counts in all only. */
export function howOften(complaints: readonly ComplaintView[], today: LocalDate): HowOften {
  const of = complaints.filter(isOfHome)
  const since = addDays(today, -WINDOW_DAYS)
  const lately = of.filter(({ receivedAt }) => receivedAt !== undefined && receivedAt > since && receivedAt <= today)
  return { lately: lately.length, inAll: of.length }
}
