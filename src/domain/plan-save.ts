// From what the wizard holds to what is recorded: new records with the plan as their root, or only the registers that were
// changed, naming what stood there when the wizard was opened. What is taken out of a plan nobody has said yes to is marked
// void with its reason; nothing is lost.

import type { Id, Json, LaneId } from './ids.ts'
import { consentsAsked } from './plan-consents.ts'
import type { GoalDraft, MeasureDraft, PlanDraft } from './plan-draft.ts'
import { type Fields, isJson, patch } from './records.ts'
import type { Field, Patch, RecordRow, Seen } from './register.ts'
import { seenBy } from './visit-start.ts'

export interface Saving {
  readonly lane: LaneId
  readonly me: Id
  readonly rows: ReadonlyMap<Id, RecordRow>
  /** The plan as the wizard found it; none when it is new. */
  readonly base: PlanDraft | undefined
  /** What was on the screen then, for each record. */
  readonly seen: Readonly<Record<Id, Seen>>
  /** Why goals and measures that were taken out are void. */
  readonly reason: string
}
type Kind = 'plan' | 'goal' | 'measure'

export function savePlan(draft: PlanDraft, saving: Saving): readonly Patch[] {
  const before = new Map(saving.base ? patchesOf(saving.base, saving.lane, false).map((one) => [one.rec, one]) : [])
  const now = patchesOf(draft, saving.lane, saving.base === undefined)
  const written = now.flatMap((one): readonly Patch[] => {
    const was = before.get(one.rec)
    return was ? changed(one, was, saving) : [{ ...one, set: filled(one.set) }]
  })
  return [...written, ...goneFrom(draft, saving)]
}

const patchesOf = (draft: PlanDraft, lane: LaneId, isNew: boolean): readonly Patch[] => [
  planPatch(draft, lane, isNew),
  ...draft.goals.map((goal, i) => goalPatch(goal, i, draft, lane)),
  ...draft.measures.map((measure, i) => measurePatch(measure, i, draft, lane)),
]

function planPatch(draft: PlanDraft, lane: LaneId, isNew: boolean): Patch {
  const { startDate, endDate, reviewEveryMonths, nextReview, condition, often } = draft
  return plain(
    'plan',
    draft.plan,
    {
      version: draft.version,
      previous: draft.previous,
      why: draft.why,
      residentsWish: draft.wish.trim(),
      background: draft.background.trim(),
      expectationsOnResident: draft.onResident.trim(),
      expectationsOnServices: draft.onServices.trim(),
      period: dates(startDate, endDate),
      review: some({ everyMonths: reviewEveryMonths, next: nextReview }),
      frequency: draft.oftenText.trim() === '' && !often ? undefined : { text: draft.oftenText.trim(), ...(often ? { rule: often } : {}) },
      statedCondition: condition.text.trim() === '' ? undefined : condition,
      partOfIndividualPlan: draft.partOfIndividualPlan,
      status: isNew ? 'draft' : undefined,
    },
    lane,
  )
}

function goalPatch(goal: GoalDraft, order: number, { plan }: PlanDraft, lane: LaneId): Patch {
  const { id, parent, text, area, horizon, baseline, target, dueDate, status, cameFrom } = goal
  const set = { plan, parent, text: text.trim(), area, horizon, baseline, target, dueDate, status, order: order + 1, cameFrom }
  return plain('goal', id, set, lane, plan)
}

function measurePatch(measure: MeasureDraft, order: number, draft: PlanDraft, lane: LaneId): Patch {
  const { id, goals, text, kind, responsible, frequency, reportClause, status, cameFrom } = measure
  return plain(
    'measure',
    id,
    {
      plan: draft.plan,
      goals,
      text: text.trim(),
      kind,
      responsible,
      residentsPart: measure.residentsPart.trim(),
      servicesPart: measure.servicesPart.trim(),
      frequency,
      period: dates(measure.startDate ?? draft.startDate, measure.endDate ?? draft.endDate),
      reportClause,
      requiresConsent: consentsAsked(measure).length > 0,
      status,
      order: order + 1,
      cameFrom,
      withoutTalk: measure.withoutTalk.trim(),
    },
    lane,
    draft.plan,
  )
}

/** A register with no start has nothing to say yet. */
const dates = (startDate: PlanDraft['startDate'], endDate: PlanDraft['endDate']) => some({ startDate, endDate })
function some(group: Readonly<Record<string, Json | undefined>>): Readonly<Record<string, Json>> | undefined {
  const there: Record<string, Json> = {}
  for (const [key, v] of Object.entries(group)) if (v !== undefined) there[key] = v
  return Object.keys(there).length > 0 ? there : undefined
}

type Loose<T> = { readonly [K in keyof Omit<T, 'period' | 'review'>]?: T[K] | undefined } & {
  readonly period?: unknown
  readonly review?: unknown
}
function plain<T extends Kind>(type: T, rec: Id, set: Loose<Fields[T]>, lane: LaneId, root?: Id): Patch {
  const written: Record<Field, Json> = {}
  for (const [field, v] of Object.entries(set)) if (v !== undefined && isJson(v)) written[field] = v
  return { lane, rec, type, set: written, ...(root ? { root } : {}) }
}

/** A new record has no register for what nobody has written. */
const filled = (set: Patch['set']): Patch['set'] => Object.fromEntries(Object.entries(set).filter(([, v]) => v !== ''))

function changed(now: Patch, before: Patch, saving: Saving): readonly Patch[] {
  const set: Record<Field, Json> = {}
  for (const field of new Set([...Object.keys(now.set), ...Object.keys(before.set)])) {
    const v = now.set[field] ?? null
    if (JSON.stringify(v) !== JSON.stringify(before.set[field] ?? null)) set[field] = v
  }
  return Object.keys(set).length > 0 ? [{ ...now, set, seen: seenOn(now.rec, saving) }] : []
}

function seenOn(rec: Id, { rows, me, seen }: Saving): Seen {
  const row = rows.get(rec)
  return row ? seenBy(me, row, seen[rec]) : (seen[rec] ?? {})
}

/** Void only names what the wizard had seen: what somebody has written there since keeps it standing. */
function goneFrom(draft: PlanDraft, saving: Saving): readonly Patch[] {
  const { base, lane, reason } = saving
  const gone = <T extends { readonly id: Id }>(before: readonly T[], now: readonly T[]): readonly T[] =>
    before.filter(({ id }) => !now.some((kept) => kept.id === id))
  const strike = (type: 'goal' | 'measure', rec: Id): Patch =>
    patch(lane, type, rec, { void: { reason } }, { seen: { void: Object.values(seenOn(rec, saving)).flat() } })
  return [
    ...gone(base?.goals ?? [], draft.goals).map(({ id }) => strike('goal', id)),
    ...gone(base?.measures ?? [], draft.measures).map(({ id }) => strike('measure', id)),
  ]
}
