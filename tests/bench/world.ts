// The servers of one run: the real office on a real PostgreSQL, filled with caseloads; PouchDB's server and RxDB's
// endpoint with the same visits; and the one origin all pages come from.

import type { Id, LaneId } from '#domain/ids.ts'
import { aDatabase, startOffice, type TestOffice } from '../support/office.ts'
import { type Filler, filler } from './fill.ts'
import { type Host, startHost } from './host.ts'
import type { Options } from './measure.ts'
import { startPouch } from './peers.ts'
import { rxEndpoint } from './rx-endpoint.ts'
import { visits } from './visits.ts'

export interface World {
  readonly office: TestOffice
  readonly host: Host
  readonly fill: Filler
  /** The visits of the measure: 10,000, or fewer when quick. */
  readonly count: number
  /** Cases of the account `once`; Marit and Ingrid see the first of them too. */
  readonly lanes: readonly LaneId[]
  readonly user: Id
  readonly close: () => Promise<void>
}

export const countOf = ({ isQuick }: Options): number => (isQuick ? 2_000 : 10_000)

export async function startWorld(options: Options): Promise<World> {
  const count = countOf(options)
  const database = await aDatabase()
  const office = await startOffice({ env: { DATABASE_URL: database.url } })
  const fill = await filler(database.url)
  const user = await fill.worker('once')
  const lanes = await fill.cases(user, { count, each: 500 })
  const [shared] = lanes
  if (shared) for (const account of ['marit', 'ingrid']) await fill.share(shared, await fill.person(account))
  const rx = await rxEndpoint(database.url)
  await rx.fill('visits', visits(count))
  const pouch = await startPouch(count)
  const host = await startHost({ office: office.url, pouch: pouch.url, rx })
  const close = async () => {
    host.close()
    pouch.close()
    await rx.close()
    await fill.close()
    await office.remove()
    await database.remove()
  }
  return { office, host, fill, count, lanes, user, close }
}
