// A browser with a folder of its own that outlives it, and whose process we hold: to be killed while somebody types, and
// to be searched on disk when it is closed.

import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { findChromium } from '../../scripts/browser.ts'

const FLAGS = ['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync']
const READY_MS = 120_000

export interface Profile {
  readonly page: Page
  /** As a window is closed. */
  readonly close: () => Promise<void>
  /** kill -9. */
  readonly kill: () => Promise<void>
}

export async function openProfile(folder: string): Promise<Profile> {
  const child = spawn(findChromium(), [...FLAGS, '--remote-debugging-port=0', `--user-data-dir=${folder}`, '--lang=nb', 'about:blank'], {
    env: { ...process.env, TZ: 'Europe/Oslo' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const browser = await chromium.connectOverCDP(await address(child))
  const [context] = browser.contexts()
  if (!context) throw new Error('the browser has no window')
  const page = context.pages()[0] ?? (await context.newPage())
  await page.setViewportSize({ width: 390, height: 844 })
  return {
    page,
    close: async () => {
      const session = await browser.newBrowserCDPSession()
      await session.send('Browser.close')
      await gone
    },
    kill: async () => {
      child.kill('SIGKILL')
      await gone
    },
  }
}

function address(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const timer = setTimeout(() => reject(new Error(`the browser did not start: ${said}`)), READY_MS)
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const [, found] = /DevTools listening on (ws:\S+)/.exec(said) ?? []
      if (!found) return
      clearTimeout(timer)
      resolve(found)
    })
  })
}

/** Files under the folder that hold the words, as UTF-8 or UTF-16. */
export function filesWith(folder: string, words: string): readonly string[] {
  const needles = [Buffer.from(words, 'utf8'), Buffer.from(words, 'utf16le')]
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => needles.some((needle) => readFileSync(file).includes(needle)))
}
