// One user on one device: its transport key, wrapped, and the cookie that lets it write while locked (DESIGN.md 5, 8).

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { type Id, type Instant, instant } from '#domain/ids.ts'
import { fromBase64 } from '#sealing/bytes.ts'
import { openChange } from '#sealing/envelope.ts'
import { TRANSPORT_KEY_BYTES, type TransportKeys, transportKeys } from '#sealing/transport.ts'
import type { Bytes } from '#sealing/types.ts'
import { CHAIN_START } from '#sync/chain.ts'
import { Change, Envelope, parse, SCHEMA } from '#sync/wire.ts'
import { Header } from '#sync/wire-doors.ts'
import { type Queryable, type Tx, transaction } from './db.ts'
import { newId } from './new-id.ts'
import type { Office } from './office.ts'

export interface Enrolment {
  readonly id: Id
  readonly user: Id
  readonly kid: number
  readonly isRevoked: boolean
  readonly badBytes: number
  readonly cookieHash: Buffer
  readonly wrapped: { readonly iv: Bytes; readonly ct: Bytes }
}

/** The server key that wrapped this enrolment's key is not here: answered 503, never held. */
export class KeyUnavailable extends Error {
  override readonly name = 'KeyUnavailable'
}

export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()
export const newSecret = (): string => randomBytes(32).toString('base64url')
const about = (enrol: Id): string => `bofast/v1/enrolment/${enrol}`

/** 32 bytes in base64, or undefined. */
export function transportKeyFrom(text: string): Bytes | undefined {
  try {
    const raw = fromBase64(text)
    return raw.length === TRANSPORT_KEY_BYTES ? raw : undefined
  } catch {
    return undefined
  }
}

export interface Enrolled {
  readonly id: Id
  /** The one cookie that opens its drop. */
  readonly cookie: string
  /** Whose place it took: their reads stop, what they still send applies normally (DESIGN.md 8). */
  readonly superseded: readonly Id[]
}
/** Live devices of one person (DESIGN.md 8). */
const MOST_LIVE = 2

