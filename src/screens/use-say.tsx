// The words of the chosen language, once loaded. Everything inside <Speaking> may call useSay(). The first language
// starts with the words of I dag; a change of language waits for all of its words, so that no screen is half of each.

import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react'
import type { Language } from '#texts/catalogue.ts'
import { loadAllWords, loadFirstWords, type Say, sayIn } from '#texts/say.ts'
import { useUi } from './ui-store.ts'

/** Both are given anew by a screen in another language than the worker's own (`speaking-in.tsx`). */
export const Words = createContext<Say | undefined>(undefined)
export const Tongue = createContext<Language | undefined>(undefined)

export function Speaking({ children }: { readonly children: ReactNode }) {
  const language = useUi((ui) => ui.language)
  const [say, setSay] = useState<Say>()
  const isFirst = useRef(true)
  useEffect(() => {
    let isCurrent = true
    document.documentElement.lang = language
    void (isFirst.current ? loadFirstWords(language) : loadAllWords(language)).then(() => {
      if (!isCurrent) return
      isFirst.current = false
      setSay(() => sayIn(language))
    })
    return () => {
      isCurrent = false
    }
  }, [language])
  return say === undefined ? null : <Words.Provider value={say}>{children}</Words.Provider>
}

export function useSay(): Say {
  const say = useContext(Words)
  if (say === undefined) throw new TypeError('useSay outside <Speaking>')
  return say
}

export function useLanguage(): Language {
  const own = useUi((ui) => ui.language)
  return useContext(Tongue) ?? own
}
