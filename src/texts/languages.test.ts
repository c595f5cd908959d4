import { expect, test } from 'vitest'
import { LANGUAGES } from './catalogue.ts'
import { LANGUAGE_CODES, languageName } from './languages.ts'

test('every language to choose has a name in every language of the screen, whatever the browser knows', () => {
  const Known = Intl.DisplayNames
  // A browser with none of these words: a code comes back as it went in.
  class NoWords {
    static supportedLocalesOf = (): string[] => []
    of = (code: string): string => code
  }
  Object.assign(Intl, { DisplayNames: NoWords })
  try {
    for (const language of LANGUAGES)
      for (const code of LANGUAGE_CODES) expect([language, code, languageName(language, code).length > 3]).toEqual([language, code, true])
    expect(languageName('nn', 'nsl')).toBe('norsk teiknspråk')
    expect(languageName('nb', 'sw')).toBe('sw')
  } finally {
    Object.assign(Intl, { DisplayNames: Known })
  }
})

test('a language we have no name for is called what the browser calls it, and a made-up one stands as it is written', () => {
  expect(languageName('en', 'sw')).toBe('Swahili')
  expect(languageName('nb', '??')).toBe('??')
})
