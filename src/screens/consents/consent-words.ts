// What a consent is called in a list: its kind and whom or what it is about. Its own words stand on its own screen.

import type { CaseView } from '#domain/case-view.ts'
import { type ConsentView, standsOn } from '#domain/consent.ts'
import { needsTopics } from '#domain/consent-acts.ts'
import type { Id, LocalDate } from '#domain/ids.ts'
import { measureNamed } from '#domain/plan-consents.ts'
import type { Language } from '#texts/catalogue.ts'
import { longDate } from '#texts/format.ts'
import type { Say } from '#texts/say.ts'
import { termOf } from '#texts/terms.ts'

/** A member, a measure or a relative, by name. */
export function aboutName({ group, plans, resident }: CaseView, about: Id | undefined): string | undefined {
  if (about === undefined) return undefined
  const member = group?.members.find(({ id }) => id === about)?.name
  const measure = measureNamed(plans, about)?.text
  return member ?? measure ?? resident.relatives.find(({ id }) => id === about)?.name
}

export const topicWords = (topics: ConsentView['topics'], say: Say): string => topics.map((topic) => say(`term.topic.${topic}`)).join(', ')

/** «Hege Demo: mål og tiltak, avtaler», «Trekk til husleie» */
export function consentTitle(view: CaseView, consent: ConsentView, say: Say): string {
  const kind = termOf(say, 'consentKind', consent.kind) ?? say('consents.one')
  const name = aboutName(view, consent.about)
  const what = topicWords(consent.topics, say)
  if (consent.kind && needsTopics(consent.kind) && name) return what === '' ? name : `${name}: ${what}`
  return name === undefined ? kind : `${kind}: ${name}`
}

export function consentState(consent: ConsentView, { say, language, today }: { say: Say; language: Language; today: LocalDate }): string {
  const hasRunOut = consent.state === 'given' && !standsOn(consent, today)
  const state = hasRunOut
    ? say('consents.ranOut')
    : consent.isReplaced
      ? say('consents.replaced')
      : say(`term.consentState.${consent.state}`)
  const on = hasRunOut ? consent.validTo : consent.on
  return say('consents.state', {
    state,
    who: consent.state === 'given' && !hasRunOut ? consent.givenBy : undefined,
    on: on && longDate(language, on),
    until: consent.state === 'given' && !hasRunOut && consent.validTo ? longDate(language, consent.validTo) : undefined,
  })
}
