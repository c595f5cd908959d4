// One tap at the door: saved at once, ten seconds to take it back, and on to what is asked next.

import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { RecordRefusal } from '#device/casebook.ts'
import type { Outcome } from '#domain/codes.ts'
import { atTheDoor } from '#domain/visit-door.ts'
import type { Language } from '#texts/catalogue.ts'
import { paths } from '../paths.ts'
import { useUi } from '../ui-store.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import { answered, beginVisit, DOOR_UNDO_MS, toldAtDoor } from './begin.ts'
import { visitPath } from './keys.ts'
import { finishWith } from './use-finish.ts'
import type { VisitHere } from './use-visit.ts'
import { type OpenDraft, seenAtOpen } from './visit-content.ts'
import { throwAway, type VisitKeeper } from './visit-keepers.ts'

interface Told {
  readonly at: string
  readonly undo: () => Promise<boolean>
}

export function useDoor(here: VisitHere) {
  const say = useSay()
  const language = useLanguage()
  const navigate = useNavigate()
  const offerUndo = useUi((ui) => ui.offerUndo)
  const [refusal, setRefusal] = useState<RecordRefusal['kind']>()
  const { lane, visit, keeper } = here
  const tell = async (outcome: Outcome) => {
    const told = await (keeper ? tellOpen(here, keeper, outcome) : (tellAll(here, outcome, language) ?? tellFirst(here, outcome)))
    if (!('at' in told)) return setRefusal(told.kind)
    setRefusal(undefined)
    const text = say('around.toldAtDoor', { what: say(`term.outcome.${outcome}`) })
    offerUndo({ text, undo: told.undo, backTo: paths.door(lane, visit.id) })
    void navigate(visitPath(lane, visit.id, told.at))
  }
  return { tell, refusal }
}

/** Nothing more is asked: the tap is the whole visit, signed, and all of it can be taken back. */
function tellAll(here: VisitHere, outcome: Outcome, language: Language): Promise<Told | RecordRefusal> | undefined {
  const { casebook, answer, guide, lane, visit } = here
  const row = answer.rows.get(visit.id)
  const told = row && atTheDoor(guide, row, outcome, finishWith(here, seenAtOpen(answer.rows, visit.id), language))
  if (told?.kind !== 'ended') return undefined
  const how = { sign: { lane, root: told.contribution }, holdMs: DOOR_UNDO_MS }
  return casebook.record(told.patches, how).then((recorded) => (recorded.ok ? { at: 'overview', undo: recorded.undo } : recorded.refusal))
}

/** Nothing was begun: it begins with this tap, and taking it back leaves nothing. */
async function tellFirst(here: VisitHere, outcome: Outcome): Promise<Told | RecordRefusal> {
  const { recorded, keeper, at } = await beginVisit(here, outcome)
  if (!recorded.ok) return recorded.refusal
  const undo = async () => {
    const isUndone = await recorded.undo()
    if (isUndone && keeper) await takeOut(here, keeper)
    return isUndone
  }
  return { at, undo }
}

/** What was answered meanwhile stays; a draft with nothing but the tap goes with it. */
async function takeOut(here: VisitHere, keeper: VisitKeeper): Promise<void> {
  const { casebook, visit } = here
  const { content } = keeper.held()
  const told = new Set(Object.keys(answered(here, 'home_full')))
  const others = Object.entries(content.answers).filter(([step]) => !told.has(step))
  if (others.length > 0) return keeper.change({ ...content, answers: Object.fromEntries(others), concerns: [], at: 'door' }, 'now')
  await throwAway(casebook, visit.id, keeper)
}

/** The visit is under way: the same answer as in its first question. */
async function tellOpen(here: VisitHere, keeper: VisitKeeper, outcome: Outcome): Promise<Told | RecordRefusal> {
  const before: OpenDraft = keeper.held().content
  const content = { ...before, answers: { ...before.answers, ...answered(here, outcome) } }
  const told = toldAtDoor(here, content)
  const recorded = await here.casebook.record(told.patches, { holdMs: DOOR_UNDO_MS })
  if (!recorded.ok) return recorded.refusal
  keeper.change({ ...content, concerns: told.concerns, at: told.at }, 'now')
  const undo = async () => {
    const isUndone = await recorded.undo()
    if (isUndone) keeper.change({ ...before, at: 'door' }, 'now')
    return isUndone
  }
  return { at: told.at, undo }
}
