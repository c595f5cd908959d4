// What a picture is made into before anything of it is kept; the browser's own part is played in tests/journeys/photo.spec.ts.

import { expect, test } from 'vitest'
import { faultOf, fitted } from './photo-file.ts'

test('a large picture is made smaller, in its own shape, and a small one is left as it is', () => {
  expect(fitted({ width: 4000, height: 3000 })).toEqual({ width: 1600, height: 1200 })
  expect(fitted({ width: 3000, height: 4000 })).toEqual({ width: 1200, height: 1600 })
  expect(fitted({ width: 1600, height: 900 })).toEqual({ width: 1600, height: 900 })
  expect(fitted({ width: 320, height: 240 })).toEqual({ width: 320, height: 240 })
  expect(fitted({ width: 9000, height: 2 })).toEqual({ width: 1600, height: 1 })
})

test('what cannot be a picture is told before it is opened', () => {
  expect(faultOf({ type: 'application/pdf', size: 10 })).toBe('notImage')
  expect(faultOf({ type: 'video/mp4', size: 10 })).toBe('notImage')
  expect(faultOf({ type: 'image/jpeg', size: 0 })).toBe('notImage')
  expect(faultOf({ type: 'image/jpeg', size: 80 * 1_048_576 })).toBe('tooLarge')
  expect(faultOf({ type: 'image/jpeg', size: 9_000_000 })).toBeUndefined()
  expect(faultOf({ type: '', size: 9_000_000 })).toBeUndefined()
})
