// Stands between browser and office and may serve some files in a newer shape, as if a new build had been installed
// while the phone was in use. Everything else goes through untouched.

import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'

export interface Proxy {
  readonly url: string
  /** From now on this path is served with its text changed. */
  readonly change: (path: string, how: (text: string) => string) => void
  readonly close: () => Promise<void>
}

export async function startProxy(office: string): Promise<Proxy> {
  const changes = new Map<string, (text: string) => string>()
  const server = createServer((asked, answer) => forward(office, changes, asked, answer))
  const port = await listening(server)
  return {
    url: `http://localhost:${port}`,
    change: (path, how) => changes.set(path, how),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function forward(office: string, changes: ReadonlyMap<string, (text: string) => string>, asked: IncomingMessage, answer: ServerResponse) {
  const how = changes.get((asked.url ?? '').split('?')[0] ?? '')
  const headers = { ...asked.headers }
  if (how) for (const name of ['if-none-match', 'accept-encoding']) delete headers[name]
  const passed = request(`${office}${asked.url}`, { method: asked.method ?? 'GET', headers }, (got) => {
    if (!how) {
      answer.writeHead(got.statusCode ?? 502, got.rawHeaders)
      got.pipe(answer)
      return
    }
    void buffer(got).then((bytes) => {
      const body = how(bytes.toString())
      const { 'content-length': _length, etag: _etag, 'transfer-encoding': _encoding, ...kept } = got.headers
      answer.writeHead(200, { ...kept, 'content-length': Buffer.byteLength(body) }).end(body)
    })
  })
  passed.on('error', () => answer.destroy())
  answer.on('close', () => passed.destroy())
  asked.pipe(passed)
}

const listening = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
