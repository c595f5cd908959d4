// 128 random bits, never from a device, user or counter (DESIGN.md 3).

import { randomBytes } from 'node:crypto'
import { type Id, id } from '#domain/ids.ts'

export const newId = (): Id => id(randomBytes(16).toString('base64url'))
