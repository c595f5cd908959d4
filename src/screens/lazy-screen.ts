// A screen of its own chunk that keeps trying. What could not be fetched just then — a phone between two networks, a
// browser short of everything — is asked for again, and once more when somebody presses «Åpne på nytt».

import { createElement, type FunctionComponent, lazy } from 'react'

const PAUSES_MS = [300, 1_000, 2_500]
/** What came to nothing: React keeps a failed fetch for good, so each is begun anew. */
const missed = new Set<() => void>()

export function lazyScreen<P extends object>(load: () => Promise<FunctionComponent<P>>): FunctionComponent<P> {
  const begin = () => lazy(() => persistently(load, () => missed.add(again)).then((screen) => ({ default: screen })))
  const again = () => {
    Screen = begin()
  }
  let Screen: FunctionComponent<P> = begin()
  return (props) => createElement(Screen, props)
}

/** Whether there was anything that may come now. */
export function tryMissedAgain(): boolean {
  const [...all] = missed
  missed.clear()
  for (const again of all) again()
  return all.length > 0
}

async function persistently<T>(load: () => Promise<T>, onMissed: () => void): Promise<T> {
  for (const pause of PAUSES_MS) {
    try {
      return await load()
    } catch {
      await new Promise((done) => setTimeout(done, pause))
    }
  }
  try {
    return await load()
  } catch (error) {
    onMissed()
    throw error
  }
}
