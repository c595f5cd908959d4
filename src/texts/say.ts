// How a screen gets its words: `say('visit.notHome')`. A language is loaded when it is needed, in two parts: what I dag
// needs, and the rest with the first other screen. Until a part is there its words are empty, so nothing that needs
// them may be drawn before `loadAllWords` (app.tsx sees to it).

import type { ArgsOf, Language, SameAs } from './catalogue.ts'
import type { NbCore } from './nb.ts'
import type { NbRest } from './nb-rest.ts'

type Nb = NbCore & NbRest
type Part = SameAs<NbCore> | SameAs<NbRest>
type Entry = string | ((args: never) => string)
export type Key = keyof Nb
export type Say = <K extends Key>(key: K, ...args: ArgsOf<Nb[K]>) => string

const loaded: Readonly<Record<Language, Map<string, Entry>>> = { nb: new Map(), nn: new Map(), en: new Map() }

export function sayIn(language: Language): Say {
  return (key, ...args) => {
    const entry = loaded[language].get(key) ?? ''
    return typeof entry === 'string' ? entry : callWith(entry, args)
  }
}

/** The types of key and arguments were checked at `say`; here they meet again. */
function callWith(entry: (args: never) => string, args: readonly unknown[]): string {
  return Reflect.apply(entry, undefined, args)
}

function keep(language: Language, part: Part): void {
  for (const [key, entry] of Object.entries(part)) loaded[language].set(key, entry)
}

/** What I dag needs. */
export async function loadFirstWords(language: Language): Promise<void> {
  keep(language, await first(language))
}

export async function loadAllWords(language: Language): Promise<void> {
  const parts = await Promise.all([first(language), rest(language)])
  for (const part of parts) keep(language, part)
}

async function first(language: Language): Promise<Part> {
  switch (language) {
    case 'nb':
      return (await import('./nb.ts')).nb
    case 'nn':
      return (await import('./nn.ts')).nn
    case 'en':
      return (await import('./en.ts')).en
  }
}

async function rest(language: Language): Promise<Part> {
  switch (language) {
    case 'nb':
      return (await import('./nb-rest.ts')).nbRest
    case 'nn':
      return (await import('./nn-rest.ts')).nnRest
    case 'en':
      return (await import('./en-rest.ts')).enRest
  }
}
