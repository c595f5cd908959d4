// What works when nobody looks, and when nobody answers: the service worker sends with every page closed, and the app
// opens with the office truly stopped.

import { type Browser, expect, test } from '@playwright/test'
import { startOffice, type TestOffice } from '../support/office.ts'
import { atDesk, expectNoFaults, onPhone, type Person, unlock } from '../support/people.ts'
import { anotherPage, answer, beginTalk, localhost, lookOver, newRow, openSending, openVisit, press, says } from '../support/taps.ts'

let office: TestOffice
test.beforeAll(async () => {
  office = await startOffice({ today: '2026-11-24' })
})
test.afterAll(() => office.remove())

const maritsPhone = (browser: Browser): Promise<Person> => onPhone(browser, localhost(office.url), 'Marit')

test('the worker alone delivers when every page is closed', async ({ browser }) => {
  const ingrid = await atDesk(browser, localhost(office.url))
  const marit = await maritsPhone(browser)
  await openVisit(marit.page, 'Einar')
  await marit.context.setOffline(true)
  await beginTalk(marit.page)
  await lookOver(marit.page)
  await press(marit.page, 'Ferdig')
  await expect(marit.page.getByText('Besøket hos Einar er ferdig.')).toBeVisible()
  await marit.page.close()
  expect(marit.context.pages()).toEqual([])

  await marit.context.setOffline(false)
  await expect(newRow(ingrid.page, 'Einar')).toBeVisible()
  expect(marit.context.pages()).toEqual([])

  const page = await anotherPage(marit, '/')
  await expect(page.getByRole('heading', { name: 'Låst.' })).toBeVisible()
  await expect(page.getByText('venter på nett')).toHaveCount(0)
  await unlock(page)
  await says(page.getByRole('article').filter({ hasText: 'Einar' }), 'Hjemme – besøket gjennomført', 'Mottatt på kontoret')
  expectNoFaults(marit, ingrid)
  await marit.context.close()
})

test('the app opens a deep link with the office stopped, takes answers, and delivers when it is back', async ({ browser }) => {
  const ingrid = await atDesk(browser, localhost(office.url))
  const marit = await maritsPhone(browser)
  await openVisit(marit.page, 'Testine Eksempelsen')
  const path = new URL(marit.page.url()).pathname.replace(/\/visits\/.*/, '')
  await marit.page.close()
  await office.stop()

  const page = await anotherPage(marit, path)
  await expect(page.getByRole('heading', { name: 'Låst.' })).toBeVisible()
  await expect(page.getByText('Testine')).toHaveCount(0)
  await unlock(page)
  await expect(page.getByRole('heading', { name: 'Testine Eksempelsen', level: 1 })).toBeVisible()
  await press(page, 'Start besøk')
  await beginTalk(page)
  await answer(page, 'Passer det nå?', 'Ja')
  await lookOver(page)
  await press(page, 'Ferdig')
  await expect(page.getByText(/^Lagret på telefonen kl\./)).toBeVisible()
  await press(page, 'Til Testine')
  await press(page, 'Tilbake')
  await page.getByRole('link', { name: 'I dag', exact: true }).click()
  await openSending(page)
  await expect(page.getByText(/^\d venter på nett$/)).toBeVisible()
  await press(page, 'Prøv å sende nå')
  await expect(page.getByText('Kontoret svarer ikke. Alt ligger trygt her, og sendes senere.')).toBeVisible()

  await office.restart()
  await press(page, 'Prøv å sende nå')
  await expect(page.getByText('Ingenting venter')).toBeVisible()
  await ingrid.page.reload()
  await expect(ingrid.page.getByRole('link', { name: /^Testine Eksempelsen .*24\.11/ })).toBeVisible()
  expectNoFaults(marit)
})
