// What happens to a device's outbox and shelf when it saves, sends and hears the office: pure moves between two stores
// (DESIGN.md 4 and 5). The device's database and the simulation of the tests run these same decisions, each set of moves
// in one transaction.

import type { Id, LaneId } from '#domain/ids.ts'
import { nextState, type OutboxState } from './outbox.ts'
import type { LaneAnswer } from './receive.ts'
import type { DropResult, HeldReason, Known, SyncLine } from './wire.ts'

export interface Parcel<E> {
  readonly id: Id
  readonly lane: LaneId
  readonly rec: Id
  /** Whose answer counts: the office this was sealed for. */
  readonly office: Id
  /** Order of saving on this device. */
  readonly n: number
  readonly envelope: E
  /** Its place in the office's receipt log of this enrolment, once known. */
  readonly rseq?: number
}
export interface OutboxItem<E> extends Parcel<E> {
  readonly state: OutboxState
  readonly tries: number
  /** Milliseconds; not sent before. Before the first try it holds for `undo`, after it is the backoff. */
  readonly nextAt: number
  readonly savedAt: number
  readonly why?: HeldReason
  /**
   * Why `nextAt` is what it is, where that is not its own backoff. behind: what went before it failed. bidden: the office
   * named the time, and nothing more is sent to it before that, not even urgently. tooLarge: alone it is larger than the
   * office takes, so it stays and is seen, and the others go past it.
   */
  readonly waits?: 'behind' | 'bidden' | 'tooLarge'
  /** Settled once and offered again, because the office's chain was not the one we knew. */
  readonly again?: 1
  /** A draft to be parked at the office: never a value in the record, never in a view. */
  readonly draft?: { readonly id: Id; readonly rev: number }
}
export interface ShelfItem<E> extends Parcel<E> {
  readonly settledAt: number
  /** A person at the office kept it closed: it is in no lane. */
  readonly closed?: 1
  readonly why?: HeldReason
}

export interface Moves<E> {
  readonly putOutbox: readonly OutboxItem<E>[]
  readonly dropOutbox: readonly Id[]
  readonly putShelf: readonly ShelfItem<E>[]
  readonly dropShelf: readonly Id[]
}

const SHELF_MS = 14 * 86_400_000
const moves = <E>(some: Partial<Moves<E>>): Moves<E> => ({ putOutbox: [], dropOutbox: [], putShelf: [], dropShelf: [], ...some })

const toShelf = <E>({ id, lane, rec, office, n, envelope, rseq }: Parcel<E>, now: number): ShelfItem<E> => ({
  id,
  lane,
  rec,
  office,
  n,
  envelope,
  settledAt: now,
  ...(rseq === undefined ? {} : { rseq }),
})

/** Its place was in another log; and it has been tried, so that no undo and no later save takes it away. */
const fromShelf = <E>({ settledAt, closed: _closed, why: _why, rseq: _place, ...parcel }: ShelfItem<E>): OutboxItem<E> => ({
  ...parcel,
  state: 'saved',
  tries: 1,
  nextAt: 0,
  savedAt: settledAt,
  again: 1,
})

/** The office has answered for one item: it changes, goes to the shelf (closed) or leaves for good (erased, parked). */
export function onAnswer<E>(item: OutboxItem<E>, result: Pick<DropResult, 's' | 'why' | 'rseq'>, now: number): Moves<E> {
  const { why, rseq } = result
  const state = nextState(item.state, { kind: 'answered', s: result.s, ...(why ? { why } : {}) })
  const { why: _before, ...rest } = item
  const known = { ...rest, ...(why ? { why } : {}), ...(rseq === undefined ? {} : { rseq }) }
  if (state === 'erased' || state === 'parked') return moves({ dropOutbox: [item.id] })
  if (state === 'closed')
    return moves({ dropOutbox: [item.id], putShelf: [{ ...toShelf(known, now), closed: 1, ...(why ? { why } : {}) }] })
  return state === 'settled' ? moves({}) : moves({ putOutbox: [{ ...known, state }] })
}

/**
 * What a lane answer brings back settles, also what was closed and has been let through after all. A reset offers again
 * what this lane may have lost, and since its rows are without it, it counts in the view as any unsettled change does.
 */
