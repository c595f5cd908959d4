// The plan of the circular's appendix 1 made from nothing, in the kitchen and without coverage (N App.1; DOMAIN.md 6.2):
// kept at every word through a lock, agreed on aloud, and word for word at the desk when there is coverage again.

import { expect, type Page, test } from '@playwright/test'
import { startOffice, type TestOffice } from '../support/office.ts'
import { atDesk, expectNoFaults, onPhone, unlock } from '../support/people.ts'
import { localhost, next, press, question, says } from '../support/taps.ts'

let office: TestOffice
test.beforeAll(async () => {
  office = await startOffice({ today: '2026-11-24' })
})
test.afterAll(() => office.remove())

const HOME = 'Testine Eksempelsen'
const field = (page: Page, name: string) => page.getByRole('textbox', { name })
const tile = (page: Page, name: string) =>
  page.getByRole('radio', { name, exact: true }).or(page.getByRole('checkbox', { name, exact: true }))
const picture = async (page: Page, name: string) => {
  if (process.env.BOFAST_PICTURES) await page.screenshot({ path: `${process.env.BOFAST_PICTURES}/plan-${name}.png`, fullPage: true })
}

interface Measure {
  readonly kind: string
  readonly text: string
  readonly who: readonly string[]
  readonly other?: string
  readonly mine?: string
  readonly ours?: string
  readonly often: string
  readonly report?: string
}
const MEASURES: readonly Measure[] = [
  {
    kind: 'Besøk',
    text: 'Hjemmebesøk av psykiatrisk sykepleier én gang per uke',
    who: [],
    other: 'Psykiatrisk sykepleier',
    mine: 'Jeg er hjemme',
    ours: 'Sykepleieren kommer til fast tid',
    often: 'Hver uke',
  },
  {
    kind: 'Blodprøve',
    text: 'Utvidede blodprøver hos egen lege to ganger per uke',
    who: [HOME],
    other: 'Primærlege',
    often: 'Flere ganger i uka',
    report: 'Politi',
  },
  { kind: 'Ruspoliklinikk', text: 'Jevnlige samtaler på ruspoliklinikken', who: [HOME], other: 'Ruspoliklinikken', often: 'Annenhver uke' },
  {
    kind: 'Støttekontakt',
    text: 'Støttekontakt som tar ham med på positive rusfrie tiltak sammen med andre unge',
    who: [],
    other: 'Støttekontakt',
    often: 'Hver uke',
  },
  { kind: 'Annet', text: 'Klarer kost og renhold selv hvis rusfri', who: [HOME], often: 'Hver dag' },
]

async function addMeasure(page: Page, measure: Measure): Promise<void> {
  await press(page, 'Legg til et tiltak')
  if (measure.kind === 'Besøk') await picture(page, 'kind')
  await press(page, measure.kind)
  await expect(question(page, `${measure.kind}: hva skal skje?`)).toBeVisible()
  await field(page, 'Tiltak').fill(measure.text)
  await next(page)
  await expect(question(page, 'Hvem er med på dette?')).toBeVisible()
  for (const one of measure.who) await tile(page, one).check()
  if (measure.other) {
    await field(page, 'Noen andre').fill(measure.other)
    await press(page, 'Legg til')
    await expect(tile(page, measure.other)).toBeChecked()
  }
  await picture(page, `who-${measure.kind}`)
  await next(page)
  await expect(question(page, 'Hva gjør du, og hva gjør vi?')).toBeVisible()
  if (measure.mine) await field(page, `Det ${HOME} gjør`).fill(measure.mine)
  if (measure.ours) await field(page, 'Det vi gjør').fill(measure.ours)
  await next(page)
  await expect(question(page, 'Hvor ofte?')).toBeVisible()
  await tile(page, measure.often).check()
  await picture(page, `often-${measure.kind}`)
  await next(page)
  await expect(question(page, 'Hvor lenge?')).toBeVisible()
  if (measure.report) {
    await page.getByRole('combobox', { name: 'Skal noen få beskjed ved fravær?' }).selectOption(measure.report)
    await says(page.getByRole('main'), 'Avklar med jurist', 'Trenger et eget ja: Blodprøver, Varsling ved fravær')
    await picture(page, 'until')
  }
  await next(page)
  await expect(question(page, 'Hvem gjør hva?')).toBeVisible()
}

