// A captive portal between the phone and the office: while it is shut it answers everything with its own page, status
// 200, as the net of a train does; opened, it lets everything through.

import { createServer, request } from 'node:http'

export interface Portal {
  readonly url: string
  isShut: boolean
  /** How often it has answered with its own page. */
  answered: number
  readonly close: () => Promise<void>
}

const PAGE = '<!doctype html><html><body><h1>Velkommen om bord</h1><a href="/accept">Godta</a></body></html>'

export async function startPortal(office: string): Promise<Portal> {
  const server = createServer((asked, answer) => {
    if (portal.isShut) {
      portal.answered += 1
      answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(PAGE)
      return
    }
    const passed = request(`${office}${asked.url}`, { method: asked.method ?? 'GET', headers: asked.headers }, (got) => {
      answer.writeHead(got.statusCode ?? 502, got.rawHeaders)
      got.pipe(answer)
    })
    passed.on('error', () => answer.destroy())
    answer.on('close', () => passed.destroy())
    asked.pipe(passed)
  })
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
  const portal: Portal = {
    url: `http://localhost:${port}`,
    isShut: false,
    answered: 0,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return portal
}
