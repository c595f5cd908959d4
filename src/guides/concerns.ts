// What is said, who is called and what must be answered for each concern (DOMAIN.md 4.4). The number comes before the
// form: an emergency is acted on by telephone. The numbers themselves are the office's settings.

import type { ConcernCode } from '#domain/codes.ts'
import type { ConcernGuide } from '#domain/guide.ts'
import { HOME_CONCERNS } from './concerns-home.ts'
import { PEOPLE_CONCERNS } from './concerns-people.ts'

export const CONCERNS: readonly ConcernGuide[] = [...PEOPLE_CONCERNS, ...HOME_CONCERNS]

/** Undefined for a code this build does not know. */
export const concernGuide = (code: ConcernCode): ConcernGuide | undefined => CONCERNS.find((concern) => concern.code === code)
