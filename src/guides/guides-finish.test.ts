// Every guide answered to the end and finished, for every outcome and for different answers to every question: what may
// be asked may be saved, a no leaves no trace but itself, and what is one's own stays out of the resident's file.

import { describe, expect, test } from 'vitest'
import type { RaisedConcern, StepAnswer, Value, VisitDraft } from '#domain/answers.ts'
import { readCase } from '#domain/case-view.ts'
import { questionField } from '#domain/case-view-visits.ts'
import { OUTCOMES, type Outcome } from '#domain/codes.ts'
import { FACTS, type Guide, type Step } from '#domain/guide.ts'
import { instant, laneOf, localDateTime } from '#domain/ids.ts'
import { isJson, patch, RECORD_TYPES } from '#domain/records.ts'
import type { Patch } from '#domain/register.ts'
import { isAnswered } from '#domain/visit-answers.ts'
import { visitContext } from '#domain/visit-context.ts'
import { finish } from '#domain/visit-finish.ts'
import { aCase, applied, idsFrom, LANE, MARIT, TODAY, testId, VISIT, withRecord } from '#domain/visit-fixture.ts'
import { startVisit } from '#domain/visit-start.ts'
import { newConcerns, type Screen, screenAnswer, screensOf, type Walk } from '#domain/visit-walk.ts'
import { concernGuide } from './concerns.ts'
import { GUIDES, guideOf } from './registry.ts'

/** The words of rules/, which this room does not import. */
const PACKS = { consentText: () => ({ text: 'Er det greit?', version: 1 }), needsConsent: () => undefined }

/** A home with a lease and a complaint, so that what is said of them has a place. */
const rows = [
  patch(LANE, 'tenancy', testId(70), { status: 'active', tenureType: 'municipal_owned', landlord: 'Prøvegården' }),
  patch(LANE, 'complaint', testId(71), { about: 'noise', status: 'open', fromRole: 'anonymous', receivedAt: TODAY }),
  patch(LANE, 'measure', testId(72), {
    plan: testId(20),
    text: 'Vi ringer på mandag',
    kind: 'visit',
    status: 'active',
    servicesPart: 'Ringe',
  }),
].reduce((all, made) => withRecord(all, made), aCase())

function finished(guide: Guide, outcome: Outcome, turn: number, first: Walk['answers'] = {}) {
  const visit = rows.get(VISIT)
  const before = readCase(rows)
  if (!visit || !before) throw new TypeError('no visit')
  const used = { code: guide.code, version: guide.version }
  const { contribution, patches } = startVisit(visit, MARIT, used, instant('2026-11-24T10:00:00.000Z'), idsFrom(1000))
  const now = applied(rows, patches)
  const view = readCase(now) ?? before
  const context = { ...visitContext(view, VISIT, TODAY), facts: new Set(FACTS) }
  const answers = answered({ guide, answers: first, context }, outcome, turn)
  const walk = { guide, answers, context }
  const concerns = newConcerns(walk, []).map(({ code, fromStep }, i): RaisedConcern => {
    const action = concernGuide(code)?.actions[turn % 2]?.action ?? 'told_leader'
    return { id: testId(5000 + i), code, fromStep, action, note: 'Gjort i dag.' }
  })
  const draft: VisitDraft = { guide: used, visit: VISIT, contribution, answers, concerns, at: 'review' }
  const given = { view, rows: now, today: TODAY, finishedAt: instant('2026-11-24T11:05:00.000Z'), newId: idsFrom(2000), me: MARIT }
  const result = finish(guide, draft, { ...given, seen: {}, language: 'nb', coordinator: testId(3), context, packs: PACKS })
  return { result, walk, contribution }
}

/** Question after question, as they come; `turn` chooses which answer. */
function answered(walk: Walk, outcome: Outcome, turn: number): Walk['answers'] {
  let answers: Walk['answers'] = { ...walk.answers, 'start.outcome': given({ is: 'code', code: outcome }) }
  for (let n = 0; n < 200; n++) {
    const next = screensOf({ ...walk, answers }).find((screen) => screen.step.type !== 'info' && !isAnswered(screenAnswer(screen, answers)))
    if (!next) return answers
    answers = { ...answers, [next.step.id]: answerTo(next, answers, turn) }
  }
  throw new Error(`${walk.guide.code} never ends`)
}

