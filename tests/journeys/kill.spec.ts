// The browser's process is killed, and the browser's folder is searched: nothing saved is lost, nothing written is readable.

import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { startOffice, type TestOffice } from '../support/office.ts'
import { unlock } from '../support/people.ts'
import { filesWith, openProfile } from '../support/profile.ts'
import { answer, beginTalk, localhost, openVisit, press, question, says } from '../support/taps.ts'
import { cancelledAtDoor } from '../support/visit.ts'

let office: TestOffice
test.beforeAll(async () => {
  office = await startOffice({ today: '2026-11-24' })
})
test.afterAll(() => office.remove())

let folder: string
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bofast-profile-'))
})
test.afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

test('a browser killed while typing loses at most a second, and nothing that was marked saved', async () => {
  // Killed within the half minute in which a browser has not yet written its cookies to disk.
  const first = await openProfile(folder)
  const { page } = first
  await enrol(page)
  await openVisit(page, 'Kulisse Karlsen-Prøve')
  await page.context().setOffline(true)
  await cancelledAtDoor(page)
  await openVisit(page, 'Einar')
  await beginTalk(page)
  await answer(page, 'Passer det nå?', 'Ja')
  const box = page.getByRole('textbox', { name: 'Hvordan har det vært siden sist?' })
  await box.focus()
  const typed = await typeFor(page, 4_000)
  const killedAt = Date.now()
  await first.kill()

  const second = await openProfile(folder)
  await second.page.goto(localhost(office.url))
  await unlock(second.page)
  await says(second.page.getByRole('article').first(), 'Du er i gang hos', 'Einar', 'Siden sist')
  await second.page.getByRole('link', { name: 'Fortsett besøket hos Einar' }).click()
  await expect(question(second.page, 'Hvordan har det vært siden sist?')).toBeVisible()
  const kept = await second.page.getByRole('textbox', { name: 'Hvordan har det vært siden sist?' }).inputValue()
  const all = typed.map(({ word }) => word).join('')
  const aSecondBefore = typed.filter(({ at }) => at <= killedAt - 1_000).map(({ word }) => word)
  expect(aSecondBefore.length).toBeGreaterThan(5)
  expect(all.startsWith(kept)).toBe(true)
  expect(kept.startsWith(aSecondBefore.join(''))).toBe(true)

  await second.page.getByRole('link', { name: 'Vis alle deler' }).click()
  await expect(second.page.getByRole('link', { name: 'Start. Ferdig' })).toBeVisible()
  await second.page.goto(localhost(office.url))
  await unlock(second.page)
  const door = second.page.getByRole('article').filter({ hasText: 'Kulisse Karlsen-Prøve' })
  await says(door, 'Mottatt på kontoret')
  await expect(door).toContainText(/avlyst/i)
  await second.close()
})

/** 20 in the long run, 3 at each landing: the first of them is the test above. */
const KILLS = process.env.BOFAST_LONG ? 19 : 2

test('killed again and again in the middle of a word, it never loses more than the last second', async () => {
  const first = await openProfile(folder)
  await enrol(first.page)
  await openVisit(first.page, 'Skisse Sandkasse')
  await beginTalk(first.page)
  await answer(first.page, 'Passer det nå?', 'Ja')
  let open = first
  for (let round = 0; round < KILLS; round += 1) {
    const box = open.page.getByRole('textbox', { name: 'Hvordan har det vært siden sist?' })
    const before = await box.inputValue()
    await box.focus()
    await open.page.keyboard.press('Control+End')
    const typed = await typeFor(open.page, 2_000 + Math.round(Math.random() * 1_000))
    const killedAt = Date.now()
    await open.kill()
    open = await openProfile(folder)
    await open.page.goto(localhost(office.url))
    await unlock(open.page)
    await open.page.getByRole('link', { name: 'Fortsett besøket hos Skisse' }).click()
    await expect(question(open.page, 'Hvordan har det vært siden sist?')).toBeVisible()
    const kept = await open.page.getByRole('textbox', { name: 'Hvordan har det vært siden sist?' }).inputValue()
    const sure = typed.filter(({ at }) => at <= killedAt - 1_000).map(({ word }) => word)
    expect(kept.startsWith(before + sure.join(''))).toBe(true)
    expect((before + typed.map(({ word }) => word).join('')).startsWith(kept)).toBe(true)
  }
  await open.close()
})

