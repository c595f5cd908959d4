// The words of the chosen language, once loaded. Everything inside <Speaking> may call useSay().

import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import type { Language } from '#texts/catalogue.ts'
import { loadCatalogue, type Say, sayIn } from '#texts/say.ts'
import { useUi } from './ui-store.ts'

const Words = createContext<Say | undefined>(undefined)

export function Speaking({ children }: { readonly children: ReactNode }) {
  const language = useUi((ui) => ui.language)
  const [say, setSay] = useState<Say>()
  useEffect(() => {
    let isCurrent = true
    document.documentElement.lang = language
    void loadCatalogue(language).then((catalogue) => {
      if (isCurrent) setSay(() => sayIn(catalogue))
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

export const useLanguage = (): Language => useUi((ui) => ui.language)
