// The engine against the 59 vectors of DOMAIN.md 3.4 and the demo homes, and what it says against today.
// What opens and closes each rule is in the tests beside each file of rules.

import { describe, expect, it } from 'vitest'
import type { Deadline } from './deadline.ts'
import { aLetter, aNotice, aPlan, name, TEST_PACK, the } from './deadline-builders.ts'
import { EMPTY_MATTER, type Matter } from './deadline-facts.ts'
import type { RuleCode } from './deadline-rules.ts'
import { answerTo, SATURDAY_OFFICE, VECTORS, WEEKDAYS_OFFICE } from './deadline-vectors.ts'
import { deadlinesOf, isOpenOn, nearest, standing } from './deadlines.ts'
import { localDate as D } from './ids.ts'

const PACKS = [TEST_PACK]
const notice = aNotice()
const one = (matter: Partial<Matter>, rule: RuleCode, calendar = WEEKDAYS_OFFICE): Deadline => {
  const found = deadlinesOf({ matter: { ...EMPTY_MATTER, ...matter }, calendar, packs: PACKS }).find((deadline) => deadline.rule === rule)
  if (!found) throw new Error(`no ${rule}`)
  return found
}

const testine = aNotice({ kind: 'petition_copy', noticeDate: D('2026-11-17'), receivedDate: D('2026-11-19') })
const heardFromTestine = {
  letters: [aLetter({ template: 'L1', sentDate: D('2026-11-19') })],
  contacts: [{ id: name('c'), on: D('2026-11-20'), heard: true }],
}
const prove = {
  letters: [aLetter({ sentDate: D('2026-11-04') })],
  contacts: ['2026-11-11', '2026-11-12'].map((on, i) => ({ id: name(`${i}`), on: D(on), heard: false })),
}
const kulisse = aNotice({ kind: 'eviction_done', receivedDate: D('2026-11-18'), executedAt: D('2026-11-18') })

describe('the vectors of DOMAIN.md 3.4', () => {
  it('are all here: 59 rows, the Saturday column, and 44 with 24 December closed', () => {
    expect(VECTORS).toHaveLength(59 + 25 + 1)
    expect(new Set(VECTORS.map(({ no }) => no)).size).toBe(VECTORS.length)
  })

  it.each(VECTORS)('vector $no: $rule is due $expected.dueOn', (vector) => {
    const answer = answerTo(vector, PACKS)
    expect(answer).toMatchObject({ ...vector.expected, isEstimate: vector.isEstimate ?? false })
    expect(answer?.lastOfficeDay).toBe(vector.expected.lastOfficeDay)
    if (vector.counted) expect(answer?.counted.days).toEqual(vector.counted)
  })
})

describe('the count behind a date', () => {
  it('a notice received on a Friday must be answered by Wednesday, counting Monday, Tuesday and Wednesday', () => {
    expect(one({ inquiries: [notice] }, 'D1').counted).toEqual({
      unit: 'workdays',
      amount: 3,
      from: '2026-11-20',
      days: ['2026-11-23', '2026-11-24', '2026-11-25'],
      skipped: [
        { on: '2026-11-21', because: 'saturday' },
        { on: '2026-11-22', because: 'sunday' },
      ],
    })
  })

  it('a notice received on a Sunday counts as received that day and is counted from Monday', () => {
    const deadline = one({ inquiries: [{ ...notice, receivedDate: D('2026-11-22') }] }, 'D1')
    expect(deadline.basisDate).toBe('2026-11-22')
    expect(deadline.counted.days[0]).toBe('2026-11-23')
  })

  it('holidays and closed days are named among the days passed over', () => {
    const calendar = { saturdayIsWorkday: false, closedDays: [D('2026-12-24')] }
    const { counted } = one({ inquiries: [{ ...notice, receivedDate: D('2026-12-23') }] }, 'D1', calendar)
    expect(counted.skipped).toEqual([
      { on: '2026-12-24', because: 'closed' },
      { on: '2026-12-25', because: 'christmas_day' },
      { on: '2026-12-26', because: 'second_christmas_day' },
      { on: '2026-12-27', because: 'sunday' },
    ])
  })

  it('the safe and the legal day of a tenant say which days lie between them', () => {
    const petition = { ...notice, kind: 'petition_copy', servedDate: D('2026-11-21') } as const
    const { counted } = one({ inquiries: [petition] }, 'D4')
    expect(counted.days).toEqual(['2026-12-05'])
    expect(counted.skipped.map(({ because }) => because)).toEqual(['saturday', 'sunday'])
  })

  it('a duty that arises on a working Saturday is due that day, and no office day before it is offered', () => {
    const duty = one({ inquiries: [{ ...notice, receivedDate: D('2026-11-21') }] }, 'D6', SATURDAY_OFFICE)
    expect(duty).toMatchObject({ dueOn: '2026-11-21', counted: { skipped: [] } })
    expect(duty.lastOfficeDay).toBeUndefined()
  })
})

