// Whose a decision is: a user of the office, the resident, or somebody by name.

import { type Id, isId } from '#domain/ids.ts'

export function whoDoes(responsible: string | undefined, resident: string, nameOf: (user: Id) => string): string {
  if (responsible === undefined || responsible === '') return '–'
  if (responsible === 'resident') return resident
  return isId(responsible) ? nameOf(responsible) : responsible
}
