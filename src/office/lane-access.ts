// Who may reach which lane: the access table, plus the office lane (everybody reads it) and one's own lane.
// Each change of rights is a new row with a higher view, so that a device takes the lane afresh (DESIGN.md 5, `view`).

import type { Writer } from '#domain/access.ts'
import type { LaneRole, Role } from '#domain/codes.ts'
import { type Id, type Instant, instant, type LaneId, laneKind, laneOf, laneSubject } from '#domain/ids.ts'
import type { LaneAccess } from '#sync/wire-doors.ts'
import { one, type Queryable, type Tx } from './db.ts'

export interface Reach {
  readonly lane: LaneId
  readonly view: number
  readonly until?: Instant
}

export const STANDING = 'ended_at is null and (until is null or until > now())'
/** Rights in the office lane and in one's own never change their cut of rows. */
const FIXED_VIEW = 1

/** Every lane this person may read, now. */
export async function reachOf(db: Queryable, office: Id, user: Id): Promise<readonly Reach[]> {
  const { rows } = await db.query<{ lane: LaneId; view: number; until: Date | null }>(
    `select lane, view, until from access where user_id = $1 and ${STANDING}`,
    [user],
  )
  const granted = rows.map(({ lane, view, until }) => ({ lane, view, ...(until ? { until: toInstant(until) } : {}) }))
  return [{ lane: laneOf('office', office), view: FIXED_VIEW }, { lane: laneOf('user', user), view: FIXED_VIEW }, ...granted]
}

/**
 * Without the homes whose address is strictly protected, and the notices about them: these are never on a device nor in
 * a list (DESIGN.md 8). The desk opens one only by its own name, which is logged.
 */
export async function unshielded(db: Queryable, reach: readonly Reach[]): Promise<readonly Reach[]> {
  const { rows } = await db.query<{ lane: LaneId }>(
    `with shielded as (select lane from summary where is_shielded)
     select lane from shielded where lane = any($1)
     union select l.lane from link l join shielded s on s.lane = l.linked_case where l.lane = any($1)`,
    [reach.map(({ lane }) => lane)],
  )
  const hidden = new Set(rows.map(({ lane }) => lane))
  return reach.filter(({ lane }) => !hidden.has(lane))
}

const MOST_GONE = 200
/**
 * What the phone may still hold of what this person no longer reaches: rights that ended or ran out since it was enrolled,
 * and homes that were protected meanwhile. Heard also while locked, and obeyed at unlock (DESIGN.md 5).
 */
export async function goneFrom(db: Queryable, enrol: Id): Promise<readonly LaneId[]> {
  const { rows } = await db.query<{ lane: LaneId }>(
    `select x.lane from enrolment e cross join lateral (
       select a.lane, bool_or(${STANDING}) as stands, max(least(a.ended_at, a.until)) as over
       from access a where a.user_id = e.user_id group by a.lane) x
     where e.id = $1 and case when not x.stands then x.over > e.created_at else
       exists (select 1 from summary s where s.lane = x.lane and s.is_shielded)
       or exists (select 1 from link l join summary s on s.lane = l.linked_case and s.is_shielded where l.lane = x.lane) end
     order by x.stands desc, x.over desc, x.lane limit $2`,
    [enrol, MOST_GONE],
  )
  return rows.map(({ lane }) => lane)
}

const toInstant = (date: Date): Instant => instant(date.toISOString())

export async function mayRead(db: Queryable, office: Id, user: Id, lane: LaneId): Promise<boolean> {
  return (await reachOf(db, office, user)).some((reach) => reach.lane === lane)
}

/** $1 lane, $2 user: always one row, so that more can be read beside it. Read it under the lane's lock. */
export const WRITER = `(select 1) one left join account a on a.id = $2 and a.disabled_at is null
  left join access x on x.user_id = a.id and x.lane = $1 and x.ended_at is null and (x.until is null or x.until > now())`
/** null: there is no such account, or no rights in the lane. */
export interface StoredWriter {
  readonly roles: readonly Role[] | null
  readonly role: LaneRole | null
}

