// What was promised also lies outside the database. Every row queues itself in the transaction that writes it
// (004-keeping.sql); `keep` takes the whole queue as it stands, writes it to the ledger and the recovery log, syncs, and
// only then resolves. Calls that come together share one round. So nothing committed can be missed: not what a caller
// forgot to name, not what another process wrote, and not what was committed a moment before the office was killed.

import { type Pool, SCHEMA_NAME } from '../db.ts'
import type { Promised } from '../office.ts'
import type { Ledger } from './ledger.ts'
import { disabledOf, endsOf, enrolmentsOf, protectionOf } from './ledger-facts.ts'
import type { KeptRow, RecoveryLog } from './recovery-log.ts'

export interface Keeper {
  readonly keep: (what?: Promised) => Promise<void>
  /** Everything the database holds goes into the log: a log that has just begun. */
  readonly keepAll: () => Promise<void>
  readonly close: () => Promise<void>
}

interface Places {
  /** One connection of its own, whose deletions may be lost: they would only be done again. */
  readonly pool: Pool
  readonly ledger: Ledger
  /** Undefined: the database has other protection; the ledger is kept all the same. */
  readonly log: RecoveryLog | undefined
  readonly onChanges: (count: number) => void
}

const KEYS: Readonly<Record<string, string>> = {
  meta: 't.key = u.k[1]',
  account: 't.id = u.k[1]',
  lane: 't.id = u.k[1]',
  access: 't.user_id = u.k[1] and t.lane = u.k[2] and t.view = u.k[3]::int',
  enrolment: 't.id = u.k[1]',
  custody: 't.id = u.k[1]',
  verdict: 't.id = u.k[1] and t.n = u.k[2]::int',
  change: 't.id = u.k[1]',
  receipt: 't.enrol = u.k[1] and t.rseq = u.k[2]::bigint',
  parked: 't.draft = u.k[1]',
  erasure: 't.entry = u.k[1]',
  blob: 't.id = u.k[1]',
  blob_chunk: 't.blob = u.k[1] and t.n = u.k[2]::int',
  blob_erased: 't.id = u.k[1]',
}
export const KEPT_TABLES: readonly string[] = Object.keys(KEYS)
const COLUMNS_OF_KEY: Readonly<Record<string, string>> = {
  meta: 'key',
  access: 'user_id, lane, view::text',
  verdict: 'id, n::text',
  receipt: 'enrol, rseq::text',
  parked: 'draft',
  erasure: 'entry',
  blob_chunk: 'blob, n::text',
}

/** So much in one round; a piece of a photo is heavier than a row of words. */
const BATCH = 500
const PIECE_WEIGHT = 50
const rowOf = (table: string): string => `when '${table}' then (select t::text from ${table} t where ${KEYS[table]})`
/** $1 kept by the round before, $2 how much, $3 whether the rows themselves are wanted. */
const ROUND = `
  with gone as (delete from unkept where n in (select n from unkept where n = any($1) for update skip locked)),
    few as (select n, tab, k from unkept where n <> all($1) order by n limit $2),
    u as materialized (select n, tab, k from (select n, tab, k,
      sum(case tab when 'blob_chunk' then ${PIECE_WEIGHT} else 1 end) over (order by n) as weight from few) w where weight <= $2)
  select u.n, u.tab, u.k, clock_timestamp() as at,
    case when not $3 then null else case u.tab ${KEPT_TABLES.map(rowOf).join(' ')} end end as row
  from u order by u.n`

interface Queued {
  readonly n: number
  readonly tab: string
  readonly k: readonly string[]
  readonly at: Date
  readonly row: string | null
}

export function startKeeper(places: Places): Keeper {
  const { pool, ledger, log } = places
  let kept: readonly number[] = []
  const round = async (): Promise<boolean> => {
    const { rows } = await pool.query<Queued>(ROUND, [kept, BATCH, log !== undefined])
    kept = []
    if (rows.length === 0) return false
    await toLedger(pool, ledger, rows)
    await log?.write({ at: rows[0]?.at.toISOString() ?? '', rows: keptRows(rows) })
    kept = rows.map(({ n }) => n)
    const changes = rows.filter(({ tab }) => tab === 'change').length
    if (changes > 0) places.onChanges(changes)
    return rows.reduce((sum, { tab }) => sum + (tab === 'blob_chunk' ? PIECE_WEIGHT : 1), 0) > BATCH - PIECE_WEIGHT
  }
  const drain = async (): Promise<void> => {
    while (await round());
  }
  const keep = shared(drain)
  return {
    keep,
    keepAll: async () => {
      for (const table of KEPT_TABLES) await queueAll(pool, table)
      await keep()
      await log?.write({ at: new Date().toISOString(), whole: true })
    },
    close: async () => {
      await keep().catch(() => undefined) // what is not written now is still queued, and written at the next start
      await pool.query('delete from unkept where n = any($1)', [kept]).catch(() => undefined)
      await log?.close()
      await ledger.close()
      await pool.end()
    },
  }
}

/** One at a time; whoever comes meanwhile waits for the next one, which begins after they came. */
export function shared(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> = Promise.resolve()
  let next: Promise<void> | undefined
  return () => {
    next ??= running.then(() => {
      running = next?.catch(() => undefined) ?? running
      next = undefined
      return work()
    })
    return next
  }
}

/** The rows in the order they were first queued, each once: what refers comes after what it refers to. */
function keptRows(queued: readonly Queued[]): readonly KeptRow[] {
  const rows = new Map<string, KeptRow>()
  for (const { tab, k, row } of queued) {
    const key = `${tab} ${k.join(' ')}`
    if (row !== null && !rows.has(key)) rows.set(key, [tab, row])
  }
  return [...rows.values()]
}

const queueAll = (pool: Pool, table: string): Promise<unknown> => {
  const key = COLUMNS_OF_KEY[table] ?? 'id'
  return pool.query(`insert into ${SCHEMA_NAME}.unkept (tab, k) select '${table}', array[${key}] from ${SCHEMA_NAME}.${table}`)
}

async function toLedger(pool: Pool, ledger: Ledger, queued: readonly Queued[]): Promise<void> {
  const named = (tab: string): readonly string[] => [...new Set(queued.filter((one) => one.tab === tab).map(({ k }) => k[0] ?? ''))]
  const enrolments = named('enrolment')
  const users = named('access')
  const homes = named('shield')
  const accounts = named('account')
  if (enrolments.length > 0) await ledger.write(await enrolmentsOf(pool, enrolments))
  if (users.length > 0)
    await ledger.write(
      await endsOf(
        pool,
        queued.filter(({ tab }) => tab === 'access').map(({ k }) => k),
      ),
    )
  if (accounts.length > 0) await ledger.write(await disabledOf(pool, accounts))
  if (homes.length > 0) await ledger.write(await protectionOf(pool, homes))
}
