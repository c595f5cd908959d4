// POST /v1/desk/access and /v1/desk/revoke: who has a case, and a device that is lost or handed in (DESIGN.md 5, 8, 9).
// Not yours is answered like not there. Asked again, the answer is the same.

import type { Context } from 'hono'
import type { Id } from '#domain/ids.ts'
import { LIMITS, parse } from '#sync/wire.ts'
import { AccessChange, Revocation } from '#sync/wire-doors.ts'
import { type Acted, changeAccess, rolesOf } from './access-change.ts'
import { atDesk } from './at-desk.ts'
import { revoke } from './enrolment.ts'
import { refused } from './http.ts'
import { log } from './log.ts'
import type { Office } from './office.ts'
import type { Pokes } from './pokes.ts'
import { keepPromise } from './promise.ts'

type Handler = (c: Context) => Promise<Response>

export const answered = (c: Context, acted: Acted): Response =>
  acted === 'done' ? c.json({ ok: true }) : refused(c, acted === 'not-found' ? 404 : 409, acted)

export function deskAccess(office: Office): Handler {
  return async (c) => {
    const at = await atDesk(office, c, LIMITS.depth)
    if (at instanceof Response) return at
    const asked = parse(AccessChange, at.body)
    if (!asked) return refused(c, 400, 'bad-shape')
    const acted = await changeAccess(office, at.user, asked)
    const users = [...asked.give.map(({ user }) => user), ...asked.take]
    if (acted === 'done') await keepPromise(office, { access: users.map((user) => ({ user, lane: asked.lane })) })
    return answered(c, acted)
  }
}

export function deskRevoke(office: Office, hub: Pokes): Handler {
  return async (c) => {
    const at = await atDesk(office, c, LIMITS.depth)
    if (at instanceof Response) return at
    const asked = parse(Revocation, at.body)
    if (!asked) return refused(c, 400, 'bad-shape')
    const { enrolment, reason } = asked
    if (!(await mayRevoke(office, at.user)) || !(await revoke(office, enrolment, at.user, reason))) return answered(c, 'not-found')
    hub.ended(enrolment)
    log('revoked', { enrol: enrolment, user: at.user })
    await keepPromise(office, { enrolments: [enrolment] })
    return answered(c, 'done')
  }
}

const mayRevoke = async (office: Office, user: Id): Promise<boolean> =>
  (await rolesOf(office, office.pool, user)).some((role) => role === 'leader' || role === 'admin')
