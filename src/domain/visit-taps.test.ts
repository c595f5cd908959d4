// «Vil ikke kontaktes» is saved at the tap, once, and Ferdig adds nothing to it.

import { expect, test } from 'vitest'
import type { StepAnswer } from './answers.ts'
import type { Id } from './ids.ts'
import { localDate } from './ids.ts'
import { patch } from './records.ts'
import type { RecordRow } from './register.ts'
import { aCase, applied, LANE, MARIT, setsOf, TODAY, testId, VISIT, withRecord } from './visit-fixture.ts'
import { tapPatches } from './visit-taps.ts'
import { finished, one, step, viewOf } from './visit-writes-fixture.ts'

const STEP = step('answer', [{ kind: 'refusal' }, { kind: 'contactStop', when: ['no_contact'] }])
const said = (answer?: StepAnswer) => ({ screens: [{ key: 'answer', step: STEP }], answers: answer ? { answer } : {} })
const tapped = (before: ReturnType<typeof said>, after: ReturnType<typeof said>, rows: ReadonlyMap<Id, RecordRow> = aCase()) =>
  tapPatches(before, after, { view: viewOf(rows), rows, visit: VISIT, me: MARIT, myName: 'Marit', today: TODAY, seen: {} })
const STOP = { since: TODAY, scope: 'about_this_notice', saidTo: 'Marit', visit: VISIT }

test('the tap saves it with the day, the visit and whom she said it to', () => {
  expect(setsOf(tapped(said(), said(one('no_contact'))), 'resident')).toEqual([{ contactStop: STOP }])
  expect(tapped(said(), said(one('will_think')))).toEqual([])
  expect(tapped(said(one('no_contact')), said(one('no_contact')))).toEqual([])
  expect(tapped(said(), { ...said(one('no_contact')), screens: [] })).toEqual([])
})

test('Ferdig writes it only where the tap could not', () => {
  const after = applied(aCase(), tapped(said(), said(one('no_contact'))))
  expect(setsOf(finished([STEP], { answer: one('no_contact') }, { rows: after }).patches, 'resident')).toEqual([])
  expect(setsOf(finished([STEP], { answer: one('no_contact') }, { with: { myName: 'Marit' } }).patches, 'resident')).toEqual([
    { contactStop: STOP },
  ])
})

test('said again after a new notice it counts from today; the same day it is said once', () => {
  const before = (since: string) =>
    withRecord(aCase(), patch(LANE, 'resident', testId(10), { contactStop: { since: localDate(since), scope: 'all_visits' } }))
  expect(tapped(said(), said(one('no_contact')), before('2026-10-01'))).toHaveLength(1)
  expect(tapped(said(), said(one('no_contact')), before(TODAY))).toEqual([])
})

test('another answer takes back the stop of this visit alone', () => {
  const after = applied(aCase(), tapped(said(), said(one('no_contact'))))
  const taken = tapped(said(one('no_contact')), said(one('will_think')), after)
  expect(setsOf(taken, 'resident')).toEqual([{ contactStop: null }])
  expect(taken[0]?.seen?.contactStop).toHaveLength(1)
  const older = withRecord(aCase(), patch(LANE, 'resident', testId(10), { contactStop: { since: TODAY, scope: 'all_visits' } }))
  expect(tapped(said(one('no_contact')), said(), older)).toEqual([])
})
