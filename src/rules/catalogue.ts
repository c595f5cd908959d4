// What municipality and state can offer (DOMAIN.md 2.18): instruments of chapter 3 and services of chapters 4 and O-6, as
// dated data with their sources. Never edit what has been valid: end it and add its successor. No lawyer has confirmed any
// of this yet, and the screen says when it was last looked at.

import type { CatalogueEntry } from '#domain/grants.ts'
import { localDate } from '#domain/ids.ts'

/** Bokmål, nynorsk, English. */
type Words = readonly [nb: string, nn: string, en: string]
interface More {
  readonly hint?: Words
  readonly url?: string
  readonly needsConsent?: CatalogueEntry['needsConsent']
  readonly needsTalk?: true
  readonly needsDecision?: true
}
const textOf = ([nb, nn, en]: Words) => ({ nb, nn, en })

const entryIn =
  (list: CatalogueEntry['list']) =>
  (code: string, label: Words, section: string, { hint, url, ...needs }: More = {}): CatalogueEntry => ({
    code,
    list,
    label: textOf(label),
    hint: hint && textOf(hint),
    needsConsent: needs.needsConsent,
    needsTalk: needs.needsTalk ?? false,
    needsDecision: needs.needsDecision ?? false,
    source: { section, url: url ?? null },
    validFrom: localDate('2015-01-01'),
    validTo: null,
    verifiedOn: localDate('2026-11-22'),
    reviewBy: localDate('2027-11-22'),
  })
const instrument = entryIn('instrument')
const service = entryIn('service')

