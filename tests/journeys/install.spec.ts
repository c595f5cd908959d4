// The app on a home screen: what a browser asks of it before it offers to install, a start without network, a new build
// that waits for the visit under way (DESIGN.md 7), and two tabs of one phone.

import { expect, type Page, test } from '@playwright/test'
import { startOffice, type TestOffice } from '../support/office.ts'
import { expectNoFaults, onPhone, unlock } from '../support/people.ts'
import { startProxy } from '../support/proxy.ts'
import { goTo, startVisit, toToday } from '../support/visit.ts'

let office: TestOffice
let url: string

test.beforeAll(async () => {
  office = await startOffice({ today: '2026-11-24' })
  url = office.url.replace('127.0.0.1', 'localhost')
})
test.afterAll(() => office?.remove())

interface Manifest {
  readonly [key: string]: unknown
  readonly icons: readonly { readonly src: string; readonly sizes: string; readonly type: string; readonly purpose: string }[]
}

/** Width and height as the PNG itself says. */
const pngSize = (bytes: Buffer): string => `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`

test('the app can be installed: name, colours, icons of both sizes and one that may be cut round', async ({ page, request }) => {
  await page.goto(url)
  const link = await page.locator('link[rel="manifest"]').getAttribute('href')
  const answer = await request.get(`${url}${link}`)
  expect(answer.headers()['content-type']).toContain('application/manifest+json')
  const { icons, ...manifest }: Manifest = await answer.json()
  expect(manifest).toMatchObject({
    name: 'Bofast',
    short_name: 'Bofast',
    id: '/',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    lang: 'nb',
  })
  for (const colour of ['theme_color', 'background_color']) expect(manifest[colour]).toMatch(/^#[0-9a-f]{6}$/)
  expect(icons.filter(({ type }) => type === 'image/png').map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual([
    '192x192 any',
    '512x512 any',
    '512x512 maskable',
  ])
  for (const icon of icons) {
    const file = await request.get(`${url}${icon.src}`)
    expect([file.status(), file.headers()['content-type']]).toEqual([200, icon.type])
    if (icon.type === 'image/png') expect(pngSize(await file.body())).toBe(icon.sizes)
  }
  const themes = page.locator('meta[name="theme-color"]')
  await expect(themes.nth(0)).toHaveAttribute('media', '(prefers-color-scheme: light)')
  await expect(themes.nth(1)).toHaveAttribute('media', '(prefers-color-scheme: dark)')
})

test('a phone enrolled a minute ago starts without network, and opens screens it has not opened before', async ({ browser }) => {
  const marit = await onPhone(browser, url, 'Marit')
  const { page, context } = marit
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await context.setOffline(true)
  await page.getByRole('link', { name: 'Mer', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Mer', level: 1 })).toBeVisible()
  await page.goto('/')
  await expect(page.getByRole('heading', { name: 'Låst.' })).toBeVisible()
  await unlock(page)
  await expect(page.getByRole('heading', { name: 'I dag', level: 1 })).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: 'Einar' }).first().click()
  await expect(page.getByRole('button', { name: 'Start besøket' })).toBeVisible()
  expectNoFaults(marit)
  await context.close()
})

const lookForUpdate = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await (await navigator.serviceWorker.getRegistration())?.update()
  })

test('a new build waits while a visit is under way, and is taken from I dag without losing the draft', async ({ browser }) => {
  const proxy = await startProxy(office.url)
  const marit = await onPhone(browser, proxy.url, 'Marit')
  const { page, context } = marit
  const build = page.locator('html[data-build="next"]')
  await startVisit(page, 'Einar')
  await page.getByRole('radio', { name: 'Hjemme – besøket gjennomført' }).check()
  await goTo(page, 'Hvordan har det vært siden sist?')
  await page.getByRole('textbox', { name: 'Hvordan har det vært siden sist?' }).fill('Stolene kom på fredag.')

  const renewed = (text: string) => text.replace('<html ', '<html data-build="next" ')
  for (const path of ['/', '/index.html']) proxy.change(path, renewed)
  proxy.change('/service-worker.js', (text) => text.replace(/"[0-9a-f]{32}"(,"?url"?:"index\.html")/, `"${'0'.repeat(32)}"$1`))
  await lookForUpdate(page)
  await expect(page.getByText('Ny versjon er klar. Den tas i bruk når du er ferdig med besøket.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Oppdater' })).toHaveCount(0)
  await expect(page.getByRole('textbox', { name: 'Hvordan har det vært siden sist?' })).toHaveValue('Stolene kom på fredag.')

  await context.setOffline(true)
  await page.getByRole('link', { name: 'Vis alle deler' }).click()
  await toToday(page)
  await page.getByRole('link', { name: 'Mer', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Mer', level: 1 })).toBeVisible()
  await context.setOffline(false)
  await toToday(page)
  await expect(build).toHaveCount(0)
  await page.getByRole('button', { name: 'Oppdater' }).click()
  await expect(build).toHaveCount(1)
  await unlock(page)
  await page.getByRole('link', { name: 'Fortsett besøket hos Einar' }).click()
  await expect(page.getByRole('textbox', { name: 'Hvordan har det vært siden sist?' })).toHaveValue('Stolene kom på fredag.')
  await expect(page.getByText('Ny versjon er klar.')).toHaveCount(0)
  expectNoFaults(marit)
  await context.close()
  await proxy.close()
})

test('what is saved in one tab shows in the other, without network', async ({ browser }) => {
  const jon = await onPhone(browser, url, 'Jon')
  const { page, context } = jon
  const other = await context.newPage()
  await other.goto('/')
  await unlock(other)
  await toToday(other)
  await other.getByRole('link', { name: 'Beboere', exact: true }).click()
  await expect(other.getByRole('heading', { name: 'Beboere', level: 1 })).toBeVisible()
  await other.getByRole('main').getByRole('link', { name: 'Utkast Testfamilien' }).click()
  await expect(other.getByRole('heading', { name: 'Det som har skjedd' })).toBeVisible()
  await expect(other.getByText('Lagret på telefonen')).toHaveCount(0)

  await context.setOffline(true)
  await page.getByRole('link', { name: 'Notat', exact: true }).click()
  await page.getByRole('button', { name: 'Andre', exact: true }).click()
  await page.getByRole('button', { name: 'Utkast Testfamilien' }).click()
  await page.getByRole('button', { name: 'Ikke hjemme' }).click()
  await expect(page.getByText('Lagret: Ikke hjemme.')).toBeVisible()
  await expect(other.getByText('Lagret på telefonen').first()).toBeVisible()
  expectNoFaults(jon)
  await context.close()
})
