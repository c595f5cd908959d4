// What must be kept before the keys are dropped: open editors say how to flush themselves, and «Skjul» waits for them,
// at most a second, behind a cover that is there at once.

type Flush = () => Promise<unknown>
const flushes = new Set<Flush>()

/** Returns the way to stop. */
export function beforeHide(flush: Flush): () => void {
  flushes.add(flush)
  return () => flushes.delete(flush)
}

const PATIENCE_MS = 1000
/** `then`: when everything is kept; within the same second. */
export async function keepEverything(then: () => Promise<void> = () => Promise.resolve()): Promise<void> {
  const patience = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS))
  await Promise.race([Promise.allSettled([...flushes].map((flush) => flush())).then(then), patience])
}
