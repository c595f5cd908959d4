// Many phones that ask for the same at once: the rows of a lane are read and packed once for all whose answers are under
// way together, and forgotten with the last of them. What a lane holds is the same for everybody who may read it; who
// may is asked for each caller before (sync-plan.ts). Keyed by the chain's own hash, so never older than what was asked.

import type { LaneId } from '#domain/ids.ts'
import { type Piece, pieceOf } from './packed.ts'

export interface Asked {
  readonly lane: LaneId
  /** The hash of the lane's head. */
  readonly hash: string
  /** Rows that moved after this. */
  readonly after: number
}
/** The rows as lines, and the head they belong to. */
export interface LaneRows {
  readonly hash: string
  readonly rows: string | null
}

export interface Crowd {
  /** Resolves to the way to leave it. */
  readonly join: () => () => void
  /** Undefined: the lane has moved meanwhile. A piece without words: no rows. */
  readonly rowsOf: (asked: Asked, read: () => Promise<LaneRows | undefined>) => Promise<Piece | undefined>
}

/** Who has not left after the longest time counts as gone: a phone that was cut off before its answer began. */
export function crowd(mostBytes: number, longestMs: number): Crowd {
  const kept = new Map<string, Promise<Piece | undefined>>()
  let [inside, bytes] = [0, 0]
  const packed = async (key: string, { hash }: Asked, read: () => Promise<LaneRows | undefined>): Promise<Piece | undefined> => {
    const found = await read()
    const piece = found?.hash === hash ? await pieceOf(found.rows === null ? '' : `${found.rows}\n`) : undefined
    const weight = piece ? piece.plain.length + piece.packed.length : 0
    if (piece && bytes + weight <= mostBytes) bytes += weight
    else kept.delete(key)
    return piece
  }
  return {
    join: () => {
      let isOver = false
      const leave = (): void => {
        clearTimeout(timer)
        if (!isOver) inside -= 1
        isOver = true
        if (inside > 0) return
        kept.clear()
        bytes = 0
      }
      const timer = setTimeout(leave, longestMs).unref()
      inside += 1
      return leave
    },
    rowsOf: (asked, read) => {
      const key = `${asked.lane} ${asked.after} ${asked.hash}`
      const there = kept.get(key)
      if (there) return there
      const made = packed(key, asked, read)
      kept.set(key, made)
      made.catch(() => kept.delete(key))
      return made
    },
  }
}
