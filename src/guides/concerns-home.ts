// What is said and done when the home is at risk, or the worker's own safety (DOMAIN.md 4.4).

import type { ConcernGuide } from '#domain/guide.ts'
import { DONE } from './concern-done.ts'
import { say } from './words.ts'

export const HOME_CONCERNS: readonly ConcernGuide[] = [
  {
    code: 'C-EVICT',
    urgency: 'today',
    title: say('Utkastelsen kan være nær', 'Utkastinga kan vere nær', 'The eviction may be near'),
    say: say(
      'Si fra til kontoret i dag, så de følger saken dag for dag. Se på fristene i saken sammen med beboeren.',
      'Sei frå til kontoret i dag, så dei følgjer saka dag for dag. Sjå på fristane i saka saman med bebuaren.',
      'Tell the office today, so that they follow the case day by day. Look at the deadlines in the case together with the resident.',
    ),
    call: [],
    actions: [
      { action: 'told_leader', text: say('Sa fra til kontoret', 'Sa frå til kontoret', 'Told the office') },
      {
        action: 'talked_with_resident',
        text: say(
          'Gikk gjennom datoer og muligheter sammen',
          'Gjekk gjennom datoar og utvegar saman',
          'Went through dates and options together',
        ),
      },
      { action: 'assessed_no_action', text: DONE.nothing, needsReason: true },
    ],
    source: 'O-2',
  },
  {
    code: 'C-HOMELESS',
    urgency: 'now',
    title: say('Har ikke et sted å sove i natt', 'Har ikkje ein stad å sove i natt', 'Has nowhere to sleep tonight'),
    say: say(
      'Ring NAV-vakta nå, og be om midlertidig botilbud. Bli enige om hvor du når beboeren i kveld.',
      'Ring NAV-vakta no, og be om mellombels butilbod. Bli einige om kvar du når bebuaren i kveld.',
      'Call the NAV duty line now, and ask for temporary housing. Agree on where you can reach the resident tonight.',
    ),
    call: [],
    actions: [
      {
        action: 'told_leader',
        text: say('Ringte NAV-vakta eller kontoret', 'Ringde NAV-vakta eller kontoret', 'Called the NAV duty line or the office'),
      },
      {
        action: 'talked_with_resident',
        text: say(
          'Beboeren har et sted å sove i natt',
          'Bebuaren har ein stad å sove i natt',
          'The resident has somewhere to sleep tonight',
        ),
      },
      { action: 'called_emergency', text: DONE.emergency },
      { action: 'assessed_no_action', text: DONE.nothing, needsReason: true },
    ],
    source: 'N 2.5.2; N 7.3',
  },
  {
    code: 'C-NOPOWER',
    urgency: 'today',
    title: say('Strømmen er stengt eller blir stengt', 'Straumen er stengd eller blir stengd', 'The electricity is or will be cut'),
    say: say(
      'Ring nettselskapet sammen, og spør om stengingen kan vente. Si fra til kontoret: stønad til strøm kan haste.',
      'Ring nettselskapet saman, og spør om stenginga kan vente. Sei frå til kontoret: stønad til straum kan haste.',
      'Ring the grid company together, and ask whether the cut can wait. Tell the office: help with electricity may be urgent.',
    ),
    call: [],
    actions: [
      {
        action: 'talked_with_resident',
        text: say('Ringte nettselskapet sammen', 'Ringde nettselskapet saman', 'Rang the grid company together'),
      },
      {
        action: 'told_leader',
        text: say('Sa fra til kontoret om strømmen', 'Sa frå til kontoret om straumen', 'Told the office about the electricity'),
      },
      { action: 'assessed_no_action', text: DONE.nothing, needsReason: true },
    ],
    source: 'N 3.5',
  },
  {
    code: 'C-GUARDIAN',
    urgency: 'this_week',
    title: say('Kan trenge verge', 'Kan trenge verje', 'May need a guardian'),
    say: say(
      'Snakk med beboeren om verge. Det er frivillig. Kontoret hjelper med å søke.',
      'Snakk med bebuaren om verje. Det er frivillig. Kontoret hjelper med å søkje.',
      'Talk with the resident about a guardian. It is voluntary. The office helps to apply.',
    ),
    call: [],
    actions: [
      {
        action: 'talked_with_resident',
        text: say('Snakket med beboeren om verge', 'Snakka med bebuaren om verje', 'Talked with the resident about a guardian'),
      },
      { action: 'told_leader', text: say('Sa fra til kontoret', 'Sa frå til kontoret', 'Told the office') },
      { action: 'assessed_no_action', text: DONE.nothing, needsReason: true },
    ],
    source: 'N 4.3.2',
  },
  {
    code: 'C-EXPLOIT',
    urgency: 'this_week',
    title: say('Andre har tatt over boligen', 'Andre har teke over bustaden', 'Others have taken over the home'),
    say: say(
      'Snakk med beboeren alene, når det er trygt. Ta det opp i ansvarsgruppen. Politiet bare når beboeren vil, eller når det er fare.',
      'Snakk med bebuaren åleine, når det er trygt. Ta det opp i ansvarsgruppa. Politiet berre når bebuaren vil, eller når det er fare.',
      'Talk with the resident alone, when it is safe. Bring it up in the responsibility group. The police only if the resident wants, or when there is danger.',
    ),
    call: ['police'],
    actions: [
      {
        action: 'talked_with_resident',
        text: say('Snakket med beboeren alene', 'Snakka med bebuaren åleine', 'Talked with the resident alone'),
      },
      {
        action: 'told_leader',
        text: say(
          'Sa fra til leder eller ansvarsgruppen',
          'Sa frå til leiar eller ansvarsgruppa',
          'Told my leader or the responsibility group',
        ),
      },
      { action: 'called_emergency', text: say('Ringte 112', 'Ringde 112', 'Called 112') },
      { action: 'assessed_no_action', text: DONE.nothing, needsReason: true },
    ],
    source: 'N App.1',
  },
  {
    code: 'C-STAFF',
    urgency: 'now',
    title: say('Det var ikke trygt', 'Det var ikkje trygt', 'It was not safe'),
    say: say(
      'Kom deg i trygghet. Ring lederen din. Besøk her gjøres av to til dere har snakket om det.',
      'Kom deg i tryggleik. Ring leiaren din. Besøk her blir gjorde av to til de har snakka om det.',
      'Get to safety. Call your leader. Visits here are made by two until you have talked about it.',
    ),
    call: ['police'],
    actions: [
      { action: 'told_leader', text: DONE.leader },
      { action: 'called_emergency', text: say('Ringte 112', 'Ringde 112', 'Called 112') },
      { action: 'assessed_no_action', text: DONE.nothing, needsReason: true },
    ],
    source: 'N 4.7',
  },
]
