// Who gets a case and who loses it, in one transaction under the lane's lock, so that no change is judged in between
// (DESIGN.md 5 and 9). By a coordinator of the lane or a leader of its office; at least one coordinator remains. It moves
// rights and nothing else: address protection is a register of the person's record.

import { ADDRESS_PROTECTIONS, type Role } from '#domain/codes.ts'
import { effective } from '#domain/effective.ts'
import { type Id, type LaneId, laneKind } from '#domain/ids.ts'
import { rowsOf } from '#domain/records.ts'
import type { AccessChange, LaneAccess } from '#sync/wire-doors.ts'
import { type Queryable, type Tx, transaction } from './db.ts'
import { accessTo, endAccess, grant } from './lane-access.ts'
import { now, type Office } from './office.ts'
import { rowsOfLane } from './rows.ts'

export type Acted = 'done' | 'not-found' | 'not-possible'

type Give = AccessChange['give'][number]

export async function changeAccess(office: Office, by: Id, asked: AccessChange): Promise<Acted> {
  const { lane } = asked
  const acted = await transaction(office.pool, (tx) => change(office, tx, by, asked))
  if (acted === 'done') office.moved(lane)
  return acted
}

async function change(office: Office, tx: Tx, by: Id, asked: AccessChange): Promise<Acted> {
  const { lane, give, take, reason } = asked
  if (!(await isLocked(office, tx, lane))) return 'not-found'
  const standing = await accessTo(tx, lane)
  const isLeader = (await rolesOf(office, tx, by)).includes('leader')
  if (!isLeader && !isCoordinatorIn(standing, by)) return 'not-found'
  if (!isWellPut(asked) || !(await mayAllBeGiven(office, tx, give))) return 'not-possible'
  if (give.length > 0 && !isLeader && (await isProtected(tx, lane))) return 'not-possible'
  if (!hasCoordinator(after(standing, asked))) return 'not-possible'
  for (const user of take) await endAccess(tx, user, lane, { by, reason })
  for (const { user, role, until } of give.filter((one) => !isAlready(standing, one)))
    await grant(tx, office.id, user, lane, role, { by, reason, until })
  await tx.query('insert into access_event (office, user_id, lane, what) values ($1, $2, $3, $4)', [office.id, by, lane, 'access'])
  return 'done'
}

/** Only a case or a notice is given to somebody. */
async function isLocked(office: Office, tx: Tx, lane: LaneId): Promise<boolean> {
  const kind = laneKind(lane)
  if (kind !== 'case' && kind !== 'inquiry') return false
  return (await tx.query('select 1 from lane where id = $1 and office = $2 for update', [lane, office.id])).rowCount === 1
}

export async function rolesOf(office: Office, db: Queryable, user: Id): Promise<readonly Role[]> {
  const { rows } = await db.query<{ roles: readonly Role[] }>(
    'select roles from account where id = $1 and office = $2 and disabled_at is null',
    [user, office.id],
  )
  return rows[0]?.roles ?? []
}

const isCoordinatorIn = (standing: readonly LaneAccess[], user: Id): boolean =>
  standing.some((one) => one.user === user && one.role === 'coordinator')

/** Nobody twice, and nothing that has ended before it begins. */
function isWellPut({ give, take }: AccessChange): boolean {
  const named = [...give.map(({ user }) => user), ...take]
  const today = now()
  return new Set(named).size === named.length && give.every(({ until }) => until === undefined || Date.parse(until) > Date.parse(today))
}

/** Of this office, with an account that is open, and a coordinator with a desk to coordinate from. */
async function mayAllBeGiven(office: Office, tx: Tx, give: readonly Give[]): Promise<boolean> {
  for (const { user, role } of give) {
    const roles = await rolesOf(office, tx, user)
    if (roles.length === 0) return false
    if (role === 'coordinator' && !roles.includes('case_worker') && !roles.includes('leader')) return false
  }
  return true
}

/** A protected address needs the leader's word for each who gets the case (DESIGN.md 8). */
async function isProtected(db: Queryable, lane: LaneId): Promise<boolean> {
  const open: readonly unknown[] = [undefined, ...ADDRESS_PROTECTIONS.slice(0, ADDRESS_PROTECTIONS.indexOf('confidential'))]
  return rowsOf(await rowsOfLane(db, lane), 'resident').some((row) => !open.includes(effective(row, 'addressProtection')))
}

function after(standing: readonly LaneAccess[], { give, take }: AccessChange): readonly Pick<LaneAccess, 'role' | 'until'>[] {
  const changed = new Set([...take, ...give.map(({ user }) => user)])
  return [...standing.filter(({ user }) => !changed.has(user)), ...give]
}

/** For good: one whose time runs out leaves nobody behind. */
const hasCoordinator = (those: readonly Pick<LaneAccess, 'role' | 'until'>[]): boolean =>
  those.some(({ role, until }) => role === 'coordinator' && until === undefined)

/** Asked again, nothing changes: the view of a device rises only with its rights. */
const isAlready = (standing: readonly LaneAccess[], { user, role, until }: Give): boolean =>
  standing.some((one) => one.user === user && one.role === role && sameMoment(one.until, until))

const sameMoment = (a: string | undefined, b: string | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && Date.parse(a) === Date.parse(b))
