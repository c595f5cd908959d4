// One editor of a draft at a time, across the tabs of a browser (DESIGN.md 7): a Web Lock for each draft, and where the
// browser has none, a claim that the other tabs may answer. Whoever waits takes over when the holder lets go or dies.

import type { Id } from '#domain/ids.ts'

type Changed = (who: 'mine' | 'elsewhere') => void

/** `before` runs before a draft becomes ours: another tab may have written it until now. `signal`: let go. */
export function holdDraft(id: Id, signal: AbortSignal, before: () => Promise<void>, changed: Changed): void {
  if (signal.aborted) return
  const said: Changed = (who) => {
    if (!signal.aborted) changed(who)
  }
  const mine = async (): Promise<void> => {
    await before()
    said('mine')
  }
  if (typeof navigator !== 'undefined' && navigator.locks) void byLock(id, signal, mine, () => said('elsewhere'))
  else if (typeof BroadcastChannel !== 'undefined') byClaim(id, signal, mine, () => said('elsewhere'))
  else void mine()
}

async function byLock(id: Id, signal: AbortSignal, mine: () => Promise<void>, elsewhere: () => void): Promise<void> {
  const held = async (): Promise<void> => {
    if (signal.aborted) return
    await mine()
    if (!signal.aborted) await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
  }
  const name = `bofast-draft-${id}`
  let isTaken = false
  await navigator.locks.request(name, { ifAvailable: true }, (lock) => {
    isTaken = lock === null
    return isTaken ? undefined : held()
  })
  if (!isTaken || signal.aborted) return
  elsewhere()
  await navigator.locks.request(name, { signal }, held).catch(() => undefined) // let go while waiting
}

const ANSWER_MS = 250
/** Two seconds without a word from the holder: its tab is gone. */
const AGAIN_MS = 2_000

type Said = { readonly draft: Id; readonly by: string; readonly is: 'claim' | 'held' }
const isSaid = (value: unknown): value is Said =>
  typeof value === 'object' && value !== null && 'draft' in value && 'by' in value && 'is' in value

/** The holder answers every claim; of two who claim at once the one with the smaller name goes first. */
function byClaim(id: Id, signal: AbortSignal, mine: () => Promise<void>, elsewhere: () => void): void {
  const channel = new BroadcastChannel('bofast-drafts')
  const by = crypto.randomUUID()
  let isMine = false
  let isRefused = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const say = (is: Said['is']): void => channel.postMessage({ draft: id, by, is } satisfies Said)
  const claim = (): void => {
    isRefused = false
    say('claim')
    timer = setTimeout(() => {
      if (isRefused) {
        elsewhere()
        timer = setTimeout(claim, AGAIN_MS)
        return
      }
      isMine = true
      void mine()
    }, ANSWER_MS)
  }
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (!isSaid(data) || data.draft !== id || data.by === by) return
    const goesFirst = isMine || (!isRefused && by < data.by)
    if (data.is === 'held' || !goesFirst) isRefused = true
    else say('held')
  }
  claim()
  signal.addEventListener('abort', () => {
    clearTimeout(timer)
    channel.close()
  })
}
