// Two people work on the same plan, each without coverage: the product's own change, fold and judge decide what stands.

import { expect, test } from 'vitest'
import { type CaseView, readCase } from '#domain/case-view.ts'
import { type Id, id, instant, laneId, localDate } from '#domain/ids.ts'
import { setAside } from '#domain/plan-acts.ts'
import { agreeOnPlan } from '#domain/plan-agree.ts'
import { draftOf, newGoal, newMeasure, newPlan, nextVersion, type PlanDraft } from '#domain/plan-draft.ts'
import { savePlan } from '#domain/plan-save.ts'
import { proposalsOf, rivalsOf } from '#domain/plan-versions.ts'
import { patch } from '#domain/records.ts'
import { type Patch, type RecordRow, type Seen, seenOf } from '#domain/register.ts'
import { patchToChange, type Stamp, signChange } from '#sync/change.ts'
import { type Entry, foldRecord, layer } from '#sync/fold.ts'
import { judge } from '#sync/judge.ts'
import type { Change } from '#sync/wire.ts'

const lane = laneId('case/AAAAAAAAAAAAAAAAAAAAAA')
const TODAY = localDate('2026-11-24')
let made = 0
const newId = (): Id => id(`${(made++).toString(36)}`.padStart(22, 'x'))
const [MARIT, INGRID, PLAN, MAIN, SUB, MEASURE] = [newId(), newId(), newId(), newId(), newId(), newId()]
const stamp: Stamp = { newId, at: instant('2026-11-24T10:00:00Z'), tz: 'Europe/Oslo', skewMs: null, app: 'test' }
const LIMITS = { maxMonths: 12, mainGoals: 2, subGoals: 5, goalLength: 160 }

type Rows = ReadonlyMap<Id, RecordRow>
/** One journal that judges as the office does, and tells what was held and why. */
function office() {
  const journal: Entry[] = []
  const held: string[] = []
  const rows = (): Rows => {
    const folded = [...new Set(journal.map(({ change }) => change.rec))].flatMap((rec) => foldRecord(lane, rec, journal) ?? [])
    const frozen = (row: RecordRow) => row.frozen ?? folded.find((root) => root.id === row.root)?.frozen
    return new Map(folded.map((row) => [row.id, { ...row, ...(frozen(row) ? { frozen: frozen(row) } : {}) } as RecordRow]))
  }
  const take = (change: Change, actor: Id): void => {
    const all = [...rows().values()]
    const row = all.find(({ id }) => id === change.rec)
    const root = change.root ?? row?.root
    const verdict = judge(change, {
      writer: { user: actor, roles: ['followup_worker'], laneRole: 'worker' },
      laneExists: true,
      row,
      rootRows: root ? all.filter((one) => one.id === root || one.root === root) : [],
      isApplied: (known) => journal.some((entry) => entry.change.id === known),
    })
    if (verdict.s === 'held') held.push(verdict.why)
    else journal.push({ change, actor, seq: journal.length + 1 })
  }
  return { rows, take, held }
}
type Office = ReturnType<typeof office>

/** A device: what it pulled last, and its own unsent changes on top. */
function device(at: Office, me: Id) {
  let pulled: Rows = at.rows()
  const pending: Change[] = []
  const rows = (): Rows =>
    layer(
      pulled,
      pending.map((change) => ({ change, actor: me, seq: 0 })),
    )
  const record = (patches: readonly Patch[], sign?: Id): void => {
    for (const made of patches)
      pending.push(
        patchToChange(
          made,
          stamp,
          pending.filter(({ rec }) => rec === made.rec),
        ),
      )
    const root = sign && rows().get(sign)
    if (root)
      pending.push(
        signChange(
          lane,
          root,
          [...rows().values()].filter((row) => row.id === sign || row.root === sign),
          stamp,
        ),
      )
  }
  const sync = (): void => {
    for (const change of pending.splice(0)) at.take(change, me)
    pulled = at.rows()
  }
  return { me, rows, record, sync }
}
type Device = ReturnType<typeof device>

