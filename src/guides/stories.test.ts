// The two stories of the national circular's appendices (DOMAIN.md 6.1, 6.2) played through the guides, one visit after the
// other, each on what the one before left: what stands in the end is what the stories tell, and nothing else.

import { expect, test } from 'vitest'
import type { StepAnswer } from '#domain/answers.ts'
import type { Guide } from '#domain/guide.ts'
import { type Id, instant, localDate, localDateTime } from '#domain/ids.ts'
import { patch } from '#domain/records.ts'
import { type Patch, type RecordRow, seenOf } from '#domain/register.ts'
import { visitContext } from '#domain/visit-context.ts'
import { finish } from '#domain/visit-finish.ts'
import { applied, idsFrom, JON, LANE, MARIT, testId } from '#domain/visit-fixture.ts'
import { startVisit } from '#domain/visit-start.ts'
import { screensOf } from '#domain/visit-walk.ts'
import { each, given, many, one, viewOf, words } from '#domain/visit-writes-fixture.ts'
import { guideFor } from './registry.ts'

type Rows = ReadonlyMap<Id, RecordRow>
type Answers = Readonly<Record<string, StepAnswer>>

const newId = idsFrom(50_000)
const PLAN = testId(20)

interface Played {
  readonly visit: Id
  readonly kind: 'followup' | 'mapping' | 'move_in'
  readonly on: string
  readonly me?: Id
  readonly answers: Answers
}

const guideOfKind = (kind: Played['kind'], on: string): Guide => {
  const guide = guideFor(kind, localDate(on))
  if (!guide) throw new Error(`no guide for ${kind}`)
  return guide
}

/** Both go; it is put in the book by whoever asks first. */
const booked = (rows: Rows, { visit, kind, on }: Played): Rows =>
  rows.has(visit)
    ? rows
    : applied(rows, [
        patch(LANE, 'visit', visit, { kind, planned: { start: localDateTime(`${on}T11:00`) }, workers: [MARIT, JON], status: 'planned' }),
      ])

interface Begun extends Played {
  readonly guide: Guide
  readonly contribution: Id
}
/** «Start besøket» on one phone. */
function begin(rows: Rows, played: Played): { readonly begun: Begun; readonly rows: Rows } {
  const { visit, kind, on, me = MARIT } = played
  const guide = guideOfKind(kind, on)
  const row = rows.get(visit)
  if (!row) throw new Error('not in the book')
  const at = instant(`${on}T10:00:00.000Z`)
  const { contribution, patches } = startVisit(row, me, guide, at, newId)
  return { begun: { ...played, guide, contribution }, rows: applied(rows, patches, me, at) }
}

/** «Ferdig» on one phone, with what it had when the visit was opened. */
function written(rows: Rows, { visit, on, me = MARIT, answers, guide, contribution }: Begun): readonly Patch[] {
  const today = localDate(on)
  const view = viewOf(rows)
  const asked = screensOf({ guide, answers, context: visitContext(view, visit, today) }).map(({ step }) => step.id)
  for (const step of Object.keys(answers)) if (!asked.includes(step)) throw new Error(`${step} is not asked`)
  const done = finish(
    guide,
    { guide: { code: guide.code, version: guide.version }, visit, contribution, answers, concerns: [], at: 'review' },
    {
      view,
      rows,
      today,
      finishedAt: instant(`${on}T11:00:00.000Z`),
      newId,
      me,
      seen: Object.fromEntries([...rows.values()].map((one) => [one.id, seenOf(one)])),
      language: 'nb',
    },
  )
  if (!done.ok) throw new Error(done.refusal.kind)
  return done.value.patches
}

/** One visit; or two workers who begin it together, and write and finish without a network, each for themselves. */
function play(rows: Rows, ...all: readonly Played[]): Rows {
  let now = all.reduce(booked, rows)
  const phones = all.map((one) => {
    const { begun, rows: after } = begin(now, one)
    now = after
    return begun
  })
  const shown = now
  return phones.reduce((after, one) => applied(after, written(shown, one), one.me ?? MARIT, instant(`${one.on}T11:00:00.000Z`)), now)
}
const home = (...here: readonly string[]): Answers => ({ 'start.outcome': one('home_full'), 'start.who': many('resident', ...here) })
const scores = (all: Readonly<Record<Id, number>>): StepAnswer =>
  given({
    is: 'scores',
    scores: Object.fromEntries(Object.entries(all).map(([goal, score]) => [goal, { score, by: 'resident' as const }])),
  })
const visitIn = (rows: Rows, visit: Id) => {
  const found = viewOf(rows).visits.find(({ id }) => id === visit)
  if (!found) throw new Error('no such visit')
  return found
}

