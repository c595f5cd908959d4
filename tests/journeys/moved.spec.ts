// A case is moved from Marit to Jon while both are out of reach (DESIGN.md 8, «Case taken away»): at the next contact
// everything of it is gone from Marit's phone and there on Jon's, and phones and desk count the same.

import { expect, type Page, test } from '@playwright/test'
import { openAccess, section, toSending } from '../support/custody.ts'
import { startOffice, type TestOffice } from '../support/office.ts'
import { atDesk, expectNoFaults, onPhone, type Person, residentsOn } from '../support/people.ts'
import { toToday } from '../support/visit.ts'

const SENT = { timeout: 120_000 }
/** Marit follows all nine, Jon seven; this is one of the two he does not have. */
const HOME = 'Demo Fiktivstad'

let office: TestOffice
let marit: Person
let jon: Person
let ingrid: Person

test.beforeAll(async ({ browser }) => {
  office = await startOffice({ today: '2026-11-24' })
  const url = office.url.replace('127.0.0.1', 'localhost')
  marit = await onPhone(browser, url, 'Marit')
  jon = await onPhone(browser, url, 'Jon')
  ingrid = await atDesk(browser, url)
})
test.afterAll(async () => {
  for (const person of [marit, jon, ingrid]) await person?.context.close()
  await office?.remove()
})
test.afterEach(() => expectNoFaults(marit, jon, ingrid))

async function toResidents(page: Page, n: number): Promise<void> {
  await toToday(page)
  await page.getByRole('link', { name: 'Beboere', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Beboere', level: 1 })).toBeVisible()
  await expect(residentsOn(page)).toHaveCount(n, SENT)
}

/** How much of this lane lies in the phone's own databases. */
const storedOf = (page: Page, lane: string): Promise<number> =>
  page.evaluate(async (wanted) => {
    const result = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    let found = 0
    for (const { name } of await indexedDB.databases()) {
      const db = await result(indexedDB.open(name ?? ''))
      for (const store of ['row', 'card', 'lane', 'draft']) {
        if (!db.objectStoreNames.contains(store)) continue
        const keys = await result(db.transaction(store).objectStore(store).getAllKeys())
        found += keys.filter((key) => JSON.stringify(key).includes(wanted)).length
      }
      db.close()
    }
    return found
  }, lane)

test('moved while both are offline: gone from the one phone, there on the other, and the counts agree', async () => {
  await toResidents(marit.page, 9)
  await toResidents(jon.page, 7)
  await marit.page.getByRole('main').getByRole('link', { name: HOME }).click()
  await expect(marit.page.getByRole('heading', { name: HOME, level: 1 })).toBeVisible()
  const path = new URL(marit.page.url()).pathname
  const lane = `case/${path.split('/').at(-1)}`
  expect(await storedOf(marit.page, lane)).toBeGreaterThanOrEqual(3) // a block of rows, a card, a cursor
  expect(await storedOf(jon.page, lane)).toBe(0)
  await Promise.all([marit, jon].map(({ context }) => context.setOffline(true)))

  const { page } = ingrid
  await openAccess(page, HOME)
  await page.getByRole('radio', { name: 'Flytte saken fra en til en annen' }).check()
  await page.getByRole('radio', { name: 'Marit' }).check()
  await page.getByRole('radio', { name: 'Jon' }).check()
  await expect(page.getByText('Jon får saken ved neste kontakt, med alt som er skrevet.')).toBeVisible()
  await page.getByRole('textbox', { name: /^Hvorfor\?/ }).fill('Marit går i permisjon')
  await page.getByRole('button', { name: 'Flytt saken fra Marit til Jon' }).click()
  await expect(page.getByText('Endret. Det gjelder fra nå.')).toBeVisible()
  await expect(section(page, 'Hvem følger opp').getByRole('listitem')).toHaveText([/^IngridKoordinator siden/, /^JonFølger opp siden/])

  await Promise.all([marit, jon].map(({ context }) => context.setOffline(false)))
  await toResidents(marit.page, 8)
  await expect(marit.page.getByText(HOME)).toHaveCount(0)
  await expect.poll(() => storedOf(marit.page, lane), SENT).toBe(0)
  await toResidents(jon.page, 8)
  await jon.page.getByRole('main').getByRole('link', { name: HOME }).click()
  await expect(jon.page.getByRole('heading', { name: HOME, level: 1 })).toBeVisible()
  await expect.poll(() => storedOf(jon.page, lane)).toBeGreaterThanOrEqual(3)
})

test('what lies on each phone is what Sending og lagring says', async () => {
  for (const { page } of [marit, jon]) {
    await toSending(page)
    await expect(page.getByText(/^8\sbeboere\./)).toBeVisible()
    await expect(page.getByText('Ingenting venter')).toBeVisible()
  }
})
