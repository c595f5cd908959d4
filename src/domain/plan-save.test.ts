// From the wizard to the record and back: new, changed, taken out, taken along into the next version, agreed on.

import { expect, test } from 'vitest'
import { type Id, localDate } from './ids.ts'
import { type Agreeing, agreeOnPlan } from './plan-agree.ts'
import { planChanges } from './plan-changes.ts'
import { draftOf, mainGoals, newGoal, nextVersion, type PlanDraft, subGoals, withoutGoal } from './plan-draft.ts'
import { aDraft, frozen, KEEP_HOME, knowing, NEW_PLAN, PAY_RENT, savingOf, VISITS, viewOf, withPlan } from './plan-fixture.ts'
import { savePlan } from './plan-save.ts'
import { planText } from './plan-text.ts'
import { patch } from './records.ts'
import { isVoid, type RecordRow } from './register.ts'
import { applied, idsFrom, JON, LANE, MARIT, TODAY, testId } from './visit-fixture.ts'

const newId = idsFrom(2000)
const planOf = (rows: ReadonlyMap<Id, RecordRow>) => {
  const { plan } = viewOf(rows)
  if (!plan) throw new TypeError('no plan')
  return plan
}
const edited = (rows: ReadonlyMap<Id, RecordRow>, change: (draft: PlanDraft) => PlanDraft) => {
  const base = draftOf(planOf(rows))
  return savePlan(change(base), savingOf(rows, base))
}
const agreeing = (rows: ReadonlyMap<Id, RecordRow>, more: Partial<Agreeing> = {}): Agreeing => ({
  lane: LANE,
  me: MARIT,
  newId,
  rows,
  check: knowing(rows),
  who: 'Testine',
  as: 'resident',
  how: 'oral_witnessed',
  witness: 'Marit',
  textHash: 'hash',
  participate: 'Jeg vil være med på planen.',
  ...more,
})
const agreed = (rows: ReadonlyMap<Id, RecordRow>, more?: Partial<Agreeing>) => {
  const plan = viewOf(rows).plans.find(({ status }) => status === 'draft' || status === 'offered') ?? planOf(rows)
  const done = agreeOnPlan(plan, agreeing(rows, more))
  if (!done.ok) throw new TypeError(JSON.stringify(done.refusal))
  return frozen(applied(rows, done.value), plan.id)
}

test('what was made in the wizard is read back word for word', () => {
  expect(draftOf(planOf(withPlan()))).toEqual(aDraft())
})

test('a new plan is a draft, and its goals and measures belong to it', () => {
  const rows = withPlan()
  expect(planOf(rows)).toMatchObject({ status: 'draft', version: 1, isSigned: false })
  for (const id of [KEEP_HOME, PAY_RENT, VISITS]) expect(rows.get(id)?.root).toBe(NEW_PLAN)
})

test('only what was changed is written, over what was on the screen', () => {
  const rows = withPlan()
  const patches = edited(rows, (draft) => ({ ...draft, wish: 'Jeg vil ha ro.', onServices: '' }))
  expect(patches.map(({ rec, set }) => [rec, set])).toEqual([[NEW_PLAN, { residentsWish: 'Jeg vil ha ro.', expectationsOnServices: '' }]])
  expect(patches[0]?.seen?.residentsWish).toEqual(rows.get(NEW_PLAN)?.regs.residentsWish?.map(({ by }) => by))
  expect(edited(rows, (draft) => draft)).toEqual([])
})

test('a new last day moves the measures that follow the plan, and no other', () => {
  const rows = applied(withPlan(), [])
  const patches = edited(rows, (draft) => ({ ...draft, endDate: localDate('2027-02-24') }))
  expect(patches.map(({ rec, set }) => [rec, set.period])).toEqual([
    [NEW_PLAN, { startDate: TODAY, endDate: '2027-02-24' }],
    [VISITS, { startDate: TODAY, endDate: '2027-02-24' }],
  ])
})

test('a goal taken out of an unsigned plan is void with its reason, unless somebody has written in it since', () => {
  const rows = withPlan()
  const patches = edited(rows, (draft) => withoutGoal(draft, PAY_RENT))
  const after = applied(rows, patches)
  expect(planOf(after).mainGoals[0]?.subGoals).toEqual([])
  expect(after.get(PAY_RENT)?.regs.void?.[0]?.v).toEqual({ reason: 'Tatt ut' })
  expect(planOf(after).measures[0]?.goals).toEqual([])
  const meanwhile = applied(rows, [patch(LANE, 'goal', PAY_RENT, { status: 'in_progress' })], JON)
  const goal = applied(meanwhile, patches).get(PAY_RENT)
  expect(goal && isVoid(goal)).toBe(false)
})

