// Every screen of the phone, with the demo's people in it: see views.ts for what each is held to. One office and one phone
// for all of it, walked in the order of a day; what fails is listed by screen.

import { expect, type Page, test } from '@playwright/test'
import { startOffice, type TestOffice } from '../support/office.ts'
import { expectNoFaults, fresh, onPhone, type Person, residentsOn, unlock } from '../support/people.ts'
import { everyAnswer, SHORT_WAYS, walkTheGuide } from './guided.ts'
import { keepAnswers, keptOnDisk } from './traces.ts'
import { go, homesOn, Views } from './views.ts'

test.describe.configure({ mode: 'serial' })

let office: TestOffice
let marit: Person
let page: Page
let views: Views
const open: string[] = []
let homes: ReadonlyMap<string, string> = new Map()

test.beforeAll(async ({ browser }) => {
  office = await startOffice({ today: '2026-11-24' })
  marit = await onPhone(browser, urlOf(office), 'Marit')
  page = marit.page
  views = new Views(page, 'phone')
  keepAnswers(marit.context, open)
})
test.afterAll(async () => {
  await marit?.context.close()
  await office?.remove()
})
test.afterEach(() => expectNoFaults(marit))

const urlOf = ({ url }: TestOffice): string => url.replace('127.0.0.1', 'localhost')
const stands = (title: string) => expect(page.getByRole('heading', { name: title, level: 1, exact: true })).toBeVisible()
const home = (name: string): string => homes.get(name) ?? ''

test('the first page, the six words and the first fetch', async ({ browser }) => {
  const other = await fresh(browser, urlOf(office), {})
  const door = new Views(other.page, 'phone')
  await other.page.goto('/')
  await expect(other.page.getByRole('button', { name: /Prøv som Marit/ })).toBeVisible()
  await door.see('first page')
  await other.page.getByRole('button', { name: /Prøv som Jon/ }).click()
  await expect(other.page.getByRole('heading', { name: 'Dine seks ord' })).toBeVisible()
  await door.see('six words')
  expectNoFaults(other)
  expect(door.found).toEqual([])
  await other.context.close()
})

