// Settling two versions: one write over every head; free text is kept, never merged.

import { describe, expect, it } from 'vitest'
import type { TwoVersions } from '#domain/case-view.ts'
import { type Id, id, instant, type Json, laneOf } from '#domain/ids.ts'
import type { RecordType } from '#domain/records.ts'
import type { RecordRow } from '#domain/register.ts'
import { isText, keepBoth, takeVersion } from './questions.ts'

const named = (n: number): Id => id(`version${String(n).padStart(15, '0')}`)
const head = (n: number, v: Json) => ({ by: named(n), actor: named(n + 50), at: instant(`2026-11-20T12:0${n}:00Z`), v, over: [] })
const aRow = (type: RecordType, field: string, ...values: readonly Json[]): RecordRow => ({
  lane: laneOf('case', named(90)),
  id: named(91),
  type,
  seq: 2,
  regs: { [field]: values.map((v, i) => head(i, v)) },
})
const twoOf = (row: RecordRow, field: string): TwoVersions => ({ rec: row.id, type: row.type, field, versions: row.regs[field] ?? [] })

describe('two versions', () => {
  it('are settled by one write that names every head', () => {
    const row = aRow('arrears', 'amount', 2_600_000, 3_900_000)
    expect(takeVersion(row, 'amount', 2_600_000)).toMatchObject([{ set: { amount: 2_600_000 }, seen: { amount: [named(0), named(1)] } }])
  })

  it('of free text may both be kept: the first stays, the other becomes a note, and nothing is joined', () => {
    const row = aRow('resident', 'whatWorks', 'Kaffe først', 'Ring dagen før')
    const patches = keepBoth(
      row,
      twoOf(row, 'whatWorks'),
      () => named(99),
      ({ v }) => `Jon: ${String(v)}`,
    )
    expect(patches.map((one) => one.set)).toEqual([{ whatWorks: 'Kaffe først' }, { of: row.id, text: 'Jon: Ring dagen før' }])
  })

  it('of an outcome also settle the status that follows from it', () => {
    const row = aRow('visit', 'outcome', { code: 'home_full' }, { code: 'not_home' })
    const both = { ...row, regs: { ...row.regs, status: [head(3, 'done'), head(4, 'not_done')] } }
    expect(takeVersion(both, 'outcome', { code: 'not_home' })).toMatchObject([
      { set: { status: 'not_done' }, seen: { status: [named(3), named(4)] } },
    ])
  })

  it('of money, codes and dates are never offered as two notes', () => {
    expect(isText(twoOf(aRow('arrears', 'amount', 1, 2), 'amount'))).toBe(false)
    expect(isText(twoOf(aRow('plan', 'status', 'active', 'paused'), 'status'))).toBe(false)
    expect(isText(twoOf(aRow('task', 'due', '2026-11-24', '2026-11-25'), 'due'))).toBe(false)
    expect(isText(twoOf(aRow('task', 'title', 'Ringe', 'Skrive'), 'title'))).toBe(true)
  })
})
