// What has come into the inbox since this window showed it first: marked in the list and said once, politely.

import { useState } from 'react'
import { useSay } from '../use-say.tsx'
import type { Inbox, InboxItem } from './inbox-items.ts'

export interface Arrivals {
  readonly ids: ReadonlySet<string>
  readonly spoken: string
}

/** What is held comes with an answer of its own: the first one is nothing new. */
export function useArrivals(inbox: Inbox | undefined, isHeldKnown: boolean): Arrivals {
  const say = useSay()
  const [known, setKnown] = useState<{
    readonly inbox: Inbox
    readonly isHeldKnown: boolean
    readonly arrived: ReadonlySet<string>
    readonly spoken: string
  }>()
  if (inbox === undefined) return { ids: new Set(), spoken: '' }
  if (known?.inbox === inbox) return { ids: known.arrived, spoken: known.spoken }
  const before = new Set(known?.inbox.all.map((item) => item.key))
  const isFirst = (item: InboxItem) => known?.isHeldKnown === false && (item.kind === 'held' || item.kind === 'unfinished')
  const fresh = known === undefined ? [] : inbox.all.filter((item) => !before.has(item.key) && !isFirst(item))
  const [first] = fresh
  const spoken =
    first === undefined ? (known?.spoken ?? '') : say('inbox.arrived', { name: first.name ?? say('held.office'), n: fresh.length })
  const arrived = new Set([...(known?.arrived ?? []), ...fresh.map((item) => item.key)])
  setKnown({ inbox, isHeldKnown, arrived, spoken })
  return { ids: arrived, spoken }
}
