// What the office said in answer to a drop, perhaps to the service worker while the app was locked: kept in clear as ids
// and a flag, and obeyed at unlock before anything is drawn, also offline (DESIGN.md 5, `stop` and `gone`; 8, revoked).

import { toGiveUp } from '#sync/outbox.ts'
import { refreshDrafts } from './drafts.ts'
import { removeLanes } from './leave-lanes.ts'
import { refreshOutbox } from './outbox.ts'
import type { Room } from './room.ts'

/**
 * Only the office's words go: outbox and shelf are not touched, so that an office that was restored is still offered all
 * it may have lost, and gives a case back that it took by mistake. The word stands until a later answer or a sync says it better (inbox.ts).
 */
export async function obeyWord(room: Room): Promise<void> {
  const { word, lane, outbox } = room.db
  const said = await word.get('dropped')
  if (!said) return
  await refreshOutbox(room)
  await refreshDrafts(room)
  const here = (await lane.toArray()).map(({ id }) => id)
  const lost = here.filter((id) => said.gone.includes(id))
  await removeLanes(room, said.stop ? here : toGiveUp(lost, await outbox.toArray()))
  if (said.stop) room.flags.refused = 'device'
}
