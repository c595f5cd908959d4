// The agencies of the office, as its catalogue has them: offered while somebody types, never demanded. Districts are the
// parts of town the office knows. Whom neighbours ring about one home is no agency.

import type { Answer } from '#device/casebook.ts'
import { text } from '#domain/reading.ts'
import { isType } from '#domain/records.ts'
import { isVoid, type RecordRow } from '#domain/register.ts'
import { byName } from '#texts/format.ts'

export interface Agency {
  readonly id: string
  readonly name: string
  /** A role of a group (DOMAIN.md 1.11), or `district`. */
  readonly kind: string
  readonly phone: string
}

const DISTRICT = 'district'
const NO_AGENCY = 'neighbour_contact'
const all = (office: Answer['office']): readonly Agency[] => office.filter((row) => isType(row, 'agency') && !isVoid(row)).flatMap(agencyOf)
const agencyOf = (row: RecordRow): readonly Agency[] => {
  const name = text(row, 'name')
  return name === undefined ? [] : [{ id: row.id, name, kind: text(row, 'kind') ?? '', phone: text(row, 'phone') ?? '' }]
}

export const districtsOf = (office: Answer['office']): readonly Agency[] =>
  all(office)
    .filter(({ kind }) => kind === DISTRICT)
    .sort((a, b) => byName(a.name, b.name))

const MOST = 4
/** As many as fit beside a field: what is typed so far, those of the same role first; a name that stands is offered as chosen. */
export function agenciesFor(office: Answer['office'], typed: string, role?: string): readonly Agency[] {
  const words = typed.trim().toLowerCase()
  const rank = ({ kind }: Agency): number => (kind === role ? 0 : 1)
  return all(office)
    .filter(({ kind, name }) => kind !== DISTRICT && kind !== NO_AGENCY && name.toLowerCase().includes(words))
    .sort((a, b) => rank(a) - rank(b) || byName(a.name, b.name))
    .slice(0, MOST)
}
