// What makes the office hold something: a note written offline, and the case taken or moved at the desk meanwhile.

import { expect, type Locator, type Page } from '@playwright/test'
import type { Person } from './people.ts'
import { toToday } from './visit.ts'

export const section = (page: Page, title: string): Locator =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: title }) })

/** The doorway note about this home, as far as the outcomes; the phone is offline from here on. */
async function openNote({ page, context }: Person, home: string): Promise<void> {
  await context.setOffline(true)
  await toToday(page)
  await page.getByRole('link', { name: 'Notat', exact: true }).click()
  const others = page.getByRole('button', { name: 'Andre', exact: true })
  const button = page.getByRole('button', { name: home })
  await others.or(button).first().waitFor()
  if (await others.isVisible()) await others.click()
  await button.click()
}

export async function noteOffline(person: Person, home: string, words: string): Promise<void> {
  const { page } = person
  await openNote(person, home)
  await page.getByRole('textbox').fill(words)
  await page.getByRole('button', { name: 'Ikke hjemme' }).click()
  await expect(page.getByText('Lagret: Ikke hjemme.')).toBeVisible()
}

export async function concernOffline(person: Person, home: string): Promise<void> {
  const { page } = person
  await openNote(person, home)
  await page.getByRole('button', { name: 'Bekymring' }).click()
  await page.getByRole('button', { name: 'Barn' }).first().click()
  await expect(page.getByText('Lagret på telefonen – ikke sendt ennå')).toBeVisible()
}

/** At the desk, by its keys. */
export async function toResident(page: Page, home: string): Promise<void> {
  await page.keyboard.press('g')
  await page.keyboard.press('b')
  await expect(page.getByRole('heading', { name: 'Beboere', level: 1 })).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: home }).click()
  await expect(page.getByRole('heading', { name: home, level: 1 })).toBeVisible()
}

/** The dialog of who follows up. */
export async function openAccess(page: Page, home: string): Promise<void> {
  await toResident(page, home)
  await page.getByRole('button', { name: 'Gi eller flytt saken' }).click()
}

/** At the desk: the case is taken from somebody, with a reason. */
export async function takeCase(page: Page, home: string, name: string): Promise<void> {
  await openAccess(page, home)
  await page.getByRole('radio', { name: 'Ta saken fra en' }).check()
  await page.getByRole('radio', { name }).check()
  await expect(page.getByText(`Det ${name} ikke har sendt, kommer hit til vurdering.`)).toBeVisible()
  await page.getByRole('textbox', { name: /^Hvorfor\?/ }).fill('For mange saker')
  await page.getByRole('button', { name: `Ta saken fra ${name}` }).click()
  await expect(page.getByText('Endret. Det gjelder fra nå.')).toBeVisible()
  await expect(section(page, 'Hvem følger opp').getByRole('listitem').filter({ hasText: name })).toHaveCount(0)
}

export async function toInbox(page: Page): Promise<void> {
  await page.keyboard.press('g')
  await page.keyboard.press('i')
  await expect(page.getByRole('heading', { name: 'Innboks', level: 1 })).toBeVisible()
}

export async function toSending(page: Page): Promise<void> {
  await toToday(page)
  await page.getByRole('link', { name: 'Mer', exact: true }).click()
  await page.getByRole('link', { name: /Sending og lagring/ }).click()
  await expect(page.getByRole('heading', { name: 'Sending og lagring', level: 1 })).toBeVisible()
}
