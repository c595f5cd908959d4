// Two phones and a desk on the same records (DESIGN.md 3): each keeps her own part of a visit, the same field written by
// both stands as two versions until a person settles it, and what may not be written is held, never lost.

import { expect, type Page, test } from '@playwright/test'
import pg from 'pg'
import { aDatabase, startOffice, type TestDatabase, type TestOffice } from '../support/office.ts'
import { atDesk, expectNoFaults, onPhone, type Person } from '../support/people.ts'
import { answer, finish, startVisit } from '../support/visit.ts'

let database: TestDatabase
let office: TestOffice
let marit: Person
let jon: Person
let ingrid: Person

const dump = async (page: Page, what: string) =>
  console.log(`##### ${what} ${page.url()}\n${(await page.locator('body').innerText()).replace(/\n+/g, '\n')}\n`)

test.beforeAll(async ({ browser }) => {
  database = await aDatabase()
  office = await startOffice({ today: '2026-11-24', env: { DATABASE_URL: database.url } })
  const url = office.url.replace('127.0.0.1', 'localhost')
  marit = await onPhone(browser, url, 'Marit')
  jon = await onPhone(browser, url, 'Jon')
  ingrid = await atDesk(browser, url)
})

test.afterAll(async () => {
  for (const person of [marit, jon, ingrid]) await person?.context.close()
  await office?.remove()
  await database?.remove()
})

test.afterEach(() => expectNoFaults(marit, jon, ingrid))

const offline = (isOffline: boolean) => Promise.all([marit, jon].map(({ context }) => context.setOffline(isOffline)))

async function toResident({ page }: Person, name: string): Promise<void> {
  await page.goto('about:blank').catch(() => undefined)
  void name
}

test('two workers at the same visit offline each keep their own part', async () => {
  await offline(true)
  await startVisit(marit.page, 'Einar')
  await startVisit(jon.page, 'Einar')
  await answer(marit.page, {
    outcome: 'Hjemme – besøket gjennomført',
    who: 'Beboeren',
    since: 'Stolene kom på fredag.',
    score: '4 · Klarer selv',
  })
  await answer(jon.page, {
    outcome: 'Hjemme – besøket gjennomført',
    who: 'Beboeren',
    since: 'Sover dårlig om natta.',
    score: '2 · Går av og til',
    neighbours: 'Ganske bra',
  })
  await finish(marit.page, 'Einar')
  await finish(jon.page, 'Einar')
  await offline(false)
  await marit.page.waitForTimeout(15000)
  await dump(marit.page, 'marit')
  await dump(jon.page, 'jon')
  await ingrid.page.getByRole('link', { name: /Einar/ }).first().click()
  await ingrid.page.waitForTimeout(1000)
  await dump(ingrid.page, 'ingrid')
})

test('the same', async () => {
  await offline(true)
  await startVisit(marit.page, 'Skisse Sandkasse')
  await startVisit(jon.page, 'Skisse Sandkasse')
  await answer(marit.page, { outcome: 'Hjemme – besøket gjennomført', who: 'Beboeren' })
  await answer(jon.page, { outcome: 'Hjemme – kort besøk', who: 'Beboeren' })
  await finish(marit.page, 'Skisse')
  await finish(jon.page, 'Skisse')
  await offline(false)
  await marit.page.waitForTimeout(15000)
  await dump(marit.page, 'marit')
  await dump(jon.page, 'jon')
  await marit.page.getByRole('link', { name: 'Til Skisse' }).click()
  await marit.page.waitForTimeout(1000)
  await dump(marit.page, 'marit')
  await marit.page.getByRole('link', { name: /To versjoner/ }).click()
  await marit.page.waitForTimeout(1000)
  await dump(marit.page, 'marit')
  await dump(ingrid.page, 'ingrid')
})
