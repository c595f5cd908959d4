// A backup: dumped, read back into tables of its own, counted and checked lane by lane; only then written down as
// verified, and only then may a phone let go of anything because of it (DESIGN.md 6).

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Id } from '#domain/ids.ts'
import { checkAll } from '../check.ts'
import { one, type Pool } from '../db.ts'
import { Fault } from '../fault.ts'
import { newId } from '../new-id.ts'
import { now } from '../office.ts'
import { makeFolder } from '../postgres-binaries.ts'
import type { ServerKey } from '../server-key.ts'
import { type Counts, type Dumped, dump, openBackup } from './dump.ts'
import { forgetLogs } from './recovery-log.ts'
import { backupName, logNeededFrom, markVerified, moveSafe, rotate } from './safe.ts'
import { loadInto, type Scratch, withScratch } from './scratch.ts'
import { quoted } from './tables.ts'

export interface BackupPlace {
  readonly url: string
  readonly pool: Pool
  readonly key: ServerKey
  readonly office: Id
  readonly epoch: Id
  /** The office's own folder: these keep the phones safe, and rotate. */
  readonly folder: string
  /** Another folder for this one: it is verified and left there. */
  readonly to?: string | undefined
  readonly recovery: string | undefined
}

const LOCK = 0x60_fa_57_04

export async function backUp(place: BackupPlace): Promise<Dumped> {
  const folder = place.to ?? place.folder
  makeFolder(folder)
  return alone(place.pool, async () => {
    const [at, file] = [now(), newId()]
    const head = { bofast: 'backup', v: 1, kid: place.key.kid, file, office: place.office, epoch: place.epoch, at } as const
    const dumped = await dump(place.pool, place.key, head, join(folder, backupName(at, file)))
    await verify(place, dumped)
    await markVerified(folder, dumped)
    if (place.to === undefined) await settle(place)
    return dumped
  })
}

/** One at a time over all processes. The connection is closed with the lock. */
async function alone<T>(pool: Pool, work: () => Promise<T>): Promise<T> {
  const holder = await pool.connect()
  try {
    const { rows } = await holder.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [LOCK])
    if (!one(rows).mine) throw new Fault('Another backup of this office is being made; wait until it is done.')
    return await work()
  } finally {
    holder.release(true)
  }
}

async function verify({ url, key }: BackupPlace, { path, counts }: Dumped): Promise<void> {
  try {
    const { seal } = await openBackup(path, key)
    await withScratch(url, async (scratch) => {
      await loadInto(scratch, path, seal)
      await compare(scratch, counts, path)
    })
  } catch (error) {
    rmSync(path, { force: true }) // never mistaken for a good one
    throw error
  }
}

/** As many rows in every table as were read from the office, and every chain whole. */
export async function compare({ pool }: Scratch, counts: Counts, path: string): Promise<void> {
  for (const [table, count] of Object.entries(counts.tables)) {
    const { rows } = await pool.query<{ count: number }>(`select count(*) as count from ${quoted(table)}`)
    if (one(rows).count !== count) throw new Fault(`The backup ${path} does not hold as many rows as the office (${table}).`)
  }
  const { brokenLanes, brokenReceipts } = await checkAll(pool)
  if (brokenLanes.length + brokenReceipts.length > 0)
    throw new Fault(`The backup ${path} holds ${brokenLanes.length + brokenReceipts.length} broken chains; run the check of the office.`)
}

async function settle({ pool, folder, epoch, recovery }: BackupPlace): Promise<void> {
  await moveSafe(pool, folder, epoch)
  rotate(folder)
  const needed = logNeededFrom(folder)
  if (recovery !== undefined && needed) await forgetLogs(recovery, needed)
}
