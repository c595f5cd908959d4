// How the office starts, dies and stands up again: real processes, a real database, real signals.

import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { laneOf } from '#domain/ids.ts'
import { startPostgres } from '#office/postgres.ts'
import { aChange, aId, aPhone, type Phone } from '../support/caller.ts'
import { aFilledDatabase, dataFolder, filledFolder, startOffice, type TestOffice, tryOffice } from '../support/office.ts'

let office: TestOffice
let marit: Phone

beforeAll(async () => {
  office = await startOffice({ today: '2026-11-23' })
  marit = await aPhone(office.url, 'marit')
})
afterAll(() => office?.remove())

const pidOf = (data: string): number => Number(readFileSync(join(data, 'pg', 'postmaster.pid'), 'utf8').split('\n')[0])
const isAlive = (pid: number): boolean => {
  try {
    return !/State:\s+Z/.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

test('a restart keeps everything', async () => {
  const lane = laneOf('case', aId())
  const change = aChange(lane, aId(), 'resident', { displayName: 'Blir Testesen' })
  await marit.send(change)
  const before = await marit.sync()
  expect(await office.stop()).toBe(0)
  await office.restart()
  const after = await marit.sync({}, [change.id])
  expect(after.rows).toEqual(before.rows)
  expect(after.done?.known).toMatchObject([{ id: change.id, s: 'applied' }])
})

test.each(['SIGTERM', 'SIGINT'] as const)('%s leaves no database behind', async (signal) => {
  const pid = pidOf(office.data)
  expect(isAlive(pid)).toBe(true)
  expect(await office.stop(signal)).toBe(0)
  expect(isAlive(pid)).toBe(false)
  await office.restart()
})

test('a signal in the very moment the door opens stops the office in order', async () => {
  await office.stop()
  const { code, said } = await tryOffice({ BOFAST_DATA: office.data }, [], 'SIGTERM')
  expect([code, said.includes('"code":"stopped"')]).toEqual([0, true])
  expect(existsSync(join(office.data, 'pg', 'postmaster.pid'))).toBe(false)
  await office.restart()
})

test('an open event stream does not hold up the end', async () => {
  const stream = await fetch(`${office.url}/v1/pokes`, { headers: await marit.proof('GET', '/v1/pokes') })
  expect(stream.status).toBe(200)
  expect(await office.stop()).toBe(0)
  await stream.text() // ended in order; one that is cut when patience is over cannot be read to its end
  await office.restart()
})

test('after kill -9 the next start adopts the database, and what was acknowledged is there', async () => {
  const lane = laneOf('case', aId())
  const change = aChange(lane, aId(), 'resident', { displayName: 'Drept Testesen' })
  expect(await marit.send(change)).toMatchObject([{ s: 'applied' }])
  const pid = pidOf(office.data)
  await office.kill()
  expect(isAlive(pid)).toBe(true)
  await office.restart()
  expect(pidOf(office.data)).toBe(pid)
  expect((await marit.sync({}, [change.id])).done?.known).toMatchObject([{ id: change.id, s: 'applied' }])
})

test('a second office on the same folder is refused in plain words, and the first goes on', async () => {
  const second = await tryOffice({ BOFAST_DATA: office.data })
  expect([second.code, second.said]).toEqual([
    1,
    `Another office is already running on ${office.data}; stop it first, or set BOFAST_DATA to another folder.\n`,
  ])
  expect((await marit.sync()).done).toBeDefined()
})

test('a pid file left by a machine that went down is no hindrance', async () => {
  const data = dataFolder()
  const first = await startPostgres(data)
  await first.stop()
  writeFileSync(join(data, 'pg', 'postmaster.pid'), `${process.pid}\n${data}/pg\n0\n5432\n\n127.0.0.1\n`)
  const again = await startPostgres(data)
  await again.stop()
  rmSync(data, { recursive: true })
})

test('a database already here may be another’s to run: DATABASE_URL, two offices on it, and a wrong address', async () => {
  const database = await aFilledDatabase('2026-11-23')
  const one = await startOffice({ env: database.env })
  const two = await startOffice({ env: database.env })
  const phone = await aPhone(one.url, 'jon')
  const lane = laneOf('case', aId())
  await phone.send(aChange(lane, aId(), 'resident', { displayName: 'To Testesen' }))
  const db = new pg.Client({ connectionString: database.url })
  await db.connect()
  const { rows } = await db.query(`select count(*)::int as accounts from bofast.account`)
  expect(rows[0].accounts).toBe(3)
  await db.end()
  await one.remove()
  await two.remove()
  await database.remove()
  const data = dataFolder()
  const gone = await tryOffice({ DATABASE_URL: database.url, BOFAST_DATA: data })
  expect([gone.code, gone.said]).toEqual([1, 'The database of DATABASE_URL cannot be reached (ECONNREFUSED).\n'])
  rmSync(data, { recursive: true })
})

test('a key that is not there is answered 503 and nothing is held', async () => {
  const data = dataFolder()
  const other = await startOffice({ data, today: '2026-11-23' })
  const phone = await aPhone(other.url, 'marit')
  await other.stop()
  const file = join(data, 'server-key.json')
  const kept = readFileSync(file, 'utf8')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  rmSync(file)
  await other.restart()
  const change = aChange(laneOf('case', aId()), aId(), 'resident', { displayName: 'x' })
  const answer = await phone.drop([await phone.seal(change)])
  expect([answer.status, answer.json]).toEqual([503, { ok: false, code: 'key-unavailable' }])
  expect(answer.headers.get('Retry-After')).toMatch(/^[3-7]$/)
  await other.stop()
  writeFileSync(file, kept)
  await other.restart()
  expect(await phone.send(change)).toMatchObject([{ s: 'applied', rseq: 1 }])
  await other.remove()
  rmSync(data, { recursive: true })
})

test('the demo is filled once, and anew only when asked', async () => {
  const data = dataFolder()
  const first = await startOffice({ data, today: '2026-11-23' })
  const count = (text: string) => text.match(/(phone|desk ) {2}/g)?.length
  expect(count(first.printed())).toBe(3)
  await first.stop()
  await first.restart()
  const phone = await aPhone(first.url, 'marit')
  const lanes = (await phone.sync()).lanes.size
  await first.stop()
  const fresh = await tryOffice({ BOFAST_DATA: data }, ['--demo-fresh'])
  expect([fresh.code, fresh.said]).toEqual([0, 'The demo is filled anew, with dates from today. Start the office with: npm start\n'])
  await first.restart()
  expect((await (await aPhone(first.url, 'marit')).sync()).lanes.size).toBe(lanes)
  await first.remove()
  rmSync(data, { recursive: true })
})

test('when every visit of the demo is behind, the office says how to renew it', async () => {
  await office.stop()
  const late = await startOffice({ data: office.data, today: '2030-01-01' })
  expect(late.printed()).toContain('npm run demo:fresh')
  await late.stop()
  await office.restart()
})

test('each fault at the start is one plain sentence and exit code 1', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await new Promise((done) => taken.once('listening', done))
  const address = taken.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const closed = join(dataFolder(), 'closed')
  mkdirSync(closed)
  chmodSync(closed, 0o500)
  writeFileSync(`${closed}-file`, '')
  const faults: [Record<string, string>, string][] = [
    [{ PORT: 'abc' }, 'PORT must be a whole number from 0 to 65535.\n'],
    [{ BOFAST_TODAY: '2026-02-30' }, 'BOFAST_TODAY must be a day like 2026-11-22.\n'],
    [
      { BOFAST_DEMO: 'yes', DATABASE_URL: 'mysql://x' },
      'DATABASE_URL must look like postgres://user:password@host:5432/database.\nBOFAST_DEMO must be on or off.\n',
    ],
    [{ BOFAST_DATA: `${closed}-file` }, `The folder ${closed}-file cannot be written to (EEXIST); make it writable or set BOFAST_DATA.\n`],
  ]
  for (const [env, said] of faults) expect(await tryOffice({ BOFAST_DATA: dataFolder(), ...env })).toEqual({ code: 1, said })
  const data = await filledFolder('2026-11-23')
  const busy = await tryOffice({ BOFAST_DATA: data, PORT: String(port) })
  expect([busy.code, busy.said]).toEqual([1, `Port ${port} is taken; stop what uses it, or set PORT to another.\n`])
  expect(() => pidOf(data)).toThrow()
  taken.close()
})

test.runIf(process.getuid?.() === 0)('as root, a folder under a closed one is refused in plain words', async () => {
  const parent = dataFolder()
  chmodSync(parent, 0o700)
  const { code, said } = await tryOffice({ BOFAST_DATA: join(parent, 'data') })
  expect(code).toBe(1)
  expect(said).toBe(
    `The database cannot run in ${join(parent, 'data')}: ${parent} is closed to other users than root (chmod 711 it, or set BOFAST_DATA).\n`,
  )
})

test('the database listens on this machine only, and its password is nobody else’s to read', () => {
  expect(statSync(join(office.data, 'pg-password')).mode & 0o077).toBe(0)
  const port = readFileSync(join(office.data, 'pg', 'postmaster.pid'), 'utf8').split('\n')[3]
  const hex = Number(port).toString(16).toUpperCase().padStart(4, '0')
  const listening = execFileSync('cat', ['/proc/net/tcp'], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(`:${hex} 00000000:0000 0A`))
  expect(listening.length).toBe(1)
  expect(listening[0]).toContain(`0100007F:${hex}`)
})
