// Browsers without a browser: each has its own stores and its own cookies, and speaks to the real office. Between them
// and the office lies a network that a test may cut, delay, answer for or listen to.

import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'

export interface Passing {
  readonly method: string
  readonly path: string
  readonly at: number
}
export interface Network {
  /** What is met instead of the office; undefined lets it through. */
  instead: (call: Passing, again: () => Promise<Response>) => Promise<Response> | undefined
  /** All that left, in its order. */
  readonly calls: Passing[]
}
export interface Web {
  readonly network: Network
  readonly cookies: Map<string, { readonly pair: string; readonly path: string }>
  /** From now on this is the browser the code runs in. */
  readonly use: () => void
}

export const cut = (): Promise<Response> => Promise.reject(new TypeError('network'))
export const portal = (): Promise<Response> =>
  Promise.resolve(new Response('<html>Logg inn på nettet</html>', { headers: { 'Content-Type': 'text/html' } }))

export function aBrowser(url: string): Web {
  const stores = new IDBFactory()
  const cookies: Web['cookies'] = new Map()
  const network: Network = { instead: () => undefined, calls: [] }
  const through = async (path: string, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers)
    headers.set('Sec-Fetch-Site', 'same-origin')
    if (init.method !== 'GET') headers.set('Origin', url)
    const own = [...cookies.values()].filter((cookie) => path.startsWith(cookie.path)).map((cookie) => cookie.pair)
    if (own.length > 0) headers.set('Cookie', own.join('; '))
    const answer = await fetchNow(url + path, { ...init, headers })
    for (const line of answer.headers.getSetCookie()) keep(cookies, line)
    return answer
  }
  const fetch = (path: string, init: RequestInit = {}): Promise<Response> => {
    const call: Passing = { method: init.method ?? 'GET', path, at: network.calls.length }
    network.calls.push(call)
    const again = () => through(path, init)
    return network.instead(call, again) ?? again()
  }
  return { network, cookies, use: () => void Object.assign(globalThis, { indexedDB: stores, IDBKeyRange, fetch }) }
}
const fetchNow = globalThis.fetch

function keep(cookies: Web['cookies'], line: string): void {
  const [pair = '', ...attributes] = line.split('; ')
  const path = attributes.find((one) => one.startsWith('Path='))?.slice(5) ?? '/'
  const name = `${pair.split('=')[0]} ${path}`
  if (attributes.includes('Max-Age=0')) cookies.delete(name)
  else cookies.set(name, { pair, path })
}
