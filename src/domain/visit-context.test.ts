// What a guide may know of the case: each fact is true exactly when the marks of its questions can be filled.

import { expect, test } from 'vitest'
import { addDays } from './calendar.ts'
import { FACTS, type Fact } from './guide.ts'
import { type Id, instant, localDate, localDateTime } from './ids.ts'
import { matterFacts } from './matter.ts'
import { patch } from './records.ts'
import type { RecordRow } from './register.ts'
import { around } from './visit-around-fixture.ts'
import { fill, visitContext } from './visit-context.ts'
import { aCase, applied, LANE, MARIT, TODAY, testId, VISIT, withRecord } from './visit-fixture.ts'
import { viewOf } from './visit-writes-fixture.ts'

type Rows = ReadonlyMap<Id, RecordRow>
const contextOf = (rows: Rows, more: Parameters<typeof around>[1] = {}) => visitContext(viewOf(rows), VISIT, TODAY, around(rows, more))
const has = (rows: Rows, fact: Fact): boolean => contextOf(rows).facts.has(fact)
const INQUIRY = testId(300)
const notice = (set: Parameters<typeof patch<'inquiry'>>[3], rec = INQUIRY) =>
  patch(LANE, 'inquiry', rec, { receivedDate: localDate('2026-11-20'), ...set })
const noticed = (set: Parameters<typeof patch<'inquiry'>>[3]) => withRecord(aCase(), notice(set))
const ahead = (days: number) => localDateTime(`${addDays(TODAY, days)}T09:00`)

/** Which marks each fact promises. */
const MARKS: Readonly<Partial<Record<Fact, readonly string[]>>> = {
  hasNotice: ['notice', 'noticeFrom', 'noticeDate'],
  hasAmountDue: ['amount'],
  hasEvictionDate: ['evictionDate', 'contactName', 'contactPhone'],
  hasObjectionDate: ['safeDate', 'legalDate'],
  hasBelongingsDate: ['belongingsDate'],
  hasComplaint: ['complaintAbout', 'complaintWhen'],
  hasManyComplaints: ['complaintCount'],
}
const CASES: readonly (readonly [string, Rows, readonly Fact[]])[] = [
  ['nothing', aCase(), []],
  ['a notice of unpaid rent', noticed({ kind: 'arrears_notice', amount: { due: 1_840_000 } }), ['hasNotice', 'hasAmountDue']],
  [
    'a served petition',
    noticed({ kind: 'petition_copy', servedDate: localDate('2026-11-18') }),
    ['hasNotice', 'hasPetition', 'evictionIsNear', 'hasObjectionDate'],
  ],
  ['a day that is set', noticed({ kind: 'eviction_scheduled', scheduledAt: ahead(20) }), ['hasNotice', 'hasPetition', 'hasEvictionDate']],
  [
    'a day within a fortnight',
    noticed({ kind: 'eviction_scheduled', scheduledAt: ahead(14) }),
    ['hasNotice', 'hasPetition', 'hasEvictionDate', 'evictionIsNear'],
  ],
  ['a day that has been', noticed({ kind: 'eviction_scheduled', scheduledAt: ahead(-1) }), ['hasNotice', 'hasPetition', 'evictionIsNear']],
  [
    'an eviction that was carried out',
    noticed({ kind: 'eviction_done', executedAt: addDays(TODAY, -3) }),
    ['hasNotice', 'hasBelongingsDate'],
  ],
  ['belongings nobody can fetch any more', noticed({ kind: 'eviction_done', executedAt: addDays(TODAY, -30) }), ['hasNotice']],
  ['a notice that is closed', noticed({ kind: 'arrears_notice', status: 'closed' }), []],
  [
    'a complaint',
    withRecord(aCase(), patch(LANE, 'complaint', testId(310), { about: 'noise', receivedAt: TODAY, fromRole: 'neighbour' })),
    ['hasComplaint'],
  ],
  [
    'a complaint that is settled',
    withRecord(aCase(), patch(LANE, 'complaint', testId(310), { about: 'noise', receivedAt: TODAY, status: 'handled' })),
    [],
  ],
  [
    'a complaint of her own',
    withRecord(aCase(), patch(LANE, 'complaint', testId(310), { about: 'noise', receivedAt: TODAY, fromRole: 'resident' })),
    [],
  ],
]
const NOTICED: readonly Fact[] = [
  'hasNotice',
  'hasAmountDue',
  'hasPetition',
  'hasEvictionDate',
  'evictionIsNear',
  'hasObjectionDate',
  'hasBelongingsDate',
  'hasComplaint',
  'hasManyComplaints',
]

