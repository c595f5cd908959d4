// The calendar against the tables of DOMAIN.md 3.1, a second Easter algorithm, and an independent holiday library.

import Holidays from 'date-holidays'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  addWeeks,
  addWorkdays,
  dateOfDay,
  dayNumber,
  daysOff,
  easterSunday,
  isoWeek,
  isWorkday,
  legalRoll,
  type OfficeCalendar,
  publicHolidays,
  rollBack,
  rollForward,
  weekday,
  whyOff,
  workdaysBetween,
  workdaysLate,
} from './calendar.ts'
import { SATURDAY_OFFICE, WEEKDAYS_OFFICE } from './deadline-vectors.ts'
import { localDate as D, type LocalDate } from './ids.ts'

const RUNS = { numRuns: 10_000 }
const closing = (...days: readonly string[]): OfficeCalendar => ({ saturdayIsWorkday: false, closedDays: days.map(D) })

/** 1970 to 2099. */
const anyDay = fc.integer({ min: 0, max: 47_481 }).map(dateOfDay)
const anyOffice = (near: LocalDate): fc.Arbitrary<OfficeCalendar> =>
  fc.record({
    saturdayIsWorkday: fc.boolean(),
    closedDays: fc.array(
      fc.integer({ min: -10, max: 10 }).map((days) => addDays(near, days)),
      { maxLength: 6 },
    ),
  })
const dayInOffice = anyDay.chain((d) => fc.tuple(fc.constant(d), anyOffice(d)))

describe('holidays', () => {
  it('Easter Sunday falls where DOMAIN.md 3.1 says, 2024 to 2031', () => {
    const years = [2024, 2025, 2026, 2027, 2028, 2029, 2030, 2031]
    expect(years.map(easterSunday)).toEqual(
      ['2024-03-31', '2025-04-20', '2026-04-05', '2027-03-28', '2028-04-16', '2029-04-01', '2030-04-21', '2031-04-13'].map(D),
    )
  })

  it('a second algorithm (Oudin) finds the same Easter in every year from 1583 to 4099', () => {
    for (let year = 1583; year <= 4099; year += 1) expect(easterSunday(year)).toBe(oudin(year))
  })

  it.each([
    [2026, 'Thu 04-02, Fri 04-03, Sun 04-05, Mon 04-06, Fri 05-01, Sun 05-17, Thu 05-14, Sun 05-24, Mon 05-25, Fri 12-25, Sat 12-26'],
    [2027, 'Thu 03-25, Fri 03-26, Sun 03-28, Mon 03-29, Sat 05-01, Mon 05-17, Thu 05-06, Sun 05-16, Mon 05-17, Sat 12-25, Sun 12-26'],
    [2028, 'Thu 04-13, Fri 04-14, Sun 04-16, Mon 04-17, Mon 05-01, Wed 05-17, Thu 05-25, Sun 06-04, Mon 06-05, Mon 12-25, Tue 12-26'],
  ])('the holidays of %i are those of the table', (year, table) => {
    const written = publicHolidays(year).map(({ on }) => `${WEEKDAYS[weekday(on) - 1]} ${on.slice(5)}`)
    const newYear = `${WEEKDAYS[weekday(D(`${year}-01-01`)) - 1]} 01-01`
    expect(written.sort()).toEqual([newYear, ...table.split(', ')].sort())
  })

  // No differences to explain: what the library calls `bank` (24 December, 31 December from 14:00), `observance` and
  // `optional` are no public holidays, and DOMAIN.md 3.1 leaves them out too.
  it('agrees with the library date-holidays about the public holidays of Norway from 1970 to 2099', () => {
    const library = new Holidays('NO')
    for (let year = 1970; year <= 2099; year += 1) {
      const theirs = library.getHolidays(year).filter(({ type }) => type === 'public')
      const dates = theirs.map(({ date }) => date.slice(0, 10))
      expect(publicHolidays(year).map(({ on }) => String(on))).toEqual(dates.sort())
      const named = daysOff(D(`${year}-01-01`), D(`${year}-12-31`), WEEKDAYS_OFFICE).filter(({ because }) => !WEEKEND.includes(because))
      expect(named.map(({ on }) => String(on))).toEqual([...new Set(dates)])
    }
  })

  it('a date that is two holidays counts once', () => {
    expect(publicHolidays(2027)).toHaveLength(12)
    expect(daysOff(D('2027-05-17'), D('2027-05-17'), WEEKDAYS_OFFICE)).toEqual([{ on: '2027-05-17', because: 'constitution_day' }])
  })

  it('a holiday on a weekend is not moved to Monday', () => {
    expect(isWorkday(D('2027-05-03'), WEEKDAYS_OFFICE)).toBe(true)
    expect(isWorkday(D('2026-12-28'), WEEKDAYS_OFFICE)).toBe(true)
  })

  it('Christmas Eve, New Year Eve and the Wednesday before Easter are workdays until the office closes them', () => {
    for (const day of ['2026-12-24', '2026-12-31', '2026-04-01'].map(D)) {
      expect(isWorkday(day, WEEKDAYS_OFFICE)).toBe(true)
      expect(whyOff(day, closing(day))).toBe('closed')
    }
  })

  it('Easter Saturday is only a Saturday, and a holiday is none where Saturday is a workday', () => {
    expect(whyOff(D('2026-04-04'), WEEKDAYS_OFFICE)).toBe('saturday')
    expect(isWorkday(D('2026-04-04'), SATURDAY_OFFICE)).toBe(true)
    expect(whyOff(D('2027-05-01'), SATURDAY_OFFICE)).toBe('labour_day')
  })
})

