// What the parts of the bench share: browsers on disk, the median, ratios, and the rows of the table.

import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { findChromium } from '../../scripts/browser.ts'

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath: findChromium(), args: ARGS })

export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0
}
export const median = (values: readonly number[]): number => quantile(values, 0.5)
export const times = (value: number, base: number): string => `${(value / base).toFixed(2)}×`

/** One line of the table; `reached` is undefined where there is nothing to reach. */
export interface Row {
  readonly what: string
  readonly pouch?: string
  readonly rx?: string
  readonly ours: string
  readonly target: string
  readonly reached?: boolean
  /** What is behind the figure: the times themselves, and how far the rounds lay apart. */
  readonly note?: string
}
export interface Options {
  readonly isQuick: boolean
  readonly isLong: boolean
}
/** The first warms the machine and is thrown away. */
export const roundsOf = ({ isQuick, isLong }: Options): number => (isQuick ? 2 : isLong ? 8 : 4)

export const NAMES = ['dexie', 'pouch', 'rxdb', 'bofast'] as const
export type Name = (typeof NAMES)[number]

/** Whoever comes first warms the machine for the next: each round begins with another. */
export const rotated = <T>(all: readonly T[], round: number): readonly T[] => all.map((_, i) => all[(i + round) % all.length] as T)

/** Median, and the extremes as a measure of the noise. */
export const spread = (values: readonly number[]): string =>
  `${Math.round(median(values))} ms (${Math.round(Math.min(...values))}–${Math.round(Math.max(...values))})`

/**
 * A stopwatch in every page of the context, as `tookOn(press, isThere)`: milliseconds from the tap until the frame that
 * shows what was asked for is painted. The page is at rest when it is tapped, as it is when somebody has read a screen.
 */
export const withStopwatch = (context: BrowserContext) =>
  context.addInitScript(() => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    const painted = () =>
      new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = resolve
        port2.postMessage('')
      })
    Reflect.set(globalThis, 'tookOn', async (press: () => void, isThere: () => boolean) => {
      await new Promise((resolve) => setTimeout(resolve, 300))
      await frame()
      const from = performance.now()
      performance.mark('tap')
      press()
      while (!isThere()) await frame()
      await painted()
      performance.mark('painted')
      return performance.now() - from
    })
  })

export interface Tab {
  readonly page: Page
  readonly context: BrowserContext
  /** One of the candidate's own doings (candidate.ts), in the page. */
  readonly call: <T>(what: string, ...given: readonly unknown[]) => Promise<T>
  /** A fresh page on the same store. */
  readonly again: () => Promise<void>
}

export const aFolder = (): string => mkdtempSync(join(tmpdir(), 'bofast-bench-'))

/** A browser with its store on disk, as a phone's is: a private window would keep it in memory and make every save free. */
export async function inTab<T>(origin: string, name: Name, work: (tab: Tab) => Promise<T>, kept?: string): Promise<T> {
  const folder = kept ?? aFolder()
  const context = await chromium.launchPersistentContext(folder, { executablePath: findChromium(), args: ARGS, headless: true })
  try {
    const page = await context.newPage()
    page.on('pageerror', (error) => console.error(`  ${name}: ${error.stack}`))
    const again = async () => {
      await page.goto(`${origin}${name === 'pouch' || name === 'rxdb' ? '/peers' : ''}/${name}.html`)
      await page.waitForFunction(() => Reflect.has(globalThis, 'bench'))
    }
    await again()
    return await work({ page, context, again, call: (what, ...given) => page.evaluate(callIt, { what, given }) as Promise<never> })
  } finally {
    await context.close()
    if (!kept) rmSync(folder, { recursive: true, force: true })
  }
}

const callIt = ({ what, given }: { what: string; given: readonly unknown[] }): unknown => Reflect.get(globalThis, 'bench')[what](...given)

/** Bytes of all files below, as they lie on disk. */
export const bytesIn = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
