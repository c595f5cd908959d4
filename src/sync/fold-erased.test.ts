import { expect, test } from 'vitest'
import { id, instant, laneId } from '#domain/ids.ts'
import { type Entry, entryFrom, foldRecord, replacedBy } from './fold.ts'
import type { Change } from './wire.ts'

const lane = laneId('case/AAAAAAAAAAAAAAAAAAAAAA')
const rec = id('BBBBBBBBBBBBBBBBBBBBBB')
const who = id('CCCCCCCCCCCCCCCCCCCCCC')
const nth = (n: number) => id(`id${n}`.padEnd(22, 'x'))
const write = (n: number, v: string, ...over: number[]): Change => ({
  id: nth(n),
  v: 1,
  schema: 1,
  lane,
  rec,
  type: 'resident',
  kind: 'set',
  set: { phone: { v, over: over.map(nth) } },
  at: instant('2026-11-22T10:00:00Z'),
  tz: 'Europe/Oslo',
  skewMs: null,
  app: 'test',
})
const entry = (change: Change, seq: number): Entry => ({ change, actor: who, seq })
const erase = (seq: number, ...changes: Change[]): Entry =>
  entryFrom(JSON.stringify({ id: nth(90 + seq), kind: 'erase', lane, rec, replaced: replacedBy(changes) }), who, seq)
const heads = (entries: readonly Entry[]) => foldRecord(lane, rec, entries)?.regs.phone?.map((head) => head.v)

const [a, b, c] = [write(1, 'a'), write(2, 'b', 1), write(3, 'c', 2)]

test('what an erased write had replaced does not come back as a second version', () => {
  expect(heads([entry(a, 1), entry(c, 3)])).toEqual(['a', 'c'])
  expect(heads([entry(a, 1), entry(c, 3), erase(4, b)])).toEqual(['c'])
})

test('erasing the newest write leaves the register empty, and not with the value before', () => {
  expect(heads([entry(a, 1), entry(b, 2), erase(4, c)])).toEqual([])
})

test('an erase entry holds ids and no words, and moves its record', () => {
  expect(JSON.stringify(replacedBy([b, c]))).not.toMatch(/"[abc]"/)
  expect(foldRecord(lane, rec, [entry(a, 1), erase(7, b)])?.seq).toBe(7)
})
