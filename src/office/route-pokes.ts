// GET /v1/pokes: an event stream for a phone (header proof) or a desk (session cookie). A ping every 15 seconds keeps
// the way open, and is when we look whether the caller may still listen.

import type { Context } from 'hono'
import type { Id } from '#domain/ids.ts'
import { deskCookie } from './cookies.ts'
import { peekSession } from './desk-session.ts'
import { isOwnSite, refused } from './http.ts'
import { now, type Office } from './office.ts'
import type { Pokes } from './pokes.ts'
import { isStanding, proven } from './proof.ts'

const PING_MS = 15_000

interface Caller {
  readonly user: Id
  readonly enrol?: Id
  readonly mayStay: () => Promise<boolean>
}

export function pokes(office: Office, hub: Pokes): (c: Context) => Promise<Response> {
  return async (c) => {
    if (!isOwnSite(c)) return refused(c, 403, 'wrong-site')
    const caller = await callerOf(office, c)
    if (caller instanceof Response) return caller
    return c.body(eventStream(hub, caller), 200, { 'Content-Type': 'text/event-stream' })
  }
}

async function callerOf(office: Office, c: Context): Promise<Caller | Response> {
  if (c.req.header('bofast-proof') !== undefined) {
    const enrolment = await proven(office, c, new Uint8Array())
    return enrolment instanceof Response
      ? enrolment
      : { user: enrolment.user, enrol: enrolment.id, mayStay: () => isStanding(office, enrolment) }
  }
  const secret = deskCookie(c)
  const user = await peekSession(office, secret)
  if (!user) return refused(c, 401, 'signed-out', { now: now() })
  return { user, mayStay: async () => (await peekSession(office, secret)) !== undefined }
}

function eventStream(hub: Pokes, caller: Caller): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder()
  let stop = (): void => undefined
  return new ReadableStream({
    start: (controller) => {
      const say = (text: string): void => controller.enqueue(new Uint8Array(encoder.encode(text)))
      const end = (): void => {
        stop()
        controller.close()
      }
      const quiet = hub.listen(caller.user, (poke) => say(`data: ${JSON.stringify(poke)}\n\n`), end, caller.enrol)
      const timer = setInterval(
        () =>
          void caller
            .mayStay()
            .then((may) => (may ? say(': ping\n\n') : end()))
            .catch(end),
        PING_MS,
      )
      stop = () => {
        clearInterval(timer)
        quiet()
        stop = () => undefined
      }
      say(': open\n\n')
    },
    cancel: () => stop(),
  })
}
