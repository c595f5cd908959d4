// Asking, answering, withdrawing: the sentences that stop a wrong one, and what follows from a withdrawal.

import { expect, test } from 'vitest'
import { mayWriteField } from './access.ts'
import { type CaseView, readCase } from './case-view.ts'
import type { ConsentKind } from './codes.ts'
import { consentView, mayKnow, mayRead, waiting } from './consent.ts'
import {
  type Asking,
  askAndGive,
  askAndRefuse,
  askConsent,
  type Consequence,
  consequencesOf,
  giveConsent,
  withdrawConsent,
  type Yes,
} from './consent-acts.ts'
import { type Id, instant, localDate } from './ids.ts'
import { patch } from './records.ts'
import { type RecordRow, seenOf } from './register.ts'
import { aCase, applied, HOME_HELP, idsFrom, JON, LANE, MARIT, NOW, setsOf, TODAY, testId } from './visit-fixture.ts'

const [GROUP, HEGE, CONSENT] = [testId(70), testId(71), testId(80)]
const YES: Yes = { by: 'Prøve Eksempel', as: 'self', how: 'oral_witnessed', witness: 'Marit', on: TODAY }
const ASKING: Asking = {
  kind: 'share_with_member',
  text: 'Hege kan få vite om avtaler.',
  version: 1,
  about: HEGE,
  topics: ['appointments'],
}
const ACTING = { me: MARIT, today: TODAY }
const withHege = (): Map<Id, RecordRow> =>
  applied(aCase(), [
    patch(LANE, 'group', GROUP, { purpose: 'Samarbeid' }),
    patch(LANE, 'groupMember', HEGE, { group: GROUP, name: 'Hege', roleCode: 'home_help' }),
  ])
const viewOf = (rows: ReadonlyMap<Id, RecordRow>): CaseView => {
  const view = readCase(rows)
  if (!view) throw new Error('no case')
  return view
}
const given = (rows: ReadonlyMap<Id, RecordRow>, asking: Asking, id: Id = CONSENT): Map<Id, RecordRow> => {
  const how = asking.kind === 'direct_deduction' || asking.kind === 'bostotte_transport' ? { ...YES, how: 'paper' as const } : YES
  const made = askAndGive(rows, LANE, id, asking, how, ACTING)
  if (!made.ok) throw new Error(made.refusal.kind)
  return applied(rows, made.value)
}
const rowIn = (rows: ReadonlyMap<Id, RecordRow>, id: Id): RecordRow => {
  const row = rows.get(id)
  if (!row) throw new Error('no row')
  return row
}
const following = (rows: ReadonlyMap<Id, RecordRow>): readonly Consequence['is'][] =>
  consequencesOf(viewOf(rows), consentView(rowIn(rows, CONSENT)), TODAY).map(({ is }) => is)

test.each([
  ['noText', { ...ASKING, text: ' ' }, YES],
  ['noTopics', { ...ASKING, topics: [] }, YES],
  ['noWitness', ASKING, { ...YES, witness: ' ' }],
  ['noGuardian', ASKING, { ...YES, as: 'guardian', by: '' }],
  ['needsWritten', { ...ASKING, kind: 'direct_deduction' }, YES],
  ['needsWritten', { ...ASKING, kind: 'bostotte_transport' }, YES],
  ['endsBefore', ASKING, { ...YES, validTo: localDate('2026-11-23') }],
] as const)('a yes is refused as %s, and nothing is written', (kind, asking, yes) => {
  expect(askAndGive(withHege(), LANE, CONSENT, asking, yes, ACTING)).toEqual({ ok: false, refusal: { kind } })
})

test('the words, their version, who said it, how and until when are stored as they were', () => {
  const made = askAndGive(withHege(), LANE, CONSENT, ASKING, { ...YES, validTo: localDate('2027-02-24') }, ACTING)
  expect(made.ok && setsOf(made.value, 'consent')).toEqual([
    {
      kind: 'share_with_member',
      text: 'Hege kan få vite om avtaler.',
      version: 1,
      about: HEGE,
      topics: ['appointments'],
      how: 'oral_witnessed',
      given: { by: 'Prøve Eksempel', on: TODAY, as: 'self', witness: 'Marit' },
      validTo: '2027-02-24',
    },
  ])
})

test('a new yes takes the place of the one before: what was not said again is not known any more', () => {
  const before = given(withHege(), { ...ASKING, topics: ['appointments', 'health'] })
  const after = given(before, ASKING, testId(81))
  const hege = { id: HEGE, role: 'home_help' as const }
  expect(mayKnow(hege, viewOf(before).consents, TODAY)).toEqual(['appointments', 'health'])
  expect(mayKnow(hege, viewOf(after).consents, TODAY)).toEqual(['appointments'])
  expect(viewOf(after).consents.find(({ id }) => id === CONSENT)).toMatchObject({ state: 'withdrawn', isReplaced: true })
})

