// The device's clock: the real one, and in a demo a day the office chose. Dates are civil days in Oslo. The time used
// to prove a sync is the office's, learned from its answers; no clock ever orders anything.

import { type Instant, instant, type LocalDate, localDate } from '#domain/ids.ts'

const DAY_MS = 86_400_000
const OSLO = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Oslo',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

export const instantOf = (ms: number): Instant => instant(new Date(ms).toISOString())

/** The wall in Oslo, as if it were UTC, whole seconds. */
function osloWall(ms: number): number {
  const parts = new Map(OSLO.formatToParts(ms).map(({ type, value }) => [type, Number(value)]))
  const of = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'))
}
const offsetAt = (ms: number): number => osloWall(ms) - Math.floor(ms / 1000) * 1000

export const osloDate = (ms: number): LocalDate => localDate(new Date(osloWall(ms)).toISOString().slice(0, 10))

/** The real time of day on the chosen civil day, also across a change of summer time. */
export function onDay(ms: number, day: LocalDate | undefined): number {
  if (!day) return ms
  const moved = ms + Math.round((Date.parse(day) - Date.parse(osloDate(ms))) / DAY_MS) * DAY_MS
  return moved + offsetAt(ms) - offsetAt(moved)
}

export const todayAt = (ms: number, day: LocalDate | undefined): LocalDate => day ?? osloDate(ms)
export const nowAt = (ms: number, day: LocalDate | undefined): Instant => instantOf(onDay(ms, day))
