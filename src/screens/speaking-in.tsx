// A screen in another language than the worker's own: what the resident reads is in hers, and the document says so, so
// that it is read aloud in the right one.

import { type ReactNode, useEffect, useState } from 'react'
import type { Language } from '#texts/catalogue.ts'
import { loadAllWords, type Say, sayIn } from '#texts/say.ts'
import { useUi } from './ui-store.ts'
import { Tongue, Words } from './use-say.tsx'

export function SpeakingIn({ language, children }: { readonly language: Language; readonly children: ReactNode }) {
  const own = useUi((ui) => ui.language)
  const [spoken, setSpoken] = useState<{ readonly say: Say; readonly language: Language }>()
  useEffect(() => {
    let isCurrent = true
    void loadAllWords(language).then(() => {
      if (isCurrent) setSpoken({ say: sayIn(language), language })
    })
    return () => {
      isCurrent = false
    }
  }, [language])
  useEffect(() => {
    document.documentElement.lang = language
    return () => {
      document.documentElement.lang = own
    }
  }, [language, own])
  if (spoken === undefined) return null
  return (
    <Tongue.Provider value={spoken.language}>
      <Words.Provider value={spoken.say}>{children}</Words.Provider>
    </Tongue.Provider>
  )
}
