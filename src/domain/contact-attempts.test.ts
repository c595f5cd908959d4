// A contact attempt: what was tried, when, and when somebody is heard from.

import { expect, test } from 'vitest'
import { readCase } from './case-view.ts'
import { CONTACT_RESULTS } from './codes.ts'
import { type ContactForm, clockTyped, isHeard, lastHeard, recordContact } from './contact-attempts.ts'
import { localDate } from './ids.ts'
import { matterFacts } from './matter.ts'
import { patch } from './records.ts'
import { aCase, applied, idsFrom, LANE, TODAY, testId } from './visit-fixture.ts'

const now = { lane: LANE, today: TODAY, clock: '14:30', newId: idsFrom(7000) }
const rang: ContactForm = { way: 'phone', direction: 'out', result: 'no_answer', on: TODAY, clock: '14:30', note: '' }
const kindOf = (form: Partial<ContactForm>) => {
  const made = recordContact({ ...rang, ...form }, now)
  return made.ok ? 'saved' : made.refusal.kind
}

test('an attempt is written with its way, its result, its day and its time, and nothing that was not said', () => {
  const made = recordContact({ ...rang, note: '  Mobilsvar ' }, now)
  expect(made).toMatchObject({
    value: {
      type: 'contactAttempt',
      set: { on: TODAY, clock: '14:30', way: 'phone', direction: 'out', result: 'no_answer', note: 'Mobilsvar' },
    },
  })
  expect(recordContact({ ...rang, on: '2026-11-23', clock: '' }, now)).toMatchObject({
    value: { set: { on: '2026-11-23', way: 'phone', direction: 'out', result: 'no_answer' } },
  })
  expect(Object.keys((recordContact({ ...rang, clock: '' }, now) as { value: { set: object } }).value.set)).not.toContain('clock')
})

test('what cannot be is refused: no way, no result, a day or an hour that is none, and what has not been yet', () => {
  expect(kindOf({ way: '' })).toBe('pickWay')
  expect(kindOf({ result: 'perhaps' })).toBe('pickResult')
  expect(kindOf({ on: '' })).toBe('badDay')
  expect(kindOf({ clock: '25:00' })).toBe('badClock')
  expect(kindOf({ on: '2026-11-25', clock: '' })).toBe('notYetTried')
  expect(kindOf({ clock: '14.31' })).toBe('notYetTried')
  expect(kindOf({ on: '2026-11-23', clock: '23.59' })).toBe('saved')
})

test.each([
  ['14.30', '14:30'],
  ['9:05', '09:05'],
  ['0905', '09:05'],
  ['', ''],
  ['24:00', undefined],
  ['9', undefined],
])('the time «%s» is %s', (typed, means) => expect(clockTyped(typed)).toBe(means))

test('she is heard from when she came to us, was reached or said no; a closed door is not an answer', () => {
  expect(CONTACT_RESULTS.filter((result) => isHeard({ direction: 'out', result }))).toEqual(['reached', 'refused'])
  expect(isHeard({ direction: 'in', result: undefined })).toBe(true)
})

test('the deadlines count the same attempts as heard as the screen does', () => {
  for (const direction of ['in', 'out'] as const)
    for (const result of CONTACT_RESULTS) {
      const made = patch(LANE, 'contactAttempt', testId(700), { on: localDate('2026-11-20'), way: 'phone', direction, result })
      const [fact] = matterFacts([...applied(new Map(), [made]).values()]).contacts
      expect([direction, result, fact?.heard]).toEqual([direction, result, isHeard({ direction, result })])
    }
})

test('who comes to us is heard, whatever else was chosen', () => {
  expect(recordContact({ ...rang, direction: 'in', result: '' }, now)).toMatchObject({
    value: { set: { direction: 'in', result: 'reached' } },
  })
})

test('tries are counted since she was last heard from', () => {
  const attempt = (n: number, day: string, result: 'reached' | 'no_answer') =>
    patch(LANE, 'contactAttempt', testId(700 + n), { on: localDate(day), way: 'phone', direction: 'out', result })
  const view = readCase(
    applied(aCase(), [attempt(1, '2026-11-01', 'no_answer'), attempt(2, '2026-11-05', 'reached'), attempt(3, '2026-11-10', 'no_answer')]),
  )
  expect(lastHeard(view?.contactAttempts ?? [])).toMatchObject({ heard: { on: '2026-11-05' }, triesSince: 1 })
  expect(lastHeard([])).toEqual({ heard: undefined, triesSince: 0 })
})
