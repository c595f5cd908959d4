// PostgreSQL's COPY over a connection of the pool: whole tables out and in, as text lines, without a row becoming an
// object. The database waits when we are slow.

import { type EventEmitter, once } from 'node:events'
import type { Duplex } from 'node:stream'
import type { Tx } from '../db.ts'

interface Wire extends EventEmitter {
  readonly stream: Duplex
  query(text: string): void
}
interface CopyWire {
  readonly stream: Duplex
  sendCopyFromChunk(chunk: Buffer): void
  endCopyFrom(): void
  sendCopyFail(why: string): void
}
interface Complete {
  readonly text: string
}

const CHUNK = 262_144
const rowsIn = (complete: string): number => Number(/^COPY (\d+)/.exec(complete)?.[1] ?? Number.NaN)

/** The methods the driver calls on a running query. */
class Copy {
  rows = 0
  /** Why we cut it short ourselves; the database only says that we did. */
  cause: unknown
  readonly text: string
  readonly ended: Promise<number>
  #resolve: (rows: number) => void = () => undefined
  #reject: (error: unknown) => void = () => undefined

  constructor(text: string) {
    this.text = text
    this.ended = new Promise((resolve, reject) => {
      this.#resolve = resolve
      this.#reject = reject
    })
  }
  submit(connection: Wire): void {
    connection.query(this.text)
  }
  handleError(error: unknown): void {
    this.#reject(this.cause ?? error)
  }
  handleCommandComplete(message: Complete): void {
    this.rows = rowsIn(message.text)
  }
  handleReadyForQuery(): void {
    this.#resolve(this.rows)
  }
  handleRowDescription(): void {}
  handleDataRow(): void {}
  handleEmptyQuery(): void {}
}

class CopyOut extends Copy {
  readonly #take: (chunk: Buffer) => Promise<void>
  #waiting: Buffer[] = []
  #size = 0
  #taken: Promise<void> = Promise.resolve()

  constructor(text: string, take: (chunk: Buffer) => Promise<void>) {
    super(text)
    this.#take = take
  }
  handleCopyData({ chunk }: { readonly chunk: Buffer }, connection: Wire): void {
    this.#waiting.push(Buffer.from(chunk)) // the driver uses its buffer again
    this.#size += chunk.length
    if (this.#size < CHUNK) return
    connection.stream.pause()
    this.#flush()
    void this.#taken.then(
      () => connection.stream.resume(),
      () => connection.stream.resume(),
    )
  }
  #flush(): void {
    const chunk = Buffer.concat(this.#waiting)
    this.#waiting = []
    this.#size = 0
    if (chunk.length > 0) this.#taken = this.#taken.then(() => this.#take(chunk))
  }
  async all(): Promise<number> {
    const rows = await this.ended
    this.#flush()
    await this.#taken
    return rows
  }
}

class CopyIn extends Copy {
  readonly #chunks: AsyncIterable<Uint8Array>
  constructor(text: string, chunks: AsyncIterable<Uint8Array>) {
    super(text)
    this.#chunks = chunks
  }
  handleCopyInResponse(connection: CopyWire): void {
    void this.#feed(connection)
  }
  async #feed(connection: CopyWire): Promise<void> {
    try {
      for await (const { buffer, byteOffset, byteLength } of this.#chunks) {
        connection.sendCopyFromChunk(Buffer.from(buffer, byteOffset, byteLength))
        if (connection.stream.writableNeedDrain) await once(connection.stream, 'drain')
      }
      connection.endCopyFrom()
    } catch (error) {
      this.cause = error
      connection.sendCopyFail('cut short')
    }
  }
}

/** `sql` is a COPY … TO STDOUT. Resolves to the number of rows, after the last piece was taken. */
export const copyOut = (tx: Tx, sql: string, take: (chunk: Buffer) => Promise<void>): Promise<number> => {
  const copy = new CopyOut(sql, take)
  tx.query(copy)
  return copy.all()
}

/** `sql` is a COPY … FROM STDIN. Resolves to the number of rows. */
export const copyIn = (tx: Tx, sql: string, chunks: AsyncIterable<Uint8Array>): Promise<number> => {
  const copy = new CopyIn(sql, chunks)
  tx.query(copy)
  return copy.ended
}
