// The ordinary follow-up visit walked from its own data to Ferdig: every outcome, every branch, and what it leaves.

import { expect, test } from 'vitest'
import type { RaisedConcern, StepAnswer, Value, VisitDraft } from '#domain/answers.ts'
import { readCase } from '#domain/case-view.ts'
import { OUTCOMES, OUTCOMES_HELD, type Outcome } from '#domain/codes.ts'
import type { Step } from '#domain/guide.ts'
import { type Id, instant, localDate, localDateTime } from '#domain/ids.ts'
import { patch } from '#domain/records.ts'
import { type Patch, type RecordRow, seenOf } from '#domain/register.ts'
import { raisedBy } from '#domain/visit-answers.ts'
import { visitContext } from '#domain/visit-context.ts'
import { finish } from '#domain/visit-finish.ts'
import {
  aCase,
  applied,
  CHAIRS,
  FOOD,
  HOME_HELP,
  HOUSEHOLD,
  HYGIENE,
  idsFrom,
  JON,
  LANE,
  LAST_VISIT,
  MARIT,
  setsOf,
  TODAY,
  testId,
  VISIT,
  withRecord,
} from '#domain/visit-fixture.ts'
import { recordOutcome, startVisit } from '#domain/visit-start.ts'
import {
  asksWhy,
  blockState,
  gaps,
  mustHave,
  nextKey,
  outcomeOf,
  previousKey,
  progress,
  screensOf,
  shownBlocks,
  skipBlock,
  type Walk,
} from '#domain/visit-walk.ts'
import { G2_V1 } from './g2.ts'

type Answers = VisitDraft['answers']
const value = (v: Value, note?: string): StepAnswer => ({ kind: 'given', value: v, ...(note ? { note } : {}) })
const one = (code: string, note?: string): StepAnswer => value({ is: 'code', code }, note)
const many = (...codes: string[]): StepAnswer => value({ is: 'codes', codes })
const words = (text: string): StepAnswer => value({ is: 'text', text })
const home: Answers = { 'start.outcome': one('home_full'), 'start.who': many('resident'), 'start.suits': one('yes') }

function started(rows: ReadonlyMap<Id, RecordRow> = aCase()) {
  const visit = rows.get(VISIT)
  if (!visit) throw new Error('no visit')
  const { contribution, patches } = startVisit(visit, MARIT, { code: 'G2', version: 1 }, instant('2026-11-24T10:00:00.000Z'), idsFrom(1000))
  return { contribution, patches, rows: applied(rows, patches) }
}
const viewOf = (rows: ReadonlyMap<Id, RecordRow>) => {
  const view = readCase(rows)
  if (!view) throw new Error('no resident')
  return view
}
const walkOf = (answers: Answers, rows: ReadonlyMap<Id, RecordRow> = aCase()): Walk => ({
  guide: G2_V1,
  answers,
  context: visitContext(viewOf(rows), VISIT, TODAY),
})

interface Finished {
  readonly patches: readonly Patch[]
  readonly rows: ReadonlyMap<Id, RecordRow>
}
function finishOn(
  rows: ReadonlyMap<Id, RecordRow>,
  contribution: Id,
  answers: Answers,
  concerns: readonly RaisedConcern[] = [],
  shown = rows,
) {
  const draft: VisitDraft = { guide: { code: 'G2', version: 1 }, visit: VISIT, contribution, answers, concerns, at: 'review' }
  return finish(G2_V1, draft, {
    view: viewOf(rows),
    rows,
    today: TODAY,
    finishedAt: instant('2026-11-24T11:05:00.000Z'),
    newId: idsFrom(2000),
    me: MARIT,
    seen: Object.fromEntries([...shown.values()].map((row) => [row.id, seenOf(row)])),
    language: 'nb',
    coordinator: testId(3),
  })
}
function tryFinish(answers: Answers, concerns: readonly RaisedConcern[] = [], before: ReadonlyMap<Id, RecordRow> = aCase()) {
  const { rows, contribution } = started(before)
  return { result: finishOn(rows, contribution, answers, concerns), rows, contribution }
}
function finished(answers: Answers, concerns: readonly RaisedConcern[] = [], before?: ReadonlyMap<Id, RecordRow>): Finished {
  const { result, rows } = tryFinish(answers, concerns, before)
  if (!result.ok) throw new Error(result.refusal.kind)
  return { patches: result.value.patches, rows: applied(rows, result.value.patches) }
}
const visitSet = ({ patches }: Finished) => setsOf(patches, 'visit')[0]
const refusal = (answers: Answers, concerns?: readonly RaisedConcern[]) => {
  const { result } = tryFinish(answers, concerns)
  return result.ok ? undefined : result.refusal
}

