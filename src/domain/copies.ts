// What has gone out, and to whom (`copyGiven`): newest first, with what was shown. Reading only.

import { later, type Maybe } from './case-view-order.ts'
import { HANDED_HOW, PAPER_KINDS, type PaperKind } from './codes.ts'
import type { Id, LocalDate } from './ids.ts'
import { code, date, ids, ref, text } from './reading.ts'
import { rowsOf } from './records.ts'
import { isVoid, madeBy, type RecordRow } from './register.ts'

export interface GivenCopy {
  readonly id: Id
  readonly of: Maybe<Id>
  readonly kind: Maybe<PaperKind>
  readonly to: string
  readonly member: Maybe<Id>
  readonly on: Maybe<LocalDate>
  readonly how: Maybe<(typeof HANDED_HOW)[number]>
  /** What was shown: items and decisions of a meeting by their titles, those that still can be found. */
  readonly shown: readonly string[]
  /** The change that says it was given, for where it has come. */
  readonly change: Maybe<Id>
}

export const readCopies = (rows: ReadonlyMap<Id, RecordRow>): readonly GivenCopy[] =>
  rowsOf(rows.values(), 'copyGiven')
    .filter((row) => !isVoid(row))
    .sort((a, b) => later(date(a, 'on'), date(b, 'on')) || later(madeBy(a)?.at, madeBy(b)?.at) || later(a.id, b.id))
    .map((row) => ({
      id: row.id,
      of: ref(row, 'of'),
      kind: code(row, 'kind', PAPER_KINDS),
      to: text(row, 'to') ?? '',
      member: ref(row, 'member'),
      on: date(row, 'on'),
      how: code(row, 'how', HANDED_HOW),
      shown: ids(row, 'items').flatMap((id) => titleOf(rows.get(id)) ?? []),
      change: madeBy(row)?.by,
    }))

const titleOf = (row: RecordRow | undefined): Maybe<string> => row && (text(row, 'title') ?? text(row, 'text'))
