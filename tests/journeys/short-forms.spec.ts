// The short forms offline on a phone, read at the desk when they come in; and who complained, which only the desk has.

import { expect, test } from '@playwright/test'
import { startOffice, type TestOffice } from '../support/office.ts'
import { atDesk, expectNoFaults, onPhone, type Person, residentsOn, unlock } from '../support/people.ts'
import { localhost, press } from '../support/taps.ts'

let office: TestOffice
let marit: Person
let ingrid: Person
test.beforeAll(async ({ browser }) => {
  office = await startOffice({ today: '2026-11-24' })
  marit = await onPhone(browser, localhost(office.url), 'Marit')
  ingrid = await atDesk(browser, localhost(office.url))
})
test.afterAll(async () => {
  await marit?.context.close()
  await ingrid?.context.close()
  await office?.remove()
})
test.describe.configure({ mode: 'serial' })

/** From the list of residents to her page. */
async function openResident({ page }: Person, name: string): Promise<void> {
  await page.getByRole('link', { name: 'Beboere', exact: true }).click()
  await residentsOn(page).filter({ hasText: name }).first().click()
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
}
const link = ({ page }: Person, name: string) => page.getByRole('link', { name, exact: true }).click()

test('offline, a call is written down in three taps from her page, and can be taken back', async () => {
  await openResident(marit, 'Testine Eksempelsen')
  await link(marit, 'Økonomi og kontakt')
  await expect(marit.page.getByRole('link', { name: 'Kontakt', exact: true })).toBeVisible()
  await marit.page
    .getByRole('link', { name: 'Tilbake' })
    .or(marit.page.getByRole('button', { name: 'Tilbake' }))
    .click()
  await marit.context.setOffline(true)
  await link(marit, 'Økonomi og kontakt')
  await link(marit, 'Kontakt')
  await press(marit.page, 'Ikke svar')
  const written = marit.page.getByRole('listitem').filter({ hasText: 'Ikke svar' })
  await expect(written).toContainText('tirsdag 24. november')
  await press(marit.page, 'Angre')
  await expect(written).toHaveCount(0)
  await press(marit.page, 'La igjen beskjed')
  await expect(marit.page.getByRole('listitem').filter({ hasText: 'La igjen beskjed' })).toBeVisible()
})

test('offline, arrears half written are found again after the lock, and saved', async () => {
  const { page } = marit
  await press(page, 'Tilbake')
  await link(marit, 'Restanser')
  await expect(page.getByText(/26.000.kr eller 39.000.kr/)).toBeVisible()
  await press(page, 'Ny restanse')
  await page.getByRole('radio', { name: 'Strøm' }).check()
  await page.getByRole('textbox', { name: 'Hvilken periode?' }).fill('Oktober')
  await expect(page.getByText('Utkast')).toBeVisible()
  await press(page, 'Skjul')
  await unlock(page)
  await expect(page.getByRole('textbox', { name: 'Hvilken periode?' })).toHaveValue('Oktober')
  await page.getByRole('textbox', { name: 'Beløp i kroner' }).fill('1 400,50')
  await press(page, 'Lagre')
  await expect(page.getByText(/^Ubetalt i alt: 1.400,50.kr$/)).toBeVisible()
  await expect(page.getByText('Én med to beløp er ikke regnet med.')).toBeVisible()
})

test('what was written offline is read at the desk, where both say yes and the arrangement starts', async () => {
  await marit.context.setOffline(false)
  await openResident(ingrid, 'Testine Eksempelsen')
  const { page } = ingrid
  await link(ingrid, 'Økonomi og kontakt')
  await expect(page.getByText(/^Restanser 1.400,50.kr.· to ubetalte.· to versjoner$/)).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText('Ett forsøk, ikke hørt fra ennå')).toBeVisible()
  await link(ingrid, 'Betalingsavtaler')
  await page.getByRole('link', { name: /Utleier Demo/ }).click()
  await press(page, 'Start avtalen')
  await expect(page.getByRole('alert')).toContainText('Avtalen starter når begge har sagt ja.')
  await press(page, 'Utleier Demo har sagt ja')
  await press(page, 'Lagre at det er et ja')
  await expect(page.getByText(/^Utleier Demo sa ja 24..november$/)).toBeVisible()
  await press(page, 'Start avtalen')
  await expect(page.getByText('0 av 6 betalt')).toBeVisible()
  await page.getByRole('checkbox').first().click()
  await expect(page.getByText('1 av 6 betalt')).toBeVisible()
  await page.getByRole('link', { name: 'Skriv ut' }).click()
  await expect(page.getByText(/4.334.kr/).first()).toBeVisible()
})

test('who complained is asked and read at the desk alone', async () => {
  await openResident(ingrid, 'Skisse Sandkasse')
  await link(ingrid, 'Økonomi og kontakt')
  await link(ingrid, 'Naboklager')
  await ingrid.page.getByRole('link', { name: 'Bråk' }).first().click()
  await expect(ingrid.page.getByRole('textbox', { name: 'Navn' })).toHaveValue('Styreleder Demo')
  await ingrid.page.getByRole('textbox', { name: 'Navn' }).fill('Styreleder Hemmelig')
  await press(ingrid.page, 'Lagre')
  await expect(ingrid.page.getByRole('heading', { name: 'Naboklager', level: 1 })).toBeVisible()

  await press(marit.page, 'Tilbake')
  await openResident(marit, 'Skisse Sandkasse')
  await link(marit, 'Økonomi og kontakt')
  await expect(marit.page.getByText('Tre på 30 dager, tre i alt')).toBeVisible()
  await link(marit, 'Naboklager')
  await marit.page.getByRole('link', { name: 'Bråk' }).first().click()
  await expect(marit.page.getByText('Si hva, ikke hvem. Navnet på den som klaget står bare på kontoret.')).toBeVisible()
  await expect(marit.page.getByRole('textbox', { name: 'Navn' })).toHaveCount(0)
  expect(await marit.page.content()).not.toMatch(/Styreleder/)
  expectNoFaults(marit, ingrid)
})
