// How often something happens, as it is read: «annenhver dag», «tirsdager kl. 10.00», «to ganger i uka» (N 4.3 boks).

import type { Maybe } from './case-view-order.ts'
import type { Frequency } from './frequency.ts'
import type { Json } from './ids.ts'
import { asCode, asGroup, asList, asNumber, asText } from './reading.ts'

const UNITS = ['day', 'week', 'month'] as const
export const WEEKDAYS = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'] as const
export function asFrequency(v: Maybe<Json>): Maybe<Frequency> {
  const group = asGroup(v)
  const unit = asCode(group?.unit, UNITS)
  const every = asNumber(group?.every)
  if (!group || !unit || !every) return undefined
  const times = asNumber(group.times)
  const timeOfDay = asText(group.timeOfDay)
  const weekdays = asList(group.weekdays).flatMap((day) => asCode(day, WEEKDAYS) ?? [])
  return {
    unit,
    every,
    ...(times === undefined ? {} : { times }),
    ...(weekdays.length > 0 ? { weekdays } : {}),
    ...(timeOfDay ? { timeOfDay } : {}),
    ...(group.fixedTime === true ? { fixedTime: true } : {}),
    ...(group.fixedPerson === true ? { fixedPerson: true } : {}),
  }
}
