// The recovery log, the ledger and the backups from inside: what is on disk when, what is shared, what is tolerated and
// what is noticed. Real PostgreSQL, real files, the office in this process.

import { appendFileSync, readdirSync, readFileSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { type Id, laneOf } from '#domain/ids.ts'
import { createAccount } from '#office/accounts.ts'
import { type Config, readConfig } from '#office/config.ts'
import { take } from '#office/custody.ts'
import { openPool } from '#office/db.ts'
import { backUp } from '#office/keeping/backup.ts'
import { startKeeper } from '#office/keeping/kept.ts'
import { openLedger, readLedger } from '#office/keeping/ledger.ts'
import { logFilesIn, type RecoveryLog, readLogFile } from '#office/keeping/recovery-log.ts'
import { backupsIn, rotate, verifiedIn } from '#office/keeping/safe.ts'
import { startSchedule } from '#office/keeping/schedule.ts'
import { tablesOf } from '#office/keeping/tables.ts'
import { readMeta } from '#office/meta.ts'
import type { Office } from '#office/office.ts'
import { type Running, startOffice } from '#office/start.ts'
import { aChange, aId } from '../support/caller.ts'
import { aDatabase, dataFolder, type TestDatabase } from '../support/office.ts'

const data = dataFolder()
let database: TestDatabase
let config: Config
let running: Running
let office: Office
let user: Id

beforeAll(async () => {
  database = await aDatabase()
  const env = { DATABASE_URL: database.url, BOFAST_DATA: data, BOFAST_RECOVERY: join(data, 'recovery'), BOFAST_DEMO: 'off', PORT: '0' }
  config = readConfig(env, [], process.cwd())
  running = await startOffice(config)
  office = running.office
  user = await createAccount(office, 'arbeider', 'et langt passord', ['followup_worker'])
})
afterAll(async () => {
  await running?.stop()
  await database?.remove()
  rmSync(data, { recursive: true, force: true })
})
beforeEach(() => {
  vi.restoreAllMocks()
})

const write = async (text = 'Ord'): Promise<Id> => {
  const change = aChange(laneOf('case', aId()), aId(), 'resident', { displayName: text })
  expect(await take(office, { id: change.id, user, raw: JSON.stringify(change), change }, new Set())).toMatchObject({
    result: { s: 'applied' },
  })
  return change.id
}
/** Every row that can be read from the log's files, as they lie on disk now. */
async function inLog(): Promise<string> {
  const rows: string[] = []
  for (const file of await logFilesIn(join(data, 'recovery')))
    for await (const frame of readLogFile(file, office.key, () => undefined))
      rows.push(...(frame.rows ?? []).map(([table, row]) => `${table} ${row}`))
  return rows.join('\n')
}
const handles = async () => {
  const handle = await open(join(data, 'probe'), 'w')
  const proto: { sync: () => Promise<void> } = Object.getPrototypeOf(handle)
  await handle.close()
  return vi.spyOn(proto, 'sync')
}

test('what is promised is on disk when keep resolves, sealed, and synced once for all who came together', async () => {
  const ids = await Promise.all(Array.from({ length: 20 }, () => write('Hemmelig Testesen')))
  const syncs = await handles()
  await Promise.all(ids.map((id) => office.keep({ custody: [id] })))
  expect(syncs.mock.calls.length).toBeGreaterThan(0)
  expect(syncs.mock.calls.length).toBeLessThanOrEqual(4)
  const log = await inLog()
  for (const id of ids)
    for (const table of ['custody', 'verdict', 'change']) expect(log).toContain(`${table} (${table === 'change' ? '' : id}`)
  for (const id of ids) expect(log).toContain(id)
  for (const { path } of await logFilesIn(join(data, 'recovery'))) expect(readFileSync(path).includes('Hemmelig')).toBe(false)
})

test('every call of keep that has something to keep waits for its own sync', async () => {
  const syncs = await handles()
  for (let i = 0; i < 3; i += 1) {
    const id = await write()
    const before = syncs.mock.calls.length
    await office.keep({ custody: [id] })
    expect(syncs.mock.calls.length).toBeGreaterThan(before)
  }
})

test('a transaction that began earlier and committed later is not missed', async () => {
  const slow = await office.pool.connect()
  const [late, early] = [aId(), aId()]
  const sql = `insert into custody (id, office, user_id, digest, raw) values ($1, $2, $3, '', '')`
  await slow.query('begin')
  await slow.query(sql, [late, office.id, user])
  await office.pool.query(sql, [early, office.id, user])
  await office.keep({})
  expect((await inLog()).includes(early)).toBe(true)
  await slow.query('commit')
  slow.release()
  await office.keep({})
  expect((await inLog()).includes(late)).toBe(true)
})

test('what was committed and not kept when the office was killed is kept before the door opens again', async () => {
  const id = await write()
  expect((await inLog()).includes(id)).toBe(false)
  const next = await startOffice(config)
  expect((await inLog()).includes(id)).toBe(true)
  await next.stop()
})

test('when the log cannot be written, keep fails, and the next one keeps it after all', async () => {
  const written: string[] = []
  let isFull = true
  const log: RecoveryLog = {
    write: async (frame) => {
      if (isFull) throw Object.assign(new Error('full'), { code: 'ENOSPC' })
      written.push(JSON.stringify(frame))
    },
    close: async () => undefined,
  }
  const pool = openPool(database.url, { max: 1, isLazy: true })
  const keeper = startKeeper({
    pool,
    ledger: { write: async () => undefined, close: async () => undefined },
    log,
    onChanges: () => undefined,
  })
  const id = await write()
  await expect(keeper.keep()).rejects.toMatchObject({ code: 'ENOSPC' })
  isFull = false
  await keeper.keep()
  expect(written.join('')).toContain(id)
  await keeper.close()
})

test('whoever comes while a round is under way waits for the next one, which has what they committed', async () => {
  const written: string[] = []
  const gate = Promise.withResolvers<void>()
  const begun = Promise.withResolvers<void>()
  const log: RecoveryLog = {
    write: async (frame) => {
      begun.resolve()
      await gate.promise
      written.push(JSON.stringify(frame))
    },
    close: async () => undefined,
  }
  const pool = openPool(database.url, { max: 1, isLazy: true })
  const keeper = startKeeper({
    pool,
    ledger: { write: async () => undefined, close: async () => undefined },
    log,
    onChanges: () => undefined,
  })
  await write()
  const first = keeper.keep()
  await begun.promise
  const id = await write()
  const second = keeper.keep().then(() => written.join('').includes(id))
  gate.resolve()
  await first
  expect(await second).toBe(true)
  await keeper.close()
})

test('a backup begins by itself after so many changes, one at a time, and a failed one is tried again', async () => {
  const outcomes = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  let begun = 0
  const schedule = startSchedule(config.backups, 10, () => {
    begun += 1
    return outcomes[begun - 1]?.promise ?? Promise.resolve()
  })
  schedule.count(9)
  expect(begun).toBe(0)
  schedule.count(1)
  schedule.count(30)
  expect(begun).toBe(1)
  outcomes[0]?.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }))
  await expect
    .poll(() => {
      schedule.count(1)
      return begun
    })
    .toBe(2)
  let isStopped = false
  const stopped = schedule.stop().then(() => {
    isStopped = true
  })
  expect(isStopped).toBe(false)
  outcomes[1]?.resolve()
  await stopped
  schedule.count(100)
  expect(begun).toBe(2)
})

