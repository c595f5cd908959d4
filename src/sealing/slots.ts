// Key slots: each wraps the same vault key under something a person has or knows (DESIGN.md 8). Here the slot of six
// words: PBKDF2-SHA256, 600,000 rounds, with the parameters in the header and a floor against downgrade.
// vault key → wraps the data key and the transport key. The format is final; the passkey slot joins it later.

import { decrypt, encrypt, keyFromBytes } from './aes.ts'
import { fromBase64, randomBytes, toBase64, toUtf8 } from './bytes.ts'
import type { Bytes, Sealed } from './types.ts'

export const ROUNDS = 600_000
const ROUNDS_FLOOR = 600_000

export interface StoredSealed {
  readonly iv: string
  readonly ct: string
}
export interface WordsSlot {
  readonly kind: 'words'
  readonly kdf: 'PBKDF2-SHA256'
  readonly rounds: number
  readonly salt: string
  readonly wrapped: StoredSealed
}

const stored = (sealed: Sealed): StoredSealed => ({ iv: toBase64(sealed.iv), ct: toBase64(sealed.ct) })
const loaded = (sealed: StoredSealed): Sealed => ({ iv: fromBase64(sealed.iv), ct: fromBase64(sealed.ct) })
const about = (purpose: string): Bytes => toUtf8(`bofast/v1/slot/${purpose}`)

/** Words as typed: any case, any spacing, one blank between. */
export const normalWords = (typed: string): string =>
  typed
    .normalize('NFC')
    .toLowerCase()
    .trim()
    .split(/[\s,.-]+/)
    .filter((word) => word !== '')
    .join(' ')

async function keyFromWords(words: string, salt: Bytes, rounds: number): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', toUtf8(normalWords(words)), 'PBKDF2', false, ['deriveKey'])
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
}

export async function makeWordsSlot(words: string, vaultKey: Bytes): Promise<WordsSlot> {
  const salt = randomBytes(16)
  const wrapped = await encrypt(await keyFromWords(words, salt, ROUNDS), vaultKey, about('words'))
  return { kind: 'words', kdf: 'PBKDF2-SHA256', rounds: ROUNDS, salt: toBase64(salt), wrapped: stored(wrapped) }
}

/** The vault key, or undefined when the words are wrong or the slot asks for fewer rounds than the floor. */
export async function openWordsSlot(slot: WordsSlot, words: string): Promise<Bytes | undefined> {
  if (slot.rounds < ROUNDS_FLOOR) return undefined
  return decrypt(await keyFromWords(words, fromBase64(slot.salt), slot.rounds), loaded(slot.wrapped), about('words'))
}

/** A secret (data key, transport key) wrapped under the vault key, named so that one cannot pass for the other. */
export async function wrapSecret(vaultKey: Bytes, name: string, secret: Bytes): Promise<StoredSealed> {
  return stored(await encrypt(await keyFromBytes(vaultKey), secret, about(name)))
}
export async function unwrapSecret(vaultKey: Bytes, name: string, wrapped: StoredSealed): Promise<Bytes | undefined> {
  return decrypt(await keyFromBytes(vaultKey), loaded(wrapped), about(name))
}
