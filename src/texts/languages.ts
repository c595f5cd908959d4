// What languages are called by the one who reads. Our own names for those most often met: a browser has few of them in
// Norwegian, and answers in English for nynorsk (UX.md 2). Any other one as the browser calls it, when it has the words.

import type { Language } from './catalogue.ts'

/** Code, Norwegian (the same in bokmål and nynorsk) and English, in the order they stand in a list. */
const NAMES: readonly (readonly [code: string, norwegian: string, english: string])[] = [
  ['nb', 'norsk bokmål', 'Norwegian Bokmål'],
  ['nn', 'norsk nynorsk', 'Norwegian Nynorsk'],
  ['se', 'nordsamisk', 'Northern Sami'],
  ['smj', 'lulesamisk', 'Lule Sami'],
  ['sma', 'sørsamisk', 'Southern Sami'],
  ['nsl', 'norsk tegnspråk', 'Norwegian Sign Language'],
  ['en', 'engelsk', 'English'],
  ['ar', 'arabisk', 'Arabic'],
  ['so', 'somali', 'Somali'],
  ['ti', 'tigrinja', 'Tigrinya'],
  ['am', 'amharisk', 'Amharic'],
  ['fa', 'persisk', 'Persian'],
  ['prs', 'dari', 'Dari'],
  ['ku', 'kurdisk', 'Kurdish'],
  ['ps', 'pashto', 'Pashto'],
  ['ur', 'urdu', 'Urdu'],
  ['pa', 'panjabi', 'Punjabi'],
  ['pl', 'polsk', 'Polish'],
  ['lt', 'litauisk', 'Lithuanian'],
  ['ro', 'rumensk', 'Romanian'],
  ['rom', 'romanes', 'Romani'],
  ['ru', 'russisk', 'Russian'],
  ['uk', 'ukrainsk', 'Ukrainian'],
  ['bs', 'bosnisk', 'Bosnian'],
  ['sq', 'albansk', 'Albanian'],
  ['es', 'spansk', 'Spanish'],
  ['fr', 'fransk', 'French'],
  ['th', 'thai', 'Thai'],
  ['vi', 'vietnamesisk', 'Vietnamese'],
  ['ta', 'tamil', 'Tamil'],
  ['tr', 'tyrkisk', 'Turkish'],
  ['zh', 'kinesisk', 'Chinese'],
]
/** Where nynorsk differs. */
const NYNORSK: Readonly<Record<string, string>> = { nsl: 'norsk teiknspråk' }
const LOCALES = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' } as const

export const LANGUAGE_CODES: readonly string[] = NAMES.map(([code]) => code)

/** «somali», in the words of the one who reads. */
export function languageName(language: Language, code: string): string {
  const [, norwegian, english] = NAMES.find(([known]) => known === code) ?? []
  const own = language === 'en' ? english : ((language === 'nn' ? NYNORSK[code] : undefined) ?? norwegian)
  return own ?? namedByBrowser(LOCALES[language], code)
}

function namedByBrowser(locale: string, code: string): string {
  if (Intl.DisplayNames.supportedLocalesOf([locale]).length === 0) return code
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code
  } catch {
    return code
  }
}
