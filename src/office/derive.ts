// What the office derives from a lane and keeps only to answer quickly: its summary and its deadlines (DESIGN.md 1,
// decision 10). Both can be thrown away and made again from the records. Deadlines read a matter: a notice's lane, the
// linked case's lane and the office's calendar (DESIGN.md 3, Lanes and matters); the lane of the basis record keeps them.

import type { OfficeCalendar } from '#domain/calendar.ts'
import type { Deadline } from '#domain/deadline.ts'
import { deadlinesOf } from '#domain/deadlines.ts'
import { type Id, isLaneId, isLocalDate, type LaneId, laneKind, laneOf } from '#domain/ids.ts'
import { matterFacts, mergeMatters } from '#domain/matter.ts'
import { flag, list } from '#domain/reading.ts'
import { rowsOf } from '#domain/records.ts'
import { headsOf, isVoid, type RecordRow } from '#domain/register.ts'
import { isCaseSummary, summariseLane } from '#domain/summary.ts'
import { SHIPPED_PACKS } from '#rules/deadlines.ts'
import { derivedBytes } from '#sync/chain.ts'
import { type Queryable, type Tx, transaction } from './db.ts'
import { codeOf } from './fault.ts'
import { log } from './log.ts'
import type { Office } from './office.ts'
import { rowsOfLane } from './rows.ts'
import { sha256 } from './sha256.ts'

/**
 * Who may have a lane at all hangs on it: a home's protection, and which case a notice belongs to. Never late, since a
 * sync between the commit and its settling must already know (DESIGN.md 8).
 */
export const isGuard = ({ lane, type }: Pick<RecordRow, 'lane' | 'type'>): boolean => laneKind(lane) === 'inquiry' || type === 'resident'

/** Would this record alone trip what is derived later? Thrown in its own transaction, where it is held as bad. */
export function tryOut(row: RecordRow): void {
  deadlinesOf({ matter: matterFacts([row]), calendar: NO_CALENDAR, packs: SHIPPED_PACKS })
}

/** In a transaction that holds the lane; `seq` is its head. */
export async function derive(office: Office, tx: Tx, lane: LaneId, seq: number): Promise<void> {
  const kind = laneKind(lane)
  if (kind !== 'case' && kind !== 'inquiry') return
  const rows = await rowsOfLane(tx, lane)
  if (kind === 'inquiry') await saveLink(tx, lane, rows)
  await saveSummary(office, tx, lane, seq, rows)
  await saveDeadlines(office, tx, lane, seq, rows)
  await tx.query('update lane set derived = $2 where id = $1', [lane, seq])
}

/**
 * After the commit: the other lanes of the same matter, each in a transaction of its own, so that none waits for two.
 * What fails here is only late: the next change of either lane derives it anew. What was committed stays answered.
 */
export async function rederiveMatter(office: Office, moved: LaneId): Promise<void> {
  try {
    for (const lane of await partnersOf(office.pool, moved)) await rederive(office, lane)
  } catch (error) {
    log('internal', { lane: moved, cause: codeOf(error) ?? 'DERIVE' })
  }
}

const rederive = (office: Office, lane: LaneId): Promise<void> =>
  transaction(office.pool, async (tx) => {
    const { rows } = await tx.query<{ head: number }>('select head from lane where id = $1 for update', [lane])
    if (rows[0]) await saveDeadlines(office, tx, lane, rows[0].head, await rowsOfLane(tx, lane))
  })

async function saveSummary(office: Office, tx: Tx, lane: LaneId, seq: number, rows: readonly RecordRow[]): Promise<void> {
  const summary = summariseLane(rows)
  if (!summary) return
  await tx.query(
    `insert into summary (lane, office, seq, body, is_shielded) values ($1, $2, $3, $4, $5)
     on conflict (lane) do update set seq = excluded.seq, body = excluded.body, is_shielded = excluded.is_shielded`,
    [lane, office.id, seq, JSON.stringify(summary), isCaseSummary(summary) && summary.isShielded === true],
  )
}

/** Two versions of a link are no link; a notice that was linked elsewhere leaves its old case. */
async function saveLink(tx: Tx, lane: LaneId, rows: readonly RecordRow[]): Promise<void> {
  const heads = rowsOf(rows, 'inquiry').flatMap((row) => (isVoid(row) ? [] : headsOf(row, 'linkedCase')))
  const cases = [...new Set(heads.map((head) => head.v).filter(isLaneId))]
  const [linked] = cases
  if (cases.length !== 1 || linked === undefined) await tx.query('delete from link where lane = $1', [lane])
  else
    await tx.query(
      'insert into link (lane, linked_case) values ($1, $2) on conflict (lane) do update set linked_case = excluded.linked_case',
      [lane, linked],
    )
}

async function partnersOf(db: Queryable, lane: LaneId): Promise<readonly LaneId[]> {
  const { rows } = await db.query<{ lane: LaneId }>(
    'select linked_case as lane from link where lane = $1 union select lane from link where linked_case = $1',
    [lane],
  )
  return rows.map((row) => row.lane)
}

async function saveDeadlines(office: Office, tx: Tx, lane: LaneId, seq: number, rows: readonly RecordRow[]): Promise<void> {
  const partners = await partnersOf(tx, lane)
  const others = await Promise.all(partners.map((partner) => rowsOfLane(tx, partner)))
  const matter = mergeMatters([rows, ...others].map(matterFacts))
  const all = deadlinesOf({ matter, calendar: await calendarOf(office, tx), packs: SHIPPED_PACKS })
  const own = new Set(rows.map((row) => row.id))
  const deadlines = all.filter((deadline) => own.has(deadline.basis))
  const ids = await Promise.all(deadlines.map(deadlineId))
  await tx.query('delete from deadline where lane = $1', [lane])
  if (deadlines.length === 0) return
  await tx.query(
    `insert into deadline (lane, id, office, rule, basis, due, seq, body)
     select $1, d.id, $2, d.rule, d.basis, d.due, $3, d.body::json
     from unnest($4::text[], $5::text[], $6::text[], $7::text[], $8::text[]) as d (id, rule, basis, due, body)
     on conflict do nothing`,
    [lane, office.id, seq, ids, ...columns(deadlines)],
  )
}

const columns = (deadlines: readonly Deadline[]): readonly (readonly string[])[] => [
  deadlines.map(({ rule }) => rule),
  deadlines.map(({ basis }) => basis),
  deadlines.map(({ dueOn }) => dueOn),
  deadlines.map((deadline) => JSON.stringify(deadline)),
]

const deadlineId = async ({ rule, basis }: { readonly rule: string; readonly basis: Id }): Promise<string> =>
  Buffer.from(await derivedBytes(sha256, rule, basis)).toString('base64url')

const NO_CALENDAR: OfficeCalendar = { saturdayIsWorkday: false, closedDays: [] }

async function calendarOf(office: Office, db: Queryable): Promise<OfficeCalendar> {
  const [row] = rowsOf(await rowsOfLane(db, laneOf('office', office.id)), 'office')
  if (!row) return NO_CALENDAR
  return { saturdayIsWorkday: flag(row, 'saturdayIsWorkday'), closedDays: list(row, 'closedDays').filter(isLocalDate) }
}
