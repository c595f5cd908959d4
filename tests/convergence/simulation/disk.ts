// What a device of the simulation has on disk, and what a person has open in front of it.

import type { Id, LaneId } from '#domain/ids.ts'
import type { RecordType } from '#domain/records.ts'
import type { Field, RecordRow, Seen } from '#domain/register.ts'
import type { ReceiptsAt } from '#sync/receive.ts'
import type { OutboxItem, ShelfItem } from '#sync/stores.ts'
import type { Cursor } from '#sync/wire.ts'
import type { Sealed } from './database.ts'

export type Item = OutboxItem<Sealed>
export type Shelved = ShelfItem<Sealed>
export interface Draft {
  readonly id: Id
  readonly lane: LaneId
  readonly rec: Id
  readonly type: RecordType
  readonly rev: number
  readonly seen: Seen
  readonly content: string
  readonly parked: number
  /** Begun without the case here: one's own words and nothing else. */
  readonly isApart: boolean
}
export interface Disk {
  readonly lanes: Map<LaneId, Cursor>
  readonly rows: Map<LaneId, ReadonlyMap<Id, RecordRow>>
  readonly outbox: Map<Id, Item>
  readonly shelf: Map<Id, Shelved>
  readonly drafts: Map<Id, Draft>
  readonly receipts: ReceiptsAt
}
/** What a person has open: the heads it showed when it opened are what its saves may replace. */
export interface Editor {
  readonly session: Id
  readonly lane: LaneId
  readonly rec: Id
  readonly type: RecordType
  readonly root?: Id
  readonly field: Field
  readonly seen: Seen
  readonly saved: readonly Id[]
  readonly draft?: Id
  /** What the newest save took the place of. */
  readonly back?: Item | undefined
}
export class StorageFull extends Error {}

export const copyDisk = (disk: Disk): Disk => ({
  lanes: new Map(disk.lanes),
  rows: new Map(disk.rows),
  outbox: new Map(disk.outbox),
  shelf: new Map(disk.shelf),
  drafts: new Map(disk.drafts),
  receipts: disk.receipts,
})
export const emptyDisk = (): Disk =>
  copyDisk({ lanes: new Map(), rows: new Map(), outbox: new Map(), shelf: new Map(), drafts: new Map(), receipts: { seq: 0, hash: '' } })
