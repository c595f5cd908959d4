import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCase } from './case-view.ts'
import { agreed, effective } from './effective.ts'
import { askForNewDueDay } from './home-due.ts'
import { fieldsOf, HOME_FIELDS, HOME_PARTS, type HomePart, isHomeField, isHomePart, placeOf } from './home-fields.ts'
import { answered, formFrom, formJson, type HomeForm, openForm } from './home-form.ts'
import { newCase } from './home-new.ts'
import { saveHome, strike } from './home-save.ts'
import { allValuesOf, type HomeValues } from './home-values.ts'
import type { Id, Json } from './ids.ts'
import { patch } from './records.ts'
import { fieldsInTwoVersions, type Patch, type RecordRow, versionsOf } from './register.ts'
import { applied, idsFrom, JON, LANE, MARIT, TODAY, testId } from './visit-fixture.ts'

type Rows = ReadonlyMap<Id, RecordRow>
const [RESIDENT, HOUSEHOLD, DWELLING, TENANCY] = [testId(10), testId(11), testId(12), testId(13)]
const homeOf = (tenancy: Readonly<Record<string, Json>> = {}, resident: Readonly<Record<string, Json>> = {}): Rows =>
  applied(new Map(), [
    {
      lane: LANE,
      rec: RESIDENT,
      type: 'resident',
      set: { displayName: 'Einar', phone: '00000101', addressProtection: 'none', ...resident },
    },
    { lane: LANE, rec: HOUSEHOLD, type: 'household', set: { name: 'Einar', childrenKnown: 'unknown' } },
    { lane: LANE, rec: DWELLING, type: 'dwelling', set: { address: 'Eksempelveien 1', dwellingKind: 'flat' } },
    {
      lane: LANE,
      rec: TENANCY,
      type: 'tenancy',
      set: { dwelling: DWELLING, tenureType: 'municipal_owned', rentMonthly: 840_000, status: 'active', ...tenancy },
    },
  ])

const saved = (form: HomeForm, rows: Rows, me: Id = MARIT, mayLoosen = false) =>
  saveHome(form, { lane: LANE, rows, me, today: TODAY, newId: idsFrom(5000), mayLoosen })
function patchesOf(form: HomeForm, rows: Rows, me: Id = MARIT, mayLoosen = false): readonly Patch[] {
  const made = saved(form, rows, me, mayLoosen)
  if (!made.ok) throw new TypeError(JSON.stringify(made.refusal))
  return made.value
}
const open = (part: HomePart, rows: Rows, item?: Id): HomeForm => openForm(part, rows, item, idsFrom(7000))
const typed = (form: HomeForm, values: HomeValues): HomeForm =>
  Object.entries(values).reduce((now, [key, words]) => (isHomeField(key) ? answered(now, key, words ?? '', TODAY) : now), form)
const view = (rows: Rows) => readCase(rows)

test('a save writes only the register somebody changed, and names what stood there', () => {
  const rows = homeOf()
  const patches = patchesOf(typed(open('rent', rows), { 'tenancy.rentDueDay': '1' }), rows)
  expect(patches.map(({ rec, set }) => [rec, set])).toEqual([[TENANCY, { rentDueDay: 1 }]])
  const again = patchesOf(typed(open('rent', rows), { 'tenancy.rentMonthly': '9 100' }), rows)
  expect(again.map(({ set }) => set)).toEqual([{ rentMonthly: 910_000 }])
  expect(again[0]?.seen?.rentMonthly).toEqual(rows.get(TENANCY)?.regs.rentMonthly?.map((head) => head.by))
})

test('an amount written another way, or a field typed and put back, is no change', () => {
  const rows = homeOf()
  expect(patchesOf(typed(open('rent', rows), { 'tenancy.rentMonthly': '8 400,00 kr' }), rows)).toEqual([])
  const back = typed(typed(open('name', rows), { 'resident.displayName': 'Einar X' }), { 'resident.displayName': 'Einar' })
  expect(patchesOf(back, rows)).toEqual([])
})

test('what this build does not know inside a group is kept when a part of it is changed', () => {
  const rows = homeOf({}, { guardian: { name: 'Vera Verge', newer: { x: 1 } } })
  const [made] = patchesOf(typed(open('guardian', rows), { 'resident.guardian.phone': '00 00 01 09' }), rows)
  expect(made?.set).toEqual({ guardian: { name: 'Vera Verge', phone: '00000109', newer: { x: 1 } } })
})

