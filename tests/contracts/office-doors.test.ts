// Every way in, knocked on wrongly: each answer is JSON with a code, never a stack, and the office goes on working.

import { request } from 'node:http'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { laneOf } from '#domain/ids.ts'
import { CSP } from '#office/headers.ts'
import { toBase64 } from '#sealing/bytes.ts'
import { newTransportKey } from '#sealing/transport.ts'
import { Poke, parse } from '#sync/wire.ts'
import { anAccount } from '../support/accounts.ts'
import { anOffice } from '../support/an-office.ts'
import { type Answer, aChange, aDesk, aId, aPhone, call, type Desk, type Phone, post, ticketFor } from '../support/caller.ts'

const at = anOffice()
let marit: Phone
let jon: Phone
let ingrid: Desk

beforeAll(async () => {
  marit = await aPhone(at.url, 'marit')
  jon = await aPhone(at.url, 'jon')
  ingrid = await aDesk(at.url)
})

/** A worker of their own, since a person has two phones at most. */
const aWorker = (account: string) => anAccount(at.db, account, ['followup_worker'])

const CODES =
  /^(bad-json|bad-shape|too-large|wrong-type|not-found|wrong-method|wrong-site|wrong-sign-in|ticket|not-allowed|not-enrolled|unproven|clock|revoked|signed-out|enrolled-browser|too-many|quota|not-possible)$/
const DECIDING = ['/v1/desk/held', '/v1/desk/access', '/v1/desk/revoke']
const POSTS = [
  ...['/v1/signin', '/v1/enrolments', '/v1/sync', '/v1/desk/session', '/v1/desk/ask', '/v1/desk/changes', '/v1/desk/leave'],
  ...DECIDING,
]
const isRefusal = (answer: Answer): void => {
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect(answer.status).toBeLessThan(500)
  expect(answer.text.startsWith('{"ok":false,"code":"')).toBe(true)
  expect(answer.json.code).toMatch(CODES)
  expect(answer.text).not.toMatch(/at .*\.ts|node_modules|Error/)
  expect(answer.headers.get('Bofast-Office')).toBe(marit.office)
  expect(answer.headers.get('Cache-Control')).toBe('no-store')
}
const routes = () => [...POSTS, `/v1/drop/${marit.enrol}`]
const withAll = async (path: string, body = ''): Promise<Record<string, string>> => ({
  ...ingrid.headers,
  Cookie: `${ingrid.headers.Cookie}; ${marit.cookie}`,
  ...(await marit.proof('POST', path, body)),
})
const send = async (path: string, body: string, type = 'application/json'): Promise<Answer> =>
  call(at.url, path, { method: 'POST', body, headers: { ...(await withAll(path, body)), 'Content-Type': type } })

test('what is not JSON, not an object, too deep, of another type or too large has a code at every door', async () => {
  for (const path of routes()) {
    const expected: [string, string, number, string][] = [
      ['<html>Logg på nettet</html>', 'application/json', 400, 'bad-json'],
      ['{"a":', 'application/json', 400, 'bad-json'],
      ['', 'application/json', 400, 'bad-json'],
      ['[]', 'application/json', 400, 'bad-shape'],
      ['null', 'application/json', 400, 'bad-shape'],
      [`{"a":${'['.repeat(20)}${']'.repeat(20)}}`, 'application/json', 400, 'bad-shape'],
      ['<html></html>', 'text/html', 415, 'wrong-type'],
      ['{}', 'text/plain', 415, 'wrong-type'],
      [`{"a":"${'x'.repeat(1_100_000)}"}`, 'application/json', 413, 'too-large'],
    ]
    for (const [body, type, status, code] of expected) {
      const answer = await send(path, body, type)
      isRefusal(answer)
      expect([path, answer.status, answer.json.code]).toEqual([path, status, code])
    }
  }
})

