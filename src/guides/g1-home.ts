// G1, first part (DOMAIN.md 4.5, rows 1.1 to 1.5): how it is to live here, in her own words, and where she has lived.

import type { Block } from '#domain/guide.ts'
import { WELL_SCALE } from './scales.ts'
import { NO, say, YES } from './words.ts'

export const NOW: Block = {
  id: 'now',
  title: say('Slik det er', 'Slik det er', 'How it is'),
  steps: [
    {
      id: 'now.matters',
      type: 'text',
      text: say('Hva er viktigst for deg akkurat nå?', 'Kva er viktigast for deg akkurat no?', 'What matters most to you right now?'),
      help: say('Med beboerens egne ord.', 'Med bebuaren sine eigne ord.', 'In the resident’s own words.'),
      source: 'DOMAIN 4.5 G1 1.1; N 4.3 box',
      writes: [{ kind: 'planWish' }],
      hint: 'H02',
    },
    {
      id: 'now.thrive',
      type: 'scale5',
      text: say('Hvordan trives du her?', 'Korleis trivst du her?', 'How do you like it here?'),
      source: 'DOMAIN 4.5 G1 1.2; N 1.2',
      options: WELL_SCALE,
      writes: [{ kind: 'observe', area: 'own_wish', basis: 'told_by_resident' }],
    },
    {
      id: 'now.why',
      type: 'text',
      text: say('Hva er det som gjør det slik?', 'Kva er det som gjer det slik?', 'What makes it so?'),
      source: 'DOMAIN 4.5 G1 1.2; N 1.2',
      showIf: [{ kind: 'answered', step: 'now.thrive', is: ['0', '1', '2', '3', '4'] }],
      writes: [{ kind: 'observe', area: 'own_wish', basis: 'told_by_resident' }],
    },
    {
      id: 'now.otherwise',
      type: 'text',
      text: say('Hva skulle du ønske var annerledes?', 'Kva skulle du ønskje var annleis?', 'What do you wish were different?'),
      help: say('Det kan bli et mål senere.', 'Det kan bli eit mål seinare.', 'It can become a goal later.'),
      source: 'DOMAIN 4.5 G1 1.3; N 5.3',
      showIf: [{ kind: 'atMost', step: 'now.thrive', value: 2 }],
      writes: [{ kind: 'goalWish' }],
    },
  ],
}

export const HISTORY: Block = {
  id: 'history',
  title: say('Bohistorie', 'Buhistorie', 'Where you have lived'),
  canWait: true,
  steps: [
    {
      id: 'history.before',
      type: 'text',
      text: say(
        'Hvor har du bodd før, og hva gjorde at du flyttet?',
        'Kvar har du budd før, og kva gjorde at du flytta?',
        'Where have you lived before, and what made you move?',
      ),
      source: 'DOMAIN 4.5 G1 1.4; N 5.3',
      writes: [{ kind: 'housingHistory' }],
    },
    {
      id: 'history.lost',
      type: 'yesno',
      text: say('Har du mistet en bolig før?', 'Har du mista ein bustad før?', 'Have you lost a home before?'),
      source: 'DOMAIN 4.5 G1 1.5; N 5.3; N App.1',
      options: [YES, NO],
      writes: [],
    },
    {
      id: 'history.lostHow',
      type: 'text',
      text: say('Hva skjedde da?', 'Kva skjedde då?', 'What happened then?'),
      source: 'DOMAIN 4.5 G1 1.5; N 5.3; N App.1',
      showIf: [{ kind: 'answered', step: 'history.lost', is: ['yes'] }],
      writes: [{ kind: 'housingHistory' }],
    },
  ],
}