export const CATALOGUE: readonly CatalogueEntry[] = [
  instrument('bostotte', ['Statlig bostøtte', 'Statleg bustønad', 'State housing allowance'], 'N 3.2; bustøttelova', {
    hint: [
      'Søk innen den 25. Pengene kommer innen den 20. i måneden etter.',
      'Søk innan den 25. Pengane kjem innan den 20. i månaden etter.',
      'Apply by the 25th. The money comes by the 20th of the next month.',
    ],
    url: 'https://lovdata.no/dokument/NL/lov/2012-08-24-64',
    needsDecision: true,
  }),
  instrument('kommunal_bostotte', ['Kommunal bostøtte', 'Kommunal bustønad', 'Municipal housing allowance'], 'N 3.2', {
    hint: ['Kan komme i tillegg når husleien øker.', 'Kan kome i tillegg når husleiga aukar.', 'May come in addition when the rent rises.'],
    needsDecision: true,
  }),
  instrument(
    'bostotte_transport',
    ['Bostøtte rett til kommunen', 'Bustønad rett til kommunen', 'Housing allowance paid to the municipality'],
    'N 3.2, 3.3',
    {
      hint: [
        'Krever skriftlig samtykke. Gjelder bare så langt boutgiftene dekkes.',
        'Krev skriftleg samtykke. Gjeld berre så langt buutgiftene blir dekte.',
        'Needs written consent, and only as far as housing costs are covered.',
      ],
      needsConsent: 'bostotte_transport',
      needsDecision: true,
    },
  ),
  instrument('okonomisk_stonad', ['Økonomisk stønad', 'Økonomisk stønad', 'Financial assistance'], 'N 3.5; sosialtjenesteloven § 18', {
    hint: [
      'Dekker også boutgifter når inntekten ikke strekker til.',
      'Dekkjer også buutgifter når inntekta ikkje strekk til.',
      'Also covers housing costs when the income is not enough.',
    ],
    needsDecision: true,
  }),
  instrument('supplerende_stonad', ['Supplerende økonomisk stønad', 'Supplerande økonomisk stønad', 'Supplementary assistance'], 'N 3.5', {
    hint: ['Husleie, renter, strøm og oppvarming.', 'Husleige, renter, straum og oppvarming.', 'Rent, interest, electricity and heating.'],
    needsDecision: true,
  }),
  instrument('husleie_dekket', ['Husleie dekket én gang', 'Husleige dekt éin gong', 'Rent covered once'], 'N 3.5, 6.2', {
    hint: [
      'Avtal samtidig hvordan neste husleie blir betalt.',
      'Avtal samtidig korleis neste husleige blir betalt.',
      'Agree at the same time how the next rent is paid.',
    ],
    needsDecision: true,
  }),
  instrument(
    'direkte_betaling',
    ['Husleien betales rett til utleier', 'Husleiga blir betalt rett til utleigaren', 'Rent paid straight to the landlord'],
    'N 3.7',
    {
      hint: ['Drøft det først med beboeren.', 'Drøft det først med bebuaren.', 'Talk it through with the resident first.'],
      needsTalk: true,
      needsDecision: true,
    },
  ),
  instrument('forvaltning_ytelse', ['Forvaltning av ytelsen', 'Forvalting av ytinga', 'Management of the benefit'], 'N 3.7', {
    hint: [
      'Et inngrep: snakk om det først. Folketrygdloven § 22-6.',
      'Eit inngrep: snakk om det først. Folketrygdlova § 22-6.',
      'An intrusion: talk about it first. National Insurance Act section 22-6.',
    ],
    needsConsent: 'control_economy',
    needsTalk: true,
    needsDecision: true,
  }),
  instrument(
    'trekk_i_ytelse',
    ['Trekk i ytelse til husleie', 'Trekk i yting til husleige', 'Deduction from benefit for rent'],
    'N 5.5 boks Kristiansand',
    {
      hint: [
        'Krever skriftlig samtykke. Beboeren kan stoppe det.',
        'Krev skriftleg samtykke. Bebuaren kan stoppe det.',
        'Needs written consent. The resident can stop it.',
      ],
      needsConsent: 'direct_deduction',
      needsTalk: true,
    },
  ),
  instrument('depositumsgaranti', ['Garanti for depositum', 'Garanti for depositum', 'Deposit guarantee'], 'N 3.4', {
    hint: [
      'Virker bare hvis det betales ut raskt. Se på boligen før innflytting.',
      'Verkar berre om det blir betalt ut raskt. Sjå på bustaden før innflytting.',
      'Works only if paid out quickly. Inspect the home before moving in.',
    ],
    needsDecision: true,
  }),
  instrument('depositumslan', ['Lån til depositum', 'Lån til depositum', 'Deposit loan'], 'N 3.4', { needsDecision: true }),
  instrument(
    'startlan_kjop',
    ['Startlån til kjøp', 'Startlån til kjøp', 'Start loan to buy'],
    'N 3.8; forskrift om lån fra Husbanken kap. 5',
    { needsDecision: true },
  ),
  instrument(
    'startlan_refinansiering',
    ['Startlån til refinansiering', 'Startlån til refinansiering', 'Start loan to refinance'],
    'N 3.8; forskrift om lån fra Husbanken kap. 5',
    {
      hint: [
        'Gå gjennom hele økonomien og lag budsjett. Målet er å kunne bli boende.',
        'Gå gjennom heile økonomien og lag budsjett. Målet er å kunne bli buande.',
        'Go through all the finances and make a budget. The aim is to stay.',
      ],
      url: 'https://www.husbanken.no/bransje/lan-og-tilskudd/veileder-laan/5-1-formalet-med-lanet',
      needsDecision: true,
    },
  ),
  instrument('avdragsutsettelse', ['Utsatte avdrag', 'Utsette avdrag', 'Deferred instalments'], 'N 3.9'),
  instrument('betalingsutsettelse', ['Betalingsutsettelse', 'Betalingsutsetjing', 'Temporary payment deferral'], 'N 3.9'),
  instrument('terminer_pa_saldo', ['Terminer lagt til lånet', 'Terminar lagde til lånet', 'Unpaid terms added to the loan'], 'N 3.9'),
  instrument('forlenget_lopetid', ['Lengre løpetid', 'Lengre løpetid', 'Longer term'], 'N 3.9'),
  instrument('gjeldsordning', ['Gjeldsordning', 'Gjeldsordning', 'Debt settlement'], 'N 3.6', {
    hint: [
      'Prøv først å få ned utgiftene og å forhandle.',
      'Prøv først å få ned utgiftene og å forhandle.',
      'First try to lower the costs and to negotiate.',
    ],
  }),
  instrument('frivillig_salg', ['Frivillig salg', 'Frivillig sal', 'Voluntary sale'], 'N 3.6, 3.8', {
    hint: [
      'Flytting er også en belastning. Vei det opp.',
      'Flytting er også ei belasting. Veg det opp.',
      'Moving is a burden too. Weigh it.',
    ],
    needsTalk: true,
  }),
  instrument(
    'fleksibel_forfall',
    ['Forfall etter at pengene kommer', 'Forfall etter at pengane kjem', 'Due date after the money comes'],
    'N 5.5',
    {
      hint: [
        'Forfall like etter at pengene kommer, forebygger restanser.',
        'Forfall like etter at pengane kjem, førebyggjer restansar.',
        'A due date right after pay day prevents arrears.',
      ],
    },
  ),
  instrument('avtalegiro', ['Avtalegiro', 'Avtalegiro', 'Standing order'], 'N 5.5'),
  instrument('nedbetalingsavtale', ['Nedbetalingsavtale', 'Nedbetalingsavtale', 'Repayment agreement'], 'N 3.6, 6.2', {
    hint: ['Ikke høyere enn det går an å holde.', 'Ikkje høgare enn det går an å halde.', 'No higher than can be kept.'],
    needsTalk: true,
  }),
  instrument('bolig_bytte', ['Bytte av bolig', 'Byte av bustad', 'Exchange of home'], 'N 6.3', {
    hint: [
      'Kan løse en konflikt ingen andre tiltak løser.',
      'Kan løyse ein konflikt ingen andre tiltak løyser.',
      'May settle a conflict nothing else settles.',
    ],
    needsTalk: true,
    needsDecision: true,
  }),
  service('rad_veiledning', ['Råd og veiledning', 'Råd og rettleiing', 'Advice and guidance'], 'N 4.3.1; sosialtjenesteloven § 17'),
  service(
    'okonomisk_radgivning',
    ['Økonomisk rådgivning', 'Økonomisk rådgjeving', 'Financial advice'],
    'N 4.3 boks; sosialtjenesteloven § 17',
    { hint: ['For alle, og med vedtak.', 'For alle, og med vedtak.', 'For everybody, and with a decision.'], needsDecision: true },
  ),
  service('booppfolging', ['Booppfølging', 'Buoppfølging', 'Housing follow-up'], 'N 4.3 boks', {
    hint: [
      'Alt fra én gang i måneden til annenhver dag er vanlig.',
      'Alt frå éin gong i månaden til annankvar dag er vanleg.',
      'Anything from monthly to every second day is usual.',
    ],
    needsDecision: true,
  }),
  service(
    'praktisk_bistand',
    ['Praktisk bistand og opplæring', 'Praktisk bistand og opplæring', 'Practical help and training'],
    'N 4.2, 4.3.2',
    {
      hint: [
        'Plikter i husleieavtalen regnes som behov.',
        'Plikter i husleigeavtalen blir rekna som behov.',
        'Duties in the lease count as needs.',
      ],
      needsDecision: true,
    },
  ),
  service('hjemmehjelp', ['Hjemmehjelp', 'Heimehjelp', 'Home help'], 'N 4.3.2, App. 2', {
    hint: [
      'Fast dag og fast person er ofte det som gjør at det virker.',
      'Fast dag og fast person er ofte det som gjer at det verkar.',
      'A fixed day and person is often what makes it work.',
    ],
    needsDecision: true,
  }),
  service('hjemmesykepleie', ['Hjemmesykepleie', 'Heimesjukepleie', 'Nursing at home'], 'N 4.4', { needsDecision: true }),
  service('stottekontakt', ['Støttekontakt', 'Støttekontakt', 'Support contact'], 'N 4.3.3', { needsDecision: true }),
  service('individuell_plan', ['Individuell plan', 'Individuell plan', 'Individual plan'], 'N 5.4; sosialtjenesteloven § 28', {
    hint: [
      'Bare én plan per person. Koordinator skal tilbys også om planen ikke ønskes.',
      'Berre éin plan per person. Koordinator skal tilbydast også om planen ikkje er ønskt.',
      'Only one plan a person. A coordinator is offered even if the plan is declined.',
    ],
  }),
  service('verge', ['Verge', 'Verje', 'Guardian'], 'N 4.3.2; vergemålsloven', {
    hint: [
      'Frivillig. Statsforvalteren oppnevner.',
      'Frivillig. Statsforvaltaren oppnemner.',
      'Voluntary. Appointed by the county governor.',
    ],
    needsTalk: true,
    needsDecision: true,
  }),
  service('fastlege', ['Fastlege', 'Fastlege', 'General practitioner'], 'N 4.4'),
  service('psykisk_helse', ['Psykisk helsehjelp', 'Psykisk helsehjelp', 'Mental health care'], 'N 4.4'),
  service('ruspoliklinikk', ['Ruspoliklinikk', 'Ruspoliklinikk', 'Addiction clinic'], 'N App. 1'),
  service('avrusning', ['Avrusning', 'Avrusing', 'Detoxification'], 'N App. 2'),
  service('arbeidstrening', ['Arbeidstrening', 'Arbeidstrening', 'Work training'], 'N 4.4, App. 1'),
  service(
    'midlertidig_botilbud',
    ['Midlertidig botilbud', 'Mellombels butilbod', 'Temporary housing'],
    'N 2.5.2, 7.3; sosialtjenesteloven § 27',
    {
      hint: [
        'Skal være midlertidig. Jobb for en varig bolig fra første dag.',
        'Skal vere mellombels. Jobb for ein varig bustad frå første dag.',
        'Must be temporary. Work for a permanent home from the first day.',
      ],
      needsDecision: true,
    },
  ),
  service('bomiljotjeneste', ['Bomiljøtjeneste', 'Bumiljøteneste', 'Living environment service'], 'N 5.6 boks Trondheim', {
    hint: [
      'For bygget, ikke for den enkelte over tid.',
      'For bygget, ikkje for den enkelte over tid.',
      'For the building, not for one person over time.',
    ],
  }),
  service('frivillig_tilbud', ['Frivillig tilbud', 'Frivillig tilbod', 'Voluntary organisation'], 'N 2.5.3, 7.2'),
  service('regelmessige_samtaler', ['Faste samtaler', 'Faste samtalar', 'Regular talks'], 'O-6'),
  service('husleiekontroll', ['Vi ser at husleien er betalt', 'Vi ser at husleiga er betalt', 'We check that rent is paid'], 'O-6', {
    needsTalk: true,
  }),
]

