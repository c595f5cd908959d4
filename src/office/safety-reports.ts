// What workers tell of their own safety, for the desk of a leader who coordinates the case it came from, and for whoever
// wrote it; nobody else (DOMAIN.md 2.19; 4.4, C-STAFF). It lies in the worker's own lane, so it is found from there. Reading
// what others wrote is logged before it is answered.

import { effective } from '#domain/effective.ts'
import { type Id, laneOf } from '#domain/ids.ts'
import { asGroup, asText } from '#domain/reading.ts'
import type { RecordRow } from '#domain/register.ts'
import { isCaseSummary, type LaneSummary } from '#domain/summary.ts'
import { rolesOf } from './access-change.ts'
import { reachOf, STANDING, unshielded } from './lane-access.ts'
import type { Office } from './office.ts'
import { COLUMNS, rowFrom, type StoredRow } from './rows.ts'

export interface SafetyReports {
  readonly rows: readonly RecordRow[]
  /** Of the homes they are about, as far as a list may say it. */
  readonly summaries: readonly LaneSummary[]
}

export async function safetyReportsFor(office: Office, user: Id): Promise<SafetyReports> {
  const led = await ledBy(office, user)
  const mine = laneOf('user', user)
  const rows = (await reportsOf(office)).filter((row) => row.lane === mine || led.has(caseOf(row)))
  await logRead(office, user, [...new Set(rows.flatMap(({ lane }) => (lane === mine ? [] : [lane])))])
  const about = new Set(rows.map(caseOf))
  const reach = await unshielded(office.pool, await reachOf(office.pool, office.id, user))
  const shown = reach.flatMap(({ lane }) => (about.has(lane) ? [lane] : []))
  const open = new Set<string>(shown)
  const found = await office.pool.query<{ body: LaneSummary }>('select body from summary where lane = any($1)', [shown])
  return {
    rows: rows.map((row) => (row.lane === mine || open.has(caseOf(row)) ? row : withoutWords(row))),
    summaries: found.rows.map(({ body }) => body).filter(isCaseSummary),
  }
}

const caseOf = (row: RecordRow): string => asText(effective(row, 'case')) ?? ''

/** The cases she coordinates, if she leads. */
async function ledBy(office: Office, user: Id): Promise<ReadonlySet<string>> {
  if (!(await rolesOf(office, office.pool, user)).includes('leader')) return new Set()
  const { rows } = await office.pool.query<{ lane: string }>(
    `select lane from access where office = $1 and user_id = $2 and role = 'coordinator' and ${STANDING}`,
    [office.id, user],
  )
  return new Set(rows.map(({ lane }) => lane))
}

/** Whose case it is stands in the words, which the database does not look into: the few there are, are looked through here. */
async function reportsOf(office: Office): Promise<readonly RecordRow[]> {
  const { rows } = await office.pool.query<StoredRow>(
    `select ${COLUMNS} from record where type = 'safetyReport' and lane in (select 'user/' || id from account where office = $1)`,
    [office.id],
  )
  return rows.map(rowFrom)
}

/** The words about a strictly protected home stand in no list (DESIGN.md 8). That there is a report, and whether the leader was told, do. */
const withoutWords = (row: RecordRow): RecordRow => ({
  ...row,
  regs: Object.fromEntries(
    Object.entries(row.regs).flatMap(([field, heads]) => {
      if (field === 'leaderTold') return [[field, heads.map((head) => ({ ...head, v: { on: asGroup(head.v)?.on ?? null } }))]]
      return ['case', 'visit', 'felt', 'void'].includes(field) ? [[field, heads]] : []
    }),
  ),
})

async function logRead(office: Office, user: Id, lanes: readonly string[]): Promise<void> {
  await office.pool.query(`insert into access_event (office, user_id, lane, what) select $1, $2, unnest($3::text[]), 'safety'`, [
    office.id,
    user,
    lanes,
  ])
}