test('a last entry that was cut short by a power cut is tolerated; one that was changed is not', async () => {
  await write()
  await office.keep({})
  const file = (await logFilesIn(join(data, 'recovery'))).at(-1)
  if (!file) throw new Error('there is a log')
  const whole = readFileSync(file.path)
  const torn: string[] = []
  const read = async () => {
    for await (const _ of readLogFile(file, office.key, (path) => torn.push(path)));
  }
  truncateSync(file.path, whole.length - 5)
  await read()
  expect(torn).toEqual([file.path])
  const changed = Buffer.from(whole)
  changed[whole.indexOf('\n') + 30] = (changed[whole.indexOf('\n') + 30] ?? 0) ^ 1
  writeFileSync(file.path, changed)
  await expect(read()).rejects.toThrow('is damaged; nothing was restored')
  writeFileSync(file.path, whole)
})

test('the ledger shows a changed line and a missing file, and forgives a last line without its end', async () => {
  const folder = join(data, 'ledger-alone')
  const entries = Array.from({ length: 3 }, () => ({ what: 'disable' as const, user: aId() }))
  for (const entry of entries) {
    const ledger = await openLedger(folder, office.id)
    await ledger.write([entry])
    await ledger.write([entry])
    await ledger.close()
  }
  expect(readLedger(folder, office.id).filter(({ what }) => what === 'disable')).toEqual(entries)
  expect(readLedger(folder, aId())).toEqual([])
  const paths = readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
  const [first = '', second = ''] = paths
  const text = readFileSync(first, 'utf8')
  appendFileSync(first, '0123 {"at":')
  expect(readLedger(folder, office.id).length).toBe(6)
  writeFileSync(first, text.replace(entries[0]?.user ?? '', aId()))
  expect(() => readLedger(folder, office.id)).toThrow(`The ledger ${first} is not as it was written; restore it from a copy.`)
  writeFileSync(first, text)
  rmSync(second)
  expect(() => readLedger(folder, office.id)).toThrow('is not as it was written')
})

