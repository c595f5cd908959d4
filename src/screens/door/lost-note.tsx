// What stands above sign-in when the browser has emptied this phone, or its key is gone: what happened, what the office
// last heard, and that signing in again brings back what is there (DESIGN.md 7).

import { useEffect } from 'react'
import { type LostPhone, sendWhileLocked } from '#device/vault.ts'
import { localDate } from '#domain/ids.ts'
import { device } from '#texts/device.ts'
import { clockOf, dateOfInstant, dayMonth } from '#texts/format.ts'
import { useUi } from '../ui-store.ts'

interface LostNoteProps {
  readonly lost: 'vault' | 'key' | undefined
  readonly phone: LostPhone | undefined
}

export function LostNote({ lost, phone }: LostNoteProps) {
  const language = useUi((ui) => ui.language)
  const words = device[language]
  useEffect(() => {
    if (lost === 'key') void sendWhileLocked()
  }, [lost])
  const heard =
    lost === 'key' || !phone
      ? []
      : [
          ...(phone.seen
            ? [words.wipedSeen({ date: dayMonth(language, localDate(dateOfInstant(phone.seen))), time: clockOf(phone.seen) })]
            : []),
          phone.left > 0 ? words.wipedLeft({ n: phone.left }) : words.wipedNothingLeft,
        ]
  return (
    <p className="bf-note bf-note--care bf-note--bare" role="alert">
      <span>{[lost === 'key' ? words.keyGone : words.wiped, ...heard].join(' ')}</span>
    </p>
  )
}
