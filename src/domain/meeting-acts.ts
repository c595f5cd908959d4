// A meeting of the responsibility group: planned, moved, cancelled or held, with an agenda in which every item has its
// topic, who came, minutes by item, and decisions that become tasks. Nothing is decided about the resident before it is
// answered whether he was there (DOMAIN.md 2.8). Pure: patches out, or a refusal.

import type { AgendaItemView, MeetingView } from './case-view-group.ts'
import type { Attendance, MEETING_KINDS, Topic } from './codes.ts'
import { dateOf, type Id, type LaneId, type LocalDate, type LocalDateTime } from './ids.ts'
import { isPresenceAnswered } from './presence-wall.ts'
import { type Fields, patch, presenceField } from './records.ts'
import type { Patch, RecordRow, Seen } from './register.ts'
import { ok, type Result, refuse } from './result.ts'
import { seenBy } from './visit-start.ts'

export type MeetingRefusal =
  | { readonly kind: 'noTime' }
  /** Planned on a day that is over: what was held is held, not planned. */
  | { readonly kind: 'isPast' }
  | { readonly kind: 'noTitle' }
  | { readonly kind: 'noTopic' }
  | { readonly kind: 'notYet' }
  | { readonly kind: 'isOver' }
  | { readonly kind: 'notHeld' }
  | { readonly kind: 'needsPresence' }
  | { readonly kind: 'noWords' }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'dueBefore' }
export type MeetingMade = Result<readonly Patch[], MeetingRefusal>

export interface Meeting {
  readonly meeting: MeetingView
  readonly row: RecordRow
  readonly me: Id
  readonly today: LocalDate
  readonly seen?: Seen
}
export interface NewItem {
  readonly title: string
  readonly topic: Topic | undefined
  readonly raisedBy?: string
}
export interface NewMeeting {
  readonly plannedAt: LocalDateTime | undefined
  readonly place: string
  readonly kind: (typeof MEETING_KINDS)[number]
  readonly agenda: readonly NewItem[]
  /** Held already: its day may be over. */
  readonly isHeld?: boolean
  /** The meeting before. */
  readonly follows?: Id
}

export function planMeeting(lane: LaneId, group: Id, planned: NewMeeting, today: LocalDate, newId: () => Id): MeetingMade {
  const { plannedAt, place, kind, agenda, follows, isHeld: wasHeld = false } = planned
  if (!plannedAt) return refuse({ kind: 'noTime' })
  if (wasHeld && dateOf(plannedAt) > today) return refuse({ kind: 'notYet' })
  if (!wasHeld && dateOf(plannedAt) < today) return refuse({ kind: 'isPast' })
  const id = newId()
  const items = agenda.map((item, order) => itemPatch(lane, newId(), id, item, order))
  const flaw = items.find((item) => !item.ok)
  if (flaw && !flaw.ok) return flaw
  const meeting = patch(lane, 'meeting', id, {
    ...{ group, plannedAt, kind, status: wasHeld ? 'held' : 'planned' },
    ...(place.trim() ? { place: place.trim() } : {}),
    ...(follows ? { follows } : {}),
  })
  return ok([meeting, ...items.flatMap((item) => (item.ok ? item.value : []))])
}

function itemPatch(lane: LaneId, id: Id, meeting: Id, { title, topic, raisedBy }: NewItem, order: number): MeetingMade {
  if (title.trim() === '') return refuse({ kind: 'noTitle' })
  if (!topic) return refuse({ kind: 'noTopic' })
  const by = raisedBy?.trim() ? { raisedBy: raisedBy.trim() } : {}
  return ok([patch(lane, 'agendaItem', id, { meeting, title: title.trim(), topic, order, ...by })])
}

const isAhead = ({ status }: MeetingView): boolean => status === 'planned' || status === 'moved' || status === undefined
export const isHeld = ({ status }: MeetingView): boolean => status === 'held'

export function moveMeeting(given: Meeting, plannedAt: LocalDateTime | undefined, place: string): MeetingMade {
  if (!plannedAt) return refuse({ kind: 'noTime' })
  if (!isAhead(given.meeting)) return refuse({ kind: 'isOver' })
  const isMoved = plannedAt !== given.meeting.plannedAt
  if (isMoved && dateOf(plannedAt) < given.today) return refuse({ kind: 'isPast' })
  const set = {
    ...(isMoved ? { plannedAt, status: 'moved' } : {}),
    ...(place.trim() === (given.meeting.place ?? '') ? {} : { place: place.trim() }),
  }
  return ok(Object.keys(set).length === 0 ? [] : [write(given, set)])
}

export const cancelMeeting = (given: Meeting): MeetingMade =>
  isAhead(given.meeting) ? ok([write(given, { status: 'cancelled' })]) : refuse({ kind: 'isOver' })

