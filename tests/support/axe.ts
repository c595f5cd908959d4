// Axe with every A and AA rule of WCAG 2.0 to 2.2, and the one thing it does not see: sideways overflow. Its source is
// large: it is put on a page once, not before every look.

import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const RULES = { type: 'tag' as const, values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }
/** The rules that measure colours: all that can come out otherwise in the other light. */
const COLOURS = { type: 'rule' as const, values: ['color-contrast', 'link-in-text-block'] }

/** What is wrong with the page as it stands, in short lines; empty when nothing is. */
export async function troubles(page: Page, which: 'all' | 'colours' = 'all'): Promise<readonly string[]> {
  const isThere = await page.evaluate(() => Reflect.has(globalThis, 'axe'))
  const axe = new AxeBuilder({ page, ...(isThere ? { axeSource: 'void 0' } : {}) })
  const { violations } = await axe
    .options({ runOnly: which === 'all' ? RULES : COLOURS, resultTypes: ['violations'] })
    .setLegacyMode()
    .analyze()
  const found = violations.flatMap((violation) => violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')}`))
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  return wide > 0 ? [...found, `overflow: ${wide} px`] : found
}
