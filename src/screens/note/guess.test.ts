import { expect, test } from 'vitest'
import { EMPTY_MATTER } from '#domain/deadline-facts.ts'
import { type Id, id, laneOf, localDate, localDateTime } from '#domain/ids.ts'
import type { CaseSummary, VisitBrief } from '#domain/summary.ts'
import { guessResident, nearAtHand } from './guess.ts'

const anId = (letter: string): Id => id(letter.repeat(22))
const ME = anId('M')
const TODAY = localDate('2026-11-24')

function aHome(letter: string, time: string, more: Partial<VisitBrief> = {}): CaseSummary {
  const lane = laneOf('case', anId(letter))
  const visit: VisitBrief = {
    lane,
    id: anId('V'),
    kind: 'followup',
    status: 'planned',
    start: localDateTime(`${TODAY}T${time}`),
    workers: [ME],
    twoOutcomes: false,
    contributions: [],
    ...more,
  }
  return {
    lane,
    resident: anId(letter),
    name: letter,
    safety: 'none',
    isContactStopped: false,
    visits: [visit],
    openConcerns: [],
    twoVersions: [],
    complaintDates: [],
    facts: EMPTY_MATTER,
  }
}
const guess = (clock: string, ...summaries: readonly CaseSummary[]) => {
  const found = guessResident({ summaries, today: TODAY, clock, me: ME })
  return found && [found.lane.slice(5, 6), found.why]
}

test('the visit that runs is guessed before any other', () => {
  expect(guess('13:00', aHome('A', '13:00'), aHome('B', '09:00', { status: 'in_progress' }))).toEqual(['B', 'running'])
})

test('somebody at the door a little early or late means the one on the list now', () => {
  expect(guess('12:50', aHome('A', '13:00'), aHome('B', '14:00'))).toEqual(['A', 'now'])
  expect(guess('13:45', aHome('A', '13:00'), aHome('B', '15:00'))).toEqual(['A', 'now'])
})

test('between two visits the next one is guessed, after the last one the last', () => {
  expect(guess('11:00', aHome('A', '09:00'), aHome('B', '13:00'))).toEqual(['B', 'next'])
  expect(guess('18:00', aHome('A', '09:00'), aHome('B', '13:00'))).toEqual(['B', 'last'])
})

test('a visit that is over, another day or a colleague’s is never guessed', () => {
  const other = { workers: [anId('J')] }
  expect(guess('13:00', aHome('A', '13:00', { status: 'done' }), aHome('B', '13:00', other))).toBeUndefined()
})

test('the guess stands first among the few, then the day in order', () => {
  const near = nearAtHand(
    { summaries: [aHome('A', '15:00'), aHome('B', '09:00'), aHome('D', '11:00')], today: TODAY, me: ME },
    laneOf('case', anId('A')),
  )
  expect(near.map((home) => home.name)).toEqual(['A', 'B', 'D'])
})
