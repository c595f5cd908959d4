// The evaluation of a plan walked from its own data to Ferdig: every branch, every decision, and what it leaves.

import { describe, expect, test } from 'vitest'
import type { StepAnswer, Value, VisitDraft } from '#domain/answers.ts'
import { readCase } from '#domain/case-view.ts'
import { type Outcome, REVIEW_DECISIONS, type ReviewDecision } from '#domain/codes.ts'
import type { Language } from '#domain/guide.ts'
import { type Id, instant, localDate } from '#domain/ids.ts'
import { patch } from '#domain/records.ts'
import { fieldsInTwoVersions, type Patch, type RecordRow, seenOf } from '#domain/register.ts'
import { visitContext } from '#domain/visit-context.ts'
import { finish } from '#domain/visit-finish.ts'
import { aCase, applied, FOOD, HOME_HELP, HYGIENE, idsFrom, JON, LANE, MARIT, setsOf, TODAY, testId, VISIT } from '#domain/visit-fixture.ts'
import { startVisit } from '#domain/visit-start.ts'
import { gaps, impossibleDates, mustHave, screensOf, shownBlocks, skipBlock, type Walk } from '#domain/visit-walk.ts'
import { G6_V1 } from './g6.ts'
import { G6_V2 } from './g6-v2.ts'

type Answers = VisitDraft['answers']
const value = (v: Value, note?: string): StepAnswer => ({ kind: 'given', value: v, ...(note ? { note } : {}) })
const one = (code: string, note?: string): StepAnswer => value({ is: 'code', code }, note)
const words = (text: string): StepAnswer => value({ is: 'text', text })
const DECLINED: StepAnswer = { kind: 'declined' }
const SKIPPED: StepAnswer = { kind: 'skipped' }
const home: Answers = {
  'start.outcome': one('home_full'),
  'start.who': value({ is: 'codes', codes: ['resident'] }),
  'start.suits': one('yes'),
}

const PLAN = testId(20)
const COORDINATOR = testId(3)
const OWN = testId(31)
const ENDED = testId(32)
/** The home of the fixture on the day its plan is to be evaluated: signed, with our part in one measure. */
function evaluated(status: 'active' | 'paused' | 'expired' | 'completed' = 'active'): Map<Id, RecordRow> {
  const rows = applied(aCase(), [
    patch(LANE, 'plan', PLAN, {
      period: { startDate: localDate('2026-09-01'), endDate: localDate('2027-03-01') },
      review: { everyMonths: 3, next: localDate('2026-12-01') },
    }),
    patch(LANE, 'measure', HOME_HELP, { servicesPart: 'Fast dag, fast person', responsible: ['resident', 'Hjemmehjelpen'] }),
    patch(LANE, 'measure', OWN, { plan: PLAN, text: 'Lage middag', kind: 'other', status: 'active', responsible: ['resident'], order: 2 }),
    patch(LANE, 'measure', ENDED, {
      plan: PLAN,
      text: 'Avrusning',
      kind: 'detox',
      status: 'done',
      responsible: ['Institusjonen'],
      order: 3,
    }),
    patch(LANE, 'visit', VISIT, { kind: 'plan_review' }),
  ])
  const plan = rows.get(PLAN)
  if (!plan) throw new Error('no plan')
  return applied(rows, status === 'active' ? [] : [patch(LANE, 'plan', PLAN, { status }, { seen: seenOf(plan) })])
}
const viewOf = (rows: ReadonlyMap<Id, RecordRow>) => {
  const view = readCase(rows)
  if (!view) throw new Error('no resident')
  return view
}
const walkOf = (answers: Answers, rows: ReadonlyMap<Id, RecordRow> = evaluated()): Walk => ({
  guide: G6_V1,
  answers,
  context: visitContext(viewOf(rows), VISIT, TODAY),
})
const keys = (answers: Answers, rows?: ReadonlyMap<Id, RecordRow>) => screensOf(walkOf(answers, rows)).map(({ key }) => key)