test('a main goal taken out takes its sub-goals along', () => {
  expect(withoutGoal(aDraft(), KEEP_HOME).goals).toEqual([])
  expect(mainGoals(aDraft()).map(({ id }) => id)).toEqual([KEEP_HOME])
  expect(subGoals(aDraft()).map(({ id }) => id)).toEqual([PAY_RENT])
})

test('agreeing signs for both, makes the plan count, begins its measures and asks for the yes to taking part once', () => {
  const rows = agreed(withPlan())
  const { plan, consents } = viewOf(rows)
  expect(plan).toMatchObject({
    status: 'active',
    signatures: [
      { who: 'Testine', role: 'resident', how: 'oral_witnessed', textHash: 'hash' },
      { who: 'Marit', role: 'worker' },
    ],
  })
  expect(plan?.measures.map(({ status }) => status)).toEqual(['active'])
  expect(consents).toMatchObject([{ kind: 'participate', state: 'given', givenBy: 'Testine', witness: 'Marit' }])
})

test('a measure without what it asks for stays planned when the plan is agreed on', () => {
  const draft = aDraft()
  const clause = { on: 'absence', to: 'police', when: 'immediately' }
  const asks = { ...draft, measures: draft.measures.map((measure) => ({ ...measure, kind: 'blood_test' as const, reportClause: clause })) }
  const yes = patch(LANE, 'consent', testId(701), { kind: 'blood_test', about: VISITS, given: { by: 'Testine', on: TODAY } })
  const rows = applied(withPlan(asks), [yes])
  expect(planOf(agreed(rows)).measures).toMatchObject([{ status: 'planned', requiresConsent: true, reportClause: clause }])
  const clauseYes = patch(LANE, 'consent', testId(702), {
    kind: 'measure_report_clause',
    about: VISITS,
    given: { by: 'Testine', on: TODAY },
  })
  expect(planOf(agreed(applied(rows, [clauseYes]))).measures).toMatchObject([{ status: 'active' }])
})

test('a plan that is not ready is not agreed on, and what is missing is said', () => {
  const rows = withPlan({ ...aDraft(), endDate: undefined })
  const done = agreeOnPlan(planOf(rows), agreeing(rows))
  expect(done).toMatchObject({ ok: false, refusal: { kind: 'notReady', problems: [{ kind: 'endMissing' }] } })
})

test('a change to a plan that runs is the next version, and counts only when it is agreed on', () => {
  const first = agreed(withPlan())
  const draft = nextVersion(planOf(first), 'change', TODAY, idsFrom(900))
  const changed = {
    ...draft,
    wish: 'Jeg vil ha ro.',
    goals: [...draft.goals, { ...newGoal(testId(950), draft.goals[0]?.id), text: 'Åpne posten' }],
  }
  const proposed = applied(first, savePlan(changed, savingOf(first)))
  expect(planOf(proposed)).toMatchObject({ version: 1, status: 'active', residentsWish: 'Jeg vil bli boende.' })
  expect(viewOf(proposed).plans.map(({ version, status }) => [version, status])).toEqual([
    [1, 'active'],
    [2, 'draft'],
  ])
  const second = agreed(proposed)
  expect(viewOf(second).plans.map(({ version, status }) => [version, status])).toEqual([
    [2, 'active'],
    [1, 'renewed'],
  ])
  expect(planOf(second)).toMatchObject({ previous: NEW_PLAN, why: 'change' })
  expect(planOf(second).mainGoals[0]?.lineage).toEqual([draft.goals[0]?.id, KEEP_HOME])
  expect(viewOf(second).consents).toHaveLength(1)
})