const draft = (): PlanDraft => ({
  ...newPlan(PLAN, TODAY, 3),
  wish: 'Jeg vil bli boende.',
  onResident: 'Jeg åpner.',
  onServices: 'Vi kommer.',
  goals: [
    { ...newGoal(MAIN), text: 'Jeg vil bli boende.' },
    { ...newGoal(SUB, MAIN), text: 'Betale husleien' },
  ],
  measures: [{ ...newMeasure(MEASURE, 'visit', 'Besøk', [SUB]), responsible: [MARIT], frequency: { unit: 'week', every: 1 } }],
  endDate: localDate('2027-05-24'),
  often: { unit: 'week', every: 1 },
})
const seenIn = (rows: Rows): Readonly<Record<Id, Seen>> => Object.fromEntries([...rows.values()].map((row) => [row.id, seenOf(row)]))
const viewOf = (rows: Rows): CaseView => {
  const view = readCase(rows)
  if (!view) throw new TypeError('no case')
  return view
}
const planOf = (rows: Rows) => {
  const { plan } = viewOf(rows)
  if (!plan) throw new TypeError('no plan')
  return plan
}

/** A home with a plan nobody has agreed on yet, known to Marit and Ingrid. */
function twoDevices() {
  const at = office()
  const marit = device(at, MARIT)
  marit.record([patch(lane, 'resident', newId(), { displayName: 'Testine' })])
  marit.record(savePlan(draft(), { lane, me: MARIT, rows: marit.rows(), base: undefined, seen: {}, reason: '' }))
  marit.sync()
  return { at, marit, ingrid: device(at, INGRID) }
}
const edit = (on: Device, change: (draft: PlanDraft) => PlanDraft): void => {
  const base = draftOf(planOf(on.rows()))
  on.record(savePlan(change(base), { lane, me: on.me, rows: on.rows(), base, seen: seenIn(on.rows()), reason: 'Tatt ut' }))
}
const agree = (on: Device, plan = planOf(on.rows())): void => {
  const { consents, plans } = viewOf(on.rows())
  const check = { today: TODAY, consents, plans, hasTalked: false, limits: LIMITS }
  const how = { who: 'Testine', as: 'resident', how: 'oral_witnessed', witness: 'Marit', textHash: 'h', participate: 'Ja' } as const
  const done = agreeOnPlan(plan, { lane, me: on.me, newId, rows: on.rows(), check, ...how })
  if (!done.ok) throw new TypeError(JSON.stringify(done.refusal))
  on.record(done.value, plan.id)
}
const propose = (on: Device, wish: string): void => {
  const rows = on.rows()
  const next = { ...nextVersion(planOf(rows), 'change', TODAY, newId), wish }
  on.record(savePlan(next, { lane, me: on.me, rows, base: undefined, seen: {}, reason: '' }))
}

test('two who change different things in the same plan offline have nothing to settle', () => {
  const { at, marit, ingrid } = twoDevices()
  edit(marit, (plan) => ({ ...plan, onResident: 'Jeg sier fra.' }))
  edit(ingrid, (plan) => ({ ...plan, goals: plan.goals.map((goal) => (goal.id === SUB ? { ...goal, text: 'Husleien er betalt' } : goal)) }))
  marit.sync()
  ingrid.sync()
  expect(at.held).toEqual([])
  expect(viewOf(at.rows()).twoVersions).toEqual([])
  expect(planOf(at.rows())).toMatchObject({
    expectationsOnResident: 'Jeg sier fra.',
    mainGoals: [{ subGoals: [{ text: 'Husleien er betalt' }] }],
  })
})

test('two who change the same words offline leave two versions, and neither is lost', () => {
  const { at, marit, ingrid } = twoDevices()
  edit(marit, (plan) => ({ ...plan, wish: 'Jeg vil ha ro.' }))
  edit(ingrid, (plan) => ({ ...plan, wish: 'Jeg vil flytte.' }))
  ingrid.sync()
  marit.sync()
  const [two] = viewOf(at.rows()).twoVersions
  expect(two).toMatchObject({ type: 'plan', field: 'residentsWish' })
  expect(two?.versions.map(({ v }) => v).sort()).toEqual(['Jeg vil flytte.', 'Jeg vil ha ro.'])
})

