// What of a meeting each may be given: the resident and the own team all of it, everybody else the items and decisions
// whose topic the resident has said yes to, today (DOMAIN.md 2.8). The general words have no topic and stay in the team.
// Giving is a record of its own, with what was shown.

import type { AgendaItemView, DecisionView, GroupView, MeetingView, MemberView } from './case-view-group.ts'
import type { Maybe } from './case-view-order.ts'
import type { HANDED_HOW, Topic } from './codes.ts'
import { type ConsentView, isOwnTeam, mayRead } from './consent.ts'
import type { Id, LaneId, LocalDate } from './ids.ts'
import { type Fields, patch } from './records.ts'
import type { Patch } from './register.ts'
import { ok, type Result, refuse } from './result.ts'

export interface Minutes {
  readonly topics: readonly Topic[]
  readonly items: readonly AgendaItemView[]
  readonly decisions: readonly DecisionView[]
  /** For the resident and the own team. */
  readonly general: Maybe<string>
  /** Who came; names of others in the group are not for everybody. */
  readonly came: readonly MemberView[]
  /** How much of it this member does not get; never said to her. */
  readonly left: number
}

export function minutesFor(
  { meeting, group, consents }: { readonly meeting: MeetingView; readonly group: GroupView; readonly consents: readonly ConsentView[] },
  member: MemberView,
  today: LocalDate,
): Minutes {
  const topics = mayRead(member, consents, today)
  const isOwn = isOwnTeam(member.role) && topics.length > 0
  const isTold = ({ topic }: { readonly topic: Maybe<Topic> }): boolean => isOwn || (topic !== undefined && topics.includes(topic))
  const items = meeting.agenda.filter(isTold)
  const decisions = meeting.decisions.filter(isTold)
  return {
    topics,
    items,
    decisions,
    general: isOwn ? meeting.minutes : undefined,
    came: isOwn ? group.members.filter(({ id }) => meeting.present[id] === 'attended') : [],
    left: meeting.agenda.length + meeting.decisions.length - items.length - decisions.length,
  }
}

export interface Giving {
  readonly id: Id
  readonly lane: LaneId
  readonly on: LocalDate
  readonly how: (typeof HANDED_HOW)[number]
}

export type GivingRefusal = { readonly kind: 'nothing' } | { readonly kind: 'notHeld' }

/** `copyGiven`, with the very ids that were shown. */
export function giveMinutes(meeting: MeetingView, member: MemberView, shown: Minutes, giving: Giving): Result<Patch, GivingRefusal> {
  if (meeting.status !== 'held') return refuse({ kind: 'notHeld' })
  const items = [...shown.items, ...shown.decisions].map(({ id }) => id)
  if (shown.topics.length === 0 || (items.length === 0 && shown.general === undefined)) return refuse({ kind: 'nothing' })
  const { lane, id, on, how } = giving
  const set: Partial<Fields['copyGiven']> = { of: meeting.id, kind: 'minutes', to: member.name, member: member.id, on, how, items }
  return ok(patch(lane, 'copyGiven', id, set))
}
