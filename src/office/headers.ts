// The headers of every answer (DESIGN.md 8, Headers): nothing from elsewhere, nothing kept, nothing embedded.

import type { MiddlewareHandler } from 'hono'
import type { Id } from '#domain/ids.ts'

export const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' blob:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'; trusted-types sw-url"

const CLOSED = ['accelerometer', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'hid', 'magnetometer', 'microphone']
const PERMISSIONS = [...CLOSED, 'midi', 'payment', 'screen-wake-lock', 'serial', 'usb', 'browsing-topics']
  .map((name) => `${name}=()`)
  .join(', ')

const ALWAYS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CSP,
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': PERMISSIONS,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
}

export const everyAnswer: MiddlewareHandler = async (c, next) => {
  await next()
  for (const [name, value] of Object.entries(ALWAYS)) c.res.headers.set(name, value)
}

export const apiAnswer =
  (office: Id): MiddlewareHandler =>
  async (c, next) => {
    await next()
    c.res.headers.set('Bofast-Office', office)
    c.res.headers.set('Cache-Control', 'no-store')
  }