describe('arithmetic', () => {
  it('1970-01-01 is day 0, a Thursday', () => {
    expect([dayNumber(D('1970-01-01')), weekday(D('1970-01-01'))]).toEqual([0, 4])
  })

  it('steps over leap days as the Gregorian calendar does', () => {
    expect(addDays(D('2028-02-28'), 1)).toBe('2028-02-29')
    expect(addDays(D('2100-02-28'), 1)).toBe('2100-03-01')
    expect(addDays(D('2000-02-28'), 1)).toBe('2000-02-29')
    expect(addDays(D('1970-01-01'), -1)).toBe('1969-12-31')
  })

  it.each([
    ['2026-11-23', 2026, 48],
    ['2026-01-01', 2026, 1],
    ['2024-12-30', 2025, 1],
    ['2027-01-03', 2026, 53],
    ['2027-01-04', 2027, 1],
    ['2021-01-03', 2020, 53],
  ])('%s is in week %i/%i of ISO 8601', (day, year, week) => {
    expect(isoWeek(D(day))).toEqual({ year, week })
  })

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2027-11-30', 3, '2028-02-29'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -13, '2024-12-15'],
    ['2026-10-31', 12, '2027-10-31'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(addMonths(D(from), months)).toBe(to)
  })

  it('a legal roll ignores the days only the office is closed, and Saturday work', () => {
    expect(legalRoll(D('2026-12-24'))).toBe('2026-12-24')
    expect(rollForward(D('2026-12-24'), closing('2026-12-24'))).toBe('2026-12-28')
    expect(legalRoll(D('2026-11-21'))).toBe('2026-11-23')
    expect(rollForward(D('2026-11-21'), SATURDAY_OFFICE)).toBe('2026-11-21')
  })

  it('rolling back always ends on a weekday, also where Saturday is a workday', () => {
    expect(rollBack(D('2026-11-21'), SATURDAY_OFFICE)).toBe('2026-11-20')
    expect(rollBack(D('2026-12-25'), closing('2026-12-24'))).toBe('2026-12-23')
  })

  it('workdays to a due day leave today out and the due day in', () => {
    expect(workdaysBetween(D('2026-11-23'), D('2026-12-08'), WEEKDAYS_OFFICE)).toBe(11)
    expect(workdaysBetween(D('2026-11-23'), D('2026-11-20'), WEEKDAYS_OFFICE)).toBe(0)
  })

  it('workdays late leave the due day out and today in', () => {
    expect(workdaysLate(D('2026-11-23'), D('2026-11-16'), WEEKDAYS_OFFICE)).toBe(5)
    expect(workdaysLate(D('2026-11-21'), D('2026-11-20'), WEEKDAYS_OFFICE)).toBe(0)
  })
})