const given = (value: Value): StepAnswer => ({ kind: 'given', value, note: 'Et ord til.' })
const pick = (step: Step, turn: number): string => {
  const codes = (step.options ?? []).map(({ code }) => code)
  // A plan is not ended by somebody who does not agree with how it was written down (DOMAIN.md 4.5, 6.11).
  if (step.writes.some(({ kind }) => kind === 'reviewAgreed')) return codes[0] ?? 'yes'
  return codes[turn % codes.length] ?? 'yes'
}

function answerTo({ step, goal, tasks, measures }: Screen, answers: Walk['answers'], turn: number): StepAnswer {
  const code = pick(step, turn)
  const before = answers[step.id]
  switch (step.type) {
    case 'multi':
      return given({ is: 'codes', codes: [code] })
    case 'text':
      return given({ is: 'text', text: 'Det går.' })
    case 'date':
      return given({ is: 'text', text: '2026-12-01' })
    case 'number':
    case 'money':
    case 'day':
      return given({ is: 'number', number: 1 + turn })
    case 'scale5':
      return given({ is: 'number', number: Number(code) })
    case 'each':
      return given({ is: 'each', each: Object.fromEntries((step.items ?? []).map((item) => [item.code, code])) })
    case 'people': {
      const relation = step.people?.relations[turn % step.people.relations.length]?.code ?? 'other'
      return given({ is: 'people', people: ['Anne', 'Bo', 'Cato'].map((name) => ({ name, relation, mayContact: 'yes' })) })
    }
    case 'goalScore': {
      const scores = before?.kind === 'given' && before.value.is === 'scores' ? before.value.scores : {}
      return goal
        ? given({ is: 'scores', scores: { ...scores, [goal.id]: { score: 2, by: 'resident', goalResult: 'partly' } } })
        : { kind: 'skipped' }
    }
    case 'measureCheck':
      return given({
        is: 'checks',
        checks: Object.fromEntries([...(tasks ?? []), ...(measures ?? [])].map(({ id }) => [id, { result: 'yes' }])),
      })
    case 'measureReview':
      return given({
        is: 'reviews',
        reviews: Object.fromEntries((measures ?? []).map(({ id }) => [id, { helped: 'yes', onward: 'keep' }])),
      })
    case 'agreements':
      return given({ is: 'agreements', lines: [{ text: 'Ringe utleier', who: MARIT }] })
    case 'nextVisit':
      return given({ is: 'nextVisit', start: localDateTime('2026-12-01T11:00') })
    case 'areas':
      return given({ is: 'areas', areas: { fire_safety: { level: 1 }, health: { level: 0 } } })
    case 'budget':
      return given({
        is: 'budget',
        lines: (step.lines ?? []).map(({ code: line, kind }) => ({ kind, code: line, amount: 100_000, source: 'told' })),
      })
    case 'photo':
      return given({ is: 'photos', documents: [testId(800)] })
    case 'signature':
      return given({ is: 'signed', how: 'oral_witnessed' })
    case 'taskOffer':
      return given({ is: 'offer', code: turn % 2 === 0 ? 'yes' : 'no', who: MARIT })
    default:
      return given({ is: 'code', code })
  }
}

const TURNS = [0, 1, 2, 3, 4]
const patchesOf = (guide: Guide, outcome: Outcome, turn: number): readonly Patch[] => {
  const { result } = finished(guide, outcome, turn)
  if (!result.ok) throw new Error(`${guide.code} ${outcome} ${turn}: ${JSON.stringify(result.refusal)}`)
  return result.value.patches
}
const NEWEST = GUIDES.filter(({ code, version }) => guideOf(code, version + 1) === undefined)

