// G7, follow-up after an eviction or a forced sale, version 1 (DOMAIN.md 4.5, rows 7.1 to 7.10; O-4, O-6). First whether
// she is safe tonight; then her things; then, for the worker alone, what we knew and did.

import type { Block, Condition, Guide, GuideText } from '#domain/guide.ts'
import { localDate } from '#domain/ids.ts'
import { AFTER_2, childBlock, endSteps2, REFUSAL, START_2, WHO, whileItGoesOn2 } from './blocks-2.ts'
import { NO, option, say, UNSURE, YES } from './words.ts'

const children: Condition = {
  kind: 'any',
  of: [
    { kind: 'fact', fact: 'childrenLiveHere' },
    { kind: 'includes', step: WHO, any: ['children'] },
  ],
}

const TONIGHT: Block = {
  id: 'tonight',
  title: say('I natt', 'I natt', 'Tonight'),
  steps: [
    {
      id: 'tonight.how',
      type: 'text',
      text: say('Hvordan går det med deg?', 'Korleis går det med deg?', 'How are you?'),
      source: 'DOMAIN 4.5 G7 7.1; O-6',
      writes: [{ kind: 'observe', area: 'mood', basis: 'told_by_resident' }],
    },
    {
      id: 'tonight.where',
      type: 'single',
      text: say('Hvor sover du i natt?', 'Kvar søv du i natt?', 'Where will you sleep tonight?'),
      source: 'DOMAIN 4.5 G7 7.2; N 2.5.2',
      options: [
        option('with_others', say('Hos noen', 'Hos nokon', 'With somebody')),
        option('temporary', say('Midlertidig sted', 'Mellombels stad', 'Temporary place')),
        option('institution', say('Institusjon', 'Institusjon', 'Institution')),
        option('outdoors', say('Ute', 'Ute', 'Outdoors')),
        UNSURE,
      ],
      hasNote: true,
      writes: [
        {
          kind: 'stay',
          places: { with_others: 'with_others', temporary: 'temporary_unit', institution: 'institution', outdoors: 'outdoors' },
        },
      ],
      raises: [{ when: ['outdoors', 'unsure'], concern: 'C-HOMELESS' }],
      hint: 'H30',
    },
    {
      id: 'tonight.children',
      type: 'text',
      text: say('Hvor er barna nå?', 'Kvar er barna no?', 'Where are the children now?'),
      source: 'DOMAIN 4.5 G7 7.3; O-3',
      showIf: [children],
      writes: [{ kind: 'observe', area: 'children', basis: 'told_by_resident' }],
    },
  ],
}

/** B-CHILD asks of a home: here it is lost, so nobody lives «here», and what happens to it has happened. */
const CHILD_WORDS: Readonly<Record<string, GuideText>> = {
  'child.count': say(
    'Hvor mange barn har du omsorg for, hele eller deler av tiden?',
    'Kor mange barn har du omsorg for, heile eller delar av tida?',
    'How many children are in your care, all or part of the time?',
  ),
  'child.knows': say(
    'Vet barna hva som har skjedd med boligen?',
    'Veit barna kva som har skjedd med bustaden?',
    'Do the children know what has happened to the home?',
  ),
}
const ASKED = childBlock(false)
const CHILDREN: Block = { ...ASKED, steps: ASKED.steps.map((step) => ({ ...step, text: CHILD_WORDS[step.id] ?? step.text })) }

