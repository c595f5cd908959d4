import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CONSENT_KINDS, GRANT_STATUSES, type GrantStatus } from './codes.ts'
import type { ConsentView } from './consent.ts'
import { type CatalogueEntry, type GrantMove, moveGrant, nextStatuses, readGrants } from './grants.ts'
import { type Id, localDate } from './ids.ts'
import { isVoid, type RecordRow, seenOf } from './register.ts'
import { applied, LANE, MARIT, testId } from './visit-fixture.ts'

const TODAY = localDate('2026-11-24')
const entry = (more: Partial<CatalogueEntry> = {}): CatalogueEntry => ({
  code: 'trekk_i_ytelse',
  list: 'instrument',
  label: { nb: 'a', nn: 'a', en: 'a' },
  hint: undefined,
  needsConsent: undefined,
  needsTalk: false,
  needsDecision: false,
  source: { section: 'N 5.5', url: null },
  validFrom: localDate('2015-01-01'),
  validTo: null,
  verifiedOn: localDate('2026-11-22'),
  reviewBy: localDate('2027-11-22'),
  ...more,
})
const consent = (more: Partial<ConsentView> = {}): ConsentView =>
  ({ id: testId(1), kind: 'direct_deduction', state: 'given', topics: [], version: 1, ...more }) as ConsentView
let ids = 100
const w = (more: object = {}) => ({
  lane: LANE,
  entry: entry(),
  consents: [],
  today: TODAY,
  me: MARIT,
  newId: () => testId(++ids),
  ...more,
})
const to = (status: GrantStatus, more: Partial<GrantMove> = {}): GrantMove => ({ status, on: TODAY, ...more })

test('a deduction is neither applied for nor granted before the resident has said yes, and not after it is withdrawn or has run out', () => {
  const needs = { entry: entry({ needsConsent: 'direct_deduction' }) }
  for (const status of ['applied', 'granted'] as const) {
    const kinds = (consents: readonly ConsentView[]) => {
      const moved = moveGrant(to(status), w({ ...needs, consents }))
      return moved.ok ? 'ok' : moved.refusal.kind
    }
    expect(kinds([])).toBe('needsConsent')
    expect(kinds([consent({ state: 'unanswered' })])).toBe('needsConsent')
    expect(kinds([consent({ state: 'withdrawn' })])).toBe('needsConsent')
    expect(kinds([consent({ validTo: localDate('2026-11-23') })])).toBe('needsConsent')
    expect(kinds([consent({ kind: 'bostotte_transport' })])).toBe('needsConsent')
    expect(kinds([consent({ validTo: TODAY })])).toBe('ok')
  }
  expect(moveGrant(to('considered'), w(needs)).ok).toBe(true)
})

test('paying the landlord straight is talked through with the resident first', () => {
  const talk = { entry: entry({ needsTalk: true }) }
  expect(moveGrant(to('applied'), w(talk))).toMatchObject({ ok: false, refusal: { kind: 'needsTalk' } })
  expect(moveGrant(to('applied', { discussedOn: TODAY }), w(talk)).ok).toBe(true)
})

test('a refusal by the office has a reason; a no from the resident needs none', () => {
  expect(moveGrant(to('refused', { reason: ' ' }), w())).toMatchObject({ ok: false, refusal: { kind: 'needsReason' } })
  expect(moveGrant(to('declined_by_resident'), w()).ok).toBe(true)
})

test('from anything that is not over the resident may say no, whatever came before', () => {
  for (const status of GRANT_STATUSES) {
    const isOver = ['refused', 'declined_by_resident', 'ended'].includes(status)
    expect(nextStatuses(status).includes('declined_by_resident'), status).toBe(!isOver)
  }
})

test('every path of moves keeps to the rules, and what is read is what was last agreed', () => {
  const move = fc.record({
    status: fc.constantFrom(...GRANT_STATUSES),
    talked: fc.boolean(),
    reason: fc.constantFrom('', 'For lav inntekt'),
    isGiven: fc.boolean(),
  })
  fc.assert(
    fc.property(
      fc.array(move, { maxLength: 12 }),
      fc.constantFrom(undefined, ...CONSENT_KINDS),
      fc.boolean(),
      (moves, needsConsent, needsTalk) => {
        const rec = testId(5)
        let rows: ReadonlyMap<Id, RecordRow> = new Map()
        let now: GrantStatus | undefined
        let hasTalked = false
        for (const { status, talked, reason, isGiven } of moves) {
          const row = rows.get(rec)
          const consents = isGiven && needsConsent ? [consent({ kind: needsConsent })] : []
          const made = moveGrant(
            to(status, { reason, ...(talked ? { discussedOn: TODAY } : {}) }),
            w({ entry: entry({ needsConsent, needsTalk }), consents, newId: () => rec, row, seen: seenOf(row) }),
          )
          const begins = status === 'applied' || status === 'granted'
          const isAllowed =
            (now === undefined || now === status || nextStatuses(now).includes(status)) &&
            (!begins || ((!needsTalk || talked || hasTalked) && (!needsConsent || isGiven))) &&
            (status !== 'refused' || reason !== '')
          expect(made.ok).toBe(isAllowed)
          if (!made.ok) continue
          rows = applied(rows, [made.value])
          now = status
          hasTalked ||= talked
          expect(readGrants([...rows.values()].filter((one) => !isVoid(one)))).toMatchObject([{ code: 'trekk_i_ytelse', status }])
        }
      },
    ),
  )
})
