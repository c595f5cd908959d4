// The responsibility group as every screen reads it (DOMAIN.md 2.8). Reading only. A group has one coordinator: where
// two are named, it is the one named last until somebody settles it.

import { inOrder, later, type Maybe, oldestFirst } from './case-view-order.ts'
import { GROUP_ROLES, type GroupRole } from './codes.ts'
import { effective, effectiveHead } from './effective.ts'
import type { Id, LocalDateTime } from './ids.ts'
import { asDateTime, code, flag, ref, text, texts } from './reading.ts'
import { rowsOf } from './records.ts'
import type { RecordRow } from './register.ts'

export interface MemberView {
  readonly id: Id
  readonly name: string
  readonly role: GroupRole
  readonly agency: Maybe<string>
  readonly phone: Maybe<string>
  readonly email: Maybe<string>
  readonly isCoordinator: boolean
  readonly responsibility: Maybe<string>
  readonly mayKnow: readonly string[]
}
interface MeetingView {
  readonly id: Id
  readonly plannedAt: Maybe<LocalDateTime>
  readonly place: Maybe<string>
  readonly kind: Maybe<string>
  readonly status: Maybe<string>
}
export interface GroupView {
  readonly id: Id
  readonly purpose: Maybe<string>
  readonly status: Maybe<string>
  /** In the order of the group; at most one is coordinator: where two are named, the one named last. */
  readonly members: readonly MemberView[]
  readonly coordinator: Maybe<MemberView>
  /** Newest first. */
  readonly meetings: readonly MeetingView[]
}

/** The group that is alive, or the first that was made. */
export function readGroup(rows: readonly RecordRow[]): Maybe<GroupView> {
  const groups = oldestFirst(rowsOf(rows, 'group'))
  const row = groups.find((group) => text(group, 'status') !== 'ended') ?? groups[0]
  if (!row) return undefined
  const members = membersOf(row.id, rows)
  return {
    id: row.id,
    purpose: text(row, 'purpose'),
    status: text(row, 'status'),
    members,
    coordinator: members.find((member) => member.isCoordinator),
    meetings: rowsOf(rows, 'meeting')
      .filter((meeting) => ref(meeting, 'group') === row.id)
      .map(meetingView)
      .sort((a, b) => later(a.plannedAt, b.plannedAt)),
  }
}

function membersOf(group: Id, rows: readonly RecordRow[]): readonly MemberView[] {
  const members = inOrder(rowsOf(rows, 'groupMember').filter((member) => ref(member, 'group') === group))
  const named = members
    .filter((member) => flag(member, 'isCoordinator'))
    .sort((a, b) => later(effectiveHead(a, 'isCoordinator')?.at, effectiveHead(b, 'isCoordinator')?.at) || later(a.id, b.id))
  return members.map((row) => ({
    id: row.id,
    name: text(row, 'name') ?? '',
    role: code(row, 'roleCode', GROUP_ROLES) ?? 'other',
    agency: text(row, 'agency'),
    phone: text(row, 'phone'),
    email: text(row, 'email'),
    isCoordinator: row === named[0],
    responsibility: text(row, 'responsibility'),
    mayKnow: texts(row, 'mayKnow'),
  }))
}

const meetingView = (row: RecordRow): MeetingView => ({
  id: row.id,
  plannedAt: asDateTime(effective(row, 'plannedAt')),
  place: text(row, 'place'),
  kind: text(row, 'kind'),
  status: text(row, 'status'),
})
