// A signature that came before what it covers is held `awaits`, and tried again by itself whenever its lane moves
// (DESIGN.md 3, Guards). Each in a transaction of its own.

import type { Id, LaneId } from '#domain/ids.ts'
import { type Tx, transaction } from './db.ts'
import { rederiveMatter } from './derive.ts'
import { openKept } from './enrolment.ts'
import { append } from './journal.ts'
import type { Office } from './office.ts'
import { say } from './verdict.ts'

interface Kept {
  readonly id: Id
  readonly user_id: Id
  readonly enrol: Id | null
  readonly raw: Buffer | null
}

/** Goes round again as long as one was applied: it may be what another one waits for. */
export async function retryAwaiting(office: Office, lane: LaneId): Promise<void> {
  for (let isMoving = true; isMoving; ) {
    isMoving = false
    for (const id of await awaitingIn(office, lane)) {
      const isApplied = await transaction(office.pool, (tx) => retry(office, tx, id))
      if (isApplied) {
        office.moved(lane)
        await rederiveMatter(office, lane)
      }
      isMoving ||= isApplied
    }
  }
}

async function awaitingIn(office: Office, lane: LaneId): Promise<readonly Id[]> {
  const { rows } = await office.pool.query<{ id: Id }>(
    `select v.id from verdict v where v.lane = $1 and v.why = 'awaits'
       and not exists (select 1 from verdict later where later.id = v.id and later.n > v.n) order by v.at, v.id`,
    [lane],
  )
  return rows.map((row) => row.id)
}

async function retry(office: Office, tx: Tx, id: Id): Promise<boolean> {
  const { rows } = await tx.query<Kept>('select id, user_id, enrol, raw from custody where id = $1 for update', [id])
  const latest = await tx.query<{ n: number; why: string | null }>('select n, why from verdict where id = $1 order by n desc limit 1', [id])
  const [kept, last] = [rows[0], latest.rows[0]]
  if (!kept?.raw || last?.why !== 'awaits') return false
  const change = await openKept(office, tx, kept.enrol, kept.raw.toString())
  if (!change) return false
  const verdict = await append(office, tx, { change, actor: kept.user_id, ...(kept.enrol ? { enrol: kept.enrol } : {}) })
  if (verdict.s === 'held' && verdict.why === 'awaits') return false
  await say(tx, id, last.n + 1, verdict, change)
  return verdict.s === 'applied'
}
