// What comes from somebody who no longer has the case is held at the office until a person decides (DESIGN.md 3, Guards):
// Marit writes offline, the case is taken from her meanwhile, Ingrid reads it and takes it in, and Marit's phone says so.

import { expect, type Locator, type Page, test } from '@playwright/test'
import { startOffice, type TestOffice } from '../support/office.ts'
import { atDesk, expectNoFaults, onPhone, type Person } from '../support/people.ts'
import { toToday } from '../support/visit.ts'

const SENT = { timeout: 60_000 }
const HOME = 'Prøve Prøvesen'
const WORDS = 'Banket på to ganger. La igjen en lapp.'

let office: TestOffice
let marit: Person
let ingrid: Person

test.beforeAll(async ({ browser }) => {
  office = await startOffice({ today: '2026-11-24' })
  const url = office.url.replace('127.0.0.1', 'localhost')
  marit = await onPhone(browser, url, 'Marit')
  ingrid = await atDesk(browser, url)
})
test.afterAll(async () => {
  for (const person of [marit, ingrid]) await person?.context.close()
  await office?.remove()
})
test.afterEach(() => expectNoFaults(marit, ingrid))

const inbox = (page: Page): Locator => page.getByRole('region', { name: 'Det som ikke er lest' })
const heldRow = (page: Page): Locator => inbox(page).getByRole('link', { name: /^Prøve Prøvesen Skrevet uten tilgang\./ })
const section = (page: Page, title: string): Locator => page.locator('section').filter({ has: page.getByRole('heading', { name: title }) })

async function toInbox(page: Page): Promise<void> {
  await page.keyboard.press('g')
  await page.keyboard.press('i')
  await expect(page.getByRole('heading', { name: 'Innboks', level: 1 })).toBeVisible()
}

async function noteOffline({ page, context }: Person, name: string, outcome: string, words: string): Promise<void> {
  await context.setOffline(true)
  await toToday(page)
  await page.getByRole('link', { name: 'Notat', exact: true }).click()
  const others = page.getByRole('button', { name: 'Andre', exact: true })
  const home = page.getByRole('button', { name })
  await others.or(home).first().waitFor()
  if (await others.isVisible()) await others.click()
  await home.click()
  await page.getByRole('textbox').fill(words)
  await page.getByRole('button', { name: outcome }).click()
  await expect(page.getByText(`Lagret: ${outcome}.`)).toBeVisible()
}

async function toSending(page: Page): Promise<void> {
  await toToday(page)
  await page.getByRole('link', { name: 'Mer', exact: true }).click()
  await page.getByRole('link', { name: /Sending og lagring/ }).click()
  await expect(page.getByRole('heading', { name: 'Sending og lagring', level: 1 })).toBeVisible()
}

/** At the desk: the case is taken from Marit, with a reason. */
async function takeFromMarit(page: Page): Promise<void> {
  await page.keyboard.press('g')
  await page.keyboard.press('b')
  await page.getByRole('main').getByRole('link', { name: HOME }).click()
  await expect(section(page, 'Hvem følger opp').getByRole('listitem').filter({ hasText: 'Marit' })).toContainText('Følger opp siden')
  await page.getByRole('button', { name: 'Gi eller flytt saken' }).click()
  await page.getByRole('radio', { name: 'Ta saken fra en' }).check()
  await page.getByRole('radio', { name: 'Marit' }).check()
  await expect(page.getByText('Det Marit ikke har sendt, kommer hit til vurdering.')).toBeVisible()
  await page.getByRole('textbox', { name: /^Hvorfor\?/ }).fill('Marit har for mange saker')
  await page.getByRole('button', { name: 'Ta saken fra Marit' }).click()
  await expect(page.getByText('Endret. Det gjelder fra nå.')).toBeVisible()
  await expect(section(page, 'Hvem følger opp').getByRole('listitem').filter({ hasText: 'Marit' })).toHaveCount(0)
}

test('what Marit wrote before she knew that the case was taken is held, and says so on both sides', async () => {
  await noteOffline(marit, HOME, 'Ikke hjemme', WORDS)
  await takeFromMarit(ingrid.page)
  await marit.context.setOffline(false)
  await toSending(marit.page)
  const held = section(marit.page, 'Til vurdering på kontoret')
  await expect(held).toContainText('Du hadde ikke tilgang lenger. Kontoret tar vare på det du skrev, og avgjør.', SENT)
  await expect(marit.page.getByText('Ingenting venter')).toBeVisible()
  await toInbox(ingrid.page)
  await expect(heldRow(ingrid.page)).toContainText('Marit', SENT)
})

test('Ingrid reads the words by keyboard, takes them in with a reason, and Marit’s phone says received', async () => {
  const { page } = ingrid
  await heldRow(page).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Besøk fra Marit' })).toBeFocused()
  await expect(page.getByText('Marit hadde ikke tilgang til saken da dette kom fram.')).toBeVisible()
  await expect(page.getByText(WORDS)).toBeVisible()
  await page.keyboard.press('1')
  await expect(page.getByRole('radio', { name: 'Ta inn' })).toBeChecked()
  await expect(page.getByRole('textbox', { name: /^Hvorfor\?/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Skriv kort hvorfor.')).toBeVisible()
  await page.keyboard.type('Hun var der før saken ble flyttet')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Tatt inn i saken: det Marit skrev.')).toBeVisible()
  await expect(heldRow(page)).toHaveCount(0)
  await expect(inbox(page).getByRole('heading', { name: /^Til vurdering/ })).toHaveCount(0)

  const phone = marit.page
  await phone.getByRole('button', { name: 'Send nå' }).click()
  await expect(section(phone, 'Til vurdering på kontoret')).toHaveCount(0, SENT)
  await expect(section(phone, 'Tatt inn på kontoret nå')).toContainText('Mottatt på kontoret')
  await expect(phone.getByText('Ingenting venter')).toBeVisible()
})

test('the words are in the case with Marit’s name, and the case is not on her phone', async () => {
  const { page } = ingrid
  await page.keyboard.press('g')
  await page.keyboard.press('b')
  await page.getByRole('main').getByRole('link', { name: HOME }).click()
  await expect(page.getByText(WORDS).first()).toBeVisible()
  await expect(page.getByText('Notat, Marit').first()).toBeVisible()
  const phone = marit.page
  await toToday(phone)
  await phone.getByRole('link', { name: 'Beboere', exact: true }).click()
  await expect(phone.getByRole('heading', { name: 'Beboere', level: 1 })).toBeVisible()
  await expect(phone.getByRole('main').getByRole('link')).toHaveCount(8)
  await expect(phone.getByText(HOME)).toHaveCount(0)
})
