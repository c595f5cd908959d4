// What each store must be able to do in its page, so that all are measured by the same hands. Times are milliseconds as
// the page counts them; what is not the store's own work (making the visits) lies outside them.

interface Candidate {
  /** The visits into an empty store, as one does with data at hand; the store is closed again. */
  readonly bulk: (count: number) => Promise<number>
  /** From no open store to the first 20 visits from now on, by start. */
  readonly open20: () => Promise<number>
  /** The 500 visits of one resident: first time after opening, and again. */
  readonly read500: () => Promise<{ readonly cold: number; readonly warm: number }>
  /** One visit at a time, each awaited. */
  readonly saves: (count: number) => Promise<readonly number[]>
  /** Everything the server has, into an empty store. `who` names the server's set of visits. */
  readonly pull: (who: string) => Promise<number>
  /** After `pull`: new visits, saved and not sent. */
  readonly offline: (count: number, from: number, firstResident?: number) => Promise<void>
  /** Until the server has answered for all of them; for ours `settled` = until they came back too. */
  readonly push: () => Promise<{ readonly pushed: number; readonly settled: number }>
  /** After `pull`: one record, shared with another device. */
  readonly share: () => Promise<void>
  readonly edit: (fields: Readonly<Record<string, string>>) => Promise<void>
  readonly sync: () => Promise<void>
  /** Every value an ordinary read of the shared record shows, field by field. */
  readonly shown: () => Promise<Readonly<Record<string, readonly string[]>>>
}

export async function timed(work: () => PromiseLike<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

/** The page's way out to the harness. */
export const offer = <T extends Partial<Candidate>>(candidate: T): void => {
  Reflect.set(globalThis, 'bench', candidate)
}

/** The network is back: a push that starts a moment too early would be measured with its own retry. */
export async function online(): Promise<void> {
  if (!navigator.onLine) await new Promise((resolve) => addEventListener('online', resolve, { once: true }))
}

const PAUSE_MS = 15
/** A person saves one thing at a time: what a store does after a save must not fall into the next one's time. */
export async function savesOf<T>(all: readonly T[], save: (one: T) => PromiseLike<unknown>): Promise<readonly number[]> {
  const took: number[] = []
  for (const one of all) {
    took.push(await timed(() => save(one)))
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
  return took
}
