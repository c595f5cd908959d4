// The whole line: one visit from the stairwell, without coverage, to the office desk and back.

import { expect, type Page, test } from '@playwright/test'
import { startOffice, type TestOffice } from '../support/office.ts'
import { atDesk, expectNoFaults, fresh, onPhone, type Person, unlock } from '../support/people.ts'
import {
  anotherPage,
  answer,
  beginTalk,
  localhost,
  newRow,
  next,
  openSending,
  openVisit,
  press,
  question,
  says,
  toReview,
} from '../support/taps.ts'

let office: TestOffice
test.beforeAll(async () => {
  office = await startOffice({ today: '2026-11-24' })
})
test.afterAll(() => office.remove())

test('a phone is enrolled in sight: six words are shown, and what is fetched is counted', async ({ browser }) => {
  const marit = await fresh(browser, localhost(office.url), {})
  const { page } = marit
  await page.goto('/')
  await expect(page.getByText('Alle personer er oppdiktet. Prøv hvem du vil.')).toBeVisible()
  await press(page, 'Prøv som Marit (på telefonen)')
  await expect(page.getByRole('heading', { name: 'Dine seks ord' })).toBeVisible()
  await expect(page.getByRole('listitem')).toHaveCount(6)
  const counted = page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const look = () => {
          const [said] = /Henter \d+ beboere … \d+ av \d+/.exec(document.body.innerText) ?? []
          if (said) resolve(said)
        }
        new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true })
      }),
  )
  await press(page, 'Gå videre')
  expect(await counted).toMatch(/^Henter \d+ beboere … \d+ av \d+$/)
  await expect(page.getByRole('heading', { name: 'I dag', level: 1 })).toBeVisible()
  expectNoFaults(marit)
  await marit.context.close()
})

test('a visit goes from the stairwell to the office desk and back', async ({ browser }) => {
  const url = localhost(office.url)
  const ingrid = await atDesk(browser, url)
  const marit = await onPhone(browser, url, 'Marit')
  const desk = ingrid.page

  await test.step('today says when, who, where, why and what is pressing', () => readsToday(marit.page))
  await test.step('Einar reads as someone one knows before the door opens', () => readsEinar(marit.page))
  await marit.context.setOffline(true)
  await test.step('the talk is written without coverage', () => writesTheTalk(marit.page))
  const page = await test.step('lock, reload and a killed page lead back to the same question', () => comesBack(marit))
  await test.step('the look over says what was agreed, and Ferdig saves it', () => finishes(page))
  await test.step('what waits is counted', async () => {
    await press(page, 'Til Einar')
    await expect(
      page
        .getByRole('listitem')
        .filter({ hasText: 'tirsdag 24. november' })
        .getByText(/Lagret på telefonen/),
    ).toBeVisible()
    await press(page, 'Tilbake')
    await page.getByRole('link', { name: 'I dag', exact: true }).click()
    await openSending(page)
    await expect(page.getByText('7 venter på nett')).toBeVisible()
    await expect(page.getByText('Sendes av seg selv når du får nett')).toBeVisible()
    await expect(page.getByRole('listitem').filter({ hasText: 'Einar' }).first()).toContainText('Lagret på telefonen')
  })

  await expect(newRow(desk, 'Einar')).toHaveCount(0)
  await marit.context.setOffline(false)
  await test.step('the visit comes to a desk nobody touches', async () => {
    await expect(newRow(desk, 'Einar')).toBeVisible()
    await expect(desk.getByText('Nytt i innboksen: Einar.')).toBeAttached()
    await expect(page.getByText('Ingenting venter')).toBeVisible()
  })
  await test.step('the phone says the office has it', async () => {
    await press(page, 'Tilbake')
    await page.getByRole('link', { name: 'I dag', exact: true }).click()
    await expect(doneToday(page)).toContainText('Mottatt på kontoret')
  })
  await test.step('Ingrid reads and acknowledges', () => acknowledges(desk))
  await test.step('Marit sees who has read it', () => expect(doneToday(page)).toContainText('Lest av Ingrid'))
  expectNoFaults(marit, ingrid)
})

const doneToday = (page: Page) => page.getByRole('article').filter({ hasText: 'Hjemme – besøket gjennomført' })

async function readsToday(page: Page): Promise<void> {
  await expect(page.getByText('tirsdag 24. november · uke 48')).toBeVisible()
  const cards = page.getByRole('article')
  await expect(cards).toHaveCount(4)
  await says(cards.nth(0), '09.30', 'Kulisse Karlsen-Prøve', 'Hente tingene', 'Tingene må hentes innen 2. desember')
  await says(cards.nth(1), '11.00', 'Einar', 'Eksempelveien 1 · Ukentlig besøk', 'Kom to')
  await says(cards.nth(2), '13.00', 'Testine Eksempelsen', 'Prøvegata 12, 2. etg.', 'Utkastelse tidligst 8. desember (anslag)')
  await says(cards.nth(3), '14.45', 'Skisse Sandkasse', 'Eksempelveien 9, 1. etg.', 'Tre naboklager på 30 dager')
}

