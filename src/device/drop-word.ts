// What the office said in answer to a drop, perhaps to the service worker while the app was locked: kept in clear as ids
// and a flag, and obeyed at unlock before anything is drawn, also offline (DESIGN.md 5, `stop` and `gone`; 8, revoked).

import { toGiveUp } from '#sync/outbox.ts'
import type { DropWord } from './database.ts'
import { removeLanes } from './leave-lanes.ts'
import type { Room } from './room.ts'

/**
 * Only the office's words go: outbox and shelf are not touched, so that an office that was restored is still offered all
 * it may have lost, and gives a case back that it took by mistake. The word stands until a later answer or a sync says it better (inbox.ts).
 */
export async function obeyWord(room: Room, said: DropWord): Promise<void> {
  const { lane, outbox } = room.db
  const here = (await lane.toArray()).map(({ id }) => id)
  const lost = here.filter((id) => said.gone.includes(id))
  await removeLanes(room, said.stop ? here : toGiveUp(lost, await outbox.toArray()))
  if (said.stop) room.flags.refused = 'device'
}
