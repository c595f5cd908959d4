// The stores Bofast is measured against: installed on demand into their own folder, never with the product.

import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { aFolder } from './measure.ts'
import { visits } from './visits.ts'

const FOLDER = join(import.meta.dirname, 'peers')
const STAMP = join(FOLDER, 'node_modules', '.bench-stamp')

export function installPeers(): void {
  const wanted = createHash('sha256')
    .update(readFileSync(join(FOLDER, 'package-lock.json')))
    .digest('hex')
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return
  console.error('Installing PouchDB and RxDB into tests/bench/peers …')
  const npm = process.env.npm_execpath
  const [command, first] = npm ? [process.execPath, [npm]] : ['npm', []]
  execFileSync(command, [...first, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: FOLDER,
    stdio: ['ignore', 2, 2],
    env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_(package|lifecycle|config_local)/.test(name))),
  })
  writeFileSync(STAMP, wanted)
}

export function versionOf(name: string): string {
  const { version } = JSON.parse(readFileSync(join(FOLDER, 'node_modules', name, 'package.json'), 'utf8'))
  return String(version)
}

export interface PouchServer {
  readonly url: string
  readonly close: () => void
}

/** express-pouchdb on LevelDB, in a process of its own; `visits` holds the visits from the start. */
export async function startPouch(count: number): Promise<PouchServer> {
  const folder = aFolder()
  mkdirSync(folder, { recursive: true })
  const child = spawn(process.execPath, [join(FOLDER, 'pouch-server.js'), folder], { stdio: ['ignore', 'pipe', 'ignore'] })
  const url = `http://127.0.0.1:${await portOf(child)}`
  const put = (path: string, body?: object) =>
    fetch(`${url}/db/${path}`, {
      method: body ? 'POST' : 'PUT',
      headers: { 'Content-Type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
  await put('visits')
  await put('edits')
  const docs = visits(count).map(pouchDoc)
  for (let i = 0; i < docs.length; i += 500) await put('visits/_bulk_docs', { docs: docs.slice(i, i + 500) })
  return {
    url,
    close: () => {
      child.once('exit', () => rmSync(folder, { recursive: true, force: true }))
      child.kill()
    },
  }
}

/** As the page writes them (peers/pouch.js). */
const pouchDoc = (visit: ReturnType<typeof visits>[number]) => {
  const { id, resident, start, status } = visit
  return { _id: status === 'planned' ? `0|${start}|${resident}|${id}` : `1|${resident}|${start}|${id}`, ...visit }
}

function portOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const port = /port (\d+)/.exec(said)?.[1]
      if (port) resolve(port)
    })
    child.once('exit', (code) => reject(new Error(`PouchDB's server ended with ${code}`)))
  })
}
