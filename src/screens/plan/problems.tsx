// What is missing or too much in a plan, each in its own sentence, leading to the question it is about.

import type { Answer } from '#device/casebook.ts'
import type { CaseView } from '#domain/case-view.ts'
import { type CheckWith, checkPlan, type Problem, type ProblemKind } from '#domain/plan-check.ts'
import { hasTalked } from '#domain/plan-consents.ts'
import type { PlanDraft } from '#domain/plan-draft.ts'
import { PLAN_LIMITS } from '#rules/plan-limits.ts'
import { joined } from '#texts/format.ts'
import { LinkRow, List } from '../parts/cards.tsx'
import { CareIcon, InfoIcon } from '../parts/icons.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import { partOf, stepPath } from './steps.ts'

export const knownOf = (view: CaseView, { today }: Pick<Answer, 'today'>): CheckWith => ({
  today,
  consents: view.consents,
  plans: view.plans,
  hasTalked: hasTalked(view, today, PLAN_LIMITS.talkDays),
  limits: PLAN_LIMITS,
})

export function useProblems(view: CaseView, answer: Answer, plan: PlanDraft) {
  const words = useProblemWords()
  return { problems: checkPlan(plan, knownOf(view, answer)), words }
}

export function useProblemWords(): (problem: Problem) => string {
  const say = useSay()
  const language = useLanguage()
  return ({ kind, of, n = 0, consents = [] }) => {
    const what = joined(
      language,
      consents.map((consent) => say(`term.consentKind.${consent}`)),
    )
    return say(`planEdit.problem.${kind}`, { of: of?.text ?? '', n, what })
  }
}

export function Problems({ problems, lane }: { readonly problems: readonly Problem[]; readonly lane: CaseView['lane'] }) {
  const words = useProblemWords()
  if (problems.length === 0) return null
  return (
    <List>
      {problems.map((problem) => (
        <LinkRow
          key={`${problem.kind} ${problem.of?.id ?? ''}`}
          to={stepPath(lane, stepOf(problem))}
          lead={problem.severity === 'stop' ? <CareIcon aria-hidden fontSize="1.5rem" /> : <InfoIcon aria-hidden fontSize="1.5rem" />}
          title={words(problem)}
        />
      ))}
    </List>
  )
}

const STEP_OF: Readonly<Partial<Record<ProblemKind, string>>> = {
  tooManySubGoals: 'first',
  goalDateOutside: 'first',
  goalEmpty: 'first',
  goalTooLong: 'first',
  expectationsMissing: 'expect',
  conditionWithoutBasis: 'expect',
  startMissing: 'long',
  endMissing: 'long',
  endBeforeStart: 'long',
  planTooLong: 'long',
  oftenMissing: 'meet',
  reviewMissing: 'review',
  reviewOutside: 'review',
  participateMissing: 'who',
}
const PART_OF: Readonly<Partial<Record<ProblemKind, 'what' | 'who' | 'often' | 'until'>>> = {
  measureEmpty: 'what',
  measureWithoutWho: 'who',
  measureWithoutOften: 'often',
  measureEndBeforeStart: 'until',
  measureOutside: 'until',
  consentMissing: 'until',
  talkMissing: 'until',
}
function stepOf({ kind, of }: Problem): string {
  const part = PART_OF[kind]
  return part && of ? partOf(of.id, part) : (STEP_OF[kind] ?? 'wish')
}