test('an unknown path is not found, and a wrong method is named as one', async () => {
  for (const path of ['/v1', '/v1/', '/v1/nowhere', '/v1/drop', `/v1/drop/${aId()}/blob/x`, '/v1/desk']) {
    const answer = await post(at.url, path, {})
    isRefusal(answer)
    expect([path, answer.status]).toEqual([path, 404])
  }
  for (const path of routes()) {
    const answer = await call(at.url, path, { method: 'GET' })
    isRefusal(answer)
    expect([answer.status, answer.headers.get('Allow')]).toEqual([405, 'POST'])
  }
  expect((await post(at.url, '/v1/office', {})).status).toBe(405)
})

test('without its proof no door opens, and nothing tells which ids exist', async () => {
  const strangers = [aId(), marit.enrol].map((enrol) => post(at.url, `/v1/drop/${enrol}`, { envs: [], left: 0, oldest: null }))
  const [unknown, known] = await Promise.all(strangers)
  expect([unknown?.status, unknown?.text]).toEqual([401, known?.text])
  const other = await aPhone(at.url, 'jon')
  for (const cookie of ['bofast-drop=x', 'bofast-drop=', other.cookie]) {
    const answer = await post(at.url, `/v1/drop/${marit.enrol}`, { envs: [], left: 0, oldest: null }, { Cookie: cookie })
    expect([answer.status, answer.text]).toEqual([401, known?.text])
  }
  expect((await post(at.url, '/v1/drop/not-an-id', {})).status).toBe(404)
  expect((await post(at.url, '/v1/sync', {}, { Cookie: marit.cookie })).json).toMatchObject({ ok: false, code: 'unproven' })
  expect((await post(at.url, '/v1/desk/ask', { ask: 'today' }, { Origin: at.url })).json).toMatchObject({ code: 'signed-out' })
  expect((await call(at.url, '/v1/pokes')).status).toBe(401)
})

test('a proof is good once, for its own body and path, and near our time', async () => {
  const body = JSON.stringify({ lanes: {}, open: [], schema: 1 })
  const headers = { 'Content-Type': 'application/json', ...(await marit.proof('POST', '/v1/sync', body)) }
  const once = () => call(at.url, '/v1/sync', { method: 'POST', body, headers })
  expect((await once()).status).toBe(200)
  const again = await once()
  expect([again.status, again.json.code, typeof again.json.now]).toEqual([401, 'unproven', 'string'])
  const moved = { ...headers, ...(await marit.proof('POST', '/v1/sync', body)) }
  expect((await call(at.url, '/v1/sync', { method: 'POST', body: `${body} `, headers: moved })).status).toBe(401)
  expect((await call(at.url, '/v1/pokes', { headers: moved })).status).toBe(401)
})

test('a ticket is good once', async () => {
  await aWorker('siri')
  const ticket = await ticketFor(at.url, 'siri')
  const enrol = () => post(at.url, '/v1/enrolments', { ticket, key: toBase64(newTransportKey()), name: 'x' })
  expect((await enrol()).status).toBe(200)
  expect((await enrol()).json).toEqual({ ok: false, code: 'ticket' })
  const short = await post(at.url, '/v1/enrolments', { ticket: await ticketFor(at.url, 'siri'), key: 'AAAA', name: 'x' })
  expect(short.json).toEqual({ ok: false, code: 'bad-shape' })
})

test('roles decide who gets a phone and who gets a desk', async () => {
  const origin = { Origin: at.url }
  expect((await post(at.url, '/v1/desk/session', { ticket: await ticketFor(at.url, 'marit') }, origin)).json.code).toBe('not-allowed')
  const phone = { ticket: await ticketFor(at.url, 'ingrid'), key: toBase64(newTransportKey()), name: 'x' }
  expect((await post(at.url, '/v1/enrolments', phone)).json.code).toBe('not-allowed')
})

