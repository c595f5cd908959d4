// POST /v1/desk/held: a person decides about one held change. Not theirs is answered like not there; asked again, the
// answer is the same.

import type { Context } from 'hono'
import { LIMITS, parse } from '#sync/wire.ts'
import { HeldDecision } from '#sync/wire-doors.ts'
import { atDesk } from './at-desk.ts'
import { decideHeld } from './held-decision.ts'
import { refused } from './http.ts'
import type { Office } from './office.ts'
import { keepPromise } from './promise.ts'
import { answered } from './route-access.ts'

export function deskHeld(office: Office): (c: Context) => Promise<Response> {
  return async (c) => {
    const at = await atDesk(office, c, LIMITS.depth)
    if (at instanceof Response) return at
    const asked = parse(HeldDecision, at.body)
    if (!asked) return refused(c, 400, 'bad-shape')
    const { acted, promised } = await decideHeld(office, at.user, asked)
    await keepPromise(office, promised)
    return answered(c, acted)
  }
}
