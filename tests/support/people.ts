// The people of the demo office in real browsers: Marit and Jon on phones, Ingrid at the desk. Every page is watched:
// a request off our origin, a CSP report or an error on the page fails the test that made it.

import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test'

export interface Person {
  readonly context: BrowserContext
  readonly page: Page
  /** What must never happen, as it happened: off-origin requests, CSP reports, page errors. */
  readonly faults: string[]
}

export interface Look {
  readonly width?: number
  readonly height?: number
  readonly scheme?: 'light' | 'dark'
}

/** An empty browser that has not been here before. */
export async function fresh(browser: Browser, url: string, { width = 390, height = 844, scheme = 'light' }: Look): Promise<Person> {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    baseURL: url,
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
  })
  const faults: string[] = []
  await context.exposeBinding('reportFault', (_source, what: string) => faults.push(what))
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) =>
      Reflect.get(globalThis, 'reportFault')(`csp ${event.violatedDirective} ${event.blockedURI}`),
    )
  })
  context.on('request', (request) => {
    if (!request.url().startsWith(url) && !/^(blob|data|about):/.test(request.url()))
      faults.push(`off origin ${new URL(request.url()).origin}`)
  })
  const page = await context.newPage()
  page.on('pageerror', (error) => faults.push(`error ${error.name}`))
  return { context, page, faults }
}

/** Signs in on a phone, enrols it and fetches everything; ends on I dag with the service worker in charge. */
export async function onPhone(browser: Browser, url: string, name: 'Marit' | 'Jon', look: Look = {}): Promise<Person> {
  const person = await fresh(browser, url, look)
  const { page } = person
  await page.goto('/')
  await page.getByRole('button', { name: new RegExp(`Prøv som ${name}`) }).click()
  await page.getByRole('button', { name: 'Gå videre' }).click()
  await expect(page.getByRole('heading', { name: 'I dag', level: 1 })).toBeVisible()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  return person
}

/** Signs in at the desk; ends in the inbox. */
export async function atDesk(browser: Browser, url: string, look: Look = {}): Promise<Person> {
  const person = await fresh(browser, url, { width: 1280, height: 800, ...look })
  const { page } = person
  await page.goto('/')
  await page.getByRole('button', { name: /Prøv som Ingrid/ }).click()
  await expect(page.getByRole('heading', { name: 'Innboks', level: 1 })).toBeVisible()
  return person
}

/** The demo's six words, filled in by one tap. */
export async function unlock(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Fyll inn demo-ordene' }).click()
  await page.getByRole('button', { name: 'Lås opp' }).click()
}

export const expectNoFaults = (...people: readonly Person[]): void => {
  for (const person of people) expect(person.faults).toEqual([])
}

/** The residents of the list that stands on the page; «Ny beboer» is none. */
export const residentsOn = (page: Page) => page.locator('main a[href^="/residents/"]:not([href$="/new"])')
