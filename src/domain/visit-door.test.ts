// One tap at the door: what it leaves when that is all, and when something is asked instead.

import { expect, test } from 'vitest'
import { OUTCOMES, type Outcome } from './codes.ts'
import type { Guide, Step } from './guide.ts'
import { type Id, instant } from './ids.ts'
import { type RecordRow, seenOf } from './register.ts'
import { atTheDoor } from './visit-door.ts'
import { aCase, applied, idsFrom, JON, MARIT, setsOf, TODAY, testId, VISIT } from './visit-fixture.ts'
import { startVisit } from './visit-start.ts'
import { guideOf, same, viewOf } from './visit-writes-fixture.ts'

const NOW = instant('2026-11-24T11:05:00.000Z')
const withOutcome = (writes: Step['writes'], more: Partial<Step> = {}): Guide => {
  const guide = guideOf([])
  const [block] = guide.blocks
  const [asked] = block?.steps ?? []
  if (!block || !asked) throw new Error('no step')
  return { ...guide, blocks: [{ ...block, steps: [{ ...asked, ...more, writes: [...asked.writes, ...writes] }] }] }
}
const GUIDE = withOutcome([
  { kind: 'task', to: 'me', when: ['cancelled_by_service'], unlessNextVisit: true, title: same('Avtal en ny tid') },
  { kind: 'task', to: 'coordinator', when: ['imprisoned', 'deceased'], title: same('Si fra') },
])
const rowIn = (rows: ReadonlyMap<Id, RecordRow>): RecordRow => {
  const row = rows.get(VISIT)
  if (!row) throw new Error('no visit')
  return row
}
const tell = (
  outcome: Outcome,
  { rows = aCase(), me = MARIT, guide = GUIDE }: { rows?: Map<Id, RecordRow>; me?: Id; guide?: Guide } = {},
) =>
  atTheDoor(guide, rowIn(rows), outcome, {
    view: viewOf(rows),
    rows,
    me,
    today: TODAY,
    finishedAt: NOW,
    newId: idsFrom(2000),
    seen: Object.fromEntries([...rows.values()].map((row) => [row.id, seenOf(row)])),
    language: 'nb',
    coordinator: testId(3),
  })
const ended = (...given: Parameters<typeof tell>) => {
  const told = tell(...given)
  if (told.kind !== 'ended') throw new Error('it asks')
  return told
}

const ENDS: readonly Outcome[] = [
  'cancelled_by_resident',
  'cancelled_by_service',
  'wrong_address',
  'moved',
  'hospital_or_detox',
  'imprisoned',
  'deceased',
]
test.each(OUTCOMES)('%s ends at one tap only where there is nobody to talk with and nothing to look for', (outcome) => {
  expect(tell(outcome).kind).toBe(ENDS.includes(outcome) ? 'ended' : 'asks')
})

test('the one tap is the whole visit: how it went, my finished part, and each record once', () => {
  const { patches, contribution } = ended('wrong_address')
  expect(setsOf(patches, 'visit')).toEqual([{ outcome: { code: 'wrong_address' }, status: 'not_done', ended: NOW }])
  const part = patches.find(({ type }) => type === 'contribution')
  expect(part?.rec).toBe(contribution)
  expect(part?.root).toBe(contribution)
  expect(part?.set).toMatchObject({ visit: VISIT, worker: MARIT, finishedAt: NOW, 'q.outcome': { v: 'wrong_address' } })
  expect(new Set(patches.map(({ rec }) => rec)).size).toBe(patches.length)
})

test('what we owe is a task at once: a new time when we cancelled, word to the coordinator when she is away', () => {
  expect(setsOf(ended('cancelled_by_service').patches, 'task')).toEqual([{ title: 'Avtal en ny tid', assignee: MARIT, status: 'open' }])
  expect(setsOf(ended('imprisoned').patches, 'task')).toMatchObject([{ title: 'Si fra', assignee: testId(3) }])
  expect(setsOf(ended('cancelled_by_resident').patches, 'task')).toEqual([])
  expect(setsOf(ended('cancelled_by_resident').patches, 'visit')).toMatchObject([{ status: 'cancelled' }])
})

test('whoever tells it was there, and takes up her own part again', () => {
  const other = testId(4)
  expect(setsOf(ended('moved', { me: other }).patches, 'visit')).toMatchObject([{ workers: [MARIT, JON, other] }])
  const begun = startVisit(rowIn(aCase()), MARIT, { code: 'G3', version: 1 }, NOW, idsFrom(4000))
  const rows = applied(aCase(), begun.patches)
  expect(ended('moved', { rows }).contribution).toBe(begun.contribution)
})

test('a colleague who has told the same leaves nothing more to say of it', () => {
  const rows = applied(aCase(), ended('moved', { me: JON }).patches, JON)
  expect(setsOf(ended('moved', { rows }).patches, 'visit')).toEqual([])
})

test('an outcome that raises a concern asks what was done about it', () => {
  expect(tell('moved', { guide: withOutcome([], { raises: [{ when: ['moved'], concern: 'C-HOMELESS' }] }) }).kind).toBe('asks')
})
