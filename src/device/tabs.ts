// Tabs and the service worker tell each other what moved: ids and kinds, never content.

import { isLaneId, type LaneId } from '#domain/ids.ts'
import type { News } from './room.ts'

const CHANNEL = 'bofast'

export interface Tabs {
  readonly tell: (news: News) => void
  readonly close: () => void
}

export function joinTabs(db: string, hear: (news: News) => void): Tabs {
  if (typeof BroadcastChannel === 'undefined') return { tell: () => undefined, close: () => undefined }
  const channel = new BroadcastChannel(CHANNEL)
  channel.onmessage = (event: MessageEvent<unknown>) => {
    const news = newsFor(db, event.data)
    if (news) hear(news)
  }
  return { tell: (news) => channel.postMessage({ db, ...news }), close: () => channel.close() }
}

/** The service worker has sent from some vault: whoever is open looks at its own outbox. */
export function tellTabsOfSending(): void {
  if (typeof BroadcastChannel === 'undefined') return
  const channel = new BroadcastChannel(CHANNEL)
  channel.postMessage({ kind: 'outbox' })
  channel.close()
}

function newsFor(db: string, said: unknown): News | undefined {
  if (typeof said !== 'object' || said === null || !('kind' in said)) return undefined
  if ('db' in said && said.db !== db) return undefined
  if (said.kind === 'outbox' || said.kind === 'drafts') return { kind: said.kind }
  if (said.kind === 'lanes' && 'lanes' in said && Array.isArray(said.lanes)) {
    const lanes: LaneId[] = said.lanes.filter(isLaneId)
    return { kind: 'lanes', lanes }
  }
  return undefined
}
