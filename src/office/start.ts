// Puts the office together: database, migrations, key, demo, door. Everything that can be expected to go wrong ends as
// a Fault with one plain sentence, and whatever was started before it is stopped again.

import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { LocalDate } from '#domain/ids.ts'
import { officeApp } from './app.ts'
import { retryLater } from './awaiting.ts'
import { selfCheck } from './check.ts'
import type { Config } from './config.ts'
import { openPool, type Pool } from './db.ts'
import { prepareDemo } from './demo-start.ts'
import { codeOf, Fault } from './fault.ts'
import { erasePastDay } from './keeping/past-day.ts'
import { forgetKept, heedLedger, type Keeping, openKeeping, refuseLost, warnOfSameDisk } from './keeping/place.ts'
import { log } from './log.ts'
import { officeId, readMeta } from './meta.ts'
import { dropEverything, migrate } from './migrate.ts'
import { type Office, todayIn } from './office.ts'
import { type Pokes, startPokes } from './pokes.ts'
import { startPostgres } from './postgres.ts'
import { makeFolder } from './postgres-binaries.ts'
import { forgetOldNonces } from './proof.ts'
import { loadServerKey } from './server-key.ts'
import { settleAllLate, settleBehind } from './settle.ts'

export interface Running {
  readonly office: Office
  readonly port: number
  readonly stop: () => Promise<void>
}

type Stop = () => Promise<void>
const DRAIN_MS = 8000
const SWEEP_MS = 50
const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** Connections for what phones send, beside the ten for everything else. */
const QUICK = 4

export function startOffice(config: Config): Promise<Running> {
  return opened((stops) => open(config, stops))
}

/** `--demo-fresh`: everything of the demo goes and is filled anew; no door is opened. */
export async function refillDemo(config: Config): Promise<void> {
  const { stop } = await opened(async (stops) => {
    const { office, keeping } = await openOffice(config, stops)
    await prepareDemo(office)
    await keeping.catchUp()
    return { office }
  })
  await stop()
}

