// The place of photos and letters behind each round. What sends them is fetched only when one waits.

import { sync } from './inbox.ts'
import { isOffline } from './outside.ts'
import type { Room } from './room.ts'

/**
 * Sends what waits, outside the round, so that no text waits for it. A browser that has lost its cookie gets a new one by
 * the sync's proof, as for text. Resolves to when to try again, if ever.
 */
export async function sendBehind(room: Room, isUrgent: boolean): Promise<number | undefined> {
  if (!room.flags.isOpen || isOffline() || (await room.db.vault.table('blobq').count()) === 0) return undefined
  const { sendPhotos } = await import('./blobs.ts')
  const { needsCookie, nextAt } = await sendPhotos(room, isUrgent)
  if (!needsCookie || !room.flags.isOpen) return nextAt
  await sync(room, { dropCookie: 'lost' })
  return (await sendPhotos(room, true)).nextAt
}
