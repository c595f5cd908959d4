// Photos and scanned letters at the office (DESIGN.md 5): pieces are taken in as they come, in any order and any number
// of times; when all are there they are opened, checked against their manifest and wrapped under the server key, one
// piece at a time, so that memory does not grow with the picture. What does not check out is held, never dropped.

import { createHash, type Hash } from 'node:crypto'
import type { Id } from '#domain/ids.ts'
import { openManifest, openPiece } from '#sealing/blob.ts'
import type { TransportKeys } from '#sealing/transport.ts'
import type { Bytes } from '#sealing/types.ts'
import { BLOB_LIMITS, type BlobAnswer, blobTypeOf, chunkBytes, Manifest, type Piece } from '#sync/blob.ts'
import { parse } from '#sync/wire.ts'
import { one, type Tx, transaction } from './db.ts'
import { type Enrolment, keysOf } from './enrolment.ts'
import { log } from './log.ts'
import type { Office } from './office.ts'
import { keepPromise } from './promise.ts'
import { say } from './verdict.ts'

export interface Arriving {
  readonly blob: Id
  readonly n: Piece
  readonly count: number
  readonly bytes: Bytes
}
export type Received = BlobAnswer | 'other-bytes' | 'quota'

interface Stored {
  readonly enrol: Id
  readonly state: 'arriving' | 'whole' | 'held'
  readonly why: 'bad' | 'revoked' | null
  readonly count: number
  readonly rseq: number | null
}

const MANIFEST = -1
const numberOf = (n: Piece): number => (n === 'm' ? MANIFEST : n)
const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()
/** Where a piece under the server key lies: it opens nowhere else. */
export const placeOf = (blob: Id, n: number, count: number): string => `bofast/v1/blob/${blob}/${n}/${count}`

/** One transaction per piece; answers after the commit. The last piece opens and checks the whole. */
export async function receive(office: Office, from: Enrolment, piece: Arriving): Promise<Received> {
  const keys = await keysOf(office, from)
  const received = await transaction(office.pool, (tx) => take(office, tx, from, keys, piece))
  if (received === 'other-bytes') log('blob-other-bytes', { enrol: from.id, blob: piece.blob })
  else if (received === 'quota') log('quota', { enrol: from.id })
  else if (received.held) log('blob-held', { enrol: from.id, blob: piece.blob })
  if (typeof received === 'object' && (received.whole || received.held || received.erased))
    await keepPromise(office, { custody: [piece.blob] })
  return received
}

async function take(office: Office, tx: Tx, from: Enrolment, keys: TransportKeys, piece: Arriving): Promise<Received> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [from.id]) // one piece of one phone at a time
  if (await isErased(tx, piece.blob)) return { ok: true, have: [], whole: false, erased: true }
  const there = await findBlob(tx, piece.blob)
  if (there && (there.enrol !== from.id || there.count !== piece.count)) return 'other-bytes'
  const digest = sha256(piece.bytes)
  const known = there && (await digestOf(tx, piece.blob, numberOf(piece.n)))
  if (known) return known.equals(digest) ? answerOf(tx, piece.blob) : 'other-bytes'
  if ((await unfinishedBytes(tx, from.id)) + piece.bytes.length > BLOB_LIMITS.unfinishedBytes) return 'quota'
  if (!there) await insertBlob(office, tx, from, piece)
  await insertPiece(tx, piece, digest)
  const manifest = piece.n === 'm' ? await readManifest(tx, from, keys, piece) : undefined
  if (manifest) await noteManifest(tx, manifest)
  if (await isComplete(tx, piece)) await settle(office, tx, from, keys, piece)
  return answerOf(tx, piece.blob)
}

const isErased = async (tx: Tx, blob: Id): Promise<boolean> =>
  (await tx.query('select 1 from blob_erased where id = $1', [blob])).rowCount === 1

async function findBlob(tx: Tx, blob: Id): Promise<Stored | undefined> {
  return (await tx.query<Stored>('select enrol, state, why, count, rseq from blob where id = $1 for update', [blob])).rows[0]
}

async function digestOf(tx: Tx, blob: Id, n: number): Promise<Buffer | undefined> {
  return (await tx.query<{ digest: Buffer }>('select digest from blob_chunk where blob = $1 and n = $2', [blob, n])).rows[0]?.digest
}

