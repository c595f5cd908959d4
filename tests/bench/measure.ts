// What the parts of the bench share: a browser, the median, and a line to print.

import { type Browser, chromium } from 'playwright-core'
import { findChromium } from '../../scripts/browser.ts'

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: findChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })

export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0
}
export const median = (values: readonly number[]): number => quantile(values, 0.5)

export const line = (what: string, value: string, target: string): string => `${what.padEnd(66)} ${value.padStart(14)}   target ${target}`
