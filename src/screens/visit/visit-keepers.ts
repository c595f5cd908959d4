// The keepers of the visits that are open on this page, one for each visit, so that overview, steps and review all
// write on the same sheet. Gone with the page: after lock and reload the draft itself is read again.

import type { Casebook, Draft } from '#device/casebook.ts'
import type { Id } from '#domain/ids.ts'
import { DraftKeeper, type Frame } from './draft-keeper.ts'
import { contentToJson, draftOfVisit, type OpenDraft, visitContent } from './visit-content.ts'

export type VisitKeeper = DraftKeeper<OpenDraft>

const HOW = { toJson: contentToJson, fromJson: visitContent }

const KEEPERS = new WeakMap<Casebook, Map<Id, VisitKeeper>>()
const of = (casebook: Casebook): Map<Id, VisitKeeper> => {
  const known = KEEPERS.get(casebook) ?? new Map<Id, VisitKeeper>()
  KEEPERS.set(casebook, known)
  return known
}

/** Thrown away on this page: a screen that still has the draft at hand must not open it again. */
const THROWN = new WeakMap<Casebook, Set<Id>>()
const thrownOf = (casebook: Casebook): Set<Id> => {
  const known = THROWN.get(casebook) ?? new Set<Id>()
  THROWN.set(casebook, known)
  return known
}

/** The draft goes, and with it its keeper. */
export async function throwAway(casebook: Casebook, visit: Id, keeper: VisitKeeper): Promise<void> {
  await keeper.flush()
  thrownOf(casebook).add(keeper.id)
  closeKeeper(casebook, visit)
  await casebook.dropDraft(keeper.id)
}

/** The open keeper of a visit, else one made of the draft that was kept. */
export function keeperOfVisit(casebook: Casebook, visit: Id, drafts: readonly Draft[]): VisitKeeper | undefined {
  const open = of(casebook).get(visit)
  const known = open?.isOver ? undefined : open
  const thrown = thrownOf(casebook)
  const draft = known
    ? undefined
    : draftOfVisit(
        drafts.filter(({ id }) => !thrown.has(id)),
        visit,
      )
  const content = draft && visitContent(draft)
  return draft && content ? remember(casebook, visit, new DraftKeeper(casebook, draft, content, HOW)) : known
}

export const openKeeper = (casebook: Casebook, frame: Frame, content: OpenDraft): VisitKeeper =>
  remember(casebook, content.visit, new DraftKeeper(casebook, frame, content, HOW))

/** The draft is finished or thrown away: nothing writes it again. */
export function closeKeeper(casebook: Casebook, visit: Id): void {
  of(casebook).get(visit)?.stop()
  of(casebook).delete(visit)
}

function remember(casebook: Casebook, visit: Id, keeper: VisitKeeper): VisitKeeper {
  of(casebook).set(visit, keeper)
  return keeper
}
