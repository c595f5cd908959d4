// The plan is evaluated with the resident in her home, without coverage: what he says moves the plan, and the office sees
// it when the phone has network again (DOMAIN.md 4.5, G6).

import { expect, type Locator, type Page, test } from '@playwright/test'
import { startOffice, type TestOffice } from '../support/office.ts'
import { atDesk, expectNoFaults, onPhone, type Person, unlock } from '../support/people.ts'
import { answer, localhost, next, press, question, says } from '../support/taps.ts'

/** What is finished waits ten seconds for «Angre», then goes out. */
const SENT = { timeout: 120_000 }

test.describe.configure({ mode: 'serial' })

let office: TestOffice
let marit: Person
let ingrid: Person
test.beforeAll(async ({ browser }) => {
  office = await startOffice({ today: '2026-11-24' })
  marit = await onPhone(browser, localhost(office.url), 'Marit')
  ingrid = await atDesk(browser, localhost(office.url))
})
test.afterAll(async () => {
  await marit?.context.close()
  await ingrid?.context.close()
  await office?.remove()
})
test.afterEach(() => expectNoFaults(marit, ingrid))

const section = (page: Page, title: string): Locator =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: title, exact: true, level: 2 }) })

async function toProgress(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Beboere', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Beboere', level: 1 })).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: 'Einar' }).click()
  await page.getByRole('link', { name: 'Slik går det' }).click()
  await expect(page.getByRole('heading', { name: 'Slik går det', level: 1 })).toBeVisible()
}

async function write(page: Page, asked: string, words: string): Promise<void> {
  await expect(question(page, asked)).toBeVisible()
  await page.getByRole('textbox', { name: asked }).fill(words)
  await next(page)
}

test('Marit evaluates the plan with Einar without coverage, and is back at the same question after a reload', async () => {
  const { page, context } = marit
  await toProgress(page)
  await says(section(page, 'Det som kommer'), 'Planen skal evalueres', 'tirsdag 1. desember', '3 måneder etter at planen begynte')
  await context.setOffline(true)
  await press(page, 'Evaluer planen')
  await press(page, 'Vi er to')
  await press(page, 'Jon')
  await press(page, 'Start besøket')
  await answer(page, 'Hvordan gikk det?', 'Hjemme – besøket gjennomført')
  await answer(page, 'Hvem er her?', 'Beboeren')
  await answer(page, 'Hvordan kom dere inn?', 'Beboeren slapp oss inn')
  await answer(page, 'Passer det nå?', 'Ja')
  await write(page, 'Hva er du mest fornøyd med siden vi begynte?', 'At det er de samme som kommer.')
  await expect(page.getByText('Ta hensyn til naboer')).toBeVisible()
  await page.getByRole('radio', { name: '4 · Klarer selv' }).check()
  await press(page, 'Nådd')
  await next(page)
  await press(page, 'Hopp over')
  await expect(page.getByText('Bedre hygiene')).toBeVisible()
  await press(page, 'Vil ikke svare')
  await expect(question(page, 'Hjalp dette?')).toBeVisible()
  const homeHelp = page.getByRole('group', { name: /Ta imot hjemmehjelp/ })
  await homeHelp.getByRole('button', { name: 'Ja', exact: true }).click()
  await homeHelp.getByRole('button', { name: 'Fortsette' }).click()
  await next(page)
  await expect(question(page, 'Hva har ikke fungert? Hva burde vi gjort annerledes?')).toBeVisible()
  await press(page, 'Vil ikke svare')
  await answer(page, 'Kommer vi for ofte, for sjelden eller passe?', 'Passe')
  await expect(question(page, 'Stoler du på at vi gjør det vi sier?')).toBeVisible()
  await page.getByRole('radio', { name: 'Ja, som regel' }).check()
  await expect(page.getByText(/^Lagret på telefonen/)).toBeVisible()

  await page.reload()
  await unlock(page)
  await expect(question(page, 'Stoler du på at vi gjør det vi sier?')).toBeVisible()
  await expect(page.getByRole('radio', { name: 'Ja, som regel' })).toBeChecked()
  await next(page)
})

