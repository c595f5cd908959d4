// How a debt is paid down: both ways round, on the right days, and always the whole of it.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localDate } from './ids.ts'
import { type ArrangementForm, reckon, saveArrangement } from './payment-form.ts'
import { dueDates, MOST_TERMS, perTermOf, schedule, termsOf } from './payment-terms.ts'
import { idsFrom, LANE, MARIT, TODAY } from './visit-fixture.ts'

const form: ArrangementForm = {
  creditor: 'Utleier Demo',
  total: '26 000',
  payNow: '',
  by: 'perTerm',
  perTerm: '4 334',
  terms: '',
  dueDay: '15',
  firstDate: '2026-12-15',
  how: 'invoice',
}
const save = (part: Partial<ArrangementForm>) =>
  saveArrangement({ ...form, ...part }, { lane: LANE, today: TODAY, me: MARIT, newId: idsFrom(7500) })

test('so much each time gives how many times, and so many times gives how much', () => {
  expect(termsOf(2_600_000, 433_400)).toEqual({ ok: true, value: { perTerm: 433_400, terms: 6, last: 433_000 } })
  expect(perTermOf(2_600_000, 6)).toEqual({ ok: true, value: { perTerm: 433_400, terms: 6, last: 433_000 } })
  expect(reckon({ ...form, by: 'terms', terms: '6' })).toEqual(reckon(form))
})

test('both ways round the terms add up to the whole debt, the last is never more than the others, and none is nothing', () => {
  const rest = fc.integer({ min: 1, max: 500_000_000 })
  fc.assert(
    fc.property(rest, fc.integer({ min: 1, max: MOST_TERMS }), fc.integer({ min: 1, max: 500_000_000 }), (ore, times, each) => {
      for (const found of [perTermOf(ore, times), termsOf(ore, each)]) {
        if (!found.ok) continue
        const { perTerm, terms, last } = found.value
        expect(perTerm * (terms - 1) + last).toBe(ore)
        expect(last > 0 && last <= perTerm && terms >= 1 && terms <= MOST_TERMS).toBe(true)
      }
      const byTimes = perTermOf(ore, times)
      expect(byTimes.ok ? byTimes.value.terms : byTimes.refusal.kind).toBe(byTimes.ok ? times : 'tooSmall')
    }),
  )
})

test('a day a month lacks is the last day of that month, and comes back in the next', () => {
  expect(dueDates(localDate('2026-12-31'), 31, 5)).toEqual(['2026-12-31', '2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30'])
  expect(dueDates(localDate('2027-02-28'), 31, 2)).toEqual(['2027-02-28', '2027-03-31'])
  expect(dueDates(localDate('2028-01-31'), 30, 2)).toEqual(['2028-01-31', '2028-02-29'])
  expect(dueDates(localDate('2026-11-24'), 1, 3)).toEqual(['2026-11-24', '2026-12-01', '2027-01-01'])
})

test('the days come one a month, in order, however long it lasts', () => {
  const first = fc.integer({ min: 1, max: 28 }).map((day) => localDate(`2027-01-${String(day).padStart(2, '0')}`))
  fc.assert(
    fc.property(first, fc.integer({ min: 1, max: 31 }), fc.integer({ min: 1, max: MOST_TERMS }), (from, day, terms) => {
      const days = dueDates(from, day, terms)
      expect(days).toHaveLength(terms)
      expect([...days].sort()).toEqual(days)
      expect(new Set(days.map((on) => on.slice(0, 7))).size).toBe(terms)
    }),
  )
})

test('what is paid at once stands first, on the day it begins, and the rest after it', () => {
  const of = { perTerm: 100, terms: 2, last: 50 }
  expect(schedule(of, { first: localDate('2026-12-15'), dueDay: 15, payNow: 30, begins: TODAY })).toEqual([
    { due: TODAY, amount: 30, order: 0 },
    { due: '2026-12-15', amount: 100, order: 1 },
    { due: '2027-01-15', amount: 50, order: 2 },
  ])
})

test('a proposal holds all that was reckoned, and nobody has said yes to it yet', () => {
  const saved = save({ payNow: '2 000', perTerm: '4 000' })
  expect(saved.ok && saved.value.set).toEqual({
    creditor: 'Utleier Demo',
    total: 2_600_000,
    payNow: 200_000,
    perTerm: 400_000,
    terms: 6,
    last: 400_000,
    dueDay: 15,
    firstDate: '2026-12-15',
    lastDate: '2027-05-15',
    how: 'invoice',
    status: 'proposed',
    negotiatedBy: MARIT,
  })
  expect(save({ dueDay: '' })).toMatchObject({ value: { set: { dueDay: 15 } } })
  expect(save({ firstDate: TODAY })).toMatchObject({ ok: true })
})

test.each<[Partial<ArrangementForm>, string]>([
  [{ creditor: ' ' }, 'needsCreditor'],
  [{ total: '' }, 'badTotal'],
  [{ total: '0' }, 'badTotal'],
  [{ total: 'mye' }, 'badTotal'],
  [{ payNow: 'litt' }, 'badPayNow'],
  [{ payNow: '26 000' }, 'payNowTooMuch'],
  [{ perTerm: '' }, 'badPerTerm'],
  [{ perTerm: '0' }, 'badPerTerm'],
  [{ perTerm: '26 000,01' }, 'perTermAboveTotal'],
  [{ payNow: '25 000', perTerm: '1 001' }, 'perTermAboveTotal'],
  [{ perTerm: '700' }, 'tooManyTerms'],
  [{ by: 'terms', terms: '' }, 'badTerms'],
  [{ by: 'terms', terms: '0' }, 'badTerms'],
  [{ by: 'terms', terms: '37' }, 'tooManyTerms'],
  [{ by: 'terms', total: '0,05', terms: '36' }, 'tooSmall'],
  [{ dueDay: '32' }, 'badDueDay'],
  [{ dueDay: '0' }, 'badDueDay'],
  [{ firstDate: '' }, 'needsFirst'],
  [{ firstDate: '2026-11-23' }, 'firstPast'],
])('%j is refused as %s', (part, kind) => expect(save(part)).toMatchObject({ refusal: { kind } }))
