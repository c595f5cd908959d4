import { expect, test } from 'vitest'
import { instant, localDate, localDateTime } from '#domain/ids.ts'
import {
  byName,
  clock,
  clockOf,
  dayMonth,
  dayOfYear,
  joined,
  kroner,
  longDate,
  phoneNumber,
  shortDate,
  weekdayDate,
  weekdayLongDate,
  weekNumber,
} from './format.ts'

const tuesday = localDate('2026-11-24')
const soft = (words: string) => words.replaceAll('\u00a0', ' ')

test('a date is written as the language writes it', () => {
  expect(soft(weekdayDate('nb', tuesday))).toBe('tirsdag 24. november')
  expect(soft(weekdayDate('nn', tuesday))).toBe('tysdag 24. november')
  expect(soft(weekdayDate('en', tuesday))).toBe('Tuesday 24 November')
  expect(soft(longDate('nb', tuesday))).toBe('24. november 2026')
  expect(soft(shortDate('nb', tuesday))).toBe('tir. 24.11')
  expect(soft(shortDate('nn', tuesday))).toBe('tys. 24.11')
  expect(soft(shortDate('en', tuesday))).toBe('Tue 24 Nov')
})

test('day and month stay on one line', () => {
  expect(dayMonth('nb', tuesday)).toBe('24.\u00a0november')
})

test('the week is the ISO week, also around New Year', () => {
  expect(weekNumber(tuesday)).toBe(48)
  expect(weekNumber(localDate('2027-01-01'))).toBe(53)
  expect(weekNumber(localDate('2027-01-04'))).toBe(1)
})

test('a date that stands alone has its year when that is another than this one', () => {
  expect(soft(dayOfYear('nb', localDate('2026-12-01'), tuesday))).toBe('1. desember')
  expect(soft(dayOfYear('nb', localDate('2027-03-01'), tuesday))).toBe('1. mars 2027')
  expect(soft(weekdayDate('nb', localDate('2027-03-01'), tuesday))).toBe('mandag 1. mars 2027')
  expect(soft(weekdayLongDate('nb', tuesday))).toBe('tirsdag 24. november 2026')
  expect(soft(dayOfYear('en', localDate('2025-03-01'), tuesday))).toBe('1 March 2025')
})

test('a clock time has a full stop, and an instant is shown in Norwegian time', () => {
  expect(clock(localDateTime('2026-11-24T09:30'))).toBe('09.30')
  expect(clockOf(instant('2026-11-24T08:30:00.000Z'))).toBe('09.30')
  expect(clockOf(instant('2026-07-24T08:30:00.000Z'))).toBe('10.30')
})

test('money is grouped with hard spaces and shows øre only when there are any', () => {
  expect(soft(kroner(2_600_000))).toBe('26 000 kr')
  expect(soft(kroner(433_433))).toBe('4 334,33 kr')
  expect(soft(kroner(-5000))).toBe('−50 kr')
})

test('an eight-digit phone number stands in groups of two', () => {
  expect(soft(phoneNumber('00000001'))).toBe('00 00 00 01')
  expect(phoneNumber('113')).toBe('113')
})

test('names sort with Æ Ø Å last and Aa after Å', () => {
  expect(['Aase', 'Ås', 'Ærlig', 'Berg', 'Øve'].sort(byName)).toEqual(['Berg', 'Ærlig', 'Øve', 'Ås', 'Aase'])
})

test('names are joined as spoken', () => {
  expect(joined('nb', ['Marit', 'Jon', 'Ingrid'])).toBe('Marit, Jon og Ingrid')
  expect(joined('en', ['Marit', 'Jon'])).toBe('Marit and Jon')
})
