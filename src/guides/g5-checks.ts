// G5, the four lists that are gone through aloud at moving in (DOMAIN.md 4.5, items 5.2 to 5.9, 5.14, 5.18 and 5.19). Each
// thing is shown, explained, put off or not relevant; what is put off becomes a task.

import type { GuideText, Option, Step } from '#domain/guide.ts'
import { option, say } from './words.ts'

const HOW: readonly Option[] = [
  option('shown', say('Vist', 'Vist', 'Shown')),
  option('explained', say('Forklart', 'Forklart', 'Explained')),
  option('later', say('Gjør senere', 'Gjer seinare', 'Do later')),
  option('not_relevant', say('Ikke aktuelt', 'Ikkje aktuelt', 'Not relevant')),
]

interface List {
  readonly id: string
  readonly text: GuideText
  readonly source: string
  readonly items: readonly Option[]
  readonly hint?: string
}
const list = ({ hint, ...told }: List): Step => ({
  ...told,
  type: 'each',
  options: HOW,
  allAtOnce: option('shown', say('Alt er vist', 'Alt er vist', 'All of it is shown')),
  writes: [
    {
      kind: 'taskEach',
      to: 'me',
      due: 'week',
      when: ['later'],
      title: say('Etter innflyttingen: {what}', 'Etter innflyttinga: {what}', 'After moving in: {what}'),
    },
  ],
  ...(hint ? { hint } : {}),
})

export const READY = list({
  id: 'home.ready',
  text: say('Er dette på plass?', 'Er dette på plass?', 'Is this in place?'),
  source: 'DOMAIN 4.5 G5 5.2–5.4, 5.14; N 5.5',
  items: [
    option(
      'keys',
      say(
        'Nøkler, ringeklokke, navn på døra og postkassa',
        'Nøklar, ringjeklokke, namn på døra og postkassa',
        'Keys, doorbell, name on the door and the letterbox',
      ),
    ),
    option('power', say('Strømavtale bestilt', 'Straumavtale bestilt', 'Electricity contract ordered')),
    option('insurance', say('Innboforsikring', 'Innbuforsikring', 'Home contents insurance')),
    option(
      'address',
      say(
        'Adresse meldt til Folkeregisteret og Posten',
        'Adresse meld til Folkeregisteret og Posten',
        'Address reported to the population register and the post',
      ),
    ),
  ],
})

export const USE = list({
  id: 'home.use',
  text: say('Slik bruker du boligen', 'Slik bruker du bustaden', 'How to use the home'),
  source: 'DOMAIN 4.5 G5 5.5, 5.6, 5.18; N 5.5',
  items: [
    option('fire', say('Røykvarsler og slukkeutstyr prøvd', 'Røykvarslar og sløkkjeutstyr prøvd', 'Smoke alarm and extinguisher tried')),
    option(
      'appliances',
      say(
        'Bruk av komfyr, ventilasjon, bad og sluk',
        'Bruk av komfyr, ventilasjon, bad og sluk',
        'Using the stove, ventilation, bathroom and drain',
      ),
    ),
    option(
      'broken',
      say('Hvem du ringer når noe er i stykker', 'Kven du ringjer når noko er i stykke', 'Whom you ring when something is broken'),
    ),
  ],
  hint: 'H29',
})

export const HOUSE = list({
  id: 'house.together',
  text: say('Slik er det i huset', 'Slik er det i huset', 'How it is in the house'),
  source: 'DOMAIN 4.5 G5 5.7, 5.8, 5.19; N 5.5; N 5.6',
  items: [
    option('waste', say('Søppel og vaskeri', 'Søppel og vaskeri', 'Rubbish and laundry')),
    option(
      'rules',
      say('Husordensreglene, lest høyt sammen', 'Husordensreglane, lesne høgt saman', 'The house rules, read aloud together'),
    ),
    option(
      'meetings',
      say(
        'Naboer, dugnad og generalforsamling – du kan møte og snakke',
        'Naboar, dugnad og generalforsamling – du kan møte og snakke',
        'Neighbours, working days and general meeting – you may come and speak',
      ),
    ),
  ],
})

export const LEASE_TOLD = list({
  id: 'lease.told',
  text: say('Husleieavtalen', 'Husleigeavtalen', 'The lease'),
  source: 'DOMAIN 4.5 G5 5.9; N 5.5',
  items: [
    option('agreed', say('Hva du har sagt ja til', 'Kva du har sagt ja til', 'What you have said yes to')),
    option('notice', say('Oppsigelse', 'Oppseiing', 'Notice')),
    option('clause', say('Utkastelsesklausul', 'Utkastingsklausul', 'Eviction clause')),
  ],
})