// Walking

test('a held visit has six blocks, and a visit that did not happen has three', () => {
  expect(shownBlocks(walkOf({})).map((block) => block.id)).toEqual(['start', 'since', 'goals', 'rent', 'everyday', 'end'])
  expect(shownBlocks(walkOf({ 'start.outcome': one('not_home') })).map((block) => block.id)).toEqual(['start', 'after', 'end'])
  expect(progress(walkOf(home), 'rent.paid').map((bar) => [bar.part, bar.isCurrent])).toEqual([
    [1, false],
    [0, false],
    [0, false],
    [0, true],
    [0, false],
    [0, false],
  ])
})

test('when it does not suit, the four blocks in the middle fall away and it becomes a short visit', () => {
  const walk = walkOf({ ...home, 'start.suits': one('no') })
  expect(shownBlocks(walk).map((block) => block.id)).toEqual(['start', 'end'])
  expect(outcomeOf(walk)).toBe('home_short')
})

test('each open goal is a screen of its own, and next and previous lead through all screens both ways', () => {
  const walk = walkOf(home)
  const keys = screensOf(walk).map((screen) => screen.key)
  expect(keys).toContain(`goals.score@${HYGIENE}`)
  expect(keys).toContain(`goals.score@${FOOD}`)
  const first = keys[0] ?? ''
  const forward = [first]
  for (let key = nextKey(walk, first); key !== 'review'; key = nextKey(walk, key)) forward.push(key)
  const back: string[] = []
  for (let key = previousKey(walk, 'review'); key !== undefined; key = previousKey(walk, key)) back.unshift(key)
  expect(forward).toEqual(keys)
  expect(back).toEqual(keys)
})

test('a question that is no longer shown leads on to the one after it', () => {
  const walk = walkOf({ 'start.outcome': one('not_home') })
  expect(nextKey(walk, 'rent.paid')).toBe('end.next')
  expect(previousKey(walk, 'rent.paid')).toBe('after.nothingByItself')
})

test('a block says done, begun with how far, not begun, or not talked about', () => {
  const goals = G2_V1.blocks.find((block) => block.id === 'goals')
  if (!goals) throw new Error('no goals')
  expect(blockState(walkOf(home), goals)).toEqual({ kind: 'notBegun' })
  const scored = { [HYGIENE]: { score: 3, by: 'resident' } } as const
  const begun = { ...home, 'goals.score': value({ is: 'scores', scores: scored }) }
  expect(blockState(walkOf(begun), goals)).toEqual({ kind: 'begun', n: 1, of: 2 })
  expect(blockState(walkOf(skipBlock(walkOf(begun), goals)), goals)).toEqual({ kind: 'done' })
  expect(blockState(walkOf(skipBlock(walkOf(home), goals)), goals)).toEqual({ kind: 'notTalkedAbout' })
})

test('what was not talked about is listed at the end and stops nothing', () => {
  const open = gaps(walkOf(home))
  expect(open.map((gap) => [gap.block.id, gap.isWholeBlock])).toEqual([
    ['since', true],
    ['goals', true],
    ['rent', true],
    ['everyday', true],
    ['end', true],
  ])
  expect(mustHave(walkOf(home), [])).toEqual([])
})

test('a drop of two or more asks why, a drop of one does not', () => {
  const at = (score: number): boolean => {
    const walk = walkOf({ ...home, 'goals.score': value({ is: 'scores', scores: { [HYGIENE]: { score, by: 'resident' } } }) })
    return screensOf(walk).some((screen) => asksWhy(screen, walk.answers))
  }
  expect([at(3), at(2), at(1), at(0)]).toEqual([false, false, true, true])
})

test('the voluntary sentence is said at a first visit and again after six months', () => {
  const isSaid = (rows: ReadonlyMap<Id, RecordRow>) => screensOf(walkOf(home, rows)).some((screen) => screen.key === 'start.voluntary')
  expect(isSaid(aCase())).toBe(false)
  const old = { planned: { start: localDateTime('2026-05-20T11:00') } }
  const rows = aCase()
  expect(isSaid(withRecord(rows, patch(LANE, 'visit', LAST_VISIT, old, { seen: seenOf(rows.get(LAST_VISIT)) })))).toBe(true)
})

