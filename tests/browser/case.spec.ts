// The screens about one resident that phone and desk share, in both: see views.ts for what each is held to. One office, a
// phone and a desk for all of it.

import { expect, test } from '@playwright/test'
import { startOffice, type TestOffice } from '../support/office.ts'
import { atDesk, expectNoFaults, onPhone, type Person } from '../support/people.ts'
import { everyAnswer, walkTheGuide } from './guided.ts'
import { go, homesOn, Views } from './views.ts'

test.describe.configure({ mode: 'serial' })

let office: TestOffice
let marit: Person
let ingrid: Person
let phone: Views
let desk: Views
let homes: ReadonlyMap<string, string> = new Map()

test.beforeAll(async ({ browser }) => {
  office = await startOffice({ today: '2026-11-24' })
  const url = office.url.replace('127.0.0.1', 'localhost')
  marit = await onPhone(browser, url, 'Marit')
  ingrid = await atDesk(browser, url)
  phone = new Views(marit.page, 'phone')
  desk = new Views(ingrid.page, 'desk')
  await go(marit.page, '/residents')
  homes = await homesOn(marit.page)
})
test.afterAll(async () => {
  await marit?.context.close()
  await ingrid?.context.close()
  await office?.remove()
})
test.afterEach(() => {
  expectNoFaults(marit)
  expectNoFaults(ingrid)
})

const home = (name: string): string => homes.get(name) ?? ''

/** The same screen on the phone and at the desk. */
async function both(path: string, name: string): Promise<void> {
  await go(marit.page, path)
  await phone.see(name)
  await go(ingrid.page, path)
  await desk.see(`desk ${name}`)
}

test('the plan and the group', async () => {
  await both(`${home('Einar')}/plan`, 'plan')
  await both(`${home('Einar')}/group`, 'group')
  expect([...phone.found, ...desk.found]).toEqual([])
})

test('what is known of a resident and her home, and in the long run the pages that change it', async () => {
  phone.found.length = 0
  desk.found.length = 0
  const about = `${home('Testine Eksempelsen')}/about`
  await both(about, 'about')
  await both('/residents/new', 'new resident')
  if (process.env.BOFAST_LONG)
    for (const part of [
      'contact',
      'language',
      'safety',
      'stop',
      'guardian',
      'children',
      'member',
      'address',
      'tenure',
      'term',
      'rent',
      'moveOut',
    ])
      await both(`${about}/${part}`, `about ${part}`)
  expect([...phone.found, ...desk.found]).toEqual([])
})

test('the papers, and the plan as a paper', async () => {
  phone.found.length = 0
  desk.found.length = 0
  await both(`${home('Einar')}/papers`, 'papers')
  await both(`${home('Einar')}/papers/plan`, 'papers plan')
  expect([...phone.found, ...desk.found]).toEqual([])
})

test('the consents, and in the long run the pages of the group and its meetings', async () => {
  phone.found.length = 0
  desk.found.length = 0
  const einar = home('Einar')
  await both(`${einar}/consents`, 'consents')
  if (process.env.BOFAST_LONG) {
    for (const part of ['consents/ask', 'consents/copies', 'group/edit', 'group/members/new', 'group/meetings/new'])
      await both(`${einar}/${part}`, part)
    await groupInside(einar)
  }
  expect([...phone.found, ...desk.found]).toEqual([])
})

/** One consent asked about, one that stands, one member, one meeting ahead, one being held, and who is given its minutes. */
async function groupInside(einar: string): Promise<void> {
  const { page } = ingrid
  const open = async (from: string, link: RegExp, name: string) => {
    await go(page, `${einar}/${from}`)
    await page.getByRole('main').getByRole('link', { name: link }).first().click()
    await both(new URL(page.url()).pathname, name)
  }
  await open('consents', /^Spør Einar om Avrusningen/, 'consents ask')
  await open('consents', /^Hege Demo:/, 'one consent')
  await open('group', /^Endre: Hege/, 'group member')
  await open('group', /^torsdag 3/, 'meeting')
  await go(page, `${einar}/group/meetings/new`)
  await page.getByLabel('Dag').fill('2026-11-24')
  await page.getByLabel('Klokkeslett').fill('10:30')
  await page.getByRole('button', { name: 'Lagre møtet' }).click()
  await page.getByRole('button', { name: 'Hold møtet' }).click()
  await expect(page.getByRole('heading', { name: 'Skriv referat', level: 1 })).toBeVisible()
  const held = new URL(page.url()).pathname
  await both(held, 'meeting held')
  await both(held.replace(/edit$/, 'minutes'), 'minutes shared')
}

test('how it goes, and in the long run each question of an evaluation', async () => {
  phone.found.length = 0
  desk.found.length = 0
  await both(`${home('Einar')}/progress`, 'progress')
  if (process.env.BOFAST_LONG) await evaluation(`${home('Einar')}/progress`)
  expect([...phone.found, ...desk.found]).toEqual([])
})

/** Also with the drawing's table, a rating and a line of the log open. */
async function evaluation(path: string): Promise<void> {
  const { page } = marit
  await go(page, path)
  for (const name of [/^Vis som tabell/, /^Ny vurdering/, /^Skriv i loggen/]) await page.getByRole('button', { name }).first().click()
  await phone.see('progress opened')
  await page.getByRole('button', { name: 'Evaluer planen' }).click()
  await page.getByRole('button', { name: 'Start besøket' }).click()
  await page.waitForURL(/steps/)
  const visit = new URL(page.url()).pathname.replace(/\/steps.*/, '')
  const seen = await walkTheGuide(phone, visit, (at, key) =>
    key === 'help.helped' ? at.getByRole('button', { name: 'Endre' }).first().click() : everyAnswer(at, key),
  )
  expect(seen).toContain('onward.endDate')
}

test('making a plan together, and in the long run every question of it, reading it and its versions', async () => {
  phone.found.length = 0
  desk.found.length = 0
  const plan = `${home('Einar')}/plan`
  await both(`${plan}/edit/wish`, 'plan wish')
  if (process.env.BOFAST_LONG) {
    for (const step of ['first', 'measures', 'kind', 'expect', 'long', 'meet', 'review', 'who', 'check'])
      await both(`${plan}/edit/${step}`, `plan ${step}`)
    await both(`${home('Utkast Testfamilien')}/plan/versions`, 'plan versions')
    await both(`${home('Testine Eksempelsen')}/plan`, 'plan none')
    const offered = `${home('Skisse Sandkasse')}/plan`
    await both(offered, 'plan offered')
    const read = await marit.page.locator('a[href*="/plan/read/"]').first().getAttribute('href')
    await both(read ?? '', 'plan read')
  }
  expect([...phone.found, ...desk.found]).toEqual([])
})

test('the short forms: the front page and two of them, and in the long run all of them', async () => {
  phone.found.length = 0
  desk.found.length = 0
  const forms = `${home('Testine Eksempelsen')}/forms`
  await both(forms, 'forms')
  await both(`${forms}/contact`, 'forms contact')
  await both(`${forms}/payment/new`, 'forms payment new')
  if (process.env.BOFAST_LONG) {
    for (const part of ['complaints', 'complaints/new', 'arrears', 'arrears/new', 'payment', 'budget', 'budget/new', 'stays', 'stays/new'])
      await both(`${forms}/${part}`, `forms ${part}`)
    await both(`${home('Demo Fiktivstad')}/forms/budget`, 'forms budget made')
    await both(`${home('Kulisse Karlsen-Prøve')}/forms/stays`, 'forms stays open')
  }
  expect([...phone.found, ...desk.found]).toEqual([])
})
