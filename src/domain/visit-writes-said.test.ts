// Complaints, assessments, tasks, wishes and plans: what a visit leaves of what was said and judged.

import { expect, test } from 'vitest'
import type { StepAnswer } from './answers.ts'
import type { Step } from './guide.ts'
import { localDate, localDateTime } from './ids.ts'
import { patch } from './records.ts'
import { aCase, applied, JON, LANE, MARIT, setsOf, TODAY, testId, VISIT, withRecord } from './visit-fixture.ts'
import { each, finished, given, many, one, same, step, tryFinish, words } from './visit-writes-fixture.ts'

type Answers = Record<string, StepAnswer>
const COMPLAINT = testId(310)
const complained = () =>
  applied(aCase(), [
    patch(LANE, 'complaint', testId(311), { about: 'smell', receivedAt: localDate('2026-10-01'), fromRole: 'neighbour' }),
    patch(LANE, 'complaint', COMPLAINT, { about: 'noise', receivedAt: TODAY, fromRole: 'neighbour', status: 'open' }),
  ])
const TALK: readonly Step[] = [
  step('knows', [{ kind: 'complaint', part: 'recognised' }]),
  step('side', [{ kind: 'complaint', part: 'residentsSide' }], { type: 'text' }),
  step('by', [{ kind: 'complaint', part: 'by' }]),
  step('house', [{ kind: 'counterComplaint' }], { type: 'text' }),
]
const talked = (answers: Answers, rows = complained()) => finished(TALK, answers, { rows, around: {} })

test('her side stands in the newest complaint, and a no to it as a disagreement', () => {
  const { patches } = talked({ knows: one('no'), side: words('Det var TV-en.'), by: one('others') })
  expect(patches.filter(({ type }) => type === 'complaint')).toMatchObject([
    { rec: COMPLAINT, set: { recognised: 'no', residentsSide: 'Det var TV-en.', by: 'others', status: 'disputed' } },
  ])
  expect(setsOf(talked({ knows: one('partly') }).patches, 'complaint')).toEqual([{ recognised: 'partly' }])
  expect(setsOf(talked({ knows: one('yes') }, aCase()).patches, 'complaint')).toEqual([])
})

test('a second worker who heard the same writes nothing more, in the same complaint', () => {
  const first = talked({ knows: one('no') })
  expect(
    setsOf(
      finished(TALK, { knows: one('no') }, { rows: first.rows, around: {}, me: JON, contribution: testId(701), from: 3000 }).patches,
      'complaint',
    ),
  ).toEqual([])
})

test('what bothers her in the house is a complaint of hers, once, that names nobody', () => {
  const first = talked({ house: words(' Heisen bråker ') })
  expect(setsOf(first.patches, 'complaint')).toEqual([
    { about: 'other', text: 'Heisen bråker', receivedAt: TODAY, receivedBy: MARIT, fromRole: 'resident', visit: VISIT, status: 'open' },
  ])
  expect(
    setsOf(finished(TALK, { house: words('heisen bråker') }, { rows: first.rows, around: {}, from: 3000 }).patches, 'complaint'),
  ).toEqual([])
})

const JUDGE: readonly Step[] = [
  step(
    'special',
    [
      { kind: 'assessment', assessment: 'special', part: 'children', says: { children: 'yes', none: 'no', unsure: 'unknown' } },
      { kind: 'assessment', assessment: 'special', part: 'highAge', says: { old: 'yes', none: 'no', unsure: 'unknown' } },
    ],
    { type: 'multi' },
  ),
  step('learnt', [{ kind: 'assessment', assessment: 'post_eviction', part: 'conclusion' }], { type: 'text' }),
  step('on', [{ kind: 'assessment', assessment: 'post_eviction', part: 'forward' }]),
  step('own', [{ kind: 'assessment', assessment: 'post_eviction', part: 'ownMeasures' }]),
]
const judged = (answers: Answers, more = {}) => finished(JUDGE, answers, more).patches.filter(({ type }) => type === 'assessment')

test('an assessment is one record for its kind, signed with my contribution, and says only what was asked', () => {
  const special = given({ is: 'codes', codes: ['children'] }, 'To små')
  const made = judged({ special, learnt: words('x'.repeat(1600)), on: one('maybe', 'Bydel Alna'), own: one('no', 'Flyttet ut') })
  expect(made.map(({ set }) => set)).toEqual([
    { kind: 'special', on: TODAY, visit: VISIT, children: 'yes', reason: 'To små' },
    {
      kind: 'post_eviction',
      on: TODAY,
      visit: VISIT,
      conclusion: 'x'.repeat(1500),
      forward: { answer: 'maybe', to: 'Bydel Alna' },
      ownMeasures: { answer: 'no', reason: 'Flyttet ut' },
    },
  ])
  expect(made.map(({ root }) => root)).toEqual([testId(700), testId(700)])
  expect(judged({})).toEqual([])
})

