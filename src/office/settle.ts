// After the commits: each lane that a drop moved is derived once, in a transaction of its own under its lock, and only
// then is anybody told that it moved. A phone that says it has more to send is heard to its end first: its lanes are
// derived with its last drop, or when it falls silent. What was cut short in between is found again by its number: the
// office looks when it starts and every hour (DESIGN.md 6). Nothing here can undo what was committed.

import type { Id, LaneId } from '#domain/ids.ts'
import { isPoison, type Pool, transaction } from './db.ts'
import { derive, rederiveMatter } from './derive.ts'
import { codeOf } from './fault.ts'
import { log } from './log.ts'
import type { Office } from './office.ts'

/** Lanes that moved since the call began, to be settled before it answers. */
export type Moved = Set<LaneId>

/** Whose call it is, and whether the next one is on its way. */
export interface Caller {
  readonly enrol: Id
  readonly isMoreComing: boolean
}

/**
 * `work` takes changes into custody and notes the lanes they moved. They are settled also when it ends halfway: what was
 * committed by then stands. When that fails because the database is away, the caller is asked to come again, and then
 * finds the stored answers and settles the same lanes.
 */
export async function settling<T>(office: Office, work: (moved: Moved) => Promise<T>, caller?: Caller): Promise<T> {
  const moved: Moved = new Set()
  try {
    return await work(moved)
  } finally {
    if (caller?.isMoreComing) putOff(office, caller.enrol, moved)
    else for (const lane of new Set([...moved, ...(caller ? taken(office, caller.enrol) : [])])) await settle(office, lane)
  }
}

const SILENCE_MS = 1_000
const LONGEST_MS = 5_000

interface Late {
  readonly lanes: Set<LaneId>
  readonly since: number
  timer: NodeJS.Timeout
}
/** By enrolment. In memory: whoever ends the office here finds them by their number. */
const late = new WeakMap<Pool, Map<Id, Late>>()

function putOff(office: Office, enrol: Id, moved: Moved): void {
  const all = late.get(office.pool) ?? new Map<Id, Late>()
  late.set(office.pool, all)
  const before = all.get(enrol)
  clearTimeout(before?.timer)
  const since = before?.since ?? Date.now()
  const wait = Math.min(SILENCE_MS, Math.max(0, since + LONGEST_MS - Date.now()))
  const timer = setTimeout(() => void settleLate(office, enrol), wait).unref()
  all.set(enrol, { lanes: new Set([...(before?.lanes ?? []), ...moved]), since, timer })
}

function taken({ pool }: Office, enrol: Id): ReadonlySet<LaneId> {
  const mine = late.get(pool)?.get(enrol)
  clearTimeout(mine?.timer)
  late.get(pool)?.delete(enrol)
  return mine?.lanes ?? new Set()
}

/** What fails here is found at the next start or hour; the phone was answered. */
async function settleLate(office: Office, enrol: Id): Promise<void> {
  for (const lane of taken(office, enrol))
    await settle(office, lane).catch((error) => log('internal', { lane, cause: codeOf(error) ?? 'DERIVE' }))
}

/** Before the database is left. */
export async function settleAllLate(office: Office): Promise<void> {
  for (const enrol of [...(late.get(office.pool)?.keys() ?? [])]) await settleLate(office, enrol)
}

async function settle(office: Office, lane: LaneId): Promise<void> {
  await deriveAnew(office, lane)
  await rederiveMatter(office, lane)
  office.moved(lane)
}

/** Words that trip our own code make a lane late, never the lanes beside it. */
async function deriveAnew(office: Office, lane: LaneId): Promise<void> {
  try {
    await transaction(office.pool, async (tx) => {
      const { rows } = await tx.query<{ head: number; isBehind: boolean }>(
        'select head, derived < head as "isBehind" from lane where id = $1 for update',
        [lane],
      )
      if (rows[0]?.isBehind) await derive(office, tx, lane, rows[0].head)
    })
  } catch (error) {
    if (!isPoison(error)) throw error
    log('internal', { lane, cause: codeOf(error) ?? 'DERIVE' })
  }
}

/** Every lane whose derived is behind its head: the office was ended between a commit and what follows it. */
export async function settleBehind(office: Office, isOver: () => boolean = () => false): Promise<void> {
  const { rows } = await office.pool.query<{ id: LaneId }>(
    `select id from lane where kind in ('case', 'inquiry') and derived < head order by id`,
  )
  for (const { id } of rows) {
    if (isOver()) return
    await settle(office, id)
  }
}
