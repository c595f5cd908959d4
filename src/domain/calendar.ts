// Civil days as integers: which days are workdays in Norway, and the arithmetic of DOMAIN.md 3.1 and 3.2.
// No clock, no time zone and no Date: a date goes in as the day a person chose and comes out as a day, so the answer
// is the same in every zone and across every change of summer time. A day a month lacks (30 February) is read as the
// day it would have been.

import { type LocalDate, localDate } from './ids.ts'

/** What the office itself decides about its days (DOMAIN.md 3.1). */
export interface OfficeCalendar {
  readonly saturdayIsWorkday: boolean
  readonly closedDays: readonly LocalDate[]
}

export type Holiday =
  | 'new_year'
  | 'maundy_thursday'
  | 'good_friday'
  | 'easter_sunday'
  | 'easter_monday'
  | 'labour_day'
  | 'constitution_day'
  | 'ascension'
  | 'whit_sunday'
  | 'whit_monday'
  | 'christmas_day'
  | 'second_christmas_day'

/** Why a day does not count. A holiday is named before the weekday it falls on. */
export type DayOff = Holiday | 'sunday' | 'saturday' | 'closed'
export interface SkippedDay {
  readonly on: LocalDate
  readonly because: DayOff
}

/** Days since 1970-01-01. */
export function dayNumber(d: LocalDate): number {
  return numberOf(Number(d.slice(0, 4)), Number(d.slice(5, 7)), Number(d.slice(8, 10)))
}

