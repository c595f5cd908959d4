// G2, ordinary follow-up visit, version 1 (DOMAIN.md 4.5). Six blocks; a visit that did not happen takes the short way
// through `after` instead of the four in the middle. A change of meaning is a new version, never an edit of this one.

import type { Guide } from '#domain/guide.ts'
import { localDate } from '#domain/ids.ts'
import { AFTER, CHILD_STEPS, END_STEPS, inTheHome, START, whileItGoesOn } from './blocks.ts'
import { AREA_LEVELS, AREA_OPTIONS, GOAL_SCALE, WELL_SCALE } from './scales.ts'
import { NO, option, say, UNSURE, YES } from './words.ts'

const RESULTS = [
  option('yes', say('Ja', 'Ja', 'Yes')),
  option('partly', say('Delvis', 'Delvis', 'Partly')),
  option('no', say('Nei', 'Nei', 'No')),
  option('not_relevant', say('Ikke aktuelt', 'Ikkje aktuelt', 'Not relevant')),
]

export const G2_V1: Guide = {
  code: 'G2',
  version: 1,
  validFrom: localDate('2026-01-01'),
  title: say('Oppfølgingsbesøk', 'Oppfølgingsbesøk', 'Follow-up visit'),
  purpose: say(
    'Høre hvordan det går, holde det vi avtalte, og finne neste lille steg.',
    'Høyre korleis det går, halde det vi avtala, og finne neste vesle steg.',
    'Hear how it is going, keep what we agreed, and find the next small step.',
  ),
  visitKinds: ['followup'],
  blocks: [
    START,
    AFTER,
    {
      id: 'since',
      title: say('Siden sist', 'Sidan sist', 'Since last time'),
      showIf: whileItGoesOn,
      steps: [
        {
          id: 'since.how',
          type: 'text',
          text: say('Hvordan har det vært siden sist?', 'Korleis har det vore sidan sist?', 'How has it been since last time?'),
          help: say('Med beboerens egne ord.', 'Med bebuaren sine eigne ord.', 'In the resident’s own words.'),
          source: 'DOMAIN 4.5 G2 2.1; N 5.4',
          writes: [{ kind: 'observe', area: 'own_wish', basis: 'told_by_resident' }],
        },
        {
          id: 'since.agreed',
          type: 'measureCheck',
          text: say(
            'Forrige gang ble vi enige om dette. Hvordan gikk det?',
            'Førre gong vart vi einige om dette. Korleis gjekk det?',
            'Last time we agreed on this. How did it go?',
          ),
          help: say('Ta også det vi skulle gjøre.', 'Ta òg det vi skulle gjere.', 'Include what we were to do.'),
          source: 'N 4.3 box',
          showIf: [{ kind: 'fact', fact: 'hasOpenTasks' }],
          options: RESULTS,
          followUp: { when: ['no'], text: say('Hva kom i veien?', 'Kva kom i vegen?', 'What got in the way?') },
          writes: [{ kind: 'taskStatus' }],
        },
        {
          id: 'since.services',
          type: 'measureCheck',
          text: say('Kom hjelpen som avtalt?', 'Kom hjelpa som avtalt?', 'Did the help come as agreed?'),
          source: 'N App.2',
          showIf: [{ kind: 'fact', fact: 'hasServiceMeasures' }],
          options: RESULTS,
          followUp: { when: ['no'], text: say('Hva kom i veien?', 'Kva kom i vegen?', 'What got in the way?') },
          writes: [
            {
              kind: 'measureLog',
              twice: say(
                'Avtalt hjelp kom ikke to ganger på rad: {measure}',
                'Avtalt hjelp kom ikkje to gonger på rad: {measure}',
                'Agreed help did not come twice in a row: {measure}',
              ),
            },
          ],
          hint: 'H32',
        },
      ],
    },
    {
      id: 'goals',
      title: say('Målene', 'Måla', 'The goals'),
      showIf: [...whileItGoesOn, { kind: 'fact', fact: 'hasActiveGoals' }],
      steps: [
        {
          id: 'goals.score',
          type: 'goalScore',
          text: say('Hvor er du nå?', 'Kvar er du no?', 'Where are you now?'),
          help: say('Beboerens eget svar.', 'Bebuaren sitt eige svar.', 'The resident’s own answer.'),
          source: 'N 5.4',
          options: GOAL_SCALE,
          hasNote: true,
          followUp: {
            when: ['drop'],
            text: say('Hva har gjort det vanskeligere?', 'Kva har gjort det vanskelegare?', 'What has made it harder?'),
          },
          writes: [{ kind: 'goalScore' }],
        },
      ],
    },
    {
      id: 'rent',
      title: say('Husleie og post', 'Husleige og post', 'Rent and post'),
      showIf: whileItGoesOn,
      steps: [
        {
          id: 'rent.paid',
          type: 'single',
          text: say('Er husleien betalt denne måneden?', 'Er husleiga betalt denne månaden?', 'Is the rent paid this month?'),
          help: say('Spør åpent. Det er lov å ikke vite.', 'Spør ope. Det er lov å ikkje vite.', 'Ask openly. It is fine not to know.'),
          source: 'O-6',
          options: [YES, NO, option('deducted', say('Trekkes automatisk', 'Blir trekt automatisk', 'Paid automatically')), UNSURE],
          hasNote: true,
          writes: [
            {
              kind: 'observe',
              area: 'economy',
              basis: 'told_by_resident',
              when: ['no'],
              text: say(
                'Husleien er ikke betalt denne måneden.',
                'Husleiga er ikkje betalt denne månaden.',
                'The rent is not paid this month.',
              ),
            },
          ],
          hint: 'H10',
        },
        {
          id: 'rent.why',
          type: 'text',
          text: say('Hva har skjedd, slik du ser det?', 'Kva har skjedd, slik du ser det?', 'What has happened, as you see it?'),
          help: say('Årsaken avgjør hva som hjelper.', 'Årsaka avgjer kva som hjelper.', 'The reason decides what will help.'),
          source: 'N 6.2',
          showIf: [{ kind: 'answered', step: 'rent.paid', is: ['no'] }],
          writes: [{ kind: 'observe', area: 'economy', basis: 'told_by_resident' }],
          hint: 'H11',
        },
        {
          id: 'rent.post',
          type: 'yesno',
          text: say('Er det kommet brev du lurer på?', 'Har det kome brev du lurer på?', 'Have you had any letters you wonder about?'),
          source: 'N 6.3',
          options: [YES, NO],
          writes: [],
          hint: 'H12',
        },
        {
          id: 'rent.readPost',
          type: 'single',
          text: say('Skal vi se på det sammen?', 'Skal vi sjå på det saman?', 'Shall we look at it together?'),
          source: 'N 6.3',
          showIf: [{ kind: 'answered', step: 'rent.post', is: ['yes'] }],
          options: [
            option('read', say('Ja, vi leste det nå', 'Ja, vi las det no', 'Yes, we read it now')),
            option('later', say('Senere', 'Seinare', 'Later')),
            option('self', say('Nei, jeg tar det selv', 'Nei, eg tek det sjølv', 'No, I will deal with it')),
          ],
          hasNote: true,
          writes: [{ kind: 'observe', area: 'post', basis: 'seen' }],
        },
      ],
    },
    {
      id: 'everyday',
      title: say('Hverdag og naboer', 'Kvardag og naboar', 'Everyday life and neighbours'),
      showIf: whileItGoesOn,
      steps: [
        {
          id: 'everyday.together',
          type: 'multi',
          text: say(
            'Skal vi gjøre noe praktisk sammen i dag?',
            'Skal vi gjere noko praktisk saman i dag?',
            'Shall we do something practical together today?',
          ),
          source: 'N App.2',
          showIf: [inTheHome],
          options: [
            option('tidy', say('Rydde', 'Rydde', 'Tidy up')),
            option('shop', say('Handle', 'Handle', 'Go shopping')),
            option('call', say('Ringe noen', 'Ringje nokon', 'Ring somebody')),
            option('form', say('Fylle ut et skjema', 'Fylle ut eit skjema', 'Fill in a form')),
            option('furniture', say('Møbler', 'Møblar', 'Furniture')),
            option('walk', say('Gå en tur', 'Gå ein tur', 'Go for a walk')),
            option('other', say('Annet', 'Anna', 'Something else')),
          ],
          hasNote: true,
          writes: [{ kind: 'set', type: 'visit', field: 'activities' }],
        },
        {
          id: 'everyday.neighbours',
          type: 'scale5',
          text: say('Hvordan er det med naboene?', 'Korleis er det med naboane?', 'How are things with the neighbours?'),
          source: 'N App.2; N 1.2',
          options: WELL_SCALE,
          hasNote: true,
          writes: [{ kind: 'observe', area: 'neighbours', basis: 'told_by_resident' }],
        },
        {
          id: 'everyday.seen',
          type: 'areas',
          text: say(
            'Så du noe som må tas tak i?',
            'Såg du noko som må takast tak i?',
            'Did you see anything that needs doing something about?',
          ),
          help: say(
            'Til deg som er på besøk. Bare det du så.',
            'Til deg som er på besøk. Berre det du såg.',
            'For you who are visiting. Only what you saw.',
          ),
          source: 'N 1.2',
          showIf: [inTheHome],
          isWorkerOnly: true,
          asksBasis: true,
          options: AREA_OPTIONS,
          levels: AREA_LEVELS,
          writes: [{ kind: 'observeAreas' }],
          raises: [
            { area: 'fire_safety', atMost: 1, concern: 'C-FIRE' },
            { area: 'health', atMost: 1, concern: 'C-HEALTH' },
            { area: 'children', atMost: 1, concern: 'C-CHILD' },
          ],
          hint: 'H25',
        },
        ...CHILD_STEPS,
      ],
    },
    {
      id: 'end',
      title: say('Avslutning', 'Avslutning', 'Closing'),
      steps: [
        {
          id: 'end.plan',
          type: 'yesno',
          text: say(
            'Er det noe i planen vi bør endre?',
            'Er det noko i planen vi bør endre?',
            'Is there anything in the plan we should change?',
          ),
          source: 'N 5.4',
          showIf: [...whileItGoesOn, { kind: 'fact', fact: 'hasPlan' }],
          options: [YES, NO],
          hasNote: true,
          writes: [
            {
              kind: 'task',
              to: 'coordinator',
              when: ['yes'],
              withWords: true,
              title: say(
                'Beboeren ønsker en endring i planen.',
                'Bebuaren ønskjer ei endring i planen.',
                'The resident wants a change in the plan.',
              ),
            },
          ],
          hint: 'H05',
        },
        ...END_STEPS,
      ],
    },
  ],
}
