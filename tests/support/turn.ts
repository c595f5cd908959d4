// From one question to the next. The address moves before the screen does: what is tapped or typed meanwhile would be said
// to the question before.

import { expect, type Page } from '@playwright/test'

const AT_ONCE = { intervals: [20, 50, 100, 250] }

/** Taps what leads on from the question that stands there, and waits until another one has taken its place. */
export async function turn(page: Page, tap: () => Promise<void>): Promise<void> {
  await page.getByRole('main').getByRole('heading', { level: 2 }).first().evaluate(markOld)
  await tap()
  await expect.poll(() => page.evaluate(isOldThere), AT_ONCE).toBe(false)
}

/** Runs on the page. Another question is another heading; in a form of several pages it may be the same one with other words. */
const markOld = (heading: Element): void => heading.setAttribute('data-old', heading.textContent ?? '')

/** Runs on the page. */
function isOldThere(): boolean {
  const old = document.querySelector('h2[data-old]')
  return old !== null && old.textContent === old.getAttribute('data-old')
}
