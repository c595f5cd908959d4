// A visit is begun: my own contribution is saved, and a draft is opened with what is on the screen now. How it went may
// be told in the same tap, at the door. A contribution I began and never finished (its draft is gone) is taken up again,
// not doubled.

import type { Recorded } from '#device/casebook.ts'
import type { StepAnswer } from '#domain/answers.ts'
import type { Outcome } from '#domain/codes.ts'
import type { Id } from '#domain/ids.ts'
import type { Patch } from '#domain/register.ts'
import { isOver } from '#domain/visit-allowed.ts'
import { draftConcern, raiseConcern, recordOutcome, startVisit } from '#domain/visit-start.ts'
import { isOutcomeStep, newConcerns, nextKey, outcomeOf, screensOf } from '#domain/visit-walk.ts'
import { concernKey } from './keys.ts'
import { type VisitHere, walkOf } from './use-visit.ts'
import { type OpenDraft, seenAtOpen } from './visit-content.ts'
import { openKeeper, type VisitKeeper } from './visit-keepers.ts'

/** «Angre» at the door. */
export const DOOR_UNDO_MS = 10_000

export type Begun = { readonly recorded: Recorded; readonly keeper?: VisitKeeper; readonly at: string }

/** `outcome` as it was tapped at the door; without it, the first question asks. */
export async function beginVisit(here: VisitHere, outcome?: Outcome): Promise<Begun> {
  const { casebook, guide, lane, visit } = here
  const { contribution, patches } = beginning(here)
  const answers = outcome ? answered(here, outcome) : filledInAgain(here)
  const told = outcome ? toldAtDoor(here, { answers, concerns: [] }) : { patches: [], concerns: [], at: '' }
  const all = [...patches, ...told.patches]
  const recorded: Recorded =
    all.length === 0
      ? { ok: true, changes: [], undo: async () => true }
      : await casebook.record(all, outcome ? { holdMs: DOOR_UNDO_MS } : {})
  const first = screensOf(walkOf(here, { answers }))[0]?.key ?? 'overview'
  const at = outcome ? told.at : first
  if (!recorded.ok) return { recorded, at }
  const frame = { id: casebook.newId(), lane, rec: contribution, seen: {} }
  const guideRef = { code: guide.code, version: guide.version }
  const seen = seenAtOpen(here.answer.rows, visit.id)
  const content: OpenDraft = { guide: guideRef, visit: visit.id, contribution, answers, concerns: told.concerns, at, seen }
  const keeper = openKeeper(casebook, frame, content)
  keeper.change(content, 'now')
  await keeper.flush()
  return { recorded, keeper, at }
}

/** A quick note said how it went; the guide that is filled in afterwards knows it. */
function filledInAgain(here: VisitHere): Readonly<Record<string, StepAnswer>> {
  const { visit, casebook } = here
  const isMineDone = visit.contributions.some((part) => part.worker === casebook.me && part.finishedAt !== undefined)
  return isMineDone && visit.outcome ? answered(here, visit.outcome) : {}
}

/** The answer of the step that asks how it went. */
export function answered({ guide }: VisitHere, outcome: Outcome): Readonly<Record<string, StepAnswer>> {
  const step = guide.blocks.flatMap((block) => block.steps).find(isOutcomeStep)
  return step ? { [step.id]: { kind: 'given', value: { is: 'code', code: outcome } } } : {}
}

interface ToldAtDoor {
  readonly patches: readonly Patch[]
  readonly concerns: OpenDraft['concerns']
  /** What is asked next: what to do about a concern, the calm words after a no, or the next question. */
  readonly at: string
}
/** How it went and what it raises are saved at the tap (DESIGN.md 3). */
export function toldAtDoor(
  here: VisitHere,
  content: Pick<OpenDraft, 'answers' | 'concerns'> & Partial<Pick<OpenDraft, 'seen'>>,
): ToldAtDoor {
  const { casebook, lane, visit, answer } = here
  const walk = walkOf(here, content)
  const outcome = outcomeOf(walk)
  const row = answer.rows.get(visit.id)
  const raised = newConcerns(walk, content.concerns).map((found) => ({ id: casebook.newId(), ...found }))
  const step = screensOf(walk).find((screen) => isOutcomeStep(screen.step))?.key ?? ''
  const first = raised[0]
  const at = first ? concernKey(first.id) : outcome && isRefusal(outcome) ? 'door' : nextKey(walk, step)
  return {
    patches: [
      ...(outcome && row ? [recordOutcome(row, casebook.me, outcome, undefined, content.seen?.[visit.id])] : []),
      ...raised.map((found) => raiseConcern(lane, { ...found, visit: visit.id })),
    ],
    concerns: [...content.concerns, ...raised.map(draftConcern)],
    at,
  }
}

/** A no is respected at once (DOMAIN.md 4.3). */
export const isRefusal = (outcome: Outcome): boolean => outcome === 'declined_entry' || outcome === 'declined_service'

function beginning(here: VisitHere): { readonly contribution: Id; readonly patches: readonly Patch[] } {
  const { casebook, answer, guide, visit } = here
  const begun = visit.contributions.find((part) => part.worker === casebook.me && !part.isSigned && part.finishedAt === undefined)
  if (begun) return { contribution: begun.id, patches: [] }
  const row = answer.rows.get(visit.id)
  if (!row) throw new TypeError('a visit on the screen has a row')
  const started = startVisit(row, casebook.me, { code: guide.code, version: guide.version }, casebook.now(), casebook.newId)
  return isOver(visit, answer.today) ? { ...started, patches: started.patches.flatMap(withoutStart) } : started
}

/** Written afterwards: it did not begin now. */
function withoutStart(made: Patch): readonly Patch[] {
  const { started: _now, ...set } = made.set
  return Object.keys(set).length === 0 ? [] : [{ ...made, set }]
}
