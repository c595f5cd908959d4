// What every part of the office room is handed: who this office is, its database, its key and what moves when.

import type { Id, Instant, LaneId, LocalDate } from '#domain/ids.ts'
import { instant, localDate } from '#domain/ids.ts'
import type { Config } from './config.ts'
import type { Pool } from './db.ts'
import type { Ledger } from './keeping/ledger.ts'
import type { ServerKey } from './server-key.ts'

export interface Office {
  readonly id: Id
  readonly pool: Pool
  /** The same database, several statements at a time (db.ts, `twoWays`): for what phones send. */
  readonly quick: Pool
  readonly key: ServerKey
  readonly config: Config
  readonly isDemo: boolean
  readonly today: () => LocalDate
  /** Called after a commit that moved a lane; never inside a transaction. */
  readonly moved: (lane: LaneId) => void
  /**
   * Called after the commit and before the answer: what was promised also lies outside the database, on disk
   * (DESIGN.md 6, recovery log). Throws when it could not be written; the caller then answers 503 and is asked again.
   */
  readonly keep: (what: Promised) => Promise<void>
  /** What must stay so whatever happens to the database; on disk when it resolves (keeping/ledger.ts). */
  readonly ledger: Pick<Ledger, 'write'>
}

/** Rows that must survive the loss of the database, named by their keys. */
export interface Promised {
  readonly custody?: readonly Id[]
  readonly access?: readonly { readonly user: Id; readonly lane: LaneId }[]
  readonly enrolments?: readonly Id[]
  readonly accounts?: readonly Id[]
  readonly parked?: readonly Id[]
}

export const now = (): Instant => instant(new Date().toISOString())

const OSLO = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo', year: 'numeric', month: '2-digit', day: '2-digit' })
/** The civil day in Norway, unless a demonstration or a test has fixed it. */
export const todayIn = (config: Config): LocalDate => config.today ?? localDate(OSLO.format(new Date()))
