// What a worker does with her thumb, in the words that stand on the screen. Shared by the journeys.

import { expect, type Locator, type Page } from '@playwright/test'
import type { Person } from './people.ts'
import { turn } from './turn.ts'

/** Cookies marked secure are kept for localhost, not for an address in numbers. */
export const localhost = (url: string): string => url.replace('127.0.0.1', 'localhost')

/** All of it stands there, whatever kind of space is between the words. */
export async function says(where: Locator, ...words: readonly string[]): Promise<void> {
  for (const text of words) await expect(where).toContainText(text)
}

export const question = (page: Page, text: string) => page.getByRole('heading', { name: text, level: 2, exact: true })
export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
export const next = (page: Page) => turn(page, () => press(page, 'Neste'))

/** One answer on one screen, then «Neste». */
export async function answer(page: Page, asked: string, chosen: string): Promise<void> {
  await expect(question(page, asked)).toBeVisible()
  const option = { name: chosen, exact: true }
  await page.getByRole('radio', option).or(page.getByRole('checkbox', option)).check()
  await next(page)
}

export async function openVisit(page: Page, name: string): Promise<void> {
  await page.getByRole('article').getByRole('link', { name, exact: true }).and(page.locator('[href*="/visits/"]')).click()
  await expect(page.getByRole('button', { name: 'Start besøket' })).toBeVisible()
}

/** From the first question to the fourth: it was held, the resident is there and let us in. */
export async function beginTalk(page: Page): Promise<void> {
  await press(page, 'Start besøket')
  await answer(page, 'Hvordan gikk det?', 'Hjemme – besøket gjennomført')
  await answer(page, 'Hvem er her?', 'Beboeren')
  await answer(page, 'Hvordan kom dere inn?', 'Beboeren slapp oss inn')
  await expect(question(page, 'Passer det nå?')).toBeVisible()
}

/** «Neste» until this field stands there. */
export async function toField(page: Page, field: Locator): Promise<void> {
  await expect(page.getByRole('main').getByRole('heading', { level: 2 }).first()).toBeVisible()
  for (let step = 0; step < MANY && !(await field.isVisible()); step += 1) await next(page)
  await expect(field).toBeVisible()
}

const MANY = 30
/** By the last part to «Se over»: the way of somebody who has talked enough. */
export async function lookOver(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Vis alle deler' }).click()
  await page.getByRole('link', { name: /^Avslutning\./ }).click()
  await toReview(page)
}

export async function toReview(page: Page): Promise<void> {
  const review = page.getByRole('heading', { name: 'Se over', level: 1 })
  await page.getByRole('button', { name: 'Neste', exact: true }).or(review).first().waitFor()
  for (let step = 0; step < MANY && !(await review.isVisible()); step += 1) await next(page)
  await expect(review).toBeVisible()
}

/** The row of a visit that came in while somebody watched. */
export const newRow = (desk: Page, name: string) => desk.getByRole('link', { name: new RegExp(`^${name}.* Ny `) })

/** «Mer», then «Sending og lagring». */
export async function openSending(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Mer', exact: true }).click()
  await page.getByRole('link', { name: 'Sending og lagring' }).click()
  await expect(page.getByRole('heading', { name: 'Sending og lagring', level: 1 })).toBeVisible()
}

/** A page of the same browser, opened anew, with errors on it counted as well. */
export async function anotherPage({ context, faults }: Person, path: string): Promise<Page> {
  const page = await context.newPage()
  page.on('pageerror', (error) => faults.push(`error ${error.name}`))
  await page.goto(path)
  return page
}