test('asked and answered no is an assessment too; yes is stronger than not knowing', () => {
  expect(judged({ special: many('none') })[0]?.set).toMatchObject({ children: 'no', highAge: 'no' })
  expect(judged({ special: many('old', 'unsure') })[0]?.set).toMatchObject({ children: 'unknown', highAge: 'yes' })
})

test('answers after an eviction without a conclusion close no duty', () => {
  expect(judged({ on: one('no'), own: one('yes', 'Ringe') })).toEqual([])
})

test('the assessment names the notice it is about', () => {
  const rows = withRecord(aCase(), patch(LANE, 'inquiry', testId(300), { kind: 'arrears_notice', receivedDate: TODAY }))
  expect(judged({ special: many('none') }, { rows, around: {} })[0]?.set).toMatchObject({ inquiry: testId(300) })
})

test('a colleague who judges the same adds nothing; one who judges otherwise stands beside', () => {
  const rows = finished(JUDGE, { special: many('none') }).rows
  const jon = { rows, me: JON, contribution: testId(701), from: 3000 }
  expect(judged({ special: many('none') }, jon)).toEqual([])
  expect(judged({ special: many('children') }, jon)).toHaveLength(1)
})

const options = ['a', 'b'].map((code) => ({ code, text: same(code.toUpperCase()) }))
const TASKS: readonly Step[] = [
  step('missing', [{ kind: 'taskEach', title: same('Skaff {what}'), to: 'me', due: 'today', when: ['a', 'b'] }], {
    type: 'multi',
    options,
  }),
  step('list', [{ kind: 'taskEach', title: same('Vis {what}'), to: 'coordinator', due: 'week', when: ['later'] }], {
    type: 'each',
    items: options,
  }),
  step('offer', [{ kind: 'offeredTask', title: same('Ring sammen'), when: ['yes'] }], { type: 'taskOffer' }),
  step('office', [{ kind: 'task', title: same('Se på dette'), to: 'coordinator', due: 'tomorrow', when: ['yes'] }]),
]
const coordinated = { with: { coordinator: testId(3) } }
const tasksOf = (answers: Answers, more = {}) => setsOf(finished(TASKS, answers, { ...coordinated, ...more }).patches, 'task')

test('each chosen thing is a task with a day, ours and nobody’s promise', () => {
  expect(tasksOf({ missing: many('a', 'b'), list: each({ a: 'shown', b: 'later' }), office: one('yes') })).toEqual([
    { title: 'Skaff A', assignee: MARIT, due: TODAY, status: 'open' },
    { title: 'Skaff B', assignee: MARIT, due: TODAY, status: 'open' },
    { title: 'Vis B', assignee: testId(3), due: '2026-12-01', status: 'open' },
    { title: 'Se på dette', assignee: testId(3), due: '2026-11-25', status: 'open' },
  ])
})

test('what was offered and taken is an agreement, with the who and when of the answer', () => {
  const offer = (code: 'yes' | 'no') => given({ is: 'offer', code, who: 'resident', due: localDate('2026-11-30') })
  expect(tasksOf({ offer: offer('yes') })).toEqual([
    { title: 'Ring sammen', visit: VISIT, assignee: 'resident', due: '2026-11-30', status: 'open' },
  ])
  expect(tasksOf({ offer: offer('no') })).toEqual([])
  const always = [step('offer', [{ kind: 'offeredTask', title: same('Ring sammen') }], { type: 'taskOffer' })]
  expect(setsOf(finished(always, { offer: offer('no') }).patches, 'task')).toEqual([])
  expect(tasksOf({ offer: given({ is: 'offer', code: 'yes' }) })).toEqual([{ title: 'Ring sammen', visit: VISIT, status: 'open' }])
})

test('two who write down the same make one task; another day makes another', () => {
  const offer = (due: string) => given({ is: 'offer', code: 'yes', who: 'resident', due: localDate(due) })
  const rows = finished(TASKS, { offer: offer('2026-11-30'), missing: many('a'), office: one('yes') }, coordinated).rows
  const jon = { rows, me: JON, contribution: testId(701), from: 3000 }
  expect(tasksOf({ offer: offer('2026-11-30'), office: one('yes') }, jon)).toEqual([])
  expect(tasksOf({ offer: offer('2026-12-02') }, jon)).toHaveLength(1)
})

