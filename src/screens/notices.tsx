// What may stand above the bottom of any screen: the ten seconds of «Angre», and the line that a new build is ready,
// which never interrupts a draft: with a visit under way, here or in another tab, it only says that it waits. And, once,
// that the phone is nearly full.

import { lazy, Suspense, useEffect, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { UndoBar } from './parts/acts.tsx'
import { WordButton } from './parts/words.tsx'
import { useUi } from './ui-store.ts'
import { useSay } from './use-say.tsx'

export function Notices() {
  const undo = useUi((ui) => ui.undo)
  return (
    <div className="bf-notices">
      {undo === undefined ? null : <Undoing key={undo.text} />}
      <UpdateLine />
      <NearlyFullLater />
    </div>
  )
}

function Undoing() {
  const undo = useUi((ui) => ui.undo)
  const offerUndo = useUi((ui) => ui.offerUndo)
  const navigate = useNavigate()
  if (undo === undefined) return null
  const { undo: takeBack } = undo
  const goBack = async () => {
    const isUndone = await takeBack?.()
    offerUndo(undefined)
    if (isUndone === true && undo.backTo !== undefined) await navigate(undo.backTo)
  }
  return (
    <UndoBar onUndo={takeBack && (() => void goBack())} onGone={() => offerUndo(undefined)}>
      {undo.text}
    </UndoBar>
  )
}

const NearlyFull = lazy(() => import('./nearly-full.tsx').then((m) => ({ default: m.NearlyFull })))
const AFTER_MS = 5_000
/** Fetched when the first screen has long been there. */
function NearlyFullLater() {
  const [isDue, setDue] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), AFTER_MS)
    return () => clearTimeout(timer)
  }, [])
  return isDue ? (
    <Suspense fallback={null}>
      <NearlyFull />
    </Suspense>
  ) : null
}

function UpdateLine() {
  const say = useSay()
  const update = useUi((ui) => ui.update)
  const isInVisit = useLocation().pathname.includes('/visits/')
  const isOpenElsewhere = useOpenElsewhere(update !== undefined)
  if (update === undefined) return null
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
function useOpenElsewhere(isAsked: boolean): boolean {
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    if (!isAsked || !navigator.locks) return undefined
    const look = () =>
      void navigator.locks.query().then(({ held = [] }) => setOpen(held.some(({ name }) => name?.startsWith('bofast-draft-'))))
    look()
    const timer = setInterval(look, LOOK_MS)
    return () => clearInterval(timer)
  }, [isAsked])
  return isOpen
}
