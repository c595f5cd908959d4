// POST /v1/signin → a single-use ticket; POST /v1/enrolments → this browser becomes a person's phone. The device makes
// the transport key; the office keeps it wrapped.

import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { parse } from '#sync/wire.ts'
import { EnrolRequest, SignInRequest } from '#sync/wire-doors.ts'
import { nameOf, newTicket, normalAccount, type Person, places, spendTicket, verify } from './accounts.ts'
import { markAsPhone, phoneIn, setDropCookie } from './cookies.ts'
import { enrol, transportKeyFrom } from './enrolment.ts'
import { isOwnSite, jsonBody, refused, tooMany } from './http.ts'
import { limiter, slowdown } from './limits.ts'
import { log } from './log.ts'
import type { Office } from './office.ts'
import type { Pokes } from './pokes.ts'
import { keepPromise } from './promise.ts'

type Handler = (c: Context) => Promise<Response>

/** Only failures count: a right password is not an attack. A try is taken first and given back when it was right. */
export function signIn(office: Office): Handler {
  const [perAccount, perAddress, slower] = [limiter(5), limiter(20), slowdown()]
  return async (c) => {
    const body = await jsonBody(c)
    if (body instanceof Response) return body
    const asked = parse(SignInRequest, body)
    if (!asked) return refused(c, 400, 'bad-shape')
    if (!isOwnSite(c)) return refused(c, 403, 'wrong-site')
    const [account, address] = [normalAccount(asked.account), getConnInfo(c).remote.address ?? '']
    const allowed = [perAccount.take(account), perAddress.take(address)]
    if (allowed.some((one) => !one.ok)) return tooMany(c, Math.max(...allowed.map((one) => one.retryAfter)))
    const person = await verify(office, account, asked.password)
    if (!person) {
      await new Promise((done) => setTimeout(done, slower.delayOf(account)))
      slower.failed(account)
      log('sign-in-refused')
      return refused(c, 401, 'wrong-sign-in')
    }
    for (const [limit, key] of [[perAccount, account] as const, [perAddress, address] as const]) limit.giveBack(key)
    slower.succeeded(account)
    return welcomed(office, c, person)
  }
}

async function welcomed(office: Office, c: Context, person: Person): Promise<Response> {
  const ticket = await newTicket(office, person.id)
  return c.json({ ok: true, ticket, name: (await nameOf(office, person.id)) ?? '', may: places(person.roles) })
}

export function enrolments(office: Office, hub: Pokes): Handler {
  return async (c) => {
    const body = await jsonBody(c)
    if (body instanceof Response) return body
    const asked = parse(EnrolRequest, body)
    const key = asked && transportKeyFrom(asked.key)
    if (!asked || !key) return refused(c, 400, 'bad-shape')
    if (!isOwnSite(c)) return refused(c, 403, 'wrong-site')
    const person = await spendTicket(office, asked.ticket)
    if (!person) return refused(c, 401, 'ticket')
    if (!places(person.roles).field) return refused(c, 403, 'not-allowed')
    const made = await enrol(office, person.id, key, asked.name, phoneIn(c))
    for (const old of made.superseded) hub.ended(old)
    await keepPromise(office, { enrolments: [made.id, ...made.superseded] })
    setDropCookie(c, made.id, made.cookie)
    markAsPhone(c, made.id)
    log('enrolled', { enrol: made.id, user: person.id })
    return c.json({ ok: true, enrol: made.id, user: person.id, office: office.id, kid: office.key.kid })
  }
}
