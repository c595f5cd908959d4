// How far a note has come, in words and grey: states only move forward (DESIGN.md 4, look book 4).

import type { ChangeState } from '#domain/codes.ts'
import { useSay } from '../use-say.tsx'
import { DraftIcon, HeldIcon, ReadIcon, ReceivedIcon, SavedIcon, SentIcon, VersionsIcon } from './icons-at-once.ts'

export interface Saved {
  readonly state: ChangeState | 'twoVersions'
  /** «11.24» */
  readonly time?: string
  readonly readBy?: string
}

export function SaveState({ saved }: { readonly saved: Saved }) {
  const words = useSavedWords()
  const isCare = saved.state === 'twoVersions'
  return (
    <span className={isCare ? 'bf-savestate bf-savestate--care' : 'bf-savestate'}>
      <StateIcon saved={saved} />
      {words(saved)}
    </span>
  )
}

function StateIcon({ saved }: { readonly saved: Saved }) {
  const look = { 'aria-hidden': true, fontSize: '1.125rem' } as const
  if (saved.readBy !== undefined) return <ReadIcon {...look} />
  switch (saved.state) {
    case 'draft':
      return <DraftIcon {...look} />
    case 'saved':
      return <SavedIcon {...look} />
    case 'sent':
    case 'custody':
      return <SentIcon {...look} />
    case 'held':
      return <HeldIcon {...look} />
    case 'settled':
      return <ReceivedIcon {...look} />
    case 'twoVersions':
      return <VersionsIcon {...look} />
  }
}

/** The same words outside an element: for spoken names and the bar. */
export function useSavedWords(): (saved: Saved) => string {
  const say = useSay()
  return (saved) => {
    if (saved.readBy !== undefined)
      return saved.time === undefined
        ? say('save.readBy', { names: saved.readBy })
        : say('save.readByAt', { names: saved.readBy, time: saved.time })
    if (saved.state === 'saved' && saved.time !== undefined) return say('save.savedAt', { time: saved.time })
    if (saved.state === 'settled' && saved.time !== undefined) return say('save.settledAt', { time: saved.time })
    return say(`save.${saved.state}`)
  }
}
