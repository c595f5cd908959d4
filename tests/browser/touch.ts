// Clicks and tabs as a person makes them. A click is made for real and taken before it acts, so that every control of a
// screen can be tried without leaving it: what counts is which control the browser would have given it to.

import { expect, type Page } from '@playwright/test'

/** Half of 44 px, less what rounding may take. */
const REACH = 21.5
const SPOTS = [
  [-REACH, 0],
  [REACH, 0],
  [0, -REACH],
  [0, REACH],
] as const
const CONTROLS = 'button:not(:disabled), a[href], summary, input, textarea:not([tabindex])'

/** Controls that did not get a click made `REACH` from their own middle, or from the middle of their label. */
export async function missedClicks(page: Page, screen: string): Promise<readonly string[]> {
  await fitViewport(page)
  const names = await page.evaluate(numbered, CONTROLS)
  await page.evaluate(takeClicks)
  const missed: string[] = []
  for (const { n, ofLabel, dx, dy } of await notHitAtOnce(page, names.length)) {
    await fitViewport(page)
    // Once more when it missed: what the office answers may just have moved the control.
    const isHit = (await clicked(page, n, ofLabel, dx, dy)) || (await clicked(page, n, ofLabel, dx, dy))
    if (!isHit) missed.push(`${screen}: «${names[n] ?? ''}»${ofLabel ? ' label' : ''} at ${dx}, ${dy}`)
  }
  await page.evaluate(() => removeEventListener('click', Reflect.get(globalThis, 'take'), true))
  await page.setViewportSize({ width: 390, height: 844 })
  return missed
}

/** The whole page in the viewport; it may have grown since, when what it waited for came. */
async function fitViewport(page: Page): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  if (height > (page.viewportSize()?.height ?? 0)) await page.setViewportSize({ width: 390, height })
}

interface Spot {
  readonly n: number
  readonly ofLabel: boolean
  readonly dx: number
  readonly dy: number
}

/**
 * Every spot of every control clicked, one click straight after the other; the spots whose control did not get it. At whole
 * pixels, those outside the reach: the few that miss for that alone are tried exactly.
 */
async function notHitAtOnce(page: Page, controls: number): Promise<readonly Spot[]> {
  const spots = Array.from({ length: controls }, (_, n) =>
    [false, true].flatMap((ofLabel) => SPOTS.map(([dx, dy]): Spot => ({ n, ofLabel, dx, dy }))),
  ).flat()
  const middles = await page.evaluate(middlesOf, spots)
  const outward = (middle: number, by: number) => (by < 0 ? Math.floor(middle + by) : by > 0 ? Math.ceil(middle + by) : Math.round(middle))
  const at = spots.map(({ dx, dy }, i) => {
    const middle = middles[i]
    return middle && { x: outward(middle.x, dx), y: outward(middle.y, dy) }
  })
  const mouse = await page.context().newCDPSession(page)
  const clicks = at.flatMap((spot) =>
    spot === undefined
      ? []
      : (['mousePressed', 'mouseReleased'] as const).map((type) =>
          mouse.send('Input.dispatchMouseEvent', { type, ...spot, button: 'left', clickCount: 1 }),
        ),
  )
  await Promise.all(clicks)
  await mouse.detach()
  const hits = new Map(await page.evaluate((): [string, string][] => Reflect.get(globalThis, 'hits')))
  return spots.filter(({ n }, i) => {
    const spot = at[i]
    return spot !== undefined && hits.get(`${spot.x} ${spot.y}`) !== String(n)
  })
}

async function clicked(page: Page, n: number, ofLabel: boolean, dx: number, dy: number): Promise<boolean> {
  const [middle] = await page.evaluate(middlesOf, [{ n, ofLabel }])
  if (middle === undefined) return true
  await page.mouse.click(middle.x + dx, middle.y + dy)
  return (await page.evaluate(() => Reflect.get(globalThis, 'hit'))) === String(n)
}

/** Runs on the page: numbers its controls and gives their names. */
function numbered(controls: string): string[] {
  const shown = [...document.querySelectorAll<HTMLElement>(controls)].filter((control) => control.getClientRects().length > 0)
  return shown.map((control, n) => {
    control.setAttribute('data-n', String(n))
    return (control.getAttribute('aria-label') ?? control.textContent ?? '').trim().slice(0, 30) || control.tagName
  })
}

/** Runs on the page: each click is noted with the control it would have reached, and goes no further. */
function takeClicks(): void {
  const take = (event: MouseEvent) => {
    event.preventDefault()
    event.stopImmediatePropagation()
    const target = event.target instanceof Element ? event.target : null
    const hit = (target?.closest('label')?.control ?? target?.closest('[data-n]'))?.getAttribute('data-n')
    Reflect.set(globalThis, 'hit', hit)
    hits.push([`${Math.round(event.clientX)} ${Math.round(event.clientY)}`, hit ?? ''])
  }
  const hits: [string, string][] = []
  Reflect.set(globalThis, 'hits', hits)
  Reflect.set(globalThis, 'take', take)
  addEventListener('click', take, true)
}

/** Runs on the page: the middle of each control, or of the label of a choice. A whole card or row may be its link. */
function middlesOf(wanted: readonly { n: number; ofLabel: boolean }[]): ({ x: number; y: number } | undefined)[] {
  Reflect.set(globalThis, 'hit', undefined)
  return wanted.map(({ n, ofLabel }) => {
    const control = document.querySelector<HTMLElement>(`[data-n="${n}"]`)
    const isChoice = control instanceof HTMLInputElement && /radio|checkbox/.test(control.type)
    const card = control?.classList.contains('bf-card__link') ? control.closest('.bf-card:not(.bf-list), li') : null
    const box = ofLabel ? (isChoice ? control.labels?.[0] : undefined) : (card ?? control)
    if (!box) return undefined
    const { left, top, width, height } = box.getBoundingClientRect()
    return { x: left + width / 2, y: top + height / 2 }
  })
}

/** Tabs through the whole screen; names what had the focus while it lay wholly under the bar. */
export async function focusedUnderBar(page: Page, screen: string): Promise<readonly string[]> {
  const hidden: string[] = []
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    scrollTo(0, 0)
  })
  let n = 0
  for (; n < 120; n += 1) {
    await page.keyboard.press('Tab')
    const where = await page.evaluate(() => {
      const focused = document.activeElement
      if (!focused || focused === document.body) return 'end'
      const bar = document.querySelector('.bf-bar, .bf-tabs')
      if (!bar || bar.contains(focused)) return 'bar'
      const { top, bottom } = (focused.closest('label, .aksel-radio, .aksel-checkbox') ?? focused).getBoundingClientRect()
      const isHidden = top >= bar.getBoundingClientRect().top || bottom <= 0
      return isHidden ? (focused.getAttribute('aria-label') ?? focused.textContent ?? focused.tagName).trim().slice(0, 40) : 'seen'
    })
    if (where === 'end') break
    if (where !== 'bar' && where !== 'seen') hidden.push(`${screen}: «${where}»`)
  }
  expect(n, screen).toBeGreaterThan(3)
  return hidden
}
