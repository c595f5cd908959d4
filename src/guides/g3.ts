// G3, visit after a notice of unpaid rent, an eviction petition or a forced sale, version 1 (DOMAIN.md 4.5, rows 3.1 to
// 3.18; O-2, N 6.2, N 6.3). Advice and help first, the money after; nothing is sent to anybody by itself.

import type { Guide } from '#domain/guide.ts'
import { localDate } from '#domain/ids.ts'
import { AFTER_2, childBlock, END_STEPS_2, REFUSAL, START_2, whileItGoesOn2 } from './blocks-2.ts'
import { AHEAD, UNDERSTANDS } from './g3-ahead.ts'
import { MONEY } from './g3-money.ts'
import { HAPPENED, NOTICE } from './g3-notice.ts'
import { say } from './words.ts'

export const G3_V1: Guide = {
  code: 'G3',
  version: 1,
  validFrom: localDate('2026-01-01'),
  title: say('Besøk etter varsel', 'Besøk etter varsel', 'Visit after a notice'),
  purpose: say(
    'Lese brevet sammen, høre hva som har skjedd, og finne en vei til å beholde boligen.',
    'Lese brevet saman, høyre kva som har skjedd, og finne ein veg til å behalde bustaden.',
    'Read the letter together, hear what has happened, and find a way to keep the home.',
  ),
  visitKinds: ['arrears'],
  blocks: [
    START_2,
    AFTER_2,
    ...[NOTICE, HAPPENED, MONEY, AHEAD].map((block) => ({ ...block, showIf: whileItGoesOn2 })),
    childBlock(true),
    { ...UNDERSTANDS, showIf: whileItGoesOn2 },
    REFUSAL,
    { id: 'end', title: say('Avslutning', 'Avslutning', 'Closing'), steps: END_STEPS_2 },
  ],
}
