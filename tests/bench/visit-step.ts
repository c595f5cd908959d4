// From question to question in a guided visit with forty answered, in a home with 500 visits behind it: from the tap on
// «Neste» until the frame with the next question is painted, offline and with the CPU slowed four times. Tasks of the page
// over 50 ms are counted while it goes on (they are as long as the slowed machine makes them).

import type { Browser, Page } from 'playwright-core'
import { laneOf } from '#domain/ids.ts'
import { aChange, aId, aPhone } from '../support/caller.ts'
import { startOffice } from '../support/office.ts'
import { median, type Options, openBrowser, quantile, type Row, roundsOf, spread, withStopwatch } from './measure.ts'

const EARLIER = 500
const WANTED = 40
const NAME = 'Prøveperson Besøk'
const TODAY = '2026-11-24'
const TARGET_MS = 100
const LONG_TASK_MS = 50

const dayBefore = (n: number): string => new Date(Date.UTC(2026, 10, 23 - n)).toISOString().slice(0, 10)

/** A home, 500 visits each with what was written in it, and one today of the longest kind. */
async function fillOffice(url: string): Promise<void> {
  const phone = await aPhone(url, 'marit')
  const lane = laneOf('case', aId())
  const workers = [phone.user]
  const visits = Array.from({ length: EARLIER }, (_, i) => {
    const [visit, part] = [aId(), aId()]
    const on = dayBefore(i)
    return [
      aChange(lane, visit, 'visit', {
        kind: 'followup',
        guide: { code: 'G2', version: 1 },
        planned: { start: `${on}T10:00` },
        workers,
        status: 'done',
        outcome: { code: 'home_full' },
      }),
      aChange(lane, part, 'contribution', {
        visit,
        worker: phone.user,
        guide: { code: 'G2', version: 1 },
        'q.since.how': { v: 'Det har gått bedre. Kveldene er lange.', basis: 'told_by_resident' },
        'q.everyday.neighbours': { v: 3 },
      }),
      aChange(lane, aId(), 'observation', { visit, area: 'neighbours', basis: 'told_by_resident', level: 3 }),
    ]
  }).flat()
  const home = [
    aChange(lane, aId(), 'resident', { displayName: NAME, status: 'open', addressProtection: 'none', clientStatus: 'active' }),
    aChange(lane, aId(), 'visit', { kind: 'mapping', planned: { start: `${TODAY}T10:00` }, workers, status: 'planned' }),
  ]
  const changes = [...home, ...visits]
  for (let from = 0; from < changes.length; from += 100) await phone.send(...changes.slice(from, from + 100))
}

async function atTheFirstQuestion(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  await withStopwatch(context)
  const page = await context.newPage()
  await page.goto(url)
  await page.getByRole('button', { name: /Marit/ }).click()
  await page.getByRole('button', { name: 'Gå videre' }).click()
  await page.getByRole('heading', { name: 'I dag', level: 1 }).waitFor({ timeout: 120_000 })
  await page.getByRole('main').getByRole('link', { name: NAME }).first().click()
  await page.getByRole('button', { name: 'Start besøket' }).click()
  await page.getByRole('heading', { name: 'Hvordan gikk det?' }).waitFor()
  return page
}

/** The first answer of whatever is asked; words where there is nothing to choose. */
async function answer(page: Page): Promise<void> {
  const main = page.getByRole('main')
  if ((await main.getByRole('radio').count()) > 0) return main.getByRole('radio').first().check()
  if ((await main.getByRole('checkbox').count()) > 0) return main.getByRole('checkbox').first().check()
  if ((await main.getByRole('textbox').count()) > 0) return main.getByRole('textbox').first().fill('150')
}

/** Milliseconds from the tap to the painted question; undefined at the end of the guide. */
const step = (page: Page): Promise<number | undefined> =>
  page.evaluate(() => {
    const button = [...document.querySelectorAll<HTMLButtonElement>('button')].find((one) => one.textContent?.trim() === 'Neste')
    if (!button) return undefined
    const shown = document.querySelector('main h2')
    const now = () => document.querySelector('main h2')
    return Reflect.get(globalThis, 'tookOn')(
      () => button.click(),
      () => now() !== null && now() !== shown,
    )
  })

async function walk(page: Page, doAnswer: boolean): Promise<number[]> {
  const took: number[] = []
  for (;;) {
    if (page.url().endsWith('/review')) return took
    if (doAnswer) await answer(page)
    const ms = await step(page)
    if (ms === undefined) return took
    took.push(ms)
  }
}

/** Back to the first question by the address, inside the app. */
async function toStart(page: Page, first: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState({}, '', to)
    dispatchEvent(new PopStateEvent('popstate', { state: {} }))
  }, first)
  await page.getByRole('heading', { name: 'Hvordan gikk det?' }).waitFor()
}

export async function visitStep(options: Options): Promise<readonly Row[]> {
  const office = await startOffice({ today: TODAY })
  const url = office.url.replace('127.0.0.1', 'localhost')
  await fillOffice(office.url)
  const browser = await openBrowser()
  try {
    const page = await atTheFirstQuestion(browser, url)
    const first = new URL(page.url()).pathname
    await page.context().setOffline(true)
    await walk(page, true)
    const slow = await page.context().newCDPSession(page)
    await slow.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    await page.evaluate(() => {
      const long: number[] = []
      Reflect.set(globalThis, 'longTasks', long)
      new PerformanceObserver((list) => long.push(...list.getEntries().map((entry) => entry.duration))).observe({ type: 'longtask' })
    })
    const took: number[] = []
    for (let i = 0; i < roundsOf(options); i++) {
      await toStart(page, first)
      await page.evaluate(() => (Reflect.get(globalThis, 'longTasks').length = 0))
      took.push(...(await walk(page, false)))
    }
    const long: number[] = await page.evaluate(() => Reflect.get(globalThis, 'longTasks'))
    const [ms, most] = [median(took), quantile(took, 0.95)]
    const asked = took.length / roundsOf(options)
    return [
      {
        what: `Question to question, ${asked} answered (${WANTED} wanted), ${EARLIER} visits behind, CPU 4×`,
        ours: `${Math.round(ms)} ms`,
        target: `≤ ${TARGET_MS} ms`,
        reached: most <= TARGET_MS,
        note: `${spread(took)}; 95 of 100 within ${Math.round(most)} ms`,
      },
      {
        what: 'The same walk: tasks of the page over 50 ms in the last round, CPU 4×',
        ours: `${long.length}`,
        target: '0',
        reached: long.length === 0,
        note: long.length === 0 ? 'none' : `the longest ${Math.round(Math.max(...long))} ms (limit ${LONG_TASK_MS} ms)`,
      },
    ]
  } finally {
    await browser.close()
    await office.remove()
  }
}
