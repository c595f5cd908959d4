// What every screen is held to, at every size and in both lights: no axe finding (A and AA), no sideways overflow, also
// with the text twice as large, nothing of a person in address or title, and fields the browser remembers nothing of.
// The landing run looks at the views DESIGN.md 12 names; BOFAST_LONG at all of them.

import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { troubles } from '../support/axe.ts'
import { residentsOn } from '../support/people.ts'
import { turn } from '../support/turn.ts'

const LANDING = [
  { width: 390, scheme: 'light', rules: 'all' },
  { width: 390, scheme: 'dark', rules: 'colours' }, // the same page as the one before, in other colours
  { width: 1280, scheme: 'light', rules: 'all' },
] as const
const ALL = (['light', 'dark'] as const).flatMap((scheme) => [390, 1280, 320].map((width) => ({ width, scheme, rules: 'all' }) as const))
const LOOKS = process.env.BOFAST_LONG ? ALL : LANDING

/** Set it to a folder to get a picture of every view as well. */
const PICTURES = process.env.BOFAST_PICTURES
const TALLEST = 6000
const PHONE = { width: 390, height: 844 } as const
const DESK = { width: 1280, height: 800 } as const

export class Views {
  readonly found: string[] = []
  readonly page: Page
  /** The size the page goes back to. */
  readonly home: typeof PHONE | typeof DESK

  constructor(page: Page, at: 'phone' | 'desk') {
    this.page = page
    this.home = at === 'phone' ? PHONE : DESK
  }

  /** Looks at what stands on the page now, in every size and light, and goes back to where it was. */
  async see(name: string): Promise<void> {
    const { page } = this
    await settled(page)
    this.found.push(...(await traces(page)).map((trouble) => `${name}: ${trouble}`))
    for (const { width, scheme, rules } of LOOKS) {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
      await this.tall(width)
      this.found.push(...(await troubles(page, rules)).map((trouble) => `${name} at ${width} ${scheme}: ${trouble}`))
      if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name.replaceAll(/[^\w.@-]+/g, '-')}-${width}-${scheme}.png`) })
    }
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    await this.largeText(name)
    await this.size(this.home)
  }

  /** As tall as the page, so that no sticky bar lies over what axe measures; a desk scrolls inside its panes, and is to. */
  private async tall(width: number): Promise<void> {
    const now = this.page.viewportSize() ?? this.home
    const before = this.home === DESK && now.width !== width ? DESK.height : now.height
    await this.size({ width, height: before })
    const height = await this.page.evaluate(() => document.documentElement.scrollHeight)
    if (height > before) await this.size({ width, height: Math.min(height, TALLEST) })
  }

  /** Only when it is another one: the window itself moves, and the page is laid out anew. */
  private async size(wanted: { readonly width: number; readonly height: number }): Promise<void> {
    const now = this.page.viewportSize()
    if (now?.width !== wanted.width || now.height !== wanted.height) await this.page.setViewportSize(wanted)
  }

  private async largeText(name: string): Promise<void> {
    const { page } = this
    await this.size(PHONE)
    const wide = await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%'
      return document.documentElement.scrollWidth - document.documentElement.clientWidth
    })
    if (wide > 0) this.found.push(`${name} at 200 % text: overflow ${wide} px`)
    if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name.replaceAll(/[^\w.@-]+/g, '-')}-200.png`), fullPage: true })
    await page.evaluate(() => {
      document.documentElement.style.fontSize = ''
    })
  }
}

/** Nothing loads any more, and there is a title. */
export async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading').first()).toBeVisible()
  await expect(page.getByText(/^Henter (fram|spørsmålene) …$/)).toHaveCount(0)
}

/**
 * Goes there inside the app: a new load would lock it. The old screen stands till the new one is ready; another screen has
 * another `main` on the phone and another heading at the desk.
 */
export async function go(page: Page, path: string): Promise<void> {
  const from = new URL(page.url()).pathname
  const isOther = screenOf(from) !== screenOf(path)
  const push = () => pushed(page, path)
  await (isOther || pageOf(from) === pageOf(path) ? push() : turn(page, push))
  if (isOther) await expect(page.locator('[data-old]:is(main, h1)')).toHaveCount(0)
  await settled(page)
}
const pushed = (page: Page, path: string): Promise<void> =>
  page.evaluate((to) => {
    const old = document.querySelector('.bf-shell main') ?? document.querySelector('main h1')
    old?.setAttribute('data-old', '')
    history.pushState({}, '', to)
    dispatchEvent(new PopStateEvent('popstate', { state: {} }))
  }, path)
/** One paper is another screen than the next; the questions of one visit, or the pages of one form, are the same screen. */
const screenOf = (path: string): string => {
  const [before = '', paper = ''] = path.split('/papers/')
  return `${before.replaceAll(/[\w-]{22}/g, '').replace(/(steps|edit)\/.*/, '$1')} ${paper}`
}
const pageOf = (path: string): string | undefined => /(?:steps|edit)\/(.*)/.exec(path)?.[1]

/** Where each resident is, by name, from the list that stands on the page. */
export async function homesOn(page: Page): Promise<ReadonlyMap<string, string>> {
  await expect(page.getByRole('heading', { name: 'Beboere', level: 1 })).toBeVisible()
  const links = residentsOn(page)
  await expect(links).toHaveCount(9)
  return new Map(
    await links.evaluateAll((all) => all.map((one) => [one.textContent?.trim() ?? '', one.getAttribute('href') ?? ''] as const)),
  )
}

/** Every word an address may hold; a new one is added here by whoever makes it, so that no name slips in. */
const WORDS = [
  'residents|plan|group|versions|visits|steps|review|note|more|sending|inbox|locked|nowhere',
  'door|together|move|forms|contact|complaints|arrears|payment|budget|stays|new|about|progress|consents|grants|papers|key-data|consent|agreement|invitation|make|agree|edit|members|meetings|minutes|ask|copies|evaluation',
].join('|')
// The steps of making a plan.
const STEPS = 'wish|first|measures|kind|expect|long|meet|who|check|read|renew'
// The pages about a person, a household and a home.
const PAGES = [
  'strengths|name|contact|language|safety|stop|protection|guardian|relative|status|children|member|household',
  'address|access|dwelling|earmark|tenure|term|rent|income|deposit|notify|period|moveOut|moveIn',
].join('|')
const ID = '[\\w-]{22}'
const KEY = `[a-z]+\\.[A-Za-z]+(@${ID})?|concern@${ID}|${ID}\\.(what|who|does|often|until)`
const ADDRESS = new RegExp(`^(/(${WORDS}|${STEPS}|${PAGES}|${ID}|${KEY})?)*(\\?at=${ID}(\\.\\d+)?)?$`)

/** DESIGN.md 8, «Traces». */
async function traces(page: Page): Promise<readonly string[]> {
  const url = new URL(page.url())
  const address = url.pathname + url.search + url.hash
  // The kit measures the height of a text in a twin nobody can reach.
  const fields = page.locator(':is(input:not([type=radio], [type=checkbox]), textarea):not([autocomplete=off])')
  const open = await fields.count()
  return [
    ...(ADDRESS.test(address) ? [] : [`address ${address}`]),
    ...((await page.title()) === 'Bofast' ? [] : ['title']),
    ...(open > 0 ? [`${open} fields without autocomplete="off"`] : []),
  ]
}
