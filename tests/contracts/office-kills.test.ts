// What was acknowledged is never lost (DESIGN.md 12, T5): sixteen writers on two offices while the database's backends
// are killed under them, and the real server killed with -9 in a loop. Eighty of the first and five of
// the second; with BOFAST_LONG=1 five hundred and forty.

import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { expect, test } from 'vitest'
import { type Id, type LaneId, laneOf } from '#domain/ids.ts'
import { checkAll } from '#office/check.ts'
import type { DropResult } from '#sync/wire.ts'
import { anAccount } from '../support/accounts.ts'
import { aChange, aId, aPhone, type Phone, post } from '../support/caller.ts'
import { aDatabase, databaseOf, dataFolder, loseDatabase, poolOn, startOffice, tryOffice } from '../support/office.ts'

const isLong = process.env.BOFAST_LONG === '1'
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

interface Writer {
  readonly phone: Phone
  readonly lanes: readonly LaneId[]
  readonly acknowledged: Set<Id>
}

/** As a phone does it: the same envelope again until somebody answers for it. Resolves when it was acknowledged. */
async function deliver({ phone, acknowledged }: Writer, urls: readonly string[], envelope: unknown, isOver: () => boolean): Promise<void> {
  for (let tries = 0; !isOver(); tries += 1) {
    const url = urls[tries % urls.length] ?? ''
    const answer = await post(url, `/v1/drop/${phone.enrol}`, { envs: [envelope], left: 0, oldest: null }, { Cookie: phone.cookie }).catch(
      () => undefined,
    )
    if (answer?.status === 200) {
      for (const result of answer.json.results as DropResult[]) if (result.s === 'applied') acknowledged.add(result.id)
      return
    }
    await pause(answer?.status === 429 ? 1000 : 20)
  }
}

async function writeUntil(writer: Writer, urls: readonly string[], isOver: () => boolean): Promise<void> {
  for (let i = 0; !isOver(); i += 1) {
    const lane = writer.lanes[i % writer.lanes.length]
    if (!lane) return
    const envelope = await writer.phone.seal(aChange(lane, aId(), 'complaint', { text: `Notat ${i}` }))
    await deliver(writer, [...urls.slice(i % urls.length), ...urls.slice(0, i % urls.length)], envelope, isOver)
  }
}

/** Each writer has a lane of its own and shares one with everybody. */
async function aWriter(db: pg.Pool, phone: Phone, common: LaneId): Promise<Writer> {
  const own = laneOf('case', aId())
  const writer = { phone, lanes: [own, common], acknowledged: new Set<Id>() }
  for (const result of await phone.send(aChange(own, aId(), 'resident', { displayName: 'Drept Testesen' })))
    writer.acknowledged.add(result.id)
  await db.query(
    `insert into access (office, user_id, lane, view, role) select office, $1, id, 1, 'worker' from lane where id = $2 on conflict do nothing`,
    [phone.user, common],
  )
  return writer
}

async function commonLane(phone: Phone): Promise<LaneId> {
  const lane = laneOf('case', aId())
  await phone.send(aChange(lane, aId(), 'resident', { displayName: 'Felles Testesen' }))
  return lane
}

async function expectNothingLost(db: pg.Pool, writers: readonly Writer[]): Promise<void> {
  const ids = writers.flatMap(({ acknowledged }) => [...acknowledged])
  const { rows } = await db.query<{ id: Id; seq: number }>('select id, seq from change where id = any($1) and body is not null', [ids])
  const there = new Set(rows.map(({ id }) => id))
  expect(ids.filter((id) => !there.has(id))).toEqual([])
  const { brokenLanes, brokenReceipts } = await checkAll(db)
  expect([brokenLanes, brokenReceipts]).toEqual([[], []])
}

