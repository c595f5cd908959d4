// A payment arrangement against a model: whatever is said, begun, ticked, broken off and taken up again, in any order and on
// any day, it never begins without two yeses, its instalments always add up to what is owed, it is never said to be kept
// or paid to the end when it is not, and every step is one a worker may write.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mayWriteField } from './access.ts'
import { addDays } from './calendar.ts'
import { readCase } from './case-view.ts'
import type { ArrangementView } from './case-view-money.ts'
import { ARRANGEMENT_STATUSES, type ArrangementStatus } from './codes.ts'
import { type Id, type LocalDate, localDate } from './ids.ts'
import { agreeTo, moveArrangement, nextSteps, payInstalment, plannedTerms } from './payment-acts.ts'
import { patch } from './records.ts'
import type { Patch, RecordRow } from './register.ts'
import type { Result } from './result.ts'
import { aCase, applied, idsFrom, JON, LANE, MARIT, TODAY, testId } from './visit-fixture.ts'

const OF = testId(600)
const PROPOSED = {
  creditor: 'Utleier Demo',
  total: 1_000_000,
  payNow: 100_000,
  perTerm: 300_000,
  terms: 3,
  last: 300_000,
  dueDay: 31,
  firstDate: localDate('2026-11-30'),
  status: 'proposed',
} as const
const aProposal = () => applied(aCase(), [patch(LANE, 'paymentArrangement', OF, PROPOSED)])

class World {
  rows = aProposal()
  today: LocalDate = TODAY
  readonly newId = idsFrom(7600)
  said = { resident: false, creditor: false }
  status: ArrangementStatus = 'proposed'

  get view(): ArrangementView {
    return (readCase(this.rows) as { arrangements: readonly ArrangementView[] }).arrangements[0] as ArrangementView
  }
  do(made: Result<readonly Patch[], { readonly kind: string }>): boolean {
    if (!made.ok) return false
    const writer = { user: MARIT, roles: ['followup_worker'] as const, laneRole: 'worker' as const }
    for (const one of made.value)
      for (const [field, v] of Object.entries(one.set)) expect(mayWriteField(writer, one.type, field, v, this.rows.get(one.rec))).toBe(true)
    this.rows = applied(this.rows, made.value)
    return true
  }
}
const with_ = ({ rows, today, newId }: World) => ({ rows, today, newId })

type Step = (world: World) => void
const agreeing = fc.tuple(fc.constantFrom('resident' as const, 'creditor' as const), fc.integer({ min: -2, max: 1 })).map(
  ([side, days]): Step =>
    (world) => {
      const made = agreeTo(OF, side, addDays(world.today, days), with_(world))
      const isDone = world.do(made.ok ? { ok: true, value: [made.value] } : made)
      expect(isDone).toBe(world.status === 'proposed' && days <= 0 && !world.said[side])
      if (isDone) world.said = { ...world.said, [side]: true }
    },
)
const moving = fc.constantFrom(...ARRANGEMENT_STATUSES).map(
  (to): Step =>
    (world) => {
      const before = world.view
      const isDone = world.do(moveArrangement(OF, to, with_(world)))
      const unpaid = before.instalments.filter(({ paid }) => paid === undefined)
      const isLate = unpaid.some(({ due }) => (due ?? '9999') < world.today)
      const may: Readonly<Record<ArrangementStatus, boolean>> = {
        proposed: false,
        active:
          world.status === 'broken' ||
          (world.status === 'proposed' && world.said.resident && world.said.creditor && world.today <= PROPOSED.firstDate),
        kept: world.status === 'active' && unpaid.length < before.instalments.length && !isLate,
        broken: world.status === 'active' || world.status === 'kept',
        completed: (world.status === 'active' || world.status === 'kept') && unpaid.length === 0,
      }
      expect([world.status, to, isDone]).toEqual([world.status, to, may[to]])
      if (isDone) world.status = to
    },
)
const ticking = fc.tuple(fc.nat(), fc.boolean()).map(
  ([n, isPaid]): Step =>
    (world) => {
      const terms = world.view.instalments
      const term = terms[n % Math.max(1, terms.length)]
      if (!term) return
      const isDone = world.do(payInstalment(OF, term, isPaid ? world.today : undefined, with_(world)))
      expect(isDone).toBe(world.status !== 'proposed' && world.status !== 'completed')
    },
)
const waiting = fc.integer({ min: 1, max: 40 }).map(
  (days): Step =>
    (world) => {
      world.today = addDays(world.today, days)
    },
)

test('any order of yeses, steps, ticks and days', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(agreeing, moving, moving, ticking, ticking, waiting), { maxLength: 40 }), (steps) => {
      const world = new World()
      for (const step of steps) {
        step(world)
        const { view } = world
        expect(view.status).toBe(world.status)
        expect(view.instalments.length).toBe(world.status === 'proposed' ? 0 : 4)
        if (view.instalments.length > 0) expect(view.instalments.reduce((sum, { amount }) => sum + (amount ?? 0), 0)).toBe(PROPOSED.total)
        if (view.status === 'completed') expect(view.instalments.every(({ paid }) => paid !== undefined)).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
})

