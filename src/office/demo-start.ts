// Fills a demo office at its first start, and later with the steps that were added since. Two processes that start
// together fill it once.

import { isCaseSummary, type LaneSummary } from '#domain/summary.ts'
import { seedOffice } from './demo.ts'
import { Fault } from './fault.ts'
import { writeMeta } from './meta.ts'
import type { Office } from './office.ts'
import { seedDemo } from './seed/demo.ts'
import { settleBehind } from './settle.ts'

const LOCK = 0x60_fa_57_03

export async function prepareDemo(office: Office): Promise<void> {
  if (!office.isDemo) return
  const holder = await office.pool.connect()
  try {
    await holder.query('select pg_advisory_lock($1)', [LOCK])
    await writeMeta(office.pool, 'is-demo', true)
    await writeMeta(office.pool, 'demo-filling', true)
    await seedDemo(await seedOffice(office))
    await settleBehind(office)
    await writeMeta(office.pool, 'demo-filling', false)
  } catch (error) {
    if (error instanceof TypeError) throw new Fault(`The demo could not be filled: ${error.message}.`)
    throw error
  } finally {
    holder.release(true)
  }
}

/** Is any visit of the demo still to come? If not, it should be filled anew. Looked for here and not in SQL, which
 *  stumbles over characters that a summary may hold. */
export async function hasVisitAhead(office: Office): Promise<boolean> {
  const { rows } = await office.pool.query<{ body: LaneSummary }>('select body from summary')
  const today = office.today()
  return rows.some(
    ({ body }) => isCaseSummary(body) && body.visits.some((visit) => visit.status === 'planned' && (visit.start ?? '') >= today),
  )
}
