// What waits for a person (DESIGN.md 3, Guards): held changes with their words, and drafts that nobody will finish. Seen by
// whoever may decide and by the author. A lane that nobody coordinates is the leader's; what is in no lane yet belongs to
// the case workers and leaders of the office. Reading it is logged before it is answered.

import { type Id, type Instant, instant, isId, type LaneId, laneKind, laneSubject } from '#domain/ids.ts'
import type { TransportKeys } from '#sealing/transport.ts'
import { type Decision, decisionsFor } from '#sync/custody.ts'
import { type Change, Envelope, type HeldReason, parse } from '#sync/wire.ts'
import type { HeldChange, Unfinished } from '#sync/wire-doors.ts'
import { rolesOf } from './access-change.ts'
import type { Queryable } from './db.ts'
import { findEnrolment, keysOf, openEnvelope, openedFrom } from './enrolment.ts'
import type { Office } from './office.ts'
import { contentOf } from './parked.ts'

const STANDING = 'x.ended_at is null and (x.until is null or x.until > now())'
/** $1 office, $2 user, $3 their roles; `of` = the alias of what has a `lane`. */
const decides = (of: 'v' | 'p'): string => `(
  (${of}.lane is null and $3::text[] && array['case_worker', 'leader'])
  or exists (select 1 from access x where x.lane = ${of}.lane and x.user_id = $2 and x.role = 'coordinator' and ${STANDING})
  or (${of}.lane = 'office/' || $1 and $3::text[] && array['leader', 'admin'])
  or (${of}.lane <> 'office/' || $1 and 'leader' = any($3) and not exists (select 1 from access x join account y on y.id = x.user_id
      where x.lane = ${of}.lane and x.role = 'coordinator' and y.disabled_at is null and ${STANDING}))
  or (${of}.lane ~ '^(case|inquiry)/' and 'case_worker' = any($3) and not exists (select 1 from lane l where l.id = ${of}.lane)))`

/** More than anybody gets through in a day; what is in a lane comes before what could not be opened. */
const MOST = 1000

interface Stored {
  readonly id: Id
  readonly user: Id
  readonly enrol: Id | null
  readonly raw: Buffer | null
  readonly received: Date
  readonly why: HeldReason
  readonly lane: LaneId | null
  readonly may: boolean
  readonly isShielded: boolean
}

export async function heldFor(office: Office, user: Id): Promise<readonly HeldChange[]> {
  const { rows } = await office.pool.query<Stored>(
    `select * from (select c.id, c.user_id as "user", c.enrol, c.raw, c.received_at as received, v.why, v.lane, ${decides('v')} as may,
       exists (select 1 from summary s where s.is_shielded and (s.lane = v.lane
         or s.lane = (select k.linked_case from link k where k.lane = v.lane))) as "isShielded"
     from verdict v join custody c on c.id = v.id
     where v.state = 'held' and c.office = $1 and not exists (select 1 from verdict w where w.id = v.id and w.n > v.n)) h
     where h.may or h."user" = $2 order by h.lane is null, h.received desc, h.id limit ${MOST}`,
    [office.id, user, await rolesOf(office, office.pool, user)],
  )
  const open = opener(office)
  const held: HeldChange[] = []
  for (const row of rows) held.push(heldChange(row, await open(row)))
  await logRead(
    office,
    user,
    held.flatMap(({ lane, set }) => (lane && set ? [lane] : [])),
  )
  return held.sort((a, b) => (a.at < b.at ? -1 : 1))
}

function heldChange({ id, user, received, why, lane, may, isShielded }: Stored, change: Change | undefined): HeldChange {
  const about = change && { rec: change.rec, type: change.type, kind: change.kind }
  // The words of a strictly protected home stand in no list (DESIGN.md 8); the decision is still somebody's.
  const words = change?.set && !isShielded ? { set: change.set } : {}
  return {
    ...{ id, by: user, why, at: change?.at ?? instantOf(received) },
    ...(lane ? { lane } : {}),
    ...about,
    ...words,
    may: may ? decisionsFor(why).filter((how) => isPossible(how, change, user)) : [],
  }
}

