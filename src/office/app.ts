// Every way into the office over HTTP, in one list. Each call of the interface is answered with JSON, a code when it is
// refused, and the office's id; nothing that goes wrong shows a stack or stops the office.

import { randomInt } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { compress } from 'hono/compress'
import { KeyUnavailable } from './enrolment.ts'
import { codeOf } from './fault.ts'
import { apiAnswer, everyAnswer } from './headers.ts'
import { refused } from './http.ts'
import { log } from './log.ts'
import type { Office } from './office.ts'
import type { Pokes } from './pokes.ts'
import { NotKept } from './promise.ts'
import { deskAccess, deskRevoke } from './route-access.ts'
import { getBlob, putBlob } from './route-blob.ts'
import { deskAsk, deskChanges, deskLeave, deskSession } from './route-desk.ts'
import { drop } from './route-drop.ts'
import { deskErase } from './route-erase.ts'
import { deskHeld } from './route-held.ts'
import { officeCard } from './route-office.ts'
import { pokes } from './route-pokes.ts'
import { enrolments, signIn } from './route-signin.ts'
import { sync } from './route-sync.ts'
import { staticFiles } from './static.ts'

type Handler = (c: Context) => Promise<Response>

export function officeApp(office: Office, hub: Pokes): Hono {
  const app = new Hono()
  const routes: readonly (readonly ['GET' | 'POST' | 'PUT', string, Handler])[] = [
    ['GET', '/v1/office', officeCard(office)],
    ['POST', '/v1/signin', signIn(office)],
    ['POST', '/v1/enrolments', enrolments(office, hub)],
    ['POST', '/v1/drop/:enrol', drop(office)],
    ['PUT', '/v1/drop/:enrol/blob/:blob/:n', putBlob(office)],
    ['GET', '/v1/blob/:blob', getBlob(office)],
    ['POST', '/v1/sync', sync(office)],
    ['GET', '/v1/pokes', pokes(office, hub)],
    ['POST', '/v1/desk/session', deskSession(office)],
    ['POST', '/v1/desk/ask', deskAsk(office)],
    ['POST', '/v1/desk/changes', deskChanges(office)],
    ['POST', '/v1/desk/leave', deskLeave(office)],
    ['POST', '/v1/desk/held', deskHeld(office)],
    ['POST', '/v1/desk/access', deskAccess(office)],
    ['POST', '/v1/desk/erase', deskErase(office)],
    ['POST', '/v1/desk/revoke', deskRevoke(office, hub)],
  ]
  app.use(everyAnswer)
  app.use('/v1/*', apiAnswer(office.id))
  for (const [method, path, handler] of routes) {
    app.on(method, path, handler)
    app.all(path, (c) => {
      c.header('Allow', method)
      return refused(c, 405, 'wrong-method')
    })
  }
  app.all('/v1/*', (c) => refused(c, 404, 'not-found'))
  app.all('/v1', (c) => refused(c, 404, 'not-found'))
  app.use(compress())
  app.get('*', staticFiles(office.config.dist))
  app.all('*', (c) => refused(c, 405, 'wrong-method'))
  app.onError(failed)
  return app
}

/** What is not the caller's fault: the database is away, a key is away, or we have a fault of our own. */
function failed(error: Error, c: Context): Response {
  if (error instanceof KeyUnavailable) {
    log('key-unavailable')
    return away(c, 'key-unavailable')
  }
  if (error instanceof NotKept) return away(c, 'unavailable')
  const cause = codeOf(error)
  log('internal', cause === undefined ? {} : { cause })
  return cause === undefined ? refused(c, 500, 'internal') : away(c, 'unavailable')
}

const [SOONEST_S, SPREAD_S] = [3, 5]
/** Comes back by itself, most often within seconds; the spread keeps all phones from asking in the same one. */
function away(c: Context, code: 'key-unavailable' | 'unavailable'): Response {
  c.header('Retry-After', String(SOONEST_S + randomInt(SPREAD_S)))
  return refused(c, 503, code)
}
