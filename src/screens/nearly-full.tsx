// Said once when a save needed the room kept in reserve, and again only after there has been room in between.

import { useEffect, useState } from 'react'
import { device } from '#texts/device.ts'
import { WordButton } from './parts/words.tsx'
import { useUi } from './ui-store.ts'
import { useAnswer } from './use-session.tsx'

export function NearlyFull() {
  const words = device[useUi((ui) => ui.language)]
  const isNearlyFull = useAnswer({ ask: 'sending' })?.sending.isNearlyFull === true
  const [isRead, setRead] = useState(false)
  useEffect(() => {
    if (!isNearlyFull) setRead(false)
  }, [isNearlyFull])
  if (!isNearlyFull || isRead) return null
  return (
    <div className="bf-undo" role="status">
      <span>{words.nearlyFull}</span>
      <WordButton onPress={() => setRead(true)}>{words.close}</WordButton>
    </div>
  )
}
