// Civil days in Oslo, and a demo's chosen day with the real time of day.

import { expect, test } from 'vitest'
import { localDate } from '#domain/ids.ts'
import { nowAt, onDay, osloDate, todayAt } from './clock.ts'

const at = (text: string): number => Date.parse(text)

test('the day changes at midnight in Oslo, in summer and in winter', () => {
  expect(osloDate(at('2026-07-01T21:59:59Z'))).toBe('2026-07-01')
  expect(osloDate(at('2026-07-01T22:00:00Z'))).toBe('2026-07-02')
  expect(osloDate(at('2026-12-01T22:59:59Z'))).toBe('2026-12-01')
  expect(osloDate(at('2026-12-01T23:00:00Z'))).toBe('2026-12-02')
})

test('a chosen day keeps the time of day on the wall, also across summer time', () => {
  expect(nowAt(at('2026-11-22T12:30:00.000Z'), localDate('2026-10-08'))).toBe('2026-10-08T11:30:00.000Z')
  expect(nowAt(at('2026-11-22T12:30:00.000Z'), localDate('2026-11-17'))).toBe('2026-11-17T12:30:00.000Z')
  expect(todayAt(at('2026-11-22T12:30:00Z'), localDate('2026-10-08'))).toBe('2026-10-08')
  for (const day of ['2026-03-29', '2026-10-25', '2027-01-01'])
    expect(osloDate(onDay(at('2026-11-22T12:30:00Z'), localDate(day)))).toBe(day)
})

test('without a chosen day the clock is the real one', () => {
  expect(nowAt(at('2026-11-22T12:30:00.000Z'), undefined)).toBe('2026-11-22T12:30:00.000Z')
})
