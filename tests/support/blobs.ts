// Photos for tests: bytes that are what they claim to be and nothing of anybody's, sealed as a phone seals them.

import type { Id, LaneId } from '#domain/ids.ts'
import { sealManifest, sealPiece } from '#sealing/blob.ts'
import { sha256, toBase64, toUtf8 } from '#sealing/bytes.ts'
import type { Bytes } from '#sealing/types.ts'
import { type BlobType, CHUNK_BYTES, chunkBytes, chunkCount, type Piece } from '#sync/blob.ts'
import { type Answer, aId, call, type Phone } from './caller.ts'

export const CANARY = 'Kanarifugl7Q bak postkassen'

/** A bare JPEG of so many bytes, with the canary all through its picture. */
export function aPhoto(bytes: number, canary = CANARY): Bytes {
  const start = [0xff, 0xd8, 0xff, 0xe0, 0, 16, ...toUtf8('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0]
  const photo = new Uint8Array(bytes)
  const mark = toUtf8(`${canary} `)
  for (let at = 0; at < bytes; at += mark.length) photo.set(mark.subarray(0, bytes - at), at)
  photo.set(start)
  photo.set([0xff, 0xd9], bytes - 2)
  return photo
}

export interface SealedBlob {
  readonly id: Id
  readonly count: number
  readonly pieces: ReadonlyMap<Piece, Bytes>
}

export interface HowSealed {
  readonly id?: Id
  readonly type?: BlobType
  /** What the manifest says instead of the truth. */
  readonly lies?: Readonly<Record<string, unknown>>
}

export async function aBlob(phone: Phone, lane: LaneId, rec: Id, plain: Bytes, how: HowSealed = {}): Promise<SealedBlob> {
  const { id = aId(), type = 'image/jpeg', lies = {} } = how
  const count = chunkCount(plain.length)
  const digest = toBase64(await sha256(plain))
  const manifest = { v: 1, blob: id, lane, rec, bytes: plain.length, chunks: count, type, digest, ...lies }
  const place = { enrol: phone.enrol, blob: id, count }
  const pieces = new Map<Piece, Bytes>([['m', await sealManifest(phone.keys.blob, place, manifest)]])
  for (let n = 0; n < count; n++) {
    const part = plain.slice(n * CHUNK_BYTES, n * CHUNK_BYTES + chunkBytes(plain.length, n))
    pieces.set(n, await sealPiece(phone.keys.blob, { ...place, n }, part))
  }
  return { id, count, pieces }
}

export const putPiece = (
  url: string,
  phone: Pick<Phone, 'enrol' | 'cookie'>,
  blob: Pick<SealedBlob, 'id' | 'count'>,
  n: Piece | string,
  bytes: Bytes,
  headers: Record<string, string> = {},
): Promise<Answer> =>
  call(url, `/v1/drop/${phone.enrol}/blob/${blob.id}/${n}`, {
    method: 'PUT',
    body: bytes,
    headers: { 'Content-Type': 'application/octet-stream', 'Bofast-Pieces': String(blob.count), Cookie: phone.cookie, ...headers },
  })

/** All of it, in the order given (else the manifest last); resolves to the last answer. */
export async function putAll(url: string, phone: Phone, blob: SealedBlob, order?: readonly Piece[]): Promise<Answer> {
  let last: Answer | undefined
  for (const n of order ?? [...blob.pieces.keys()].reverse()) {
    const bytes = blob.pieces.get(n)
    if (bytes) last = await putPiece(url, phone, blob, n, bytes)
  }
  if (!last) throw new Error('nothing to put')
  return last
}

export async function readBlob(url: string, blob: Id, headers: Record<string, string>) {
  const response = await fetch(`${url}/v1/blob/${blob}`, { headers })
  const bytes = new Uint8Array(await response.arrayBuffer())
  return { status: response.status, headers: response.headers, bytes }
}
