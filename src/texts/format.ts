// Dates, times, money and phone numbers as the house writes them (UX.md 2): 22. november 2026, kl. 09.30, 18 400 kr,
// 22 22 22 22. Hard spaces keep them whole. Civil dates in, words out; no time zone is ever involved.

import { format } from 'date-fns/format'
import { enGB } from 'date-fns/locale/en-GB'
import { nb } from 'date-fns/locale/nb'
import { nn } from 'date-fns/locale/nn'
import { parseISO } from 'date-fns/parseISO'
import type { Instant, LocalDate, LocalDateTime } from '#domain/ids.ts'
import type { Language } from './catalogue.ts'

const HARD = '\u00a0'
const LOCALES = { nb, nn, en: enGB }

const write = (language: Language, value: string, pattern: string): string =>
  format(parseISO(value), pattern, { locale: LOCALES[language] })
const glued = (words: string): string => words.replaceAll(' ', HARD)

/** «24. november» */
export const dayMonth = (language: Language, date: LocalDate): string =>
  glued(write(language, date, language === 'en' ? 'd MMMM' : 'd. MMMM'))
/** «24. november 2026» */
export const longDate = (language: Language, date: LocalDate): string =>
  glued(write(language, date, language === 'en' ? 'd MMMM yyyy' : 'd. MMMM yyyy'))
/** «tirsdag 24. november» */
export const weekdayDate = (language: Language, date: LocalDate): string => `${write(language, date, 'EEEE')} ${dayMonth(language, date)}`
/** «tir. 24.11» */
export const shortDate = (language: Language, date: LocalDate): string =>
  glued(
    language === 'en'
      ? write(language, date, 'EEE d MMM')
      : `${write(language, date, 'EEE').replace(/\.?$/, '.')} ${write(language, date, 'd.M')}`,
  )
/** «tirsdag» */
export const weekday = (language: Language, date: LocalDate): string => write(language, date, 'EEEE')
/** ISO week number, for «uke 48». */
export const weekNumber = (date: LocalDate): number => Number(write('nb', date, 'I'))
/** «09.30» from an agreed time. */
export const clock = (at: LocalDateTime): string => at.slice(11, 16).replace(':', '.')

/** «09.30» in Norway, from an instant. */
export function clockOf(at: Instant): string {
  return new Intl.DateTimeFormat('nb', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Oslo' })
    .format(new Date(at))
    .replace(':', '.')
}
/** The civil date in Norway of an instant, for showing only. */
export function dateOfInstant(at: Instant): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' }).format(new Date(at))
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
