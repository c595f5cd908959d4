// The life of a plan against a model of its own: whatever is done in whatever order, it stands where DOMAIN.md 2.5 says.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PLAN_STATUSES, type PlanStatus } from './codes.ts'
import { type Id, localDate } from './ids.ts'
import { actOnPlan, actsOn, PLAN_ACTS, type PlanAct, statusAfter } from './plan-acts.ts'
import { statusOn } from './plan-versions.ts'
import { code } from './reading.ts'
import { patch } from './records.ts'
import { fieldsInTwoVersions, type RecordRow } from './register.ts'
import { applied, JON, LANE, MARIT, testId } from './visit-fixture.ts'

const PLAN = testId(500)
const OPEN: readonly PlanStatus[] = ['draft', 'offered', 'active', 'paused', 'in_evaluation']

/** DOMAIN.md 2.5, written a second time: what may follow what, as pairs. */
const ARROWS: readonly string[] = [
  'draft offered',
  'draft declined',
  'draft active',
  'offered active',
  'offered declined',
  'active paused',
  'paused active',
  'active in_evaluation',
  'paused in_evaluation',
  'expired in_evaluation',
  'in_evaluation active',
  'in_evaluation paused',
  ...['active', 'paused', 'in_evaluation', 'expired'].flatMap((from) => [`${from} renewed`, `${from} completed`]),
  ...[...OPEN, 'expired'].flatMap((from) => [`${from} ended_by_resident`, `${from} ended_by_service`]),
]

interface Model {
  status: PlanStatus
}
interface Real {
  rows: ReadonlyMap<Id, RecordRow>
}
const rowOf = (real: Real): RecordRow => {
  const row = real.rows.get(PLAN)
  if (!row) throw new TypeError('no plan')
  return row
}

class Does implements fc.Command<Model, Real> {
  readonly act: Exclude<PlanAct, 'agree'>
  readonly by: Id
  readonly reason: string
  constructor(act: Exclude<PlanAct, 'agree'>, by: Id, reason: string) {
    this.act = act
    this.by = by
    this.reason = reason
  }
  check = () => true
  run(model: Model, real: Real) {
    const done = actOnPlan(rowOf(real), this.act, { me: this.by, reason: this.reason, seen: seen(rowOf(real)) })
    const isOpen = OPEN.includes(model.status)
    if (this.act === 'endByResident') expect(done.ok).toBe(isOpen)
    if (!done.ok) {
      if (done.refusal.kind === 'notNow') expect(done.refusal.status).toBe(model.status)
      else expect([this.act, this.reason.trim()]).toEqual(['endByService', ''])
      expect(code(rowOf(real), 'status', PLAN_STATUSES)).toBe(model.status)
      return
    }
    real.rows = applied(real.rows, [done.value], this.by)
    const next = code(rowOf(real), 'status', PLAN_STATUSES) ?? 'draft'
    expect(ARROWS).toContain(`${model.status} ${next}`)
    if (next === 'ended_by_service') expect(rowOf(real).regs.endReason?.[0]?.v).toBe(this.reason.trim())
    expect(fieldsInTwoVersions(rowOf(real))).toEqual([])
    model.status = next
  }
  toString = () => `${this.act}(${this.reason})`
}
const seen = (row: RecordRow) => Object.fromEntries(Object.entries(row.regs).map(([field, heads]) => [field, heads.map(({ by }) => by)]))

test('whatever is done with a plan, it only ever moves as the state rules say, and the resident can stop from anything open', () => {
  const acts = fc.constantFrom(...PLAN_ACTS.flatMap((act) => (act === 'agree' ? [] : [act])))
  const command = fc.tuple(acts, fc.constantFrom(MARIT, JON), fc.constantFrom('', '  ', 'Flyttet ut')).map((told) => new Does(...told))
  fc.assert(
    fc.property(fc.constantFrom(...OPEN), fc.commands([command], { maxCommands: 12 }), (status, commands) => {
      const rows = applied(new Map(), [patch(LANE, 'plan', PLAN, { status })])
      fc.modelRun(() => ({ model: { status }, real: { rows } }), commands)
    }),
    { numRuns: 200 },
  )
})

test.each(PLAN_STATUSES)('what may be done with a plan that is %s is what the state rules say', (status) => {
  const reached = PLAN_ACTS.flatMap((act) => statusAfter(status, act) ?? [])
  expect(reached.map((next) => `${status} ${next}`).sort()).toEqual(ARROWS.filter((arrow) => arrow.startsWith(`${status} `)).sort())
  expect(actsOn(status)).toHaveLength(reached.length)
})

test('the resident stops with no reason, the service never without one', () => {
  const [row] = applied(new Map(), [patch(LANE, 'plan', PLAN, { status: 'active' })]).values()
  if (!row) throw new TypeError('no plan')
  expect(actOnPlan(row, 'endByResident', { me: MARIT })).toMatchObject({ ok: true, value: { set: { status: 'ended_by_resident' } } })
  expect(actOnPlan(row, 'endByService', { me: MARIT, reason: ' ' })).toEqual({ ok: false, refusal: { kind: 'reasonMissing' } })
})

test('a plan past its end that nobody has looked at has expired; one that is being looked at has not', () => {
  const plan = { endDate: localDate('2026-11-23'), version: 1, previous: undefined, id: PLAN }
  const today = localDate('2026-11-24')
  expect(statusOn({ ...plan, status: 'active' }, today)).toBe('expired')
  expect(statusOn({ ...plan, status: 'paused' }, today)).toBe('expired')
  expect(statusOn({ ...plan, status: 'in_evaluation' }, today)).toBe('in_evaluation')
  expect(statusOn({ ...plan, status: 'active', endDate: today }, today)).toBe('active')
})
