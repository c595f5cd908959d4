// The days of the demo office. Every date in the demo is written as it stands in DOMAIN.md 6, counted from Sunday
// 2026-11-22, and moved by whole weeks, so that weekdays hold and nothing that has happened lies ahead of today.

import { addDays, dateOfDay, dayNumber, isWorkday, weekday } from '#domain/calendar.ts'
import { type Instant, instant, type LocalDate, type LocalDateTime, localDate, localDateTime } from '#domain/ids.ts'

const WRITTEN_FOR = localDate('2026-11-22')

export interface Days {
  readonly today: LocalDate
  /** Last Sunday on or before today. */
  readonly base: LocalDate
  readonly shift: (written: string) => LocalDate
  /** The shifted date, or the same weekday next week when it has passed: for what is planned. */
  readonly ahead: (written: string) => LocalDate
  /** A Norwegian clock time on the shifted date, as the instant it was; `later` in minutes. */
  readonly at: (written: string, time: string, later?: number) => Instant
  readonly atTime: (written: string, time: string) => LocalDateTime
  /** «17.11.», for dates inside a text. */
  readonly say: (written: string) => string
}

export function daysFrom(today: LocalDate): Days {
  const base = addDays(today, -(weekday(today) % 7))
  const moved = dayNumber(base) - dayNumber(WRITTEN_FOR)
  const shift = (written: string): LocalDate => addDays(localDate(written), moved)
  return {
    today,
    base,
    shift,
    ahead: (written) => notBefore(today, shift(written)),
    at: (written, time, later = 0) => instantOf(shift(written), time, later),
    atTime: (written, time) => atTime(shift(written), time),
    say: (written) => `${Number(shift(written).slice(8, 10))}.${Number(shift(written).slice(5, 7))}.`,
  }
}

export const atTime = (date: LocalDate, time: string): LocalDateTime => localDateTime(`${date}T${time}`)

/** The next `count` workdays after the day (Monday to Friday, no public holiday). */
export function workdaysAhead(today: LocalDate, count: number): readonly LocalDate[] {
  const found: LocalDate[] = []
  for (let n = dayNumber(today) + 1; found.length < count; n += 1) {
    const day = dateOfDay(n)
    if (isWorkday(day, { saturdayIsWorkday: false, closedDays: [] })) found.push(day)
  }
  return found
}

const notBefore = (today: LocalDate, date: LocalDate): LocalDate => (date < today ? notBefore(today, addDays(date, 7)) : date)

/** Norwegian clock to UTC. Only for hours well inside the day, so the date stays. */
function instantOf(date: LocalDate, time: string, later: number): Instant {
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5)) + later - (isSummerTime(date) ? 120 : 60)
  const two = (n: number): string => String(n).padStart(2, '0')
  return instant(`${date}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:00.000Z`)
}

function isSummerTime(date: LocalDate): boolean {
  const year = date.slice(0, 4)
  return date >= lastSunday(localDate(`${year}-03-31`)) && date < lastSunday(localDate(`${year}-10-31`))
}
const lastSunday = (from: LocalDate): LocalDate => addDays(from, -(weekday(from) % 7))
