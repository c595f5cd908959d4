// Further people for the contract tests, straight in the database: the demo has three.

import type pg from 'pg'
import type { Role } from '#domain/codes.ts'
import type { Id } from '#domain/ids.ts'
import { hashPassword } from '#office/passwords.ts'
import { aId } from './caller.ts'

/** Signs in with `demo-{account}`, as the people of the demo do. */
export async function anAccount(db: pg.Pool, account: string, roles: readonly Role[]): Promise<Id> {
  const { kdf, salt, hash } = await hashPassword(`demo-${account}`)
  const id = aId()
  await db.query(
    `insert into account (id, office, account, roles, kdf, salt, hash)
     select $1, office, $2, $3, $4, $5, $6 from account where account = 'ingrid'`,
    [id, account, roles, kdf, salt, hash],
  )
  return id
}
