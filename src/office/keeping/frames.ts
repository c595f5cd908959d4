// A sealed file: one plain line that says what it is and which key it needs, then frames, each encrypted on its own and
// bound to its file and its place, so that none can be moved, swapped or left out in the middle. Used by the recovery
// log and by backups.

import { type FileHandle, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import * as v from 'valibot'
import { type Id, type Instant, isId, isInstant } from '#domain/ids.ts'
import { decrypt, encrypt } from '#sealing/aes.ts'
import { toUtf8 } from '#sealing/bytes.ts'
import type { Bytes } from '#sealing/types.ts'

const Head = v.object({
  bofast: v.picklist(['recovery', 'backup']),
  v: v.literal(1),
  kid: v.number(),
  file: v.custom<Id>(isId),
  office: v.custom<Id>(isId),
  epoch: v.custom<Id>(isId),
  at: v.custom<Instant>(isInstant),
})
export type FileHead = v.InferOutput<typeof Head>

const IV_BYTES = 12
const TAG_BYTES = 16
const LONGEST = 512 * 1_048_576
const HEAD_BYTES = 1024

const about = (line: string, n: number): Bytes => toUtf8(`${line}|${n}`)

export interface SealedWriter {
  readonly size: () => number
  readonly append: (payload: Bytes) => Promise<void>
  /** On disk when it resolves. */
  readonly sync: () => Promise<void>
  readonly close: () => Promise<void>
}

/** A new file that nobody else can read; the folder's own entry is on disk too. */
export async function createSealed(path: string, head: FileHead, key: CryptoKey): Promise<SealedWriter> {
  const handle = await open(path, 'wx', 0o600)
  const line = JSON.stringify(head)
  let size = 0
  let n = 0
  const write = async (bytes: Uint8Array): Promise<void> => {
    await handle.appendFile(bytes)
    size += bytes.length
  }
  await write(toUtf8(`${line}\n`))
  await handle.sync()
  await syncFolder(dirname(path))
  return {
    size: () => size,
    append: async (payload) => {
      n += 1
      const { iv, ct } = await encrypt(key, payload, about(line, n))
      const length = Buffer.alloc(4)
      length.writeUInt32BE(iv.length + ct.length)
      await write(Buffer.concat([length, iv, ct]))
    },
    sync: () => handle.sync(),
    close: () => handle.close(),
  }
}

/** A name that was made, moved or taken away is on disk (not every system lets a folder be synced). */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}

/** The first line, or undefined when this is no such file. */
export async function headOf(path: string): Promise<FileHead | undefined> {
  const handle = await open(path, 'r')
  try {
    return (await firstLine(handle))?.head
  } finally {
    await handle.close()
  }
}

async function firstLine(handle: FileHandle): Promise<{ readonly head: FileHead; readonly line: string } | undefined> {
  const bytes = Buffer.alloc(HEAD_BYTES)
  const { bytesRead } = await handle.read(bytes, 0, HEAD_BYTES, 0)
  const end = bytes.subarray(0, bytesRead).indexOf('\n')
  if (end < 0) return undefined
  const line = bytes.toString('utf8', 0, end)
  try {
    const parsed = v.safeParse(Head, JSON.parse(line))
    return parsed.success ? { head: parsed.output, line } : undefined
  } catch {
    return undefined
  }
}

/** torn: the last frame is not whole, as after a power cut. damaged: something before the end is not what was written. */
export type Frame = { readonly payload: Bytes } | { readonly end: 'whole' | 'torn' | 'damaged' }

/** The last one is always an `end`. */
export async function* framesOf(path: string, key: CryptoKey): AsyncGenerator<Frame> {
  const handle = await open(path, 'r')
  try {
    const first = await firstLine(handle)
    const { size } = await handle.stat()
    let at = first ? Buffer.byteLength(first.line) + 1 : size
    for (let n = 1; first && at < size; n += 1) {
      const frame = await frameAt(handle, at, size, key, about(first.line, n))
      if ('end' in frame) return yield frame
      yield { payload: frame.payload }
      at = frame.next
    }
    yield { end: first ? 'whole' : 'damaged' }
  } finally {
    await handle.close()
  }
}

type Read = { readonly payload: Bytes; readonly next: number } | { readonly end: 'torn' | 'damaged' }

async function frameAt(handle: FileHandle, at: number, size: number, key: CryptoKey, additional: Bytes): Promise<Read> {
  if (size - at < 4) return { end: 'torn' }
  const length = (await bytesAt(handle, at, 4)).readUInt32BE()
  const next = at + 4 + length
  if (length > LONGEST || length < IV_BYTES + TAG_BYTES) return { end: (await isBlank(handle, at, size)) ? 'torn' : 'damaged' }
  if (next > size) return { end: 'torn' }
  const sealed = new Uint8Array(await bytesAt(handle, at + 4, length))
  const payload = await decrypt(key, { iv: sealed.slice(0, IV_BYTES), ct: sealed.slice(IV_BYTES) }, additional)
  if (payload) return { payload, next }
  return { end: next === size || (await isBlank(handle, next, size)) ? 'torn' : 'damaged' }
}

async function bytesAt(handle: FileHandle, at: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length)
  await handle.read(bytes, 0, length, at)
  return bytes
}

/** A file system that lost power may leave zeros where a frame was to be. */
async function isBlank(handle: FileHandle, at: number, size: number): Promise<boolean> {
  return size - at < LONGEST && (await bytesAt(handle, at, size - at)).every((byte) => byte === 0)
}