test('the lock screen, empty, and after wrong words', async () => {
  await page.getByRole('button', { name: 'Skjul' }).click()
  await expect(page.getByRole('button', { name: 'Lås opp' })).toBeVisible()
  await views.see('lock')
  await page.getByRole('textbox').fill('feil')
  await page.getByRole('button', { name: 'Lås opp' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await views.see('lock wrong words')
  await unlock(page)
  await expect(page.getByRole('heading', { name: 'I dag', level: 1 })).toBeVisible()
})

test('I dag, Beboere, Mer, Sending og lagring, and a place that is not here', async () => {
  await views.see('today')
  await page.getByRole('link', { name: 'Beboere', exact: true }).click()
  await stands('Beboere')
  homes = await homesOn(page)
  await views.see('residents')
  await page.getByRole('textbox').fill('xyz')
  await expect(residentsOn(page)).toHaveCount(0)
  await views.see('residents none found')
  await page.getByRole('link', { name: 'Mer', exact: true }).click()
  await stands('Mer')
  await views.see('more')
  await page.getByRole('link', { name: /Sending og lagring/ }).click()
  await stands('Sending og lagring')
  await views.see('sending')
  await go(page, '/nowhere')
  await views.see('not here')
})

for (const name of ['Einar', 'Testine Eksempelsen', 'Ung mann (K)', 'Mønster Malvik-Test'])
  test(`${name}: home, plan, group`, async () => {
    for (const part of ['', '/plan', '/group']) {
      await go(page, `${home(name)}${part}`)
      await views.see(`${name}${part}`)
    }
  })

test('the plan turned to the resident, and an agreement ticked off', async () => {
  await go(page, `${home('Einar')}/plan`)
  await page.getByRole('button', { name: 'Les sammen' }).click()
  await expect(page.getByRole('button', { name: 'Ferdig med å lese' })).toBeVisible()
  await views.see('plan together')
  await page.getByRole('button', { name: 'Ferdig med å lese' }).click()
  await go(page, home('Einar'))
  await page.getByRole('checkbox').first().click()
  await expect(page.getByRole('button', { name: 'Angre' })).toBeVisible()
  await views.see('resident with undo')
})

test('to versjoner, and none left', async () => {
  await go(page, `${home('Testine Eksempelsen')}/versions`)
  await views.see('versions')
  await page.getByRole('radio').first().check()
  await views.see('versions chosen')
  await go(page, `${home('Einar')}/versions`)
  await expect(page.getByText('Ingenting å gjøre opp.')).toBeVisible()
  await views.see('versions none')
})

test('a guided visit: before, overview, every question answered, one of each kind looked at, concerns, se over, ferdig', async () => {
  await go(page, '/')
  await page.getByRole('link', { name: 'Einar' }).click()
  await expect(page.getByRole('button', { name: 'Start besøket' })).toBeVisible()
  await views.see('before visit')
  await page.getByRole('button', { name: 'Ved døra' }).click()
  await expect(page.getByRole('heading', { name: 'Ved døra', level: 1 })).toBeVisible()
  await views.see('at the door')
  await page.getByRole('button', { name: 'Tilbake' }).click()
  await page.getByRole('button', { name: 'Start besøket' }).click()
  await expect(page.getByRole('button', { name: 'Neste' })).toBeVisible()
  const visit = new URL(page.url()).pathname.split('/steps/')[0] ?? ''
  await go(page, `${visit}/review`)
  await views.see('review empty')
  await go(page, visit)
  await views.see('overview')
  await walkTheGuide(views, visit, everyAnswer)
  await views.see('review full')
  await go(page, `${visit}/together/since.how`)
  await views.see('together')
  await go(page, visit)
  await views.see('overview full')
  await go(page, '/')
  await expect(page.getByText('Du er i gang hos')).toBeVisible()
  await views.see('today continue')
  await go(page, `${visit}/review`)
  await page.getByRole('button', { name: 'Ferdig' }).click()
  await expect(page.getByRole('button', { name: 'Angre' })).toBeVisible()
  await views.see('after ferdig')
  await go(page, visit)
  await views.see('visit done')
})

test('the short way of a visit that did not happen, each outcome', async () => {
  await go(page, '/')
  await page.getByRole('link', { name: 'Skisse Sandkasse' }).first().click()
  await page.getByRole('button', { name: 'Start besøket' }).click()
  await expect(page.getByRole('button', { name: 'Neste' })).toBeVisible()
  const visit = new URL(page.url()).pathname.split('/steps/')[0] ?? ''
  for (const [outcome, steps] of SHORT_WAYS) {
    await go(page, `${visit}/steps/start.outcome`)
    const more = page.getByRole('button', { name: /^Vis \d+ andre svar/ })
    if (await more.isVisible()) await more.click()
    await page.getByRole('radio', { name: outcome }).check()
    for (const step of steps) {
      await go(page, `${visit}/steps/${step}`)
      expect(page.url()).toContain(`/steps/${step}`)
      await views.see(`step ${step}`)
    }
  }
})

test('raskt notat: the outcomes, a new time, a concern, saved', async () => {
  await page.goto('/')
  await unlock(page)
  await page.getByRole('link', { name: 'Notat', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Lagre notatet' })).toBeVisible()
  await views.see('note')
  await page.getByRole('button', { name: 'Lagre notatet' }).click()
  await views.see('note nothing yet')
  await page.getByRole('button', { name: 'Avtalt ny tid' }).click()
  await page.getByRole('button', { name: 'Velg dag og tid' }).click()
  await views.see('note new time')
  await page.getByRole('button', { name: 'Noe annet' }).click()
  await page.getByRole('button', { name: 'Andre', exact: true }).click()
  await views.see('note all residents')
  await page.getByRole('button', { name: 'Bekymring' }).click()
  await views.see('note concerns')
  await page.getByRole('button', { name: 'Noe annet' }).click()
  await page.getByRole('button', { name: 'Ikke hjemme' }).click()
  await expect(page.getByRole('button', { name: 'Angre' })).toBeVisible()
  await views.see('note saved')
  await page.getByRole('button', { name: 'Ferdig' }).click()
  await page.getByRole('link', { name: 'Notat', exact: true }).click()
  await page.getByRole('button', { name: 'Bekymring' }).click()
  await page.getByRole('button', { name: 'Barn' }).first().click()
  await expect(page.getByText('Lagret på telefonen – ikke sendt ennå')).toBeVisible()
  await views.see('note concern')
})

test('waiting without a network: I dag, Sending and the lock screen say so', async () => {
  await marit.context.setOffline(true)
  await page.getByRole('radio').last().check()
  await go(page, '/')
  await views.see('today offline')
  await go(page, '/more/sending')
  await views.see('sending waiting')
  await marit.context.setOffline(false)
})

test('no answer of the office may be kept, and the browser keeps nothing a person could read', async () => {
  expect(open).toEqual([])
  expect(await keptOnDisk(page)).toEqual([])
})

test('the sheet of the desk never reaches the phone', async () => {
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--rail'))).toBe('')
})

test('on none of these screens is anything wrong', () => {
  expect(views.found).toEqual([])
})