/** Whatever was started before a fault is stopped again. */
async function opened<T>(work: (stops: Stop[]) => Promise<T>): Promise<T & { readonly stop: () => Promise<void> }> {
  const stops: Stop[] = []
  const stop = async (): Promise<void> => {
    for (const end of stops.splice(0).reverse()) await end()
  }
  try {
    return { ...(await work(stops)), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Each thing that is opened puts its end on the list; they are ended in reverse, the database last. */
async function open(config: Config, stops: Stop[]): Promise<Omit<Running, 'stop'>> {
  const { hub, office, keeping } = await openOffice(config, stops)
  const sweeper = setInterval(() => void forgetOldNonces(office).catch(() => undefined), MINUTE).unref()
  stops.push(async () => clearInterval(sweeper))
  await heedLedger(office)
  await prepareDemo(office)
  await retryLater(office)
  await settleBehind(office)
  await keeping.catchUp()
  stops.push(() => settleAllLate(office))
  const server = createServer(getRequestListener(officeApp(office, hub).fetch))
  stops.push(() => closeServer(server, hub))
  const port = await listen(server, config)
  log('listening', { count: port })
  warnOfSameDisk(config)
  stops.push(checkHourly(office))
  return { office, port }
}

interface Opened {
  readonly hub: Pokes
  readonly office: Office
  readonly keeping: Keeping
}

async function openOffice(config: Config, stops: Stop[]): Promise<Opened> {
  makeFolder(config.data, process.getuid?.() === 0 ? 0o711 : 0o700)
  const url = await databaseUrl(config, stops)
  const pool = openPool(url)
  stops.push(() => pool.end())
  await prepareTables(pool, config)
  const quick = openPool(url, { max: QUICK, isPipelined: true })
  stops.push(() => quick.end())
  const key = await loadServerKey(config.serverKeyFile)
  const id = await officeId(pool)
  const keeping = await openKeeping({ config, url, pool, key, office: id })
  stops.push(keeping.close)
  const hub = startPokes(pool, id)
  stops.push(() => hub.close())
  const isDemo = config.isDemo && (await isDemoOrEmpty(pool))
  const { keep, ledger } = keeping
  const office = { id, pool, quick, key, config, isDemo, today: () => todayIn(config), moved: hub.moved, keep, ledger }
  return { hub, office, keeping }
}

async function databaseUrl(config: Config, stops: Stop[]): Promise<string> {
  if (config.databaseUrl) return config.databaseUrl
  const own = await startPostgres(config.data)
  stops.push(own.stop)
  return own.url
}

async function prepareTables(pool: Pool, config: Config): Promise<void> {
  try {
    await migrate(pool)
  } catch (error) {
    throw databaseFault(error)
  }
  const isUnfinished = config.isDemo && (await isHalfFilled(pool))
  if (!config.isDemoFresh && !isUnfinished) return (await isEmpty(pool)) ? refuseLost(config) : undefined
  if (!(await isDemoOrEmpty(pool))) throw new Fault('This office is not a demo: nothing was dropped and nothing was filled.')
  await forgetKept(config, await readMeta(pool, 'office'))
  await dropEverything(pool)
  await migrate(pool)
}

/** The address is not repeated: it holds a password. */
function databaseFault(error: unknown): unknown {
  const code = codeOf(error) ?? (error instanceof AggregateError ? codeOf(error.errors[0]) : undefined)
  if (code === undefined) return new Fault('The database of DATABASE_URL does not answer.')
  if (/^E[A-Z_]+$/.test(code)) return new Fault(`The database of DATABASE_URL cannot be reached (${code}).`)
  if (/^(28|3D)/.test(code)) return new Fault(`The database of DATABASE_URL refuses the sign-in or does not exist (${code}).`)
  if (code === '42501') return new Fault('The user of DATABASE_URL may not make a schema in that database (42501).')
  return new Fault(`The tables of the office could not be made (${code}).`)
}

async function isDemoOrEmpty(pool: Pool): Promise<boolean> {
  if ((await readMeta<boolean>(pool, 'is-demo')) === true) return true
  return isEmpty(pool)
}

const isEmpty = async (pool: Pool): Promise<boolean> => (await pool.query('select 1 from account limit 1')).rowCount === 0

/** A filling that was cut short, before anybody used it, is begun again from nothing. */
async function isHalfFilled(pool: Pool): Promise<boolean> {
  if ((await readMeta<boolean>(pool, 'demo-filling')) !== true) return false
  return (await pool.query('select 1 from enrolment limit 1')).rowCount === 0
}

/** At once and then hourly, beside the work; gives its end. Once a day what is past its day is destroyed. */
function checkHourly(office: Office): Stop {
  let isOver = false
  let running: Promise<void> = Promise.resolve()
  let clearedOn: LocalDate | undefined
  const tidy = async (): Promise<void> => {
    const today = office.today()
    if (today !== clearedOn && (await erasePastDay(office, () => isOver))) clearedOn = today
  }
  const look = (): void => {
    running = running
      .then(() => lookThrough(office, () => isOver))
      .then(tidy)
      .catch((error) => log('internal', { cause: codeOf(error) ?? 'CHECK' }))
  }
  look()
  const timer = setInterval(look, HOUR).unref()
  return async () => {
    isOver = true
    clearInterval(timer)
    await running
  }
}

async function lookThrough(office: Office, isOver: () => boolean): Promise<void> {
  await settleBehind(office, isOver)
  await selfCheck(office.pool, isOver)
}

function listen(server: Server, config: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(portFault(error, config)))
    server.listen(config.port, config.host, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : config.port)
    })
  })
}

function portFault(error: unknown, { port, host }: Config): Fault {
  const code = codeOf(error)
  if (code === 'EADDRINUSE') return new Fault(`Port ${port} is taken; stop what uses it, or set PORT to another.`)
  if (code === 'EACCES') return new Fault(`Port ${port} may not be used by this user; set PORT to one above 1023.`)
  return new Fault(`The office cannot listen on ${host}:${port} (${code ?? 'unknown'}).`)
}

/** No new calls, open streams ended, running calls finished, then whoever still hangs on is cut. */
async function closeServer(server: Server, hub: Pokes): Promise<void> {
  if (!server.listening) return
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  hub.quiet()
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS) // a call that ends leaves its connection open
  const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS)
  await closed
  clearInterval(sweep)
  clearTimeout(cut)
}
