// What the ledger wants to know about rows that have just been written: enrolments and their ends, grants that ended,
// homes whose protection was raised or lowered.

import type { Id, LaneId } from '#domain/ids.ts'
import type { Queryable } from '../db.ts'
import type { LedgerEntry } from './ledger.ts'

interface EnrolmentRow {
  readonly id: Id
  readonly user_id: Id
  readonly kind: string
  readonly kid: number
  readonly wrapped_iv: Buffer
  readonly wrapped_ct: Buffer
  readonly cookie_hash: Buffer
  readonly revoked_at: Date | null
  readonly revoked_by: Id | null
  readonly superseded_by: Id | null
}

export async function enrolmentsOf(db: Queryable, ids: readonly string[]): Promise<readonly LedgerEntry[]> {
  const { rows } = await db.query<EnrolmentRow>(
    `select id, user_id, kind, kid, wrapped_iv, wrapped_ct, cookie_hash, revoked_at, revoked_by, superseded_by
     from enrolment where id = any($1)`,
    [ids],
  )
  return rows.flatMap((row): LedgerEntry[] => [
    {
      ...{ what: 'enrol', enrol: row.id, user: row.user_id, kind: row.kind, kid: row.kid },
      ...{ iv: text(row.wrapped_iv), ct: text(row.wrapped_ct), cookie: text(row.cookie_hash) },
    },
    ...(row.revoked_at ? [{ what: 'revoke' as const, enrol: row.id, by: row.revoked_by }] : []),
    ...(row.superseded_by ? [{ what: 'supersede' as const, enrol: row.id, by: row.superseded_by }] : []),
  ])
}

const text = (bytes: Buffer): string => bytes.toString('base64')

/** Only where nothing took the place of what ended: a new role in the same lane is no end. */
export async function endsOf(db: Queryable, keys: readonly (readonly string[])[]): Promise<readonly LedgerEntry[]> {
  const { rows } = await db.query<{ user: Id; lane: LaneId; view: number }>(
    `select a.user_id as user, a.lane, a.view from unnest($1::text[], $2::text[], $3::int[]) as k (user_id, lane, view)
     join access a on a.user_id = k.user_id and a.lane = k.lane and a.view = k.view
     where a.ended_at is not null
       and not exists (select 1 from access b where b.user_id = a.user_id and b.lane = a.lane and b.ended_at is null)`,
    [0, 1, 2].map((i) => keys.map((key) => key[i])),
  )
  return rows.map((row) => ({ what: 'end', ...row }))
}

export async function protectionOf(db: Queryable, lanes: readonly string[]): Promise<readonly LedgerEntry[]> {
  const { rows } = await db.query<{ lane: LaneId; on: boolean }>('select lane, is_shielded as on from summary where lane = any($1)', [
    lanes,
  ])
  return rows.map(({ lane, on }) => ({ what: 'protect', lane, on }))
}

export async function disabledOf(db: Queryable, users: readonly string[]): Promise<readonly LedgerEntry[]> {
  const { rows } = await db.query<{ id: Id }>('select id from account where disabled_at is not null and id = any($1)', [users])
  return rows.map(({ id }) => ({ what: 'disable', user: id }))
}
