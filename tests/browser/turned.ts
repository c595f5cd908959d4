// One question turned to the resident with «Les sammen», in each of her languages: it is the very question of the guide,
// and nothing on the page, shown or hidden, is anybody else's. What only the worker is asked cannot be turned at all.

import { expect, type Page } from '@playwright/test'
import type { Step } from '#domain/guide.ts'
import { MARK } from './markers.ts'
import { settled } from './views.ts'

/** Said to the worker first, of a language the app does not speak. */
const ANYWAY = 'Vis på bokmål'
const LANGUAGES = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' } as const

/** Kinds of answers that name other people, or hold what the worker saw. */
const OURS: readonly Step['type'][] = ['people', 'agreements', 'taskOffer', 'areas', 'photo']
export const isHers = (step: Step): boolean => !step.isWorkerOnly && !step.isOwn && !step.isByButton && !OURS.includes(step.type)

/** Looks at the question that stands there, and turns the screen back; gives what leaked. */
export async function turnedToHer(page: Page, step: Step): Promise<readonly string[]> {
  const link = page.getByRole('link', { name: 'Les sammen' })
  if (!isHers(step)) {
    await expect(link, step.id).toHaveCount(0)
    return notTurned(page, step)
  }
  await link.click()
  const isHerLanguage = page.getByRole('link', { name: /^(Snu tilbake|Turn back)/ })
  const anyway = page.getByRole('button', { name: ANYWAY })
  await expect(isHerLanguage.or(anyway).first()).toBeVisible()
  if (await anyway.isVisible()) await anyway.click()
  const found: string[] = []
  for (const [code, name] of [...Object.entries(LANGUAGES), ['nb', LANGUAGES.nb] as const]) {
    await page.getByRole('button', { name, exact: true }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', code)
    const said = code === 'nn' ? step.text.nn : code === 'en' ? step.text.en : step.text.nb
    await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(asPattern(said))
    found.push(...(await leaks(page)).map((leak) => `${step.id} in ${code}: ${leak}`))
  }
  const stands = await page.evaluate(() => document.querySelector('main')?.innerText ?? '')
  expect(stands, step.id).not.toMatch(/undefined|\[object|\{\w+\}/)
  await page.getByRole('link', { name: 'Snu tilbake' }).click()
  await expect(page.getByRole('link', { name: 'Vis alle deler' })).toBeVisible()
  await settled(page)
  return found
}

/** At its address too: another question of hers stands there, or the visit. */
async function notTurned(page: Page, step: Step): Promise<readonly string[]> {
  const here = new URL(page.url()).pathname
  const push = (path: string) =>
    page.evaluate((to) => {
      history.pushState({}, '', to)
      dispatchEvent(new PopStateEvent('popstate', { state: {} }))
    }, path)
  const turned = here.replace('/steps/', '/together/')
  const isAt = () => new URL(page.url()).pathname
  const anyway = page.getByRole('button', { name: ANYWAY })
  await push(turned)
  await expect.poll(async () => isAt() !== turned || (await anyway.isVisible()), step.id).toBe(true)
  if (await anyway.isVisible()) await anyway.click()
  await expect.poll(isAt, step.id).not.toBe(turned)
  await settled(page)
  const isTurned = isAt().includes('/together/')
  const found = isTurned ? (await leaks(page)).map((leak) => `at the address of ${step.id}: ${leak}`) : []
  if (isTurned) await expect(page.getByRole('heading', { level: 2 }).first()).not.toHaveText(asPattern(step.text.nb))
  await push(here)
  await expect(page.getByRole('link', { name: 'Vis alle deler' })).toBeVisible()
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(asPattern(step.text.nb))
  await settled(page)
  return found
}

/** Marit herself is named where she is whom to call. All of the document: words, names, attributes, what stands in fields, and the title. */
async function leaks(page: Page): Promise<readonly string[]> {
  const all = await page.evaluate(() =>
    [
      document.title,
      document.documentElement.outerHTML,
      ...[...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')].map(({ value }) => value),
    ].join('\n'),
  )
  return [...new Set(all.match(new RegExp(`${MARK}[\\w-]*|\\bJon\\b`, 'g')) ?? [])]
}

/** The marks of a question stand for something; its spaces may be of any kind. */
const asPattern = (text: string): RegExp =>
  new RegExp(
    `^${text
      .split(/\{\w+\}/)
      .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/\s+/g, '\\s+'))
      .join('.+')}$`,
  )
