// What stands in the way of starting a visit: she does not want to be contacted, it was agreed that two come, or that nobody
// comes home to her. Nothing stands in the way of writing afterwards what has happened.

import type { CaseView } from './case-view.ts'
import { type VisitView, visitDay } from './case-view-visits.ts'
import type { SafetyLevel, VisitKind } from './codes.ts'
import type { Id, LocalDate } from './ids.ts'

export type InTheWay = 'contactStop' | 'notHome' | 'twoWorkers'
interface Given {
  readonly view: Pick<CaseView, 'resident'>
  readonly visit: VisitView
  readonly me: Id
  readonly today: LocalDate
  /** Of the visit's context: a new notice since she said it lifts the stop (O-1). */
  readonly known?: { readonly isContactStopped: boolean }
  /** Said: they meet somewhere else. */
  readonly isElsewhere?: boolean
}

const TWO: readonly SafetyLevel[] = ['two_workers', 'not_alone_not_home']
/** Two at every visit until it is looked at again (DOMAIN.md 4.4, C-STAFF; N 4.7). */
export const needsTwo = ({ resident }: Pick<CaseView, 'resident'>): boolean => TWO.includes(resident.safety.level)

const NOT_AT_HOME: readonly VisitKind[] = ['accompany', 'phone', 'other']
/** «Ikke alene, ikke hjemme» (DOMAIN.md 2.1): not even two go home to her without being asked. */
export const isNotForHome = ({ resident }: Pick<CaseView, 'resident'>, kind: VisitKind): boolean =>
  resident.safety.level === 'not_alone_not_home' && !NOT_AT_HOME.includes(kind)

/** A contact stop comes first: planned visits stop until the leader or a new notice lifts it (DOMAIN.md 4.3); one she asked for herself does not. */
export function inTheWay({ view, visit, me, today, known, isElsewhere = false }: Given): InTheWay | undefined {
  if (visit.status !== 'planned' || isOver(visit, today)) return undefined
  const isStopped = known?.isContactStopped ?? view.resident.contactStop !== undefined
  if (isStopped && visit.agreedHow !== 'at_residents_request') return 'contactStop'
  if (isNotForHome(view, visit.kind) && !isElsewhere) return 'notHome'
  const isAlone = new Set([...visit.workers, me]).size < 2
  return isAlone && visit.kind !== 'phone' && needsTwo(view) ? 'twoWorkers' : undefined
}

/** Its day has passed: what is written now is written afterwards. Later the same day it may still be under way. */
export function isOver(visit: VisitView, today: LocalDate): boolean {
  const day = visitDay(visit)
  return day !== undefined && day < today
}
