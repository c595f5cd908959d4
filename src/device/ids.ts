// Fresh ids: 128 random bits (DESIGN.md 3).

import { type Id, id } from '#domain/ids.ts'
import { randomId } from '#sealing/bytes.ts'

export const newId = (): Id => id(randomId())
