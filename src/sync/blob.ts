// Photos and scanned letters: how they are cut, what their manifest says, what the office answers, and what becomes of
// one on the device (DESIGN.md 5; decision record on photos behind text). Pure, shared by device and office.

import * as v from 'valibot'
import type { Id, LaneId } from '#domain/ids.ts'
import { waitAfter } from './outbox.ts'
import { SHAPES } from './wire.ts'

const { id, lane, count } = SHAPES

export const CHUNK_BYTES = 262_144
export const BLOB_LIMITS = {
  bytes: 20 * 1_048_576,
  chunks: 80,
  /** Sealed bytes one enrolment may have at the office that are not whole; then the phone keeps them. */
  unfinishedBytes: 50 * 1_048_576,
  manifestBytes: 4096,
  /** 60 MB: more than a phone sends, less than a flood. */
  piecesPerMinute: 240,
} as const

export const BLOB_TYPES = ['image/jpeg', 'image/png', 'application/pdf'] as const
export type BlobType = (typeof BLOB_TYPES)[number]
export const isBlobType = (value: unknown): value is BlobType => BLOB_TYPES.some((type) => type === value)

/** Sealed as piece `m`. Names the record that refers to it: whoever may read that lane may read the blob. */
export const Manifest = v.looseObject({
  v: v.literal(1),
  blob: id,
  lane,
  rec: id,
  bytes: v.pipe(count, v.minValue(1), v.maxValue(BLOB_LIMITS.bytes)),
  chunks: v.pipe(count, v.minValue(1), v.maxValue(BLOB_LIMITS.chunks)),
  type: v.picklist(BLOB_TYPES),
  /** SHA-256 of the whole plain bytes, base64. */
  digest: v.pipe(SHAPES.base64, v.length(44)),
})
export type Manifest = v.InferOutput<typeof Manifest>

export const chunkCount = (bytes: number): number => Math.ceil(bytes / CHUNK_BYTES)
/** Plain bytes of one piece: all are full but the last. */
export const chunkBytes = (bytes: number, n: number): number => Math.min(CHUNK_BYTES, bytes - n * CHUNK_BYTES)

/** A number of a piece: 0 … count − 1, or the manifest. */
export type Piece = number | 'm'
export const BlobAnswer = v.looseObject({
  ok: v.literal(true),
  /** The pieces the office has. */
  have: v.pipe(v.array(v.union([count, v.literal('m')])), v.maxLength(BLOB_LIMITS.chunks + 1)),
  /** Opened, checked against its manifest and kept. */
  whole: v.boolean(),
  /** All of it is there and it does not check out, or it came from a revoked device: a person looks at it. */
  held: v.exactOptional(v.picklist(['bad', 'revoked'])),
  /** Its record was erased: nothing of it may stand anywhere. */
  erased: v.exactOptional(v.boolean()),
  /** Two verified backups hold it. */
  safe: v.exactOptional(v.boolean()),
})
export type BlobAnswer = v.InferOutput<typeof BlobAnswer>

/** The next piece to send, manifest first: only then does the office know whose it is. Undefined: it has all of them. */
export function nextPiece(have: readonly Piece[], chunks: number): Piece | undefined {
  const there = new Set(have)
  if (!there.has('m')) return 'm'
  for (let n = 0; n < chunks; n++) if (!there.has(n)) return n
  return undefined
}

/** saved: not known to be whole; whole: on the shelf until safe; held: the office has all of it and asks a person. */
export interface BlobItem {
  readonly id: Id
  readonly enrol: Id
  /** Whose answer counts: the office this was sealed for. */
  readonly office: Id
  readonly lane: LaneId
  readonly rec: Id
  readonly count: number
  /** Sealed, on this device. */
  readonly bytes: number
  readonly savedAt: number
  readonly state: 'saved' | 'whole' | 'held'
  readonly tries: number
  /** Milliseconds; not asked before. */
  readonly nextAt: number
  readonly wholeAt?: number
}

const DAY_MS = 86_400_000
const SHELF_MS = 14 * DAY_MS

/** Before a request leaves, on disk: its outcome is unknown from then on. */
export const onTrying = (item: BlobItem, now: number, chance: number): BlobItem => ({
  ...item,
  tries: item.tries + 1,
  nextAt: now + waitAfter(item.tries, chance),
})

