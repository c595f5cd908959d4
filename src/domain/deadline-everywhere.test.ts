// The same deadlines on every device: in other time zones, on the nights the clock changes, and in any order of records.

import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dateOfDay } from './calendar.ts'
import { all, aNotice, name, TEST_PACK } from './deadline-builders.ts'
import { EMPTY_MATTER, type Matter } from './deadline-facts.ts'
import { recompute } from './deadline-vectors.ts'
import { localDate as D } from './ids.ts'

const PACKS = [TEST_PACK]
const notice = aNotice()

describe('in any time zone', () => {
  const nights = ['2026-03-28', '2026-03-29', '2026-03-30', '2026-10-24', '2026-10-25', '2026-10-26'].map(D)
  const days = [...nights, ...fc.sample(fc.integer({ min: 0, max: 47_481 }), { numRuns: 10_000, seed: 20_261_122 }).map(dateOfDay)]
  const here = new URL('.', import.meta.url).href
  const script = `
    import { recompute } from '${here}deadline-vectors.ts'
    import { TEST_PACK } from '${here}deadline-builders.ts'
    import { readFileSync } from 'node:fs'
    const zone = new Date(2026, 6, 1).getTimezoneOffset()
    console.log(JSON.stringify([zone, recompute(JSON.parse(readFileSync(0, 'utf8')), [TEST_PACK])]))`

  it.each([
    ['Pacific/Auckland', -720],
    ['America/Los_Angeles', 420],
    ['Europe/Oslo', -120],
  ])('a process in %s gives the same answer to every vector and to 10,000 days, nights of clock change among them', (zone, offset) => {
    const options = { env: { ...process.env, TZ: zone }, input: JSON.stringify(days), encoding: 'utf8', maxBuffer: 1 << 26 } as const
    const answer: unknown = JSON.parse(execFileSync(process.execPath, ['--input-type=module', '--eval', script], options))
    expect(answer).toEqual(JSON.parse(JSON.stringify([offset, recompute(days, PACKS)])))
  })
})

describe('on any device', () => {
  it('the same facts in another order give the same deadlines', () => {
    const matter = manyFacts()
    const expected = all(matter)
    expect(new Set(expected.map(({ rule, basis }) => `${rule} ${basis}`)).size).toBe(expected.length)
    const shuffled = fc.record({
      inquiries: shuffle(matter.inquiries),
      letters: shuffle(matter.letters),
      contacts: shuffle(matter.contacts),
      assessments: shuffle(matter.assessments),
      transfers: shuffle(matter.transfers),
      evictionCases: shuffle(matter.evictionCases),
      doneMarks: shuffle(matter.doneMarks),
    })
    fc.assert(
      fc.property(shuffled, (order) => {
        expect(all({ ...matter, ...order })).toEqual(expected)
      }),
      { numRuns: 10_000 },
    )
  })
})

const shuffle = <T>(facts: readonly T[]): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray([...facts], { minLength: facts.length, maxLength: facts.length })

function manyFacts(): Matter {
  const [a, b, c, e, f] = [name('A'), name('B'), name('C'), name('E'), name('F')]
  const on = (days: number) => addDays(D('2026-11-02'), days)
  return {
    ...EMPTY_MATTER,
    inquiries: [
      { ...notice, id: a, receivedDate: on(0), noticeDate: on(-1) },
      { ...notice, id: b, receivedDate: on(0) },
      { ...notice, id: c, kind: 'petition_copy', receivedDate: on(9), noticeDate: on(7), servedDate: on(8) },
      { ...notice, id: e, kind: 'petition_copy', receivedDate: on(9), noticeDate: on(6) },
      { ...notice, id: f, kind: 'eviction_scheduled', receivedDate: on(20), scheduledAt: on(40) },
    ],
    letters: [
      { id: name('1'), inquiry: a, template: 'L3', sentDate: on(2), copiesDecided: true },
      { id: name('2'), inquiry: a, template: 'L3', sentDate: on(2), copiesDecided: true },
      { id: name('3'), inquiry: c, template: 'L1', sentDate: on(12), copiesDecided: false },
    ],
    contacts: [
      { id: name('4'), on: on(9), heard: false },
      { id: name('5'), on: on(9), heard: false, inquiry: a },
      { id: name('6'), on: on(15), heard: true },
      { id: name('7'), on: on(15), heard: true },
    ],
    assessments: [
      { id: name('8'), kind: 'first', on: on(1) },
      { id: name('9'), kind: 'first', on: on(1), inquiry: a },
    ],
    transfers: [
      { id: name('t'), inquiry: b, sentOn: on(1), receiptConfirmedOn: on(2) },
      { id: name('u'), inquiry: b, sentOn: on(1), receiptConfirmedOn: on(1) },
    ],
    evictionCases: [
      { id: name('v'), type: 'eviction_rental', stage: 'served', inquiries: [a, e] },
      { id: name('w'), type: 'eviction_rental', stage: 'petitioned', inquiries: [a] },
    ],
    doneMarks: [
      { id: name('x'), rule: 'D4', basis: c, basisDate: on(8), on: on(14) },
      { id: name('y'), rule: 'D4', basis: e, basisDate: on(8), on: on(14) },
      { id: name('z'), rule: 'D9', basis: f, basisDate: on(41), on: on(21) },
    ],
  }
}
