// What the parts of an open local casebook share: the keys, the databases, and what is held in memory until lock.
// Nothing here decides anything.

import type { Id, Instant, LaneId, LocalDate } from '#domain/ids.ts'
import type { RecordRow } from '#domain/register.ts'
import type { LaneSummary } from '#domain/summary.ts'
import type { Entry } from '#sync/fold.ts'
import type { Draft, Sending } from './casebook.ts'
import type { Databases, LaneItem } from './database.ts'
import type { EnvelopeItem, OutboxItem, ShelfItem } from './envelopes.ts'
import type { KeyFile } from './keyfile.ts'
import { inTurn } from './lock.ts'

export interface OpenKeys {
  readonly dek: CryptoKey
  readonly seal: CryptoKey
  readonly blob: CryptoKey
  readonly proof: CryptoKey
}

/** One's own unsettled change: its sealed bytes, and what they say; `entry` is missing when they do not open. */
export interface Opened {
  readonly bytes?: EnvelopeItem
  readonly entry?: Entry
}
export interface Pending extends Opened {
  readonly item: OutboxItem
}
export interface Closed extends Opened {
  readonly item: ShelfItem
}
export type Rows = ReadonlyMap<Id, RecordRow>

/** When a draft was last written (milliseconds), and which `rev` of it was last put into the outbox to be parked. */
export interface Kept {
  readonly at: number
  readonly parked?: number
}

/** What the office last told about time and updates; sealed in `meta`. */
export interface Told {
  readonly skewMs: number | null
  readonly today?: LocalDate
  readonly updatedAt?: Instant
}

export interface Room {
  readonly keys: OpenKeys
  readonly file: KeyFile
  readonly db: Databases
  readonly lanes: Map<LaneId, LaneItem>
  /** The office's summaries, as on the cards. */
  readonly cards: Map<LaneId, LaneSummary>
  /** The office's rows of the lanes that were opened. */
  readonly rows: Map<LaneId, Rows>
  readonly pending: Map<Id, Pending>
  /** Held, and kept closed by a person at the office: on the shelf, and in no view. */
  readonly closed: Map<Id, Closed>
  readonly drafts: Map<Id, Draft>
  /** Of drafts, also of those finished since unlock: an undone «Ferdig» brings one back. */
  readonly kept: Map<Id, Kept>
  /** Drafts on their way to be parked, with their `rev`: what of them lies in the outbox. */
  readonly leaving: Map<Id, number>
  readonly views: Map<LaneId, Rows>
  readonly summaries: Map<LaneId, LaneSummary | undefined>
  readonly flags: {
    isOpen: boolean
    isSyncing: boolean
    isReached: boolean
    refused: Sending['refused'] | undefined
    isPersistent?: boolean
    /** A save needed the ballast, and there has been no room for a new one since. */
    isNearlyFull?: boolean
    /** As counted last (housekeeping.ts). */
    usedBytes?: number
    told: Told
  }
  /** Commit and memory go together, one after another. */
  readonly turn: ReturnType<typeof inTurn>
  /** Something is new: tell the watchers, and (unless it came from there) the other tabs. */
  readonly news: (news: News, isFromElsewhere?: boolean) => void
}

export type News =
  | { readonly kind: 'lanes'; readonly lanes: readonly LaneId[] }
  | { readonly kind: 'outbox' }
  | { readonly kind: 'drafts' }
  | { readonly kind: 'flags' }

export function emptyRoom(keys: OpenKeys, file: KeyFile, db: Databases, news: Room['news']): Room {
  return {
    keys,
    file,
    db,
    lanes: new Map(),
    cards: new Map(),
    rows: new Map(),
    pending: new Map(),
    closed: new Map(),
    drafts: new Map(),
    kept: new Map(),
    leaving: new Map(),
    views: new Map(),
    summaries: new Map(),
    flags: {
      isOpen: true,
      isSyncing: false,
      isReached: true,
      refused: undefined,
      told: { skewMs: null, ...(file.demo?.today ? { today: file.demo.today } : {}) },
    },
    turn: inTurn(),
    news,
  }
}

/** At lock: drop every reference. */
export function emptyOut(room: Room): void {
  room.flags.isOpen = false
  const { lanes, cards, rows, pending, closed, drafts, kept, leaving, views, summaries } = room
  for (const map of [lanes, cards, rows, pending, closed, drafts, kept, leaving, views, summaries]) map.clear()
}

/** What was made of this lane is stale. */
export function touch(room: Room, lanes: Iterable<LaneId>): void {
  for (const lane of lanes) {
    room.views.delete(lane)
    room.summaries.delete(lane)
  }
}
