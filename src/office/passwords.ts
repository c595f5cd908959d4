// Argon2id by Node itself. The parameters lie beside each hash, so that they can be raised without locking anybody out.

import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'

interface Kdf {
  readonly name: 'argon2id'
  /** In KiB. */
  readonly memory: number
  readonly passes: number
  readonly parallelism: number
}
export interface Hashed {
  readonly kdf: Kdf
  readonly salt: Buffer
  readonly hash: Buffer
}

const KDF: Kdf = { name: 'argon2id', memory: 32_768, passes: 3, parallelism: 1 }
const HASH_BYTES = 32

export async function hashPassword(password: string): Promise<Hashed> {
  const salt = randomBytes(16)
  return { kdf: KDF, salt, hash: await derive(password, salt, KDF) }
}

export async function isPassword(password: string, hashed: Hashed): Promise<boolean> {
  return timingSafeEqual(await derive(password, hashed.salt, hashed.kdf), hashed.hash)
}

function derive(password: string, nonce: Buffer, { name, memory, passes, parallelism }: Kdf): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const how = { message: password.normalize('NFC'), nonce, memory, passes, parallelism, tagLength: HASH_BYTES }
    argon2(name, how, (error, hash) => (error ? reject(error) : resolve(hash)))
  })
}
