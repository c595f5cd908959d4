// The responsibility group as every screen reads it (DOMAIN.md 2.8). Reading only. The coordinator is one register of the
// group: while two stand, the later counts until somebody settles it. What members may know: consent.ts.

import { inOrder, later, type Maybe, oldestFirst } from './case-view-order.ts'
import { ATTENDANCES, type Attendance, GROUP_ROLES, type GroupRole, TOPICS, type Topic } from './codes.ts'
import { agreed, effective } from './effective.ts'
import type { Id, LocalDate, LocalDateTime } from './ids.ts'
import { asCode, asDate, asDateTime, code, date, number, part, ref, text } from './reading.ts'
import { type Present, rowsOf } from './records.ts'
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
  readonly order: number
}
export interface AgendaItemView {
  readonly id: Id
  readonly title: string
  /** Without one nobody outside the own team is told of it. */
  readonly topic: Maybe<Topic>
  readonly raisedBy: Maybe<string>
  readonly minutes: Maybe<string>
}
export interface DecisionView {
  readonly id: Id
  readonly item: Maybe<Id>
  readonly text: string
  readonly topic: Maybe<Topic>
  /** A user id, `resident`, or somebody's name. */
  readonly responsible: Maybe<string>
  readonly due: Maybe<LocalDate>
  readonly task: Maybe<Id>
}
export interface MeetingView {
  readonly id: Id
  readonly plannedAt: Maybe<LocalDateTime>
  readonly place: Maybe<string>
  readonly kind: Maybe<string>
  readonly status: Maybe<string>
  /** Undefined = nobody has answered, and then nothing is decided about the resident (DOMAIN.md 2.8). */
  readonly residentPresent: Maybe<boolean>
  readonly residentAbsenceReason: Maybe<string>
  /** For the own team and the resident only: it has no topic. */
  readonly minutes: Maybe<string>
  readonly approvedOn: Maybe<LocalDate>
  /** The meeting before. */
  readonly follows: Maybe<Id>
  readonly present: Present
  readonly agenda: readonly AgendaItemView[]
  readonly decisions: readonly DecisionView[]
}
export interface GroupView {
  readonly id: Id
  readonly purpose: Maybe<string>
  readonly status: Maybe<string>
  readonly startDate: Maybe<LocalDate>
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
    startDate: asDate(part(row, 'period', 'startDate')),
    members,
    coordinator: members.find((member) => member.isCoordinator && member.to === undefined),
    meetings: rowsOf(rows, 'meeting')
      .filter((meeting) => ref(meeting, 'group') === row.id)
      .map((meeting) => meetingView(meeting, rows))
      .sort((a, b) => later(a.plannedAt, b.plannedAt)),
  }
}

function membersOf(group: RecordRow, rows: readonly RecordRow[]): readonly MemberView[] {
  const coordinator = ref(group, 'coordinator')
  return inOrder(rowsOf(rows, 'groupMember').filter((member) => ref(member, 'group') === group.id)).map((row, place) => ({
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
    order: number(row, 'order') ?? place,
  }))
}

function meetingView(row: RecordRow, rows: readonly RecordRow[]): MeetingView {
  const present = effective(row, 'residentPresent')
  return {
    id: row.id,
    plannedAt: asDateTime(effective(row, 'plannedAt')),
    place: text(row, 'place'),
    kind: text(row, 'kind'),
    status: text(row, 'status'),
    residentPresent: typeof present === 'boolean' ? present : undefined,
    residentAbsenceReason: text(row, 'residentAbsenceReason'),
    minutes: text(row, 'minutes'),
    approvedOn: asDate(part(row, 'minutesApproved', 'on')),
    follows: ref(row, 'follows'),
    present: presenceOf(row),
    agenda: inOrder(rowsOf(rows, 'agendaItem').filter((item) => ref(item, 'meeting') === row.id)).map(itemView),
    decisions: oldestFirst(rowsOf(rows, 'decision').filter((decision) => ref(decision, 'meeting') === row.id)).map(decisionView),
  }
}

const PRESENT = 'present.'
function presenceOf(row: RecordRow): Present {
  const said = Object.keys(row.regs).flatMap((field): (readonly [string, Attendance])[] => {
    const came = field.startsWith(PRESENT) ? code(row, field, ATTENDANCES) : undefined
    return came ? [[field.slice(PRESENT.length), came]] : []
  })
  return Object.fromEntries(said)
}

const itemView = (row: RecordRow): AgendaItemView => ({
  id: row.id,
  title: text(row, 'title') ?? '',
  topic: topicOf(row),
  raisedBy: text(row, 'raisedBy'),
  minutes: text(row, 'minutes'),
})

const decisionView = (row: RecordRow): DecisionView => ({
  id: row.id,
  item: ref(row, 'item'),
  text: text(row, 'text') ?? '',
  topic: topicOf(row),
  responsible: text(row, 'responsible'),
  due: date(row, 'due'),
  task: ref(row, 'task'),
})

/** While two stand there is none, so that nobody is told who may know the one and not the other. */
export const topicOf = (row: RecordRow): Maybe<Topic> => asCode(agreed(row, 'topic'), TOPICS)
