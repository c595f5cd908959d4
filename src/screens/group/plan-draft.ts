// A meeting half planned: kept like every draft, one for each resident, until it is saved.

import { useState } from 'react'
import type { Casebook, Draft } from '#device/casebook.ts'
import { MEETING_KINDS, TOPICS } from '#domain/codes.ts'
import type { Json, LaneId } from '#domain/ids.ts'
import type { NewItem, NewMeeting } from '#domain/meeting-acts.ts'
import { asCode, asGroup, asList, asText } from '#domain/reading.ts'
import { useCasebook } from '../use-session.tsx'
import { DraftKeeper } from '../visit/draft-keeper.ts'
import { useHeld } from '../visit/use-keeper.ts'

interface Planned {
  readonly date: string
  readonly time: string
  readonly place: string
  readonly kind: NewMeeting['kind']
  readonly agenda: readonly NewItem[]
}
const PLAN = 'meetingPlan'
const planned = (draft: Draft): Planned | undefined => {
  const group = asGroup(draft.content)
  if (group?.kind !== PLAN) return undefined
  const said = asGroup(group.plan) ?? {}
  return {
    date: asText(said.date) ?? '',
    time: asText(said.time) ?? '',
    place: asText(said.place) ?? '',
    kind: asCode(said.kind, MEETING_KINDS) ?? 'group',
    agenda: asList(said.agenda).flatMap((item) => itemIn(item)),
  }
}
function itemIn(item: Json): readonly NewItem[] {
  const said = asGroup(item)
  const title = asText(said?.title)
  return title ? [{ title, topic: asCode(said?.topic, TOPICS), raisedBy: asText(said?.raisedBy) ?? '' }] : []
}
const EMPTY: Planned = { date: '', time: '', place: '', kind: 'group', agenda: [] }

const KEEPERS = new WeakMap<Casebook, Map<LaneId, DraftKeeper<Planned>>>()

export function usePlanDraft(lane: LaneId, drafts: readonly Draft[]) {
  const casebook = useCasebook()
  const [keeper] = useState(() => planKeeper(casebook, lane, drafts))
  const held = useHeld(keeper)
  return {
    held: held.content,
    change: (set: Partial<Planned>) => keeper.change({ ...keeper.held().content, ...set }, 'soon'),
    draft: () => (keeper.held().keptAt === undefined ? undefined : keeper.id),
    flush: () => keeper.flush(),
    finish: () => {
      keeper.stop()
      KEEPERS.get(casebook)?.delete(lane)
    },
  }
}

function planKeeper(casebook: Casebook, lane: LaneId, drafts: readonly Draft[]): DraftKeeper<Planned> {
  const all = KEEPERS.get(casebook) ?? new Map<LaneId, DraftKeeper<Planned>>()
  KEEPERS.set(casebook, all)
  const known = all.get(lane)
  if (known && !known.isOver) return known
  const draft = drafts.find((found) => found.lane === lane && planned(found) !== undefined)
  const frame = draft ?? { id: casebook.newId(), lane, rec: casebook.newId(), seen: {} }
  const toJson = (plan: Planned): Json => ({ kind: PLAN, plan: JSON.parse(JSON.stringify(plan)) })
  const keeper = new DraftKeeper(casebook, frame, (draft && planned(draft)) ?? EMPTY, { toJson, fromJson: planned })
  all.set(lane, keeper)
  return keeper
}
