// Wishes, and a plan made of them when she wants one (DOMAIN.md 4.5, «Plan wizard»). A draft only: nothing counts before
// her yes. The plan lives on after the visit with a root of its own; without one the wishes stand as what she said.

import { type GoalDraft, newGoal, newPlan } from './plan-draft.ts'
import { savePlan } from './plan-save.ts'
import { isLive, isUnanswered } from './plan-versions.ts'
import { patch } from './records.ts'
import type { Patch } from './register.ts'
import { codesIn } from './visit-answers.ts'
import { type Finishing, givenIn, mine, type Said, wordsIn } from './visit-shared.ts'

/** DOMAIN.md 2.5, default; the wizard asks. */
const REVIEW_MONTHS = 3

export function planPatches(f: Finishing): readonly Patch[] {
  const wishes = wordsOf(f, [...givenIn(f, 'planWish')])
  const goals = wordsOf(f, [...givenIn(f, 'goalWish')])
  const hasPlan = f.view.plans.some((plan) => isLive(plan) || isUnanswered(plan))
  if (givenIn(f, 'planDraft').length > 0 && !hasPlan) return draftOf(f, wishes, goals)
  return observed(f)
}

type Wish = Said<'planWish'> | Said<'goalWish'>
const wordsOf = (f: Finishing, said: readonly Wish[]): readonly string[] => [...new Set(said.flatMap((one) => wishIn(f, one) ?? []))]

/** The words of the guide stand for a choice; her own come before them. */
function wishIn(f: Finishing, { write, answer }: Wish): string | undefined {
  const fixed = write.kind === 'goalWish' ? write.text?.[f.language] : undefined
  return (codesIn(answer).length > 0 && fixed ? fixed : wordsIn(answer)) || undefined
}

/** The wish is the main goal; what she wants otherwise stands under it. Without a wish each stands by itself. */
function draftOf(f: Finishing, wishes: readonly string[], goals: readonly string[]): readonly Patch[] {
  const [wish] = wishes
  const main: readonly GoalDraft[] = wish ? [{ ...newGoal(f.newId()), text: wish }] : []
  const parent = main[0]?.id
  const under = goals.filter((text) => text !== wish).map((text): GoalDraft => ({ ...newGoal(f.newId(), parent), text }))
  const plan = { ...newPlan(f.newId(), f.today, REVIEW_MONTHS, f.view.plans), wish: wish ?? '', goals: [...main, ...under] }
  return savePlan(plan, { lane: f.view.lane, me: f.me, rows: f.rows, base: undefined, seen: f.seen, reason: '' })
}

/** Once, also where the step writes the observation itself. */
function observed(f: Finishing): readonly Patch[] {
  const wishes: readonly Wish[] = [...givenIn(f, 'planWish'), ...givenIn(f, 'goalWish')]
  return wishes
    .filter(({ step }) => !step.writes.some(({ kind }) => kind === 'observe'))
    .flatMap((one) => {
      const text = wishIn(f, one)
      const set = { visit: f.draft.visit, area: 'own_wish', basis: 'told_by_resident' } as const
      return text ? [patch(f.view.lane, 'observation', f.newId(), { ...set, text }, mine(f))] : []
    })
}