async function unfinishedBytes(tx: Tx, enrol: Id): Promise<number> {
  const { rows } = await tx.query<{ bytes: number }>(
    `select coalesce(sum(received), 0)::bigint as bytes from blob where enrol = $1 and state <> 'whole'`,
    [enrol],
  )
  return one(rows).bytes
}

/** Pieces that a restore brought without their blob are of no use: the phone has them all. */
async function insertBlob(office: Office, tx: Tx, from: Enrolment, { blob, count }: Arriving): Promise<void> {
  await tx.query('delete from blob_chunk where blob = $1', [blob])
  await tx.query('insert into blob (id, office, enrol, user_id, count) values ($1, $2, $3, $4, $5)', [
    blob,
    office.id,
    from.id,
    from.user,
    count,
  ])
}

async function insertPiece(tx: Tx, { blob, n, bytes }: Arriving, digest: Buffer): Promise<void> {
  await tx.query('insert into blob_chunk (blob, n, digest, ct) values ($1, $2, $3, $4)', [blob, numberOf(n), digest, Buffer.from(bytes)])
  await tx.query('update blob set received = received + $2 where id = $1', [blob, bytes.length])
}

async function readManifest(tx: Tx, from: Enrolment, keys: TransportKeys, { blob, count }: Omit<Arriving, 'n' | 'bytes'>) {
  const sealed = await sealedPiece(tx, blob, MANIFEST)
  const manifest = sealed && parse(Manifest, await openManifest(keys.blob, { enrol: from.id, blob, count }, sealed))
  return manifest?.blob === blob && manifest.chunks === count ? manifest : undefined
}

/** Known before the rest has come, so that an erasure finds it. */
const noteManifest = (tx: Tx, { blob, lane, rec, bytes, type, digest }: Manifest) =>
  tx.query('update blob set lane = $2, rec = $3, bytes = $4, type = $5, digest = $6 where id = $1', [
    blob,
    lane,
    rec,
    bytes,
    type,
    Buffer.from(digest, 'base64'),
  ])

async function sealedPiece(tx: Tx, blob: Id, n: number): Promise<Bytes | undefined> {
  const { rows } = await tx.query<{ ct: Buffer | null }>('select ct from blob_chunk where blob = $1 and n = $2 and kid is null', [blob, n])
  return rows[0]?.ct ? new Uint8Array(rows[0].ct) : undefined
}

async function isComplete(tx: Tx, { blob, count }: Arriving): Promise<boolean> {
  const { rows } = await tx.query<{ have: number }>('select count(*) as have from blob_chunk where blob = $1', [blob])
  return one(rows).have === count + 1
}

/** All pieces are here. Either every one is opened and wrapped anew, or none is and it is held as it came. */
async function settle(office: Office, tx: Tx, from: Enrolment, keys: TransportKeys, { blob, count }: Arriving): Promise<void> {
  const manifest = await readManifest(tx, from, keys, { blob, count })
  await tx.query('savepoint unopened')
  const isSound = manifest !== undefined && (await rewrap(office, tx, from, keys, manifest))
  if (!isSound) {
    await tx.query('rollback to savepoint unopened')
    await hold(office, tx, from, blob, 'bad', manifest)
  } else if (await isRecordErased(tx, from, manifest)) {
    await tx.query('delete from blob where id = $1', [blob])
  } else {
    await tx.query(
      `update blob set state = 'whole', whole_at = now(), rseq = (select rseq from enrolment where id = $2 for share) where id = $1`,
      [blob, from.id],
    )
    if (from.isRevoked) await hold(office, tx, from, blob, 'revoked', manifest)
  }
}

/** Shown to people among what is held, with the id alone: it holds no words. */
async function hold(office: Office, tx: Tx, from: Enrolment, blob: Id, why: 'bad' | 'revoked', manifest?: Manifest): Promise<void> {
  await tx.query(`update blob set state = 'held', why = $2 where id = $1`, [blob, why])
  const raw = JSON.stringify({ blob })
  const { rowCount } = await tx.query(
    'insert into custody (id, office, enrol, user_id, digest, raw) values ($1, $2, $3, $4, $5, $6) on conflict do nothing',
    [blob, office.id, from.id, from.user, sha256(Buffer.from(raw)), Buffer.from(raw)],
  )
  if (rowCount === 1) await say(tx, blob, 1, { s: 'held', why }, manifest?.lane)
}

