// The desk by hand and by keyboard (UX.md 3, desk): read and acknowledge, take it back, stay signed in, hide; and that
// nothing at all is left on the office PC.

import { expect, type Locator, type Page, test } from '@playwright/test'
import { startOffice, type TestOffice } from '../support/office.ts'
import { atDesk, expectNoFaults, fresh, onPhone, type Person } from '../support/people.ts'

let office: TestOffice
let url: string
let ingrid: Person

test.beforeAll(async () => {
  office = await startOffice({ today: '2026-11-24' })
  url = office.url.replace('127.0.0.1', 'localhost')
})
test.afterAll(() => office?.remove())

test.beforeEach(async ({ browser }) => {
  ingrid = await atDesk(browser, url)
})
test.afterEach(async () => {
  expectNoFaults(ingrid)
  await ingrid.context.close()
})

const rows = (page: Page): Locator => page.getByRole('region', { name: 'Det som ikke er lest' }).getByRole('link')
const row = (page: Page, words: RegExp): Locator => rows(page).filter({ hasText: words })
const EINAR = /^EinarOppfølging\. Gjennomført\..*17\.11/

test('the inbox is walked with j and k, opened with Enter, and opening alone reads nothing', async () => {
  const { page } = ingrid
  await expect(page.getByText('12 å lese.')).toBeVisible()
  await page.keyboard.press('j')
  await expect(rows(page).nth(0)).toBeFocused()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await expect(rows(page).nth(2)).toBeFocused()
  await page.keyboard.press('k')
  await expect(rows(page).nth(1)).toBeFocused()
  await expect(page.getByText('Velg en rad for å lese.')).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Besøk fredag 20. november' })).toBeFocused()
  await expect(page.getByText('12 å lese.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText('Velg en rad for å lese.')).toBeVisible()
})

test('Enter on an open visit acknowledges it and goes on to the next; u takes it back', async () => {
  const { page } = ingrid
  await row(page, EINAR).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Besøk tirsdag 17. november' })).toBeFocused()
  await expect(page.getByText('Marit og Jon ser at du har lest.')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Kvittert: Einar.')).toBeVisible()
  await expect(page.getByText('11 å lese.')).toBeVisible()
  await expect(row(page, EINAR)).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'Besøk mandag 16. november' })).toBeVisible()

  await page.keyboard.press('u')
  await expect(page.getByText('12 å lese.')).toBeVisible()
  await expect(row(page, EINAR)).toHaveCount(1)
  await expect(page.getByRole('heading', { name: 'Besøk tirsdag 17. november' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Les og kvitter' })).toBeVisible()
  await expect(page.getByText('Kvittert: Einar.')).toHaveCount(0)

  await page.getByRole('button', { name: 'Les og kvitter' }).click()
  await expect(page.getByText('11 å lese.')).toBeVisible()
  await page.getByRole('button', { name: 'Angre' }).click()
  await expect(page.getByText('12 å lese.')).toBeVisible()
})

test('a session that ends takes away no words that are not sent', async () => {
  const { page, context } = ingrid
  await row(page, EINAR).focus()
  await page.keyboard.press('Enter')
  const reply = page.getByRole('textbox', { name: /^Svar til/ })
  await reply.fill('Takk for notatet. Jeg ringer torsdag.')
  await context.clearCookies()
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page.getByText('Det du har skrevet, står her til du lukker vinduet.')).toBeVisible()
  await expect(reply).toHaveValue('Takk for notatet. Jeg ringer torsdag.')
})

test('a concern marked as followed up can be taken back, and stands open again', async () => {
  const { page } = ingrid
  await row(page, /^Skisse SandkasseÅpne for å lese/).click()
  await page.getByRole('button', { name: 'Marker som fulgt opp' }).click()
  await expect(page.getByText('Velg først hva som er gjort.')).toBeVisible()
  await page.getByRole('radio').first().check()
  await page.getByRole('button', { name: 'Marker som fulgt opp' }).click()
  await expect(page.getByText('Bekymringen for Skisse Sandkasse er fulgt opp.')).toBeVisible()
  await expect(page.getByText('11 å lese.')).toBeVisible()
  await page.getByRole('button', { name: 'Angre' }).click()
  await expect(row(page, /^Skisse SandkasseÅpne for å lese/)).toHaveCount(1)
  await expect(page.getByRole('button', { name: 'Marker som fulgt opp' })).toBeVisible()
  await expect(page.getByText('12 å lese.')).toBeVisible()
})

test('a reload of the desk stays signed in and on the same row', async () => {
  const { page } = ingrid
  await row(page, EINAR).click()
  await expect(page.getByRole('heading', { name: 'Besøk tirsdag 17. november' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Besøk tirsdag 17. november' })).toBeVisible()
})

async function showsNothingOf(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: /Prøv som Ingrid/ })).toBeVisible()
  await expect(page.getByText(/Einar|Testine|Skisse/)).toHaveCount(0)
}

test('«Skjul» at the desk shows nothing of any record, and nobody comes in again without signing in', async () => {
  const { page } = ingrid
  await row(page, EINAR).click()
  await page.getByRole('button', { name: 'Skjul' }).click()
  await showsNothingOf(page)
  await expect(page.getByText('Du er logget ut. Logg inn igjen.')).toBeVisible()
  await page.goBack()
  await showsNothingOf(page)
  await page.goto('/inbox')
  await showsNothingOf(page)
  await page.getByRole('button', { name: /Prøv som Ingrid/ }).click()
  await expect(page.getByRole('heading', { name: 'Innboks', level: 1 })).toBeVisible()
})

test('hidden without network, the desk still ends its session when the network is back', async () => {
  const { page, context } = ingrid
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await context.setOffline(true)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(page.getByText('Kontoret svarer ikke. Du trenger nett første gang.')).toBeVisible()
  const left = page.waitForResponse((response) => response.url().endsWith('/v1/desk/leave') && response.ok())
  await context.setOffline(false)
  await left
  await page.goto('/inbox')
  await showsNothingOf(page)
})

interface Left {
  readonly databases: readonly (string | undefined)[]
  readonly stored: number
  readonly cached: readonly string[]
}

const leftOnDisk = (page: Page): Promise<Left> =>
  page.evaluate(async () => {
    const cached = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()))
    return {
      databases: (await indexedDB.databases()).map(({ name }) => name),
      stored: localStorage.length + sessionStorage.length,
      cached: cached.flat().map((request) => new URL(request.url).pathname),
    }
  })

