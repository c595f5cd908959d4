// What was held when this screen opened and has been taken in since: it leaves «Til vurdering» before one's eyes, and is
// said to be received also when the case it belongs to is no longer here.

import { useState } from 'react'
import type { Sending, Waiting } from '#device/casebook.ts'
import type { Id } from '#domain/ids.ts'

interface Known {
  readonly held: readonly Waiting[]
  readonly takenIn: readonly Waiting[]
}

export function useTakenIn({ held, closed, waiting }: Sending): readonly Waiting[] {
  const [known, setKnown] = useState<Known>({ held, takenIn: [] })
  if (known.held === held) return known.takenIn
  const elsewhere = new Set<Id>([...held, ...closed, ...waiting].map((one) => one.change))
  const gone = [...known.takenIn, ...known.held].filter((one) => !elsewhere.has(one.change))
  setKnown({ held, takenIn: gone })
  return gone
}
