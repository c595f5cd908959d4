// G1, first visit and mapping, version 1 (DOMAIN.md 4.5, rows 1.1 to 1.22; N 5.3, N 1.2). From the third block on the rest
// may be taken next time. A change of meaning is a new version, never an edit of this one.

import type { Guide } from '#domain/guide.ts'
import { localDate } from '#domain/ids.ts'
import { AFTER_2, childBlock, endSteps2, REFUSAL, START_2, whileItGoesOn2 } from './blocks-2.ts'
import { EVERYDAY } from './g1-everyday.ts'
import { HISTORY, NOW } from './g1-home.ts'
import { MONEY } from './g1-money.ts'
import { PEOPLE } from './g1-people.ts'
import { mayComeBy, planOffer } from './plan-offer.ts'
import { say } from './words.ts'

export const G1_V1: Guide = {
  code: 'G1',
  version: 1,
  validFrom: localDate('2026-01-01'),
  title: say('Første besøk og kartlegging', 'Første besøk og kartlegging', 'First visit and mapping'),
  purpose: say(
    'Bli kjent, høre hva som er viktig, og finne ut hva som kan hjelpe.',
    'Bli kjend, høyre kva som er viktig, og finne ut kva som kan hjelpe.',
    'Get to know each other, hear what matters, and find out what can help.',
  ),
  visitKinds: ['mapping'],
  blocks: [
    START_2,
    AFTER_2,
    ...[NOW, HISTORY, MONEY, EVERYDAY, PEOPLE].map((block) => ({ ...block, showIf: whileItGoesOn2 })),
    { ...childBlock(false), canWait: true },
    { ...planOffer('DOMAIN 4.5 G1 1.22; N 5.4', 'H05'), canWait: true },
    REFUSAL,
    { id: 'end', title: say('Avslutning', 'Avslutning', 'Closing'), steps: endSteps2(mayComeBy) },
  ],
}
