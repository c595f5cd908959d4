// readCase: what the screens see of a case, whatever a newer or broken device may have written.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCase } from './case-view.ts'
import { activeGoals } from './case-view-plan.ts'
import { type Id, instant, type Json, localDate } from './ids.ts'
import { patch, RECORD_TYPES } from './records.ts'
import type { RecordRow } from './register.ts'
import { aCase, applied, CHAIRS, FOOD, HYGIENE, JON, LANE, LAST_VISIT, MARIT, testId, VISIT, withRecord } from './visit-fixture.ts'

const read = (rows: ReadonlyMap<Id, RecordRow>) => {
  const view = readCase(rows)
  if (!view) throw new Error('no resident')
  return view
}

test('a case shows the person, the plan, what was agreed last and the visits with the planned one first', () => {
  const view = read(aCase())
  expect(view.resident.name).toBe('Prøve Eksempel')
  expect(view.plan?.mainGoals[0]?.subGoals.map((goal) => goal.id)).toEqual([HYGIENE, FOOD])
  expect(activeGoals(view.plan).map((goal) => goal.id)).toEqual([HYGIENE, FOOD])
  expect(view.agreedLast).toMatchObject({ on: '2026-11-17', visit: LAST_VISIT, tasks: [{ id: CHAIRS, status: 'open' }] })
  expect(view.visits.map((visit) => visit.id)).toEqual([VISIT, LAST_VISIT])
  expect(view.timeline.map((item) => item.kind)).toEqual(['visit'])
})

test('a lane without a named resident is no case yet', () => {
  expect(readCase(new Map())).toBeUndefined()
})

test('a record marked void by somebody who had seen all of it is not shown', () => {
  const rows = aCase()
  const task = rows.get(CHAIRS)
  const over = Object.values(task?.regs ?? {}).flatMap((heads) => heads.map((head) => head.by))
  const voided = withRecord(rows, { ...patch(LANE, 'task', CHAIRS, { void: { reason: 'feil' } }), seen: { void: over } })
  expect(read(voided).tasks).toEqual([])
})

test('a task that names no visit is never read out as something that was agreed', () => {
  const rows = withRecord(aCase(), patch(LANE, 'task', testId(51), { title: 'Til kontoret', status: 'open' }))
  expect(read(rows).tasks).toHaveLength(2)
  expect(read(rows).agreedLast.tasks.map((task) => task.id)).toEqual([CHAIRS])
})

test('a group has one coordinator: chosen by two offline it is a question, and the later counts meanwhile', () => {
  const group = testId(70)
  const members = applied(aCase(), [
    patch(LANE, 'group', group, { purpose: 'Samarbeid' }),
    patch(LANE, 'groupMember', testId(71), { group, name: 'A', order: 1 }),
    patch(LANE, 'groupMember', testId(72), { group, name: 'B', order: 2 }),
  ])
  const one = applied(members, [patch(LANE, 'group', group, { coordinator: testId(71) })])
  const two = applied(one, [patch(LANE, 'group', group, { coordinator: testId(72) })], JON, instant('2026-11-24T12:00:00.000Z'))
  expect(read(one).group?.coordinator?.name).toBe('A')
  const view = read(two).group
  expect(view?.members.map((member) => [member.name, member.isCoordinator])).toEqual([
    ['A', false],
    ['B', true],
  ])
  expect(view?.coordinator?.name).toBe('B')
  expect(read(two).twoVersions.map(({ field }) => field)).toContain('coordinator')
})

test('two workers who wrote different things are two versions, each with its author', () => {
  const rows = aCase()
  const marit = withRecord(rows, patch(LANE, 'visit', VISIT, { outcome: { code: 'home_full' } }), MARIT)
  const both = withRecord(marit, patch(LANE, 'visit', VISIT, { outcome: { code: 'home_short' } }), JON)
  const versions = read(both).twoVersions.find((two) => two.field === 'outcome')?.versions
  expect(versions?.map((version) => version.actor)).toEqual([MARIT, JON])
})

test('two workers whose clocks differ have nothing to settle', () => {
  const first = withRecord(aCase(), patch(LANE, 'visit', VISIT, { started: instant('2026-11-24T10:00:00.000Z') }), MARIT)
  const both = withRecord(first, patch(LANE, 'visit', VISIT, { started: instant('2026-11-24T10:01:00.000Z') }), JON)
  expect(read(both).twoVersions).toEqual([])
})

test('goals that point at each other in a ring are all still shown', () => {
  const ring = [testId(80), testId(81)] as const
  const plan = testId(20)
  const rows = applied(aCase(), [
    patch(LANE, 'goal', ring[0], { plan, parent: ring[1], text: 'A' }),
    patch(LANE, 'goal', ring[1], { plan, parent: ring[0], text: 'B' }),
  ])
  const shown = read(rows).plan?.mainGoals.flatMap((goal) => [goal.id, ...goal.subGoals.map((sub) => sub.id)])
  expect(shown).toEqual(expect.arrayContaining([...ring]))
})

test('a concern with a code this build does not know is shown all the same', () => {
  const code: Json = 'C-NEWER'
  const rows = withRecord(aCase(), { lane: LANE, rec: testId(90), type: 'concern', set: { code, status: 'open' } })
  expect(read(rows).concerns).toMatchObject([{ id: testId(90), code: undefined, status: 'open' }])
})

const FIELDS = [
  'displayName', 'planned', 'workers', 'outcome', 'status', 'score', 'goal', 'parent', 'plan', 'order', 'answers', 'q.start.outcome',
  'visit', 'worker', 'on', 'due', 'action', 'statedCondition', 'frequency', 'review', 'period', 'contactStop', 'given', 'withdrawn',
  'void', 'coordinator', 'group', 'amount', 'guide', 'othersPresent', 'started', 'of',
] // biome-ignore format: a list of names reads better in lines
test('whatever stands in the registers, reading never throws', () => {
  const value = fc.jsonValue().map((v): Json => JSON.parse(JSON.stringify(v)))
  const near = fc.constantFrom<Json>(testId(20), testId(40), [testId(1)], { code: 'home_full' }, '2026-11-24', null, true, {
    start: localDate('2026-11-24'),
  })
  const written = fc.record({
    rec: fc.integer({ min: 10, max: 30 }),
    type: fc.constantFrom(...RECORD_TYPES),
    field: fc.constantFrom(...FIELDS),
    v: fc.oneof(value, near),
    actor: fc.constantFrom(MARIT, JON),
  })
  fc.assert(
    fc.property(fc.array(written, { maxLength: 60 }), (writes) => {
      const rows = writes.reduce(
        (before, { rec, type, field, v, actor }) => applied(before, [{ lane: LANE, rec: testId(rec), type, set: { [field]: v } }], actor),
        new Map<Id, RecordRow>(aCase()),
      )
      readCase(rows)
      readCase(new Map([...rows].slice(1)))
    }),
    { numRuns: 300 },
  )
})
