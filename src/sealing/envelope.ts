// A change sealed for the office: JSON, padded to 256-byte steps so that its length says little, under the seal key,
// bound to version, enrolment and id. What opens was written by that user on that device (DESIGN.md 3, Envelope).

import { decrypt, encrypt } from './aes.ts'
import { fromBase64, fromUtf8, toBase64, toUtf8 } from './bytes.ts'
import type { Bytes, Sealed } from './types.ts'

const STEP = 256
const LENGTH_BYTES = 4

export interface SealedChange {
  readonly id: string
  readonly enrol: string
  readonly kid: number
  readonly iv: string
  readonly ct: string
}

const about = (enrol: string, id: string): Bytes => toUtf8(`1|${enrol}|${id}`)

/** Length first (4 bytes, big end first), then the text, then zeros up to the next step. */
function pad(text: Bytes): Bytes {
  const padded = new Uint8Array(Math.ceil((LENGTH_BYTES + text.length) / STEP) * STEP)
  new DataView(padded.buffer).setUint32(0, text.length)
  padded.set(text, LENGTH_BYTES)
  return padded
}

function unpad(padded: Bytes): Bytes | undefined {
  if (padded.length < LENGTH_BYTES) return undefined
  const length = new DataView(padded.buffer, padded.byteOffset).getUint32(0)
  return length <= padded.length - LENGTH_BYTES ? padded.slice(LENGTH_BYTES, LENGTH_BYTES + length) : undefined
}

/** The bytes alone, as they lie on the device that sealed them. */
export const sealBytes = (seal: CryptoKey, enrol: string, change: { readonly id: string }): Promise<Sealed> =>
  encrypt(seal, pad(toUtf8(JSON.stringify(change))), about(enrol, change.id))

/** As it crosses the wire. */
export const envelopeOf = (id: string, enrol: string, kid: number, { iv, ct }: Sealed): SealedChange => ({
  id,
  enrol,
  kid,
  iv: toBase64(iv),
  ct: toBase64(ct),
})

export const sealChange = async (seal: CryptoKey, enrol: string, kid: number, change: { readonly id: string }): Promise<SealedChange> =>
  envelopeOf(change.id, enrol, kid, await sealBytes(seal, enrol, change))

/** The JSON that was sealed, still to be parsed by schema; undefined when it cannot be opened or is not JSON. */
export async function openChange(seal: CryptoKey, envelope: SealedChange): Promise<unknown> {
  const { id, enrol, iv, ct } = envelope
  try {
    return await openBytes(seal, enrol, id, { iv: fromBase64(iv), ct: fromBase64(ct) })
  } catch {
    return undefined // not base64: the same to the office as what does not open
  }
}

export async function openBytes(seal: CryptoKey, enrol: string, id: string, sealed: Sealed): Promise<unknown> {
  try {
    const plain = await decrypt(seal, sealed, about(enrol, id))
    const text = plain && unpad(plain)
    return text ? JSON.parse(fromUtf8(text)) : undefined
  } catch {
    return undefined // not UTF-8 or not JSON: all the same to the office, which holds it as bad
  }
}
