// What nearly every contract test of the office begins with: an office with the demo of 23 November, on a database that can
// be looked into, and further people in it. One for a whole test file.

import type pg from 'pg'
import { afterAll, beforeAll } from 'vitest'
import type { Role } from '#domain/codes.ts'
import { anAccount } from './accounts.ts'
import { aFilledDatabase, type FilledDatabase, poolOn, startOffice, type TestOffice } from './office.ts'

/** There from the file's first test to its last, and not before. */
interface AnOffice {
  readonly url: string
  readonly office: TestOffice
  readonly db: pg.Pool
  /** For another office on the same database. */
  readonly env: FilledDatabase['env']
}

/** Starts before the file's own hooks and goes after them; `people` sign in with `demo-{account}` beside those of the demo. */
export function anOffice(people: Readonly<Record<string, readonly Role[]>> = {}): AnOffice {
  let database: FilledDatabase | undefined
  let office: TestOffice | undefined
  let db: pg.Pool | undefined
  beforeAll(async () => {
    database = await aFilledDatabase('2026-11-23')
    db = poolOn(database.url)
    office = await startOffice({ today: '2026-11-23', env: database.env })
    for (const [account, roles] of Object.entries(people)) await anAccount(db, account, roles)
  })
  afterAll(async () => {
    await db?.end()
    await office?.remove()
    await database?.remove()
  })
  const there = <T>(one: T | undefined): T => {
    if (one === undefined) throw new Error('the office has not started')
    return one
  }
  return {
    get url() {
      return there(office).url
    },
    get office() {
      return there(office)
    },
    get db() {
      return there(db)
    },
    get env() {
      return there(database).env
    },
  }
}
