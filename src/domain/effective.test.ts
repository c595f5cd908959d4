import { describe, expect, test } from 'vitest'
import { agreed, effective, POLICIES } from './effective.ts'
import { id, instant, type Json, laneId } from './ids.ts'
import type { Fields, KnownType, RecordType } from './records.ts'
import { fieldsInTwoVersions, type Head, type RecordRow } from './register.ts'

const lane = laneId('case/AAAAAAAAAAAAAAAAAAAAAA')
const named = (n: number) => id(`h${n}`.padEnd(22, 'x'))
const head = (v: Json, n: number, day: number): Head => ({
  by: named(n),
  actor: named(99),
  at: instant(`2026-11-${String(1 + day).padStart(2, '0')}T10:00:00Z`),
  v,
  over: [],
})
const rowOf = (type: RecordType, field: string, heads: readonly Head[]): RecordRow => ({
  lane,
  id: named(0),
  type,
  seq: 1,
  regs: { [field]: heads },
})

const stop = { since: '2026-11-01', scope: 'all' }
/** Field → what wins, and what loses, whoever wrote last. */
const ROWS: readonly (readonly [RecordType, string, Json, Json])[] = [
  ['consent', 'withdrawn', { on: '2026-11-02' }, null],
  ['resident', 'contactStop', stop, null],
  ['resident', 'addressProtection', 'strictly_confidential', 'none'],
  ['resident', 'safetyFlag', { level: 'two_workers' }, { level: 'none' }],
  ['household', 'childrenKnown', 'yes', 'unknown'],
  ['household', 'childrenKnown', 'yes', 'no'],
  ['inquiry', 'childrenKnown', 'yes', 'no'],
  ['evictionCase', 'householdWithChildren', 'yes', 'no'],
  ['concern', 'status', 'open', 'handled'],
  ['task', 'status', 'done', 'open'],
  ['task', 'status', 'done', 'dropped'],
  ['inquiry', 'receivedDate', '2026-11-03', '2026-11-05'],
  ['inquiry', 'scheduledAt', '2026-11-03T10:00', '2026-11-05T08:00'],
  ['evictionCase', 'scheduledAt', '2026-11-03T10:00', '2026-11-05T08:00'],
  ['letter', 'status', 'sent', 'draft'],
  ['plan', 'status', 'ended_by_resident', 'paused'],
  ['plan', 'status', 'ended_by_resident', 'renewed'],
  ['plan', 'status', 'ended_by_resident', 'ended_by_service'],
  ['plan', 'status', 'paused', 'active'],
  ['plan', 'status', 'renewed', 'in_evaluation'],
]
const NEVER: readonly (readonly [RecordType, string, Json, Json])[] = [
  ['arrears', 'amount', 100_00, 200_00],
  ['evictionCase', 'amount', 1, 2],
  ['inquiry', 'amount', { due: 1 }, { due: 2 }],
  ['tenancy', 'rentMonthly', 1, 2],
  ['paymentArrangement', 'total', 1, 2],
  ['paymentArrangement', 'perTerm', 1, 2],
  ['paymentArrangement', 'terms', 6, 12],
]

describe('meaning beats clock (DOMAIN.md 2.22)', () => {
  test.each(ROWS)('%s.%s: %j counts, whichever was written last and came first', (type, field, wins, loses) => {
    for (const [a, b] of [[0, 1] as const, [1, 0] as const])
      for (const heads of [
        [head(wins, 1, a), head(loses, 2, b)],
        [head(loses, 2, b), head(wins, 1, a)],
      ])
        expect(effective(rowOf(type, field, heads), field)).toEqual(wins)
  })

  test.each(NEVER)('%s.%s is never chosen: while two stand, nothing is computed from it', (type, field, one, other) => {
    const row = rowOf(type, field, [head(one, 1, 0), head(other, 2, 1)])
    expect([effective(row, field), agreed(row, field)]).toEqual([undefined, undefined])
    expect(effective(rowOf(type, field, [head(one, 1, 0), head(one, 2, 1)]), field)).toEqual(one)
  })

  test('two workers who told of different outcomes are asked, and none of them is agreed', () => {
    const row = rowOf('visit', 'outcome', [head({ code: 'met' }, 1, 0), head({ code: 'not_home' }, 2, 1)])
    expect(agreed(row, 'outcome')).toBeUndefined()
    expect(fieldsInTwoVersions(row)).toEqual(['outcome'])
  })

  test('a withdrawn consent needs no settling: nobody is asked about it', () => {
    expect(fieldsInTwoVersions(rowOf('consent', 'withdrawn', [head({ on: '2026-11-02' }, 1, 0), head(null, 2, 1)]))).toEqual([])
  })

  test('every policy gives the same value for every order and every clock', () => {
    const samples: readonly Json[] = [
      null,
      'yes',
      'no',
      'unknown',
      'open',
      'handled',
      'done',
      'sent',
      stop,
      '2026-11-03',
      '2026-12-01T10:00',
    ]
    for (const key of Object.keys(POLICIES)) {
      const [type, field] = key.split('.') as [RecordType, string]
      for (const a of samples)
        for (const b of samples)
          for (const c of samples.slice(0, 4)) {
            const counts = [
              [head(a, 1, 0), head(b, 2, 1), head(c, 3, 2)],
              [head(c, 3, 0), head(b, 2, 7), head(a, 1, 3)],
              [head(b, 2, 9), head(a, 1, 9), head(c, 3, 9)],
            ].map((heads) => JSON.stringify(effective(rowOf(type, field, heads), field)))
            expect(new Set(counts).size).toBe(1)
          }
    }
  })

  test('every field of the table is a register of its record', () => {
    type Known = { [T in KnownType]: `${T}.${(keyof Fields[T] & string) | '*'}` }[KnownType]
    const known: readonly Known[] = [
      'resident.contactStop',
      'resident.addressProtection',
      'resident.safetyFlag',
      'household.childrenKnown',
      'inquiry.childrenKnown',
      'evictionCase.householdWithChildren',
      'consent.withdrawn',
      'concern.status',
      'task.status',
      'inquiry.receivedDate',
      'inquiry.scheduledAt',
      'evictionCase.scheduledAt',
      'letter.status',
      'plan.status',
      'arrears.amount',
      'evictionCase.amount',
      'inquiry.amount',
      'tenancy.rentMonthly',
      'paymentArrangement.*',
    ]
    expect(Object.keys(POLICIES).sort()).toEqual([...known].sort())
  })
})
