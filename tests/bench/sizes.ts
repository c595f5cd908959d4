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

/** All of these must be on the screen at once: the lock screen's field; of I dag the cards too, and not its heading alone. */
const LOCK = ['#words']
const TODAY = ['.bf-tabs', '.bf-card']

const noteWhenShown = (page: Page, css: readonly string[]): Promise<unknown> =>
  page.addInitScript((all) => {
    const seen = new MutationObserver(() => {
      if (all.every((one) => document.querySelector(one) !== null))
        Reflect.set(globalThis, 'shownAt', Reflect.get(globalThis, 'shownAt') ?? performance.now())
    })
    seen.observe(document, { childList: true, subtree: true })
  }, css)

/** What a screen fetches ahead begins only after it is painted: everything asked for before it stands is its own. */
async function scriptsUntilShown(page: Page): Promise<readonly string[]> {
  await page.waitForFunction(() => Reflect.get(globalThis, 'shownAt') !== undefined)
  return page.evaluate(() => {
    const shownAt: number = Reflect.get(globalThis, 'shownAt')
    const asked = performance.getEntriesByType('resource').filter((entry) => entry.startTime < shownAt)
    return [...new Set(asked.map((entry) => new URL(entry.name).pathname))].filter(
      (path) => path.startsWith('/assets/') && path.endsWith('.js'),
    )
  })
}

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
    await noteWhenShown(again, LOCK)
    await again.goto(url)
    const toLock = kilobytes(await scriptsUntilShown(again))
    const today = await context.newPage()
    await noteWhenShown(today, TODAY)
    await today.goto(url)
    await today.getByRole('button', { name: 'Fyll inn demo-ordene' }).click()
    await today.getByRole('button', { name: 'Lås opp' }).click()
    const toToday = kilobytes(await scriptsUntilShown(today))
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
