// Taking custody (DESIGN.md 1 decision 4, and 6): whatever arrives is kept before it is judged, and never rejected.
// What cannot be applied is held for a person. The same id with the same bytes from the same person gets the stored
// answer; the same id with other bytes is held as a clash under an id the office makes. Drafts are parked instead.

import { createHash } from 'node:crypto'
import { type Id, laneKind } from '#domain/ids.ts'
import { firstLook } from '#sync/custody.ts'
import type { Change, DropResult, HeldReason } from '#sync/wire.ts'
import { retryAwaiting } from './awaiting.ts'
import { isPoison, one, type Queryable, type Tx, transaction } from './db.ts'
import { appendIn, type Lane } from './journal.ts'
import { log } from './log.ts'
import { newId } from './new-id.ts'
import type { Office, Promised } from './office.ts'
import { finishDraft, park } from './parked.ts'
import { receipt } from './receipts.ts'
import type { Moved } from './settle.ts'
import { say, type Verdict } from './verdict.ts'

export interface Arrival {
  readonly id: Id
  readonly user: Id
  readonly enrol?: Id
  /** As it came: the sealed envelope, or the desk's change. */
  readonly raw: string
  /** Undefined when it could not be opened or parsed. */
  readonly change: Change | undefined
  /** It says itself that it is of a later schema than ours: held `later`, also when we cannot read it. */
  readonly isNewer?: boolean
  readonly isRevoked?: boolean
  readonly isOfficeOwn?: boolean
}

export interface Taken {
  readonly result: DropResult
  /** To be kept outside the database too before anybody is answered. */
  readonly promised: Promised
}

export const digestOfRaw = (raw: string): Buffer => createHash('sha256').update(raw).digest()

/** One transaction; comes back after the commit. `moved` gets the lane, to be settled before anybody is answered. */
export async function take(office: Office, arrival: Arrival, moved: Moved): Promise<Taken> {
  const { change } = arrival
  if (change?.kind !== 'draft' || !change.draft) return takeChange(office, arrival, moved)
  if (await park(office, change, arrival)) return { result: { id: change.id, s: 'parked' }, promised: { parked: [change.draft] } }
  return takeChange(office, { ...arrival, change: undefined }, moved)
}

async function takeChange(office: Office, arrival: Arrival, moved: Moved): Promise<Taken> {
  return finished(office, arrival, await attempt(office, arrival), moved)
}

/** After the commit: who is told, what waited for it, and what must be kept outside the database. */
export async function finished(office: Office, arrival: Arrival, { result, kept, isAwaited }: Kept, moved: Moved): Promise<Taken> {
  const { change, user } = arrival
  const isNew = result.s === 'applied' && result.seq === 1 && change !== undefined
  const woken = change ? await afterwards(office, change, result, isAwaited, moved) : []
  if (result.s === 'held') log('held', { change: result.id, ...(arrival.enrol ? { enrol: arrival.enrol } : {}) })
  return {
    result,
    promised: {
      custody: [kept, ...woken],
      ...(isNew ? { access: [{ user, lane: change.lane }] } : {}),
      ...(change?.finishes ? { parked: [change.finishes] } : {}),
    },
  }
}

/** A held change moves the desk too: a person must see it. Resolves to what was waiting for it and now stands. */
async function afterwards(office: Office, { lane }: Change, { s }: DropResult, isAwaited: boolean, moved: Moved): Promise<readonly Id[]> {
  if (s === 'held' && laneKind(lane) !== 'office') office.moved(lane)
  if (s !== 'applied') return []
  moved.add(lane)
  return isAwaited ? retryAwaiting(office, lane) : []
}

export interface Kept {
  readonly result: DropResult
  /** Under which id it lies: its own, or for a clash the office's. */
  readonly kept: Id
  /** Something held in its lane may have waited for it. */
  readonly isAwaited: boolean
}

async function attempt(office: Office, arrival: Arrival): Promise<Kept> {
  try {
    return await transaction(office.pool, (tx) => custody(office, tx, arrival))
  } catch (error) {
    if (!arrival.change || !isPoison(error)) throw error
    log('poison', { change: arrival.id })
    return transaction(office.pool, (tx) => custody(office, tx, { ...arrival, change: undefined }))
  }
}

async function custody(office: Office, tx: Tx, arrival: Arrival): Promise<Kept> {
  const { id } = arrival
  const digest = digestOfRaw(arrival.raw)
  const { isNew, lane } = await keep(office, tx, id, arrival, digest, null)
  if (!isNew) return known(office, tx, arrival, digest)
  return judged(office, tx, id, id, arrival, digest, await decide(office, tx, arrival, lane))
}

/** `as` = the id it came with, `id` = the one it lies under. */
async function judged(office: Office, tx: Tx, as: Id, id: Id, arrival: Arrival, digest: Buffer, verdict: Verdict): Promise<Kept> {
  const { change, user, enrol, raw } = arrival
  const isAwaited = await say(tx, id, 1, verdict, change?.lane)
  if (change) await finishDraft(office, tx, change, user)
  const rseq = enrol ? await receipt(tx, enrol, { id, digest, badBytes: verdict.why === 'bad' ? raw.length : 0 }) : undefined
  // In a new lane nothing was locked: what waits there may have come meanwhile.
  return { result: { id: as, ...verdict, ...(rseq === undefined ? {} : { rseq }) }, kept: id, isAwaited: isAwaited || verdict.seq === 1 }
}

