// A photo of a letter, from the question to the office: asked about before the camera can open, made anew on the phone,
// sealed there, sent behind the text, and shown at the desk with nothing in it but the picture.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { startOffice, type TestOffice } from '../support/office.ts'
import { atDesk, expectNoFaults } from '../support/people.ts'
import { aCameraPicture, EXIF_CANARY, sizeOfJpeg } from '../support/pictures.ts'
import { openProfile } from '../support/profile.ts'
import { localhost, next, press, question } from '../support/taps.ts'
import { finish, goTo, toToday } from '../support/visit.ts'

let office: TestOffice
let folder: string
test.beforeAll(async () => {
  office = await startOffice({ today: '2026-11-24' })
  folder = mkdtempSync(join(tmpdir(), 'bofast-profile-'))
})
test.afterAll(async () => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  await office.remove()
})

const WHOM = 'Skisse Sandkasse'
const camera = (page: Page) => page.locator('input[type=file]')
const thumbs = (page: Page) => page.getByRole('button', { name: /^Vis stort/ })

test('a photo is asked about first, and reaches the office as nothing but a picture, behind the text', async ({ browser }) => {
  const picture = await aCameraPicture(browser, 4000, 3000)
  expect(picture.includes(EXIF_CANARY)).toBe(true)
  const phone = await openProfile(folder)
  const { page } = phone
  const [faults, sent] = watched(page)
  await enrol(page)
  await toThePhoto(page)
  await page.context().setOffline(true)

  await test.step('a no is respected, and written down', async () => {
    await expect(camera(page)).toHaveCount(0)
    await press(page, 'Nei')
    await expect(page.getByText('Skisse sa nei. Det er helt greit. Det tas ikke noe bilde.')).toBeVisible()
    await expect(camera(page)).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Vil ikke svare' })).toHaveAttribute('aria-pressed', 'true')
  })

  await test.step('a yes opens the camera', async () => {
    await press(page, 'Spør på nytt')
    await expect(
      page.getByText(/Det kan tas bilde hjemme hos meg av dette: et brev\..*Bildet slettes senest 24\.\sfebruar\s2027\./),
    ).toBeVisible()
    await press(page, 'Ja')
    await expect(page.getByText(/^Skisse sa ja til bilde av et brev\./)).toBeVisible()
    await expect(camera(page)).toHaveAttribute('capture', 'environment')
    await expect(camera(page)).toBeFocused()
  })

  await test.step('what is no picture is told, and nothing is lost', async () => {
    await camera(page).setInputFiles({ name: 'brev.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('tull og tøys') })
    await expect(page.getByText('Dette er ikke et bilde som kan leses. Ta et nytt. Alt annet står.')).toBeVisible()
    await camera(page).setInputFiles({ name: 'IMG_1.HEIC', mimeType: 'image/heic', buffer: Buffer.from('ftypheic') })
    await expect(page.getByText(/\(HEIC\)/)).toBeVisible()
    await expect(thumbs(page)).toHaveCount(0)
  })

  await test.step('two are taken, and one is taken away without a trace', async () => {
    await camera(page).setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: picture })
    await expect(thumbs(page)).toHaveCount(1)
    await camera(page).setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: picture })
    await expect(thumbs(page)).toHaveCount(2)
    await drawn(page, 2)
    await page.getByRole('button', { name: 'Ta bort: Bilde 2 av 2' }).click()
    await expect(page.getByText('Bildet er borte.')).toBeVisible()
    await expect(thumbs(page)).toHaveCount(1)
    await thumbs(page).click()
    await expect(page.getByRole('dialog', { name: 'Bilde 1 av 1' }).getByRole('img')).toBeVisible()
    await press(page, 'Lukk')
    await expect(thumbs(page)).toBeFocused()
  })

  await test.step('it stands in the visit', async () => {
    await goTo(page, 'Se over')
    await expect(page.getByText('1 bilde', { exact: true })).toBeVisible()
    await finish(page, 'Skisse')
    await expect(page.getByRole('heading', { name: 'Bilder' })).toBeVisible()
    await drawn(page, 1)
    expect(sent.filter((path) => path.includes('/blob/'))).toEqual([])
  })

  await test.step('text goes first, then the one photo', async () => {
    await page.context().setOffline(false)
    await expect.poll(() => blobsIn(sent).size, { timeout: 90_000 }).toBe(1)
    const firstPhoto = sent.findIndex((path) => path.includes('/blob/'))
    expect(sent.slice(0, firstPhoto).filter((path) => /^POST \/v1\/drop\/[^/]+$/.test(path)).length).toBeGreaterThan(0)
  })

  const desk = await atDesk(browser, localhost(office.url))
  const [blob = ''] = blobsIn(sent)
  const received = await test.step('the desk reads it', () => readAtDesk(desk.page, blob))
  expect(sizeOfJpeg(received)).toEqual({ width: 1200, height: 1600 })
  expect(received.includes('Exif')).toBe(false)
  expect(received.includes(EXIF_CANARY)).toBe(false)

  await phone.close()
  const middle = received.subarray(received.length >> 1, (received.length >> 1) + 32)
  expect(filesHolding(folder, middle)).toEqual([])
  expect(filesHolding(folder, Buffer.from(EXIF_CANARY))).toEqual([])
  expect(faults).toEqual([])
  expectNoFaults(desk)
  await desk.context.close()
})

