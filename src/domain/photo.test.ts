// A photo is taken on a yes of today for that very thing, or not at all; and each is a document with its last day.

import { expect, test } from 'vitest'
import { readCase } from './case-view.ts'
import { id, instant, localDate } from './ids.ts'
import { documentsOf, lastScope, mayTake, type PhotoAsking, photoTaken, sayNo, sayYes, voidPhoto } from './photo.ts'
import { patch } from './records.ts'
import type { Patch, RecordRow } from './register.ts'
import { aCase, applied, idsFrom, LANE, MARIT, TODAY, VISIT } from './visit-fixture.ts'

const newId = idsFrom(5000)
const UNTIL = localDate('2027-02-24')
const TOMORROW = localDate('2026-11-25')
type Rows = ReadonlyMap<RecordRow['id'], RecordRow>

const viewOf = (rows: Rows) => {
  const view = readCase(rows)
  if (!view) throw new TypeError('no case')
  return view
}
const asked = (rows: Rows, scope: string): PhotoAsking => ({
  view: viewOf(rows),
  rows,
  id: newId(),
  newId,
  acting: { me: MARIT, today: TODAY },
  asking: { text: `Det kan tas bilde av ${scope}.`, version: 1, scope },
})
const YES = { by: 'Einar', as: 'self', how: 'oral_witnessed', on: TODAY, witness: 'Marit', validTo: UNTIL } as const
const patches = (made: { readonly ok: boolean; readonly value?: readonly Patch[] }): readonly Patch[] => {
  if (!made.ok || !made.value) throw new TypeError('refused')
  return made.value
}
let clock = 0
const then = (rows: Rows, made: readonly Patch[]) => {
  clock += 1
  return applied(rows, made, MARIT, instant(`2026-11-24T10:00:${String(clock).padStart(2, '0')}.000Z`))
}
const may = (rows: Rows, scope: string, today = TODAY) => mayTake(viewOf(rows).consents, scope, today)

test('nothing is said: the camera stays shut', () => {
  expect(may(aCase(), 'et brev')).toEqual({ is: 'ask' })
  expect(lastScope(viewOf(aCase()).consents, TODAY)).toBeUndefined()
})

test('a yes opens it for that thing, today, and says until when', () => {
  const rows = then(aCase(), patches(sayYes(asked(aCase(), 'et brev'), YES)))
  expect(may(rows, 'et brev')).toMatchObject({ is: 'yes', deleteOn: UNTIL })
  expect(may(rows, ' et brev ')).toMatchObject({ is: 'yes' })
  expect(may(rows, 'en skade')).toEqual({ is: 'ask' })
  expect(may(rows, 'et brev', TOMORROW)).toEqual({ is: 'ask' })
  expect(lastScope(viewOf(rows).consents, TODAY)).toBe('et brev')
})

test('a yes without a witness, or until before today, is no yes', () => {
  expect(sayYes(asked(aCase(), 'et brev'), { ...YES, witness: ' ' }).ok).toBe(false)
  expect(sayYes(asked(aCase(), 'et brev'), { ...YES, validTo: localDate('2026-11-23') }).ok).toBe(false)
})

test('a no is written down and shuts it, also after a yes, and a new yes opens it again', () => {
  const no = then(aCase(), patches(sayNo(asked(aCase(), 'et brev'))))
  expect(may(no, 'et brev')).toEqual({ is: 'no' })
  const yes = then(no, patches(sayYes(asked(no, 'et brev'), YES)))
  expect(may(yes, 'et brev')).toMatchObject({ is: 'yes' })
  const made = patches(sayNo(asked(yes, 'et brev')))
  expect(made.map(({ type, set }) => [type, Object.keys(set).at(-1)])).toEqual([
    ['consent', 'refused'],
    ['consent', 'withdrawn'],
  ])
  const gone = then(yes, made)
  expect(may(gone, 'et brev')).toEqual({ is: 'no' })
  expect(viewOf(gone).consents.filter(({ kind, state }) => kind === 'photo' && state === 'given')).toEqual([])
})

test('a yes for the damage stands beside the yes for the letter, and each is taken back alone', () => {
  const letter = then(aCase(), patches(sayYes(asked(aCase(), 'et brev'), YES)))
  const both = then(letter, patches(sayYes(asked(letter, 'en skade'), YES)))
  expect([may(both, 'et brev').is, may(both, 'en skade').is]).toEqual(['yes', 'yes'])
  const again = then(both, patches(sayYes(asked(both, 'et brev'), { ...YES, validTo: TOMORROW })))
  expect(viewOf(again).consents.flatMap(({ scope, validTo, state }) => (state === 'given' ? [[scope, validTo]] : []))).toEqual([
    ['en skade', UNTIL],
    ['et brev', TOMORROW],
  ])
  const gone = then(both, patches(sayNo(asked(both, 'en skade'))))
  expect([may(gone, 'et brev').is, may(gone, 'en skade').is]).toEqual(['yes', 'no'])
})

test('a yes that is withdrawn shuts it', () => {
  const rows = then(aCase(), patches(sayYes(asked(aCase(), 'et brev'), YES)))
  const [row] = [...rows.values()].filter(({ type, regs }) => type === 'consent' && regs.scope?.[0]?.v === 'et brev')
  if (!row) throw new TypeError('no consent')
  expect(may(then(rows, [patch(LANE, 'consent', row.id, { withdrawn: { on: TODAY } })]), 'et brev')).toEqual({ is: 'ask' })
})

const BLOB = id('B'.repeat(22))
const taken = (document = newId()) =>
  photoTaken({
    lane: LANE,
    id: document,
    kind: 'letter_in',
    title: 'Bilde av et brev',
    file: { blob: BLOB, type: 'image/jpeg', bytes: 12 },
    consent: newId(),
    takenOn: TODAY,
    deleteOn: UNTIL,
    visit: VISIT,
  })

test('photos of a visit stand in the order they were taken, and one that is taken away does not', () => {
  const [a, b] = [taken(), taken()]
  const rows = then(then(aCase(), [a]), [b])
  expect(documentsOf(rows.values(), VISIT).map((one) => [one.id, one.blob, one.deleteOn])).toEqual([
    [a.rec, BLOB, UNTIL],
    [b.rec, BLOB, UNTIL],
  ])
  const row = rows.get(a.rec)
  if (!row) throw new TypeError('no document')
  expect(documentsOf(then(rows, [voidPhoto(row)]).values(), VISIT).map((one) => one.id)).toEqual([b.rec])
  expect(documentsOf(rows.values(), newId())).toEqual([])
})