test('sixteen writers on two offices lose nothing that was acknowledged while backends are killed, neither here nor in the log', async () => {
  const database = await aDatabase()
  const data = dataFolder()
  const recovery = join(data, 'second-disk')
  const env = { DATABASE_URL: database.url, BOFAST_DATA: data, BOFAST_RECOVERY: recovery }
  const offices = [await startOffice({ data, env }), await startOffice({ data, env })]
  const urls = offices.map(({ url }) => url)
  const db = poolOn(database.url)
  const writers: Writer[] = []
  let common: LaneId | undefined
  for (let i = 0; i < 8; i += 1) {
    await anAccount(db, `skriver${i}`, ['followup_worker'])
    for (const url of urls) {
      const phone = await aPhone(url, `skriver${i}`)
      common ??= await commonLane(phone)
      writers.push(await aWriter(db, phone, common))
    }
  }
  const acknowledged = (): number => writers.reduce((sum, one) => sum + one.acknowledged.size, 0)
  let killed = 0
  const isOver = (): boolean => killed >= (isLong ? 500 : 80) && acknowledged() > 200
  const killer = async (): Promise<void> => {
    while (!isOver()) {
      const before = acknowledged()
      const { rows } = await db.query(
        `select pg_terminate_backend(pid) from (select pid from pg_stat_activity
         where application_name = 'bofast' and datname = current_database() order by random() limit 1) one`,
      )
      killed += rows.length
      await pause(100)
      // However busy the machine is, somebody is answered between one and the next.
      while (acknowledged() === before) await pause(20)
    }
  }
  await Promise.all([killer(), ...writers.map((writer) => writeUntil(writer, urls, isOver))])
  await expectNothingLost(db, writers)

  for (const office of offices) await office.kill()
  await db.query('create database other')
  const other = database.url.replace(/[^/]*$/, 'other')
  const restored = await tryOffice({ ...env, DATABASE_URL: other }, ['restore'])
  expect([restored.code, restored.said]).toEqual([0, expect.stringMatching(/^Restored from the recovery log alone\./)])
  const copy = poolOn(other)
  await expectNothingLost(copy, writers)
  await copy.end()
  await db.end()
  for (const office of offices) await office.remove()
  await database.remove()
  rmSync(data, { recursive: true, force: true })
}, 1_200_000)

test('the server killed with -9 again and again loses nothing that was acknowledged, and each start adopts its database', async () => {
  const office = await startOffice({ today: '2026-11-23' })
  const postmaster = (): string => readFileSync(join(office.data, 'pg', 'postmaster.pid'), 'utf8').split('\n')[0] ?? ''
  const pid = postmaster()
  const db = poolOn(await databaseOf(office.data))
  const phones = [
    await aPhone(office.url, 'marit'),
    await aPhone(office.url, 'marit'),
    await aPhone(office.url, 'jon'),
    await aPhone(office.url, 'jon'),
  ]
  const common = await commonLane(phones[0] as Phone)
  const writers: Writer[] = []
  for (const phone of phones) writers.push(await aWriter(db, phone, common))
  const count = (): number => writers.reduce((sum, { acknowledged }) => sum + acknowledged.size, 0)
  let isOver = false
  const writing = writers.map((writer) => writeUntil(writer, [office.url], () => isOver))
  for (let kills = 0; kills < (isLong ? 40 : 5); kills += 1) {
    const before = count()
    await expect.poll(count, { timeout: 300_000, interval: 20 }).toBeGreaterThan(before + 8 + kills)
    await office.kill()
    await office.restart()
    expect(postmaster()).toBe(pid)
  }
  isOver = true
  await Promise.all(writing)
  await expectNothingLost(db, writers)
  await db.end()

  await office.kill()
  await loseDatabase(office.data)
  expect(existsSync(join(office.data, 'pg'))).toBe(false)
  const restored = await tryOffice({ BOFAST_DATA: office.data }, ['restore'])
  expect([restored.code, restored.said]).toEqual([0, expect.stringMatching(/^Restored from the recovery log alone\./)])
  await office.restart()
  const after = poolOn(await databaseOf(office.data))
  await expectNothingLost(after, writers)
  await after.end()
  await office.remove()
}, 1_200_000)
