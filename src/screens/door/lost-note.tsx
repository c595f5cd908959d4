// What stands above sign-in when the browser has emptied this phone, or its key is gone: what happened, what the office
// last heard, and that signing in again brings back what is there (DESIGN.md 7). Also what it means for whoever used the
// phone before: one person at a time has its key.

import { useEffect } from 'react'
import { type LostPhone, sendWhileLocked } from '#device/vault.ts'
import { localDate } from '#domain/ids.ts'
import type { Language } from '#texts/catalogue.ts'
import { device } from '#texts/device.ts'
import { clockOf, dateOfInstant, dayMonth } from '#texts/format.ts'
import { useUi } from '../ui-store.ts'

interface LostNoteProps {
  readonly lost: 'vault' | 'key' | 'words' | undefined
  readonly phone: LostPhone | undefined
}

export function LostNote({ lost, phone }: LostNoteProps) {
  const language = useUi((ui) => ui.language)
  const words = device[language]
  useEffect(() => {
    if (lost === 'key') void sendWhileLocked()
  }, [lost])
  const heard = lost === 'key' || lost === 'words' || !phone ? [] : lastHeard(language, phone)
  return (
    <p className="bf-note bf-note--care bf-note--bare" role={lost === 'words' ? 'note' : 'alert'}>
      <span>{[words[WORDS[lost ?? 'vault']], ...heard].join(' ')}</span>
    </p>
  )
}

const WORDS = { vault: 'wiped', key: 'keyGone', words: 'startOver' } as const

function lastHeard(language: Language, { seen, left }: LostPhone): readonly string[] {
  const words = device[language]
  const told =
    seen === undefined ? [] : [words.wipedSeen({ date: dayMonth(language, localDate(dateOfInstant(seen))), time: clockOf(seen) })]
  return [...told, left > 0 ? words.wipedLeft({ n: left }) : words.wipedNothingLeft]
}