// What must be there

test('Ferdig asks for how it went, and for who was there only when somebody met at home', () => {
  expect(refusal({})).toMatchObject({ kind: 'needsOutcome', at: 'start.outcome' })
  expect(refusal({ 'start.outcome': one('home_full') })).toMatchObject({ kind: 'needsWhoWasThere', at: 'start.who' })
  expect(refusal({ 'start.outcome': one('home_full'), 'start.who': many() })).toMatchObject({ kind: 'needsWhoWasThere' })
  expect(refusal({ 'start.outcome': one('not_home') })).toBeUndefined()
  expect(refusal({ 'start.outcome': one('phone_instead') })).toBeUndefined()
})

const CONCERN = testId(500)
const RAISING: readonly (readonly [Answers, RaisedConcern['code'], string])[] = [
  [{ ...home, 'end.safe': one('no') }, 'C-STAFF', 'end.safe'],
  [{ 'start.outcome': one('unsafe_left') }, 'C-STAFF', 'start.outcome'],
  [{ 'start.outcome': one('not_home'), 'after.signs': many('distress') }, 'C-ACUTE', 'after.signs'],
  [{ 'start.outcome': one('no_answer'), 'after.signs': many('child_alone') }, 'C-CHILD', 'after.signs'],
  [{ 'start.outcome': one('unwell'), 'after.health': one('unsure') }, 'C-HEALTH', 'after.health'],
  [{ ...home, 'start.who': many('resident', 'children'), 'child.worry': one('unsure') }, 'C-CHILD', 'child.worry'],
  [{ ...home, 'start.who': many('children'), 'child.needs': one('no') }, 'C-CHILD', 'child.needs'],
  ...(['fire_safety', 'health', 'children'] as const).map(
    (area, n) =>
      [
        { ...home, 'everyday.seen': value({ is: 'areas', areas: { [area]: { level: 1 } } }) },
        (['C-FIRE', 'C-HEALTH', 'C-CHILD'] as const)[n] ?? 'C-FIRE',
        'everyday.seen',
      ] as const,
  ),
]
test.each(RAISING)('%j raises %s, which must be answered before Ferdig', (answers, code, fromStep) => {
  const step: Step | undefined = G2_V1.blocks.flatMap((block) => block.steps).find((found) => found.id === fromStep)
  expect(step && raisedBy(step, answers[fromStep])).toEqual([code])
  const raised: RaisedConcern = { id: CONCERN, code, fromStep }
  expect(refusal(answers)).toEqual({ kind: 'needsConcernAction', code, concern: undefined, at: fromStep })
  expect(refusal(answers, [raised])).toEqual({ kind: 'needsConcernAction', code, concern: CONCERN, at: fromStep })
  const without: RaisedConcern = { ...raised, action: 'assessed_no_action' }
  expect(refusal(answers, [without])).toEqual({ kind: 'needsConcernReason', code, concern: CONCERN, at: fromStep })
  const { patches } = finished(answers, [{ ...without, note: 'Snakket med leder.' }])
  expect(setsOf(patches, 'concern')).toMatchObject([
    { code, status: 'open', raisedFrom: fromStep, visit: VISIT },
    { status: 'handled', action: { taken: 'assessed_no_action', on: TODAY, note: 'Snakket med leder.' } },
  ])
})

test('a slight unease at an area raises nothing', () => {
  expect(refusal({ ...home, 'everyday.seen': value({ is: 'areas', areas: { fire_safety: { level: 2 } } }) })).toBeUndefined()
})

test('a concern raised outside the draft must be answered too', () => {
  const rows = withRecord(aCase(), patch(LANE, 'concern', CONCERN, { code: 'C-HEALTH', visit: VISIT, status: 'open' }), MARIT)
  const { result } = tryFinish(home, [], rows)
  expect(result.ok ? undefined : result.refusal).toMatchObject({ kind: 'needsConcernAction', concern: CONCERN })
})

// Every outcome

