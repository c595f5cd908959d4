// A short form being filled in: kept as a draft while it is typed, decided by the domain, saved with ten seconds of
// «Angre». What was refused is said at its field, and what was typed stays.

import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { RecordHow, RecordRefusal } from '#device/casebook.ts'
import type { Json } from '#domain/ids.ts'
import type { Patch } from '#domain/register.ts'
import type { Result } from '#domain/result.ts'
import { formDraft } from '../use-form-draft.ts'
import { useRecording } from '../use-recording.ts'

/** A draft of words alone: what an older build kept is read as far as it goes. */
export const wordsDraft = <T extends { readonly [K in keyof T]: string }>(kind: string) =>
  formDraft<T>(kind, (said, first) => ({ ...first, ...wordsIn(said, Object.keys(first)) }))
const wordsIn = (said: Readonly<Record<string, Json>>, keys: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(keys.flatMap((key) => (typeof said[key] === 'string' ? [[key, said[key]]] : [])))

interface Drafted {
  readonly isTyped: boolean
  readonly finishing: () => Promise<RecordHow>
  readonly close: () => void
  readonly discard: () => Promise<void>
}
export interface Saving {
  readonly isTyped: boolean
  readonly isBusy: boolean
  readonly save: () => void
  readonly discard: () => void
  /** Why it cannot be saved: a new one each time it is pressed. */
  readonly problem: { readonly kind: string } | undefined
  readonly refusal: RecordRefusal['kind'] | undefined
}

interface SavingOf<R extends { readonly kind: string }> {
  readonly draft: Drafted
  readonly decide: () => Result<readonly Patch[], R>
  readonly said: () => string
  /** Where it leads when it is saved or thrown away. */
  readonly back: string
}
export function useSaving<R extends { readonly kind: string }>({ draft, decide, said, back }: SavingOf<R>) {
  const navigate = useNavigate()
  const { record, refusal, isBusy } = useRecording()
  const [problem, setProblem] = useState<R>()
  const save = async () => {
    const decided = decide()
    setProblem(decided.ok ? undefined : { ...decided.refusal })
    if (!decided.ok) return
    if (!(await record(decided.value, { text: said() }, await draft.finishing()))) return
    if (decided.value.length === 0) await draft.discard()
    else draft.close()
    await navigate(back)
  }
  const leave = async () => {
    await draft.discard()
    await navigate(back)
  }
  return {
    isTyped: draft.isTyped,
    isBusy,
    refusal,
    problem,
    /** The words changed: what was wrong may be right now. */
    touched: () => setProblem(undefined),
    save: () => void save(),
    discard: () => void leave(),
  }
}
