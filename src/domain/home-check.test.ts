import { describe, expect, test } from 'vitest'
import { adultsIn } from './case-view-home.ts'
import { checkHome, checkPart, type HomeRemark } from './home-check.ts'
import { dueBeforeIncome } from './home-due.ts'
import { fieldsOf, type HomePart } from './home-fields.ts'
import { saveIdentity } from './home-identity.ts'
import { whenOf } from './home-shapes.ts'
import { askedIn, type HomeValues } from './home-values.ts'
import { id, laneOf, localDate } from './ids.ts'
import { isNationalId, masked } from './national-id.ts'

const LANE = laneOf('case', id('C'.repeat(22)))
const TODAY = localDate('2026-11-24')
const said = (part: HomePart, values: HomeValues, today = TODAY): readonly HomeRemark[] => [
  ...checkPart(part, values),
  ...checkHome(fieldsOf(part), values, today),
]
const kinds = (part: HomePart, values: HomeValues, today = TODAY) =>
  said(part, values, today).map(({ kind, weight }) => `${weight} ${kind}`)

describe('what cannot be meant is not saved, and says why', () => {
  test.each<[string, HomePart, HomeValues, string[]]>([
    ['nobody is without a name', 'name', { 'resident.displayName': '  ' }, ['stop nameMissing']],
    ['nobody is born ahead of today', 'name', { 'resident.displayName': 'A', 'resident.birthYear': '2027' }, ['stop yearShape']],
    ['nobody alive is born before 1900', 'name', { 'resident.displayName': 'A', 'resident.birthYear': '1899' }, ['stop yearShape']],
    ['a year is four digits', 'name', { 'resident.displayName': 'A', 'resident.birthYear': '58' }, ['stop yearShape']],
    ['a Norwegian number has eight digits', 'contact', { 'resident.phone': '22 22 22 2' }, ['stop phoneShape']],
    ['a number is not words', 'contact', { 'resident.phone2': 'ring søsteren' }, ['stop phoneShape']],
    ['an e-mail address has a place', 'contact', { 'resident.email': 'einar@' }, ['stop emailShape']],
    ['rent is not due on day 0', 'rent', { 'tenancy.rentDueDay': '0' }, ['stop dayShape']],
    ['rent is not due on day 32', 'rent', { 'tenancy.rentDueDay': '32' }, ['stop dayShape']],
    ['money is an amount', 'rent', { 'tenancy.rentMonthly': 'åtte tusen' }, ['stop amountShape']],
    ['a postal code has four digits', 'address', { 'dwelling.postal.code': '123' }, ['stop postalShape']],
    [
      'a lease does not end before it starts',
      'term',
      { 'tenancy.startDate': '2026-05-01', 'tenancy.endDate': '2026-04-30' },
      ['stop endBeforeStart'],
    ],
    ['a guardian has a name', 'guardian', { 'resident.guardian.phone': '00000109' }, ['stop guardianName']],
    ['whom neighbours may ring has a name', 'neighbour', { 'dwelling.neighbourContact.area': 'Blokk A' }, ['stop neighbourName']],
    [
      'and is not the contact backwards',
      'neighbour',
      {
        'dwelling.neighbourContact.name': 'Øve',
        'dwelling.neighbourContact.from': '2027-05-01',
        'dwelling.neighbourContact.to': '2027-04-30',
      },
      ['stop endBeforeStart'],
    ],
    ['somebody in the household is somebody', 'member', { 'householdMember.birthYear': '2015' }, ['stop memberEmpty']],
    ['moving out has a reason and a day', 'moveOut', {}, ['stop endReasonMissing', 'stop endDateMissing']],
    ['a new home is somewhere', 'moveIn', { 'tenancy.tenureType': 'owner' }, ['stop addressMissing']],
    ['a home has some size', 'dwelling', { 'dwelling.sizeM2': '0' }, ['stop sizeShape']],
    [
      'an earlier home has a year, a month or a day',
      'period',
      { 'housingPeriod.text': 'Hybel', 'housingPeriod.from': 'i fjor', 'housingPeriod.to': '1999-13-40' },
      ['stop whenShape', 'stop whenShape'],
    ],
    [
      'an earlier home did not end in the month before it began, however that is written',
      'period',
      { 'housingPeriod.text': 'Hybel', 'housingPeriod.from': 'mai 2019', 'housingPeriod.to': '30.4.2019' },
      ['stop endBeforeStart'],
    ],
    ['nobody was told tomorrow', 'notify', { 'tenancy.informedOfNotifyRoutines': '2026-11-25' }, ['stop dateAhead']],
    ['nothing was handed out tomorrow', 'earmark', { 'tenancy.earmarkInfoGivenOn': '2026-11-25' }, ['stop dateAhead']],
    [
      'an earlier home did not end before it began',
      'period',
      { 'housingPeriod.text': 'Hybel', 'housingPeriod.from': '2019', 'housingPeriod.to': '2018' },
      ['stop endBeforeStart'],
    ],
  ])('%s', (_name, part, values, expected) => {
    expect(kinds(part, values)).toEqual(expected)
  })

  test('a safety remark is looked at again within six months, and not before today', () => {
    const flagged = (reviewBy: string) =>
      kinds('safety', { 'resident.safetyFlag.level': 'two_workers', 'resident.safetyFlag.reviewBy': reviewBy })
    expect(flagged('')).toContain('stop reviewMissing')
    expect(flagged('2027-05-25')).toContain('stop reviewTooLate')
    expect(flagged('2026-11-23')).toContain('stop reviewPast')
    expect(flagged('2027-05-24')).toEqual(['look safetyShared'])
    expect(kinds('safety', { 'resident.safetyFlag.level': 'none' })).toEqual([])
  })
})

