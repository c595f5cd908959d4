// What the office derives from a lane and keeps only to answer quickly: its summary and its deadlines (DESIGN.md 1,
// decision 10). Both can be thrown away and made again from the records.

import type { LaneId } from '#domain/ids.ts'
import { summarise } from '#domain/summary.ts'
import type { Tx } from './db.ts'
import type { Office } from './office.ts'
import { rowsOfLane } from './rows.ts'

export async function derive(office: Office, tx: Tx, lane: LaneId, seq: number): Promise<void> {
  if (!lane.startsWith('case/')) return
  const summary = summarise(await rowsOfLane(tx, lane))
  if (!summary) return
  await tx.query(
    `insert into summary (lane, office, seq, body) values ($1, $2, $3, $4)
     on conflict (lane) do update set seq = excluded.seq, body = excluded.body`,
    [lane, office.id, seq, JSON.stringify(summary)],
  )
}
