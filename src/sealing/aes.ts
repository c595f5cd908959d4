// AES-256-GCM with additional data, and wrapping one key under another. Everything sealed in Bofast goes through here.

import { randomBytes } from './bytes.ts'
import type { Bytes, Sealed } from './types.ts'

const IV_BYTES = 12

export const newKey = (): Promise<CryptoKey> => crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt', 'decrypt'])

/** A key from 32 raw bytes. Extractable only where it must be wrapped again. */
export const keyFromBytes = (raw: Bytes, extractable = false): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', raw, { name: 'AES-GCM' }, extractable, ['encrypt', 'decrypt'])

export async function encrypt(key: CryptoKey, plain: Bytes, about: Bytes): Promise<Sealed> {
  const iv = randomBytes(IV_BYTES)
  return { iv, ct: new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: about }, key, plain)) }
}

/** The plain bytes, or undefined when key, bytes or additional data are not the ones it was sealed with. */
export async function decrypt(key: CryptoKey, sealed: Sealed, about: Bytes): Promise<Bytes | undefined> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.iv, additionalData: about }, key, sealed.ct))
  } catch (error) {
    if (error instanceof DOMException || (error instanceof Error && error.name === 'OperationError')) return undefined
    throw error
  }
}