/**
 * After the office's answer; undefined when it leaves the device: erased, or safe and two weeks on the shelf.
 * A whole one is asked about again each day, so that an office restored from an older copy gets it anew.
 */
export function onBlobAnswer(item: BlobItem, answer: BlobAnswer, now: number): BlobItem | undefined {
  if (answer.erased) return undefined
  const { wholeAt = now, ...rest } = item
  if (!answer.whole)
    return { ...rest, tries: 0, ...(answer.held ? { state: 'held', nextAt: now + DAY_MS } : { state: 'saved', nextAt: now }) }
  if (answer.safe && wholeAt < now - SHELF_MS) return undefined
  return { ...rest, state: 'whole', tries: 0, nextAt: now + DAY_MS, wholeAt }
}

/** The office has other bytes under that number: ours stay here, and it is asked again each day. */
export const onOtherBytes = (item: BlobItem, now: number): BlobItem => ({ ...item, state: 'held', nextAt: now + DAY_MS })

const startsWith = (bytes: Uint8Array, start: readonly number[], at = 0): boolean => start.every((byte, i) => bytes[at + i] === byte)
const JPEG = [0xff, 0xd8, 0xff]
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d]

/** What the bytes themselves say they are, whatever a file's name or the browser claims. */
export function blobTypeOf(bytes: Uint8Array): BlobType | undefined {
  if (startsWith(bytes, JPEG)) return 'image/jpeg'
  if (startsWith(bytes, PNG)) return 'image/png'
  return startsWith(bytes, PDF) ? 'application/pdf' : undefined
}

/**
 * Does a picture say more than it shows: place, time, camera, words, a second picture behind it? Only what drawing needs
 * is let through, so a segment nobody has heard of counts as saying more, and so does a picture that is cut short.
 * A PDF has no such list; it is somebody else's letter as it came.
 */
export function carriesMetadata(bytes: Uint8Array): boolean {
  if (startsWith(bytes, JPEG)) return !isBareJpeg(bytes)
  return startsWith(bytes, PNG) && !isBarePng(bytes)
}

const text = (bytes: Uint8Array, at: number, length: number): string => String.fromCharCode(...bytes.subarray(at, at + length))
const uint16 = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0)
const uint32 = (bytes: Uint8Array, at: number): number => uint16(bytes, at) * 65_536 + uint16(bytes, at + 2)

const END_OF_IMAGE = 0xd9
const START_OF_SCAN = 0xda

function isBareJpeg(bytes: Uint8Array): boolean {
  let at = 2
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return false
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) at += 1
    else if (marker === END_OF_IMAGE) return at + 2 === bytes.length
    else if (!isBareSegment(bytes, marker, at)) return false
    else at = marker === START_OF_SCAN ? scanEnd(bytes, at + 2 + uint16(bytes, at + 2)) : at + 2 + uint16(bytes, at + 2)
  }
  return false
}

/** JFIF, a colour profile and Adobe's colour mark; no other application segment, and no comment. */
function isBareSegment(bytes: Uint8Array, marker: number, at: number): boolean {
  if (marker === 0xe0) return text(bytes, at + 4, 5) === 'JFIF\0' && uint16(bytes, at + 2) === 16
  if (marker === 0xe2) return text(bytes, at + 4, 12) === 'ICC_PROFILE\0'
  if (marker === 0xee) return text(bytes, at + 4, 5) === 'Adobe' && uint16(bytes, at + 2) === 14
  const isTable = marker >= 0xc0 && marker <= 0xdf && (marker < 0xd0 || marker > 0xd8)
  return isTable && uint16(bytes, at + 2) >= 2
}

/** Past the picture's own bytes: an ff in them is followed by 00 or a restart mark. */
function scanEnd(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    const next = bytes[at + 1] ?? 0
    if (bytes[at] === 0xff && next !== 0 && (next < 0xd0 || next > 0xd7)) return at
  }
  return bytes.length
}

const BARE_PNG = new Set('IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs'.split(' '))

function isBarePng(bytes: Uint8Array): boolean {
  for (let at = PNG.length; at + 12 <= bytes.length; ) {
    const kind = text(bytes, at + 4, 4)
    if (!BARE_PNG.has(kind)) return false
    at += 12 + uint32(bytes, at)
    if (kind === 'IEND') return at === bytes.length
  }
  return false
}
