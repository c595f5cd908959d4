// Axe with every A and AA rule of WCAG 2.0 to 2.2, and the one thing it does not see: sideways overflow. Its source is
// large: it is put on a page once, not before every look.

import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const RULES = {
  all: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  /** Those that measure colours: all that can come out otherwise in the other light. */
  colours: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
} as const

/** What is wrong with the page as it stands, in short lines; empty when nothing is. */
export async function troubles(page: Page, which: keyof typeof RULES = 'all'): Promise<readonly string[]> {
  const found = await page.evaluate(look, RULES[which])
  if (found !== undefined) return found
  await new AxeBuilder({ page }).withRules(['document-title']).setLegacyMode().analyze()
  return (await page.evaluate(look, RULES[which])) ?? ['axe is not on the page']
}

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly target: readonly unknown[] }[]
}

/** Runs on the page; undefined when axe has not been put there yet. */
async function look(runOnly: (typeof RULES)[keyof typeof RULES]): Promise<string[] | undefined> {
  const axe = Reflect.get(globalThis, 'axe')
  if (axe === undefined) return undefined
  const { violations }: { violations: readonly Violation[] } = await axe.run(document, { runOnly, resultTypes: ['violations'] })
  const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth
  return wide > 0 ? [...found, `overflow: ${wide} px`] : found
}
