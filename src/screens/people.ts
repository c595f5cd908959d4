// Names of the office's people, read from its rows.

import { ROLES, type Role } from '#domain/codes.ts'
import type { Id } from '#domain/ids.ts'
import { text, texts } from '#domain/reading.ts'
import { isType } from '#domain/records.ts'
import type { RecordRow } from '#domain/register.ts'

export interface Person {
  readonly id: Id
  readonly name: string
  readonly phone?: string
  readonly roles: readonly Role[]
}

export function peopleOf(office: readonly RecordRow[]): ReadonlyMap<Id, Person> {
  return new Map(office.filter((row) => isType(row, 'user')).map((row) => [row.id, personOf(row)]))
}

function personOf(row: RecordRow): Person {
  const phone = text(row, 'phone')
  const roles = texts(row, 'roles').flatMap((role) => ROLES.find((known) => known === role) ?? [])
  return { id: row.id, name: text(row, 'name') ?? '–', roles, ...(phone ? { phone } : {}) }
}

/** First names suffice among colleagues; the id is never shown. */
export const nameOf = (people: ReadonlyMap<Id, Person>, id: Id): string => people.get(id)?.name ?? '–'

export const officeRow = (office: readonly RecordRow[]): RecordRow | undefined => office.find((row) => isType(row, 'office'))
