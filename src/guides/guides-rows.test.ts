// The rows of DOMAIN.md 4.5 that have a branch, a concern or a register of their own: first visit, moving in, and what is
// new in the second version of the follow-up visit.

import { describe, expect, test } from 'vitest'
import type { StepAnswer, Value } from '#domain/answers.ts'
import { readCase } from '#domain/case-view.ts'
import type { ConcernCode } from '#domain/codes.ts'
import type { Fact, Guide } from '#domain/guide.ts'
import { instant } from '#domain/ids.ts'
import { patch } from '#domain/records.ts'
import { visitContext } from '#domain/visit-context.ts'
import { finish } from '#domain/visit-finish.ts'
import { aCase, applied, idsFrom, LANE, MARIT, setsOf, TODAY, testId, VISIT, withRecord } from '#domain/visit-fixture.ts'
import { startVisit } from '#domain/visit-start.ts'
import { newConcerns, screensOf } from '#domain/visit-walk.ts'
import { G1_V1 } from './g1.ts'
import { G2_V2 } from './g2-v2.ts'
import { G5_V1 } from './g5.ts'
import { G7_V1 } from './g7.ts'

const rows = withRecord(aCase(), patch(LANE, 'tenancy', testId(70), { status: 'active', tenureType: 'municipal_owned' }))
type Answers = Readonly<Record<string, StepAnswer>>
const given = (value: Value, note?: string): StepAnswer => ({ kind: 'given', value, ...(note ? { note } : {}) })
const one = (code: string, note?: string) => given({ is: 'code', code }, note)
const many = (...codes: string[]) => given({ is: 'codes', codes })
const number = (n: number) => given({ is: 'number', number: n })
const each = (told: Readonly<Record<string, string>>) => given({ is: 'each', each: told })
const text = (words: string) => given({ is: 'text', text: words })
const offer = (code: 'yes' | 'no') => given({ is: 'offer', code, who: MARIT })
const home: Answers = { 'start.outcome': one('home_full'), 'start.who': many('resident') }

function walkOf(guide: Guide, answers: Answers, facts: readonly Fact[] = []) {
  const view = readCase(rows)
  if (!view) throw new TypeError('no case')
  const context = visitContext(view, VISIT, TODAY)
  return { guide, answers: { ...home, ...answers }, context: { ...context, facts: new Set([...context.facts, ...facts]) } }
}
const asked = (guide: Guide, answers: Answers, facts?: readonly Fact[]) => screensOf(walkOf(guide, answers, facts)).map(({ key }) => key)
const raised = (guide: Guide, answers: Answers, facts?: readonly Fact[]): readonly ConcernCode[] =>
  newConcerns(walkOf(guide, answers, facts), []).map(({ code }) => code)

function finished(guide: Guide, answers: Answers, facts?: readonly Fact[]) {
  const visit = rows.get(VISIT)
  if (!visit) throw new TypeError('no visit')
  const used = { code: guide.code, version: guide.version }
  const { contribution, patches } = startVisit(visit, MARIT, used, instant('2026-11-24T10:00:00.000Z'), idsFrom(1000))
  const now = applied(rows, patches)
  const view = readCase(now)
  if (!view) throw new TypeError('no case')
  const { context, answers: all } = walkOf(guide, answers, facts)
  const draft = { guide: used, visit: VISIT, contribution, answers: all, concerns: [], at: 'review' }
  const w = { view, rows: now, today: TODAY, finishedAt: instant('2026-11-24T11:05:00.000Z'), newId: idsFrom(2000), me: MARIT, seen: {} }
  const packs = { consentText: () => ({ text: 'Er det greit?', version: 1 }), needsConsent: () => undefined }
  const result = finish(guide, draft, { ...w, language: 'nb', context, packs })
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value.patches
}

