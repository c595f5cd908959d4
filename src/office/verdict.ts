// What was decided about a change in custody: insert-only, the highest n counts. `by`, `how` and `reason` are a person's;
// without them it was the office's own guards.

import type { Id, LaneId } from '#domain/ids.ts'
import type { Decision } from '#sync/custody.ts'
import type { HeldReason } from '#sync/wire.ts'
import type { Queryable, Tx } from './db.ts'

export interface Verdict {
  readonly s: 'applied' | 'held' | 'closed'
  readonly seq?: number
  readonly why?: HeldReason
}

export interface Word {
  readonly by: Id
  readonly how: Decision
  readonly reason: string
}

export async function say(tx: Tx, id: Id, n: number, verdict: Verdict, lane: LaneId | undefined, word?: Word): Promise<void> {
  await tx.query('insert into verdict (id, n, state, lane, seq, why, by, how, reason) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)', [
    id,
    n,
    verdict.s,
    lane ?? null,
    verdict.seq ?? null,
    verdict.why ?? null,
    word?.by ?? null,
    word?.how ?? null,
    word?.reason ?? null,
  ])
}

export interface Standing {
  readonly n: number
  readonly state: 'applied' | 'held' | 'closed' | 'erased'
  readonly why: HeldReason | null
  readonly lane: LaneId | null
  readonly by: Id | null
  readonly how: Decision | null
  readonly reason: string | null
}

/** What counts now. */
export async function latestOf(db: Queryable, id: Id): Promise<Standing | undefined> {
  const { rows } = await db.query<Standing>(
    'select n, state, why, lane, by, how, reason from verdict where id = $1 order by n desc limit 1',
    [id],
  )
  return rows[0]
}
