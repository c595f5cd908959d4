// Every paper as Chromium prints it: only the sheet, in the language it was asked for, large enough to read, and with the
// structure somebody who listens to it moves in. The files are read back (support/pdf.ts), never taken on trust.

import { expect, type Page, test } from '@playwright/test'
import { localDateTime } from '#domain/ids.ts'
import { aChange, aId, anEdit, aPhone } from '../support/caller.ts'
import { startOffice, type TestOffice } from '../support/office.ts'
import { type Pdf, type PdfElement, readPdf } from '../support/pdf.ts'
import { atDesk, expectNoFaults, onPhone, type Person } from '../support/people.ts'
import { press } from '../support/taps.ts'
import { go, homesOn } from './views.ts'

test.describe.configure({ mode: 'serial' })

let office: TestOffice
let marit: Person
let homes: ReadonlyMap<string, string> = new Map()

test.beforeAll(async ({ browser }) => {
  office = await startOffice({ today: '2026-11-24' })
  await heldMeeting(office.url)
  marit = await onPhone(browser, office.url.replace('127.0.0.1', 'localhost'), 'Marit')
  await go(marit.page, '/residents')
  homes = await homesOn(marit.page)
})
test.afterAll(async () => {
  await marit?.context.close()
  await office?.remove()
})
test.afterEach(() => expectNoFaults(marit))

/** One that was held at Einar's, with a point about health and one about money; and Testine reads nynorsk, with an interpreter. */
async function heldMeeting(url: string): Promise<void> {
  const phone = await aPhone(url, 'marit')
  const { rows } = await phone.sync()
  const einar = rows.find((row) => row.type === 'resident' && row.regs.displayName?.[0]?.v === 'Einar')
  const group = rows.find((row) => row.type === 'group' && row.lane === einar?.lane)
  const testine = rows.find((row) => row.regs.displayName?.[0]?.v === 'Testine Eksempelsen')
  if (!einar || !group || !testine) throw new Error('Einar has no group, or Testine is gone')
  const meeting = aId()
  const { lane } = einar
  await phone.send(
    aChange(lane, meeting, 'meeting', {
      group: group.id,
      plannedAt: localDateTime('2026-11-05T13:00'),
      place: 'Kontoret',
      status: 'held',
      residentPresent: true,
    }),
    aChange(lane, aId(), 'agendaItem', { meeting, title: 'Tannlegen', topic: 'health', minutes: 'Time i januar.', order: 1 }),
    aChange(lane, aId(), 'agendaItem', { meeting, title: 'Husleien', topic: 'economy', minutes: 'Betalt til nå.', order: 2 }),
    aChange(lane, aId(), 'decision', { meeting, text: 'Ringe banken', topic: 'economy', responsible: 'resident' }),
    anEdit(testine, 'language', { code: 'nn', interpreterNeeded: true }),
  )
}

const home = (name: string): string => homes.get(name) ?? ''
const tight = (text: string): string => text.replace(/\s+/g, '')
const texts = (pdf: Pdf, role: string): readonly string[] => pdf.all.filter((one) => one.role === role).map(({ text }) => text)
const within = (one: PdfElement): readonly PdfElement[] => [one, ...one.children.flatMap(within)]

async function printed(page: Page): Promise<Pdf> {
  await expect(page.locator('.paper')).toBeVisible()
  return readPdf(await page.pdf({ tagged: true, format: 'A4', preferCSSPageSize: true }))
}

/** What the printed file must be, whatever paper it is. */
function expectReadable(pdf: Pdf, language: string): void {
  expect(pdf.lang).toBe(language)
  expect(pdf.info).toBe('Bofast')
  for (const { width, height } of pdf.pages) expect([Math.round(width), Math.round(height)]).toEqual([595, 842])
  expect(texts(pdf, 'H1')).toHaveLength(1)
  const rows = pdf.all.filter(({ role }) => role === 'TR')
  for (const row of rows) expect(row.children.some(({ role, scope }) => role === 'TH' && scope !== undefined)).toBe(true)
  for (const list of pdf.all.filter(({ role }) => role === 'L')) expect(list.children.every(({ role }) => role === 'LI')).toBe(true)
  const body = pdf.all.filter(({ role }) => ['P', 'H1', 'H2', 'TH', 'TD', 'LI'].includes(role))
  expect(Math.min(...body.map(({ smallest }) => smallest))).toBeGreaterThan(13.9)
  expect(pdf.untagged.replace(/\d\/\d/g, '')).toBe('')
  expect(pdf.document.text).not.toMatch(/Skjul|Skrivut|Storskrift|Kopigitt|Språkpåarket|Beboere/)
}

