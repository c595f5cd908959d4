// Restore: a backup, the recovery log on top of it, and the ledger over both; records, summaries and deadlines folded
// anew; every chain checked. All of it beside the office's own tables, which take their place in one transaction at the
// very end: nothing is ever half restored (DESIGN.md 6).

import { existsSync } from 'node:fs'
import type { Id } from '#domain/ids.ts'
import { checkAll } from '../check.ts'
import type { Config } from '../config.ts'
import { one, openPool, type Pool, transaction } from '../db.ts'
import { derive, rederiveMatter } from '../derive.ts'
import { codeOf, Fault } from '../fault.ts'
import { officeId, writeMeta } from '../meta.ts'
import { migrate } from '../migrate.ts'
import { newId } from '../new-id.ts'
import { type Office, todayIn } from '../office.ts'
import { startPostgres } from '../postgres.ts'
import { loadServerKey, type ServerKey } from '../server-key.ts'
import { compare } from './backup.ts'
import { openBackup } from './dump.ts'
import { refoldLane } from './fold.ts'
import { readLedger } from './ledger.ts'
import { obeyLedger } from './obey.ts'
import { type LogFile, logFilesIn } from './recovery-log.ts'
import { type Replayed, replay } from './replay.ts'
import { backupsIn, verifiedIn } from './safe.ts'
import { loadInto, type Scratch, takePlace, withScratch } from './scratch.ts'

export interface Wish {
  readonly from: string | undefined
  readonly isReplacing: boolean
  readonly withoutLog: boolean
}
type Say = (line: string) => void

export async function restore(config: Config, wish: Wish, say: Say): Promise<void> {
  const key = await loadServerKey(config.serverKeyFile, false)
  const base = await baseOf(config, wish, key)
  const own = config.databaseUrl === undefined ? await startPostgres(config.data) : undefined
  const url = own?.url ?? config.databaseUrl ?? ''
  try {
    await mayReplace(url, wish, say)
    await withScratch(url, (scratch) => restoreInto(scratch, config, key, base, say))
  } finally {
    await own?.stop()
  }
}

interface Base {
  readonly backup: { readonly path: string; readonly seal: CryptoKey } | undefined
  readonly log: readonly LogFile[]
}

/** The newest whole backup and the log of the same life of the database; or the log alone when it reaches back to the beginning. */
async function baseOf(config: Config, { from, withoutLog }: Wish, key: ServerKey): Promise<Base> {
  const log = config.recovery === undefined ? [] : await logFilesIn(config.recovery)
  const epoch = from === undefined ? await newestEpoch(config, log) : undefined
  const path = from ?? verifiedIn(config.backups).find((one) => epoch === undefined || one.epoch === epoch)?.path
  if (path === undefined && (log.length === 0 || withoutLog)) throw nothingToRestore(config)
  if (path === undefined) return { backup: undefined, log: log.filter(({ head }) => head.epoch === epoch) }
  if (!existsSync(path)) throw new Fault(`There is no backup ${path}.`)
  const { head, seal } = await openBackup(path, key)
  return {
    backup: { path, seal },
    log: withoutLog ? [] : log.filter((file) => file.head.epoch === head.epoch && file.head.office === head.office),
  }
}

async function newestEpoch({ backups }: Config, log: readonly LogFile[]): Promise<Id | undefined> {
  const [backup, file] = [verifiedIn(backups)[0], log.at(-1)]
  if (!file) return backup?.epoch
  return backup && backup.at > file.head.at ? backup.epoch : file.head.epoch
}

const nothingToRestore = ({ backups }: Config): Fault =>
  new Fault(
    backupsIn(backups).length > 0
      ? `No backup in ${backups} was ever found whole; name one with --from=<file> to try it.`
      : `There is no backup in ${backups} to restore from; name one with --from=<file>.`,
  )

async function mayReplace(url: string, { isReplacing }: Wish, say: Say): Promise<void> {
  const pool = openPool(url, { max: 1 })
  try {
    if ((await othersOn(pool)) > 0) throw new Fault('An office is running on this database; stop it first.')
    const there = await contentOf(pool)
    if (!there) return
    const what = `${there.lanes} cases and other journals, ${there.changes} changes, ${there.accounts} accounts`
    if (!isReplacing) throw new Fault(`This database already holds an office (${what}); restore into an empty one, or add --replace.`)
    say(`Replacing what is there: ${what}.`)
  } catch (error) {
    if (error instanceof Fault) throw error
    throw new Fault(`The database to restore into cannot be used (${codeOf(error) ?? 'unknown'}).`)
  } finally {
    await pool.end()
  }
}

