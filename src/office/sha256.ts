// The digest the chains are made with.

import { createHash } from 'node:crypto'
import type { Sha256 } from '#sync/chain.ts'

export const sha256: Sha256 = (bytes) => Promise.resolve(createHash('sha256').update(bytes).digest())
