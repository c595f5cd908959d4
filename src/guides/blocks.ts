// The blocks every guide shares (DOMAIN.md 4.2): B-START, B-NOT with what follows each outcome, B-CHILD, B-SAFE, B-END.
// Words are for saying aloud. Nothing here is required except how it went and who was there.
// B-NO is not part of this version: a refusal gets its calm words here and goes on to the end.

import type { Outcome } from '#domain/codes.ts'
import type { Block, Condition, Option, Step } from '#domain/guide.ts'
import { NO, option, say, UNSURE, YES } from './words.ts'

const OUTCOME_OPTIONS: readonly (Option & { readonly code: Outcome })[] = [
  { code: 'home_full', text: say('Hjemme – besøket gjennomført', 'Heime – besøket gjennomført', 'At home – full visit') },
  { code: 'home_short', text: say('Hjemme – kort besøk', 'Heime – kort besøk', 'At home – short visit') },
  { code: 'home_at_door', text: say('Snakket i døra', 'Snakka i døra', 'Talked at the door') },
  { code: 'phone_instead', text: say('Tatt på telefon', 'Teke på telefon', 'By phone instead') },
  { code: 'not_home', text: say('Ikke hjemme', 'Ikkje heime', 'Not at home') },
  {
    code: 'no_answer',
    text: say('Åpnet ikke', 'Opna ikkje', 'Did not open'),
    hint: say('Lyd eller lys inne', 'Lyd eller lys inne', 'Sound or light inside'),
  },
  { code: 'declined_entry', text: say('Ville ikke slippe inn i dag', 'Ville ikkje sleppe inn i dag', 'Did not want to let us in today') },
  { code: 'declined_service', text: say('Ønsker ikke oppfølging', 'Ønskjer ikkje oppfølging', 'Does not want follow-up') },
  { code: 'cancelled_by_resident', text: say('Beboeren avlyste', 'Bebuaren avlyste', 'The resident cancelled') },
  { code: 'cancelled_by_service', text: say('Vi avlyste', 'Vi avlyste', 'We cancelled') },
  {
    code: 'intoxicated',
    text: say('Ruset – vanskelig å gjennomføre', 'Rusa – vanskeleg å gjennomføre', 'Intoxicated – hard to go through with'),
  },
  { code: 'unwell', text: say('Syk eller uklar', 'Sjuk eller uklar', 'Ill or confused') },
  { code: 'unsafe_left', text: say('Avbrutt – det var ikke trygt', 'Avbrote – det var ikkje trygt', 'Cut short – it was not safe') },
  { code: 'moved', text: say('Flyttet', 'Flytta', 'Moved') },
  { code: 'wrong_address', text: say('Feil adresse', 'Feil adresse', 'Wrong address') },
  { code: 'hospital_or_detox', text: say('Innlagt eller på avrusning', 'Innlagd eller på avrusing', 'In hospital or detox') },
  { code: 'imprisoned', text: say('I fengsel', 'I fengsel', 'In prison') },
  { code: 'deceased', text: say('Død', 'Død', 'Deceased') },
]

/** The guide goes on with its own blocks after these; every other outcome takes the short way. */
const GOES_ON: readonly Outcome[] = ['home_full', 'home_short', 'phone_instead']
const TAKES_SHORT_WAY: readonly Outcome[] = OUTCOME_OPTIONS.map((one) => one.code).filter((code) => !GOES_ON.includes(code))

const OUTCOME = 'start.outcome'
const WHO = 'start.who'
const SUITS = 'start.suits'
const after = (...is: readonly Outcome[]): Condition => ({ kind: 'answered', step: OUTCOME, is })

/** Shown until it is known that there will be no talk about it today. */
export const whileItGoesOn: readonly Condition[] = [
  { kind: 'answeredNot', step: OUTCOME, is: TAKES_SHORT_WAY },
  { kind: 'answeredNot', step: SUITS, is: ['no'] },
]
/** On the telephone nothing is seen and nothing is done together. */
export const inTheHome: Condition = { kind: 'answeredNot', step: OUTCOME, is: ['phone_instead'] }
const childrenHere: Condition = {
  kind: 'any',
  of: [
    { kind: 'fact', fact: 'childrenLiveHere' },
    { kind: 'includes', step: WHO, any: ['children'] },
  ],
}

