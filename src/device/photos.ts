// The doors of the local casebook for photos and letters. Everything about them is fetched only when there is one: most
// days there is none.

import type { Casebook } from './casebook.ts'
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
