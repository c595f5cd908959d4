// A photo or a scanned letter sealed for the office, piece by piece, under the blob key: each piece is bound to version,
// enrolment, blob, its own number and how many there are, so that none can stand in another's place (DESIGN.md 5 and 8).
// On the way and on disk a piece is iv ‖ ciphertext ‖ tag. `m` is the manifest, padded so that its length says little.

import { decrypt, encrypt } from './aes.ts'
import { fromUtf8, toUtf8 } from './bytes.ts'
import type { Bytes } from './types.ts'

const IV_BYTES = 12
const TAG_BYTES = 16
/** What sealing adds to a piece. */
export const OVERHEAD_BYTES = IV_BYTES + TAG_BYTES
const MANIFEST_BYTES = 512

export interface PiecePlace {
  readonly enrol: string
  readonly blob: string
  /** 0 … count − 1, or the manifest. */
  readonly n: number | 'm'
  readonly count: number
}

const about = ({ enrol, blob, n, count }: PiecePlace): Bytes => toUtf8(`1|${enrol}|${blob}|${n}|${count}`)

export async function sealPiece(key: CryptoKey, place: PiecePlace, plain: Bytes): Promise<Bytes> {
  const { iv, ct } = await encrypt(key, plain, about(place))
  const sealed = new Uint8Array(iv.length + ct.length)
  sealed.set(iv)
  sealed.set(ct, iv.length)
  return sealed
}

/** Undefined when it is not this piece of this blob of this enrolment, or not under this key. */
export async function openPiece(key: CryptoKey, place: PiecePlace, sealed: Bytes): Promise<Bytes | undefined> {
  if (sealed.length < OVERHEAD_BYTES) return undefined
  return decrypt(key, { iv: sealed.slice(0, IV_BYTES), ct: sealed.slice(IV_BYTES) }, about(place))
}

/** JSON reads over the blanks that fill it up. */
export const sealManifest = (key: CryptoKey, place: Omit<PiecePlace, 'n'>, manifest: object): Promise<Bytes> =>
  sealPiece(key, { ...place, n: 'm' }, toUtf8(JSON.stringify(manifest).padEnd(MANIFEST_BYTES)))

/** The JSON that was sealed, still to be parsed by schema; undefined when it cannot be opened or is not JSON. */
export async function openManifest(key: CryptoKey, place: Omit<PiecePlace, 'n'>, sealed: Bytes): Promise<unknown> {
  const plain = await openPiece(key, { ...place, n: 'm' }, sealed)
  if (!plain) return undefined
  try {
    return JSON.parse(fromUtf8(plain))
  } catch {
    return undefined
  }
}
