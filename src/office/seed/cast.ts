// What every step of the demo works with: the three people, the days, a pen, and the lanes of the homes by name.

import type { Id, LaneId, LaneKind } from '#domain/ids.ts'
import type { SeedOffice } from '../seed-port.ts'
import { type Days, daysFrom } from './days.ts'
import { laneNamed, type Pens, pens } from './writer.ts'

/** Marit and Jon visit people at home (w1 and w2 in DOMAIN.md 6); Ingrid is the case worker at the office. */
export interface Cast {
  readonly marit: Id
  readonly jon: Id
  readonly ingrid: Id
}

export interface Seed extends Cast {
  readonly office: SeedOffice
  readonly days: Days
  readonly write: Pens
  readonly lane: (kind: LaneKind, name: string) => LaneId
  /** Access after the first change has made the lane: Ingrid coordinates, the named workers follow up. */
  readonly share: (lane: LaneId, workers: readonly Id[]) => Promise<void>
}

export function seedFor(office: SeedOffice, cast: Cast): Seed {
  return {
    ...cast,
    office,
    days: daysFrom(office.today),
    write: pens(office),
    lane: (kind, name) => laneNamed(office, kind, name),
    share: async (lane, workers) => {
      await office.grant(cast.ingrid, lane, 'coordinator')
      for (const worker of workers) await office.grant(worker, lane, 'worker')
    },
  }
}
