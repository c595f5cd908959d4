// What an answer at a visit leaves about the person, the home and the lease.

import { expect, test } from 'vitest'
import type { StepAnswer } from './answers.ts'
import type { Step } from './guide.ts'
import { localDate } from './ids.ts'
import { patch } from './records.ts'
import type { Patch } from './register.ts'
import { fieldsInTwoVersions } from './register.ts'
import { aCase, applied, HOUSEHOLD, JON, LANE, MARIT, setsOf, TODAY, testId, VISIT, withRecord } from './visit-fixture.ts'
import { amount, finished, given, many, one, step, viewOf, words } from './visit-writes-fixture.ts'

const same = (text: string) => ({ nb: text, nn: text, en: text })
const RESIDENT = testId(10)
const LEASE = testId(340)
const leased = () => withRecord(aCase(), patch(LANE, 'tenancy', LEASE, { status: 'active', rentDueDay: 1 }))
const resident = (patches: readonly Patch[]) => setsOf(patches, 'resident')[0]
const withResident = (set: object, actor = MARIT) => withRecord(aCase(), patch(LANE, 'resident', RESIDENT, set), actor)
const people = (...named: { name: string; relation: string; phone?: string; mayContact?: 'yes' | 'no' }[]): StepAnswer =>
  given({ is: 'people', people: named })

test('words, a number and a code each land in the register the guide names, as what they are', () => {
  const steps = [
    step('reach', [{ kind: 'set', type: 'resident', field: 'reachedAt' }], { type: 'text' }),
    step('due', [{ kind: 'set', type: 'tenancy', field: 'rentDueDay' }], { type: 'day' }),
    step('pay', [{ kind: 'set', type: 'tenancy', field: 'paymentMethod' }]),
    step('lease', [{ kind: 'set', type: 'tenancy', field: 'writtenLease', value: 'unknown', when: ['unsure'] }]),
    step('told', [{ kind: 'set', type: 'tenancy', field: 'earmarkInfoGivenOn', isDay: true }]),
  ]
  const answers = { reach: words(' Hos søsteren '), due: amount(20), pay: one('avtalegiro'), lease: one('unsure'), told: one('yes') }
  const { patches } = finished(steps, answers, { rows: leased() })
  expect(resident(patches)).toEqual({ reachedAt: 'Hos søsteren' })
  expect(setsOf(patches, 'tenancy')).toEqual([
    { rentDueDay: 20, paymentMethod: 'avtalegiro', writtenLease: 'unknown', earmarkInfoGivenOn: TODAY },
  ])
  expect(patches.find(({ type }) => type === 'tenancy')?.seen?.rentDueDay).toHaveLength(1)
})

test('without a lease nothing is written in one, and what stands already is not written again', () => {
  const steps = [step('due', [{ kind: 'set', type: 'tenancy', field: 'rentDueDay' }], { type: 'day' })]
  expect(setsOf(finished(steps, { due: amount(20) }).patches, 'tenancy')).toEqual([])
  expect(setsOf(finished(steps, { due: amount(1) }, { rows: leased() }).patches, 'tenancy')).toEqual([])
})

test('going in in an emergency keeps why, and who was called, in words', () => {
  const options = [
    { code: 'health', text: same('113 eller legevakt') },
    { code: 'police', text: same('Politiet') },
  ]
  const steps = [step('why', [{ kind: 'set', type: 'visit', field: 'emergency' }], { type: 'multi', options })]
  const { patches } = finished(steps, { why: given({ is: 'codes', codes: ['police', 'health'] }, ' Det luktet røyk ') })
  expect(setsOf(patches, 'visit')[0]).toMatchObject({ emergency: { reason: 'Det luktet røyk', called: '113 eller legevakt, Politiet' } })
})

test('a no keeps what she answered and when we may ask again', () => {
  const steps = [step('no', [{ kind: 'refusal' }]), step('when', [{ kind: 'refusal' }], { type: 'date' })]
  const refusalOf = (answers: Record<string, StepAnswer>) =>
    setsOf(finished(steps, { outcome: one('declined_service'), ...answers }).patches, 'visit')[0]?.refusal
  expect(refusalOf({ no: one('may_be_contacted'), when: words('2027-01-10') })).toEqual({ answer: 'may_be_contacted', again: '2027-01-10' })
  expect(refusalOf({ no: one('will_think') })).toEqual({ answer: 'will_think' })
  expect(refusalOf({ no: one('yes') })).toBeUndefined()
})

