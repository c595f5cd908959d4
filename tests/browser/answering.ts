// Answers what stands on a question by its own controls, whatever kind it is: every group of tiles, chips or parts gets
// one, every empty field a word, an amount or a day, until nothing stands open. What an answer opens is answered too. What
// is written beside the answer itself is the worker's, and is marked so.

import { expect, type Page } from '@playwright/test'
import { MARK } from './markers.ts'

interface Open {
  readonly n: number
  readonly is: 'choice' | 'press' | 'words' | 'aside' | 'amount' | 'count' | 'day' | 'drawing' | 'photo'
}

/** How often an answer may open further fields: people and offers open one, their chips another. */
const ROUNDS = 6

/** `wished`: the beginning of the answer wanted where it is offered; else the first one. */
export async function answerAll(page: Page, wished?: string): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    const open = await page.evaluate(openOnes, wished)
    if (open.length === 0) return
    for (const one of open) await answerOne(page, one)
  }
  expect(await page.evaluate(openOnes, wished)).toEqual([])
}

async function answerOne(page: Page, { n, is }: Open): Promise<void> {
  const control = page.locator(`[data-open="${n}"]`)
  switch (is) {
    case 'choice':
      return control.check()
    case 'press':
      // What was pressed a moment ago may just be taking this away: then the next round sees what stands there instead.
      return control.click({ timeout: 5000 }).catch(async (why: unknown) => {
        if ((await control.count()) > 0) throw why
      })
    case 'words':
      return control.fill(`Sagt på spørsmål ${n + 1}.`)
    case 'aside':
      return control.fill(`${MARK}-notat`)
    case 'amount':
      return control.fill('1250')
    case 'count':
      return control.fill('2')
    case 'day':
      return control.fill('2026-12-15')
    case 'drawing':
      return draw(page, n)
    case 'photo': {
      await control.setInputFiles({ name: 'bilde.png', mimeType: 'image/png', buffer: Buffer.from(PIXELS, 'base64') })
      await expect(page.getByRole('main').locator('img').first()).toBeVisible()
    }
  }
}
const PIXELS = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

async function draw(page: Page, n: number): Promise<void> {
  const field = page.locator(`[data-open="${n}"]`)
  await field.scrollIntoViewIfNeeded()
  const box = await field.boundingBox()
  if (!box) throw new Error('no field to draw in')
  await page.mouse.move(box.x + 40, box.y + box.height / 2)
  await page.mouse.down()
  for (const [x, y] of [
    [80, -20],
    [120, 20],
    [160, -10],
  ] as const)
    await page.mouse.move(box.x + x, box.y + box.height / 2 + y)
  await page.mouse.up()
}

/** Runs on the page: marks what is not answered yet. A field beside a group that has an answer counts for itself. */
function openOnes(wished: string | undefined): Open[] {
  const main = document.querySelector('main')
  if (!main) return []
  const found: Open[] = []
  for (const old of document.querySelectorAll('[data-open]')) old.removeAttribute('data-open')
  const add = (control: Element | undefined | null, is: Open['is']): void => {
    if (!control) return
    control.setAttribute('data-open', String(found.length))
    found.push({ n: found.length, is })
  }
  const seen = (control: Element): boolean => control.getClientRects().length > 0
  const inputs = [...main.querySelectorAll('input')].filter((input) => !input.disabled)
  const text = (of: Element | null | undefined): string => of?.textContent?.trim() ?? ''
  const words = (input: HTMLInputElement): string => input.labels?.[0]?.textContent?.trim() ?? ''
  const pick = (of: readonly HTMLInputElement[]): HTMLInputElement | undefined =>
    of.find((input) => wished !== undefined && words(input).startsWith(wished)) ?? of[0]
  const radios = inputs.filter(({ type }) => type === 'radio')
  for (const name of new Set(radios.map((radio) => radio.name))) {
    const group = radios.filter((radio) => radio.name === name)
    if (!group.some(({ checked }) => checked)) add(pick(group), 'choice')
  }
  const boxes = inputs.filter(({ type }) => type === 'checkbox')
  if (!boxes.some(({ checked }) => checked)) add(boxes[0], 'choice')
  const wanted = boxes.find((box) => wished !== undefined && words(box).startsWith(wished))
  if (wanted && !wanted.checked && boxes.some(({ checked }) => checked)) add(wanted, 'choice')
  for (const chips of main.querySelectorAll('.bf-chipgroup')) {
    const all = [...chips.querySelectorAll('button')].filter(seen)
    if (!all.some((chip) => chip.getAttribute('aria-pressed') === 'true'))
      add(all.find((chip) => wished !== undefined && chip.textContent?.startsWith(wished)) ?? all[0], 'press')
  }
  // A yes before the camera opens.
  if (!main.querySelector('input[type=file], img')) add(main.querySelector('.bf-when > button:first-child'), 'press')
  if (!main.querySelector('img')) add(main.querySelector('input[type=file]'), 'photo')
  for (const field of main.querySelectorAll('svg.bf-pad__field'))
    if (!field.querySelector('.bf-pad__ink')?.getAttribute('d')) add(field, 'drawing')
  for (const field of main.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')) {
    if (field.value !== '' || field.disabled || /radio|checkbox|file/.test(field.type)) continue
    if (field.type === 'date') add(field, 'day')
    else if (field.inputMode === 'decimal') add(field, 'amount')
    else if (field.inputMode === 'numeric') {
      // A day of the month has its usual ones as chips, and needs no number of its own.
      if (!main.querySelector('.bf-short')) add(field, 'count')
    } else if (field.inputMode === 'tel') add(field, 'count')
    else if (field.type !== 'time') add(field, text(field.labels?.[0]) === text(main.querySelector('h2')) ? 'words' : 'aside')
  }
  return found
}

/** The question and everything that is chosen, pressed, written or drawn on it: what must stand there again. */
export const standing = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const main = document.querySelector('main')
    const text = (of: Element | null | undefined): string => of?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? ''
    const chosen = [...(main?.querySelectorAll('input:checked') ?? [])].map(
      (input) =>
        `chosen ${input instanceof HTMLInputElement ? (input.labels?.[0]?.innerText.trim().replaceAll(/\n+/g, ' | ').replaceAll(/\s+/g, ' ') ?? '') : ''}`,
    )
    const pressed = [...(main?.querySelectorAll('.bf-chip[aria-pressed=true]') ?? [])].map((chip) => `pressed ${text(chip)}`)
    const written = [
      ...(main?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
        'input:not([type=radio], [type=checkbox], [type=file]), textarea',
      ) ?? []),
    ].flatMap((field) => (field.value === '' ? [] : [`written ${field.value}`]))
    const drawn = [...(main?.querySelectorAll('.bf-pad__ink') ?? [])].map((ink) => `drawn ${ink.getAttribute('d') ?? ''}`)
    const photos = [...(main?.querySelectorAll('img') ?? [])].map(() => 'photo')
    return [text(main?.querySelector('h2')), ...chosen, ...pressed, ...written, ...drawn, ...photos]
  })
