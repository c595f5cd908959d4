// What stands before an open casebook: nothing yet (first page, sign-in), locked, or open. Kept small: the lock screen
// must be there within a second on a slow phone, so the app itself is fetched while the words are being typed.

import { type ComponentType, Suspense, useCallback, useEffect, useState } from 'react'
import type { Casebook } from '#device/casebook.ts'
import { fetchAhead, type KeyState, keyState, leaveDesk, resumeDesk } from '#device/vault.ts'
import { isLanguage } from '#texts/catalogue.ts'
import { useUi } from '../ui-store.ts'
import type { Session } from '../use-session.tsx'
import '../parts/styles.css'
import { lazyScreen } from '../lazy-screen.ts'
import { Broken } from './broken.tsx'
import { Lock } from './lock.tsx'

type Stand =
  | { readonly kind: 'looking' }
  | {
      readonly kind: 'outside'
      readonly isSignedOut: boolean
      readonly mustLeave?: boolean
      readonly mayBeEmptied?: boolean
      readonly lost?: 'vault' | 'key'
    }
  | { readonly kind: 'locked'; readonly key: Extract<KeyState, { kind: 'locked' }> }
  | { readonly kind: 'open'; readonly session: Session; readonly App: ComponentType<{ session: Session }> }

export function Door() {
  const [stand, setStand] = useState<Stand>({ kind: 'looking' })
  const open = useCallback(async (casebook: Casebook, isDemo: boolean) => {
    const { App } = await loadApp()
    returnFromLock()
    setStand({ kind: 'open', session: { casebook, isDemo }, App })
  }, [])
  // Unsent words stay on the screen, which says that one is signed out when they are sent again.
  const signedOut = useCallback(() => {
    if (!useUi.getState().hasUnsent) setStand({ kind: 'outside', isSignedOut: true })
  }, [])
  useEffect(() => {
    void look(setStand, open, signedOut)
  }, [open, signedOut])
  useLeaving(stand.kind === 'outside' && stand.mustLeave === true)
  return (
    <Broken>
      <Suspense fallback={null}>{shown(stand, open, signedOut)}</Suspense>
    </Broken>
  )
}

const Welcome = lazyScreen(() => import('./welcome.tsx').then((m) => m.Welcome))
const loadApp = () => import('../app.tsx')

/** Fetched again, and missed out loud, when it is needed. */
const later = (): void => undefined
/** The lock screen first; what comes after it is fetched while the words are typed. */
const afterPaint = (work: () => void): void => void requestAnimationFrame(() => setTimeout(work, 50))

async function look(
  setStand: (stand: Stand) => void,
  open: (casebook: Casebook, isDemo: boolean) => Promise<void>,
  onSignedOut: () => void,
): Promise<void> {
  const key = await keyState()
  if (key.kind === 'locked') {
    if (isLanguage(key.lang)) useUi.getState().setLanguage(key.lang)
    setStand({ kind: 'locked', key })
    afterPaint(() => void Promise.all([loadApp().then(({ fetchWords }) => fetchWords()), fetchAhead()]).catch(later))
    return
  }
  if (location.pathname === '/locked') {
    const mustLeave = (await leaveDesk()) === 'unreachable'
    setStand({ kind: 'outside', isSignedOut: key.lost === undefined, mustLeave, mayBeEmptied: true, ...lostOf(key) })
    return
  }
  const desk = await resumeDesk(onSignedOut)
  if (desk === undefined) setStand({ kind: 'outside', isSignedOut: false, mayBeEmptied: true, ...lostOf(key) })
  else await open(desk.casebook, desk.isDemo)
}

/** Back to where «Skjul» or the idle lock came from: a path of random ids after #, and nothing else is believed. */
function returnFromLock(): void {
  if (location.pathname !== '/locked') return
  const from = location.hash.slice(1)
  history.replaceState(null, '', /^\/[\w.@/-]+$/.test(from) && !from.startsWith('//') ? from : '/')
}

/** Hidden at the desk without network: the office is told as soon as there is one, so that nobody comes in by «Tilbake». */
function useLeaving(mustLeave: boolean): void {
  useEffect(() => {
    if (!mustLeave) return undefined
    const leave = () => void leaveDesk()
    addEventListener('online', leave)
    return () => removeEventListener('online', leave)
  }, [mustLeave])
}

const lostOf = ({ lost }: { readonly lost?: 'vault' | 'key' }) => (lost ? { lost } : {})

function shown(stand: Stand, open: (casebook: Casebook, isDemo: boolean) => Promise<void>, onSignedOut: () => void) {
  switch (stand.kind) {
    case 'looking':
      return null
    case 'outside':
      return (
        <Welcome
          isSignedOut={stand.isSignedOut}
          mayBeEmptied={stand.mayBeEmptied === true}
          {...lostOf(stand)}
          onOpen={open}
          onSignedOut={onSignedOut}
        />
      )
    case 'locked':
      return <Lock keyState={stand.key} onOpen={open} onSignedOut={onSignedOut} />
    case 'open':
      return <stand.App session={stand.session} />
  }
}
