import { beforeAll, expect, test } from 'vitest'
import { EMPTY_MATTER, type Matter } from '#domain/deadline-facts.ts'
import { id, laneOf, localDate } from '#domain/ids.ts'
import type { CaseSummary } from '#domain/summary.ts'
import { loadAllWords, type Say, sayIn } from '#texts/say.ts'
import { found, homeLines } from './home-lines.ts'

const idOf = (letter: string) => id(letter.repeat(22))
const reviewed = (startDate: string): Matter => ({
  ...EMPTY_MATTER,
  plans: [{ id: idOf('p'), status: 'active', startDate: localDate(startDate), reviewEveryMonths: 3 }],
})
const aHome = (letter: string, name: string, address: string, facts: Matter = EMPTY_MATTER): CaseSummary => ({
  lane: laneOf('case', idOf(letter)),
  resident: idOf(letter),
  name,
  address,
  safety: 'none',
  isContactStopped: false,
  visits: [],
  openConcerns: [],
  twoVersions: [],
  complaintDates: [],
  facts,
})
const HOMES = [
  aHome('a', 'Åse Eksempel', 'Prøvegata 3'),
  aHome('b', 'Bo Demo', 'Eksempelveien 30'),
  aHome('c', 'Siste Frist', 'Eksempelveien 1', reviewed('2026-10-01')),
  aHome('d', 'Første Frist', 'Prøvegata 1', reviewed('2026-09-01')),
]
let say: Say
beforeAll(async () => {
  await loadAllWords('nb')
  say = sayIn('nb')
})
const lines = () =>
  homeLines(HOMES, { say, language: 'nb', today: localDate('2026-11-24'), calendar: { saturdayIsWorkday: false, closedDays: [] } })
const names = (typed: string) => found(lines(), typed).map((line) => line.home.name)

test('the nearest deadline comes first, and those without one follow in Norwegian order of name', () => {
  expect(names('')).toEqual(['Første Frist', 'Siste Frist', 'Bo Demo', 'Åse Eksempel'])
})

test('the search finds the beginning of any word of a name or an address', () => {
  expect(names('ås')).toEqual(['Åse Eksempel'])
  expect(names('eksempelv 30')).toEqual(['Bo Demo'])
  expect(names('veien')).toEqual([])
})