/** What must never happen on the page, and every request to the office that carries something, in its order. */
function watched(page: Page): readonly [string[], string[]] {
  const [faults, sent]: [string[], string[]] = [[], []]
  page.on('pageerror', (error) => faults.push(error.name))
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) faults.push(message.text())
  })
  page.context().on('request', (request) => {
    if (request.method() !== 'GET') sent.push(`${request.method()} ${new URL(request.url()).pathname}`)
  })
  return [faults, sent]
}

const blobsIn = (sent: readonly string[]): ReadonlySet<string> => new Set(sent.flatMap((path) => /\/blob\/([^/]+)\//.exec(path)?.[1] ?? []))

async function enrol(page: Page): Promise<void> {
  await page.goto(localhost(office.url))
  await press(page, 'Prøv som Marit (på telefonen)')
  await press(page, 'Gå videre')
  await expect(page.getByRole('heading', { name: 'I dag', level: 1 })).toBeVisible()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
}

async function toThePhoto(page: Page): Promise<void> {
  await toToday(page)
  await page.getByRole('main').getByRole('link', { name: WHOM }).first().click()
  await page.getByRole('button', { name: /^(Start besøket|Skriv etterpå)$/ }).click()
  await page.getByRole('radio', { name: 'Hjemme – besøket gjennomført' }).check()
  await goTo(page, 'Hvem er her?')
  await page.getByRole('checkbox', { name: 'Beboeren', exact: true }).check()
  await goTo(page, 'Er det kommet brev du lurer på?')
  await page.getByRole('radio', { name: 'Ja', exact: true }).check()
  await goTo(page, 'Skal vi se på det sammen?')
  await page.getByRole('radio', { name: 'Ja, vi leste det nå' }).check()
  await next(page)
  await expect(question(page, 'Skal vi ta bilde av brevet?')).toBeVisible()
}

const drawn = (page: Page, many: number) =>
  expect
    .poll(() => page.locator('.bf-photo__img').evaluateAll((all) => all.filter((one) => Reflect.get(one, 'naturalWidth') > 0).length))
    .toBe(many)

/** By the visit's reader, and the very bytes. */
async function readAtDesk(page: Page, blob: string): Promise<Buffer> {
  await page
    .getByRole('link', { name: new RegExp(`^${WHOM} Oppfølging`) })
    .first()
    .click()
  await page.getByRole('button', { name: 'Vis 1 bilde' }).click()
  await drawn(page, 1)
  const base64 = await page.evaluate(async (path) => {
    const answer = await fetch(path)
    const bytes = new Uint8Array(await answer.arrayBuffer())
    return btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ''))
  }, `/v1/blob/${blob}`)
  return Buffer.from(base64, 'base64')
}

const filesHolding = (root: string, bytes: Buffer): readonly string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file).includes(bytes))
