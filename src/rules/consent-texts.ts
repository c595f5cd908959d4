// The words a resident is asked with, one for each kind of consent and language, as dated data with their source. What was
// shown is stored with the answer, so that a new version here never changes what somebody said yes to. Never edit a
// version: add one that supersedes it. No lawyer has confirmed any of this yet.
// `{who}`: the member, the relative; `{what}`: the topics or the measure, in words.

import type { ConsentKind } from '#domain/codes.ts'

export interface ConsentText {
  readonly version: number
  readonly nb: string
  readonly nn: string
  readonly en: string
  /** Where it comes from, as it is said on the screen (DOMAIN.md 1). */
  readonly source: string
}

const STOP = {
  nb: ' Jeg kan trekke det når jeg vil, uten å si hvorfor.',
  nn: ' Eg kan trekkje det når eg vil, utan å seie kvifor.',
  en: ' I can withdraw it whenever I want, without saying why.',
} as const

const text = (source: string, nb: string, nn: string, en: string, version = 1): ConsentText => ({
  version,
  nb: nb + STOP.nb,
  nn: nn + STOP.nn,
  en: en + STOP.en,
  source,
})

export const CONSENT_TEXTS: Readonly<Record<ConsentKind, ConsentText>> = {
  participate: text(
    'Rundskriv U-10/2002, 5.4',
    'Jeg vil være med på oppfølgingen og på planen vi lager sammen.',
    'Eg vil vere med på oppfølginga og på planen vi lagar saman.',
    'I want to take part in the follow-up and in the plan we make together.',
  ),
  share_with_member: text(
    'Rundskriv U-10/2002, vedlegg 1 og 2',
    '{who} kan få vite om dette: {what}. Ikke noe annet.',
    '{who} kan få vite om dette: {what}. Ikkje noko anna.',
    '{who} may be told about this: {what}. Nothing else.',
  ),
  share_minutes: text(
    'Rundskriv U-10/2002, vedlegg 1 og 2',
    '{who} kan få det som står i møtereferatene om dette: {what}. Ikke resten.',
    '{who} kan få det som står i møtereferata om dette: {what}. Ikkje resten.',
    '{who} may have what the minutes say about this: {what}. Not the rest.',
  ),
  arrears_notification: text(
    'Rundskriv U-10/2002, 6.1, og husleieloven § 9-11',
    'Utleieren kan si fra til kommunen hvis jeg ikke får betalt husleia.',
    'Utleigaren kan seie frå til kommunen dersom eg ikkje får betalt husleiga.',
    'The landlord may tell the municipality if I have not been able to pay the rent.',
  ),
  bostotte_transport: text(
    'Rundskriv U-10/2002, 3.2 og 3.3',
    'Bostøtten min kan gå rett til boutgiftene. Ikke mer enn det boligen koster.',
    'Bustøtta mi kan gå rett til buutgiftene. Ikkje meir enn det bustaden kostar.',
    'My housing allowance may go straight to my housing costs. No more than the home costs.',
  ),
  direct_deduction: text(
    'Rundskriv U-10/2002, 5.5',
    'Husleia kan trekkes fra ytelsen min og betales direkte.',
    'Husleiga kan trekkjast frå ytinga mi og betalast direkte.',
    'The rent may be deducted from my benefit and paid directly.',
  ),
  key_access: text(
    'Rundskriv U-10/2002, 4.6',
    'Kommunen kan ha nøkkel hjem til meg og bruke den slik: {what}. Ellers ikke.',
    'Kommunen kan ha nøkkel heim til meg og bruke han slik: {what}. Elles ikkje.',
    'The municipality may hold a key to my home and use it like this: {what}. Not otherwise.',
  ),
  photo: text(
    'Bofast, eget valg',
    'Det kan tas bilde hjemme hos meg av dette: {what}. Ikke av meg, barn eller andre.',
    'Det kan takast bilete heime hos meg av dette: {what}. Ikkje av meg, barn eller andre.',
    'A photo may be taken in my home of this: {what}. Not of me, children or others.',
  ),
  measure_report_clause: text(
    'Rundskriv U-10/2002, vedlegg 1',
    'Hvis jeg ikke møter, kan det sies fra slik: {what}.',
    'Dersom eg ikkje møter, kan det seiast frå slik: {what}.',
    'If I do not come, it may be reported like this: {what}.',
  ),
  contact_relative: text(
    'Rundskriv U-10/2002, 4.7',
    'Kommunen kan ta kontakt med {who}.',
    'Kommunen kan ta kontakt med {who}.',
    'The municipality may contact {who}.',
  ),
  sms_reminders: text(
    'Bofast, eget valg',
    'Jeg kan få påminnelse på SMS. Det står bare hvem jeg kan ringe, ikke hvorfor.',
    'Eg kan få påminning på SMS. Det står berre kven eg kan ringje, ikkje kvifor.',
    'I may get reminders by text message. They only say whom I can call, not why.',
  ),
  interpreter: text(
    'Bofast, eget valg',
    'Vi kan bruke tolk når vi snakker sammen. Tolken har taushetsplikt.',
    'Vi kan bruke tolk når vi snakkar saman. Tolken har teieplikt.',
    'We may use an interpreter when we talk. The interpreter is bound to secrecy.',
  ),
  control_economy: text(
    'Rundskriv U-10/2002, vedlegg 2',
    'Kommunen kan forvalte inntekten min og betale husleia for meg.',
    'Kommunen kan forvalte inntekta mi og betale husleiga for meg.',
    'The municipality may manage my income and pay the rent for me.',
  ),
  blood_test: text(
    'Rundskriv U-10/2002, vedlegg 1',
    'Det kan tas blodprøver slik vi har avtalt i planen: {what}.',
    'Det kan takast blodprøver slik vi har avtalt i planen: {what}.',
    'Blood tests may be taken as we have agreed in the plan: {what}.',
  ),
}

/** The words as they are shown, with the people and topics in them. */
export function consentWords(
  kind: ConsentKind,
  language: 'nb' | 'nn' | 'en',
  { who = '', what = '' }: { readonly who?: string; readonly what?: string },
): string {
  return CONSENT_TEXTS[kind][language].replaceAll('{who}', () => who).replaceAll('{what}', () => what)
}

/** Which of the two the words have a place for. */
export const asksWhat = (kind: ConsentKind): boolean => CONSENT_TEXTS[kind].nb.includes('{what}')
export const asksWho = (kind: ConsentKind): boolean => CONSENT_TEXTS[kind].nb.includes('{who}')