export const START: Block = {
  id: 'start',
  title: say('Start', 'Start', 'Start'),
  steps: [
    {
      id: OUTCOME,
      type: 'single',
      text: say('Hvordan gikk det?', 'Korleis gjekk det?', 'How did it go?'),
      help: say(
        'Kan endres helt til du trykker Ferdig.',
        'Kan endrast heilt til du trykkjer Ferdig.',
        'You can change it until you press Done.',
      ),
      source: 'DOMAIN 2.9; N 4.6',
      options: OUTCOME_OPTIONS,
      isRequired: true,
      isWorkerOnly: true,
      writes: [
        { kind: 'outcome' },
        { kind: 'contactAttempt', way: 'door', result: 'no_answer', when: ['not_home', 'no_answer'] },
        { kind: 'contactAttempt', way: 'door', result: 'refused', when: ['declined_entry', 'declined_service'] },
        {
          kind: 'task',
          to: 'me',
          when: ['cancelled_by_service'],
          unlessNextVisit: true,
          title: say(
            'Vi avlyste. Avtal en ny tid med beboeren.',
            'Vi avlyste. Avtal ei ny tid med bebuaren.',
            'We cancelled. Agree a new time with the resident.',
          ),
        },
        {
          kind: 'task',
          to: 'coordinator',
          when: ['hospital_or_detox', 'imprisoned'],
          title: say(
            'Beboeren er borte en tid. Skal planen ha pause?',
            'Bebuaren er borte ei tid. Skal planen ha pause?',
            'The resident is away for a while. Should the plan pause?',
          ),
        },
        {
          kind: 'task',
          to: 'coordinator',
          when: ['deceased'],
          title: say(
            'Beboeren er død. Stopp alle brev og avtaler.',
            'Bebuaren er død. Stopp alle brev og avtalar.',
            'The resident has died. Stop all letters and appointments.',
          ),
        },
      ],
      raises: [{ when: ['unsafe_left'], concern: 'C-STAFF' }],
    },
    {
      id: WHO,
      type: 'multi',
      text: say('Hvem er her?', 'Kven er her?', 'Who is here?'),
      help: say('Ingen navn.', 'Ingen namn.', 'No names.'),
      source: 'DOMAIN 2.9; O-3',
      showIf: [after('home_full', 'home_short', 'home_at_door')],
      options: [
        option('resident', say('Beboeren', 'Bebuaren', 'The resident')),
        option(
          'children',
          say('Barn', 'Barn', 'Children'),
          say('Legg merke til hvordan barna har det.', 'Legg merke til korleis barna har det.', 'Notice how the children are doing.'),
        ),
        option('partner', say('Partner', 'Partnar', 'Partner')),
        option('friends', say('Venner', 'Vener', 'Friends')),
        option('others', say('Andre', 'Andre', 'Others')),
        option('animals', say('Dyr', 'Dyr', 'Animals')),
      ],
      isRequired: true,
      isWorkerOnly: true,
      writes: [
        { kind: 'set', type: 'visit', field: 'othersPresent' },
        { kind: 'set', type: 'household', field: 'childrenKnown', value: 'yes', when: ['children'] },
      ],
    },
    {
      id: 'start.voluntary',
      type: 'info',
      text: say(
        '«Før vi begynner: Dette er frivillig. Du bestemmer hva du vil svare på, og du kan si stopp når som helst. Jeg skriver noen notater. Du kan få se dem.»',
        '«Før vi byrjar: Dette er frivillig. Du bestemmer kva du vil svare på, og du kan seie stopp når som helst. Eg skriv nokre notat. Du kan få sjå dei.»',
        '“Before we start: This is voluntary. You decide what you want to answer, and you can say stop at any time. I write some notes. You may see them.”',
      ),
      source: 'N 4.6',
      showIf: [{ kind: 'fact', fact: 'firstVisitOrSixMonths' }, after(...GOES_ON)],
      options: [option('said', say('Jeg har sagt det', 'Eg har sagt det', 'I have said it'))],
      writes: [{ kind: 'set', type: 'visit', field: 'voluntaryInfoGiven', value: true, when: ['said'] }],
      hint: 'H01',
    },
    {
      id: SUITS,
      type: 'yesno',
      text: say('Passer det nå?', 'Passar det no?', 'Is this a good time?'),
      source: 'N 4.6',
      showIf: [after('home_full')],
      options: [
        YES,
        option(
          'no',
          say('Nei, en annen gang', 'Nei, ein annan gong', 'No, another time'),
          say(
            'Dere avtaler en ny tid, og det blir et kort besøk.',
            'De avtalar ei ny tid, og det blir eit kort besøk.',
            'You agree a new time, and it becomes a short visit.',
          ),
        ),
      ],
      writes: [{ kind: 'outcome', to: 'home_short', when: ['no'] }],
    },
  ],
}