test('agreed words are frozen at the office, and what stays open still moves', () => {
  const { at, marit, ingrid } = twoDevices()
  agree(marit)
  marit.sync()
  edit(ingrid, (plan) => ({ ...plan, wish: 'Noe annet' }))
  ingrid.record([patch(lane, 'plan', PLAN, { review: { everyMonths: 1, next: TODAY } }, { seen: seenOf(ingrid.rows().get(PLAN)) })])
  ingrid.sync()
  expect(at.held).toEqual(['signed'])
  expect(planOf(at.rows())).toMatchObject({ isSigned: true, residentsWish: 'Jeg vil bli boende.', reviewEveryMonths: 1 })
})

test.each(['a word is changed', 'a goal is added', 'a measure is taken out'])(
  'a signature over the plan as it was read is held when %s before it arrives, and nothing is frozen',
  (what) => {
    const { at, marit, ingrid } = twoDevices()
    agree(marit)
    edit(ingrid, (plan) =>
      what === 'a word is changed'
        ? { ...plan, wish: 'Noe annet' }
        : what === 'a goal is added'
          ? { ...plan, goals: [...plan.goals, { ...newGoal(newId(), MAIN), text: 'Åpne posten' }] }
          : { ...plan, measures: [] },
    )
    ingrid.sync()
    marit.sync()
    expect(at.held).toEqual(['stale-sign'])
    expect(planOf(at.rows())).toMatchObject({ isSigned: false, isYesLost: true, status: 'offered', signatures: [] })
    agree(marit)
    marit.sync()
    expect(at.held).toEqual(['stale-sign'])
    expect(planOf(at.rows()).isSigned).toBe(true)
  },
)

test('two proposals made offline for the same plan are a choice: one is taken, the other stays in the record with its reason', () => {
  const { at, marit, ingrid } = twoDevices()
  agree(marit)
  marit.sync()
  const other = device(at, INGRID)
  propose(marit, 'Jeg vil ha ro.')
  propose(other, 'Jeg vil flytte.')
  other.sync()
  marit.sync()
  const { plans, plan } = viewOf(marit.rows())
  expect(plan).toMatchObject({ version: 1, status: 'active' })
  expect(
    proposalsOf(plans)
      .map(({ residentsWish }) => residentsWish)
      .sort(),
  ).toEqual(['Jeg vil flytte.', 'Jeg vil ha ro.'])
  expect(rivalsOf(plans)).toHaveLength(2)
  const aside = plans.find(({ residentsWish }) => residentsWish === 'Jeg vil flytte.')
  const row = aside && marit.rows().get(aside.id)
  if (!row) throw new TypeError('no proposal')
  marit.record([setAside(row, 'Valgte det andre forslaget')])
  marit.sync()
  const after = viewOf(at.rows())
  expect(rivalsOf(after.plans)).toEqual([])
  expect(proposalsOf(after.plans).map(({ residentsWish }) => residentsWish)).toEqual(['Jeg vil ha ro.'])
  expect(at.rows().get(row.id)?.regs.residentsWish?.[0]?.v).toBe('Jeg vil flytte.')
  expect(at.held).toEqual([])
  agree(marit, proposalsOf(viewOf(marit.rows()).plans)[0])
  marit.sync()
  expect(viewOf(at.rows()).plans.map(({ version, status, isSigned }) => [version, status, isSigned])).toEqual([
    [2, 'active', true],
    [1, 'renewed', true],
  ])
  expect(ingrid.me).toBe(INGRID)
})

test('the same proposal agreed on by two offline is still shown as a choice', () => {
  const { at, marit } = twoDevices()
  agree(marit)
  marit.sync()
  const other = device(at, INGRID)
  for (const [on, wish] of [
    [marit, 'Jeg vil ha ro.'],
    [other, 'Jeg vil flytte.'],
  ] as const) {
    propose(on, wish)
    agree(on, proposalsOf(viewOf(on.rows()).plans)[0])
  }
  other.sync()
  marit.sync()
  expect(rivalsOf(viewOf(at.rows()).plans)).toMatchObject([
    { status: 'active', version: 2 },
    { status: 'active', version: 2 },
  ])
})
