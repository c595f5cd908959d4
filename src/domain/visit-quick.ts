// «Raskt notat»: one tap at a closed door, saved as a visit that took place in its own small way (UX.md 3, «Quick
// capture in the doorway»). Uses today's planned visit when there is one; the caller signs the contribution.

import type { CaseView } from './case-view.ts'
import { type VisitView, visitDay } from './case-view-visits.ts'
import type { ConcernCode, VisitStatus } from './codes.ts'
import { type Id, type Instant, type LocalDate, type LocalDateTime, localDateTime } from './ids.ts'
import { patch } from './records.ts'
import type { Patch, RecordRow, Seen } from './register.ts'
import { raiseConcern, seenBy } from './visit-start.ts'

export type QuickNote = { readonly text?: string } & (
  | { readonly outcome: 'not_home' | 'no_answer' | 'home_at_door' }
  /** `isAskedFor`: said, that the new time is her own wish. */
  | { readonly outcome: 'cancelled_by_resident'; readonly nextVisit?: LocalDateTime; readonly isAskedFor?: boolean }
  | { readonly outcome: 'concern'; readonly concern: ConcernCode }
)
export interface QuickWith {
  readonly view: CaseView
  /** She said so, and no new notice has come since (visit-known.ts). */
  readonly isContactStopped: boolean
  readonly rows: ReadonlyMap<Id, RecordRow>
  readonly me: Id
  readonly today: LocalDate
  /** «09:30», the clock on the wall in Oslo: where the note stands in the day's list when no time was agreed. */
  readonly clock: string
  readonly at: Instant
  readonly newId: () => Id
  readonly seen?: Readonly<Record<Id, Seen>>
}
export interface QuickNoted {
  readonly patches: readonly Patch[]
  readonly visit: Id
  /** To be signed by the caller in the same transaction. */
  readonly contribution: Id
  /** Raised and saved; what was done about it is asked next. */
  readonly concern?: Id
}

const QUICK_GUIDE = { code: 'quick', version: 1 } as const

export function quickNote(note: QuickNote, w: QuickWith): QuickNoted {
  const planned = todaysVisit(note, w)
  const visit = planned?.id ?? w.newId()
  const contribution = w.newId()
  const patches = [visitPatch(note, w, visit, planned), contributionPatch(note, w, visit, contribution)]
  if (note.outcome === 'concern') {
    const concern = w.newId()
    const raised = raiseConcern(w.view.lane, { id: concern, code: note.concern, visit, fromStep: 'quick' })
    return { patches: [...patches.flatMap((made) => made ?? []), raised], visit, contribution, concern }
  }
  const more = [attemptPatch(note, w, visit, contribution), nextPatch(note, w, planned)]
  return { patches: [...patches, ...more].flatMap((made) => made ?? []), visit, contribution }
}

/** Mine before a colleague's, the earliest first. A concern may also belong to the visit I am in the middle of. */
function todaysVisit(note: QuickNote, w: QuickWith): VisitView | undefined {
  const today = [...w.view.visits].reverse().filter((visit) => visitDay(visit) === w.today && canTake(visit.status, note.outcome))
  return today.find((visit) => visit.workers.includes(w.me)) ?? today[0]
}
const canTake = (status: VisitStatus, outcome: QuickNote['outcome']): boolean =>
  status === 'planned' || (status === 'in_progress' && outcome === 'concern')

const STATUS: Readonly<Record<QuickNote['outcome'], VisitStatus>> = {
  not_home: 'not_done',
  no_answer: 'not_done',
  home_at_door: 'done',
  cancelled_by_resident: 'cancelled',
  concern: 'not_done',
}

function visitPatch(note: QuickNote, w: QuickWith, visit: Id, planned: VisitView | undefined): Patch | undefined {
  // A concern says nothing about how the visit went: what is planned stays planned.
  if (note.outcome === 'concern' && planned) return undefined
  const how = note.outcome === 'concern' ? {} : { outcome: { code: note.outcome } }
  const ended = note.outcome === 'cancelled_by_resident' ? {} : { ended: w.at }
  const set = { ...how, ...ended, status: STATUS[note.outcome] }
  const row = w.rows.get(visit)
  if (planned && row) {
    const workers = planned.workers.includes(w.me) ? {} : { workers: [...planned.workers, w.me] }
    return patch(w.view.lane, 'visit', visit, { ...set, ...workers }, { seen: seenBy(w.me, row, w.seen?.[visit]) })
  }
  const start = localDateTime(`${w.today}T${w.clock}`)
  return patch(w.view.lane, 'visit', visit, {
    kind: 'attempt_unannounced',
    planned: { start },
    workers: [w.me],
    guide: QUICK_GUIDE,
    ...set,
  })
}

const contributionPatch = (note: QuickNote, w: QuickWith, visit: Id, contribution: Id): Patch =>
  patch(
    w.view.lane,
    'contribution',
    contribution,
    { visit, worker: w.me, guide: QUICK_GUIDE, finishedAt: w.at, ...(note.text?.trim() ? { note: note.text.trim() } : {}) },
    { root: contribution },
  )

/** Nobody came to the door: it counts as an attempt (DOMAIN.md 2.14), and starts nothing by itself (N 4.6). */
function attemptPatch(note: QuickNote, w: QuickWith, visit: Id, contribution: Id): Patch | undefined {
  if (note.outcome !== 'not_home' && note.outcome !== 'no_answer') return undefined
  return patch(
    w.view.lane,
    'contactAttempt',
    w.newId(),
    { on: w.today, way: 'door', direction: 'out', result: 'no_answer', visit },
    { root: contribution },
  )
}

function nextPatch(note: QuickNote, w: QuickWith, planned: VisitView | undefined): Patch | undefined {
  if (note.outcome !== 'cancelled_by_resident' || !note.nextVisit) return undefined
  // Past a no to contact only her own wish makes a visit, and whose wish it was has to be said (DOMAIN.md 4.3).
  if (w.isContactStopped && !note.isAskedFor) return undefined
  const workers = planned && planned.workers.length > 0 ? planned.workers : [w.me]
  return patch(w.view.lane, 'visit', w.newId(), {
    kind: planned?.kind ?? 'followup',
    guide: planned?.guide ?? { code: 'G2', version: 1 },
    planned: { start: note.nextVisit },
    workers,
    status: 'planned',
    ...(note.isAskedFor ? { agreedHow: 'at_residents_request' } : {}),
  })
}
