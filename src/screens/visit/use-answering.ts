// What a tap does: the answer goes into the draft, and what may not wait for «Ferdig» (how it went, a concern) is saved
// as changes of its own at the same moment (DESIGN.md 3, «A guided visit in records»).

import { useState } from 'react'
import type { RecordRefusal } from '#device/casebook.ts'
import type { RaisedConcern, StepAnswer } from '#domain/answers.ts'
import type { Patch } from '#domain/register.ts'
import { draftConcern, raiseConcern, recordOutcome } from '#domain/visit-start.ts'
import { tapPatches } from '#domain/visit-taps.ts'
import { isOutcomeStep, newConcerns, outcomeOf, type Screen, screensOf } from '#domain/visit-walk.ts'
import type { When } from './answers/asked.ts'
import { type OpenVisit, walkOf } from './use-visit.ts'
import type { OpenDraft } from './visit-content.ts'

export interface Answering {
  readonly answer: (screen: Screen, answer: StepAnswer | undefined, when: When) => void
  readonly refusal: RecordRefusal['kind'] | undefined
}

export function useAnswering(open: OpenVisit): Answering {
  const [refusal, setRefusal] = useState<RecordRefusal['kind']>()
  const { keeper, casebook } = open
  const answer: Answering['answer'] = (screen, given, when) => {
    if (keeper.held().isElsewhere) return
    const before = keeper.held().content
    const answered = { ...before, answers: withAnswer(before.answers, screen.step.id, given) }
    const raised = newConcerns(walkOf(open, answered), before.concerns).map((found) => ({ id: casebook.newId(), ...found }))
    keeper.change({ ...answered, concerns: [...before.concerns, ...raised.map(draftConcern)] }, when)
    const patches = [
      ...raised.map((found) => raiseConcern(open.lane, { ...found, visit: open.visit.id })),
      ...outcomePatch(open, screen, before, answered),
      ...stopPatch(open, before, answered),
    ]
    if (patches.length > 0) void saveAtTap(open, patches, raised).then(setRefusal)
  }
  return { answer, refusal }
}

function withAnswer(answers: OpenDraft['answers'], step: string, given: StepAnswer | undefined): OpenDraft['answers'] {
  const { [step]: _before, ...others } = answers
  return given ? { ...others, [step]: given } : others
}

function outcomePatch(open: OpenVisit, { step }: Screen, before: OpenDraft, after: OpenDraft): readonly Patch[] {
  const outcome = isOutcomeStep(step) ? outcomeOf(walkOf(open, after)) : undefined
  const row = open.answer.rows.get(open.visit.id)
  if (!outcome || !row || outcome === outcomeOf(walkOf(open, before))) return []
  return [recordOutcome(row, open.casebook.me, outcome, undefined, before.seen[open.visit.id])]
}

/** «Vil ikke kontaktes» counts from the tap (DESIGN.md 3). */
function stopPatch(open: OpenVisit, before: OpenDraft, after: OpenDraft): readonly Patch[] {
  const { view, answer, visit, casebook, around } = open
  const said = ({ answers }: OpenDraft) => ({ answers, screens: screensOf(walkOf(open, { answers })) })
  const with_ = { view, rows: answer.rows, visit: visit.id, me: casebook.me, myName: around.myName, today: answer.today, seen: before.seen }
  return tapPatches(said(before), said(after), with_)
}

/** A concern the device would not take is taken out of the draft again, so that the next tap raises it anew. */
async function saveAtTap(
  { casebook, keeper }: OpenVisit,
  patches: readonly Patch[],
  raised: readonly Pick<RaisedConcern, 'id'>[],
): Promise<RecordRefusal['kind'] | undefined> {
  const recorded = await casebook.record(patches)
  if (recorded.ok) return undefined
  const { content } = keeper.held()
  if (raised.length > 0)
    keeper.change({ ...content, concerns: content.concerns.filter((held) => !raised.some(({ id }) => id === held.id)) }, 'now')
  return recorded.refusal.kind
}
