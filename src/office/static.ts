// The built app out of dist/. Deep links get the app; a missing asset is 404 and never the app, or an old page would
// take HTML for a script. Files with a hash in their name are kept for ever, everything else is asked for anew.

import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import type { Context } from 'hono'
import { codeOf } from './fault.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.map': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
}
const NOT_BUILT = 'The app is not built yet: run npm run build.\n'

export function staticFiles(dist: string): (c: Context) => Promise<Response> {
  return async (c) => {
    const path = pathOf(c)
    if (path === undefined) return c.text('Not found\n', 404)
    const isPage = path === '/' || extname(path) === ''
    const file = await read(dist, isPage ? '/index.html' : path)
    if (file) return answer(c, isPage ? '/index.html' : path, file)
    return isPage ? c.text(NOT_BUILT, 503) : c.text('Not found\n', 404)
  }
}

/** Undefined for what would lead out of the folder, and for what is never a page. */
function pathOf(c: Context): string | undefined {
  let path: string
  try {
    path = decodeURIComponent(new URL(c.req.url).pathname)
  } catch {
    return undefined
  }
  if (path.includes('\0') || path.includes('\\') || path.split('/').includes('..')) return undefined
  return path.startsWith('/assets/') && extname(path) === '' ? undefined : path
}

async function read(dist: string, path: string): Promise<Buffer | undefined> {
  const file = normalize(join(dist, path))
  if (!file.startsWith(dist + sep)) return undefined
  try {
    return await readFile(file)
  } catch (error) {
    if (['ENOENT', 'EISDIR', 'ENOTDIR', 'ENAMETOOLONG'].includes(codeOf(error) ?? '')) return undefined
    throw error
  }
}

function answer(c: Context, path: string, file: Buffer): Response {
  const etag = `"${createHash('sha256').update(file).digest('base64url').slice(0, 22)}"`
  const isHashed = /^\/assets\/.*-[\w-]{8,}\.\w+/.test(path)
  const headers = {
    'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream',
    'Cache-Control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    ETag: etag,
  }
  if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers)
  return c.body(new Uint8Array(file), 200, headers)
}
