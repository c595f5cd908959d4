// Every guide walked by a worker on a phone without coverage: booked with «Nytt besøk», every question answered, left and
// come back to on the way, finished, sent when there is a network, and read at the office in words. The landing run walks
// the follow-up, left at every fourth question; BOFAST_LONG all seven, left at every question. Each question is also turned
// to the resident.

import { expect, type Page, test } from '@playwright/test'
import { startOffice, type TestOffice } from '../support/office.ts'
import { atDesk, expectNoFaults, onPhone, type Person } from '../support/people.ts'
import { localhost, newRow } from '../support/taps.ts'
import { book, guideOfKind, stepsOf, type Walk, type Walked, walk } from './guide-walk.ts'
import { MARK, putMarkers } from './markers.ts'
import { go, homesOn } from './views.ts'

interface Visit extends Omit<Walk, 'page' | 'home' | 'leavesEvery'> {
  readonly guide: string
  readonly whom: string
  /** Walked in the landing run too. */
  readonly isLanding?: true
}
const VISITS: readonly Visit[] = [
  {
    ...{ guide: 'G2', kind: 'followup', called: 'Oppfølging', whom: 'Ung mann (K)', at: '18:10' },
    wished: { 'rent.paid': 'Nei', 'rent.post': 'Ja', 'end.safe': 'Nei', 'child.worry': 'Usikker', 'start.who': 'Barn' },
    isLanding: true,
  },
  { guide: 'G3', kind: 'arrears', called: 'Etter varsel', whom: 'Testine Eksempelsen', at: '18:20', wished: {} },
  { guide: 'G1', kind: 'mapping', called: 'Kartlegging', whom: 'Demo Fiktivstad', at: '18:30', wished: {} },
  { guide: 'G4', kind: 'neighbour_complaint', called: 'Naboklage', whom: 'Skisse Sandkasse', at: '18:40', wished: {} },
  { guide: 'G5', kind: 'move_in', called: 'Innflytting', whom: 'Utkast Testfamilien', at: '18:50', wished: {} },
  { guide: 'G6', kind: 'plan_review', called: 'Evaluering', whom: 'Einar', at: '19:00', isWithJon: true, wished: {} },
  { guide: 'G7', kind: 'post_eviction', called: 'Etter utkastelse', whom: 'Kulisse Karlsen-Prøve', at: '19:10', wished: {} },
]
const isLong = process.env.BOFAST_LONG !== undefined

let office: TestOffice
let marit: Person
let ingrid: Person
let homes: ReadonlyMap<string, string> = new Map()
test.beforeAll(async ({ browser }) => {
  office = await startOffice({ today: '2026-11-24' })
  await putMarkers(office.url)
  marit = await onPhone(browser, localhost(office.url), 'Marit')
  ingrid = await atDesk(browser, localhost(office.url))
  await marit.page.getByRole('link', { name: 'Beboere', exact: true }).click()
  homes = await homesOn(marit.page)
})
test.afterAll(async () => {
  await marit?.context.close()
  await ingrid?.context.close()
  await office?.remove()
})
test.afterEach(() => expectNoFaults(marit, ingrid))

for (const visit of VISITS.filter(({ isLanding }) => isLong || isLanding))
  test(`${visit.guide} is walked without coverage, comes back at its questions, and is read at the office in words`, async () => {
    const { page } = marit
    await marit.context.setOffline(true)
    const w: Walk = { ...visit, page, home: homes.get(visit.whom) ?? '', leavesEvery: isLong ? 1 : 4 }
    await go(page, w.home)
    await expect(page.getByText(MARK).first(), 'the worker sees what the resident shall not').toBeVisible()
    const walked = await walk(w, await book(w))
    expect(walked.found).toEqual([])
    expect(walked.leaked).toEqual([])
    expect(walked.resumed).toBeGreaterThan(0)
    await finish(page)
    await marit.context.setOffline(false)
    await readAtTheDesk(ingrid.page, visit, walked)
  })

async function finish(page: Page): Promise<void> {
  await expect(page.getByText('Dette må være med')).toHaveCount(0)
  await page.getByRole('button', { name: 'Ferdig', exact: true }).click()
  await expect(page.getByText(/^Besøket hos .* er ferdig\.$/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Angre' })).toHaveCount(0)
}

async function readAtTheDesk(desk: Page, visit: Visit, walked: Walked): Promise<void> {
  const name = visit.whom
  await go(desk, '/')
  await newRow(desk, name.replaceAll(/[()]/g, '\\$&')).first().click()
  const reader = desk.getByRole('region', { name: 'Leser' })
  await reader.getByText('Svar i guiden, Marit').click()
  await expect(reader.locator('.guide-log')).toBeVisible()
  const words = (await reader.innerText()).replaceAll(/\s+/g, ' ').toLocaleLowerCase('nb')
  expect(notWords(words)).toEqual([])
  expect(await emptyLines(desk)).toEqual([])
  const steps = stepsOf(guideOfKind(visit.kind))
  const missing = [...walked.said].flatMap(([key, said]) => {
    const step = steps.get(key)
    const unread = said.filter((one) => !readsAs(one).some((way) => words.includes(way.toLocaleLowerCase('nb'))))
    return step && !step.isOwn && unread.length > 0 ? [`${key}: ${unread.join(', ')}`] : []
  })
  expect(missing).toEqual([])
}

/** How what stood on the phone may stand at the desk: a tile's words or its explanation, a yes as whoever was not there says it, a day or an amount. */
function readsAs(one: string): readonly string[] {
  const words = one.replace(/^\w+ ?/, '')
  if (one === 'photo') return ['bilde']
  if (words === 'Sagt høyt. Jeg hørte det') return ['Sagt høyt, bevitnet']
  if (DATED.test(words)) return ['desember', 'februar', 'november', '1.12', '25.11']
  return words === '1250' ? ['1 250'] : words === '2026-12-15' ? ['15. desember'] : words.split(' | ')
}
const DATED = /^(I morgen|Om en uke|\d+ måneder)$/

/** Codes, ids, marks that were not filled, and what a computer says when it has no words. */
const notWords = (words: string): readonly string[] =>
  words.match(/\b[a-z]+_[a-z_]+\b|\b[a-z]{2,}[A-Z]\w*|\{\w+\}|\bundefined\b|\bnull\b|\bNaN\b|\[object|\b[\w-]{22}\b/g) ?? []

const emptyLines = (desk: Page): Promise<readonly string[]> =>
  desk.evaluate(() =>
    [...document.querySelectorAll('main li, main dd, main dt')]
      .filter((line) => line.getClientRects().length > 0 && line.textContent?.trim() === '' && !line.querySelector('img, svg'))
      .map((line) => line.outerHTML.slice(0, 120)),
  )
