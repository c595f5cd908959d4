// The restore drill (DESIGN.md 6 and 12, T5): 500 changes from six phones, a backup in the middle, the database gone.
// Real office, real PostgreSQL, real files.

import { copyFileSync, cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Id } from '#domain/ids.ts'
import { aChange, aDesk, aId, type Desk } from '../support/caller.ts'
import { aCrew, type Member, offer, sync, write } from '../support/crew.ts'
import { databaseOf, dataFolder, loseDatabase, poolOn, startOffice, type TestOffice, tryOffice } from '../support/office.ts'

const data = dataFolder()
const env = { BOFAST_DATA: data }
const EACH = 84
let office: TestOffice
let crew: readonly Member[]
let db: pg.Pool
let ingrid: Desk
let erasedId: Id

const openDb = async (): Promise<void> => {
  db = poolOn(await databaseOf(data))
}
const down = async (): Promise<void> => {
  await db.end()
  await office.kill()
}
const up = async (): Promise<void> => {
  await office.restart()
  await openDb()
}
const folder = (name: string): string => join(data, name)
const newest = (name: string, end: string): string =>
  join(
    folder(name),
    readdirSync(folder(name))
      .filter((file) => file.endsWith(end))
      .sort()
      .at(-1) ?? '',
  )
const all = () => crew.flatMap((member) => member.shelf)
/** Which of these ids the office does not hold as applied. */
async function missing(ids: readonly Id[]): Promise<readonly Id[]> {
  const { rows } = await db.query<{ id: Id }>('select id from change where id = any($1) and body is not null', [ids])
  const there = new Set(rows.map(({ id }) => id))
  return ids.filter((id) => !there.has(id))
}
const wholeOffice = async () => (await tryOffice(env, ['check'])).said
const recordsOf = async () => (await db.query('select lane, id, type, root, seq, regs from record order by lane, id')).rows
const summariesOf = async () => (await db.query('select lane, seq, body from summary order by lane')).rows

beforeAll(async () => {
  office = await startOffice({ data, today: '2026-11-23' })
  await openDb()
  crew = await aCrew(office.url, db)
  ingrid = await aDesk(office.url)
  for (const member of crew) await write(member, EACH / 2)
})
afterAll(async () => {
  await db?.end().catch(() => undefined)
  await office?.remove()
  rmSync(data, { recursive: true, force: true })
})

test('a backup is made by a second process while the office runs, read back, and said to be whole', async () => {
  const writing = Promise.all(crew.map((member) => write(member, EACH / 4)))
  const { code, said } = await tryOffice(env, ['backup'])
  await writing
  expect(code).toBe(0)
  expect(said).toMatch(/^Backed up to .*\.bofast: \d+ changes\. It was read back, counted and checked, and is whole\.\n/)
  expect(existsSync(`${newest('backups', '.bofast')}.verified.json`)).toBe(true)
  const bytes = readFileSync(newest('backups', '.bofast'))
  expect(bytes.includes('Øvelse Testesen')).toBe(false)
  const { rows } = await db.query(`select nspname from pg_namespace where nspname like 'bofast\\_%'`)
  expect(rows).toEqual([])
})

test('after the database is lost, the door stays shut until it is restored', async () => {
  for (const member of crew) await write(member, EACH / 4)
  for (const member of crew) await sync(member)
  erasedId = crew[0]?.shelf.at(-1)?.id ?? aId()
  expect((await ingrid.act('erase', { lane: crew[0]?.lane, ids: [erasedId], reason: 'Feil person' })).json).toEqual({ ok: true })
  const marks = crew[5] as Member
  expect((await ingrid.act('erase', { lane: marks.lane, reason: 'Slettes' })).json).toEqual({ ok: true })
  await expect(ingrid.act('revoke', { enrolment: crew[4]?.phone.enrol, reason: 'Mistet' })).resolves.toMatchObject({ status: 200 })
  await down()
  await loseDatabase(data)
  const refused = await tryOffice(env)
  expect([refused.code, refused.said]).toEqual([
    1,
    `The database in ${data} is empty, but backups or a recovery log of an office lie in ${folder('backups')} or ${folder('recovery')}. Restore it with: npm run office -- restore (or move them away to begin anew).\n`,
  ])
})

test('a damaged backup, a log with a hole and a wrong key are one plain sentence each, and nothing is half restored', async () => {
  const backup = newest('backups', '.bofast')
  const spoiled = join(data, 'spoiled.bofast')
  const bytes = readFileSync(backup)
  bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 1
  writeFileSync(spoiled, bytes)
  const damaged = `The backup ${spoiled} is damaged or not whole; nothing was restored.\n`
  expect(await tryOffice(env, ['restore', `--from=${spoiled}`])).toEqual({ code: 1, said: damaged })
  copyFileSync(backup, spoiled)
  truncateSync(spoiled, bytes.length - 200)
  expect(await tryOffice(env, ['restore', `--from=${spoiled}`])).toEqual({ code: 1, said: damaged })

  const log = newest('recovery', '.log')
  const whole = readFileSync(log)
  const hole = Buffer.from(whole)
  hole[Math.floor(whole.length / 2)] = (hole[Math.floor(whole.length / 2)] ?? 0) ^ 1
  writeFileSync(log, hole)
  expect(await tryOffice(env, ['restore'])).toEqual({ code: 1, said: `The recovery log ${log} is damaged; nothing was restored.\n` })
  writeFileSync(log, whole)

  const key = folder('server-key.json')
  const right = readFileSync(key)
  rmSync(key)
  expect((await tryOffice(env, ['restore'])).said).toBe(
    `The server key file ${key} is not there; put it back from a copy, or set BOFAST_SECRET.\n`,
  )
  expect(existsSync(key)).toBe(false)
  writeFileSync(key, JSON.stringify({ current: 7, keys: { 7: Buffer.alloc(32, 1).toString('base64') } }))
  expect((await tryOffice(env, ['restore'])).said).toBe(
    `The server key that sealed the backup ${backup} is not in the key file; put the right one back.\n`,
  )
  writeFileSync(key, right)
  expect((await tryOffice(env)).said).toContain('Restore it with')
})