const [H1, H2, D1, D2, D3] = [testId(21), testId(22), testId(23), testId(24), testId(25)]
function einar(): Rows {
  const goal = (id: Id, text: string, parent?: Id) =>
    patch(LANE, 'goal', id, { plan: PLAN, text, area: 'other', status: 'open', ...(parent ? { parent } : {}) })
  return applied(new Map(), [
    patch(LANE, 'resident', testId(10), { displayName: 'Einar', birthYear: 1958 }),
    patch(LANE, 'household', testId(60), { childrenKnown: 'no' }),
    patch(LANE, 'plan', PLAN, { version: 1, status: 'active', residentsWish: 'Jeg vil bli boende.' }),
    goal(H1, 'Opprettholde boforholdet'),
    goal(H2, 'Bedre ivaretakelse av meg selv og egen helse'),
    goal(D1, 'Bedre kosthold', H2),
    goal(D2, 'Bedre hygiene', H2),
    goal(D3, 'Ta hensyn til naboer', H1),
  ])
}
const [V1, V2, V3, V4] = [testId(41), testId(42), testId(43), testId(44)]
const bought: Played = {
  visit: V1,
  kind: 'followup',
  on: '2026-11-03',
  answers: { ...home(), 'everyday.together': given({ is: 'codes', codes: ['furniture'] }, 'Kjøpte bord') },
}
const anotherDay: Played = {
  visit: V2,
  kind: 'followup',
  on: '2026-11-10',
  answers: { 'start.outcome': one('intoxicated'), 'end.next': given({ is: 'nextVisit', start: localDateTime('2026-11-12T11:00') }) },
}
const scored: Played = {
  visit: V3,
  kind: 'followup',
  on: '2026-11-17',
  answers: { ...home(), 'goals.score': scores({ [D1]: 2, [D2]: 2, [D3]: 3 }) },
}

test('Einar: the table is bought together, and the visit says so', () => {
  const rows = play(einar(), bought)
  const visit = visitIn(rows, V1)
  expect([visit.status, visit.outcome, visit.activities, visit.workers]).toEqual(['done', 'home_full', ['furniture'], [MARIT, JON]])
  expect(visit.contributions[0]?.answers['everyday.together']).toEqual({ v: ['furniture'], note: 'Kjøpte bord' })
})

test('Einar: intoxicated is another day, with a new time agreed, no detail and no worry', () => {
  const rows = play(play(einar(), bought), anotherDay)
  const view = viewOf(rows)
  expect([visitIn(rows, V2).status, visitIn(rows, V2).outcome]).toEqual(['not_done', 'intoxicated'])
  expect(view.visits.filter(({ status }) => status === 'planned').map(({ start, kind }) => [start, kind])).toEqual([
    ['2026-11-12T11:00', 'followup'],
  ])
  expect([view.concerns, view.contactAttempts, visitIn(rows, V2).observations]).toEqual([[], [], []])
})

test('Einar: his own scores of the three sub-goals stand on the day of the visit', () => {
  const rows = play(play(play(einar(), bought), anotherDay), scored)
  const found = visitIn(rows, V3).goalScores.map(({ goal, score, by, on }) => [goal, score, by, on])
  expect(found.sort()).toEqual(
    [
      [D1, 2, 'resident', '2026-11-17'],
      [D2, 2, 'resident', '2026-11-17'],
      [D3, 3, 'resident', '2026-11-17'],
    ].sort(),
  )
})

test('Einar: two phones at one visit keep both scores, and the visit itself stands in one version', () => {
  const before = play(play(play(einar(), bought), anotherDay), scored)
  const ours = (me: Id, score: number): Played => ({
    visit: V4,
    kind: 'followup',
    on: '2026-11-24',
    me,
    answers: { ...home(), 'goals.score': scores({ [D2]: score }) },
  })
  const rows = play(before, ours(MARIT, 2), ours(JON, 3))
  const visit = visitIn(rows, V4)
  expect(visit.goalScores.map(({ goal, score }) => [goal, score])).toEqual([
    [D2, 2],
    [D2, 3],
  ])
  expect(visit.contributions.map(({ worker }) => worker)).toEqual([MARIT, JON])
  expect([visit.outcome, visit.twoOutcomes, viewOf(rows).twoVersions.filter(({ field }) => field !== 'ended')]).toEqual([
    'home_full',
    false,
    [],
  ])
})

const [MAPPING, MOVE_IN, FIRST] = [testId(45), testId(46), testId(47)]
const released = (): Rows =>
  applied(new Map(), [patch(LANE, 'resident', testId(10), { displayName: 'Ung mann (K)' }), patch(LANE, 'household', testId(60), {})])
