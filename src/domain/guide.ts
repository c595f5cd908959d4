// The shape of a visit guide (DOMAIN.md 4.1): versioned data that one step renderer walks. Guides themselves are in
// guides/; what a visit writes is decided by visit-finish.ts from the closed union `Write`.

import type { AgreedHow, Area, Basis, ConcernAction, ConcernCode, ContactResult, ContactWay, Outcome, VisitKind } from './codes.ts'
import type { Json, LocalDate } from './ids.ts'
import type { Fields } from './records.ts'

/** Spoken language, «du», in every language of the interface. `{name}` marks are filled from the records. */
export interface GuideText {
  readonly nb: string
  readonly nn: string
  readonly en: string
}
export type Language = keyof GuideText

export const STEP_TYPES = [
  'info',
  'yesno',
  'yesnounsure',
  'single',
  'multi',
  'text',
  'number',
  'money',
  'date',
  'scale5',
  'people',
  'goalScore',
  'measureCheck',
  'measureReview',
  'agreements',
  'nextVisit',
  'areas',
  'photo',
  'signature',
  'taskOffer',
] as const
export type StepType = (typeof STEP_TYPES)[number]

export interface Option {
  readonly code: string
  readonly text: GuideText
  readonly hint?: GuideText
  /** In a `multi`: cannot stand together with the others («Nei»). Choosing one takes the other away. */
  readonly isAlone?: true
}

/**
 * When a step or block is shown, by what is answered and what the records say. All of a list must hold. Only what was
 * given counts as an answer: skipped and declined are silence here.
 */
export type Condition =
  | { readonly kind: 'answered'; readonly step: string; readonly is: readonly string[] }
  /** Holds also while nothing is answered. */
  | { readonly kind: 'answeredNot'; readonly step: string; readonly is: readonly string[] }
  /** A multi answer that contains one of these codes. */
  | { readonly kind: 'includes'; readonly step: string; readonly any: readonly string[] }
  | { readonly kind: 'atMost'; readonly step: string; readonly value: number }
  | { readonly kind: 'fact'; readonly fact: Fact }
  | { readonly kind: 'any'; readonly of: readonly Condition[] }

/** What a guide may ask of the records: computed once by visit-context.ts, never free code in a guide. */
export const FACTS = [
  'firstVisitOrSixMonths',
  'childrenLiveHere',
  'hasOpenTasks',
  'hasActiveGoals',
  'hasServiceMeasures',
  'hasPlan',
  'hasPlanToReview',
  'hasMeasuresToReview',
  'hasCommitments',
] as const
export type Fact = (typeof FACTS)[number]

type ReviewText = 'residentsVoice' | 'whatHelped' | 'whatDidNot'
type SetType = 'visit' | 'household'
/** A register of the shared records that exists in `Fields`, so that a guide with a misspelt field does not compile. */
type SetWrite = {
  readonly [T in SetType]: { readonly kind: 'set'; readonly type: T; readonly field: keyof Fields[T] & string; readonly value?: Json }
}[SetType]

/**
 * The closed union of what an answer may write (DESIGN.md 3, «A guided visit in records»). `when`: only for these
 * codes. A `set` without a value takes the answer itself.
 */
export type Write = { readonly when?: readonly string[] } & (
  | SetWrite
  /** How it went. With `to`: corrects «gjennomført» to this, as when it did not suit after all. */
  | { readonly kind: 'outcome'; readonly to?: Outcome }
  | { readonly kind: 'childrenCount' }
  /** An observation from a text, a scale, or a code with a level; `text` stands when the worker wrote no note. */
  | {
      readonly kind: 'observe'
      readonly area: Area
      readonly basis: Basis
      readonly levels?: Readonly<Record<string, number>>
      readonly text?: GuideText
    }
  | { readonly kind: 'observeAreas' }
  | { readonly kind: 'goalScore' }
  /** A log line for each measure; `twice` is the task to the coordinator when it failed two times running. */
  | { readonly kind: 'measureLog'; readonly twice: GuideText }
  | { readonly kind: 'taskStatus' }
  | { readonly kind: 'createTasks' }
  | { readonly kind: 'createVisit' }
  | { readonly kind: 'contactAttempt'; readonly way: ContactWay; readonly result: ContactResult }
  /** Something for the office or for me to take on; never shown as something the resident promised. */
  | {
      readonly kind: 'task'
      readonly title: GuideText
      readonly to: 'coordinator' | 'me'
      /** Only when no new visit was agreed. */
      readonly unlessNextVisit?: true
      /** What was said goes with it; without this no words leave the note. */
      readonly withWords?: true
    }
  | { readonly kind: 'safetyReport' }
  /** The evaluation of the plan (DOMAIN.md 2.7), one record for the visit; `declined` stands where she would not speak. */
  | { readonly kind: 'reviewText'; readonly field: ReviewText; readonly declined?: GuideText }
  | { readonly kind: 'reviewTrust' }
  | { readonly kind: 'reviewHowOften' }
  /** What the resident wants onwards: moves the plan, and makes the task of the next version. */
  | { readonly kind: 'reviewDecision'; readonly nextVersion: GuideText }
  | { readonly kind: 'reviewEndDate' }
  /** A wish for the next version: goes with its task. */
  | { readonly kind: 'reviewNewGoal' }
  | { readonly kind: 'reviewCrisis'; readonly part: 'whatIf' | 'whom' }
  | { readonly kind: 'reviewAgreed'; readonly how: AgreedHow }
  /** Is the goal reached, as the resident sees it: a result, and the goal's own state. */
  | { readonly kind: 'goalResult' }
  /** Of a measure: did it help and shall it go on; with `weDid`, whether our part was done. */
  | { readonly kind: 'measureReview' }
  | { readonly kind: 'weDid' }
)