test('the difference to the version before is told by lineage, with both words', () => {
  const first = agreed(withPlan())
  const draft = nextVersion(planOf(first), 'change', TODAY, idsFrom(900))
  const [main, sub] = draft.goals
  const [visits] = draft.measures
  if (!main || !sub || !visits) throw new TypeError('not taken along')
  const next: PlanDraft = {
    ...draft,
    goals: [main, { ...sub, text: 'Husleien går av seg selv' }, { ...newGoal(testId(950), main.id), text: 'Åpne posten' }],
    measures: [{ ...visits, frequency: { unit: 'week', every: 2 }, reportClause: { on: 'absence', to: 'gp', when: 'immediately' } }],
    endDate: localDate('2027-02-24'),
  }
  const rows = applied(first, savePlan(next, savingOf(first)))
  const [before, after] = viewOf(rows).plans
  if (!before || !after) throw new TypeError('one version')
  const often = { is: 'often', text: undefined }
  expect(planChanges(after, before)).toMatchObject([
    { part: 'subGoal', how: 'changed', before: { text: 'Husleien er betalt hver måned' }, after: { text: 'Husleien går av seg selv' } },
    { part: 'subGoal', how: 'added', after: { text: 'Åpne posten' } },
    { part: 'often', how: 'changed', of: 'Besøk hver tirsdag', before: often, after: { ...often, rule: { unit: 'week', every: 2 } } },
    { part: 'report', how: 'added', after: { to: 'gp' } },
    { part: 'period', how: 'changed', before: { to: '2027-05-24' }, after: { to: '2027-02-24' } },
  ])
  expect(planChanges(before, before)).toEqual([])
})

test('a renewal leaves behind what is finished, and asks anew how long', () => {
  const reached = applied(agreed(withPlan()), [patch(LANE, 'goal', PAY_RENT, { status: 'reached' })], MARIT)
  const settled = new Map(reached)
  const goal = settled.get(PAY_RENT)
  if (goal) settled.set(PAY_RENT, { ...goal, regs: { ...goal.regs, status: (goal.regs.status ?? []).filter(({ v }) => v === 'reached') } })
  const draft = nextVersion(planOf(settled), 'renewal', localDate('2027-05-20'), idsFrom(900))
  expect(draft).toMatchObject({ why: 'renewal', startDate: '2027-05-20', endDate: undefined, nextReview: '2027-08-20' })
  expect(draft.goals.map(({ text }) => text)).toEqual(['Jeg vil bli boende.'])
  const rows = applied(settled, savePlan(draft, savingOf(settled)))
  const [before, after] = viewOf(rows).plans
  if (before && after) expect(planChanges(after, before).filter(({ how, part }) => how === 'gone' && part !== 'period')).toEqual([])
})

test('the scores and log of a goal and a measure go on through the versions', () => {
  const score = patch(LANE, 'goalScore', testId(970), { goal: PAY_RENT, on: TODAY, by: 'resident', score: 2 })
  const log = patch(LANE, 'measureLog', testId(971), { measure: VISITS, on: TODAY, done: 'yes' })
  const first = applied(agreed(withPlan()), [score, log])
  const second = agreed(applied(first, savePlan(nextVersion(planOf(first), 'change', TODAY, idsFrom(900)), savingOf(first))))
  expect(planOf(second).mainGoals[0]?.subGoals[0]?.scores.map(({ id }) => id)).toEqual([testId(970)])
  expect(planOf(second).measures[0]?.log.map(({ id }) => id)).toEqual([testId(971)])
})

test('the text that is agreed on is the same wherever the records are, and another when a word is', () => {
  const rows = withPlan()
  const shuffled = new Map([...rows].reverse())
  expect(planText(planOf(shuffled))).toBe(planText(planOf(rows)))
  expect(planText(planOf(rows))).toContain('residentsWish: Jeg vil bli boende.')
  const words = planText(planOf(rows))
  const others: readonly ((draft: PlanDraft) => PlanDraft)[] = [
    (draft) => ({ ...draft, wish: 'Noe annet' }),
    (draft) => ({ ...draft, endDate: localDate('2027-04-24') }),
    (draft) => ({ ...draft, measures: draft.measures.map((measure) => ({ ...measure, residentsPart: 'Jeg er hjemme' })) }),
    (draft) => ({ ...draft, goals: draft.goals.map((goal) => ({ ...goal, text: `${goal.text}!` })) }),
    (draft) => ({ ...draft, condition: { text: 'Vilkår', setBy: '', legalBasis: '' } }),
  ]
  for (const change of others) expect(planText(planOf(applied(rows, edited(rows, change))))).not.toBe(words)
})

test('what a signature leaves open is no part of the text: status, next review, and what has been logged', () => {
  const rows = withPlan()
  const moved = edited(rows, (draft) => ({ ...draft, nextReview: localDate('2027-03-01'), reviewEveryMonths: 2 }))
  const begun = applied(applied(rows, moved), [patch(LANE, 'plan', NEW_PLAN, { lastReviewOn: TODAY })])
  expect(planText(planOf(begun))).toBe(planText(planOf(rows)))
})
