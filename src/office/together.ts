// What a drop brings for one lane is settled together (decision 0016): one transaction that locks the lane, reads once
// what its changes need, decides about one after the other in memory (lane-work.ts) and writes all of it. What does not
// fit in there, or trips, is taken alone as ever (custody.ts), so that no change stands in the way of another.
// Lock order: lane, then enrolment.

import type { Id, LaneId } from '#domain/ids.ts'
import { firstLook } from '#sync/custody.ts'
import type { DropResult } from '#sync/wire.ts'
import { type Arrival, answersOf, digestOfRaw, finished, type Kept, type Taken, take } from './custody.ts'
import { isPoison, type Tx, twoWays } from './db.ts'
import { derive } from './derive.ts'
import { appendTo, type LaneWork, laneWork } from './lane-work.ts'
import type { Office } from './office.ts'
import { finishDraft } from './parked.ts'
import { type LogEnd, nextReceipts } from './receipts.ts'
import type { Moved } from './settle.ts'
import { createLane, type Found, type Fresh, lockAndRead, writeCustody, writeLane, writeVerdicts } from './together-sql.ts'
import type { Verdict } from './verdict.ts'

/** Resolves to the answers in the order the changes came. `moved` gets the lanes, as in `take`. */
export async function takeAll(office: Office, arrivals: readonly Arrival[], moved: Moved): Promise<readonly Taken[]> {
  const taken = new Map<Arrival, Taken>()
  for (const group of inGroups(arrivals)) await takeGroup(office, group, moved, taken)
  return arrivals.flatMap((arrival) => taken.get(arrival) ?? [])
}

const laneFor = ({ change, isRevoked }: Arrival): LaneId | undefined => (isRevoked ? undefined : change?.lane)

/**
 * By lane, each lane's changes in the order they came. What is for no lane goes with what came before it. A draft stands
 * alone between them, and where one id came twice the order of all of them counts, since the first one is the one.
 */
export function inGroups(arrivals: readonly Arrival[]): readonly (readonly Arrival[])[] {
  const isStrict = new Set(arrivals.map(({ id }) => id)).size < arrivals.length
  const groups: Arrival[][] = []
  let byLane = new Map<LaneId, Arrival[]>()
  let last: Arrival[] | undefined
  for (const arrival of arrivals) {
    const isAlone = arrival.change?.kind === 'draft'
    const lane = laneFor(arrival)
    const fit = isAlone ? undefined : lane === undefined ? last : byLane.get(lane)
    const isFit = fit !== undefined && (!isStrict || fit === last)
    const group = isFit ? fit : []
    if (!isFit) groups.push(group)
    group.push(arrival)
    if (isAlone) byLane = new Map()
    else if (lane !== undefined) byLane.set(lane, group)
    last = isAlone ? undefined : group
  }
  return groups
}

async function takeGroup(office: Office, group: readonly Arrival[], moved: Moved, taken: Map<Arrival, Taken>): Promise<void> {
  for (let left = group; left.length > 0; ) {
    const some = await together(office, left)
    for (const [arrival, kept] of some) taken.set(arrival, await finished(office, arrival, kept, moved))
    left = left.slice(some.length)
    const [first] = left
    if (some.length > 0 || !first) continue
    taken.set(first, await take(office, first, moved))
    left = left.slice(1)
  }
}

type Settled = readonly (readonly [Arrival, Kept])[]

/**
 * As many from the first on as one transaction can take; none: the first is to be taken alone. Words that trip something
 * are come closer to by halves; when the database fails, each tries for itself.
 */
async function together(office: Office, arrivals: readonly Arrival[]): Promise<Settled> {
  if (arrivals[0]?.change?.kind === 'draft') return []
  for (let size = arrivals.length; size > 0; size = size > 1 ? Math.ceil(size / 2) : 0) {
    try {
      return await settled(office, arrivals.slice(0, size))
    } catch (error) {
      if (!isPoison(error)) return []
    }
  }
  return []
}

async function settled(office: Office, arrivals: readonly Arrival[]): Promise<Settled> {
  const [of] = arrivals
  if (!of) return []
  const lane = arrivals.map(laneFor).find((one) => one !== undefined)
  const digests = new Map(arrivals.map((arrival) => [arrival, digestOfRaw(arrival.raw)]))
  return twoWays(
    office.quick,
    (tx) => lockAndRead(tx, lane, of, arrivals),
    async (tx, { before, log, found }) => {
      const work = lane === undefined ? undefined : laneWork(lane, of.user, before, found)
      const stored = await storedAnswers(tx, of, arrivals, digests, found)
      const decided = await decideAll({ arrivals, digests, found, stored, work })
      const writes = await writesOf({ office, tx, of, log, fresh: decided.fresh, work })
      // What waits in a new lane may have come meanwhile, since nothing was locked; what was stored may not have woken it yet.
      const isOpen = work?.isNew === true || stored.size > 0
      return { value: answered(decided, log, isOpen), writes }
    },
  )
}

