// What must not lie about: answers of the office in any cache, and anything in the stores a page can read without a key.

import type { BrowserContext, Page } from '@playwright/test'

/** Watches every answer under /v1; those a cache may keep are written down by path. */
export function keepAnswers(context: BrowserContext, open: string[]): void {
  context.on('response', (response) => {
    const { pathname } = new URL(response.url())
    if (!pathname.startsWith('/v1/')) return
    if (response.headers()['cache-control'] !== 'no-store') open.push(pathname.replaceAll(/[\w-]{22}/g, '…'))
  })
}

/** Cache Storage holds the app's own files only; localStorage and sessionStorage hold nothing. */
export function keptOnDisk(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const names = await caches.keys()
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
    const files = requests.flat().map((request) => new URL(request.url).pathname)
    const own = /^\/(assets\/[\w.-]+|[\w-]+\.(html|svg|png|webmanifest))?$/
    const stores = [localStorage, sessionStorage].flatMap((store) => Object.keys(store))
    if (files.length === 0) return ['no files kept for a start without network']
    return [...files.filter((file) => !own.test(file)), ...stores]
  })
}