export function holdMeeting(given: Meeting): MeetingMade {
  const { plannedAt } = given.meeting
  if (!isAhead(given.meeting)) return refuse({ kind: 'isOver' })
  if (plannedAt === undefined || dateOf(plannedAt) > given.today) return refuse({ kind: 'notYet' })
  return ok([write(given, { status: 'held' })])
}

const write = ({ row, me, seen }: Meeting, set: Partial<Fields['meeting']>): Patch =>
  patch(row.lane, 'meeting', row.id, set, { seen: seenBy(me, row, seen) })

export const addItem = ({ meeting, row }: Meeting, item: NewItem, newId: () => Id): MeetingMade =>
  meeting.status === 'cancelled' ? refuse({ kind: 'isOver' }) : itemPatch(row.lane, newId(), row.id, item, meeting.agenda.length)

/** What was said about one item; only what has moved is written. */
export function writeItem(
  item: AgendaItemView,
  to: { readonly title: string; readonly topic: Topic | undefined; readonly minutes: string },
  of: { readonly row: RecordRow; readonly me: Id; readonly seen?: Seen },
): MeetingMade {
  if (to.title.trim() === '') return refuse({ kind: 'noTitle' })
  if (!to.topic) return refuse({ kind: 'noTopic' })
  const set = {
    ...(to.title.trim() === item.title ? {} : { title: to.title.trim() }),
    ...(to.topic === item.topic ? {} : { topic: to.topic }),
    ...(to.minutes.trim() === (item.minutes ?? '') ? {} : { minutes: to.minutes.trim() }),
  }
  if (Object.keys(set).length === 0) return ok([])
  return ok([patch(of.row.lane, 'agendaItem', item.id, set, { seen: seenBy(of.me, of.row, of.seen) })])
}

/** Not one of the resident: he has a question of his own. */
export const setPresence = ({ row, me, seen }: Meeting, member: Id, came: Attendance): Patch => ({
  ...patch(row.lane, 'meeting', row.id, {}, { seen: seenBy(me, row, seen) }),
  set: { [presenceField(member)]: came },
})

/** `residentMember`: his own row in the group says the same. */
export function answerPresence(given: Meeting, isPresent: boolean, reason: string, residentMember: Id | undefined): Patch {
  const { row, me, seen } = given
  const own = residentMember ? { [presenceField(residentMember)]: isPresent ? 'attended' : 'absent' } : {}
  const set = { residentPresent: isPresent, residentAbsenceReason: isPresent ? '' : reason.trim(), ...own }
  return { ...patch(row.lane, 'meeting', row.id, {}, { seen: seenBy(me, row, seen) }), set }
}

/** The general words have no topic, so they stay with the resident and the own team. */
export const writeMinutes = (given: Meeting, minutes: string): readonly Patch[] =>
  minutes.trim() === (given.meeting.minutes ?? '') ? [] : [write(given, { minutes: minutes.trim() })]

export interface Deciding {
  readonly text: string
  readonly topic: Topic | undefined
  readonly item?: Id
  /** A user id, `resident`, or somebody's name. */
  readonly responsible: string
  readonly due: LocalDate | undefined
}

/** A decision, and the task it becomes. */
export function decide({ meeting, row, today }: Meeting, made: Deciding, newId: () => Id): MeetingMade {
  const text = made.text.trim()
  if (meeting.status !== 'held') return refuse({ kind: 'notHeld' })
  if (!isPresenceAnswered(meeting.residentPresent)) return refuse({ kind: 'needsPresence' })
  if (text === '') return refuse({ kind: 'noWords' })
  if (!made.topic) return refuse({ kind: 'noTopic' })
  if (made.responsible.trim() === '') return refuse({ kind: 'nobody' })
  if (made.due && made.due < (meeting.plannedAt ? dateOf(meeting.plannedAt) : today)) return refuse({ kind: 'dueBefore' })
  const task = newId()
  const due = made.due ? { due: made.due } : {}
  const responsible = made.responsible.trim()
  const item = made.item ? { item: made.item } : {}
  return ok([
    patch(row.lane, 'decision', newId(), { meeting: row.id, text, topic: made.topic, responsible, task, ...due, ...item }),
    patch(row.lane, 'task', task, { title: text, assignee: responsible, status: 'open', ...due }),
  ])
}

export function approveMinutes(given: Meeting): MeetingMade {
  if (!isHeld(given.meeting)) return refuse({ kind: 'notHeld' })
  if (!isPresenceAnswered(given.meeting.residentPresent)) return refuse({ kind: 'needsPresence' })
  return ok([write(given, { minutesApproved: { on: given.today } })])
}
