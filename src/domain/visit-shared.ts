// What finishing a visit is given and works out once, and what every writer of visit-writes-*.ts leans on: what was said
// in which step, a register of somebody else's record written only where it does not stand already, one patch a record.

import type { StepAnswer, VisitDraft } from './answers.ts'
import type { CaseView } from './case-view.ts'
import type { ConsentKind, Outcome } from './codes.ts'
import { effective } from './effective.ts'
import type { Language, Option, Step, Write } from './guide.ts'
import type { Id, Instant, Json, LocalDate } from './ids.ts'
import { asText } from './reading.ts'
import type { KnownType } from './records.ts'
import { type Field, headsOf, type Patch, type RecordRow, type Seen } from './register.ts'
import { codesIn, givenValue, hasAny, isGiven } from './visit-answers.ts'
import type { VisitContext } from './visit-context.ts'
import { seenBy } from './visit-start.ts'
import type { Walk } from './visit-walk.ts'

export interface FinishWith {
  readonly view: CaseView
  readonly rows: ReadonlyMap<Id, RecordRow>
  readonly today: LocalDate
  readonly finishedAt: Instant
  readonly newId: () => Id
  readonly me: Id
  /** For each record the heads the draft saw when it was opened. */
  readonly seen: Readonly<Record<Id, Seen>>
  /** The language tasks are written in. */
  readonly language: Language
  /** Who takes what the office is to do: a user id. Else the group's coordinator by name, else nobody. */
  readonly coordinator?: Id
  /** What the screen walked with: the facts at Ferdig are the facts of the questions. */
  readonly context?: VisitContext
  /** As a witness is named; the id where nobody says. */
  readonly myName?: string
  readonly packs?: FinishPacks
}
/** What the packs of rules/ say, handed in since the domain imports none. Without them nothing is asked of consents. */
export interface FinishPacks {
  /** The words she was asked with; `scope` is what of, and with whom. */
  readonly consentText: (kind: ConsentKind, scope: string | undefined) => { readonly text: string; readonly version: number }
  /** The yes an entry of the catalogue needs before help by it begins. */
  readonly needsConsent: (grant: string) => ConsentKind | undefined
}

/** Everything the writers of visit-writes-*.ts need, worked out once. */
export interface Finishing extends FinishWith {
  readonly draft: VisitDraft
  readonly walk: Walk
  /** Shown steps in order, each once. */
  readonly steps: readonly Step[]
  readonly outcome: Outcome
  /** The day of the visit, also when it is filled in the day after. */
  readonly on: LocalDate
}

export type Of<K extends Write['kind']> = Extract<Write, { readonly kind: K }>
export interface Said<K extends Write['kind']> {
  readonly write: Of<K>
  readonly step: Step
  readonly answer: StepAnswer | undefined
}

/** Does this write apply to this answer? */
export function applies(write: Write, answer: StepAnswer | undefined): boolean {
  return isGiven(answer) && (!write.when || hasAny(codesIn(answer), write.when))
}

/** The steps shown that write this, with what was answered. */
export function saidIn<K extends Write['kind']>(f: Pick<Finishing, 'steps' | 'draft'>, kind: K): readonly Said<K>[] {
  const is = (write: Write): write is Of<K> => write.kind === kind
  return f.steps.flatMap((step) => step.writes.filter(is).map((write) => ({ write, step, answer: f.draft.answers[step.id] })))
}
/** Only where it was answered, and where the answer is one the write asks for. */
export const givenIn = <K extends Write['kind']>(f: Pick<Finishing, 'steps' | 'draft'>, kind: K): readonly Said<K>[] =>
  saidIn(f, kind).filter(({ write, answer }) => applies(write, answer))

/** The codes this write is about: those chosen, and of those the ones it names. */
export const codesFor = ({ write, answer }: Pick<Said<Write['kind']>, 'write' | 'answer'>): readonly string[] =>
  codesIn(answer).filter((code) => write.when?.includes(code) ?? true)

export const noteOf = (answer: StepAnswer | undefined): string | undefined => (answer?.kind === 'given' && answer.note?.trim()) || undefined
/** The words of the answer itself, else of its note; empty when there are none. */
export function wordsIn(answer: StepAnswer | undefined): string {
  const value = givenValue(answer)
  return (value?.is === 'text' ? value.text : (noteOf(answer) ?? '')).trim()
}
export const numberIn = (answer: StepAnswer | undefined): number | undefined => {
  const value = givenValue(answer)
  return value?.is === 'number' ? value.number : undefined
}

/** A code in the guide's words, for a register that people also write in by hand. */
export const wordOf = (options: readonly Option[] | undefined, code: string, language: Language): string =>
  options?.find((option) => option.code === code)?.text[language] ?? code

/** Part of my own contribution: signed with it, never touched by a colleague. */
export const mine = (f: Finishing): { readonly root: Id } => ({ root: f.draft.contribution })

/** Some version already says this: mine from the tap, or a colleague's that agrees. */
export const stands = (row: RecordRow, field: Field, v: Json): boolean =>
  headsOf(row, field).some((head) => JSON.stringify(sortedKeys(head.v)) === JSON.stringify(sortedKeys(v)))

const sortedKeys = (v: Json): Json =>
  typeof v === 'object' && v !== null && !Array.isArray(v) ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1))) : v

/** Registers of a record that may stand already. Equal answers make no second version; other ones never replace unseen. */
export function written(f: FinishWith, type: KnownType, rec: Id, fields: Iterable<readonly [Field, Json]>): readonly Patch[] {
  const row = f.rows.get(rec)
  const known = row?.type === type ? row : undefined
  const set = Object.fromEntries([...fields].filter(([field, v]) => !known || !stands(known, field, v)))
  if (Object.keys(set).length === 0) return []
  return [{ lane: f.view.lane, rec, type, set, ...(known ? { seen: seenBy(f.me, known, f.seen[rec]) } : {}) }]
}

/** One patch for each record, in the order they were made: two writers of one record say it in one breath. */
export function merged(patches: readonly Patch[]): readonly Patch[] {
  const byRecord = new Map<Id, Patch>()
  for (const made of patches) {
    const before = byRecord.get(made.rec)
    const seen = before?.seen || made.seen ? { seen: bothSeen(before?.seen ?? {}, made.seen ?? {}) } : {}
    byRecord.set(made.rec, before ? { ...before, ...made, set: { ...before.set, ...made.set }, ...seen } : made)
  }
  return [...byRecord.values()]
}
const bothSeen = (a: Seen, b: Seen): Seen =>
  Object.fromEntries(
    [...new Set([...Object.keys(a), ...Object.keys(b)])].map((field) => [field, [...new Set([...(a[field] ?? []), ...(b[field] ?? [])])]]),
  )

/** Names are the same however they are written down in a hurry. */
export const sameWords = (a: string | undefined, b: string | undefined): boolean =>
  (a ?? '').trim().toLocaleLowerCase('nb') === (b ?? '').trim().toLocaleLowerCase('nb')
export const textIn = (row: RecordRow, field: Field): string | undefined => asText(effective(row, field))
/** Into a set that is being made; what is not known is no register. */
export function fieldPut(set: Record<Field, Json>, field: Field, v: Json | undefined): void {
  if (v !== undefined) set[field] = v
}
