// Records are rows of registers; a register holds the writes nobody has replaced (its heads). Two heads with
// different values are two versions: both are kept and shown (DESIGN.md 3). Reading only; folding lives in sync.

import type { Id, Instant, Json, LaneId } from './ids.ts'
import type { RecordType } from './records.ts'

/** The name of a register: the smallest group that only makes sense together. */
export type Field = string

/** One write that no other write of the register has named in its `over`. `by` is the change's id. */
export interface Head {
  readonly by: Id
  readonly actor: Id
  readonly at: Instant
  readonly v: Json
  readonly over: readonly Id[]
}

export type Registers = Readonly<Record<Field, readonly Head[]>>

export interface RecordRow {
  readonly lane: LaneId
  readonly id: Id
  readonly type: RecordType
  readonly root?: Id
  readonly seq: number
  readonly regs: Registers
  readonly frozen?: { readonly seq: number; readonly by: Id; readonly at: Instant }
}

/** The head ids an editor showed when it opened, per register: what its write may replace. */
export type Seen = Readonly<Record<Field, readonly Id[]>>

/** What should change, decided by a pure function. `seen` is what was on the screen; new records have none. */
export interface Patch {
  readonly lane: LaneId
  readonly rec: Id
  readonly type: RecordType
  readonly root?: Id
  readonly set: Readonly<Record<Field, Json>>
  readonly seen?: Seen
}

export const headsOf = (row: RecordRow, field: Field): readonly Head[] => row.regs[field] ?? []

/** The head ids of every register, as shown now: keep it from the moment the editor opens. */
export function seenOf(row: RecordRow | undefined): Seen {
  if (!row) return {}
  return Object.fromEntries(Object.entries(row.regs).map(([field, heads]) => [field, heads.map((head) => head.by)]))
}

/** The distinct values of a register, one head each (equal values are displayed once). */
export function versionsOf(row: RecordRow, field: Field): readonly Head[] {
  const byValue = new Map<string, Head>()
  for (const head of headsOf(row, field)) {
    const key = JSON.stringify(head.v)
    if (!byValue.has(key)) byValue.set(key, head)
  }
  return [...byValue.values()]
}

/** No question to anybody: each worker's own start and end may differ, and what is withdrawn is withdrawn. */
const NOT_ASKED: readonly string[] = ['visit.started', 'visit.ended', 'consent.withdrawn']

/** The registers of a record in which more than one distinct value stands, for a person to settle. */
export const fieldsInTwoVersions = (row: RecordRow): readonly Field[] =>
  Object.keys(row.regs).filter(
    (field) => headsOf(row, field).length > 1 && !NOT_ASKED.includes(`${row.type}.${field}`) && versionsOf(row, field).length > 1,
  )

/** «Feilført»: marked void by somebody who had seen all of it. */
export const isVoid = (row: RecordRow): boolean => {
  const voids = headsOf(row, 'void')
  if (voids.length === 0) return false
  const named = new Set(voids.flatMap((head) => head.over))
  return Object.entries(row.regs).every(([field, heads]) => field === 'void' || heads.every((head) => named.has(head.by)))
}

/** First write of any register: who made the record, and when. */
export function madeBy(row: RecordRow): Head | undefined {
  return Object.values(row.regs)
    .flat()
    .reduce<Head | undefined>(
      (first, head) => (first && (first.at < head.at || (first.at === head.at && first.by < head.by)) ? first : head),
      undefined,
    )
}
