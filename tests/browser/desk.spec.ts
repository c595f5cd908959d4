// Every screen of the desk, as the phone's in screens.spec.ts: what each is held to stands in views.ts.

import { expect, type Locator, type Page, test } from '@playwright/test'
import { concernOffline, noteOffline, openAccess, takeCase, toInbox, toSending } from '../support/custody.ts'
import { startOffice, type TestOffice } from '../support/office.ts'
import { atDesk, expectNoFaults, onPhone, type Person, unlock } from '../support/people.ts'
import { answer, startVisit } from '../support/visit.ts'
import { keepAnswers, keptOnDisk } from './traces.ts'
import { go, homesOn, settled, Views } from './views.ts'

test.describe.configure({ mode: 'serial' })

let office: TestOffice
let ingrid: Person
let page: Page
let views: Views
const open: string[] = []

test.beforeAll(async ({ browser }) => {
  office = await startOffice({ today: '2026-11-24' })
  ingrid = await atDesk(browser, office.url.replace('127.0.0.1', 'localhost'))
  page = ingrid.page
  views = new Views(page, 'desk')
  keepAnswers(ingrid.context, open)
})
test.afterAll(async () => {
  await ingrid?.context.close()
  await office?.remove()
})
test.afterEach(() => expectNoFaults(ingrid))

const rows = () => page.locator('[data-row]')

/** A row and what it is about, in the reader. */
async function openRow(row: Locator): Promise<void> {
  await row.click()
  await expect(row).toHaveAttribute('aria-current', 'true')
  await settled(page)
}

test('the inbox with nothing chosen, and a row of each kind opened', async () => {
  await expect(rows().first()).toBeVisible()
  await views.see('desk inbox')
  for (const [kind, name] of [
    ['concern', /Skisse Sandkasse Åpne for å lese/],
    ['versions', /Beløpet som skyldes/],
    ['visit', /Einar Oppfølging/],
    ['visit not held', /Prøve Prøvesen/],
  ] as const) {
    await openRow(page.getByRole('link', { name }).first())
    await views.see(`desk inbox ${kind}`)
  }
})

test('read and acknowledged, with the undo standing', async () => {
  await openRow(page.getByRole('link', { name: /Einar Oppfølging/ }))
  await page.getByRole('button', { name: /^Les og kvitter/ }).click()
  await expect(page.getByRole('button', { name: 'Angre' })).toBeVisible()
  await views.see('desk inbox acknowledged')
})

test('the finder and the keys, open', async () => {
  await page.keyboard.press('Control+k')
  await page.getByRole('textbox', { name: 'Navn eller adresse' }).fill('e')
  await views.see('desk finder')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.getByRole('button', { name: 'Hjelp' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await views.see('desk help')
  await page.keyboard.press('Escape')
})

test('Beboere, each kind of resident, two versions, Oppsett, and a resident that is not here', async () => {
  await go(page, '/residents')
  const homes = await homesOn(page)
  await views.see('desk residents')
  for (const name of ['Einar', 'Testine Eksempelsen', 'Ung mann (K)', 'Prøve Prøvesen']) {
    await go(page, homes.get(name) ?? '')
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    await views.see(`desk ${name}`)
  }
  await go(page, `${homes.get('Testine Eksempelsen')}/versions`)
  await views.see('desk versions')
  await go(page, '/more')
  await views.see('desk settings')
  await go(page, `/residents/${'A'.repeat(21)}Q`)
  await views.see('desk not here')
})

test('the inbox read to the end', async () => {
  await go(page, '/inbox')
  await expect(rows().first()).toBeVisible()
  for (let left = await rows().count(); left > 0; left -= 1) {
    await openRow(rows().first())
    const read = page.getByRole('button', { name: /^Les og kvitter/ })
    const follow = page.getByRole('button', { name: 'Marker som fulgt opp' })
    await expect(read.or(follow).or(page.getByText('Hva stemmer?')).first()).toBeVisible()
    if (await follow.isVisible()) await page.getByRole('radio').first().check()
    if (await read.isVisible()) await read.click()
    else if (await follow.isVisible()) await follow.click()
    else {
      await page.getByRole('button', { name: 'Marits' }).click()
      await page.getByRole('button', { name: /^Bruk / }).click()
    }
    await expect(rows()).toHaveCount(left - 1)
  }
  await expect(page.getByText('Ingenting å lese.')).toBeVisible()
  await views.see('desk inbox empty')
})

test('what is held: a visit, a concern and a draft; chosen, and what is missing said', async ({ browser }) => {
  const marit = await onPhone(browser, office.url.replace('127.0.0.1', 'localhost'), 'Marit')
  await startVisit(marit.page, 'Einar')
  await answer(marit.page, { outcome: 'Hjemme – besøket gjennomført', who: 'Beboeren', since: 'Halvferdig.' })
  await marit.page.getByRole('button', { name: 'Skjul' }).click()
  await unlock(marit.page)
  await expect(
    marit.page.getByRole('heading', { name: 'Hvordan har det vært siden sist?' }).or(marit.page.getByText('Se over')).first(),
  ).toBeVisible()
  await go(marit.page, '/')
  await noteOffline(marit, 'Prøve Prøvesen', 'La igjen en lapp.')
  await concernOffline(marit, 'Prøve Prøvesen')
  await openAccess(page, 'Prøve Prøvesen')
  await views.see('desk access')
  await page.getByRole('radio', { name: 'Flytte saken fra en til en annen' }).check()
  await page.getByRole('radio', { name: 'Marit' }).check()
  await page.getByRole('radio', { name: 'Jon' }).last().check()
  await views.see('desk access move')
  await page.keyboard.press('Escape')
  for (const home of ['Prøve Prøvesen', 'Einar']) await takeCase(page, home, 'Marit')
  await marit.context.setOffline(false)
  await toSending(marit.page) // all of it is at the office before anything is decided: the bundles grow no more
  await expect(marit.page.getByText('Ingenting venter', { exact: true })).toBeVisible()
  await toInbox(page)
  for (const [kind, name] of [
    ['visit', /Prøve Prøvesen Skrevet uten tilgang/],
    ['concern', /Prøve Prøvesen Til vurdering/],
    ['unfinished', /Einar Utkast/],
  ] as const) {
    await expect(page.getByRole('link', { name }).first()).toBeVisible()
    await openRow(page.getByRole('link', { name }).first())
    await views.see(`desk held ${kind}`)
    if (kind === 'unfinished') continue
    await page.getByRole('radio').last().check()
    await page.getByRole('button', { name: 'La ligge utenfor saken' }).click()
    await expect(page.getByText('Skriv kort hvorfor.')).toBeVisible()
    await views.see(`desk held ${kind} lacks a reason`)
    const before = await page.getByRole('link', { name }).count()
    await page.getByRole('textbox', { name: /^Hvorfor\?/ }).fill('Dobbelt')
    await page.getByRole('button', { name: 'La ligge utenfor saken' }).click()
    await expect(page.getByRole('link', { name })).toHaveCount(before - 1)
  }
  await toSending(marit.page)
  const phone = new Views(marit.page, 'phone')
  await expect(marit.page.getByRole('heading', { name: 'Lagt til side av kontoret' })).toBeVisible()
  await phone.see('sending put aside')
  expect(phone.found).toEqual([])
  expectNoFaults(marit)
  await marit.context.close()
})

test('no answer of the office may be kept, and nothing lies on the machine', async () => {
  expect(open).toEqual([])
  expect(await keptOnDisk(page)).toEqual([])
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0)
  await settled(page)
})

test('on none of these screens is anything wrong', () => {
  expect(views.found).toEqual([])
})
