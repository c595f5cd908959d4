// One backup file: the tables by COPY in one REPEATABLE READ transaction, so one moment of the office while it goes on
// working; sealed in frames; written under another name, synced, and moved into place. And the way back, into tables
// that were made for it.

import { renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Id, type Instant, instant } from '#domain/ids.ts'
import { fromUtf8, toUtf8 } from '#sealing/bytes.ts'
import { one, type Pool, type Tx } from '../db.ts'
import { Fault } from '../fault.ts'
import type { ServerKey } from '../server-key.ts'
import { copyIn, copyOut } from './copy.ts'
import { createSealed, type FileHead, type Frame, framesOf, headOf, type SealedWriter, syncFolder } from './frames.ts'
import { listed, quoted, tablesOf } from './tables.ts'

/** What the backup says about itself, in its first frame and in its last. */
interface Start {
  readonly at: Instant
  readonly migrations: readonly string[]
}
export interface Counts {
  /** Rows of each table. */
  readonly tables: Readonly<Record<string, number>>
  /** Changes in all lanes. */
  readonly changes: number
  /** Where each receipt log stood. */
  readonly rseq: Readonly<Record<Id, number>>
}
type Note = { readonly start: Start } | { readonly table: string; readonly columns: readonly string[] } | { readonly done: Counts }

/** A frame is a note (J) or a piece of a table (C). */
const [NOTE, PIECE] = [0x4a, 0x43]
const framed = (mark: number, bytes: Uint8Array): Uint8Array<ArrayBuffer> => {
  const frame = new Uint8Array(bytes.length + 1)
  frame[0] = mark
  frame.set(bytes, 1)
  return frame
}

export interface Dumped {
  readonly path: string
  readonly head: FileHead
  readonly at: Instant
  readonly counts: Counts
}

export async function dump(pool: Pool, key: ServerKey, head: FileHead, path: string): Promise<Dumped> {
  const seal = await key.keeping(head.kid)
  if (!seal) throw new TypeError('the current server key is in its own file')
  const tx = await pool.connect()
  const unfinished = `${path}.new`
  let writer: SealedWriter | undefined
  try {
    writer = await createSealed(unfinished, head, seal)
    await tx.query('begin isolation level repeatable read read only')
    const { at, counts } = await copyAll(tx, writer)
    await writer.sync()
    await writer.close()
    renameSync(unfinished, path)
    await syncFolder(dirname(path))
    return { path, head, at, counts }
  } catch (error) {
    await writer?.close().catch(() => undefined)
    rmSync(unfinished, { force: true })
    throw error
  } finally {
    await tx.query('rollback').catch(() => undefined)
    tx.release(true) // a COPY that was cut short leaves its connection unusable
  }
}

async function copyAll(tx: Tx, writer: SealedWriter): Promise<{ readonly at: Instant; readonly counts: Counts }> {
  const note = (what: Note): Promise<void> => writer.append(framed(NOTE, toUtf8(JSON.stringify(what))))
  const migrations = await tx.query<{ name: string; at: Date }>('select name, clock_timestamp() as at from migration order by name')
  const at = instant(one(migrations.rows).at.toISOString())
  await note({ start: { at, migrations: migrations.rows.map(({ name }) => name) } })
  const tables: Record<string, number> = {}
  for (const { name, columns } of await tablesOf(tx)) {
    await note({ table: name, columns })
    tables[name] = await copyOut(tx, `copy ${quoted(name)} (${listed(columns)}) to stdout`, (chunk) => writer.append(framed(PIECE, chunk)))
  }
  const receipts = await tx.query<{ id: Id; rseq: number }>('select id, rseq from enrolment')
  const changes = await tx.query<{ count: number }>('select count(*) as count from change')
  const rseq = Object.fromEntries(receipts.rows.map((row) => [row.id, row.rseq]))
  const counts: Counts = { tables, changes: one(changes.rows).count, rseq }
  await note({ done: counts })
  return { at, counts }
}

export interface Loaded extends Start {
  readonly counts: Counts
}

/** The head of a backup and the key it needs, or one plain sentence. */
export async function openBackup(path: string, key: ServerKey): Promise<{ readonly head: FileHead; readonly seal: CryptoKey }> {
  const head = await headOf(path).catch(() => undefined)
  if (head?.bofast !== 'backup') throw new Fault(`${path} is not a backup of Bofast.`)
  const seal = await key.keeping(head.kid)
  if (!seal) throw new Fault(`The server key that sealed the backup ${path} is not in the key file; put the right one back.`)
  return { head, seal }
}

/**
 * Reads a backup into the tables that `prepare` makes. Throws a Fault when any of it is not as it was written, also when
 * its end is missing.
 */
export async function load(
  tx: Tx,
  path: string,
  seal: CryptoKey,
  prepare: (migrations: readonly string[]) => Promise<void>,
): Promise<Loaded> {
  const notes = new Notes(framesOf(path, seal), path)
  try {
    const first = await notes.next()
    if (!first || !('start' in first)) throw notes.damaged()
    await prepare(first.start.migrations)
    return { ...first.start, counts: await loadTables(tx, notes) }
  } finally {
    await notes.close()
  }
}

async function loadTables(tx: Tx, notes: Notes): Promise<Counts> {
  for (let note = await notes.next(); note; note = await notes.next()) {
    if ('done' in note) return note.done
    if (!('table' in note)) throw notes.damaged()
    await tx.query(`alter table ${quoted(note.table)} disable trigger user`)
    await copyIn(tx, `copy ${quoted(note.table)} (${listed(note.columns)}) from stdin`, notes.pieces())
    await tx.query(`alter table ${quoted(note.table)} enable trigger user`)
  }
  throw notes.damaged()
}

class Notes {
  readonly #frames: AsyncGenerator<Frame>
  readonly #path: string
  #ahead: Note | undefined

  constructor(frames: AsyncGenerator<Frame>, path: string) {
    this.#frames = frames
    this.#path = path
  }
  damaged(): Fault {
    return new Fault(`The backup ${this.#path} is damaged or not whole; nothing was restored.`)
  }
  async close(): Promise<void> {
    await this.#frames.return(undefined)
  }
  async next(): Promise<Note | undefined> {
    const note = this.#ahead ?? (await this.#read())
    this.#ahead = undefined
    if (note instanceof Uint8Array) throw this.damaged()
    return note
  }
  async *pieces(): AsyncGenerator<Uint8Array> {
    for (let read = await this.#read(); read; read = await this.#read()) {
      if (!(read instanceof Uint8Array)) {
        this.#ahead = read
        return
      }
      yield read
    }
  }
  async #read(): Promise<Note | Uint8Array | undefined> {
    const { value } = await this.#frames.next()
    if (!value) return undefined
    if ('end' in value) {
      if (value.end === 'whole') return undefined
      throw this.damaged()
    }
    const rest = value.payload.subarray(1)
    return value.payload[0] === PIECE ? rest : JSON.parse(fromUtf8(rest))
  }
}