test.each(CASES)('%s: the facts that hold are these and no others', (_name, rows, facts) => {
  expect(NOTICED.filter((fact) => has(rows, fact))).toEqual(NOTICED.filter((fact) => facts.includes(fact)))
})

test.each(CASES)('%s: a fact holds exactly when its marks can be filled', (_name, rows) => {
  const { facts, fills } = contextOf(rows)
  for (const [fact, marks] of Object.entries(MARKS)) {
    const text = marks.map((mark) => `{${mark}}`).join(' ')
    if (FACTS.some((known) => known === fact && facts.has(known))) expect(fill(text, fills)).not.toMatch(/[{}]|undefined/)
    else if (!marks.includes('contactName') && fact !== 'hasManyComplaints') expect(marks.some((mark) => mark in fills)).toBe(false)
  }
})

test('the marks say what stands in the records, and an unknown number is not left blank', () => {
  const rows = noticed({
    kind: 'arrears_notice',
    noticeDate: localDate('2026-11-18'),
    sender: { role: 'landlord', name: 'Utleie AS' },
    amount: { due: 1_840_000 },
  })
  expect(contextOf(rows, { contact: { name: 'Marit', phone: undefined } }).fills).toEqual({
    name: 'Prøve Eksempel',
    notice: '<arrears_notice>',
    noticeFrom: 'Utleie AS',
    noticeDate: '2026-11-18',
    amount: '18400 kr',
    contactName: 'Marit',
    contactPhone: 'spør meg',
  })
})

test('nobody is told that a neighbour, kin or another service wrote', () => {
  for (const role of ['neighbour', 'relative', 'service'])
    expect(has(noticed({ kind: 'other_default', sender: { role, name: 'Nabo Nabosen' } }), 'hasNotice')).toBe(false)
  for (const kind of ['neighbour_complaint', 'relative_concern', 'namsfogd_capacity'])
    expect(has(noticed({ kind }), 'hasNotice')).toBe(false)
  expect(has(noticed({ kind: 'other_default', sender: { role: 'landlord' } }), 'hasNotice')).toBe(true)
})

test('a notice in a lane of its own counts as well, and says who usually sends such a one', () => {
  const matter = matterFacts([...applied(new Map(), [notice({ kind: 'petition_copy' })]).values()])
  const context = contextOf(aCase(), { matter })
  expect(context.facts.has('hasNotice')).toBe(true)
  expect(context.fills.noticeFrom).toBe('?petition_copy')
})

test('of several notices the newest is the one we came because of', () => {
  const older = withRecord(
    noticed({ kind: 'arrears_notice' }),
    notice({ kind: 'petition_copy', receivedDate: localDate('2026-11-23') }, testId(301)),
  )
  expect(contextOf(older).known.notice?.id).toBe(testId(301))
})

test('an amount in two versions is never said, and what this visit wrote is not what was claimed', () => {
  const arrears = (set: object, by: Id = MARIT, rows: Rows = aCase()) =>
    withRecord(rows, patch(LANE, 'arrears', testId(320), { period: '2026-11', ...set }), by)
  expect(contextOf(arrears({ amount: 500_00 })).fills.amount).toBe('500 kr')
  expect(has(arrears({ amount: 500_00, visit: VISIT }), 'hasAmountDue')).toBe(false)
  expect(has(arrears({ amount: 500_00, paidDate: TODAY }), 'hasAmountDue')).toBe(false)
  expect(has(arrears({ amount: 600_00 }, testId(9), arrears({ amount: 500_00 })), 'hasAmountDue')).toBe(false)
})

test('a last day that has passed is no longer said as one', () => {
  const served = (on: string) => has(noticed({ kind: 'petition_copy', servedDate: localDate(on) }), 'hasObjectionDate')
  expect([served('2026-11-10'), served('2026-11-09')]).toEqual([true, false])
})

test('an estimate is never said as a date that is set', () => {
  expect(has(noticed({ kind: 'petition_copy' }), 'hasObjectionDate')).toBe(false)
  expect(has(noticed({ kind: 'petition_copy' }), 'hasEvictionDate')).toBe(false)
  expect(has(noticed({ kind: 'petition_copy' }), 'hasPetition')).toBe(true)
})