export function onLane<E>(answer: LaneAnswer, outbox: readonly OutboxItem<E>[], shelf: readonly ShelfItem<E>[], now: number): Moves<E> {
  const mine = new Set(answer.mine)
  const settled = outbox.filter((item) => mine.has(item.id))
  const opened = shelf.filter((item) => item.closed && mine.has(item.id))
  const isLost = (item: Parcel<E>): boolean => answer.mode === 'reset' && item.lane === answer.lane && !mine.has(item.id)
  const lost = shelf.filter(isLost)
  return moves({
    dropOutbox: settled.map((item) => item.id),
    putShelf: [...settled.map((item) => toShelf(item, now)), ...opened.map((item) => toShelf(item, now))],
    putOutbox: [...lost.map(fromShelf), ...outbox.filter((item) => item.again && isLost(item))].map(inView),
    dropShelf: lost.map((item) => item.id),
  })
}
const inView = <E>({ again: _again, ...item }: OutboxItem<E>): OutboxItem<E> => item

/**
 * The office's receipt log: each id gets its place; if the log is not the one we knew, the whole shelf is offered again.
 * So is what lies on the shelf and is not in the log: an answer put it there after our place in the log, and an office
 * restored to just that place has lost it. (A clash that was kept closed lies in the log under the office's own id.)
 */
export function onReceipts<E>(
  line: Extract<SyncLine, { k: 'receipts' }>,
  outbox: readonly OutboxItem<E>[],
  shelf: readonly ShelfItem<E>[],
): Moves<E> {
  if (line.mode === 'reset')
    return moves({ putOutbox: [...outbox.map(unplaced), ...shelf.map(fromShelf)], dropShelf: shelf.map((item) => item.id) })
  const place = new Map(line.ids.map((id, i) => [id, line.from + 1 + i]))
  const placed = <P extends Parcel<E>>(items: readonly P[]): P[] =>
    items.flatMap((item) => {
      const rseq = place.get(item.id)
      return rseq === undefined || item.rseq === rseq ? [] : [{ ...item, rseq }]
    })
  const isThere = (item: ShelfItem<E>): boolean =>
    place.has(item.id) || (item.rseq === undefined ? item.closed === 1 : item.rseq <= line.from)
  const lost = shelf.filter((item) => !isThere(item))
  return moves({ putOutbox: [...placed(outbox), ...lost.map(fromShelf)], putShelf: placed(shelf), dropShelf: lost.map((item) => item.id) })
}

function unplaced<E>(item: OutboxItem<E>): OutboxItem<E> {
  const { rseq: _place, ...rest } = item
  return rest
}

export interface AskedAbout {
  /** The states when we asked: a change that has moved since is left alone. */
  readonly states: ReadonlyMap<Id, OutboxState>
  /** Every lane of the answer was applied. */
  readonly isWhole: boolean
}

/**
 * What the office knows of an id we asked about. Applied, already in custody when we asked, and yet in no lane of a whole
 * answer: then our rows have held it since before (or the lane is no longer ours), and it settles here.
 */
export function onKnown<E>(item: OutboxItem<E>, known: Known, asked: AskedAbout, now: number): Moves<E> {
  if (item.state !== asked.states.get(item.id)) return moves({})
  const { s, why, rseq } = known
  if (s === 'unknown') return moves({ putOutbox: [savedAgain(item)] })
  if (s === 'applied' && item.state === 'custody' && asked.isWhole)
    return moves({ dropOutbox: [item.id], putShelf: [toShelf({ ...item, ...(rseq === undefined ? {} : { rseq }) }, now)] })
  return onAnswer(item, { s, ...(why ? { why } : {}), ...(rseq === undefined ? {} : { rseq }) }, now)
}

/** Its backoff stays: while sends fail, each sync would otherwise set it going again at once. */
function savedAgain<E>(item: OutboxItem<E>): OutboxItem<E> {
  const { rseq: _lost, why: _why, ...rest } = item
  return { ...rest, state: 'saved' }
}

/** Off the shelf: what two verified backups hold (`safe`, a place in the receipt log) and has lain there for 14 days. */
export const offShelf = <E>(shelf: readonly ShelfItem<E>[], safe: number | null, now: number): readonly Id[] =>
  shelf
    .filter((item) => safe !== null && item.rseq !== undefined && item.rseq <= safe && item.settledAt < now - SHELF_MS)
    .map((item) => item.id)

/** A parked draft takes the place of an older one that has not left. */
export const supersededParked = <E>(outbox: readonly OutboxItem<E>[], draft: Id, rev: number): readonly Id[] =>
  outbox
    .filter((item) => item.draft?.id === draft && item.draft.rev < rev && item.state === 'saved' && item.tries === 0)
    .map((item) => item.id)
