// The guards of the office: apply or hold, with the reason; never reject.

import { expect, test } from 'vitest'
import { type Id, id, instant, laneId } from '#domain/ids.ts'
import type { Patch, RecordRow } from '#domain/register.ts'
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

/** DOMAIN.md 2.5, «a signed version is frozen»: what moves under a signature, and what was agreed on. */
const UNDER_A_SIGNATURE: readonly (readonly [RecordRow['type'], Patch['set'], 'moves' | 'is held'])[] = [
  ['plan', { status: 'paused' }, 'moves'],
  ['plan', { status: 'ended_by_resident' }, 'moves'],
  ['plan', { status: 'ended_by_service', endReason: 'Flyttet' }, 'moves'],
  ['plan', { review: { everyMonths: 3, next: '2027-03-01' } }, 'moves'],
  ['plan', { lastReviewOn: '2026-11-24' }, 'moves'],
  ['plan', { residentsWish: 'Noe annet' }, 'is held'],
  ['plan', { background: 'Noe annet' }, 'is held'],
  ['plan', { expectationsOnServices: 'Vi kommer ikke' }, 'is held'],
  ['plan', { period: { startDate: '2026-11-24', endDate: '2028-11-24' } }, 'is held'],
  ['plan', { frequency: { text: 'Hver dag' } }, 'is held'],
  ['plan', { statedCondition: { text: 'Må', setBy: 'Utleier', legalBasis: '' } }, 'is held'],
  ['plan', { partOfIndividualPlan: true }, 'is held'],
  ['plan', { status: 'paused', residentsWish: 'Noe annet' }, 'is held'],
  ['goal', { status: 'reached' }, 'moves'],
  ['goal', { text: 'Noe annet' }, 'is held'],
  ['goal', { dueDate: '2027-01-01' }, 'is held'],
  ['goal', { target: 4 }, 'is held'],
  ['measure', { status: 'active' }, 'moves'],
  ['measure', { status: 'active', withoutTalk: 'Innlagt' }, 'moves'],
  ['measure', { responsible: [] }, 'is held'],
  ['measure', { frequency: { unit: 'day', every: 1 } }, 'is held'],
  ['measure', { reportClause: { on: 'absence', to: 'police', when: 'immediately' } }, 'is held'],
]
test.each(UNDER_A_SIGNATURE)('of a signed %s, %j %s', (type, set, what) => {
  const signed = row({ type, frozen: { seq: 1, by: idOf(4), at: stamp.at } })
  const verdict = judge(patchToChange({ lane, rec: idOf(2), type, set }, stamp, []), standing({ row: signed }))
  expect(verdict).toEqual(what === 'moves' ? { s: 'applied' } : { s: 'held', why: 'signed' })
})

test('a goal added to a signed plan is held, for nobody has said yes to it', () => {
  const plan = row({ frozen: { seq: 1, by: idOf(4), at: stamp.at } })
  const added = patchToChange({ lane, rec: idOf(20), type: 'goal', root: plan.id, set: { text: 'Noe mer' } }, stamp, [])
  expect(judge(added, standing({ row: undefined, rootRows: [plan] }))).toEqual({ s: 'held', why: 'signed' })
})