/** Custody first, then the lock of the lane it is for, in one go. */
const KEEP = `
  with kept as (insert into custody (id, office, enrol, user_id, digest, raw, claims) values ($1, $2, $3, $4, $5, $6, $7)
      on conflict do nothing returning 1),
    locked as (select head, head_hash from lane where id = $8 for update)
  select exists (select 1 from kept) as "isNew", (select head from locked) as head, (select head_hash from locked) as hash`

interface KeptIn {
  readonly isNew: boolean
  /** Locked; undefined when there is none yet. */
  readonly lane: Lane | undefined
}

async function keep(office: Office, tx: Tx, id: Id, arrival: Arrival, digest: Buffer, claims: Id | null): Promise<KeptIn> {
  const { enrol, user, raw, change, isRevoked } = arrival
  const lane = change && !isRevoked && claims === null ? change.lane : null
  const { rows } = await tx.query<{ isNew: boolean; head: number | null; hash: string | null }>(KEEP, [
    ...[id, office.id, enrol ?? null, user, digest, Buffer.from(raw), claims, lane],
  ])
  const { isNew, head, hash } = one(rows)
  return { isNew, lane: head === null || hash === null ? undefined : { head, hash } }
}

async function decide(office: Office, tx: Tx, arrival: Arrival, lane: Lane | undefined): Promise<Verdict> {
  if (arrival.isRevoked) return { s: 'held', why: 'revoked' }
  if (!arrival.change) return { s: 'held', why: arrival.isNewer ? 'later' : 'bad' }
  const { change, user, enrol, isOfficeOwn = false } = arrival
  return appendIn(office, tx, { change, actor: user, isOfficeOwn, isSettledLater: true, ...(enrol ? { enrol } : {}) }, lane)
}

/** The id is here already: what was answered before, or a clash with another change of the same id. */
async function known(office: Office, tx: Tx, arrival: Arrival, digest: Buffer): Promise<Kept> {
  const { id, user, enrol } = arrival
  const { rows } = await tx.query<{ user: Id; digest: string; isErased: boolean }>(
    `select user_id as "user", encode(digest, 'hex') as digest,
       exists (select 1 from verdict v where v.id = custody.id and v.state = 'erased') as "isErased" from custody where id = $1`,
    [id],
  )
  switch (firstLook(rows[0], { user, digest: digest.toString('hex') })) {
    case 'new':
      throw new TypeError('an id in custody is there')
    case 'erased':
      return { result: { id, s: 'erased' }, kept: id, isAwaited: false }
    case 'stored':
      return { result: one(await answersOf(tx, arrival, [id])), kept: id, isAwaited: true }
    case 'clash':
      return clash(office, tx, arrival, digest, enrol)
  }
}

/** Kept under an id of the office's own, so that a person can still let it through; the same bytes once. */
async function clash(office: Office, tx: Tx, arrival: Arrival, digest: Buffer, enrol: Id | undefined): Promise<Kept> {
  const { id, user } = arrival
  const own = newId()
  if ((await keep(office, tx, own, arrival, digest, id)).isNew)
    return judged(office, tx, id, own, arrival, digest, { s: 'held', why: 'clash' })
  const { rows } = await tx.query<{ id: Id }>('select id from custody where claims = $1 and user_id = $2 and digest = $3', [
    id,
    user,
    digest,
  ])
  const before = one(rows).id
  const { s, why, rseq } = one(await storedOf(tx, user, enrol, [before]))
  return { result: { id, s, ...(why ? { why } : {}), ...(rseq === undefined ? {} : { rseq }) }, kept: before, isAwaited: false }
}

/** What is in custody is never a draft. */
type Answered = DropResult & { readonly s: Exclude<DropResult['s'], 'parked'> }
interface Asker {
  readonly user: Id
  readonly enrol?: Id | undefined
}

/**
 * Where each of this person's ids is now; an id that is not in the answer is not known here. An id that only lies here as
 * a clash is answered by that. `rseq` is the place in the asking enrolment's own log.
 */
export async function answersOf(db: Queryable, { user, enrol }: Asker, ids: readonly Id[]): Promise<readonly Answered[]> {
  if (ids.length === 0) return []
  const { rows } = await db.query<{ id: Id; as: Id }>(
    `select distinct on ("as") id, coalesce(claims, id) as "as" from custody
     where user_id = $1 and ((id = any($2) and claims is null) or claims = any($2))
     order by "as", claims is not null, received_at desc, id`,
    [user, ids],
  )
  const stored = await storedOf(
    db,
    user,
    enrol,
    rows.map(({ id }) => id),
  )
  const byId = new Map(stored.map((answer) => [answer.id, answer]))
  return rows.flatMap(({ id, as }) => {
    const answer = byId.get(id)
    return answer ? [{ ...answer, id: as }] : []
  })
}

async function storedOf(db: Queryable, user: Id, enrol: Id | undefined, ids: readonly Id[]): Promise<readonly Answered[]> {
  const { rows } = await db.query<{ id: Id; state: Answered['s']; seq: number | null; why: HeldReason | null; rseq: number | null }>(
    `select distinct on (c.id) c.id, v.state, v.seq, v.why, r.rseq from custody c
     join verdict v on v.id = c.id left join receipt r on r.id = c.id and r.enrol = $3
     where c.user_id = $1 and c.id = any($2) order by c.id, v.n desc`,
    [user, ids, enrol ?? null],
  )
  return rows.map(({ id, state, seq, why, rseq }) => ({
    id,
    s: state,
    ...(seq === null ? {} : { seq }),
    ...(rseq === null ? {} : { rseq }),
    ...(why === null ? {} : { why }),
  }))
}
