// G5, moving-in visit, version 1 (DOMAIN.md 4.5, items 5.1 to 5.21; N 5.4, N 5.5). Said aloud first: spoken words work
// better than paper alone. A change of meaning is a new version, never an edit of this one.

import type { Block, Guide } from '#domain/guide.ts'
import { localDate } from '#domain/ids.ts'
import { AFTER_2, childBlock, endSteps2, inTheHome2, REFUSAL, START_2, whileItGoesOn2 } from './blocks-2.ts'
import { HOUSE, READY, USE } from './g5-checks.ts'
import { LEASE, RENT } from './g5-lease.ts'
import { mayComeBy, planOffer } from './plan-offer.ts'
import { option, say } from './words.ts'

const WELCOME: Block = {
  id: 'welcome',
  title: say('Ny bolig', 'Ny bustad', 'New home'),
  steps: [
    {
      id: 'welcome.forward',
      type: 'text',
      text: say(
        'Gratulerer med ny bolig! Hva gleder du deg til?',
        'Gratulerer med ny bustad! Kva gler du deg til?',
        'Congratulations on your new home! What are you looking forward to?',
      ),
      source: 'DOMAIN 4.5 G5 5.1; N 5.4',
      writes: [{ kind: 'observe', area: 'own_wish', basis: 'told_by_resident' }],
    },
    READY,
  ],
}

const CONDITION = 'home.condition'
const HOME: Block = {
  id: 'home',
  title: say('Boligen', 'Bustaden', 'The home'),
  steps: [
    USE,
    {
      id: CONDITION,
      type: 'single',
      text: say('Er det skader vi skal notere?', 'Er det skadar vi skal notere?', 'Is there damage we should note?'),
      help: say(
        'Da er det ikke du som må svare for dem.',
        'Då er det ikkje du som må svare for dei.',
        'Then you do not have to answer for it.',
      ),
      source: 'DOMAIN 4.5 G5 5.17; N 3.4',
      showIf: [inTheHome2],
      options: [
        option('none', say('Nei, ingen', 'Nei, ingen', 'No, none')),
        option('noted', say('Ja', 'Ja', 'Yes')),
        option('later', say('Gjør senere', 'Gjer seinare', 'Do later')),
      ],
      followUp: { when: ['noted'], text: say('Hvilke skader, og hvor?', 'Kva skadar, og kvar?', 'What damage, and where?') },
      writes: [
        {
          kind: 'observe',
          area: 'maintenance',
          basis: 'seen',
          levels: { none: 4, noted: 3 },
          when: ['none', 'noted'],
        },
        {
          kind: 'task',
          to: 'me',
          due: 'week',
          when: ['later'],
          title: say('Noter skader ved innflytting.', 'Noter skadar ved innflytting.', 'Note damage at moving in.'),
        },
      ],
    },
    {
      id: 'home.photo',
      type: 'photo',
      text: say('Skal vi ta bilde av skadene?', 'Skal vi ta bilete av skadane?', 'Shall we take a picture of the damage?'),
      source: 'DOMAIN 4.5 G5 5.17; DOMAIN 2.19',
      showIf: [inTheHome2, { kind: 'answered', step: CONDITION, is: ['noted'] }],
      photo: { kind: 'photo' },
      writes: [],
    },
    {
      id: 'home.furniture',
      type: 'multi',
      text: say('Mangler du møbler?', 'Manglar du møblar?', 'Are you missing furniture?'),
      source: 'DOMAIN 4.5 G5 5.20; N App.2',
      options: [
        { ...option('none', say('Nei', 'Nei', 'No')), isAlone: true },
        option('bed', say('Seng', 'Seng', 'Bed')),
        option('table', say('Bord og stoler', 'Bord og stolar', 'Table and chairs')),
        option('sofa', say('Sofa', 'Sofa', 'Sofa')),
        option('stove', say('Komfyr', 'Komfyr', 'Stove')),
        option('fridge', say('Kjøleskap', 'Kjøleskap', 'Fridge')),
        option('curtains', say('Gardiner', 'Gardiner', 'Curtains')),
        option('lamps', say('Lamper', 'Lamper', 'Lamps')),
      ],
      hasNote: true,
      writes: [
        {
          kind: 'observe',
          area: 'furniture',
          basis: 'told_by_resident',
          when: ['bed', 'table', 'sofa', 'stove', 'fridge', 'curtains', 'lamps'],
          text: say('Mangler møbler.', 'Manglar møblar.', 'Is missing furniture.'),
        },
        {
          kind: 'taskEach',
          to: 'me',
          due: 'week',
          when: ['bed', 'table', 'sofa', 'stove', 'fridge', 'curtains', 'lamps'],
          title: say('Skaff: {what}', 'Skaff: {what}', 'Get: {what}'),
        },
      ],
    },
  ],
}

const IN_THE_HOUSE: Block = { id: 'house', title: say('Huset', 'Huset', 'The house'), steps: [HOUSE] }

const children = childBlock(false)
const CHILDREN: Block = {
  ...children,
  steps: [
    ...children.steps,
    {
      id: 'child.school',
      type: 'single',
      text: say(
        'Har barna skole eller barnehage her?',
        'Har barna skule eller barnehage her?',
        'Do the children have a school or kindergarten here?',
      ),
      source: 'DOMAIN 4.5 G5; O-3',
      showIf: [{ kind: 'answeredNot', step: 'child.count', is: ['0'] }],
      options: [
        option('yes', say('Ja', 'Ja', 'Yes')),
        option('not_yet', say('Ikke ennå', 'Ikkje enno', 'Not yet')),
        option('not_relevant', say('Ikke aktuelt', 'Ikkje aktuelt', 'Not relevant')),
      ],
      writes: [
        {
          kind: 'task',
          to: 'me',
          due: 'week',
          when: ['not_yet'],
          title: say(
            'Hjelp med plass i skole eller barnehage.',
            'Hjelp med plass i skule eller barnehage.',
            'Help with a place at school or kindergarten.',
          ),
        },
      ],
    },
  ],
}

export const G5_V1: Guide = {
  code: 'G5',
  version: 1,
  validFrom: localDate('2026-01-01'),
  title: say('Innflyttingsbesøk', 'Innflyttingsbesøk', 'Moving-in visit'),
  purpose: say(
    'Vise og forklare boligen, og gå gjennom avtalen sammen.',
    'Vise og forklare bustaden, og gå gjennom avtalen saman.',
    'Show and explain the home, and go through the agreement together.',
  ),
  visitKinds: ['move_in'],
  blocks: [
    START_2,
    AFTER_2,
    ...[WELCOME, HOME, IN_THE_HOUSE, LEASE, RENT].map((block) => ({ ...block, showIf: whileItGoesOn2 })),
    CHILDREN,
    planOffer('DOMAIN 4.5 G5 5.21; N 5.4', 'H07'),
    REFUSAL,
    { id: 'end', title: say('Avslutning', 'Avslutning', 'Closing'), steps: endSteps2(mayComeBy) },
  ],
}
