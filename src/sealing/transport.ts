// The transport key belongs to one user on one device: 32 random bytes that the device makes and the office keeps
// wrapped (DESIGN.md 1, decision 6, and 8). From it come three keys that never do each other's work: the seal key for
// changes, the blob key for photos and scanned letters, the proof key for sync.

import { randomBytes, toUtf8 } from './bytes.ts'
import type { Bytes } from './types.ts'

export interface TransportKeys {
  readonly seal: CryptoKey
  readonly blob: CryptoKey
  readonly proof: CryptoKey
}

export const TRANSPORT_KEY_BYTES = 32
export const newTransportKey = (): Bytes => randomBytes(TRANSPORT_KEY_BYTES)

export async function transportKeys(raw: Bytes): Promise<TransportKeys> {
  const base = await crypto.subtle.importKey('raw', raw, 'HKDF', false, ['deriveKey'])
  const from = (purpose: string) => ({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info: toUtf8(purpose) })
  const sealing = (purpose: string) =>
    crypto.subtle.deriveKey(from(purpose), base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  const [seal, blob, proof] = await Promise.all([
    sealing('bofast/v1/seal'),
    sealing('bofast/v1/blob'),
    crypto.subtle.deriveKey(from('bofast/v1/proof'), base, { name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign', 'verify']),
  ])
  return { seal, blob, proof }
}
