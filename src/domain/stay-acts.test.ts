// Where somebody sleeps for a time: one place at a time, and never longer than was said.

import { expect, test } from 'vitest'
import { readCase } from './case-view.ts'
import { type Id, localDate } from './ids.ts'
import { patch } from './records.ts'
import { type RecordRow, seenOf } from './register.ts'
import { endedBy, endStay, type StayForm, type StayWith, saveStay, stayTyped } from './stay-acts.ts'
import { stayNow } from './stay-view.ts'
import { aCase, applied, idsFrom, LANE, MARIT, TODAY, testId } from './visit-fixture.ts'

const OUT = testId(501)
const staysOf = (rows: ReadonlyMap<Id, RecordRow>) => readCase(rows)?.stays ?? []
const with_ = (rows: ReadonlyMap<Id, RecordRow>, row?: RecordRow): StayWith => ({
  lane: LANE,
  today: TODAY,
  me: MARIT,
  newId: idsFrom(7400),
  rows,
  stays: staysOf(rows),
  row,
  seen: seenOf(row),
})
const outside = () => applied(aCase(), [patch(LANE, 'stay', OUT, { kind: 'outdoors', from: localDate('2026-11-18') })])
const unit: StayForm = { kind: 'temporary_unit', place: 'Eksempelveien 30', from: TODAY, to: '' }

test.each<[Partial<StayForm>, string]>([
  [{ kind: '' }, 'pickKind'],
  [{ from: '' }, 'needsFrom'],
  [{ to: '2026-11-23' }, 'toBeforeFrom'],
])('%j is refused as %s', (form, kind) => expect(saveStay({ ...unit, ...form }, with_(aCase()))).toMatchObject({ refusal: { kind } }))

test('a new stay ends the one that is open, on the day it begins', () => {
  const rows = outside()
  expect(stayNow(staysOf(rows), TODAY)?.id).toBe(OUT)
  expect(endedBy(TODAY, staysOf(rows))?.id).toBe(OUT)
  const made = saveStay(unit, with_(rows))
  const after = staysOf(applied(rows, made.ok ? made.value : []))
  expect(after.map(({ kind, from, to }) => [kind, from, to])).toEqual([
    ['temporary_unit', TODAY, undefined],
    ['outdoors', '2026-11-18', TODAY],
  ])
  expect(stayNow(after, TODAY)?.kind).toBe('temporary_unit')
})

test('a stay written afterwards, from before the open one, ends nothing', () => {
  const earlier = saveStay({ ...unit, from: '2026-11-01', to: '2026-11-10' }, with_(outside()))
  expect(earlier).toMatchObject({ value: { length: 1 } })
})

test('where she sleeps now is the stay that began last and is not over; one that is ahead is not now', () => {
  const rows = applied(outside(), [
    patch(LANE, 'stay', testId(502), { kind: 'with_others', from: localDate('2026-11-20'), to: localDate('2026-11-22') }),
    patch(LANE, 'stay', testId(503), { kind: 'institution', from: localDate('2026-12-01') }),
  ])
  expect(stayNow(staysOf(rows), TODAY)?.id).toBe(OUT)
  expect(stayNow(staysOf(rows), localDate('2026-11-21'))?.kind).toBe('with_others')
  expect(stayNow(staysOf(rows), localDate('2026-12-02'))?.kind).toBe('institution')
  expect(stayNow([], TODAY)).toBeUndefined()
})

test('she has left today, never tomorrow, and the timeline tells when she came', () => {
  const rows = outside()
  const row = rows.get(OUT) as RecordRow
  expect(endStay(row, localDate('2026-11-25'), TODAY)).toMatchObject({ refusal: { kind: 'endAhead' } })
  const ended = endStay(row, TODAY, TODAY)
  const after = applied(rows, ended.ok ? [ended.value] : [])
  expect(stayNow(staysOf(after), TODAY)).toBeUndefined()
  expect(readCase(after)?.timeline).toContainEqual(expect.objectContaining({ kind: 'stay', on: '2026-11-18' }))
})

test('a change writes only what is another, and can take the end away again', () => {
  const rows = applied(aCase(), [patch(LANE, 'stay', OUT, { kind: 'outdoors', from: TODAY, to: TODAY })])
  const row = rows.get(OUT)
  const typed = stayTyped(staysOf(rows)[0], TODAY)
  expect(saveStay(typed, with_(rows, row))).toEqual({ ok: true, value: [] })
  const opened = saveStay({ ...typed, to: '' }, with_(rows, row))
  expect(opened.ok && opened.value.map(({ set }) => set)).toEqual([{ to: null }])
})
