// What comes from somebody who no longer has the case is held at the office until a person decides (DESIGN.md 3, Guards):
// Marit writes offline, the case is taken from her meanwhile, Ingrid reads it and takes it in, and Marit's phone says so.

import { expect, type Locator, type Page, test } from '@playwright/test'
import { concernOffline, noteOffline, section, takeCase, toInbox, toResident, toSending } from '../support/custody.ts'
import { startOffice, type TestOffice } from '../support/office.ts'
import { atDesk, expectNoFaults, onPhone, type Person, residentsOn, unlock } from '../support/people.ts'
import { answer, startVisit, toToday } from '../support/visit.ts'

const SENT = { timeout: 120_000 }
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
test('what Marit wrote before she knew that the case was taken is held, and says so on both sides', async () => {
  await noteOffline(marit, HOME, WORDS)
  await takeCase(ingrid.page, HOME, 'Marit')
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
  await toResident(page, HOME)
  await expect(page.getByText(WORDS).first()).toBeVisible()
  await expect(page.getByText('Notat, Marit').first()).toBeVisible()
  const phone = marit.page
  await toToday(phone)
  await phone.getByRole('link', { name: 'Beboere', exact: true }).click()
  await expect(phone.getByRole('heading', { name: 'Beboere', level: 1 })).toBeVisible()
  await expect(residentsOn(phone)).toHaveCount(8)
  await expect(phone.getByText(HOME)).toHaveCount(0)
})

test('a held concern alarms the desk as one that was taken in, and can be left with a reason; the phone says what was put aside', async () => {
  const { page } = ingrid
  await concernOffline(marit, 'Kulisse Karlsen-Prøve')
  await takeCase(page, 'Kulisse Karlsen-Prøve', 'Marit')
  await marit.context.setOffline(false)
  await toInbox(page)
  const alarm = inbox(page).getByRole('link', { name: /^Kulisse Karlsen-Prøve Til vurdering\. Åpne for å lese\./ })
  await expect(alarm).toBeVisible(SENT)
  await expect(inbox(page).getByRole('heading', { name: /^Bekymringer/ })).toBeVisible()
  await alarm.click()
  await expect(page.getByRole('heading', { name: 'Bekymring for barn fra Marit' })).toBeFocused()
  await expect(page.getByText(/^En bekymring\. Følg den opp nå/)).toBeVisible()
  await page.getByRole('radio', { name: 'La ligge' }).check()
  await page.getByRole('textbox', { name: /^Hvorfor\?/ }).fill('Ringt barnevernet, skrevet i saken av Jon')
  await page.getByRole('button', { name: 'La ligge utenfor saken' }).click()
  await expect(page.getByText('Lagt til side: det Marit skrev.')).toBeVisible()
  await expect(alarm).toHaveCount(0)

  await toSending(marit.page)
  await marit.page.getByRole('button', { name: 'Send nå' }).click()
  await expect(section(marit.page, 'Lagt til side av kontoret')).toContainText('Bekymring', SENT)
  await expect(marit.page.getByText(/Ordene dine er ikke slettet\./)).toBeVisible()
})

test('a visit half written on a phone that lost the case is shown as not finished, to read only', async () => {
  const phone = marit.page
  await startVisit(phone, 'Einar')
  await answer(phone, { outcome: 'Hjemme – besøket gjennomført', who: 'Beboeren', since: 'Halvferdig: kaffe og prat.' })
  await phone.getByRole('button', { name: 'Skjul' }).click()
  await expect(phone.getByRole('button', { name: 'Lås opp' })).toBeVisible()
  const { page } = ingrid
  await takeCase(page, 'Einar', 'Marit')
  await unlock(phone)
  await toInbox(page)
  await page.keyboard.press('j')
  const row = inbox(page).getByRole('link', { name: /^Einar Utkast\. Åpne for å lese\./ })
  await expect(row).toContainText('Marit', SENT)
  await row.click()
  await expect(page.getByRole('heading', { name: 'Ikke ferdig skrevet av Marit' })).toBeFocused()
  await expect(page.getByText('Halvferdig: kaffe og prat.')).toBeVisible()
  await expect(page.getByText('Hjemme – besøket gjennomført')).toBeVisible()
  await expect(page.getByRole('main').getByRole('textbox')).toHaveCount(0)
})
