// What the office does with an id it may have seen before, and what a person may do with what is held (DESIGN.md 3,
// Guards; 6). Pure, shared by the office and the simulation.

import type { Id } from '#domain/ids.ts'
import type { HeldReason } from './wire.ts'

export interface Kept {
  readonly user: Id
  /** Digest of the bytes as they came, in hex. */
  readonly digest: string
  /** Content destroyed by an erasure; the id and the digest stay. */
  readonly isErased: boolean
}

/** new: judge it; stored: answer as before; erased: say so, whatever the bytes; clash: another change under the same id. */
export function firstLook(there: Kept | undefined, arrival: Pick<Kept, 'user' | 'digest'>): 'new' | 'stored' | 'erased' | 'clash' {
  if (!there) return 'new'
  if (there.isErased) return 'erased'
  return there.user === arrival.user && there.digest === arrival.digest ? 'stored' : 'clash'
}

export type Decision = 'release' | 'addendum' | 'close'
/** What makes sense for each reason; the office adds who may (a coordinator of the lane). Nothing deletes what is held. */
const DECISIONS: Readonly<Record<HeldReason, readonly Decision[]>> = {
  grant: ['release', 'close'],
  field: ['release', 'close'],
  revoked: ['release', 'close'],
  clash: ['release', 'close'],
  /** It may have been handed over before anybody knew: then it is written down as given, with the reason. */
  consent: ['release', 'close'],
  signed: ['addendum', 'close'],
  'stale-sign': ['close'],
  awaits: ['close'],
  later: ['close'],
  bad: ['close'],
}
export const decisionsFor = (why: HeldReason): readonly Decision[] => DECISIONS[why]