/** The short way: B-NOT at a closed door, and the *After it* of every other outcome (DOMAIN.md 2.9). */
export const AFTER: Block = {
  id: 'after',
  title: say('Det som skjedde', 'Det som hende', 'What happened'),
  showIf: [after(...TAKES_SHORT_WAY)],
  steps: [
    {
      id: 'after.message',
      type: 'single',
      text: say('La du igjen en beskjed?', 'La du att ein beskjed?', 'Did you leave a message?'),
      help: say(
        'Skriv aldri NAV, hvorfor du kom, eller gjeld der andre kan lese det.',
        'Skriv aldri NAV, kvifor du kom, eller gjeld der andre kan lese det.',
        'Never write NAV, why you came, or debt where others can read it.',
      ),
      source: 'DOMAIN 4.2 B-NOT; O-2',
      showIf: [after('not_home', 'no_answer')],
      isWorkerOnly: true,
      options: [
        NO,
        option('note', say('Nøytral lapp i lukket konvolutt', 'Nøytral lapp i lukka konvolutt', 'Neutral note in a closed envelope')),
        option(
          'sms',
          say('SMS', 'SMS', 'Text message'),
          say('Når beboeren har sagt ja til det', 'Når bebuaren har sagt ja til det', 'When the resident has agreed to it'),
        ),
      ],
      writes: [{ kind: 'contactAttempt', way: 'door', result: 'left_message', when: ['note', 'sms'] }],
    },
    {
      id: 'after.signs',
      type: 'multi',
      text: say(
        'Var det tegn til at noen kan trenge hjelp?',
        'Var det teikn til at nokon kan trenge hjelp?',
        'Were there signs that somebody may need help?',
      ),
      source: 'DOMAIN 4.2 B-NOT; O-3',
      showIf: [after('not_home', 'no_answer')],
      isWorkerOnly: true,
      hasNote: true,
      options: [
        { ...option('none', say('Nei', 'Nei', 'No')), isAlone: true },
        option('post', say('Posten hoper seg opp', 'Posten hopar seg opp', 'Post is piling up')),
        option('smell', say('Lukt', 'Lukt', 'Smell')),
        option('distress', say('Lyd av nød', 'Lyd av naud', 'Sounds of distress')),
        option('child_alone', say('Barn alene', 'Barn åleine', 'A child alone')),
        option('other', say('Annet', 'Anna', 'Something else')),
      ],
      writes: [
        {
          kind: 'observe',
          area: 'post',
          basis: 'seen',
          when: ['post'],
          text: say('Posten hoper seg opp.', 'Posten hopar seg opp.', 'Post is piling up.'),
        },
      ],
      raises: [
        { when: ['post', 'smell', 'distress', 'other'], concern: 'C-ACUTE' },
        { when: ['child_alone'], concern: 'C-CHILD' },
      ],
    },
    {
      id: 'after.nothingByItself',
      type: 'info',
      text: say(
        'Ingenting skjer av seg selv. Du og kontoret bestemmer neste steg.',
        'Ingenting skjer av seg sjølv. Du og kontoret bestemmer neste steg.',
        'Nothing happens by itself. You and the office decide the next step.',
      ),
      source: 'N 4.6; O-2',
      showIf: [after('not_home', 'no_answer')],
      isWorkerOnly: true,
      writes: [],
      hint: 'H03',
    },
    {
      id: 'after.door',
      type: 'text',
      text: say('Hva snakket dere om?', 'Kva snakka de om?', 'What did you talk about?'),
      help: say('Kort. Det du så og hørte.', 'Kort. Det du såg og høyrde.', 'Keep it short. What you saw and heard.'),
      source: 'DOMAIN 2.9',
      showIf: [after('home_at_door')],
      isWorkerOnly: true,
      writes: [{ kind: 'observe', area: 'own_wish', basis: 'told_by_resident' }],
    },
    {
      id: 'after.refusal',
      type: 'info',
      text: say(
        '«Det er helt greit. Du bestemmer selv.»',
        '«Det er heilt greitt. Du bestemmer sjølv.»',
        '“That is quite all right. It is up to you.”',
      ),
      help: say(
        'Et nei er også et svar. Utleier får ikke vite noe.',
        'Eit nei er òg eit svar. Utleigaren får ikkje vite noko.',
        'A no is an answer too. The landlord is told nothing.',
      ),
      source: 'N 4.6; DOMAIN 4.3',
      showIf: [after('declined_entry', 'declined_service')],
      writes: [],
      hint: 'H01',
    },
    {
      id: 'after.cancelled',
      type: 'info',
      text: say(
        '«Det går fint. Vil du ha et nytt tidspunkt, eller ringer du når det passer?»',
        '«Det går fint. Vil du ha eit nytt tidspunkt, eller ringjer du når det passar?»',
        '“That’s fine. Would you like a new time, or will you ring when it suits you?”',
      ),
      source: 'N 4.6',
      showIf: [after('cancelled_by_resident')],
      writes: [],
      hint: 'H04',
    },
    {
      id: 'after.weCancelled',
      type: 'info',
      text: say(
        'Det var vi som avlyste. Da skylder vi en ny tid.',
        'Det var vi som avlyste. Då skuldar vi ei ny tid.',
        'We were the ones who cancelled. So we owe a new time.',
      ),
      help: say(
        'Avtal den nå, så blir det ingen oppgave av det.',
        'Avtal ho no, så blir det inga oppgåve av det.',
        'Agree on it now, and no task is made of it.',
      ),
      source: 'DOMAIN 2.9; N 5.4',
      showIf: [after('cancelled_by_service')],
      writes: [],
    },
    {
      id: 'after.anotherDay',
      type: 'info',
      text: say(
        '«Vi tar det en annen dag. Når passer det?»',
        '«Vi tek det ein annan dag. Når passar det?»',
        '“Let’s do it another day. When would suit you?”',
      ),
      help: say('Du trenger ikke skrive mer enn det.', 'Du treng ikkje skrive meir enn det.', 'You need not write more than that.'),
      source: 'DOMAIN 2.9; N App.2',
      showIf: [after('intoxicated')],
      writes: [],
    },
    {
      id: 'after.health',
      type: 'single',
      text: say('Trenger beboeren helsehjelp i dag?', 'Treng bebuaren helsehjelp i dag?', 'Does the resident need health care today?'),
      help: say(
        'Skriv det du ser og hører, ikke en diagnose.',
        'Skriv det du ser og høyrer, ikkje ein diagnose.',
        'Write what you see and hear, not a diagnosis.',
      ),
      source: 'N 4.4; DOMAIN 4.4 C-HEALTH',
      showIf: [after('unwell')],
      isWorkerOnly: true,
      hasNote: true,
      options: [NO, option('unsure', say('Usikker', 'Usikker', 'Not sure')), YES],
      writes: [{ kind: 'observe', area: 'health', basis: 'seen' }],
      raises: [{ when: ['unsure', 'yes'], concern: 'C-HEALTH' }],
    },
    {
      id: 'after.safeFirst',
      type: 'info',
      text: say(
        'Kom deg i trygghet først. Ring lederen din. Skriv etterpå.',
        'Kom deg i tryggleik først. Ring leiaren din. Skriv etterpå.',
        'Get to safety first. Ring your leader. Write afterwards.',
      ),
      source: 'N 4.7',
      showIf: [after('unsafe_left')],
      isWorkerOnly: true,
      writes: [],
    },
    {
      id: 'after.movedTo',
      type: 'text',
      text: say('Vet du hvor beboeren bor nå?', 'Veit du kvar bebuaren bur no?', 'Do you know where the resident lives now?'),
      help: say('«Vet ikke» er også et svar.', '«Veit ikkje» er òg eit svar.', '“Don’t know” is an answer too.'),
      source: 'DOMAIN 2.9; N 4.5',
      showIf: [after('moved')],
      isWorkerOnly: true,
      writes: [
        {
          kind: 'task',
          to: 'coordinator',
          withWords: true,
          title: say(
            'Beboeren har flyttet. Sjekk adresse, leieforhold og avtaler.',
            'Bebuaren har flytta. Sjekk adresse, leigeforhold og avtalar.',
            'The resident has moved. Check address, tenancy and appointments.',
          ),
        },
      ],
      hint: 'H30',
    },
    {
      id: 'after.rightAddress',
      type: 'text',
      text: say('Vet du riktig adresse?', 'Veit du rett adresse?', 'Do you know the right address?'),
      source: 'DOMAIN 2.9',
      showIf: [after('wrong_address')],
      isWorkerOnly: true,
      writes: [
        {
          kind: 'task',
          to: 'coordinator',
          withWords: true,
          title: say('Feil adresse. Rett den opp.', 'Feil adresse. Rett ho opp.', 'Wrong address. Put it right.'),
        },
      ],
    },
    {
      id: 'after.away',
      type: 'info',
      text: say(
        'Kontoret får spørsmål om planen skal ha pause. Boligen og hjelpen består.',
        'Kontoret får spørsmål om planen skal ha pause. Bustaden og hjelpa består.',
        'The office is asked whether the plan should pause. The home and the help remain.',
      ),
      source: 'DOMAIN 2.9; N App.1',
      showIf: [after('hospital_or_detox', 'imprisoned')],
      isWorkerOnly: true,
      writes: [],
      hint: 'H30',
    },
    {
      id: 'after.deceased',
      type: 'info',
      text: say(
        'Ring lederen din nå. Kontoret stopper alle brev.',
        'Ring leiaren din no. Kontoret stoppar alle brev.',
        'Ring your leader now. The office stops all letters.',
      ),
      help: say(
        'Ta deg tid. Du trenger ikke skrive mer i dag.',
        'Ta deg tid. Du treng ikkje skrive meir i dag.',
        'Take your time. You need not write more today.',
      ),
      source: 'DOMAIN 2.9',
      showIf: [after('deceased')],
      isWorkerOnly: true,
      writes: [],
    },
    {
      id: 'after.childWorry',
      type: 'single',
      text: say(
        'Så du eller hørte du noe som gjør deg bekymret for et barn?',
        'Såg du eller høyrde du noko som gjer deg uroleg for eit barn?',
        'Did you see or hear anything that makes you worried about a child?',
      ),
      source: 'O-3; DOMAIN 0.4',
      showIf: [
        childrenHere,
        after('not_home', 'no_answer', 'home_at_door', 'declined_entry', 'declined_service', 'intoxicated', 'unwell', 'unsafe_left'),
      ],
      isWorkerOnly: true,
      options: [NO, option('unsure', say('Usikker', 'Usikker', 'Not sure')), YES],
      writes: [],
      raises: [{ when: ['unsure', 'yes'], concern: 'C-CHILD' }],
    },
  ],
}