interface Worker {
  readonly me: Id
  readonly contribution: Id
  readonly from: number
  readonly language?: Language
}
const ofMarit: Worker = { me: MARIT, contribution: testId(1001), from: 2000 }
const ofJon: Worker = { me: JON, contribution: testId(1101), from: 3000 }
/** `shown`: what was on the screen when the visit was opened. */
function finishes(
  answers: Answers,
  rows: ReadonlyMap<Id, RecordRow>,
  { me, contribution, from, language = 'nb' }: Worker,
  shown = rows,
  guide = G6_V1,
) {
  const { code, version } = guide
  const draft: VisitDraft = { guide: { code, version }, visit: VISIT, contribution, answers, concerns: [], at: 'review' }
  return finish(guide, draft, {
    view: viewOf(rows),
    rows,
    today: TODAY,
    finishedAt: instant('2026-11-24T11:05:00.000Z'),
    newId: idsFrom(from),
    me,
    seen: Object.fromEntries([...shown.values()].map((row) => [row.id, seenOf(row)])),
    language,
    coordinator: COORDINATOR,
  })
}
interface Finished {
  readonly patches: readonly Patch[]
  readonly rows: ReadonlyMap<Id, RecordRow>
}
function finished(answers: Answers, rows: ReadonlyMap<Id, RecordRow> = evaluated(), who = ofMarit, shown = rows): Finished {
  const result = finishes({ ...home, ...answers }, rows, who, shown)
  if (!result.ok) throw new Error(result.refusal.kind)
  return { patches: result.value.patches, rows: applied(rows, result.value.patches, who.me) }
}
const reviewOf = ({ rows }: Finished) => viewOf(rows).reviews[0]
const planOf = ({ patches }: Finished) => setsOf(patches, 'plan')[0]

// Walking

test('an evaluation has six blocks, and a visit that did not happen has three', () => {
  expect(shownBlocks(walkOf(home)).map(({ id }) => id)).toEqual(['start', 'then', 'goals', 'help', 'onward', 'end'])
  expect(shownBlocks(walkOf({ 'start.outcome': one('not_home') })).map(({ id }) => id)).toEqual(['start', 'after', 'end'])
  expect(shownBlocks(walkOf({ ...home, 'start.suits': one('no') })).map(({ id }) => id)).toEqual(['start', 'end'])
})

test.each(['draft', 'offered', 'declined'] as const)('with a plan that is only %s there is nothing to evaluate', (status) => {
  const rows = applied(evaluated(), [patch(LANE, 'plan', PLAN, { status }, { seen: seenOf(evaluated().get(PLAN)) })])
  const replaced = new Map(rows)
  const row = replaced.get(PLAN)
  if (row) replaced.set(PLAN, { ...row, regs: { ...row.regs, status: row.regs.status?.slice(-1) ?? [] } })
  expect(shownBlocks(walkOf(home, replaced)).map(({ id }) => id)).toEqual(['start', 'end'])
})

test('a plan that pauses or has run out is evaluated all the same', () => {
  for (const status of ['paused', 'expired'] as const) expect(keys(home, evaluated(status))).toContain('onward.decision')
})

test('each open goal has its own screen, and measures that are over are not asked about', () => {
  expect(keys(home)).toEqual([
    'start.outcome',
    'start.who',
    'start.suits',
    'then.content',
    `goals.reached@${HYGIENE}`,
    `goals.reached@${FOOD}`,
    'help.helped',
    'help.notWorked',
    'help.howOften',
    'help.trust',
    'help.ourPart',
    'onward.decision',
    'onward.agreed',
    'end.agreements',
    'end.next',
    'end.read',
    'end.thanks',
    'end.safe',
  ])
  const screens = screensOf(walkOf(home))
  const measuresOf = (step: string) => screens.find(({ key }) => key === step)?.measures?.map(({ id }) => id)
  expect(measuresOf('help.helped')).toEqual([OWN, HOME_HELP])
  expect(measuresOf('help.ourPart')).toEqual([HOME_HELP])
})

test.each([
  ['renew', ['onward.newGoal', 'onward.endDate']],
  ['change', ['onward.newGoal', 'onward.endDate']],
  ['complete', ['onward.whatIf', 'onward.whom']],
  ['end', ['onward.whatIf', 'onward.whom']],
  ['pause', []],
  ['unsure', []],
] as const)('after «%s» these come up: %j', (decision, more) => {
  const shown = keys({ ...home, 'onward.decision': one(decision) }).filter((key) => key.startsWith('onward.'))
  expect(shown).toEqual(['onward.decision', ...more, 'onward.agreed'])
})

