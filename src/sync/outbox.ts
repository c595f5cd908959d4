// The states of a change on the device and the only ways between them (DESIGN.md 4). There is no rejected state, and
// states never move back except when the office says it does not know an id. Pure: the device stores what comes out.

import type { Id, LaneId } from '#domain/ids.ts'
import type { HeldReason } from './wire.ts'

export type OutboxState = 'saved' | 'sent' | 'custody' | 'held'

/** What happened to one envelope. `unreachable`: network error, 5xx, 401, 413, 429, not JSON: the outcome is unknown. */
export type OutboxEvent =
  | { readonly kind: 'trying' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'answered'; readonly s: 'applied' | 'held' | 'closed' | 'erased' | 'parked'; readonly why?: HeldReason }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'settled' }

/** Where a change goes when it leaves the outbox: `settled` and `closed` to the shelf, `erased` and `parked` for good. */
export type OutboxEnd = 'settled' | 'closed' | 'erased' | 'parked'

export function nextState(state: OutboxState, event: OutboxEvent): OutboxState | OutboxEnd {
  switch (event.kind) {
    case 'trying':
      return state === 'saved' ? 'sent' : state
    case 'unreachable':
      return state
    case 'answered':
      return event.s === 'applied' ? 'custody' : event.s
    case 'unknown':
      return 'saved'
    case 'settled':
      return 'settled'
  }
}

export const isWaiting = (state: OutboxState): boolean => state === 'saved' || state === 'sent'

const FIRST_WAIT_MS = 2_000
const LONGEST_WAIT_MS = 15 * 60_000
/** Backoff from 2 s to 15 min with jitter (`chance` in [0, 1)), stored with the envelope and not in memory. */
export function waitAfter(tries: number, chance: number): number {
  const full = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(tries, 20))
  return Math.round(full * (0.5 + chance / 2))
}

interface Due {
  readonly nextAt: number
  readonly waits?: 'behind' | 'bidden' | 'tooLarge'
}
/** Until when the office has asked for silence. */
export const bidUntil = (waiting: readonly Due[]): number =>
  Math.max(0, ...waiting.map((item) => (item.waits === 'bidden' ? item.nextAt : 0)))

/** When it makes sense to try again (milliseconds). */
export const nextTry = (waiting: readonly Due[]): number | undefined =>
  waiting.length === 0 ? undefined : Math.max(bidUntil(waiting), Math.min(...waiting.map((item) => item.nextAt)))

export interface Untried {
  readonly id: Id
  readonly state: OutboxState
  readonly tries: number
  readonly again?: 1
}
/**
 * Saves of one editing session replace each other only while nothing has been tried (DESIGN.md 4): which of `earlier`
 * (the session's own items, all of one record) go when `next` is saved with the same fields and a fresh id.
 */
export const replaceable = (earlier: readonly Untried[]): readonly Id[] =>
  earlier.every((item) => item.state === 'saved' && item.tries === 0 && !item.again) ? earlier.map((item) => item.id) : []

export interface Unsent {
  readonly lane: LaneId
  readonly state: OutboxState
  readonly again?: 1
}
/**
 * Of the lanes the office says are no longer ours, those to give up now: an office that was restored knows our access
 * again once what we offer it again has come back, and until then nothing of the case is lost from view.
 */
export const toGiveUp = (lanes: readonly LaneId[], outbox: readonly Unsent[]): readonly LaneId[] =>
  lanes.filter((lane) => !outbox.some((item) => item.lane === lane && item.again && item.state !== 'held'))