const aText = fc.constantFrom('', 'Nytt', '00000102', '12', '2020', '2026-12-01', 'yes', 'no', 'owner', 'flat', 'ny@sted.no')
test('whatever is typed on any page, a save writes no unchanged register and loses none it does not know', () => {
  const parts = Object.keys(HOME_PARTS)
    .filter(isHomePart)
    .filter((part) => !['start', 'moveIn', 'moveOut'].includes(part))
  fc.assert(
    fc.property(fc.constantFrom(...parts), fc.array(fc.tuple(fc.nat(20), aText), { maxLength: 8 }), (part, typing) => {
      const rows = homeOf({ unknownToUs: { deep: [1] } }, { language: { code: 'so', dialect: 'nord' }, later: 'x' })
      const keys = fieldsOf(part)
      const form = typing.reduce<HomeForm>(
        (now, [at, words]) => answered(now, keys[at % keys.length] ?? 'resident.phone', words, TODAY),
        open(part, rows),
      )
      const made = saved(form, rows, MARIT, true)
      if (!made.ok) return
      for (const { rec, set } of made.value) {
        const before = rows.get(rec)
        expect(set).not.toHaveProperty('unknownToUs')
        expect(set).not.toHaveProperty('later')
        for (const [field, v] of Object.entries(set)) if (before) expect(v).not.toEqual(effective(before, field))
      }
      const after = applied(rows, made.value)
      expect(after.get(TENANCY)?.regs.unknownToUs).toEqual(rows.get(TENANCY)?.regs.unknownToUs)
      const language = after.get(RESIDENT) && effective(after.get(RESIDENT) as RecordRow, 'language')
      expect(language).toMatchObject({ dialect: 'nord' })
    }),
    { numRuns: 400 },
  )
})

test('a page half filled in is the same page after it was kept and found again', () => {
  const rows = homeOf()
  const form = typed(open('contact', rows), { 'resident.email': 'einar@sted.no', 'resident.safeContactNote': 'Ikke legg igjen beskjed' })
  expect(formFrom(JSON.parse(JSON.stringify(formJson(form))))).toEqual(form)
  expect(formFrom({ part: 'somethingNewer' })).toBeUndefined()
})

test('two who change different fields of a lease while offline agree, and each field stands', () => {
  const rows = homeOf()
  const marit = patchesOf(typed(open('rent', rows), { 'tenancy.rentDueDay': '1' }), rows)
  const jon = patchesOf(typed(open('tenure', rows), { 'tenancy.landlord': 'Utleier Demo' }), rows, JON)
  const both = applied(applied(rows, marit), jon, JON)
  const tenancy = both.get(TENANCY)
  expect(tenancy && fieldsInTwoVersions(tenancy)).toEqual([])
  expect(view(both)?.home).toMatchObject({ rentDueDay: 1, landlord: 'Utleier Demo' })
})

test('two who change the rent while offline leave two versions, and nobody chooses an amount', () => {
  const rows = homeOf()
  const marit = patchesOf(typed(open('rent', rows), { 'tenancy.rentMonthly': '8600' }), rows)
  const jon = patchesOf(typed(open('rent', rows), { 'tenancy.rentMonthly': '8700' }), rows, JON)
  const both = applied(applied(rows, marit), jon, JON)
  const tenancy = both.get(TENANCY)
  expect(tenancy && versionsOf(tenancy, 'rentMonthly').map(({ v }) => v)).toEqual(expect.arrayContaining([860_000, 870_000]))
  expect(tenancy && agreed(tenancy, 'rentMonthly')).toBeUndefined()
  expect(view(both)?.home.rentMonthly).toBeUndefined()
  const form = open('rent', both)
  expect(form.base['tenancy.rentMonthly']).toBe('')
  expect(patchesOf(typed(form, { 'tenancy.rentDueDay': '5' }), both).map(({ set }) => Object.keys(set))).toEqual([['rentDueDay']])
  const settled = applied(both, patchesOf(typed(form, { 'tenancy.rentMonthly': '8700' }), both))
  expect(view(settled)?.home.rentMonthly).toBe(870_000)
})

test('a page open while a colleague saves the same field makes two versions, not a lost one', () => {
  const rows = homeOf()
  const opened = open('contact', rows)
  const meanwhile = applied(rows, patchesOf(typed(open('contact', rows), { 'resident.phone': '00000111' }), rows, JON), JON)
  const after = applied(meanwhile, patchesOf(typed(opened, { 'resident.phone': '00000122' }), meanwhile))
  expect(view(after)?.twoVersions.map(({ field }) => field)).toEqual(['phone'])
})

