// The office's answer to a question for a photo or a letter, on a phone and at a desk alike: bytes of one of three kinds,
// of the length it says, or plainly not.

import type { Id } from '#domain/ids.ts'
import { isBlobType } from '#sync/blob.ts'
import type { BlobRead } from './casebook.ts'
import { isFromOffice } from './reach.ts'

const UNREACHABLE: BlobRead = { ok: false, refusal: { kind: 'unreachable' } }

export async function blobFrom(response: Response | undefined, office: Id): Promise<BlobRead> {
  if (!response || !isFromOffice(response, office)) return UNREACHABLE
  if (response.status === 404) return { ok: false, refusal: { kind: 'notFound' } }
  if (response.status === 401) return { ok: false, refusal: { kind: 'signedOut' } }
  const { headers } = response
  const type = headers.get('Content-Type')
  const bytes = await response.arrayBuffer().catch(() => undefined)
  if (!response.ok || !isBlobType(type) || bytes?.byteLength !== Number(headers.get('Content-Length'))) return UNREACHABLE
  return { ok: true, bytes: new Uint8Array(bytes), type }
}