const STATUS: Partial<Record<Outcome, string>> = { cancelled_by_resident: 'cancelled', cancelled_by_service: 'cancelled' }
const LEAVES: Readonly<Record<Outcome, { readonly tasks?: number; readonly attempt?: string; readonly concern?: true }>> = {
  home_full: {},
  home_short: {},
  home_at_door: {},
  phone_instead: {},
  not_home: { attempt: 'no_answer' },
  no_answer: { attempt: 'no_answer' },
  declined_entry: { attempt: 'refused' },
  declined_service: { attempt: 'refused' },
  cancelled_by_resident: {},
  cancelled_by_service: { tasks: 1 },
  moved: {},
  intoxicated: {},
  unwell: {},
  unsafe_left: { concern: true },
  wrong_address: {},
  hospital_or_detox: { tasks: 1 },
  imprisoned: { tasks: 1 },
  deceased: { tasks: 1 },
}
test.each([...OUTCOMES])('%s can be finished with two answers and leaves only what it should', (outcome) => {
  const answers: Answers = { 'start.outcome': one(outcome), 'start.who': many('resident') }
  const leaves = LEAVES[outcome]
  const handled: readonly RaisedConcern[] = leaves.concern
    ? [{ id: CONCERN, code: 'C-STAFF', fromStep: 'start.outcome', action: 'told_leader' }]
    : []
  const end = finished(answers, handled)
  expect(visitSet(end)).toMatchObject({
    outcome: { code: outcome },
    status: STATUS[outcome] ?? (OUTCOMES_HELD.includes(outcome) ? 'done' : 'not_done'),
  })
  expect(setsOf(end.patches, 'contactAttempt').map((set) => set.result)).toEqual(leaves.attempt ? [leaves.attempt] : [])
  expect(setsOf(end.patches, 'task')).toHaveLength(leaves.tasks ?? 0)
  expect(setsOf(end.patches, 'visit')).toHaveLength(1)
  expect(setsOf(end.patches, 'safetyReport')).toEqual([])
})

test('a refusal starts nothing: no task, no new visit, no stop', () => {
  const { patches } = finished({ 'start.outcome': one('declined_service') })
  expect(patches.map((made) => made.type).sort()).toEqual(['contactAttempt', 'contribution', 'visit'])
})

test('a note left at the door is one attempt with a message', () => {
  const { patches } = finished({ 'start.outcome': one('not_home'), 'after.message': one('note') })
  expect(setsOf(patches, 'contactAttempt')).toEqual([{ on: TODAY, way: 'door', direction: 'out', result: 'left_message', visit: VISIT }])
})

test('we owe a new time when we cancelled, unless it was agreed at once', () => {
  const answers: Answers = { 'start.outcome': one('cancelled_by_service') }
  expect(setsOf(finished(answers).patches, 'task')).toMatchObject([{ assignee: MARIT, status: 'open' }])
  const agreed = { ...answers, 'end.next': value({ is: 'nextVisit', start: localDateTime('2026-11-26T10:00') }) }
  expect(setsOf(finished(agreed).patches, 'task')).toEqual([])
})

test('a new address and a right address go to the coordinator in the words that were written', () => {
  for (const [outcome, step] of [
    ['moved', 'after.movedTo'],
    ['wrong_address', 'after.rightAddress'],
  ] as const) {
    const { patches } = finished({ 'start.outcome': one(outcome), [step]: words('Prøveveien 3') })
    expect(setsOf(patches, 'task')).toMatchObject([{ assignee: testId(3), title: expect.stringContaining('«Prøveveien 3»') }])
  }
})

test('the reason a resident is away does not follow into a task', () => {
  const { patches } = finished({ 'start.outcome': one('hospital_or_detox', 'Avdeling 4') })
  expect(JSON.stringify(setsOf(patches, 'task'))).not.toContain('Avdeling')
  expect(visitSet({ patches, rows: new Map() })).toMatchObject({ outcome: { code: 'hospital_or_detox', note: 'Avdeling 4' } })
})

// Every answer

test('skipped, declined, empty and not asked are four different things in the record', () => {
  const { patches } = finished({
    ...home,
    'since.how': { kind: 'skipped' },
    'rent.paid': { kind: 'declined' },
    'rent.post': one('no'),
    'end.agreements': value({ is: 'agreements', lines: [] }),
  })
  const set = setsOf(patches, 'contribution')[0] ?? {}
  expect(set['q.since.how']).toEqual({ skipped: true })
  expect(set['q.rent.paid']).toEqual({ declined: true })
  expect(set['q.rent.post']).toEqual({ v: 'no' })
  expect(set).not.toHaveProperty('q.end.agreements')
  expect(set).not.toHaveProperty('q.everyday.neighbours')
  expect(set.finishedAt).toBe('2026-11-24T11:05:00.000Z')
})

