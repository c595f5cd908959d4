// The shape of a visit guide (DOMAIN.md 4.1): versioned data that one step renderer walks. Guides themselves are in
// guides/; what a visit writes is decided by visit-finish.ts from the closed union `Write`.

import type {
  AgreedHow,
  Area,
  Basis,
  BudgetKind,
  BudgetLineCode,
  Cause,
  ConcernAction,
  ConcernCode,
  ConsentKind,
  ContactResult,
  ContactWay,
  DocumentKind,
  GrantStatus,
  Outcome,
  StayKind,
  Tristate,
  VisitKind,
} from './codes.ts'
import type { AssessmentKind } from './deadline-facts.ts'
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
  /** One of the options for each of `items`: a checklist that can be read aloud. */
  'each',
  /** A day of the month, 1 to 31. */
  'day',
  'budget',
  'photo',
  'signature',
  /** Yes or no to something somebody will do; a yes asks who and by when. */
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
  /** At least so many chosen or named. */
  | { readonly kind: 'atLeast'; readonly step: string; readonly n: number }
  /** Both numbers are given, and the first is the smaller. */
  | { readonly kind: 'less'; readonly step: string; readonly than: string }
  /** Some item of an `each` has one of these answers; with `items`, one of those. */
  | { readonly kind: 'eachHas'; readonly step: string; readonly is: readonly string[]; readonly items?: readonly string[] }
  /** The budget of this step ends below zero. */
  | { readonly kind: 'negative'; readonly step: string }
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
  /** No plan is proposed or runs: one may be offered. */
  'hasNoPlan',
  /** A notice stands that says why we come. */
  'hasNotice',
  'hasAmountDue',
  /** An eviction is petitioned and not over; `hasEvictionDate` when a day is set and still ahead. */
  'hasPetition',
  'hasEvictionDate',
  /** Within fourteen days, or petitioned with no day known (DOMAIN.md 4.4, C-EVICT). */
  'evictionIsNear',
  /** The petition was served, and the day for objections is known. */
  'hasObjectionDate',
  'hasBelongingsDate',
  'isSublet',
  'hasTenancy',
  'hasComplaint',
  /** Two or more are open (G4 4.10). */
  'hasManyComplaints',
  /** 75 years or more, or the office's own limit (DOMAIN.md 4.4, C-AGE). */
  'isOld',
  'hasGroup',
] as const
export type Fact = (typeof FACTS)[number]

type ReviewText = 'residentsVoice' | 'whatHelped' | 'whatDidNot'
type SetType = 'visit' | 'household' | 'resident' | 'tenancy'
/** A register of the shared records that exists in `Fields`, so that a guide with a misspelt field does not compile. */
type SetWrite = {
  readonly [T in SetType]: {
    readonly kind: 'set'
    readonly type: T
    readonly field: keyof Fields[T] & string
    readonly value?: Json
    /** The day of the visit, instead of the answer. */
    readonly isDay?: true
  }
}[SetType]

