// The doors of the local casebook for photos and letters, and their place behind each round. Everything about them is
// fetched only when there is one: most days there is none.

import type { Casebook } from './casebook.ts'
import { sync } from './inbox.ts'
import { isOffline } from './outside.ts'
import type { Room } from './room.ts'

const load = () => import('./blobs.ts')

export const photosOf = (room: Room, recorded: () => void): Required<Pick<Casebook, 'attach' | 'blob'>> => ({
  attach: async (what) => {
    const attached = await (await load()).attach(room, what)
    if (attached.ok) recorded()
    return attached
  },
  blob: async (id) => (await load()).readBlob(room, id),
})

/**
 * Sends what waits, outside the round, so that no text waits for it. A browser that has lost its cookie gets a new one by
 * the sync's proof, as for text. Resolves to when to try again, if ever.
 */
export async function sendBehind(room: Room, isUrgent: boolean): Promise<number | undefined> {
  if (!room.flags.isOpen || isOffline() || (await room.db.vault.table('blobq').count()) === 0) return undefined
  const { sendPhotos } = await load()
  const { needsCookie, nextAt } = await sendPhotos(room, isUrgent)
  if (!needsCookie || !room.flags.isOpen) return nextAt
  await sync(room, { dropCookie: 'lost' })
  return (await sendPhotos(room, true)).nextAt
}
