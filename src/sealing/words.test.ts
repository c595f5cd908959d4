// The six words: enough of them, all different, all typeable.

import { expect, test } from 'vitest'
import { newWords, WORD_BITS, wordAt } from './words.ts'

test('every compound is a different word of plain letters, and none is hard to spell', () => {
  const words = Array.from({ length: 8192 }, (_, n) => wordAt(n))
  expect(new Set(words).size).toBe(8192)
  for (const word of words) {
    expect(word).toMatch(/^[a-z]{5,}$/)
    expect(word).not.toMatch(/(.)\1\1/)
  }
})

test('six words are at least 77 bits', () => {
  expect(WORD_BITS).toBeGreaterThanOrEqual(77)
  const all = new Set(Array.from({ length: 8192 }, (_, n) => wordAt(n)))
  const phrases = Array.from({ length: 200 }, () => newWords())
  expect(new Set(phrases).size).toBe(200)
  for (const phrase of phrases) {
    expect(phrase.split(' ')).toHaveLength(6)
    expect(phrase.split(' ').every((word) => all.has(word))).toBe(true)
  }
})

test('words are chosen evenly', () => {
  const counts = new Map<string, number>()
  for (let i = 0; i < 20_000; i++) {
    const first = newWords().slice(0, 3)
    counts.set(first, (counts.get(first) ?? 0) + 1)
  }
  const share = [...counts.values()].map((count) => count / 20_000)
  expect(Math.max(...share)).toBeLessThan(0.06)
  expect(counts.size).toBeGreaterThan(50)
})