test('a plan of thirteen months gets its sentence, and stops Ferdig until it is put right', async () => {
  const { page } = marit
  await expect(question(page, 'Gjorde vi vår del?')).toBeVisible()
  const ours = page.getByRole('group', { name: 'Hvordan gikk det: Fast hjemmehjelp over tid, fast tidspunkt' })
  await ours.getByRole('button', { name: 'Delvis' }).click()
  await next(page)
  await answer(page, 'Hva vil du videre?', 'Fornye planen')
  await write(page, 'Er det et nytt hovedmål?', 'Ha folk på besøk')
  await expect(question(page, 'Hvor lenge skal den nye planen vare?')).toBeVisible()
  await press(page, 'Velg dato')
  await page.getByLabel('Dato').fill('2027-12-24')
  await expect(page.getByText(/^Velg en dag fra i morgen til 24\.\snovember\s2027/)).toBeVisible()
  await next(page)
  await answer(page, 'Er dette slik du ser det?', 'Sagt høyt. Jeg hørte det')
  await press(page, 'Hopp over')
  await page.getByRole('link', { name: 'Vis alle deler' }).click()
  await page
    .getByRole('link', { name: /^Se over/ })
    .first()
    .click()
  await says(section(page, 'Dette må være med'), 'En dato som går an')
  await press(page, 'Ferdig')
  await expect(page.getByRole('heading', { name: 'Se over', level: 1 })).toBeVisible()
  await page.getByRole('link', { name: 'Åpne: En dato som går an' }).click()
  await press(page, '6 måneder')
  await expect(page.getByText(/^Til 24\.\smai\s2027$/)).toBeVisible()
  await expect(page.getByText(/^Lagret på telefonen/)).toBeVisible()
  await page.getByRole('link', { name: 'Vis alle deler' }).click()
  await page
    .getByRole('link', { name: /^Se over/ })
    .first()
    .click()
  await expect(section(page, 'Dette må være med')).toHaveCount(0)
})

test('what he decided moves the plan: nothing is due any more, and the next version is the next thing', async () => {
  const { page, context } = marit
  await says(page.getByRole('main'), 'Fra 3 til 4 · Klarer selv', 'Nådd', 'Ja · Fortsette', 'Ville ikke svare')
  await press(page, 'Ferdig')
  await expect(page.getByText('Besøket hos Einar er ferdig.')).toBeVisible()
  await page.getByRole('button', { name: 'Tilbake', exact: true }).click()
  await page.getByRole('link', { name: 'Slik går det' }).click()
  const main = page.getByRole('main')
  await says(section(page, 'Evalueringer'), 'Planen fornyes', '24. november 2026', '«At det er de samme som kommer.»')
  await says(section(page, 'Det som kommer'), 'Planen: til evaluering', 'onsdag 24. februar', '3 måneder etter evalueringen 24. november')
  await expect(main.getByText('tirsdag 1. desember')).toHaveCount(0)
  await says(section(page, 'Det vi lovet hverandre'), 'Gjorde vi vår del?', 'Fast hjemmehjelp over tid, fast tidspunkt', 'Delvis, sa Einar')
  await says(section(page, 'Målene'), 'Klarer selv · Einar 24. november', 'Nådd')
  await expect(page.locator('.bf-main-action')).toHaveCount(1)
  await expect(page.getByRole('button', { name: 'Lag ny versjon' })).toBeVisible()
  await context.setOffline(false)
})

test('the office sees what was decided, and has the next version to make', async () => {
  const { page } = ingrid
  const mine = page.getByRole('link', { name: 'Beboere', exact: true })
  await mine.click()
  await page.getByRole('link', { name: 'Einar', exact: true }).click()
  await expect(page.getByText('Lag ny versjon av planen. «Ha folk på besøk»').first()).toBeVisible(SENT)
  await expect(page.getByText('Planen skal evalueres')).toHaveCount(0)
  await page.getByRole('link', { name: 'Slik går det' }).click()
  await says(section(page, 'Evalueringer'), 'Planen fornyes', '«At det er de samme som kommer.»')
  await press(page, 'Les hele evalueringen: 24. november 2026')
  await says(section(page, 'Evalueringer'), 'Ønsket ikke å uttale seg', 'Ja, som regel', '24. mai 2027', 'Muntlig enig', 'Passe')
  await says(section(page, 'Evalueringer'), 'Ta imot hjemmehjelp én gang i uken: Fortsetter')
  await expect(page.getByRole('button', { name: 'Lag ny versjon' })).toBeVisible()
})
