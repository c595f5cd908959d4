// Where somebody sleeps for a time, as it is read (DOMAIN.md 2.19).

import { type Made, made } from './case-view-events.ts'
import { later, type Maybe } from './case-view-order.ts'
import { STAY_KINDS, type StayKind } from './codes.ts'
import type { Id, LocalDate } from './ids.ts'
import { code, date, ref, text } from './reading.ts'
import { rowsOf } from './records.ts'
import type { RecordRow } from './register.ts'

export interface StayView {
  readonly id: Id
  readonly kind: Maybe<StayKind>
  readonly place: Maybe<string>
  readonly from: Maybe<LocalDate>
  readonly to: Maybe<LocalDate>
  readonly visit: Maybe<Id>
  readonly made: Maybe<Made>
}

/** Newest first. */
export const readStays = (rows: readonly RecordRow[]): readonly StayView[] =>
  rowsOf(rows, 'stay')
    .map((row) => ({
      id: row.id,
      kind: code(row, 'kind', STAY_KINDS),
      place: text(row, 'place'),
      from: date(row, 'from'),
      to: date(row, 'to'),
      visit: ref(row, 'visit'),
      made: made(row),
    }))
    .sort((a, b) => later(a.from, b.from) || later(a.made?.at, b.made?.at) || later(a.id, b.id))

/** Where she sleeps now: the stay that began last and is not over. */
export const stayNow = (stays: readonly StayView[], today: LocalDate): Maybe<StayView> =>
  stays.find(({ from, to }) => (from === undefined || from <= today) && (to === undefined || to > today))