test('every lasting table is in a backup; what only lives for a moment is not', async () => {
  const { rows } = await office.pool.query<{ name: string }>(`select tablename as name from pg_tables where schemaname = 'bofast'`)
  const names = (await tablesOf(office.pool)).map(({ name }) => name)
  expect([...names, 'migration', 'nonce'].sort()).toEqual(rows.map(({ name }) => name).sort())
})

const place = async () => ({
  ...{ url: database.url, pool: office.pool, key: office.key, office: office.id, folder: config.backups, recovery: config.recovery },
  epoch: (await readMeta<Id>(office.pool, 'recovery-epoch')) ?? aId(),
})
const safeOf = async (enrol: Id) =>
  (await office.pool.query<{ rseq: number }>('select rseq from safe_mark where enrol = $1', [enrol])).rows[0]?.rseq

test('safe moves to what the second newest verified backup holds, never because of one that was not found whole', async () => {
  const enrol = aId()
  await office.pool.query(
    `insert into enrolment (id, office, user_id, name, kid, wrapped_iv, wrapped_ct, cookie_hash, rhash) values ($1, $2, $3, '', 1, '', '', '', $4)`,
    [enrol, office.id, user, '0'.repeat(64)],
  )
  const send = async () => {
    const change = aChange(laneOf('case', aId()), aId(), 'resident', { displayName: 'x' })
    await take(office, { id: change.id, user, enrol, raw: JSON.stringify(change), change }, new Set())
    return change
  }
  await send()
  await backUp(await place())
  expect(await safeOf(enrol)).toBeUndefined()
  const change = await send()
  await backUp(await place())
  expect(await safeOf(enrol)).toBe(1)

  const { rows } = await office.pool.query<{ body: string }>('select body from change where id = $1', [change.id])
  await office.pool.query(`update change set body = body || ' ' where id = $1`, [change.id])
  const files = backupsIn(config.backups)
  await expect(backUp(await place())).rejects.toThrow(/holds 1 broken chains/)
  expect(backupsIn(config.backups)).toEqual(files)
  expect(await safeOf(enrol)).toBe(1)
  await office.pool.query('update change set body = $2 where id = $1', [change.id, rows[0]?.body])

  rmSync(files[0] ?? '') // the newest is gone: it counts no more
  await backUp(await place())
  expect(await safeOf(enrol)).toBe(1)
  await backUp(await place())
  expect(await safeOf(enrol)).toBe(2)
})

test('backups older than 35 days go, but the two newest that were found whole stay', async () => {
  const before = verifiedIn(config.backups).map(({ path }) => path)
  expect(before.length).toBeGreaterThan(2)
  const old = new Date(Date.now() - 36 * 86_400_000)
  for (const path of before) utimesSync(path, old, old)
  rotate(config.backups)
  expect(verifiedIn(config.backups).map(({ path }) => path)).toEqual(before.slice(0, 2))
  expect(backupsIn(config.backups).length).toBe(2)
})

test('the ledger is heeded at every start: what was revoked, ended or disabled before the database was set back is so again', async () => {
  const enrol = aId()
  await office.pool.query(
    `insert into enrolment (id, office, user_id, name, kid, wrapped_iv, wrapped_ct, cookie_hash, rhash, revoked_at)
     values ($1, $2, $3, '', 1, '', '', '', $4, now())`,
    [enrol, office.id, user, '0'.repeat(64)],
  )
  const { rows } = await office.pool.query<{ lane: string }>('select lane from access where user_id = $1 and ended_at is null limit 1', [
    user,
  ])
  const lane = rows[0]?.lane
  await office.pool.query('update access set ended_at = now() where user_id = $1 and lane = $2', [user, lane])
  await office.keep({})
  const db = new pg.Client({ connectionString: database.url, options: '-c search_path=bofast' })
  await db.connect()
  await db.query('update enrolment set revoked_at = null where id = $1', [enrol])
  await db.query('update access set ended_at = null where user_id = $1 and lane = $2', [user, lane])
  const next = await startOffice(config)
  const after = await db.query(
    `select (select revoked_at is not null from enrolment where id = $1) as revoked,
       (select ended_at is not null from access where user_id = $2 and lane = $3) as ended`,
    [enrol, user, lane],
  )
  expect(after.rows).toEqual([{ revoked: true, ended: true }])
  await db.end()
  await next.stop()
})