async function othersOn(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `select count(*) as count from pg_stat_activity
     where application_name = 'bofast' and datname = current_database() and pid <> pg_backend_pid()`,
  )
  return one(rows).count
}

interface Content {
  readonly lanes: number
  readonly changes: number
  readonly accounts: number
}
async function contentOf(pool: Pool): Promise<Content | undefined> {
  const made = await pool.query<{ is_there: boolean }>(`select to_regclass('account') is not null as is_there`)
  if (!one(made.rows).is_there) return undefined
  const { rows } = await pool.query<Content>(
    'select (select count(*) from lane) as lanes, (select count(*) from change) as changes, (select count(*) from account) as accounts',
  )
  const content = one(rows)
  return content.lanes + content.accounts > 0 ? content : undefined
}

async function restoreInto(scratch: Scratch, config: Config, key: ServerKey, base: Base, say: Say): Promise<void> {
  const { schema, pool } = scratch
  const loaded = base.backup && (await loadInto(scratch, base.backup.path, base.backup.seal))
  if (loaded && base.backup) await compare(scratch, loaded.counts, base.backup.path)
  await migrate(pool, { schema })
  const replayed = await replay(scratch, key, base.log, loaded?.at)
  if (!loaded && !replayed.isWhole)
    throw new Fault(
      'The newest recovery log does not reach back to the beginning and has no backup under it; nothing was restored. Name an older backup with --from=<file>.',
    )
  await checkGaps(pool)
  const office = officeOn(config, key, pool, await officeId(pool))
  await obeyLedger(office, readLedger(config.ledger, office.id), true)
  await foldAnew(office)
  await beginAnew(pool)
  await checkGaps(pool)
  const content = await contentOf(pool)
  await takePlace(scratch)
  report(say, base, loaded?.at, replayed, content)
}

/** Rows that were promised and are missing would leave holes; better no restore than one that hides them. */
async function checkGaps(pool: Pool): Promise<void> {
  const { brokenLanes, brokenReceipts } = await checkAll(pool)
  const count = brokenLanes.length + brokenReceipts.length
  if (count > 0)
    throw new Fault(
      `Something is missing from the recovery log (${count} chains have gaps); nothing was restored. Put all of its files back, or restore the backup alone with --without-log: the phones then send again what is missing.`,
    )
}

const officeOn = (config: Config, key: ServerKey, pool: Pool, id: Id): Office => ({
  ...{ id, pool, quick: pool, key, config, isDemo: false, today: () => todayIn(config), moved: () => undefined },
  keep: async () => undefined,
  ledger: { write: async () => undefined },
})

/** The office's own lane first: its calendar is in every deadline. Then each lane, then what hangs together. */
async function foldAnew(office: Office): Promise<void> {
  const { pool } = office
  for (const table of ['deadline', 'link', 'summary', 'record']) await pool.query(`delete from ${table}`)
  const { rows } = await pool.query<{ id: Parameters<typeof refoldLane>[1]; head: number }>(
    `select id, head from lane order by kind <> 'office', id`,
  )
  for (const { id, head } of rows)
    await transaction(pool, async (tx) => {
      await refoldLane(tx, id)
      await derive(office, tx, id, head)
    })
  const linked = await pool.query<{ lane: Parameters<typeof refoldLane>[1] }>('select lane from link union select linked_case from link')
  for (const { lane } of linked.rows) await rederiveMatter(office, lane)
}

/**
 * Another life of the database: an older log is never replayed into it. Every device takes its lanes afresh, and nobody
 * who had signed out is signed in again.
 */
async function beginAnew(pool: Pool): Promise<void> {
  await writeMeta(pool, 'recovery-epoch', newId())
  await writeMeta(pool, 'recovery-on', false)
  await pool.query('update access set view = view + 1000 where ended_at is null')
  await pool.query('update session set ended_at = now() where ended_at is null')
  await pool.query('update ticket set used_at = now() where used_at is null')
  await pool.query('truncate unkept')
}

function report(say: Say, { backup, log }: Base, at: string | undefined, { rows, torn }: Replayed, content: Content | undefined): void {
  say(backup ? `Restored from ${backup.path} (${at}).` : 'Restored from the recovery log alone.')
  if (log.length > 0) say(`The recovery log gave ${rows} rows on top of it.`)
  else say('No recovery log was used: what came after the backup is not here; the phones send it again when they next meet the office.')
  for (const path of torn) say(`The last entry of ${path} was cut short; it was never answered as received.`)
  if (content) say(`There are ${content.lanes} cases and other journals, ${content.changes} changes and ${content.accounts} accounts.`)
}