describe.each(GUIDES.map((guide) => [`${guide.code} version ${guide.version}`, guide] as const))('%s', (_, guide) => {
  test.each(OUTCOMES)('%s can be finished whatever is answered, and all of it are records we know', (outcome) => {
    for (const turn of TURNS)
      for (const made of patchesOf(guide, outcome, turn)) {
        expect(RECORD_TYPES).toContain(made.type)
        expect(Object.values(made.set).every(isJson), JSON.stringify(made)).toBe(true)
      }
  })

  test('each answer stands in the worker’s contribution, and what is her own never does', () => {
    for (const turn of TURNS) {
      const { result, walk, contribution } = finished(guide, 'home_full', turn)
      const mine = result.ok ? result.value.patches.find(({ rec }) => rec === contribution) : undefined
      for (const [id] of Object.entries(walk.answers)) {
        const step = guide.blocks.flatMap(({ steps }) => steps).find((one) => one.id === id)
        expect(questionField(id) in (mine?.set ?? {}), id).toBe(step?.isOwn !== true)
      }
    }
  })

  test('what did not feel safe is written in the worker’s own lane alone', () => {
    const reports = TURNS.flatMap((turn) => patchesOf(guide, 'home_full', turn)).filter(({ type }) => type === 'safetyReport')
    expect(reports.length).toBeGreaterThan(0)
    for (const { lane } of reports) expect(lane).toBe(laneOf('user', MARIT))
  })
})

/** A no is no sanction: nothing about the lease, the plan, the help or the money follows from it (DOMAIN.md 4.3). */
const OF_A_NO = ['visit', 'contribution', 'concern', 'contactAttempt', 'observation', 'assessment', 'safetyReport', 'resident']
describe.each(NEWEST.map((guide) => [guide.code, guide] as const))('a no in %s', (_, guide) => {
  test.each(['declined_entry', 'declined_service'] as const)('%s starts nothing by itself', (outcome) => {
    for (const turn of TURNS) {
      const isHelpWanted = finished(guide, outcome, turn).walk.answers['end.agreements'] !== undefined
      const types = patchesOf(guide, outcome, turn).map(({ type }) => type)
      if (!isHelpWanted) expect(types.filter((type) => !OF_A_NO.includes(type))).toEqual([])
    }
  })
})

test.each(NEWEST.map((guide) => [guide.code, guide] as const))(
  '«Stopp» in the middle of %s makes it a short visit and writes the answer',
  (_, guide) => {
    const { result } = finished(guide, 'home_full', 2, {
      'start.stopped': given({ is: 'code', code: 'yes' }),
      'no.say': given({ is: 'code', code: 'yes' }),
    })
    const visit = result.ok ? result.value.patches.find(({ rec }) => rec === VISIT) : undefined
    expect(visit?.set).toMatchObject({ outcome: { code: 'home_short' }, refusal: { answer: 'will_call_self' } })
  },
)

test.each(NEWEST.map((guide) => [guide.code, guide] as const))(
  'in %s «ikke kontakt meg om dette» stops contact, and plans no visit',
  (_, guide) => {
    const { result } = finished(guide, 'declined_service', 0, { 'no.say': given({ is: 'code', code: 'no_contact' }) })
    const patches = result.ok ? result.value.patches : []
    expect(patches.find(({ type }) => type === 'resident')?.set.contactStop).toMatchObject({ since: TODAY, visit: VISIT })
    expect(patches.filter(({ type, rec }) => type === 'visit' && rec !== VISIT)).toEqual([])
  },
)

test.each(NEWEST.map((guide) => [guide.code, guide] as const))('in %s a visit that was not safe is made by two from now on', (_, guide) => {
  const flags = ['unsafe_left', 'home_full'].map((outcome) => {
    const first = { 'end.safe': given({ is: 'code', code: 'no' }) }
    const { result } = finished(guide, outcome === 'home_full' ? 'home_full' : 'unsafe_left', 0, outcome === 'home_full' ? first : {})
    return result.ok ? result.value.patches.find(({ type }) => type === 'resident')?.set.safetyFlag : undefined
  })
  for (const flag of flags) expect(flag).toMatchObject({ level: 'two_workers', setBy: MARIT })
})

test('together the guides write every kind of record a visit can leave', () => {
  const types = new Set(NEWEST.flatMap((guide) => TURNS.flatMap((turn) => patchesOf(guide, 'home_full', turn))).map(({ type }) => type))
  const expected = [
    'arrears',
    'assessment',
    'budget',
    'budgetLine',
    'complaint',
    'concern',
    'consent',
    'contribution',
    'goal',
    'goalResult',
    'goalScore',
    'grant',
    'household',
    'householdMember',
    'housingPeriod',
    'measureLog',
    'measureReview',
    'observation',
    'paymentArrangement',
    'plan',
    'planReview',
    'relative',
    'resident',
    'safetyReport',
    'stay',
    'task',
    'tenancy',
    'visit',
  ] as const
  expect(expected.filter((type) => !types.has(type))).toEqual([])
})
