// G1, everyday life (DOMAIN.md 4.5, rows 1.12 to 1.15): what she manages, what is missing in the flat, what is hard in
// the lease, and the neighbours.

import type { Block } from '#domain/guide.ts'
import { WELL_SCALE } from './scales.ts'
import { NO, option, say, YES } from './words.ts'

const MANAGES = 'everyday.manages'

export const EVERYDAY: Block = {
  id: 'everyday',
  title: say('Hverdagen', 'Kvardagen', 'Everyday life'),
  canWait: true,
  steps: [
    {
      id: MANAGES,
      type: 'each',
      text: say('Hva klarer du fint selv?', 'Kva klarer du fint sjølv?', 'What do you manage well yourself?'),
      source: 'DOMAIN 4.5 G1 1.12; N 4.3.2; N 1.2',
      items: [
        option('food', say('Lage mat', 'Lage mat', 'Cooking')),
        option('cleaning', say('Holde rent', 'Halde reint', 'Cleaning')),
        option('clothes', say('Vaske klær', 'Vaske klede', 'Washing clothes')),
        option('shopping', say('Handle', 'Handle', 'Shopping')),
        option('bank', say('Bank og regninger', 'Bank og rekningar', 'Banking and bills')),
      ],
      options: [
        option('self', say('Klarer selv', 'Klarer sjølv', 'Manage')),
        option('some', say('Trenger litt hjelp', 'Treng litt hjelp', 'Need a little help')),
        option('much', say('Trenger mye hjelp', 'Treng mykje hjelp', 'Need a lot of help')),
      ],
      hasNote: true,
      writes: [
        {
          kind: 'observe',
          area: 'own_wish',
          basis: 'told_by_resident',
          when: ['some', 'much'],
          text: say(
            'Trenger hjelp til noe i hverdagen.',
            'Treng hjelp til noko i kvardagen.',
            'Needs help with something in everyday life.',
          ),
        },
        {
          kind: 'grants',
          codes: {
            food: 'praktisk_bistand',
            cleaning: 'hjemmehjelp',
            clothes: 'praktisk_bistand',
            shopping: 'praktisk_bistand',
            bank: 'okonomisk_radgivning',
          },
          statuses: { much: 'considered' },
        },
      ],
    },
    {
      id: 'everyday.homeHelp',
      type: 'taskOffer',
      text: say('Skal vi søke om hjelp hjemme?', 'Skal vi søkje om hjelp heime?', 'Shall we apply for help at home?'),
      source: 'DOMAIN 4.5 G1 1.12; N 4.3.2',
      showIf: [{ kind: 'eachHas', step: MANAGES, is: ['much'], items: ['food', 'cleaning', 'clothes', 'shopping'] }],
      options: [YES, NO],
      writes: [
        { kind: 'offeredTask', when: ['yes'], title: say('Søk om hjelp hjemme.', 'Søk om hjelp heime.', 'Apply for help at home.') },
      ],
      hint: 'H32',
    },
    {
      id: 'everyday.adviser',
      type: 'taskOffer',
      text: say(
        'Vil du snakke med en økonomirådgiver?',
        'Vil du snakke med ein økonomirådgivar?',
        'Would you like to talk with a money adviser?',
      ),
      source: 'DOMAIN 4.5 G1 1.12; N 4.3 box',
      showIf: [{ kind: 'eachHas', step: MANAGES, is: ['much'], items: ['bank'] }],
      options: [YES, NO],
      writes: [
        {
          kind: 'offeredTask',
          when: ['yes'],
          title: say('Avtal time med økonomirådgiver.', 'Avtal time med økonomirådgivar.', 'Make an appointment with a money adviser.'),
        },
      ],
    },
    {
      id: 'everyday.flat',
      type: 'each',
      text: say('Har du det du trenger i leiligheten?', 'Har du det du treng i leilegheita?', 'Do you have what you need in the flat?'),
      source: 'DOMAIN 4.5 G1 1.13; N App.2',
      items: [
        option('bed', say('Seng', 'Seng', 'Bed')),
        option('stove', say('Komfyr', 'Komfyr', 'Stove')),
        option('fridge', say('Kjøleskap', 'Kjøleskap', 'Fridge')),
        option('curtains', say('Gardiner', 'Gardiner', 'Curtains')),
        option('smoke_alarm', say('Røykvarsler', 'Røykvarslar', 'Smoke alarm')),
      ],
      options: [option('has', say('Har', 'Har', 'Have')), option('missing', say('Mangler', 'Manglar', 'Missing'))],
      allAtOnce: option('has', say('Har alt', 'Har alt', 'Have all of it')),
      hasNote: true,
      writes: [
        {
          kind: 'observe',
          area: 'furniture',
          basis: 'told_by_resident',
          when: ['missing'],
          text: say('Det mangler noe i leiligheten.', 'Det manglar noko i leilegheita.', 'Something is missing in the flat.'),
        },
        { kind: 'taskEach', to: 'me', due: 'week', when: ['missing'], title: say('Skaff: {what}', 'Skaff: {what}', 'Get: {what}') },
      ],
      raises: [{ item: 'smoke_alarm', when: ['missing'], concern: 'C-FIRE' }],
    },
    {
      id: 'everyday.lease',
      type: 'text',
      text: say(
        'Er det noe i leiekontrakten du synes er vanskelig – trappevask, ro om natta, søppel?',
        'Er det noko i leigekontrakten du synest er vanskeleg – trappevask, ro om natta, søppel?',
        'Is there anything in the lease you find hard – washing the stairs, quiet at night, rubbish?',
      ),
      source: 'DOMAIN 4.5 G1 1.14; N 4.2',
      writes: [{ kind: 'observe', area: 'house_rules', basis: 'told_by_resident' }],
    },
    {
      id: 'everyday.neighbours',
      type: 'scale5',
      text: say('Hvordan er forholdet til naboene?', 'Korleis er forholdet til naboane?', 'How are things with the neighbours?'),
      source: 'DOMAIN 4.5 G1 1.15; N 1.2',
      options: WELL_SCALE,
      writes: [{ kind: 'observe', area: 'neighbours', basis: 'told_by_resident' }],
    },
    {
      id: 'everyday.neighboursHow',
      type: 'text',
      text: say('Hva er det som er vanskelig?', 'Kva er det som er vanskeleg?', 'What is it that is difficult?'),
      source: 'DOMAIN 4.5 G1 1.15; N 1.2',
      showIf: [{ kind: 'atMost', step: 'everyday.neighbours', value: 2 }],
      writes: [{ kind: 'observe', area: 'neighbours', basis: 'told_by_resident' }],
      hint: 'H17',
    },
  ],
}
