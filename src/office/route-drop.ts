// POST /v1/drop/{enrol}: what the phone sends, also while it is locked and closed. It may only write. Each envelope has
// its own transaction; a bad one is held and never stands in the way of the others.

import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { type Id, id, isId, type LaneId } from '#domain/ids.ts'
import type { TransportKeys } from '#sealing/transport.ts'
import { Envelope, LIMITS, parse } from '#sync/wire.ts'
import { DropRequest } from '#sync/wire-doors.ts'
import { dropCookie, setDropCookie } from './cookies.ts'
import type { Arrival } from './custody.ts'
import { type Enrolment, findEnrolment, hasCookie, isHeardOut, keysOf, noteLeft, openEnvelope } from './enrolment.ts'
import { isOwnSite, jsonBody, refused, tooMany } from './http.ts'
import { goneFrom } from './lane-access.ts'
import { limiter } from './limits.ts'
import { log } from './log.ts'
import type { Office } from './office.ts'
import { keepPromise } from './promise.ts'
import { settling } from './settle.ts'
import { takeAll } from './together.ts'

/** What cannot be opened is kept up to so many bytes per enrolment; then the phone keeps it (DESIGN.md 9). */
const BAD_QUOTA = 5 * 1_048_576
const QUOTA_RETRY_S = 900

export function drop(office: Office): (c: Context) => Promise<Response> {
  const drops = limiter(LIMITS.dropsPerMinute)
  return async (c) => {
    const enrol = c.req.param('enrol')
    if (!isId(enrol)) return refused(c, 404, 'not-found')
    if (!isOwnSite(c)) return refused(c, 403, 'wrong-site')
    const [enrolment, cookie] = [await findEnrolment(office.pool, enrol), dropCookie(c)]
    if (!enrolment || cookie === undefined || !hasCookie(enrolment, cookie)) return refused(c, 401, 'not-enrolled')
    const allowed = drops.take(enrol)
    if (!allowed.ok) return tooMany(c, allowed.retryAfter)
    if (enrolment.badBytes > BAD_QUOTA || (enrolment.isRevoked && (await isHeardOut(office.pool, enrol)))) {
      log('quota', { enrol })
      return tooMany(c, QUOTA_RETRY_S, 'quota')
    }
    return received(office, c, enrolment, cookie)
  }
}

async function received(office: Office, c: Context, enrolment: Enrolment, cookie: string): Promise<Response> {
  const body = await jsonBody(c)
  if (body instanceof Response) return body
  const { envs } = body
  const asked = Array.isArray(envs) ? parse(DropRequest, { ...body, envs: [] }) : undefined
  if (!asked || !Array.isArray(envs)) return refused(c, 400, 'bad-shape')
  if (envs.length > LIMITS.envelopes) return refused(c, 413, 'too-large')
  const keys = await keysOf(office, enrolment)
  const arrivals = await Promise.all(envs.map((env) => arrivalOf(enrolment, keys, env)))
  const taken = await settling(office, (moved) => takeAll(office, arrivals, moved), {
    enrol: enrolment.id,
    isMoreComing: asked.left > 0,
  })
  await noteLeft(office.pool, enrolment.id, asked.left, asked.oldest)
  await keepPromise(office, ...taken.map(({ promised }) => promised))
  setDropCookie(c, enrolment.id, cookie)
  return c.json({ ok: true, results: taken.map(({ result }) => result), ...(await word(office, enrolment)) })
}

async function word({ pool }: Office, { id, isRevoked }: Enrolment): Promise<{ readonly stop?: true; readonly gone?: readonly LaneId[] }> {
  if (isRevoked) return { stop: true }
  const gone = await goneFrom(pool, id)
  return gone.length > 0 ? { gone } : {}
}

async function arrivalOf(enrolment: Enrolment, keys: TransportKeys, env: unknown): Promise<Arrival> {
  const envelope = parse(Envelope, env)
  const raw = JSON.stringify(env)
  return {
    id: envelope?.id ?? idWithin(env, raw),
    user: enrolment.user,
    enrol: enrolment.id,
    raw,
    ...(envelope ? await openEnvelope(keys, enrolment.id, envelope) : { change: undefined }),
    isRevoked: enrolment.isRevoked,
  }
}

/** What has no usable id gets one from its own bytes, so that sending it again finds it again. */
export function idWithin(value: unknown, raw: string): Id {
  if (typeof value === 'object' && value !== null && 'id' in value && isId(value.id)) return value.id
  return id(createHash('sha256').update(raw).digest().subarray(0, 16).toString('base64url'))
}
