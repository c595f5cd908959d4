// The save state of one's own part of a visit, in the words of the look book: «Lagret på telefonen kl. 11.24», «Lest av
// Ingrid». Nothing for a visit one has not written on.

import type { States } from '#device/casebook.ts'
import type { Id, Instant, LocalDate } from '#domain/ids.ts'
import type { VisitBrief } from '#domain/summary.ts'
import type { Language } from '#texts/catalogue.ts'
import { clockOf, dateOfInstant, joined } from '#texts/format.ts'
import type { Saved } from '../parts/save-state.tsx'
import { nameOf, type Person } from '../people.ts'
import { stateOf } from './day-plan.ts'

export interface SavedGiven {
  readonly states: States
  readonly me: Id
  readonly people: ReadonlyMap<Id, Person>
  readonly language: Language
  readonly today: LocalDate
}

export function savedOf(visit: VisitBrief, { states, me, people, language, today }: SavedGiven): Saved | undefined {
  const mine = visit.contributions.find((contribution) => contribution.worker === me)
  if (!mine) return undefined
  const state = stateOf(mine, states)
  const readers = mine.readBy.filter(({ user }) => user !== me)
  const last = readers.at(-1)
  if (state === 'settled' && last) {
    const names = joined(language, [...new Set(readers.map(({ user }) => nameOf(people, user)))])
    return { state, readBy: names, ...timeOf(last.at, today) }
  }
  return { state, ...(mine.finishedAt && state === 'saved' ? timeOf(mine.finishedAt, today) : {}) }
}

/** A clock time says enough only on the same day. */
const timeOf = (at: Instant, today: LocalDate) => (dateOfInstant(at) === today ? { time: clockOf(at) } : {})
