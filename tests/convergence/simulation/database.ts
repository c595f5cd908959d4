// The office's tables as Maps, and what lies outside them: backups, recovery log, ledger. What is stored is never
// changed in place, so that a copy of the Maps is a copy of the database.

import type { LaneRole, Role } from '#domain/codes.ts'
import type { Id, LaneId } from '#domain/ids.ts'
import type { RecordType } from '#domain/records.ts'
import type { RecordRow } from '#domain/register.ts'
import type { Entry } from '#sync/fold.ts'
import type { Change, HeldReason } from '#sync/wire.ts'

/** A sealed envelope: `body` is what only the office reads, `bytes` stands for the ciphertext. */
export interface Sealed {
  readonly id: Id
  readonly enrol: Id
  readonly body: string
}
export interface Link {
  readonly seq: number
  readonly id: Id
  readonly rec: Id
  readonly kind: Change['kind'] | 'erase'
  readonly actor: Id
  readonly enrol: Id | undefined
  readonly salt: string
  readonly hash: string
  /** Undefined once erased. */
  readonly body: Change | undefined
  /** Of an erase entry: what it is about, and what the destroyed writes had replaced. */
  readonly erase?: { readonly type: RecordType; readonly root: Id | undefined; readonly replaced: NonNullable<Entry['replaced']> }
}
export interface Custody {
  readonly id: Id
  readonly user: Id
  readonly enrol: Id | undefined
  readonly digest: string
  readonly raw: string | undefined
  readonly claims?: Id
}
export interface Verdict {
  readonly s: 'applied' | 'held' | 'closed' | 'erased'
  readonly lane?: LaneId
  readonly seq?: number
  readonly why?: HeldReason
}
export interface Access {
  readonly view: number
  readonly role: LaneRole
  readonly isEnded: boolean
}
export interface ParkedDraft {
  readonly draft: Id
  readonly rev: number
  readonly user: Id
  readonly enrol: Id
  readonly lane: LaneId
  readonly rec: Id
  /** Undefined: finished, thrown away or erased; nothing of it comes back. */
  readonly change: Change | undefined
}
export interface Db {
  readonly lanes: Map<LaneId, { readonly head: number; readonly hash: string }>
  readonly journal: Map<LaneId, readonly Link[]>
  readonly records: Map<LaneId, ReadonlyMap<Id, RecordRow>>
  readonly custody: Map<Id, Custody>
  readonly verdicts: Map<Id, Verdict>
  readonly receipts: Map<Id, readonly { readonly id: Id; readonly hash: string }[]>
  readonly parked: Map<Id, ParkedDraft>
  /** `user|lane` */
  readonly access: Map<string, Access>
}
export interface Ledger {
  readonly erasures: { readonly lane: LaneId; readonly ids: readonly Id[]; readonly isCase: boolean; readonly drafts: readonly Id[] }[]
  /** `user|lane` → the highest view that was ended. */
  readonly ended: Map<string, number>
}
export interface Enrolment {
  readonly user: Id
  isRevoked: boolean
  supersededBy: Id | undefined
}
export interface Person {
  readonly id: Id
  readonly roles: readonly Role[]
}

export const emptyDb = (): Db => ({
  lanes: new Map(),
  journal: new Map(),
  records: new Map(),
  custody: new Map(),
  verdicts: new Map(),
  receipts: new Map(),
  parked: new Map(),
  access: new Map(),
})
export const emptyLedger = (): Ledger => ({ erasures: [], ended: new Map() })

export const copyDb = (db: Db): Db => ({
  lanes: new Map(db.lanes),
  journal: new Map(db.journal),
  records: new Map(db.records),
  custody: new Map(db.custody),
  verdicts: new Map(db.verdicts),
  receipts: new Map(db.receipts),
  parked: new Map(db.parked),
  access: new Map(db.access),
})
export const copyLedger = (ledger: Ledger): Ledger => ({ erasures: [...ledger.erasures], ended: new Map(ledger.ended) })
