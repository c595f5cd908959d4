// What opens and closes the dates of an eviction (DESIGN.md 3).

import { describe, expect, it } from 'vitest'
import { all, aMark, aNotice, CASE, closedBy, isOpen, MARK, NOTICE, name, the } from './deadline-builders.ts'
import { localDate as D } from './ids.ts'

describe('D4, the answer to the namsfogd', () => {
  const petition = aNotice({ kind: 'petition_copy', noticeDate: D('2026-11-17'), receivedDate: D('2026-11-19') })
  it('is counted from the date on the copy, as an estimate, until the day of service is known', () => {
    expect(the('D4', { inquiries: [petition] })).toMatchObject({ ...isOpen, safeOn: '2026-12-01', isEstimate: true, isTask: true })
    const served = { ...petition, servedDate: D('2026-11-20') }
    expect(the('D4', { inquiries: [served] })).toMatchObject({ safeOn: '2026-12-04', isEstimate: false })
    expect(the('D4', { inquiries: [{ ...petition, copyDate: D('2026-11-16') }] })).toMatchObject({ safeOn: '2026-11-30' })
  })
  it('closes when the objection is sent or confirmed not wanted, and when the eviction is off', () => {
    expect(the('D4', { inquiries: [{ ...petition, objectionSettledBy: name('O') }] })).toMatchObject(closedBy(name('O')))
    expect(the('D4', { inquiries: [{ ...petition, isClosed: true, closeReason: 'resolved_paid' }] })).toMatchObject(closedBy(NOTICE))
    expect(the('D4', { inquiries: [{ ...petition, isClosed: true, closeReason: 'help_declined' }] })).toMatchObject(isOpen)
    const averted = { id: CASE, type: 'eviction_rental', stage: 'averted', inquiries: [NOTICE] } as const
    expect(the('D4', { inquiries: [petition], evictionCases: [averted] })).toMatchObject(closedBy(CASE))
  })
  it('is counted once for a case and its notices, from the earliest day of service anybody wrote', () => {
    const evictionCase = { id: CASE, type: 'eviction_rental', stage: 'served', inquiries: [NOTICE, name('O')] } as const
    const matter = {
      inquiries: [petition, { ...petition, id: name('O'), servedDate: D('2026-11-23') }],
      evictionCases: [{ ...evictionCase, servedDate: D('2026-11-24') }],
    }
    expect(all(matter).filter(({ rule }) => rule === 'D4')).toMatchObject([{ basis: CASE, basisDate: '2026-11-23' }])
  })
  it('a mark made on the notice still counts when the notice becomes part of a case', () => {
    const evictionCase = { id: CASE, type: 'eviction_rental', stage: 'petitioned', inquiries: [NOTICE] } as const
    const marked = { inquiries: [petition], ...aMark('D4', NOTICE, '2026-11-17') }
    expect(the('D4', { ...marked, evictionCases: [evictionCase] })).toMatchObject({ basis: CASE, ...closedBy(MARK) })
  })
  it('does not speak of forced sales', () => {
    const sale = { id: CASE, type: 'forced_sale', stage: 'served', inquiries: [], servedDate: D('2026-11-20') } as const
    expect(all({ evictionCases: [sale] })).toEqual([])
  })
})

describe('D5 and D9, the eviction and the day before', () => {
  const evictionCase = { id: CASE, type: 'eviction_rental', stage: 'scheduled', inquiries: [NOTICE] } as const
  const told = aNotice({ kind: 'eviction_scheduled', noticeOfTimeSent: D('2026-11-16'), scheduledAt: D('2026-11-30') })
  const postponed = { ...evictionCase, stage: 'postponed' } as const

  it('the window gives way to the estimate, and the estimate to the set date', () => {
    const copy = aNotice({ kind: 'petition_copy', noticeDate: D('2026-11-17') })
    expect(the('D5', { inquiries: [copy] })).toMatchObject({ dueOn: '2026-12-08', windowUntil: '2026-12-15', isEstimate: true })
    const estimated = { ...copy, noticeOfTimeSent: D('2026-11-24') }
    expect(the('D5', { inquiries: [estimated] })).toMatchObject({ dueOn: '2026-12-08', isEstimate: true })
    expect(the('D5', { inquiries: [estimated] })?.windowUntil).toBeUndefined()
    expect(the('D5', { inquiries: [{ ...estimated, scheduledAt: D('2026-12-10') }] })).toMatchObject({
      dueOn: '2026-12-10',
      isEstimate: false,
    })
  })
  it('a later notice of time takes the place of an earlier one', () => {
    const moved = { ...told, id: name('O'), receivedDate: D('2026-11-24'), scheduledAt: D('2026-12-14') }
    expect(the('D9', { inquiries: [moved, told] })).toMatchObject({ basisDate: '2026-12-14', dueOn: '2026-12-11' })
  })
  it('an eviction postponed without a new date has neither date nor reminder', () => {
    const matter = { inquiries: [told], evictionCases: [postponed] }
    expect([the('D5', matter), the('D9', matter)]).toEqual([undefined, undefined])
  })
  it('a postponed eviction needs its reminder again, though the first was marked done', () => {
    const marked = aMark('D9', CASE, '2026-11-30')
    expect(the('D9', { evictionCases: [{ ...evictionCase, scheduledAt: D('2026-11-30') }], ...marked })).toMatchObject(closedBy(MARK))
    const moved = { evictionCases: [{ ...postponed, scheduledAt: D('2026-12-14') }], ...marked }
    expect(the('D9', moved)).toMatchObject({ ...isOpen, dueOn: '2026-12-11' })
  })
  it('both are over when the eviction is averted or carried out', () => {
    for (const done of [{ stage: 'averted' }, { executedAt: D('2026-11-30') }] as const) {
      const matter = { evictionCases: [{ ...evictionCase, scheduledAt: D('2026-11-30'), ...done }] }
      expect([the('D5', matter), the('D9', matter)]).toMatchObject([closedBy(CASE), closedBy(CASE)])
    }
  })
  it('help that has started or was declined does not stop an eviction, so its reminder stays', () => {
    for (const closeReason of ['help_started', 'help_declined'] as const)
      expect(the('D9', { inquiries: [{ ...told, isClosed: true, closeReason }] })).toMatchObject(isOpen)
  })
})
