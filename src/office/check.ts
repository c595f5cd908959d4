// Is a lane's chain whole: every number there, every hash the one that follows (DESIGN.md 6, Self-check)? An erased body
// leaves its hash behind, so what follows it can still be checked from there.

import type { Id, LaneId } from '#domain/ids.ts'
import { CHAIN_START, digestOf, nextHash, utf8 } from '#sync/chain.ts'
import type { Queryable } from './db.ts'
import { sha256 } from './sha256.ts'

interface Link {
  readonly seq: number | string
  readonly id: Id
  readonly salt: Uint8Array | null
  readonly body: string | null
  readonly hash: string
}

/** The number of the first change that does not fit, or undefined. */
export async function chainFault(db: Queryable, lane: LaneId): Promise<number | undefined> {
  const { rows } = await db.query<Link>('select seq, id, salt, body, hash from change where lane = $1 order by seq', [lane])
  let previous = CHAIN_START
  for (const [i, link] of rows.entries()) {
    if (Number(link.seq) !== i + 1 || !(await follows(previous, i + 1, link))) return i + 1
    previous = link.hash
  }
  const head = await db.query<{ head: number | string; head_hash: string }>('select head, head_hash from lane where id = $1', [lane])
  const end = head.rows[0]
  return !end || (Number(end.head) === rows.length && end.head_hash === previous) ? undefined : rows.length
}

async function follows(previous: string, seq: number, { id, salt, body, hash }: Link): Promise<boolean> {
  if (salt === null || body === null) return true
  return (await nextHash(sha256, previous, seq, id, await digestOf(sha256, salt, utf8(body)))) === hash
}
