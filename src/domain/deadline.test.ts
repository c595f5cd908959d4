// What a done mark closes (DESIGN.md 3), and the seven further rules of DOMAIN.md 3.3.

import { describe, expect, it } from 'vitest'
import {
  aLetter,
  all,
  aMark,
  aNotice,
  aPlan,
  closedBy,
  isOpen,
  LETTER,
  MARK,
  NOTICE,
  name,
  onBasis,
  PLAN,
  TEST_PACK,
  testRule,
  the,
} from './deadline-builders.ts'
import type { Matter } from './deadline-facts.ts'
import type { RuleCode } from './deadline-rules.ts'
import { WEEKDAYS_OFFICE } from './deadline-vectors.ts'
import { standing } from './deadlines.ts'
import { localDate as D, type Id } from './ids.ts'

describe('a done mark', () => {
  const served = aNotice({ kind: 'petition_copy', servedDate: D('2026-11-20') })
  const scheduled = aNotice({ kind: 'eviction_scheduled', scheduledAt: D('2026-11-30') })
  const cases: readonly (readonly [RuleCode, Id, string, Partial<Matter>])[] = [
    ['D1', NOTICE, '2026-11-20', { inquiries: [aNotice()] }],
    ['D2', LETTER, '2026-11-20', { letters: [aLetter()] }],
    ['D6', NOTICE, '2026-11-20', { inquiries: [aNotice()] }],
    ['D4', NOTICE, '2026-11-20', { inquiries: [served] }],
    ['D7', PLAN, '2026-09-01', { plans: [aPlan()] }],
    ['D8', PLAN, '2027-03-01', { plans: [aPlan()] }],
    ['D9', NOTICE, '2026-11-30', { inquiries: [scheduled] }],
    ['D10', NOTICE, '2026-11-18', { inquiries: [aNotice({ kind: 'eviction_done', executedAt: D('2026-11-18') })] }],
    ['D13', name('k'), '2026-12-05', { consents: [{ id: name('k'), validTo: D('2026-12-05') }] }],
    ['D14', name('H'), '2026-12-06', { tenancies: [{ id: name('H'), status: 'active', endDate: D('2026-12-06') }] }],
  ]
  it.each(cases)('closes %s when its basis date is still the record’s', (rule, basis, basisDate, matter) => {
    expect(the(rule, { ...matter, ...aMark(rule, basis, basisDate) })).toMatchObject(closedBy(MARK))
    expect(the(rule, { ...matter, ...aMark(rule, name('O'), basisDate) })).toMatchObject(isOpen)
    expect(the(rule, { ...matter, ...aMark(rule === 'D1' ? 'D2' : 'D1', basis, basisDate) })).toMatchObject(isOpen)
  })
  it.each(cases.slice(0, 3))('closes %s also when its basis date has moved since', (rule, basis, _, matter) => {
    expect(the(rule, { ...matter, ...aMark(rule, basis, '2026-11-17') })).toMatchObject({ ...closedBy(MARK), basisDate: '2026-11-17' })
  })
  it.each(cases.slice(3))('does not close %s when its basis date has moved since', (rule, basis, _, matter) => {
    expect(the(rule, { ...matter, ...aMark(rule, basis, '2026-11-17') })).toMatchObject(isOpen)
  })
})

describe('the further rules of DOMAIN.md 3.3', () => {
  it('(1) D1 runs from the first receipt, and the new district sees its own receipt beside it', () => {
    const forwarded = aNotice({ receivedDate: D('2026-11-24'), firstReceivedDate: D('2026-11-20') })
    expect(the('D1', { inquiries: [forwarded] })).toMatchObject({
      basisDate: '2026-11-20',
      dueOn: '2026-11-25',
      receivedHereOn: '2026-11-24',
    })
  })
  it('(2) a notice received on a holiday counts as received that day, and counting starts at the next workday', () => {
    expect(the('D1', { inquiries: [aNotice({ receivedDate: D('2026-04-02') })] })).toMatchObject({
      basisDate: '2026-04-02',
      counted: { days: ['2026-04-07', '2026-04-08', '2026-04-09'] },
    })
  })
  it('(3) a second notice of the same kind on the same home within 30 days is still owed a letter, and names the first', () => {
    const first = aNotice({ id: name('F'), receivedDate: D('2026-10-21'), tenancy: name('H') })
    const second = aNotice({ tenancy: name('H') })
    expect(onBasis('D1', NOTICE, { inquiries: [second, first] })).toMatchObject({ ...isOpen, sameNoticeAs: name('F') })
    const others = [{ receivedDate: D('2026-10-20') }, { tenancy: name('O') }, { kind: 'petition_copy' }] as const
    for (const more of others) expect(onBasis('D1', NOTICE, { inquiries: [second, { ...first, ...more }] })?.sameNoticeAs).toBeUndefined()
    expect(onBasis('D1', name('F'), { inquiries: [second, first] })?.sameNoticeAs).toBeUndefined()
  })
  it('(4) a corrected receipt moves an open D1 and never reopens one that is done', () => {
    expect(the('D1', { inquiries: [aNotice({ receivedDate: D('2026-11-18') })] })).toMatchObject({ ...isOpen, dueOn: '2026-11-23' })
    const corrected = { inquiries: [aNotice({ receivedDate: D('2026-11-18') })], ...aMark('D1', NOTICE, '2026-11-20') }
    expect(the('D1', corrected)).toMatchObject({ ...closedBy(MARK), basisDate: '2026-11-20', dueOn: '2026-11-25' })
  })
  it('(5) a closed task keeps the rule version that made it', () => {
    const two = testRule('D1', { workdays: 2, kinds: ['arrears_notice'], sameNoticeWithinDays: 30 }, { version: 'two' })
    const packs = [TEST_PACK, { pack: 'lokal', rules: { D1: [two] } } as const]
    const d1 = (matter: Partial<Matter>) => all({ inquiries: [aNotice()], ...matter }, packs).find(({ rule }) => rule === 'D1')
    expect(d1({})).toMatchObject({ ruleVersion: 'two', dueOn: '2026-11-24' })
    expect(d1(aMark('D1', NOTICE, '2026-11-20', 'test-D1'))).toMatchObject({ ruleVersion: 'test-D1', dueOn: '2026-11-25' })
    expect(d1(aMark('D1', NOTICE, '2026-11-20', 'unknown here'))).toMatchObject({ ruleVersion: 'two' })
  })
  it('(6) every deadline carries its count, from its basis date', () => {
    const everything = all({ inquiries: [aNotice()], letters: [aLetter({ copiesDecided: false })], plans: [aPlan()] })
    expect(everything.map(({ rule }) => rule).sort()).toEqual(['D1', 'D2', 'D3', 'D6', 'D7', 'D8'])
    for (const { counted, basisDate } of everything) {
      expect(counted.from).toBe(basisDate)
      expect(counted.days.length).toBeGreaterThan(0)
    }
  })
  it('(7) a task past its day is late, counted in workdays, on the date it always had', () => {
    const d1 = the('D1', { inquiries: [aNotice()] })
    expect(d1 && standing(d1, D('2026-12-07'), WEEKDAYS_OFFICE)).toEqual({ kind: 'late', workdays: 8 })
  })
})
