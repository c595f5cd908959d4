import { readFileSync, existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname } from 'node:path'
import { chromium } from 'playwright-core'
import { memoryOffice, newId } from './memory-office.ts'
import { laneOf } from '#domain/ids.ts'
const aCase = () => { const resident = newId(); return { lane: laneOf('case', resident), resident } }
const naming = (lane: any, rec: any, name: string) => ({ lane, rec, type: 'resident', set: { displayName: name } })
const changeOf = (w: any) => ({ id: newId(), v: 1, schema: 1, lane: w.lane, rec: w.rec, type: w.type, kind: 'set', set: { displayName: { v: w.set.displayName, over: [] } }, at: '2026-11-22T10:00:00.000Z', tz: 'x', skewMs: null, app: 't' }) as any
const office = memoryOffice()
const types: Record<string,string> = { '.js': 'text/javascript', '.html': 'text/html', '.css': 'text/css', '.svg': 'image/svg+xml', '.png':'image/png', '.webmanifest':'application/manifest+json', '.woff2':'font/woff2' }
const CSP = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' blob:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'; trusted-types sw-url"
const server = createServer(async (req, res) => {
  const url = req.url ?? '/'
  if (url.startsWith('/v1/')) {
    const chunks: Buffer[] = []
    for await (const c of req) chunks.push(c)
    const ac = new AbortController()
    res.on('close', () => ac.abort())
    const body = Buffer.concat(chunks).toString()
    try {
      const r = await office.fetch(url, { method: req.method ?? 'GET', headers: Object.entries(req.headers).map(([k, v]) => [k, String(v)] as [string,string]).filter(([k]) => !k.startsWith(':')), body: body || null, signal: ac.signal } as RequestInit)
      res.writeHead(r.status, Object.fromEntries(r.headers))
      res.flushHeaders()
      if (r.body) for await (const c of r.body as any) res.write(c)
      res.end()
    } catch { res.destroy() }
    return
  }
  const path = '/tmp/dist-device' + (existsSync('/tmp/dist-device' + url.split('?')[0]) && url !== '/' ? url.split('?')[0] : '/index.html')
  res.writeHead(200, { 'Content-Type': types[extname(path)] ?? 'application/octet-stream', 'Content-Security-Policy': CSP })
  res.end(readFileSync(path))
})
await new Promise<void>((r) => server.listen(4599, '127.0.0.1', r))
const { findChromium } = await import('../../scripts/browser.ts').catch(() => ({ findChromium: () => process.env.CHROMIUM_PATH ?? '/usr/bin/chromium' })) as any
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu'] })
const ctx = await browser.newContext({ viewport: { width: 390, height: 800 } })
const page = await ctx.newPage()
page.on('console', (m) => console.log('[console]', m.type(), m.text()))
page.on('pageerror', (e) => console.log('[pageerror]', e.message))
await page.goto('http://localhost:4599/')
await page.waitForTimeout(800)
const step = process.argv[2]
console.log((await page.locator('body').innerText()).slice(0, 600))
// drive the vault directly through the built chunks is not possible; use the form
await page.locator('input').first().fill('siv')
await page.locator('input[type=password]').fill('demo')
await page.keyboard.press('Enter')
await page.waitForTimeout(1500)
console.log('---1\n' + (await page.locator('body').innerText()).slice(0, 500))
for (const b of await page.locator('button').all()) console.log('button:', await b.innerText())
const radios = await page.locator('input[type=radio]').count()
console.log('radios', radios)
if (step === 'shot') await page.screenshot({ path: '/tmp/e2e/1.png' })
const go = page.locator('button[type=submit], .bf-act--call').last()
await go.click().catch((e: Error) => console.log('noclick', e.message))
await page.waitForTimeout(2500)
console.log('---2\n' + (await page.locator('body').innerText()).slice(0, 500))
await page.locator('button').last().click().catch(() => undefined)
await page.waitForTimeout(2000)
console.log('---3\n' + (await page.locator('body').innerText()).slice(0, 700))
console.log('opfs', await page.evaluate(async () => { const r = await navigator.storage.getDirectory(); const out: string[] = []; for await (const [n, h] of (r as any).entries()) out.push(n + ':' + (await h.getFile()).size); return out }))
console.log('dbs', await page.evaluate(async () => (await indexedDB.databases()).map((d) => d.name + '@' + d.version)))
console.log('sw', await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).map((r) => [r.active?.scriptURL, r.installing?.scriptURL])))
const user = office.userId('siv')
const { lane, resident } = aCase()
office.give(lane, user)
office.write(user, changeOf(naming(lane, resident, 'Kari Lyng Pokesen')))
await page.waitForTimeout(1500)
console.log('---4 after poke\n' + (await page.locator('body').innerText()).slice(0, 700))
await page.reload(); await page.waitForTimeout(1500)
console.log('---5 locked\n' + (await page.locator('body').innerText()).slice(0, 500))
await page.screenshot({ path: '/tmp/e2e/5.png' })
for (const b of await page.locator('button').all()) { const t = await b.innerText(); if (/fyll|demo|ord/i.test(t)) { await b.click(); break } }
await page.locator('button[type=submit]').click()
await page.waitForTimeout(2500)
console.log('---6 unlocked\n' + (await page.locator('body').innerText()).slice(0, 500))
await page.screenshot({ path: '/tmp/e2e/6.png' })
await browser.close(); server.close(); process.exit(0)
