// A plan is agreed on when the office froze its words, not because somebody wrote that it runs.

import { expect, test } from 'vitest'
import type { CaseView } from './case-view.ts'
import { TEST_PACK } from './deadline-builders.ts'
import { deadlinesOf } from './deadlines.ts'
import { type Id, instant } from './ids.ts'
import { matterFacts } from './matter.ts'
import { type Agreeing, agreeOnPlan } from './plan-agree.ts'
import { nextVersion } from './plan-draft.ts'
import { aDraft, frozen, knowing, NEW_PLAN, savingOf, viewOf, withPlan } from './plan-fixture.ts'
import { savePlan } from './plan-save.ts'
import { patch } from './records.ts'
import { type RecordRow, seenOf } from './register.ts'
import { summarise } from './summary.ts'
import { visitContext } from './visit-context.ts'
import { applied, idsFrom, JON, LANE, MARIT, TODAY, testId } from './visit-fixture.ts'

const WEEKDAYS = { saturdayIsWorkday: false, closedDays: [] }
type Rows = ReadonlyMap<Id, RecordRow>
const newId = idsFrom(5000)
const LATER = instant('2026-11-24T12:00:00.000Z')
const said = (rows: Rows, plan: Id, more: Partial<Agreeing>): Map<Id, RecordRow> => {
  const found = viewOf(rows).plans.find(({ id }) => id === plan)
  const check = knowing(rows)
  const yes = {
    lane: LANE,
    me: MARIT,
    newId,
    rows,
    check,
    who: 'Testine',
    as: 'resident',
    how: 'oral_witnessed',
    participate: 'Ja',
  } as const
  const done = found && agreeOnPlan(found, { ...yes, witness: 'Marit', textHash: 'words', ...more })
  if (!done?.ok) throw new TypeError(JSON.stringify(done))
  return applied(rows, done.value, more.me ?? MARIT, more.me === JON ? undefined : LATER)
}
const agreed = () => frozen(said(withPlan(), NEW_PLAN, {}), NEW_PLAN, LATER)
/** The next version, said yes to by Jon over words that were changed meanwhile: the office froze nothing. */
const lost = (): { readonly rows: Map<Id, RecordRow>; readonly next: Id } => {
  const first = agreed()
  const plan = viewOf(first).plan
  if (!plan) throw new TypeError('no plan')
  const draft = { ...nextVersion(plan, 'change', TODAY, newId), onResident: 'Jeg ringer først.' }
  const rows = said(applied(first, savePlan(draft, savingOf(first))), draft.plan, { me: JON, witness: 'Jon', textHash: 'other words' })
  return { rows, next: draft.plan }
}
const dueOf = (rows: Rows) =>
  deadlinesOf({ matter: matterFacts([...rows.values()]), calendar: WEEKDAYS, packs: [TEST_PACK] }).map((one) => [
    one.rule,
    one.basis,
    one.nominalOn,
  ])
const nextIn = (view: CaseView, next: Id) => view.plans.find(({ id }) => id === next)

test('a yes over words that were changed leaves a proposal nobody has signed, and the version before goes on', () => {
  const { rows, next } = lost()
  const view = viewOf(rows)
  expect(view.plan).toMatchObject({ id: NEW_PLAN, status: 'active', isYesLost: false })
  expect(nextIn(view, next)).toMatchObject({ status: 'offered', isYesLost: true, signatures: [] })
})

test('on the phone that signed, before the office has answered, the yes counts', () => {
  const { rows, next } = lost()
  expect(viewOf(frozen(rows, next)).plan).toMatchObject({ id: next, status: 'active', isYesLost: false })
})

test('after a new yes the lost one is not listed beside it', () => {
  const { rows, next } = lost()
  const view = viewOf(frozen(said(rows, next, { witness: 'Marit', textHash: 'new words' }), next, LATER))
  expect(view.plan).toMatchObject({ id: next, status: 'active' })
  expect(view.plan?.signatures.map(({ who, witness }) => witness ?? who)).toEqual(['Marit', 'Marit'])
  expect(view.plans.find(({ id }) => id === NEW_PLAN)?.status).toBe('renewed')
})

test('when the proposal is struck or declined, the version before still goes on', () => {
  const { rows, next } = lost()
  const row = rows.get(next)
  const seen = { ...seenOf(row), void: [] }
  expect(viewOf(applied(rows, [patch(LANE, 'plan', next, { void: { reason: 'To' } }, { seen })])).plan).toMatchObject({
    id: NEW_PLAN,
    status: 'active',
  })
  expect(viewOf(applied(rows, [patch(LANE, 'plan', next, { status: 'declined' }, { seen })])).plan?.id).toBe(NEW_PLAN)
})

test('an old signature that does not say which words counts when the plan is frozen', () => {
  const rows = applied(withPlan(aDraft()), [patch(LANE, 'signature', testId(850), { of: NEW_PLAN, who: 'Testine', role: 'resident' })])
  expect(viewOf(rows).plan?.signatures).toEqual([])
  expect(viewOf(frozen(rows, NEW_PLAN)).plan?.signatures).toMatchObject([{ who: 'Testine' }])
})

test('the end of a plan stands in what has happened, on the day it was written', () => {
  const rows = agreed()
  expect(viewOf(rows).timeline.map(({ kind }) => kind)).not.toContain('planEnded')
  const ended = applied(
    rows,
    [patch(LANE, 'plan', NEW_PLAN, { status: 'ended_by_resident' }, { seen: seenOf(rows.get(NEW_PLAN)) })],
    MARIT,
    LATER,
  )
  expect(viewOf(ended).timeline).toContainEqual(expect.objectContaining({ kind: 'planEnded', at: LATER }))
})

test('nothing is due of a proposal nobody stands behind, and what was due of the version before still is', () => {
  const { rows, next } = lost()
  const facts = summarise(rows.values())?.facts.plans
  expect(facts).toMatchObject([
    { id: NEW_PLAN, status: 'active' },
    { id: next, status: 'offered' },
  ])
  expect(dueOf(rows)).toEqual(dueOf(agreed()))
  expect(summarise(frozen(rows, next).values())?.facts.plans).toMatchObject([{ status: 'renewed' }, { status: 'active' }])
})

test('what is due stands the same when the proposal is struck', () => {
  const { rows, next } = lost()
  const seen = { void: Object.values(seenOf(rows.get(next))).flat() }
  const struck = applied(rows, [patch(LANE, 'plan', next, { void: { reason: 'To' } }, { seen })])
  expect(summarise(struck.values())?.facts.plans).toMatchObject([{ id: NEW_PLAN, status: 'active' }])
  expect(dueOf(struck)).toEqual(dueOf(agreed()))
})

test('a measure a lost yes began has not begun, until there is a new yes', () => {
  const { rows, next } = lost()
  const statuses = (of: Rows, plan: Id) => nextIn(viewOf(of), plan)?.measures.map(({ status }) => status)
  expect(statuses(rows, next)).toEqual(['planned'])
  expect(statuses(rows, NEW_PLAN)).toEqual(['active'])
  expect(statuses(frozen(said(rows, next, { textHash: 'new words' }), next, LATER), next)).toEqual(['active'])
})

test('an evaluation asks of no service a lost yes began', () => {
  const help = withPlan({ ...aDraft(), measures: aDraft().measures.map((one) => ({ ...one, kind: 'home_help' as const })) })
  const yes = said(help, NEW_PLAN, {})
  expect(visitContext(viewOf(yes), testId(900), TODAY).services).toEqual([])
  expect(visitContext(viewOf(frozen(yes, NEW_PLAN, LATER)), testId(900), TODAY).services).toHaveLength(1)
})