test('what has happened may have happened today', () => {
  expect(kinds('notify', { 'tenancy.informedOfNotifyRoutines': TODAY })).toEqual([])
})

test('a time somebody remembers is a year, a month of it or a day, as people write them', () => {
  const readings = [
    ['2019', '2019'],
    ['2019-05', '2019-05'],
    ['05.2019', '2019-05'],
    ['Mai 2019', '2019-05'],
    ['mars 2019', '2019-03'],
    ['May 2019', '2019-05'],
    ['oktober 2019', '2019-10'],
    ['des. 2019', '2019-12'],
    ['13.5.2019', '2019-05-13'],
    ['13. mai 2019', '2019-05-13'],
    ['2019-05-13', '2019-05-13'],
  ]
  for (const [typed = '', read] of readings) expect([typed, whenOf(typed)]).toEqual([typed, read])
  for (const typed of ['i fjor', '1999-13-40', '31.2.2019', '13.2019', 'fjor 2019', '19', '0019', '2019-5-'])
    expect([typed, whenOf(typed)]).toEqual([typed, undefined])
})

test('a unit number that looks odd is said and still saved', () => {
  expect(kinds('address', { 'dwelling.unitNumber': 'X1' })).toEqual(['look unitShape'])
  for (const unit of ['H0101', 'k0203', ' U0101 ']) expect(kinds('address', { 'dwelling.unitNumber': unit })).toEqual([])
})

test('phone numbers from here and from abroad are taken as they are written', () => {
  for (const phone of ['22 22 22 22', '22222222', '00000101', '02800', '+46 70 123 45 67', '0046701234567'])
    expect(kinds('contact', { 'resident.phone': phone })).toEqual([])
})

describe('what a rule asks for is said and never stops anybody', () => {
  test.each<[string, HomePart, HomeValues, string[]]>([
    ['confirmed children are counted', 'children', { 'household.childrenKnown': 'yes' }, ['lack childrenCountMissing']],
    ['no children is not counted', 'children', { 'household.childrenKnown': 'no' }, []],
    [
      'more years of birth than children is asked about',
      'children',
      { 'household.childrenKnown': 'yes', 'household.childrenCount': '1', 'household.childrenBirthYears': '2015, 2018' },
      ['look moreYearsThanChildren'],
    ],
    ['a rented home has a landlord', 'tenure', { 'tenancy.tenureType': 'private_rental' }, ['lack landlordMissing']],
    ['an owner has none', 'tenure', { 'tenancy.tenureType': 'owner' }, []],
    ['earmarking needs written information', 'earmark', { 'dwelling.earmark': 'special_11_1' }, ['lack earmarkInfoMissing']],
    ['a § 11-2 tenancy does too', 'earmark', { 'tenancy.tenureType': 'transitional_11_2' }, ['lack earmarkInfoMissing']],
    ['a fixed term has an end', 'term', { 'tenancy.termKind': 'fixed', 'tenancy.startDate': '2026-01-01' }, ['lack fixedWithoutEnd']],
    [
      'an open-ended lease with an end is asked about',
      'term',
      { 'tenancy.termKind': 'open_ended', 'tenancy.endDate': '2027-01-01' },
      ['look openWithEnd'],
    ],
    [
      'unless notice is given',
      'term',
      { 'tenancy.termKind': 'open_ended', 'tenancy.endDate': '2027-01-01', 'tenancy.status': 'notice_given' },
      [],
    ],
    ['a guarantee has an amount', 'deposit', { 'tenancy.depositSupport.kind': 'guarantee' }, ['lack depositAmountMissing']],
    ['day 31 is the last day of a shorter month', 'rent', { 'tenancy.rentDueDay': '31' }, ['look dueLastDay']],
    [
      'strict protection says that the case leaves every phone',
      'protection',
      { 'resident.addressProtection': 'strictly_confidential' },
      ['look strictlyConfidential'],
    ],
    [
      'confidential says that the address is not shown',
      'protection',
      { 'resident.addressProtection': 'confidential' },
      ['look confidential'],
    ],
  ])('%s', (_name, part, values, expected) => {
    expect(kinds(part, values)).toEqual(expected)
  })

  test('a fixed term under three years needs a ground, and § 11-2 is one', () => {
    const term = { 'tenancy.termKind': 'fixed', 'tenancy.startDate': '2026-01-01' } as const
    expect(kinds('term', { ...term, 'tenancy.endDate': '2028-12-31' })).toEqual(['look shortTerm'])
    expect(said('term', { ...term, 'tenancy.endDate': '2028-12-31' }).map(({ at }) => at)).toEqual(['tenancy.shortTermGround'])
    expect(askedIn('term', { ...term, 'tenancy.endDate': '2028-12-31' })).toContain('tenancy.shortTermGround')
    expect(askedIn('term', { ...term, 'tenancy.endDate': '2029-01-01' })).not.toContain('tenancy.shortTermGround')
    expect(kinds('term', { ...term, 'tenancy.endDate': '2029-01-01' })).toEqual([])
    expect(kinds('term', { ...term, 'tenancy.endDate': '2027-01-01', 'tenancy.shortTermGround': 'Riving' })).toEqual([])
    expect(kinds('term', { ...term, 'tenancy.endDate': '2027-01-01', 'tenancy.tenureType': 'transitional_11_2' })).toEqual([])
    expect(kinds('term', { ...term, 'tenancy.endDate': '2027-01-01', 'dwelling.earmark': 'both' })).toEqual([])
  })
})

