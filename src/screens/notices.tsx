// What may stand above the bottom of any screen: the ten seconds of «Angre», and the line that a new build is ready,
// which never interrupts a draft: with a visit under way, here or in another tab, it only says that it waits. And, once,
// that the phone is nearly full.

import { Suspense, useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { lazyScreen } from './lazy-screen.ts'
import { UndoBar } from './parts/acts.tsx'
import { useUi } from './ui-store.ts'

export function Notices() {
  const undo = useUi((ui) => ui.undo)
  return (
    <div className="bf-notices">
      {undo === undefined ? null : <Undoing key={undo.text} />}
      <Update />
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

const UpdateLine = lazyScreen(() => import('./update-line.tsx').then((m) => m.UpdateLine))
function Update() {
  const update = useUi((ui) => ui.update)
  return update === undefined ? null : (
    <Suspense fallback={null}>
      <UpdateLine update={update} />
    </Suspense>
  )
}

const NearlyFull = lazyScreen(() => import('./nearly-full.tsx').then((m) => m.NearlyFull))
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
