// Numbered SQL files, each applied once and in order, under an advisory lock so that two processes starting together
// do not both apply them.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Pool, SCHEMA_NAME, type Tx, transaction } from './db.ts'

const LOCK = 0x60_fa_57_01
const FOLDER = join(import.meta.dirname, 'sql')

interface Whither {
  readonly schema?: string
  readonly only?: ReadonlySet<string>
}

/** `only`: as far as these; a backup is read into the tables it was made of, and brought up to date afterwards. */
export async function migrate(pool: Pool, { schema = SCHEMA_NAME, only }: Whither = {}): Promise<void> {
  await transaction(pool, async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [LOCK])
    await tx.query(`create schema if not exists ${schema}`)
    await tx.query('create table if not exists migration (name text primary key, at timestamptz not null default now())')
    const { rows } = await tx.query<{ name: string }>('select name from migration')
    const done = new Set(rows.map((row) => row.name))
    for (const name of sqlFiles()) if (!done.has(name) && (!only || only.has(name))) await apply(tx, name)
  })
}

export const sqlFiles = (): readonly string[] =>
  readdirSync(FOLDER)
    .filter((name) => /^\d{3}-.*\.sql$/.test(name))
    .sort()

async function apply(tx: Tx, name: string): Promise<void> {
  await tx.query(readFileSync(join(FOLDER, name), 'utf8'))
  await tx.query('insert into migration (name) values ($1)', [name])
}

/** Everything of the demo goes, so that it can be seeded anew. The caller has made sure that it is a demo. */
export async function dropEverything(pool: Pool): Promise<void> {
  await pool.query(`drop schema if exists ${SCHEMA_NAME} cascade`)
}
