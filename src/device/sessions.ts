// Saves of one editing session replace each other as long as none has been tried (DESIGN.md 4): history is what a person
// meant to save, not keystrokes. Which save gives way to which, and what the new one then says. Fetched when needed.

import type { Id } from '#domain/ids.ts'
import type { Patch } from '#domain/register.ts'
import { overFor, patchToChange, restsOn, type Stamp, type Unsettled } from '#sync/change.ts'
import { replaceable } from '#sync/outbox.ts'
import type { Change } from '#sync/wire.ts'
import type { Pending, Room } from './room.ts'

/** The latest save of each session and record. Sessions end with the keys, and so does this. */
const latest = new WeakMap<Room, Map<string, Id>>()
const keyOf = (session: Id, { lane, rec }: Pick<Patch, 'lane' | 'rec'>): string => `${session} ${lane} ${rec}`

export function remember(room: Room, session: Id, changes: readonly Pick<Change, 'id' | 'lane' | 'rec'>[]): void {
  const known = latest.get(room) ?? new Map<string, Id>()
  latest.set(room, known)
  for (const change of changes) known.set(keyOf(session, change), change.id)
}

/** For each patch the session's own save that may give way to it. What another change or a signature names stays. */
export function earlierOf(room: Room, session: Id, patches: readonly Patch[]): ReadonlyMap<Patch, Pending> {
  const earlier = new Map<Patch, Pending>()
  for (const patch of patches) {
    const id = latest.get(room)?.get(keyOf(session, patch))
    const before = id && room.pending.get(id)
    const isAlone = patches.filter(({ lane, rec }) => lane === patch.lane && rec === patch.rec).length === 1
    if (before && isAlone && replaceable([before.item]).length > 0 && isPlain(before) && !isNamed(room, before.item.id))
      earlier.set(patch, before)
  }
  return earlier
}

const isPlain = ({ entry }: Pending): boolean => entry?.change.kind === 'set' && entry.change.finishes === undefined

const isNamed = (room: Room, id: Id): boolean =>
  [...room.pending.values()].some(({ entry }) => entry !== undefined && restsOn(entry.change, id))

/** As if `first` had never been: its fields merged in, and what it replaced is what the new one replaces. */
export function inPlaceOf(first: Change, patch: Patch, stamp: Stamp, unsettled: Unsettled): Change {
  const rest = unsettled.filter((change) => change.id !== first.id)
  const change = patchToChange({ ...patch, seen: {} }, stamp, rest)
  const set: NonNullable<Change['set']> = { ...first.set }
  for (const [field, v] of Object.entries(patch.set)) {
    const seen = (patch.seen?.[field] ?? []).filter((id) => id !== first.id)
    set[field] = { v, over: [...new Set([...(first.set?.[field]?.over ?? []), ...overFor(field, seen, rest)])] }
  }
  return { ...change, set, ...(first.root && !change.root ? { root: first.root } : {}) }
}
