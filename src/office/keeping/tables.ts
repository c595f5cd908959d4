// The office's tables as the database's own catalogue knows them, so that a new table cannot be forgotten: every
// lasting table of the schema, in an order in which what is referred to comes first.

import { type Queryable, SCHEMA_NAME } from '../db.ts'

export interface Table {
  readonly name: string
  readonly columns: readonly string[]
  readonly key: readonly string[]
}

/** Names come from our own migrations; quoted all the same. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
export const listed = (names: readonly string[]): string => names.map(quoted).join(', ')

const COLUMNS = `
  select c.relname as name,
    (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
       where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
    coalesce((select array_agg(a.attname::text order by a.attnum) from pg_index i join pg_attribute a
       on a.attrelid = c.oid and a.attnum = any(i.indkey::int2[]) where i.indrelid = c.oid and i.indisprimary), '{}') as key
  from pg_class c where c.relnamespace = $1::regnamespace and c.relkind = 'r' and c.relpersistence = 'p' order by c.relname`
const REFERENCES = `
  select c.relname as name, f.relname as needs from pg_constraint k join pg_class c on c.oid = k.conrelid
  join pg_class f on f.oid = k.confrelid where k.contype = 'f' and c.relnamespace = $1::regnamespace and f.oid <> c.oid`

/** The list of migrations is left out: a restore makes it by taking the same steps. */
export async function tablesOf(db: Queryable, schema: string = SCHEMA_NAME): Promise<readonly Table[]> {
  const tables = (await db.query<Table>(COLUMNS, [schema])).rows.filter(({ name }) => name !== 'migration')
  const references = (await db.query<{ name: string; needs: string }>(REFERENCES, [schema])).rows
  const sorted: Table[] = []
  for (let left = tables; left.length > 0; ) {
    const waiting = new Set(left.map(({ name }) => name))
    const free = left.filter(({ name }) => !references.some((one) => one.name === name && waiting.has(one.needs)))
    if (free.length === 0) throw new TypeError('tables refer to each other in a ring')
    sorted.push(...free)
    left = left.filter((table) => !free.includes(table))
  }
  return sorted
}

/** After rows were copied in with their own numbers, the counters go on behind them. */
export async function advanceCounters(db: Queryable): Promise<void> {
  const { rows } = await db.query<{ tab: string; col: string }>(
    `select c.relname as tab, a.attname as col from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relnamespace = current_schema()::regnamespace and a.attidentity <> '' and c.relkind = 'r'`,
  )
  for (const { tab, col } of rows)
    await db.query(
      `select setval(pg_get_serial_sequence(quote_ident(current_schema()) || '.' || quote_ident('${tab}'), '${col}'),
         coalesce((select max(${quoted(col)}) from ${quoted(tab)}), 0) + 1, false)`,
    )
}
