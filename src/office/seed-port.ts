// The door through which the demo office is filled. The seed names people, grants and changes; the office puts them
// through the same journal as every other change, so that demo content can never be what a real device could not write.

import type { LaneRole, Role } from '#domain/codes.ts'
import type { Id, Instant, Json, LaneId, LocalDate } from '#domain/ids.ts'
import type { RecordType } from '#domain/records.ts'
import type { Field } from '#domain/register.ts'

export interface SeedAccount {
  readonly account: string
  readonly password: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly phone: string
  readonly place: 'field' | 'desk'
}

/** A change as the seed writes it: what a device would stamp by itself (v, schema, tz, skewMs, app) the office fills in. */
export interface SeedChange {
  readonly id: Id
  readonly lane: LaneId
  readonly rec: Id
  readonly type: RecordType
  readonly root?: Id
  readonly kind: 'set' | 'sign'
  readonly set?: Readonly<Record<Field, { readonly v: Json; readonly over: readonly Id[] }>>
  /** sign: record → field → the heads that stand, over every record of the root. */
  readonly covers?: Readonly<Record<Id, Readonly<Record<Field, readonly Id[]>>>>
  readonly at: Instant
}

export interface SeedOffice {
  readonly officeId: Id
  readonly today: LocalDate
  readonly newId: () => Id
  /** Makes the account and its `user` record in the office lane; resolves to the user id, also when the account is there already. */
  readonly account: (account: SeedAccount) => Promise<Id>
  readonly grant: (user: Id, lane: LaneId, role: LaneRole) => Promise<void>
  /**
   * Throws when the change was not applied, naming the reason. A case lane is made by its first change, by a case
   * worker (who becomes its coordinator) or a follow-up worker; the office lane is written by a leader or an admin.
   */
  readonly append: (change: SeedChange, actor: Id) => Promise<void>
  /** Steps already taken; a step is a number and is never taken twice. */
  readonly done: readonly number[]
  readonly mark: (step: number) => Promise<void>
}
