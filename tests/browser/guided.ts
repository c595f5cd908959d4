// The guided visit, question by question with «Neste», each looked at with its answer in it.

import { expect, type Page } from '@playwright/test'
import { turn } from '../support/turn.ts'
import { go, settled } from './views.ts'

interface Seer {
  readonly page: Page
  readonly see: (name: string) => Promise<void>
}

/** The words of the outcomes that take the short way, and what each of them asks or says. */
export const SHORT_WAYS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^Ikke hjemme/, ['message', 'signs', 'nothingByItself']],
  [/^Snakket i døra/, ['door']],
  [/^Ønsker ikke oppfølging/, ['refusal']],
  [/^Beboeren avlyste/, ['cancelled']],
  [/^Vi avlyste/, ['weCancelled']],
  [/^Ruset/, ['anotherDay']],
  [/^Syk eller uklar/, ['health']],
  [/^Avbrutt/, ['safeFirst']],
  [/^Flyttet/, ['movedTo']],
  [/^Feil adresse/, ['rightAddress']],
  [/^Innlagt/, ['away']],
  [/^Død/, ['deceased']],
]

/** «Neste» from the first question to «Se over»; gives the keys it went through. */
export async function walkTheGuide(views: Seer, visit: string, answer: (page: Page, key: string) => Promise<void>): Promise<string[]> {
  const { page } = views
  const seen: string[] = []
  await go(page, `${visit}/steps/start.outcome`)
  for (;;) {
    const key = keyOf(page)
    if (key === 'review') return seen
    seen.push(key)
    await settled(page)
    await answer(page, key)
    await views.see(`step ${key.replace(/@.*/, '')}`)
    await turn(page, () => page.getByRole('button', { name: /^(Neste|Gå videre)$/ }).click())
    expect(keyOf(page)).not.toBe(key)
  }
}

const keyOf = (page: Page): string => new URL(page.url()).pathname.split('/').at(-1) ?? ''

/** An answer of each kind; children are there and a worry is raised, so that every branch shows. */
export async function everyAnswer(page: Page, key: string): Promise<void> {
  const choose = (name: string | RegExp) => page.getByRole('radio', { name }).first().check()
  const tick = (name: string | RegExp) => page.getByRole('checkbox', { name }).first().check()
  const write = (text: string) => page.getByRole('textbox').first().fill(text)
  switch (key.replace(/@.*/, '')) {
    case 'start.outcome':
      return choose(/^Hjemme – besøket gjennomført/)
    case 'start.who':
      await tick('Beboeren')
      return tick(/^Barn/)
    case 'since.how':
      return write('Det har gått bedre.\nMen kveldene er lange.')
    case 'end.agreements':
      await write('Kjøpe lampe')
      await page
        .getByRole('button', { name: 'Marit', exact: true })
        .or(page.getByRole('button', { name: 'Jeg', exact: true }))
        .first()
        .click()
      await page.getByRole('button', { name: 'Velg dato' }).click()
      await page.getByRole('button', { name: 'Legg til en avtale' }).click()
      return
    case 'end.next':
      return choose('Velg dag og tid')
    case 'child.count':
      return page.getByRole('button', { name: 'Én mer' }).click()
    case 'child.worry':
      return choose('Usikker')
    case 'rent.paid':
      return choose('Nei')
    case 'rent.post':
      return choose('Ja')
    case 'end.safe':
      return choose('Nei')
    case 'everyday.seen':
      return seenAreas(page)
    case 'since.agreed':
    case 'since.services':
      return page.getByRole('button', { name: 'Nei', exact: true }).first().click()
    case 'goals.score':
      return page.getByRole('radio').last().check()
    default:
      if ((await page.getByRole('radio').count()) > 0) await page.getByRole('radio').first().check()
      else if ((await page.getByRole('checkbox').count()) > 0) await page.getByRole('checkbox').first().check()
  }
}

async function seenAreas(page: Page): Promise<void> {
  await page
    .getByRole('main')
    .getByRole('button', { name: 'Brannsikkerhet' })
    .or(page.getByRole('checkbox', { name: 'Brannsikkerhet' }))
    .first()
    .click()
}
