// How a screen gets its words: `say('visit.notHome')`. The catalogue of a language is loaded when it is needed.

import type { ArgsOf, Language, SameAs } from './catalogue.ts'
import type { Nb } from './nb.ts'

export type Catalogue = SameAs<Nb>
export type Key = keyof Nb
export type Say = <K extends Key>(key: K, ...args: ArgsOf<Nb[K]>) => string

/** Keys under a prefix, for words looked up by code: `term.outcome.` + code. */
export type KeyUnder<P extends string> = Extract<Key, `${P}${string}`>

export function sayIn(catalogue: Catalogue): Say {
  return (key, ...args) => {
    const entry: string | ((args: never) => string) = catalogue[key]
    return typeof entry === 'string' ? entry : callWith(entry, args)
  }
}

/** The types of key and arguments were checked at `say`; here they meet again. */
function callWith(entry: (args: never) => string, args: readonly unknown[]): string {
  return Reflect.apply(entry, undefined, args)
}

export async function loadCatalogue(language: Language): Promise<Catalogue> {
  switch (language) {
    case 'nb':
      return (await import('./nb.ts')).nb
    case 'nn':
      return (await import('./nn.ts')).nn
    case 'en':
      return (await import('./en.ts')).en
  }
}
