// When to send and fetch: at a save, when the network or the page comes back, at a poke, each minute while visible, and
// when a backoff has run out. One round at a time; asking for one that already waits adds nothing.

import type { Progress } from './casebook.ts'
import { ask } from './converse.ts'
import { vaultName } from './database.ts'
import { type Heard, type Synced, sync, UNREACHABLE } from './inbox.ts'
import { endLooks } from './leave-lanes.ts'
import { inTurn, withLock } from './lock.ts'
import { hasWaiting, refreshOutbox } from './outbox.ts'
import { isOffline, onComingBack, onMinute } from './outside.ts'
import { listen } from './pokes.ts'
import type { Room } from './room.ts'
import { type Sent, send } from './send.ts'
import { sendBehind } from './send-behind.ts'
import { quietly } from './storage.ts'

export interface Rounds {
  readonly go: (how?: { readonly isUrgent?: boolean; readonly progress?: (at: Progress) => void }) => Promise<Synced>
  readonly soon: (ms: number) => void
  readonly stop: () => void
}

const SHORTEST_MS = 1_000

export function startRounds(room: Room): Rounds {
  const turn = inTurn()
  const ends = new AbortController()
  const timers = new Set<ReturnType<typeof setTimeout>>()
  let queued: Promise<Synced> | undefined
  let retry: ReturnType<typeof setTimeout> | undefined
  let photos: ReturnType<typeof setTimeout> | undefined
  let quietUntil = 0
  const go: Rounds['go'] = (how = {}) => {
    if (queued && !how.progress && !how.isUrgent) return queued
    const mine = turn(async () => {
      if (queued === mine) queued = undefined
      const { synced, next, waitMs = 0 } = await round(room, how.isUrgent === true, Date.now() < quietUntil, how.progress)
      quietUntil = Math.max(quietUntil, Date.now() + waitMs)
      clearTimeout(retry)
      if (next !== undefined && !ends.signal.aborted) retry = setTimeout(() => void go(), next)
      void quietly(room, async () => {
        const at = await sendBehind(room, how.isUrgent === true)
        clearTimeout(photos)
        if (at !== undefined && !ends.signal.aborted) photos = setTimeout(() => void go(), Math.max(SHORTEST_MS, at - Date.now()))
      })
      return synced
    })
    queued = mine
    return mine
  }
  const soon = (ms: number) => {
    if (ends.signal.aborted) return
    const timer = setTimeout(() => {
      timers.delete(timer)
      void go()
    }, ms)
    timers.add(timer)
  }
  const stops = [onComingBack(() => void go({ isUrgent: true })), onMinute(() => void go())]
  void listenForPokes(room, ends.signal, () => void go({ isUrgent: true }))
  const stop = () => {
    ends.abort()
    for (const end of stops) end()
    for (const timer of [...timers, retry, photos]) clearTimeout(timer)
  }
  return { go, soon, stop }
}

interface Round {
  readonly synced: Synced
  readonly next?: number
  /** The office asked not to be asked for so long. */
  readonly waitMs?: number
}

/** Send, then fetch: what was sent comes back in the same round. Never throws for network or storage. */
async function round(room: Room, isUrgent: boolean, isQuiet: boolean, progress?: (at: Progress) => void): Promise<Round> {
  let done: Round = { synced: 'unreachable' }
  if (!room.flags.isOpen) return done
  say(room, { isSyncing: true })
  await quietly(room, async () => {
    await endLooks(room)
    const { sent, heard } = await exchange(room, isUrgent, isQuiet, progress)
    const { synced, waitMs } = heard
    say(room, { isSyncing: true, isReached: room.flags.refused !== undefined || (synced === 'done' && sent.outcome !== 'unreachable') })
    done = { synced, ...nextOf(room, sent), ...(waitMs === undefined ? {} : { waitMs }) }
  })
  say(room, { isSyncing: false })
  return done
}

/**
 * A browser killed soon after enrolment, or one that clears cookies, has lost the one that opens its drop. The sync's
 * proof gets it a new one, and what waits is sent again at once.
 */
async function exchange(room: Room, isUrgent: boolean, isQuiet: boolean, progress?: (at: Progress) => void): Promise<Exchanged> {
  const sent = await sendFrom(room, isUrgent)
  if (isQuiet || isOffline()) return { sent, heard: UNREACHABLE }
  const heard = await sync(room, { ...(progress ? { progress } : {}), ...(sent.needsCookie ? { dropCookie: 'lost' } : {}) })
  if (!sent.needsCookie || heard.synced !== 'done') return { sent, heard }
  return { sent: await sendFrom(room, true), heard: await sync(room) }
}
interface Exchanged {
  readonly sent: Sent
  readonly heard: Heard
}

/**
 * A request that cannot leave is not tried: what never left must not read as sent. The worker does not ask: it is woken
 * because there is network, and sometimes before it has been told so itself.
 */
async function sendFrom(room: Room, isUrgent: boolean): Promise<Sent> {
  if (isOffline()) return { outcome: 'unreachable', waiting: room.pending.size }
  const sent = await send(vaultName(room.file.db), { isUrgent })
  if (sent.outcome !== 'nothing' && room.flags.isOpen) {
    await refreshOutbox(room)
    room.news({ kind: 'outbox' })
  }
  return sent
}

/** Milliseconds to the next try of what still waits. Without network that is when it comes back, and no timer's matter. */
function nextOf(room: Room, sent: Sent): { readonly next?: number } {
  if (!hasWaiting(room) || isOffline()) return {}
  return { next: Math.max(SHORTEST_MS, (sent.nextAt ?? 0) - Date.now()) }
}

function say(room: Room, flags: { readonly isSyncing: boolean; readonly isReached?: boolean }): void {
  Object.assign(room.flags, flags)
  if (room.flags.isOpen) room.news({ kind: 'flags' })
}

/** One tab of the browser listens; the others wait for its lock and hear of what it fetched. */
async function listenForPokes(room: Room, signal: AbortSignal, onMoved: () => void): Promise<void> {
  const connect = (stop: AbortSignal) => ask(room, { method: 'GET', path: '/v1/pokes', signal: stop })
  await withLock(`bofast-pokes-${vaultName(room.file.db)}`, () =>
    listen({
      connect,
      signal,
      onPoke: (poke) => {
        if (poke.lanes.some(({ l, head }) => (room.lanes.get(l)?.seq ?? -1) < head)) onMoved()
      },
    }),
  )
}