async function rewrap(office: Office, tx: Tx, from: Enrolment, keys: TransportKeys, manifest: Manifest): Promise<boolean> {
  const hash = createHash('sha256')
  for (let n = 0; n < manifest.chunks; n++) {
    const plain = await checkedPiece(office, tx, from, keys, manifest, n)
    if (!plain) return false
    hash.update(plain)
    const { iv, ct } = await office.key.wrap(plain, placeOf(manifest.blob, n, manifest.chunks))
    await tx.query('update blob_chunk set kid = $3, iv = $4, ct = $5 where blob = $1 and n = $2', [
      manifest.blob,
      n,
      office.key.kid,
      Buffer.from(iv),
      Buffer.from(ct),
    ])
  }
  await tx.query('update blob_chunk set ct = null where blob = $1 and n = $2', [manifest.blob, MANIFEST])
  return isDigest(hash, manifest.digest)
}
const isDigest = (hash: Hash, digest: string): boolean => hash.digest('base64') === digest

/** The piece in plain, of the length its manifest says; the first must be what it claims to be. */
async function checkedPiece(
  office: Office,
  tx: Tx,
  from: Enrolment,
  keys: TransportKeys,
  manifest: Manifest,
  n: number,
): Promise<Bytes | undefined> {
  const sealed = await sealedPiece(tx, manifest.blob, n)
  const place = { enrol: from.id, blob: manifest.blob, n, count: manifest.chunks }
  const plain = sealed ? await openPiece(keys.blob, place, sealed) : await wrappedPiece(office, tx, manifest, n)
  if (plain?.length !== chunkBytes(manifest.bytes, n)) return undefined
  return n > 0 || blobTypeOf(plain) === manifest.type ? plain : undefined
}

/** A restore can bring some pieces as they were after the whole was known, and the rest from before. */
async function wrappedPiece(office: Office, tx: Tx, { blob, chunks }: Manifest, n: number): Promise<Bytes | undefined> {
  const { rows } = await tx.query<{ kid: number; iv: Buffer; ct: Buffer }>(
    'select kid, iv, ct from blob_chunk where blob = $1 and n = $2 and kid is not null',
    [blob, n],
  )
  const [row] = rows
  const plain =
    row && (await office.key.unwrap(row.kid, { iv: new Uint8Array(row.iv), ct: new Uint8Array(row.ct) }, placeOf(blob, n, chunks)))
  return typeof plain === 'string' ? undefined : plain
}

/**
 * Erased while the blob was on its way: something of its record is destroyed, nothing that is left in its case names the
 * blob, and nothing of this person is held there that might. Under a lock on the lane, which an erasure holds too: either
 * it sees this blob, or this sees the erasure.
 */
async function isRecordErased(tx: Tx, from: Enrolment, { lane, rec, blob }: Manifest): Promise<boolean> {
  await tx.query('select 1 from lane where id = $1 for share', [lane])
  const { rowCount } = await tx.query(
    `select 1 where exists (select 1 from change where lane = $1 and rec = $2 and body is null)
       and not exists (select 1 from change where lane = $1 and body is not null and position($3 in body) > 0)
       and not exists (select 1 from verdict v join custody c on c.id = v.id where v.lane = $1 and c.user_id = $4 and v.state = 'held'
         and not exists (select 1 from verdict w where w.id = v.id and w.n > v.n))`,
    [lane, rec, blob, from.user],
  )
  return rowCount === 1
}

async function answerOf(tx: Tx, blob: Id): Promise<BlobAnswer> {
  const there = await findBlob(tx, blob)
  if (!there) return { ok: true, have: [], whole: false, erased: true }
  const { rows } = await tx.query<{ n: number }>('select n from blob_chunk where blob = $1 order by n', [blob])
  return {
    ok: true,
    have: rows.map(({ n }) => (n === MANIFEST ? 'm' : n)),
    whole: there.state === 'whole',
    ...(there.state === 'held' ? { held: there.why ?? 'bad' } : {}),
    ...(there.state === 'whole' && (await isSafe(tx, there)) ? { safe: true } : {}),
  }
}

/** Two verified backups hold a later receipt of this phone, so they hold this too. */
async function isSafe(tx: Tx, { enrol, rseq }: Stored): Promise<boolean> {
  const { rowCount } = await tx.query('select 1 from safe_mark where enrol = $1 and rseq > $2', [enrol, rseq])
  return rowCount === 1
}