test('the plan of Einar is two pages at most, with its headings in the order of the circular, in nb and nn', async () => {
  const { page } = marit
  await go(page, `${home('Einar')}/papers/plan`)
  const nb = await printed(page)
  expectReadable(nb, 'nb')
  expect(nb.pages.length).toBeLessThanOrEqual(2)
  expect(texts(nb, 'H1')).toEqual(['SamarbeidsplanforEinar'])
  expect(texts(nb, 'H2')).toEqual(['Vibleenigeom', 'Tiltak', 'Hovedmålsetting', 'Delmål', 'Ansvarsgruppe'])
  const columns = nb.all.filter(({ role, scope }) => role === 'TH' && scope === 'Column').map(({ text }) => text)
  expect(columns).toEqual(['Hva', 'Hvem', 'Når'])
  expect(nb.all.filter(({ role }) => role === 'L').map((list) => list.children.length)).toEqual([2, 3])
  for (const part of [
    'Jeg vil bli boende.',
    'Ta imot hjemmehjelp én gang i uken',
    'Marit og Jon kommer tirsdag',
    'Planen er ikke en husleieavtale.',
  ])
    expect(nb.document.text).toContain(tight(part))

  await page.getByRole('button', { name: 'Nynorsk' }).click()
  await expect(page.locator('.paper[lang=nn]')).toBeVisible()
  const nn = await printed(page)
  expectReadable(nn, 'nn')
  expect(texts(nn, 'H2')).toEqual(['Vivartsamdeom', 'Tiltak', 'Hovudmål', 'Delmål', 'Ansvarsgruppe'])
  expect(nn.document.text).toContain(tight('Planen er ikkje ei husleigeavtale.'))
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('nb')
})

test('large print is 18 points', async () => {
  const { page } = marit
  await go(page, `${home('Einar')}/papers`)
  await go(page, `${home('Einar')}/papers/plan`)
  await page.getByRole('button', { name: 'Stor skrift' }).click()
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.locator('.paper.p18[lang=en]')).toBeVisible()
  const pdf = await printed(page)
  expectReadable(pdf, 'en')
  expect(Math.min(...pdf.all.filter(({ role }) => role === 'TD').map(({ smallest }) => smallest))).toBeGreaterThan(17.9)
})

test('every paper on the list prints as a sheet of its own in the language of the resident, without the app around it', async () => {
  const { page } = marit
  const seen = new Set<string>()
  for (const name of ['Einar', 'Ung mann (K)', 'Testine Eksempelsen']) {
    await go(page, `${home(name)}/papers`)
    await expect(page.getByRole('heading', { name: 'Papirer', level: 1 })).toBeVisible()
    const links = await page.locator('main a[href*="/papers/"]').evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))
    for (const link of links) {
      await go(page, link)
      const pdf = await printed(page)
      const isHers = name.startsWith('Testine') && !link.endsWith('key-data')
      expectReadable(pdf, isHers ? 'nn' : 'nb')
      if (isHers) expect(pdf.document.text).toContain('Trengdutolk?')
      expect(pdf.pages.length).toBeLessThanOrEqual(2)
      seen.add(link.split('/')[4] ?? '')
    }
  }
  expect([...seen].sort()).toEqual(['agreement', 'consent', 'invitation', 'key-data', 'minutes', 'plan'])
})

test('minutes printed for the doctor hold what she may know and nothing else', async () => {
  const { page } = marit
  await go(page, `${home('Einar')}/papers`)
  await page.getByRole('link', { name: /^Referat/ }).click()
  expect((await printed(page)).document.text).toContain('Husleien')
  await page.getByRole('button', { name: 'Ola Prøve' }).first().click()
  await expect(page.locator('.paper')).not.toContainText('Husleien')
  const { document } = await printed(page)
  expect(document.text).toContain(tight('Time i januar.'))
  expect(document.text).not.toMatch(/Husleien|Betalt|Ringebanken/)
  expect(await page.getByRole('button', { name: 'Avrusningen' }).count()).toBe(0)
})

test('a copy that was given is noted with one tap, can be taken back, and stands on the list', async () => {
  const { page } = marit
  await go(page, `${home('Einar')}/papers`)
  const plan = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'Samarbeidsplan' }) })
  await expect(plan).toContainText('Ingen kopi gitt')
  await go(page, `${home('Einar')}/papers/plan`)
  await press(page, 'Noter kopien')
  await expect(page.getByText('Kopi gitt Einar er notert')).toBeVisible()
  await press(page, 'Angre')
  await expect(page.getByText(/Kopi gitt Einar 24/)).toHaveCount(0)
  await press(page, 'Noter kopien')
  await go(page, `${home('Einar')}/papers`)
  await expect(plan).toContainText(/Kopi gitt Einar 24\.\snovember, i hånden/)
})

test('sharing hands over the same words as plain text, and says that they leave Bofast', async () => {
  const { page } = marit
  await page.evaluate(() => {
    const share = async ({ text }: ShareData) => Reflect.set(globalThis, 'shared', text)
    Object.defineProperty(navigator, 'share', { value: share, configurable: true })
  })
  await go(page, `${home('Einar')}/papers/plan`)
  await expect(page.getByText('Det du skriver ut eller deler, forlater Bofast.')).toBeVisible()
  await press(page, 'Del')
  const text = await page.evaluate(() => String(Reflect.get(globalThis, 'shared')))
  expect(text).toContain('Samarbeidsplan for Einar')
  expect(text).toContain('1. Opprettholde boforholdet')
})

test('the desk prints the same sheet', async ({ browser }) => {
  const ingrid = await atDesk(browser, office.url.replace('127.0.0.1', 'localhost'))
  await go(ingrid.page, `${home('Einar')}/papers/plan`)
  const pdf = await printed(ingrid.page)
  expectReadable(pdf, 'nb')
  expect(within(pdf.document).filter(({ role }) => role === 'H2')).toHaveLength(5)
  expectNoFaults(ingrid)
  await ingrid.context.close()
})
