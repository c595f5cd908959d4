// A form half filled in: kept while it is typed, one for each resident and thing, found again after a lock, in another tab
// and on a new phone, until it is saved or thrown away. For the forms whose fields are few and flat; a visit, a note and the
// pages about the home have keepers of their own, over the same DraftKeeper.

import { useState } from 'react'
import type { Casebook, Draft, RecordHow } from '#device/casebook.ts'
import type { Id, Json, LaneId } from '#domain/ids.ts'
import { asGroup, asText } from '#domain/reading.ts'
import type { Seen } from '#domain/register.ts'
import { useCasebook } from './use-session.tsx'
import { DraftKeeper } from './visit/draft-keeper.ts'
import { useHeld } from './visit/use-keeper.ts'

type Fields = Readonly<Record<string, Json>>

export interface Opening<T> {
  readonly lane: LaneId
  /** Which one of its kind: a member, a meeting; '' where there is one for each resident. */
  readonly of: string
  readonly drafts: readonly Draft[]
  readonly first: T
  /** The record it is typed over, and what stood there. */
  readonly over?: { readonly rec: Id; readonly seen: Seen }
}

const isKept = ({ lane, content }: Draft, kind: string, of: string, at: LaneId): boolean =>
  lane === at && asGroup(content)?.kind === kind && (asText(asGroup(content)?.of) ?? '') === of

/** Which one of this kind is half filled in. */
export const keptOf = (drafts: readonly Draft[], kind: string, lane: LaneId): string | undefined =>
  drafts.flatMap((draft) => (draft.lane === lane && asGroup(draft.content)?.kind === kind ? asText(asGroup(draft.content)?.of) : []))[0]

/** The hook of one kind of form. `read` makes the fields of what was kept, also by another build. */
export function formDraft<T>(kind: string, read: (said: Fields, first: T) => T) {
  const keepers = new WeakMap<Casebook, Map<string, DraftKeeper<T>>>()
  const all = (casebook: Casebook) => {
    const known = keepers.get(casebook) ?? new Map<string, DraftKeeper<T>>()
    keepers.set(casebook, known)
    return known
  }
  const keeperOf = (casebook: Casebook, { lane, of, drafts, first, over }: Opening<T>): DraftKeeper<T> => {
    const key = `${lane} ${of}`
    const known = all(casebook).get(key)
    if (known && !known.isOver) return known
    const fromJson = ({ content }: Draft) => read(asGroup(asGroup(content)?.form) ?? {}, first)
    const toJson = (form: T): Json => ({ kind, of, form: JSON.parse(JSON.stringify(form)) })
    const draft = drafts.find((found) => isKept(found, kind, of, lane))
    const frame = draft ?? { id: casebook.newId(), lane, rec: over?.rec ?? casebook.newId(), seen: over?.seen ?? {} }
    const keeper = new DraftKeeper(casebook, frame, draft ? fromJson(draft) : first, { toJson, fromJson })
    all(casebook).set(key, keeper)
    return keeper
  }
  return function useFormDraft(opening: Opening<T>) {
    const casebook = useCasebook()
    const [keeper, setKeeper] = useState(() => keeperOf(casebook, opening))
    const { content, keptAt } = useHeld(keeper)
    const close = () => {
      keeper.stop()
      all(casebook).delete(`${opening.lane} ${opening.of}`)
    }
    return {
      held: content,
      isTyped: keptAt !== undefined,
      /** What stood there when it was opened, also before a lock. */
      seen: keeper.draft().seen,
      change: (set: Partial<T>) => keeper.change({ ...keeper.held().content, ...set }, 'soon'),
      /** What saving it finishes. */
      finishing: async (): Promise<RecordHow> => {
        await keeper.flush()
        return keeper.held().keptAt === undefined ? {} : { finishes: keeper.id }
      },
      /** Saved: the next one is empty. */
      close,
      /** The screen stays, for the next one. */
      again: () => {
        close()
        setKeeper(keeperOf(casebook, { ...opening, drafts: [] }))
      },
      discard: async () => {
        close()
        await casebook.dropDraft(keeper.id)
      },
    }
  }
}
