// When drafts leave the phone: after two minutes without a keystroke, whenever the app is hidden, and before the keys
// are dropped (DESIGN.md 2). What does it (park.ts) is fetched when it is first needed, and soon after unlock.

import type { Id } from '#domain/ids.ts'
import { isVisible, onHidden } from './outside.ts'
import type { Room } from './room.ts'

const IDLE_MS = 120_000
const LOOK_MS = 10_000

export interface Parking {
  /** A draft was kept just now. */
  readonly kept: () => void
  /** All that is open; resolves when it lies in the outbox, or could not. */
  readonly all: () => Promise<void>
  /** A copy at the office is to go too. */
  readonly discard: (id: Id) => Promise<void>
  readonly stop: () => void
}

/** `onMoved`: something new lies in the outbox. */
export function startParking(room: Room, onMoved: () => void): Parking {
  const park = async (which: 'all' | 'idle'): Promise<void> => {
    const idle = [...room.drafts.keys()].filter((id) => Date.now() - (room.kept.get(id)?.at ?? 0) >= IDLE_MS)
    const ids = which === 'idle' ? idle : [...room.drafts.keys()]
    if (ids.length > 0 && room.flags.isOpen && (await (await load()).parkDrafts(room, undefined, ids)) > 0) onMoved()
  }
  const all = () => park('all')
  const timer = setInterval(() => void park('idle').catch(later), LOOK_MS)
  const soon = setTimeout(
    () =>
      void load()
        .then(() => park('idle'))
        .catch(later),
    READY_MS,
  )
  const stopHidden = onHidden(() => void all().catch(later))
  return {
    kept: () => {
      if (!isVisible()) void all().catch(later)
    },
    all: () => all().catch(later),
    discard: async (id) => {
      if (room.kept.get(id)?.parked === undefined) return
      await load()
        .then(({ parkDiscard }) => parkDiscard(room, id))
        .catch(later)
      onMoved()
    },
    stop: () => {
      clearInterval(timer)
      clearTimeout(soon)
      stopHidden()
    },
  }
}

const READY_MS = 3_000
const load = () => import('./park.ts')
/** A part of the app that could not be fetched: the draft is on the phone, and the next look tries again. */
const later = (): void => undefined
