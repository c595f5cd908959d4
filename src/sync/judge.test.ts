// The guards of the office: apply or hold, with the reason; never reject.

import { expect, test } from 'vitest'
import { type Id, id, instant, laneId } from '#domain/ids.ts'
import type { RecordRow } from '#domain/register.ts'
import { patchToChange, type Stamp, signChange } from './change.ts'
import { judge, type Standing } from './judge.ts'

const idOf = (n: number): Id => id(`${n}`.padStart(22, 'A'))
const lane = laneId(`case/${idOf(1)}`)
const me = idOf(50)
let last = 100
const stamp: Stamp = { newId: () => idOf(last++), at: instant('2026-11-22T10:00:00Z'), tz: 'Europe/Oslo', skewMs: null, app: 'test' }
const row = (more: Partial<RecordRow> = {}): RecordRow => ({
  lane,
  id: idOf(2),
  type: 'plan',
  seq: 1,
  regs: { background: [{ by: idOf(3), actor: me, at: stamp.at, v: 'x', over: [] }] },
  ...more,
})
const standing = (more: Partial<Standing> = {}): Standing => ({
  writer: { user: me, roles: ['followup_worker'], laneRole: 'worker' },
  laneExists: true,
  row: row(),
  rootRows: [row()],
  isApplied: () => true,
  ...more,
})
const write = patchToChange({ lane, rec: idOf(2), type: 'plan', set: { background: 'y' } }, stamp, [])
const sign = signChange(lane, row(), [row()], stamp)

test('a change from someone with access is applied', () => {
  expect(judge(write, standing())).toEqual({ s: 'applied' })
})

test.each([
  ['later', { ...write, schema: 99 }, {}],
  ['grant', write, { writer: { user: me, roles: ['followup_worker'], laneRole: undefined } }],
  ['grant', write, { laneExists: false, writer: { user: me, roles: ['admin'], laneRole: undefined } }],
  ['bad', { ...write, kind: 'draft' }, {}],
  ['bad', write, { row: row({ type: 'goal' }) }],
  ['signed', write, { row: row({ frozen: { seq: 1, by: idOf(4), at: stamp.at } }) }],
  ['awaits', sign, { isApplied: () => false }],
  ['stale-sign', sign, { rootRows: [row({ regs: {} })] }],
  ['stale-sign', sign, { rootRows: [row(), row({ id: idOf(9) })] }],
  ['bad', { ...sign, covers: {} }, {}],
] as const)('held as %s', (why, change, more) => {
  expect(judge(change, standing(more))).toEqual({ s: 'held', why })
})

test('a worker makes a new case by the first change in it', () => {
  const writer = { user: me, roles: ['followup_worker'] as const, laneRole: undefined }
  expect(judge(write, standing({ writer, laneExists: false, row: undefined, rootRows: [] }))).toEqual({ s: 'applied' })
})

test('a signature over exactly what stands is applied, and what is signed may still be marked as a mistake', () => {
  expect(judge(sign, standing())).toEqual({ s: 'applied' })
  const voided = patchToChange({ lane, rec: idOf(2), type: 'plan', set: { void: { reason: 'feil' } } }, stamp, [])
  expect(judge(voided, standing({ row: row({ frozen: { seq: 1, by: idOf(4), at: stamp.at } }) }))).toEqual({ s: 'applied' })
})