/** `before` = the phone this browser was until now, if any. */
export async function enrol(office: Office, user: Id, key: Bytes, name: string, before: Id | undefined): Promise<Enrolled> {
  const id = newId()
  const cookie = newSecret()
  const wrapped = await office.key.wrap(key, about(id))
  return transaction(office.pool, async (tx) => {
    await tx.query('select 1 from account where id = $1 for no key update', [user])
    await tx.query(
      `insert into enrolment (id, office, user_id, name, kid, wrapped_iv, wrapped_ct, cookie_hash, rhash)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, office.id, user, name, office.key.kid, Buffer.from(wrapped.iv), Buffer.from(wrapped.ct), hashOf(cookie), CHAIN_START],
    )
    return { id, cookie, superseded: await supersede(tx, user, id, before) }
  })
}

/** The one that was in this browser, and the oldest of more than two. */
async function supersede(tx: Tx, user: Id, by: Id, before: Id | undefined): Promise<readonly Id[]> {
  const live = 'user_id = $1 and id <> $2 and revoked_at is null and superseded_by is null'
  const { rows } = await tx.query<{ id: Id }>(
    `update enrolment set superseded_by = $2 where ${live} and (id = $3 or id in
       (select id from enrolment where ${live} and id is distinct from $3 order by created_at desc, id offset $4)) returning id`,
    [user, by, before ?? null, MOST_LIVE - 1],
  )
  return rows.map(({ id }) => id)
}

/** What a phone last said was still on it: numbers and moments only. Nothing when it no longer stands. */
export async function lastHeardOf(db: Queryable, id: Id): Promise<{ left: number; oldest: Instant | null; seen: Instant } | undefined> {
  const { rows } = await db.query<{ left: number | null; oldest: Instant | null; seen: Date }>(
    `select left_count as left, left_oldest as oldest, seen_at as seen from enrolment
     where id = $1 and revoked_at is null and superseded_by is null`,
    [id],
  )
  const row = rows[0]
  return row && { left: row.left ?? 0, oldest: row.oldest, seen: instant(row.seen.toISOString()) }
}

/** From now on it reads nothing, and what it still sends is held. False when there is no such device here; twice is once. */
export async function revoke(office: Office, enrolment: Id, by: Id, reason: string): Promise<boolean> {
  const { rowCount } = await office.pool.query(
    `update enrolment set revoked_by = case when revoked_at is null then $3 else revoked_by end,
       revoked_why = case when revoked_at is null then $4 else revoked_why end, revoked_at = coalesce(revoked_at, now())
     where id = $1 and office = $2`,
    [enrolment, office.id, by, reason],
  )
  return rowCount === 1
}

/** A revoked phone is heard for 30 days more, and not without end (DESIGN.md 8). Afterwards it keeps what it has. */
export async function isHeardOut(db: Queryable, enrolment: Id): Promise<boolean> {
  const { rowCount } = await db.query(
    `select 1 from enrolment e where e.id = $1 and (e.revoked_at < now() - interval '30 days'
       or (select count(*) >= 2000 or sum(octet_length(c.raw)) > 50 * 1048576 from receipt r join custody c on c.id = r.id
           where r.enrol = e.id and c.received_at > e.revoked_at))`,
    [enrolment],
  )
  return rowCount === 1
}

/** A new drop cookie for an enrolment that has proven its key; the one before opens nothing more. */
export async function renewCookie(db: Queryable, enrolment: Id): Promise<string> {
  const cookie = newSecret()
  await db.query('update enrolment set cookie_hash = $2 where id = $1', [enrolment, hashOf(cookie)])
  return cookie
}

interface Stored {
  readonly id: Id
  readonly user_id: Id
  readonly kid: number
  readonly revoked_at: Date | null
  readonly bad_bytes: number
  readonly cookie_hash: Buffer
  readonly wrapped_iv: Buffer
  readonly wrapped_ct: Buffer
}

export async function findEnrolment(db: Queryable, id: Id): Promise<Enrolment | undefined> {
  const { rows } = await db.query<Stored>(
    'select id, user_id, kid, revoked_at, bad_bytes, cookie_hash, wrapped_iv, wrapped_ct from enrolment where id = $1',
    [id],
  )
  const row = rows[0]
  return (
    row && {
      id: row.id,
      user: row.user_id,
      kid: row.kid,
      isRevoked: row.revoked_at !== null,
      badBytes: row.bad_bytes,
      cookieHash: row.cookie_hash,
      wrapped: { iv: new Uint8Array(row.wrapped_iv), ct: new Uint8Array(row.wrapped_ct) },
    }
  )
}

export const hasCookie = (enrolment: Enrolment, cookie: string | undefined): boolean =>
  cookie !== undefined && timingSafeEqual(hashOf(cookie), enrolment.cookieHash)

/** Throws KeyUnavailable; what is damaged counts as unavailable too, since no envelope is to blame for it. */
export async function keysOf(office: Office, enrolment: Enrolment): Promise<TransportKeys> {
  const raw = await office.key.unwrap(enrolment.kid, enrolment.wrapped, about(enrolment.id))
  if (typeof raw === 'string') throw new KeyUnavailable()
  return transportKeys(raw)
}

/** What an envelope held: a change; something of a later schema that we cannot read yet; or nothing for us. */
export interface Opened {
  readonly change: Change | undefined
  readonly isNewer: boolean
}
const NOTHING: Opened = { change: undefined, isNewer: false }

/** No change when it is not of this enrolment, cannot be opened, is no change, or carries another id than its envelope. */
export async function openEnvelope(keys: TransportKeys, enrolment: Id, envelope: Envelope): Promise<Opened> {
  return envelope.enrol === enrolment ? openedFrom(await openChange(keys.seal, envelope), envelope.id) : NOTHING
}

export function openedFrom(value: unknown, id: Id): Opened {
  const change = parse(Change, value)
  if (change) return change.id === id ? { change, isNewer: change.schema > SCHEMA } : NOTHING
  const header = parse(Header, value)
  return header?.id === id ? { change: undefined, isNewer: header.schema > SCHEMA } : NOTHING
}

/** What lies in custody, opened again; a desk's change lies there as it came. */
export async function openKept(office: Office, db: Queryable, enrolment: Id | null, raw: string): Promise<Change | undefined> {
  if (enrolment === null) return parse(Change, JSON.parse(raw))
  const found = await findEnrolment(db, enrolment)
  const envelope = parse(Envelope, JSON.parse(raw))
  return found && envelope ? (await openEnvelope(await keysOf(office, found), enrolment, envelope)).change : undefined
}

/** What the device says still waits on it: for the lost-phone sheet. */
export async function noteLeft(db: Queryable, enrolment: Id, left: number, oldest: Instant | null): Promise<void> {
  await db.query('update enrolment set seen_at = now(), left_count = $2, left_oldest = $3 where id = $1', [
    enrolment,
    Math.min(left, 1_000_000),
    oldest,
  ])
}