const THROWN_OUT = 'Kastet ut av tidligere bolig: husbråk, trakk til seg «gode venner», stort rusmisbruk'
const PRISON = 'Fengsel; soning ferdig, løslates når han kan flytte til bolig'
const HELPERS = ['Politibetjent fra bydelen', 'Primærlege', 'Psykiatrisk sykepleier', 'Sosialkurator']
const mapping: Played = {
  visit: MAPPING,
  kind: 'mapping',
  on: '2026-04-20',
  answers: {
    ...home(),
    'now.matters': words('Jeg vil ha et sted å bo, og være rusfri.'),
    'history.before': words(PRISON),
    'history.lost': one('yes'),
    'history.lostHow': words(THROWN_OUT),
    'money.income': one('social_assistance'),
    'everyday.manages': each({ food: 'self', cleaning: 'self' }),
    'people.health': one('yes', 'I rus psykotisk og full av angst.'),
    'people.causes': many('others_here', 'other'),
    'people.helpers': given({ is: 'people', people: HELPERS.map((name) => ({ name, relation: 'other' })) }),
    'people.group': given({ is: 'offer', code: 'yes', who: MARIT }),
    'plan.wants': one('yes'),
  },
}

test('the young man: before he is released it stands where he lived, what he lives on, why it went wrong and what he manages', () => {
  const rows = play(released(), mapping)
  const view = viewOf(rows)
  expect(
    view.history.housing
      .flatMap(({ text, why }) => [text, why])
      .filter(Boolean)
      .sort(),
  ).toEqual([PRISON, THROWN_OUT].sort())
  const resident = [...rows.values()].find(({ type }) => type === 'resident')
  expect(resident?.regs.income?.[0]?.v).toEqual({ mainIncome: 'social_assistance' })
  expect(resident?.regs.causes?.[0]?.v).toEqual(['others_here', 'other'])
  expect(visitIn(rows, MAPPING).contributions[0]?.answers['everyday.manages']).toEqual({ v: { food: 'self', cleaning: 'self' } })
  expect(visitIn(rows, MAPPING).observations.find(({ text }) => text?.includes('angst'))?.basis).toBe('told_by_resident')
})

test('the young man: his own wish begins a plan in draft, and a group is somebody’s task to call together', () => {
  const rows = play(released(), mapping)
  const view = viewOf(rows)
  expect([view.plan?.status, view.plan?.residentsWish]).toEqual(['draft', 'Jeg vil ha et sted å bo, og være rusfri.'])
  expect(view.tasks.filter(({ assignee }) => assignee === MARIT)).toHaveLength(1)
  expect([view.group, view.concerns]).toEqual([undefined, []])
})

test('the young man: what he was shown when he moved in, and the nurse who came, stand in his case without a complaint', () => {
  const nurse = testId(31)
  const agreed = [
    patch(LANE, 'tenancy', testId(70), { tenureType: 'municipal_owned', status: 'active', startDate: localDate('2026-05-20') }),
    patch(LANE, 'plan', PLAN, { version: 1, status: 'active' }),
    patch(LANE, 'measure', nurse, { plan: PLAN, text: 'Hjemmebesøk av psykiatrisk sykepleier', kind: 'nursing', status: 'active' }),
  ]
  const movedIn = play(applied(play(released(), mapping), agreed), {
    visit: MOVE_IN,
    kind: 'move_in',
    on: '2026-05-20',
    answers: {
      ...home(),
      'home.ready': each({ keys: 'shown', power: 'later' }),
      'lease.written': one('yes'),
      'money.dueDay': given({ is: 'number', number: 22 }),
    },
  })
  const rows = play(movedIn, {
    visit: FIRST,
    kind: 'followup',
    on: '2026-05-27',
    answers: { ...home(), 'since.services': given({ is: 'checks', checks: { [nurse]: { result: 'yes' } } }) },
  })
  const tenancy = [...rows.values()].find(({ type }) => type === 'tenancy')
  expect([tenancy?.regs.writtenLease?.[0]?.v, tenancy?.regs.rentDueDay?.[0]?.v]).toEqual(['yes', 22])
  expect(visitIn(rows, FIRST).measureLogs.map(({ measure, done }) => [measure, done])).toEqual([[nurse, 'yes']])
  expect([viewOf(rows).complaints, viewOf(rows).concerns]).toEqual([[], []])
  expect(viewOf(rows).visits.map(({ outcome }) => outcome)).toEqual(['home_full', 'home_full', 'home_full'])
})

test('nothing in either story writes a complaint, a sanction or a letter', () => {
  const all = [...play(released(), mapping).values(), ...play(play(einar(), bought), anotherDay).values()]
  expect(all.filter(({ type }) => ['complaint', 'letter', 'evictionCase', 'safetyReport'].includes(type))).toEqual([])
})
