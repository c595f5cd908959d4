// What every screen of the desk shares: the inbox, the people, the way to record, text not sent yet, and whether the
// session has ended. Unsent text lives here in memory only and is gone with the window (DESIGN.md 8); the window asks first.

import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import type { Acted, Answer, Recorded } from '#device/casebook.ts'
import type { Id } from '#domain/ids.ts'
import type { Patch } from '#domain/register.ts'
import { type Person, peopleOf } from '../people.ts'
import { useUi } from '../ui-store.ts'
import { useAnswer, useCasebook } from '../use-session.tsx'
import { type Inbox, inboxOf } from './inbox-items.ts'

export interface DeskState {
  readonly answer: Answer | undefined
  readonly inbox: Inbox | undefined
  /** The office has said what is held; until then there may be more. */
  readonly isHeldKnown: boolean
  readonly people: ReadonlyMap<Id, Person>
  readonly me: Id
  readonly isSignedOut: boolean
  readonly record: (patches: readonly Patch[]) => Promise<Recorded>
  /** For what needs a role at the office: a session that has ended is said as for any other writing. */
  readonly acted: (acted: Acted) => Acted
  readonly unsent: Readonly<Record<string, string>>
  readonly keepUnsent: (about: Id, text: string) => void
}

const Shared = createContext<DeskState | undefined>(undefined)

export function useDesk(): DeskState {
  const state = useContext(Shared)
  if (state === undefined) throw new TypeError('useDesk outside <DeskStateProvider>')
  return state
}

export function DeskStateProvider({ children }: { readonly children: ReactNode }) {
  const casebook = useCasebook()
  const answer = useAnswer({ ask: 'inbox' })
  const undecided = useAnswer({ ask: 'held' })
  const [isSignedOut, setSignedOut] = useState(false)
  const [unsent, setUnsent] = useState<Readonly<Record<string, string>>>({})
  const hasUnsent = Object.values(unsent).some((text) => text.trim() !== '')
  useAskBeforeLeaving(hasUnsent)
  const noteUnsent = useUi((ui) => ui.noteUnsent)
  useEffect(() => noteUnsent(hasUnsent), [hasUnsent, noteUnsent])
  const record = useCallback(
    async (patches: readonly Patch[]) => {
      const recorded = await casebook.record(patches)
      setSignedOut(!recorded.ok && recorded.refusal.kind === 'signedOut')
      return recorded
    },
    [casebook],
  )
  const acted = useCallback((done: Acted) => {
    setSignedOut(!done.ok && done.refusal.kind === 'signedOut')
    return done
  }, [])
  const keepUnsent = useCallback((about: Id, text: string) => setUnsent((before) => ({ ...before, [about]: text })), [])
  const read = useMemo(
    () => ({
      inbox: answer && inboxOf(answer.summaries, casebook.me, { held: undecided?.held ?? [], unfinished: undecided?.unfinished ?? [] }),
      isHeldKnown: undecided !== undefined,
      people: peopleOf(answer?.office ?? []),
    }),
    [answer, undecided, casebook.me],
  )
  const state = useMemo(
    () => ({ answer, ...read, me: casebook.me, isSignedOut, record, acted, unsent, keepUnsent }),
    [answer, read, casebook.me, isSignedOut, record, acted, unsent, keepUnsent],
  )
  return <Shared value={state}>{children}</Shared>
}

function useAskBeforeLeaving(isNeeded: boolean): void {
  useEffect(() => {
    if (!isNeeded) return undefined
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isNeeded])
}
