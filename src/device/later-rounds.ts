// The rounds, fetched when the first screen stands: nothing of them is needed to show or to save. Saving never waits for
// them; where they cannot be fetched, the phone says that the office is not reached, and they are tried again.

import { afterPaint, isDrawn } from './outside.ts'
import type { Room } from './room.ts'
import type { Rounds } from './rounds.ts'

const NOBODY_LOOKS_MS = 2_000
const AGAIN_MS = 10_000

export interface LaterRounds extends Rounds {
  /** Somebody looks: the first round follows what is being drawn. */
  readonly begin: () => void
}
type Load = (room: Room) => Promise<Rounds | undefined>

export function laterRounds(room: Room, load: Load = roundsOf): LaterRounds {
  let loading: Promise<Rounds | undefined> | undefined
  let rounds: Rounds | undefined
  let again: ReturnType<typeof setTimeout> | undefined
  let isBegun = false
  let unbegin = (): void => undefined
  const get = async (): Promise<Rounds | undefined> => {
    loading ??= load(room).catch(missing)
    rounds = await loading
    return rounds
  }
  const missing = (): undefined => {
    loading = undefined
    if (!room.flags.isOpen) return
    room.flags.isReached = false
    room.news({ kind: 'flags' })
    clearTimeout(again)
    again = setTimeout(() => void go({ isUrgent: true }), AGAIN_MS)
  }
  const go: Rounds['go'] = async (how) => {
    isBegun = true
    return (await get())?.go(how) ?? 'unreachable'
  }
  const begin = () => {
    if (!isBegun) unbegin = afterPaint(() => void go({ isUrgent: true }))
    isBegun = true
  }
  const nobody = setTimeout(begin, NOBODY_LOOKS_MS)
  if (!isDrawn) begin()
  const stop = () => {
    for (const timer of [again, nobody]) clearTimeout(timer)
    unbegin()
    rounds?.stop()
  }
  return { go, soon: (ms) => void get().then((there) => there?.soon(ms)), stop, begin }
}

async function roundsOf(room: Room): Promise<Rounds | undefined> {
  const { startRounds } = await import('./rounds.ts')
  return room.flags.isOpen ? startRounds(room) : undefined
}
