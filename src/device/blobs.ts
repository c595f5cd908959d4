// A photo or a scanned letter on an unlocked device: sealed first, then put into the queue in one strict transaction;
// read back from there, or from the office. Fetched only when there is one. Never in Cache Storage, never in clear on
// disk (DESIGN.md 7 and 8).

import type { Id } from '#domain/ids.ts'
import { openManifest, openPiece, sealManifest, sealPiece } from '#sealing/blob.ts'
import { sha256, toBase64 } from '#sealing/bytes.ts'
import type { Bytes } from '#sealing/types.ts'
import {
  BLOB_LIMITS,
  type BlobItem,
  type BlobType,
  blobTypeOf,
  CHUNK_BYTES,
  carriesMetadata,
  chunkBytes,
  chunkCount,
  Manifest,
  type Piece,
} from '#sync/blob.ts'
import { parse } from '#sync/wire.ts'
import { BLOBQ, isHeadKey, type PieceItem, pieceKey } from './blob-queue.ts'
import type { Attached, Attachment, BlobRead } from './casebook.ts'
import { ask } from './converse.ts'
import { vaultName } from './database.ts'
import { newId } from './ids.ts'
import { blobFrom } from './read-blob.ts'
import type { Room } from './room.ts'
import { type BlobsSent, sendBlobs } from './send-blobs.ts'
import { BUDGET_BYTES, intoStorage } from './storage.ts'

/** Kept free for text, however many photos wait. */
const TEXT_RESERVE_BYTES = 10 * 1_048_576

export async function attach(room: Room, what: Attachment): Promise<Attached> {
  const kind = faultOf(what.bytes, what.type)
  if (kind) return { ok: false, refusal: { kind } }
  const { head, pieces } = await sealed(room, what)
  let hasRoom = true
  const fault = await intoStorage(
    room,
    async () => {
      hasRoom = await add(room, head, pieces)
    },
    { mayFreeBallast: false }, // the room in reserve is for text
  )
  if (fault || !hasRoom) return { ok: false, refusal: { kind: fault ?? 'storageFull' } }
  return { ok: true, blob: head.id, changes: [], undo: () => undo(room, head.id) }
}

function faultOf(bytes: Bytes, type: BlobType): 'wrongType' | 'carriesMetadata' | 'tooLarge' | undefined {
  if (bytes.length > BLOB_LIMITS.bytes) return 'tooLarge'
  if (blobTypeOf(bytes) !== type) return 'wrongType'
  return carriesMetadata(bytes) ? 'carriesMetadata' : undefined
}

async function sealed(room: Room, { lane, rec, bytes, type }: Attachment): Promise<{ head: BlobItem; pieces: readonly PieceItem[] }> {
  const { enrol, office } = room.file
  const [id, count] = [newId(), chunkCount(bytes.length)]
  const place = { enrol, blob: id, count }
  const digest = toBase64(await sha256(bytes))
  const manifest: Manifest = { v: 1, blob: id, lane, rec, bytes: bytes.length, chunks: count, type, digest }
  const pieces: PieceItem[] = [{ id: pieceKey(id, 'm'), bytes: await sealManifest(room.keys.blob, place, manifest) }]
  for (let n = 0; n < count; n++) {
    const plain = bytes.slice(n * CHUNK_BYTES, n * CHUNK_BYTES + chunkBytes(bytes.length, n))
    pieces.push({ id: pieceKey(id, n), bytes: await sealPiece(room.keys.blob, { ...place, n }, plain) })
  }
  const now = Date.now()
  const size = pieces.reduce((sum, piece) => sum + piece.bytes.length, 0)
  return { head: { id, enrol, office, lane, rec, count, bytes: size, savedAt: now, state: 'saved', tries: 0, nextAt: now }, pieces }
}

/** False when our own budget would be crossed: text before photos (DESIGN.md 7). Bears being run twice. */
function add(room: Room, head: BlobItem, pieces: readonly PieceItem[]): Promise<boolean> {
  const { vault } = room.db
  const blobq = vault.table<BlobItem | PieceItem, string>(BLOBQ)
  return vault.transaction('rw', blobq, async () => {
    const keys = (await blobq.toCollection().primaryKeys()).filter(isHeadKey).filter((id) => id !== head.id)
    const held = (await blobq.bulkGet(keys)).reduce((sum, item) => sum + (typeof item?.bytes === 'number' ? item.bytes : 0), 0)
    if (Math.max(held, room.flags.usedBytes ?? 0) + head.bytes > BUDGET_BYTES - TEXT_RESERVE_BYTES) return false
    await blobq.bulkPut([head, ...pieces])
    return true
  })
}

/** Takes it back without a trace, if no send has been tried. */
function undo(room: Room, blob: Id): Promise<boolean> {
  const { vault } = room.db
  const blobq = vault.table<BlobItem, string>(BLOBQ)
  return vault.transaction('rw', blobq, async () => {
    const head = await blobq.get(blob)
    if (head?.state !== 'saved' || head.tries > 0) return false
    await blobq.where('id').between(blob, `${blob}/\uffff`, true, true).delete()
    return true
  })
}

/** One's own from the queue, as long as it is there; else from the office. */
export async function readBlob(room: Room, blob: Id): Promise<BlobRead> {
  const own = await ownBlob(room, blob)
  if (own) return own
  const signal = AbortSignal.timeout(READ_MS)
  return blobFrom(await ask(room, { method: 'GET', path: `/v1/blob/${blob}`, signal }), room.file.office)
}
const READ_MS = 120_000

async function ownBlob(room: Room, blob: Id): Promise<BlobRead | undefined> {
  const blobq = room.db.vault.table<PieceItem, string>(BLOBQ)
  const head = await room.db.vault.table<BlobItem, string>(BLOBQ).get(blob)
  if (!head) return undefined
  const place = { enrol: head.enrol, blob, count: head.count }
  const piece = async (n: Piece): Promise<Bytes> => (await blobq.get(pieceKey(blob, n)))?.bytes ?? new Uint8Array()
  const manifest = parse(Manifest, await openManifest(room.keys.blob, place, await piece('m')))
  if (!manifest) return undefined
  const whole = new Uint8Array(manifest.bytes)
  for (let n = 0; n < head.count; n++) {
    const plain = await openPiece(room.keys.blob, { ...place, n }, await piece(n))
    if (!plain) return undefined
    whole.set(plain, n * CHUNK_BYTES)
  }
  return { ok: true, bytes: whole, type: manifest.type }
}

/** The office may be another than the one we knew: every photo on the shelf is asked about at the next chance. */
export async function askAgain(room: Room): Promise<void> {
  const { vault } = room.db
  const blobq = vault.table<BlobItem, string>(BLOBQ)
  await vault.transaction('rw', blobq, async () => {
    const keys = (await blobq.toCollection().primaryKeys()).filter(isHeadKey)
    for (const key of keys) await blobq.update(key, { nextAt: 0 })
  })
}

const sending = new WeakMap<Room, Promise<BlobsSent>>()

/** One at a time per page. */
export function sendPhotos(room: Room, isUrgent: boolean): Promise<BlobsSent> {
  const running = sending.get(room) ?? sendBlobs(vaultName(room.file.db), { isUrgent }).finally(() => sending.delete(room))
  sending.set(room, running)
  return running
}
