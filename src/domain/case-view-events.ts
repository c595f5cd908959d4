// What a visit leaves behind and what else happens in a case: observations, tasks, concerns, contact attempts, notices
// (DOMAIN.md 2.10 to 2.16; complaints and money have files of their own). Reading only; a code this build does not know never hides a concern.

import { later, type Maybe, oldestFirst } from './case-view-order.ts'
import { type LogView, readLogs, readScores, type ScoreView } from './case-view-plan.ts'
import {
  AREAS,
  type Area,
  BASES,
  type Basis,
  CONCERN_ACTIONS,
  CONCERN_CODES,
  CONTACT_RESULTS,
  CONTACT_WAYS,
  type ConcernAction,
  type ConcernCode,
  type ContactResult,
  type ContactWay,
} from './codes.ts'
import { agreed } from './effective.ts'
import type { Id, Instant, LocalDate } from './ids.ts'
import { asCode, asDate, asGroup, asNumber, asText, code, date, number, part, ref, text } from './reading.ts'
import { rowsOf } from './records.ts'
import { type Head, madeBy, type RecordRow } from './register.ts'

/** Who wrote the record first, and when. */
export interface Made {
  readonly by: Id
  readonly at: Instant
}
export const made = (row: RecordRow): Maybe<Made> => {
  const head: Maybe<Head> = madeBy(row)
  return head && { by: head.actor, at: head.at }
}

export interface ObservationView {
  readonly id: Id
  readonly visit: Maybe<Id>
  readonly area: Maybe<Area>
  /** 0 acute to 4 well. */
  readonly level: Maybe<number>
  readonly basis: Basis
  readonly text: Maybe<string>
  readonly goal: Maybe<Id>
  /** The observation that put this one right; then it is hidden in the normal view. */
  readonly correctedBy: Maybe<Id>
  readonly made: Maybe<Made>
}
export interface TaskView {
  readonly id: Id
  readonly title: string
  /** A user id, `resident`, or free text for somebody else. */
  readonly assignee: Maybe<string>
  readonly due: Maybe<LocalDate>
  readonly visit: Maybe<Id>
  readonly status: 'open' | 'done' | 'dropped'
  readonly doneOn: Maybe<LocalDate>
  readonly made: Maybe<Made>
}
export interface ConcernView {
  readonly id: Id
  /** Undefined when a newer device wrote a code this build does not know: it is shown all the same. */
  readonly code: Maybe<ConcernCode>
  readonly urgency: 'now' | 'today' | 'this_week'
  readonly basis: Maybe<Basis>
  readonly visit: Maybe<Id>
  readonly raisedFrom: Maybe<string>
  readonly action: Maybe<{ readonly taken: ConcernAction; readonly on: Maybe<LocalDate>; readonly note: Maybe<string> }>
  readonly status: 'open' | 'handled'
  readonly made: Maybe<Made>
}
export interface ContactAttemptView {
  readonly id: Id
  readonly on: Maybe<LocalDate>
  /** «14:30» */
  readonly clock: Maybe<string>
  readonly way: Maybe<ContactWay>
  readonly direction: 'in' | 'out'
  readonly result: Maybe<ContactResult>
  readonly note: Maybe<string>
  readonly visit: Maybe<Id>
  readonly made: Maybe<Made>
}
export interface InquiryView {
  readonly id: Id
  readonly kind: Maybe<string>
  readonly senderRole: Maybe<string>
  readonly senderName: Maybe<string>
  readonly channel: Maybe<string>
  readonly noticeDate: Maybe<LocalDate>
  readonly receivedDate: Maybe<LocalDate>
  readonly amountDue: Maybe<number>
  readonly status: Maybe<string>
  readonly requestedFromUs: Maybe<string>
}

/** Everything that carries the id of the visit it was written in. */
export interface Left {
  readonly observations: readonly ObservationView[]
  readonly goalScores: readonly ScoreView[]
  readonly measureLogs: readonly LogView[]
  readonly tasks: readonly TaskView[]
  readonly concerns: readonly ConcernView[]
  readonly contactAttempts: readonly ContactAttemptView[]
}