test('a goal that was skipped or declined has no score, and one with a drop keeps the words', () => {
  const scores = {
    [HYGIENE]: { score: 1, by: 'resident', note: 'Det er tungt.', why: 'Hege sluttet.' },
    [FOOD]: { none: 'declined', by: 'resident' },
  } as const
  const { patches } = finished({ ...home, 'goals.score': value({ is: 'scores', scores }) })
  expect(setsOf(patches, 'goalScore')).toEqual([
    { goal: HYGIENE, on: TODAY, by: 'resident', score: 1, visit: VISIT, note: 'Det er tungt.\nHege sluttet.' },
  ])
  expect(setsOf(patches, 'contribution')[0]?.['q.goals.score']).toMatchObject({ v: { [FOOD]: { declined: true } } })
})

test('a kept agreement is done, an irrelevant one is dropped, and one that failed stays open', () => {
  const check = (result: 'yes' | 'no' | 'partly' | 'not_relevant') =>
    setsOf(finished({ ...home, 'since.agreed': value({ is: 'checks', checks: { [CHAIRS]: { result } } }) }).patches, 'task')
  expect(check('yes')).toEqual([{ status: 'done', doneOn: TODAY }])
  expect(check('not_relevant')).toEqual([{ status: 'dropped' }])
  expect([check('no'), check('partly')]).toEqual([[], []])
})

test('help that fails twice running becomes a task to the coordinator, once does not', () => {
  const answers = { ...home, 'since.services': value({ is: 'checks', checks: { [HOME_HELP]: { result: 'no' } } }) }
  expect(setsOf(finished(answers).patches, 'measureLog')).toEqual([{ measure: HOME_HELP, on: TODAY, done: 'no', visit: VISIT }])
  expect(setsOf(finished(answers).patches, 'task')).toEqual([])
  const log = patch(LANE, 'measureLog', testId(600), { measure: HOME_HELP, on: localDate('2026-11-17'), done: 'no', visit: LAST_VISIT })
  const again = finished(answers, [], withRecord(aCase(), log))
  expect(setsOf(again.patches, 'task')).toMatchObject([
    { assignee: testId(3), title: 'Avtalt hjelp kom ikke to ganger på rad: Hjemmehjelp' },
  ])
})

test('unpaid rent is noted with what the resident says, and no amount is invented', () => {
  const { patches } = finished({ ...home, 'rent.paid': one('no'), 'rent.why': words('Pengene kom for sent.') })
  expect(setsOf(patches, 'observation')).toEqual([
    { visit: VISIT, area: 'economy', basis: 'told_by_resident', text: 'Husleien er ikke betalt denne måneden.' },
    { visit: VISIT, area: 'economy', basis: 'told_by_resident', text: 'Pengene kom for sent.' },
  ])
  expect(setsOf(patches, 'arrears')).toEqual([])
})

test('an answer behind a question that is no longer shown leaves no trace', () => {
  const { patches } = finished({ ...home, 'rent.paid': one('yes'), 'rent.why': words('Gammelt svar') })
  expect(JSON.stringify(patches)).not.toContain('Gammelt svar')
})

test('children seen at the visit are known from now on, with their number', () => {
  const { patches } = finished({ ...home, 'start.who': many('children', 'resident'), 'child.count': value({ is: 'number', number: 2 }) })
  expect(setsOf(patches, 'household')).toEqual([{ childrenKnown: 'yes', childrenCount: 2 }])
  expect(patches.find((made) => made.type === 'household')?.rec).toBe(HOUSEHOLD)
  expect(visitSet({ patches, rows: new Map() })?.othersPresent).toEqual(['resident', 'children'])
})

test('agreements become tasks with who and when, and the next visit has the same two workers', () => {
  const lines = [
    { text: ' Kjøpe lampe ', who: 'resident', due: localDate('2026-11-27') },
    { text: '', who: MARIT },
    { text: 'Ringe strømselskapet', who: '' },
  ]
  const { patches } = finished({
    ...home,
    'end.agreements': value({ is: 'agreements', lines }),
    'end.next': value({ is: 'nextVisit', start: localDateTime('2026-12-01T11:00') }),
  })
  expect(setsOf(patches, 'task')).toEqual([
    { title: 'Kjøpe lampe', visit: VISIT, assignee: 'resident', due: '2026-11-27', status: 'open' },
    { title: 'Ringe strømselskapet', visit: VISIT, status: 'open' },
  ])
  expect(setsOf(patches, 'visit')[1]).toEqual({
    kind: 'followup',
    guide: { code: 'G2', version: 1 },
    planned: { start: '2026-12-01T11:00' },
    workers: [MARIT, JON],
    status: 'planned',
  })
})

