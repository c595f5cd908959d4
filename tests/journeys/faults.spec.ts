// What a phone must survive (DESIGN.md 7 and 12, T6): a case taken away in the middle of a visit, a full disk, a browser
// that clears the site or drops its connections, and a net that answers with its own page.

import { type CDPSession, expect, type Page, test } from '@playwright/test'
import { startOffice, type TestOffice } from '../support/office.ts'
import { atDesk, expectNoFaults, onPhone, type Person, unlock } from '../support/people.ts'
import { startPortal } from '../support/portal.ts'
import { answer, beginTalk, localhost, openSending, openVisit, press, says, toField } from '../support/taps.ts'

let office: TestOffice
test.beforeAll(async () => {
  office = await startOffice({ today: '2026-11-24' })
})
test.afterAll(() => office.remove())

/** The first question for her own words: after a notice it is another one. */
const SINCE = { name: /^(Hvordan har det vært siden sist|Hva har skjedd, slik du ser det)\?$/ }
const since = (page: Page) => page.getByRole('textbox', SINCE)
const isKept = (page: Page) => expect(page.getByRole('status').filter({ hasText: /^Lagret på telefonen kl\./ })).toBeVisible()

async function inVisit(person: Person, name: string): Promise<void> {
  await openVisit(person.page, name)
  await beginTalk(person.page)
  await answer(person.page, 'Passer det nå?', 'Ja')
  await toField(person.page, since(person.page))
}
const cdp = ({ context, page }: Person): Promise<CDPSession> => context.newCDPSession(page)

/** A question or a decision of the desk, as the desk itself puts it. */
const atOffice = (desk: Page, path: string, body: object): Promise<Readonly<Record<string, unknown>>> =>
  desk.evaluate(
    async ([to, said]) => {
      const headers = { 'Content-Type': 'application/json' }
      return (await fetch(to ?? '', { method: 'POST', headers, body: said ?? '' })).json()
    },
    [path, JSON.stringify(body)],
  )

test('a case taken away in the middle of a visit leaves the phone, and the half-written words are at the office', async ({ browser }) => {
  const ingrid = await atDesk(browser, localhost(office.url))
  const marit = await onPhone(browser, localhost(office.url), 'Marit')
  await inVisit(marit, 'Einar')
  const lane = `case/${/residents\/([\w-]+)/.exec(marit.page.url())?.[1]}`
  await since(marit.page).fill('Han har fått varsel om strømmen.')
  await isKept(marit.page)
  const { access } = await atOffice(ingrid.page, '/v1/desk/ask', { ask: 'resident', lane })
  const people = access as readonly { readonly user: string; readonly role: string }[]
  const workers = people.filter(({ role }) => role === 'worker').map(({ user }) => user)
  expect(workers.length).toBeGreaterThan(0)
  expect(await atOffice(ingrid.page, '/v1/desk/access', { lane, give: [], take: workers, reason: 'Bytter oppfølger' })).toEqual({
    ok: true,
  })

  await expect(marit.page.getByText('Dette finnes ikke her.')).toBeVisible()
  await expect(marit.page.getByText('varsel om strømmen')).toHaveCount(0)
  await expect(async () => {
    const { unfinished } = await atOffice(ingrid.page, '/v1/desk/ask', { ask: 'held' })
    expect(JSON.stringify(unfinished)).toContain('Han har fått varsel om strømmen.')
  }).toPass()
  await marit.page.goto(localhost(office.url))
  await unlock(marit.page)
  await expect(marit.page.getByRole('heading', { name: 'I dag', level: 1 })).toBeVisible()
  await expect(marit.page.getByText('Einar')).toHaveCount(0)
  expectNoFaults(marit, ingrid)
  await marit.context.close()
  await ingrid.context.close()
})

test('a full phone keeps what it had, says so, keeps the words in the editor, and saves when there is room', async ({ browser }) => {
  const marit = await onPhone(browser, localhost(office.url), 'Marit')
  const { page } = marit
  await inVisit(marit, 'Skisse Sandkasse')
  await since(page).fill('Før det ble fullt.')
  await isKept(page)
  const chrome = await cdp(marit)
  const origin = new URL(page.url()).origin
  await chrome.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 })
  // A browser looks again at how much room there is only now and then.
  await expect(async () => {
    await since(page).fill('')
    await since(page).fill('Før det ble fullt. Og dette etterpå.')
    await expect(page.getByText('Det er ikke plass på telefonen. Teksten står her ennå.')).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await expect(page.getByRole('status').filter({ hasText: /^Lagret på telefonen kl\./ })).toHaveCount(0)
  await expect(since(page)).toHaveValue('Før det ble fullt. Og dette etterpå.')

  await chrome.send('Storage.overrideQuotaForOrigin', { origin })
  await since(page).fill('Før det ble fullt. Og dette etterpå. Nå er det plass.')
  await isKept(page)
  await page.reload()
  await unlock(page)
  await expect(since(page)).toHaveValue('Før det ble fullt. Og dette etterpå. Nå er det plass.')
  expectNoFaults(marit)
  await marit.context.close()
})

