// What the screens of the plan are given, and the thoughts that stand beside the questions.

import type { ReactNode } from 'react'
import type { Answer } from '#device/casebook.ts'
import type { CaseView } from '#domain/case-view.ts'
import type { Id } from '#domain/ids.ts'
import type { MeasureDraft, PlanDraft } from '#domain/plan-draft.ts'
import type { Person } from '../people.ts'
import { useSay } from '../use-say.tsx'
import type { PlanContent, PlanKeeper } from './plan-draft.ts'

export interface OfPlan {
  readonly view: CaseView
  readonly answer: Answer
}

/** What a step is given: what it shows, and the way to change it. */
export interface Editing {
  readonly view: CaseView
  readonly answer: Answer
  readonly people: ReadonlyMap<Id, Person>
  readonly keeper: PlanKeeper
  readonly content: PlanContent
  readonly plan: PlanDraft
  readonly edit: (change: (plan: PlanDraft) => PlanDraft, when: 'now' | 'soon') => void
  readonly go: (at: string) => void
}

export interface OfMeasure {
  readonly editing: Editing
  readonly measure: MeasureDraft
  readonly set: (part: Partial<MeasureDraft>, when: 'now' | 'soon') => void
}

/** A thought with where it comes from (DOMAIN.md 4.6). */
export function Hint({ children, source }: { readonly children: ReactNode; readonly source: string }) {
  const say = useSay()
  return (
    <p className="bf-small bf-subtle">
      {children} <span className="bf-meta">{say('planEdit.source', { source })}</span>
    </p>
  )
}
