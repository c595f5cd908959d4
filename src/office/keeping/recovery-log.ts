// The recovery log: every row the office promised, sealed, in files of its own path (DESIGN.md 6). One file for each
// life of the office, another when it grows or the day turns. A row is there when `write` has resolved: written and
// synced. Read again only by a restore.

import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Id } from '#domain/ids.ts'
import { fromUtf8, toUtf8 } from '#sealing/bytes.ts'
import { Fault } from '../fault.ts'
import { newId } from '../new-id.ts'
import { now } from '../office.ts'
import { makeFolder } from '../postgres-binaries.ts'
import type { ServerKey } from '../server-key.ts'
import { createSealed, type FileHead, framesOf, headOf, type SealedWriter } from './frames.ts'

/** [table, the row as PostgreSQL writes it]. */
export type KeptRow = readonly [table: string, row: string]
/** columns: how the rows that follow are laid out. whole: everything the database held then is in the log by here. */
export interface LogFrame {
  readonly at: string
  readonly columns?: Readonly<Record<string, readonly string[]>>
  readonly rows?: readonly KeptRow[]
  readonly whole?: true
}

export interface LogPlace {
  readonly folder: string
  readonly office: Id
  readonly epoch: Id
  readonly key: ServerKey
  readonly columns: Readonly<Record<string, readonly string[]>>
}
export interface RecoveryLog {
  readonly write: (frame: LogFrame) => Promise<void>
  readonly close: () => Promise<void>
}

const MAX_BYTES = 64 * 1_048_576

export function openRecoveryLog(place: LogPlace): RecoveryLog {
  makeFolder(place.folder)
  let file: { readonly writer: SealedWriter; readonly day: string } | undefined
  const leave = async (): Promise<void> => {
    const old = file
    file = undefined
    await old?.writer.close()
  }
  const today = (): string => now().slice(0, 10)
  return {
    write: async (frame) => {
      if (file && (file.writer.size() > MAX_BYTES || file.day !== today())) await leave()
      try {
        file ??= { writer: await begin(place), day: today() }
        await file.writer.append(toUtf8(JSON.stringify(frame)))
        await file.writer.sync()
      } catch (error) {
        await leave().catch(() => undefined) // what comes after half a frame could not be read
        throw error
      }
    },
    close: leave,
  }
}

async function begin({ folder, office, epoch, key, columns }: LogPlace): Promise<SealedWriter> {
  const seal = await key.keeping(key.kid)
  if (!seal) throw new TypeError('the current server key is in its own file')
  const at = now()
  const file = newId()
  const head: FileHead = { bofast: 'recovery', v: 1, kid: key.kid, file, office, epoch, at }
  const writer = await createSealed(join(folder, `${at.replaceAll(/[:.]/g, '-')}-${file}.log`), head, seal)
  await writer.append(toUtf8(JSON.stringify({ at, columns })))
  return writer
}

export interface LogFile {
  readonly path: string
  readonly head: FileHead
}

/** In the order they were begun. What is no log, or has no whole first line yet, is left aside. */
export async function logFilesIn(folder: string): Promise<readonly LogFile[]> {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter((name) => name.endsWith('.log'))
  const heads = await Promise.all(names.sort().map(async (name) => ({ path: join(folder, name), head: await headOf(join(folder, name)) })))
  return heads.flatMap(({ path, head }) => (head?.bofast === 'recovery' ? [{ path, head }] : []))
}

export interface ReadFrame extends LogFrame {
  readonly layout: Readonly<Record<string, readonly string[]>>
}

/** Every frame of one file. `onTorn` hears of a last one that was cut short. */
export async function* readLogFile({ path, head }: LogFile, key: ServerKey, onTorn: (path: string) => void): AsyncGenerator<ReadFrame> {
  const seal = await key.keeping(head.kid)
  if (!seal) throw new Fault(`The server key that sealed the recovery log ${path} is not in the key file; put the right one back.`)
  let layout: ReadFrame['layout'] = {}
  for await (const frame of framesOf(path, seal)) {
    if ('payload' in frame) {
      const read: LogFrame = JSON.parse(fromUtf8(frame.payload))
      layout = read.columns ?? layout
      yield { ...read, layout }
    } else if (frame.end === 'damaged') throw new Fault(`The recovery log ${path} is damaged; nothing was restored.`)
    else if (frame.end === 'torn') onTorn(path)
  }
}

/** Files that no backup needs any more, and that nobody has written to since `before`. */
export async function forgetLogs(folder: string, before: Date): Promise<void> {
  for (const { path } of await logFilesIn(folder)) if (statSync(path).mtime < before) rmSync(path)
}
