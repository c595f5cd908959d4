// The line that a new build is ready. It never interrupts a draft: with a visit under way, here or in another tab, it only
// says that it waits.

import { useEffect, useState } from 'react'
import { useLocation } from 'react-router'
import { WordButton } from './parts/words.tsx'
import { useSay } from './use-say.tsx'

export function UpdateLine({ update }: { readonly update: () => void }) {
  const say = useSay()
  const isInVisit = useLocation().pathname.includes('/visits/')
  const isOpenElsewhere = useOpenElsewhere()
  const mustWait = isInVisit || isOpenElsewhere
  return (
    <div className="bf-undo" role="status">
      <span>{say(mustWait ? 'shell.updateAfterDraft' : 'shell.update')}</span>
      {mustWait ? null : <WordButton onPress={update}>{say('shell.updateNow')}</WordButton>}
    </div>
  )
}

const LOOK_MS = 2_000
/** A draft is being written in some tab: each editor holds a lock named after it (hold.ts). */
function useOpenElsewhere(): boolean {
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    if (!navigator.locks) return undefined
    const look = () =>
      void navigator.locks.query().then(({ held = [] }) => setOpen(held.some(({ name }) => name?.startsWith('bofast-draft-'))))
    look()
    const timer = setInterval(look, LOOK_MS)
    return () => clearInterval(timer)
  }, [])
  return isOpen
}
