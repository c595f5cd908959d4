// The day the rent is due against the day money comes (N 5.5): due just after prevents arrears. A day a month does not
// have is its last day. And the offer «Be om ny forfallsdato»: a measure of a plan that is still being made, else a task.

import type { PlanView } from './case-view-plan.ts'
import type { Id, LaneId } from './ids.ts'
import { patch } from './records.ts'
import type { Patch } from './register.ts'

/** Rent due so few days after the money, over the turn of a month, is just after it. */
const JUST_AFTER = 3
const LONGEST_MONTH = 31
const isMonthDay = (day: number | undefined): day is number =>
  day !== undefined && Number.isInteger(day) && day >= 1 && day <= LONGEST_MONTH

export function dueBeforeIncome(due: number | undefined, income: number | undefined): boolean {
  if (!isMonthDay(due) || !isMonthDay(income) || due >= income) return false
  return due + LONGEST_MONTH - income > JUST_AFTER
}

export interface NewDueDay {
  readonly lane: LaneId
  readonly plan: PlanView | undefined
  readonly me: Id
  /** «Be om ny forfallsdato» in the language of the one who asks. */
  readonly words: string
  readonly newId: () => Id
}
/** A signed plan holds its agreed words: then it is a task, and the plan is changed with the resident. */
export const goesInPlan = (plan: PlanView | undefined): plan is PlanView =>
  plan !== undefined && !plan.isSigned && (plan.status === 'draft' || plan.status === 'offered')

export function askForNewDueDay({ lane, plan, me, words, newId }: NewDueDay): Patch {
  if (!goesInPlan(plan)) return patch(lane, 'task', newId(), { title: words, assignee: me, status: 'open' })
  const goals = plan.mainGoals.flatMap((main) => [main, ...main.subGoals])
  const goal = goals.find(({ area }) => area === 'pay_rent') ?? goals.find(({ area }) => area === 'keep_home') ?? goals[0]
  return patch(
    lane,
    'measure',
    newId(),
    {
      plan: plan.id,
      goals: goal ? [goal.id] : [],
      text: words,
      kind: 'contact_landlord',
      responsible: [me],
      status: 'planned',
      order: plan.measures.length + 1,
    },
    { root: plan.id },
  )
}