test('a yes about the landlord, who is no member, stands beside one about the board; a deduction has one yes alone', () => {
  const about = (scope: string): Asking => ({ kind: 'share_with_member', text: 'Ja', version: 1, topics: ['home'], scope })
  const landlord = given(withHege(), about('Utleier: husleie'))
  const board = given(landlord, about('Styret: klagen'), testId(81))
  const again = given(board, about(' Utleier: husleie '), testId(82))
  expect(viewOf(again).consents.map(({ id, state }) => [id, state])).toEqual([
    [CONSENT, 'withdrawn'],
    [testId(81), 'given'],
    [testId(82), 'given'],
  ])
  const deduction = given(withHege(), { kind: 'direct_deduction', text: 'Ja', version: 1, scope: 'Husleie' })
  const newer = given(deduction, { kind: 'direct_deduction', text: 'Ja', version: 1 }, testId(81))
  expect(viewOf(newer).consents.map(({ state }) => state)).toEqual(['withdrawn', 'given'])
})

test('a question about one photo waits on, whatever was answered about another', () => {
  const asked = askConsent(LANE, CONSENT, { kind: 'photo', text: 'Et brev?', version: 1, scope: 'et brev' })
  const rows = applied(withHege(), asked.ok ? asked.value : [], MARIT, instant('2026-11-20T10:00:00.000Z'))
  const after = (scope: string) => waiting(viewOf(given(rows, { kind: 'photo', text: 'Ja', version: 1, scope }, testId(81))).consents)
  expect([after('en skade').length, after('et brev').length]).toEqual([1, 0])
})

test('a question asked anew and answered does not wait any more', () => {
  const asked = askConsent(LANE, CONSENT, ASKING)
  const rows = applied(withHege(), asked.ok ? asked.value : [], MARIT, instant('2026-11-20T10:00:00.000Z'))
  expect(waiting(viewOf(rows).consents)).toHaveLength(1)
  const no = askAndRefuse(LANE, testId(81), ASKING, TODAY)
  expect(waiting(viewOf(applied(rows, no.ok ? no.value : [])).consents)).toEqual([])
})

test('a yes and a no written down at the same time are a no, and what is withdrawn stays so whatever comes after', () => {
  const asked = askConsent(LANE, CONSENT, ASKING)
  const rows = applied(withHege(), asked.ok ? asked.value : [])
  const yes = giveConsent(rows, rowIn(rows, CONSENT), YES, ACTING)
  const both = applied(applied(rows, yes.ok ? yes.value : []), [patch(LANE, 'consent', CONSENT, { refused: { on: TODAY } })], JON)
  expect(consentView(rowIn(both, CONSENT)).state).toBe('refused')
  const gone = applied(given(withHege(), ASKING), [patch(LANE, 'consent', CONSENT, { withdrawn: { on: TODAY } })], JON)
  const edited = applied(gone, [patch(LANE, 'consent', CONSENT, { given: { by: 'X', on: TODAY } })], MARIT, NOW)
  expect(mayKnow({ id: HEGE, role: 'home_help' }, viewOf(edited).consents, TODAY)).toEqual([])
})

test('minutes have a yes of their own when one was asked; a no to telling her anything is a no to minutes too', () => {
  const hege = { id: HEGE, role: 'home_help' as const }
  const told = given(withHege(), { ...ASKING, topics: ['appointments', 'health'] })
  expect(mayRead(hege, viewOf(told).consents, TODAY)).toEqual(['appointments', 'health'])
  const closer = given(told, { ...ASKING, kind: 'share_minutes', topics: ['appointments'] }, testId(81))
  expect(mayRead(hege, viewOf(closer).consents, TODAY)).toEqual(['appointments'])
  expect(mayKnow(hege, viewOf(closer).consents, TODAY)).toEqual(['appointments', 'health'])
  const gone = applied(closer, [patch(LANE, 'consent', CONSENT, { withdrawn: { on: TODAY } })], JON)
  expect(mayRead(hege, viewOf(gone).consents, TODAY)).toEqual([])
})

const consequence: readonly (readonly [ConsentKind, Partial<Asking>, readonly Consequence['is'][]])[] = [
  ['direct_deduction', {}, ['stopDeduction']],
  ['bostotte_transport', {}, ['stopDeduction']],
  ['control_economy', {}, ['stopDeduction']],
  ['share_with_member', { about: HEGE, topics: ['health'] }, ['tellMember']],
  ['share_minutes', { about: HEGE, topics: ['health'] }, ['tellMember']],
  ['arrears_notification', {}, ['tellLandlord']],
  ['key_access', {}, ['keysBack']],
  ['measure_report_clause', { about: HOME_HELP }, ['measurePaused']],
  ['participate', {}, ['askAboutPlan']],
  ['photo', {}, []],
  ['interpreter', {}, []],
]
test.each(consequence)('when the yes to %s is gone, this follows', (kind, more, expected) => {
  const { about: _about, topics: _topics, ...bare } = ASKING
  expect(following(given(withHege(), { ...bare, kind, ...more }))).toEqual(expected)
})

