// How the office answers for a lane and for a receipt log, from where the device says it is: pure, shared by the office
// and the simulation. A cursor whose hash is not of this chain means the office (or the device) was restored.

import { CHAIN_START } from './chain.ts'
import type { Cursor } from './wire.ts'

export type LaneMode = 'delta' | 'snap' | 'reset'

/**
 * `here` = the hash of the chain at the cursor's own place, undefined when there is no such place. Another view: the
 * person's rights have changed, so the lane is taken afresh.
 */
export function laneMode(cursor: Cursor | undefined, here: string | undefined, view: number): LaneMode {
  if (!cursor) return 'snap'
  const [seq, hash, known] = cursor
  if (!isOfChain(seq, hash, here)) return 'reset'
  return known === view ? 'delta' : 'snap'
}

export const receiptsMode = (seq: number, hash: string, here: string | undefined): 'delta' | 'reset' =>
  isOfChain(seq, hash, here) ? 'delta' : 'reset'

const isOfChain = (seq: number, hash: string, here: string | undefined): boolean =>
  seq === 0 ? hash === CHAIN_START || hash === '' : here === hash
