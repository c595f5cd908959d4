// What can be asked of the office from a terminal besides running it: a backup, a restore, a look at itself. Each ends
// by itself and says in plain words what it did.

import { existsSync } from 'node:fs'
import { checkAll } from '../check.ts'
import type { Config } from '../config.ts'
import { openPool, type Pool } from '../db.ts'
import { codeOf, Fault } from '../fault.ts'
import { officeId, recoveryEpoch } from '../meta.ts'
import { startPostgres } from '../postgres.ts'
import { loadServerKey } from '../server-key.ts'
import { backUp } from './backup.ts'
import { restore } from './restore.ts'

type Say = (line: string) => void

/** Resolves to whether all is well. */
export async function runCommand(config: Config, say: Say): Promise<boolean> {
  switch (config.command.do) {
    case 'backup':
      return asGuest(config, (url, pool) =>
        backupCommand(config, url, pool, config.command.do === 'backup' ? config.command.to : undefined, say),
      )
    case 'check':
      return asGuest(config, (_, pool) => checkCommand(pool, say))
    case 'restore':
      await restore(config, config.command, say)
      say('Start the office with: npm start')
      return true
    case 'serve':
    case 'demo-fresh':
      return true
  }
}

/** On the database of an office that may be running meanwhile. */
async function asGuest<T>(config: Config, work: (url: string, pool: Pool) => Promise<T>): Promise<T> {
  const own = config.databaseUrl === undefined ? await startPostgres(config.data, true) : undefined
  const url = own?.url ?? config.databaseUrl ?? ''
  const pool = openPool(url)
  try {
    await hasTables(pool)
    return await work(url, pool)
  } finally {
    await pool.end()
    await own?.stop()
  }
}

async function hasTables(pool: Pool): Promise<void> {
  try {
    await pool.query('select 1 from unkept limit 1')
  } catch (error) {
    throw new Fault(
      codeOf(error) === '42P01'
        ? 'There is no office in this database, or one that has never been started since it was updated.'
        : `The database cannot be reached (${codeOf(error) ?? 'unknown'}).`,
    )
  }
}

async function backupCommand(config: Config, url: string, pool: Pool, to: string | undefined, say: Say): Promise<boolean> {
  const key = await loadServerKey(config.serverKeyFile, false)
  const [office, epoch] = [await officeId(pool), await recoveryEpoch(pool)]
  const { backups: folder, recovery } = config
  const { path, counts } = await backUp({ url, pool, key, office, epoch, folder, to, recovery })
  say(`Backed up to ${path}: ${counts.changes} changes. It was read back, counted and checked, and is whole.`)
  say(`It opens only with the server key ${config.serverKeyFile}; keep a copy of that, and of ${config.ledger}, somewhere else.`)
  return existsSync(path)
}

async function checkCommand(pool: Pool, say: Say): Promise<boolean> {
  const { lanes, brokenLanes, enrolments, brokenReceipts } = await checkAll(pool)
  for (const { lane, seq } of brokenLanes) say(`The journal of ${lane} does not hold from number ${seq} on.`)
  for (const { enrol, rseq } of brokenReceipts) say(`The receipts of the device ${enrol} do not hold from number ${rseq} on.`)
  const count = brokenLanes.length + brokenReceipts.length
  say(
    count === 0
      ? `All is whole: ${lanes} journals and the receipts of ${enrolments} devices.`
      : `${count} of ${lanes + enrolments} are not whole. Nothing was changed. Restore from a backup, or ask for help before anything else.`,
  )
  return count === 0
}
