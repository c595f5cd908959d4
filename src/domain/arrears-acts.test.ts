// What is owed: the amount is never guessed, never chosen between two, and never summed over two.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ArrearsForm, type ArrearsWith, arrearsTyped, payArrears, saveArrears } from './arrears-acts.ts'
import { readCase } from './case-view.ts'
import { owed } from './case-view-money.ts'
import type { Id } from './ids.ts'
import { localDate } from './ids.ts'
import { oreFrom, oreTyped } from './money.ts'
import { patch } from './records.ts'
import { type RecordRow, seenOf } from './register.ts'
import { aCase, applied, idsFrom, JON, LANE, MARIT, TODAY, testId } from './visit-fixture.ts'

const [FIRST, SECOND, THIRD] = [testId(301), testId(302), testId(303)]
const viewOf = (rows: ReadonlyMap<Id, RecordRow>) => readCase(rows)?.arrears ?? []
const with_ = (more: Partial<ArrearsWith> = {}): ArrearsWith => ({
  lane: LANE,
  today: TODAY,
  me: MARIT,
  newId: idsFrom(7200),
  tenancy: testId(99),
  ...more,
})
const rent: ArrearsForm = { what: 'rent', period: 'Oktober', amount: '8 400', dueDate: '', understood: '', source: '', reminderSent: '' }

test.each([
  ['8 400', 840_000],
  ['8400,50', 840_050],
  ['8400.5', 840_050],
  ['8.400', 840_000],
  ['1.234.567,89', 123_456_789],
  ['kr 8 400,-', 840_000],
  ['8400 kr', 840_000],
  ['0', 0],
  ['', undefined],
  ['åtte tusen', undefined],
  ['-5', undefined],
  ['8,400,00', undefined],
  ['12345678', undefined],
])('«%s» is %s øre', (typed, ore) => expect(oreFrom(typed)).toBe(ore))

test('an amount typed as it stands is the same amount', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 999_999_999 }), (ore) => oreFrom(oreTyped(ore)) === ore))
})

test('arrears are written with what, period, amount and home, and without an amount while nobody knows it', () => {
  const made = saveArrears(rent, with_())
  expect(made.ok && made.value[0]?.set).toEqual({ tenancy: testId(99), what: 'rent', period: 'Oktober', amount: 840_000 })
  const unknown = saveArrears({ ...rent, amount: ' ' }, with_())
  expect(unknown.ok && Object.keys(unknown.value[0]?.set ?? {})).toEqual(['tenancy', 'what', 'period'])
})

test.each<[Partial<ArrearsForm>, string]>([
  [{ what: '' }, 'pickWhat'],
  [{ period: ' ' }, 'needsPeriod'],
  [{ amount: 'mye' }, 'badAmount'],
  [{ amount: '0' }, 'noAmount'],
  [{ reminderSent: '2026-11-25' }, 'reminderAhead'],
])('%j is refused as %s', (form, kind) => expect(saveArrears({ ...rent, ...form }, with_())).toMatchObject({ refusal: { kind } }))

/** Marit and Jon wrote different amounts while both were offline. */
const twoAmounts = () => {
  const rows = applied(aCase(), [patch(LANE, 'arrears', FIRST, { period: 'To måneder', amount: 2_600_000, what: 'rent' })])
  return applied(rows, [patch(LANE, 'arrears', FIRST, { amount: 3_900_000 })], JON)
}

test('two amounts both stand, and neither is counted', () => {
  const [one] = viewOf(twoAmounts())
  expect(one).toMatchObject({ amount: undefined, amounts: [2_600_000, 3_900_000] })
  expect(owed([...viewOf(twoAmounts())])).toMatchObject({ sum: undefined, inTwo: 1, unknown: 0 })
})

test('the sum is of open arrears in one version; what is paid, unknown or in two versions is left out and counted as such', () => {
  const rows = applied(twoAmounts(), [
    patch(LANE, 'arrears', SECOND, { period: 'August', amount: 840_000 }),
    patch(LANE, 'arrears', THIRD, { period: 'September' }),
    patch(LANE, 'arrears', testId(304), { period: 'Juli', amount: 840_000, paidDate: localDate('2026-11-01') }),
  ])
  expect(owed(viewOf(rows))).toMatchObject({ sum: 840_000, inTwo: 1, unknown: 1, open: { length: 3 } })
})

test('whoever changes the period while two amounts stand leaves the amounts as they are', () => {
  const rows = twoAmounts()
  const [view] = viewOf(rows)
  const row = rows.get(FIRST)
  const saved = saveArrears({ ...arrearsTyped(view), period: 'September og oktober' }, with_({ row, view, seen: seenOf(row) }))
  expect(saved.ok && saved.value[0]?.set).toEqual({ period: 'September og oktober' })
  const after = applied(rows, saved.ok ? saved.value : [])
  expect(viewOf(after)[0]?.amounts).toEqual([2_600_000, 3_900_000])
})

test('paid is a day, and is taken back by one tap', () => {
  const rows = applied(aCase(), [patch(LANE, 'arrears', FIRST, { period: 'Juli', amount: 1 })])
  const paid = applied(rows, [payArrears(rows.get(FIRST) as RecordRow, TODAY)])
  expect(viewOf(paid)[0]?.paidDate).toBe(TODAY)
  const again = applied(paid, [payArrears(paid.get(FIRST) as RecordRow, undefined)])
  expect(viewOf(again)[0]?.paidDate).toBeUndefined()
  expect(readCase(paid)?.timeline.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['arrears', 'arrearsPaid']))
})

test('an amount can be taken away again, and an unchanged form writes nothing', () => {
  const rows = applied(aCase(), [patch(LANE, 'arrears', FIRST, { period: 'Juli', amount: 500, what: 'rent' })])
  const [view] = viewOf(rows)
  const row = rows.get(FIRST)
  const given = with_({ row, view, seen: seenOf(row) })
  expect(saveArrears(arrearsTyped(view), given)).toEqual({ ok: true, value: [] })
  const cleared = saveArrears({ ...arrearsTyped(view), amount: '' }, given)
  expect(cleared.ok && cleared.value[0]?.set).toEqual({ amount: null })
})