export const readLeft = (rows: readonly RecordRow[]): Left => ({
  observations: oldestFirst(rowsOf(rows, 'observation')).map(observationView),
  goalScores: readScores(rows),
  measureLogs: readLogs(rows),
  tasks: rowsOf(rows, 'task').map(taskView).sort(openFirst),
  concerns: rowsOf(rows, 'concern').map(concernView).sort(openConcernsFirst),
  contactAttempts: [...oldestFirst(rowsOf(rows, 'contactAttempt'))].reverse().map(attemptView),
})

const observationView = (row: RecordRow): ObservationView => ({
  id: row.id,
  visit: ref(row, 'visit'),
  area: code(row, 'area', AREAS),
  level: number(row, 'level'),
  basis: code(row, 'basis', BASES) ?? 'assessment',
  text: text(row, 'text'),
  goal: ref(row, 'goal'),
  correctedBy: ref(row, 'correctedBy'),
  made: made(row),
})

const taskView = (row: RecordRow): TaskView => ({
  id: row.id,
  title: text(row, 'title') ?? '',
  assignee: text(row, 'assignee'),
  due: date(row, 'due'),
  visit: ref(row, 'visit'),
  status: code(row, 'status', ['open', 'done', 'dropped']) ?? 'open',
  doneOn: date(row, 'doneOn'),
  made: made(row),
})

/** Open before done; what is due first before what has no date; done things newest first. */
function openFirst(a: TaskView, b: TaskView): number {
  if (a.status !== b.status) return a.status === 'open' ? -1 : b.status === 'open' ? 1 : 0
  if (a.status !== 'open') return later(a.doneOn, b.doneOn) || later(a.id, b.id)
  return later(b.due ?? '9999', a.due ?? '9999') || later(b.made?.at, a.made?.at) || later(b.id, a.id)
}

function concernView(row: RecordRow): ConcernView {
  const taken = asCode(part(row, 'action', 'taken'), CONCERN_ACTIONS)
  return {
    id: row.id,
    code: code(row, 'code', CONCERN_CODES),
    urgency: code(row, 'urgency', ['now', 'today', 'this_week']) ?? 'today',
    basis: code(row, 'basis', BASES),
    visit: ref(row, 'visit'),
    raisedFrom: text(row, 'raisedFrom'),
    action: taken ? { taken, on: asDate(part(row, 'action', 'on')), note: asText(part(row, 'action', 'note')) } : undefined,
    status: text(row, 'status') === 'handled' ? 'handled' : 'open',
    made: made(row),
  }
}

const openConcernsFirst = (a: ConcernView, b: ConcernView): number =>
  a.status === b.status ? later(a.made?.at, b.made?.at) || later(a.id, b.id) : a.status === 'open' ? -1 : 1

const attemptView = (row: RecordRow): ContactAttemptView => ({
  id: row.id,
  on: date(row, 'on'),
  clock: text(row, 'clock'),
  way: code(row, 'way', CONTACT_WAYS),
  direction: code(row, 'direction', ['in', 'out']) ?? 'out',
  result: code(row, 'result', CONTACT_RESULTS),
  note: text(row, 'note'),
  visit: ref(row, 'visit'),
  made: made(row),
})

export const readInquiries = (rows: readonly RecordRow[]): readonly InquiryView[] =>
  rowsOf(rows, 'inquiry')
    .map((row) => ({
      id: row.id,
      kind: text(row, 'kind'),
      senderRole: asText(part(row, 'sender', 'role')),
      senderName: asText(part(row, 'sender', 'name')),
      channel: text(row, 'channel'),
      noticeDate: date(row, 'noticeDate'),
      receivedDate: date(row, 'receivedDate'),
      amountDue: asNumber(asGroup(agreed(row, 'amount'))?.due),
      status: text(row, 'status'),
      requestedFromUs: text(row, 'requestedFromUs'),
    }))
    .sort((a, b) => later(a.receivedDate, b.receivedDate) || later(a.id, b.id))
