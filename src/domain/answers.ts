// The answers of one worker in one guided visit, as the draft keeps them. Given, skipped and declined are three
// different things (DOMAIN.md 4.1, rule 2). Add what a tap does here; never in a screen.

import type {
  AgreedHow,
  Area,
  Basis,
  BudgetKind,
  BudgetLineCode,
  BudgetSource,
  ConcernAction,
  ConcernCode,
  GoalResult,
  MeasureOnward,
  MeasureResult,
} from './codes.ts'
import type { Id, LocalDate, LocalDateTime } from './ids.ts'

/** What a step can hold. Codes for choices; ids name records (goals, measures, tasks). */
export type Value =
  | { readonly is: 'code'; readonly code: string }
  | { readonly is: 'codes'; readonly codes: readonly string[] }
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'number'; readonly number: number }
  | {
      readonly is: 'scores'
      readonly scores: Readonly<Record<Id, GoalAnswer>>
    }
  | { readonly is: 'checks'; readonly checks: Readonly<Record<Id, { readonly result: MeasureResult; readonly note?: string }>> }
  | { readonly is: 'reviews'; readonly reviews: Readonly<Record<Id, MeasureAnswer>> }
  | { readonly is: 'areas'; readonly areas: Readonly<Partial<Record<Area, { readonly level: number; readonly note?: string }>>> }
  | { readonly is: 'agreements'; readonly lines: readonly Agreement[] }
  | { readonly is: 'nextVisit'; readonly start?: LocalDateTime; readonly residentCalls?: true }
  /** Item → answer. */
  | { readonly is: 'each'; readonly each: Readonly<Record<string, string>> }
  | { readonly is: 'people'; readonly people: readonly NamedPerson[] }
  /** Øre, none below zero; the kind says which way. */
  | { readonly is: 'budget'; readonly lines: readonly BudgetAnswer[] }
  /** Saved and sealed at the tap: documents that stand in the case already. */
  | { readonly is: 'photos'; readonly documents: readonly Id[] }
  | { readonly is: 'signed'; readonly how: AgreedHow; readonly drawn?: string }
  | { readonly is: 'offer'; readonly code: 'yes' | 'no'; readonly who?: string; readonly due?: LocalDate }

/** One measure looked back on: did it help, shall it go on, and what should be otherwise. */
export interface MeasureAnswer {
  readonly helped?: MeasureResult
  readonly onward?: MeasureOnward
  readonly note?: string
}

/** One goal: a score, or `none` when it was skipped or the resident would not answer. */
export interface GoalAnswer {
  readonly score?: number
  /** «Er målet nådd?», asked when the plan is evaluated. */
  readonly goalResult?: GoalResult
  readonly none?: 'skipped' | 'declined'
  readonly by: 'resident' | 'worker'
  /** The resident's own words. */
  readonly note?: string
  /** Asked when it fell by two or more. */
  readonly why?: string
}

/** Somebody in her life, as she names them. */
export interface NamedPerson {
  readonly name: string
  readonly relation: string
  readonly phone?: string
  readonly mayContact?: 'yes' | 'no'
}

export interface BudgetAnswer {
  readonly kind: BudgetKind
  /** A line of the guide, or a line of one's own with words. */
  readonly code: BudgetLineCode
  readonly label?: string
  readonly amount: number
  readonly source: BudgetSource
}

export interface Agreement {
  readonly text: string
  /** A user id, `resident`, or free text for somebody else. Empty = not decided. */
  readonly who: string
  readonly due?: LocalDate
}

export type StepAnswer =
  | { readonly kind: 'given'; readonly value: Value; readonly note?: string; readonly basis?: Basis }
  | { readonly kind: 'skipped' }
  | { readonly kind: 'declined' }

export interface RaisedConcern {
  readonly id: Id
  readonly code: ConcernCode
  readonly fromStep: string
  readonly action?: ConcernAction
  readonly note?: string
}

/** The content of a visit draft: everything needed to stand on the same question again. */
export interface VisitDraft {
  readonly guide: { readonly code: string; readonly version: number }
  readonly visit: Id
  readonly contribution: Id
  readonly answers: Readonly<Record<string, StepAnswer>>
  readonly concerns: readonly RaisedConcern[]
  /** The step that was open, or `overview` or `review`. */
  readonly at: string
}
