// The shapes of sealed bytes.

/** Bytes over a plain ArrayBuffer, as WebCrypto and IndexedDB take them. */
export type Bytes = Uint8Array<ArrayBuffer>

/** AES-256-GCM: a fresh 96-bit iv and the ciphertext with its 128-bit tag. */
export interface Sealed {
  readonly iv: Bytes
  readonly ct: Bytes
}
