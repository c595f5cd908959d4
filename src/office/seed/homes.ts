// What the eight invented cases of DOMAIN.md 6.3 begin with: a notice in a lane of its own, and a person with a home.
// A notice is linked to a case by `linkedCase` alone; nothing moves between lanes.

import { type Id, type LaneId, laneSubject } from '#domain/ids.ts'
import type { Fields } from '#domain/records.ts'
import type { Seed } from './cast.ts'
import type { Plain } from './writer.ts'

interface Notice {
  /** The lane's name in the demo. */
  readonly name: string
  /** Day and clock time it was written into the register. */
  readonly on: string
  readonly time: string
  readonly workers: readonly Id[]
  readonly set: Partial<Fields['inquiry']>
  readonly also: Plain
  /** O-1: every notice is assessed at once, in a few words. */
  readonly firstAssessment?: string
}

export async function notice(
  seed: Seed,
  { name, on, time, workers, set, also, firstAssessment }: Notice,
): Promise<{ lane: LaneId; inquiry: Id }> {
  const { days, write, ingrid } = seed
  const lane = seed.lane('inquiry', name)
  const inquiry = await write(ingrid, lane, days.at(on, time)).add(
    'inquiry',
    { receivedDate: days.shift(on), status: 'new', ...set },
    { rec: laneSubject(lane), also },
  )
  await seed.share(lane, workers)
  if (!firstAssessment) return { lane, inquiry }
  const assessed = write(ingrid, lane, days.at(on, time, 25))
  await assessed.add('assessment', { kind: 'first', on: days.shift(on), conclusion: firstAssessment }, { also: { inquiry } })
  await assessed.set('inquiry', inquiry, { status: 'assessed' })
  return { lane, inquiry }
}

interface Home {
  readonly name: string
  readonly on: string
  readonly time: string
  readonly workers: readonly Id[]
  readonly resident: Partial<Fields['resident']> & { readonly displayName: string }
  readonly household: Partial<Fields['household']>
  readonly members?: readonly Partial<Fields['householdMember']>[]
  readonly dwelling: Partial<Fields['dwelling']>
  readonly dwellingAlso?: Plain
  readonly tenancy: Partial<Fields['tenancy']>
  readonly tenancyAlso?: Plain
}

export async function home(seed: Seed, of: Home): Promise<{ lane: LaneId; tenancy: Id }> {
  const { days, write, ingrid } = seed
  const lane = seed.lane('case', of.name)
  const desk = write(ingrid, lane, days.at(of.on, of.time))
  await desk.add('resident', { addressProtection: 'none', status: 'open', ...of.resident })
  await seed.share(lane, of.workers)
  await desk.add('household', { name: of.resident.displayName, ...of.household })
  const self = { displayName: of.resident.displayName, relation: 'self', livesHere: 'full' }
  for (const member of of.members ?? [self]) await desk.add('householdMember', member)
  const dwelling = await desk.add('dwelling', of.dwelling, { also: of.dwellingAlso ?? {} })
  const tenancy = await desk.add('tenancy', { dwelling, status: 'active', ...of.tenancy }, { also: of.tenancyAlso ?? {} })
  return { lane, tenancy }
}

/** A person with a case is assessed on its own before the letter goes (O-2). The words are invented. */
export async function individualAssessment(seed: Seed, name: string, on: string, conclusion: string): Promise<void> {
  const lane = seed.lane('inquiry', name)
  const pen = seed.write(seed.ingrid, lane, seed.days.at(on, '09:40'))
  const set = { kind: 'individual_followup', on: seed.days.shift(on), conclusion }
  await pen.add('assessment', set, { also: { inquiry: laneSubject(lane) } })
}
