// A proposal told from another: whose it is, when it was made, and what it changes.

import type { CaseView } from '#domain/case-view.ts'
import type { PlanView } from '#domain/case-view-plan.ts'
import { type Id, isLocalDate } from '#domain/ids.ts'
import { planChanges } from '#domain/plan-changes.ts'
import { dateOfInstant, inSentence, joined } from '#texts/format.ts'
import { nameOf, type Person } from '../people.ts'
import { useDay } from '../use-day.ts'
import { useLanguage, useSay } from '../use-say.tsx'

const MOST = 3

/** «Marits forslag, 24. november: Det jeg gjør» */
export function useProposalTitle(view: CaseView, people: ReadonlyMap<Id, Person>): (plan: PlanView) => string {
  const say = useSay()
  const language = useLanguage()
  const day = useDay()
  return (plan) => {
    const before = view.plans.find(({ id }) => id === plan.previous)
    const parts = before ? [...new Set(planChanges(plan, before).map(({ part }) => say(`planEdit.part.${part}`)))] : []
    const told = parts.slice(0, MOST).map((part, i) => (i === 0 ? part : inSentence(part)))
    const madeOn = plan.made && dateOfInstant(plan.made.at)
    return say('planEdit.proposalBy', {
      name: plan.made && people.has(plan.made.by) ? nameOf(people, plan.made.by) : '',
      date: isLocalDate(madeOn) ? day(madeOn) : '',
      what: parts.length > 0 ? joined(language, told) : (plan.residentsWish ?? ''),
    })
  }
}
