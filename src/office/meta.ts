// The few facts about the office itself: its id, whether it is a demo, and how far the demo has been filled.

import type { Id } from '#domain/ids.ts'
import type { Queryable } from './db.ts'
import { newId } from './new-id.ts'

/** Offered as buttons on the sign-in page of a demo, and nowhere else. */
export interface DemoSignIn {
  readonly account: string
  readonly password: string
  readonly name: string
  readonly place: 'field' | 'desk'
}

export type MetaKey = 'office' | 'is-demo' | 'demo-sign-ins' | 'demo-steps' | 'demo-filling' | 'recovery-epoch' | 'recovery-on'

export async function readMeta<T>(db: Queryable, key: MetaKey): Promise<T | undefined> {
  const { rows } = await db.query<{ value: T }>('select value from meta where key = $1', [key])
  return rows[0]?.value
}

export async function writeMeta(db: Queryable, key: MetaKey, value: unknown): Promise<void> {
  await db.query('insert into meta (key, value) values ($1, $2) on conflict (key) do update set value = excluded.value', [
    key,
    JSON.stringify(value),
  ])
}

/** Which life of the database this is: a restore begins another one, and a log of the one before is not replayed into it. */
export async function recoveryEpoch(db: Queryable): Promise<Id> {
  await db.query('insert into meta (key, value) values ($1, $2) on conflict (key) do nothing', ['recovery-epoch', JSON.stringify(newId())])
  const epoch = await readMeta<Id>(db, 'recovery-epoch')
  if (!epoch) throw new TypeError('the database has an epoch by now')
  return epoch
}

/** The office's id, made at the very first start. Two processes starting at once agree on one. */
export async function officeId(db: Queryable): Promise<Id> {
  await db.query('insert into meta (key, value) values ($1, $2) on conflict (key) do nothing', ['office', JSON.stringify(newId())])
  const id = await readMeta<Id>(db, 'office')
  if (!id) throw new TypeError('the office has an id by now')
  return id
}
