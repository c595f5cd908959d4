// Two people and one phone (DESIGN.md 8): the second who signs in gets a vault of her own. What the first had saved still
// leaves, nothing of it can be read, and the first signs in anew.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { startOffice, type TestOffice } from '../support/office.ts'
import { unlock } from '../support/people.ts'
import { filesWith, openProfile } from '../support/profile.ts'
import { answer, beginTalk, localhost, openVisit, press, says } from '../support/taps.ts'
import { cancelledAtDoor } from '../support/visit.ts'

let office: TestOffice
let folder: string
test.beforeAll(async () => {
  office = await startOffice({ today: '2026-11-24' })
  folder = mkdtempSync(join(tmpdir(), 'bofast-two-'))
})
test.afterAll(async () => {
  await office.remove()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

test('a second person on the phone reads nothing of the first, whose notes and drafts still reach the office', async () => {
  const browser = await openProfile(folder)
  const { page } = browser
  await page.goto(localhost(office.url))
  await press(page, 'Prøv som Marit (på telefonen)')
  await press(page, 'Gå videre')
  await expect(page.getByRole('heading', { name: 'I dag', level: 1 })).toBeVisible()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.context().setOffline(true)
  await openVisit(page, 'Kulisse Karlsen-Prøve')
  await cancelledAtDoor(page)
  await openVisit(page, 'Einar')
  await beginTalk(page)
  await answer(page, 'Passer det nå?', 'Ja')
  await page.getByRole('textbox').fill('Halvveis i kanarifuglen.')
  await press(page, 'Skjul')
  await expect(page.getByText(/^\d venter på nett\./)).toBeVisible()

  await page.context().setOffline(false)
  await press(page, 'Logg inn på nytt')
  await says(
    page.getByRole('note'),
    'Den som brukte telefonen før, må logge inn på nytt etterpå.',
    'Det som er lagret, blir sendt likevel.',
  )
  await press(page, 'Prøv som Jon (på telefonen)')
  await press(page, 'Gå videre')
  await expect(page.getByRole('heading', { name: 'I dag', level: 1 })).toBeVisible()
  await expect(page.getByText('kanarifugl')).toHaveCount(0)

  await press(page, 'Skjul')
  await expect(page.getByText('venter på nett')).toHaveCount(0)
  await press(page, 'Logg inn på nytt')
  await press(page, 'Prøv som Marit (på telefonen)')
  await press(page, 'Gå videre')
  const door = page.getByRole('article').filter({ hasText: 'Kulisse Karlsen-Prøve' })
  await says(door, 'Mottatt på kontoret')
  await expect(door).toContainText(/avlyst/i)
  await press(page, 'Skjul')
  await unlock(page)
  await says(page.getByRole('article').filter({ hasText: 'Kulisse Karlsen-Prøve' }), 'Mottatt på kontoret')
  await browser.close()
  for (const words of ['kanarifuglen', 'Kulisse Karlsen', 'Einar']) expect(filesWith(folder, words)).toEqual([])
})
