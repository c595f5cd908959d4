// The hash chain of a lane: hash = sha256(previous ‖ seq ‖ id ‖ digest), digest = sha256(salt ‖ body), so that a
// restored office shows, and so that erasing a body leaves the chain whole (DESIGN.md 1 decision 12, 6). Hex outside.

import type { Id } from '#domain/ids.ts'

export type Sha256 = (bytes: Uint8Array) => Promise<Uint8Array>

/** The hash before the first entry. */
export const CHAIN_START = '0'.repeat(64)
export const SALT_BYTES = 16

export const toHex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
export function fromHex(hex: string): Uint8Array {
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16))
}

/** UTF-8 without TextEncoder, which an ES-only room does not have. Ids and bodies are well-formed strings. */
export function utf8(text: string): Uint8Array {
  const bytes: number[] = []
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0xfffd
    if (code < 0x80) bytes.push(code)
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63))
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63))
    else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63))
  }
  return Uint8Array.from(bytes)
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let offset = 0
  for (const part of parts) {
    whole.set(part, offset)
    offset += part.length
  }
  return whole
}

const bigEndian8 = (n: number): Uint8Array => Uint8Array.from({ length: 8 }, (_, i) => Math.floor(n / 2 ** (8 * (7 - i))) % 256)

export const digestOf = (sha256: Sha256, salt: Uint8Array, body: Uint8Array): Promise<Uint8Array> => sha256(joined(salt, body))

/** Hex hash of the entry `seq` (1-based) after `previous`. */
export async function nextHash(sha256: Sha256, previous: string, seq: number, id: Id, digest: Uint8Array): Promise<string> {
  return toHex(await sha256(joined(fromHex(previous), bigEndian8(seq), utf8(id), digest)))
}

/** The id of what is derived (a deadline, its done mark): 128 bits of SHA-256(rule code ‖ basis record id), as 16 bytes. */
export const derivedBytes = async (sha256: Sha256, rule: string, basis: Id): Promise<Uint8Array> =>
  (await sha256(joined(utf8(rule), utf8(basis)))).slice(0, 16)
