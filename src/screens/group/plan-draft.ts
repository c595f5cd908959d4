// A meeting half planned: kept like every form, one for each resident, until it is saved.

import { MEETING_KINDS, TOPICS } from '#domain/codes.ts'
import type { Json } from '#domain/ids.ts'
import type { NewItem, NewMeeting } from '#domain/meeting-acts.ts'
import { asCode, asGroup, asList, asText } from '#domain/reading.ts'
import { formDraft } from '../use-form-draft.ts'
import { EMPTY_ITEM } from './item-fields.tsx'

interface Planned {
  readonly date: string
  readonly time: string
  readonly place: string
  readonly kind: NewMeeting['kind']
  readonly agenda: readonly NewItem[]
  /** One more, half typed. */
  readonly item: NewItem
}
export const EMPTY_PLAN: Planned = { date: '', time: '', place: '', kind: 'group', agenda: [], item: EMPTY_ITEM }

export const usePlanDraft = formDraft<Planned>('meetingPlan', (said) => ({
  date: asText(said.date) ?? '',
  time: asText(said.time) ?? '',
  place: asText(said.place) ?? '',
  kind: asCode(said.kind, MEETING_KINDS) ?? 'group',
  agenda: asList(said.agenda).flatMap((item) => itemIn(item)),
  item: halfIn(said.item),
}))

function halfIn(item: Json | undefined): NewItem {
  const said = asGroup(item)
  return { title: asText(said?.title) ?? '', topic: asCode(said?.topic, TOPICS), raisedBy: asText(said?.raisedBy) ?? '' }
}
const itemIn = (item: Json): readonly NewItem[] => [halfIn(item)].filter(({ title }) => title !== '')
