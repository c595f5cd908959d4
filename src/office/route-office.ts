// GET /v1/office: what anybody may know before signing in. Only a demo says its sign-ins.

import type { Context } from 'hono'
import { type LaneId, laneOf } from '#domain/ids.ts'
import { text } from '#domain/reading.ts'
import { type DemoSignIn, readMeta } from './meta.ts'
import type { Office } from './office.ts'
import { rowsOfLane } from './rows.ts'

export function officeCard(office: Office): (c: Context) => Promise<Response> {
  return async (c) =>
    c.json({
      ok: true,
      office: office.id,
      name: await officeName(office, laneOf('office', office.id)),
      demo: office.isDemo,
      ...(office.config.today ? { today: office.config.today } : {}),
      signIns: office.isDemo ? ((await readMeta<DemoSignIn[]>(office.pool, 'demo-sign-ins')) ?? []) : [],
    })
}

async function officeName(office: Office, lane: LaneId): Promise<string> {
  const row = (await rowsOfLane(office.pool, lane)).find((candidate) => candidate.type === 'office')
  return (row && text(row, 'name')) ?? 'Bofast'
}
