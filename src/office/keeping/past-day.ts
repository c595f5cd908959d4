// A picture is kept until the day that was said when somebody said yes to it, and no longer (DOMAIN.md 2.19; UX.md,
// «Photo»). What is past its day is destroyed with its document, by the same erasure as everything else: the ledger first.

import { type Id, isLocalDate, type LaneId, type LocalDate } from '#domain/ids.ts'
import { headsOf, type RecordRow } from '#domain/register.ts'
import { codeOf } from '../fault.ts'
import { log } from '../log.ts'
import type { Office } from '../office.ts'
import { COLUMNS, rowFrom, type StoredRow } from '../rows.ts'
import { eraseChanges } from './erasure.ts'

const REASON = 'retention'

/** Whether everything that was due is gone. One that cannot be destroyed now keeps none of the others. */
export async function erasePastDay(office: Office, isOver: () => boolean): Promise<boolean> {
  const today = office.today()
  let isWhole = true
  for (const { lane, id } of await documentsPast(office, today)) {
    if (isOver()) return false
    try {
      await eraseChanges(office, office.id, lane, await writesTo(office, lane, id), REASON)
    } catch (error) {
      isWhole = false
      log('internal', { lane, cause: codeOf(error) ?? 'RETENTION' })
    }
  }
  return isWhole
}

async function documentsPast(office: Office, today: LocalDate): Promise<readonly RecordRow[]> {
  const { rows } = await office.pool.query<StoredRow>(
    `select ${COLUMNS} from record where type = 'document' and lane in (select id from lane where office = $1)`,
    [office.id],
  )
  return rows.map(rowFrom).filter((row) => isPast(row, today))
}

/** Where two have written a day each, both must have passed: what is destroyed cannot be had back. */
function isPast(row: RecordRow, today: LocalDate): boolean {
  const days = headsOf(row, 'deleteOn').map(({ v }) => v)
  return days.length > 0 && days.every((day) => isLocalDate(day) && day < today)
}

async function writesTo(office: Office, lane: LaneId, rec: Id): Promise<readonly Id[]> {
  const { rows } = await office.pool.query<{ id: Id }>(
    `select id from change where lane = $1 and rec = $2 and kind <> 'erase' and body is not null order by seq`,
    [lane, rec],
  )
  return rows.map(({ id }) => id)
}
