// The door: wrong words, idle minutes, and the language of whoever opens it.

import { expect, test } from '@playwright/test'
import { startOffice, type TestOffice } from '../support/office.ts'
import { expectNoFaults, onPhone, unlock } from '../support/people.ts'
import { answer, beginTalk, localhost, openVisit, press, question, says } from '../support/taps.ts'

let office: TestOffice
test.beforeAll(async () => {
  office = await startOffice({ today: '2026-11-24' })
})
test.afterAll(() => office.remove())

test('wrong words open nothing', async ({ browser }) => {
  const marit = await onPhone(browser, localhost(office.url), 'Marit')
  const { page } = marit
  await press(page, 'Skjul')
  await expect(page.getByRole('heading', { name: 'Låst.' })).toBeVisible()
  for (const words of ['fiskekrok bordben vinterlys steinrøys havregrøt kobberkjele', 'eple', "' or 1=1"]) {
    await page.getByRole('textbox', { name: 'Seks ord' }).fill(words)
    await press(page, 'Lås opp')
    await expect(page.getByRole('alert')).toHaveText('Ordene stemmer ikke. Se etter skrivefeil, og prøv igjen.')
  }
  await expect(page.getByRole('article')).toHaveCount(0)
  await page.goto('/residents')
  await expect(page.getByRole('heading', { name: 'Låst.' })).toBeVisible()
  await expect(page.getByText(/Einar|Testine|Kulisse/)).toHaveCount(0)
  await unlock(page)
  await expect(page.getByRole('heading', { name: 'Beboere', level: 1 })).toBeVisible()
  expectNoFaults(marit)
  await marit.context.close()
})

test('five idle minutes lock the screen, and the words lead back to what was written', async ({ browser }) => {
  const marit = await onPhone(browser, localhost(office.url), 'Marit')
  const { page } = marit
  await page.clock.install()
  await page.reload()
  await unlock(page)
  await openVisit(page, 'Einar')
  await beginTalk(page)
  await answer(page, 'Passer det nå?', 'Ja')
  await page.getByRole('textbox').fill('Halvveis i en setning')
  await page.clock.fastForward('04:30')
  await expect(question(page, 'Hvordan har det vært siden sist?')).toBeVisible()
  await page.clock.fastForward('00:45')
  await expect(page.getByRole('heading', { name: 'Låst.' })).toBeVisible()
  await expect(page.getByText(/Einar|Halvveis/)).toHaveCount(0)
  await unlock(page)
  await expect(question(page, 'Hvordan har det vært siden sist?')).toBeVisible()
  await expect(page.getByRole('textbox')).toHaveValue('Halvveis i en setning')
  expectNoFaults(marit)
  await marit.context.close()
})

test('nynorsk and English take over at the tap, and stay after a lock', async ({ browser }) => {
  const marit = await onPhone(browser, localhost(office.url), 'Marit')
  const { page } = marit
  await page.getByRole('link', { name: 'Mer', exact: true }).click()
  await page.getByRole('radio', { name: 'Nynorsk' }).check()
  await expect(page.getByRole('heading', { name: 'Meir', level: 1 })).toBeVisible()
  await page.getByRole('link', { name: 'Bebuarar', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Bebuarar', level: 1 })).toBeVisible()
  await page.reload()
  await says(page.locator('body'), 'Låst.', 'Fyll inn demo-orda')
  await page.goto('/more')
  await page.getByRole('button', { name: 'Fyll inn demo-orda' }).click()
  await press(page, 'Lås opp')
  await expect(page.getByRole('heading', { name: 'Meir', level: 1 })).toBeVisible()

  await page.getByRole('radio', { name: 'English' }).check()
  await expect(page.getByRole('heading', { name: 'More', level: 1 })).toBeVisible()
  await page.getByRole('link', { name: 'Today', exact: true }).click()
  await says(page.locator('body'), 'Tuesday 24 November', 'Next visits')
  await page.reload()
  await page.getByRole('button', { name: 'Fill in the demo words' }).click()
  await press(page, 'Unlock')
  await says(page.locator('body'), 'Tuesday 24 November', 'Next visits')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.getByRole('link', { name: 'Einar', exact: true }).click()
  await press(page, 'Start the visit')
  await expect(question(page, 'How did it go?')).toBeVisible()
  expectNoFaults(marit)
  await marit.context.close()
})
