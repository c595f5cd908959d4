// A catalogue is a flat list of words by key: a string, or a function of its arguments. Bokmål is the source of keys;
// nynorsk and English are typed to have the same keys and arguments, so a missing text does not compile (UX.md 2).

export type Words = Readonly<Record<string, string | ((args: never) => string)>>

/** The same keys and arguments as bokmål. */
export type SameAs<T extends Words> = { readonly [K in keyof T]: T[K] extends (args: infer A) => string ? (args: A) => string : string }

export type ArgsOf<E> = E extends (args: infer A) => string ? [args: A] : []

export const LANGUAGES = ['nb', 'nn', 'en'] as const
export type Language = (typeof LANGUAGES)[number]
export const isLanguage = (value: unknown): value is Language => LANGUAGES.some((language) => language === value)

/** Making them costs more than asking them a thousand times. */
const rules = new Map<Language, Intl.PluralRules>()
function rulesOf(language: Language): Intl.PluralRules {
  const made = rules.get(language) ?? new Intl.PluralRules(language === 'nn' ? 'nb' : language)
  rules.set(language, made)
  return made
}

/** One of a few forms by number, as the language counts: «1 besøk», «2 besøk»; «1 visit», «2 visits». */
export function plural(language: Language, n: number, one: string, other: string): string {
  return rulesOf(language).select(n) === 'one' ? one : other
}