const WISHES: readonly Step[] = [
  step('wish', [{ kind: 'planWish' }], { type: 'text' }),
  step('keep', [{ kind: 'goalWish', text: same('Jeg vil beholde boligen.'), when: ['yes'] }]),
  step('else', [{ kind: 'goalWish' }], { type: 'text' }),
  step('plan', [{ kind: 'planDraft', when: ['yes'] }]),
]
const wished = { wish: words('Ha det rolig'), keep: one('yes'), else: words('Betale i tide') }
const noPlan = () => new Map([...aCase()].filter(([, { type }]) => type !== 'plan' && type !== 'goal' && type !== 'measure'))

test('a yes to a plan makes a draft of her wishes, with nothing begun and nobody bound', () => {
  const { patches } = finished(WISHES, { ...wished, plan: one('yes') }, { rows: noPlan() })
  const [plan] = patches.filter(({ type }) => type === 'plan')
  expect(plan?.set).toMatchObject({ status: 'draft', version: 1, residentsWish: 'Ha det rolig' })
  const goals = patches.filter(({ type }) => type === 'goal')
  expect(goals.map(({ set }) => [set.text, set.parent === goals[0]?.rec])).toEqual([
    ['Ha det rolig', false],
    ['Jeg vil beholde boligen.', true],
    ['Betale i tide', true],
  ])
  expect(goals.every(({ root }) => root === plan?.rec)).toBe(true)
  expect(setsOf(patches, 'observation')).toEqual([])
})

test('a wish that is also a goal is one goal', () => {
  const { patches } = finished(WISHES, { wish: words('Ro'), else: words('Ro'), plan: one('yes') }, { rows: noPlan() })
  expect(setsOf(patches, 'goal').map(({ text }) => text)).toEqual(['Ro'])
})

test('without a yes to a plan, or where there is one, the wishes stand as what she said', () => {
  const said = ['Ha det rolig', 'Jeg vil beholde boligen.', 'Betale i tide']
  for (const [answers, rows] of [
    [wished, noPlan()],
    [{ ...wished, plan: one('yes') }, aCase()],
    [{ ...wished, plan: one('no') }, noPlan()],
  ] as const) {
    const { patches } = finished(WISHES, answers, { rows })
    expect(setsOf(patches, 'plan')).toEqual([])
    expect(setsOf(patches, 'observation').map(({ area, basis, text }) => [area, basis, text])).toEqual(
      said.map((text) => ['own_wish', 'told_by_resident', text]),
    )
  }
})

test('a second worker’s yes to a plan makes no second draft', () => {
  const first = finished(WISHES, { ...wished, plan: one('yes') }, { rows: noPlan() })
  expect(
    setsOf(
      finished(WISHES, { ...wished, plan: one('yes') }, { rows: first.rows, me: JON, contribution: testId(701), from: 3000 }).patches,
      'plan',
    ),
  ).toEqual([])
})

test('only questions that are shown are written', () => {
  const hidden = TASKS.map((one_): Step => ({ ...one_, showIf: [{ kind: 'answered', step: 'outcome', is: ['not_home'] }] }))
  const judging = JUDGE.map((one_): Step => ({ ...one_, showIf: [{ kind: 'fact', fact: 'hasNotice' }] }))
  const { patches } = finished([...hidden, ...judging], { missing: many('a'), special: many('children') })
  expect(patches.map(({ type }) => type).sort()).toEqual(['contribution', 'visit'])
})

test('a new visit is not agreed with somebody who does not want to be contacted', () => {
  const steps = [
    step('answer', [{ kind: 'refusal' }, { kind: 'contactStop', when: ['no_contact'] }]),
    step('next', [{ kind: 'createVisit' }], { type: 'nextVisit' }),
  ]
  const next = given({ is: 'nextVisit', start: localDateTime('2026-12-01T11:00') })
  const refused = tryFinish(steps, { answer: one('no_contact'), next })
  expect(refused).toEqual({ ok: false, refusal: { kind: 'contactStopped', at: 'next' } })
  expect(tryFinish(steps, { answer: one('will_think'), next }).ok).toBe(true)
  expect(tryFinish(steps, { answer: one('no_contact'), next: given({ is: 'nextVisit', residentCalls: true }) }).ok).toBe(true)
  const stopped = withRecord(aCase(), patch(LANE, 'resident', testId(10), { contactStop: { since: TODAY, scope: 'all_visits' } }))
  expect(tryFinish(steps, { next }, { rows: stopped }).ok).toBe(false)
})