const INCOME: readonly Step[] = [
  step('main', [{ kind: 'income', part: 'mainIncome' }]),
  step('day', [{ kind: 'income', part: 'incomeDay' }], { type: 'day' }),
]

test('income is one register, and the part that was not asked about stays', () => {
  expect(resident(finished(INCOME, { main: one('pension'), day: amount(20) }).patches)).toEqual({
    income: { mainIncome: 'pension', incomeDay: 20 },
  })
  const known = withResident({ income: { mainIncome: 'aap', incomeDay: 15 } })
  expect(resident(finished(INCOME, { day: amount(20) }, { rows: known }).patches)).toEqual({ income: { mainIncome: 'aap', incomeDay: 20 } })
  expect(resident(finished(INCOME, { day: amount(15) }, { rows: known }).patches)).toBeUndefined()
})

test('what several questions write of the resident is one change', () => {
  const steps = [...INCOME, step('why', [{ kind: 'causes' }], { type: 'multi' }), ...UNSAFE]
  const made = finished(steps, { day: amount(20), why: many('money'), safe: one('no') }).patches.filter(({ type }) => type === 'resident')
  expect(made.map(({ set }) => Object.keys(set))).toEqual([['income', 'causes', 'safetyFlag']])
})

test('two who each asked one part of the income make no question of it; two days do', () => {
  const shown = withResident({ income: {} })
  const jon = applied(shown, finished(INCOME, { main: one('aap') }, { rows: shown, me: JON, contribution: testId(701) }).patches, JON)
  const both = (answers: Record<string, StepAnswer>) => {
    const row = finished(INCOME, answers, { rows: jon, shown, from: 3000 }).rows.get(RESIDENT)
    return row && fieldsInTwoVersions(row)
  }
  expect(both({ day: amount(20) })).toEqual([])
  expect(both({ main: one('wage') })).toEqual(['income'])
})

test('the causes are the eviction case’s while one is open, else hers', () => {
  const steps = [
    step('rent', [{ kind: 'causes', cause: 'landlord_default', when: ['yes'] }]),
    step('why', [{ kind: 'causes' }], { type: 'multi' }),
  ]
  const answers = { rent: one('yes'), why: many('money', 'illness', 'nonsense') }
  const causes = ['money', 'illness', 'landlord_default']
  expect(resident(finished(steps, answers).patches)).toEqual({ causes })
  const caseOf = (stage: string) => withRecord(aCase(), patch(LANE, 'evictionCase', testId(330), { stage }))
  const open = finished(steps, answers, { rows: caseOf('petitioned') }).patches
  expect(setsOf(open, 'evictionCase')).toEqual([{ causeCategory: causes }])
  expect(resident(open)).toBeUndefined()
  expect(resident(finished(steps, answers, { rows: caseOf('averted') }).patches)).toEqual({ causes })
})

const UNSAFE = [
  step(
    'safe',
    [
      { kind: 'twoWorkers', when: ['no'] },
      { kind: 'safetyReport', when: ['no'] },
    ],
    { isOwn: true },
  ),
]
const flagAfter = (rows = aCase()) => resident(finished(UNSAFE, { safe: one('no') }, { rows }).patches)?.safetyFlag

test('two come until somebody has looked at it again, and no stricter level is lowered', () => {
  expect(flagAfter()).toEqual({ level: 'two_workers', reviewBy: '2026-12-24', setBy: MARIT })
  expect(flagAfter(withResident({ safetyFlag: { level: 'caution', reason: 'Stor hund' } }))).toMatchObject({
    level: 'two_workers',
    reason: 'Stor hund',
  })
  expect(flagAfter(withResident({ safetyFlag: { level: 'not_alone_not_home' } }))).toBeUndefined()
  expect(flagAfter(withResident({ safetyFlag: { level: 'two_workers', reviewBy: localDate('2027-02-01') } }))).toBeUndefined()
  expect(flagAfter(withResident({ safetyFlag: { level: 'two_workers', reviewBy: localDate('2026-12-01') } }))).toMatchObject({
    reviewBy: '2026-12-24',
  })
  expect(resident(finished(UNSAFE, { safe: one('yes') }).patches)).toBeUndefined()
})

test('what was unsafe stands in the worker’s own lane alone, and names whose leader is to see it', () => {
  const { patches } = finished(UNSAFE, { safe: one('no', 'Ble truet i gangen') })
  const report = patches.find(({ type }) => type === 'safetyReport')
  expect(report?.lane).toBe(`user/${MARIT}`)
  expect(report?.set).toEqual({ visit: VISIT, case: LANE, what: 'Ble truet i gangen', felt: 'no' })
  expect(JSON.stringify(patches.filter(({ lane }) => lane === LANE))).not.toContain('truet')
})

