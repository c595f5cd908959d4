// What the office may be told from outside: environment variables and flags, checked once at the start, with one plain
// sentence for each fault. Nothing secret has a default: keys and passwords are generated into the data folder.

import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'
import { isLocalDate, type LocalDate } from '#domain/ids.ts'
import { Fault } from './fault.ts'

export interface Config {
  /** 0 = any free port. */
  readonly port: number
  readonly host: string
  /** Where the database's folder, the server key and later backups lie. */
  readonly data: string
  /** A PostgreSQL of one's own; undefined = the office starts its own. */
  readonly databaseUrl: string | undefined
  readonly serverKeyFile: string
  /** The built app. */
  readonly dist: string
  readonly isDemo: boolean
  readonly isDemoFresh: boolean
  /** A fixed civil day, for demonstrations and tests. */
  readonly today: LocalDate | undefined
  /** Where every promised row also lies; undefined: the database has other protection. */
  readonly recovery: string | undefined
  readonly ledger: string
  readonly backups: string
  /** A backup after so many changes; undefined: only when asked for. */
  readonly backupEvery: number | undefined
  readonly command: Command
}

/** What the process is started for. */
export type Command =
  | { readonly do: 'serve' }
  | { readonly do: 'demo-fresh' }
  | { readonly do: 'check' }
  | { readonly do: 'backup'; readonly to: string | undefined }
  | { readonly do: 'restore'; readonly from: string | undefined; readonly isReplacing: boolean; readonly withoutLog: boolean }

export type Environment = Readonly<Record<string, string | undefined>>
type Check<T> = { readonly value: T } | { readonly fault: string }

/** Throws one Fault that names every variable that is wrong. `root` is the checkout. */
export function readConfig(env: Environment, flags: readonly string[], root: string): Config {
  const checks = {
    ...{ port: portOf(env.PORT), url: urlOf(env.DATABASE_URL), demo: demoOf(env.BOFAST_DEMO), today: todayOf(env.BOFAST_TODAY) },
    ...{ every: everyOf(env.BOFAST_BACKUP_EVERY, !env.DATABASE_URL), command: commandOf(flags) },
  }
  const faults = Object.values(checks).flatMap((check) => ('fault' in check ? [check.fault] : []))
  const { port, url, demo, today, every, command } = checks
  if ('fault' in port || 'fault' in url || 'fault' in demo || 'fault' in today || 'fault' in every || 'fault' in command)
    throw new Fault(faults.join('\n'))
  const data = dataOf(env.BOFAST_DATA, root)
  return {
    port: port.value,
    host: env.BOFAST_HOST || '127.0.0.1',
    data,
    databaseUrl: url.value,
    serverKeyFile: env.BOFAST_SECRET ? resolve(env.BOFAST_SECRET) : join(data, 'server-key.json'),
    dist: join(root, 'dist'),
    isDemo: demo.value,
    isDemoFresh: command.value.do === 'demo-fresh',
    today: today.value,
    recovery: recoveryOf(env.BOFAST_RECOVERY, url.value, data),
    ledger: join(data, 'ledger'),
    backups: env.BOFAST_BACKUPS ? resolve(env.BOFAST_BACKUPS) : join(data, 'backups'),
    backupEvery: every.value,
    command: command.value,
  }
}

const recoveryOf = (text: string | undefined, url: string | undefined, data: string): string | undefined => {
  if (text) return resolve(text)
  return url === undefined ? join(data, 'recovery') : undefined
}

const CHANGES_BETWEEN_BACKUPS = 5000
function everyOf(text: string | undefined, isOwn: boolean): Check<number | undefined> {
  if (!text) return { value: isOwn ? CHANGES_BETWEEN_BACKUPS : undefined }
  const every = Number(text)
  return Number.isInteger(every) && every > 0
    ? { value: every }
    : { fault: 'BOFAST_BACKUP_EVERY must be a whole number of changes above 0.' }
}

const FLAGS: Readonly<Record<string, readonly string[]>> = {
  backup: ['--to'],
  restore: ['--from', '--replace', '--without-log'],
  check: [],
}
function commandOf(args: readonly string[]): Check<Command> {
  const [name, ...flags] = args
  if (name === undefined || name.startsWith('--')) return serveOr(args)
  const known = FLAGS[name]
  if (!known) return { fault: `The command ${name} is not known; there are backup, restore and check.` }
  const values = new Map(flags.map((flag): [string, string] => [flag.replace(/=.*/s, ''), flag.replace(/^[^=]*=?/, '')]))
  const unknown = [...values.keys()].find((flag) => !known.includes(flag))
  if (unknown) return { fault: `The flag ${unknown} is not known with ${name}.` }
  const path = (flag: string): string | undefined => (values.get(flag) ? resolve(values.get(flag) ?? '') : undefined)
  if (name === 'backup') return { value: { do: 'backup', to: path('--to') } }
  if (name === 'check') return { value: { do: 'check' } }
  const [isReplacing, withoutLog] = [values.has('--replace'), values.has('--without-log')]
  return { value: { do: 'restore', from: path('--from'), isReplacing, withoutLog } }
}

function serveOr(flags: readonly string[]): Check<Command> {
  const unknown = flags.find((flag) => flag !== '--demo-fresh')
  if (unknown) return { fault: `The flag ${unknown} is not known; there is only --demo-fresh.` }
  return { value: { do: flags.length > 0 ? 'demo-fresh' : 'serve' } }
}

function portOf(text: string | undefined): Check<number> {
  const port = Number(text || 4000)
  return Number.isInteger(port) && port >= 0 && port <= 65_535 ? { value: port } : { fault: 'PORT must be a whole number from 0 to 65535.' }
}

function urlOf(text: string | undefined): Check<string | undefined> {
  if (!text) return { value: undefined }
  const isPostgres = URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol)
  return isPostgres ? { value: text } : { fault: 'DATABASE_URL must look like postgres://user:password@host:5432/database.' }
}

function demoOf(text: string | undefined): Check<boolean> {
  if (!text || text === 'on') return { value: true }
  return text === 'off' ? { value: false } : { fault: 'BOFAST_DEMO must be on or off.' }
}

function todayOf(text: string | undefined): Check<LocalDate | undefined> {
  if (!text) return { value: undefined }
  const isDay = isLocalDate(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text)
  return isDay ? { value: text } : { fault: 'BOFAST_TODAY must be a day like 2026-11-22.' }
}

/** As root the database runs as another user, who must be able to reach the folder: a checkout often lies in a closed home. */
function dataOf(text: string | undefined, root: string): string {
  if (text) return resolve(text)
  if (process.getuid?.() !== 0) return join(root, '.bofast')
  return join('/var/lib/bofast', createHash('sha256').update(root).digest('hex').slice(0, 12))
}
