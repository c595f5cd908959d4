// The real office for tests: `node src/office.ts` as a child process on a random port with a data folder of its own.
// Vitest and Playwright use the same one. `aDatabase` gives a contract test an empty PostgreSQL without an office.

import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startPostgres } from '#office/postgres.ts'
import { fillFromTemplate } from './templates.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const READY_MS = 180_000

export interface TestOffice {
  readonly url: string
  readonly data: string
  readonly pid: () => number | undefined
  /** Everything the office has printed, over all its lives. */
  readonly printed: () => string
  /** SIGTERM unless told otherwise, and waits; resolves to the exit code. The data folder stays until `remove`. */
  readonly stop: (signal?: 'SIGTERM' | 'SIGINT') => Promise<number | null>
  /** kill -9: its database lives on as an orphan. */
  readonly kill: () => Promise<void>
  /** Starts it again on the same folder and port. */
  readonly restart: () => Promise<void>
  /** Stops it if it runs, ends an orphaned database, and removes the folder. */
  readonly remove: () => Promise<void>
}

export interface OfficeOptions {
  readonly today?: string
  readonly env?: Readonly<Record<string, string>>
  /** An existing data folder; else a fresh one. */
  readonly data?: string
}

/** mkdtemp makes 0700, which the database's own user could not pass when the tests run as root. */
export function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bofast-'))
  chmodSync(folder, 0o711)
  return folder
}

/** The folder of an office that has been filled and stopped. */
export async function filledFolder(today: string): Promise<string> {
  const data = dataFolder()
  await fillOnce(data, { today })
  return data
}

export async function startOffice(options: OfficeOptions = {}): Promise<TestOffice> {
  const data = options.data ?? dataFolder()
  await fillOnce(data, options)
  let printed = ''
  let child: ChildProcess | undefined
  const begin = async (port: number): Promise<number> => {
    const life = spawnOffice({ ...envOf(options, data), PORT: String(port) })
    child = life.child
    try {
      return await life.listening
    } finally {
      printed += life.printed()
      life.onPrint((text) => {
        printed += text
      })
    }
  }
  const port = await begin(0)
  const stop: TestOffice['stop'] = (signal = 'SIGTERM') => ended(child, signal)
  const kill = async () => {
    await ended(child, 'SIGKILL')
  }
  return {
    url: `http://127.0.0.1:${port}`,
    data,
    pid: () => child?.pid,
    printed: () => printed,
    stop,
    kill,
    restart: async () => {
      await begin(port)
    },
    remove: async () => {
      await stop()
      // Stopped in order it has taken its database with it; killed, it has left one behind.
      if (existsSync(join(data, 'pg', 'postmaster.pid'))) await (await startPostgres(data)).stop()
      if (!options.data) rmSync(data, { recursive: true, force: true })
    },
  }
}

/** In an empty folder the demo of this day is filled once for everybody who asks for it; an office with a word more fills itself. */
async function fillOnce(data: string, { today, env }: OfficeOptions): Promise<void> {
  if (today === undefined || env !== undefined || data.startsWith(process.env.BOFAST_TEMPLATES ?? '\0') || readdirSync(data).length > 0)
    return
  await fillFromTemplate(data, `office-${today}`, async (into) => void (await (await startOffice({ today, data: into })).stop()))
}

/** What every office of the tests needs; its code is made ready once in a run (Node's own cache), not at each start. */
const baseEnv = (): Record<string, string> => ({
  PATH: process.env.PATH ?? '',
  ...(process.env.BOFAST_TEMPLATES ? { NODE_COMPILE_CACHE: join(process.env.BOFAST_TEMPLATES, 'code') } : {}),
})
const envOf = ({ today, env }: OfficeOptions, data: string): Record<string, string> => ({
  ...baseEnv(),
  BOFAST_DATA: data,
  ...(today ? { BOFAST_TODAY: today } : {}),
  ...env,
})

interface Life {
  readonly child: ChildProcess
  readonly listening: Promise<number>
  readonly printed: () => string
  readonly onPrint: (more: (text: string) => void) => void
}

function spawnOffice(env: Record<string, string>): Life {
  const child = spawn(process.execPath, [join(ROOT, 'src', 'office.ts')], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let printed = ''
  let more = (text: string): void => {
    printed += text
  }
  const listening = new Promise<number>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`the office did not start: ${printed}`)), READY_MS)
    const hear = (chunk: Buffer): void => {
      more(chunk.toString())
      const port = /"code":"listening","count":(\d+)/.exec(printed)?.[1]
      if (!port || !printed.includes('Bofast runs at')) return
      clearTimeout(timer)
      resolve(Number(port))
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', (code) => {
      clearTimeout(timer)
      reject(new Error(`the office ended with ${code}: ${printed}`))
    })
  })
  const onPrint = (next: (text: string) => void): void => {
    more = next
  }
  return { child, listening, printed: () => printed, onPrint }
}

/**
 * Runs an office that is expected to end by itself, or at the signal it gets in the moment its door opens; gives its
 * exit code and everything it said.
 */
export async function tryOffice(
  env: Readonly<Record<string, string>>,
  flags: readonly string[] = [],
  signal?: 'SIGTERM' | 'SIGINT',
): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [join(ROOT, 'src', 'office.ts'), ...flags], {
    cwd: ROOT,
    env: { ...baseEnv(), PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  let isSignalled = false
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (!signal || isSignalled || !said.includes('"code":"listening"')) return
      isSignalled = true
      child.kill(signal)
    })
  const timer = setTimeout(() => child.kill('SIGKILL'), READY_MS)
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  clearTimeout(timer)
  return { code, said }
}

async function ended(child: ChildProcess | undefined, signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): Promise<number | null> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null
  const gone = new Promise<number | null>((resolve) => child.once('exit', resolve))
  child.kill(signal)
  return gone
}

/** The address of the database an office runs on, for a look into it. */
export const databaseOf = async (data: string): Promise<string> => (await startPostgres(data, true)).url

/** A look into an office's tables; a database that is stopped under it is no fault of the test. */
export function poolOn(url: string): pg.Pool {
  const db = new pg.Pool({ connectionString: url, options: '-c search_path=bofast' })
  db.on('connect', (client) => client.on('error', () => undefined))
  db.on('error', () => undefined)
  return db
}

/** The database's folder is gone, as after a dead disk. The office is down by then. */
export async function loseDatabase(data: string): Promise<void> {
  await (await startPostgres(data)).stop()
  rmSync(join(data, 'pg'), { recursive: true })
}

export interface TestDatabase {
  readonly url: string
  readonly remove: () => Promise<void>
}

/** An empty PostgreSQL of its own, for one test file. */
export async function aDatabase(): Promise<TestDatabase> {
  const data = dataFolder()
  await fillFromTemplate(data, 'database', async (into) => (await startPostgres(into)).stop())
  return databaseIn(data)
}

async function databaseIn(data: string): Promise<TestDatabase> {
  const own = await startPostgres(data)
  return {
    url: own.url,
    remove: async () => {
      await own.stop()
      rmSync(data, { recursive: true, force: true })
    },
  }
}

export interface FilledDatabase extends TestDatabase {
  /** For the office that is to run on it. */
  readonly env: Readonly<Record<'DATABASE_URL' | 'BOFAST_SECRET', string>>
}

/** A PostgreSQL of its own that an office has filled with the demo of this day. */
export async function aFilledDatabase(today: string): Promise<FilledDatabase> {
  const data = await filledFolder(today)
  const database = await databaseIn(data)
  return { ...database, env: { DATABASE_URL: database.url, BOFAST_SECRET: join(data, 'server-key.json') } }
}
