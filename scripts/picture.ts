// Makes the README's picture from the running demo: I dag, a question in a visit, and the inbox at the desk, side by
// side. Run it with `node scripts/picture.ts` after `npm run setup`; it starts an office of its own.

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { startOffice } from '../tests/support/office.ts'
import { findChromium } from './browser.ts'

const OUT = join(import.meta.dirname, 'picture.png')
const PHONE = { width: 390, height: 844 }
const DESK = { width: 1280, height: 844 }

async function open(browser: Browser, url: string, viewport: { width: number; height: number }, name: string): Promise<Page> {
  const context = await browser.newContext({ viewport, baseURL: url, locale: 'nb-NO', timezoneId: 'Europe/Oslo' })
  const page = await context.newPage()
  await page.goto('/')
  await page.getByRole('button', { name: new RegExp(`Prøv som ${name}`) }).click()
  return page
}

async function onPhone(browser: Browser, url: string): Promise<readonly Buffer[]> {
  const page = await open(browser, url, PHONE, 'Marit')
  await page.getByRole('button', { name: 'Gå videre' }).click()
  await page.getByRole('link', { name: 'Einar' }).first().waitFor()
  const today = await page.screenshot()
  await page.getByRole('link', { name: 'Einar' }).first().click()
  await page.getByRole('button', { name: /Start besøket/ }).click()
  await page.getByRole('radio', { name: /besøket gjennomført/ }).check()
  await page.getByText(/Lagret på telefonen/).waitFor()
  return [today, await page.screenshot()]
}

async function atDesk(browser: Browser, url: string): Promise<Buffer> {
  const page = await open(browser, url, DESK, 'Ingrid')
  await page.getByRole('link', { name: /Beboere/ }).click()
  await page.getByRole('link', { name: 'Einar' }).first().click()
  await page.getByText('Les og kvitter').first().waitFor()
  return page.screenshot()
}

async function sideBySide(browser: Browser, pictures: readonly Buffer[]): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 2180, height: 900 } })
  const images = pictures.map((picture) => `<img src="data:image/png;base64,${picture.toString('base64')}">`).join('')
  await page.setContent(
    `<style>body{margin:28px;display:flex;gap:28px;background:#e7e2dc}img{height:844px;border-radius:18px}</style>${images}`,
  )
  await page.waitForFunction(() => [...document.images].every((image) => image.complete))
  return page.screenshot({ fullPage: true })
}

const office = await startOffice({ today: '2026-11-24' })
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu'] })
try {
  const url = office.url.replace('127.0.0.1', 'localhost')
  const pictures = [...(await onPhone(browser, url)), await atDesk(browser, url)]
  writeFileSync(OUT, await sideBySide(browser, pictures))
  process.stdout.write(`${OUT}: ${readFileSync(OUT).length} bytes\n`)
} finally {
  await browser.close()
  await office.remove()
}
