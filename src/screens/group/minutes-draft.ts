// Minutes half written: the words of the meeting and of each item, kept while they are typed and never lost; with what stood
// there when they were opened, so that two who write at once both stand.

import { useState } from 'react'
import type { Casebook, Draft } from '#device/casebook.ts'
import type { MeetingView } from '#domain/case-view-group.ts'
import { type Id, isId, type Json } from '#domain/ids.ts'
import { asGroup, asId, asList } from '#domain/reading.ts'
import { type RecordRow, type Seen, seenOf } from '#domain/register.ts'
import { useCasebook } from '../use-session.tsx'
import { DraftKeeper } from '../visit/draft-keeper.ts'
import { useHeld } from '../visit/use-keeper.ts'

/** By the record the words belong to: the meeting itself, or an item. */
interface Written {
  readonly words: Readonly<Record<string, string>>
  readonly seen: Readonly<Record<string, Seen>>
}
const KIND = 'minutes'
/** Why the resident was not there, beside the words by record. */
export const REASON = 'reason'

function written(draft: Draft): Written | undefined {
  const group = asGroup(draft.content)
  if (group?.kind !== KIND) return undefined
  const words = Object.entries(asGroup(group.words) ?? {}).flatMap(([id, said]) =>
    isId(id) && typeof said === 'string' ? [[id, said]] : [],
  )
  const seen = Object.entries(asGroup(group.seen) ?? {}).map(([id, fields]) => [id, seenIn(fields)] as const)
  return { words: Object.fromEntries(words), seen: Object.fromEntries(seen) }
}
const seenIn = (fields: Json): Seen =>
  Object.fromEntries(
    Object.entries(asGroup(fields) ?? {}).map(([field, heads]) => [field, asList(heads).flatMap((head) => asId(head) ?? [])]),
  )

const KEEPERS = new WeakMap<Casebook, Map<Id, DraftKeeper<Written>>>()

interface Opening {
  readonly meeting: MeetingView
  readonly row: RecordRow
  readonly rows: ReadonlyMap<Id, RecordRow>
  readonly drafts: readonly Draft[]
}

export type MinutesDraft = ReturnType<typeof useMinutesDraft>
export function useMinutesDraft(opening: Opening) {
  const casebook = useCasebook()
  const [keeper, setKeeper] = useState(() => keeperOf(casebook, opening))
  const held = useHeld(keeper)
  const { words, seen } = held.content
  return {
    held,
    words: (id: Id | typeof REASON, before: string | undefined): string => words[id] ?? before ?? '',
    isTouched: Object.keys(words).length > 0,
    seenOf: (id: Id): Seen | undefined => seen[id],
    write: (id: Id | typeof REASON, said: string) => {
      const { content } = keeper.held()
      keeper.change({ ...content, words: { ...content.words, [id]: said } }, 'soon')
    },
    flush: () => keeper.flush(),
    draft: () => (keeper.held().keptAt === undefined ? undefined : keeper.id),
    /** Saved: what is written next is a new draft over what stands now. */
    finish: (now: Opening) => {
      keeper.stop()
      KEEPERS.get(casebook)?.delete(now.meeting.id)
      setKeeper(keeperOf(casebook, { ...now, drafts: [] }))
    },
  }
}

function keeperOf(casebook: Casebook, { meeting, row, rows, drafts }: Opening): DraftKeeper<Written> {
  const all = KEEPERS.get(casebook) ?? new Map<Id, DraftKeeper<Written>>()
  KEEPERS.set(casebook, all)
  const known = all.get(meeting.id)
  if (known && !known.isOver) return known
  const draft = drafts.find((found) => found.rec === meeting.id && written(found) !== undefined)
  const frame = draft ?? { id: casebook.newId(), lane: row.lane, rec: meeting.id, seen: seenOf(row) }
  const seen = Object.fromEntries([row.id, ...meeting.agenda.map(({ id }) => id)].map((id) => [id, seenOf(rows.get(id))]))
  const toJson = (content: Written): Json => ({ kind: KIND, ...JSON.parse(JSON.stringify(content)) })
  const keeper = new DraftKeeper(casebook, frame, (draft && written(draft)) ?? { words: {}, seen }, { toJson, fromJson: written })
  all.set(meeting.id, keeper)
  return keeper
}
