// What becomes of a signature between the finger and the record.

import { expect, test } from 'vitest'
import { DRAWN_MOST, isDrawn, PAD, pathOf, type Stroke, strokesOf } from './stroke.ts'

test('a straight line is two points, and a dot can be seen', () => {
  const line = Array.from({ length: 50 }, (_, i) => ({ x: i * 10, y: 20 }))
  expect(pathOf([line])).toBe('M0 20L490 20')
  expect(pathOf([[{ x: 5, y: 6 }]])).toBe('M5 6L5 6')
})

test('a bend stays where it was drawn', () => {
  expect(
    pathOf([
      [
        { x: 0, y: 0 },
        { x: 100, y: 80 },
        { x: 200, y: 0 },
      ],
    ]),
  ).toBe('M0 0L100 80L200 0')
})

/** A minute of scribbling, the same every time. */
const scribble = (points: number): Stroke =>
  Array.from({ length: points }, (_, i) => ({
    x: Math.round(300 + 299 * Math.sin(i * 2.399)),
    y: Math.round(100 + 99 * Math.sin(i * 1.7)),
  }))

test('however much is drawn, it fits beside the words, and is drawn back', () => {
  for (const strokes of [[scribble(4000)], Array.from({ length: 900 }, () => scribble(40))]) {
    const path = pathOf(strokes)
    expect(path.length).toBeLessThanOrEqual(DRAWN_MOST)
    expect(path).not.toBe('')
    expect(isDrawn(path)).toBe(true)
  }
})

test('what is kept can be written on', () => {
  const path = 'M1 2L3 4M5 6L7 8'
  expect(pathOf(strokesOf(path))).toBe(path)
  expect(strokesOf(undefined)).toEqual([])
})

test('only a path of our own is drawn back', () => {
  for (const wrong of ['', 'M1 1', 'M1 1L2 2Z', 'M1.5 1L2 2', 'url(#x)', 'M1 1L2 2"/><script>', `M0 0${'L1 1'.repeat(2000)}`])
    expect(isDrawn(wrong)).toBe(false)
  expect(PAD).toEqual({ width: 600, height: 200 })
})
