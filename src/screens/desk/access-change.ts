// Giving, taking or moving a case: who can be chosen, what is sent to the office, and what it leads to. A role follows
// from the work somebody does. Pure.

import type { LaneAccess } from '#device/casebook.ts'
import type { LaneRole } from '#domain/codes.ts'
import type { Id } from '#domain/ids.ts'
import type { Person } from '../people.ts'

export const ACCESS_MODES = ['move', 'give', 'take'] as const
export type AccessMode = (typeof ACCESS_MODES)[number]

export interface AccessChoice {
  readonly mode: AccessMode | undefined
  readonly from: Id | undefined
  readonly to: Id | undefined
}
export interface AccessStep {
  readonly give: readonly { readonly user: Id; readonly role: LaneRole }[]
  readonly take: readonly Id[]
}

/** Somebody must coordinate: the last one who does is not offered. */
export function canLose(access: readonly LaneAccess[]): readonly Id[] {
  const coordinators = access.filter((one) => one.role === 'coordinator').length
  return access.filter((one) => one.role !== 'coordinator' || coordinators > 1).map((one) => one.user)
}

/** Colleagues who work with cases; when it is moved, also one who follows it up already. */
export function canGet(people: Iterable<Person>, access: readonly LaneAccess[], { mode, from }: AccessChoice): readonly Person[] {
  const isThere = (user: Id) => access.some((one) => one.user === user && (mode !== 'move' || one.role === 'coordinator'))
  return [...people].filter((one) => laneRole(one) !== undefined && one.id !== from && !isThere(one.id))
}

export const hasCase = (access: readonly LaneAccess[], user: Id): boolean => access.some((one) => one.user === user)

export function laneRole({ roles }: Person): LaneRole | undefined {
  if (roles.includes('case_worker') || roles.includes('leader')) return 'coordinator'
  return roles.includes('followup_worker') ? 'worker' : undefined
}

/** Undefined until enough is chosen. Who has the case already keeps the role there is. */
export function accessStep(choice: AccessChoice, access: readonly LaneAccess[], people: ReadonlyMap<Id, Person>): AccessStep | undefined {
  const { mode, from, to } = choice
  if (mode === undefined || (mode !== 'give' && from === undefined) || (mode !== 'take' && to === undefined)) return undefined
  const getter = mode === 'take' || to === undefined ? undefined : people.get(to)
  const role = getter && laneRole(getter)
  return {
    give: getter && role && !hasCase(access, getter.id) ? [{ user: getter.id, role }] : [],
    take: mode === 'give' || from === undefined ? [] : [from],
  }
}

/** Nobody would be left who goes there. */
export function leavesNobody({ give, take }: AccessStep, access: readonly LaneAccess[]): boolean {
  const kept = access.filter((one) => one.role === 'worker' && !take.includes(one.user))
  return take.length > 0 && kept.length === 0 && !give.some((one) => one.role === 'worker')
}
