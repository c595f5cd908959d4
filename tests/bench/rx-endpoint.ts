// RxDB's replication peer: a small, well-made endpoint over the same PostgreSQL the office uses. A batch is one
// transaction: rows locked, the assumed master compared, the rest written, the conflicts handed back.

import type { IncomingMessage, ServerResponse } from 'node:http'
import { json } from 'node:stream/consumers'
import { isDeepStrictEqual } from 'node:util'
import pg from 'pg'

export interface Endpoint {
  readonly answer: (asked: IncomingMessage, answer: ServerResponse) => Promise<void>
  readonly fill: (who: string, docs: readonly object[]) => Promise<void>
  readonly close: () => Promise<void>
}

type Doc = Readonly<Record<string, unknown>> & { readonly id: string }
interface Pushed {
  readonly newDocumentState: Doc
  readonly assumedMasterState?: Doc
}

const TABLE = `create sequence rx_n; create table rx (who text, id text, n bigint default nextval('rx_n'), doc json not null,
  primary key (who, id)); create index rx_by_n on rx (who, n)`
const WRITE = `insert into rx (who, id, doc) select $1, d.id, d.doc::json from unnest($2::text[], $3::text[]) as d (id, doc)
  on conflict (who, id) do update set doc = excluded.doc, n = nextval('rx_n')`

export async function rxEndpoint(url: string): Promise<Endpoint> {
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  await pool.query(TABLE)
  const write = (db: pg.Pool | pg.PoolClient, who: string, docs: readonly Doc[]) =>
    db.query(WRITE, [who, docs.map((doc) => doc.id), docs.map((doc) => JSON.stringify(doc))])
  return {
    fill: async (who, docs) => {
      const whole = docs.map((doc) => ({ _deleted: false, ...doc }) as unknown as Doc)
      for (let i = 0; i < whole.length; i += 1000) await write(pool, who, whole.slice(i, i + 1000))
    },
    answer: async (asked, answer) => {
      const url = new URL(asked.url ?? '/', 'http://localhost')
      const [, , who = '', what] = url.pathname.split('/')
      const said = what === 'pull' ? await pulled(pool, who, url) : await pushed(pool, who, (await json(asked)) as Pushed[], write)
      answer.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(said))
    },
    close: () => pool.end(),
  }
}

async function pulled(pool: pg.Pool, who: string, url: URL) {
  const after = Number(url.searchParams.get('after'))
  const { rows } = await pool.query<{ n: string; doc: Doc }>('select n, doc from rx where who = $1 and n > $2 order by n limit $3', [
    who,
    after,
    Number(url.searchParams.get('size')),
  ])
  return { documents: rows.map((row) => row.doc), checkpoint: { n: Number(rows.at(-1)?.n ?? after) } }
}

type Write = (db: pg.PoolClient, who: string, docs: readonly Doc[]) => Promise<unknown>

async function pushed(pool: pg.Pool, who: string, rows: readonly Pushed[], write: Write): Promise<readonly Doc[]> {
  const tx = await pool.connect()
  try {
    await tx.query('begin')
    const there = await tx.query<{ id: string; doc: Doc }>('select id, doc from rx where who = $1 and id = any($2) for update', [
      who,
      rows.map((row) => row.newDocumentState.id),
    ])
    const now = new Map(there.rows.map((row) => [row.id, row.doc]))
    const fits = ({ newDocumentState: { id }, assumedMasterState }: Pushed) => isDeepStrictEqual(now.get(id), assumedMasterState)
    await write(
      tx,
      who,
      rows.filter(fits).map((row) => row.newDocumentState),
    )
    await tx.query('commit')
    return rows.filter((row) => !fits(row)).flatMap((row) => now.get(row.newDocumentState.id) ?? [])
  } finally {
    tx.release()
  }
}
