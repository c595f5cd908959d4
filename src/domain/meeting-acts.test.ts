// Meetings: planned, moved, cancelled, held; presence before any decision; decisions that become tasks; and minutes from
// which nobody outside the own team gets a word about what was not said yes to.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CaseView, readCase } from './case-view.ts'
import type { MeetingView, MemberView } from './case-view-group.ts'
import { TOPICS, type Topic } from './codes.ts'
import { isOwnTeam, mayRead } from './consent.ts'
import { isCovered } from './consent-wall.ts'
import { type Id, instant, localDate, localDateTime } from './ids.ts'
import {
  addItem,
  answerPresence,
  approveMinutes,
  cancelMeeting,
  type Deciding,
  decide,
  holdMeeting,
  type MeetingMade,
  moveMeeting,
  planMeeting,
  setPresence,
  writeItem,
  writeMinutes,
} from './meeting-acts.ts'
import { giveMinutes, minutesFor } from './minutes.ts'
import { patch } from './records.ts'
import type { Patch, RecordRow } from './register.ts'
import { aCase, applied, idsFrom, JON, LANE, MARIT, setsOf, TODAY, testId } from './visit-fixture.ts'

const [GROUP, RESIDENT, HEGE, INGRID] = [testId(70), testId(71), testId(72), testId(73)]
const newId = idsFrom(8000)
type Rows = ReadonlyMap<Id, RecordRow>
const value = (made: MeetingMade): readonly Patch[] => {
  if (!made.ok) throw new Error(made.refusal.kind)
  return made.value
}
const AT = localDateTime('2026-11-24T10:30')
const planned = {
  plannedAt: AT,
  place: 'Kontoret',
  kind: 'group' as const,
  agenda: [{ title: 'Hjemmehjelp', topic: 'appointments' as const }],
}
const withGroup = (): Map<Id, RecordRow> =>
  applied(aCase(), [
    patch(LANE, 'group', GROUP, { purpose: 'Samarbeid', coordinator: INGRID }),
    patch(LANE, 'groupMember', RESIDENT, { group: GROUP, name: 'Prøve', roleCode: 'resident', order: 0 }),
    patch(LANE, 'groupMember', HEGE, { group: GROUP, name: 'Hege', roleCode: 'home_help', order: 1 }),
    patch(LANE, 'groupMember', INGRID, { group: GROUP, name: 'Ingrid', roleCode: 'case_worker', order: 2 }),
  ])
const viewOf = (rows: Rows): CaseView => readCase(rows) as CaseView
const meetingIn = (rows: Rows): MeetingView => viewOf(rows).group?.meetings[0] as MeetingView
const of = (rows: Rows, today = TODAY, me = MARIT) => {
  const meeting = meetingIn(rows)
  return { meeting, row: rows.get(meeting.id) as RecordRow, me, today }
}
const aMeeting = (): Map<Id, RecordRow> => applied(withGroup(), value(planMeeting(LANE, GROUP, planned, TODAY, newId)))
const held = (): Map<Id, RecordRow> => {
  const rows = aMeeting()
  return applied(rows, value(holdMeeting(of(rows))))
}
const heldWithResident = (): Map<Id, RecordRow> => {
  const rows = held()
  return applied(rows, [answerPresence(of(rows), true, '', RESIDENT)])
}
const DECIDING: Deciding = { text: 'Ringe hjemmetjenesten', topic: 'appointments', responsible: MARIT, due: localDate('2026-12-01') }

test('a meeting is not planned or moved to a day that is over; one that was held then is held', () => {
  const before = { ...planned, plannedAt: localDateTime('2026-11-23T10:30') }
  expect(planMeeting(LANE, GROUP, before, TODAY, newId)).toMatchObject({ refusal: { kind: 'isPast' } })
  expect(moveMeeting(of(aMeeting()), before.plannedAt, '')).toMatchObject({ refusal: { kind: 'isPast' } })
  const rows = applied(withGroup(), value(planMeeting(LANE, GROUP, { ...before, isHeld: true }, TODAY, newId)))
  expect(meetingIn(rows).status).toBe('held')
  const later = { ...planned, plannedAt: localDateTime('2027-01-12T10:30'), isHeld: true }
  expect(planMeeting(LANE, GROUP, later, TODAY, newId)).toMatchObject({ refusal: { kind: 'notYet' } })
})