test('Marit makes the plan of appendix 1 with the resident offline, and Ingrid reads it word for word', async ({ browser }) => {
  const url = localhost(office.url)
  const marit = await onPhone(browser, url, 'Marit')
  const { page, context } = marit
  const main = page.getByRole('main')
  await page.getByRole('link', { name: 'Beboere', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Beboere', level: 1 })).toBeVisible()
  await page.getByRole('link', { name: HOME }).click()
  await expect(page.getByRole('heading', { name: HOME, level: 1 })).toBeVisible()
  await context.setOffline(true)
  await page.getByRole('link', { name: 'Lag en plan sammen' }).click()
  await press(page, 'Lag en plan sammen')

  await expect(question(page, 'Hva vil du?')).toBeVisible()
  await press(page, 'Jeg vil ha ro rundt meg')
  await expect(field(page, 'Jeg vil')).toHaveValue('Jeg vil ha ro rundt meg')
  await field(page, 'Jeg vil').fill('Jeg vil ha et sted å bo i ro.')
  await expect(page.getByText('Lagret på telefonen')).toBeVisible()
  await picture(page, 'wish')
  await next(page)
  await press(page, 'Husleien er betalt hver måned')
  await press(page, 'Legg til et delmål')
  await field(page, 'Delmål 2').fill('Arbeidstrening')
  await picture(page, 'first')
  await next(page)
  await picture(page, 'measures-empty')
  for (const measure of MEASURES.slice(0, 2)) await addMeasure(page, measure)

  // In the middle of it the phone is locked: the same question stands there again, with what was said.
  await press(page, 'Legg til et tiltak')
  await press(page, 'Ruspoliklinikk')
  await field(page, 'Tiltak').fill('Jevnlige samtaler')
  await press(page, 'Skjul')
  await expect(page.getByRole('heading', { name: 'Låst.' })).toBeVisible()
  await expect(page.getByText('Jevnlige')).toHaveCount(0)
  await unlock(page)
  await expect(question(page, 'Ruspoliklinikk: hva skal skje?')).toBeVisible()
  await expect(field(page, 'Tiltak')).toHaveValue('Jevnlige samtaler')
  await press(page, 'Ta bort tiltaket')
  await expect(question(page, 'Hvem gjør hva?')).toBeVisible()
  for (const measure of MEASURES.slice(2)) await addMeasure(page, measure)
  await picture(page, 'measures')
  await next(page)

  await field(page, 'Det jeg gjør').fill('Kost og renhold klarer jeg selv når jeg er rusfri.')
  await field(page, 'Det kommunen gjør').fill('Vi holder avtalene og gir den hjelpen som er lovet.')
  await picture(page, 'expect')
  await next(page)
  await field(page, 'Til')
    .or(page.getByLabel('Til', { exact: true }))
    .fill('2028-01-01')
  await says(main, 'Planen kan vare i høyst 12 måneder.')
  await page.getByRole('radio', { name: /^12 måneder/ }).check()
  await picture(page, 'long')
  await next(page)
  await tile(page, 'Hver uke').check()
  await next(page)
  await page.getByRole('radio', { name: /^Hver 3\. måned/ }).check()
  await picture(page, 'review')
  await next(page)
  await expect(question(page, 'Hvem kan få se planen?')).toBeVisible()
  await picture(page, 'who-sees')
  await next(page)
  await expect(question(page, 'Slik ble planen')).toBeVisible()
  await says(main, 'Utvidede blodprøver hos egen lege to ganger per uke» venter på et eget ja')
  await picture(page, 'check')

  await press(page, 'Les sammen')
  await says(main, '«Jeg vil ha et sted å bo i ro.»', 'Husleien er betalt hver måned', 'Planen er et tillegg til husleieavtalen')
  await picture(page, 'read')
  await press(page, 'Vi er enige')
  await expect(tile(page, 'Muntlig enig, bevitnet')).toBeChecked()
  await says(main, 'Jeg vil være med på planen. Jeg kan si stopp når jeg vil.')
  await picture(page, 'agree')
  await press(page, 'Bekreft')
  await expect(page.getByText('Dere er enige om planen.')).toBeVisible()
  await says(main, 'Versjon 1, muntlig enig', 'Ikke begynt ennå', 'Venter på et eget ja: Blodprøver og Varsling ved fravær')
  await picture(page, 'plan')
  await context.setOffline(false)

  const ingrid = await atDesk(browser, url)
  const desk = ingrid.page
  await desk.goto(new URL(page.url()).pathname)
  await expect(desk.getByText('Versjon 1, muntlig enig')).toBeVisible()
  const read = desk.getByRole('main')
  for (const { text, mine, ours } of MEASURES) await says(read, text, ...(mine ? [mine] : []), ...(ours ? [ours] : []))
  await says(read, '«Jeg vil ha et sted å bo i ro.»', 'Arbeidstrening', 'Kost og renhold klarer jeg selv når jeg er rusfri.')
  await says(read, 'Vi holder avtalene og gir den hjelpen som er lovet.', 'Blodprøve, to ganger i uka', 'Fravær: politi')
  await says(read, `${HOME} · 24. november 2026`, 'Marit · 24. november 2026')
  expectNoFaults(marit, ingrid)
})
