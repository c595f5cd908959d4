// What was decided about a change in custody: insert-only, the highest n counts.

import type { Id } from '#domain/ids.ts'
import type { Change, HeldReason } from '#sync/wire.ts'
import type { Tx } from './db.ts'

export interface Verdict {
  readonly s: 'applied' | 'held'
  readonly seq?: number
  readonly why?: HeldReason
}

export async function say(tx: Tx, id: Id, n: number, verdict: Verdict, change: Change | undefined): Promise<void> {
  await tx.query('insert into verdict (id, n, state, lane, seq, why) values ($1, $2, $3, $4, $5, $6)', [
    id,
    n,
    verdict.s,
    change?.lane ?? null,
    verdict.seq ?? null,
    verdict.why ?? null,
  ])
}
