// Weights: what each store brings to a page, bundled alike; and the JavaScript to the lock screen and to I dag, every
// script the page really asks for. gzip at the usual level.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { build } from 'vite'
import { startOffice } from '../support/office.ts'
import { openBrowser, type Row } from './measure.ts'

const DIST = join(import.meta.dirname, '..', '..', 'dist')
const kilobytes = (paths: Iterable<string>): number =>
  [...paths].reduce((sum, path) => sum + gzipSync(readFileSync(join(DIST, path))).length, 0) / 1000

function scriptsOf(page: Page): Set<string> {
  const asked = new Set<string>()
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.startsWith('/assets/') && pathname.endsWith('.js')) asked.add(pathname)
  })
  return asked
}

/** What the lock screen fetches ahead begins only after it is painted: everything asked for before is its own. */
const scriptsUntilLock = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const shownAt: number = Reflect.get(globalThis, 'lockShownAt')
    const asked = performance.getEntriesByType('resource').filter((entry) => entry.startTime < shownAt)
    return [...new Set(asked.map((entry) => new URL(entry.name).pathname))].filter(
      (path) => path.startsWith('/assets/') && path.endsWith('.js'),
    )
  })

export async function sizes(): Promise<readonly Row[]> {
  const office = await startOffice({ today: '2026-11-24' })
  const browser = await openBrowser()
  try {
    const url = office.url.replace('127.0.0.1', 'localhost')
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, serviceWorkers: 'block' })
    const page = await context.newPage()
    await page.goto(url)
    await page.getByRole('button', { name: /Marit/ }).click()
    await page.getByRole('button', { name: 'Gå videre' }).click()
    await page.getByRole('heading', { name: 'I dag', level: 1 }).waitFor()
    const again = await context.newPage()
    await again.addInitScript(() => {
      const seen = new MutationObserver(() => {
        if (document.querySelector('#words') !== null)
          Reflect.set(globalThis, 'lockShownAt', Reflect.get(globalThis, 'lockShownAt') ?? performance.now())
      })
      seen.observe(document, { childList: true, subtree: true })
    })
    await again.goto(url)
    await again.getByRole('button', { name: 'Lås opp' }).waitFor()
    const toLock = kilobytes(await scriptsUntilLock(again))
    const today = await context.newPage()
    const all = scriptsOf(today)
    await today.goto(url)
    await today.getByRole('button', { name: 'Fyll inn demo-ordene' }).click()
    await today.getByRole('button', { name: 'Lås opp' }).click()
    await today.getByRole('heading', { name: 'I dag', level: 1 }).waitFor()
    const toToday = kilobytes(all)
    return [
      { what: 'JavaScript to the lock screen, gzip', ours: `${toLock.toFixed(1)} kB`, target: '≤ 95 kB', reached: toLock <= 95 },
      { what: 'JavaScript to I dag, gzip', ours: `${toToday.toFixed(1)} kB`, target: '≤ 170 kB', reached: toToday <= 170 },
    ]
  } finally {
    await browser.close()
    await office.remove()
  }
}

/** All scripts of one entry as one, so that how it is cut into pieces counts for nobody. The desk is part of no phone. */
async function weightOf(folder: string, entry: string): Promise<number> {
  const root = join(import.meta.dirname, folder)
  const isOurs = folder === 'page'
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    define: { __BUILD__: '"bench"', ...(isOurs ? {} : { global: 'globalThis' }) },
    resolve: isOurs ? { alias: { dexie: 'dexie/dist/modern/dexie.mjs' } } : {},
    worker: { format: 'es' },
    build: {
      write: false,
      target: 'es2022',
      modulePreload: { polyfill: false },
      rolldownOptions: { input: join(root, entry), external: /\/desk\.ts$/, output: { codeSplitting: false } },
    },
  })
  const chunks = (Array.isArray(built) ? built : [built]).flatMap((one) => ('output' in one ? [...one.output] : []))
  return chunks.reduce((sum, chunk) => sum + (chunk.type === 'chunk' ? gzipSync(chunk.code).length : 0), 0) / 1000
}

export async function weights(): Promise<readonly Row[]> {
  const [dexie, pouch, rx] = [
    await weightOf('page', 'weigh-dexie.ts'),
    await weightOf('peers', 'weigh-pouch.js'),
    await weightOf('peers', 'weigh-rxdb.js'),
  ]
  const ours = await weightOf('page', 'weigh-bofast.ts')
  const text = (kB: number) => `${kB.toFixed(1)} kB`
  return [
    {
      what: `Client store + sync + sealing, gzip (Dexie alone ${text(dexie)})`,
      ...{ pouch: text(pouch), rx: text(rx), ours: text(ours), target: '≤ 45 kB', reached: ours <= 45 },
    },
  ]
}
