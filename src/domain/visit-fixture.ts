// Builders for tests of the visit: rows out of patches, and one fictional home. Used by tests in domain and guides only.

import { type Id, type Instant, id, instant, type Json, laneOf, localDate, localDateTime } from './ids.ts'
import { patch } from './records.ts'
import type { Head, Patch, RecordRow } from './register.ts'

export const testId = (n: number): Id => id(`T${String(n).padStart(21, '0')}`)
/** Ids in order, from `from`: the same every time. */
export function idsFrom(from: number): () => Id {
  let next = from
  return () => {
    next += 1
    return testId(next)
  }
}

export const MARIT = testId(1)
export const JON = testId(2)
const RESIDENT = testId(10)
export const LANE = laneOf('case', testId(10))
export const TODAY = localDate('2026-11-24')
export const NOW = instant('2026-11-24T10:00:00.000Z')

const nextHead = idsFrom(900_000)

/** What the rows are after these patches: a write takes the place of the heads it had seen. */
export function applied(
  rows: ReadonlyMap<Id, RecordRow>,
  patches: readonly Patch[],
  actor: Id = MARIT,
  at: Instant = NOW,
): Map<Id, RecordRow> {
  const after = new Map(rows)
  for (const made of patches) {
    const before = after.get(made.rec)
    const regs: Record<string, readonly Head[]> = { ...before?.regs }
    for (const [field, v] of Object.entries(made.set)) {
      const over = made.seen?.[field] ?? []
      regs[field] = [...(regs[field] ?? []).filter((head) => !over.includes(head.by)), { by: nextHead(), actor, at, v, over }]
    }
    const root = made.root ?? before?.root
    const frozen = before?.frozen
    const stands = { ...(root ? { root } : {}), ...(frozen ? { frozen } : {}) }
    after.set(made.rec, { lane: made.lane, id: made.rec, type: made.type, seq: after.size, regs, ...stands })
  }
  return after
}

const PLAN = testId(20)
const MAIN_GOAL = testId(21)
export const HYGIENE = testId(22)
export const FOOD = testId(23)
export const HOME_HELP = testId(30)
export const VISIT = testId(40)
export const LAST_VISIT = testId(41)
export const CHAIRS = testId(50)
export const HOUSEHOLD = testId(60)

/** A resident with a plan, two sub-goals, home help, one open agreement, and a visit planned today with two workers. */
export function aCase(): Map<Id, RecordRow> {
  const workers = [MARIT, JON]
  return applied(new Map(), [
    patch(LANE, 'resident', RESIDENT, { displayName: 'Prøve Eksempel', whatWorks: 'Faste tider', birthYear: 1958 }),
    patch(LANE, 'household', HOUSEHOLD, { childrenKnown: 'unknown' }),
    patch(LANE, 'plan', PLAN, { version: 1, status: 'active', residentsWish: 'Jeg vil bli boende.' }),
    patch(LANE, 'goal', MAIN_GOAL, { plan: PLAN, text: 'Beholde boligen', area: 'keep_home', status: 'open', order: 1 }),
    patch(LANE, 'goal', HYGIENE, { plan: PLAN, parent: MAIN_GOAL, text: 'Bedre hygiene', area: 'hygiene', status: 'open', order: 2 }),
    patch(LANE, 'goal', FOOD, { plan: PLAN, parent: MAIN_GOAL, text: 'Bedre kosthold', area: 'food', status: 'open', order: 3 }),
    patch(LANE, 'goalScore', testId(24), { goal: HYGIENE, on: localDate('2026-11-17'), by: 'resident', score: 3, visit: LAST_VISIT }),
    patch(LANE, 'measure', HOME_HELP, { plan: PLAN, goals: [HYGIENE], text: 'Hjemmehjelp', kind: 'home_help', status: 'active' }),
    patch(LANE, 'visit', LAST_VISIT, {
      kind: 'followup',
      planned: { start: localDateTime('2026-11-17T11:00') },
      workers,
      status: 'done',
      outcome: { code: 'home_full' },
      voluntaryInfoGiven: true,
    }),
    patch(LANE, 'task', CHAIRS, { title: 'Kjøpe stoler', visit: LAST_VISIT, status: 'open', assignee: MARIT }),
    patch(LANE, 'visit', VISIT, { kind: 'followup', planned: { start: localDateTime('2026-11-24T11:00') }, workers, status: 'planned' }),
  ])
}

/** One more record on top. */
export const withRecord = (rows: ReadonlyMap<Id, RecordRow>, made: Patch, actor?: Id): Map<Id, RecordRow> => applied(rows, [made], actor)

/** What the patches set in records of this type, in order. */
export const setsOf = (patches: readonly Patch[], type: Patch['type']): readonly Readonly<Record<string, Json>>[] =>
  patches.filter((made) => made.type === type).map((made) => made.set)