test('only how it went and who was there stop Ferdig', () => {
  expect(mustHave(walkOf(home), [])).toEqual([])
  expect(mustHave(walkOf({}), []).map(({ kind }) => kind)).toEqual(['needsOutcome'])
  const { patches } = finished({})
  expect(setsOf(patches, 'planReview')).toEqual([])
  expect(setsOf(patches, 'plan')).toEqual([])
})

test('a block that is passed over is skipped as a whole and leaves no evaluation', () => {
  const walk = walkOf(home)
  const help = shownBlocks(walk).find(({ id }) => id === 'help')
  if (!help) throw new Error('no block')
  const answers = skipBlock(walk, help)
  expect(answers['help.helped']).toEqual(SKIPPED)
  expect(gaps({ ...walk, answers }).map(({ block, isWholeBlock }) => [block.id, isWholeBlock])).toContainEqual(['help', true])
  expect(setsOf(finished(answers).patches, 'planReview')).toEqual([])
})

// What it leaves

const everything: Answers = {
  'then.content': words(' At noen kommer fast. '),
  'goals.reached': value({
    is: 'scores',
    scores: {
      [HYGIENE]: { by: 'resident', score: 4, goalResult: 'reached', note: 'Dusjer hver dag.' },
      [FOOD]: { by: 'resident', goalResult: 'partly' },
    },
  }),
  'help.helped': value(
    { is: 'reviews', reviews: { [HOME_HELP]: { helped: 'yes', onward: 'keep' }, [OWN]: { helped: 'no', onward: 'stop' } } },
    'Kaffen',
  ),
  'help.notWorked': words('For mange brev.'),
  'help.howOften': one('too_seldom'),
  'help.trust': value({ is: 'number', number: 4 }),
  'help.ourPart': value({ is: 'checks', checks: { [HOME_HELP]: { result: 'partly', note: 'Ny person i oktober' } } }),
}

test('one evaluation holds what was said, with the workers and the resident as those who took part', () => {
  const { patches } = finished(everything)
  expect(setsOf(patches, 'planReview')).toEqual([
    {
      plan: PLAN,
      visit: VISIT,
      on: TODAY,
      participants: [MARIT, JON, 'resident'],
      residentsVoice: 'At noen kommer fast.',
      whatHelped: 'Kaffen',
      whatDidNot: 'For mange brev.',
      trust: 4,
      howOften: 'too_seldom',
    },
  ])
  for (const made of patches.filter(({ type }) => ['planReview', 'goalResult', 'measureReview', 'signature'].includes(type)))
    expect(made.root).toBe(ofMarit.contribution)
})

test('each goal gets its result, its state and the resident’s rating', () => {
  const { patches, rows } = finished(everything)
  const review = patches.find(({ type }) => type === 'planReview')?.rec
  expect(setsOf(patches, 'goalResult')).toEqual([
    { review, goal: HYGIENE, result: 'reached', note: 'Dusjer hver dag.' },
    { review, goal: FOOD, result: 'partly' },
  ])
  expect(setsOf(patches, 'goalScore')).toEqual([
    { goal: HYGIENE, on: TODAY, by: 'resident', score: 4, visit: VISIT, note: 'Dusjer hver dag.' },
  ])
  const goals = viewOf(rows).plan?.mainGoals.flatMap(({ subGoals }) => subGoals.map(({ id, status }) => [id, status]))
  expect(goals).toEqual([
    [HYGIENE, 'reached'],
    [FOOD, 'partly'],
  ])
})

test('what helped, what shall go on and whether we did our part stand in one record for each measure', () => {
  const { patches, rows } = finished(everything)
  const review = patches.find(({ type }) => type === 'planReview')?.rec
  expect(setsOf(patches, 'measureReview')).toEqual([
    { review, measure: OWN, helped: 'no', onward: 'stop' },
    { review, measure: HOME_HELP, helped: 'yes', onward: 'keep', weDid: 'partly', note: 'Ny person i oktober' },
  ])
  expect(viewOf(rows).plan?.measures.map(({ id, status }) => [id, status])).toEqual([
    [OWN, 'stopped'],
    [ENDED, 'done'],
    [HOME_HELP, 'active'],
  ])
})

