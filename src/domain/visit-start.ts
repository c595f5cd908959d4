// What a visit saves at the tap, before Ferdig: that it began, how it went, and a concern with what was done about it
// (DESIGN.md 3, «A guided visit in records»). Pure: patches out, nothing read but the rows handed in.

import type { RaisedConcern } from './answers.ts'
import type { Basis, ConcernAction, ConcernCode, Outcome } from './codes.ts'
import { effective } from './effective.ts'
import type { Id, Instant, LaneId, LocalDate } from './ids.ts'
import { code, ids } from './reading.ts'
import { patch } from './records.ts'
import { type Field, headsOf, type Patch, type RecordRow, type Seen } from './register.ts'

/** What was on the screen, and one's own writes since then: nobody contradicts herself. */
export function seenBy(me: Id, row: RecordRow, seen: Seen = {}): Seen {
  const fields = new Set<Field>([...Object.keys(row.regs), ...Object.keys(seen)])
  return Object.fromEntries(
    [...fields].map((field) => {
      const own = headsOf(row, field).filter((head) => head.actor === me)
      return [field, [...new Set([...(seen[field] ?? []), ...own.map((head) => head.by)])]]
    }),
  )
}

export interface Started {
  readonly contribution: Id
  readonly patches: readonly Patch[]
}

/** «Start besøk»: my own contribution, and the visit marked as under way unless a colleague already began it. */
export function startVisit(
  visit: RecordRow,
  me: Id,
  guide: { readonly code: string; readonly version: number },
  at: Instant,
  newId: () => Id,
  seen?: Seen,
): Started {
  const contribution = newId()
  const workers = ids(visit, 'workers')
  const status = code(visit, 'status', ['planned', 'in_progress', 'done', 'not_done', 'cancelled'])
  const set = {
    ...(status === 'planned' || status === undefined ? { status: 'in_progress' as const } : {}),
    ...(effective(visit, 'started') === undefined ? { started: at } : {}),
    ...(workers.includes(me) ? {} : { workers: [...workers, me] }),
  }
  const shared = Object.keys(set).length > 0 ? [patch(visit.lane, 'visit', visit.id, set, { seen: seenBy(me, visit, seen) })] : []
  const mine = patch(visit.lane, 'contribution', contribution, { visit: visit.id, worker: me, guide }, { root: contribution })
  return { contribution, patches: [...shared, mine] }
}

/** How it went, saved at the tap. The visit stays under way until Ferdig. */
export function recordOutcome(visit: RecordRow, me: Id, outcome: Outcome, note?: string, seen?: Seen): Patch {
  const value = { code: outcome, ...(note ? { note } : {}) }
  return patch(visit.lane, 'visit', visit.id, { outcome: value }, { seen: seenBy(me, visit, seen) })
}

/** DOMAIN.md 4.4. */
export const URGENCY: Readonly<Record<ConcernCode, 'now' | 'today' | 'this_week'>> = {
  'C-ACUTE': 'now',
  'C-CHILD': 'today',
  'C-AGE': 'this_week',
  'C-CAPACITY': 'today',
  'C-HEALTH': 'today',
  'C-FIRE': 'today',
  'C-VIOLENCE': 'now',
  'C-EVICT': 'today',
  'C-HOMELESS': 'now',
  'C-NOPOWER': 'today',
  'C-GUARDIAN': 'this_week',
  'C-EXPLOIT': 'this_week',
  'C-STAFF': 'now',
}

export interface Raising {
  readonly id: Id
  readonly code: ConcernCode
  readonly visit?: Id
  readonly fromStep: string
  readonly basis?: Basis
}

/** A concern is saved the moment it is raised, and stands open until somebody says what was done. */
export const raiseConcern = (lane: LaneId, raising: Raising): Patch =>
  patch(lane, 'concern', raising.id, {
    code: raising.code,
    basis: raising.basis ?? 'seen',
    urgency: URGENCY[raising.code],
    raisedFrom: raising.fromStep,
    status: 'open',
    ...(raising.visit ? { visit: raising.visit } : {}),
  })

export interface Handling {
  readonly taken: ConcernAction
  readonly on: LocalDate
  readonly note?: string
}

/** «Hva gjorde du?» answered. `row` may be missing while the concern itself is still on its way to the device's rows. */
export const handleConcern = (lane: LaneId, concern: Id, handling: Handling, me: Id, row?: RecordRow, seen?: Seen): Patch =>
  patch(lane, 'concern', concern, { action: handling, status: 'handled' }, row ? { seen: seenBy(me, row, seen) } : seen ? { seen } : {})

/** «Angre» after «fulgt opp» was sent: it stands open again, with what was done about it before. */
export const reopenConcern = (handled: Patch, written: Id, before: RecordRow | undefined): Patch => ({
  ...handled,
  set: { action: before ? (effective(before, 'action') ?? null) : null, status: 'open' },
  seen: { action: [written], status: [written] },
})

/** The draft's memory of a concern, for the moment it is raised. */
export const draftConcern = ({ id, code, fromStep }: Raising): RaisedConcern => ({ id, code, fromStep })
