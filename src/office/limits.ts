// How often somebody may try. In memory, per process: a limit that forgets at a restart is enough, and one that needs
// the database would fall with it.

export interface Allowance {
  readonly ok: boolean
  /** Seconds until another try makes sense. */
  readonly retryAfter: number
}

const MINUTE = 60_000

/** At most `perMinute` in any 60 seconds for each key. */
export function limiter(
  perMinute: number,
  clock: () => number = Date.now,
): { readonly take: (key: string) => Allowance; readonly giveBack: (key: string) => void } {
  const times = new Map<string, number[]>()
  const recent = (key: string): number[] => (times.get(key) ?? []).filter((at) => at > clock() - MINUTE)
  return {
    take: (key) => {
      if (times.size > 10_000) for (const old of times.keys()) if (recent(old).length === 0) times.delete(old)
      const kept = recent(key)
      const oldest = kept[0]
      const isOk = kept.length < perMinute || oldest === undefined
      if (isOk) kept.push(clock())
      times.set(key, kept)
      return { ok: isOk, retryAfter: isOk ? 0 : Math.ceil((oldest + MINUTE - clock()) / 1000) }
    },
    giveBack: (key) => {
      times.get(key)?.pop()
    },
  }
}

/** Each failure in a row makes the next answer slower: 0, 0.2, 0.4, 0.8 … at most 3 seconds. */
export function slowdown(): {
  readonly delayOf: (key: string) => number
  readonly failed: (key: string) => void
  readonly succeeded: (key: string) => void
} {
  const failures = new Map<string, number>()
  return {
    delayOf: (key) => {
      const count = failures.get(key) ?? 0
      return count === 0 ? 0 : Math.min(3000, 100 * 2 ** count)
    },
    failed: (key) => {
      if (failures.size > 10_000) failures.clear()
      failures.set(key, (failures.get(key) ?? 0) + 1)
    },
    succeeded: (key) => {
      failures.delete(key)
    },
  }
}
