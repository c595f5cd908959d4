// Several browsers in one process: each has its own IndexedDB and its own cookies, chosen by what is running, and all of
// them reach the office through one address. What the device code calls is the global `indexedDB` and `fetch`, as always.

import { AsyncLocalStorage } from 'node:async_hooks'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'

interface Cookie {
  readonly value: string
  readonly path: string
}
export interface ABrowser {
  readonly run: <T>(work: () => Promise<T>) => Promise<T>
}
interface Inside {
  /** How wrong this browser's clock is. */
  readonly skewMs: number
  readonly idb: IDBFactory
  readonly cookies: Map<string, Cookie>
}

const inside = new AsyncLocalStorage<Inside>()
const nobody: Inside = { skewMs: 0, idb: new IDBFactory(), cookies: new Map() }
const here = (): Inside => inside.getStore() ?? nobody

/** Puts them in place for this test file; `base` is where a path leads. */
export function installBrowsers(base: () => string): void {
  const [real, clock] = [globalThis.fetch, Date.now]
  Date.now = () => clock() + here().skewMs
  Object.defineProperty(globalThis, 'indexedDB', { get: () => here().idb, configurable: true })
  Object.assign(globalThis, {
    IDBKeyRange,
    fetch: async (input: unknown, init: RequestInit = {}): Promise<Response> => {
      const path = String(input)
      if (!path.startsWith('/')) return real(path, init)
      const { cookies } = here()
      const headers = new Headers(init.headers)
      const own = [...cookies].filter(([, cookie]) => path.startsWith(cookie.path)).map(([name, { value }]) => `${name}=${value}`)
      if (own.length > 0) headers.set('Cookie', own.join('; '))
      const response = await real(base() + path, { ...init, headers, credentials: 'omit' })
      for (const line of response.headers.getSetCookie()) keep(cookies, line)
      return response
    },
  })
}

function keep(cookies: Map<string, Cookie>, line: string): void {
  const [pair = '', ...attributes] = line.split(';').map((part) => part.trim())
  const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]
  const path = attributes.find((one) => /^path=/i.test(one))?.slice(5) ?? '/'
  if (value === '' || attributes.some((one) => /^max-age=0$/i.test(one))) cookies.delete(name)
  else cookies.set(name, { value, path })
}

export function aBrowser(skewMs = 0): ABrowser {
  const own: Inside = { skewMs, idb: new IDBFactory(), cookies: new Map() }
  return { run: (work) => inside.run(own, work) }
}