test('a phone that the browser has emptied says what the office last heard, and is a phone again', async ({ browser }) => {
  const marit = await onPhone(browser, localhost(office.url), 'Marit')
  const { page, context } = marit
  await press(page, 'Skjul')
  await expect(page.getByRole('heading', { name: 'Låst.' })).toBeVisible()
  const chrome = await cdp(marit)
  const origin = new URL(page.url()).origin
  await page.goto('about:blank')
  await chrome.send('Storage.clearDataForOrigin', {
    origin,
    storageTypes: 'indexeddb,file_systems,cache_storage,service_workers,local_storage',
  })
  await page.goto(localhost(office.url))
  await says(page.getByRole('alert'), 'Denne telefonen er tømt av nettleseren.', 'Kontoret fikk sist noe', 'Alt var sendt da.')
  await press(page, 'Prøv som Marit (på telefonen)')
  await press(page, 'Gå videre')
  await expect(page.getByRole('heading', { name: 'I dag', level: 1 })).toBeVisible()
  expectNoFaults(marit)
  await context.close()
})

test('connections lost under the words are opened anew, and while they stay lost nothing is called saved', async ({ browser }) => {
  const marit = await onPhone(browser, localhost(office.url), 'Marit')
  const { page, context } = marit
  await context.addInitScript(() => {
    const { transaction } = IDBDatabase.prototype
    Reflect.set(globalThis, 'faults', 0)
    IDBDatabase.prototype.transaction = function (...args) {
      const left: number = Reflect.get(globalThis, 'faults')
      Reflect.set(globalThis, 'faults', Math.max(0, left - 1))
      if (left > 0) throw new DOMException('Connection to Indexed Database server lost', 'UnknownError')
      return transaction.apply(this, args)
    }
  })
  const fail = (times: number) => page.evaluate((n) => void Reflect.set(globalThis, 'faults', n), times)
  await page.reload()
  await unlock(page)
  await inVisit(marit, 'Testine Eksempelsen')
  await fail(1)
  await since(page).fill('Én feil.')
  await isKept(page)
  await fail(100_000)
  await since(page).fill('Én feil. Og så mange.')
  await expect(page.getByText('Telefonen svarte ikke da vi lagret. Teksten står her ennå.', { exact: false })).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: /^Lagret på telefonen kl\./ })).toHaveCount(0)
  await fail(0)
  await since(page).fill('Én feil. Og så mange. Nå går det.')
  await isKept(page)
  await page.reload()
  await unlock(page)
  await expect(since(page)).toHaveValue('Én feil. Og så mange. Nå går det.')
  expectNoFaults(marit)
  await context.close()
})

test('a net that answers with its own page is no office: everything waits, and leaves when the page is gone', async ({ browser }) => {
  const portal = await startPortal(office.url)
  const marit = await onPhone(browser, portal.url, 'Marit')
  const { page, context } = marit
  portal.isShut = true
  await page.getByRole('link', { name: 'Notat', exact: true }).click()
  await page.getByRole('button', { name: 'Andre', exact: true }).click()
  await page.getByRole('button', { name: 'Kulisse Karlsen-Prøve' }).click()
  await page.getByRole('textbox', { name: 'Vil du skrive noe?' }).fill('Hun lo i døra.')
  await press(page, 'Snakket i døra')
  await expect(page.getByText('Lagret: Snakket i døra.')).toBeVisible()
  await press(page, 'Ferdig')
  await openSending(page)
  await press(page, 'Prøv å sende nå')
  await expect(page.getByText('Kontoret svarer ikke. Alt ligger trygt her, og sendes senere.')).toBeVisible()
  expect(portal.answered).toBeGreaterThan(0)
  await expect(page.getByText('Velkommen om bord')).toHaveCount(0)
  await page.reload()
  await unlock(page)
  await expect(page.getByText(/^\d er på vei|^\d venter på nett/)).toBeVisible()

  portal.isShut = false
  await page.getByRole('button', { name: /^(Prøv å sende|Send) nå$/ }).click()
  await expect(page.getByText('Ingenting venter')).toBeVisible()
  expectNoFaults(marit)
  await context.close()
  await portal.close()
})
