// The casebook's door: watch something, record a patch, keep a draft. Two implementations stand side by side:
// local.ts (everything on the device, the field worker) and desk.ts (asks the office, keeps nothing on disk).
// Both answer with rows and summaries; the screens' pure functions make views of them, so both look alike.

import type { ChangeState, LaneRole } from '#domain/codes.ts'
import type { Id, Instant, Json, LaneId, LocalDate } from '#domain/ids.ts'
import type { Patch, RecordRow, Seen } from '#domain/register.ts'
import type { CaseSummary, InquirySummary } from '#domain/summary.ts'
import type { BlobType } from '#sync/blob.ts'
import type { HeldChange, LaneAccess, Unfinished } from '#sync/wire-doors.ts'

export type { HeldChange, LaneAccess, Unfinished } from '#sync/wire-doors.ts'

export type Ask =
  /** Summaries of every case one has. */
  | { readonly ask: 'today' }
  | { readonly ask: 'residents' }
  | { readonly ask: 'inbox' }
  /** All rows of one case lane. */
  | { readonly ask: 'resident'; readonly lane: LaneId }
  /** What waits, what was sent, what is at the office. */
  | { readonly ask: 'sending' }
  /** Desk: what is held and what lies unfinished in the lanes one coordinates. */
  | { readonly ask: 'held' }
  /** Desk: what workers told of their own safety, as `rows`, with the `summaries` of the homes; what others wrote, for a leader alone. */
  | { readonly ask: 'safety' }

/** Where each of one's own unsettled changes is. A change that is not here is settled. */
export type States = ReadonlyMap<Id, ChangeState>

export interface Answer {
  readonly today: LocalDate
  /** The office: its people and agencies, rows of type `user` and `agency`, and the one `office` row. */
  readonly office: readonly RecordRow[]
  readonly states: States
  readonly drafts: readonly Draft[]
  /** For today, residents, inbox; with the facts of the notices linked to each. */
  readonly summaries: readonly CaseSummary[]
  /** The notices here, for the deadlines of the cases they are linked to (`matterOf` in domain/summary.ts). */
  readonly inquiries: readonly InquirySummary[]
  /** For resident: the lane's rows with own unsettled changes on top; empty when there is no such case here. */
  readonly rows: ReadonlyMap<Id, RecordRow>
  readonly sending: Sending
  /** Desk, for held. */
  readonly held?: readonly HeldChange[]
  readonly unfinished?: readonly Unfinished[]
  /** Desk, for resident: who has the case now. */
  readonly access?: readonly LaneAccess[]
}

export interface Waiting {
  readonly change: Id
  readonly lane: LaneId
  readonly rec: Id
  readonly type: string
  readonly state: ChangeState
  readonly why?: string
  readonly at: Instant
}
export interface Sending {
  readonly isOnline: boolean
  /** saved or sent: not yet known to be at the office. */
  readonly waiting: readonly Waiting[]
  readonly atOffice: readonly Waiting[]
  readonly held: readonly Waiting[]
  /** Held, and somebody at the office decided to leave it so: in no record, still sealed here for a while. */
  readonly closed: readonly Waiting[]
  /** Drafts not yet parked at the office. */
  readonly draftsWaiting: number
  /** Time of the last successful update from the office; undefined = never. */
  readonly updatedAt?: Instant
  readonly isSyncing: boolean
  /** The office answers, but will not have this account or this device any more: not the same as no network. */
  readonly refused?: 'account' | 'device'
  readonly canSendWhileLocked: boolean
  readonly isPersistent?: boolean
  /** Bytes in this device's own stores, counted by ourselves, and how many we allow ourselves. */
  readonly usedBytes?: number
  readonly budgetBytes?: number
  /** The last save needed the room kept in reserve: the device is nearly full. */
  readonly isNearlyFull?: boolean
}

/** Half-made work: text and what was seen. Encrypted at rest, never a value in the record (DESIGN.md 2, Drafts). */
export interface Draft {
  readonly id: Id
  readonly lane: LaneId
  /** The record the draft is about (for a visit: the contribution). */
  readonly rec: Id
  readonly rev: number
  readonly seen: Seen
  readonly content: Json
  readonly at: Instant
}

export interface RecordHow {
  /** The draft these changes finish: deleted after the transaction. */
  readonly finishes?: Id
  /** Sign this root in the same transaction, covering what then stands. */
  readonly sign?: { readonly lane: LaneId; readonly root: Id }
  /** Nothing is sent for so long, so that `undo` can take all of it back without a trace. */
  readonly holdMs?: number
  /** Saves of one editing session of one record replace each other as long as none has been tried (DESIGN.md 4). */
  readonly session?: Id
}

