// The group and its minutes: planned at the desk, asked about on the phone, held, decided, given to each what she may have,
// and after a withdrawal made without coverage not given again.

import { expect, type Page, test } from '@playwright/test'
import { go, homesOn } from '../browser/views.ts'
import { startOffice, type TestOffice } from '../support/office.ts'
import { atDesk, expectNoFaults, onPhone, type Person } from '../support/people.ts'
import { localhost, press, says } from '../support/taps.ts'

let office: TestOffice
let marit: Person
let ingrid: Person
let einar = ''
test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ browser }) => {
  office = await startOffice({ today: '2026-11-24' })
  const url = localhost(office.url)
  marit = await onPhone(browser, url, 'Marit')
  ingrid = await atDesk(browser, url)
  await go(marit.page, '/residents')
  einar = (await homesOn(marit.page)).get('Einar') ?? ''
})
test.afterAll(async () => {
  await marit?.context.close()
  await ingrid?.context.close()
  await office?.remove()
})

const chip = (page: Page, group: string, name: string) =>
  page.getByRole('group', { name: group }).getByRole('button', { name, exact: true })
const card = (page: Page, name: string) =>
  page.locator('.bf-card').filter({ has: page.getByRole('heading', { name, level: 2, exact: true }) })

async function addItem(desk: Page, title: string, topic: string): Promise<void> {
  await desk.getByLabel('Sak', { exact: true }).fill(title)
  await chip(desk, 'Hva handler det om?', topic).click()
  await press(desk, 'Legg til sak')
  await expect(desk.getByRole('listitem').filter({ hasText: title })).toBeVisible()
}

async function decide(desk: Page, what: string, topic: string, who: string): Promise<void> {
  await desk.getByLabel('Hva er bestemt?').fill(what)
  await chip(desk, 'Hva handler det om?', topic).last().click()
  await chip(desk, 'Hvem gjør det?', who).click()
  await desk.getByLabel('Innen').fill('2026-12-10')
  await press(desk, 'Lagre beslutningen')
}

test('Ingrid plans a meeting at the desk, and what is half planned is still there when she comes back', async () => {
  const { page: desk } = ingrid
  await go(desk, `${einar}/group`)
  await desk.getByRole('link', { name: 'Nytt møte' }).click()
  await press(desk, 'Lagre møtet')
  await expect(desk.getByText('Velg dag og klokkeslett.')).toBeVisible()
  await desk.getByLabel('Dag').fill('2026-11-24')
  await desk.getByLabel('Klokkeslett').fill('10:30')
  await addItem(desk, 'Hjemmehjelp på torsdager', 'Avtaler')
  await addItem(desk, 'Timen på poliklinikken', 'Helse')
  await go(desk, `${einar}/group`)
  await desk.getByRole('link', { name: 'Nytt møte' }).click()
  await expect(desk.getByLabel('Klokkeslett')).toHaveValue('10:30')
  await expect(desk.getByRole('listitem').filter({ hasText: 'Timen på poliklinikken' })).toBeVisible()
  await desk.getByLabel('Sted').fill('Kontoret')
  await press(desk, 'Lagre møtet')
  await expect(desk.getByRole('heading', { name: 'tirsdag 24. november', level: 1 })).toBeVisible()
})