test.each([
  ['petitioned', true],
  ['notified', false],
  ['averted', false],
] as const)('an eviction case that is %s: put to the namsfogd %s', (stage, is) => {
  const rows = withRecord(aCase(), patch(LANE, 'evictionCase', testId(330), { type: 'eviction_rental', stage }))
  expect(has(rows, 'hasPetition')).toBe(is)
  expect(has(rows, 'evictionIsNear')).toBe(is)
})

test('two complaints are counted, disputed ones too', () => {
  const complaint = (n: number, status: 'open' | 'disputed') =>
    patch(LANE, 'complaint', testId(310 + n), { about: 'noise', receivedAt: TODAY, status })
  const rows = applied(aCase(), [complaint(1, 'open'), complaint(2, 'disputed')])
  expect(has(rows, 'hasManyComplaints')).toBe(true)
  expect(contextOf(rows).fills.complaintCount).toBe('2')
})

test('the year somebody turns 75 she counts as old, and an office may say another age', () => {
  const born = (birthYear: number) =>
    withRecord(
      aCase(),
      patch(
        LANE,
        'resident',
        testId(10),
        { birthYear },
        { seen: { birthYear: [...(aCase().get(testId(10))?.regs.birthYear ?? [])].map(({ by }) => by) } },
      ),
    )
  const fresh = (birthYear: number) => applied(new Map(), [patch(LANE, 'resident', testId(10), { displayName: 'Prøve', birthYear })])
  expect(born(1951).size).toBe(aCase().size)
  expect([1951, 1952].map((year) => has(fresh(year), 'isOld'))).toEqual([true, false])
  expect(contextOf(fresh(1952), { oldAge: 70 }).facts.has('isOld')).toBe(true)
})

test('a sublet and a lease that has ended are told apart', () => {
  const tenancy = (set: object) => withRecord(aCase(), patch(LANE, 'tenancy', testId(340), set))
  expect(has(tenancy({ tenureType: 'private_sublet', status: 'active' }), 'isSublet')).toBe(true)
  expect(has(tenancy({ tenureType: 'private_rental', status: 'active' }), 'isSublet')).toBe(false)
  expect(has(tenancy({ status: 'active' }), 'hasTenancy')).toBe(true)
  expect(has(tenancy({ status: 'ended' }), 'hasTenancy')).toBe(false)
  expect(has(aCase(), 'hasTenancy')).toBe(false)
})

test.each([
  ['active', false],
  ['offered', false],
  ['draft', false],
  ['ended_by_resident', true],
] as const)('a plan that is %s: one may be offered %s', (status, is) => {
  const rows = applied(new Map(), [
    patch(LANE, 'resident', testId(10), { displayName: 'Prøve' }),
    patch(LANE, 'visit', VISIT, { status: 'in_progress' }),
    patch(LANE, 'plan', testId(20), { version: 1, status }),
  ])
  expect(has(rows, 'hasNoPlan')).toBe(is)
})

test('a draft a colleague makes while we are there takes nobody’s question away', () => {
  const rows = applied(new Map(), [
    patch(LANE, 'resident', testId(10), { displayName: 'Prøve' }),
    patch(LANE, 'visit', VISIT, { status: 'in_progress', started: instant('2026-11-24T09:00:00.000Z') }),
  ])
  const drafted = applied(
    rows,
    [patch(LANE, 'plan', testId(20), { version: 1, status: 'draft' })],
    testId(2),
    instant('2026-11-24T09:30:00.000Z'),
  )
  const before = applied(
    rows,
    [patch(LANE, 'plan', testId(20), { version: 1, status: 'draft' })],
    testId(2),
    instant('2026-11-24T08:30:00.000Z'),
  )
  expect([has(drafted, 'hasNoPlan'), has(before, 'hasNoPlan')]).toEqual([true, false])
})

test('«vil ikke kontaktes» stands until a new notice comes; an older one does not lift it', () => {
  const stopped = withRecord(
    aCase(),
    patch(LANE, 'resident', testId(10), { contactStop: { since: localDate('2026-11-20'), scope: 'about_this_notice' } }),
  )
  const withNotice = (receivedDate: string, kind = 'arrears_notice') =>
    withRecord(stopped, notice({ kind, receivedDate: localDate(receivedDate) }))
  expect(contextOf(aCase()).known.isContactStopped).toBe(false)
  expect(contextOf(stopped).known.isContactStopped).toBe(true)
  expect(contextOf(withNotice('2026-11-20')).known.isContactStopped).toBe(true)
  expect(contextOf(withNotice('2026-11-21')).known.isContactStopped).toBe(false)
  expect(contextOf(withNotice('2026-11-21', 'neighbour_complaint')).known.isContactStopped).toBe(true)
})