test('backup and log together bring back every acknowledged change; what was erased, ended or revoked stays so', async () => {
  const restored = await tryOffice(env, ['restore'])
  expect([restored.code, restored.said]).toEqual([0, expect.stringContaining('The recovery log gave')])
  await up()
  const erased = new Set([erasedId, ...(crew[5]?.shelf ?? []).map(({ id }) => id)])
  expect(await missing(all().map(({ id }) => id))).toEqual(
    [...erased].sort((a, b) => all().findIndex((x) => x.id === a) - all().findIndex((x) => x.id === b)),
  )
  expect(await wholeOffice()).toMatch(/^All is whole:/)
  const { rows } = await db.query<{ n: number }>('select count(*)::int as n from custody where raw is not null and id = any($1)', [
    [...erased],
  ])
  expect(rows[0]?.n).toBe(0)
  expect(await offer(crew[0] as Member, crew[0]?.shelf.slice(-1) ?? [])).toMatchObject([{ id: erasedId, s: 'erased' }])
  await expect(crew[4]?.phone.sync()).rejects.toThrow('401')
  expect((await (crew[5] as Member).phone.sync({ [(crew[5] as Member).lane]: [1, 'x', 1] })).gone).toEqual([crew[5]?.lane])
  for (const member of crew.slice(0, 4)) expect(await sync(member)).toBe(false)
  await write(crew[2] as Member, 1) // the receipts go on where they were
})

test('records and summaries folded anew are those that were there', async () => {
  const before = [await recordsOf(), await summariesOf()]
  await db.end()
  await office.stop()
  const again = await tryOffice(env, ['restore', '--replace'])
  expect([again.code, again.said]).toEqual([0, expect.stringMatching(/^Replacing what is there: \d+ cases .*\nRestored from .*\n/)])
  await up()
  expect([await recordsOf(), await summariesOf()]).toEqual(before)
  expect(await missing(crew.slice(1, 5).flatMap((member) => member.shelf.map(({ id }) => id)))).toEqual([])
})

test('a database that holds an office is not replaced without being told', async () => {
  await db.end()
  await office.stop()
  const { code, said } = await tryOffice(env, ['restore'])
  expect([code, said]).toEqual([
    1,
    expect.stringMatching(
      /^This database already holds an office \(\d+ cases .* accounts\); restore into an empty one, or add --replace\.\n$/,
    ),
  ])
  await up()
})

test('without the log the phones notice, offer their shelves, and nothing is lost; erased stays erased', async () => {
  await down()
  await loseDatabase(data)
  renameSync(folder('recovery'), folder('away'))
  const restored = await tryOffice(env, ['restore'])
  expect([restored.code, restored.said]).toEqual([0, expect.stringContaining('the phones send it again')])
  await up()
  const phones = crew.slice(0, 4)
  const ids = phones.flatMap((member) => member.shelf.map(({ id }) => id))
  expect((await missing(ids)).length).toBeGreaterThanOrEqual(EACH)

  // Somebody writes into the gap first: the same numbers, other hashes.
  const [first, second] = [crew[0] as Member, crew[1] as Member]
  expect(await second.phone.send(aChange(first.lane, aId(), 'complaint', { text: 'I hullet' }))).toMatchObject([{ s: 'applied' }])
  // The same arrivals in the same order as before: the same numbers once more, and still another log.
  const third = crew[2] as Member
  await offer(third, third.shelf)
  const { receipts } = await third.phone.sync(third.cursors, [], third.receipts)
  expect(receipts).toMatchObject({ mode: 'reset', head: third.shelf.length })
  for (const member of phones) {
    expect(await sync(member)).toBe(true)
    await offer(member, member.shelf)
    await sync(member)
    expect(await sync(member)).toBe(false)
  }
  expect(await missing(ids)).toEqual([erasedId])
  expect(await offer(first, first.shelf.slice(-1))).toMatchObject([{ id: erasedId, s: 'erased' }])
  const closed = crew[5] as Member
  for (const result of await offer(closed, closed.shelf)) expect(result.s).toBe('erased')
  await expect(crew[4]?.phone.sync()).rejects.toThrow('401')
  expect(await wholeOffice()).toMatch(/^All is whole:/)
})

test('a log of the life before, found again later, is not mixed into this one', async () => {
  cpSync(folder('away'), folder('recovery'), { recursive: true })
  await db.end()
  await office.stop()
  const restored = await tryOffice(env, ['restore', '--replace'])
  expect([restored.code, restored.said]).toEqual([0, expect.stringContaining('Restored from the recovery log alone')])
  await up()
  const ids = crew.slice(0, 4).flatMap((member) => member.shelf.map(({ id }) => id))
  expect(await missing(ids)).toEqual([erasedId])
  expect(await wholeOffice()).toMatch(/^All is whole:/)
  for (const member of crew.slice(0, 4)) expect(await sync(member)).toBe(false)
})
