// The shipped deadline rules as dated data (DOMAIN.md 3.3, 7.3): `nasjonal` holds what follows from law, the national
// circular and our own design, `oslo` the districts' routine. Never edit a version: add one that supersedes it.
// `url: null` where the source is a circular kept on paper. No lawyer has confirmed any of this yet.

import type { DeadlinePack, DeadlineRule, RuleCode } from '#domain/deadline-rules.ts'
import { localDate } from '#domain/ids.ts'

/** Both sources are older than anything that is counted here, so their rules hold from the later one's year. */
const VALID_FROM = localDate('2015-01-01')

const CHECKED = {
  kind: 'deadline',
  validFrom: VALID_FROM,
  validTo: null,
  verifiedOn: localDate('2026-11-22'),
  verifiedBy: 'Fagbeskrivelsen for Bofast; ikke bekreftet av jurist',
  reviewBy: localDate('2027-11-22'),
  supersedes: null,
} as const satisfies Partial<DeadlineRule<RuleCode>>

const OSLO_CIRCULAR = 'Oslo kommune: Bydelenes arbeid med å forebygge utkastelser fra bolig'
const NATIONAL_CIRCULAR = 'Rundskriv U-10/2002 Boligsosialt arbeid'
const OUR_DESIGN = { title: 'Bofast', section: 'Eget valg', url: null }

export const nationalPack = {
  pack: 'nasjonal',
  rules: {
    D3: [
      {
        ...CHECKED,
        code: 'D3',
        version: 'nasjonal-D3-1',
        title: { nb: 'Begjæring kan tidligst komme', nn: 'Krav om utkasting kan tidlegast kome' },
        params: { weeks: 2, kinds: ['arrears_notice', 'other_default'] },
        source: {
          title: 'Husleieloven',
          section: '§ 9-11',
          url: 'https://www.regjeringen.no/no/dokumenter/otprp-nr-38-2006-2007-/id461498/?ch=3',
        },
        legalStatus: 'law',
        note: 'Utleier bør vente i to uker etter at varselet er sendt. Ventetiden flyttes ikke når den ender på en helligdag.',
      },
    ],
    D4: [
      {
        ...CHECKED,
        code: 'D4',
        version: 'nasjonal-D4-1',
        title: { nb: 'Svare namsfogden', nn: 'Svare namsfuten' },
        params: { weeks: 2 },
        source: {
          title: 'Tvangsfullbyrdelsesloven; domstolloven',
          section: '§ 13-6; §§ 148-149',
          url: 'https://www.domstol.no/enkelt-domstol/buskerud-tingrett/Nar-jeg-skal-i-retten/Tvangsfullbyrdelse/Fravikelse/',
        },
        legalStatus: 'law',
        note: 'To uker fra begjæringen er forelagt. Trygg dato er siste kontordag før, siste dato flyttes etter domstolloven § 149.',
      },
    ],
    D5: [
      {
        ...CHECKED,
        code: 'D5',
        version: 'nasjonal-D5-1',
        title: { nb: 'Utkastelse kan tidligst skje', nn: 'Utkasting kan tidlegast skje' },
        params: { weeks: 2, windowFromDays: 21, windowToDays: 28 },
        source: { title: NATIONAL_CIRCULAR, section: '6.7', url: null },
        legalStatus: 'practice',
        note: 'Et anslag til namsfogden har satt dato. Det kan ta lengre tid.',
      },
    ],
    D7: [
      {
        ...CHECKED,
        code: 'D7',
        version: 'nasjonal-D7-1',
        title: { nb: 'Evaluer samarbeidsplanen', nn: 'Evaluer samarbeidsplanen' },
        params: { everyMonths: 3, opensDaysBefore: 14 },
        source: { title: NATIONAL_CIRCULAR, section: '5.4', url: null },
        legalStatus: 'circular',
        note: 'At planen skal evalueres, følger av rundskrivet; tre måneder er eget valg.',
      },
    ],
    D8: [
      {
        ...CHECKED,
        code: 'D8',
        version: 'nasjonal-D8-1',
        title: { nb: 'Samarbeidsplanen går ut', nn: 'Samarbeidsplanen går ut' },
        params: { opensDaysBefore: 30 },
        source: { title: NATIONAL_CIRCULAR, section: '5.4', url: null },
        legalStatus: 'circular',
        note: 'Planen er tidsbegrenset, frivillig og fornyes når målene er nådd.',
      },
    ],
    D10: [
      {
        ...CHECKED,
        code: 'D10',
        version: 'nasjonal-D10-1',
        title: { nb: 'Hente eiendeler etter utkastelse', nn: 'Hente eigedelar etter utkasting' },
        params: { days: 14 },
        source: {
          title: 'Politiet: Namsmannens gjennomføring av fravikelse',
          section: 'Eiendeler',
          url: 'https://www.politiet.no/tjenester/namsmann-og-forliksrad/krav-pa-annet-enn-penger/fravikelse-utkastelse/namsmannens-gjennomforing-av-fravikelse/',
        },
        legalStatus: 'practice',
        note: '14 dager, deretter et nytt varsel.',
      },
    ],
    D11: [
      {
        ...CHECKED,
        code: 'D11',
        version: 'nasjonal-D11-1',
        title: { nb: 'Begjæring tidligst etter utleiers varsel', nn: 'Krav om utkasting tidlegast etter varselet frå utleigaren' },
        params: { weeks: 2 },
        source: {
          title: 'Tvangsfullbyrdelsesloven',
          section: '§ 4-18',
          url: 'https://www.veiviseren.no/stotte-i-arbeidsprosess/tilrettelegge-og-beholde-bolig/forhindre-utkastelse/forhindre-utkastelser/oversikt-over-tvangsgrunnlag-og-frister',
        },
        legalStatus: 'law',
        note: 'Ventetiden flyttes ikke når den ender på en helligdag.',
      },
    ],
    D12: [
      {
        ...CHECKED,
        code: 'D12',
        version: 'nasjonal-D12-1',
        title: { nb: 'Protestere skriftlig mot oppsigelsen', nn: 'Protestere skriftleg mot oppseiinga' },
        params: { months: 1 },
        source: {
          title: 'Veiviseren: Forhindre utkastelser',
          section: 'Fase 3',
          url: 'https://veiviseren.no/stotte-i-arbeidsprosess/tilrettelegge-og-beholde-bolig/forhindre-utkastelse',
        },
        legalStatus: 'law',
        note: 'En måned fra oppsigelsen er mottatt.',
      },
    ],
    D13: [
      {
        ...CHECKED,
        code: 'D13',
        version: 'nasjonal-D13-1',
        title: { nb: 'Gjennomgå eller bekrefte', nn: 'Gå gjennom eller stadfeste' },
        params: { safetyMonths: 6, transferWorkdays: 1, opensDaysBefore: 30 },
        source: OUR_DESIGN,
        legalStatus: 'design',
        note: 'Sikkerhetsmerking, overføring uten kvittering, samtykke og vergemål som går ut.',
      },
    ],
    D14: [
      {
        ...CHECKED,
        code: 'D14',
        version: 'nasjonal-D14-1',
        title: { nb: 'Leiekontrakten går ut', nn: 'Leigekontrakten går ut' },
        params: { opensDaysBefore: 90 },
        source: { title: NATIONAL_CIRCULAR, section: '2.3.2', url: null },
        legalStatus: 'design',
        note: 'At kontrakten er tidsbestemt, følger av avtalen; 90 dager er eget valg.',
      },
    ],
  },
} as const satisfies DeadlinePack

