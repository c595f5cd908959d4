// The ways a visit can go around its questions: a no in two taps, a tap at the door that is taken back, the screen turned
// to the resident in her language, words added afterwards, and what was entered wrongly struck through. Without coverage.

import { expect, type Page, test } from '@playwright/test'
import { startOffice, type TestOffice } from '../support/office.ts'
import { expectNoFaults, onPhone, type Person, unlock } from '../support/people.ts'
import { answer, localhost, lookOver, press, question, says } from '../support/taps.ts'
import { toToday } from '../support/visit.ts'

test.describe.configure({ mode: 'serial' })

let office: TestOffice
let marit: Person
test.beforeAll(async ({ browser }) => {
  office = await startOffice({ today: '2026-11-24' })
  marit = await onPhone(browser, localhost(office.url), 'Marit')
  await marit.context.setOffline(true)
})
test.afterAll(async () => {
  await marit?.context.close()
  await office?.remove()
})
test.afterEach(() => expectNoFaults(marit))

const title = (page: Page, name: string) => page.getByRole('heading', { name, level: 1, exact: true })

async function toVisit(page: Page, name: string): Promise<void> {
  await toToday(page)
  await page.getByRole('main').getByRole('link', { name }).first().click()
}

test('what is tapped at the door is taken back within ten seconds, and nothing of it is left', async () => {
  const { page } = marit
  await page.getByRole('main').getByRole('link', { name: 'Skisse Sandkasse' }).first().click()
  await press(page, 'Ved døra')
  await expect(title(page, 'Ved døra')).toBeVisible()
  await press(page, 'Åpnet ikke')
  await expect(question(page, 'La du igjen en beskjed?')).toBeVisible()
  await press(page, 'Angre')
  await expect(title(page, 'Ved døra')).toBeVisible()
  await press(page, 'Tilbake')
  await expect(page.getByRole('button', { name: 'Start besøket' })).toBeVisible()
})

test('a no is two taps, is there again after a reload, and is a held choice, not a failure', async () => {
  const { page } = marit
  await press(page, 'Ved døra')
  await press(page, 'Ønsker ikke oppfølging')
  await expect(title(page, 'Det er helt greit')).toBeVisible()
  await says(page.getByRole('main'), 'Du bestemmer selv', 'Utleier får ikke vite noe.')
  await expect(page.getByText(/^Lagret på telefonen/)).toBeVisible()
  await page.reload()
  await unlock(page)
  await expect(title(page, 'Det er helt greit')).toBeVisible()
  await press(page, 'Ferdig')
  await expect(page.getByText('Besøket hos Skisse er ferdig.')).toBeVisible()
  await says(page.getByRole('main'), 'Ønsker ikke oppfølging')
  await expect(page.getByRole('heading', { name: 'Start', level: 3 })).toBeVisible()
})

test('words are added to it afterwards, and it is struck through as entered wrongly and can be written anew', async () => {
  const { page } = marit
  await press(page, 'Legg til noe')
  await page.getByRole('textbox', { name: 'Hva vil du legge til?' }).fill('Hun vinket fra vinduet.')
  await press(page, 'Lagre tillegget')
  await says(page.getByRole('main'), 'Tillegg · Marit', 'Hun vinket fra vinduet.')
  await press(page, 'Feilført?')
  await press(page, 'Skrevet på feil person')
  await expect(page.getByText('Strøket over som feilført.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Start besøket' })).toBeVisible()
  await press(page, 'Tilbake')
  await expect(page.locator('s', { hasText: 'Marit' })).toBeVisible()
  await says(page.getByRole('main'), 'Feilført: Skrevet på feil person · Marit')
})

test('the screen is turned to the resident in her language, with nothing of the worker’s, and back', async () => {
  const { page } = marit
  await toVisit(page, 'Einar')
  await press(page, 'Start besøket')
  await answer(page, 'Hvordan gikk det?', 'Hjemme – besøket gjennomført')
  await expect(page.getByRole('link', { name: 'Les sammen' })).toHaveCount(0)
  await answer(page, 'Hvem er her?', 'Beboeren')
  for (let step = 0; step < 10 && !(await question(page, 'Passer det nå?').isVisible()); step += 1) await press(page, 'Neste')
  await page.getByRole('link', { name: 'Les sammen' }).click()
  await expect(title(page, 'Les sammen')).toBeVisible()
  await press(page, 'English')
  await expect(question(page, 'Is this a good time?')).toBeVisible()
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  await page.getByRole('radio', { name: 'Yes', exact: true }).check()
  for (const word of ['Marit', 'Jon', 'Lagret', 'Vis alle deler']) await expect(page.getByText(word)).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Skjul' }).or(page.getByRole('button', { name: 'Hide' }))).toBeVisible()
  await press(page, 'Next')
  await page.reload()
  await unlock(page)
  await expect(title(page, 'Les sammen')).toBeVisible()
  await page.getByRole('link', { name: 'Snu tilbake' }).click()
  await expect(page.getByRole('link', { name: 'Vis alle deler' })).toBeVisible()
  expect(await page.locator('html').getAttribute('lang')).toBe('nb')
})

test('she stops in the middle: the calm words come, and what was said stays', async () => {
  const { page } = marit
  await press(page, 'Stopp')
  await expect(page.getByText('Dere stopper her. Det som er sagt, står.')).toBeVisible()
  await expect(page.getByRole('heading', { level: 2 }).filter({ hasText: 'Det er helt greit. Du bestemmer selv.' })).toBeVisible()
  await lookOver(page)
  await says(page.getByRole('main'), 'Passer det nå?', 'Ja')
})
