// PUT /v1/drop/{enrol}/blob/{id}/{n}: one sealed piece of a photo or a letter, by the drop cookie, so also while the phone
// is locked. GET /v1/blob/{id}: the whole of it, to whoever may read the lane of the record that refers to it. Not yours
// is answered like not there.

import type { Context } from 'hono'
import { type Id, isId } from '#domain/ids.ts'
import { OVERHEAD_BYTES } from '#sealing/blob.ts'
import { BLOB_LIMITS, CHUNK_BYTES, type Piece } from '#sync/blob.ts'
import { type Arriving, receive } from './blob.ts'
import { findWhole, plainPieces, type WholeBlob } from './blob-reading.ts'
import { deskCookie, dropCookie, setDropCookie } from './cookies.ts'
import { touchSession } from './desk-session.ts'
import { findEnrolment, hasCookie } from './enrolment.ts'
import { bodyBytes, isOwnSite, refused, tooMany } from './http.ts'
import { mayRead, reachOf, unshielded } from './lane-access.ts'
import { limiter } from './limits.ts'
import { now, type Office } from './office.ts'
import { proven } from './proof.ts'

type Handler = (c: Context) => Promise<Response>
const QUOTA_RETRY_S = 900
const FULL_PIECE = CHUNK_BYTES + OVERHEAD_BYTES

export function putBlob(office: Office): Handler {
  const pieces = limiter(BLOB_LIMITS.piecesPerMinute)
  return async (c) => {
    const [enrol, blob] = [c.req.param('enrol'), c.req.param('blob')]
    if (!isId(enrol) || !isId(blob)) return refused(c, 404, 'not-found')
    if (!isOwnSite(c)) return refused(c, 403, 'wrong-site')
    const [enrolment, cookie] = [await findEnrolment(office.pool, enrol), dropCookie(c)]
    if (!enrolment || cookie === undefined || !hasCookie(enrolment, cookie)) return refused(c, 401, 'not-enrolled')
    const allowed = pieces.take(enrol)
    if (!allowed.ok) return tooMany(c, allowed.retryAfter)
    const piece = await pieceOf(c, blob)
    if (piece instanceof Response) return piece
    const received = await receive(office, enrolment, piece)
    if (received === 'quota') return tooMany(c, QUOTA_RETRY_S, 'quota')
    if (received === 'other-bytes') return refused(c, 409, 'other-bytes')
    setDropCookie(c, enrol, cookie)
    return c.json(received)
  }
}

/** The piece, numbered and of the only length it can have; or the refusal. */
async function pieceOf(c: Context, blob: Id): Promise<Arriving | Response> {
  if (!/^application\/octet-stream$/i.test(c.req.header('content-type') ?? '')) return refused(c, 415, 'wrong-type')
  const count = wholeNumber(c.req.header('bofast-pieces'))
  const n = numberOf(c.req.param('n'), count ?? 0)
  if (count === undefined || count < 1 || n === undefined) return refused(c, 400, 'bad-shape')
  if (count > BLOB_LIMITS.chunks) return refused(c, 413, 'too-large')
  const bytes = await bodyBytes(c, n === 'm' ? BLOB_LIMITS.manifestBytes : FULL_PIECE)
  if (bytes instanceof Response) return bytes
  return isFitting(bytes.length, n, count) ? { blob, n, count, bytes } : refused(c, 400, 'bad-shape')
}

const wholeNumber = (text: string | undefined): number | undefined => (text && /^\d{1,4}$/.test(text) ? Number(text) : undefined)

function numberOf(text: string | undefined, count: number): Piece | undefined {
  if (text === 'm') return 'm'
  const n = wholeNumber(text)
  return n !== undefined && n < count && String(n) === text ? n : undefined
}

/** Only the last piece is shorter than the others. */
const isFitting = (length: number, n: Piece, count: number): boolean =>
  typeof n === 'number' && n < count - 1 ? length === FULL_PIECE : length > OVERHEAD_BYTES

export function getBlob(office: Office): Handler {
  return async (c) => {
    if (!isOwnSite(c)) return refused(c, 403, 'wrong-site')
    const reader = await readerOf(office, c)
    if (reader instanceof Response) return reader
    const blob = c.req.param('blob')
    const found = isId(blob) ? await findWhole(office.pool, blob) : undefined
    if (!found || !(await reader.mayRead(found))) return refused(c, 404, 'not-found')
    await logRead(office, reader, found)
    return c.body(ReadableStream.from(plainPieces(office, found)), 200, headersOf(found))
  }
}

interface Reader {
  readonly user: Id
  readonly enrol?: Id
  readonly mayRead: (blob: WholeBlob) => Promise<boolean>
}

/** A phone proves its key and never gets what is shielded; a desk opens by name, which is logged. */
async function readerOf(office: Office, c: Context): Promise<Reader | Response> {
  if (c.req.header('bofast-proof') !== undefined) {
    const enrolment = await proven(office, c, new Uint8Array())
    if (enrolment instanceof Response) return enrolment
    return { user: enrolment.user, enrol: enrolment.id, mayRead: (blob) => isOnPhones(office, enrolment.user, blob) }
  }
  const user = await touchSession(office, deskCookie(c))
  if (!user) return refused(c, 401, 'signed-out', { now: now() })
  return { user, mayRead: ({ lane }) => mayRead(office.pool, office.id, user, lane) }
}

async function isOnPhones(office: Office, user: Id, { lane }: WholeBlob): Promise<boolean> {
  const reach = (await reachOf(office.pool, office.id, user)).filter((one) => one.lane === lane)
  return reach.length > 0 && (await unshielded(office.pool, reach)).length > 0
}

const logRead = (office: Office, { user, enrol }: Reader, { lane }: WholeBlob) =>
  office.pool.query('insert into access_event (office, user_id, enrol, lane, what) values ($1, $2, $3, $4, $5)', [
    office.id,
    user,
    enrol ?? null,
    lane,
    'blob',
  ])

/** The type is one of three, by our own list; whatever is not a picture is never drawn in our own origin. */
const headersOf = ({ type, bytes }: WholeBlob): Record<string, string> => ({
  'Content-Type': type,
  'Content-Length': String(bytes),
  'Content-Disposition': type.startsWith('image/') ? 'inline' : 'attachment; filename="dokument.pdf"',
})
