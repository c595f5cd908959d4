// One origin for all candidates: their built pages, and behind it the office, PouchDB's server and RxDB's endpoint, so
// that every request takes the same way.

import { createReadStream, existsSync } from 'node:fs'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { build } from 'vite'
import type { Endpoint } from './rx-endpoint.ts'

const HERE = import.meta.dirname
const OUT = join(HERE, '..', '..', '.cache', 'bench')
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' }
const ALIAS = { dexie: 'dexie/dist/modern/dexie.mjs' }

async function buildPages(from: string, base: string, names: readonly string[]): Promise<void> {
  await build({
    root: join(HERE, from),
    configFile: false,
    logLevel: 'error',
    base: base === 'own' ? '/' : `/${base}/`, // the device's own scripts lie in /assets, as the product's do
    define: { __BUILD__: '"bench"', ...(base === 'peers' ? { global: 'globalThis' } : {}) },
    resolve: base === 'own' ? { alias: ALIAS } : {},
    worker: { format: 'es' },
    build: {
      outDir: join(OUT, base),
      emptyOutDir: true,
      target: 'es2022',
      rollupOptions: { input: names.map((name) => join(HERE, from, `${name}.html`)) },
    },
  })
}

export async function buildAll(): Promise<void> {
  await buildPages('page', 'own', ['dexie', 'bofast'])
  await buildPages('peers', 'peers', ['pouch', 'rxdb'])
}

export interface Backs {
  readonly office?: string
  readonly pouch?: string
  readonly rx?: Endpoint
}
export interface Host {
  readonly origin: string
  readonly close: () => void
}

export async function startHost(backs: Backs = {}): Promise<Host> {
  const server = createServer((asked, answer) => {
    const path = (asked.url ?? '/').split('?')[0] ?? '/'
    if (path.startsWith('/v1/') && backs.office) return forward(backs.office, asked, answer)
    if (path.startsWith('/db') && backs.pouch) return forward(backs.pouch, asked, answer)
    if (path.startsWith('/rx/') && backs.rx) return void backs.rx.answer(asked, answer)
    const file = join(OUT, path.startsWith('/peers/') ? path : `own${path}`)
    if (path.includes('..') || !existsSync(file) || extname(file) === '') return void answer.writeHead(404).end()
    answer.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'text/plain' })
    createReadStream(file).pipe(answer)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

function forward(to: string, asked: IncomingMessage, answer: ServerResponse): void {
  const passed = request(`${to}${asked.url}`, { method: asked.method ?? 'GET', headers: asked.headers }, (got) => {
    answer.writeHead(got.statusCode ?? 502, got.rawHeaders)
    got.pipe(answer)
  })
  passed.on('error', () => answer.destroy())
  answer.on('close', () => passed.destroy())
  asked.pipe(passed)
}
