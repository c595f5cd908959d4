// The header proof of a sync call: HMAC over method, path, body digest, server time and a nonce used once
// (DESIGN.md 5). A cookie alone gets nothing, and a proof seen on the way cannot be used again.

import { fromBase64, sha256, toBase64, toUtf8 } from './bytes.ts'
import type { Bytes } from './types.ts'

export interface Proven {
  readonly method: string
  readonly path: string
  readonly body: Bytes
  /** Server time as learned from answers, ISO instant. */
  readonly time: string
  readonly nonce: string
}

async function message(what: Proven): Promise<Bytes> {
  return toUtf8([what.method, what.path, toBase64(await sha256(what.body)), what.time, what.nonce].join('\n'))
}

export async function prove(proof: CryptoKey, what: Proven): Promise<string> {
  return toBase64(new Uint8Array(await crypto.subtle.sign('HMAC', proof, await message(what))))
}

export async function isProven(proof: CryptoKey, what: Proven, mac: string): Promise<boolean> {
  try {
    return await crypto.subtle.verify('HMAC', proof, fromBase64(mac), await message(what))
  } catch {
    return false // a mac that is not base64 proves nothing
  }
}
