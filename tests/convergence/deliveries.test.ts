// T2 (DESIGN.md 12): what arrives in any order, twice, from clocks that are wrong, folds to the same record; what is in
// conflict stands twice and nothing else does.

import { describe, expect, test } from 'vitest'
import { id, instant, laneId } from '#domain/ids.ts'
import { fieldsInTwoVersions, seenOf } from '#domain/register.ts'
import { patchToChange, type Stamp } from '#sync/change.ts'
import { type Entry, foldRecord } from '#sync/fold.ts'
import { chanceFrom } from './simulation/chance.ts'

const lane = laneId('case/AAAAAAAAAAAAAAAAAAAAAA')
const rec = id('BBBBBBBBBBBBBBBBBBBBBB')
const users = ['C', 'D', 'E'].map((letter) => id(letter.repeat(22)))
const FIELDS = ['displayName', 'phone', 'whatWorks', 'pronoun']
const SKEWS = [0, -86_400_000, 7 * 86_400_000]

function writer(seed: number) {
  const chance = chanceFrom(seed)
  const stamp = (skew: number): Stamp => ({
    newId: chance.id,
    at: instant(new Date(Date.UTC(2026, 10, 22) + skew).toISOString()),
    tz: 'Europe/Oslo',
    skewMs: null,
    app: 'test',
  })
  const write = (known: readonly Entry[], field: string, v: string, user = 0, skew = 0): Entry => {
    const seen = seenOf(foldRecord(lane, rec, known))
    const actor = users[user % users.length] ?? rec
    return { change: patchToChange({ lane, rec, type: 'resident', set: { [field]: v }, seen }, stamp(skew), []), actor, seq: 0 }
  }
  return { chance, write }
}
const regsOf = (entries: readonly Entry[]): string => JSON.stringify(foldRecord(lane, rec, entries)?.regs)
const twoIn = (entries: readonly Entry[]): readonly string[] => {
  const row = foldRecord(lane, rec, entries)
  return row ? fieldsInTwoVersions(row) : ['nothing']
}

test('200 changes in 1,000 deliveries, 30 % of them doubled, fold to one and the same record', { timeout: 240_000 }, () => {
  const { chance, write } = writer(20_261_122)
  const all: Entry[] = []
  for (let n = 0; n < 200; n++) {
    const known = all.filter(() => chance.is(0.6))
    all.push(write(known, chance.pick(FIELDS) ?? 'phone', `v${n}`, chance.below(3), chance.pick(SKEWS)))
  }
  const wanted = regsOf(all)
  for (let n = 0; n < 1_000; n++) {
    const mixed = [...all, ...all.filter(() => chance.is(0.3))].map((entry) => ({ entry, at: chance.next() }))
    const delivery = mixed.sort((a, b) => a.at - b.at).map(({ entry }) => entry)
    if (regsOf(delivery) !== wanted) throw new Error(`delivery ${n} differs`)
  }
})

describe('two phones that have not met', () => {
  const orders = [
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [2, 1, 0],
  ]
  test.each(SKEWS)('the same field stands twice in every order of arrival, with a clock off by %i ms', (skew) => {
    const { write } = writer(1)
    const first = write([], 'phone', 'a')
    const entries = [first, write([first], 'phone', 'b', 0, 0), write([first], 'phone', 'c', 1, skew)]
    const folded = orders.map((order) => entries.flatMap((_, i) => entries[order[i] ?? 0] ?? []))
    for (const arrived of folded) expect(twoIn(arrived)).toEqual(['phone'])
    expect(new Set(folded.map(regsOf)).size).toBe(1)
  })

  test('different fields are no conflict', () => {
    const { write } = writer(2)
    const first = write([], 'phone', 'a')
    expect(twoIn([first, write([first], 'displayName', 'b', 0), write([first], 'whatWorks', 'c', 1)])).toEqual([])
  })

  test('one after the other is no conflict, whatever the clocks say', () => {
    const { write } = writer(3)
    const entries: Entry[] = []
    for (let n = 0; n < 20; n++) entries.push(write(entries, 'phone', `v${n}`, n, SKEWS[n % 3]))
    expect(twoIn([...entries].reverse())).toEqual([])
  })
})
