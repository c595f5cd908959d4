// What is held only for the time being: a signature that came before what it covers (`awaits`) is tried again whenever its
// lane moves, and what is of a later schema (`later`) whenever the office starts, since it may be a newer one now
// (DESIGN.md 3, Guards). Each in a transaction of its own.

import type { Id, LaneId } from '#domain/ids.ts'
import { type Change, SCHEMA } from '#sync/wire.ts'
import { type Tx, transaction } from './db.ts'
import { rederiveMatter } from './derive.ts'
import { openKept } from './enrolment.ts'
import { append } from './journal.ts'
import type { Office } from './office.ts'
import { keepPromise } from './promise.ts'
import { AWAITING, latestOf, type Standing, say, type Verdict } from './verdict.ts'

/**
 * Goes round again as long as one was applied: it may be what another one waits for. Resolves to what was decided anew, to
 * be kept by the caller before it answers.
 */
export async function retryAwaiting(office: Office, lane: LaneId): Promise<readonly Id[]> {
  const decided: Id[] = []
  for (let isMoving = true; isMoving; ) {
    isMoving = false
    for (const id of await awaitingIn(office, lane)) {
      const retried = await transaction(office.pool, (tx) => retryAwaits(office, tx, id))
      if (!retried) continue
      decided.push(id)
      await moved(office, retried)
      isMoving ||= retried.verdict.s === 'applied'
    }
  }
  return decided
}

/** At the start of the office. Whatever an upgrade lets us read now is judged as if it came today. */
export async function retryLater(office: Office): Promise<void> {
  const { rows } = await office.pool.query<{ id: Id }>(
    `select v.id from verdict v where v.why = 'later' and v.state = 'held'
       and not exists (select 1 from verdict after where after.id = v.id and after.n > v.n) order by v.at, v.id`,
  )
  const decided: Id[] = []
  for (const { id } of rows) {
    const retried = await transaction(office.pool, (tx) => retryNewer(office, tx, id))
    if (!retried) continue
    decided.push(id)
    await moved(office, retried)
    if (retried.verdict.s === 'applied') decided.push(...(await retryAwaiting(office, retried.lane)))
  }
  await keepPromise(office, { custody: decided })
}

interface Retried {
  readonly lane: LaneId
  readonly verdict: Verdict
}

async function moved(office: Office, { lane, verdict }: Retried): Promise<void> {
  office.moved(lane)
  if (verdict.s === 'applied') await rederiveMatter(office, lane)
}

async function awaitingIn(office: Office, lane: LaneId): Promise<readonly Id[]> {
  const { rows } = await office.pool.query<{ id: Id }>(`select v.id from verdict v where v.lane = $1 and ${AWAITING} order by v.at, v.id`, [
    lane,
  ])
  return rows.map((row) => row.id)
}

const retryAwaits = (office: Office, tx: Tx, id: Id): Promise<Retried | undefined> =>
  retry(
    office,
    tx,
    id,
    ({ why }) => why === 'awaits',
    () => true,
  )

const retryNewer = (office: Office, tx: Tx, id: Id): Promise<Retried | undefined> =>
  retry(
    office,
    tx,
    id,
    ({ why }) => why === 'later',
    ({ schema }) => schema <= SCHEMA,
  )

/** Undefined when nothing new can be said. A coordinator's word that was given before still counts. */
async function retry(
  office: Office,
  tx: Tx,
  id: Id,
  isFor: (last: Standing) => boolean,
  isReady: (change: Change) => boolean,
): Promise<Retried | undefined> {
  const kept = await lockKept(tx, id)
  const last = await latestOf(tx, id)
  if (!kept?.raw || !last || last.state !== 'held' || !isFor(last)) return undefined
  const found = await openKept(office, tx, kept.enrol, kept.raw.toString())
  if (!found || !isReady(found)) return undefined
  const change = { ...found, id }
  const verdict = await append(office, tx, {
    change,
    actor: kept.user,
    ...(kept.enrol ? { enrol: kept.enrol } : {}),
    ...(last.how === 'release' && last.by ? { releasedBy: last.by } : {}),
  })
  if (verdict.s === 'held' && verdict.why === last.why) return undefined
  await say(tx, id, last.n + 1, verdict, change.lane)
  return { lane: change.lane, verdict }
}

export interface KeptRaw {
  readonly user: Id
  readonly enrol: Id | null
  /** null once it is erased. */
  readonly raw: Buffer | null
}

/** The row in custody, locked, so that two do not decide about it at once. */
export async function lockKept(tx: Tx, id: Id): Promise<KeptRaw | undefined> {
  const { rows } = await tx.query<KeptRaw>('select user_id as "user", enrol, raw from custody where id = $1 for update', [id])
  return rows[0]
}
