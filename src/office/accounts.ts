// Accounts are sign-in only: who somebody is and what they are called is their `user` record in the office lane, whose
// id is the account's id (DESIGN.md 3, Record types).

import type { Role } from '#domain/codes.ts'
import { type Id, laneOf } from '#domain/ids.ts'
import { asText } from '#domain/reading.ts'
import type { Registers } from '#domain/register.ts'
import type { Queryable } from './db.ts'
import { hashOf, newSecret } from './enrolment.ts'
import { newId } from './new-id.ts'
import type { Office } from './office.ts'
import { type Hashed, hashPassword, isPassword } from './passwords.ts'

export interface Person {
  readonly id: Id
  readonly roles: readonly Role[]
}

export const normalAccount = (typed: string): string => typed.normalize('NFC').trim().toLowerCase()

export async function createAccount(office: Office, account: string, password: string, roles: readonly Role[]): Promise<Id> {
  const id = newId()
  const { kdf, salt, hash } = await hashPassword(password)
  await office.pool.query('insert into account (id, office, account, roles, kdf, salt, hash) values ($1, $2, $3, $4, $5, $6, $7)', [
    id,
    office.id,
    normalAccount(account),
    roles,
    kdf,
    salt,
    hash,
  ])
  return id
}

export async function accountNamed(office: Office, account: string): Promise<Id | undefined> {
  const { rows } = await office.pool.query<{ id: Id }>('select id from account where account = $1', [normalAccount(account)])
  return rows[0]?.id
}

let nobody: Promise<Hashed> | undefined
/** The person, or undefined; an unknown account takes as long and answers the same as a wrong password. */
export async function verify(office: Office, account: string, password: string): Promise<Person | undefined> {
  nobody ??= hashPassword(newSecret())
  const { rows } = await office.pool.query<Person & Hashed>(
    'select id, roles, kdf, salt, hash from account where account = $1 and disabled_at is null',
    [normalAccount(account)],
  )
  const found = rows[0]
  const isRight = await isPassword(password, found ?? (await nobody))
  return found && isRight ? { id: found.id, roles: found.roles } : undefined
}

async function personOf(db: Queryable, user: Id): Promise<Person | undefined> {
  const { rows } = await db.query<Person>('select id, roles from account where id = $1 and disabled_at is null', [user])
  return rows[0]
}

/** The name of a record of the office lane: a user's or the office's own. */
export async function nameOf(office: Office, rec: Id): Promise<string | undefined> {
  const { rows } = await office.pool.query<{ regs: Registers }>('select regs from record where lane = $1 and id = $2', [
    laneOf('office', office.id),
    rec,
  ])
  return asText(rows[0]?.regs.name?.[0]?.v)
}

/** «Denne telefonen» for those who visit, «Kontor-PC» for those who coordinate, lead or administer (DESIGN.md 5). */
export const places = (roles: readonly Role[]): { readonly field: boolean; readonly desk: boolean } => ({
  field: roles.includes('followup_worker'),
  desk: roles.some((role) => role !== 'followup_worker'),
})

const TICKET_MS = 5 * 60_000
/** A single-use ticket, good for five minutes. */
export async function newTicket(office: Office, user: Id): Promise<string> {
  const ticket = newSecret()
  const expires = new Date(Date.now() + TICKET_MS)
  await office.pool.query('insert into ticket (hash, user_id, expires_at) values ($1, $2, $3)', [hashOf(ticket), user, expires])
  return ticket
}

export async function spendTicket(office: Office, ticket: string): Promise<Person | undefined> {
  const { rows } = await office.pool.query<{ user_id: Id }>(
    'update ticket set used_at = now() where hash = $1 and used_at is null and expires_at > now() returning user_id',
    [hashOf(ticket)],
  )
  return rows[0] && personOf(office.pool, rows[0].user_id)
}
