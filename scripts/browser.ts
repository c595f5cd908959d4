// Finds a Chromium for the tests: an explicit path, the one Playwright installed, one the machine has. With --install
// it gets one first: Debian's package as root, else Playwright's own.

import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright-core'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge']
const FIXED = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

const onPath = (names: readonly string[]): string[] =>
  names.flatMap((name) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)))

function playwrights(): string {
  try {
    return chromium.executablePath()
  } catch {
    return '' // Playwright knows none for this machine
  }
}

const locate = (): string | undefined =>
  [process.env.CHROMIUM_PATH ?? '', playwrights(), ...onPath(NAMES), ...FIXED].find((path) => path !== '' && existsSync(path))

export function findChromium(): string {
  const found = locate()
  if (found) return found
  throw new Error('No Chromium found. Set CHROMIUM_PATH, or run: npm run setup')
}

function install(): string {
  const isRootWithApt = process.platform === 'linux' && process.getuid?.() === 0 && onPath(['apt-get']).some((path) => existsSync(path))
  if (isRootWithApt) {
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' })
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { stdio: 'inherit' })
  }
  if (!locate())
    execFileSync(process.execPath, [join(import.meta.dirname, '../node_modules/playwright-core/cli.js'), 'install', 'chromium'], {
      stdio: 'inherit',
    })
  return findChromium()
}

if (process.argv[1] === import.meta.filename)
  process.stdout.write(`${process.argv.includes('--install') ? (locate() ?? install()) : findChromium()}\n`)
