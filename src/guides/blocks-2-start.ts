// B-START, second version (DOMAIN.md 4.2): how it went, who is here, on what ground one went in, that it is voluntary,
// whether it suits, and the «Stopp» that stands ready in every talk. Steps that are unchanged are those of blocks.ts.

import { OUTCOMES, type Outcome } from '#domain/codes.ts'
import type { Block, Condition, Step } from '#domain/guide.ts'
import { START } from './blocks.ts'
import { option, say, stepIn, YES } from './words.ts'

export const OUTCOME = 'start.outcome'
export const WHO = 'start.who'
/** Set by «Stopp» in the middle of a talk. */
export const STOPPED = 'start.stopped'
const SUITS = 'start.suits'
const ENTRY = 'start.entry'

export const GOES_ON: readonly Outcome[] = ['home_full', 'home_short', 'phone_instead']
export const DECLINED: readonly Outcome[] = ['declined_entry', 'declined_service']
/** What is not gone on with takes one of the short ways: what happened, or the refusal. */
export const HAPPENED: readonly Outcome[] = OUTCOMES.filter((code) => !GOES_ON.includes(code) && !DECLINED.includes(code))

export const after = (...is: readonly Outcome[]): Condition => ({ kind: 'answered', step: OUTCOME, is })
export const notAfter = (...is: readonly Outcome[]): Condition => ({ kind: 'answeredNot', step: OUTCOME, is })
export const isStopped: Condition = { kind: 'answered', step: STOPPED, is: ['yes'] }
export const notStopped: Condition = { kind: 'answeredNot', step: STOPPED, is: ['yes'] }

/** Shown until it is known that there will be no talk, or no more of it, today. */
export const whileItGoesOn2: readonly Condition[] = [
  notAfter(...HAPPENED, ...DECLINED),
  { kind: 'answeredNot', step: SUITS, is: ['no'] },
  notStopped,
]
/** On the telephone nothing is seen and nothing is done together. */
export const inTheHome2: Condition = notAfter('phone_instead')

const outcome = stepIn(START, OUTCOME)
const OUTCOME_STEP: Step = {
  ...outcome,
  writes: [
    ...outcome.writes,
    {
      kind: 'set',
      type: 'visit',
      field: 'entryBasis',
      value: 'not_entered',
      when: ['home_at_door', 'not_home', 'no_answer', ...DECLINED],
    },
    { kind: 'twoWorkers', when: ['unsafe_left'] },
  ],
}

const ENTRY_STEPS: readonly Step[] = [
  {
    id: ENTRY,
    type: 'single',
    text: say('Hvordan kom dere inn?', 'Korleis kom de inn?', 'How did you get in?'),
    source: 'N 4.6; DOMAIN 2.9',
    showIf: [after('home_full', 'home_short', 'intoxicated', 'unwell', 'unsafe_left')],
    isWorkerOnly: true,
    options: [
      option('invited', say('Beboeren slapp oss inn', 'Bebuaren sleppte oss inn', 'The resident let us in')),
      option('key_agreement', say('Med nøkkel, som avtalt', 'Med nøkkel, som avtalt', 'With a key, as agreed')),
      option('emergency', say('Nødsituasjon', 'Naudsituasjon', 'Emergency')),
      option('not_entered', say('Vi gikk ikke inn', 'Vi gjekk ikkje inn', 'We did not go in')),
    ],
    writes: [{ kind: 'set', type: 'visit', field: 'entryBasis' }],
    hint: 'H03',
  },
  {
    id: 'start.emergency',
    type: 'multi',
    text: say('Hvem ringte dere?', 'Kven ringde de?', 'Whom did you call?'),
    source: 'DOMAIN 2.9; N 4.6',
    showIf: [
      after('home_full', 'home_short', 'intoxicated', 'unwell', 'unsafe_left'),
      { kind: 'answered', step: ENTRY, is: ['emergency'] },
    ],
    isWorkerOnly: true,
    options: [
      option('health', say('113 eller legevakt', '113 eller legevakt', '113 or the out-of-hours doctor')),
      option('police', say('Politiet', 'Politiet', 'The police')),
      option('fire', say('Brannvesenet', 'Brannvesenet', 'The fire service')),
      option('leader', say('Lederen min', 'Leiaren min', 'My leader')),
      { ...option('nobody', say('Ingen', 'Ingen', 'Nobody')), isAlone: true },
    ],
    hasNote: true,
    noteText: say('Hvorfor gikk dere inn?', 'Kvifor gjekk de inn?', 'Why did you go in?'),
    writes: [{ kind: 'set', type: 'visit', field: 'emergency' }],
  },
]

export const START_2: Block = {
  id: 'start',
  title: say('Start', 'Start', 'Start'),
  steps: [
    OUTCOME_STEP,
    stepIn(START, WHO),
    ...ENTRY_STEPS,
    stepIn(START, 'start.voluntary'),
    {
      ...stepIn(START, SUITS),
      options: [
        YES,
        option(
          'no',
          say('Nei, en annen gang', 'Nei, ein annan gong', 'No, another time'),
          say('Da finner vi en ny tid.', 'Då finn vi ei ny tid.', 'Then we find a new time.'),
        ),
      ],
    },
    {
      id: STOPPED,
      type: 'yesno',
      text: say('Vil beboeren stoppe her?', 'Vil bebuaren stoppe her?', 'Does the resident want to stop here?'),
      help: say('Det som er sagt, er lagret.', 'Det som er sagt, er lagra.', 'What was said is saved.'),
      source: 'N 4.6; DOMAIN 4.3',
      showIf: [after(...GOES_ON)],
      isByButton: true,
      options: [
        option('yes', say('Ja, vi stopper', 'Ja, vi stoppar', 'Yes, we stop')),
        option('no', say('Nei, vi går videre', 'Nei, vi går vidare', 'No, we go on')),
      ],
      writes: [{ kind: 'outcome', to: 'home_short', when: ['yes'] }],
    },
  ],
}