/** B-CHILD: four questions when children live here or are here now. */
export const CHILD_STEPS: readonly Step[] = [
  {
    id: 'child.count',
    type: 'number',
    text: say(
      'Hvor mange barn bor her, hele eller deler av tiden?',
      'Kor mange barn bur her, heile eller delar av tida?',
      'How many children live here, all or part of the time?',
    ),
    source: 'O-0; O-3',
    showIf: [childrenHere],
    writes: [{ kind: 'childrenCount' }],
  },
  {
    id: 'child.needs',
    type: 'single',
    text: say(
      'Har barna det de trenger nå – mat, varme, søvn, skoleklær?',
      'Har barna det dei treng no – mat, varme, søvn, skuleklede?',
      'Do the children have what they need now – food, warmth, sleep, clothes for school?',
    ),
    source: 'O-3',
    showIf: [childrenHere],
    options: [YES, option('partly', say('Delvis', 'Delvis', 'Partly')), NO, UNSURE],
    asksBasis: true,
    hasNote: true,
    writes: [{ kind: 'observe', area: 'children', basis: 'told_by_resident', levels: { yes: 4, partly: 2, no: 1 } }],
    raises: [{ when: ['no'], concern: 'C-CHILD' }],
  },
  {
    id: 'child.knows',
    type: 'single',
    text: say(
      'Vet barna om det som skjer med boligen?',
      'Veit barna om det som skjer med bustaden?',
      'Do the children know what is happening with the home?',
    ),
    help: say(
      'Snakk om hva barna trenger å vite, og hvem som sier det.',
      'Snakk om kva barna treng å vite, og kven som seier det.',
      'Talk about what the children need to know, and who tells them.',
    ),
    source: 'O-3',
    showIf: [childrenHere],
    options: [YES, NO, UNSURE],
    writes: [],
  },
  {
    id: 'child.worry',
    type: 'single',
    text: say(
      'Så du eller hørte du noe som gjør deg bekymret for et barn?',
      'Såg du eller høyrde du noko som gjer deg uroleg for eit barn?',
      'Did you see or hear anything that makes you worried about a child?',
    ),
    help: say('Til deg som er på besøk.', 'Til deg som er på besøk.', 'For you who are visiting.'),
    source: 'O-3',
    showIf: [childrenHere],
    isWorkerOnly: true,
    options: [NO, option('unsure', say('Usikker', 'Usikker', 'Not sure')), YES],
    writes: [],
    raises: [{ when: ['unsure', 'yes'], concern: 'C-CHILD' }],
  },
]

