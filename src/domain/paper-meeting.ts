// The meeting of the responsibility group on paper: the invitation (letter L8), in full to the resident and to a member with
// day, place and the titles she may know; and the minutes, cut to what the receiver may be given (minutes.ts).

import type { AgendaItemView, DecisionView, MeetingView, MemberView } from './case-view-group.ts'
import type { Maybe } from './case-view-order.ts'
import type { Topic } from './codes.ts'
import { isOwnTeam, mayKnow } from './consent.ts'
import { dateOf, type Id, isLocalDateTime } from './ids.ts'
import { type Minutes, minutesFor } from './minutes.ts'
import { type Block, type Line, label, lines, own, type Paper, type Phrase, pairs, section } from './paper.ts'
import {
  callUs,
  coordinatorOf,
  guarded,
  interpreterLine,
  membersOf,
  namesIn,
  type PaperGiven,
  rowOf,
  told,
  toldText,
} from './paper-given.ts'
import type { RecordRow } from './register.ts'

/** Who gets the paper: the resident, or a member of the group. */
export type Receiver = 'resident' | MemberView

const meetingOf = ({ view }: PaperGiven, of: Id): Maybe<MeetingView> => view.group?.meetings.find(({ id }) => id === of)

/** What this receiver may be given of the meeting: the resident all of it. */
function partOf({ view, today }: PaperGiven, meeting: MeetingView, to: Receiver): Maybe<Minutes> {
  const { group, consents } = view
  if (!group) return undefined
  if (to !== 'resident') return minutesFor({ meeting, group, consents }, to, today)
  const came = group.members.filter(({ id }) => meeting.present[id] === 'attended')
  return { topics: [], items: meeting.agenda, decisions: meeting.decisions, general: meeting.minutes, came, left: 0 }
}

/** Those beside the resident whom the paper may go to: none without a yes of hers. */
export function receiversOf(given: PaperGiven, kind: 'invitation' | 'minutes', of: Id): readonly MemberView[] {
  const meeting = meetingOf(given, of)
  const mayHave = (member: MemberView): boolean =>
    meeting !== undefined && (kind === 'invitation' ? invited(given, member) : (partOf(given, meeting, member)?.topics ?? [])).length > 0
  return membersOf(given).filter((member) => member.role !== 'resident' && mayHave(member))
}

/** What a member may see the titles of: what she may know at all; minutes may be kept closer. */
const invited = ({ view, today }: PaperGiven, to: MemberView): readonly Topic[] => mayKnow(to, view.consents, today)

function agendaFor(given: PaperGiven, { agenda }: MeetingView, to: Receiver): Maybe<readonly AgendaItemView[]> {
  if (to === 'resident') return agenda
  const topics = invited(given, to)
  if (topics.length === 0) return undefined
  return isOwnTeam(to.role) ? agenda : agenda.filter(({ topic }) => topic !== undefined && topics.includes(topic))
}

export function invitationPaper(given: PaperGiven, of: Id, to: Receiver): Maybe<Paper> {
  const meeting = meetingOf(given, of)
  const items = meeting && agendaFor(given, meeting, to)
  if (!items) return undefined
  const coordinator = coordinatorOf(given)?.name
  const titles = items.flatMap(({ id }) => toldText(rowOf(given.rows, id, 'agendaItem'), 'title') ?? [])
  const isResident = to === 'resident'
  const greeting: Phrase = isResident
    ? { is: 'invites', ...(coordinator ? { name: coordinator } : {}) }
    : { is: 'invitesMember', name: given.view.resident.name }
  return guarded(given, {
    kind: 'invitation',
    of,
    title: { is: 'invitation' },
    sections: [
      ...section(undefined, [lines([greeting]), whenAndWhere(given, of)]),
      ...section('cases', [titles.length === 0 ? undefined : { block: 'list', isNumbered: true, items: titles.map((one) => [one]) }]),
      ...section(undefined, [isResident ? lines([label('youDecide')]) : undefined, lines([label('notSuits'), callUs(given)])]),
    ],
    footer: isResident ? interpreterLine(given) : [],
  })
}

