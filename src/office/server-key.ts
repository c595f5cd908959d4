// The server key wraps every transport key at rest. It lies in a file outside the database, so that a copy of the
// database alone opens nothing. Each key has a random number (kid): a missing key is noticed as missing, and never
// mistaken for another one.

import { hkdfSync, randomBytes, randomInt } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { decrypt, encrypt, keyFromBytes } from '#sealing/aes.ts'
import { fromBase64, toUtf8 } from '#sealing/bytes.ts'
import type { Bytes, Sealed } from '#sealing/types.ts'
import { codeOf, Fault } from './fault.ts'

export interface ServerKey {
  /** The key new secrets are wrapped with. */
  readonly kid: number
  readonly wrap: (secret: Bytes, about: string) => Promise<Sealed>
  /** `unavailable`: the file does not hold that key. `damaged`: it does, and it does not fit. */
  readonly unwrap: (kid: number, sealed: Sealed, about: string) => Promise<Bytes | 'unavailable' | 'damaged'>
  /** Seals backups and the recovery log; made from the server key, never inside the database. Undefined: not in the file. */
  readonly keeping: (kid: number) => Promise<CryptoKey | undefined>
}

const KEY_BYTES = 32

/** `isNew` false: a key is never made, since what it should open is already there. */
export async function loadServerKey(file: string, isNew = true): Promise<ServerKey> {
  const stored = read(file) ?? (isNew ? make(file) : fail(missing(file)))
  const keys = new Map<number, CryptoKey>()
  for (const [kid, raw] of stored.keys) keys.set(kid, await keyFromBytes(raw))
  const current = keys.get(stored.current)
  if (!current) throw malformed(file)
  return {
    kid: stored.current,
    wrap: (secret, about) => encrypt(current, secret, toUtf8(about)),
    unwrap: async (kid, sealed, about) => {
      const key = keys.get(kid)
      return key ? ((await decrypt(key, sealed, toUtf8(about))) ?? 'damaged') : 'unavailable'
    },
    keeping: async (kid) => {
      const raw = stored.keys.get(kid)
      return raw && keyFromBytes(new Uint8Array(hkdfSync('sha256', raw, '', 'bofast/v1/keeping', KEY_BYTES)))
    },
  }
}

interface Stored {
  readonly current: number
  readonly keys: ReadonlyMap<number, Bytes>
}
const missing = (file: string): Fault =>
  new Fault(`The server key file ${file} is not there; put it back from a copy, or set BOFAST_SECRET.`)
const malformed = (file: string): Fault => new Fault(`The server key file ${file} is not readable as a key; restore it from a copy.`)

function read(file: string): Stored | undefined {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw new Fault(`The server key file ${file} cannot be read (${codeOf(error) ?? 'unknown'}).`)
  }
  return parse(text) ?? fail(malformed(file))
}

function parse(text: string): Stored | undefined {
  try {
    const { current, keys }: { current?: unknown; keys?: unknown } = JSON.parse(text)
    if (typeof current !== 'number' || typeof keys !== 'object' || keys === null) return undefined
    const pairs = Object.entries(keys).map(([kid, raw]): [number, Bytes] => [Number(kid), fromBase64(String(raw))])
    return pairs.every(([kid, raw]) => Number.isInteger(kid) && raw.length === KEY_BYTES) ? { current, keys: new Map(pairs) } : undefined
  } catch {
    return undefined
  }
}

function make(file: string): Stored {
  const current = randomInt(1, 2 ** 31)
  const raw = randomBytes(KEY_BYTES)
  try {
    const handle = openSync(file, 'wx', 0o600)
    writeFileSync(handle, JSON.stringify({ current, keys: { [current]: raw.toString('base64') } }))
    fsyncSync(handle)
    closeSync(handle)
  } catch (error) {
    throw new Fault(`The server key file ${file} cannot be written (${codeOf(error) ?? 'unknown'}).`)
  }
  return { current, keys: new Map([[current, new Uint8Array(raw)]]) }
}

function fail(fault: Fault): never {
  throw fault
}