/** Asked with this answer, and not without it. */
test.each<[Guide, string, Answers, Answers]>([
  [G1_V1, 'now.otherwise', { 'now.thrive': number(2) }, { 'now.thrive': number(3) }],
  [G1_V1, 'history.lostHow', { 'history.lost': one('yes') }, { 'history.lost': one('no') }],
  [
    G1_V1,
    'money.newDueDay',
    { 'money.incomeDay': number(20), 'money.dueDay': number(1) },
    { 'money.incomeDay': number(12), 'money.dueDay': number(20) },
  ],
  [G1_V1, 'money.avtalegiro', { 'money.payment': one('invoice') }, { 'money.payment': one('avtalegiro') }],
  [G1_V1, 'debt.amount', { 'money.owes': one('yes') }, { 'money.owes': one('no') }],
  [G1_V1, 'money.apply', { 'money.bostotte': one('no') }, { 'money.bostotte': one('gets') }],
  [
    G1_V1,
    'everyday.homeHelp',
    { 'everyday.manages': each({ cleaning: 'much' }) },
    { 'everyday.manages': each({ cleaning: 'some', bank: 'much' }) },
  ],
  [G1_V1, 'everyday.neighboursHow', { 'everyday.neighbours': number(2) }, { 'everyday.neighbours': number(3) }],
  [G1_V1, 'people.whatHelps', { 'people.health': one('yes') }, { 'people.health': one('no') }],
  [G1_V1, 'people.group', { 'people.helpers': helpers(3) }, { 'people.helpers': helpers(2) }],
  [G2_V2, 'debt.amount', { 'rent.paid': one('no') }, { 'rent.paid': one('yes') }],
  [
    G2_V2,
    'rent.photo',
    { 'rent.post': one('yes'), 'rent.readPost': one('read') },
    { 'rent.post': one('yes'), 'rent.readPost': one('later') },
  ],
  [G5_V1, 'home.photo', { 'home.condition': one('noted') }, { 'home.condition': one('none') }],
])('in $0.code «%s» is asked after the answer that calls for it', (guide, step, yes, no) => {
  expect(asked(guide, yes)).toContain(step)
  expect(asked(guide, no)).not.toContain(step)
})
function helpers(n: number): StepAnswer {
  return given({ is: 'people', people: Array.from({ length: n }, (_, i) => ({ name: `Prøve ${i}`, relation: 'other' })) })
}

test('after an eviction the questions about children ask of no home, and write what they always wrote', () => {
  const about = (guide: Guide) => guide.blocks.flatMap(({ steps }) => steps).filter(({ id }) => id.startsWith('child.'))
  expect(about(G7_V1).map(({ text }) => text.nb)).toEqual([
    'Hvor mange barn har du omsorg for, hele eller deler av tiden?',
    'Har barna det de trenger nå – mat, varme, søvn, skoleklær?',
    'Vet barna hva som har skjedd med boligen?',
    'Så du eller hørte du noe som gjør deg bekymret for et barn?',
  ])
  const left = (guide: Guide) => about(guide).map(({ id, writes, raises }) => ({ id, writes, raises }))
  expect(left(G7_V1)).toEqual(left(G1_V1))
})

test('no children, and the other questions about them fall away, unless some are here', () => {
  const none = { 'child.count': number(0) }
  const about = (keys: readonly string[]) => keys.filter((key) => key.startsWith('child.'))
  expect(about(asked(G1_V1, none, ['childrenLiveHere']))).toEqual(['child.count'])
  expect(about(asked(G1_V1, { 'child.count': number(1) }, ['childrenLiveHere']))).toHaveLength(4)
  expect(about(asked(G1_V1, { ...none, 'start.who': many('resident', 'children') }))).toHaveLength(4)
})

test.each<[Guide, ConcernCode, Answers, readonly Fact[]]>([
  [G1_V1, 'C-FIRE', { 'everyday.flat': each({ smoke_alarm: 'missing' }) }, []],
  [G1_V1, 'C-HEALTH', { 'people.gp': one('untreated') }, []],
  [G1_V1, 'C-NOPOWER', { 'money.owes': one('yes'), 'debt.what': many('power_cut') }, []],
  [G1_V1, 'C-EVICT', { 'money.owes': one('yes'), 'debt.what': many('rent') }, ['evictionIsNear']],
  [G2_V2, 'C-EVICT', { 'rent.paid': one('no') }, ['evictionIsNear']],
  [G2_V2, 'C-FIRE', { 'everyday.seen': given({ is: 'areas', areas: { fire_safety: { level: 1 } } }) }, []],
  [G2_V2, 'C-STAFF', { 'end.safe': one('no') }, []],
  [G2_V2, 'C-CHILD', { 'start.outcome': one('declined_entry'), 'no.special': many('children') }, []],
  [G2_V2, 'C-CAPACITY', { 'start.outcome': one('declined_entry'), 'no.special': many('not_understanding') }, []],
  [G2_V2, 'C-AGE', { 'start.outcome': one('declined_entry'), 'no.special': many('none') }, ['isOld']],
])('in $0.code an answer raises %s, and without it nothing is raised', (guide, concern, answers, facts) => {
  expect(raised(guide, answers, facts)).toContain(concern)
  expect(raised(guide, {}, facts)).toEqual([])
})