function whenAndWhere({ rows }: PaperGiven, of: Id): Maybe<Block> {
  const row = rowOf(rows, of, 'meeting')
  return pairs(
    ['when', told(row, 'plannedAt', (v) => (isLocalDateTime(v) ? { is: 'at', at: v } : undefined))],
    ['place', toldText(row, 'place')],
  )
}

/** The items and decisions that stand on these minutes, for `copyGiven`. */
export function shownIn(given: PaperGiven, of: Id, to: Receiver): readonly Id[] {
  const meeting = meetingOf(given, of)
  const minutes = meeting && partOf(given, meeting, to)
  return minutes ? [...minutes.items, ...minutes.decisions].map(({ id }) => id) : []
}

/** Nothing to whoever the resident has said nothing about. What is left out is never hinted at. */
export function minutesPaper(given: PaperGiven, of: Id, to: Receiver): Maybe<Paper> {
  const meeting = meetingOf(given, of)
  const minutes = meeting && partOf(given, meeting, to)
  if (!minutes || (to !== 'resident' && minutes.topics.length === 0)) return undefined
  const general = minutes.general === undefined ? undefined : toldText(rowOf(given.rows, of, 'meeting'), 'minutes')
  return guarded(given, {
    kind: 'minutes',
    of,
    title: { is: 'minutesOf', ...(meeting.plannedAt ? { on: dateOf(meeting.plannedAt) } : {}) },
    sections: [
      ...section(undefined, [whenAndWhere(given, of)]),
      ...section('present', [presence(minutes)]),
      ...section('talkedAbout', [general && lines([general]), itemPairs(given.rows, minutes)]),
      ...section('decisions', [decisionTable(given, minutes)]),
      ...section(undefined, [nextMeeting(given, of)]),
    ],
    footer: to === 'resident' ? interpreterLine(given) : [],
  })
}

function presence({ came }: Minutes): Maybe<Block> {
  if (came.length === 0) return undefined
  const who = ({ name, role }: MemberView): Line => [own(name), ...(role === 'resident' ? [] : [{ is: 'role', role } as const])]
  return { block: 'list', isNumbered: false, items: came.map(who) }
}

function itemPairs(rows: ReadonlyMap<Id, RecordRow>, { items }: Minutes): Maybe<Block> {
  if (items.length === 0) return undefined
  return {
    block: 'pairs',
    pairs: items.map(({ id, title }) => {
      const row = rowOf(rows, id, 'agendaItem')
      const words = toldText(row, 'minutes')
      return { term: [toldText(row, 'title') ?? own(title)], lines: words ? [[words]] : [] }
    }),
  }
}

function decisionTable(given: PaperGiven, { decisions }: Minutes): Maybe<Block> {
  if (decisions.length === 0) return undefined
  return { block: 'table', columns: ['what', 'responsible', 'by'], rows: decisions.map((one) => decisionRow(given, one)) }
}

function decisionRow(given: PaperGiven, { id, text, responsible, due }: DecisionView): readonly (readonly Line[])[] {
  const who = responsible === undefined ? [] : namesIn(given, [responsible])
  return [
    [[toldText(rowOf(given.rows, id, 'decision'), 'text') ?? own(text)]],
    who.length > 0 ? [[{ is: 'names', names: who }]] : [],
    due ? [[{ is: 'weekday', on: due }]] : [],
  ]
}

function nextMeeting({ view, today }: PaperGiven, of: Id): Maybe<Block> {
  const next = view.group?.meetings
    .filter(({ id, status, plannedAt }) => id !== of && status === 'planned' && plannedAt !== undefined && dateOf(plannedAt) >= today)
    .at(-1)
  return next?.plannedAt ? { block: 'next', lines: [[{ is: 'groupMeets', at: next.plannedAt }]] } : undefined
}
