// The words of a plan as they are read aloud and agreed on, in one order and in no language: the text a signature's hash is
// of (`textHash`). Two devices with the same records get the same text. Only what a signature freezes is in it (frozen.ts).

import type { GoalView, MeasureView, PlanView } from './case-view-plan.ts'

type Line = readonly [field: string, value: unknown]

export function planText(plan: PlanView): string {
  const goals = plan.mainGoals.flatMap((main) => [...goalLines(main, 'goal'), ...main.subGoals.flatMap((sub) => goalLines(sub, 'subGoal'))])
  const lines: readonly Line[] = [
    ['version', plan.version],
    ['residentsWish', plan.residentsWish],
    ['background', plan.background],
    ...goals,
    ...plan.measures.flatMap((measure) => measureLines(measure, plan)),
    ['expectationsOnResident', plan.expectationsOnResident],
    ['expectationsOnServices', plan.expectationsOnServices],
    ['period', [plan.startDate, plan.endDate]],
    ['frequency', [plan.frequency.text, plan.frequency.rule]],
    ['statedCondition', plan.statedCondition],
    ['partOfIndividualPlan', plan.partOfIndividualPlan],
  ]
  return lines.flatMap(([field, value]) => (value === undefined ? [] : [`${field}: ${words(value)}`])).join('\n')
}

const goalLines = ({ text, area, horizon, baseline, target, dueDate }: GoalView, kind: string): readonly Line[] => [
  [kind, text],
  [`${kind}.is`, { area, horizon, baseline, target, dueDate }],
]

const measureLines = (measure: MeasureView, plan: PlanView): readonly Line[] => [
  ['measure', measure.text],
  ['measure.is', { kind: measure.kind, requiresConsent: measure.requiresConsent }],
  ['measure.goals', measure.goals.map((goal) => place(goal, plan))],
  ['measure.responsible', measure.responsible],
  ['measure.residentsPart', measure.residentsPart],
  ['measure.servicesPart', measure.servicesPart],
  ['measure.frequency', measure.frequency],
  ['measure.period', [measure.startDate, measure.endDate]],
  ['measure.reportClause', measure.reportClause],
]

/** A goal by its place in the plan, not by its record. */
function place(goal: GoalView['id'], { mainGoals }: PlanView): string {
  const main = mainGoals.findIndex(({ id, subGoals }) => id === goal || subGoals.some((sub) => sub.id === goal))
  const sub = mainGoals[main]?.subGoals.findIndex(({ id }) => id === goal) ?? -1
  return `${main + 1}.${sub + 1}`
}

/** Text as it stands; everything else with its keys in order. */
function words(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(ordered(value))
}
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => ordered(one) ?? null)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, ordered(one)]),
  )
}