test('a browser that is a phone is refused a desk, and another site is refused everything', async () => {
  const ticket = await ticketFor(at.url, 'ingrid')
  const asPhone = await post(at.url, '/v1/desk/session', { ticket }, { Origin: at.url, Cookie: 'bofast-phone=1' })
  expect([asPhone.status, asPhone.json.code]).toEqual([403, 'enrolled-browser'])
  for (const headers of [{ Origin: 'https://other.test' }, { Origin: at.url, 'Sec-Fetch-Site': 'cross-site' }, { Origin: 'null' }, {}]) {
    const answer = await post(at.url, '/v1/desk/ask', { ask: 'today' }, { Cookie: String(ingrid.headers.Cookie), ...headers })
    expect(answer.json).toEqual({ ok: false, code: 'wrong-site' })
  }
})

test('the cookies are strict, and those of the phone live 400 days', async () => {
  await aWorker('kari')
  const made = await post(at.url, '/v1/enrolments', {
    ticket: await ticketFor(at.url, 'kari'),
    key: toBase64(newTransportKey()),
    name: 'x',
  })
  const cookies = made.headers.getSetCookie()
  for (const cookie of cookies) expect(cookie).toMatch(/; Max-Age=34560000; Path=[^;]+; HttpOnly; Secure; SameSite=Strict$/)
  expect(cookies.map((cookie) => /Path=([^;]+)/.exec(cookie)?.[1])).toEqual([`/v1/drop/${made.json.enrol}`, '/v1'])
})

test('leaving ends the desk’s session', async () => {
  const desk = await aDesk(at.url)
  expect((await desk.ask({ ask: 'today' })).status).toBe(200)
  expect((await post(at.url, '/v1/desk/leave', {}, desk.headers)).json).toEqual({ ok: true })
  expect((await desk.ask({ ask: 'today' })).json.code).toBe('signed-out')
})

test('after five wrong words a minute the account waits, and an unknown account answers the same', async () => {
  const answers: Answer[] = []
  for (let i = 0; i < 6; i += 1) answers.push(await post(at.url, '/v1/signin', { account: 'Jon ', password: 'gal' }))
  expect(answers.map((answer) => answer.status)).toEqual([401, 401, 401, 401, 401, 429])
  expect(Number(answers[5]?.headers.get('Retry-After'))).toBeGreaterThan(0)
  const nobody = await post(at.url, '/v1/signin', { account: 'ingen', password: 'gal' })
  expect([nobody.status, nobody.text]).toEqual([answers[0]?.status, answers[0]?.text])
})

test('the sixty-first drop within a minute waits', async () => {
  await aWorker('travel')
  const busy = await aPhone(at.url, 'travel')
  for (let i = 0; i < 60; i += 1) expect((await busy.drop([])).status).toBe(200)
  const answer = await busy.drop([])
  expect([answer.status, answer.json.code]).toEqual([429, 'too-many'])
  expect((await busy.drop(Array(101).fill({}))).status).toBe(429)
  expect((await marit.drop(Array(101).fill({}))).status).toBe(413)
})

test('a poke names the lane and its head, to those who may read it and to nobody else', async () => {
  const [second, other] = [await aPhone(at.url, 'marit'), jon]
  const hear = async (phone: Phone): Promise<AsyncIterator<Uint8Array>> => {
    const stream = await fetch(`${at.url}/v1/pokes`, { headers: await phone.proof('GET', '/v1/pokes') })
    expect([stream.status, stream.headers.get('Content-Type')]).toEqual([200, 'text/event-stream'])
    if (!stream.body) throw new Error('no stream')
    return stream.body[Symbol.asyncIterator]()
  }
  const stream = await hear(second)
  const stranger = await hear(other)
  const lane = laneOf('case', aId())
  await marit.send(aChange(lane, aId(), 'resident', { displayName: 'Poke Testesen' }))
  let heard = ''
  while (!heard.includes('data:')) heard += new TextDecoder().decode((await stream.next()).value)
  const poke = parse(Poke, JSON.parse(/data: (.*)\n/.exec(heard)?.[1] ?? ''))
  expect(poke?.lanes).toEqual([{ l: lane, head: 1 }])
  expect(heard).not.toContain('Testesen')
  const theirs = laneOf('case', aId())
  await other.send(aChange(theirs, aId(), 'resident', { displayName: 'Annen Testesen' }))
  let said = ''
  while (!said.includes(theirs)) said += new TextDecoder().decode((await stranger.next()).value)
  expect(said).not.toContain(lane)
  await stream.return?.()
  await stranger.return?.()
})

