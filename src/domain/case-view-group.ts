// The responsibility group as every screen reads it (DOMAIN.md 2.8). Reading only. The coordinator is one register of the
// group: while two stand, the later counts until somebody settles it. What members may know: consent.ts.

import { inOrder, later, type Maybe, oldestFirst } from './case-view-order.ts'
import { GROUP_ROLES, type GroupRole } from './codes.ts'
import { effective } from './effective.ts'
import type { Id, LocalDate, LocalDateTime } from './ids.ts'
import { asDate, asDateTime, code, part, ref, text } from './reading.ts'
import { rowsOf } from './records.ts'
import type { RecordRow } from './register.ts'

export interface MemberView {
  readonly id: Id
  readonly name: string
  readonly role: GroupRole
  readonly agency: Maybe<string>
  readonly phone: Maybe<string>
  readonly email: Maybe<string>
  /** When she works at this office. */
  readonly user: Maybe<Id>
  readonly isCoordinator: boolean
  readonly responsibility: Maybe<string>
  readonly from: Maybe<LocalDate>
  /** Set = she has left the group. */
  readonly to: Maybe<LocalDate>
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
  /** In the order of the group, those who have left it too; at most one is coordinator. */
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
  const members = membersOf(row, rows)
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

function membersOf(group: RecordRow, rows: readonly RecordRow[]): readonly MemberView[] {
  const coordinator = ref(group, 'coordinator')
  return inOrder(rowsOf(rows, 'groupMember').filter((member) => ref(member, 'group') === group.id)).map((row) => ({
    id: row.id,
    name: text(row, 'name') ?? '',
    role: code(row, 'roleCode', GROUP_ROLES) ?? 'other',
    user: ref(row, 'user'),
    agency: text(row, 'agency'),
    phone: text(row, 'phone'),
    email: text(row, 'email'),
    isCoordinator: row.id === coordinator,
    responsibility: text(row, 'responsibility'),
    from: asDate(part(row, 'period', 'from')),
    to: asDate(part(row, 'period', 'to')),
  }))
}

const meetingView = (row: RecordRow): MeetingView => ({
  id: row.id,
  plannedAt: asDateTime(effective(row, 'plannedAt')),
  place: text(row, 'place'),
  kind: text(row, 'kind'),
  status: text(row, 'status'),
})