describe('the moving-in visit', () => {
  test('what is put off becomes a task each, and what is shown does not', () => {
    const titles = setsOf(finished(G5_V1, { 'home.ready': each({ keys: 'shown', power: 'later', address: 'later' }) }), 'task').map(
      ({ title }) => title,
    )
    expect(titles).toEqual(['Etter innflyttingen: Strømavtale bestilt', 'Etter innflyttingen: Adresse meldt til Folkeregisteret og Posten'])
  })

  test('the lease gets its due day, way of paying, contract and the days something was said', () => {
    const patches = finished(G5_V1, {
      'lease.written': one('yes'),
      'lease.ground': one('given'),
      'money.dueDay': number(22),
      'money.payment': one('avtalegiro'),
      'rent.notify': one('yes'),
    })
    expect(setsOf(patches, 'tenancy')).toEqual([
      { writtenLease: 'yes', earmarkInfoGivenOn: TODAY, rentDueDay: 22, paymentMethod: 'avtalegiro', informedOfNotifyRoutines: TODAY },
    ])
    expect(setsOf(patches, 'consent')).toMatchObject([{ kind: 'arrears_notification' }])
  })
})

describe('the first visit', () => {
  test('keeps her wish, her story, her income and what is owed, each in its own place', () => {
    const patches = finished(G1_V1, {
      'now.matters': text('Ro om natta'),
      'history.before': text('På hybel i tre år'),
      'money.income': one('disability'),
      'money.incomeDay': number(20),
      'money.owes': one('yes'),
      'debt.amount': number(1_200_000),
      'people.causes': many('money', 'illness'),
    })
    expect(setsOf(patches, 'housingPeriod')).toEqual([{ text: 'På hybel i tre år' }])
    expect(setsOf(patches, 'arrears')).toMatchObject([{ amount: 1_200_000, basis: 'told_by_resident' }])
    expect(setsOf(patches, 'resident')).toMatchObject([
      { income: { mainIncome: 'disability', incomeDay: 20 }, causes: ['money', 'illness'] },
    ])
  })

  test('an offer taken is a task and an offer of the catalogue; one declined is no task', () => {
    const due = { 'money.incomeDay': number(20), 'money.dueDay': number(1) }
    const taken = finished(G1_V1, { ...due, 'money.newDueDay': offer('yes') })
    expect(setsOf(taken, 'task')).toMatchObject([{ title: 'Be om ny forfallsdato.' }])
    expect(setsOf(taken, 'grant')).toMatchObject([{ code: 'fleksibel_forfall', status: 'offered' }])
    const declined = finished(G1_V1, { ...due, 'money.newDueDay': offer('no') })
    expect(setsOf(declined, 'task')).toEqual([])
    expect(setsOf(declined, 'grant')).toMatchObject([{ code: 'fleksibel_forfall', status: 'declined_by_resident' }])
  })

  test('the rest may be taken next time from the third block on, and never the end', () => {
    const waits = G1_V1.blocks.filter(({ canWait }) => canWait).map(({ id }) => id)
    expect(waits).toEqual(['history', 'money', 'everyday', 'people', 'child', 'plan'])
  })
})

test('going in in an emergency says why, and who was called', () => {
  const patches = finished(G2_V2, {
    'start.entry': one('emergency'),
    'start.emergency': given({ is: 'codes', codes: ['health'] }, 'Hørte rop'),
  })
  expect(setsOf(patches, 'visit')[0]).toMatchObject({
    entryBasis: 'emergency',
    emergency: { reason: 'Hørte rop', called: '113 eller legevakt' },
  })
})

test('whether it felt safe is never part of the resident’s file', () => {
  for (const guide of [G1_V1, G2_V2, G5_V1]) {
    const safe = guide.blocks.flatMap(({ steps }) => steps).find(({ id }) => id === 'end.safe')
    expect([safe?.isOwn, safe?.isWorkerOnly]).toEqual([true, true])
  }
})