function answered({ results, fresh }: Decided, log: LogEnd | undefined, isOpen: boolean): Settled {
  const rseqs = new Map(log ? fresh.map(({ arrival }, i) => [arrival.id, log.rseq + 1 + i]) : [])
  const last = results.findLastIndex(([, { result }]) => result.s === 'applied')
  return results.map(([arrival, kept], i) => {
    const rseq = rseqs.get(arrival.id)
    const result = rseq === undefined ? kept.result : { ...kept.result, rseq }
    return [arrival, { ...kept, result, isAwaited: kept.isAwaited || (isOpen && i === last) }]
  })
}

type Digests = ReadonlyMap<Arrival, Buffer>
const lookAt = ({ known }: Found, arrival: Arrival, digest: Buffer | undefined): ReturnType<typeof firstLook> =>
  firstLook(
    known.find(({ id }) => id === arrival.id),
    { user: arrival.user, digest: digest?.toString('hex') ?? '' },
  )

async function storedAnswers(tx: Tx, { user, enrol }: Arrival, arrivals: readonly Arrival[], digests: Digests, found: Found) {
  const ids = arrivals.filter((one) => lookAt(found, one, digests.get(one)) === 'stored').map(({ id }) => id)
  return new Map((await answersOf(tx, { user, enrol }, ids)).map((answer) => [answer.id, answer]))
}

interface Deciding {
  readonly arrivals: readonly Arrival[]
  readonly digests: Digests
  readonly found: Found
  readonly stored: ReadonlyMap<Id, DropResult>
  readonly work: LaneWork | undefined
}

interface Decided {
  readonly results: Settled
  readonly fresh: readonly Fresh[]
}

/**
 * One after the other, as far as they can be taken in one go: to what would be a clash, and to what something in the lane
 * may have waited for, since that comes before the next one.
 */
async function decideAll({ arrivals, digests, found, stored, work }: Deciding): Promise<Decided> {
  const [results, fresh, seen]: [[Arrival, Kept][], Fresh[], Set<Id>] = [[], [], new Set()]
  let isAwaited = found.isAwaited
  for (const arrival of arrivals) {
    const { id } = arrival
    const digest = digests.get(arrival) ?? digestOfRaw(arrival.raw)
    const look = lookAt(found, arrival, digest)
    if (look === 'clash' || seen.has(id)) break
    seen.add(id)
    const verdict = look === 'new' ? await decide(arrival, work) : undefined
    if (verdict) fresh.push({ arrival, digest, verdict })
    const result = verdict ? { id, ...verdict } : look === 'stored' ? stored.get(id) : { id, s: 'erased' as const }
    if (!result) break
    const isOver = result.s === 'applied' && isAwaited
    results.push([arrival, { result, kept: id, isAwaited: isOver }])
    if (isOver) break
    isAwaited ||= verdict?.why === 'awaits'
  }
  return { results, fresh }
}

async function decide({ change, isRevoked, isNewer }: Arrival, work: LaneWork | undefined): Promise<Verdict> {
  if (isRevoked) return { s: 'held', why: 'revoked' }
  if (!change || !work) return { s: 'held', why: isNewer ? 'later' : 'bad' }
  return appendTo(work, change)
}

interface Writing {
  readonly office: Office
  readonly tx: Tx
  readonly of: Arrival
  readonly log: LogEnd | undefined
  readonly fresh: readonly Fresh[]
  readonly work: LaneWork | undefined
}
type Writes = (() => Promise<unknown>)[]

/** Everything in the order in which it refers to each other. What a new lane or a guard needs in between is waited for. */
async function writesOf({ office, tx, of, log, fresh, work }: Writing): Promise<Writes> {
  if (fresh.length === 0) return []
  const writes: Writes = [() => writeCustody(office, tx, of, fresh)]
  if (work && work.written.length > 0) {
    if (work.isNew) await createLane(office, tx, work)
    writes.push(() => writeLane(tx, of, work))
    if (work.isGuarded) {
      for (const write of writes.splice(0)) await write()
      await derive(office, tx, work.lane, work.head)
    }
  }
  const finishing = fresh.flatMap(({ arrival: { change } }) => (change?.finishes ? [change] : []))
  writes.push(() => writeVerdicts(tx, fresh), ...finishing.map((change) => () => finishDraft(office, tx, change, of.user)))
  if (!of.enrol || !log) return writes
  const badBytes = ({ arrival, verdict }: Fresh): number => (verdict.why === 'bad' ? arrival.raw.length : 0)
  const arrived = fresh.map((one) => ({ id: one.arrival.id, digest: one.digest, badBytes: badBytes(one) }))
  const receipts = await nextReceipts(of.enrol, log, arrived)
  return [...writes, () => receipts(tx)]
}
