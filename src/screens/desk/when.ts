// Instants as words on the desk: today only the clock, other days with the day before it.

import { type Instant, isLocalDate, type LocalDate } from '#domain/ids.ts'
import type { Language } from '#texts/catalogue.ts'
import { clockOf, dateOfInstant, shortDate } from '#texts/format.ts'
import type { Say } from '#texts/say.ts'

export interface Speaks {
  readonly say: Say
  readonly language: Language
  readonly today: LocalDate
}

/** «kl. 14.20», or «tir. 17.11 kl. 14.20» when it was another day. */
export function whenWords({ say, language, today }: Speaks, at: Instant): string {
  const time = clockOf(at)
  const day = dateOfInstant(at)
  return day === today || !isLocalDate(day) ? say('desk.at', { time }) : say('desk.dayAt', { day: shortDate(language, day), time })
}

/** «tir. 17.11» */
export function dayWords({ language }: Speaks, at: Instant): string {
  const day = dateOfInstant(at)
  return isLocalDate(day) ? shortDate(language, day) : ''
}

/** The day in Norway, for showing only. */
export function civilDay(at: Instant): LocalDate | undefined {
  const day = dateOfInstant(at)
  return isLocalDate(day) ? day : undefined
}
