// Which guide a visit is walked with. They come with the visit's own chunk, so they weigh nothing on the lock screen.

import type { VisitView } from '#domain/case-view-visits.ts'
import type { Guide } from '#domain/guide.ts'
import type { LocalDate } from '#domain/ids.ts'
import { guideFor, newestGuide } from '#guides/registry.ts'

/** The newest version of the guide it was planned with, else the one for its kind, else the ordinary one: nobody stands at a door without questions. */
export function guideForVisit(visit: VisitView, today: LocalDate): Guide | undefined {
  const own = visit.guide && newestGuide(visit.guide.code, today)
  return own ?? guideFor(visit.kind, today) ?? guideFor('followup', today)
}
