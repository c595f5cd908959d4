// A date that stands alone, as the house writes it: «24. november», with its year when that is not this one.

import type { LocalDate } from '#domain/ids.ts'
import { dayOfYear } from '#texts/format.ts'
import { useLanguage } from './use-say.tsx'
import { useCasebook } from './use-session.tsx'

export function useDay(): (date: LocalDate) => string {
  const language = useLanguage()
  const { today } = useCasebook()
  return (date) => dayOfYear(language, date, today())
}
