// Who watches what. A watcher hears at once when the answer is at hand, and again, once per turn of the event loop,
// whenever something moved.

import type { Answer, Ask, Casebook } from './casebook.ts'

interface Watcher {
  readonly ask: Ask
  readonly show: (answer: Answer) => void
  isLive: boolean
}

export interface Watchers {
  readonly watch: Casebook['watch']
  readonly tell: () => void
  readonly stop: () => void
}

/** `answer` says undefined while `prepare` has to run first. */
export function watchers(answer: (ask: Ask) => Answer | undefined, prepare: (ask: Ask) => Promise<void>): Watchers {
  const all = new Set<Watcher>()
  let isTelling = false
  const show = (watcher: Watcher): boolean => {
    const now = watcher.isLive ? answer(watcher.ask) : undefined
    if (now) watcher.show(now)
    return now !== undefined
  }
  const serve = async (watcher: Watcher): Promise<void> => {
    if (show(watcher)) return
    await prepare(watcher.ask)
    show(watcher)
  }
  const end = (watcher: Watcher): void => {
    watcher.isLive = false
    all.delete(watcher)
  }
  return {
    watch: (ask, shown) => {
      const watcher: Watcher = { ask, show: shown, isLive: true }
      all.add(watcher)
      void serve(watcher)
      return () => end(watcher)
    },
    tell: () => {
      if (isTelling) return
      isTelling = true
      queueMicrotask(() => {
        isTelling = false
        for (const watcher of [...all]) void serve(watcher)
      })
    },
    stop: () => {
      for (const watcher of [...all]) end(watcher)
    },
  }
}
