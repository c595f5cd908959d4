// A guided visit of any kind, from «Nytt besøk» to «Ferdig»: booked, begun, every question answered by its own controls,
// looked at, and left and come back to on the way.

import { expect, type Page } from '@playwright/test'
import type { VisitKind } from '#domain/codes.ts'
import type { Guide, Step } from '#domain/guide.ts'
import { localDate } from '#domain/ids.ts'
import { guideFor, guideOf } from '#guides/registry.ts'
import { troubles } from '../support/axe.ts'
import { unlock } from '../support/people.ts'
import { answerAll, standing } from './answering.ts'
import { turnedToHer } from './turned.ts'
import { go, settled } from './views.ts'

export interface Walk {
  readonly page: Page
  readonly kind: VisitKind
  readonly home: string
  /** The kind in the words of «Nytt besøk». */
  readonly called: string
  readonly at: string
  /** Two are to go. */
  readonly isWithJon?: true
  /** By step: the answer that opens more of the guide, or raises something. */
  readonly wished: Readonly<Record<string, string>>
  /** At the first question, the last, and every so many between, the page is left and come back to. */
  readonly leavesEvery: number
}

export interface Walked {
  readonly visit: string
  /** The keys it went through, in order. */
  readonly keys: readonly string[]
  readonly found: readonly string[]
  readonly resumed: number
  /** What stood on a screen turned to the resident and is not hers. */
  readonly leaked: readonly string[]
  /** By step: the answers that were tapped or written, as they stood on the screen. */
  readonly said: ReadonlyMap<string, readonly string[]>
}

const TODAY = localDate('2026-11-24')
export const keyOf = (page: Page): string => new URL(page.url()).pathname.split('/').at(-1) ?? ''
export const stepOfKey = (key: string): string => key.replace(/@.*/, '')
export const guideOfKind = (kind: VisitKind): Guide => {
  const guide = guideFor(kind, TODAY)
  if (!guide) throw new Error(`no guide for ${kind}`)
  return guideOf(guide.code, guide.version) ?? guide
}
export const stepsOf = (guide: Guide): ReadonlyMap<string, Step> =>
  new Map(guide.blocks.flatMap((block) => block.steps.map((step) => [step.id, step] as const)))

/** «Nytt besøk» today, and to its first question. */
export async function book({ page, home, called, at, isWithJon }: Walk): Promise<string> {
  await go(page, `${home}/visits/new`)
  await page.getByRole('radio', { name: called, exact: true }).check()
  await page.getByRole('group', { name: 'Når?' }).getByRole('button', { name: 'I dag' }).click()
  await page.getByRole('textbox', { name: 'Fra klokka' }).or(page.getByLabel('Fra klokka')).fill(at)
  if (isWithJon) await page.getByRole('group', { name: 'Hvem går?' }).getByRole('button', { name: 'Jon' }).click()
  await page.getByRole('button', { name: 'Lagre', exact: true }).click()
  await expect(page.getByText('Besøket står i boka')).toBeVisible()
  await go(page, '/')
  const card = page
    .getByRole('main')
    .getByRole('article')
    .filter({ hasText: at.replace(':', '.') })
  await card.getByRole('link').and(page.locator('[href*="/visits/"]')).first().click()
  await page.getByRole('button', { name: 'Start besøket' }).click()
  await expect(page.getByRole('heading', { name: 'Hvordan gikk det?' })).toBeVisible()
  return new URL(page.url()).pathname.split('/steps/')[0] ?? ''
}

/** Every question from the first to «Se over», answered. */
export async function walk(w: Walk, visit: string): Promise<Walked> {
  const { page } = w
  const keys: string[] = []
  const found: string[] = []
  const said = new Map<string, readonly string[]>()
  const leaked: string[] = []
  const steps = stepsOf(guideOfKind(w.kind))
  const last = [...steps.keys()].at(-1)
  let resumed = 0
  for (let key = keyOf(page); key !== 'review'; key = keyOf(page)) {
    expect(keys, 'each question once').not.toContain(key)
    keys.push(key)
    await settled(page)
    await answerAll(page, w.wished[stepOfKey(key)])
    const stands = await standing(page)
    said.set(stepOfKey(key), [...(said.get(stepOfKey(key)) ?? []), ...stands.slice(1)])
    found.push(...(await troublesOf(page)).map((trouble) => `${key}: ${trouble}`))
    if ((keys.length - 1) % w.leavesEvery === 0 || stepOfKey(key) === last) {
      if (key.startsWith('concern@')) await keptBehind(page)
      await leaveAndComeBack(page, resumed % 2 === 0)
      resumed += 1
      expect(keyOf(page)).toBe(key)
      await expect.poll(() => standing(page), key).toEqual(stands)
    }
    const step = steps.get(stepOfKey(key))
    if (step) leaked.push(...(await turnedToHer(page, step)))
    await onward(page)
  }
  return { visit, keys, found, resumed, said, leaked }
}

/** A concern says how far it has come itself, and not its note: the question it came from says when every word is kept. */
async function keptBehind(page: Page): Promise<void> {
  const concern = new URL(page.url()).pathname
  await page.getByRole('button', { name: 'Tilbake', exact: true }).click()
  await expect(page.getByText(/^Lagret på telefonen kl\./).first()).toBeVisible()
  await go(page, concern)
}
const KEPT = /^(Lagret på telefonen|Klar til å skrive)/

/** Locked by a reload, or begun anew from I dag; both lead back to the question. */
async function leaveAndComeBack(page: Page, isFromToday: boolean): Promise<void> {
  await expect(page.getByText(KEPT).first()).toBeVisible()
  if (!isFromToday) {
    await page.reload()
    await unlock(page)
  } else {
    // The place is kept when the page has come to rest.
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1000 })))
    await page.goto('/')
    await unlock(page)
    await page.getByRole('link', { name: /^Fortsett besøket hos/ }).click()
  }
  await expect(page.getByRole('button', { name: /^(Neste|Gå videre)$/ })).toBeVisible()
}

/** «Neste» or «Gå videre», until another screen has taken the place of this one. */
export async function onward(page: Page): Promise<void> {
  const before = keyOf(page)
  await page.evaluate(() => (document.querySelector('main h2') ?? document.querySelector('h1'))?.setAttribute('data-left', ''))
  await page.getByRole('button', { name: /^(Neste|Gå videre)$/ }).click()
  await expect.poll(() => keyOf(page)).not.toBe(before)
  await expect(page.locator('h2[data-left]')).toHaveCount(0)
  await settled(page)
}

/** Axe and sideways overflow, also with the text twice as large. */
async function troublesOf(page: Page): Promise<readonly string[]> {
  const found = await troubles(page)
  const wide = await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%'
    const over = document.documentElement.scrollWidth - document.documentElement.clientWidth
    document.documentElement.style.fontSize = ''
    return over
  })
  return wide > 0 ? [...found, `overflow of ${wide} px at 200 % text`] : found
}
