// «Ny beboer»: a case of its own, made by its first change; whoever makes it has it (DESIGN.md 3, «Lanes and matters»).
// Short on purpose: a name, how to reach her, where she lives, whether there are children, and why.

import { TENURE_TYPES, TRISTATE } from './codes.ts'
import type { HomeRemark } from './home-check.ts'
import { checkHome, checkPart } from './home-check.ts'
import { fieldsOf } from './home-fields.ts'
import { entered, type HomeValues } from './home-values.ts'
import { type Id, type LaneId, type LocalDate, laneOf } from './ids.ts'
import { asCode } from './reading.ts'
import { patch } from './records.ts'
import type { Patch } from './register.ts'
import { ok, type Result, refuse } from './result.ts'

export interface NewCase {
  readonly lane: LaneId
  readonly patches: readonly Patch[]
}
export interface NewCaseWith {
  readonly values: HomeValues
  /** Why we get to know her. */
  readonly why: string
  readonly today: LocalDate
  readonly newId: () => Id
}

export function newCase({
  values,
  why,
  today,
  newId,
}: NewCaseWith): Result<NewCase, { readonly kind: 'stopped'; readonly remarks: readonly HomeRemark[] }> {
  const remarks = [...checkPart('start', values), ...checkHome(fieldsOf('start'), values, today)].filter(({ weight }) => weight === 'stop')
  if (remarks.length > 0) return refuse({ kind: 'stopped', remarks })
  const lane = laneOf('case', newId())
  const resident = newId()
  const name = entered(values, 'resident.displayName').trim()
  const phone = entered(values, 'resident.phone').replace(/[\s\u00a0]/g, '')
  const person = { displayName: name, ...(phone ? { phone } : {}), addressProtection: 'none', clientStatus: 'unknown', status: 'open' }
  const known = asCode(entered(values, 'household.childrenKnown'), TRISTATE) ?? 'unknown'
  return ok({
    lane,
    patches: [
      patch(lane, 'resident', resident, person),
      patch(lane, 'household', newId(), { name, childrenKnown: known }),
      patch(lane, 'householdMember', newId(), { displayName: name, relation: 'self', livesHere: 'full' }),
      ...homePatches(lane, values, newId),
      ...(why.trim() === '' ? [] : [patch(lane, 'addendum', newId(), { of: resident, text: why.trim() }, {})]),
    ],
  })
}

function homePatches(lane: LaneId, values: HomeValues, newId: () => Id): readonly Patch[] {
  const address = entered(values, 'dwelling.address').trim()
  const tenureType = asCode(entered(values, 'tenancy.tenureType'), TENURE_TYPES)
  if (address === '' && tenureType === undefined) return []
  const dwelling = newId()
  return [
    ...(address === '' ? [] : [patch(lane, 'dwelling', dwelling, { address })]),
    patch(lane, 'tenancy', newId(), { ...(address === '' ? {} : { dwelling }), ...(tenureType ? { tenureType } : {}), status: 'active' }),
  ]
}
