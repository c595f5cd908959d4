import { expect, test } from 'vitest'
import { instant } from '#domain/ids.ts'
import { aHeld, anOfficeAnswer, INGRID, JON, LANE, named, written } from './held-builders.ts'
import { heldItems } from './held-items.ts'
import { inboxOf, toDo } from './inbox-items.ts'

const nameOf = () => 'Einar'
const { summaries } = anOfficeAnswer([])

test('the parts of one visit from one person are one decision, in the order they were written, the signature last', () => {
  const [visit, part] = [named(600), named(601)]
  const parts = [
    aHeld(1, { type: 'contribution', rec: part, kind: 'sign' }),
    aHeld(2, { type: 'visit', rec: visit, set: written({ outcome: { code: 'not_home' } }) }),
    aHeld(3, { type: 'contribution', rec: part, set: written({ visit }) }),
    aHeld(4, { type: 'contactAttempt', set: written({ visit, result: 'no_answer' }) }),
  ]
  expect(heldItems(parts, nameOf).map((item) => item.changes.map((one) => one.id))).toEqual([[named(2), named(3), named(4), named(1)]])
})

test('two people, two reasons or two records are decided apart', () => {
  const rec = named(600)
  const all = [aHeld(1, { rec }), aHeld(2, { rec, by: JON }), aHeld(3, { rec, why: 'field' }), aHeld(4)]
  expect(heldItems(all, nameOf)).toHaveLength(4)
})

test('only what may be done with every part is offered', () => {
  const rec = named(600)
  const [item] = heldItems([aHeld(1, { rec }), aHeld(2, { rec, may: ['close'] })], nameOf)
  expect(item?.may).toEqual(['close'])
})

test('what could not be opened has no home, and stands alone', () => {
  const { lane: _, rec: __, type: ___, set: ____, ...sealed } = aHeld(1, { why: 'bad', may: ['close'] })
  const [item, ...rest] = heldItems([sealed, aHeld(2)], nameOf)
  expect([item?.lane, item?.name, item?.changes.length, rest.length]).toEqual([undefined, undefined, 1, 1])
})

test('a held concern stands first among the concerns, also when it was raised in a visit that is held', () => {
  const visit = named(600)
  const held = [
    aHeld(1, { type: 'visit', rec: visit, set: written({ outcome: { code: 'home_full' } }) }),
    aHeld(2, { type: 'concern', set: written({ code: 'C-CHILD', visit }) }),
  ]
  const inbox = inboxOf(summaries, INGRID, { held, unfinished: [] })
  expect(inbox.all.map((item) => [item.kind, item.id])).toEqual([
    ['held', named(2)],
    ['held', named(1)],
  ])
  expect(inbox.concerns).toHaveLength(1)
})

test('an unfinished draft is shown, but is nothing to be done with, so that zero can be reached', () => {
  const draft = { draft: named(7), by: JON, lane: LANE, rec: named(8), type: 'visit', at: instant('2026-11-24T10:00:00Z'), content: {} }
  const inbox = inboxOf(summaries, INGRID, { held: [], unfinished: [draft] })
  expect([inbox.all.length, toDo(inbox), inbox.unfinished[0]?.name]).toEqual([1, 0, 'Einar'])
})
