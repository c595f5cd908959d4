// A schema of its own beside the office's, where a backup is tried out or a restore is made ready. Nothing the office
// uses is touched until the very end.

import { randomBytes } from 'node:crypto'
import { openPool, type Pool, SCHEMA_NAME, transaction } from '../db.ts'
import { Fault } from '../fault.ts'
import { migrate, sqlFiles } from '../migrate.ts'
import { type Loaded, load } from './dump.ts'
import { advanceCounters } from './tables.ts'

export interface Scratch {
  readonly schema: string
  readonly pool: Pool
}
const PREFIX = `${SCHEMA_NAME}_try_`

/** What is left of an earlier one that was cut short goes first; the caller holds the lock that makes it the only one. */
export async function withScratch<T>(url: string, work: (scratch: Scratch) => Promise<T>): Promise<T> {
  const schema = `${PREFIX}${randomBytes(6).toString('hex')}`
  const pool = openPool(url, { schema })
  try {
    await dropScratches(pool)
    await pool.query(`create schema ${schema}`)
    return await work({ schema, pool })
  } finally {
    await dropScratches(pool).catch(() => undefined)
    await pool.end()
  }
}

async function dropScratches(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string }>('select nspname as name from pg_namespace where starts_with(nspname, $1)', [PREFIX])
  for (const { name } of rows) await pool.query(`drop schema ${name} cascade`)
}

/** The backup in the tables it was made of. */
export async function loadInto({ schema, pool }: Scratch, path: string, seal: CryptoKey): Promise<Loaded> {
  const known = new Set(sqlFiles())
  const prepare = async (migrations: readonly string[]): Promise<void> => {
    const unknown = migrations.filter((name) => !known.has(name))
    if (unknown.length > 0) throw new Fault(`The backup ${path} was made by a newer office (${unknown[0]}); use that one, or newer.`)
    await migrate(pool, { schema, only: new Set(migrations) })
  }
  const tx = await pool.connect()
  try {
    await tx.query('set synchronous_commit = off')
    const loaded = await load(tx, path, seal, prepare)
    await advanceCounters(tx)
    return loaded
  } finally {
    tx.release(true)
  }
}

/** What was made ready becomes the office, in one transaction; what was there goes. */
export const takePlace = ({ schema, pool }: Scratch): Promise<void> =>
  transaction(pool, async (tx) => {
    await tx.query(`drop schema if exists ${SCHEMA_NAME} cascade`)
    await tx.query(`alter schema ${schema} rename to ${SCHEMA_NAME}`)
    const { rows } = await tx.query<{ name: string }>(
      `select p.oid::regprocedure::text as name from pg_proc p
       where p.pronamespace = $1::regnamespace and array_to_string(p.proconfig, ',') like '%search_path=%'`,
      [SCHEMA_NAME],
    )
    for (const { name } of rows) await tx.query(`alter function ${name} set search_path = ${SCHEMA_NAME}`)
  })