const AFTER: Readonly<Record<ReviewDecision, { readonly status: string; readonly next: boolean; readonly task: boolean }>> = {
  renew: { status: 'in_evaluation', next: true, task: true },
  change: { status: 'in_evaluation', next: true, task: true },
  pause: { status: 'paused', next: true, task: false },
  complete: { status: 'completed', next: false, task: false },
  end: { status: 'ended_by_resident', next: false, task: false },
  unsure: { status: 'active', next: true, task: false },
}
describe.each(REVIEW_DECISIONS)('the resident decides %s', (decision) => {
  const { status, next, task } = AFTER[decision]
  const done = finished({ 'onward.decision': one(decision), 'onward.agreed': one('oral_witnessed') })

  test('the plan moves as decided, and the day of the evaluation is its last', () => {
    const plan = viewOf(done.rows).plan
    expect([plan?.status, plan?.lastReviewOn, reviewOf(done)?.decision]).toEqual([status, TODAY, decision])
    expect(plan?.nextReview).toBe(next ? '2027-02-24' : '2026-12-01')
    expect(reviewOf(done)?.nextReview).toBe(next ? '2027-02-24' : undefined)
    expect(Object.keys(planOf(done) ?? {}).filter((field) => !['status', 'review', 'lastReviewOn'].includes(field))).toEqual([])
  })
  test(task ? 'the coordinator gets the next version to make' : 'nobody gets a version to make', () => {
    const made = setsOf(done.patches, 'task')
    expect(made).toEqual(task ? [{ title: 'Lag ny versjon av planen.', status: 'open', assignee: COORDINATOR }] : [])
  })
  test('nothing stands in two versions', () => {
    expect([...done.rows.values()].flatMap((row) => (row.type === 'plan' ? fieldsInTwoVersions(row) : []))).toEqual(
      fieldsInTwoVersions(evaluated().get(PLAN) ?? { lane: LANE, id: PLAN, type: 'plan', seq: 0, regs: {} }),
    )
  })
})

test('a new goal goes with the task, and a new end date with the evaluation', () => {
  const done = finished({
    'onward.decision': one('renew'),
    'onward.newGoal': words('Ha folk på besøk'),
    'onward.endDate': words('2027-05-24'),
  })
  expect(setsOf(done.patches, 'task')[0]?.title).toBe('Lag ny versjon av planen. «Ha folk på besøk»')
  expect(reviewOf(done)?.newEndDate).toBe('2027-05-24')
})

test.each(['2027-11-25', '2026-11-24', '2026-01-01', 'i morgen'])(
  'an end date that cannot be (%s) is said, kept and stops Ferdig',
  (date) => {
    const answers = { ...home, 'onward.decision': one('renew'), 'onward.endDate': words(date) }
    expect(impossibleDates(walkOf(answers))).toEqual([{ kind: 'needsPossibleDate', at: 'onward.endDate', latest: '2027-11-24' }])
    const result = finishes(answers, evaluated(), ofMarit)
    expect(result.ok ? undefined : result.refusal).toMatchObject({ kind: 'needsPossibleDate', at: 'onward.endDate' })
    // Behind another decision the date is not asked for, and stops nothing.
    expect(finishes({ ...answers, 'onward.decision': one('pause') }, evaluated(), ofMarit).ok).toBe(true)
  },
)

test('twelve months ahead is possible to the day', () => {
  expect(impossibleDates(walkOf({ ...home, 'onward.decision': one('renew'), 'onward.endDate': words('2027-11-24') }))).toEqual([])
})

test('what to do when it gets hard again stands in the evaluation, only when the plan ends', () => {
  const crisis = { 'onward.whatIf': words('Ringe før jeg skylder noe.'), 'onward.whom': words('Marit') }
  const ended = finished({ 'onward.decision': one('end'), 'onward.agreed': one('no'), ...crisis })
  expect(reviewOf(ended)?.crisisPlan).toEqual({ whatIf: 'Ringe før jeg skylder noe.', whom: 'Marit' })
  expect(reviewOf(finished({ 'onward.decision': one('renew'), ...crisis }))?.crisisPlan).toBeUndefined()
})

