// The quick note at a closed door, and the concern that must never look sent before it is.

import { expect, type Page, test } from '@playwright/test'
import { startOffice, type TestOffice } from '../support/office.ts'
import { atDesk, expectNoFaults, onPhone, type Person } from '../support/people.ts'
import { localhost, newRow, openSending, press, says } from '../support/taps.ts'

let office: TestOffice
let ingrid: Person
test.beforeAll(async ({ browser }) => {
  office = await startOffice({ today: '2026-11-24' })
  ingrid = await atDesk(browser, localhost(office.url))
})
test.afterAll(() => office.remove())

test('«Ikke hjemme» takes three taps, can be taken back, and comes to the desk', async ({ browser }) => {
  const marit = await onPhone(browser, localhost(office.url), 'Marit')
  const { page } = marit
  const taps = await countTaps(page)
  await page.getByRole('link', { name: 'Notat', exact: true }).click()
  await press(page, 'Ikke hjemme')
  await expect(page.getByText('Lagret: Ikke hjemme.')).toBeVisible()
  await press(page, 'Ferdig')
  await expect(page.getByRole('heading', { name: 'I dag', level: 1 })).toBeVisible()
  expect(await taps()).toBe(3)
  const done = page.getByRole('article').filter({ hasText: 'Ikke hjemme' })
  await expect(done).toContainText('Lagret på telefonen')
  const name = (await done.getByRole('link').textContent()) ?? ''

  await press(page, 'Angre')
  await expect(done).toHaveCount(0)
  await page.getByRole('link', { name: 'Notat', exact: true }).click()
  await press(page, 'Ikke hjemme')
  await expect(page.getByText(`Lagret hos ${name}`)).toBeVisible()
  await press(page, 'Ferdig')
  await expect(newRow(ingrid.page, name)).toBeVisible()
  await expect(done).toContainText('Mottatt på kontoret')
  await newRow(ingrid.page, name).click()
  await expect(ingrid.page.getByRole('region', { name: 'Leser' })).toContainText('Ikke hjemme')
  expectNoFaults(marit)
  await marit.context.close()
})

/** Every real tap on the page, as the browser counts them. */
async function countTaps(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    document.documentElement.dataset.taps = '0'
    document.addEventListener('click', () => {
      document.documentElement.dataset.taps = String(Number(document.documentElement.dataset.taps) + 1)
    })
  })
  return async () => Number(await page.evaluate(() => document.documentElement.dataset.taps))
}

test('a concern never reads as sent while it is only saved', async ({ browser }) => {
  const marit = await onPhone(browser, localhost(office.url), 'Marit')
  const { page } = marit
  await marit.context.setOffline(true)
  await page.getByRole('link', { name: 'Notat', exact: true }).click()
  await press(page, 'Bekymring')
  await press(page, 'Bekymring for et barn')

  await expect(page.getByRole('heading', { name: 'Bekymring for et barn', level: 1 })).toBeVisible()
  const home = (await page.getByRole('banner').getByRole('paragraph').textContent()) ?? ''
  await says(page.getByRole('main'), 'Den er ikke sendt til barnevernet eller kontoret ennå. Ring hvis det haster.')
  await expect(page.getByText('Lagret på telefonen – ikke sendt ennå')).toBeVisible()
  await expect(page.getByText(/^Sendt/)).toHaveCount(0)
  await expect(page.getByRole('button', { name: /Ring barnevernvakten\s*Hele døgnet/ })).toBeVisible()
  await page.getByRole('button', { name: /Ring 112/ }).click()
  await expect(page.getByText('112 · Demo: ringer ikke')).toBeVisible()
  await expect(page.locator('a[href^="tel:"]')).toHaveCount(0)

  await press(page, 'Gå videre')
  await expect(page.getByText('Svar på hva du gjorde. Da er notatet ferdig.')).toBeVisible()
  await page.getByRole('radio', { name: 'Drøftet med leder' }).check()
  await press(page, 'Gå videre')
  await openSending(page)
  await expect(page.getByRole('listitem').filter({ hasText: home }).first()).toContainText('Ikke sendt ennå. Ring hvis det haster.')
  await press(page, 'Tilbake')
  await page.getByRole('link', { name: 'Beboere', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Beboere', level: 1 })).toBeVisible()
  await page.getByRole('link', { name: home }).click()
  const happened = page.getByRole('listitem').filter({ hasText: 'Bekymring for barn' })
  await says(happened, 'Ikke sendt ennå. Ring hvis det haster.')

  await marit.context.setOffline(false)
  await expect(happened).toContainText('Mottatt på kontoret')
  await expect(happened).not.toContainText('Ikke sendt ennå')
  const concerns = ingrid.page.getByRole('list').filter({ hasText: 'Åpne for å lese.' })
  await expect(concerns.getByRole('link', { name: new RegExp(home) })).toBeVisible()
  expectNoFaults(marit)
})
