// Only the app's own two scripts are ever loaded by address.

import { expect, test } from 'vitest'
import { scriptUrl } from './script-url.ts'

test('the service worker and the key file worker pass, and nothing else', () => {
  for (const path of ['/service-worker.js', '/assets/keyfile-worker-D-FJ3hzR.js']) expect(scriptUrl(path)).toBe(path)
  for (const path of [
    '//evil.example/service-worker.js',
    'https://evil.example/service-worker.js',
    '/service-worker.js?x',
    'data:,x',
    '/assets/x.js',
  ])
    expect(() => scriptUrl(path)).toThrow()
})