test.each([
  ['oral_witnessed', [{ role: 'resident', how: 'oral_witnessed', witness: MARIT, on: TODAY, who: 'Prøve Eksempel' }]],
  ['paper', [{ role: 'resident', how: 'paper', witness: MARIT, on: TODAY, who: 'Prøve Eksempel' }]],
  ['no', []],
] as const)('agreed %s', (how, expected) => {
  const { patches } = finished({ 'onward.decision': one('renew'), 'onward.agreed': one(how) })
  const review = patches.find(({ type }) => type === 'planReview')?.rec
  expect(setsOf(patches, 'signature')).toEqual(expected.map((one) => ({ ...one, of: review })))
})

test.each([
  [value({ is: 'signed', how: 'oral_witnessed' }), [{ how: 'oral_witnessed' }]],
  [value({ is: 'signed', how: 'paper' }), [{ how: 'paper' }]],
  [value({ is: 'signed', how: 'signature_on_screen', drawn: 'M0 0L9 9' }), [{ how: 'signature_on_screen', drawn: 'M0 0L9 9' }]],
  [one('no'), []],
] as const)('from version 2 the name may be drawn too, and is never needed: %j', (answer, expected) => {
  const agreed = G6_V2.blocks.flatMap(({ steps }) => steps).filter(({ id }) => id === 'onward.agreed')
  expect(agreed.map(({ type, options }) => [type, options?.map(({ code }) => code)])).toEqual([['signature', ['no']]])
  const result = finishes({ ...home, 'onward.decision': one('end'), 'onward.agreed': answer }, evaluated(), ofMarit, undefined, G6_V2)
  if (!result.ok) throw new Error(result.refusal.kind)
  const { patches } = result.value
  const review = patches.find(({ type }) => type === 'planReview')?.rec
  const yes = { of: review, who: 'Prøve Eksempel', role: 'resident', on: TODAY, witness: MARIT }
  expect(setsOf(patches, 'signature')).toEqual(expected.map((how) => ({ ...yes, ...how })))
  expect(setsOf(patches, 'plan')[0]?.status).toBe(expected.length > 0 ? 'ended_by_resident' : undefined)
})

test.each(['end', 'complete'] as const)('«%s» asks whether this is how she sees it, and without her yes the plan stands', (decision) => {
  const answers = { ...home, 'onward.decision': one(decision) }
  const gap = { kind: 'needsPlanConfirmed', at: 'onward.agreed' }
  expect(mustHave(walkOf(answers), [])).toEqual([gap])
  expect(mustHave(walkOf({ ...answers, 'onward.agreed': SKIPPED }), [])).toEqual([gap])
  for (const answered of [one('no'), DECLINED]) {
    expect(mustHave(walkOf({ ...answers, 'onward.agreed': answered }), [])).toEqual([])
    expect(planOf(finished({ 'onward.decision': one(decision), 'onward.agreed': answered }))).not.toHaveProperty('status')
  }
})

// Declined and skipped

test('«Ønsket ikke å uttale seg» is what is recorded when the resident would not say', () => {
  const declined = { 'then.content': DECLINED }
  expect(reviewOf(finished(declined))?.residentsVoice).toBe('Ønsket ikke å uttale seg')
  expect(reviewOf(finished(declined, evaluated(), { ...ofMarit, language: 'nn' }))?.residentsVoice).toBe('Ønskte ikkje å uttale seg')
  expect(setsOf(finished(declined).patches, 'contribution')[0]).toMatchObject({ 'q.then.content': { declined: true } })
})

test('what was skipped leaves neither words nor an evaluation', () => {
  const done = finished({ 'then.content': SKIPPED })
  expect(reviewOf(done)).toBeUndefined()
  expect(setsOf(done.patches, 'contribution')[0]).toMatchObject({ 'q.then.content': { skipped: true } })
  expect(reviewOf(finished({ 'then.content': SKIPPED, 'help.notWorked': words('Telefonen') }))?.residentsVoice).toBeUndefined()
})