/** A request as bytes, past everything fetch would put right. */
const raw = (path: string, headers: Record<string, string>, body: string): Promise<number> =>
  new Promise((resolve) => {
    const asked = request(at.url + path, { method: 'POST', headers }, (response) => {
      response.resume()
      response.once('end', () => resolve(response.statusCode ?? 0))
    })
    asked.once('error', () => resolve(0))
    asked.end(body)
  })

test('five hundred hostile requests: each answered with a code, and the office goes on', async () => {
  const doors = [...POSTS.filter((path) => path !== '/v1/desk/leave' && path !== '/v1/signin'), '/v1/drop/:enrol']
  const json = fc.jsonValue({ maxDepth: 6 })
  const almost = fc.record(
    {
      envs: json,
      left: json,
      oldest: json,
      lanes: json,
      open: json,
      schema: json,
      changes: json,
      ask: json,
      ticket: json,
      key: json,
      name: json,
    },
    { requiredKeys: [] },
  )
  const hostile = fc.record({ door: fc.constantFrom(...doors), body: fc.oneof(almost, json, fc.string()), isText: fc.boolean() })
  await aWorker('gjest')
  const phones = [marit, jon, await aPhone(at.url, 'gjest'), await aPhone(at.url, 'gjest')]
  const statuses = new Set<number>()
  for (const [i, { door, body, isText }] of fc.sample(hostile, { numRuns: 500, seed: 20261122 }).entries()) {
    const phone = phones[i % phones.length] ?? marit
    const path = door.replace(':enrol', phone.enrol)
    const text = isText && typeof body === 'string' ? body : JSON.stringify(body)
    const headers = { ...ingrid.headers, Cookie: `${ingrid.headers.Cookie}; ${phone.cookie}`, ...(await phone.proof('POST', path, text)) }
    const answer = await call(at.url, path, { method: 'POST', body: text, headers: { ...headers, 'Content-Type': 'application/json' } })
    statuses.add(answer.status)
    if (answer.status !== 200) isRefusal(answer)
  }
  expect([...statuses].filter((status) => status >= 500)).toEqual([])
  expect(await raw(`/v1/drop/${'%E0%A4%A'}`, {}, '')).toBe(404)
  expect(await raw('/v1/sync', { 'Content-Length': '5', 'Content-Type': 'application/json' }, '{"a":1}')).toBeLessThan(500)
  expect(await raw('/v1/%2e%2e/%2e%2e/etc/passwd', {}, '')).toBeLessThan(500)
  expect((await ingrid.ask({ ask: 'today' })).status).toBe(200)
  expect(at.office.printed()).not.toContain('"code":"internal"')
})

test('a page has every header, a missing asset is 404 and not the app, and nothing leads out of the folder', async () => {
  const page = await call(at.url, '/beboere/abc')
  expect(page.headers.get('Content-Security-Policy')).toBe(CSP)
  expect(page.headers.get('Referrer-Policy')).toBe('no-referrer')
  expect([200, 503]).toContain(page.status)
  expect((await call(at.url, '/assets/gone-12345678.js')).status).toBe(404)
  for (const path of ['/..%2f..%2fetc%2fpasswd', '/%2e%2e/package.json', '/assets/..%5c..%5cpackage.json', '/%00'])
    expect((await call(at.url, path)).text).not.toMatch(/root:|"private"/)
})
