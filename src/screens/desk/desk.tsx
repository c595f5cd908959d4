// The desk: an office worker reads, acknowledges and settles; nothing is kept on the machine. Loaded as its own chunk.

import '../parts/desk.css'
import '../parts/desk-more.css'
import { useState } from 'react'
import { Navigate, Route, Routes, useNavigate } from 'react-router'
import { text } from '#domain/reading.ts'
import { clockOf } from '#texts/format.ts'
import { caseRoutes } from '../case-routes.tsx'
import { DeskFrame } from '../parts/desk-frame.tsx'
import { paths } from '../paths.ts'
import { nameOf, officeRow } from '../people.ts'
import { useUi } from '../ui-store.ts'
import { useSay } from '../use-say.tsx'
import { useHide, useSession } from '../use-session.tsx'
import { DeskHelp } from './desk-help.tsx'
import { DeskStateProvider, useDesk } from './desk-state.tsx'
import { Finder } from './finder.tsx'
import { Inbox } from './inbox.tsx'
import { toDo } from './inbox-items.ts'
import { DeskResident } from './resident.tsx'
import { DeskResidents } from './residents.tsx'
import { DeskSettings } from './settings.tsx'
import { useKeys } from './use-keys.ts'
import { DeskVersions } from './versions.tsx'

export function Desk() {
  return (
    <DeskStateProvider>
      <Framed />
    </DeskStateProvider>
  )
}

type Dialog = 'finder' | 'help'

function Framed() {
  const { answer, inbox, people, me, isSignedOut } = useDesk()
  const { isDemo } = useSession()
  const [dialog, setDialog] = useState<Dialog>()
  const hide = useHide()
  const freshness = useFreshness()
  useFrameKeys(setDialog, hide)
  const office = officeRow(answer?.office ?? [])
  const bar = {
    isDemo,
    freshness,
    name: answer === undefined ? '' : nameOf(people, me),
    onSearch: () => setDialog('finder'),
    onHelp: () => setDialog('help'),
    onHide: hide,
  }
  return (
    <>
      <DeskFrame
        office={(office && (text(office, 'municipality') ?? text(office, 'name'))) ?? ''}
        unread={inbox === undefined ? 0 : toDo(inbox)}
        bar={bar}
      >
        {isSignedOut ? <SignedOut /> : null}
        <DeskRoutes onHelp={() => setDialog('help')} />
      </DeskFrame>
      {dialog === 'finder' ? <Finder onClose={() => setDialog(undefined)} /> : null}
      {dialog === 'help' ? <DeskHelp onClose={() => setDialog(undefined)} /> : null}
    </>
  )
}

function DeskRoutes({ onHelp }: { readonly onHelp: () => void }) {
  return (
    <Routes>
      <Route path="/" element={<Navigate to={paths.inbox} replace />} />
      <Route path="/inbox" element={<Inbox onHelp={onHelp} />} />
      <Route path="/residents" element={<DeskResidents />} />
      <Route path="/residents/:resident/versions" element={<DeskVersions />} />
      {caseRoutes()}
      <Route path="/residents/:resident/*" element={<DeskResident onHelp={onHelp} />} />
      <Route path="/more/*" element={<DeskSettings />} />
      <Route path="*" element={<Navigate to={paths.inbox} replace />} />
    </Routes>
  )
}

/** Esc twice hides, as on the phone's «Skjul»; the first Esc belongs to what is open. */
function useFrameKeys(open: (dialog: Dialog) => void, hide: () => void): void {
  const navigate = useNavigate()
  const undo = useUi((ui) => ui.undo)
  const offerUndo = useUi((ui) => ui.offerUndo)
  const go = (to: string) => () => navigate(to)
  const takeBack = async () => {
    if ((await undo?.undo?.()) === true && undo?.backTo !== undefined) await navigate(undo.backTo)
    offerUndo(undefined)
  }
  useKeys({
    'Ctrl k': () => open('finder'),
    '?': () => open('help'),
    'g i': go(paths.inbox),
    'g b': go(paths.residents),
    'Escape Escape': hide,
    u: () => (undo?.undo === undefined ? false : takeBack()),
  })
}

/** Last success, never last attempt. */
function useFreshness(): string {
  const say = useSay()
  const { answer } = useDesk()
  if (answer === undefined) return ''
  const { isOnline, updatedAt } = answer.sending
  if (updatedAt === undefined) return say('desk.notUpdated')
  return say(isOnline ? 'desk.updated' : 'desk.noAnswer', { time: clockOf(updatedAt) })
}

function SignedOut() {
  const say = useSay()
  return (
    <div className="strip-out" role="alert">
      <span>
        <b>{say('desk.signedOut')}</b> {say('desk.signedOutHelp')}
      </span>
      <a href="/" target="_blank" rel="noreferrer">
        {say('desk.signIn')}
      </a>
    </div>
  )
}