test('a meeting is planned with its agenda, and each item has its topic', () => {
  expect(meetingIn(aMeeting())).toMatchObject({
    plannedAt: AT,
    place: 'Kontoret',
    status: 'planned',
    agenda: [{ title: 'Hjemmehjelp', topic: 'appointments' }],
  })
  expect(planMeeting(LANE, GROUP, { ...planned, plannedAt: undefined }, TODAY, newId)).toMatchObject({ refusal: { kind: 'noTime' } })
  expect(planMeeting(LANE, GROUP, { ...planned, agenda: [{ title: 'X', topic: undefined }] }, TODAY, newId)).toMatchObject({
    refusal: { kind: 'noTopic' },
  })
  expect(addItem(of(aMeeting()), { title: ' ', topic: 'home' }, newId)).toMatchObject({ refusal: { kind: 'noTitle' } })
})

test('a meeting is moved and cancelled while it is ahead, and held on its day; afterwards neither', () => {
  const rows = aMeeting()
  const later = localDateTime('2026-12-03T13:00')
  const moved = applied(rows, value(moveMeeting(of(rows), later, 'Hjemme')))
  expect(meetingIn(moved)).toMatchObject({ plannedAt: later, place: 'Hjemme', status: 'moved' })
  expect(holdMeeting(of(moved))).toMatchObject({ refusal: { kind: 'notYet' } })
  expect(holdMeeting(of(moved, localDate('2026-12-03'))).ok).toBe(true)
  expect(moveMeeting(of(rows), undefined, '')).toMatchObject({ refusal: { kind: 'noTime' } })
  const over = of(held())
  for (const made of [moveMeeting(over, later, ''), cancelMeeting(over), holdMeeting(over)])
    expect(made).toMatchObject({ refusal: { kind: 'isOver' } })
  const cancelled = applied(rows, value(cancelMeeting(of(rows))))
  expect(holdMeeting(of(cancelled))).toMatchObject({ refusal: { kind: 'isOver' } })
  expect(addItem(of(cancelled), { title: 'X', topic: 'home' }, newId)).toMatchObject({ refusal: { kind: 'isOver' } })
})

test('nothing is decided about the resident before it is answered whether he was there; a no with its reason is an answer', () => {
  const rows = held()
  expect(decide(of(rows), DECIDING, newId)).toEqual({ ok: false, refusal: { kind: 'needsPresence' } })
  expect(approveMinutes(of(rows))).toMatchObject({ refusal: { kind: 'needsPresence' } })
  const away = applied(rows, [answerPresence(of(rows), false, ' Syk ', RESIDENT)])
  expect(meetingIn(away)).toMatchObject({ residentPresent: false, residentAbsenceReason: 'Syk', present: { [RESIDENT]: 'absent' } })
  expect(decide(of(away), DECIDING, newId).ok).toBe(true)
  expect(decide(of(aMeeting()), DECIDING, newId)).toMatchObject({ refusal: { kind: 'notHeld' } })
})

test('a decision becomes a task for whoever is to do it, with its last day', () => {
  const rows = heldWithResident()
  const made = value(decide(of(rows), DECIDING, newId))
  const [task] = setsOf(made, 'task')
  expect(task).toEqual({ title: 'Ringe hjemmetjenesten', assignee: MARIT, status: 'open', due: '2026-12-01' })
  const after = applied(rows, made)
  const [decision] = meetingIn(after).decisions
  expect(decision).toMatchObject({ text: 'Ringe hjemmetjenesten', topic: 'appointments', responsible: MARIT })
  expect(viewOf(after).tasks.find(({ id }) => id === decision?.task)?.assignee).toBe(MARIT)
  const refused = (more: Partial<Deciding>) => decide(of(rows), { ...DECIDING, ...more }, newId)
  expect(refused({ text: ' ' })).toMatchObject({ refusal: { kind: 'noWords' } })
  expect(refused({ topic: undefined })).toMatchObject({ refusal: { kind: 'noTopic' } })
  expect(refused({ responsible: '' })).toMatchObject({ refusal: { kind: 'nobody' } })
  expect(refused({ due: localDate('2026-11-23') })).toMatchObject({ refusal: { kind: 'dueBefore' } })
})

