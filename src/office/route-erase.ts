// POST /v1/desk/erase: content is destroyed by id or by case, by a leader, and cannot be had back (DESIGN.md 6). Not
// yours is answered like not there.

import type { Context } from 'hono'
import { LIMITS, parse } from '#sync/wire.ts'
import { Erasure } from '#sync/wire-doors.ts'
import { rolesOf } from './access-change.ts'
import { atDesk } from './at-desk.ts'
import { refused } from './http.ts'
import { eraseChanges } from './keeping/erasure.ts'
import type { Office } from './office.ts'
import { answered } from './route-access.ts'

export function deskErase(office: Office): (c: Context) => Promise<Response> {
  return async (c) => {
    const at = await atDesk(office, c, LIMITS.depth)
    if (at instanceof Response) return at
    const asked = parse(Erasure, at.body)
    if (!asked) return refused(c, 400, 'bad-shape')
    if (!(await rolesOf(office, office.pool, at.user)).includes('leader')) return answered(c, 'not-found')
    return answered(c, await eraseChanges(office, at.user, asked.lane, asked.ids, asked.reason))
  }
}
