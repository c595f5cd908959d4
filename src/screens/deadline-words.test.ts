import { beforeAll, expect, test } from 'vitest'
import { EMPTY_MATTER, type Matter } from '#domain/deadline-facts.ts'
import { nearest } from '#domain/deadlines.ts'
import { id, type LocalDate, localDate } from '#domain/ids.ts'
import { loadAllWords, type Say, sayIn } from '#texts/say.ts'
import { calendarOf, caseDeadlines, deadlineLine, deadlineTone, deadlineWhen, evictionAhead, type Speech } from './deadline-words.ts'

const calendar = calendarOf([])
const basis = id('b'.repeat(22))
const day = localDate
const planned: Matter = {
  ...EMPTY_MATTER,
  plans: [{ id: basis, status: 'active', startDate: day('2026-09-01'), endDate: day('2027-03-01'), reviewEveryMonths: 3 }],
}
let say: Say
beforeAll(async () => {
  await loadAllWords('nb')
  say = sayIn('nb')
})
const at = (today: LocalDate): Speech => ({ say, language: 'nb', today, calendar })
const plain = (words: string | undefined) => words?.replaceAll('\u00a0', ' ')
const review = (today: LocalDate) => nearest(caseDeadlines(planned, calendar), today)

test('a deadline ahead says the day and how many workdays are left, in grey', () => {
  const today = day('2026-11-24')
  const deadline = review(today)
  expect(deadline && plain(deadlineWhen(deadline, at(today)))).toBe('tirsdag 1. desember · om 5 virkedager')
  expect(deadline && plain(deadlineLine(deadline, at(today)))).toBe('Planen skal evalueres innen 1. desember')
  expect(deadline && deadlineTone(deadline, at(today))).toBe('calm')
})

test('a late deadline says by how much, in amber', () => {
  const today = day('2026-12-03')
  const deadline = review(today)
  expect(deadline && plain(deadlineLine(deadline, at(today)))).toBe('Planen skal evalueres · 2 virkedager over fristen')
  expect(deadline && deadlineTone(deadline, at(today))).toBe('care')
})

test('an eviction nobody has set a date for is red and says that it is an estimate', () => {
  const today = day('2026-11-24')
  const evicted: Matter = {
    ...EMPTY_MATTER,
    evictionCases: [{ id: basis, type: 'eviction_rental', stage: 'petitioned', inquiries: [], firstNamsfogdNotice: day('2026-11-17') }],
  }
  const deadline = evictionAhead(caseDeadlines(evicted, calendar), today)
  expect(deadline && plain(deadlineLine(deadline, at(today)))).toBe('Utkastelse tidligst 8. desember (anslag)')
  expect(deadline && deadlineTone(deadline, at(today))).toBe('risk')
})
