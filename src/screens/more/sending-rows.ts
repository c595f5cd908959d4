// What waits, as people count it: one row for each record, and what belongs together for one home on one row. A concern
// always stands alone and first, and so does a signature that somebody must give again. Pure.

import type { Waiting } from '#device/casebook.ts'
import { CHANGE_STATES, type ChangeState } from '#domain/codes.ts'
import type { Id, Instant, LaneId } from '#domain/ids.ts'

export interface SendingRow {
  readonly key: string
  readonly lane: LaneId
  /** The record of the newest of them. */
  readonly rec: Id
  /** Record types with how many records of each, most telling first. */
  readonly what: readonly { readonly type: string; readonly n: number }[]
  readonly state: ChangeState
  readonly why?: string
  /** The newest of them. */
  readonly at: Instant
  readonly isConcern: boolean
}

/** Several changes of one record are one thing to whoever wrote it. */
export const recordsIn = (waiting: readonly Waiting[]): number => new Set(waiting.map((one) => one.rec)).size

/** A concern the office is not known to have; it never reads as sent (DESIGN.md 4). */
export const isUnsentConcern = (one: Waiting): boolean => one.type === 'concern'

/** When the one that has waited longest was written. */
export const oldestOf = (waiting: readonly Waiting[]): Instant | undefined => waiting.map((one) => one.at).sort()[0]

export function sendingRows(waiting: readonly Waiting[]): readonly SendingRow[] {
  const groups = new Map<string, Waiting[]>()
  for (const one of waiting) {
    const key = one.type === 'concern' || one.why === 'stale-sign' ? one.rec : `${one.lane} ${one.why ?? ''}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups].flatMap(([key, ones]) => rowOf(key, ones) ?? []).sort(concernsFirst)
}

function rowOf(key: string, ones: readonly Waiting[]): SendingRow | undefined {
  const [first] = [...ones].sort((a, b) => (a.at < b.at ? 1 : -1))
  if (first === undefined) return undefined
  const state = CHANGE_STATES.find((known) => ones.some((one) => one.state === known)) ?? first.state
  const what = whatOf(ones)
  return {
    key,
    lane: first.lane,
    rec: first.rec,
    what,
    state,
    at: first.at,
    isConcern: first.type === 'concern',
    ...(first.why === undefined ? {} : { why: first.why }),
  }
}

/** A visit before its parts; then by how many. */
const TELLING = ['visit', 'contribution', 'task', 'contactAttempt']
function whatOf(ones: readonly Waiting[]): SendingRow['what'] {
  const types = [...new Set(ones.map((one) => one.type))]
  const rank = (type: string): number => (TELLING.includes(type) ? TELLING.indexOf(type) : TELLING.length)
  return types
    .map((type) => ({ type, n: recordsIn(ones.filter((one) => one.type === type)) }))
    .sort((a, b) => rank(a.type) - rank(b.type) || b.n - a.n)
}

const concernsFirst = (a: SendingRow, b: SendingRow): number =>
  a.isConcern === b.isConcern ? (a.at < b.at ? 1 : -1) : a.isConcern ? -1 : 1
