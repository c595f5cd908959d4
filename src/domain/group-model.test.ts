// The group over time against a model, by two who do not see each other's writes until they meet: the resident is always in
// it, there is one coordinator or a question and never two, and whoever left is told nothing.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCase } from './case-view.ts'
import type { GroupView, MemberView } from './case-view-group.ts'
import { GROUP_ROLES } from './codes.ts'
import { mayKnow } from './consent.ts'
import {
  addMember,
  changeMember,
  chooseCoordinator,
  endGroup,
  endMember,
  type GroupMade,
  makeGroup,
  placeMember,
  staying,
} from './group-acts.ts'
import { type Id, localDate } from './ids.ts'
import { type RecordRow, seenOf } from './register.ts'
import { aCase, applied, idsFrom, JON, LANE, MARIT, TODAY } from './visit-fixture.ts'

const newId = idsFrom(7000)
const RESIDENT = { name: 'Prøve Eksempel' }
const made = (): Map<Id, RecordRow> => applied(aCase(), makeGroup(LANE, RESIDENT, 'Samarbeid', TODAY, newId))
const groupIn = (rows: ReadonlyMap<Id, RecordRow>): GroupView => {
  const group = readCase(rows)?.group
  if (!group) throw new Error('no group')
  return group
}
const seenAll = (rows: ReadonlyMap<Id, RecordRow>) => Object.fromEntries([...rows.values()].map((row) => [row.id, seenOf(row)]))

/** What one person sees and does; `rows` is where her writes go. */
interface Hand {
  readonly rows: ReadonlyMap<Id, RecordRow>
  readonly group: GroupView
  readonly me: Id
}
type Step = (hand: Hand) => GroupMade
const given = ({ rows, me }: Hand) => ({ rows, me, today: TODAY, seen: seenAll(rows) })
const pick = (group: GroupView, n: number): MemberView => group.members[n % group.members.length] as MemberView

const adding = fc
  .tuple(
    fc.constantFrom(...GROUP_ROLES),
    fc.constantFrom('Hege', 'Ola', 'Kari'),
    fc.option(fc.constantFrom(MARIT, JON), { nil: undefined }),
  )
  .map(
    ([role, name, user]): Step =>
      ({ group }) =>
        addMember(group, LANE, { name, role, ...(user ? { user } : {}) }, RESIDENT, TODAY, newId),
  )
const changing = fc.tuple(fc.nat(), fc.constantFrom(...GROUP_ROLES)).map(
  ([n, role]): Step =>
    (hand) =>
      changeMember(pick(hand.group, n), { name: 'Nytt navn', role }, given(hand)),
)
const ending = fc.nat().map(
  (n): Step =>
    (hand) =>
      endMember(hand.group, pick(hand.group, n), TODAY, given(hand)),
)
const choosing = fc.tuple(fc.nat(), fc.boolean()).map(
  ([n, isSaid]): Step =>
    (hand) =>
      chooseCoordinator(hand.group, pick(hand.group, n), isSaid ? hand.group.coordinator?.id : undefined, given(hand)),
)
const placing = fc.tuple(fc.nat(), fc.constantFrom(-1 as const, 1 as const)).map(
  ([n, by]): Step =>
    (hand) => ({ ok: true, value: placeMember(hand.group, pick(hand.group, n), by, given(hand)) }),
)
const step = fc.oneof(adding, changing, ending, choosing, placing)

function holds(rows: ReadonlyMap<Id, RecordRow>): void {
  const group = groupIn(rows)
  const view = readCase(rows)
  const residents = staying(group).filter(({ role }) => role === 'resident')
  expect(residents).toHaveLength(1)
  expect(group.members.filter(({ isCoordinator }) => isCoordinator).length).toBeLessThanOrEqual(1)
  expect(group.coordinator?.to).toBeUndefined()
  for (const member of group.members.filter(({ to }) => to !== undefined)) expect(mayKnow(member, view?.consents ?? [], TODAY)).toEqual([])
}

test('the resident stays and one coordinates, whatever one person does', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      let rows = made()
      for (const one of steps) {
        const before = groupIn(rows).coordinator
        const result = one({ rows, group: groupIn(rows), me: MARIT })
        if (result.ok) rows = applied(rows, result.value)
        holds(rows)
        if (before && !result.ok) expect(groupIn(rows).coordinator?.id).toBe(before.id)
        if (before) expect(groupIn(rows).coordinator).toBeDefined()
      }
    }),
    { numRuns: 150 },
  )
})

test('two who act at once leave a question where both chose, never two coordinators, and the resident in it', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 6 }), fc.array(fc.tuple(step, step), { maxLength: 6 }), (before, pairs) => {
      let rows = made()
      for (const one of before) {
        const result = one({ rows, group: groupIn(rows), me: MARIT })
        if (result.ok) rows = applied(rows, result.value)
      }
      for (const [marits, jons] of pairs) {
        const group = groupIn(rows)
        const results = [marits({ rows, group, me: MARIT }), jons({ rows, group, me: JON })] as const
        for (const [i, result] of results.entries()) if (result.ok) rows = applied(rows, result.value, i === 0 ? MARIT : JON)
        const groupRow = rows.get(group.id)
        const heads = new Set((groupRow?.regs.coordinator ?? []).map(({ v }) => v))
        expect(readCase(rows)?.twoVersions.some(({ field }) => field === 'coordinator')).toBe(heads.size > 1)
        const residents = staying(groupIn(rows)).filter(({ role }) => role === 'resident')
        expect(residents.length).toBeGreaterThanOrEqual(1)
        expect(groupIn(rows).members.filter(({ isCoordinator }) => isCoordinator).length).toBeLessThanOrEqual(1)
      }
    }),
    { numRuns: 150 },
  )
})

