// Nothing is decided about the resident before it is answered whether he was there (DOMAIN.md 2.8), at the office and in
// the order of the lane: what came too early waits, and goes in by itself with the answer. The real office and PostgreSQL.

import { beforeAll, beforeEach, expect, test } from 'vitest'
import { type Id, type LaneId, laneOf } from '#domain/ids.ts'
import type { RecordRow } from '#domain/register.ts'
import type { Change, DropResult } from '#sync/wire.ts'
import { anOffice } from '../support/an-office.ts'
import { aChange, aDesk, aId, anEdit, aPhone, type Desk, type Phone } from '../support/caller.ts'

const at = anOffice({ tor: ['case_worker'], eva: ['followup_worker'] })
let tor: Desk
let eva: Phone

beforeAll(async () => {
  eva = await aPhone(at.url, 'eva')
  tor = await aDesk(at.url, 'tor')
})
beforeEach(async () => {
  eva = await aPhone(at.url, 'eva', eva.marker)
})

interface Home {
  readonly lane: LaneId
  readonly meeting: Id
}
async function aHome(): Promise<Home> {
  const lane = laneOf('case', aId())
  const meeting = aId()
  await tor.send(
    aChange(lane, aId(), 'resident', { displayName: 'Vedtak Testesen' }),
    aChange(lane, meeting, 'meeting', { status: 'held', plannedAt: '2026-11-20T10:00' }),
  )
  const give = [{ user: eva.user, role: 'worker' }]
  expect((await tor.act('access', { lane, give, take: [], reason: 'Følger opp' })).status).toBe(200)
  return { lane, meeting }
}
const rowsOf = async ({ lane }: Home): Promise<RecordRow[]> => (await eva.sync()).rows.filter((row) => row.lane === lane)
const meetingRow = async (home: Home): Promise<RecordRow> => {
  const row = (await rowsOf(home)).find(({ id }) => id === home.meeting)
  if (!row) throw new Error('no meeting')
  return row
}
const decisions = async (home: Home): Promise<Id[]> => (await rowsOf(home)).filter(({ type }) => type === 'decision').map(({ id }) => id)
const decision = ({ lane, meeting }: Home): Change =>
  aChange(lane, aId(), 'decision', { meeting, text: 'Ringe banken', topic: 'economy', responsible: 'resident' })
const answer = async (home: Home, isPresent: boolean): Promise<Change> => anEdit(await meetingRow(home), 'residentPresent', isPresent)
const says = (results: readonly DropResult[]) => results.map(({ s, why }) => [s, why])
const atDesk = async (...changes: readonly Change[]) => (await tor.send(...changes)).json.results as DropResult[]
const HELD = ['held', 'awaits']
const APPLIED = ['applied', undefined]

test('a decision before the answer waits at desk and phone, alone and in a drop, and goes in with the answer, whatever it is', async () => {
  for (const isPresent of [true, false]) {
    const home = await aHome()
    const early = [decision(home), decision(home), decision(home)] as const
    expect(says(await atDesk(early[0]))).toEqual([HELD])
    expect(says(await eva.send(early[1], aChange(home.lane, aId(), 'task', { title: 'Ring' }), early[2]))).toEqual([HELD, APPLIED, HELD])
    expect(await decisions(home)).toEqual([])
    expect(says(await eva.send(await answer(home, isPresent)))).toEqual([APPLIED])
    expect([...(await decisions(home))].sort()).toEqual(early.map(({ rec }) => rec).sort())
  }
})

test('the answer and the decision may come in one drop, in that order', async () => {
  const home = await aHome()
  expect(says(await eva.send(await answer(home, false), decision(home)))).toEqual([APPLIED, APPLIED])
})

test('minutes are not approved before the answer, and the meeting itself may be written as ever', async () => {
  const home = await aHome()
  const row = await meetingRow(home)
  const approved = anEdit(row, 'minutesApproved', { on: '2026-11-23' })
  expect(says(await atDesk(approved, anEdit(row, 'minutes', 'Alle kom.')))).toEqual([HELD, APPLIED])
  expect((await meetingRow(home)).regs.minutesApproved).toBeUndefined()
  expect(says(await atDesk(await answer(home, true)))).toEqual([APPLIED])
  expect((await meetingRow(home)).regs.minutesApproved).toMatchObject([{ v: { on: '2026-11-23' } }])
})

test('a decision in a meeting nobody knows waits for the meeting and its answer', async () => {
  const home = await aHome()
  const unknown = aId()
  expect(says(await eva.send(decision({ ...home, meeting: unknown })))).toEqual([HELD])
  expect(says(await eva.send(aChange(home.lane, unknown, 'meeting', { status: 'held', residentPresent: true })))).toEqual([APPLIED])
  expect(await decisions(home)).toHaveLength(1)
})
