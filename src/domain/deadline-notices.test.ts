// What opens and closes the letter, the contact attempt and the earliest petition (DESIGN.md 3).

import { describe, expect, it } from 'vitest'
import { aLetter, aNotice, CALL, CASE, closedBy, isOpen, LETTER, NOTICE, name, onBasis, the } from './deadline-builders.ts'
import type { InquiryFact, Matter } from './deadline-facts.ts'
import { localDate as D, type Id } from './ids.ts'

describe('D1, the letter', () => {
  it.each(['L1', 'L2', 'L3'] as const)('closes when %s is sent with its copy decided', (template) => {
    expect(the('D1', { inquiries: [aNotice()], letters: [aLetter({ template })] })).toMatchObject(closedBy(LETTER))
  })
  it('stays open while the copy is undecided, while the letter is unsent, and for another letter or notice', () => {
    const stays = [
      { copiesDecided: false },
      { sentDate: undefined },
      { template: 'L5' },
      { inquiry: name('O') },
      { inquiry: undefined },
    ] as const
    for (const more of stays) expect(the('D1', { inquiries: [aNotice()], letters: [aLetter(more)] })).toMatchObject(isOpen)
  })
  it('is owed even though the notice is closed as paid, and not when it is a duplicate or has no basis', () => {
    const closedAs = (closeReason: InquiryFact['closeReason']) => the('D1', { inquiries: [aNotice({ isClosed: true, closeReason })] })
    expect(closedAs('resolved_paid')).toMatchObject(isOpen)
    expect(closedAs('duplicate')).toMatchObject(closedBy(NOTICE))
    expect(closedAs('no_basis')).toMatchObject(closedBy(NOTICE))
  })
  it('is ours until the other district has confirmed that it has the notice', () => {
    const transfer = { id: name('T'), inquiry: NOTICE, sentOn: D('2026-11-20') }
    expect(the('D1', { inquiries: [aNotice()], transfers: [transfer] })).toMatchObject(isOpen)
    const confirmed = { ...transfer, receiptConfirmedOn: D('2026-11-23') }
    expect(the('D1', { inquiries: [aNotice()], transfers: [confirmed] })).toMatchObject(closedBy(name('T')))
  })
  it('is not asked for when the resident herself calls', () => {
    expect(the('D1', { inquiries: [aNotice({ kind: 'self_referral' })] })).toBeUndefined()
  })
})

describe('D2, contact after a week of silence', () => {
  const contact = (on: string, heard: boolean, inquiry?: Id) => ({ contacts: [{ id: CALL, on: D(on), heard, inquiry }] })
  const base = { inquiries: [aNotice()], letters: [aLetter()] }
  const d2 = (more: Partial<Matter>) => the('D2', { ...base, ...more })

  it('opens by itself when a first letter is sent, and not for a letter to somebody else', () => {
    expect(d2({})).toMatchObject({ ...isOpen, basis: LETTER, basisType: 'letter', opensOn: '2026-11-27' })
    expect(d2({ letters: [aLetter({ template: 'L9' })] })).toBeUndefined()
  })
  it('closes by anything heard after the letter, about whichever notice', () => {
    expect(d2(contact('2026-11-21', true))).toMatchObject(closedBy(CALL))
    expect(d2(contact('2026-11-21', true, name('O')))).toMatchObject(closedBy(CALL))
    expect(d2(contact('2026-11-19', true))).toMatchObject(isOpen)
  })
  it('closes by an attempt on or after the day it opens, not by an earlier one or one about another notice', () => {
    expect(d2(contact('2026-11-26', false))).toMatchObject(isOpen)
    expect(d2(contact('2026-11-27', false))).toMatchObject(closedBy(CALL))
    expect(d2(contact('2026-11-27', false, name('O')))).toMatchObject(isOpen)
  })
  it('closes by a second letter sent once it is open', () => {
    const second = (on: string) => ({ letters: [aLetter(), aLetter({ id: name('S'), template: 'L5', sentDate: D(on) })] })
    expect(d2(second('2026-11-26'))).toMatchObject(isOpen)
    expect(d2(second('2026-11-27'))).toMatchObject(closedBy(name('S')))
  })
  it('closes when the notice is closed', () => {
    expect(d2({ inquiries: [aNotice({ isClosed: true, closeReason: 'resolved_paid' })] })).toMatchObject(closedBy(NOTICE))
  })
})

describe('D3, the earliest petition', () => {
  it('is a date and no task, an estimate when only our receipt is known', () => {
    expect(the('D3', { inquiries: [aNotice({ noticeDate: D('2026-11-18') })] })).toMatchObject({
      kind: 'theirs',
      isTask: false,
      isEstimate: false,
      dueOn: '2026-12-02',
    })
    expect(the('D3', { inquiries: [aNotice()] })).toMatchObject({ isEstimate: true, dueOn: '2026-12-04' })
  })
  it('is over when the petition has come', () => {
    const petition = aNotice({ id: name('O'), kind: 'petition_copy', receivedDate: D('2026-12-10') })
    expect(the('D3', { inquiries: [aNotice(), petition] })).toMatchObject(closedBy(name('O')))
    const elsewhere = { ...petition, tenancy: name('1') }
    expect(onBasis('D3', NOTICE, { inquiries: [aNotice({ tenancy: name('2') }), elsewhere] })).toMatchObject(isOpen)
    const evictionCase = { id: CASE, type: 'eviction_rental', stage: 'petitioned', inquiries: [NOTICE] } as const
    expect(the('D3', { inquiries: [aNotice()], evictionCases: [evictionCase] })).toMatchObject(closedBy(CASE))
    expect(the('D3', { inquiries: [aNotice()], evictionCases: [{ ...evictionCase, stage: 'notified' }] })).toMatchObject(isOpen)
  })
})
