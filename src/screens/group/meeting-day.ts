// The day of a meeting in words, with its year when it is not this one.

import type { LocalDate } from '#domain/ids.ts'
import type { Language } from '#texts/catalogue.ts'
import { weekdayDate } from '#texts/format.ts'

export function meetingDay(language: Language, day: LocalDate, today: LocalDate): string {
  const year = day.slice(0, 4)
  const words = weekdayDate(language, day)
  return year === today.slice(0, 4) ? words : `${words} ${year}`
}
