// One tap at the door (DOMAIN.md 2.9). Where nothing more is to be asked, that tap is the whole visit: it goes through Ferdig
// like any other, so that what the guide writes after an outcome (the try at the door, our task for a new time, word to the
// coordinator) is written by one mechanism, and one «Angre» takes all of it back. Where something is to be asked, it says so.

import type { StepAnswer, VisitDraft } from './answers.ts'
import type { Outcome } from './codes.ts'
import type { Guide } from './guide.ts'
import type { Id } from './ids.ts'
import { ids } from './reading.ts'
import { patch } from './records.ts'
import type { Patch, RecordRow } from './register.ts'
import { finish } from './visit-finish.ts'
import { type FinishWith, merged } from './visit-shared.ts'
import { seenBy } from './visit-start.ts'
import { isOutcomeStep } from './visit-walk.ts'

/** There is nobody to talk with and nothing to look for: everything else can be written afterwards. */
const ENDS: readonly Outcome[] = [
  'cancelled_by_resident',
  'cancelled_by_service',
  'wrong_address',
  'moved',
  'hospital_or_detox',
  'imprisoned',
  'deceased',
]

export type AtTheDoor =
  | {
      readonly kind: 'ended'
      readonly patches: readonly Patch[]
      /** To be signed in the same transaction. */
      readonly contribution: Id
    }
  /** The visit begins, and something is asked. */
  | { readonly kind: 'asks' }

export function atTheDoor(guide: Guide, visit: RecordRow, outcome: Outcome, w: FinishWith): AtTheDoor {
  const step = guide.blocks.flatMap((block) => block.steps).find(isOutcomeStep)
  if (!step || !ENDS.includes(outcome)) return { kind: 'asks' }
  const contribution = begunBy(w, visit.id) ?? w.newId()
  const told: StepAnswer = { kind: 'given', value: { is: 'code', code: outcome } }
  const guideRef = { code: guide.code, version: guide.version }
  const draft: VisitDraft = { guide: guideRef, visit: visit.id, contribution, answers: { [step.id]: told }, concerns: [], at: 'review' }
  const ended = finish(guide, draft, w)
  // A guide that must know more, or raises a concern, asks.
  if (!ended.ok) return { kind: 'asks' }
  return { kind: 'ended', patches: merged([...ended.value.patches, ...cameToo(visit, w)]), contribution }
}

/** Mine that has no end is taken up again, not doubled. */
const begunBy = ({ view, me }: FinishWith, visit: Id): Id | undefined =>
  view.visits
    .find(({ id }) => id === visit)
    ?.contributions.find((part) => part.worker === me && !part.isSigned && part.finishedAt === undefined)?.id

/** Whoever told how it went was there. */
function cameToo(visit: RecordRow, { me, seen }: FinishWith): readonly Patch[] {
  const workers = ids(visit, 'workers')
  if (workers.includes(me)) return []
  return [patch(visit.lane, 'visit', visit.id, { workers: [...workers, me] }, { seen: seenBy(me, visit, seen[visit.id]) })]
}
