// What the office last told about time and updates, as it lies sealed in `meta`.

import { isInstant, isLocalDate } from '#domain/ids.ts'
import type { Sealed } from './database.ts'
import type { Room, Told } from './room.ts'
import { openJson } from './sealed.ts'

/** What the office told last time, until it is reached again. */
export async function recall(room: Room, saved: Sealed | undefined): Promise<void> {
  const told = saved && (await openJson(room.keys.dek, ['meta', 'told'], saved))
  if (isTold(told)) room.flags.told = told
}

const isTold = (value: unknown): value is Told =>
  typeof value === 'object' &&
  value !== null &&
  'skewMs' in value &&
  (value.skewMs === null || typeof value.skewMs === 'number') &&
  (!('today' in value) || isLocalDate(value.today)) &&
  (!('updatedAt' in value) || isInstant(value.updatedAt))