/** Agreed by both, as two phones have it before they know of each other. */
const agreed = () => {
  const world = new World()
  for (const side of ['resident', 'creditor'] as const) {
    const made = agreeTo(OF, side, TODAY, with_(world))
    world.do(made.ok ? { ok: true, value: [made.value] } : made)
  }
  return world
}
const begun = (rows: ReadonlyMap<Id, RecordRow>, ids: () => Id): readonly Patch[] => {
  const made = moveArrangement(OF, 'active', { rows, today: TODAY, newId: ids })
  if (!made.ok) throw new Error(made.refusal.kind)
  return made.value
}

test('two who begin it without knowing of each other have made each instalment once, and a tick is a tick on both', () => {
  const { rows } = agreed()
  const both = applied(applied(rows, begun(rows, idsFrom(8000))), begun(rows, idsFrom(8100)), JON)
  const world = new World()
  world.rows = both
  expect(world.view).toMatchObject({ status: 'active', isTwo: false, instalments: { length: 4 } })
  const [first] = world.view.instalments
  if (!first) throw new Error('none')
  expect(first.copies).toHaveLength(2)
  const ticks = payInstalment(OF, first, TODAY, with_(world))
  expect(ticks.ok && ticks.value.map(({ rec }) => rec)).toEqual(first.copies)
  expect(world.do(ticks)).toBe(true)
  expect(world.view.instalments[0]?.paid).toBe(TODAY)
  const [ticked] = world.view.instalments
  if (!ticked) throw new Error('none')
  expect(world.do(payInstalment(OF, ticked, undefined, with_(world)))).toBe(true)
  expect(world.view.instalments[0]?.paid).toBeUndefined()
})

test('while something in it stands in two versions nothing is begun, and nothing is reckoned', () => {
  const world = agreed()
  world.rows = applied(world.rows, [patch(LANE, 'paymentArrangement', OF, { perTerm: 100_000 })], JON)
  expect(world.view).toMatchObject({ isTwo: true, perTerm: undefined, status: 'proposed' })
  expect(moveArrangement(OF, 'active', with_(world))).toMatchObject({ refusal: { kind: 'twoVersions' } })
  expect(plannedTerms(world.view, TODAY)).toMatchObject({ refusal: { kind: 'twoVersions' } })
  expect(nextSteps(world.view)).toEqual([])
  const later = agreed()
  later.do({ ok: true, value: begun(later.rows, later.newId) })
  later.rows = applied(later.rows, [patch(LANE, 'paymentArrangement', OF, { total: 1 })], JON)
  expect(moveArrangement(OF, 'broken', with_(later))).toMatchObject({ refusal: { kind: 'twoVersions' } })
})

test('a status in two versions is neither of them', () => {
  const world = agreed()
  world.do({ ok: true, value: begun(world.rows, world.newId) })
  const late = moveArrangement(OF, 'broken', with_(world))
  const more = applied(world.rows, late.ok ? late.value : [])
  world.rows = applied(more, [patch(LANE, 'paymentArrangement', OF, { status: 'kept' })], JON)
  expect(world.view).toMatchObject({ status: undefined, isTwo: true })
  expect(agreeTo(OF, 'resident', TODAY, with_(world))).toMatchObject({ refusal: { kind: 'twoVersions' } })
})

test('a proposal a visit wrote with an amount each time alone gets its terms when it begins', () => {
  const bare = { creditor: 'Strøm Demo', total: 250_000, perTerm: 100_000, firstDate: localDate('2026-12-31'), status: 'proposed' } as const
  const yes = { agreedByResident: { on: TODAY }, agreedByCreditor: { on: TODAY } }
  const rows = applied(aCase(), [patch(LANE, 'paymentArrangement', OF, { ...bare, ...yes })])
  const after = applied(rows, begun(rows, idsFrom(8200)))
  const view = readCase(after)?.arrangements[0]
  expect(view).toMatchObject({ status: 'active', terms: 3, last: 50_000 })
  expect(view?.instalments.map(({ due, amount }) => [due, amount])).toEqual([
    ['2026-12-31', 100_000],
    ['2027-01-31', 100_000],
    ['2027-02-28', 50_000],
  ])
})

test('a first day that has gone by, or none at all, is said before it begins', () => {
  const world = agreed()
  world.today = localDate('2026-12-01')
  expect(moveArrangement(OF, 'active', with_(world))).toMatchObject({ refusal: { kind: 'firstPast' } })
  const rows = applied(aCase(), [
    patch(LANE, 'paymentArrangement', OF, { total: 100, perTerm: 100, agreedByResident: { on: TODAY }, agreedByCreditor: { on: TODAY } }),
  ])
  expect(moveArrangement(OF, 'active', { rows, today: TODAY, newId: idsFrom(8300) })).toMatchObject({ refusal: { kind: 'needsFirst' } })
})
