// The lock screen: neutral, everything in the lower half; the top is empty on purpose (look book 5). No name of a
// person, no name of the app. What waits is sent even while it is locked, and it says so where that is true.

import { type FormEvent, Suspense, useEffect, useRef, useState } from 'react'
import type { Casebook } from '#device/casebook.ts'
import { type KeyState, sendWhileLocked, unlock, waitingCount } from '#device/vault.ts'
import { lock } from '#texts/lock.ts'
import { lazyScreen } from '../lazy-screen.ts'
import { useUi } from '../ui-store.ts'
import { PadlockIcon } from './padlock.tsx'

interface LockProps {
  readonly keyState: Extract<KeyState, { kind: 'locked' }>
  readonly onOpen: (casebook: Casebook, isDemo: boolean) => Promise<void>
  readonly onSignedOut: () => void
}

const Blocked = lazyScreen(() => import('./blocked.tsx').then((m) => m.Blocked))
const Welcome = lazyScreen(() => import('./welcome.tsx').then((m) => m.Welcome))

export function Lock({ keyState, onOpen, onSignedOut }: LockProps) {
  const words = lock[useUi((ui) => ui.language)]
  const [isStartingOver, startOver] = useState(false)
  const beginAgain = () => {
    history.replaceState(null, '', '/locked') // whoever signs in now does not land where the one before was
    startOver(true)
  }
  if (isStartingOver) return <Welcome isSignedOut={false} lost="words" onOpen={onOpen} onSignedOut={onSignedOut} />
  return (
    <div className="bf-shell bf-lock">
      <div className="bf-lock__top">
        <PadlockIcon />
        <Waiting />
      </div>
      <WordsForm demoWords={keyState.demoWords} onOpen={onOpen} />
      {keyState.demoWords === undefined ? null : <span className="bf-visually-hidden">{words.demoOffice}</span>}
      <button type="button" className="bf-link bf-lock__again" onClick={beginAgain}>
        {words.signInAgain}
      </button>
    </div>
  )
}

/** Background Sync: the worker sends with every page closed (Chromium; not on an iPhone). */
const SENDS_WHILE_LOCKED = 'serviceWorker' in navigator && 'SyncManager' in globalThis

function Waiting() {
  const words = lock[useUi((ui) => ui.language)]
  const [n, setN] = useState(0)
  useEffect(() => {
    const look = () => void waitingCount().then(setN)
    const send = () => void sendWhileLocked().then(look)
    look()
    if (navigator.onLine) send()
    addEventListener('online', send)
    const timer = setInterval(look, 5000)
    return () => {
      removeEventListener('online', send)
      clearInterval(timer)
    }
  }, [])
  return (
    <div role="status">
      <h1 className="bf-h2">{words.locked}</h1>
      {n === 0 ? null : (
        <p className="bf-text bf-subtle">
          {words.waiting({ n })} {SENDS_WHILE_LOCKED ? words.sendsLocked : words.sendsOpen}
        </p>
      )}
    </div>
  )
}

type Trouble = 'wrongWords' | 'damaged'

function WordsForm({ demoWords, onOpen }: { readonly demoWords: string | undefined; readonly onOpen: LockProps['onOpen'] }) {
  const words = lock[useUi((ui) => ui.language)]
  const [typed, setTyped] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble>()
  const [isBlocked, setBlocked] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const tryWords = async (event: FormEvent) => {
    event.preventDefault()
    if (isBusy || typed.trim() === '') return field.current?.focus()
    setBusy(true)
    const result = await unlock(typed, () => setBlocked(true))
    setBlocked(false)
    if ('watch' in result) return await onOpen(result, demoWords !== undefined)
    setBusy(false)
    setTrouble(result.kind)
    field.current?.focus()
  }
  return (
    <form className="bf-lock__bottom" onSubmit={(event) => void tryWords(event)}>
      <label className="bf-h2" htmlFor="words">
        {words.words}
      </label>
      <input
        ref={field}
        id="words"
        className="bf-field"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        aria-invalid={trouble !== undefined}
        aria-describedby={trouble === undefined ? undefined : 'trouble'}
      />
      {trouble === undefined ? null : (
        <p id="trouble" className="bf-note bf-note--care bf-note--bare" role="alert">
          <span>{words[trouble]}</span>
        </p>
      )}
      {demoWords === undefined ? null : (
        <button type="button" className="bf-link" onClick={() => setTyped(demoWords)}>
          {words.fillDemo}
        </button>
      )}
      {isBlocked ? (
        <Suspense fallback={null}>
          <Blocked />
        </Suspense>
      ) : null}
      <button type="submit" className="bf-act bf-act--call bf-act--center" aria-busy={isBusy}>
        <span>{isBusy ? words.unlocking : words.unlock}</span>
      </button>
    </form>
  )
}
