// Whose desk a call comes from: a session by cookie, from our own pages only (DESIGN.md 5).

import type { Context } from 'hono'
import type { Id } from '#domain/ids.ts'
import { deskCookie } from './cookies.ts'
import { touchSession } from './desk-session.ts'
import { isOwnSite, jsonBody, refused } from './http.ts'
import { now, type Office } from './office.ts'

/** The body and whose session it came with, or the refusal. */
export async function atDesk(
  office: Office,
  c: Context,
  depth: number,
): Promise<{ readonly user: Id; readonly body: Readonly<Record<string, unknown>> } | Response> {
  const body = await jsonBody(c, depth)
  if (body instanceof Response) return body
  if (!isOwnSite(c, true)) return refused(c, 403, 'wrong-site')
  const user = await touchSession(office, deskCookie(c))
  return user ? { user, body } : refused(c, 401, 'signed-out', { now: now() })
}
