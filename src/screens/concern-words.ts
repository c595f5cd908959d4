// What was done about a concern, in the words it was answered with: each concern has its own words for the same action
// («Drøftet med leder»), and reads back the same. Without them the general word stands.

import type { ConcernCode } from '#domain/codes.ts'
import { concernGuide } from '#guides/concerns.ts'
import type { Language } from '#texts/catalogue.ts'
import type { Say } from '#texts/say.ts'
import { termOf } from '#texts/terms.ts'

export function concernActionWords(
  say: Say,
  language: Language,
  code: ConcernCode | undefined,
  taken: string | undefined,
): string | undefined {
  const own = code && concernGuide(code)?.actions.find(({ action }) => action === taken)?.text[language]
  return own ?? termOf(say, 'concernAction', taken)
}