describe('for any day from 1970 to 2099 and any office', () => {
  it('a day number and its date are two names of one day, and the date after it is one more', () => {
    fc.assert(
      fc.property(anyDay, (d) => {
        expect(dateOfDay(dayNumber(d))).toBe(d)
        expect(dayNumber(addDays(d, 1))).toBe(dayNumber(d) + 1)
        expect(addDays(d, 1) > d).toBe(true)
        expect(weekday(addWeeks(d, 1))).toBe(weekday(d))
      }),
      RUNS,
    )
  })

  it('three workdays later is a later day, a workday, with exactly three workdays on the way', () => {
    fc.assert(
      fc.property(dayInOffice, ([d, office]) => {
        const due = addWorkdays(d, 3, office)
        expect(due > d).toBe(true)
        expect(isWorkday(due, office)).toBe(true)
        expect(workdaysBetween(d, due, office)).toBe(3)
        expect(dayNumber(due) - dayNumber(d)).toBe(3 + daysOff(addDays(d, 1), due, office).length)
      }),
      RUNS,
    )
  })

  it('a later receipt never gives an earlier due day', () => {
    fc.assert(
      fc.property(dayInOffice, fc.nat({ max: 20 }), ([d, office], later) => {
        expect(addWorkdays(addDays(d, later), 3, office) >= addWorkdays(d, 3, office)).toBe(true)
      }),
      RUNS,
    )
  })

  it('a received day that is no workday gives the same due day as the last workday before it', () => {
    fc.assert(
      fc.property(dayInOffice, ([d, office]) => {
        fc.pre(!isWorkday(d, office))
        expect(addWorkdays(d, 3, office)).toBe(addWorkdays(addDays(d, -1), 3, office))
      }),
      { ...RUNS, maxSkipsPerRun: 100 },
    )
  })

  it('rolling moves to the nearest workday on its side and leaves a workday where it is', () => {
    fc.assert(
      fc.property(dayInOffice, ([d, office]) => {
        const [back, on] = [rollBack(d, office), rollForward(d, office)]
        expect(back <= d && d <= on).toBe(true)
        expect(weekday(back)).toBeLessThan(6)
        expect(isWorkday(back, office) && isWorkday(on, office)).toBe(true)
        expect(workdaysBetween(addDays(d, -1), addDays(on, -1), office)).toBe(0)
        expect(legalRoll(d)).toBe(rollForward(d, WEEKDAYS_OFFICE))
      }),
      RUNS,
    )
  })

  it('so many months later is in that month, on the same day or the last one', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (d, months) => {
        const later = addMonths(d, months)
        const month = (day: LocalDate) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
        expect(month(later) - month(d)).toBe(months)
        const isSameDay = later.slice(8) === d.slice(8)
        expect(isSameDay || month(addDays(later, 1)) === month(later) + 1).toBe(true)
      }),
      RUNS,
    )
  })
})

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

const WEEKEND = ['saturday', 'sunday']
/** Easter after Oudin (1940): another way of counting than the one in calendar.ts. */
function oudin(year: number): LocalDate {
  const whole = Math.floor
  const g = year % 19
  const c = whole(year / 100)
  const h = (c - whole(c / 4) - whole((8 * c + 13) / 25) + 19 * g + 15) % 30
  const i = h - whole(h / 28) * (1 - whole(29 / (h + 1)) * whole((21 - g) / 11))
  const j = (year + whole(year / 4) + i + 2 - c + whole(c / 4)) % 7
  const p = i - j
  const month = 3 + whole((p + 40) / 44)
  const day = p + 28 - 31 * whole(month / 4)
  return D(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
}
