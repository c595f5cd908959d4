// Which of a person's homes is the one now, and whether anybody may see where it is. Small, since lists need it too.

import { ADDRESS_PROTECTIONS } from './codes-at-once.ts'
import { effective } from './effective.ts'
import { ref, text } from './reading.ts'
import { rowsOf } from './records.ts'
import { madeBy, type RecordRow } from './register.ts'

const RUNS: readonly (string | undefined)[] = ['ended', 'planned', undefined, 'notice_given', 'active']

/** The lease that runs, else one that is planned, else the one that ended last. */
export function currentTenancy(rows: readonly RecordRow[]): RecordRow | undefined {
  const place = (row: RecordRow): number => {
    const status = text(row, 'status')
    return RUNS.indexOf(RUNS.includes(status) ? status : undefined)
  }
  const startOf = (row: RecordRow): string => text(row, 'startDate') ?? madeBy(row)?.at ?? ''
  return [...rowsOf(rows, 'tenancy')].sort((a, b) => place(b) - place(a) || (startOf(a) < startOf(b) ? 1 : -1))[0]
}

/** The dwelling the lease names, else the first there is. */
export function dwellingOf(rows: readonly RecordRow[], tenancy: RecordRow | undefined): RecordRow | undefined {
  const dwellings = rowsOf(rows, 'dwelling')
  const named = tenancy && ref(tenancy, 'dwelling')
  return dwellings.find((row) => row.id === named) ?? dwellings[0]
}

const HIDDEN: readonly string[] = ADDRESS_PROTECTIONS.slice(ADDRESS_PROTECTIONS.indexOf('confidential'))
/** `confidential` and stricter: no address and no map, only the phone (DOMAIN.md 2.1). */
export const hidesAddress = (resident: RecordRow | undefined): boolean =>
  resident !== undefined && HIDDEN.includes(String(effective(resident, 'addressProtection')))