/** The writer as the rules want to see them. */
export const writerFrom = (user: Id, lane: LaneId, { roles, role }: StoredWriter): Writer => ({
  user,
  roles: roles ?? [],
  laneRole: laneRoleOf(user, roles ?? [], role ?? undefined, lane),
})

/** The office's own settings are written by leaders and admins; one's own lane by oneself. */
function laneRoleOf(user: Id, roles: readonly Role[], granted: LaneRole | undefined, lane: LaneId): LaneRole | undefined {
  const kind = laneKind(lane)
  if (kind === 'office') return roles.includes('leader') || roles.includes('admin') ? 'coordinator' : undefined
  if (kind === 'user') return laneSubject(lane) === user && roles.length > 0 ? 'worker' : undefined
  return granted
}

/** Who decided about somebody's rights, and why; without, the office's own rules. */
export interface Said {
  readonly by: Id
  readonly reason: string
  readonly until?: Instant | undefined
}

/** Rights from now on; what stood before ends. Under the lane's lock, so that no change is judged in between. */
export async function grant(tx: Tx, office: Id, user: Id, lane: LaneId, role: LaneRole, said?: Said): Promise<void> {
  await tx.query('select 1 from lane where id = $1 for update', [lane])
  await endAccess(tx, user, lane, said)
  const last = await tx.query<{ view: number }>('select coalesce(max(view), 0)::int as view from access where user_id = $1 and lane = $2', [
    user,
    lane,
  ])
  await tx.query('insert into access (office, user_id, lane, view, role, until, by, reason) values ($1, $2, $3, $4, $5, $6, $7, $8)', [
    office,
    user,
    lane,
    one(last.rows).view + 1,
    role,
    said?.until ?? null,
    said?.by ?? null,
    said?.reason ?? null,
  ])
}

/**
 * Whoever makes a lane has it. A case made by somebody who coordinates nothing would have nobody to look at what is held in
 * it: those who coordinate her other cases coordinate this one too.
 */
export async function grantAuthor(tx: Tx, office: Id, author: Id, lane: LaneId, role: LaneRole): Promise<void> {
  await grant(tx, office, author, lane, role)
  if (role === 'coordinator' || laneKind(lane) !== 'case') return
  const { rows } = await tx.query<{ user_id: Id }>(
    `select distinct a.user_id from access a join account c on c.id = a.user_id and c.disabled_at is null
     where a.role = 'coordinator' and a.ended_at is null and (a.until is null or a.until > now()) and a.lane like 'case/%' and a.lane in
       (select lane from access where user_id = $1 and ${STANDING}) order by a.user_id`,
    [author],
  )
  for (const { user_id } of rows) await grant(tx, office, user_id, lane, 'coordinator')
}

/** Under the lane's lock. False when there was nothing to end. */
export async function endAccess(tx: Tx, user: Id, lane: LaneId, said?: Said): Promise<boolean> {
  const { rowCount } = await tx.query(
    'update access set ended_at = now(), ended_by = $3, ended_why = $4 where user_id = $1 and lane = $2 and ended_at is null',
    [user, lane, said?.by ?? null, said?.reason ?? null],
  )
  return rowCount !== 0
}

/** Who has this lane now. */
export async function accessTo(db: Queryable, lane: LaneId): Promise<readonly LaneAccess[]> {
  const { rows } = await db.query<{ user: Id; role: LaneRole; since: Date; until: Date | null }>(
    `select user_id as "user", role, since, until from access join account a on a.id = user_id
     where lane = $1 and ${STANDING} and a.disabled_at is null order by since, user_id`,
    [lane],
  )
  return rows.map(({ user, role, since, until }) => ({
    user,
    role,
    since: toInstant(since),
    ...(until ? { until: toInstant(until) } : {}),
  }))
}

/** What the author of a new case or notice becomes in it (DESIGN.md 3, Lanes and matters). */
export const roleOfAuthor = (roles: readonly Role[]): LaneRole =>
  roles.includes('case_worker') || roles.includes('leader') ? 'coordinator' : 'worker'