export const osloPack = {
  pack: 'oslo',
  rules: {
    D1: [
      {
        ...CHECKED,
        code: 'D1',
        version: 'oslo-D1-1',
        title: { nb: 'Skrive til leietakeren', nn: 'Skrive til leigetakaren' },
        params: {
          workdays: 3,
          kinds: ['arrears_notice', 'other_default', 'petition_copy', 'forced_sale_notice', 'eviction_scheduled', 'loan_default'],
          sameNoticeWithinDays: 30,
        },
        source: { title: OSLO_CIRCULAR, section: 'Videre saksbehandling', url: null },
        legalStatus: 'circular',
        note: 'Tre virkedager fra mottak. Kontoret avgjør om lørdag er virkedag. At samme brev kan brukes innen 30 dager, er eget valg.',
      },
    ],
    D2: [
      {
        ...CHECKED,
        code: 'D2',
        version: 'oslo-D2-1',
        title: { nb: 'Søke kontakt', nn: 'Søkje kontakt' },
        params: { weeks: 1 },
        source: { title: OSLO_CIRCULAR, section: 'Videre saksbehandling', url: null },
        legalStatus: 'circular',
        note: 'Når ingenting er hørt en uke etter at brevet ble sendt.',
      },
    ],
    D6: [
      {
        ...CHECKED,
        code: 'D6',
        version: 'oslo-D6-1',
        title: { nb: 'Vurdere straks', nn: 'Vurdere straks' },
        params: { specialAssessmentWorkdays: 3 },
        source: {
          title: OSLO_CIRCULAR,
          section: 'Henvendelsen blir mottatt; Videre saksbehandling; Barn, høy alder',
          url: null,
        },
        legalStatus: 'circular',
        note: 'Samme dag, eller første virkedag. Tre virkedager for den særskilte vurderingen er eget valg.',
      },
    ],
    D9: [
      {
        ...CHECKED,
        code: 'D9',
        version: 'oslo-D9-1',
        title: { nb: 'Dagen før utkastelsen', nn: 'Dagen før utkastinga' },
        params: { daysBefore: 1 },
        source: { title: OSLO_CIRCULAR, section: 'Saksbehandling ved varsler om gjennomført utkastelse', url: null },
        legalStatus: 'local_routine',
        note: 'Siste kontordag før den fastsatte datoen.',
      },
    ],
  },
} as const satisfies DeadlinePack

/** What an office gets until it chooses otherwise (DESIGN.md 10). */
export const SHIPPED_PACKS: readonly DeadlinePack[] = [nationalPack, osloPack]
