// A desk session: 30 minutes idle, 10 hours at most, one cookie, nothing on disk (DESIGN.md 5).

import type { Id } from '#domain/ids.ts'
import { hashOf, newSecret } from './enrolment.ts'
import type { Office } from './office.ts'

const ALIVE = `s.ended_at is null and s.seen_at > now() - interval '30 minutes' and s.created_at > now() - interval '10 hours'
  and exists (select 1 from account a where a.id = s.user_id and a.disabled_at is null)`

export async function openSession(office: Office, user: Id): Promise<string> {
  const secret = newSecret()
  await office.pool.query('insert into session (hash, user_id) values ($1, $2)', [hashOf(secret), user])
  return secret
}

/** Whose session this is; looking counts as use. */
export async function touchSession(office: Office, secret: string | undefined): Promise<Id | undefined> {
  if (secret === undefined) return undefined
  const { rows } = await office.pool.query<{ user_id: Id }>(
    `update session s set seen_at = now() where s.hash = $1 and ${ALIVE} returning user_id`,
    [hashOf(secret)],
  )
  return rows[0]?.user_id
}

/** The same without counting as use: an open event stream must not keep a session alive. */
export async function peekSession(office: Office, secret: string | undefined): Promise<Id | undefined> {
  if (secret === undefined) return undefined
  const { rows } = await office.pool.query<{ user_id: Id }>(`select s.user_id from session s where s.hash = $1 and ${ALIVE}`, [
    hashOf(secret),
  ])
  return rows[0]?.user_id
}

export async function endSession(office: Office, secret: string): Promise<void> {
  await office.pool.query('update session set ended_at = now() where hash = $1 and ended_at is null', [hashOf(secret)])
}
