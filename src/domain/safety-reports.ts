// What workers told of their own safety, as the leader reads it (DOMAIN.md 2.19): who, when, what, and whether the leader
// had been told then. From rows of the workers' own lanes; never from the resident's.

import { later, type Maybe } from './case-view-order.ts'
import { type Id, type Instant, isLaneId, type LaneId, type LocalDate } from './ids.ts'
import { asDate, asText, part, text } from './reading.ts'
import { rowsOf } from './records.ts'
import { isVoid, madeBy, type RecordRow } from './register.ts'

export interface SafetyReportView {
  readonly id: Id
  readonly by: Maybe<Id>
  readonly at: Maybe<Instant>
  /** The case it came from. */
  readonly lane: Maybe<LaneId>
  /** The answer to «did it feel safe»: `a_bit` or `no`. */
  readonly felt: Maybe<string>
  /** In her own words; undefined where she wrote none, or none may stand in a list. */
  readonly what: Maybe<string>
  readonly toldOn: Maybe<LocalDate>
  readonly toldHow: Maybe<string>
}

/** Newest first. */
export const readSafetyReports = (rows: Iterable<RecordRow>): readonly SafetyReportView[] =>
  rowsOf(rows, 'safetyReport')
    .filter((row) => !isVoid(row))
    .map(viewOf)
    .sort((a, b) => later(a.at, b.at) || later(a.id, b.id))

function viewOf(row: RecordRow): SafetyReportView {
  const [felt, what, lane] = [text(row, 'felt'), text(row, 'what')?.trim(), text(row, 'case')]
  const made = madeBy(row)
  return {
    id: row.id,
    by: made?.actor,
    at: made?.at,
    lane: isLaneId(lane) ? lane : undefined,
    felt,
    // Without words of her own the answer's code was kept in their place.
    what: what === '' || what === felt ? undefined : what,
    toldOn: asDate(part(row, 'leaderTold', 'on')),
    toldHow: asText(part(row, 'leaderTold', 'how')),
  }
}
