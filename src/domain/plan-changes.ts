// What a version of the plan changes in the one before, as something one can read aloud: both the words that were and the
// words that are now. Goals and measures are followed by where they came from, so that moved words are not «gone and new».

import type { Maybe } from './case-view-order.ts'
import type { GoalView, MeasureView, PlanView } from './case-view-plan.ts'
import type { Frequency } from './frequency.ts'
import type { LocalDate } from './ids.ts'

export type Shown =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'days'; readonly from: Maybe<LocalDate>; readonly to: Maybe<LocalDate> }
  | { readonly is: 'often'; readonly text: Maybe<string>; readonly rule: Maybe<Frequency> }
  | { readonly is: 'who'; readonly who: readonly string[] }
  | { readonly is: 'report'; readonly on: string; readonly to: string }
  /** A step of the scale of a goal, 0 to 4. */
  | { readonly is: 'level'; readonly level: number }
  | { readonly is: 'months'; readonly months: number }
  | { readonly is: 'yes' }

export const CHANGED_PARTS = [
  'wish',
  'background',
  'iDo',
  'weDo',
  'goal',
  'subGoal',
  'goalDate',
  'baseline',
  'target',
  'measure',
  'residentsPart',
  'servicesPart',
  'responsible',
  'often',
  'days',
  'report',
  'period',
  'meet',
  'review',
  'condition',
  'individual',
] as const
export type ChangedPart = (typeof CHANGED_PARTS)[number]

export interface PlanChange {
  readonly part: ChangedPart
  readonly how: 'added' | 'changed' | 'gone'
  /** Which goal or measure, by its words now. */
  readonly of: Maybe<string>
  readonly before: Maybe<Shown>
  readonly after: Maybe<Shown>
}

export function planChanges(now: PlanView, before: PlanView): readonly PlanChange[] {
  return [
    ...change('wish', asText(before.residentsWish), asText(now.residentsWish)),
    ...goalChanges(now, before),
    ...measureChanges(now, before),
    ...change('iDo', asText(before.expectationsOnResident), asText(now.expectationsOnResident)),
    ...change('weDo', asText(before.expectationsOnServices), asText(now.expectationsOnServices)),
    ...change('background', asText(before.background), asText(now.background)),
    ...change('condition', asText(conditionOf(before)), asText(conditionOf(now))),
    ...change('period', asDays(before), asDays(now)),
    ...change('meet', asOften(before.frequency.rule, before.frequency.text), asOften(now.frequency.rule, now.frequency.text)),
    ...change('review', asMonths(before.reviewEveryMonths), asMonths(now.reviewEveryMonths)),
    ...change('individual', asYes(before.partOfIndividualPlan), asYes(now.partOfIndividualPlan)),
  ]
}

const asText = (text: Maybe<string>): Maybe<Shown> => (text ? { is: 'text', text } : undefined)
const asYes = (is: boolean): Maybe<Shown> => (is ? { is: 'yes' } : undefined)
const asMonths = (months: Maybe<number>): Maybe<Shown> => (months ? { is: 'months', months } : undefined)
const asLevel = (level: Maybe<number>): Maybe<Shown> => (level === undefined ? undefined : { is: 'level', level })
const asWho = (who: readonly string[]): Maybe<Shown> => (who.length > 0 ? { is: 'who', who } : undefined)
const asDays = ({ startDate: from, endDate: to }: Pick<PlanView, 'startDate' | 'endDate'>): Maybe<Shown> =>
  from || to ? { is: 'days', from, to } : undefined
const asOften = (rule: Maybe<Frequency>, text?: Maybe<string>): Maybe<Shown> => (rule || text ? { is: 'often', text, rule } : undefined)
const asReport = (clause: MeasureView['reportClause']): Maybe<Shown> => clause && { is: 'report', on: clause.on, to: clause.to }
const conditionOf = ({ statedCondition }: PlanView): Maybe<string> =>
  statedCondition && [statedCondition.text, statedCondition.legalBasis].filter(Boolean).join(' · ')

function change(part: ChangedPart, before: Maybe<Shown>, after: Maybe<Shown>, of?: string): readonly PlanChange[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return []
  return [{ part, how: before === undefined ? 'added' : after === undefined ? 'gone' : 'changed', of, before, after }]
}

/** Pairs by lineage; what is over is not «gone» because the next version does not carry it along. */
function paired<T extends GoalView | MeasureView>(now: readonly T[], before: readonly T[]) {
  const wasOf = (one: T): Maybe<T> => before.find((was) => one.lineage.includes(was.id))
  const kept = new Set(now.flatMap((one) => wasOf(one)?.id ?? []))
  return { pairs: now.map((one) => [wasOf(one), one] as const), gone: before.filter((was) => !kept.has(was.id) && !isOver(was.status)) }
}
const OVER: readonly string[] = ['reached', 'not_reached', 'dropped_by_resident', 'replaced', 'done', 'stopped', 'declined']
const isOver = (status: string): boolean => OVER.includes(status)

function goalChanges(now: PlanView, before: PlanView): readonly PlanChange[] {
  const flat = (plan: PlanView) => plan.mainGoals.flatMap((main) => [main, ...main.subGoals])
  const partOf = (goal: GoalView, plan: PlanView) => (plan.mainGoals.some(({ id }) => id === goal.id) ? 'goal' : 'subGoal')
  const { pairs, gone } = paired(flat(now), flat(before))
  return [
    ...pairs.flatMap(([was, goal]) => [
      ...change(partOf(goal, now), asText(was?.text), asText(goal.text)),
      ...(was === undefined
        ? []
        : [
            ...change('goalDate', asDue(was), asDue(goal), goal.text),
            ...change('baseline', asLevel(was.baseline), asLevel(goal.baseline), goal.text),
            ...change('target', asLevel(was.target), asLevel(goal.target), goal.text),
          ]),
    ]),
    ...gone.flatMap((was) => change(partOf(was, before), asText(was.text), undefined)),
  ]
}
const asDue = ({ dueDate }: GoalView): Maybe<Shown> => (dueDate ? { is: 'days', from: undefined, to: dueDate } : undefined)

function measureChanges(now: PlanView, before: PlanView): readonly PlanChange[] {
  const { pairs, gone } = paired(now.measures, before.measures)
  // A measure that follows the plan moves with it, and that is said once.
  const ownDays = (measure: MeasureView, plan: PlanView): Maybe<Shown> =>
    measure.endDate === plan.endDate || measure.endDate === undefined ? undefined : { is: 'days', from: undefined, to: measure.endDate }
  return [
    ...pairs.flatMap(([was, measure]) => [
      ...change('measure', asText(was?.text), asText(measure.text)),
      ...(was === undefined
        ? []
        : [
            ...change('residentsPart', asText(was.residentsPart), asText(measure.residentsPart), measure.text),
            ...change('servicesPart', asText(was.servicesPart), asText(measure.servicesPart), measure.text),
            ...change('responsible', asWho(was.responsible), asWho(measure.responsible), measure.text),
            ...change('often', asOften(was.frequency), asOften(measure.frequency), measure.text),
            ...change('days', ownDays(was, before), ownDays(measure, now), measure.text),
          ]),
      // Who is told about it is never left unsaid, not even of a new measure.
      ...change('report', asReport(was?.reportClause), asReport(measure.reportClause), measure.text),
    ]),
    ...gone.flatMap((was) => change('measure', asText(was.text), undefined)),
  ]
}
