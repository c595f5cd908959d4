// What is said and done when somebody may come to harm (DOMAIN.md 4.4): life, children, age, capacity, health, fire,
// violence. The number comes before the form.

import type { ConcernGuide } from '#domain/guide.ts'
import { DONE } from './concern-done.ts'
import { say } from './words.ts'

export const PEOPLE_CONCERNS: readonly ConcernGuide[] = [
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
      { action: 'called_emergency', text: DONE.emergency },
      {
        action: 'called_doctor',
        text: say('Ringte legevakt eller lege', 'Ringde legevakt eller lege', 'Called the out-of-hours doctor or the GP'),
      },
      { action: 'called_child_welfare', text: say('Ringte barnevernvakta', 'Ringde barnevernvakta', 'Called child welfare services') },
      { action: 'told_leader', text: DONE.leader },
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
      { action: 'called_emergency', text: DONE.emergency },
      {
        action: 'assessed_no_action',
        text: say('Vurdert, ikke grunn til melding', 'Vurdert, ikkje grunn til melding', 'Considered, no grounds for a report'),
        needsReason: true,
      },
    ],
    source: 'O-3; DOMAIN 7.1',
  },
  {
    code: 'C-AGE',
    urgency: 'this_week',
    title: say('Høy alder', 'Høg alder', 'Old age'),
    say: say(
      'Da skal saken vurderes særskilt. Tilby kontakt med hjemmetjenesten eller fastlegen.',
      'Då skal saka vurderast særskilt. Tilby kontakt med heimetenesta eller fastlegen.',
      'Then the case is to be assessed specially. Offer contact with the home care service or the GP.',
    ),
    call: [],
    actions: [
      {
        action: 'told_leader',
        text: say('Ba leder om særskilt vurdering', 'Bad leiar om særskild vurdering', 'Asked my leader for a special assessment'),
      },
      {
        action: 'called_doctor',
        text: say(
          'Ringte hjemmetjenesten eller fastlegen',
          'Ringde heimetenesta eller fastlegen',
          'Called the home care service or the GP',
        ),
      },
      {
        action: 'talked_with_resident',
        text: say(
          'Tilbød kontakt med helse og omsorg',
          'Tilbaud kontakt med helse og omsorg',
          'Offered contact with health and care services',
        ),
      },
      { action: 'assessed_no_action', text: DONE.nothing, needsReason: true },
    ],
    source: 'O-3',
  },
  {
    code: 'C-CAPACITY',
    urgency: 'today',
    title: say('Forstår kanskje ikke det som skjer', 'Forstår kanskje ikkje det som skjer', 'May not understand what is happening'),
    say: say(
      'Skriv det du så og hørte, ikke en diagnose. Si fra til lederen din i dag. Kontoret kan spørre kommuneoverlegen og si fra til namsfogden.',
      'Skriv det du såg og høyrde, ikkje ein diagnose. Sei frå til leiaren din i dag. Kontoret kan spørje kommuneoverlegen og seie frå til namsfuten.',
      'Write what you saw and heard, not a diagnosis. Tell your leader today. The office can ask the chief doctor and tell the enforcement officer.',
    ),
    call: ['health'],
    actions: [
      {
        action: 'told_leader',
        text: say(
          'Sa fra til leder, med det jeg så og hørte',
          'Sa frå til leiar, med det eg såg og høyrde',
          'Told my leader what I saw and heard',
        ),
      },
      {
        action: 'called_doctor',
        text: say('Ringte fastlegen eller legevakta', 'Ringde fastlegen eller legevakta', 'Called the GP or the out-of-hours doctor'),
      },
      { action: 'talked_with_resident', text: DONE.talked },
      { action: 'assessed_no_action', text: DONE.nothing, needsReason: true },
    ],
    source: 'O-4',
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
      { action: 'called_emergency', text: DONE.emergency },
      { action: 'talked_with_resident', text: DONE.talked },
      { action: 'told_leader', text: DONE.leader },
      { action: 'assessed_no_action', text: DONE.nothing, needsReason: true },
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
      { action: 'told_leader', text: DONE.leader },
      { action: 'assessed_no_action', text: DONE.nothing, needsReason: true },
    ],
    source: 'N 1.2',
  },
  {
    code: 'C-VIOLENCE',
    urgency: 'now',
    title: say('Vold eller trusler', 'Vald eller truslar', 'Violence or threats'),
    say: say(
      'Er det fare, ring 112 nå. Si fra til lederen din. Spør hvordan det er trygt å ta kontakt. Krisesenteret tar imot, også på telefon.',
      'Er det fare, ring 112 no. Sei frå til leiaren din. Spør korleis det er trygt å ta kontakt. Krisesenteret tek imot, òg på telefon.',
      'If there is danger, call 112 now. Tell your leader. Ask how it is safe to get in touch. The crisis centre takes people in, and answers the telephone.',
    ),
    call: ['police', 'health'],
    actions: [
      { action: 'called_emergency', text: say('Ringte 112', 'Ringde 112', 'Called 112') },
      { action: 'told_leader', text: DONE.leader },
      {
        action: 'talked_with_resident',
        text: say(
          'Snakket om krisesenter og trygg kontakt',
          'Snakka om krisesenter og trygg kontakt',
          'Talked about the crisis centre and safe contact',
        ),
      },
      { action: 'assessed_no_action', text: DONE.nothing, needsReason: true },
    ],
    source: 'DOMAIN 4.4',
  },
]
