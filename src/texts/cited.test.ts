import { expect, test } from 'vitest'
import { cited } from './cited.ts'

test('a source is named in words one can look up', () => {
  expect(cited('nb', 'N 4.6')).toBe('Rundskriv U-10/2002, 4.6')
  expect(cited('en', 'N 5.5 box')).toBe('Circular U-10/2002, 5.5, text box')
  expect(cited('nn', 'N App.2')).toBe('Rundskriv U-10/2002, vedlegg 2')
  expect(cited('nb', 'O-6')).toBe('Rundskriv fra Oslo kommune, «Oppfølging etter hjelp»')
  expect(cited('nb', 'N 6')).toBe('Rundskriv U-10/2002, 6')
})
