// The header proof of a sync call: made with the enrolment's own key, over a time close to ours and a nonce used once.
// A cookie alone gets nothing (DESIGN.md 5). Every refusal says what time it is here, for one more try.

import type { Context } from 'hono'
import { isId, isInstant } from '#domain/ids.ts'
import { isProven } from '#sealing/proof.ts'
import type { Bytes } from '#sealing/types.ts'
import { type Enrolment, findEnrolment, keysOf } from './enrolment.ts'
import { refused } from './http.ts'
import { now, type Office } from './office.ts'

const WINDOW_MS = 5 * 60_000
/** Between refusals there is no difference that would tell a stranger which enrolments exist. */
const unproven = (c: Context, code: 'unproven' | 'clock' | 'revoked'): Response => refused(c, 401, code, { now: now() })

export async function proven(office: Office, c: Context, body: Bytes): Promise<Enrolment | Response> {
  const [enrol, time, nonce, mac] = ['bofast-enrol', 'bofast-time', 'bofast-nonce', 'bofast-proof'].map((name) => c.req.header(name))
  if (!isId(enrol) || !isInstant(time) || !nonce || nonce.length > 64 || !mac || mac.length > 100) return unproven(c, 'unproven')
  const enrolment = await findEnrolment(office.pool, enrol)
  if (!enrolment) return unproven(c, 'unproven')
  const { proof } = await keysOf(office, enrolment)
  const what = { method: c.req.method, path: c.req.path, body, time, nonce }
  if (!(await isProven(proof, what, mac))) return unproven(c, 'unproven')
  if (Math.abs(Date.parse(time) - Date.now()) > WINDOW_MS) return unproven(c, 'clock')
  if (!(await isFirstUse(office, enrolment, nonce))) return unproven(c, 'unproven')
  return (await isStanding(office, enrolment)) ? enrolment : unproven(c, 'revoked')
}

async function isFirstUse(office: Office, enrolment: Enrolment, nonce: string): Promise<boolean> {
  const { rowCount } = await office.pool.query('insert into nonce (enrol, nonce) values ($1, $2) on conflict do nothing', [
    enrolment.id,
    nonce,
  ])
  return rowCount === 1
}

/** Neither revoked nor superseded, and its person still has an account. */
export async function isStanding(office: Office, enrolment: Enrolment): Promise<boolean> {
  const { rowCount } = await office.pool.query(
    `select 1 from enrolment e join account a on a.id = e.user_id
     where e.id = $1 and e.revoked_at is null and e.superseded_by is null and a.disabled_at is null`,
    [enrolment.id],
  )
  return rowCount === 1
}

/** A nonce needs keeping only as long as its time would pass. */
export async function forgetOldNonces(office: Office): Promise<void> {
  await office.pool.query(`delete from nonce where at < now() - interval '11 minutes'`)
}
