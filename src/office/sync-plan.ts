// Which lanes a device needs, and how: only what moved (delta), the whole lane afresh (snap), or afresh because the
// device's cursor is not of this chain (reset). Decided from the cursor's hash in the change table and the view.

import type { Id, Instant, LaneId } from '#domain/ids.ts'
import { isLaneId } from '#domain/ids.ts'
import { CHAIN_START } from '#sync/chain.ts'
import { type LaneMode, laneMode } from '#sync/lane-plan.ts'
import type { Cursor } from '#sync/wire.ts'
import type { SyncRequest } from '#sync/wire-doors.ts'
import { one, type Queryable } from './db.ts'
import type { Enrolment } from './enrolment.ts'
import { type Reach, reachOf, unshielded } from './lane-access.ts'
import type { Office } from './office.ts'
import { ON_DEVICES, ROW_LINE } from './rows.ts'

export interface LanePlan {
  readonly lane: LaneId
  readonly mode: LaneMode
  readonly from: number
  readonly view: number
  readonly until?: Instant
  /** Rows that moved after this go out; 0 = all. */
  readonly after: number
  /** Own changes after this are named in `mine`, besides the open ones. */
  readonly mineAfter: number
  readonly emptyHash: string
}
export interface SyncPlan {
  readonly lanes: readonly LanePlan[]
  readonly rows: number
  readonly gone: readonly LaneId[]
  /** Every lane this device may hold: what the answer may speak of at all. */
  readonly reachable: readonly LaneId[]
}

/** $1 lane, $2 after, $3 mine after, $4 user, $5 enrolment, $6 open ids: one statement, so one moment of the lane. */
export const laneStatement = `
  select l.head, l.head_hash as hash,
    (select string_agg(${ROW_LINE}, E'\\n' order by seq, id) from record where lane = l.id and seq > $2 and ${ON_DEVICES}) as rows,
    (select coalesce(json_agg(c.id order by c.seq), '[]'::json) from change c
       where c.lane = l.id and c.actor = $4 and (c.id = any($6) or (c.enrol = $5 and c.seq > $3))) as mine
  from lane l where l.id = $1`

/** $1 lanes, $2 mine after, $3 user, $4 enrolment, $5 open ids: the heads of many lanes, without their rows. */
export const headsStatement = `
  select l.id as lane, l.head, l.head_hash as hash,
    (select coalesce(json_agg(c.id order by c.seq), '[]'::json) from change c
       where c.lane = l.id and c.actor = $3 and (c.id = any($5) or (c.enrol = $4 and c.seq > w.after))) as mine
  from unnest($1::text[], $2::bigint[]) as w (lane, after) join lane l on l.id = w.lane`

/** $1 lane, $2 after: the rows, and the head they belong to. */
export const rowsStatement = `
  select l.head_hash as hash,
    (select string_agg(${ROW_LINE}, E'\\n' order by seq, id) from record where lane = l.id and seq > $2 and ${ON_DEVICES}) as rows
  from lane l where l.id = $1`

export async function planOf(office: Office, enrolment: Enrolment, asked: SyncRequest): Promise<SyncPlan> {
  const reach = await unshielded(office.pool, await reachOf(office.pool, office.id, enrolment.user))
  const cursors = new Map<string, Cursor>(Object.entries(asked.lanes).flatMap(([lane, cursor]) => (cursor ? [[lane, cursor]] : [])))
  const heads = await headsOf(office.pool, reach, cursors)
  const settling = await lanesOfOpen(office.pool, enrolment.user, asked.open)
  const lanes = reach.flatMap((one) => planLane(one, cursors.get(one.lane), heads.get(one.lane), settling.has(one.lane)))
  const reachable = new Set<string>(reach.map(({ lane }) => lane))
  return {
    lanes,
    rows: await countRows(office.pool, lanes),
    gone: [...cursors.keys()].filter(isLaneId).filter((lane) => !reachable.has(lane)),
    reachable: reach.map(({ lane }) => lane),
  }
}

interface LaneHead {
  readonly lane: LaneId
  readonly head: number
  /** The chain's hash at the device's own place, or null when there is no such place. */
  readonly at: string | null
}

async function headsOf(
  db: Queryable,
  reach: readonly Reach[],
  cursors: ReadonlyMap<string, Cursor>,
): Promise<ReadonlyMap<string, LaneHead>> {
  const lanes = reach.map(({ lane }) => lane)
  const { rows } = await db.query<LaneHead>(
    `select l.id as lane, l.head, (select c.hash from change c where c.lane = l.id and c.seq = w.seq) as at
     from unnest($1::text[], $2::bigint[]) as w (lane, seq) join lane l on l.id = w.lane`,
    [lanes, lanes.map((lane) => Math.min(cursors.get(lane)?.[0] ?? 0, Number.MAX_SAFE_INTEGER))],
  )
  return new Map(rows.map((row) => [row.lane, row]))
}

async function lanesOfOpen(db: Queryable, user: Id, open: readonly Id[]): Promise<ReadonlySet<string>> {
  if (open.length === 0) return new Set()
  const { rows } = await db.query<{ lane: string }>('select distinct lane from change where id = any($1) and actor = $2', [open, user])
  return new Set(rows.map((row) => row.lane))
}

function planLane(reach: Reach, cursor: Cursor | undefined, head: LaneHead | undefined, isSettling: boolean): LanePlan[] {
  const seq = cursor?.[0] ?? 0
  if (!head && seq === 0) return []
  const mode = laneMode(cursor, head?.at ?? undefined, reach.view)
  if (mode === 'delta' && seq === head?.head && !isSettling) return []
  const until = reach.until ? { until: reach.until } : {}
  const common = { lane: reach.lane, mode, from: seq, view: reach.view, emptyHash: CHAIN_START, ...until }
  return [{ ...common, after: mode === 'delta' ? seq : 0, mineAfter: mode === 'reset' ? 0 : seq }]
}

async function countRows(db: Queryable, lanes: readonly LanePlan[]): Promise<number> {
  if (lanes.length === 0) return 0
  const { rows } = await db.query<{ count: number }>(
    `select count(*) as count from unnest($1::text[], $2::bigint[]) as w (lane, seq) join record r on r.lane = w.lane and r.seq > w.seq and r.${ON_DEVICES}`,
    [lanes.map(({ lane }) => lane), lanes.map(({ after }) => after)],
  )
  return one(rows).count
}