test('nothing typed is readable in the profile on disk', async () => {
  const [saved, draft, control] = [randomUUID(), randomUUID(), randomUUID()]
  const browser = await openProfile(folder)
  const { page } = browser
  await enrol(page)
  await page.context().setOffline(true)
  await page.getByRole('link', { name: 'Notat', exact: true }).click()
  await page.getByRole('textbox', { name: 'Vil du skrive noe?' }).fill(`Hun sa ${saved} i døra.`)
  await press(page, 'Snakket i døra')
  await expect(page.getByText('Lagret: Snakket i døra.')).toBeVisible()
  await press(page, 'Ferdig')
  await openVisit(page, 'Skisse Sandkasse')
  await beginTalk(page)
  await answer(page, 'Passer det nå?', 'Ja')
  await page.getByRole('textbox').fill(`Utkast ${draft} her.`)
  await expect(page.getByRole('status').filter({ hasText: /^Lagret på telefonen kl\./ })).toBeVisible()
  await press(page, 'Skjul')
  await expect(page.getByRole('heading', { name: 'Låst.' })).toBeVisible()
  expect(await parkedHere(page)).toBe(1)
  await keepInClear(page, control)
  await browser.close()

  expect(filesWith(folder, control).length).toBeGreaterThan(0)
  for (const words of [saved, draft, 'Einar', 'Bedre kosthold', 'Kulisse Karlsen']) expect(filesWith(folder, words)).toEqual([])
})

async function enrol(page: Page): Promise<void> {
  await page.goto(localhost(office.url))
  await press(page, 'Prøv som Marit (på telefonen)')
  await press(page, 'Gå videre')
  await expect(page.getByRole('heading', { name: 'I dag', level: 1 })).toBeVisible()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
}

/** Types without a pause, word by word, and remembers when each word stood there. */
const ENOUGH = 6
async function typeFor(page: Page, ms: number): Promise<readonly { readonly word: string; readonly at: number }[]> {
  const typed: { word: string; at: number }[] = []
  const end = Date.now() + ms
  // A busy machine types slowly: on, until enough of it is older than a second.
  while (Date.now() < end || (typed[ENOUGH]?.at ?? Date.now()) > Date.now() - 1_000) {
    const word = `ord${typed.length} `
    await page.keyboard.type(word, { delay: 20 })
    typed.push({ word, at: Date.now() })
  }
  return typed
}

/** So that a search that finds nothing is known to be a search that finds. */
async function keepInClear(page: Page, words: string): Promise<void> {
  await page.evaluate(
    (text) =>
      new Promise<void>((resolve) => {
        const request = indexedDB.open('control', 1)
        request.onupgradeneeded = () => request.result.createObjectStore('kept')
        request.onsuccess = () => {
          const writing = request.result.transaction('kept', 'readwrite')
          writing.objectStore('kept').put(text, 1)
          writing.oncomplete = () => resolve()
        }
      }),
    words,
  )
}

/** Copies of drafts in the outbox, sealed for the office before the keys were dropped. */
const parkedHere = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const name = (await indexedDB.databases()).find((found) => found.name?.startsWith('v-'))?.name ?? ''
    return new Promise<number>((resolve) => {
      indexedDB.open(name).onsuccess = (event) => {
        const db: IDBDatabase = Reflect.get(event.target ?? {}, 'result')
        const all = db.transaction('outbox').objectStore('outbox').getAll()
        all.onsuccess = () => {
          db.close()
          resolve(all.result.filter((item: { draft?: object }) => item.draft).length)
        }
      }
    })
  })
