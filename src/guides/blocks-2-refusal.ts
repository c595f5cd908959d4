// B-NO (DOMAIN.md 4.3): a no is respected at once. One thing may be said, if she lets us; then what she answered, and
// the one question that is asked whatever she answered. Never a score, a red mark or a reason that must be given.

import type { Block, Condition, Step } from '#domain/guide.ts'
import { after, DECLINED, isStopped } from './blocks-2-start.ts'
import { option, say } from './words.ts'

const SAY = 'no.say'
export const REFUSAL_ANSWER = 'no.answer'
const mayISay: Condition = { kind: 'answered', step: SAY, is: ['yes'] }

/** Offered one at a time, and only when she let us say something (N 4.6: begin with the wish to keep the home). */
const PROMPTS: readonly Step[] = [
  {
    id: 'no.matters',
    type: 'text',
    text: say(
      '«Hva er det viktigste for deg med denne boligen?»',
      '«Kva er det viktigaste for deg med denne bustaden?»',
      '“What matters most to you about this home?”',
    ),
    source: 'N 4.6; DOMAIN 4.3',
    showIf: [mayISay],
    writes: [{ kind: 'observe', area: 'own_wish', basis: 'told_by_resident' }],
    hint: 'H02',
  },
  {
    id: 'no.otherHelp',
    type: 'text',
    text: say(
      '«Er det noe annet enn dette du heller vil ha hjelp til?»',
      '«Er det noko anna enn dette du heller vil ha hjelp til?»',
      '“Is there something else you would rather have help with?”',
    ),
    source: 'N 4.6; DOMAIN 4.3',
    showIf: [mayISay],
    writes: [{ kind: 'observe', area: 'own_wish', basis: 'told_by_resident' }],
  },
  {
    id: 'no.otherWay',
    type: 'single',
    text: say(
      '«Ville det vært lettere om det kom noen andre, eller om vi møttes et annet sted?»',
      '«Ville det vore lettare om det kom nokon andre, eller om vi møttest ein annan stad?»',
      '“Would it be easier if somebody else came, or if we met somewhere else?”',
    ),
    source: 'N 4.6; DOMAIN 4.3',
    showIf: [mayISay],
    options: [
      option('someone_else', say('Noen andre', 'Nokon andre', 'Somebody else')),
      option('elsewhere', say('Et annet sted', 'Ein annan stad', 'Somewhere else')),
      option('no', say('Nei', 'Nei', 'No')),
    ],
    hasNote: true,
    writes: [
      {
        kind: 'observe',
        area: 'own_wish',
        basis: 'told_by_resident',
        when: ['someone_else'],
        text: say('Vil heller at noen andre kommer.', 'Vil heller at nokon andre kjem.', 'Would rather that somebody else comes.'),
      },
      {
        kind: 'observe',
        area: 'own_wish',
        basis: 'told_by_resident',
        when: ['elsewhere'],
        text: say('Vil heller møtes et annet sted.', 'Vil heller møtast ein annan stad.', 'Would rather meet somewhere else.'),
      },
    ],
  },
  {
    id: 'no.comeBy',
    type: 'single',
    text: say(
      '«Er det greit at jeg kommer innom igjen en gang, eller vil du helst ringe selv?»',
      '«Er det greitt at eg kjem innom att ein gong, eller vil du helst ringje sjølv?»',
      '“Is it all right if I drop by again some time, or would you rather ring yourself?”',
    ),
    source: 'N 4.6; DOMAIN 4.3',
    showIf: [mayISay],
    options: [
      option('come_by', say('Greit å komme innom', 'Greitt å kome innom', 'Fine to drop by')),
      option('call_self', say('Ringer selv', 'Ringjer sjølv', 'Will ring')),
      option('neither', say('Ingen av delene', 'Ingen av delane', 'Neither')),
    ],
    writes: [],
  },
]

const ANSWER_STEPS: readonly Step[] = [
  {
    id: REFUSAL_ANSWER,
    type: 'single',
    text: say('Hva svarte beboeren?', 'Kva svarte bebuaren?', 'What did the resident answer?'),
    source: 'DOMAIN 4.3; N 4.6',
    showIf: [{ kind: 'answeredNot', step: SAY, is: ['no', 'no_contact'] }],
    isWorkerOnly: true,
    options: [
      option('wants_help', say('Vil ha hjelp likevel', 'Vil ha hjelp likevel', 'Wants help after all')),
      option('will_think', say('Vil tenke på det', 'Vil tenkje på det', 'Will think about it')),
      option('will_call_self', say('Vil ringe selv', 'Vil ringje sjølv', 'Will ring')),
      option('may_be_contacted', say('Kan kontaktes igjen', 'Kan kontaktast att', 'May be contacted again')),
      option('no_contact', say('Vil ikke kontaktes om dette', 'Vil ikkje kontaktast om dette', 'Does not want to be contacted about this')),
      option('no_answer', say('Vil ikke svare', 'Vil ikkje svare', 'Does not want to answer')),
    ],
    writes: [{ kind: 'refusal' }, { kind: 'contactStop', when: ['no_contact'] }],
  },
  {
    id: 'no.when',
    type: 'date',
    text: say('Når kan vi ta kontakt igjen?', 'Når kan vi ta kontakt att?', 'When may we get in touch again?'),
    source: 'DOMAIN 4.3',
    showIf: [
      { kind: 'answeredNot', step: SAY, is: ['no', 'no_contact'] },
      { kind: 'answered', step: REFUSAL_ANSWER, is: ['may_be_contacted'] },
    ],
    monthsAhead: 12,
    writes: [{ kind: 'refusal' }],
  },
  {
    id: 'no.contactStop',
    type: 'info',
    text: say(
      'Vi tar ikke kontakt om dette. Planlagte besøk stopper.',
      'Vi tek ikkje kontakt om dette. Planlagde besøk stoppar.',
      'We do not get in touch about this. Planned visits stop.',
    ),
    help: say(
      'Bare lederen kan oppheve det, når det kommer et nytt varsel. Da har vi plikt til å skrive.',
      'Berre leiaren kan oppheve det, når det kjem eit nytt varsel. Då har vi plikt til å skrive.',
      'Only the leader can lift it, when a new notice comes. Then we have a duty to write.',
    ),
    source: 'O-1; DOMAIN 4.3',
    showIf: [
      {
        kind: 'any',
        of: [
          { kind: 'answered', step: SAY, is: ['no_contact'] },
          { kind: 'answered', step: REFUSAL_ANSWER, is: ['no_contact'] },
        ],
      },
    ],
    isWorkerOnly: true,
    writes: [],
  },
]