const THINGS: Block = {
  id: 'things',
  title: say('Tingene dine', 'Tinga dine', 'Your things'),
  steps: [
    {
      id: 'things.deadline',
      type: 'info',
      text: say(
        '«Tingene dine må hentes. Trygg frist er {belongingsDate}.»',
        '«Tinga dine må hentast. Trygg frist er {belongingsDate}.»',
        '“Your things must be collected. The safe deadline is {belongingsDate}.”',
      ),
      source: 'DOMAIN 4.5 G7 7.4; DOMAIN 3.3 D10',
      showIf: [{ kind: 'fact', fact: 'hasBelongingsDate' }],
      writes: [],
    },
    {
      id: 'things.where',
      type: 'single',
      text: say('Hvor er tingene dine?', 'Kvar er tinga dine?', 'Where are your things?'),
      source: 'DOMAIN 4.5 G7 7.4; DOMAIN 3.3 D10',
      options: [
        option('fetched', say('Jeg har dem', 'Eg har dei', 'I have them')),
        option('with_others', say('Hos noen', 'Hos nokon', 'With somebody')),
        option('stored', say('På lager', 'På lager', 'In storage')),
        option('left', say('I boligen', 'I bustaden', 'In the home')),
        UNSURE,
      ],
      hasNote: true,
      writes: [
        {
          kind: 'task',
          to: 'me',
          due: 'week',
          when: ['stored', 'left', 'unsure'],
          title: say('Hjelp beboeren å hente tingene.', 'Hjelp bebuaren å hente tinga.', 'Help the resident collect the things.'),
        },
      ],
    },
    {
      id: 'things.when',
      type: 'date',
      text: say('Når skal de hentes?', 'Når skal dei hentast?', 'When will they be collected?'),
      source: 'DOMAIN 4.5 G7 7.4',
      showIf: [{ kind: 'answered', step: 'things.where', is: ['stored', 'left'] }],
      writes: [],
    },
    {
      id: 'things.missing',
      type: 'multi',
      text: say('Er det noe av dette du mangler?', 'Er det noko av dette du manglar?', 'Are you missing any of these?'),
      source: 'DOMAIN 4.5 G7 7.5',
      options: [
        { ...option('none', say('Nei, jeg har alt', 'Nei, eg har alt', 'No, I have everything')), isAlone: true },
        option('medicine', say('Medisiner', 'Medisinar', 'Medicine')),
        option('id', say('Legitimasjon', 'Legitimasjon', 'Identity card')),
        option('phone', say('Telefon', 'Telefon', 'Phone')),
        option('card', say('Bankkort', 'Bankkort', 'Bank card')),
      ],
      hasNote: true,
      writes: [
        {
          kind: 'taskEach',
          to: 'me',
          due: 'today',
          when: ['medicine', 'id', 'phone', 'card'],
          title: say(
            'Skaff det beboeren mangler: {what}',
            'Skaff det bebuaren manglar: {what}',
            'Get what the resident is missing: {what}',
          ),
        },
      ],
    },
  ],
}

const AHEAD: Block = {
  id: 'ahead',
  title: say('Veien videre', 'Vegen vidare', 'The way on'),
  steps: [
    {
      id: 'ahead.reach',
      type: 'text',
      text: say('Hvor kan vi nå deg?', 'Kvar kan vi nå deg?', 'Where can we reach you?'),
      source: 'DOMAIN 4.5 G7 7.6',
      writes: [{ kind: 'set', type: 'resident', field: 'reachedAt' }],
    },
    {
      id: 'ahead.first',
      type: 'text',
      text: say('Hva trenger du først?', 'Kva treng du først?', 'What do you need first?'),
      source: 'DOMAIN 4.5 G7 7.7',
      writes: [
        {
          kind: 'task',
          to: 'me',
          due: 'today',
          withWords: true,
          title: say('Det beboeren trenger først:', 'Det bebuaren treng først:', 'What the resident needs first:'),
        },
      ],
    },
    {
      id: 'ahead.together',
      type: 'single',
      text: say('Vil du at vi jobber videre sammen?', 'Vil du at vi jobbar vidare saman?', 'Would you like us to go on working together?'),
      source: 'DOMAIN 4.5 G7 7.8; N 4.6',
      options: [YES, option('think', say('Vil tenke', 'Vil tenkje', 'Will think')), NO],
      hasNote: true,
      writes: [
        {
          kind: 'task',
          to: 'coordinator',
          due: 'week',
          when: ['yes'],
          title: say(
            'Beboeren vil jobbe videre. Lag en plan for en fast bolig.',
            'Bebuaren vil jobbe vidare. Lag ein plan for ein fast bustad.',
            'The resident wants to go on. Make a plan for a permanent home.',
          ),
        },
      ],
    },
    {
      id: 'ahead.fine',
      type: 'info',
      text: say(
        '«Det er helt greit. Du bestemmer selv. Du kan ringe oss når du vil.»',
        '«Det er heilt greitt. Du bestemmer sjølv. Du kan ringje oss når du vil.»',
        '“That is quite all right. It is up to you. You can ring us whenever you like.”',
      ),
      source: 'DOMAIN 4.3; N 4.6',
      showIf: [{ kind: 'answered', step: 'ahead.together', is: ['no'] }],
      writes: [],
      hint: 'H01',
    },
    {
      id: 'ahead.again',
      type: 'single',
      text: say(
        'Er det greit at jeg kommer innom igjen en gang, eller vil du helst ringe selv?',
        'Er det greitt at eg kjem innom att ein gong, eller vil du helst ringje sjølv?',
        'Is it all right if I drop by again some time, or would you rather ring yourself?',
      ),
      source: 'DOMAIN 4.3; N 4.6',
      showIf: [{ kind: 'answered', step: 'ahead.together', is: ['no'] }],
      options: [
        option('may_be_contacted', say('Kom gjerne innom', 'Kom gjerne innom', 'Do drop by')),
        option('will_call_self', say('Jeg ringer selv', 'Eg ringjer sjølv', 'I will ring')),
        option('no_contact', say('Ikke kontakt meg om dette', 'Ikkje kontakt meg om dette', 'Do not contact me about this')),
      ],
      writes: [{ kind: 'refusal' }, { kind: 'contactStop', when: ['no_contact'] }],
    },
  ],
}

