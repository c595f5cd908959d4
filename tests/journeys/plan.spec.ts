// Plan and group of Einar, readable in full on the phone, without coverage.

import { expect, test } from '@playwright/test'
import { startOffice, type TestOffice } from '../support/office.ts'
import { expectNoFaults, onPhone } from '../support/people.ts'
import { localhost, press, says } from '../support/taps.ts'

let office: TestOffice
test.beforeAll(async () => {
  office = await startOffice({ today: '2026-11-24' })
})
test.afterAll(() => office.remove())

test('the plan and the group of Einar can be read in full without coverage', async ({ browser }) => {
  const marit = await onPhone(browser, localhost(office.url), 'Marit')
  const { page } = marit
  const main = page.getByRole('main')
  await marit.context.setOffline(true)
  await page.getByRole('link', { name: 'Beboere', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Beboere', level: 1 })).toBeVisible()
  await page.getByRole('link', { name: 'Einar' }).click()
  await page.getByRole('link', { name: '«Jeg vil bli boende.»' }).click()
  await expect(page.getByText('Einar · til 1. mars 2027')).toBeVisible()
  await says(main, 'Opprettholde boforholdet / forhindre utkastelse', 'Bedre ivaretakelse av meg selv og egen helse')
  await says(main, 'Ta hensyn til naboer (for eksempel ikke urinere i oppgangen)', 'Går som regel · Einar 17. november')
  await expect(main.getByRole('img', { name: 'Nå 3 av 4. Ønsket 4' })).toBeVisible()
  await says(main, 'Bedre kosthold', 'Bedre hygiene')
  await says(main, 'Hjemmehjelp, torsdager kl. 10.00', 'Fast hjemmehjelp over tid, fast tidspunkt')
  await says(main, 'Avrusning', 'Besøk, hver uke', 'Marit og Jon', 'Forvaltning av økonomi / uføretrygd')
  await says(main, 'Krever samtykke, som kan trekkes.')
  await says(main, 'Vilkår uten hjemmel.', 'For å få fortsette å bo i leiligheten må Einar ta imot booppfølger', 'Avklar med leder.')
  await says(main, 'Det jeg gjør', 'Det kommunen gjør', 'Bakgrunn', 'Evalueres tirsdag 1. desember')
  await says(main, 'Versjon 1, muntlig enig', 'Samtykker', 'Sagt ja · Einar · 1. september', 'Ikke svart')
  await press(page, 'Les sammen')
  await expect(page.getByRole('button', { name: 'Ferdig med å lese' })).toBeVisible()
  await press(page, 'Ferdig med å lese')

  await press(page, 'Tilbake')
  await page.getByRole('link', { name: 'Hele gruppa' }).click()
  await says(main, 'torsdag 3. desember kl. 13.00', 'Kontoret, møterom 2')
  const members = main.getByRole('list').getByRole('listitem')
  await expect(members).toHaveCount(7)
  await says(members.filter({ hasText: 'Ingrid' }), 'Saksbehandler · koordinator')
  await says(members.filter({ hasText: 'Hege Demo' }), 'Kan vite: mål og tiltak, avtaler')
  await says(members.filter({ hasText: 'Ola Prøve' }), 'Fastlege', 'Kan vite: helse')
  await says(members.filter({ hasText: 'Avrusningen' }), 'Får ikke vite noe. Einar har ikke svart.')
  await says(main, 'Referater går bare til dem Einar har sagt ja til.')
  await press(page, 'Ring Hege Demo')
  await says(members.filter({ hasText: 'Hege Demo' }), 'Demo: ringer ikke')
  await expect(page.locator('a[href^="tel:"], a[href^="sms:"]')).toHaveCount(0)
  expectNoFaults(marit)
})
