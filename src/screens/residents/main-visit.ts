// What the one filled button of a resident leads to: the visit that runs, the next one planned, or else a quick note.

import type { Draft } from '#device/casebook.ts'
import type { CaseView } from '#domain/case-view.ts'
import { type VisitView, visitDay, visitSort } from '#domain/case-view-visits.ts'
import type { Id, LocalDate } from '#domain/ids.ts'
import { paths } from '../paths.ts'
import { visitPlace } from '../today/day-plan.ts'
import { visitPath } from '../visit/keys.ts'

export interface MainVisit {
  readonly act: 'continue' | 'start' | 'note'
  readonly to: string
}
interface Given {
  readonly view: Pick<CaseView, 'lane' | 'visits' | 'resident'>
  readonly drafts: readonly Draft[]
  readonly today: LocalDate
  readonly me: Id
}

export function mainVisit({ view, drafts, today, me }: Given): MainVisit {
  const { lane, visits, resident } = view
  const place = drafts.filter((draft) => draft.lane === lane).flatMap((draft) => visitPlace(draft.content) ?? [])[0]
  if (place) return { act: 'continue', to: visitPath(lane, place.visit, place.at) }
  const oldestFirst = [...visits].sort((a, b) => ((visitSort(a) ?? '') < (visitSort(b) ?? '') ? -1 : 1))
  const running = oldestFirst.find((visit) => visit.status === 'in_progress' && isMine(visit, me))
  if (running) return { act: 'continue', to: paths.visit(lane, running.id) }
  const planned = oldestFirst.filter((visit) => visit.status === 'planned' && (visitDay(visit) ?? today) >= today)
  const next = planned.find((visit) => isMine(visit, me)) ?? planned[0]
  const isStopped = resident.contactStop?.scope === 'all_visits'
  return next && !isStopped ? { act: 'start', to: paths.visit(lane, next.id) } : { act: 'note', to: paths.noteFor(lane) }
}

const isMine = (visit: VisitView, me: Id): boolean => visit.workers.includes(me)
