// Names of the office's people, read from its rows.

import { ROLES, type Role } from '#domain/codes-at-once.ts'
import type { Id } from '#domain/ids.ts'
import { text, texts } from '#domain/reading.ts'
import { isType } from '#domain/records.ts'
import type { RecordRow } from '#domain/register.ts'
import { byName } from '#texts/format.ts'

export interface Person {
  readonly id: Id
  readonly name: string
  readonly phone?: string
  readonly roles: readonly Role[]
}

/** By name, so that whoever is offered stands in the same place each time. */
export function peopleOf(office: readonly RecordRow[]): ReadonlyMap<Id, Person> {
  const people = office.filter((row) => isType(row, 'user')).map(personOf)
  return new Map(people.sort((a, b) => byName(a.name, b.name)).map((person) => [person.id, person]))
}

function personOf(row: RecordRow): Person {
  const phone = text(row, 'phone')
  const roles = texts(row, 'roles').flatMap((role) => ROLES.find((known) => known === role) ?? [])
  return { id: row.id, name: text(row, 'name') ?? '–', roles, ...(phone ? { phone } : {}) }
}

/** First names suffice among colleagues; the id is never shown. */
export const nameOf = (people: ReadonlyMap<Id, Person>, id: Id): string => people.get(id)?.name ?? '–'

export const officeRow = (office: readonly RecordRow[]): RecordRow | undefined => office.find((row) => isType(row, 'office'))