/** The date of a day number; the inverse of `dayNumber` for the years 0000 to 9999. */
export function dateOfDay(n: number): LocalDate {
  const { year, month, day } = civil(n)
  return localDate(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
}

/** 1 Monday to 7 Sunday. */
export const weekday = (d: LocalDate): number => weekdayOf(dayNumber(d))

/** ISO 8601: a week belongs to the year its Thursday is in. */
export function isoWeek(d: LocalDate): { readonly year: number; readonly week: number } {
  const n = dayNumber(d)
  const thursday = n - weekdayOf(n) + 4
  const { year } = civil(thursday)
  return { year, week: Math.floor((thursday - numberOf(year, 1, 1)) / 7) + 1 }
}

/** Gregorian Easter Sunday (Meeus/Jones/Butcher). */
export const easterSunday = (year: number): LocalDate => dateOfDay(easterDay(year))

/** The 12 public holidays in date order; two may share a date, as on 17 May 2027 (DOMAIN.md 3.1). */
export function publicHolidays(year: number): readonly { readonly on: LocalDate; readonly holiday: Holiday }[] {
  const moving = MOVING.map(([offset, holiday]) => ({ n: easterDay(year) + offset, holiday }))
  const fixed = FIXED.map(([month, day, holiday]) => ({ n: numberOf(year, month, day), holiday }))
  return [...fixed, ...moving].sort((a, b) => a.n - b.n).map(({ n, holiday }) => ({ on: dateOfDay(n), holiday }))
}

/** Why the day is not a workday in the office, or undefined when it is one (DOMAIN.md 3.1). */
export const whyOff = (d: LocalDate, calendar: OfficeCalendar): DayOff | undefined => offOn(dayNumber(d), calendar)
export const isWorkday = (d: LocalDate, calendar: OfficeCalendar): boolean => whyOff(d, calendar) === undefined

export const addDays = (d: LocalDate, days: number): LocalDate => dateOfDay(dayNumber(d) + days)
/** Same weekday `weeks` later (domstolloven § 148). */
export const addWeeks = (d: LocalDate, weeks: number): LocalDate => addDays(d, 7 * weeks)
/** Same day number `months` later, or the last day of a month that has no such day. */
export function addMonths(d: LocalDate, months: number): LocalDate {
  const { year, month, day } = civil(dayNumber(d))
  const count = year * 12 + (month - 1) + months
  const first = numberOf(Math.floor(count / 12), (count % 12) + 1, 1)
  const next = numberOf(Math.floor((count + 1) / 12), ((count + 1) % 12) + 1, 1)
  return dateOfDay(Math.min(first + day - 1, next - 1))
}

/** The day itself never counts; the n-th workday after it is the answer (DOMAIN.md 3.2). */
export function addWorkdays(d: LocalDate, n: number, calendar: OfficeCalendar): LocalDate {
  return workdaysAfter(d, n, calendar).at(-1) ?? d
}
/** The n workdays that `addWorkdays` counts, in order. */
export function workdaysAfter(d: LocalDate, n: number, calendar: OfficeCalendar): readonly LocalDate[] {
  const counted: LocalDate[] = []
  for (let day = dayNumber(d) + 1; counted.length < n; day += 1) if (!offOn(day, calendar)) counted.push(dateOfDay(day))
  return counted
}

/** First workday on or after the day, by the office's calendar. */
export const rollForward = (d: LocalDate, calendar: OfficeCalendar): LocalDate => walk(d, 1, calendar)
/** Last office day on or before the day: always Monday to Friday, also where Saturday is a workday (DOMAIN.md 3.2). */
export const rollBack = (d: LocalDate, calendar: OfficeCalendar): LocalDate => walk(d, -1, weekdaysOnly(calendar))
/** First day on or after that is no Saturday, Sunday or holiday (domstolloven § 149); the office's days play no part. */
export const legalRoll = (d: LocalDate): LocalDate => walk(d, 1, { saturdayIsWorkday: false, closedDays: [] })
export const weekdaysOnly = (calendar: OfficeCalendar): OfficeCalendar => ({ ...calendar, saturdayIsWorkday: false })

/** Workdays from today, which does not count, to the due day, which does; 0 when it is not ahead (DOMAIN.md 3.3). */
export function workdaysBetween(today: LocalDate, due: LocalDate, calendar: OfficeCalendar): number {
  const last = dayNumber(due)
  let count = 0
  for (let day = dayNumber(today) + 1; day <= last; day += 1) if (!offOn(day, calendar)) count += 1
  return count
}
/** Workdays since the due day, today included. A task due on Friday is late on Saturday, by 0 workdays. */
export const workdaysLate = (today: LocalDate, due: LocalDate, calendar: OfficeCalendar): number => workdaysBetween(due, today, calendar)

/** The days that do not count from `first` to `last`, both included, each with its reason. */
export function daysOff(first: LocalDate, last: LocalDate, calendar: OfficeCalendar): readonly SkippedDay[] {
  const skipped: SkippedDay[] = []
  for (let day = dayNumber(first); day <= dayNumber(last); day += 1) {
    const because = offOn(day, calendar)
    if (because) skipped.push({ on: dateOfDay(day), because })
  }
  return skipped
}

function walk(d: LocalDate, step: 1 | -1, calendar: OfficeCalendar): LocalDate {
  let day = dayNumber(d)
  while (offOn(day, calendar)) day += step
  return dateOfDay(day)
}

function offOn(n: number, calendar: OfficeCalendar): DayOff | undefined {
  const off = holidayOn(n) ?? weekendOn(n, calendar.saturdayIsWorkday)
  return off ?? (calendar.closedDays.some((closed) => dayNumber(closed) === n) ? 'closed' : undefined)
}

const FIXED: readonly (readonly [month: number, day: number, holiday: Holiday])[] = [
  [1, 1, 'new_year'],
  [5, 1, 'labour_day'],
  [5, 17, 'constitution_day'],
  [12, 25, 'christmas_day'],
  [12, 26, 'second_christmas_day'],
]
const MOVING: readonly (readonly [daysAfterEaster: number, holiday: Holiday])[] = [
  [-3, 'maundy_thursday'],
  [-2, 'good_friday'],
  [0, 'easter_sunday'],
  [1, 'easter_monday'],
  [39, 'ascension'],
  [49, 'whit_sunday'],
  [50, 'whit_monday'],
]

function holidayOn(n: number): Holiday | undefined {
  const { year, month, day } = civil(n)
  const fixed = FIXED.find(([m, d]) => m === month && d === day)
  if (fixed) return fixed[2]
  const sinceEaster = n - easterDay(year)
  return MOVING.find(([offset]) => offset === sinceEaster)?.[1]
}

function weekendOn(n: number, saturdayIsWorkday: boolean): DayOff | undefined {
  const day = weekdayOf(n)
  if (day === 7) return 'sunday'
  return day === 6 && !saturdayIsWorkday ? 'saturday' : undefined
}

/** 1970-01-01 was a Thursday. */
const weekdayOf = (n: number): number => ((((n + 3) % 7) + 7) % 7) + 1

function easterDay(year: number): number {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const x = h + l - 7 * m + 114
  return numberOf(year, Math.floor(x / 31), (x % 31) + 1)
}

// Years run from 1 March inside the two conversions, so that a leap day is the last day of its year.
const DAYS_PER_400_YEARS = 146_097
const MARCH_0000_TO_1970 = 719_468

function numberOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * DAYS_PER_400_YEARS + dayOfEra - MARCH_0000_TO_1970
}

function civil(n: number): { readonly year: number; readonly month: number; readonly day: number } {
  const shifted = n + MARCH_0000_TO_1970
  const era = Math.floor(shifted / DAYS_PER_400_YEARS)
  const dayOfEra = shifted - era * DAYS_PER_400_YEARS
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const m = Math.floor((5 * dayOfYear + 2) / 153)
  const month = m < 10 ? m + 3 : m - 9
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: dayOfYear - Math.floor((153 * m + 2) / 5) + 1 }
}