async function readsEinar(page: Page): Promise<void> {
  await openVisit(page, 'Einar')
  await press(page, 'Tilbake')
  await expect(page.getByRole('heading', { name: 'Einar', level: 1 })).toBeVisible()
  await expect(page.getByText('Faste tider og samme hjemmehjelp. Kaffe først, så prat.')).toBeVisible()
  await expect(page.getByText('Virker ikke: uanmeldte besøk tidlig på dagen.')).toBeVisible()
  await expect(page.getByText('Vi har avtalt å komme to.')).toBeVisible()
  await expect(page.getByText('tirsdag 1. desember · om 5 virkedager')).toBeVisible()
  await press(page, 'Ring Hege Demo')
  await expect(page.getByText(/Demo: ringer ikke/)).toBeVisible()
  await press(page, 'Start besøk')
}

async function writesTheTalk(page: Page): Promise<void> {
  await beginTalk(page)
  await answer(page, 'Passer det nå?', 'Ja')
  await page.getByRole('textbox', { name: 'Hvordan har det vært siden sist?' }).fill('Rolig uke. Har sovet bedre.')
  await next(page)
  await page
    .getByRole('group', { name: /Vi kjøper stoler sammen/ })
    .getByRole('button', { name: 'Delvis' })
    .click()
  await next(page)
  await expect(question(page, 'Kom hjelpen som avtalt?')).toBeVisible()
  await press(page, 'Hopp over')
  await expect(page.getByText('Sist: 3, går som regel')).toBeVisible()
  await page.getByRole('textbox', { name: 'Med ord fra Einar' }).fill('Det var bråk på lørdag.')
  await answer(page, 'Hvor er du nå?', '2 · Går av og til')
  await expect(page.getByText('Bedre kosthold')).toBeVisible()
  await answer(page, 'Hvor er du nå?', '3 · Går som regel')
  await expect(page.getByText('Bedre hygiene')).toBeVisible()
  await press(page, 'Vil ikke svare')
  await answer(page, 'Er husleien betalt denne måneden?', 'Trekkes automatisk')
  await page.getByRole('link', { name: 'Vis alle deler' }).click()
  await expect(page.getByText('Du er uten nett. Alt lagres her.')).toBeVisible()
  await expect(page.getByText('Ta dem i den rekkefølgen dere vil')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Målene. Ferdig' })).toBeVisible()
  await page.getByRole('link', { name: 'Avslutning. Ikke begynt' }).click()
  await expect(question(page, 'Er det noe i planen vi bør endre?')).toBeVisible()
  await next(page)
  await page.getByRole('textbox', { name: 'Avtale 1' }).fill('Handle gardiner')
  await page.getByRole('group', { name: 'Hvem?' }).getByRole('button', { name: 'Einar' }).click()
  await page.getByRole('group', { name: 'Når?' }).getByRole('button', { name: 'Om en uke' }).click()
  await expect(page.getByRole('status').filter({ hasText: /^Lagret på telefonen kl\./ })).toBeVisible()
}

async function comesBack(marit: Person): Promise<Page> {
  const { page } = marit
  const isOnTheQuestion = async (here: Page) => {
    await expect(question(here, 'Hva ble vi enige om?')).toBeVisible()
    await expect(here.getByRole('textbox', { name: 'Avtale 1' })).toHaveValue('Handle gardiner')
  }
  await press(page, 'Skjul')
  await expect(page.getByRole('heading', { name: 'Låst.' })).toBeVisible()
  await expect(page.getByText('2 venter på nett. De sendes selv om det er låst.')).toBeVisible()
  await expect(page.getByText('Einar')).toHaveCount(0)
  await unlock(page)
  await isOnTheQuestion(page)
  await page.reload()
  await unlock(page)
  await isOnTheQuestion(page)
  await page.close()
  const again = await anotherPage(marit, '/')
  await unlock(again)
  await expect(again.getByRole('article').first()).toContainText('Du er i gang hos')
  await again.getByRole('link', { name: 'Fortsett besøket hos Einar' }).click()
  await isOnTheQuestion(again)
  return again
}

async function finishes(page: Page): Promise<void> {
  await next(page)
  await expect(page.getByText('tirsdag 1. desember kl. 11.00')).toBeVisible()
  await answer(page, 'Skal vi avtale neste besøk nå?', 'Om en uke, samme tid tirsdag 1. desember kl. 11.00')
  await toReview(page)
  const agreed = page.getByRole('listitem').filter({ hasText: 'Handle gardiner' })
  await expect(agreed).toContainText('innen tirsdag 1. desember')
  await expect(page.getByText('Fra 3 til 2 · Går av og til')).toBeVisible()
  await expect(page.getByText('Ville ikke svare')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'Hverdag og naboer' })).toContainText('Ikke snakket om. Det er greit.')
  await press(page, 'Ferdig')
  await expect(page.getByText('Besøket hos Einar er ferdig.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Angre' })).toBeVisible()
  await expect(page.getByText(/^Lagret på telefonen kl\./)).toBeVisible()
}

async function acknowledges(desk: Page): Promise<void> {
  await newRow(desk, 'Einar').click()
  const reader = desk.getByRole('region', { name: 'Leser' })
  await expect(reader.getByRole('heading', { name: 'Besøk tirsdag 24. november' })).toBeVisible()
  await expect(reader.getByText('Rolig uke. Har sovet bedre.')).toBeVisible()
  await expect(reader.getByText('Bedre kosthold: 3 av 4')).toBeVisible()
  await expect(reader.getByText('Einar: Handle gardiner, innen')).toBeVisible()
  await reader.getByText('Svar i guiden, Marit').click()
  await expect(reader.getByText('Trekkes automatisk')).toBeVisible()
  await press(desk, 'Les og kvitter')
  await expect(desk.getByText('Kvittert: Einar.')).toBeVisible()
}