export const entryOf = (code: string): CatalogueEntry | undefined => CATALOGUE.find((entry) => entry.code === code)

/** How the catalogue is laid out for whoever looks for something in it: by what it helps with, each entry once. Our own order. */
export const CATALOGUE_THEMES = [
  {
    theme: 'rent',
    codes: [
      ...['bostotte', 'kommunal_bostotte', 'okonomisk_stonad', 'supplerende_stonad', 'husleie_dekket', 'depositumsgaranti'],
      'depositumslan',
    ],
  },
  {
    theme: 'paying',
    codes: [
      ...['direkte_betaling', 'bostotte_transport', 'forvaltning_ytelse', 'trekk_i_ytelse', 'fleksibel_forfall', 'avtalegiro'],
      'husleiekontroll',
    ],
  },
  {
    theme: 'debt',
    codes: [
      ...['nedbetalingsavtale', 'gjeldsordning', 'betalingsutsettelse', 'avdragsutsettelse', 'terminer_pa_saldo', 'forlenget_lopetid'],
      ...['startlan_refinansiering', 'frivillig_salg'],
    ],
  },
  { theme: 'housing', codes: ['bolig_bytte', 'midlertidig_botilbud', 'startlan_kjop', 'bomiljotjeneste'] },
  {
    theme: 'everyday',
    codes: [
      ...['booppfolging', 'regelmessige_samtaler', 'praktisk_bistand', 'hjemmehjelp', 'stottekontakt', 'arbeidstrening'],
      'frivillig_tilbud',
    ],
  },
  { theme: 'health', codes: ['fastlege', 'hjemmesykepleie', 'psykisk_helse', 'ruspoliklinikk', 'avrusning'] },
  { theme: 'advice', codes: ['rad_veiledning', 'okonomisk_radgivning', 'individuell_plan', 'verge'] },
] as const satisfies readonly { readonly theme: string; readonly codes: readonly string[] }[]