const instantOf = (date: Date): Instant => instant(date.toISOString())

/** Only what could be opened can be let through, and never into the own lane of somebody else. */
export function isPossible(how: Decision, change: Change | undefined, author: Id): boolean {
  if (how === 'close') return true
  return change !== undefined && (laneKind(change.lane) !== 'user' || laneSubject(change.lane) === author)
}

type Open = (stored: Pick<Stored, 'id' | 'enrol' | 'raw'>) => Promise<Change | undefined>
/** Each device's key is unwrapped once. What lies under an id of the office's own was sealed under another. */
function opener(office: Office): Open {
  const keys = new Map<Id, TransportKeys>()
  return async ({ id, enrol, raw }) => {
    const kept: unknown = raw ? JSON.parse(raw.toString()) : undefined
    if (!enrol) return openedFrom(kept, idIn(kept) ?? id).change
    const envelope = parse(Envelope, kept)
    const device = envelope && !keys.has(enrol) ? await findEnrolment(office.pool, enrol) : undefined
    if (device) keys.set(enrol, await keysOf(office, device))
    const known = keys.get(enrol)
    return envelope && known ? (await openEnvelope(known, enrol, envelope)).change : undefined
  }
}
const idIn = (kept: unknown): Id | undefined => (typeof kept === 'object' && kept && 'id' in kept && isId(kept.id) ? kept.id : undefined)

interface Draft {
  readonly draft: Id
  readonly by: Id
  readonly lane: LaneId
  readonly rec: Id
  readonly type: string
  readonly at: Instant
  readonly body: string
  readonly isShielded: boolean
}

/** Drafts whose author's device is revoked, or who no longer has the lane (DESIGN.md 2, Drafts). */
export async function unfinishedFor(office: Office, user: Id): Promise<readonly Unfinished[]> {
  const { rows } = await office.pool.query<Draft>(
    `select p.draft, p.user_id as by, p.lane, p.rec, p.type, p.at, p.body,
       exists (select 1 from summary s where s.is_shielded and s.lane = p.lane) as "isShielded"
     from parked p left join enrolment e on e.id = p.enrol
     where p.office = $1 and p.body is not null and (p.user_id = $2 or ${decides('p')})
       and (e.revoked_at is not null or (p.lane ~ '^(case|inquiry)/' and exists (select 1 from lane l where l.id = p.lane)
         and not exists (select 1 from access x join account y on y.id = x.user_id
           where x.lane = p.lane and x.user_id = p.user_id and y.disabled_at is null and ${STANDING})))
     order by p.received_at, p.draft limit ${MOST}`,
    [office.id, user, await rolesOf(office, office.pool, user)],
  )
  await logRead(
    office,
    user,
    rows.flatMap(({ lane, isShielded }) => (isShielded ? [] : [lane])),
  )
  return rows.map(({ body, isShielded, ...about }) => ({ ...about, content: isShielded ? null : contentOf(body).content }))
}

async function logRead(office: Office, user: Id, lanes: readonly LaneId[]): Promise<void> {
  await office.pool.query(`insert into access_event (office, user_id, lane, what) select $1, $2, unnest($3::text[]), 'held'`, [
    office.id,
    user,
    [...new Set(lanes)],
  ])
}

/** May this person decide about this change? Its author may not, unless they coordinate. */
export async function mayDecide(office: Office, db: Queryable, user: Id, id: Id): Promise<boolean> {
  const { rowCount } = await db.query(
    `select 1 from verdict v join custody c on c.id = v.id where c.office = $1 and v.id = $4
       and not exists (select 1 from verdict w where w.id = v.id and w.n > v.n) and ${decides('v')}`,
    [office.id, user, await rolesOf(office, db, user), id],
  )
  return rowCount === 1
}
