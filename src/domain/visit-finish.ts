// «Ferdig»: the draft of a guided visit becomes records (DESIGN.md 3). Pure and deterministic: same draft, same rows,
// same ids in, same patches out. It refuses only what DOMAIN.md 4.1 rule 1 and 4.4 name. Nothing is sent, planned or
// ended by itself; only questions that are shown are written, so an answer behind a changed outcome leaves no trace.

import type { StepAnswer, VisitDraft } from './answers.ts'
import { questionField, visitDay } from './case-view-visits.ts'
import { OUTCOMES_HELD, type Outcome, type VisitStatus } from './codes.ts'
import { effective } from './effective.ts'
import type { Guide } from './guide.ts'
import type { Json } from './ids.ts'
import { patch } from './records.ts'
import type { Field, Patch } from './register.ts'
import { ok, type Result, refuse } from './result.ts'
import { reviewPatches } from './review-writes.ts'
import { isAnswered } from './visit-answers.ts'
import { visitContext } from './visit-context.ts'
import { fieldPatches, refusalField, sharedFields } from './visit-fields.ts'
import { type Finishing, type FinishWith, merged, written } from './visit-shared.ts'
import { handleConcern, raiseConcern, seenBy } from './visit-start.ts'
import { storedValue } from './visit-stored.ts'
import { type FinishRefusal, mustHave, outcomeOf, screensOf, type Walk } from './visit-walk.ts'
import { togetherPatches, writesOf } from './visit-writes.ts'

export function finish(guide: Guide, draft: VisitDraft, w: FinishWith): Result<{ readonly patches: readonly Patch[] }, FinishRefusal> {
  const walk: Walk = { guide, answers: draft.answers, context: w.context ?? visitContext(w.view, draft.visit, w.today) }
  const missing = [...mustHave(walk, draft.concerns), ...forgotten(draft, w)][0]
  if (missing) return refuse(missing)
  const outcome = outcomeOf(walk)
  if (!outcome) return refuse({ kind: 'needsOutcome', at: walk.guide.blocks[0]?.steps[0]?.id ?? 'review' })
  const day = w.view.visits.find((visit) => visit.id === draft.visit)
  const agreed = day && visitDay(day)
  const steps = [...new Set(screensOf(walk).map((screen) => screen.step))]
  const finishing: Finishing = { ...w, draft, walk, steps, outcome, on: agreed && agreed <= w.today ? agreed : w.today }
  return ok({
    patches: [
      ...concernPatches(finishing),
      ...merged([
        ...visitPatches(finishing),
        ...fieldPatches(finishing),
        ...contributionPatches(finishing),
        ...steps.flatMap((step) => writesOf(finishing, step)),
        ...reviewPatches(finishing),
        ...togetherPatches(finishing),
      ]),
    ],
  })
}

/** Concerns I raised in this visit that the draft has lost sight of: they too need their answer. */
function forgotten(draft: VisitDraft, { view, me }: FinishWith): readonly FinishRefusal[] {
  return view.concerns
    .filter((concern) => concern.visit === draft.visit && concern.made?.by === me && concern.status === 'open' && !concern.action)
    .filter((concern) => !draft.concerns.some((held) => held.id === concern.id))
    .map(({ id, code, raisedFrom }) => ({ kind: 'needsConcernAction', concern: id, code, at: raisedFrom ?? 'review' }))
}

/** Saved at the tap already, as a rule; then there is nothing left to write. */
function concernPatches({ draft, rows, view, me, on, seen }: Finishing): readonly Patch[] {
  return draft.concerns.flatMap(({ id, code, fromStep, action, note }) => {
    const row = rows.get(id)
    const raised = row ? [] : [raiseConcern(view.lane, { id, code, visit: draft.visit, fromStep })]
    const isHandled = row && effective(row, 'status') === 'handled'
    const handling = action && { taken: action, on, ...(note?.trim() ? { note: note.trim() } : {}) }
    return [...raised, ...(handling && !isHandled ? [handleConcern(view.lane, id, handling, me, row, seen[id])] : [])]
  })
}

/** The facts both workers share. What already stands is not written again: equal answers make no second version. */
function visitPatches(f: Finishing): readonly Patch[] {
  const row = f.rows.get(f.draft.visit)
  const ended: readonly (readonly [Field, Json])[] = row && effective(row, 'ended') !== undefined ? [] : [['ended', f.finishedAt]]
  const outcome = { code: f.outcome, ...outcomeNote(f) }
  const fields: readonly (readonly [Field, Json])[] = [
    ...sharedFields(f, 'visit'),
    ...refusalField(f),
    ['outcome', outcome],
    ['status', statusOf(f.outcome)],
    ...ended,
  ]
  return written(f, 'visit', f.draft.visit, fields)
}

const statusOf = (outcome: Outcome): VisitStatus => {
  if (OUTCOMES_HELD.includes(outcome)) return 'done'
  return outcome === 'cancelled_by_resident' || outcome === 'cancelled_by_service' ? 'cancelled' : 'not_done'
}

function outcomeNote({ steps, draft }: Finishing): { readonly note?: string } {
  const step = steps.find((found) => found.writes.some((write) => write.kind === 'outcome' && !write.to))
  const answer = step && draft.answers[step.id]
  return answer?.kind === 'given' && answer.note?.trim() ? { note: answer.note.trim() } : {}
}

/** One register for each question that was answered, skipped or declined; what was not asked leaves nothing. */
function contributionPatches(f: Finishing): readonly Patch[] {
  const { draft, rows, me } = f
  const row = rows.get(draft.contribution)
  const answers = f.steps
    .filter((step) => !step.isOwn && isAnswered(draft.answers[step.id]))
    .map((step): readonly [Field, Json] => [questionField(step.id), stored(draft.answers[step.id])])
  const about = row ? {} : { visit: draft.visit, worker: me, guide: { ...draft.guide } }
  const made = patch(
    f.view.lane,
    'contribution',
    draft.contribution,
    { ...about, finishedAt: f.finishedAt },
    { root: draft.contribution, ...(row ? { seen: seenBy(me, row, f.seen[draft.contribution]) } : {}) },
  )
  return [{ ...made, set: { ...made.set, ...Object.fromEntries(answers) } }]
}

function stored(answer: StepAnswer | undefined): Json {
  if (answer?.kind !== 'given') return answer?.kind === 'declined' ? { declined: true } : { skipped: true }
  const note = answer.note?.trim()
  return { v: storedValue(answer.value), ...(answer.basis ? { basis: answer.basis } : {}), ...(note ? { note } : {}) }
}
