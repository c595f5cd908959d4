// A small seeded generator (mulberry32): the same seed is the same history on every machine. Everything random in the
// simulation comes from here, ids too.

import { type Id, id } from '#domain/ids.ts'

export interface Chance {
  readonly next: () => number
  /** A whole number from 0 up to, not including, n. */
  readonly below: (n: number) => number
  readonly is: (probability: number) => boolean
  readonly pick: <T>(all: readonly T[]) => T | undefined
  readonly id: () => Id
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (n: number): number => Math.floor(next() * n)
  const letters = (): string => Array.from({ length: 5 }, () => LETTERS[below(64)]).join('')
  return {
    next,
    below,
    is: (probability) => next() < probability,
    pick: (all) => all[below(all.length)],
    id: () =>
      id(`sim${letters()}${letters()}${letters()}${LETTERS[below(64)]}${LETTERS[below(64)]}${LETTERS[below(64)]}${LETTERS[below(64)]}`),
  }
}

/** Cheap and deterministic, in place of SHA-256: two 32-bit mixes of the text (FNV-1a and a relative), as 16 hex digits. */
export function cheapHash(text: string): string {
  let a = 0x811c9dc5
  let b = 0x9e3779b9
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    a = Math.imul(a ^ code, 0x01000193)
    b = Math.imul(b ^ code, 0x85ebca6b) ^ (b >>> 13)
  }
  return (a >>> 0).toString(16).padStart(8, '0') + (b >>> 0).toString(16).padStart(8, '0')
}
