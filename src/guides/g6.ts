// G6, evaluation of the plan, version 1 (DOMAIN.md 4.5, rows 6.1 to 6.11): what the resident is content with, where each
// goal stands, what helped, whether we did our part, and what she wants onwards. A visit that did not happen, and a home
// without a plan, take the short way. A change of meaning is a new version, never an edit of this one.

import type { Block, Condition, Guide, GuideText, Step } from '#domain/guide.ts'
import { localDate } from '#domain/ids.ts'
import { AFTER, END_STEPS, START, whileItGoesOn } from './blocks.ts'
import { GOAL_SCALE } from './scales.ts'
import { option, say } from './words.ts'

const WOULD_NOT_SAY = say('Ønsket ikke å uttale seg', 'Ønskte ikkje å uttale seg', 'Did not wish to say anything')
const DECISION = 'onward.decision'
const decided = (...is: readonly string[]): Condition => ({ kind: 'answered', step: DECISION, is })
const whileReviewed: readonly Condition[] = [...whileItGoesOn, { kind: 'fact', fact: 'hasPlanToReview' }]

const DID = [
  option('yes', say('Ja', 'Ja', 'Yes')),
  option('partly', say('Delvis', 'Delvis', 'Partly')),
  option('no', say('Nei', 'Nei', 'No')),
  option('not_relevant', say('Ikke aktuelt', 'Ikkje aktuelt', 'Not relevant')),
]

const THEN: Block = {
  id: 'then',
  title: say('Siden vi begynte', 'Sidan vi byrja', 'Since we began'),
  showIf: whileReviewed,
  steps: [
    {
      id: 'then.content',
      type: 'text',
      text: say(
        'Hva er du mest fornøyd med siden vi begynte?',
        'Kva er du mest nøgd med sidan vi byrja?',
        'What are you most pleased with since we began?',
      ),
      help: say('Med beboerens egne ord.', 'Med bebuaren sine eigne ord.', 'In the resident’s own words.'),
      source: 'DOMAIN 4.5 G6 6.1; N 5.4',
      writes: [{ kind: 'reviewText', field: 'residentsVoice', declined: WOULD_NOT_SAY }],
    },
  ],
}

const GOALS: Block = {
  id: 'goals',
  title: say('Målene', 'Måla', 'The goals'),
  showIf: [...whileReviewed, { kind: 'fact', fact: 'hasActiveGoals' }],
  steps: [
    {
      id: 'goals.reached',
      type: 'goalScore',
      text: say('Hvor er du nå?', 'Kvar er du no?', 'Where are you now?'),
      help: say('Beboerens eget svar.', 'Bebuaren sitt eige svar.', 'The resident’s own answer.'),
      source: 'DOMAIN 4.5 G6 6.2; N 5.4',
      options: GOAL_SCALE,
      results: {
        text: say('Er målet nådd?', 'Er målet nådd?', 'Is the goal reached?'),
        options: [
          option('reached', say('Nådd', 'Nådd', 'Reached')),
          option('partly', say('Delvis', 'Delvis', 'Partly')),
          option('not_reached', say('Ikke ennå', 'Ikkje enno', 'Not yet')),
          option('dropped_by_resident', say('Valgt bort', 'Valt bort', 'Chosen away')),
        ],
      },
      hasNote: true,
      followUp: {
        when: ['drop'],
        text: say('Hva har gjort det vanskeligere?', 'Kva har gjort det vanskelegare?', 'What has made it harder?'),
      },
      writes: [{ kind: 'goalScore' }, { kind: 'goalResult' }],
    },
  ],
}