const MET: readonly Outcome[] = [...GOES_ON, 'home_at_door']
const GONE: readonly Outcome[] = ['deceased', 'wrong_address', 'moved']

/** B-END and B-SAFE. */
export const END_STEPS: readonly Step[] = [
  {
    id: 'end.agreements',
    type: 'agreements',
    text: say('Hva ble vi enige om?', 'Kva vart vi einige om?', 'What did we agree on?'),
    help: say(
      'Inntil tre ting. Hvem gjør hva til neste gang?',
      'Inntil tre ting. Kven gjer kva til neste gong?',
      'Up to three things. Who does what before next time?',
    ),
    source: 'N 4.3 box; N 5.4',
    showIf: [{ kind: 'answeredNot', step: OUTCOME, is: [...GONE, 'not_home', 'no_answer'] }],
    writes: [{ kind: 'createTasks' }],
  },
  {
    id: 'end.next',
    type: 'nextVisit',
    text: say('Skal vi avtale neste besøk nå?', 'Skal vi avtale neste besøk no?', 'Shall we agree on the next visit now?'),
    source: 'N 4.6; N 5.4',
    showIf: [{ kind: 'answeredNot', step: OUTCOME, is: GONE }],
    writes: [{ kind: 'createVisit' }],
    hint: 'H04',
  },
  {
    id: 'end.read',
    type: 'single',
    text: say('Skal vi lese gjennom notatet sammen?', 'Skal vi lese gjennom notatet saman?', 'Shall we read through the note together?'),
    help: say(
      'Skriv slik at {name} ville kjent seg igjen.',
      'Skriv slik at {name} ville kjent seg att.',
      'Write so that {name} would recognise it.',
    ),
    source: 'DOMAIN 4.2 B-END; N 4.3 box',
    showIf: [{ kind: 'answered', step: OUTCOME, is: MET }],
    options: [
      option('read_together', say('Ja, vi leste sammen', 'Ja, vi las saman', 'Yes, we read it together')),
      option('offered', say('Tilbudt, men ikke nå', 'Tilbode, men ikkje no', 'Offered, but not now')),
      option('no', say('Nei', 'Nei', 'No')),
    ],
    writes: [{ kind: 'set', type: 'visit', field: 'residentSawNotes' }],
  },
  {
    id: 'end.thanks',
    type: 'info',
    text: say('«Takk for praten.»', '«Takk for praten.»', '“Thank you for the talk.”'),
    source: 'DOMAIN 4.2 B-END',
    showIf: [{ kind: 'answered', step: OUTCOME, is: MET }],
    writes: [],
  },
  {
    id: 'end.safe',
    type: 'single',
    text: say('Kjentes det trygt å være her?', 'Kjendest det trygt å vere her?', 'Did it feel safe to be here?'),
    help: say(
      'Bare for deg og lederen din. Står ikke i saken.',
      'Berre for deg og leiaren din. Står ikkje i saka.',
      'Only for you and your leader. Not part of the case.',
    ),
    source: 'N 4.7; DOMAIN 4.2 B-SAFE',
    showIf: [{ kind: 'answeredNot', step: OUTCOME, is: ['cancelled_by_resident', 'cancelled_by_service', 'phone_instead'] }],
    isWorkerOnly: true,
    isOwn: true,
    hasNote: true,
    options: [YES, option('a_bit', say('Litt utrygt', 'Litt utrygt', 'A little unsafe')), NO],
    writes: [{ kind: 'safetyReport', when: ['a_bit', 'no'] }],
    raises: [{ when: ['no'], concern: 'C-STAFF' }],
  },
]
