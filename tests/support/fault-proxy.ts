// Stands between the device and the real office and does what networks do: drops, delays, cuts in the middle, sends the
// request twice, answers as a portal or a tired server would, and states wrong lengths. Which of it, the caller says
// for each request; pokes are cut or let through.

import { createServer, type IncomingHttpHeaders, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'

export const FAULTS = [
  'none',
  'drop',
  'loseAnswer',
  'delay',
  'cut',
  'truncate',
  'twice',
  'html',
  'stranger',
  '401',
  '413',
  '429',
  '500',
  '503',
  'tooLong',
  'tooShort',
] as const
export type Fault = (typeof FAULTS)[number]

export interface FaultProxy {
  readonly url: string
  /** What each request meets, and how far a cut goes (0 to 1). */
  meet: (path: string) => { readonly fault: Fault; readonly at: number }
  /** How often each of them was met. */
  readonly met: Map<Fault, number>
  readonly close: () => Promise<void>
}

interface Whole {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

export async function startFaultProxy(office: string, officeId: string): Promise<FaultProxy> {
  const server = createServer((asked, answer) => {
    const { fault, at } = proxy.meet(asked.url ?? '')
    proxy.met.set(fault, (proxy.met.get(fault) ?? 0) + 1)
    void serve({ office, officeId, fault, at }, asked, answer).catch(() => answer.destroy())
  })
  const port = await listening(server)
  const proxy: FaultProxy = {
    url: `http://127.0.0.1:${port}`,
    meet: () => ({ fault: 'none', at: 0 }),
    met: new Map(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return proxy
}

interface Meeting {
  readonly office: string
  readonly officeId: string
  readonly fault: Fault
  readonly at: number
}

async function serve({ office, officeId, fault, at }: Meeting, asked: IncomingMessage, answer: ServerResponse): Promise<void> {
  if (asked.url === '/v1/pokes') return fault === 'none' ? stream(office, asked, answer) : void answer.destroy()
  const sent = await buffer(asked)
  if (fault === 'drop') return void answer.destroy()
  if (fault === 'delay') await new Promise((resolve) => setTimeout(resolve, 5 + at * 40))
  if (fault === 'html')
    return void answer.writeHead(200, { 'Content-Type': 'text/html' }).end('<html><body>Velkommen til gratis nett</body></html>')
  if (/^\d/.test(fault)) return refuse(answer, Number(fault), officeId)
  const first = forward(office, asked, sent)
  const whole = fault === 'twice' ? (await Promise.all([first, forward(office, asked, sent)]))[at < 0.5 ? 0 : 1] : await first
  reply(answer, whole ?? (await first), fault, at)
}

function refuse(answer: ServerResponse, status: number, office: string): void {
  const headers = { 'Content-Type': 'application/json', 'Bofast-Office': office, 'Retry-After': '0.05' }
  const now = status === 401 ? { now: new Date().toISOString() } : {}
  answer.writeHead(status, headers).end(JSON.stringify({ ok: false, code: 'fault', ...now }))
}

function reply(answer: ServerResponse, { status, headers, body }: Whole, fault: Fault, at: number): void {
  if (fault === 'loseAnswer') return void answer.destroy()
  const { 'content-length': _length, 'transfer-encoding': _encoding, connection: _connection, ...kept } = headers
  const some = body.subarray(0, Math.floor(body.length * at))
  const said = { ...kept, ...(fault === 'stranger' ? { 'bofast-office': 'A'.repeat(22) } : {}) }
  switch (fault) {
    case 'cut':
      answer.writeHead(status, { ...said, 'content-length': body.length + 1 })
      answer.write(some, () => answer.destroy())
      return
    case 'truncate':
      return void answer.writeHead(status, { ...said, 'content-length': some.length }).end(some)
    case 'tooLong':
      answer.writeHead(status, { ...said, 'content-length': body.length + 100 })
      answer.write(body, () => answer.destroy())
      return
    case 'tooShort': {
      const short = Math.max(0, body.length - 3)
      return void answer.writeHead(status, { ...said, 'content-length': short }).end(body.subarray(0, short))
    }
    default:
      answer.writeHead(status, { ...said, 'content-length': body.length }).end(body)
  }
}

/** Plain, so that a cut falls between or within lines and not within a compressed block. */
const headersOf = ({ headers }: IncomingMessage): IncomingHttpHeaders => ({ ...headers, 'accept-encoding': 'identity' })

function forward(office: string, asked: IncomingMessage, sent: Buffer): Promise<Whole> {
  return new Promise((resolve, reject) => {
    const passed = request(`${office}${asked.url}`, { method: asked.method ?? 'GET', headers: headersOf(asked) }, (got) => {
      buffer(got).then((body) => resolve({ status: got.statusCode ?? 502, headers: got.headers, body }), reject)
    })
    passed.on('error', reject)
    passed.end(sent)
  })
}

function stream(office: string, asked: IncomingMessage, answer: ServerResponse): void {
  const passed = request(`${office}${asked.url}`, { method: 'GET', headers: headersOf(asked) }, (got) => {
    answer.writeHead(got.statusCode ?? 502, got.headers)
    got.pipe(answer)
  })
  passed.on('error', () => answer.destroy())
  answer.on('close', () => passed.destroy())
  passed.end()
}

const listening = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
