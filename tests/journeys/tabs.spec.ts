// Two tabs of one phone: one writes, both lock, and neither stands in the way of a newer build (DESIGN.md 7).

import { expect, type Page, test } from '@playwright/test'
import { startOffice, type TestOffice } from '../support/office.ts'
import { expectNoFaults, onPhone, type Person, unlock } from '../support/people.ts'
import { anotherPage, answer, beginTalk, localhost, openVisit, press, toField } from '../support/taps.ts'

let office: TestOffice
test.beforeAll(async () => {
  office = await startOffice({ today: '2026-11-24' })
})
test.afterAll(() => office.remove())

const ELSEWHERE = 'Åpen i en annen fane. Lukk den, så kan du skrive her.'
/** The first question for her own words: after a notice it is another one. */
const SINCE = { name: /^(Hvordan har det vært siden sist|Hva har skjedd, slik du ser det)\?$/ }
const since = (page: Page) => page.getByRole('textbox', SINCE)
const isKept = (page: Page) => expect(page.getByRole('status').filter({ hasText: /^Lagret på telefonen kl\./ })).toBeVisible()

/** Marit in the middle of a visit; ends on the question with the long text. */
async function inVisit(browser: Parameters<typeof onPhone>[0], name: string): Promise<Person> {
  const marit = await onPhone(browser, localhost(office.url), 'Marit')
  await openVisit(marit.page, name)
  await beginTalk(marit.page)
  await answer(marit.page, 'Passer det nå?', 'Ja')
  await toField(marit.page, since(marit.page))
  return marit
}

test('the second tab of a visit can be read but not written, follows the first, and takes over when that one closes', async ({
  browser,
}) => {
  const marit = await inVisit(browser, 'Einar')
  await since(marit.page).fill('Fra den første fanen.')
  await isKept(marit.page)
  const here = new URL(marit.page.url()).pathname
  const other = await anotherPage(marit, here.replace(/steps\/.*/, 'review'))
  await unlock(other)
  await expect(other.getByText(ELSEWHERE)).toBeVisible()
  await expect(other.getByRole('button', { name: 'Ferdig', exact: true })).toHaveCount(0)
  await other.goto(here)
  await unlock(other)
  await expect(other.getByText(ELSEWHERE)).toBeVisible()
  await expect(since(other)).toBeDisabled()
  await expect(since(other)).toHaveValue('Fra den første fanen.')
  await expect(marit.page.getByText(ELSEWHERE)).toHaveCount(0)

  // Looking at another question there changes nothing here: what is written on goes to disk as before.
  await press(other, 'Neste')
  await expect(since(other)).toHaveCount(0)
  await press(other, 'Tilbake')
  await since(marit.page).fill('Fra den første fanen. Og litt til.')
  await expect(since(other)).toHaveValue('Fra den første fanen. Og litt til.')
  await marit.page.close()
  await expect(since(other)).toBeEnabled()
  await expect(other.getByText(ELSEWHERE)).toHaveCount(0)
  await since(other).fill('Fra den første fanen. Og litt til. Nå herfra.')
  await isKept(other)
  await other.reload()
  await unlock(other)
  await expect(since(other)).toHaveValue('Fra den første fanen. Og litt til. Nå herfra.')
  expectNoFaults(marit)
  await marit.context.close()
})

test('locking in one tab locks the other, and the words being written there are kept', async ({ browser }) => {
  const marit = await inVisit(browser, 'Skisse Sandkasse')
  const other = await anotherPage(marit, '/')
  await unlock(other)
  await expect(other.getByRole('heading', { name: 'I dag', level: 1 })).toBeVisible()
  await since(marit.page).pressSequentially('Midt i en set')
  await press(other, 'Skjul')
  for (const page of [marit.page, other]) await expect(page.getByRole('heading', { name: 'Låst.' })).toBeVisible()
  await expect(marit.page.getByText('Midt i')).toHaveCount(0)
  await unlock(marit.page)
  await expect(since(marit.page)).toHaveValue('Midt i en set')
  expectNoFaults(marit)
  await marit.context.close()
})

/** What a newer build does first: opens the vault with a higher version. Resolves when the other tab has let go. */
const upgradeFrom = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const found = (await indexedDB.databases()).find(({ name }) => name?.startsWith('v-'))
    return new Promise<number>((resolve, reject) => {
      const request = indexedDB.open(found?.name ?? '', (found?.version ?? 0) + 10)
      request.onerror = () => reject(request.error)
      request.onsuccess = () => {
        request.result.close()
        resolve(request.result.version)
      }
    })
  })

test('a tab makes way for a newer build in another one, with the words being written kept', async ({ browser }) => {
  const marit = await inVisit(browser, 'Testine Eksempelsen')
  const other = await anotherPage(marit, '/')
  await expect(other.getByRole('heading', { name: 'Låst.' })).toBeVisible()
  await since(marit.page).pressSequentially('Rett før den nye')
  expect(await upgradeFrom(other)).toBeGreaterThan(10)
  await expect(marit.page.getByRole('heading', { name: 'Låst.' })).toBeVisible()
  await unlock(marit.page)
  await expect(since(marit.page)).toHaveValue('Rett før den nye')
  expectNoFaults(marit)
  await marit.context.close()
})

test('unlocking says which tab to close when an old one does not let go, and goes on when it has', async ({ browser }) => {
  const marit = await onPhone(browser, localhost(office.url), 'Marit')
  const { page } = marit
  await page.goto('about:blank')
  const old = await anotherPage(marit, '/')
  await expect(old.getByRole('heading', { name: 'Låst.' })).toBeVisible()
  // An old tab that has gone to sleep: it holds the vault as an earlier build made it, and hears nothing.
  await old.evaluate(async () => {
    const name = (await indexedDB.databases()).find((found) => found.name?.startsWith('v-'))?.name ?? ''
    await new Promise((resolve) => {
      indexedDB.deleteDatabase(name).onsuccess = resolve
    })
    await new Promise((resolve) => {
      indexedDB.open(name, 1).onsuccess = resolve
    })
  })
  await page.goto(localhost(office.url))
  await unlock(page)
  await expect(page.getByText('Bofast er åpen i en annen fane. Lukk den for å fortsette.')).toBeVisible()
  await old.close()
  await expect(page.getByRole('heading', { name: 'I dag', level: 1 })).toBeVisible()
  expectNoFaults(marit)
  await marit.context.close()
})
