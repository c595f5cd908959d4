// GET /v1/office: what anybody may know before signing in. Only a demo says its sign-ins. A desk that was reloaded
// learns whose session its cookie still holds open, and a browser that was a phone what never arrived from it.

import type { Context } from 'hono'
import { type LaneId, laneOf } from '#domain/ids.ts'
import { text } from '#domain/reading.ts'
import { deskCookie, phoneIn } from './cookies.ts'
import { peekSession } from './desk-session.ts'
import { lastHeardOf } from './enrolment.ts'
import { type DemoSignIn, readMeta } from './meta.ts'
import type { Office } from './office.ts'
import { rowsOfLane } from './rows.ts'

export function officeCard(office: Office): (c: Context) => Promise<Response> {
  return async (c) => {
    const user = await peekSession(office, deskCookie(c))
    const phone = phoneIn(c)
    const lost = phone && (await lastHeardOf(office.pool, phone))
    return c.json({
      ok: true,
      office: office.id,
      name: await officeName(office, laneOf('office', office.id)),
      demo: office.isDemo,
      ...(office.config.today ? { today: office.config.today } : {}),
      signIns: office.isDemo ? ((await readMeta<DemoSignIn[]>(office.pool, 'demo-sign-ins')) ?? []) : [],
      ...(user === undefined ? {} : { user }),
      ...(lost === undefined ? {} : { lost }),
    })
  }
}

async function officeName(office: Office, lane: LaneId): Promise<string> {
  const row = (await rowsOfLane(office.pool, lane)).find((candidate) => candidate.type === 'office')
  return (row && text(row, 'name')) ?? 'Bofast'
}
