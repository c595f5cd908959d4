// The open casebook for the screens inside, and the one way out: «Skjul» drops every key and shows the neutral screen.

import { createContext, type ReactNode, useCallback, useContext, useEffect, useLayoutEffect, useMemo, useState } from 'react'
import type { Answer, Ask, Casebook } from '#device/casebook.ts'
import { keepEverything } from './before-hide.ts'

export interface Session {
  readonly casebook: Casebook
  readonly isDemo: boolean
}

const Open = createContext<Session | undefined>(undefined)

export function SessionProvider({ session, children }: { readonly session: Session; readonly children: ReactNode }) {
  return <Open.Provider value={session}>{children}</Open.Provider>
}

export function useSession(): Session {
  const session = useContext(Open)
  if (session === undefined) throw new TypeError('useSession outside <SessionProvider>')
  return session
}

export const useCasebook = (): Casebook => useSession().casebook

/** What the tabs of one browser tell each other: that one has locked, and that somebody is there. Nothing else. */
const OTHERS = 'bofast-session'
interface Told {
  readonly kind: Casebook['kind']
  readonly is: 'locked' | 'touched'
}
const isTold = (value: unknown): value is Told => typeof value === 'object' && value !== null && 'kind' in value && 'is' in value
let others: BroadcastChannel | undefined

/**
 * Locks at once, also offline, and with it the other tabs. The path after # holds random ids only, so that unlocking
 * lands on the same question; a desk has nothing to unlock, and the door ends its session before it shows anything.
 */
export async function hide(casebook: Casebook): Promise<void> {
  others?.postMessage({ kind: casebook.kind, is: 'locked' } satisfies Told)
  await lockHere(casebook)
}

async function lockHere(casebook: Casebook): Promise<void> {
  await leave(casebook)
  const here = location.pathname
  location.replace(casebook.kind === 'desk' || here === '/' ? '/locked' : `/locked#${here}`)
}

async function leave(casebook: Casebook): Promise<void> {
  document.documentElement.classList.add('bf-covered')
  await keepEverything(casebook.parkDrafts)
  casebook.close()
}

export function useHide(): () => void {
  const casebook = useCasebook()
  return useCallback(() => void hide(casebook), [casebook])
}

/** One answer, kept up to date. Undefined until the first one is there; what is at hand is drawn in the same frame. */
export function useAnswer(ask: Ask): Answer | undefined {
  const casebook = useCasebook()
  const [answer, setAnswer] = useState<{ readonly key: string; readonly answer: Answer }>()
  const key = JSON.stringify(ask)
  const stable = useMemo<Ask>(() => JSON.parse(key), [key])
  useLayoutEffect(() => casebook.watch(stable, (next) => setAnswer({ key, answer: next })), [casebook, stable, key])
  return answer?.key === key ? answer.answer : undefined
}

/** A phone in a pocket; a desk in an office, where the session itself ends after as long. */
const IDLE_MS = { field: 5 * 60_000, desk: 30 * 60_000 } as const
const TELL_MS = 10_000
/**
 * Locks after so long without a touch in any tab; judged by elapsed time on resume, before anything is drawn again. Makes
 * way, with everything kept, when a newer build in another tab must have the store.
 */
export function useIdleLock(casebook: Casebook): void {
  useEffect(() => {
    let last = Date.now()
    let told = 0
    const judge = () => {
      if (Date.now() - last >= IDLE_MS[casebook.kind]) void hide(casebook)
    }
    const touch = () => {
      judge()
      last = Date.now()
      if (last - told < TELL_MS) return
      told = last
      others?.postMessage({ kind: casebook.kind, is: 'touched' } satisfies Told)
    }
    const makeWay = () => void leave(casebook).then(() => location.reload())
    const timer = setInterval(judge, 10_000)
    const events = ['pointerdown', 'keydown', 'visibilitychange'] as const
    for (const event of events) document.addEventListener(event, touch, { capture: true, passive: true })
    addEventListener('bofast-upgrade', makeWay)
    const stop = hearOthers(casebook, (is) => {
      if (is === 'touched') last = Date.now()
      else void lockHere(casebook)
    })
    return () => {
      stop()
      clearInterval(timer)
      for (const event of events) document.removeEventListener(event, touch, { capture: true })
      removeEventListener('bofast-upgrade', makeWay)
    }
  }, [casebook])
}

function hearOthers(casebook: Casebook, hear: (is: Told['is']) => void): () => void {
  if (typeof BroadcastChannel === 'undefined') return () => undefined
  const channel = new BroadcastChannel(OTHERS)
  others = channel
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (isTold(data) && data.kind === casebook.kind) hear(data.is)
  }
  return () => {
    others = undefined
    channel.close()
  }
}
