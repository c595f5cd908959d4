// The drafts of what is erased: the half-written words of the same record, and those that a change to be erased had
// finished. Named in the ledger, so that neither a backup's row nor a copy still on its way brings the words back.

import { type Id, type LaneId, laneSubject } from '#domain/ids.ts'
import { Change, parse } from '#sync/wire.ts'
import type { Tx } from '../db.ts'
import { KeyUnavailable, openKept } from '../enrolment.ts'
import { now, type Office } from '../office.ts'
import type { Of } from './ledger.ts'

/** [draft, user] of each. Asked while the words are still there; `ids` undefined: the whole case. */
export async function draftsOf(office: Office, lane: LaneId, ids: readonly Id[] | undefined): Promise<[Id, Id][]> {
  const parked = await office.pool.query<{ draft: Id; user: Id }>(
    `select draft, user_id as "user" from parked where lane = $1
       and ($2::text[] is null or rec in (select rec from change where lane = $1 and id = any($2)))`,
    [lane, ids ?? null],
  )
  const drafts = new Map(parked.rows.map(({ draft, user }) => [draft, user]))
  for (const { finishes, user } of await finishesOf(office, lane, ids)) if (!drafts.has(finishes)) drafts.set(finishes, user)
  return [...drafts]
}

interface Finisher {
  readonly user: Id
  readonly enrol: Id | null
  readonly body: string | null
  readonly raw: Buffer | null
}

/** Of the journal's own words, and of what is only held. */
async function finishesOf(office: Office, lane: LaneId, ids: readonly Id[] | undefined): Promise<readonly { finishes: Id; user: Id }[]> {
  const { rows } = await office.pool.query<Finisher>(
    `select c.user_id as "user", c.enrol, h.body, case when h.body is null then c.raw end as raw
     from custody c left join change h on h.id = c.id and h.lane = $1
     where case when $2::text[] is null then c.id in (select id from change where lane = $1 union select id from verdict where lane = $1)
       else c.id = any($2) or c.claims = any($2) end`,
    [lane, ids ?? null],
  )
  const found: { finishes: Id; user: Id }[] = []
  for (const row of rows) {
    const finishes = (await changeIn(office, row))?.finishes
    if (finishes) found.push({ finishes, user: row.user })
  }
  return found
}

/** What cannot be opened finished nothing here either, and never stands in the way of an erasure. */
async function changeIn(office: Office, { body, raw, enrol }: Finisher): Promise<Change | undefined> {
  if (body !== null) return parse(Change, JSON.parse(body))
  if (raw === null) return undefined
  try {
    return await openKept(office, office.pool, enrol, raw.toString())
  } catch (error) {
    if (error instanceof KeyUnavailable || error instanceof SyntaxError) return undefined
    throw error
  }
}

/** A mark without words stands for each, whether or not a copy was here. */
export async function destroyDrafts(office: Office, tx: Tx, { lane, drafts = [] }: Of<'erase'>): Promise<void> {
  await tx.query(
    `insert into parked (draft, rev, office, user_id, lane, rec, type, at, done_at)
     select w.draft, 0, $1, a.id, $2, $3, '', $4, now() from unnest($5::text[], $6::text[]) as w (draft, user_id)
       join account a on a.id = w.user_id
     on conflict (draft) do update set body = null, done_at = coalesce(parked.done_at, now()) where parked.user_id = excluded.user_id`,
    [office.id, lane, laneSubject(lane), now(), drafts.map(([draft]) => draft), drafts.map(([, user]) => user)],
  )
}
