// What a screen sees of a draft keeper, and the moments at which nothing may be left in memory only: the app is hidden,
// the page goes away, a field is left, the screen is taken down.

import { useEffect, useSyncExternalStore } from 'react'
import type { Instant } from '#domain/ids.ts'
import { clockOf } from '#texts/format.ts'
import { beforeHide } from '../before-hide.ts'
import type { Saved } from '../parts/save-state.tsx'
import type { DraftKeeper, Held } from './draft-keeper.ts'

export function useHeld<T>(keeper: DraftKeeper<T>): Held<T> {
  const held = useSyncExternalStore(keeper.subscribe, keeper.held)
  useEffect(() => {
    const flush = () => void keeper.flush()
    const events = ['visibilitychange', 'focusout'] as const
    for (const event of events) document.addEventListener(event, flush)
    window.addEventListener('pagehide', flush)
    const stop = beforeHide(() => keeper.flush())
    return () => {
      stop()
      for (const event of events) document.removeEventListener(event, flush)
      window.removeEventListener('pagehide', flush)
      flush()
    }
  }, [keeper])
  return held
}

/** «Utkast» until the device has it, then «Lagret på telefonen kl. 11.31». */
export function savedOf(held: { readonly isKept: boolean; readonly keptAt?: Instant }): Saved {
  return held.isKept && held.keptAt !== undefined ? { state: 'saved', time: clockOf(held.keptAt) } : { state: 'draft' }
}
