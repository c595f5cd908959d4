// Signatures: who said yes to which words, and how (DOMAIN.md 2.5, 2.7, 2.19). Each stands under a plan, an evaluation or a
// consent; a line drawn on the screen goes with it.

import type { Maybe } from './case-view-order.ts'
import type { Id, Instant, LocalDate } from './ids.ts'
import { code, date, ref, text } from './reading.ts'
import { rowsOf } from './records.ts'
import { isVoid, madeBy, type RecordRow } from './register.ts'

export interface SignatureView {
  readonly id: Id
  readonly who: string
  readonly role: 'resident' | 'guardian' | 'worker'
  readonly how: string
  readonly on: Maybe<LocalDate>
  readonly witness: Maybe<string>
  readonly textHash: Maybe<string>
  /** As it was drawn on the screen. */
  readonly drawn: Maybe<string>
  readonly at: Maybe<Instant>
}

export const signatureView = (row: RecordRow): SignatureView => ({
  id: row.id,
  who: text(row, 'who') ?? '',
  role: code(row, 'role', ['resident', 'guardian', 'worker']) ?? 'resident',
  how: text(row, 'how') ?? '',
  on: date(row, 'on'),
  witness: text(row, 'witness'),
  textHash: text(row, 'textHash'),
  drawn: text(row, 'drawn'),
  at: madeBy(row)?.at,
})

/** What was drawn under this evaluation or consent, by whom. */
export const drawnUnder = (rows: ReadonlyMap<Id, RecordRow>, of: Id): readonly SignatureView[] =>
  rowsOf([...rows.values()], 'signature')
    .filter((row) => ref(row, 'of') === of && !isVoid(row))
    .map(signatureView)
    .filter(({ drawn }) => drawn !== undefined)