test('Marit asks Einar about Avrusningen, and he says yes aloud', async () => {
  const { page } = marit
  await go(page, `${einar}/group`)
  await page.getByRole('link', { name: 'Spør Einar om Avrusningen' }).click()
  await page.getByRole('checkbox', { name: 'Mål og tiltak' }).uncheck()
  await page.getByRole('checkbox', { name: 'Avtaler' }).check()
  await page.getByRole('checkbox', { name: 'Rus', exact: true }).check()
  await expect(page.getByText('Avrusningen kan få vite om dette: avtaler, rus. Ikke noe annet.')).toBeVisible()
  await press(page, 'Les sammen')
  await says(page.getByRole('main'), 'Avrusningen kan få vite om dette: avtaler, rus.')
  await press(page, 'Ferdig med å lese')
  await page.getByRole('radio', { name: 'Ja', exact: true }).check()
  await expect(page.getByRole('radio', { name: 'Muntlig enig' })).toBeChecked()
  await expect(page.getByLabel('Hvem hørte det?')).toHaveValue('Marit')
  await press(page, 'Lagre ja')
  await expect(page.getByRole('button', { name: 'Trekk: Avrusningen: avtaler, rus' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Venter på svar' })).toHaveCount(0)
})

test('the meeting is held: nothing is decided before it is answered whether Einar is there, and the tasks come to Marit', async () => {
  const { page: desk } = ingrid
  await press(desk, 'Hold møtet')
  await desk.getByLabel('Om «Hjemmehjelp på torsdager»').fill('Hege kommer torsdager fra nyttår.')
  await desk.getByLabel('Om «Timen på poliklinikken»').fill('Kontroll i januar.')
  await desk.getByLabel('Annet').fill('Einar var trøtt.')
  await decide(desk, 'Ringe hjemmetjenesten', 'Avtaler', 'Marit')
  await expect(desk.getByText('Svar først på om beboeren er med.')).toBeVisible()
  await desk.getByRole('radio', { name: 'Ja', exact: true }).check()
  await press(desk, 'Lagre beslutningen')
  await expect(desk.getByRole('listitem').filter({ hasText: 'Ringe hjemmetjenesten' })).toBeVisible()
  await decide(desk, 'Følge til poliklinikken', 'Helse', 'Marit')
  await expect(desk.getByRole('listitem').filter({ hasText: 'Følge til poliklinikken' })).toBeVisible()
  await press(desk, 'Lagre referatet')
  await press(desk, 'Godkjenn referatet')
  await expect(desk.getByRole('button', { name: 'Del referatet' })).toBeVisible()
  await go(marit.page, `${einar}/group`)
  const mine = marit.page.getByRole('checkbox', { name: /Deg · innen 10. desember/ })
  await expect(mine).toHaveCount(2)
  await marit.page.getByRole('checkbox', { name: /Ringe hjemmetjenesten/ }).click()
  await expect(marit.page.getByRole('checkbox', { name: /Ringe hjemmetjenesten/ })).toBeChecked()
})

test('each is shown what she gets, and Hege is given her topics and not a word more', async () => {
  const { page: desk } = ingrid
  await press(desk, 'Del referatet')
  const hege = card(desk, 'Hege Demo')
  await says(hege, 'Får én sak og én beslutning', 'Hege kommer torsdager fra nyttår.', 'Ringe hjemmetjenesten')
  for (const words of ['poliklinikken', 'Kontroll i januar', 'trøtt']) await expect(hege).not.toContainText(words)
  await says(card(desk, 'Ola Prøve'), 'Timen på poliklinikken', 'Kontroll i januar.', 'Følge til poliklinikken')
  await says(card(desk, 'Einar'), 'Får hele referatet', 'Hege kommer torsdager', 'Kontroll i januar.', 'Einar var trøtt.')
  await expect(hege.getByRole('link', { name: /Åpne/ })).toHaveCount(0)
  await hege.getByRole('button', { name: 'Gi til Hege Demo' }).click()
  await hege.getByRole('button', { name: 'Sendt i posten' }).click()
  await expect(hege).toContainText('Gitt til Hege Demo 24. november 2026')
  await expect(hege.getByRole('link', { name: 'Åpne det Hege Demo får' })).toBeVisible()
})

test('Einar withdraws without coverage: what the desk gives before it knows stands, and afterwards nothing more goes out', async () => {
  const { page } = marit
  const { page: desk } = ingrid
  await marit.context.setOffline(true)
  await go(page, `${einar}/consents`)
  await press(page, 'Trekk: Hege Demo: mål og tiltak, avtaler')
  await says(page.getByRole('main'), 'Dette følger av det', 'Si fra til Hege Demo at samtykket er trukket')
  const hege = card(desk, 'Hege Demo')
  await hege.getByRole('button', { name: 'Gi til Hege Demo' }).click()
  await hege.getByRole('button', { name: 'Lest høyt' }).click()
  await expect(hege.getByText('Gitt til Hege Demo 24. november 2026')).toHaveCount(2)
  await hege.getByRole('button', { name: 'Gi til Hege Demo' }).click()

  // The desk has the list of ways open, and has not heard of it yet; the office has.
  let isCut = true
  await desk.route('**/v1/desk/ask', (route) => (isCut ? route.abort() : route.continue()))
  await expect(page.getByText('Trukket: Hege Demo')).toHaveCount(0)
  await marit.context.setOffline(false)
  await go(page, '/more/sending')
  await expect(page.getByText('Ingenting venter')).toBeVisible()
  await hege.getByRole('button', { name: 'Sendt i posten' }).click()
  isCut = false
  await desk.evaluate(() => dispatchEvent(new Event('online')))
  await expect(hege).toContainText('Ikke gi referatet til Hege Demo. Ingenting står som gitt.')
  await expect(hege.getByText('Gitt til Hege Demo 24. november 2026')).toHaveCount(2)
  await go(desk, `${einar}/consents/copies`)
  await expect(desk.getByRole('listitem').filter({ hasText: 'Referat' })).toHaveCount(2)
  await go(page, `${einar}/group`)
  await says(page.getByRole('listitem').filter({ hasText: 'Hege Demo' }), 'Får ikke vite noe.')
  expectNoFaults(marit, ingrid)
})

test('the agencies of the office are offered on phone and desk, with their number', async () => {
  for (const { page } of [marit, ingrid]) {
    await go(page, `${einar}/group/members/new`)
    await page.getByLabel('Etat eller sted').fill('bomiljø')
    await chip(page, 'Fra kontorets liste', 'Bomiljøtjenesten').click()
    await expect(page.getByLabel('Telefon')).toHaveValue('00000029')
    await press(page, 'Forkast')
  }
})
