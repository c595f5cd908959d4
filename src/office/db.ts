// The pool and its transactions. Parameterised SQL only; 64-bit numbers come back as numbers (no lane has 2^53 entries).

import pg from 'pg'
import { codeOf } from './fault.ts'
import { log } from './log.ts'

pg.types.setTypeParser(20, Number)

export const SCHEMA_NAME = 'bofast'
export type Pool = pg.Pool
export type Tx = pg.PoolClient
/** Either: a single statement needs no transaction. */
export type Queryable = Pick<pg.Pool, 'query'> | Pick<pg.PoolClient, 'query'>

export interface PoolOptions {
  /** Where a backup is tried out or a restore is made ready; else the office's own. */
  readonly schema?: string
  readonly max?: number
  /** What is written may be lost by a power cut: only for what can be done again. */
  readonly isLazy?: boolean
  /** Several statements may be on their way at once: each way there and back is waited for once. Not for COPY. */
  readonly isPipelined?: boolean
}

export function openPool(url: string, { schema = SCHEMA_NAME, max = 10, isLazy = false, isPipelined = false }: PoolOptions = {}): Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 10_000,
    options: `-c search_path=${schema} -c timezone=UTC -c datestyle=ISO${isLazy ? ' -c synchronous_commit=off' : ''}`,
    application_name: 'bofast',
    pipeline: isPipelined,
  })
  // A connection that breaks between two statements says so as an event; unheard, it would end the office.
  pool.on('connect', (client) => client.on('error', () => undefined))
  // While we let go ourselves, the database may be gone before the last goodbye: nobody lost it then.
  pool.on('error', (error) => (pool.ending ? undefined : log('database-lost', { cause: codeOf(error) ?? 'UNKNOWN' })))
  return pool
}

/** Thrown inside a transaction to run it again from the start: another writer was first. */
export class Again extends Error {
  override readonly name = 'Again'
}

const TRIES = 8
const SERIALIZATION = new Set(['40001', '40P01'])

/** One transaction; run again when the database or the work itself asks for it. */
export const transaction = <T>(pool: Pool, work: (tx: Tx) => Promise<T>): Promise<T> => tried(() => once(pool, work))

async function tried<T>(run: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await run()
    } catch (error) {
      const isWorthAnother = error instanceof Again || SERIALIZATION.has(codeOf(error) ?? '')
      if (!isWorthAnother || tries === TRIES) throw error
    }
  }
}

async function once<T>(pool: Pool, work: (tx: Tx) => Promise<T>): Promise<T> {
  const tx = await pool.connect()
  let broken: Error | undefined
  try {
    await tx.query('begin')
    const value = await work(tx)
    await tx.query('commit')
    return value
  } catch (error) {
    await tx.query('rollback').catch((lost: Error) => {
      broken = lost
    })
    throw error
  } finally {
    tx.release(broken)
  }
}

type Read<T> = (tx: Tx) => Promise<T>
/** What is to be written, sent without waiting for each; the last of them is the commit. */
type Write<V> = { readonly value: V; readonly writes: readonly (() => Promise<unknown>)[] }

/**
 * The same over a pipelined pool, in two ways there and back: `read` must send its statements at once, `work` hears what
 * was read and says what to write. A write that fails takes the commit with it: a failed transaction only rolls back.
 */
export const twoWays = <R, V>(pool: Pool, read: Read<R>, work: (tx: Tx, found: R) => Promise<Write<V>>): Promise<V> =>
  tried(async () => {
    const tx = await pool.connect()
    let broken: Error | undefined
    try {
      const [, found] = await Promise.all([tx.query('begin'), read(tx)])
      const { value, writes } = await work(tx, found)
      await Promise.all([...writes.map((write) => write()), tx.query('commit')])
      return value
    } catch (error) {
      await tx.query('rollback').catch((lost: Error) => {
        broken = lost
      })
      throw isTaken(error) ? new Again() : error
    } finally {
      tx.release(broken)
    }
  })

/** Somebody else wrote the same since we looked: the next look finds it. */
const isTaken = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && error.code === '23505' && /^(custody|lane)_pkey$/.test(error.constraint ?? '')

/** Content that trips our own code, or that the database refuses as data: a person looks at it, the rest goes on. */
export const isPoison = (error: unknown): boolean =>
  error instanceof TypeError || error instanceof RangeError || (error instanceof pg.DatabaseError && /^(22|23|54)/.test(error.code ?? ''))

/** The first row of an answer that always has one. */
export function one<T>(rows: readonly T[]): T {
  const first = rows[0]
  if (first === undefined) throw new TypeError('a row was promised')
  return first
}
