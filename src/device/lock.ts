// One at a time across tabs and the service worker, where the browser can; correctness never depends on it.

export async function withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  if (typeof navigator === 'undefined' || !navigator.locks) return work()
  const got: { value?: T } = {}
  await navigator.locks.request(name, async () => {
    got.value = await work()
  })
  if ('value' in got) return got.value
  throw new TypeError('a lock ended without its work')
}

/** The same within one tab: each waits for the one before, whatever became of it. */
export function inTurn(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const next = last.then(work, work)
    last = next.catch(() => undefined)
    return next
  }
}
