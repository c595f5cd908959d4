// The device's half of a sync: lines in, whole lanes out. A lane is handed over only at its `end`, and may be applied
// only while the device's cursor still equals `from` (compare and set). Absence never means gone (DESIGN.md 5).

import type { Id, Instant, LaneId } from '#domain/ids.ts'
import type { RecordRow } from '#domain/register.ts'
import type { Cursor, SyncLine } from './wire.ts'

export interface LaneAnswer {
  readonly lane: LaneId
  readonly mode: 'delta' | 'snap' | 'reset'
  readonly from: number
  readonly cursor: Cursor
  /** Own changes this answer brings back: they settle in the transaction that applies it. */
  readonly mine: readonly Id[]
  readonly rows: readonly RecordRow[]
  readonly until?: Instant
}
export type Done = Extract<SyncLine, { k: 'done' }>
export type Receipts = Extract<SyncLine, { k: 'receipts' }>
export type ParkedLine = Extract<SyncLine, { k: 'parked' }>
export type Received =
  | { readonly kind: 'start'; readonly lanes: number; readonly rows: number }
  | { readonly kind: 'receipts'; readonly line: Receipts }
  | { readonly kind: 'lane'; readonly answer: LaneAnswer }
  | { readonly kind: 'parked'; readonly line: ParkedLine }
  | { readonly kind: 'gone'; readonly lanes: readonly LaneId[] }
  | { readonly kind: 'done'; readonly done: Done }

/**
 * Feed it lines in order; it gives something back when something is whole. A line out of place, or one that could not
 * be read (undefined), throws away its lane: a lane with a row missing must never pass for the whole.
 */
export function receiver(): (line: SyncLine | undefined) => Received | undefined {
  let open: { readonly line: Extract<SyncLine, { k: 'lane' }>; readonly rows: RecordRow[] } | undefined
  return (line) => {
    if (line?.k !== 'row' && line?.k !== 'end') open = undefined
    if (!line) return undefined
    switch (line.k) {
      case 'start':
        return { kind: 'start', lanes: line.lanes, rows: line.rows }
      case 'receipts':
        return { kind: 'receipts', line }
      case 'parked':
        return { kind: 'parked', line }
      case 'lane':
        open = { line, rows: [] }
        return undefined
      case 'row':
        if (open?.line.l === line.row.lane) open.rows.push(line.row)
        else open = undefined
        return undefined
      case 'end': {
        const whole = open?.line.l === line.l ? open : undefined
        open = undefined
        return whole ? { kind: 'lane', answer: laneAnswer(whole.line, whole.rows) } : undefined
      }
      case 'gone':
        return { kind: 'gone', lanes: line.lanes }
      case 'done':
        return { kind: 'done', done: line }
    }
  }
}

function laneAnswer(line: Extract<SyncLine, { k: 'lane' }>, rows: readonly RecordRow[]): LaneAnswer {
  const { l: lane, mode, from, head, hash, view, mine, until } = line
  return { lane, mode, from, cursor: [head, hash, view], mine, rows, ...(until ? { until } : {}) }
}

/** May this answer be applied on top of this cursor? A snapshot or reset replaces the lane; a delta must fit exactly. */
export const fits = (answer: LaneAnswer, cursor: Cursor | undefined): boolean => answer.from === (cursor?.[0] ?? 0)

/** How far this device has come in the receipt log of its enrolment. */
export interface ReceiptsAt {
  readonly seq: number
  readonly hash: string
}

/** The same for the receipt log: a delta must begin at our own place and name every id up to its head. */
export const receiptsFit = (line: Receipts, asked: ReceiptsAt, now: ReceiptsAt): boolean =>
  now.seq === asked.seq &&
  now.hash === asked.hash &&
  (line.mode === 'reset' || (line.from === asked.seq && line.head === line.from + line.ids.length))

/** The lane's rows after the answer: a delta lays its rows over the old ones, else they are all there is. */
export function applied(answer: LaneAnswer, before: ReadonlyMap<Id, RecordRow>): ReadonlyMap<Id, RecordRow> {
  const rows = new Map(answer.mode === 'delta' ? before : [])
  for (const row of answer.rows) rows.set(row.id, row)
  return rows
}