test('a weaker protection, safety or contact stop is a coordinator’s to save; a stronger one is anybody’s', () => {
  const flagged = { level: 'two_workers', reviewBy: '2027-03-01' }
  const rows = homeOf(
    {},
    { addressProtection: 'confidential', safetyFlag: flagged, contactStop: { since: '2026-10-01', scope: 'all_visits' } },
  )
  const weaker = [
    typed(open('protection', rows), { 'resident.addressProtection': 'none' }),
    typed(open('safety', rows), { 'resident.safetyFlag.level': 'caution' }),
    typed(open('stop', rows), { 'resident.contactStop.scope': '' }),
  ]
  for (const form of weaker) {
    expect(saved(form, rows)).toMatchObject({ ok: false, refusal: { kind: 'mayNotLoosen' } })
    expect(patchesOf(form, rows, MARIT, true)).toHaveLength(1)
  }
  expect(patchesOf(weaker[2] ?? open('stop', rows), rows, MARIT, true)[0]?.set).toEqual({ contactStop: null })
  const stronger = typed(open('safety', rows), { 'resident.safetyFlag.level': 'not_alone_not_home' })
  expect(patchesOf(stronger, rows)[0]?.set).toEqual({ safetyFlag: { ...flagged, level: 'not_alone_not_home', setBy: MARIT } })
})

test('a safety remark brings a day to look again, a contact stop the day it was said', () => {
  const rows = homeOf()
  expect(answered(open('safety', rows), 'resident.safetyFlag.level', 'caution', TODAY).values['resident.safetyFlag.reviewBy']).toBe(
    '2027-02-24',
  )
  expect(answered(open('stop', rows), 'resident.contactStop.scope', 'all_visits', TODAY).values['resident.contactStop.since']).toBe(TODAY)
})

test('a protected address is in no view and no line, only the phone is', () => {
  const home = view(homeOf({}, { addressProtection: 'confidential' }))?.home
  expect(home).toMatchObject({ isAddressHidden: true, address: undefined, unitNumber: undefined })
  expect(home?.dwellings.map(({ address }) => address)).toEqual([undefined])
  expect(view(homeOf({}, { addressProtection: 'client_address' }))?.home.address).toBe('Eksempelveien 1')
})

test('moving out ends the lease with a reason and keeps the home as history; a new home is then the one that counts', () => {
  const rows = homeOf({ startDate: '2020-01-01' })
  const out = typed(open('moveOut', rows), { 'tenancy.endReason': 'exchanged', 'tenancy.endDate': '2026-11-30' })
  const left = applied(rows, patchesOf(out, rows))
  expect(view(left)?.home).toMatchObject({ status: 'ended', endReason: 'exchanged', endDate: '2026-11-30' })
  expect(view(left)?.history.housing).toMatchObject([
    { text: 'Eksempelveien 1', kind: 'flat', from: '2020-01-01', to: '2026-11-30', why: 'exchanged' },
  ])
  const into = typed(openForm('moveIn', left, undefined, idsFrom(8000)), {
    'dwelling.address': 'Prøvegata 2',
    'tenancy.tenureType': 'private_rental',
    'tenancy.startDate': '2026-12-01',
  })
  const there = applied(left, patchesOf(into, left))
  expect(view(there)?.home).toMatchObject({ address: 'Prøvegata 2', tenure: 'private_rental', status: 'planned' })
  expect(view(there)?.home.tenancies.map(({ status }) => status)).toEqual(['planned', 'ended'])
})

test('while one lives in a home, the one that is planned is not the home yet', () => {
  const rows = applied(homeOf({ startDate: '2020-01-01' }), [
    { lane: LANE, rec: testId(40), type: 'dwelling', set: { address: 'Prøvegata 2' } },
    { lane: LANE, rec: testId(41), type: 'tenancy', set: { dwelling: testId(40), status: 'planned', startDate: '2027-01-01' } },
  ])
  expect(view(rows)?.home).toMatchObject({ address: 'Eksempelveien 1', status: 'active' })
})

test('two amounts of a deposit are two, and none stands on the page', () => {
  const support = (amount: number): Patch => ({
    lane: LANE,
    rec: TENANCY,
    type: 'tenancy',
    set: { depositSupport: { kind: 'loan', amount } },
  })
  const rows = applied(applied(homeOf(), [support(1_000_000)]), [support(2_000_000)], JON)
  expect(open('deposit', rows).base['tenancy.depositSupport.amount']).toBe('')
})

