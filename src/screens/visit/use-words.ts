// The names and languages an answer is put into words with, for one visit.

import { useMemo } from 'react'
import { isId } from '#domain/ids.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import { titlesIn, type WordsWith } from './answer-words.ts'
import { firstName, type VisitHere } from './use-visit.ts'

export function useWords({ view, people, around }: VisitHere): WordsWith {
  const say = useSay()
  const language = useLanguage()
  return useMemo(() => {
    const nameOf = (who: string) => (who === 'resident' ? around.residentName : isId(who) ? firstName(people.get(who)?.name ?? '–') : who)
    return { say, language, read: around.read, nameOf, titleOf: titlesIn(view) }
  }, [say, language, view, people, around])
}
