// What a single value about a person, a household or a home can look like (DOMAIN.md 2.1 to 2.4): a number of a phone, a
// year, an amount, and a time as far as somebody remembers it: a year, a month of a year or a day.

import { addDays } from './calendar.ts'
import { type HomeField, kindOf } from './home-fields.ts'
import { yearsIn } from './home-values.ts'
import { isLocalDate, type LocalDate } from './ids.ts'
import { oreFrom } from './money.ts'

export type HomeShape =
  | 'phoneShape'
  | 'emailShape'
  | 'yearShape'
  | 'countShape'
  | 'sizeShape'
  | 'amountShape'
  | 'dayShape'
  | 'dateShape'
  | 'dateAhead'
  | 'whenShape'
  | 'postalShape'

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/
/** Eight digits, a short number of five, or a country code and up to fourteen. */
const PHONE = /^(\d{8}|0\d{4}|(\+|00)[1-9]\d{5,13})$/
export const isPhone = (words: string): boolean => PHONE.test(words.replace(/[\s\u00a0]/g, ''))
const OLDEST_YEAR = 1900
const LAST_YEAR = 2199
const MOST = 1000
/** Days on which something was done or said: none of them is still to come. */
const HAS_HAPPENED: readonly HomeField[] = [
  'resident.contactStop.since',
  'tenancy.notifyReservation.on',
  'tenancy.informedOfNotifyRoutines',
  'tenancy.earmarkInfoGivenOn',
]
const REMEMBERED: readonly HomeField[] = ['housingPeriod.from', 'housingPeriod.to']

/** What cannot be meant by it; undefined when nothing is typed or it reads well. */
export function shapeOf(key: HomeField, typed: string, today: LocalDate): HomeShape | undefined {
  const words = typed.trim()
  if (words === '') return undefined
  if (key === 'dwelling.postal.code') return /^\d{4}$/.test(words) ? undefined : 'postalShape'
  if (REMEMBERED.includes(key)) return whenOf(words) === undefined ? 'whenShape' : undefined
  switch (kindOf(key).is) {
    case 'phone':
      return isPhone(words) ? undefined : 'phoneShape'
    case 'email':
      return EMAIL.test(words) ? undefined : 'emailShape'
    case 'year':
      return isYear(words, today) ? undefined : 'yearShape'
    case 'years':
      return yearsIn(words).every((year) => isYear(year, today)) ? undefined : 'yearShape'
    case 'count':
      return countShape(key, words)
    case 'monthDay':
      return /^\d{1,2}$/.test(words) && Number(words) >= 1 && Number(words) <= 31 ? undefined : 'dayShape'
    case 'kroner':
      return oreFrom(words) === undefined ? 'amountShape' : undefined
    case 'date':
      return dateShape(key, words, today)
    case 'text':
    case 'long':
    case 'language':
    case 'code':
    case 'flag':
      return undefined
  }
}

const isYear = (typed: string, today: LocalDate): boolean =>
  /^\d{4}$/.test(typed) && Number(typed) >= OLDEST_YEAR && Number(typed) <= Number(today.slice(0, 4))

function countShape(key: HomeField, words: string): HomeShape | undefined {
  if (!/^\d+$/.test(words) || Number(words) >= MOST) return 'countShape'
  return key === 'dwelling.sizeM2' && Number(words) === 0 ? 'sizeShape' : undefined
}

function dateShape(key: HomeField, words: string, today: LocalDate): HomeShape | undefined {
  if (!isLocalDate(words) || words < '1900' || words >= '2200') return 'dateShape'
  return HAS_HAPPENED.includes(key) && words > today ? 'dateAhead' : undefined
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'ma', 'jun', 'jul', 'aug', 'sep', 'o', 'nov', 'de'] as const
const WRITTEN = [
  /^(?<y>\d{4})$/,
  /^(?<y>\d{4})-(?<m>\d{1,2})(-(?<d>\d{1,2}))?$/,
  /^((?<d>\d{1,2})[./]\s?)?(?<m>\d{1,2})[./]\s?(?<y>\d{4})$/,
  /^((?<d>\d{1,2})\.?\s)?(?<name>\p{L}{3,9})\.?\s(?<y>\d{4})$/u,
] as const
const NAMES = /^(jan|feb|mar|apr|ma[iy]|jun|jul|aug|sep|o[kc]t|nov|de[sc])/

/** «2019», «mai 2019», «13.5.2019» and «2019-05-13», as far as it goes: 2019, 2019-05, 2019-05-13. */
export function whenOf(typed: string): string | undefined {
  const words = typed.trim().toLowerCase()
  const found = WRITTEN.map((shape) => shape.exec(words)?.groups).find((groups) => groups !== undefined)
  if (found === undefined || Number(found.y) < OLDEST_YEAR || Number(found.y) > LAST_YEAR) return undefined
  const month = found.name === undefined ? found.m : monthNamed(found.name)
  if (month === undefined) return found.name === undefined ? found.y : undefined
  const whole = `${found.y}-${month.padStart(2, '0')}`
  const day = `${whole}-${(found.d ?? '1').padStart(2, '0')}`
  if (!isLocalDate(day) || addDays(day, 0) !== day) return undefined
  return found.d === undefined ? whole : day
}
function monthNamed(name: string): string | undefined {
  const at = NAMES.test(name) ? MONTHS.findIndex((month) => name.startsWith(month) && (month !== 'ma' || !name.startsWith('mar'))) : -1
  return at < 0 ? undefined : String(at + 1)
}
