// What is said, who is called and what must be answered for each concern (DOMAIN.md 4.4). The number comes before the
// form: an emergency is acted on by telephone. The numbers themselves are the office's settings.

import type { ConcernCode } from '#domain/codes.ts'
import type { ConcernGuide } from '#domain/guide.ts'
import { say } from './words.ts'

const NO_ACTION = say('Vurdert, ingen handling nå', 'Vurdert, inga handling no', 'Considered, no action now')
const TOLD_LEADER = say('Sa fra til leder', 'Sa frå til leiar', 'Told my leader')
const TALKED = say('Snakket med beboeren om det', 'Snakka med bebuaren om det', 'Talked with the resident about it')
const CALLED_EMERGENCY = say('Ringte nødnummer', 'Ringde naudnummer', 'Called an emergency number')

export const CONCERNS: readonly ConcernGuide[] = [
  {
    code: 'C-ACUTE',
    urgency: 'now',
    title: say('Noen kan være i fare', 'Nokon kan vere i fare', 'Somebody may be in danger'),
    say: say(
      'Ring nå. Si adressen først. Bli der hvis det er trygt for deg.',
      'Ring no. Sei adressa først. Ver der om det er trygt for deg.',
      'Call now. Say the address first. Stay if it is safe for you.',
    ),
    call: ['health', 'police', 'fire'],
    actions: [
      { action: 'called_emergency', text: CALLED_EMERGENCY },
      {
        action: 'called_doctor',
        text: say('Ringte legevakt eller lege', 'Ringde legevakt eller lege', 'Called the out-of-hours doctor or the GP'),
      },
      { action: 'called_child_welfare', text: say('Ringte barnevernvakta', 'Ringde barnevernvakta', 'Called child welfare services') },
      { action: 'told_leader', text: TOLD_LEADER },
      {
        action: 'assessed_no_action',
        text: say('Vurdert, ikke akutt', 'Vurdert, ikkje akutt', 'Considered, not acute'),
        needsReason: true,
      },
    ],
    source: 'N 4.4; N 1.2',
  },
  {
    code: 'C-CHILD',
    urgency: 'today',
    title: say('Bekymring for et barn', 'Uro for eit barn', 'Worry about a child'),
    say: say(
      'Du har selv plikt til å vurdere melding til barnevernet. Ring barnevernet eller barnevernvakten nå hvis det haster. Drøft gjerne anonymt.',
      'Du har sjølv plikt til å vurdere melding til barnevernet. Ring barnevernet eller barnevernvakta no om det hastar. Drøft gjerne anonymt.',
      'You yourself have a duty to consider reporting to child welfare services. Call them or their out-of-hours line now if it is urgent. You may discuss it anonymously.',
    ),
    call: ['childWelfare', 'police'],
    actions: [
      {
        action: 'called_child_welfare',
        text: say('Meldte fra til barnevernet', 'Melde frå til barnevernet', 'Reported to child welfare services'),
      },
      { action: 'told_leader', text: say('Drøftet med leder', 'Drøfta med leiar', 'Discussed with my leader') },
      { action: 'called_emergency', text: CALLED_EMERGENCY },
      {
        action: 'assessed_no_action',
        text: say('Vurdert, ikke grunn til melding', 'Vurdert, ikkje grunn til melding', 'Considered, no grounds for a report'),
        needsReason: true,
      },
    ],
    source: 'O-3; DOMAIN 7.1',
  },
  {
    code: 'C-HEALTH',
    urgency: 'today',
    title: say('Bekymring for helsa', 'Uro for helsa', 'Worry about health'),
    say: say(
      'Tilby å ringe fastlegen eller legevakta sammen. Trengs det hjelp for å berge liv, ringer du uansett.',
      'Tilby å ringje fastlegen eller legevakta saman. Trengst det hjelp for å berge liv, ringjer du uansett.',
      'Offer to call the GP or the out-of-hours doctor together. If help is needed to save a life, you call regardless.',
    ),
    call: ['health'],
    actions: [
      { action: 'called_doctor', text: say('Ringte lege eller legevakt', 'Ringde lege eller legevakt', 'Called the doctor') },
      { action: 'called_emergency', text: CALLED_EMERGENCY },
      { action: 'talked_with_resident', text: TALKED },
      { action: 'told_leader', text: TOLD_LEADER },
      { action: 'assessed_no_action', text: NO_ACTION, needsReason: true },
    ],
    source: 'N 4.4',
  },
  {
    code: 'C-FIRE',
    urgency: 'today',
    title: say('Brannfare', 'Brannfare', 'Fire hazard'),
    say: say(
      'Brenner det, eller lukter det røyk: ut, og ring 110. Ellers: bli enige om hva som ordnes i dag, og hvem som sier fra til utleier.',
      'Brenn det, eller luktar det røyk: ut, og ring 110. Elles: bli einige om kva som blir ordna i dag, og kven som seier frå til utleigaren.',
      'If it burns or smells of smoke: get out and call 110. If not: agree on what is fixed today, and who tells the landlord.',
    ),
    call: ['fire'],
    actions: [
      { action: 'called_emergency', text: say('Ringte 110', 'Ringde 110', 'Called 110') },
      {
        action: 'talked_with_resident',
        text: say('Ordnet eller avtalt med beboeren', 'Ordna eller avtalt med bebuaren', 'Fixed or agreed with the resident'),
      },
      { action: 'told_leader', text: TOLD_LEADER },
      { action: 'assessed_no_action', text: NO_ACTION, needsReason: true },
    ],
    source: 'N 1.2',
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
      { action: 'told_leader', text: TOLD_LEADER },
      { action: 'called_emergency', text: say('Ringte 112', 'Ringde 112', 'Called 112') },
      { action: 'assessed_no_action', text: NO_ACTION, needsReason: true },
    ],
    source: 'N 4.7',
  },
]

/** Undefined for a code whose words come in a later version. */
export const concernGuide = (code: ConcernCode): ConcernGuide | undefined => CONCERNS.find((concern) => concern.code === code)