test('an address written where there was none belongs to the lease there is', () => {
  const bare: Rows = applied(new Map(), [
    { lane: LANE, rec: RESIDENT, type: 'resident', set: { displayName: 'Einar' } },
    { lane: LANE, rec: TENANCY, type: 'tenancy', set: { tenureType: 'owner', status: 'active' } },
  ])
  const after = applied(bare, patchesOf(typed(open('address', bare), { 'dwelling.address': 'Prøvegata 9' }), bare))
  const home = view(after)?.home
  expect(home).toMatchObject({ address: 'Prøvegata 9', tenure: 'owner' })
  expect(home?.tenancies[0]?.dwelling).toBe(home?.dwelling)
})

test('a new resident is a case of her own with what was written, and the rest unknown', () => {
  const values = {
    'resident.displayName': 'Nora Ny-Eksempel',
    'resident.phone': '00 00 01 44',
    'dwelling.address': 'Prøvegata 40',
    'tenancy.tenureType': 'private_rental',
  }
  const made = newCase({ values, why: 'Utleieren ringte', today: TODAY, newId: idsFrom(100) })
  if (!made.ok) throw new TypeError('refused')
  expect(made.value.patches[0]?.type).toBe('resident')
  expect(new Set(made.value.patches.map(({ lane }) => lane))).toEqual(new Set([made.value.lane]))
  const seen = view(applied(new Map(), made.value.patches))
  expect(seen).toMatchObject({
    resident: { name: 'Nora Ny-Eksempel', phone: '00000144', addressProtection: 'none', clientStatus: 'unknown', status: 'open' },
    home: { address: 'Prøvegata 40', tenure: 'private_rental', status: 'active' },
    household: { childrenKnown: 'unknown', members: [{ name: 'Nora Ny-Eksempel', relation: 'self' }] },
  })
  expect(newCase({ values: {}, why: '', today: TODAY, newId: idsFrom(100) })).toMatchObject({ ok: false, refusal: { kind: 'stopped' } })
})

test('a new due day is a measure of a plan that is being made, and a task when the plan is signed or there is none', () => {
  const plan = (status: string, isSigned: boolean) => {
    const rows = applied(homeOf(), [
      { lane: LANE, rec: testId(20), type: 'plan', root: testId(20), set: { status, version: 1 } },
      {
        lane: LANE,
        rec: testId(21),
        type: 'goal',
        root: testId(20),
        set: { plan: testId(20), text: 'Betale husleia', area: 'pay_rent', status: 'open' },
      },
    ])
    const found = view(rows)?.plan
    return found && { ...found, isSigned }
  }
  const ask = (found: ReturnType<typeof plan>) =>
    askForNewDueDay({ lane: LANE, plan: found, me: MARIT, words: 'Be om ny forfallsdato', newId: idsFrom(60) })
  expect(ask(plan('draft', false))).toMatchObject({
    type: 'measure',
    root: testId(20),
    set: { plan: testId(20), goals: [testId(21)], text: 'Be om ny forfallsdato' },
  })
  expect(ask(plan('active', true))).toMatchObject({
    type: 'task',
    set: { title: 'Be om ny forfallsdato', assignee: MARIT, status: 'open' },
  })
  expect(ask(plan('offered', true))).toMatchObject({ type: 'task' })
  expect(ask(undefined)).toMatchObject({ type: 'task' })
})

test('somebody entered by mistake counts no more, and what a colleague wrote meanwhile is not struck with it', () => {
  const member = testId(30)
  const rows = applied(homeOf(), [patch(LANE, 'householdMember', member, { displayName: 'Feil Person' })])
  const row = rows.get(member)
  if (!row) throw new TypeError('missing')
  const struck = strike(row, 'mistake')
  expect(view(applied(rows, [struck]))?.household.members).toEqual([])
  const meanwhile = applied(rows, [patch(LANE, 'householdMember', member, { relation: 'child' })], JON)
  expect(view(applied(meanwhile, [struck]))?.household.members).toHaveLength(1)
})

test('every field of every page is one the app knows how to read', () => {
  const values = allValuesOf({})
  expect(Object.keys(values).sort()).toEqual(Object.keys(HOME_FIELDS).filter(isHomeField).sort())
  for (const keys of Object.values(HOME_PARTS)) for (const key of keys) expect(placeOf(key).field).not.toBe('')
})