test('who came is one register each, so that two who tick at once both stand; two who write the minutes do too', () => {
  const rows = heldWithResident()
  const both = applied(
    applied(rows, [setPresence(of(rows), HEGE, 'attended')]),
    [setPresence(of(rows, TODAY, JON), INGRID, 'sent_apology')],
    JON,
  )
  expect(meetingIn(both).present).toEqual({ [RESIDENT]: 'attended', [HEGE]: 'attended', [INGRID]: 'sent_apology' })
  const [item] = meetingIn(both).agenda
  if (!item) throw new Error('no item')
  const row = both.get(item.id) as RecordRow
  const write = (me: Id, minutes: string) =>
    value(writeItem(item, { title: item.title, topic: item.topic, minutes }, { row, me, seen: {} }))
  const written = applied(applied(both, write(MARIT, 'Det ene')), write(JON, 'Det andre'), JON)
  expect(viewOf(written).twoVersions.map(({ rec, field }) => [rec, field])).toEqual([[item.id, 'minutes']])
  expect(writeItem(item, { title: item.title, topic: item.topic, minutes: '' }, { row, me: MARIT })).toEqual({ ok: true, value: [] })
  expect(writeMinutes(of(both), '')).toEqual([])
})

interface Made {
  readonly items: readonly Topic[]
  readonly decisions: readonly Topic[]
  readonly may: readonly Topic[]
  readonly state: 'given' | 'withdrawn' | 'refused' | 'asked' | 'over'
}
const secret = (topic: Topic | 'general', n: number): string => `ord-om-${topic}-${n}`
const topic = fc.constantFrom(...TOPICS)
const world = fc.record<Made>({
  items: fc.array(topic, { maxLength: 6 }),
  decisions: fc.array(topic, { maxLength: 6 }),
  may: fc.uniqueArray(topic, { maxLength: 5 }),
  state: fc.constantFrom('given', 'withdrawn', 'refused', 'asked', 'over'),
})
function build({ items, decisions, may, state }: Made): Map<Id, RecordRow> {
  const rows = heldWithResident()
  const { meeting } = of(rows)
  const on = TODAY
  const said = {
    given: { given: { by: 'P', on } },
    withdrawn: { given: { by: 'P', on }, withdrawn: { on } },
    refused: { refused: { on } },
    asked: {},
    over: { given: { by: 'P', on }, validTo: localDate('2026-11-23') },
  }[state]
  return applied(rows, [
    ...writeMinutes(of(rows), secret('general', 0)),
    ...items.map((about, i) =>
      patch(LANE, 'agendaItem', newId(), {
        meeting: meeting.id,
        topic: about,
        title: secret(about, i),
        minutes: secret(about, i),
        order: i,
      }),
    ),
    ...decisions.map((about, i) =>
      patch(LANE, 'decision', newId(), { meeting: meeting.id, topic: about, text: secret(about, i), responsible: 'X' }),
    ),
    patch(LANE, 'agendaItem', newId(), { meeting: meeting.id, title: secret('general', 1), order: 99 }),
    patch(LANE, 'consent', newId(), { kind: 'share_with_member', about: HEGE, topics: may, text: 'Ja', ...said }),
  ])
}

test('nothing of a topic she may not know is in what she is given, and the office agrees with the screen', () => {
  fc.assert(
    fc.property(world, (made) => {
      const rows = build(made)
      const view = viewOf(rows)
      const group = view.group
      const meeting = meetingIn(rows)
      const hege = group?.members.find(({ id }) => id === HEGE) as MemberView
      if (!group) throw new Error('no group')
      const shown = minutesFor({ meeting, group, consents: view.consents }, hege, TODAY)
      const words = JSON.stringify(shown)
      const covered = made.state === 'given' ? made.may : []
      expect(shown.topics).toEqual(TOPICS.filter((one) => covered.includes(one)))
      for (const about of ['general', ...TOPICS] as const)
        if (about === 'general' || !covered.includes(about)) expect(words).not.toContain(`ord-om-${about}`)
      expect(shown.general).toBeUndefined()
      expect(shown.came).toEqual([])
      const giving = { id: newId(), lane: LANE, on: TODAY, how: 'post' as const }
      const copy = giveMinutes(meeting, hege, shown, giving)
      if (copy.ok)
        expect(isCovered({ kind: 'minutes', member: HEGE, items: copy.value.set.items, on: TODAY }, [...rows.values()])).toBe(true)
      const all = [...meeting.agenda, ...meeting.decisions].map(({ id }) => id)
      const isAll = shown.left === 0 && shown.topics.length > 0
      expect(isCovered({ kind: 'minutes', member: HEGE, items: all, on: TODAY }, [...rows.values()])).toBe(isAll)
    }),
    { numRuns: 200 },
  )
})

