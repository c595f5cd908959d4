// Drafts parked here so that a lost phone loses minutes and not visits (DESIGN.md 2, Drafts): in no journal, no deadline
// and nobody else's view. The highest rev counts. A saved change that finishes a draft, or a discard, destroys the words
// and leaves a mark, so that an older rev that comes late does not bring them back.

import type { Id, Instant, LaneId } from '#domain/ids.ts'
import type { RecordType } from '#domain/records.ts'
import type { Change, SyncLine } from '#sync/wire.ts'
import { type Queryable, type Tx, transaction } from './db.ts'
import type { Office } from './office.ts'

const LONGEST = 256 * 1024
/** Of one phone. The newest is always taken; the one that has lain untouched the longest gives way (its phone has it). */
const MOST_LIVE = 200

export interface DraftFrom {
  readonly user: Id
  readonly enrol?: Id
}

interface Draft {
  readonly draft: Id
  readonly rev: number
  /** null = discarded. */
  readonly body: string | null
}

/** False when it is no draft as a draft should be, or another person's: then a person looks at it. */
export async function park(office: Office, change: Change, from: DraftFrom): Promise<boolean> {
  const draft = draftOf(change)
  return draft !== undefined && transaction(office.pool, (tx) => keep(office, tx, change, draft, from))
}

function draftOf({ draft, rev, set, covers }: Change): Draft | undefined {
  if (!draft || rev === undefined || !Number.isSafeInteger(rev) || covers) return undefined
  if (!set) return { draft, rev, body: null }
  if (Object.keys(set).sort().join() !== 'content,seen') return undefined
  const body = JSON.stringify({ content: set.content?.v, seen: set.seen?.v })
  return Buffer.byteLength(body) > LONGEST ? undefined : { draft, rev, body }
}

async function keep(office: Office, tx: Tx, change: Change, { draft, rev, body }: Draft, from: DraftFrom): Promise<boolean> {
  const { lane, rec, type, at } = change
  const { rowCount } = await tx.query(
    `insert into parked (draft, rev, office, user_id, enrol, lane, rec, type, at, body, done_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, case when $10::text is null then now() end)
     on conflict (draft) do update set rev = excluded.rev, enrol = excluded.enrol, lane = excluded.lane, rec = excluded.rec,
       type = excluded.type, at = excluded.at, body = excluded.body, done_at = excluded.done_at, received_at = now()
     where parked.user_id = excluded.user_id and parked.done_at is null
       and (parked.rev < excluded.rev or (parked.rev = excluded.rev and excluded.body is null))`,
    [draft, rev, office.id, from.user, from.enrol ?? null, lane, rec, type, at, body],
  )
  if (rowCount === 1) return giveWay(tx, from)
  const { rows } = await tx.query<{ user_id: Id }>('select user_id from parked where draft = $1', [draft])
  return rows[0]?.user_id === from.user
}

async function giveWay(tx: Tx, { user, enrol }: DraftFrom): Promise<true> {
  await tx.query(
    `delete from parked where draft in (select draft from parked where user_id = $1 and enrol is not distinct from $2
       and body is not null order by received_at desc, draft offset $3)`,
    [user, enrol ?? null, MOST_LIVE],
  )
  return true
}

/** In the transaction that takes the saved change into custody, applied or held: its words lie there now. */
export async function finishDraft(office: Office, tx: Tx, { finishes, lane, rec, type, at }: Change, user: Id): Promise<void> {
  if (!finishes) return
  await tx.query(
    `insert into parked (draft, rev, office, user_id, lane, rec, type, at, done_at) values ($1, 0, $2, $3, $4, $5, $6, $7, now())
     on conflict (draft) do update set body = null, done_at = coalesce(parked.done_at, now()) where parked.user_id = excluded.user_id`,
    [finishes, office.id, user, lane, rec, type, at],
  )
}

interface Kept {
  readonly draft: Id
  readonly rev: number
  readonly lane: LaneId
  readonly rec: Id
  readonly type: RecordType
  readonly at: Instant
  readonly body: string
}

/** What this person's earlier devices left half-written, in lanes that are still theirs; each read when it is its turn. */
export async function* parkedLines(
  db: Queryable,
  user: Id,
  enrol: Id,
  lanes: readonly LaneId[],
): AsyncGenerator<Extract<SyncLine, { k: 'parked' }>> {
  const { rows } = await db.query<{ draft: Id }>(
    `select p.draft from parked p join enrolment e on e.id = p.enrol
     where p.user_id = $1 and p.enrol <> $2 and p.body is not null and p.lane = any($3)
       and (e.revoked_at is not null or e.superseded_by is not null) order by p.received_at, p.draft`,
    [user, enrol, lanes],
  )
  for (const { draft } of rows) {
    const found = await db.query<Kept>('select draft, rev, lane, rec, type, at, body from parked where draft = $1 and body is not null', [
      draft,
    ])
    for (const { body, ...about } of found.rows) yield { k: 'parked', ...about, ...contentOf(body) }
  }
}

/** `seen` goes with the words: without it a new phone could not say what its write replaces. */
export function contentOf(body: string): { readonly content: unknown; readonly seen: unknown } {
  const { content, seen } = JSON.parse(body)
  return { content, seen }
}