/** Asked whatever was answered (DOMAIN.md 0.4): a refusal never hides a child or somebody who cannot follow. */
const SPECIAL: Step = {
  id: 'no.special',
  type: 'multi',
  text: say(
    'Er det barn, høy alder, eller tegn på at personen ikke forstår situasjonen?',
    'Er det barn, høg alder, eller teikn på at personen ikkje forstår situasjonen?',
    'Are there children, old age, or signs that the person does not understand the situation?',
  ),
  source: 'O-3; DOMAIN 4.3',
  isWorkerOnly: true,
  hasNote: true,
  options: [
    { ...option('none', say('Nei', 'Nei', 'No')), isAlone: true },
    option('children', say('Ja, barn', 'Ja, barn', 'Yes, children')),
    option('high_age', say('Ja, høy alder', 'Ja, høg alder', 'Yes, old age')),
    option(
      'not_understanding',
      say('Ja, forstår kanskje ikke situasjonen', 'Ja, forstår kanskje ikkje situasjonen', 'Yes, may not understand the situation'),
    ),
    option('unsure', say('Usikker', 'Usikker', 'Not sure')),
  ],
  writes: [
    { kind: 'assessment', assessment: 'special', part: 'children', says: { children: 'yes', none: 'no', unsure: 'unknown' } },
    { kind: 'assessment', assessment: 'special', part: 'highAge', says: { high_age: 'yes', none: 'no', unsure: 'unknown' } },
    { kind: 'assessment', assessment: 'special', part: 'needsHelp', says: { not_understanding: 'yes', none: 'no', unsure: 'unknown' } },
  ],
  raises: [
    { when: ['children'], concern: 'C-CHILD' },
    { when: ['high_age'], concern: 'C-AGE' },
    { fact: 'isOld', when: ['none', 'children', 'not_understanding', 'unsure'], concern: 'C-AGE' },
    { when: ['not_understanding'], concern: 'C-CAPACITY' },
  ],
  hint: 'H23',
}

export const REFUSAL: Block = {
  id: 'no',
  title: say('Det er greit', 'Det er greitt', 'That is all right'),
  showIf: [{ kind: 'any', of: [after(...DECLINED), isStopped] }],
  steps: [
    {
      id: SAY,
      type: 'single',
      text: say(
        '«Det er helt greit. Du bestemmer selv. Kan jeg få si én ting før jeg går?»',
        '«Det er heilt greitt. Du bestemmer sjølv. Kan eg få seie éin ting før eg går?»',
        '“That is quite all right. It is up to you. May I say one thing before I go?”',
      ),
      source: 'N 4.6; DOMAIN 4.3',
      options: [
        option('yes', say('Ja', 'Ja', 'Yes')),
        option('no', say('Nei', 'Nei', 'No')),
        option(
          'no_contact',
          say('Nei, og ikke kontakt meg om dette', 'Nei, og ikkje kontakt meg om dette', 'No, and do not contact me about this'),
        ),
      ],
      writes: [
        { kind: 'refusal', when: ['no_contact'] },
        { kind: 'contactStop', when: ['no_contact'] },
      ],
      hint: 'H01',
    },
    {
      id: 'no.date',
      type: 'info',
      text: say(
        '«Det jeg vet, er at det er satt en dato: {evictionDate}. Vi kan hjelpe hvis du vil. Du kan ringe {contactName}, {contactPhone}.»',
        '«Det eg veit, er at det er sett ein dato: {evictionDate}. Vi kan hjelpe om du vil. Du kan ringje {contactName}, {contactPhone}.»',
        '“What I know is that a date has been set: {evictionDate}. We can help if you want. You can ring {contactName}, {contactPhone}.”',
      ),
      source: 'DOMAIN 4.3; N 4.6',
      showIf: [mayISay, { kind: 'fact', fact: 'hasEvictionDate' }],
      writes: [],
    },
    ...PROMPTS,
    ...ANSWER_STEPS,
    SPECIAL,
  ],
}
