// What opens and closes the deadlines of things that run out (DESIGN.md 3).

import { describe, expect, it } from 'vitest'
import { all, aMark, aPlan, CASE, closedBy, isOpen, MARK, name, PLAN, the } from './deadline-builders.ts'
import { isOpenOn } from './deadlines.ts'
import { localDate as D } from './ids.ts'

describe('D7 and D8, the plan', () => {
  it('opens two weeks before the review and a month before the end', () => {
    expect(the('D7', { plans: [aPlan()] })).toMatchObject({ ...isOpen, opensOn: '2026-11-17', dueOn: '2026-12-01' })
    expect(the('D8', { plans: [aPlan()] })).toMatchObject({ ...isOpen, opensOn: '2027-01-30', dueOn: '2027-03-01' })
  })
  it('a review closes this round and opens the next, whatever was marked before', () => {
    const marked = aMark('D7', PLAN, '2026-09-01')
    expect(the('D7', { plans: [aPlan()], ...marked })).toMatchObject(closedBy(MARK))
    const reviewed = aPlan({ lastReviewOn: D('2026-11-30'), reviewEveryMonths: 2 })
    expect(the('D7', { plans: [reviewed], ...marked })).toMatchObject({ ...isOpen, nominalOn: '2027-01-30', dueOn: '2027-01-29' })
  })
  it.each(['renewed', 'completed', 'ended_by_resident', 'ended_by_service'] as const)('a plan that is %s closes both', (status) => {
    const matter = { plans: [aPlan({ status })] }
    expect([the('D7', matter), the('D8', matter)]).toMatchObject([closedBy(PLAN), closedBy(PLAN)])
  })
  it('a plan that ran out without a review is still a task', () => {
    expect(the('D8', { plans: [aPlan({ status: 'expired' })] })).toMatchObject(isOpen)
  })
  it('a pause does not stop the clock, and a plan nobody has agreed to has none', () => {
    expect(all({ plans: [aPlan({ status: 'paused' })] })).toMatchObject([isOpen, isOpen])
    expect(all({ plans: [aPlan({ status: 'offered' })] })).toEqual([])
  })
})

describe('D10 to D14', () => {
  it('D10 is over by itself when the 14 days have passed', () => {
    const executed = { id: CASE, type: 'eviction_rental', stage: 'executed', inquiries: [], executedAt: D('2026-11-18') } as const
    const d10 = the('D10', { evictionCases: [executed] })
    expect(d10).toMatchObject({ ...isOpen, kind: 'tenants', dueOn: '2026-12-02' })
    expect(d10 && [isOpenOn(d10, D('2026-12-02')), isOpenOn(d10, D('2026-12-03'))]).toEqual([true, false])
  })
  it('D11 is the landlord’s earliest date, unrolled; D12 the tenant’s month with a safe and a legal day', () => {
    const warning = { id: name('w'), on: D('2026-12-11') }
    expect(the('D11', { creditorWarnings: [warning] })).toMatchObject({ ...isOpen, kind: 'theirs', isTask: false, dueOn: '2026-12-25' })
    expect(the('D11', { creditorWarnings: [{ ...warning, settledBy: CASE }] })).toMatchObject(closedBy(CASE))
    expect(the('D12', { quitNotices: [warning] })).toMatchObject({ ...isOpen, kind: 'tenants', isTask: false, safeOn: '2027-01-11' })
    expect(the('D12', { quitNotices: [{ ...warning, settledBy: CASE }] })).toMatchObject(closedBy(CASE))
  })
  it('D13: a safety flag is reviewed by its date, or six months after it was set, and again after every review', () => {
    const flag = { id: name('f'), level: 'two_workers', setOn: D('2026-06-12') } as const
    expect(the('D13', { safety: [flag] })).toMatchObject({ ...isOpen, nominalOn: '2026-12-12', dueOn: '2026-12-11', opensOn: '2026-11-12' })
    const dated = { ...flag, reviewBy: D('2026-12-01') }
    expect(the('D13', { safety: [dated], ...aMark('D13', flag.id, '2026-12-01') })).toMatchObject(closedBy(MARK))
    const again = { ...flag, reviewBy: D('2027-03-01') }
    expect(the('D13', { safety: [again], ...aMark('D13', flag.id, '2026-12-01') })).toMatchObject({ ...isOpen, dueOn: '2027-03-01' })
    expect(all({ safety: [{ ...dated, level: 'none' }] })).toEqual([])
  })
  it('D13: a transfer nobody has confirmed after one workday is a task until the receipt comes', () => {
    const transfer = { id: name('T'), sentOn: D('2026-11-20') }
    expect(the('D13', { transfers: [transfer] })).toMatchObject({ ...isOpen, opensOn: '2026-11-23', dueOn: '2026-11-23' })
    const confirmed = { ...transfer, receiptConfirmedOn: D('2026-11-23') }
    expect(the('D13', { transfers: [confirmed] })).toMatchObject(closedBy(name('T')))
  })
  it.each(['consents', 'guardians'] as const)('D13: %s are renewed before they run out, and asked for no more afterwards', (list) => {
    const expiring = { id: name('k'), validTo: D('2026-12-05') }
    const d13 = the('D13', { [list]: [expiring] })
    expect(d13).toMatchObject({ ...isOpen, opensOn: '2026-11-05', dueOn: '2026-12-04' })
    expect(d13 && [isOpenOn(d13, D('2026-12-05')), isOpenOn(d13, D('2026-12-06'))]).toEqual([true, false])
    expect(the('D13', { [list]: [{ ...expiring, endedBy: name('a') }] })).toMatchObject(closedBy(name('a')))
    expect(all({ [list]: [{ id: name('k') }] })).toEqual([])
  })
  it('D14: a fixed-term lease opens 90 days before it ends and closes when it has; an open-ended one has no such day', () => {
    const lease = { id: name('H'), status: 'active', endDate: D('2026-12-06'), termKind: 'fixed' } as const
    expect(the('D14', { tenancies: [lease] })).toMatchObject({ ...isOpen, opensOn: '2026-09-07', dueOn: '2026-12-04' })
    expect(the('D14', { tenancies: [{ ...lease, status: 'ended' }] })).toMatchObject(closedBy(lease.id))
    expect(all({ tenancies: [{ ...lease, termKind: 'open_ended' }] })).toEqual([])
  })
})
