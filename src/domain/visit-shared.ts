// What finishing a visit is given and works out once, and the registers of the visit and the household that both
// workers share. visit-writes.ts makes the worker's own records.

import type { StepAnswer, VisitDraft } from './answers.ts'
import type { CaseView } from './case-view.ts'
import type { Outcome } from './codes.ts'
import type { Language, Step, Write } from './guide.ts'
import type { Id, Instant, Json, LocalDate } from './ids.ts'
import { type Field, headsOf, type RecordRow, type Seen } from './register.ts'
import { codesIn, givenValue, hasAny, isGiven } from './visit-answers.ts'
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
}

/** Everything the writers of visit-writes.ts need, worked out once. */
export interface Finishing extends FinishWith {
  readonly draft: VisitDraft
  readonly walk: Walk
  /** Shown steps in order, each once. */
  readonly steps: readonly Step[]
  readonly outcome: Outcome
  /** The day of the visit, also when it is filled in the day after. */
  readonly on: LocalDate
}

/** Does this write apply to this answer? */
export function applies(write: Write, answer: StepAnswer | undefined): boolean {
  return isGiven(answer) && (!write.when || hasAny(codesIn(answer), write.when))
}

/** Some version already says this: mine from the tap, or a colleague's that agrees. */
export const stands = (row: RecordRow, field: Field, v: Json): boolean =>
  headsOf(row, field).some((head) => JSON.stringify(sortedKeys(head.v)) === JSON.stringify(sortedKeys(v)))

const sortedKeys = (v: Json): Json =>
  typeof v === 'object' && v !== null && !Array.isArray(v) ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1))) : v

type SharedFields = Readonly<Record<'visit' | 'household' | 'resident' | 'tenancy', readonly (readonly [Field, Json])[]>>

/** The registers of the visit and the household; where two steps write the same one, the later step counts. */
export function sharedFields({ steps, draft }: Finishing): SharedFields {
  const shared = {
    visit: new Map<Field, Json>(),
    household: new Map<Field, Json>(),
    resident: new Map<Field, Json>(),
    tenancy: new Map<Field, Json>(),
  }
  for (const step of steps)
    for (const write of step.writes) {
      const answer = draft.answers[step.id]
      if (!applies(write, answer)) continue
      if (write.kind === 'set') shared[write.type].set(write.field, write.value ?? inOptionOrder(step, answer))
      if (write.kind === 'childrenCount') for (const [field, v] of childrenFields(answer)) shared.household.set(field, v)
    }
  return { visit: [...shared.visit], household: [...shared.household], resident: [...shared.resident], tenancy: [...shared.tenancy] }
}

/** Two workers who chose the same in another order said the same. */
function inOptionOrder(step: Step, answer: StepAnswer | undefined): Json {
  const value = givenValue(answer)
  if (value?.is !== 'codes') return codesIn(answer)[0] ?? null
  const order = (step.options ?? []).map((option) => option.code)
  return [...value.codes].sort((a, b) => order.indexOf(a) - order.indexOf(b))
}

function childrenFields(answer: StepAnswer | undefined): readonly (readonly [Field, Json])[] {
  const value = givenValue(answer)
  if (value?.is !== 'number') return []
  return value.number > 0
    ? [
        ['childrenCount', value.number],
        ['childrenKnown', 'yes'],
      ]
    : [['childrenCount', 0]]
}