test('asked and not answered, the plan is evaluated; skipped, the evaluation is still due', () => {
  const declined = finished({ 'onward.decision': DECLINED })
  expect(planOf(declined)).toEqual({ lastReviewOn: TODAY, review: { everyMonths: 3, next: '2027-02-24' } })
  expect(reviewOf(declined)?.decision).toBeUndefined()
  const skipped = finished({ 'then.content': words('Kaffen'), 'onward.decision': SKIPPED })
  expect(planOf(skipped)).toBeUndefined()
  expect(reviewOf(skipped)?.residentsVoice).toBe('Kaffen')
})

test('a goal that was passed by has neither result nor rating', () => {
  const scores = {
    [HYGIENE]: { by: 'resident', none: 'declined', goalResult: 'reached' },
    [FOOD]: { by: 'resident', goalResult: 'not_reached' },
  } as const
  const { patches } = finished({ 'goals.reached': value({ is: 'scores', scores }) })
  expect(setsOf(patches, 'goalResult')).toMatchObject([{ goal: FOOD, result: 'not_reached' }])
  expect(setsOf(patches, 'goalScore')).toEqual([])
})

test.each(['not_home', 'home_at_door', 'declined_service', 'cancelled_by_resident'] as const)(
  'answers behind «%s» leave no evaluation and do not move the plan',
  (outcome: Outcome) => {
    const { patches } = finished({ ...everything, 'onward.decision': one('end'), 'start.outcome': one(outcome) })
    for (const type of ['planReview', 'goalResult', 'measureReview', 'plan', 'goal', 'measure'] as const)
      expect(setsOf(patches, type)).toEqual([])
  },
)

// Two workers

test('two who evaluate the same visit offline keep each their own, and what they agree on makes no question', () => {
  const shown = evaluated()
  const answers = { ...everything, 'onward.decision': one('renew') }
  const marit = finished(answers, shown, ofMarit)
  const jon = finished(answers, shown, ofJon)
  const both = applied(marit.rows, jon.patches, JON)
  const view = viewOf(both)
  expect(view.reviews.map(({ author }) => author).sort()).toEqual([MARIT, JON].sort())
  expect(
    view.plan?.mainGoals.flatMap(({ subGoals }) => subGoals.flatMap(({ scores }) => scores.filter(({ on }) => on === TODAY))),
  ).toHaveLength(2)
  const before = viewOf(shown).twoVersions.map(({ rec, field }) => `${rec} ${field}`)
  expect(view.twoVersions.map(({ rec, field }) => `${rec} ${field}`)).toEqual(before)
})

test('two who heard different decisions leave a question, and nothing is chosen for anybody', () => {
  const shown = evaluated()
  const marit = finished({ 'onward.decision': one('renew') }, shown, ofMarit)
  const jon = finished({ 'onward.decision': one('end'), 'onward.agreed': one('paper') }, shown, ofJon)
  const plan = applied(marit.rows, jon.patches, JON).get(PLAN)
  expect(plan && fieldsInTwoVersions(plan)).toContain('status')
})

test('what a colleague has finished does not take the other’s questions away', () => {
  const marit = finished({ ...everything, 'onward.decision': one('complete'), 'onward.agreed': one('paper') })
  expect(keys(home, marit.rows)).toEqual(keys(home))
  const jon = finished(everything, marit.rows, ofJon)
  expect(setsOf(jon.patches, 'goalResult')).toHaveLength(2)
  expect(setsOf(jon.patches, 'goal')).toEqual([])
})

test('the next visit agreed at an evaluation is an ordinary one', () => {
  const { patches } = finished({ 'end.next': value({ is: 'nextVisit', start: '2026-12-08T11:00' as never }) })
  const next = setsOf(patches, 'visit').find(({ status }) => status === 'planned')
  expect(next).toMatchObject({ kind: 'followup', planned: { start: '2026-12-08T11:00' } })
  expect(next).not.toHaveProperty('guide')
})

test('a visit that is started keeps the evaluation it was started with', () => {
  const visit = evaluated().get(VISIT)
  if (!visit) throw new Error('no visit')
  const { patches } = startVisit(visit, MARIT, { code: 'G6', version: 1 }, instant('2026-11-24T10:00:00.000Z'), idsFrom(1000))
  expect(setsOf(patches, 'contribution')[0]).toMatchObject({ guide: { code: 'G6', version: 1 } })
})
