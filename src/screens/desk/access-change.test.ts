import { expect, test } from 'vitest'
import { peopleOf } from '../people.ts'
import { accessStep, canGet, canLose, leavesNobody } from './access-change.ts'
import { anAccess, INGRID, JON, MARIT, PEOPLE } from './held-builders.ts'

const people = peopleOf(PEOPLE)
const now = [anAccess(INGRID, 'coordinator'), anAccess(MARIT, 'worker')]

test('moving a case gives it and takes it in one step', () => {
  const step = accessStep({ mode: 'move', from: MARIT, to: JON }, now, people)
  expect(step).toEqual({ give: [{ user: JON, role: 'worker' }], take: [MARIT] })
})

test('whoever has the case already keeps the role there is when it is moved to her', () => {
  const step = accessStep({ mode: 'move', from: MARIT, to: JON }, [...now, anAccess(JON, 'named')], people)
  expect(step).toEqual({ give: [], take: [MARIT] })
})

test('nothing is done before it is said from whom and to whom', () => {
  expect(accessStep({ mode: 'move', from: MARIT, to: undefined }, now, people)).toBeUndefined()
  expect(accessStep({ mode: 'give', from: undefined, to: undefined }, now, people)).toBeUndefined()
  expect(accessStep({ mode: undefined, from: MARIT, to: JON }, now, people)).toBeUndefined()
})

test('the last one who coordinates is not offered, and no one without case work can be given a case', () => {
  expect(canLose(now)).toEqual([MARIT])
  expect(canGet(people.values(), now, { mode: 'give', from: undefined, to: undefined }).map(({ name }) => name)).toEqual(['Jon'])
})

test('a case is moved to somebody who goes there, also one who does already, and never to the one who coordinates it', () => {
  const both = [...now, anAccess(JON, 'worker')]
  expect(canGet(people.values(), both, { mode: 'move', from: MARIT, to: undefined }).map(({ name }) => name)).toEqual(['Jon'])
})

test('it is said when nobody would be left who goes there', () => {
  const take = accessStep({ mode: 'take', from: MARIT, to: undefined }, now, people)
  const move = accessStep({ mode: 'move', from: MARIT, to: JON }, now, people)
  expect([take && leavesNobody(take, now), move && leavesNobody(move, now)]).toEqual([true, false])
})
