// Which envelopes leave next, and what a failed try writes on them: backoff and what the office asked for lie in the
// outbox and not in memory (DESIGN.md 4). Pure; the device and the simulation run the same decisions.

import type { Id } from '#domain/ids.ts'
import { bidUntil, nextState, waitAfter } from './outbox.ts'
import type { OutboxItem } from './stores.ts'
import { LIMITS } from './wire.ts'

interface Sealed {
  readonly enrol: string
  /** Characters on the wire, where the bytes lie elsewhere. */
  readonly size?: number
}
export interface Trying {
  readonly now: number
  /** Passes the backoff, but not what the office asked for. What is held back for `undo` waits all the same. */
  readonly isUrgent: boolean
  /** Of this round: they wait for the next. */
  readonly tried: ReadonlySet<Id>
  /** How many at most. Unknown: by how often the oldest has failed. */
  readonly most: number | undefined
}

const BODY_BYTES = LIMITS.bodyBytes - 4096
const TOO_LARGE_MS = 15 * 60_000

/** What is ready, oldest first, as many as one body may hold; what is too large goes alone, when the others have left. */
export function nextBatch<E extends Sealed>(waiting: readonly OutboxItem<E>[], trying: Trying): readonly OutboxItem<E>[] {
  if (bidUntil(waiting) > trying.now) return []
  const all = ready(
    waiting.filter((item) => !trying.tried.has(item.id)),
    trying,
  )
  const [oldest] = all.filter((item) => item.waits !== 'tooLarge')
  if (!oldest) return all.slice(0, 1)
  const own = all.filter((item) => item.envelope.enrol === oldest.envelope.enrol && item.waits !== 'tooLarge')
  return fitting(own, trying.most ?? mostAfter(oldest.tries))
}

/**
 * All or none: once anything is due, everything goes with it, so that the oldest is always first. What was never tried
 * and is not due is held back for `undo`.
 */
function ready<E>(left: readonly OutboxItem<E>[], { now, isUrgent, tried }: Trying): readonly OutboxItem<E>[] {
  const isDue = (item: OutboxItem<E>): boolean => item.nextAt <= now
  if (!isUrgent && tried.size === 0 && !left.some(isDue)) return []
  return left.filter((item) => isDue(item) || (item.waits !== 'tooLarge' && (item.tries > 0 || item.waits === 'behind')))
}

function fitting<E extends Sealed>(own: readonly OutboxItem<E>[], most: number): readonly OutboxItem<E>[] {
  let bytes = 0
  const fits = ({ envelope }: OutboxItem<E>): boolean => {
    bytes += (envelope.size ?? JSON.stringify(envelope).length) + 1
    return bytes <= BODY_BYTES
  }
  return own.slice(0, most).filter((item, i) => fits(item) || i === 0)
}

/** 100, 25, 6, then one by one: a weak network brings a small body through, and one bad batch cannot stop the queue. */
const mostAfter = (tries: number): number => Math.max(1, Math.floor(LIMITS.envelopes / 4 ** tries))
/** After one that came through. */
export const mostNext = (sent: number): number => Math.min(LIMITS.envelopes, sent * 2)

/** Written before the request leaves: from then on its outcome is unknown. */
export function marked<E>(item: OutboxItem<E>, now: number, chance: number): OutboxItem<E> {
  const { waits: _waits, ...rest } = item
  const state = nextState(item.state, { kind: 'trying' }) === 'sent' ? 'sent' : item.state
  return { ...rest, state, tries: item.tries + 1, nextAt: now + waitAfter(item.tries, chance) }
}

/** What to do about a batch the office (or something on the way) did not take. */
export function afterFault(status: number | undefined, count: number, faults: number): 'halve' | 'pass' | 'stop' {
  const isOfItsContent = status === 413 || status === 400 || (status === 500 && faults < MOST_FAULTS)
  return isOfItsContent ? (count > 1 ? 'halve' : 'pass') : 'stop'
}
/** As many as it takes to find one bad envelope among a hundred. */
const MOST_FAULTS = 10

/** Nobody heard this batch: what lies behind it waits as long, and as long as the office asked for. */
export function postponed<E>(
  waiting: readonly OutboxItem<E>[],
  batch: ReadonlySet<Id>,
  now: number,
  waitMs: number | undefined,
): readonly OutboxItem<E>[] {
  const own = waiting.filter((item) => batch.has(item.id)).map((item) => item.nextAt)
  const at = Math.max(now + (waitMs ?? 0), Math.min(...own))
  return waiting.flatMap((item): readonly OutboxItem<E>[] => {
    if (batch.has(item.id)) return waitMs === undefined ? [] : [{ ...item, nextAt: Math.max(item.nextAt, at), waits: 'bidden' }]
    const isHeldBack = item.tries === 0 && item.waits === undefined && item.nextAt > now
    if (item.waits === 'tooLarge' || item.nextAt > at || isHeldBack) return []
    // What the office once asked for is over, since something was sent again: from here on it is a wait of our own.
    const { waits: _over, ...rest } = item
    return [item.tries > 0 ? { ...rest, nextAt: at } : { ...rest, nextAt: at, waits: 'behind' }]
  })
}

export const tooLarge = <E>(item: OutboxItem<E>, now: number): OutboxItem<E> => ({
  ...item,
  nextAt: now + TOO_LARGE_MS,
  waits: 'tooLarge',
})