const member = (rows: ReadonlyMap<Id, RecordRow>, name: string): MemberView =>
  groupIn(rows).members.find((one) => one.name === name) as MemberView
const withTwo = (): Map<Id, RecordRow> => {
  let rows = made()
  for (const [name, user] of [
    ['Marit', MARIT],
    ['Ola', undefined],
  ] as const) {
    const added = addMember(
      groupIn(rows),
      LANE,
      { name, role: user ? 'followup_worker' : 'gp', ...(user ? { user } : {}) },
      RESIDENT,
      TODAY,
      newId,
    )
    rows = applied(rows, added.ok ? added.value : [])
  }
  const hand = { rows, group: groupIn(rows), me: MARIT }
  const chosen = chooseCoordinator(hand.group, member(rows, 'Marit'), undefined, given(hand))
  return applied(rows, chosen.ok ? chosen.value : [])
}

test('each wrong step has its own answer, and changes nothing', () => {
  const rows = withTwo()
  const hand = { rows, group: groupIn(rows), me: MARIT }
  const { group } = hand
  const [marit, ola, resident] = [member(rows, 'Marit'), member(rows, 'Ola'), member(rows, 'Prøve Eksempel')]
  expect(addMember(group, LANE, { name: ' ', role: 'gp' }, RESIDENT, TODAY, newId)).toMatchObject({ refusal: { kind: 'noName' } })
  expect(addMember(group, LANE, { name: 'Ola', role: 'gp', phone: '12' }, RESIDENT, TODAY, newId)).toMatchObject({
    refusal: { kind: 'phoneShape' },
  })
  expect(addMember(group, LANE, { name: 'Marit', role: 'case_worker', user: MARIT }, RESIDENT, TODAY, newId)).toMatchObject({
    refusal: { kind: 'alreadyIn' },
  })
  expect(addMember(group, LANE, { name: 'En til', role: 'resident' }, RESIDENT, TODAY, newId)).toMatchObject({
    refusal: { kind: 'alreadyIn' },
  })
  expect(chooseCoordinator(group, ola, undefined, given(hand))).toMatchObject({ refusal: { kind: 'takesFrom', from: { name: 'Marit' } } })
  expect(chooseCoordinator(group, ola, resident.id, given(hand))).toMatchObject({ refusal: { kind: 'takesFrom' } })
  expect(endMember(group, marit, TODAY, given(hand))).toMatchObject({ refusal: { kind: 'coordinatorFirst', name: 'Marit' } })
  expect(endMember(group, resident, TODAY, given(hand))).toMatchObject({ refusal: { kind: 'residentStays' } })
  expect(endMember(group, ola, localDate('2026-11-23'), given(hand))).toMatchObject({ refusal: { kind: 'endsBefore' } })
  expect(changeMember(resident, { name: 'X', role: 'gp' }, given(hand))).toMatchObject({ refusal: { kind: 'residentStays' } })
  expect(changeMember(ola, { name: 'X', role: 'gp', phone: '12' }, given(hand))).toMatchObject({ refusal: { kind: 'phoneShape' } })
  expect(changeMember(ola, { name: 'X', role: 'resident' }, given(hand))).toMatchObject({ refusal: { kind: 'residentStays' } })
  expect(endGroup(group, localDate('2026-11-23'), given(hand))).toMatchObject({ refusal: { kind: 'endsBefore' } })
  const left = endMember(group, ola, TODAY, given(hand))
  const after = applied(rows, left.ok ? left.value : [])
  expect(chooseCoordinator(groupIn(after), member(after, 'Ola'), marit.id, given(hand))).toMatchObject({ refusal: { kind: 'hasLeft' } })
})

test('when one is chosen while another notes that she has left, nobody coordinates until somebody is chosen', () => {
  const rows = withTwo()
  const hand = { rows, group: groupIn(rows), me: MARIT }
  const chosen = chooseCoordinator(hand.group, member(rows, 'Ola'), member(rows, 'Marit').id, given(hand))
  const left = endMember(hand.group, member(rows, 'Ola'), TODAY, given({ ...hand, me: JON }))
  const after = applied(applied(rows, chosen.ok ? chosen.value : []), left.ok ? left.value : [], JON)
  expect(groupIn(after).coordinator).toBeUndefined()
})

test('saying «bytte fra Marit til Ola» changes it, and a group that is over keeps who was in it', () => {
  const rows = withTwo()
  const hand = { rows, group: groupIn(rows), me: MARIT }
  const swapped = chooseCoordinator(hand.group, member(rows, 'Ola'), member(rows, 'Marit').id, given(hand))
  const after = applied(rows, swapped.ok ? swapped.value : [])
  expect(groupIn(after).coordinator?.name).toBe('Ola')
  const over = endGroup(groupIn(after), TODAY, given({ ...hand, rows: after }))
  const ended = applied(after, over.ok ? over.value : [])
  expect(groupIn(ended)).toMatchObject({ status: 'ended', members: [{ role: 'resident' }, { name: 'Marit' }, { name: 'Ola' }] })
})
