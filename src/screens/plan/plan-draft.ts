// The plan somebody is making, kept at each tap and keystroke like a visit: what the wizard holds, where it stands, what it
// began from, and what was on the screen then. One for each home; it is opened again where it was left.

import type { Answer, Casebook, Draft } from '#device/casebook.ts'
import type { CaseView } from '#domain/case-view.ts'
import { type Id, isId, type Json, type LaneId } from '#domain/ids.ts'
import { draftOf, newPlan, nextVersion, type PlanDraft } from '#domain/plan-draft.ts'
import { isLive, isUnanswered, proposalsOf } from '#domain/plan-versions.ts'
import { type RecordRow, type Seen, seenOf } from '#domain/register.ts'
import { PLAN_LIMITS } from '#rules/plan-limits.ts'
import { DraftKeeper, type Frame } from '../visit/draft-keeper.ts'

export interface PlanContent {
  readonly kind: 'plan'
  /** The step of the wizard. */
  readonly at: string
  readonly plan: PlanDraft
  /** As it stood when the wizard was opened; none for a new one. */
  readonly base?: PlanDraft
  readonly seen: Readonly<Record<Id, Seen>>
}
export type PlanKeeper = DraftKeeper<PlanContent>

const toJson = (content: PlanContent): Json => JSON.parse(JSON.stringify(content))
export const planContent = (draft: Draft): PlanContent | undefined => (isPlanContent(draft.content) ? draft.content : undefined)
/** Only this app writes it and it is sealed at rest: the outer shape tells whose draft it is. */
const isPlanContent = (v: unknown): v is PlanContent =>
  isGroup(v) && v.kind === 'plan' && typeof v.at === 'string' && isGroup(v.seen) && isGroup(v.plan) && isId(v.plan.plan)
const isGroup = (v: unknown): v is Readonly<Record<string, unknown>> => typeof v === 'object' && v !== null && !Array.isArray(v)

export const planUnderWay = (drafts: readonly Draft[], lane: LaneId): Draft | undefined =>
  drafts.find((draft) => draft.lane === lane && planContent(draft) !== undefined)

const KEEPERS = new WeakMap<Casebook, Map<LaneId, PlanKeeper>>()
const of = (casebook: Casebook): Map<LaneId, PlanKeeper> => {
  const known = KEEPERS.get(casebook) ?? new Map<LaneId, PlanKeeper>()
  KEEPERS.set(casebook, known)
  return known
}

/** The one that is open, the one that was kept, or a new one that is kept with the first word. */
export function keeperOfPlan(
  casebook: Casebook,
  view: CaseView,
  { drafts, rows }: Answer,
  why: 'change' | 'renewal' = 'change',
): PlanKeeper {
  const known = of(casebook).get(view.lane)
  if (known && !known.isOver) return known
  const kept = planUnderWay(drafts, view.lane)
  const content = (kept && planContent(kept)) ?? opening(casebook, view, rows, why)
  const frame: Draft | Frame = kept ?? { id: casebook.newId(), lane: view.lane, rec: content.plan.plan, seen: {} }
  const keeper = new DraftKeeper(casebook, frame, content, { toJson, fromJson: planContent })
  of(casebook).set(view.lane, keeper)
  return keeper
}

/** Words nobody has said yes to are changed where they stand; a plan that runs gets its next version. */
function opening(casebook: Casebook, view: CaseView, rows: ReadonlyMap<Id, RecordRow>, why: 'change' | 'renewal'): PlanContent {
  const { plan, plans } = view
  const today = casebook.today()
  const open = proposalsOf(plans)[0] ?? (plan && isUnanswered(plan) ? plan : undefined)
  if (open && !open.isSigned) {
    const base = draftOf(open)
    return { kind: 'plan', at: 'wish', plan: base, base, seen: seenIn(base, rows) }
  }
  const draft =
    plan && isLive(plan)
      ? nextVersion(plan, why, today, casebook.newId)
      : newPlan(casebook.newId(), today, PLAN_LIMITS.reviewEveryMonths, plans)
  return { kind: 'plan', at: 'wish', plan: draft, seen: {} }
}

function seenIn(draft: PlanDraft, rows: ReadonlyMap<Id, RecordRow>): PlanContent['seen'] {
  const ids = [draft.plan, ...draft.goals.map(({ id }) => id), ...draft.measures.map(({ id }) => id)]
  return Object.fromEntries(ids.map((id) => [id, seenOf(rows.get(id))]))
}

/** Saved or thrown away: the next one begins from what stands then. */
export function closePlan(casebook: Casebook, lane: LaneId): void {
  of(casebook).get(lane)?.stop()
  of(casebook).delete(lane)
}
