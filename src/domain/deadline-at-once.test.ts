// What opens and closes the duties that cannot wait (DESIGN.md 3; O-1 to O-4).

import { describe, expect, it } from 'vitest'
import { aLetter, aNotice, CALL, closedBy, isOpen, LETTER, NOTICE, name, onBasis, the } from './deadline-builders.ts'
import type { InquiryFact, Matter } from './deadline-facts.ts'
import { localDate as D, type Id } from './ids.ts'

describe('D6, what cannot wait', () => {
  const assessed = (kind: Matter['assessments'][number]['kind'], inquiry?: Id) => ({
    assessments: [{ id: name('a'), kind, on: D('2026-11-20'), inquiry }],
  })
  const d6 = (notice: InquiryFact, more: Partial<Matter> = {}) => onBasis('D6', NOTICE, { inquiries: [notice], ...more })

  it('every notice is assessed at once, and the first assessment closes it', () => {
    expect(d6(aNotice())).toMatchObject({ ...isOpen, priority: 'now', needs: ['first_assessment'] })
    expect(d6(aNotice(), assessed('first', NOTICE))).toMatchObject(closedBy(name('a')))
    expect(d6(aNotice(), assessed('first'))).toMatchObject(closedBy(name('a')))
    expect(d6(aNotice(), assessed('first', name('O')))).toMatchObject(isOpen)
  })
  it('for a client the follow-up beyond the letter is assessed too', () => {
    expect(d6(aNotice({ isClient: true }), assessed('first'))).toMatchObject({ ...isOpen, needs: ['individual_followup'] })
    expect(d6(aNotice({ isClient: true }), assessed('individual_followup'))).toMatchObject(closedBy(name('a')))
  })
  it('forwarding closes it', () => {
    const transfers = [{ id: name('T'), inquiry: NOTICE, sentOn: D('2026-11-20') }]
    expect(d6(aNotice({ isClient: true }), { transfers })).toMatchObject(closedBy(name('T')))
  })
  it('a carried-out eviction asks for the written conclusion, and one conclusion answers the call before it too', () => {
    const done = aNotice({ kind: 'eviction_done' })
    expect(d6(done, assessed('first'))).toMatchObject({ ...isOpen, needs: ['conclusion'] })
    expect(d6(done, assessed('post_eviction', name('O')))).toMatchObject(closedBy(name('a')))
    expect(d6(aNotice({ kind: 'eviction_tomorrow_phone' }), assessed('post_eviction', name('O')))).toMatchObject(closedBy(name('a')))
  })
  it('lack of procedural capacity closes only when the namsfogd is told by L6', () => {
    const capacity = aNotice({ kind: 'namsfogd_capacity' })
    expect(d6(capacity, assessed('capacity'))).toMatchObject({ ...isOpen, needs: ['tell_namsfogd'] })
    expect(d6(capacity, { letters: [aLetter({ template: 'L6' })] })).toMatchObject(closedBy(LETTER))
    expect(d6(capacity, { letters: [aLetter({ template: 'L6', sentDate: undefined })] })).toMatchObject(isOpen)
  })
  it('an alarm from a visit is settled at once', () => {
    const alarm = { id: name('W'), raisedOn: D('2026-11-21') }
    expect(the('D6', { alarms: [alarm] })).toMatchObject({ ...isOpen, dueOn: '2026-11-23', basisType: 'alarm' })
    expect(the('D6', { alarms: [{ ...alarm, settledBy: name('a') }] })).toMatchObject(closedBy(name('a')))
  })
  it('nobody reached: the special assessment is due three workdays after the contact attempt was', () => {
    const letters = [aLetter({ sentDate: D('2026-11-04') })]
    const miss = { id: CALL, on: D('2026-11-11'), heard: false }
    const special = (more: Partial<Matter>) => onBasis('D6', LETTER, { letters, contacts: [miss], ...more })
    expect(special({})).toMatchObject({ ...isOpen, opensOn: '2026-11-11', dueOn: '2026-11-16', needs: ['special_assessment'] })
    expect(special({ contacts: [] })).toBeUndefined()
    expect(special({ children: 'yes' })).toMatchObject({ needs: ['special_assessment', 'child_welfare_assessment'] })
    expect(special(assessed('special'))).toMatchObject(closedBy(name('a')))
    expect(special({ children: 'yes', ...assessed('special') })).toMatchObject({ ...isOpen, needs: ['child_welfare_assessment'] })
    const reached = { id: name('r'), on: D('2026-11-13'), heard: true }
    expect(special({ contacts: [miss, reached] })).toMatchObject(closedBy(name('r')))
    expect(special({ contacts: [miss, { ...reached, on: D('2026-11-06') }] })).toBeUndefined()
  })
})
