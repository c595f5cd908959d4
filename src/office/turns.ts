// A few at a time, in the order they came. A turn ends when it is given back, or by itself after its longest time: then
// the next one begins beside it.

export interface Turns {
  /** Resolves when it is one's turn, to the way to give it back. */
  readonly take: () => Promise<() => void>
}

export function turns(places: number, longestMs: number): Turns {
  let free = places
  const waiting: (() => void)[] = []
  const leave = (): void => {
    const next = waiting.shift()
    if (next) next()
    else free += 1
  }
  const begun = (): (() => void) => {
    let isOver = false
    const end = (): void => {
      clearTimeout(timer)
      if (!isOver) leave()
      isOver = true
    }
    const timer = setTimeout(end, longestMs).unref()
    return end
  }
  return {
    take: async () => {
      if (free > 0) free -= 1
      else await new Promise<void>((resolve) => waiting.push(resolve))
      return begun()
    },
  }
}
