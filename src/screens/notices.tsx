// What may stand above the bottom of any screen: the ten seconds of «Angre», and the line that a new build is ready,
// which never interrupts a draft: with a visit under way it only says that it waits.

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

function UpdateLine() {
  const say = useSay()
  const update = useUi((ui) => ui.update)
  const isInVisit = useLocation().pathname.includes('/visits/')
  if (update === undefined) return null
  return (
    <div className="bf-undo" role="status">
      <span>{say(isInVisit ? 'shell.updateAfterDraft' : 'shell.update')}</span>
      {isInVisit ? null : <WordButton onPress={update}>{say('shell.updateNow')}</WordButton>}
    </div>
  )
}
