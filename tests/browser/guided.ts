// The guided visit, question by question with «Neste», each answered; the landing run looks at one of each kind with its
// answer in it, the long one at every one (each question of a landing walk is looked at in guides.spec.ts besides).

import type { Page } from '@playwright/test'
import { GUIDES } from '#guides/registry.ts'
import { answerAll } from './answering.ts'
import { keyOf, onward, stepOfKey } from './guide-walk.ts'
import { go, settled } from './views.ts'

interface Seer {
  readonly page: Page
  readonly see: (name: string) => Promise<void>
}

/** The words of the outcomes that take the short way, and what each of them asks or says. */
export const SHORT_WAYS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^Ikke hjemme/, ['after.message', 'after.signs', 'after.nothingByItself']],
  [/^Snakket i døra/, ['after.door']],
  [/^Ønsker ikke oppfølging/, ['no.say']],
  [/^Beboeren avlyste/, ['after.cancelled']],
  [/^Vi avlyste/, ['after.weCancelled']],
  [/^Ruset/, ['after.anotherDay']],
  [/^Syk eller uklar/, ['after.health']],
  [/^Avbrutt/, ['after.safeFirst']],
  [/^Flyttet/, ['after.movedTo']],
  [/^Feil adresse/, ['after.rightAddress']],
  [/^Innlagt/, ['after.away']],
  [/^Død/, ['after.deceased']],
]

const isLong = process.env.BOFAST_LONG !== undefined
const STEPS = new Map(GUIDES.flatMap(({ blocks }) => blocks.flatMap(({ steps }) => steps.map(({ id, type }) => [id, type] as const))))
/** A question by its kind of answer; a concern, and what is no question, by itself. */
const kindOf = (key: string): string => STEPS.get(stepOfKey(key)) ?? stepOfKey(key)

/** «Neste» from the first question to «Se over»; gives the keys it went through. */
export async function walkTheGuide(views: Seer, visit: string, answer: (page: Page, key: string) => Promise<void>): Promise<string[]> {
  const { page } = views
  const seen: string[] = []
  const kinds = new Set<string>()
  await go(page, `${visit}/steps/start.outcome`)
  for (;;) {
    const key = keyOf(page)
    if (key === 'review') return seen
    seen.push(key)
    await settled(page)
    await answer(page, key)
    if (isLong || !kinds.has(kindOf(key))) await views.see(`step ${stepOfKey(key)}`)
    kinds.add(kindOf(key))
    await onward(page)
  }
}

/** Answers that open more of the follow-up guide: children are there, a goal fell, the rent is not paid, a worry is raised. */
const WISHED: Readonly<Record<string, string>> = {
  'start.who': 'Barn',
  'child.worry': 'Usikker',
  'rent.paid': 'Nei',
  'rent.post': 'Ja',
  'since.agreed': 'Nei',
  'since.services': 'Nei',
  'goals.score': '0',
  'end.safe': 'Nei',
  'end.next': 'Velg dag og tid',
}
/** An answer of each kind, by the question's own controls. */
export const everyAnswer = (page: Page, key: string): Promise<void> => answerAll(page, WISHED[stepOfKey(key)])
