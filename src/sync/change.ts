// From a patch (what should change) to a change (with id, `over` and time). Made once, when the person acts; sending
// may happen many times. `over` = the ids on the screen when the editor opened, plus own unsettled ids behind them.

import { agreedFields } from '#domain/frozen.ts'
import type { Id, Instant, LaneId } from '#domain/ids.ts'
import { type Field, headsOf, type Patch, type RecordRow } from '#domain/register.ts'
import { type Change, SCHEMA } from './wire.ts'

/** What a change is stamped with. `skewMs` = server time less device time when last known. */
export interface Stamp {
  readonly newId: () => Id
  readonly at: Instant
  readonly tz: string
  readonly skewMs: number | null
  readonly app: string
}

/** Own changes of this record that no sync has brought back yet, oldest first. */
export type Unsettled = readonly Change[]

/** The ids shown, and behind each that is one's own and unsettled, the ones it replaced that are unsettled too. */
export function overFor(field: Field, seen: readonly Id[], unsettled: Unsettled): Id[] {
  const mine = new Map(unsettled.map((change) => [change.id, change]))
  const over = new Set<Id>()
  const walk = (ids: readonly Id[]): void => {
    for (const id of ids) {
      if (over.has(id)) continue
      over.add(id)
      walk((mine.get(id)?.set?.[field]?.over ?? []).filter((behind) => mine.has(behind)))
    }
  }
  walk(seen)
  return [...over]
}

const stamped = (stamp: Stamp) => ({ v: 1 as const, schema: SCHEMA, at: stamp.at, tz: stamp.tz, skewMs: stamp.skewMs, app: stamp.app })

export function patchToChange(patch: Patch, stamp: Stamp, unsettled: Unsettled, finishes?: Id): Change {
  const set: Change['set'] = {}
  for (const [field, v] of Object.entries(patch.set)) set[field] = { v, over: overFor(field, patch.seen?.[field] ?? [], unsettled) }
  return {
    id: stamp.newId(),
    ...stamped(stamp),
    lane: patch.lane,
    rec: patch.rec,
    type: patch.type,
    kind: 'set',
    set,
    ...(patch.root ? { root: patch.root } : {}),
    ...(finishes ? { finishes } : {}),
  }
}

/** A signature covers record → agreed field → the exact heads that were shown, over the whole root (DESIGN.md 3). */
export function signChange(lane: LaneId, root: RecordRow, covered: readonly RecordRow[], stamp: Stamp): Change {
  const covers: Record<Id, Record<Field, Id[]>> = {}
  for (const row of covered)
    covers[row.id] = Object.fromEntries(
      agreedFields(row.type, row.regs).map((field): [Field, Id[]] => [field, headsOf(row, field).map((head) => head.by)]),
    )
  return { id: stamp.newId(), ...stamped(stamp), lane, rec: root.id, type: root.type, root: root.id, kind: 'sign', covers }
}

/** Does this change name that one, as replaced or as covered? Then that one may neither be replaced nor taken back unseen. */
export function restsOn(change: Pick<Change, 'set' | 'covers'>, id: Id): boolean {
  const replaced = Object.values(change.set ?? {}).map((write) => write.over)
  const covered = Object.values(change.covers ?? {}).flatMap((fields) => Object.values(fields))
  return [...replaced, ...covered].some((ids) => ids.includes(id))
}