describe('the demo homes of DOMAIN.md 6.3, as they stand on 22 November 2026', () => {
  it.each<[string, RuleCode, Partial<Matter>, Partial<Deadline>]>([
    ['Testine is to be written to', 'D1', { inquiries: [testine] }, { dueOn: D('2026-11-24') }],
    ['Testine can answer the namsfogd', 'D4', { inquiries: [testine] }, { safeOn: D('2026-12-01'), isEstimate: true }],
    ['Testine may be evicted', 'D5', { inquiries: [testine] }, { dueOn: D('2026-12-08'), windowUntil: D('2026-12-15') }],
    ['Testine has called', 'D2', heardFromTestine, { opensOn: D('2026-11-26'), state: 'closed' }],
    ['Prøve is to be written to', 'D1', { inquiries: [aNotice({ receivedDate: D('2026-10-30') })] }, { dueOn: D('2026-11-04') }],
    ['Prøve was not reached', 'D6', prove, { dueOn: D('2026-11-16'), needs: ['special_assessment'] }],
    ['Mønster is to be contacted', 'D2', { letters: [aLetter({ sentDate: D('2026-10-21') })] }, { dueOn: D('2026-10-28') }],
    ['Kulisse can fetch his things', 'D10', { inquiries: [kulisse] }, { safeOn: D('2026-12-02') }],
    ["Einar's plan is to be reviewed", 'D7', { plans: [aPlan()] }, { dueOn: D('2026-12-01'), opensOn: D('2026-11-17') }],
  ])('%s (%s)', (_, rule, matter, expected) => {
    expect(the(rule, matter)).toMatchObject(expected)
  })
})

describe('against today', () => {
  const d1 = one({ inquiries: [notice] }, 'D1')
  const d9 = one({ inquiries: [{ ...notice, kind: 'eviction_scheduled', scheduledAt: D('2026-11-30') }] }, 'D9')
  const at = (deadline: Deadline, today: string) => standing(deadline, D(today), WEEKDAYS_OFFICE)

  it('a task is ahead, due today or late, counted in workdays, and its date never moves', () => {
    expect(at(d1, '2026-11-20')).toEqual({ kind: 'ahead', workdays: 3 })
    expect(at(d1, '2026-11-25')).toEqual({ kind: 'today' })
    expect(at(d1, '2026-11-27')).toEqual({ kind: 'late', workdays: 2 })
    expect(at(d1, '2026-11-29')).toEqual({ kind: 'late', workdays: 2 })
    expect(d1.dueOn).toBe('2026-11-25')
  })

  it("a landlord's earliest date that has passed is not somebody's lateness", () => {
    const d3 = one({ inquiries: [{ ...notice, noticeDate: D('2026-11-18') }] }, 'D3')
    expect(at(d3, '2026-12-03')).toEqual({ kind: 'passed', workdays: 1 })
  })

  it('past the safe day, what is left until the legal last day is still said', () => {
    const d4 = one({ inquiries: [{ ...notice, kind: 'petition_copy', servedDate: D('2026-11-21') }] }, 'D4')
    expect(at(d4, '2026-12-05')).toEqual({ kind: 'late', workdays: 0, stillUntil: '2026-12-07' })
    expect(at(d4, '2026-12-08')).toEqual({ kind: 'late', workdays: 2 })
  })

  it('inside the window of an estimated eviction the end of the window is said', () => {
    const d5 = one({ inquiries: [{ ...notice, kind: 'petition_copy', noticeDate: D('2026-11-17') }] }, 'D5')
    expect([d5.dueOn, d5.windowUntil]).toEqual(['2026-12-08', '2026-12-15'])
    expect(at(d5, '2026-12-09')).toEqual({ kind: 'passed', workdays: 1, stillUntil: '2026-12-15' })
  })

  it('a task is on the list from the day it opens', () => {
    const d2 = one({ letters: [aLetter()] }, 'D2')
    expect(isOpenOn(d2, D('2026-11-26'))).toBe(false)
    expect(isOpenOn(d2, D('2026-11-27'))).toBe(true)
  })

  it('a closed task is not on the list', () => {
    const closed = one({ inquiries: [{ ...notice, isClosed: true, closeReason: 'duplicate' }] }, 'D1')
    expect(isOpenOn(closed, D('2026-11-25'))).toBe(false)
  })

  it('the reminder of an eviction stays until the eviction day has passed, then it is over by itself', () => {
    expect([d9.dueOn, d9.lastsUntil]).toEqual(['2026-11-27', '2026-11-30'])
    expect(['2026-11-26', '2026-11-27', '2026-11-30', '2026-12-01'].map((day) => isOpenOn(d9, D(day)))).toEqual([false, true, true, false])
  })

  it('the nearest deadline is the late one, then the next, opened or not', () => {
    const late = one({ inquiries: [notice] }, 'D1')
    const next = one({ plans: [aPlan()] }, 'D7')
    expect(nearest([next, late], D('2026-11-27'))).toBe(late)
    expect(nearest([next], D('2026-10-01'))).toBe(next)
  })

  it("passed dates that are nobody's task, closed and finished ones are never the nearest", () => {
    const d3 = one({ inquiries: [{ ...notice, noticeDate: D('2026-11-18') }] }, 'D3')
    expect(nearest([d3], D('2026-12-02'))).toBe(d3)
    expect(nearest([d3], D('2026-12-03'))).toBeUndefined()
    expect(nearest([d9], D('2026-12-01'))).toBeUndefined()
    expect(nearest([{ ...d1, state: 'closed', closedBy: name('X') }], D('2026-11-20'))).toBeUndefined()
  })
})
