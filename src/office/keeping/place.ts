// Where the office keeps what must outlive its database, put together for one process: ledger, recovery log, backups.

import { existsSync, rmSync, statSync } from 'node:fs'
import type { Id } from '#domain/ids.ts'
import type { Config } from '../config.ts'
import { openPool, type Pool } from '../db.ts'
import { Fault } from '../fault.ts'
import { log } from '../log.ts'
import { readMeta, recoveryEpoch, writeMeta } from '../meta.ts'
import type { Office } from '../office.ts'
import type { ServerKey } from '../server-key.ts'
import { backUp } from './backup.ts'
import { headOf } from './frames.ts'
import { KEPT_TABLES, type Keeper, startKeeper } from './kept.ts'
import { type Ledger, openLedger, readLedger } from './ledger.ts'
import { obeyLedger } from './obey.ts'
import { logFilesIn, openRecoveryLog, type RecoveryLog } from './recovery-log.ts'
import { backupsIn } from './safe.ts'
import { type Schedule, startSchedule } from './schedule.ts'
import { tablesOf } from './tables.ts'

export interface Keeping {
  readonly keep: Keeper['keep']
  readonly ledger: Ledger
  /** Everything committed and not yet kept, before the door opens; everything there is when the log has just begun. */
  readonly catchUp: () => Promise<void>
  readonly schedule: Schedule
  readonly close: () => Promise<void>
}

export interface KeepingOf {
  readonly config: Config
  readonly url: string
  readonly pool: Pool
  readonly key: ServerKey
  readonly office: Id
}

export async function openKeeping(of: KeepingOf): Promise<Keeping> {
  const { config, url, pool, key, office } = of
  const epoch = await recoveryEpoch(pool)
  const isNew = !(await hasLog(config, pool, epoch))
  const ledger = await openLedger(config.ledger, office)
  const log = config.recovery === undefined ? undefined : await openLog(config.recovery, of, epoch)
  const { backups: folder, recovery, backupEvery = Number.POSITIVE_INFINITY } = config
  const schedule = startSchedule(folder, backupEvery, () => backUp({ url, pool, key, office, epoch, folder, recovery }))
  const keeper = startKeeper({ pool: openPool(url, { max: 1, isLazy: true }), ledger, log, onChanges: schedule.count })
  return {
    keep: keeper.keep,
    ledger,
    catchUp: async () => {
      await (isNew && log ? keeper.keepAll() : keeper.keep())
      await writeMeta(pool, 'recovery-on', log !== undefined)
    },
    schedule,
    close: async () => {
      await schedule.stop()
      await keeper.close()
    },
  }
}

/** A log that was off for a while has a hole, and begins again with everything. */
async function hasLog({ recovery }: Config, pool: Pool, epoch: Id): Promise<boolean> {
  if (recovery === undefined || (await readMeta<boolean>(pool, 'recovery-on')) !== true) return false
  return (await logFilesIn(recovery)).some(({ head }) => head.epoch === epoch)
}

async function openLog(folder: string, { pool, key, office }: KeepingOf, epoch: Id): Promise<RecoveryLog> {
  const tables = (await tablesOf(pool)).filter(({ name }) => KEPT_TABLES.includes(name))
  const columns = Object.fromEntries(tables.map((table) => [table.name, table.columns]))
  return openRecoveryLog({ folder, office, epoch, key, columns })
}

/** Said once the office is open: a second copy on the same disk is lost with it. */
export function warnOfSameDisk({ recovery, data }: Config): void {
  if (recovery !== undefined && statSync(recovery).dev === statSync(data).dev) log('recovery-same-disk')
}

/** Before the door opens: what the ledger says and the database has not heard of. A ledger that was tampered with is said. */
export async function heedLedger(office: Office): Promise<void> {
  try {
    const count = await obeyLedger(office, readLedger(office.config.ledger, office.id), false)
    if (count > 0) log('ledger-obeyed', { count })
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    log('ledger-broken')
  }
}

/** An empty database beside the backups of an office is a database that was lost: nobody is to begin anew by accident. */
export async function refuseLost({ recovery, backups, data }: Config): Promise<void> {
  if (recovery === undefined) return
  if ((await logFilesIn(recovery)).length === 0 && backupsIn(backups).length === 0) return
  throw new Fault(
    `The database in ${data} is empty, but backups or a recovery log of an office lie in ${backups} or ${recovery}. Restore it with: npm run office -- restore (or move them away to begin anew).`,
  )
}

/** A demo that is filled anew leaves nothing of the one before. */
export async function forgetKept({ recovery, backups }: Config, office: Id | undefined): Promise<void> {
  const paths = [...(recovery === undefined ? [] : (await logFilesIn(recovery)).map(({ path }) => path)), ...backupsIn(backups)]
  for (const path of paths)
    if (existsSync(path) && (await headOf(path))?.office === office)
      for (const name of [path, `${path}.verified.json`]) rmSync(name, { force: true })
}
