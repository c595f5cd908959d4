// One save including the outbox, against plain Dexie, in a real browser: median and 95th percentile as ratios.

import { createReadStream, existsSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { build } from 'vite'
import { line, median, openBrowser, quantile } from './measure.ts'

const ROOT = join(import.meta.dirname, 'page')
const OUT = join(import.meta.dirname, '..', '..', '.cache', 'bench')
const SAVES = 300
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' }

export async function saving(): Promise<readonly string[]> {
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    base: '/',
    define: { __BUILD__: '"bench"' },
    build: { outDir: OUT, emptyOutDir: true, target: 'es2022' },
    worker: { format: 'es' },
  })
  const server = createServer((request, response) => {
    const file = join(OUT, request.url === '/' ? 'index.html' : (request.url ?? ''))
    if (!existsSync(file)) return response.writeHead(404).end()
    response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'text/plain' })
    return createReadStream(file).pipe(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const browser = await openBrowser()
  try {
    const page = await browser.newPage()
    await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`)
    await page.waitForFunction(() => Reflect.has(globalThis, 'saves'))
    const took = await page.evaluate((count) => Reflect.get(globalThis, 'saves')(count), SAVES)
    const { ours, dexie, strict } = took as { ours: number[]; dexie: number[]; strict: number[] }
    const against = (q: number, other: readonly number[]) => (quantile(ours, q) / quantile(other, q)).toFixed(2)
    return [
      line(`one save incl. outbox ÷ Dexie, median of ${ours.length}`, against(0.5, dexie), '≤ 2 (DESIGN.md 11: 1.8)'),
      line('one save incl. outbox ÷ Dexie, 95th percentile', against(0.95, dexie), '≤ 2.0'),
      line('the same ÷ Dexie asked to be strict, median', (median(ours) / median(strict)).toFixed(2), '(for comparison)'),
    ]
  } finally {
    await browser.close()
    server.close()
  }
}
