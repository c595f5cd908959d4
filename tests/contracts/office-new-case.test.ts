// Who gets a case that somebody makes: its author, and those who coordinate her other cases, so that no new case of a
// worker's is unseen by the office; nobody else.

import { beforeAll, expect, test } from 'vitest'
import { type LaneId, laneOf } from '#domain/ids.ts'
import { anAccount } from '../support/accounts.ts'
import { anOffice } from '../support/an-office.ts'
import { aChange, aDesk, aId, aPhone, type Desk, type Phone } from '../support/caller.ts'

const at = anOffice({ tor: ['case_worker'] })
let marit: Phone
let ingrid: Desk
let tor: Desk

beforeAll(async () => {
  marit = await aPhone(at.url, 'marit')
  ingrid = await aDesk(at.url)
  tor = await aDesk(at.url, 'tor')
})

const accessOf = async (lane: LaneId) =>
  (await at.db.query<{ user_id: string; role: string }>('select user_id, role from access where lane = $1 and ended_at is null', [lane]))
    .rows
const aCaseBy = async (send: (change: ReturnType<typeof aChange>) => Promise<unknown>): Promise<LaneId> => {
  const lane = laneOf('case', aId())
  await send(aChange(lane, aId(), 'resident', { displayName: 'Nora Testesen' }))
  return lane
}

test('a case made on a worker’s phone is also theirs who coordinate her other cases, and nobody else’s', async () => {
  const lane = await aCaseBy((change) => marit.send(change))
  expect(await accessOf(lane)).toEqual(
    expect.arrayContaining([
      { user_id: marit.user, role: 'worker' },
      { user_id: ingrid.user, role: 'coordinator' },
    ]),
  )
  expect(await accessOf(lane)).toHaveLength(2)
  expect((await ingrid.ask({ ask: 'resident', lane })).status).toBe(200)
  expect((await tor.ask({ ask: 'resident', lane })).status).toBe(404)
})

test('a case made at a coordinator’s desk is hers alone', async () => {
  const lane = await aCaseBy((change) => tor.send(change))
  expect(await accessOf(lane)).toEqual([{ user_id: tor.user, role: 'coordinator' }])
  expect((await ingrid.ask({ ask: 'resident', lane })).status).toBe(404)
})

test('whose coordinators have left gets no new ones, and a worker who shares no case has the case alone', async () => {
  await anAccount(at.db, 'alene', ['followup_worker'])
  const alene = await aPhone(at.url, 'alene')
  const lane = await aCaseBy((change) => alene.send(change))
  expect(await accessOf(lane)).toEqual([{ user_id: alene.user, role: 'worker' }])
  const told = await tor.act('access', {
    lane: await aCaseBy((change) => tor.send(change)),
    give: [{ user: alene.user, role: 'worker' }],
    take: [],
    reason: 'Ny',
  })
  expect(told.status).toBe(200)
  await at.db.query(`update account set disabled_at = now() where account = 'tor'`)
  const later = await aCaseBy((change) => alene.send(change))
  expect(await accessOf(later)).toEqual([{ user_id: alene.user, role: 'worker' }])
})
