// Builders for tests of the plan: a draft everything is right with, and the plan it becomes. Used by tests only.

import { type CaseView, readCase } from './case-view.ts'
import { type Id, type Instant, localDate } from './ids.ts'
import type { CheckWith } from './plan-check.ts'
import { newGoal, newMeasure, newPlan, type PlanDraft } from './plan-draft.ts'
import { type Saving, savePlan } from './plan-save.ts'
import { patch } from './records.ts'
import { type RecordRow, seenOf } from './register.ts'
import { applied, LANE, MARIT, NOW, TODAY, testId } from './visit-fixture.ts'

export const NEW_PLAN = testId(600)
export const KEEP_HOME = testId(601)
export const PAY_RENT = testId(602)
export const VISITS = testId(610)
export const LIMITS = { maxMonths: 12, mainGoals: 2, subGoals: 5, goalLength: 160 }

/** «Jeg vil bli boende», one sub-goal, one visit a week. */
export function aDraft(): PlanDraft {
  return {
    ...newPlan(NEW_PLAN, TODAY, 3),
    wish: 'Jeg vil bli boende.',
    onResident: 'Jeg åpner når vi har avtalt det.',
    onServices: 'Vi kommer til fast tid.',
    goals: [
      { ...newGoal(KEEP_HOME), text: 'Jeg vil bli boende.' },
      { ...newGoal(PAY_RENT, KEEP_HOME), text: 'Husleien er betalt hver måned', area: 'pay_rent' },
    ],
    measures: [
      {
        ...newMeasure(VISITS, 'visit', 'Besøk hver tirsdag', [PAY_RENT]),
        responsible: [MARIT, 'resident'],
        residentsPart: 'Jeg åpner',
        servicesPart: 'Vi kommer',
        frequency: { unit: 'week', every: 1, weekdays: ['TUE'], timeOfDay: '10:00' },
      },
    ],
    endDate: localDate('2027-05-24'),
    often: { unit: 'week', every: 1 },
    oftenText: 'Hver uke',
  }
}

/** The office took the signature: the words of the plan are frozen. */
export function frozen(rows: ReadonlyMap<Id, RecordRow>, plan: Id, at: Instant = NOW): Map<Id, RecordRow> {
  const row = rows.get(plan)
  return new Map(row ? [...rows, [plan, { ...row, frozen: { seq: 1, by: testId(800), at } }]] : rows)
}

export const savingOf = (rows: ReadonlyMap<Id, RecordRow>, base?: PlanDraft): Saving => ({
  lane: LANE,
  me: MARIT,
  rows,
  base,
  seen: Object.fromEntries([...rows.values()].map((row) => [row.id, seenOf(row)])),
  reason: 'Tatt ut',
})

/** A home with a name, and the draft saved. */
export function withPlan(draft: PlanDraft = aDraft()): Map<Id, RecordRow> {
  const home = applied(new Map(), [patch(LANE, 'resident', testId(10), { displayName: 'Testine' })])
  return applied(home, savePlan(draft, savingOf(home)))
}
export function viewOf(rows: ReadonlyMap<Id, RecordRow>): CaseView {
  const view = readCase(rows)
  if (!view) throw new TypeError('no case')
  return view
}
export const knowing = (rows: ReadonlyMap<Id, RecordRow>, more: Partial<CheckWith> = {}): CheckWith => {
  const { consents, plans } = viewOf(rows)
  return { today: TODAY, consents, plans, hasTalked: false, limits: LIMITS, ...more }
}