const onwardOption = (code: 'keep' | 'change' | 'stop', text: GuideText) => option(code, text)
const HELP: Block = {
  id: 'help',
  title: say('Hjelpen', 'Hjelpa', 'The help'),
  showIf: whileReviewed,
  steps: [
    {
      id: 'help.helped',
      type: 'measureReview',
      text: say('Hjalp dette?', 'Hjelpte dette?', 'Did this help?'),
      help: say(
        'Ta det ett for ett. Stopper beboeren noe, gjelder det fra i dag.',
        'Ta det eitt for eitt. Stoppar bebuaren noko, gjeld det frå i dag.',
        'Take them one by one. What the resident stops, stops today.',
      ),
      source: 'DOMAIN 4.5 G6 6.3; N 5.4',
      showIf: [{ kind: 'fact', fact: 'hasMeasuresToReview' }],
      options: DID,
      onward: {
        text: say('Skal det fortsette?', 'Skal det halde fram?', 'Shall it go on?'),
        options: [
          onwardOption('keep', say('Fortsette', 'Halde fram', 'Go on')),
          onwardOption('change', say('Endre', 'Endre', 'Change')),
          onwardOption('stop', say('Stoppe', 'Stoppe', 'Stop')),
        ],
      },
      followUp: { when: ['change', 'stop'], text: say('Hva bør være annerledes?', 'Kva bør vere annleis?', 'What should be different?') },
      hasNote: true,
      noteText: say('Hva hjalp mest?', 'Kva hjelpte mest?', 'What helped most?'),
      writes: [{ kind: 'measureReview' }, { kind: 'reviewText', field: 'whatHelped' }],
      hint: 'H32',
    },
    {
      id: 'help.notWorked',
      type: 'text',
      text: say(
        'Hva har ikke fungert? Hva burde vi gjort annerledes?',
        'Kva har ikkje fungert? Kva burde vi gjort annleis?',
        'What has not worked? What should we have done differently?',
      ),
      source: 'DOMAIN 4.5 G6 6.4; N 5.4',
      writes: [{ kind: 'reviewText', field: 'whatDidNot', declined: WOULD_NOT_SAY }],
    },
    {
      id: 'help.howOften',
      type: 'single',
      text: say(
        'Kommer vi for ofte, for sjelden eller passe?',
        'Kjem vi for ofte, for sjeldan eller passe?',
        'Do we come too often, too seldom, or about right?',
      ),
      source: 'DOMAIN 4.5 G6 6.5; N 4.3 box',
      options: [
        option('right', say('Passe', 'Passe', 'About right')),
        option('too_often', say('For ofte', 'For ofte', 'Too often')),
        option('too_seldom', say('For sjelden', 'For sjeldan', 'Too seldom')),
      ],
      hasNote: true,
      writes: [{ kind: 'reviewHowOften' }],
      hint: 'H09',
    },
    {
      id: 'help.trust',
      type: 'scale5',
      text: say('Stoler du på at vi gjør det vi sier?', 'Stoler du på at vi gjer det vi seier?', 'Do you trust us to do what we say?'),
      source: 'DOMAIN 4.5 G6 6.6; N 5.4',
      options: [
        option('5', say('Ja, alltid', 'Ja, alltid', 'Yes, always')),
        option('4', say('Ja, som regel', 'Ja, som regel', 'Yes, mostly')),
        option('3', say('Av og til', 'Av og til', 'Now and then')),
        option('2', say('Sjelden', 'Sjeldan', 'Seldom')),
        option('1', say('Nei', 'Nei', 'No')),
      ],
      hasNote: true,
      writes: [{ kind: 'reviewTrust' }],
    },
    {
      id: 'help.ourPart',
      type: 'measureCheck',
      text: say('Gjorde vi vår del?', 'Gjorde vi vår del?', 'Did we do our part?'),
      help: say('Beboeren svarer. Vi hører etter.', 'Bebuaren svarer. Vi høyrer etter.', 'The resident answers. We listen.'),
      source: 'DOMAIN 4.5 G6 6.7; N 5.4',
      showIf: [{ kind: 'fact', fact: 'hasCommitments' }],
      options: DID,
      followUp: { when: ['partly', 'no'], text: say('Hva manglet?', 'Kva mangla?', 'What was missing?') },
      writes: [{ kind: 'weDid' }],
      hint: 'H06',
    },
  ],
}