/**
 * The closed union of what an answer may write (DESIGN.md 3, «A guided visit in records»). `when`: only for these
 * codes. A `set` without a value takes the answer itself: a number, words, a code or codes; `emergency` the note as its
 * reason and the codes as who was called.
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
      readonly due?: Due
      /** What was said goes with it; without this no words leave the note. */
      readonly withWords?: true
    }
  | { readonly kind: 'safetyReport' }
  /** Two workers at every visit until it is looked at again (DOMAIN.md 4.4, C-STAFF). */
  | { readonly kind: 'twoWorkers' }
  /** A task for each chosen option, or for each item with one of `when`; `{what}` is the option's words. */
  | { readonly kind: 'taskEach'; readonly title: GuideText; readonly to: 'coordinator' | 'me'; readonly due?: Due }
  /** What was offered in a `taskOffer` and taken, with the who and when of the answer. */
  | { readonly kind: 'offeredTask'; readonly title: GuideText }
  | { readonly kind: 'income'; readonly part: 'mainIncome' | 'incomeDay' }
  | { readonly kind: 'housingHistory' }
  /** People named: kin and friends, or other adults who live here. */
  | { readonly kind: 'relatives' }
  | { readonly kind: 'members' }
  /** Of the eviction case when there is one, else of the resident: those chosen, or the one named here. */
  | { readonly kind: 'causes'; readonly cause?: Cause }
  /** One `arrears` record for the visit, put together from its steps. */
  | { readonly kind: 'arrears'; readonly part: 'owes' | 'amount' | 'read' | 'agrees'; readonly says?: Readonly<Record<string, Tristate>> }
  /** One proposed payment arrangement for the visit. */
  | { readonly kind: 'arrangement'; readonly part: 'payNow' | 'perTerm' }
  | { readonly kind: 'budget' }
  /** An instrument or service of the catalogue, in this status; `each`: by item and answer. */
  | { readonly kind: 'grant'; readonly code: string; readonly status: GrantStatus }
  | {
      readonly kind: 'grants'
      readonly codes: Readonly<Record<string, string>>
      readonly statuses: Readonly<Record<string, GrantStatus>>
    }
  /** Asked and given, or refused, as it was said here; words of rules/consent-texts.ts. `scope`: what of, and with whom. */
  | { readonly kind: 'consent'; readonly consent: ConsentKind; readonly answer: 'given' | 'refused'; readonly scope?: GuideText }
  | { readonly kind: 'stay'; readonly places: Readonly<Record<string, StayKind>> }
  /** One assessment of a kind for the visit, put together from its steps. */
  | {
      readonly kind: 'assessment'
      readonly assessment: AssessmentKind
      readonly part: 'children' | 'highAge' | 'needsHelp' | 'conclusion' | 'forward' | 'ownMeasures'
      readonly says?: Readonly<Record<string, Tristate>>
    }
  /** «Vil ikke kontaktes om dette»: saved at the tap (DOMAIN.md 4.3). */
  | { readonly kind: 'contactStop' }
  | { readonly kind: 'refusal' }
  /** Of the newest open complaint. */
  | { readonly kind: 'complaint'; readonly part: 'recognised' | 'residentsSide' | 'by' }
  /** What bothers the resident in the house: a complaint of hers. */
  | { readonly kind: 'counterComplaint' }
  /** The resident's own wish, and a goal in her words: kept for the plan that is made after the visit. */
  | { readonly kind: 'planWish' }
  | { readonly kind: 'goalWish'; readonly text?: GuideText }
  /** A plan in draft with those wishes, when there is none. */
  | { readonly kind: 'planDraft' }
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

export type Due = 'today' | 'tomorrow' | 'week'

export type Raise =
  | { readonly when: readonly string[]; readonly concern: ConcernCode }
  /** For an `each`: this item with one of these answers. */
  | { readonly item: string; readonly when: readonly string[]; readonly concern: ConcernCode }
  /** When the fact holds and the step is answered with one of these. */
  | { readonly fact: Fact; readonly when: readonly string[]; readonly concern: ConcernCode }
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
  /** For `each`: what is asked about, one by one. */
  readonly items?: readonly Option[]
  /** For `each`: «Alt er vist», where it is usual that all of it is answered alike. */
  readonly allAtOnce?: Option
  /** For `budget`: its lines, in order. */
  readonly lines?: readonly { readonly code: BudgetLineCode; readonly kind: BudgetKind; readonly text: GuideText }[]
  /** For `people`: what they are to her, and whether it is asked if we may contact them. */
  readonly people?: { readonly relations: readonly Option[]; readonly asksContact?: true }
  /** For `photo`: what it is of; a yes is asked for before the camera opens. */
  readonly photo?: { readonly kind: DocumentKind }
  /** For `signature`: what is agreed to, read aloud first; `options` are what can be said beside a yes. */
  readonly signs?: GuideText
  /** For `areas`: the words of each level, best first. */
  readonly levels?: readonly Option[]
  /** Asked on the same screen once the answer is one of these codes; for goals `drop` = two steps down or more. */
  readonly followUp?: { readonly when: readonly string[]; readonly text: GuideText }
  readonly showIf?: readonly Condition[]
  readonly writes: readonly Write[]
  readonly raises?: readonly Raise[]
  /** Must be given before Ferdig, so neither «Hopp over» nor «Vil ikke svare» (DOMAIN.md 4.1, rule 1). */
  readonly isRequired?: true
  /** Asked only once a button elsewhere has answered it: «Stopp» in the middle of a talk. */
  readonly isByButton?: true
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
  /** «Ta resten neste gang» is offered here: the talk may end before this block, and nothing is missing. */
  readonly canWait?: true
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