test('where she has lived is a line of its own, once', () => {
  const steps = [step('before', [{ kind: 'housingHistory' }], { type: 'text' }), step('lost', [{ kind: 'housingHistory', when: ['yes'] }])]
  const answers = { before: words('Hybel på Furuset'), lost: one('yes', 'Sagt opp i 2019') }
  const first = finished(steps, answers)
  expect(setsOf(first.patches, 'housingPeriod')).toEqual([{ text: 'Hybel på Furuset' }, { text: 'Sagt opp i 2019' }])
  expect(setsOf(finished(steps, answers, { rows: first.rows, from: 3000 }).patches, 'housingPeriod')).toEqual([])
  expect(setsOf(finished(steps, { lost: one('no', 'Sagt opp') }).patches, 'housingPeriod')).toEqual([])
})

const RELATIONS = [
  { code: 'sister', text: same('Søster') },
  { code: 'friend', text: same('Venn') },
]
const KIN = [step('kin', [{ kind: 'relatives' }], { type: 'people', people: { relations: RELATIONS } })]
test('kin she names are kept in words with whether we may call them; one known before is only brought up to date', () => {
  const first = finished(KIN, {
    kin: people({ name: 'Anne', relation: 'sister', phone: '900', mayContact: 'no' }, { name: '', relation: 'friend' }),
  })
  expect(setsOf(first.patches, 'relative')).toEqual([
    { name: 'Anne', relation: 'Søster', phone: '900', mayContact: false },
    { relation: 'Venn' },
  ])
  const again = finished(
    KIN,
    { kin: people({ name: ' anne ', relation: 'sister', mayContact: 'yes' }, { name: '', relation: 'friend' }) },
    { rows: first.rows, from: 3000 },
  )
  expect(again.patches.filter(({ type }) => type === 'relative').map(({ set }) => set)).toEqual([{ name: 'anne', mayContact: true }])
})

test('other adults who live here are members; one who moved out has come back', () => {
  const steps = [step('adults', [{ kind: 'members' }], { type: 'people' })]
  const first = finished(steps, { adults: people({ name: 'Per', relation: 'cohabitant' }) })
  expect(setsOf(first.patches, 'householdMember')).toEqual([{ displayName: 'Per', relation: 'cohabitant', livesHere: 'full' }])
  expect(
    setsOf(
      finished(steps, { adults: people({ name: 'per', relation: 'cohabitant' }) }, { rows: first.rows, from: 3000 }).patches,
      'householdMember',
    ),
  ).toEqual([])
  const out = withRecord(
    aCase(),
    patch(LANE, 'householdMember', testId(350), { displayName: 'Per', relation: 'cohabitant', livesHere: 'moved_out' }),
  )
  expect(
    setsOf(finished(steps, { adults: people({ name: 'Per', relation: 'cohabitant' }) }, { rows: out }).patches, 'householdMember'),
  ).toEqual([{ livesHere: 'full' }])
})

test('where she sleeps is a stay from today, once while it lasts', () => {
  const steps = [step('where', [{ kind: 'stay', places: { friends: 'with_others' } }])]
  const first = finished(steps, { where: one('friends', 'Hos Anne') })
  expect(setsOf(first.patches, 'stay')).toEqual([{ kind: 'with_others', place: 'Hos Anne', from: TODAY, visit: VISIT }])
  expect(setsOf(finished(steps, { where: one('friends') }, { rows: first.rows, from: 3000 }).patches, 'stay')).toEqual([])
  expect(setsOf(finished(steps, { where: one('unsure') }).patches, 'stay')).toEqual([])
})

test('what lives on after the visit belongs to no contribution', () => {
  const { patches } = finished([...KIN, ...UNSAFE, step('h', [{ kind: 'childrenCount' }], { type: 'number' })], {
    kin: people({ name: 'Anne', relation: 'sister' }),
    safe: one('no'),
    h: amount(2),
  })
  expect(patches.filter(({ root }) => root !== undefined).map(({ type }) => type)).toEqual(['contribution'])
  expect(patches.find(({ type }) => type === 'household')).toMatchObject({
    rec: HOUSEHOLD,
    set: { childrenCount: 2, childrenKnown: 'yes' },
  })
  expect(viewOf(aCase()).household.id).toBe(HOUSEHOLD)
})