const RENEWED = ['renew', 'change'] as const
const ONWARD_STEPS: readonly Step[] = [
  {
    id: DECISION,
    type: 'single',
    text: say('Hva vil du videre?', 'Kva vil du vidare?', 'What do you want from here?'),
    help: say('Ingenting avgjøres uten beboeren.', 'Ingenting blir avgjort utan bebuaren.', 'Nothing is decided without the resident.'),
    source: 'DOMAIN 4.5 G6 6.8; N 5.4',
    options: [
      option('renew', say('Fornye planen', 'Fornye planen', 'Renew the plan')),
      option('change', say('Endre planen', 'Endre planen', 'Change the plan')),
      option('pause', say('Ta en pause', 'Ta ein pause', 'Take a break')),
      option('complete', say('Fullføre: målene er nådd', 'Fullføre: måla er nådde', 'Complete: the goals are reached')),
      option('end', say('Avslutte', 'Avslutte', 'End it')),
      option('unsure', say('Vet ikke ennå', 'Veit ikkje enno', 'Don’t know yet')),
    ],
    hasNote: true,
    writes: [
      {
        kind: 'reviewDecision',
        nextVersion: say('Lag ny versjon av planen.', 'Lag ny versjon av planen.', 'Make the next version of the plan.'),
      },
    ],
    hint: 'H08',
  },
  {
    id: 'onward.newGoal',
    type: 'text',
    text: say('Er det et nytt hovedmål?', 'Er det eit nytt hovudmål?', 'Is there a new main goal?'),
    help: say('Med beboerens egne ord.', 'Med bebuaren sine eigne ord.', 'In the resident’s own words.'),
    source: 'DOMAIN 4.5 G6 6.9; N 5.4',
    showIf: [decided(...RENEWED)],
    writes: [{ kind: 'reviewNewGoal' }],
    hint: 'H05',
  },
  {
    id: 'onward.endDate',
    type: 'date',
    text: say('Hvor lenge skal den nye planen vare?', 'Kor lenge skal den nye planen vare?', 'How long shall the new plan last?'),
    help: say('Høyst tolv måneder om gangen.', 'Høgst tolv månader om gongen.', 'At most twelve months at a time.'),
    source: 'DOMAIN 4.5 G6 6.9; DOMAIN 2.5',
    showIf: [decided(...RENEWED)],
    monthsAhead: 12,
    writes: [{ kind: 'reviewEndDate' }],
  },
  {
    id: 'onward.whatIf',
    type: 'text',
    text: say(
      'Hva gjør du hvis det blir vanskelig igjen?',
      'Kva gjer du om det blir vanskeleg att?',
      'What will you do if it gets hard again?',
    ),
    source: 'DOMAIN 4.5 G6 6.10; N 5.4',
    showIf: [decided('end', 'complete')],
    writes: [{ kind: 'reviewCrisis', part: 'whatIf' }],
  },
  {
    id: 'onward.whom',
    type: 'text',
    text: say('Hvem ringer du?', 'Kven ringjer du?', 'Whom do you ring?'),
    source: 'DOMAIN 4.5 G6 6.10; N 5.4',
    showIf: [decided('end', 'complete')],
    writes: [{ kind: 'reviewCrisis', part: 'whom' }],
  },
  {
    id: 'onward.agreed',
    type: 'single',
    text: say('Er dette slik du ser det?', 'Er dette slik du ser det?', 'Is this how you see it?'),
    help: say(
      'Les det høyt. Underskrift trengs ikke.',
      'Les det høgt. Underskrift trengst ikkje.',
      'Read it aloud. No signature is needed.',
    ),
    source: 'DOMAIN 4.5 G6 6.11; N 5.4',
    options: [
      option('oral_witnessed', say('Ja, sagt høyt. Jeg hørte det.', 'Ja, sagt høgt. Eg høyrde det.', 'Yes, said aloud. I heard it.')),
      option('paper', say('Ja, skrevet under på papir', 'Ja, skrive under på papir', 'Yes, signed on paper')),
      option('no', say('Nei, ikke helt', 'Nei, ikkje heilt', 'No, not quite')),
    ],
    hasNote: true,
    writes: [
      { kind: 'reviewAgreed', how: 'oral_witnessed', when: ['oral_witnessed'] },
      { kind: 'reviewAgreed', how: 'paper', when: ['paper'] },
    ],
  },
]

export const G6_V1: Guide = {
  code: 'G6',
  version: 1,
  validFrom: localDate('2026-01-01'),
  title: say('Evaluering av planen', 'Evaluering av planen', 'Evaluation of the plan'),
  purpose: say(
    'Se tilbake på det vi ble enige om, og la beboeren bestemme veien videre.',
    'Sjå tilbake på det vi vart einige om, og la bebuaren bestemme vegen vidare.',
    'Look back on what we agreed, and let the resident decide the way on.',
  ),
  visitKinds: ['plan_review'],
  blocks: [
    START,
    AFTER,
    THEN,
    GOALS,
    HELP,
    { id: 'onward', title: say('Veien videre', 'Vegen vidare', 'The way on'), showIf: whileReviewed, steps: ONWARD_STEPS },
    { id: 'end', title: say('Avslutning', 'Avslutning', 'Closing'), steps: END_STEPS },
  ],
}