test('rent due before the money comes is said, with both days; due just after it, also over the turn of a month, is not', () => {
  const due = (rentDueDay: string, incomeDay: string) =>
    said('rent', { 'tenancy.rentDueDay': rentDueDay, 'resident.income.incomeDay': incomeDay })
  expect(due('1', '12')).toEqual([{ kind: 'dueBeforeIncome', weight: 'look', at: 'tenancy.rentDueDay', n: 1, m: 12 }])
  expect(due('20', '12')).toEqual([])
  expect(due('12', '12')).toEqual([])
  expect(due('1', '31')).toEqual([])
  expect(dueBeforeIncome(3, 28)).toBe(true)
  expect(dueBeforeIncome(undefined, 12)).toBe(false)
})

test('adults of the household are those the enforcement officer must tell: not children, not visitors, and the unsure', () => {
  const member = (n: string, more: { relation?: string; birthYear?: number; livesHere?: string }) => ({
    id: id(n.repeat(22)),
    name: n,
    relation: more.relation,
    birthYear: more.birthYear,
    livesHere: more.livesHere,
  })
  const members = [
    member('A', { relation: 'self' }),
    member('B', { relation: 'child', birthYear: 2008 }),
    member('C', { relation: 'child', birthYear: 2009 }),
    member('D', { relation: 'child' }),
    member('E', { relation: 'cohabitant', livesHere: 'part' }),
    member('F', { relation: 'spouse', livesHere: 'moved_out' }),
    member('G', { relation: 'other', livesHere: 'visiting' }),
  ]
  expect(adultsIn({ members }, TODAY).map(({ name }) => name)).toEqual(['A', 'B', 'E'])
})

test('a national identity number is one only when its last two digits say so', () => {
  // Made-up numbers of the kind that is meant for trying things out: the month is 40 or 80 higher.
  const made = ['01', '41', '00'].join('')
  const valid: string[] = []
  for (let n = 0; n < 100_000 && valid.length < 3; n += 1) {
    const typed = made + String(n).padStart(5, '0')
    if (isNationalId(typed)) valid.push(typed)
  }
  expect(valid).toHaveLength(3)
  for (const typed of valid) {
    expect(masked(typed)).toBe('014100 *****')
    expect(saveIdentity({ lane: LANE, row: undefined, typed, newId: () => id('N'.repeat(22)) })).toMatchObject({
      ok: true,
      value: [{ type: 'identity' }],
    })
    expect(isNationalId(`${typed.slice(0, 6)} ${typed.slice(6)}`)).toBe(true)
    for (let at = 0; at < 11; at += 1) {
      const wrong = typed.slice(0, at) + ((Number(typed[at]) + 1) % 10) + typed.slice(at + 1)
      expect(isNationalId(wrong)).toBe(false)
    }
  }
  for (const typed of ['', '1234567890', '123456789012', '00000000000', 'abcdefghijk', '99999999999'])
    expect(isNationalId(typed)).toBe(false)
})
