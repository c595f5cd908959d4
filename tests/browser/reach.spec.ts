// A thumb in a doorway, a keyboard that covers half the screen, a printer: every control of the phone answers real clicks
// 22 px from its middle (44 px in all), the focus is never under the bottom bar, and the plan prints as a tagged document.

import { expect, type Page, test } from '@playwright/test'
import { startOffice, type TestOffice } from '../support/office.ts'
import { expectNoFaults, onPhone, type Person } from '../support/people.ts'
import { everyAnswer, walkTheGuide } from './guided.ts'
import { focusedUnderBar, missedClicks } from './touch.ts'
import { go, settled } from './views.ts'

test.describe.configure({ mode: 'serial' })

let office: TestOffice
let marit: Person
let page: Page
let einar = ''
let visit = ''

test.beforeAll(async ({ browser }) => {
  office = await startOffice({ today: '2026-11-24' })
  marit = await onPhone(browser, office.url.replace('127.0.0.1', 'localhost'), 'Marit')
  page = marit.page
  visit = (await page.getByRole('link', { name: 'Einar' }).first().getAttribute('href')) ?? ''
  einar = visit.split('/visits/')[0] ?? ''
})
test.afterAll(async () => {
  await marit?.context.close()
  await office?.remove()
})
test.afterEach(() => expectNoFaults(marit))

test('every control outside a visit answers clicks all over 44 px', async () => {
  const missed: string[] = []
  const about = ['', '/plan', '/progress', '/group', '/consents', '/grants', '/papers'].map((more) => einar + more)
  for (const path of ['/', '/residents', ...about, visit, '/note', '/more', '/more/sending']) {
    await go(page, path)
    missed.push(...(await missedClicks(page, path.replaceAll(/[\w-]{22}/g, '…'))))
  }
  expect(missed).toEqual([])
})

test('every control of a guided visit answers clicks all over 44 px', async () => {
  await go(page, visit)
  await page.getByRole('button', { name: 'Start besøket' }).click()
  await expect(page.getByRole('button', { name: 'Neste' })).toBeVisible()
  const missed: string[] = []
  const see = async (name: string) => {
    await settled(page)
    missed.push(...(await missedClicks(page, name)))
  }
  await walkTheGuide({ page, see }, visit, everyAnswer)
  await see('review')
  await go(page, visit)
  await see('overview')
  expect(missed).toEqual([])
})

test('with the keyboard open, the focus is never wholly under the bottom bar', async () => {
  await page.setViewportSize({ width: 390, height: 420 })
  const hidden: string[] = []
  for (const at of ['/steps/start.outcome', '/steps/everyday.seen', '/steps/end.agreements', '/review']) {
    await go(page, `${visit}${at}`)
    hidden.push(...(await focusedUnderBar(page, at)))
  }
  for (const path of [einar, '/note', '/']) {
    await go(page, path)
    hidden.push(...(await focusedUnderBar(page, path.replaceAll(/[\w-]{22}/g, '…'))))
  }
  await page.setViewportSize({ width: 390, height: 844 })
  expect(hidden).toEqual([])
})

test('the plan prints as a tagged document in its language', async () => {
  await go(page, `${einar}/plan`)
  await page.getByRole('button', { name: 'Les sammen' }).click()
  await expect(page.getByRole('button', { name: 'Skriv ut' })).toBeVisible()
  const pdf = (await page.pdf({ tagged: true, preferCSSPageSize: true })).toString('latin1')
  expect(pdf.slice(0, 5)).toBe('%PDF-')
  expect(pdf).toContain('/StructTreeRoot')
  expect(pdf).toMatch(/\/Lang \(nb/)
})
