// A guided visit as a worker walks through it on the phone: by the words of its buttons and questions.

import { expect, type Page } from '@playwright/test'

const MANY = 30

/** From I dag to the first question. */
export async function startVisit(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: 'I dag', exact: true }).click()
  await page.getByRole('main').getByRole('link', { name }).first().click()
  await page.getByRole('button', { name: 'Start besøket' }).click()
  await expect(page.getByRole('heading', { name: 'Hvordan gikk det?' })).toBeVisible()
}

/** «Neste» until this question, or «Se over», stands there. */
export async function goTo(page: Page, heading: string): Promise<void> {
  const here = page.getByRole('heading', { name: heading, exact: true })
  const question = page.getByRole('main')
  for (let step = 0; step < MANY && !(await here.isVisible()); step += 1) {
    const before = await question.innerText()
    await page.getByRole('button', { name: 'Neste', exact: true }).click()
    await expect(question).not.toHaveText(before, { useInnerText: true })
  }
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

/** «Ferdig», and home to I dag with the bar of «Angre» still there. */
export async function finish(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Ferdig', exact: true }).click()
  await expect(page.getByText(`Besøket hos ${name} er ferdig.`)).toBeVisible()
}
