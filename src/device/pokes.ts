// The office's pokes: an event stream that says which lanes have moved, and nothing about what is in them. Read by
// fetch, since an EventSource cannot carry a proof. Where it breaks it is tried again with growing waits; the minute's
// round (rounds.ts) covers the time between.

import { waitAfter } from '#sync/outbox.ts'
import { Poke, parse } from '#sync/wire.ts'
import { linesOf, patience } from './converse.ts'

export interface Listening {
  /** The stream, opened with whatever proves who asks; undefined when it could not be had. */
  readonly connect: (signal: AbortSignal) => Promise<Response | undefined>
  readonly onPoke: (poke: Poke) => void
  /** Ends it. */
  readonly signal: AbortSignal
}

/** Listens until the signal; resolves then, and never throws. */
export async function listen(listening: Listening): Promise<void> {
  let tries = 0
  while (!listening.signal.aborted) {
    const wait = patience(listening.signal)
    try {
      if (await hear(listening, wait)) tries = 0
    } catch {
      // a cut stream: the same as one that ended
    } finally {
      wait.end()
    }
    await pause(waitAfter(tries++, Math.random()), listening.signal)
  }
}

/** True when the stream was there at all. */
async function hear({ connect, onPoke }: Listening, wait: ReturnType<typeof patience>): Promise<boolean> {
  const response = await connect(wait.signal)
  if (!response?.ok || !/event-stream/.test(response.headers.get('Content-Type') ?? '')) return false
  for await (const line of linesOf(response, wait.heard)) {
    const poke = line.startsWith('data:') ? pokeOf(line.slice(5)) : undefined
    if (poke) onPoke(poke)
  }
  return true
}

function pokeOf(text: string): Poke | undefined {
  try {
    return parse(Poke, JSON.parse(text))
  } catch {
    return undefined
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const timer = setTimeout(resolve, ms)
    return signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
