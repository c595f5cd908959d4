// The responsibility group being made and changed (DOMAIN.md 2.8): the resident is always in it, and it has one
// coordinator, in one register, so that two chosen at once are a question and never two. Pure: patches out, or a refusal.

import type { GroupView, MemberView } from './case-view-group.ts'
import type { GroupRole } from './codes.ts'
import { isPhone } from './home-shapes.ts'
import type { Id, LaneId, LocalDate } from './ids.ts'
import { type Fields, patch } from './records.ts'
import type { Patch, RecordRow, Seen } from './register.ts'
import { ok, type Result, refuse } from './result.ts'
import { seenBy } from './visit-start.ts'

export type GroupRefusal =
  | { readonly kind: 'noName' }
  | { readonly kind: 'phoneShape' }
  | { readonly kind: 'alreadyIn'; readonly name: string }
  /** H31: a member of his own group, whatever else. */
  | { readonly kind: 'residentStays' }
  | { readonly kind: 'coordinatorFirst'; readonly name: string }
  /** Another coordinates now: choosing this one takes it from her. */
  | { readonly kind: 'takesFrom'; readonly from: MemberView }
  | { readonly kind: 'hasLeft'; readonly name: string }
  | { readonly kind: 'endsBefore' }
export type GroupMade = Result<readonly Patch[], GroupRefusal>

export interface Changing {
  readonly rows: ReadonlyMap<Id, RecordRow>
  readonly me: Id
  readonly today: LocalDate
  readonly seen?: Readonly<Record<Id, Seen>>
}
export interface NewMember {
  readonly name: string
  readonly role: GroupRole
  readonly user?: Id
  readonly agency?: string
  readonly phone?: string
  readonly email?: string
  readonly responsibility?: string
}
export interface Person {
  readonly name: string
  readonly phone?: string | undefined
}

/** The group, with the resident in it from the first moment. */
export function makeGroup(lane: LaneId, resident: Person, purpose: string, today: LocalDate, newId: () => Id): readonly Patch[] {
  const group = newId()
  return [
    patch(lane, 'group', group, {
      status: 'active',
      period: { startDate: today },
      ...(purpose.trim() ? { purpose: purpose.trim() } : {}),
    }),
    residentIn(lane, group, resident, today, newId()),
  ]
}

const residentIn = (lane: LaneId, group: Id, { name, phone }: Person, from: LocalDate, id: Id): Patch =>
  patch(lane, 'groupMember', id, {
    ...{ group, name, roleCode: 'resident', order: 0, period: { from } },
    ...(phone ? { phone } : {}),
  })

export const staying = (group: GroupView): readonly MemberView[] => group.members.filter(({ to }) => to === undefined)

/** One more. Who works here is in it once; the resident is added by itself where an older group forgot it. */
export function addMember(
  group: GroupView,
  lane: LaneId,
  member: NewMember,
  resident: Person,
  today: LocalDate,
  newId: () => Id,
): GroupMade {
  const name = member.name.trim()
  const there = staying(group)
  if (name === '') return refuse({ kind: 'noName' })
  if (!member.user && isBad(member.phone)) return refuse({ kind: 'phoneShape' })
  if (member.role === 'resident' && there.some(({ role }) => role === 'resident')) return refuse({ kind: 'alreadyIn', name })
  if (member.user && there.some(({ user }) => user === member.user)) return refuse({ kind: 'alreadyIn', name })
  const hasResident = member.role === 'resident' || there.some(({ role }) => role === 'resident')
  const order = Math.max(0, ...group.members.map((one) => one.order)) + 1
  const added = patch(lane, 'groupMember', newId(), {
    ...{ group: group.id, name, roleCode: member.role, order, period: { from: today } },
    ...(member.user ? { user: member.user } : {}),
    ...said(member),
  })
  return ok([added, ...(hasResident ? [] : [residentIn(lane, group.id, resident, today, newId())])])
}

const isBad = (phone: string | undefined): boolean => (phone?.trim() ?? '') !== '' && !isPhone(phone ?? '')

type Said = Pick<Fields['groupMember'], 'agency' | 'phone' | 'email' | 'responsibility'>
const SAID = ['agency', 'phone', 'email', 'responsibility'] as const
function said(member: NewMember): Partial<Said> {
  const entries = SAID.flatMap((field) => (member[field]?.trim() ? [[field, member[field].trim()] as const] : []))
  return Object.fromEntries(entries)
}