const privateFiles = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    let files = 0
    for await (const _ of (await navigator.storage.getDirectory()).keys()) files += 1
    return files
  })

test('after work nothing is left on the office PC but the app itself', async () => {
  const { page } = ingrid
  await row(page, EINAR).click()
  await page.getByRole('button', { name: 'Les og kvitter' }).click()
  await expect(page.getByText('Kvittert: Einar.')).toBeVisible()
  await page.keyboard.press('u')
  await expect(row(page, EINAR)).toHaveCount(1)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  const left = await leftOnDisk(page)
  expect([left.databases, left.stored, await privateFiles(page)]).toEqual([[], 0, 0])
  expect(left.cached.length).toBeGreaterThan(10)
  expect(left.cached.filter((path) => !/^\/(assets\/|index\.html$|manifest\.webmanifest$|icon)/.test(path))).toEqual([])
})

test('a browser that is a phone is refused a desk session in plain words', async ({ browser }) => {
  const phone = await onPhone(browser, url, 'Jon')
  await phone.page.goto('/locked')
  await phone.page.getByRole('button', { name: 'Logg inn på nytt' }).click()
  await phone.page.getByRole('button', { name: /Prøv som Ingrid/ }).click()
  await expect(phone.page.getByRole('alert')).toHaveText('Denne nettleseren er en telefon. Åpne et privat vindu for kontoret.')
  expectNoFaults(phone)
  await phone.context.close()
})

test('a new browser is offered the people of the demo and no record', async ({ browser }) => {
  const anyone = await fresh(browser, url, {})
  await anyone.page.goto('/inbox')
  await showsNothingOf(anyone.page)
  await anyone.context.close()
})
