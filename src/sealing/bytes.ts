// Bytes to text and back, and the little randomness and hashing everything else is built on. WebCrypto only.

import type { Bytes } from './types.ts'

export const randomBytes = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))

export async function sha256(bytes: Uint8Array): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)))
}

export function toBase64(bytes: Uint8Array): string {
  let binary = ''
  for (let i = 0; i < bytes.length; i += 0x8000) binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000))
  return btoa(binary)
}

/** Throws on anything but base64: what comes from outside was checked at the border. */
export const fromBase64 = (text: string): Bytes => Uint8Array.from(atob(text), (char) => char.charCodeAt(0))

export const toBase64Url = (bytes: Uint8Array): string => toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')

/** 128 random bits as 22 base64url characters: never from a device, user or counter (DESIGN.md 3). */
export const randomId = (): string => toBase64Url(randomBytes(16))

export const toUtf8 = (text: string): Bytes => new Uint8Array(new TextEncoder().encode(text))
export const fromUtf8 = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes)

/** SHA-256 of words, base64url. */
export const fingerprint = async (text: string): Promise<string> => toBase64Url(await sha256(toUtf8(text)))
