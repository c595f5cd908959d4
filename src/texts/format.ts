// Dates, times, money and phone numbers as the house writes them (UX.md 2): 22. november 2026, kl. 09.30, 18 400 kr,
// 22 22 22 22. Hard spaces keep them whole. Civil dates in, words out; no time zone is ever involved.

import { isoWeek } from '#domain/calendar.ts'
import type { Instant, LocalDate, LocalDateTime } from '#domain/ids.ts'
import type { Language } from './catalogue.ts'

const HARD = '\u00a0'
const LOCALES = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' } as const
type Name = 'weekday' | 'shortWeekday' | 'month' | 'shortMonth'
const NAMES: Readonly<Record<Name, Intl.DateTimeFormatOptions>> = {
  weekday: { weekday: 'long' },
  shortWeekday: { weekday: 'short' },
  month: { month: 'long' },
  shortMonth: { month: 'short' },
}

/** Making a formatter costs more than using it a thousand times. */
const formatters = new Map<string, Intl.DateTimeFormat>()
function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options)
  const made = formatters.get(key) ?? new Intl.DateTimeFormat(locale, options)
  formatters.set(key, made)
  return made
}

const parts = (date: LocalDate) => ({ year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) })
const name = (language: Language, date: LocalDate, what: Name): string => {
  const { year, month, day } = parts(date)
  return formatter(LOCALES[language], { ...NAMES[what], timeZone: 'UTC' }).format(Date.UTC(year, month - 1, day))
}

/** «24. november» */
export const dayMonth = (language: Language, date: LocalDate): string =>
  `${parts(date).day}${language === 'en' ? '' : '.'}${HARD}${name(language, date, 'month')}`
/** «24. november 2026» */
export const longDate = (language: Language, date: LocalDate): string => `${dayMonth(language, date)}${HARD}${parts(date).year}`
/** A date that stands alone: «24. november», and with its year when that is not today's. */
export const dayOfYear = (language: Language, date: LocalDate, today: LocalDate): string =>
  parts(date).year === parts(today).year ? dayMonth(language, date) : longDate(language, date)
/** «tirsdag 24. november», with the year when `today` is in another. */
export const weekdayDate = (language: Language, date: LocalDate, today = date): string =>
  `${weekday(language, date)} ${dayOfYear(language, date, today)}`
/** «tirsdag 24. november 2026», for what is read in another year: a paper. */
export const weekdayLongDate = (language: Language, date: LocalDate): string => `${weekday(language, date)} ${longDate(language, date)}`
/** «tir. 24.11» */
export function shortDate(language: Language, date: LocalDate): string {
  const { month, day } = parts(date)
  const short = name(language, date, 'shortWeekday')
  return language === 'en'
    ? `${short}${HARD}${day}${HARD}${name(language, date, 'shortMonth')}`
    : `${short.replace(/\.?$/, '.')}${HARD}${day}.${month}`
}
/** «tirsdag» */
export const weekday = (language: Language, date: LocalDate): string => name(language, date, 'weekday')
/** ISO week number, for «uke 48». */
export const weekNumber = (date: LocalDate): number => isoWeek(date).week
/** «09.30» from an agreed time. */
export const clock = (at: LocalDateTime): string => at.slice(11, 16).replace(':', '.')

/** «09.30» in Norway, from an instant. */
export function clockOf(at: Instant): string {
  return formatter('nb', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Oslo' }).format(new Date(at)).replace(':', '.')
}
/** The civil date in Norway of an instant, for showing only. */
export function dateOfInstant(at: Instant): string {
  return formatter('sv-SE', { timeZone: 'Europe/Oslo' }).format(new Date(at))
}

/** «18 400 kr» from øre; öre are shown only when there are any. */
export function kroner(ore: number): string {
  const whole = Math.trunc(Math.abs(ore) / 100)
  const rest = Math.abs(ore) % 100
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, HARD)
  return `${ore < 0 ? '−' : ''}${grouped}${rest ? `,${String(rest).padStart(2, '0')}` : ''}${HARD}kr`
}

/** «22 22 22 22»; other lengths as they stand. */
export function phoneNumber(raw: string): string {
  const digits = raw.replace(/\s/g, '')
  return /^\d{8}$/.test(digits) ? (digits.match(/../g) ?? []).join(HARD) : raw
}

/** Names in Norwegian order: Æ Ø Å last, Aa after Å. */
export const byName = (a: string, b: string): number => COLLATOR.compare(a, b)
const COLLATOR = new Intl.Collator('nb')

/** «Marit og Jon», «Marit, Jon og Ingrid». */
export function joined(language: Language, names: readonly string[]): string {
  const and = language === 'en' ? 'and' : 'og'
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} ${and} ${names[names.length - 1]}`
}

/** The same word inside a sentence: «kommunal bolig». Abbreviations keep their capitals. */
export const inSentence = (word: string): string => (/^.\p{Lu}/u.test(word) ? word : word.slice(0, 1).toLowerCase() + word.slice(1))

/** At the head of a line: «Torsdag 26. november». */
export const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)