const LOOKED_BACK: Block = {
  id: 'back',
  title: say('Det vi visste og gjorde', 'Det vi visste og gjorde', 'What we knew and did'),
  steps: [
    {
      id: 'back.learned',
      type: 'text',
      text: say(
        'Hva ble gjort før utkastelsen, og hva kan vi lære?',
        'Kva vart gjort før utkastinga, og kva kan vi lære?',
        'What was done before the eviction, and what can we learn?',
      ),
      help: say('Kort. Til deg og kontoret.', 'Kort. Til deg og kontoret.', 'Keep it short. For you and the office.'),
      source: 'DOMAIN 4.5 G7 7.9; O-4',
      isWorkerOnly: true,
      writes: [{ kind: 'assessment', assessment: 'post_eviction', part: 'conclusion' }],
      hint: 'H26',
    },
    {
      id: 'back.forward',
      type: 'single',
      text: say('Bør saken sendes videre?', 'Bør saka sendast vidare?', 'Should the case be passed on?'),
      help: say('Skriv til hvem, og hvorfor.', 'Skriv til kven, og kvifor.', 'Write to whom, and why.'),
      source: 'DOMAIN 4.5 G7 7.10; O-4',
      isWorkerOnly: true,
      hasNote: true,
      options: [YES, option('maybe', say('Kanskje', 'Kanskje', 'Maybe')), NO],
      writes: [{ kind: 'assessment', assessment: 'post_eviction', part: 'forward' }],
    },
    {
      id: 'back.own',
      type: 'single',
      text: say('Skal vi gjøre noe selv?', 'Skal vi gjere noko sjølve?', 'Shall we do something ourselves?'),
      help: say('Skriv hva.', 'Skriv kva.', 'Write what.'),
      source: 'DOMAIN 4.5 G7 7.10; O-4',
      isWorkerOnly: true,
      hasNote: true,
      options: [YES, NO],
      writes: [{ kind: 'assessment', assessment: 'post_eviction', part: 'ownMeasures' }],
    },
  ],
}

export const G7_V1: Guide = {
  code: 'G7',
  version: 1,
  validFrom: localDate('2026-01-01'),
  title: say('Etter utkastelse', 'Etter utkasting', 'After an eviction'),
  purpose: say(
    'Trygghet i natt, tingene på plass, og en vei til et nytt hjem.',
    'Tryggleik i natt, tinga på plass, og ein veg til ein ny heim.',
    'Safety tonight, the things in place, and a way to a new home.',
  ),
  visitKinds: ['post_eviction'],
  blocks: [
    START_2,
    AFTER_2,
    { ...TONIGHT, showIf: whileItGoesOn2 },
    CHILDREN,
    ...[THINGS, AHEAD, LOOKED_BACK].map((block) => ({ ...block, showIf: whileItGoesOn2 })),
    REFUSAL,
    {
      id: 'end',
      title: say('Avslutning', 'Avslutning', 'Closing'),
      steps: endSteps2({ kind: 'answeredNot', step: 'ahead.again', is: ['no_contact'] }),
    },
  ],
}