test('a withdrawal writes its tasks, due at once, pauses the measure, and leaves the plan as it is', () => {
  const rows = given(withHege(), { kind: 'measure_report_clause', text: 'Ja', version: 1, about: HOME_HELP })
  const view = viewOf(rows)
  const common = { view, rows, newId: idsFrom(6000), assignee: JON, ...ACTING }
  const measure = withdrawConsent(consentView(rowIn(rows, CONSENT)), { ...common, title: () => 'Gjør dette' })
  expect(measure.ok && setsOf(measure.value, 'measure')).toEqual([{ status: 'paused' }])
  expect(measure.ok && setsOf(measure.value, 'task')).toEqual([{ title: 'Gjør dette', assignee: JON, due: TODAY, status: 'open' }])
  const taking = given(withHege(), { kind: 'participate', text: 'Ja', version: 1 })
  const left = withdrawConsent(consentView(rowIn(taking, CONSENT)), {
    ...common,
    rows: taking,
    view: viewOf(taking),
    title: () => undefined,
  })
  expect(left.ok && left.value.map(({ type }) => type)).toEqual(['consent'])
})

test('the yes to a measure counts in the next version of the plan, and so does its withdrawal', () => {
  const [NEXT, RUNS, OTHER] = [testId(90), testId(91), testId(92)]
  const blood = { plan: NEXT, kind: 'blood_test', status: 'active', requiresConsent: true } as const
  const rows = applied(given(withHege(), { kind: 'blood_test', text: 'Ja', version: 1, about: HOME_HELP }), [
    patch(LANE, 'measure', HOME_HELP, { kind: 'blood_test' }, { seen: seenOf(withHege().get(HOME_HELP)) }),
    patch(LANE, 'plan', NEXT, { version: 2, previous: testId(20), status: 'active' }),
    patch(LANE, 'measure', RUNS, { ...blood, text: 'Blodprøver', cameFrom: HOME_HELP }),
    patch(LANE, 'measure', OTHER, { ...blood, text: 'Andre prøver' }),
  ])
  expect(consequencesOf(viewOf(rows), consentView(rowIn(rows, CONSENT)), TODAY)).toMatchObject([{ is: 'measurePaused', measure: RUNS }])
})

test('nothing follows while another yes to the same still stands, and what is gone is not withdrawn twice', () => {
  const rows = applied(given(withHege(), ASKING), [
    patch(LANE, 'consent', testId(81), { kind: 'share_with_member', about: HEGE, topics: ['appointments'], given: { by: 'P', on: TODAY } }),
  ])
  expect(following(rows)).toEqual([])
  const gone = applied(rows, [patch(LANE, 'consent', CONSENT, { withdrawn: { on: TODAY } })])
  const common = { view: viewOf(gone), rows: gone, newId: idsFrom(6000), title: () => undefined, assignee: JON, ...ACTING }
  expect(withdrawConsent(consentView(rowIn(gone, CONSENT)), common)).toEqual({ ok: false, refusal: { kind: 'notGiven' } })
})

test('on a consent that stands only its withdrawal may be written, by anybody; undoing that takes a coordinator', () => {
  const rows = given(withHege(), ASKING)
  const row = rowIn(rows, CONSENT)
  const asked = askConsent(LANE, CONSENT, ASKING)
  const open = rowIn(applied(withHege(), asked.ok ? asked.value : []), CONSENT)
  const worker = { user: JON, roles: ['followup_worker'] as const, laneRole: 'worker' as const }
  const coordinator = { ...worker, laneRole: 'coordinator' as const }
  const may = (writer: typeof worker | typeof coordinator, field: string, v: Parameters<typeof mayWriteField>[3], of = row) =>
    mayWriteField(writer, 'consent', field, v, of)
  for (const field of ['kind', 'text', 'version', 'about', 'topics', 'scope', 'given', 'how', 'validTo', 'somethingNew'])
    expect([field, may(coordinator, field, 'x')]).toEqual([field, false])
  for (const field of ['given', 'how', 'validTo']) expect([field, may(worker, field, 'x', open)]).toEqual([field, true])
  expect(may(worker, 'topics', ['health'], open)).toBe(false)
  expect([may(worker, 'withdrawn', { on: TODAY }), may(worker, 'refused', { on: TODAY }), may(worker, 'refused', null)]).toEqual([
    true,
    true,
    false,
  ])
  const gone = rowIn(applied(rows, [patch(LANE, 'consent', CONSENT, { withdrawn: { on: TODAY } })]), CONSENT)
  expect([may(worker, 'withdrawn', null, gone), may(coordinator, 'withdrawn', null, gone)]).toEqual([false, true])
  const mine = { ...worker, user: MARIT }
  expect([may(mine, 'void', { reason: 'feil' }), may(mine, 'void', { reason: 'feil' }, gone), may(worker, 'void', {})]).toEqual([
    true,
    false,
    false,
  ])
  const copied = rowIn(applied(rows, [patch(LANE, 'copyGiven', testId(90), { kind: 'minutes', to: 'Hege' })]), testId(90))
  expect(mayWriteField(coordinator, 'copyGiven', 'items', [], copied)).toBe(false)
  expect(mayWriteField(worker, 'copyGiven', 'void', {}, copied)).toBe(true)
})