/** Only what was changed is written. What the resident may be in the group as is not for changing, nor who becomes it. */
export function changeMember(member: MemberView, to: NewMember, given: Changing): GroupMade {
  const row = given.rows.get(member.id)
  const name = to.name.trim()
  if (name === '') return refuse({ kind: 'noName' })
  if ((member.role === 'resident') !== (to.role === 'resident')) return refuse({ kind: 'residentStays' })
  if (to.phone?.trim() !== member.phone && isBad(to.phone)) return refuse({ kind: 'phoneShape' })
  const set = {
    ...(name === member.name ? {} : { name }),
    ...(to.role === member.role ? {} : { roleCode: to.role }),
    ...Object.fromEntries(
      SAID.flatMap((field) => ((to[field]?.trim() ?? '') === (member[field] ?? '') ? [] : [[field, to[field]?.trim() ?? '']])),
    ),
  }
  return ok(row && Object.keys(set).length > 0 ? [patch(row.lane, 'groupMember', row.id, set, { seen: seenOfRow(given, row) })] : [])
}

/** She leaves from this day: told nothing more. Another coordinates first. */
export function endMember(group: GroupView, member: MemberView, on: LocalDate, given: Changing): GroupMade {
  const row = given.rows.get(member.id)
  if (member.role === 'resident') return refuse({ kind: 'residentStays' })
  if (group.coordinator?.id === member.id) return refuse({ kind: 'coordinatorFirst', name: member.name })
  if (member.from !== undefined && on < member.from) return refuse({ kind: 'endsBefore' })
  const period = { ...(member.from ? { from: member.from } : { from: on }), to: on }
  return ok(row ? [patch(row.lane, 'groupMember', row.id, { period }, { seen: seenOfRow(given, row) })] : [])
}

/** `insteadOf`: who coordinates now, as the one who chooses has seen it. */
export function chooseCoordinator(group: GroupView, member: MemberView, insteadOf: Id | undefined, given: Changing): GroupMade {
  const row = given.rows.get(group.id)
  const now = group.coordinator
  if (member.to !== undefined || !staying(group).some(({ id }) => id === member.id)) return refuse({ kind: 'hasLeft', name: member.name })
  if (now?.id === member.id || !row) return ok([])
  if (now && now.id !== insteadOf) return refuse({ kind: 'takesFrom', from: now })
  return ok([patch(row.lane, 'group', row.id, { coordinator: member.id }, { seen: seenOfRow(given, row) })])
}

/** One place up or down among those who are in the group. */
export function placeMember(group: GroupView, member: MemberView, by: -1 | 1, given: Changing): readonly Patch[] {
  const before = staying(group)
  const at = before.findIndex(({ id }) => id === member.id)
  const other = before[at + by]
  if (at < 0 || !other) return []
  const after = before.map((one, place) => (place === at ? other : place === at + by ? member : one))
  return after.flatMap((one, order) => {
    const row = given.rows.get(one.id)
    return row && one.order !== order ? [patch(row.lane, 'groupMember', row.id, { order }, { seen: seenOfRow(given, row) })] : []
  })
}

/** Nothing is deleted: the group is over, and who was in it still stands. */
export function endGroup(group: GroupView, on: LocalDate, given: Changing): GroupMade {
  const row = given.rows.get(group.id)
  if (group.startDate !== undefined && on < group.startDate) return refuse({ kind: 'endsBefore' })
  const period = { startDate: group.startDate ?? on, endDate: on }
  return ok(row ? [patch(row.lane, 'group', row.id, { status: 'ended', period }, { seen: seenOfRow(given, row) })] : [])
}

export const changePurpose = (group: GroupView, purpose: string, given: Changing): readonly Patch[] => {
  const row = given.rows.get(group.id)
  return row && purpose.trim() !== (group.purpose ?? '')
    ? [patch(row.lane, 'group', row.id, { purpose: purpose.trim() }, { seen: seenOfRow(given, row) })]
    : []
}

const seenOfRow = ({ me, seen }: Changing, row: RecordRow): Seen => seenBy(me, row, seen?.[row.id])
