// The seed's door made real (seed-port.ts): the demo office is filled through the same journal as everything else.

import { type Id, instant, type LaneId, laneOf } from '#domain/ids.ts'
import { Change, parse, SCHEMA } from '#sync/wire.ts'
import { accountNamed, createAccount } from './accounts.ts'
import { take } from './custody.ts'
import { transaction } from './db.ts'
import { grant } from './lane-access.ts'
import { type DemoSignIn, readMeta, writeMeta } from './meta.ts'
import { newId } from './new-id.ts'
import type { Office } from './office.ts'
import type { SeedAccount, SeedChange, SeedOffice } from './seed-port.ts'

const APP = 'bofast-demo'
/** A filling settles all its lanes together, at its end. */
const UNSETTLED = new Set<LaneId>()

export async function seedOffice(office: Office): Promise<SeedOffice> {
  const done = (await readMeta<number[]>(office.pool, 'demo-steps')) ?? []
  return {
    officeId: office.id,
    today: office.today(),
    newId,
    done: [...done],
    mark: async (step) => {
      done.push(step)
      await writeMeta(office.pool, 'demo-steps', done)
    },
    account: (account) => addAccount(office, account),
    grant: (user, lane, role) => transaction(office.pool, (tx) => grant(tx, office.id, user, lane, role)),
    append: (change, actor) => appendSeed(office, change, actor),
  }
}

async function appendSeed(office: Office, seed: SeedChange, actor: Id): Promise<void> {
  const change = parse(Change, { ...seed, v: 1, schema: SCHEMA, tz: 'Europe/Oslo', skewMs: 0, app: APP })
  if (!change) throw new TypeError(`the demo's change ${seed.id} (${seed.type}) does not have the shape of a change`)
  const { result } = await take(office, { id: change.id, user: actor, raw: JSON.stringify(change), change }, UNSETTLED)
  if (result.s !== 'applied')
    throw new TypeError(`the demo's change ${seed.id} (${seed.type}) was ${result.s}: ${result.why ?? 'no reason'}`)
}

/** The account, its `user` record, and the button on the sign-in page; once. Written by the account as its first act. */
async function addAccount(office: Office, person: SeedAccount): Promise<Id> {
  const there = await accountNamed(office, person.account)
  if (there) return there
  const user = await createAccount(office, person.account, person.password, person.roles)
  const values = { name: person.name, roles: person.roles, phone: person.phone }
  const set = Object.fromEntries(Object.entries(values).map(([field, v]) => [field, { v, over: [] }]))
  const change = parse(Change, {
    ...{ id: newId(), v: 1, schema: SCHEMA, tz: 'Europe/Oslo', skewMs: 0, app: APP },
    ...{ lane: laneOf('office', office.id), rec: user, type: 'user', kind: 'set', set, at: instant(new Date().toISOString()) },
  })
  if (change) await take(office, { id: change.id, user, raw: JSON.stringify(change), change, isOfficeOwn: true }, UNSETTLED)
  const known = (await readMeta<DemoSignIn[]>(office.pool, 'demo-sign-ins')) ?? []
  const { account, password, name, place } = person
  await writeMeta(office.pool, 'demo-sign-ins', [...known, { account, password, name, place }])
  return user
}