test('a next visit a colleague has put in the book already is not made twice', () => {
  const start = localDateTime('2026-12-01T11:00')
  const rows = withRecord(aCase(), patch(LANE, 'visit', testId(700), { kind: 'followup', planned: { start }, status: 'planned' }), JON)
  expect(setsOf(finished({ ...home, 'end.next': value({ is: 'nextVisit', start }) }, [], rows).patches, 'visit')).toHaveLength(1)
})

test('a wish to change the plan goes to the coordinator in the resident’s words', () => {
  const { patches } = finished({ ...home, 'end.plan': one('yes', 'Heller onsdager.') })
  expect(setsOf(patches, 'task')).toEqual([
    { title: 'Beboeren ønsker en endring i planen. «Heller onsdager.»', status: 'open', assignee: testId(3) },
  ])
})

test('how safe it felt stands only in the worker’s own lane', () => {
  const { patches } = finished({ ...home, 'end.safe': one('a_bit', 'En hund.') })
  const report = patches.find((made) => made.type === 'safetyReport')
  expect(report).toMatchObject({ lane: `user/${MARIT}`, set: { visit: VISIT, what: 'En hund.' } })
  expect(JSON.stringify(patches.filter((made) => made.lane === LANE))).not.toContain('hund')
  expect(setsOf(patches, 'contribution')[0]).not.toHaveProperty('q.end.safe')
})

test('what the worker saw, did and showed lands in the visit and in observations of her own', () => {
  const { patches } = finished({
    ...home,
    'since.how': words('Bedre.'),
    'everyday.together': many('walk', 'tidy'),
    'everyday.neighbours': value({ is: 'number', number: 3 }),
    'everyday.seen': value({ is: 'areas', areas: { maintenance: { level: 2, note: 'Vindu' } } }),
    'end.read': one('read_together'),
  })
  expect(visitSet({ patches, rows: new Map() })).toMatchObject({ activities: ['tidy', 'walk'], residentSawNotes: 'read_together' })
  expect(setsOf(patches, 'observation')).toEqual([
    { visit: VISIT, area: 'own_wish', basis: 'told_by_resident', text: 'Bedre.' },
    { visit: VISIT, area: 'neighbours', basis: 'told_by_resident', level: 3 },
    { visit: VISIT, area: 'maintenance', basis: 'seen', text: 'Vindu', level: 2 },
  ])
  const { contribution } = started()
  for (const made of patches.filter((one) => one.type === 'observation')) expect(made.root).toBe(contribution)
})

// Two workers, one visit

test('an outcome saved at the tap is not written again', () => {
  const { rows } = started()
  const visit = rows.get(VISIT)
  if (!visit) throw new Error('no visit')
  const tapped = applied(rows, [recordOutcome(visit, MARIT, 'home_full')])
  expect(visitSet(finished(home, [], tapped))).not.toHaveProperty('outcome')
})

test('a colleague who said the same leaves one version, and one who said otherwise leaves two', () => {
  const jon = (outcome: Outcome) => {
    const rows = aCase()
    return withRecord(rows, patch(LANE, 'visit', VISIT, { outcome: { code: outcome }, othersPresent: ['resident'] }), JON)
  }
  expect(viewOf(finished(home, [], jon('home_full')).rows).twoVersions).toEqual([])
  const { rows, contribution } = started()
  const after = withRecord(rows, patch(LANE, 'visit', VISIT, { outcome: { code: 'home_short' } }), JON)
  const result = finishOn(after, contribution, home, [], rows)
  if (!result.ok) throw new Error(result.refusal.kind)
  expect(viewOf(applied(after, result.value.patches)).twoVersions.map((two) => two.field)).toEqual(['outcome'])
})

test('the same draft over the same rows gives the same patches, every time', () => {
  const { rows, contribution } = started()
  const answers = { ...home, 'since.how': words('Bedre.'), 'rent.paid': one('no') }
  expect(finishOn(rows, contribution, answers)).toEqual(finishOn(rows, contribution, answers))
})
