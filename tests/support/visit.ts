// A guided visit as a worker walks through it on the phone: by the words of its buttons and questions.

import { expect, type Page } from '@playwright/test'
import { next, press } from './taps.ts'

const MANY = 30

/** Back and back, until the tabs stand there; then I dag. */
export async function toToday(page: Page): Promise<void> {
  const tab = page.getByRole('link', { name: 'I dag', exact: true })
  const back = page.getByRole('button', { name: 'Tilbake', exact: true })
  await expect(tab.or(back).first()).toBeVisible()
  const title = page.getByRole('heading', { level: 1 })
  for (let step = 0; step < 3 && !(await tab.isVisible()); step += 1) {
    const before = await title.innerText()
    await back.click()
    await expect(title).not.toHaveText(before)
  }
  await tab.click()
  await expect(page.getByRole('heading', { name: 'I dag', level: 1 })).toBeVisible()
}

/** From anywhere to the first question of today's visit. */
export async function startVisit(page: Page, name: string): Promise<void> {
  await toToday(page)
  await page.getByRole('main').getByRole('link', { name }).first().click()
  await page.getByRole('button', { name: 'Start besøket' }).click()
  await expect(page.getByRole('heading', { name: 'Hvordan gikk det?' })).toBeVisible()
}

/** «Neste» until this question, or «Se over», stands there. */
export async function goTo(page: Page, heading: string): Promise<void> {
  const here = page.getByRole('heading', { name: heading, exact: true })
  await page.getByRole('button', { name: 'Neste', exact: true }).or(here).first().waitFor()
  for (let step = 0; step < MANY && !(await here.isVisible()); step += 1) await next(page)
  await expect(here).toBeVisible()
}

export interface Meeting {
  readonly outcome: string
  readonly who: string
  /** «Hvordan har det vært siden sist?» */
  readonly since?: string
  /** The first goal's tile. */
  readonly score?: string
  readonly neighbours?: string
}

/** Answers what is given and stops at «Se over». */
export async function answer(page: Page, meeting: Meeting): Promise<void> {
  await page.getByRole('radio', { name: meeting.outcome, exact: true }).check()
  await goTo(page, 'Hvem er her?')
  await page.getByRole('checkbox', { name: meeting.who, exact: true }).check()
  if (meeting.since) {
    await goTo(page, 'Hvordan har det vært siden sist?')
    await page.getByRole('textbox', { name: 'Hvordan har det vært siden sist?' }).fill(meeting.since)
  }
  if (meeting.score) {
    await goTo(page, 'Hvor er du nå?')
    await page.getByRole('radio', { name: meeting.score }).check()
  }
  if (meeting.neighbours) {
    await goTo(page, 'Hvordan er det med naboene?')
    await page.getByRole('radio', { name: meeting.neighbours, exact: true }).check()
  }
  await goTo(page, 'Se over')
}

/** «Ferdig»; the bar of «Angre» stands for ten seconds, and nothing is sent before it has gone. */
export async function finish(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Ferdig', exact: true }).click()
  await expect(page.getByText(`Besøket hos ${name} er ferdig.`)).toBeVisible()
}

/** One tap at the door is the whole visit; ends on I dag. */
export async function cancelledAtDoor(page: Page): Promise<void> {
  await press(page, 'Ved døra')
  await press(page, 'Flere')
  await press(page, 'Beboeren avlyste')
  await expect(page.getByText(/^Lagret: .*avlyst/i)).toBeVisible()
  await toToday(page)
}