export type RecordRefusal =
  | { readonly kind: 'storageFull' }
  | { readonly kind: 'storageLost' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'signedOut' }

export type Recorded =
  | { readonly ok: true; readonly changes: readonly Id[]; readonly undo: () => Promise<boolean> }
  | { readonly ok: false; readonly refusal: RecordRefusal }

/** notAllowed: the office understood and said no: not this person's to do, or no longer possible. */
export type Acted =
  | { readonly ok: true }
  | { readonly ok: false; readonly refusal: { readonly kind: 'unreachable' | 'signedOut' | 'notAllowed' } }

/** Each is one call to the office, true only when it has answered. */
export interface OfficeActs {
  readonly decide: (change: Id, how: 'release' | 'addendum' | 'close', reason: string) => Promise<Acted>
  /** Who gets a case and who loses it, in one step. */
  readonly setAccess: (
    lane: LaneId,
    how: {
      readonly give: readonly { readonly user: Id; readonly role: LaneRole }[]
      readonly take: readonly Id[]
      readonly reason: string
    },
  ) => Promise<Acted>
  /** Some of a lane's changes, or (without ids) the whole case. Cannot be undone. */
  readonly erase: (lane: LaneId, ids: readonly Id[] | undefined, reason: string) => Promise<Acted>
}

/** A photo or a scanned letter, made anew by us, with nothing in it but the picture. */
export interface Attachment {
  readonly lane: LaneId
  /** The record whose register is to hold `{ blob }`. */
  readonly rec: Id
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly type: BlobType
}
/** wrongType: not what it claims, or none of the three kinds; carriesMetadata: it still says where, when or by what. */
export type Attached =
  | (Extract<Recorded, { ok: true }> & { readonly blob: Id })
  | { readonly ok: false; readonly refusal: RecordRefusal | { readonly kind: 'wrongType' | 'carriesMetadata' | 'tooLarge' } }
export type BlobRead =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer>; readonly type: BlobType }
  | { readonly ok: false; readonly refusal: { readonly kind: 'unreachable' | 'signedOut' | 'notFound' } }

export interface Progress {
  readonly lanes: number
  readonly of: number
}

export interface Casebook {
  readonly kind: 'field' | 'desk'
  readonly me: Id
  readonly newId: () => Id
  readonly now: () => Instant
  readonly today: () => LocalDate
  /** SHA-256, base64url, of words that were read and agreed on. */
  readonly fingerprint: (text: string) => Promise<string>
  /** Calls `show` at once when it can, and again whenever the answer moves. Returns the way to stop. */
  readonly watch: (ask: Ask, show: (answer: Answer) => void) => () => void
  /** All of it in one strict transaction, or a refusal and nothing. On the desk: sent, and only then true. */
  readonly record: (patches: readonly Patch[], how?: RecordHow) => Promise<Recorded>
  readonly keepDraft: (draft: Draft) => Promise<Recorded>
  readonly dropDraft: (id: Id) => Promise<void>
  /**
   * Whoever opens a draft for editing holds it as long as the editor is open; one tab at a time (`mine`), the others may
   * only read. Calls `changed` at once and whenever it moves. Returns the way to let go.
   */
  readonly holdDraft: (id: Id, changed: (who: 'mine' | 'elsewhere') => void) => () => void
  /** Field only: what is half written goes to the office too, sealed. Before the keys are dropped; never throws. */
  readonly parkDrafts?: () => Promise<void>
  /**
   * Field only: sealed, and in one strict transaction on this device; sent behind all text. Refused with `storageFull` long
   * before text would be. The record that refers to it is recorded by itself, before or after.
   */
  readonly attach?: (what: Attachment) => Promise<Attached>
  /** A photo or letter some record refers to: from this device while it is here, else from the office, and kept nowhere. */
  readonly blob: (id: Id) => Promise<BlobRead>
  /** Desk only: what needs a role at the office. */
  readonly office?: OfficeActs
  /** Send what waits and fetch what is new, now. Resolves when done or clearly not possible; never throws. */
  readonly sendNow: (progress?: (at: Progress) => void) => Promise<'done' | 'unreachable'>
  /** Drop every key and row from memory; the outbox goes on being sent. */
  readonly close: () => void
}
