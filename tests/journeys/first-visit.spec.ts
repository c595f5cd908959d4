// The first five minutes (UX.md 5): somebody who has never seen the app, with the demo and no help but what stands on the
// screen, from the address to Ingrid's «Les og kvitter». Every tap is counted.

import { join } from 'node:path'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { startOffice, type TestOffice } from '../support/office.ts'
import { atDesk, expectNoFaults, fresh, unlock } from '../support/people.ts'
import { localhost, newRow, next, press, question, says } from '../support/taps.ts'
import { toToday } from '../support/visit.ts'

let office: TestOffice
test.beforeAll(async () => {
  office = await startOffice({ today: '2026-11-24' })
})
test.afterAll(() => office.remove())

/** Set it to a folder to make the README's pictures of this visit again: `scripts/first-visit`. */
const PICTURES = process.env.BOFAST_PICTURES
const SMALL = { width: 300, height: 649 }
async function aPicture(page: Page, name: string): Promise<void> {
  const browser = page.context().browser()
  if (!PICTURES || !browser) return
  const shot = await page.screenshot({ animations: 'disabled', caret: 'hide' })
  const small = await browser.newPage({ viewport: SMALL })
  await small.setContent(`<body style="margin:0"><img width="${SMALL.width}" src="data:image/png;base64,${shot.toString('base64')}">`)
  await small.waitForFunction(() => document.images[0]?.complete)
  await small.screenshot({ path: join(PICTURES, `${name}.png`) })
  await small.close()
}

const HER_WORDS = 'Bedre nå. Jeg har fått sove.'

test('a new worker comes from the first page to a visit read at the office, with what the screen tells her', async ({ browser }) => {
  const url = localhost(office.url)
  const ingrid = await atDesk(browser, url)
  const marit = await fresh(browser, url, {})
  const { page } = marit
  const taps = await tapsOn(page)

  await test.step('0:00 one page says what this is, and whom to try', async () => {
    await page.goto('/')
    await says(page.locator('body'), 'Dette er et demokontor', 'Alle personer er oppdiktet. Prøv hvem du vil.')
    await expect(page.getByRole('button', { name: 'Prøv som Ingrid (på kontoret)' })).toBeVisible()
    await aPicture(page, '1-address')
    await press(page, 'Prøv som Marit (på telefonen)')
  })
  await test.step('0:20 six words, one tap on', async () => {
    await expect(page.getByRole('heading', { name: 'Dine seks ord' })).toBeVisible()
    await aPicture(page, '2-six-words')
    await press(page, 'Gå videre')
  })
  await test.step('0:40 I dag, with one hint', async () => {
    await expect(page.getByRole('heading', { name: 'I dag', level: 1 })).toBeVisible()
    await expect(page.getByText('Trykk på kortet')).toBeVisible()
    await aPicture(page, '3-today')
    await page.getByRole('article').first().getByRole('link').click()
  })
  await test.step('1:00 what one needs to know at the door, and «Start besøket»', async () => {
    await expect(page.getByRole('button', { name: 'Start besøket' })).toBeVisible()
    await aPicture(page, '4-before')
    await press(page, 'Start besøket')
  })
  expect(taps(), 'from the address to the first question').toBe(4)

  await test.step('1:20 two tiles, a line, and flight mode as the hint asks', () => writesALine(marit.context, page))
  await test.step('2:10 locked and opened again: the same question', () => locksAndOpens(page, taps))
  await test.step('2:40 looked over and finished', () => finishes(page))
  await expect(newRow(ingrid.page, 'Kulisse Karlsen-Prøve')).toHaveCount(0)
  await test.step('3:20 the network is back: sent, received, read', async () => {
    await toToday(page)
    await expect(done(page)).toContainText('Lagret på telefonen')
    await marit.context.setOffline(false)
    await expect(done(page)).toContainText('Mottatt på kontoret')
    await newRow(ingrid.page, 'Kulisse Karlsen-Prøve').click()
    await says(ingrid.page.getByRole('region', { name: 'Leser' }), HER_WORDS)
    await ingrid.page.getByRole('button', { name: /^Les og kvitter/ }).click()
    await expect(done(page)).toContainText('Lest av Ingrid')
    await aPicture(page, '10-read')
  })
  await test.step('4:00 «Ikke hjemme» is three taps', async () => {
    const before = taps()
    await page.getByRole('link', { name: 'Notat', exact: true }).click()
    await press(page, 'Ikke hjemme')
    await press(page, 'Ferdig')
    await expect(page.getByRole('heading', { name: 'I dag', level: 1 })).toBeVisible()
    expect(taps() - before).toBeLessThanOrEqual(3)
  })
  expectNoFaults(marit, ingrid)
})

const done = (page: Page) => page.getByRole('article').filter({ hasText: 'Hjemme – besøket gjennomført' })

async function writesALine(context: BrowserContext, page: Page): Promise<void> {
  await expect(question(page, 'Hvordan gikk det?')).toBeVisible()
  await page.getByRole('radio', { name: 'Hjemme – besøket gjennomført' }).check()
  await expect(page.getByText(/^Lagret på telefonen/)).toBeVisible()
  await aPicture(page, '5-tiles')
  await next(page)
  await page.getByRole('checkbox', { name: 'Beboeren', exact: true }).check()
  await next(page)
  const field = page.getByRole('textbox', { name: ASKED })
  for (let step = 0; step < 6 && !(await field.isVisible()); step += 1) await next(page)
  await expect(page.getByText('Prøv nå: slå på flymodus. Alt lagres på telefonen.')).toBeVisible()
  await field.fill(HER_WORDS)
  await aPicture(page, '6-line')
  // A person takes a minute to come here; by then the app itself lies on the phone.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await context.setOffline(true)
  await expect(page.getByText('Prøv nå: slå på flymodus. Alt lagres på telefonen.')).toHaveCount(0)
  await expect(page.getByText(/^Lagret på telefonen/)).toBeVisible()
}
const ASKED = 'Hvordan går det med deg?'

async function locksAndOpens(page: Page, taps: () => number): Promise<void> {
  await press(page, 'Skjul')
  await expect(page.getByRole('heading', { name: 'Låst.' })).toBeVisible()
  await expect(page.getByText('Kulisse')).toHaveCount(0)
  await aPicture(page, '7-locked')
  const before = taps()
  await unlock(page)
  await expect(question(page, ASKED)).toBeVisible()
  expect(taps() - before).toBe(2)
  await expect(page.getByRole('textbox', { name: ASKED })).toHaveValue(HER_WORDS)
}

async function finishes(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Vis alle deler' }).click()
  await expect(page.getByText('Du er uten nett. Alt lagres her.')).toBeVisible()
  await page.getByRole('link', { name: 'Se over' }).click()
  await says(page.getByRole('main'), HER_WORDS)
  await aPicture(page, '8-look-over')
  await press(page, 'Ferdig')
  await expect(page.getByText('Besøket hos Kulisse er ferdig.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Angre' })).toBeVisible()
  await aPicture(page, '9-done')
}

/** Every real tap on any page of hers, over every load. */
async function tapsOn(page: Page): Promise<() => number> {
  let count = 0
  await page.context().exposeBinding('tapped', () => {
    count += 1
  })
  await page.addInitScript(() => {
    // A tile is a label and its field: one tap, and the click of the field that follows has no place on the screen.
    addEventListener(
      'click',
      ({ isTrusted, screenX, screenY }) => {
        if (isTrusted && (screenX !== 0 || screenY !== 0)) Reflect.get(globalThis, 'tapped')()
      },
      true,
    )
  })
  return () => count
}