test('the resident and the own team get all of it, also what has no topic', () => {
  const rows = build({ items: ['health', 'substance'], decisions: ['economy'], may: [], state: 'asked' })
  const view = viewOf(rows)
  const { group } = view
  if (!group) throw new Error('no group')
  for (const member of group.members.filter(({ role }) => isOwnTeam(role))) {
    const shown = minutesFor({ meeting: meetingIn(rows), group, consents: view.consents }, member, TODAY)
    expect([shown.items.length, shown.decisions.length, shown.general, shown.left]).toEqual([4, 1, secret('general', 0), 0])
    expect(shown.came.map(({ id }) => id)).toEqual([RESIDENT])
    expect(mayRead(member, view.consents, TODAY)).toEqual(TOPICS)
  }
})

test('what is written down as given names the very items that were shown; nothing to give is no copy', () => {
  const rows = build({ items: ['health', 'appointments'], decisions: ['appointments'], may: ['appointments'], state: 'given' })
  const view = viewOf(rows)
  const { group } = view
  const hege = group?.members.find(({ id }) => id === HEGE) as MemberView
  if (!group) throw new Error('no group')
  const meeting = meetingIn(rows)
  const shown = minutesFor({ meeting, group, consents: view.consents }, hege, TODAY)
  const giving = { id: newId(), lane: LANE, on: TODAY, how: 'post' as const }
  const copy = giveMinutes(meeting, hege, shown, giving)
  expect(copy.ok && copy.value.set).toEqual({
    ...{ of: meeting.id, kind: 'minutes', to: 'Hege', member: HEGE, on: TODAY, how: 'post' },
    items: [...shown.items, ...shown.decisions].map(({ id }) => id),
  })
  expect(shown.items).toHaveLength(2)
  expect(giveMinutes(meeting, hege, { ...shown, items: [], decisions: [] }, giving)).toMatchObject({ refusal: { kind: 'nothing' } })
  expect(giveMinutes({ ...meeting, status: 'planned' }, hege, shown, giving)).toMatchObject({ refusal: { kind: 'notHeld' } })
})

test('somebody about whom two roles stand, or who has left, or whose record is struck, is an outsider to the wall', () => {
  const rows = withGroup()
  const asks = (more: Rows) => isCovered({ kind: 'minutes', member: INGRID, items: [], on: TODAY }, [...more.values()])
  expect(asks(rows)).toBe(true)
  expect(asks(applied(rows, [patch(LANE, 'groupMember', INGRID, { roleCode: 'gp' })], JON))).toBe(false)
  expect(asks(applied(rows, [patch(LANE, 'groupMember', INGRID, { period: { from: TODAY, to: TODAY } })]))).toBe(false)
  const [early, late] = [instant('2026-11-24T09:00:00.000Z'), instant('2026-11-24T11:00:00.000Z')]
  const outsider = applied(withGroup(), [patch(LANE, 'groupMember', HEGE, { roleCode: 'gp' })], JON, early)
  const both = applied(outsider, [patch(LANE, 'groupMember', HEGE, { roleCode: 'case_worker' })], MARIT, late)
  expect(isCovered({ kind: 'minutes', member: HEGE, items: [], on: TODAY }, [...both.values()])).toBe(false)
  const over = Object.values(rows.get(INGRID)?.regs ?? {}).flatMap((heads) => heads.map(({ by }) => by))
  expect(asks(applied(rows, [{ ...patch(LANE, 'groupMember', INGRID, { void: { reason: 'feil' } }), seen: { void: over } }]))).toBe(false)
})
