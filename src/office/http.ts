// What every route shares: plain refusals with a code, bodies read within limits, and who may call from where.
// A refusal never holds a stack, a message or anything of what was sent.

import type { Context } from 'hono'
import { depthOf, LIMITS } from '#sync/wire.ts'

export type RefusalStatus = 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 429 | 500 | 503

export const refused = (c: Context, status: RefusalStatus, code: string, more: Readonly<Record<string, unknown>> = {}): Response =>
  c.json({ ok: false, code, ...more }, status)

export function tooMany(c: Context, retryAfter: number, code = 'too-many'): Response {
  c.header('Retry-After', String(Math.max(1, retryAfter)))
  return refused(c, 429, code)
}

/** The bytes of a body of at most 1 MiB, or the refusal. */
export async function bodyBytes(c: Context, limit: number = LIMITS.bodyBytes): Promise<Uint8Array<ArrayBuffer> | Response> {
  const stated = Number(c.req.header('content-length') ?? 0)
  if (stated > limit) return refused(c, 413, 'too-large')
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of c.req.raw.body ?? []) {
    size += chunk.length
    if (size > limit) return refused(c, 413, 'too-large')
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

export const isJsonType = (c: Context): boolean => /^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? '')

/** A JSON body as an object, still to be parsed by schema; or the refusal. */
export async function jsonBody(c: Context, depth: number = LIMITS.depth): Promise<Readonly<Record<string, unknown>> | Response> {
  if (!isJsonType(c)) return refused(c, 415, 'wrong-type')
  const bytes = await bodyBytes(c)
  return bytes instanceof Response ? bytes : jsonFrom(c, bytes, depth)
}

export function jsonFrom(c: Context, bytes: Uint8Array, depth: number = LIMITS.depth): Readonly<Record<string, unknown>> | Response {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return refused(c, 400, 'bad-json')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refused(c, 400, 'bad-shape')
  return depthOf(value, depth + 1) <= depth ? { ...value } : refused(c, 400, 'bad-shape')
}

/**
 * Is this call from our own pages? Browsers say so in headers that a page cannot forge. Calls that carry neither header
 * come from no browser; the desk, whose only proof is a cookie, asks for the Origin.
 */
export function isOwnSite(c: Context, needsOrigin = false): boolean {
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  const origin = c.req.header('origin')
  if (origin === undefined) return !needsOrigin
  return URL.canParse(origin) && new URL(origin).host === c.req.header('host')
}
