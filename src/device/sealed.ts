// Everything at rest that is not an id or a number: JSON under the data key, bound to where it lies, so that one
// piece of ciphertext can never pass for another. Always made before a transaction opens.

import { decrypt, encrypt } from '#sealing/aes.ts'
import { fromUtf8, toUtf8 } from '#sealing/bytes.ts'
import type { Bytes } from '#sealing/types.ts'
import type { Sealed } from './database.ts'

export type Place = readonly [store: 'row' | 'rows' | 'card' | 'draft' | 'meta', ...keys: readonly string[]]

export async function sealJson(dek: CryptoKey, place: Place, value: unknown): Promise<Sealed> {
  return encrypt(dek, toUtf8(JSON.stringify(value)), placeBytes(place))
}

/** Undefined when it does not open here: damaged, moved, or under another key. The caller checks the shape. */
export async function openJson(dek: CryptoKey, place: Place, sealed: Sealed): Promise<unknown> {
  const plain = await decrypt(dek, sealed, placeBytes(place))
  if (!plain) return undefined
  const value: unknown = JSON.parse(fromUtf8(plain))
  return value
}

/** What is sealed is bound to it. */
export const placeBytes = (place: Place): Bytes => toUtf8(`bofast/v1/${place.join('|')}`)

/** Many at a time without starving the page of its turn. */
export async function inChunks<T, R>(all: readonly T[], work: (one: T) => Promise<R>, size = 200): Promise<R[]> {
  const results: R[] = []
  for (let i = 0; i < all.length; i += size) results.push(...(await Promise.all(all.slice(i, i + size).map(work))))
  return results
}
