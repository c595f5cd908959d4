// Two offices on one database (DESIGN.md 6): what one takes in, the other knows, tells and decides about.

import { afterAll, beforeAll, expect, test } from 'vitest'
import { type LaneId, laneOf } from '#domain/ids.ts'
import { chainFault } from '#office/check.ts'
import type { Change } from '#sync/wire.ts'
import { anAccount } from '../support/accounts.ts'
import { anOffice } from '../support/an-office.ts'
import { aChange, aDesk, aDraft, aId, aPhone, type Desk, type Phone, post } from '../support/caller.ts'
import { startOffice, type TestOffice } from '../support/office.ts'

const one = anOffice({ tor: ['case_worker', 'leader'] })
let two: TestOffice
let marit: Phone
let tor: Desk

beforeAll(async () => {
  two = await startOffice({ today: '2026-11-23', env: one.env })
  marit = await aPhone(one.url, 'marit')
  tor = await aDesk(two.url, 'tor')
})
afterAll(async () => {
  await two?.remove()
})

/** The same phone, at the other office. */
const dropAtTwo = async (...changes: readonly Change[]) => {
  const envs = await Promise.all(changes.map(marit.seal))
  const answer = await post(two.url, `/v1/drop/${marit.enrol}`, { envs, left: 0, oldest: null }, { Cookie: marit.cookie })
  return answer.json.results
}
const hearingAt = async (url: string, phone: Phone) => {
  const stream = await fetch(`${url}/v1/pokes`, { headers: await phone.proof('GET', '/v1/pokes') })
  if (!stream.body) throw new Error('no stream')
  return stream.body[Symbol.asyncIterator]()
}
async function heard(stream: AsyncIterator<Uint8Array>, what: string): Promise<void> {
  let said = ''
  while (!said.includes(what)) {
    const next = await stream.next()
    if (next.done) throw new Error('the stream ended')
    said += new TextDecoder().decode(next.value)
  }
}
async function torsCase(): Promise<LaneId> {
  const lane = laneOf('case', aId())
  await tor.send(aChange(lane, aId(), 'resident', { displayName: 'To Testesen' }))
  const given = await tor.act('access', { lane, give: [{ user: marit.user, role: 'worker' }], take: [], reason: 'Ny' })
  expect(given.json).toEqual({ ok: true })
  return lane
}

test('what is dropped at one office is heard of at the other', async () => {
  const lane = await torsCase()
  const stream = await hearingAt(two.url, marit)
  expect(await marit.send(aChange(lane, aId(), 'complaint', { text: 'Ved den ene' }))).toMatchObject([{ s: 'applied' }])
  await heard(stream, lane)
  await stream.return?.()
})

test('the same change at both offices at once stands once, and both give the same answer', async () => {
  const lane = await torsCase()
  const change = aChange(lane, aId(), 'complaint', { text: 'To ganger' })
  const sealed = await marit.seal(change)
  const both = await Promise.all(
    [one.url, two.url].flatMap((url) =>
      [1, 2].map(() => post(url, `/v1/drop/${marit.enrol}`, { envs: [sealed], left: 0, oldest: null }, { Cookie: marit.cookie })),
    ),
  )
  const results = both.map((answer) => JSON.stringify(answer.json.results))
  expect(new Set(results).size).toBe(1)
  expect(both[0]?.json.results).toMatchObject([{ s: 'applied' }])
  expect((await one.db.query('select 1 from change where lane = $1', [lane])).rowCount).toBe(2)
})

test('both offices write in one case at once: every lane gapless, every receipt in its place', async () => {
  const lane = await torsCase()
  const changes = Array.from({ length: 40 }, (_, n) => aChange(lane, aId(), 'contactAttempt', { note: `${n}` }))
  await Promise.all([marit.send(...changes.slice(0, 20)), dropAtTwo(...changes.slice(20))])
  const { rows } = await one.db.query('select seq from change where lane = $1 order by seq', [lane])
  expect(rows.map((row) => Number(row.seq))).toEqual(Array.from({ length: 41 }, (_, i) => i + 1))
  expect(await chainFault(one.db, lane)).toBeUndefined()
  const receipts = (await marit.sync()).receipts
  expect(receipts?.ids).toHaveLength(receipts?.head ?? -1)
  expect(new Set(receipts?.ids).size).toBe(receipts?.head)
  expect(changes.every(({ id }) => receipts?.ids.includes(id))).toBe(true)
})

test('a draft parked at one is finished at the other, and a case moved at one leaves the phone that listens at the other', async () => {
  const lane = await torsCase()
  const draft = aId()
  await marit.send(aDraft(lane, draft, 1, 'halvt'))
  expect(await dropAtTwo(aChange(lane, aId(), 'complaint', { text: 'Ferdig' }, { finishes: draft }))).toMatchObject([{ s: 'applied' }])
  expect((await one.db.query('select body from parked where draft = $1', [draft])).rows).toEqual([{ body: null }])
  const stream = await hearingAt(one.url, marit)
  await tor.act('access', { lane, give: [], take: [marit.user], reason: 'Flyttet' })
  await heard(stream, lane)
  await stream.return?.()
})

test('a phone revoked at one office loses its stream at the other', async () => {
  await anAccount(one.db, 'mistet', ['followup_worker'])
  const lost = await aPhone(one.url, 'mistet')
  const stream = await hearingAt(one.url, lost)
  await stream.next()
  expect((await tor.act('revoke', { enrolment: lost.enrol, reason: 'Mistet' })).json).toEqual({ ok: true })
  for (let next = await stream.next(); !next.done; ) next = await stream.next()
  await expect(lost.sync()).rejects.toThrow('401')
})