export type Raise =
  | { readonly when: readonly string[]; readonly concern: ConcernCode }
  /** For an `areas` step: this area at this level or lower. */
  | { readonly area: Area; readonly atMost: number; readonly concern: ConcernCode }

export interface Step {
  readonly id: string
  readonly type: StepType
  readonly text: GuideText
  readonly help?: GuideText
  /** Section of the circulars or DOMAIN.md the question comes from. */
  readonly source: string
  readonly options?: readonly Option[]
  /** For `areas`: the words of each level, best first. */
  readonly levels?: readonly Option[]
  /** Asked on the same screen once the answer is one of these codes; for goals `drop` = two steps down or more. */
  readonly followUp?: { readonly when: readonly string[]; readonly text: GuideText }
  readonly showIf?: readonly Condition[]
  readonly writes: readonly Write[]
  readonly raises?: readonly Raise[]
  /** Must be given before Ferdig, so neither «Hopp over» nor «Vil ikke svare» (DOMAIN.md 4.1, rule 1). */
  readonly isRequired?: true
  /** Worker only: hidden in «Les sammen», not the resident's to answer, so no «Vil ikke svare». */
  readonly isWorkerOnly?: true
  /** Not part of the resident's file: the answer is never stored in the contribution. */
  readonly isOwn?: true
  /** A free line under the answer: «Hva ble sagt?», or the step's own words. */
  readonly hasNote?: true
  readonly noteText?: GuideText
  /** For a `goalScore`: «Er målet nådd?» under the stairs. */
  readonly results?: { readonly text: GuideText; readonly options: readonly Option[] }
  /** For a `measureReview`: what shall become of each one. */
  readonly onward?: { readonly text: GuideText; readonly options: readonly Option[] }
  /** For a `date`: from tomorrow and at most so many months ahead. */
  readonly monthsAhead?: number
  /** The worker says how it is known: seen, told, assessed. */
  readonly asksBasis?: true
  /** A hint of guides/hints.ts, by code. */
  readonly hint?: string
}

export interface Block {
  readonly id: string
  readonly title: GuideText
  readonly showIf?: readonly Condition[]
  readonly steps: readonly Step[]
}

export interface Hint {
  readonly code: string
  /** Where it is shown, as DOMAIN.md 4.6. */
  readonly where: string
  readonly text: GuideText
  readonly source: string
}

export interface Guide {
  readonly code: 'G1' | 'G2' | 'G3' | 'G4' | 'G5' | 'G6' | 'G7'
  readonly version: number
  readonly validFrom: LocalDate
  readonly title: GuideText
  readonly purpose: GuideText
  readonly visitKinds: readonly VisitKind[]
  readonly blocks: readonly Block[]
}

export interface ConcernGuide {
  readonly code: ConcernCode
  readonly urgency: 'now' | 'today' | 'this_week'
  readonly title: GuideText
  readonly say: GuideText
  /** Which emergency numbers to show as big buttons, from the office's settings. */
  readonly call: readonly ('police' | 'health' | 'fire' | 'childWelfare')[]
  /** «Hva gjorde du?» One must be chosen before Ferdig; with `needsReason` a line must be written too. */
  readonly actions: readonly { readonly action: ConcernAction; readonly text: GuideText; readonly needsReason?: true }[]
  readonly source: string
}
