// Cases this device may no longer see go from it, also offline when a look given for some hours runs out (DESIGN.md 5).

import type { LaneId } from '#domain/ids.ts'
import { type DraftItem, laneRange } from './database.ts'
import { dropLane } from './lanes.ts'
import type { Room } from './room.ts'

/**
 * Access ended: rows, card and drafts go. Unsent envelopes stay, also those of the drafts, which are sealed and on their
 * way before the drafts go: the words in them are the worker's own. A draft that cannot be put on its way, because the
 * phone is full, stays as it lies, sealed and never shown, until there is room: so much has just been freed.
 */
export async function removeLanes(room: Room, lanes: readonly LaneId[]): Promise<void> {
  const { vault, lane, row, card, notes, draft } = room.db
  if ([...room.drafts.values()].some((half) => lanes.includes(half.lane))) await (await import('./park.ts')).parkDrafts(room, lanes)
  const isAway = ({ id, rev }: DraftItem): boolean => (room.kept.get(id)?.parked ?? -1) >= rev
  let hasLeft = false
  await room.turn(async () => {
    await notes.transaction('rw', draft, async () => {
      const halves = (await draft.toArray()).filter((item) => lanes.includes(item.lane))
      await draft.bulkDelete(halves.filter(isAway).map(({ id }) => id))
      const stuck = halves.filter((item) => !isAway(item))
      hasLeft = stuck.length > 0
      if (hasLeft) await draft.bulkPut(stuck.map((item) => ({ ...item, left: 1 })))
    })
    await vault.transaction('rw', [lane, row, card], async () => {
      for (const id of lanes)
        await row
          .where('[lane+id]')
          .between(...laneRange(id))
          .delete()
      await card.bulkDelete([...lanes])
      await lane.bulkDelete([...lanes])
    })
    for (const id of lanes) dropLane(room, id)
  })
  if (hasLeft) await parkLeft(room)
}

async function parkLeft(room: Room): Promise<void> {
  if ((await room.db.draft.filter(({ left }) => left === 1).count()) > 0) await (await import('./park.ts')).parkLeft(room)
}

/** A look that was given for some hours ends also while the app is open, and offline. */
export async function endLooks(room: Room): Promise<void> {
  await parkLeft(room)
  await endDueLooks(room)
}

export async function endDueLooks(room: Room): Promise<void> {
  const now = Date.now() + (room.flags.told.skewMs ?? 0)
  const over = [...room.lanes.values()].filter((item) => item.until && Date.parse(item.until) <= now).map((item) => item.id)
  if (over.length === 0) return
  await removeLanes(room, over)
  room.news({ kind: 'lanes', lanes: over })
}
