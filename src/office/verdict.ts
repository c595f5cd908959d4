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

/** Held in the lane for something that has not come yet: the last word about it still says so. */
export const AWAITING = `v.why = 'awaits' and v.state = 'held' and not exists (select 1 from verdict after where after.id = v.id and after.n > v.n)`
const SAID = `
  with said as (insert into verdict (id, n, state, lane, seq, why, by, how, reason) values ($1, $2, $3, $4, $5, $6, $7, $8, $9))
  select exists (select 1 from verdict v where v.lane = $4 and ${AWAITING}) as "isAwaited"`

/** Resolves to whether anything in that lane waited for something just before; sure under the lane's lock. */
export async function say(tx: Tx, id: Id, n: number, verdict: Verdict, lane: LaneId | undefined, word?: Word): Promise<boolean> {
  const { rows } = await tx.query<{ isAwaited: boolean }>(SAID, [
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
  return rows[0]?.isAwaited === true
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
