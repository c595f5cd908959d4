// After the commits: each lane that a drop moved is derived once, in a transaction of its own under its lock, and only
// then is anybody told that it moved. What was cut short in between is found again by its number: the office looks when
// it starts and every hour (DESIGN.md 6). Nothing here can undo what was committed.

import type { LaneId } from '#domain/ids.ts'
import { isPoison, transaction } from './db.ts'
import { derive, rederiveMatter } from './derive.ts'
import { codeOf } from './fault.ts'
import { log } from './log.ts'
import type { Office } from './office.ts'

/** Lanes that moved since the call began, to be settled before it answers. */
export type Moved = Set<LaneId>

/**
 * `work` takes changes into custody and notes the lanes they moved. They are settled also when it ends halfway: what was
 * committed by then stands. When that fails because the database is away, the caller is asked to come again, and then
 * finds the stored answers and settles the same lanes.
 */
export async function settling<T>(office: Office, work: (moved: Moved) => Promise<T>): Promise<T> {
  const moved: Moved = new Set()
  try {
    return await work(moved)
  } finally {
    for (const lane of moved) await settle(office, lane)
  }
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
