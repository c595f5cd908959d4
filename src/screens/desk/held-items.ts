// What is held, as the office reads it: the changes of one visit, from one person and for one reason, are one row and one
// decision; a concern always stands alone. And the drafts nobody will finish. No words, no clock.

import type { HeldChange, Unfinished } from '#device/casebook.ts'
import { type Id, type Instant, isId, type Json, type LaneId } from '#domain/ids.ts'
import { isJson } from '#domain/records.ts'
import type { Field } from '#domain/register.ts'

export type HeldReason = HeldChange['why']
export type HeldChoice = HeldChange['may'][number]

export interface HeldItem {
  readonly kind: 'held'
  readonly id: Id
  /** Names the row, in the address too. */
  readonly key: string
  /** Missing when it could not be opened. */
  readonly lane: LaneId | undefined
  readonly name: string | undefined
  readonly by: Id
  readonly at: Instant
  readonly why: HeldReason
  readonly isConcern: boolean
  /** In the order they were written, signatures last: that is also the order in which they are decided. */
  readonly changes: readonly HeldChange[]
  /** What may be done with all of them. */
  readonly may: readonly HeldChoice[]
}
export interface UnfinishedItem {
  readonly kind: 'unfinished'
  readonly id: Id
  readonly key: string
  readonly lane: LaneId
  readonly name: string | undefined
  readonly by: Id
  readonly at: Instant
  readonly draft: Unfinished
}

export type NameOf = (lane: LaneId) => string | undefined

export function heldItems(held: readonly HeldChange[], nameOf: NameOf): readonly HeldItem[] {
  const visits = visitsIn(held)
  const bundles = new Map<string, HeldChange[]>()
  for (const one of held) {
    const key = bundleOf(one, visits)
    bundles.set(key, [...(bundles.get(key) ?? []), one])
  }
  return [...bundles.values()].flatMap((ones) => itemOf([...ones].sort(inOrder), nameOf) ?? [])
}

export const unfinishedItems = (drafts: readonly Unfinished[], nameOf: NameOf): readonly UnfinishedItem[] =>
  drafts.map((draft) => ({
    kind: 'unfinished',
    id: draft.draft,
    key: `${draft.draft}.4`,
    lane: draft.lane,
    name: nameOf(draft.lane),
    by: draft.by,
    at: draft.at,
    draft,
  }))

/** The value a held change would write; the shape of the wire is `{v, over}` for each register. */
export function heldValue(change: HeldChange, field: Field): Json | undefined {
  const written = change.set?.[field]
  const v = isWrite(written) ? written.v : written
  return isJson(v) ? v : undefined
}
const isWrite = (written: unknown): written is { readonly v: unknown } =>
  typeof written === 'object' && written !== null && 'v' in written && 'over' in written

/** Record → the visit it belongs to, as far as the held changes themselves say. */
function visitsIn(held: readonly HeldChange[]): ReadonlyMap<Id, Id> {
  return new Map(
    held.flatMap((one): (readonly [Id, Id])[] => {
      const visit = one.type === 'visit' ? one.rec : heldValue(one, 'visit')
      return one.rec && isId(visit) ? [[one.rec, visit]] : []
    }),
  )
}

function bundleOf(one: HeldChange, visits: ReadonlyMap<Id, Id>): string {
  if (one.lane === undefined || one.rec === undefined) return one.id
  const about = one.type === 'concern' ? one.rec : (visits.get(one.rec) ?? one.rec)
  return [one.lane, one.by, one.why, about].join(' ')
}

function itemOf(changes: readonly HeldChange[], nameOf: NameOf): HeldItem | undefined {
  const [first] = changes
  if (first === undefined) return undefined
  return {
    kind: 'held',
    id: first.id,
    key: `${first.id}.3`,
    lane: first.lane,
    name: first.lane && nameOf(first.lane),
    by: first.by,
    at: changes.map((one) => one.at).reduce((a, b) => (a > b ? a : b)),
    why: first.why,
    isConcern: first.type === 'concern',
    changes,
    may: first.may.filter((choice) => changes.every((one) => one.may.includes(choice))),
  }
}

const inOrder = (a: HeldChange, b: HeldChange): number =>
  Number(a.kind === 'sign') - Number(b.kind === 'sign') || (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1)
