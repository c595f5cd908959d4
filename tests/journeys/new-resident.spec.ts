// A new resident, made at a door without coverage, filled in on the phone, found and corrected at the desk, and read on
// the phone again; half a page survives a lock, and the rent that comes due before the money is said and acted on.

import { expect, type Page, test } from '@playwright/test'
import { toResident } from '../support/custody.ts'
import { startOffice, type TestOffice } from '../support/office.ts'
import { atDesk, expectNoFaults, onPhone, type Person, unlock } from '../support/people.ts'
import { localhost, press, says } from '../support/taps.ts'

/** What is saved waits ten seconds for «Angre», then goes out and comes back. */
const SENT = { timeout: 120_000 }
const NAME = 'Nora Ny-Eksempel'

let office: TestOffice
let marit: Person
let ingrid: Person
test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ browser }) => {
  office = await startOffice({ today: '2026-11-24' })
  marit = await onPhone(browser, localhost(office.url), 'Marit')
  ingrid = await atDesk(browser, localhost(office.url))
})
test.afterAll(async () => {
  for (const person of [marit, ingrid]) await person?.context.close()
  await office?.remove()
})
test.afterEach(() => expectNoFaults(marit, ingrid))

const title = (page: Page, name: string) => expect(page.getByRole('heading', { name, level: 1, exact: true })).toBeVisible()
const field = (page: Page, name: string) => page.getByRole('textbox', { name })
async function change(page: Page, part: string, fill: () => Promise<void>): Promise<void> {
  await page.getByRole('link', { name: new RegExp(`^(Endre|Legg til): ${part}$`) }).click()
  await title(page, part)
  await fill()
  await press(page, 'Lagre')
  await title(page, `Om ${NAME}`)
}

test('a new resident is made without coverage, with a name and little else', async () => {
  const { page, context } = marit
  await page.getByRole('link', { name: 'Beboere', exact: true }).click()
  await title(page, 'Beboere')
  await context.setOffline(true)
  await page.getByRole('link', { name: 'Ny beboer' }).click()
  await title(page, 'Ny beboer')
  await press(page, 'Opprett beboer')
  await expect(page.getByText('Skriv et navn, eller et dekknavn.')).toBeVisible()
  await field(page, 'Navn').fill(NAME)
  await field(page, 'Telefon').fill('00 00 01 44')
  await field(page, 'Adresse').fill('Prøvegata 40')
  await page.getByRole('combobox', { name: 'Tilknytningsform' }).selectOption('Privat leie')
  await page.getByRole('radio', { name: 'Vet ikke' }).check()
  await field(page, 'Hvorfor blir vi kjent?').fill('Utleieren ringte om restanse.')
  await press(page, 'Opprett beboer')
  await title(page, NAME)
  await expect(page.getByText('Prøvegata 40 · privat leie')).toBeVisible()
  await expect(page.getByText('Beboeren er opprettet.')).toBeVisible()
})

test('half a page about her stands there after the phone was locked', async () => {
  const { page } = marit
  await page.getByRole('link', { name: 'Person og bolig' }).click()
  await title(page, `Om ${NAME}`)
  await says(page.getByRole('main'), 'Skriv hvem som leier ut.', 'Telefon: 00 00 01 44')
  await page.getByRole('link', { name: 'Legg til: Husleie' }).click()
  await field(page, 'Husleie per måned').fill('8400')
  await field(page, 'Forfallsdag').fill('41')
  await expect(page.getByText('Utkast', { exact: true })).toBeVisible()
  await press(page, 'Skjul')
  await unlock(page)
  await title(page, 'Husleie')
  await expect(field(page, 'Husleie per måned')).toHaveValue('8400')
  await press(page, 'Lagre')
  await expect(page.getByText('Skriv en dag i måneden, fra 1 til 31.')).toBeVisible()
  await field(page, 'Forfallsdag').fill('1')
  await press(page, 'Lagre')
  await title(page, `Om ${NAME}`)
  await says(page.getByRole('main'), '8 400 kr', 'Forfaller den 1.')
})

test('rent due before the money comes is said, and a new due day is asked for with one tap', async () => {
  const { page } = marit
  const main = page.getByRole('main')
  await change(page, 'Inntekt', () => field(page, 'Inntekt kommer den').fill('12'))
  await says(main, 'Husleia forfaller den 1., før pengene kommer den 12.', 'Forfall like etter at pengene kommer, forebygger restanser.')
  await expect(main.getByRole('img', { name: 'Måneden: husleia forfaller den 1., pengene kommer den 12.' })).toBeVisible()
  await press(page, 'Be om ny forfallsdato')
  await expect(page.getByText('Lagt til som oppgave.')).toBeVisible()
  await expect(main.getByText('Det er bedt om ny forfallsdato.')).toBeVisible()
})

test('what was just saved can be taken back, and stands on the page to be saved again', async () => {
  const { page } = marit
  await change(page, 'Språk', async () => {
    await page.getByRole('combobox', { name: 'Språk' }).selectOption('somali')
    await page.getByRole('radio', { name: 'Ja' }).check()
  })
  await expect(page.getByText('Snakker somali. Trenger tolk.')).toBeVisible()
  await press(page, 'Angre')
  await title(page, 'Språk')
  await expect(page.getByRole('combobox', { name: 'Språk' })).toHaveValue('so')
  await press(page, 'Lagre')
  await expect(page.getByText('Snakker somali. Trenger tolk.')).toBeVisible()
})

test('the office finds her, corrects the rent, and the phone reads it', async () => {
  await marit.context.setOffline(false)
  const desk = ingrid.page
  await toResident(desk, NAME)
  await desk.getByRole('link', { name: 'Person og bolig' }).click()
  await title(desk, `Om ${NAME}`)
  await says(desk.getByRole('main'), '8 400 kr', 'Snakker somali. Trenger tolk.')
  await change(desk, 'Husleie', () => field(desk, 'Husleie per måned').fill('8600'))
  await says(desk.getByRole('main'), '8 600 kr')
  await says(marit.page.getByRole('main'), 'Forfaller den 1.')
  await expect(marit.page.getByRole('main')).toContainText('8 600 kr', SENT)
})
