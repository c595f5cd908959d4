// The recovery log on top of a backup: every row in the order it was written down, the later word about a row replacing
// the earlier one. Files of several processes are read side by side, by the database's own clock.

import { type Pool, type Tx, transaction } from '../db.ts'
import type { ServerKey } from '../server-key.ts'
import { type KeptRow, type LogFile, type ReadFrame, readLogFile } from './recovery-log.ts'
import type { Scratch } from './scratch.ts'
import { listed, quoted, type Table, tablesOf } from './tables.ts'

export interface Replayed {
  readonly rows: number
  /** Everything there was lies in the log: it needs no backup under it. */
  readonly isWhole: boolean
  readonly torn: readonly string[]
}

/** A frame's time is when it was read, so a little before the backup is looked at again. */
const MARGIN_MS = 3_600_000

export async function replay(
  { schema, pool }: Scratch,
  key: ServerKey,
  files: readonly LogFile[],
  since: string | undefined,
): Promise<Replayed> {
  const torn: string[] = []
  const from = since === undefined ? '' : new Date(Date.parse(since) - MARGIN_MS).toISOString()
  const tables = new Map((await tablesOf(pool, schema)).map((table) => [table.name, table]))
  const load = new Loader(tables)
  let [rows, isWhole] = [0, false]
  await withoutPartialIndexes(pool, async () => {
    for await (const frame of inOrder(files.map((file) => readLogFile(file, key, (path) => torn.push(path))))) {
      isWhole ||= frame.whole === true
      if (!frame.rows || frame.at < from) continue
      await transaction(pool, (tx) => load.frame(tx, frame))
      rows += frame.rows.length
    }
  })
  await moveHeads(pool)
  return { rows, isWhole, torn }
}

async function* inOrder(sources: readonly AsyncGenerator<ReadFrame>[]): AsyncGenerator<ReadFrame> {
  const heads: { readonly frame: ReadFrame; readonly source: AsyncGenerator<ReadFrame> }[] = []
  const refill = async (source: AsyncGenerator<ReadFrame>): Promise<void> => {
    const { value, done } = await source.next()
    if (!done && value) heads.push({ frame: value, source })
  }
  try {
    for (const source of sources) await refill(source)
    while (heads.length > 0) {
      heads.sort((a, b) => (a.frame.at < b.frame.at ? -1 : a.frame.at > b.frame.at ? 1 : 0))
      const next = heads.shift()
      if (!next) return
      yield next.frame
      await refill(next.source)
    }
  } finally {
    for (const source of sources) await source.return(undefined)
  }
}

/** While rows arrive one by one, two may stand side by side that never did. The indexes are made again, and then hold. */
async function withoutPartialIndexes(pool: Pool, work: () => Promise<void>): Promise<void> {
  const { rows } = await pool.query<{ name: string; def: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as def from pg_index i
     join pg_class c on c.oid = i.indrelid where c.relnamespace = current_schema()::regnamespace and i.indisunique and i.indpred is not null`,
  )
  for (const { name } of rows) await pool.query(`drop index ${name}`)
  await work()
  for (const { def } of rows) await pool.query(def)
}

class Loader {
  readonly #tables: ReadonlyMap<string, Table>
  constructor(tables: ReadonlyMap<string, Table>) {
    this.#tables = tables
  }

  async frame(tx: Tx, { rows = [], layout }: ReadFrame): Promise<void> {
    let run: KeptRow[] = []
    for (const row of rows) {
      if (run[0] && run[0][0] !== row[0]) {
        await this.#write(tx, run, layout)
        run = []
      }
      run.push(row)
    }
    if (run.length > 0) await this.#write(tx, run, layout)
  }

  async #write(tx: Tx, run: readonly KeptRow[], layout: ReadFrame['layout']): Promise<void> {
    const name = run[0]?.[0] ?? ''
    const table = this.#tables.get(name)
    const columns = layout[name]
    if (!table || !columns) return
    await tx.query(`create temp table if not exists ${quoted(`as_${name}`)} on commit drop as ${asLaid(table, columns)}`)
    const known = columns.filter((column) => table.columns.includes(column))
    const rest = known.filter((column) => !table.key.includes(column))
    await tx.query(
      `insert into ${quoted(name)} (${listed(known)}) overriding system value
       select ${known.map((column) => `(w.x).${quoted(column)}`).join(', ')} from (select r::pg_temp.${quoted(`as_${name}`)} as x from unnest($1::text[]) as r) w
       on conflict (${listed(table.key)}) do update set ${rest.map((column) => `${quoted(column)} = excluded.${quoted(column)}`).join(', ')}`,
      [run.map(([, row]) => row)],
    )
  }
}

/** The columns as they were when the row was written; one that is gone by now is read and left. */
const asLaid = ({ name, columns }: Table, laid: readonly string[]): string =>
  `select ${laid.map((column) => (columns.includes(column) ? quoted(column) : `null::text as ${quoted(column)}`)).join(', ')} from ${quoted(name)} limit 0`

/** The ends of lanes and receipt logs are not in the log: they follow from what is. */
async function moveHeads(pool: Pool): Promise<void> {
  await pool.query(
    `update lane l set head = c.seq, head_hash = c.hash from (select distinct on (lane) lane, seq, hash from change order by lane, seq desc) c
     where c.lane = l.id`,
  )
  await pool.query(
    `update enrolment e set rseq = r.rseq, rhash = r.hash from (select distinct on (enrol) enrol, rseq, hash from receipt order by enrol, rseq desc) r
     where r.enrol = e.id`,
  )
}
